/** Reads pages again that were empty without JavaScript: what they hold once rendered takes the place of what their HTML held. */
import type { HttpResponse, PageFact, Via } from '../../types.ts';
import type { Crawl } from '../crawl.ts';
import { enterPage } from '../enter.ts';
import { createKnown, linksRead, type Known } from '../known.ts';
import { rateLink } from '../rate-link.ts';
import { source, type Row } from '../source.ts';

/** A page as a browser shows it, or why there is none. */
type Rendering = { kind: 'page'; html: string; url: string } | { kind: 'failure' };

/** What is needed of a browser. */
export interface Browser {
  render(url: string): Promise<Rendering>;
}

/** Pages rendered in one scan. */
const maxPages = 3;
/** Roles whose words decide something; the best page of each comes before the second of any. */
const roles: readonly PageFact['role'][] = ['docs', 'keys', 'sign-up'];

/** How much a page's address and title promise about authentication. */
function promise({ url, title }: PageFact): number {
  return rateLink({ url, text: title, rel: [], region: 'main' }, true)?.points ?? 0;
}

/** The empty pages that are worth a browser, best first. */
function candidates({ pageFacts }: Known): PageFact[] {
  const waiting = pageFacts
    .filter((fact) => fact.needsScript && !fact.rendered && roles.includes(fact.role))
    .map((fact) => ({ fact, points: promise(fact) }))
    .sort((a, b) => b.points - a.points);
  const firsts = roles.flatMap((role) => waiting.find(({ fact }) => fact.role === role) ?? []);
  return [...firsts, ...waiting.filter((one) => !firsts.includes(one))].slice(0, maxPages).map(({ fact }) => fact);
}

/**
 * Up to three pages of documentation, key creation or sign-up that are empty without JavaScript, rendered at once beside everything else.
 * What they hold is entered: links, words, mentions, captchas and titles. A page that turns out to say that it does not exist (a catch-all
 * shell, STANDARDS G1) is forgotten. Every fact keeps citing the exchange of the original page.
 * `renderer`: null when no browser was found, 'off' when the operator wants none.
 */
export const rendering = (renderer: Browser | null | 'off'): Row =>
  source<PageFact[], Rendering[]>({
    id: 'rendering',
    needs: ['home'],
    when: 'beside',
    due({ known }) {
      // The best links are read first: one of them may be the page that is worth a browser.
      if (linksRead(known, 'pages') === 0 && known.links.best(1, ['docs', 'keys']).length > 0) return [];
      const facts = candidates(known);
      return facts.length > 0 ? [facts] : [];
    },
    key: () => 'the best pages',
    ask: (_crawl, facts) =>
      renderer === null || renderer === 'off'
        ? Promise.resolve([])
        : Promise.all(facts.map((fact) => renderer.render(fact.url))),
    async read(crawl, facts, renderings) {
      if (renderer === null || renderer === 'off') {
        crawl.known.browser = renderer === null ? 'none-found' : 'off';
        return;
      }
      crawl.known.browser = 'failed';
      for (const [index, fact] of facts.entries()) {
        const rendered = renderings[index];
        if (rendered?.kind !== 'page') continue;
        // A script that leads to somebody else's host (a login service) says nothing that this business documents.
        if (!crawl.affiliation.readable(rendered.url)) continue;
        crawl.known.browser = 'used';
        await enterRendered(crawl, fact, rendered);
      }
    },
  });

async function enterRendered(
  crawl: Crawl,
  fact: PageFact,
  { html, url }: { html: string; url: string },
): Promise<void> {
  const { known } = crawl;
  const [id = ''] = fact.evidence;
  const via =
    [...known.docs, ...known.keyPages].find((page) => page.url === fact.url)?.via ?? ('page-link' satisfies Via);
  const answer: HttpResponse = {
    kind: 'response',
    id,
    chain: [...fact.evidence],
    url,
    status: 200,
    headers: new Map(),
    setCookies: [],
    contentType: 'text/html',
    text: html,
    truncated: false,
  };
  // Read apart first: the shell's own entries must not make the page count as known.
  const fresh: Known = { ...createKnown(crawl.affiliation), links: known.links };
  await enterPage({ ...crawl, known: fresh }, answer, fact.role, via, true);
  const at = known.pageFacts.indexOf(fact);
  const [read] = fresh.pageFacts;
  if (read === undefined) {
    known.pageFacts.splice(at, 1);
    for (const list of [known.pages, known.docs, known.keyPages]) drop(list, fact.url);
    return;
  }
  known.pageFacts[at] = { ...fact, url: read.url, title: read.title || fact.title, rendered: true };
  // What a script led to may have been read already.
  if (read.url !== fact.url && known.pages.some((page) => page.url === read.url)) {
    for (const list of [known.pages, known.docs, known.keyPages]) drop(list, fact.url);
    known.pageFacts.splice(at, 1);
    return;
  }
  replace(known.pages, fact.url, fresh.pages);
  replace(known.docs, fact.url, fresh.docs);
  replace(known.keyPages, fact.url, fresh.keyPages);
  replace(known.captchas, fact.url, fresh.captchas);
  const mentioned = new Set(known.mentions.map(({ kind, method, url }) => `${kind} ${method ?? ''} ${url}`));
  known.mentions.push(
    ...fresh.mentions.filter(({ kind, method, url }) => !mentioned.has(`${kind} ${method ?? ''} ${url}`)),
  );
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
