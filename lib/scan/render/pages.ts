/** Reads pages again that were empty without JavaScript: what they hold once rendered takes the place of what their HTML held. */
import type { Frontier } from '../discover/frontier.ts';
import { rateLink } from '../discover/links.ts';
import { createNotebook, type Notebook } from '../discover/notebook.ts';
import { enterPage } from '../discover/reading.ts';
import type { Scout } from '../discover/scout.ts';
import type { Evidence, HttpResponse, PageFact, Via } from '../types.ts';
import type { Renderer } from './index.ts';

/** Pages rendered in one scan. */
const maxPages = 3;
/** Roles whose words decide something; the best page of each comes before the second of any. */
const roles: readonly PageFact['role'][] = ['docs', 'keys', 'sign-up'];

/** How much a page's address and title promise about authentication. */
function promise({ url, title }: PageFact): number {
  return rateLink({ url, text: title, rel: [], region: 'main' }, true)?.points ?? 0;
}

/** The empty pages that are worth a browser, best first. */
function candidates(notebook: Notebook): PageFact[] {
  const waiting = notebook.pageFacts
    .filter((fact) => fact.needsScript && !fact.rendered && roles.includes(fact.role))
    .map((fact) => ({ fact, points: promise(fact) }))
    .sort((a, b) => b.points - a.points);
  const firsts = roles.flatMap((role) => waiting.find(({ fact }) => fact.role === role) ?? []);
  return [...firsts, ...waiting.filter((one) => !firsts.includes(one))].slice(0, maxPages).map(({ fact }) => fact);
}

/** Whether something was read that `renderPages` is going to render: such a page stays a candidate until then. */
export const awaitsRendering = (notebook: Notebook): boolean => candidates(notebook).length > 0;

/**
 * Renders up to three pages of documentation, key creation or sign-up that are empty without JavaScript, all at once, and enters what they
 * hold: links into the frontier; words, mentions, captchas and titles into the notebook. A page that turns out to say that it does not exist
 * (a catch-all shell, STANDARDS G1) leaves the notebook. Every fact keeps citing the exchange of the original page.
 * `renderer`: null when no browser was found, 'off' when the operator wants none. Call it once the pages of a round were read, before the
 * frontier is asked for more; calling it again renders what has come since, within the renderer's own limits.
 */
export async function renderPages(scout: Scout, notebook: Notebook, frontier: Frontier, renderer: Renderer | null | 'off'): Promise<Evidence['reach']['browser']> {
  const facts = candidates(notebook);
  if (facts.length === 0) return 'not-needed';
  if (renderer === 'off') return 'off';
  if (renderer === null) return 'none-found';
  const renderings = await Promise.all(facts.map((fact) => renderer.render(fact.url)));
  let used = false;
  for (const [index, fact] of facts.entries()) {
    const rendering = renderings[index];
    if (rendering?.kind !== 'page') continue;
    // A script that leads to somebody else's host (a login service) says nothing that this business documents.
    const { hostname } = new URL(rendering.url);
    if (!scout.affiliation.own(hostname) && !scout.affiliation.readable(rendering.url)) continue;
    used = true;
    enterRendered(scout, notebook, frontier, fact, rendering);
  }
  return used ? 'used' : 'failed';
}

function enterRendered(scout: Scout, notebook: Notebook, frontier: Frontier, fact: PageFact, { html, url }: { html: string; url: string }): void {
  const [id = ''] = fact.evidence;
  const via = [...notebook.docs, ...notebook.keyPages].find((page) => page.url === fact.url)?.via ?? ('page-link' satisfies Via);
  const answer: HttpResponse = { kind: 'response', id, chain: [...fact.evidence], url, status: 200, headers: new Map(), setCookies: [], contentType: 'text/html', text: html, truncated: false };
  // Read into an empty notebook first: the shell's own entries must not make the page count as known.
  const fresh = createNotebook();
  enterPage(scout, fresh, frontier, answer, fact.role, via, true);
  const at = notebook.pageFacts.indexOf(fact);
  const [read] = fresh.pageFacts;
  if (read === undefined) {
    notebook.pageFacts.splice(at, 1);
    for (const list of [notebook.pages, notebook.docs, notebook.keyPages]) drop(list, fact.url);
    return;
  }
  notebook.pageFacts[at] = { ...fact, url: read.url, title: read.title || fact.title, rendered: true };
  // What a script led to may have been read already.
  if (read.url !== fact.url && notebook.pages.some((page) => page.url === read.url)) {
    for (const list of [notebook.pages, notebook.docs, notebook.keyPages]) drop(list, fact.url);
    notebook.pageFacts.splice(at, 1);
    return;
  }
  replace(notebook.pages, fact.url, fresh.pages);
  replace(notebook.docs, fact.url, fresh.docs);
  replace(notebook.keyPages, fact.url, fresh.keyPages);
  replace(notebook.captchas, fact.url, fresh.captchas);
  const known = new Set(notebook.mentions.map(({ kind, method, url }) => `${kind} ${method ?? ''} ${url}`));
  notebook.mentions.push(...fresh.mentions.filter(({ kind, method, url }) => !known.has(`${kind} ${method ?? ''} ${url}`)));
}

function drop(list: { url: string }[], url: string): void {
  for (let i = list.length - 1; i >= 0; i -= 1) if (list[i]?.url === url) list.splice(i, 1);
}

/** Puts `items` where the first entry of `url` stood, or at the end. */
function replace<T extends { url: string }>(list: T[], url: string, items: readonly T[]): void {
  const first = list.findIndex((item) => item.url === url);
  drop(list, url);
  list.splice(first === -1 ? list.length : first, 0, ...items);
}
