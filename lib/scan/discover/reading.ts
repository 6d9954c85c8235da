/** Reads pages and API descriptions into the notebook. */
import type { HttpResponse, PageFact, Via } from '../types.ts';
import type { Frontier } from './frontier.ts';
import { embeddedDescription, viewerDescriptions, viewerScripts, type RatedLink } from './links.ts';
import { classifyMention, readMentions } from './mentions.ts';
import type { Notebook } from './notebook.ts';
import { readDescription } from './openapi.ts';
import { isLoginPage } from '../protocol/session-cookie.ts';
import { readPage } from './page.ts';
import { htmlFirst, parseJson, plain, type Scout } from './scout.ts';

/** API descriptions run to several MB; larger ones stay unread and are said to be. */
export const descriptionBytes = 8 * 1024 * 1024;
/** What to ask for where a description is expected. */
export const descriptionFirst = 'application/json, application/yaml, text/yaml;q=0.9, */*;q=0.5';

const viaOfKind: Record<RatedLink['kind'], Via> = { docs: 'page-link', 'sign-up': 'page-link', 'log-in': 'page-link', keys: 'page-link', description: 'link', llms: 'llms-txt', other: 'page-link' };
const roleOfKind: Record<RatedLink['kind'], PageFact['role']> = { docs: 'docs', 'sign-up': 'sign-up', 'log-in': 'log-in', keys: 'keys', description: 'other', llms: 'other', other: 'other' };

/** A page that says it does not exist, under a 200 (STANDARDS G1): its words are nobody's documentation. */
const softMissing = /^\W*(404\b|page (does not|doesn[’']t) exist|(page|seite|página|page) (not found|nicht gefunden|no encontrada|introuvable)|not found\b|oops)/i;

/** Descriptions that a documentation viewer in the answer loads, and scripts that name them, are read next. */
export function followViewer(frontier: Frontier, answer: HttpResponse): void {
  for (const url of [...viewerDescriptions(answer.text, answer.url), ...viewerScripts(answer.text, answer.url)]) frontier.put({ url, text: 'description', kind: 'description', points: 35 });
}

/** Enters one page: its links, mentions, facts. `words`: its sentences count as documentation. */
export function enterPage(scout: Scout, notebook: Notebook, frontier: Frontier, answer: HttpResponse, wanted: PageFact['role'], via: Via, words: boolean): void {
  const page = readPage({ text: answer.text, contentType: answer.contentType, url: answer.url, evidence: [answer.id] });
  // Whatever was asked for, a login page answered: its words document nothing.
  const role = wanted !== 'sign-up' && isLoginPage(page) ? 'log-in' : wanted;
  const heading = page.blocks.find((block) => block.kind === 'heading' && block.region !== 'nav')?.text ?? '';
  const missing = softMissing.test(page.title) || softMissing.test(heading);
  if (missing && role !== 'home') return;
  if (notebook.pages.some((known) => known.url === page.url)) return;
  followViewer(frontier, answer);
  const embedded = page.format === 'html' ? embeddedDescription(answer.text) : null;
  if (embedded) enterDescription(scout, notebook, { ...answer, text: embedded }, via);
  const isIndex = /llms(-full)?\.txt$/i.test(new URL(page.url).pathname);
  frontier.add(page, role !== 'home' && role !== 'sign-up' && role !== 'log-in');
  notebook.mentions.push(...readMentions(page).map((mention) => (isIndex ? { ...mention, via: 'llms-txt' as const } : mention)));
  notebook.pageFacts.push({ url: page.url, evidence: [answer.id], title: page.title, role, needsScript: page.needsScript, rendered: false });
  notebook.captchas.push(...page.captchas);
  if (role === 'sign-up' || role === 'log-in' || role === 'keys') notebook.keyPages.push({ url: page.url, via, evidence: [answer.id], title: page.title, kind: role });
  // llms.txt is a source of links, never of facts (STANDARDS Y1).
  if (!words || isIndex || role === 'log-in') return;
  notebook.pages.push(page);
  if (role === 'docs') {
    notebook.docs.push({ url: page.url, via, evidence: [answer.id], title: page.title });
    scout.found('find', `Documentation: ${page.title || page.url}`, page.url);
  }
}

/** Reads an answer as an API description; true when it is one. */
export function enterDescription(scout: Scout, notebook: Notebook, answer: HttpResponse, via: Via): boolean {
  if (answer.status !== 200 || notebook.descriptions.some((d) => d.url === answer.url)) return false;
  const read = readDescription({ text: answer.text, url: answer.url, via, evidence: [answer.id] });
  if (read.kind !== 'present') return false;
  notebook.descriptions.push(read.value);
  scout.found('understand', `API description: ${read.value.title}`, answer.url);
  return true;
}

/** URLs inside a JSON document that an API gives of itself, with the key that names each. */
export function enterJsonLinks(scout: Scout, notebook: Notebook, frontier: Frontier, answer: HttpResponse): void {
  for (const { key, url } of namedUrls(parseJson(answer.text))) {
    const kind = classifyMention(url, `${key}: ${url}`, '', null, false);
    if (kind === 'token' || kind === 'authorization' || kind === 'device' || kind === 'metadata') notebook.mentions.push({ kind, url, method: null, via: 'link', evidence: [answer.id], strong: true, guarded: false, accept: null });
    else if (kind === 'description') frontier.put({ url, text: key, kind: 'description', points: 30 });
    else if (/doc/i.test(key)) {
      if (!scout.affiliation.own(new URL(url).hostname)) scout.affiliation.adopt(url);
      frontier.put({ url, text: key, kind: 'docs', points: 15 });
    }
  }
}

/** Absolute URLs of a JSON value with their keys, three levels deep, at most sixty. */
function namedUrls(document: unknown): { key: string; url: string }[] {
  const found: { key: string; url: string }[] = [];
  const visit = (value: unknown, key: string, depth: number): void => {
    if (found.length >= 60 || depth > 3) return;
    if (typeof value === 'string') {
      if (value.length < 500 && /^https?:\/\//.test(value) && !/[{}]/.test(value) && URL.canParse(value)) found.push({ key, url: value });
    } else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value).slice(0, 80)) visit(item, name, depth + 1);
  };
  visit(document, '', 0);
  return found;
}

/** Fetches links at once and enters what they hold. Documents of foreign hosts are entered only when they were adopted. */
export async function readLinks(scout: Scout, notebook: Notebook, frontier: Frontier, links: readonly RatedLink[]): Promise<void> {
  const answers = await Promise.all(links.map((link) => scout.ask({
    url: link.url, purpose: link.kind === 'description' ? 'API description' : link.kind === 'llms' ? 'llms.txt' : `${link.kind} page`, follow: 4,
    headers: { accept: link.kind === 'description' ? descriptionFirst : htmlFirst },
    ...(link.kind === 'description' ? { maxBytes: descriptionBytes } : {}),
  })));
  for (const [index, link] of links.entries()) {
    const raw = answers[index];
    const answer = raw ? plain(scout, raw) : null;
    if (!answer || answer.status !== 200) {
      if (raw?.kind === 'response') frontier.putMarkdown(link);
      continue;
    }
    if (enterDescription(scout, notebook, answer, viaOfKind[link.kind])) continue;
    const hosted = scout.affiliation.own(new URL(answer.url).hostname) || scout.affiliation.readable(answer.url);
    if (link.kind === 'description') {
      if (/javascript/.test(answer.contentType ?? '')) {
        for (const url of viewerDescriptions(answer.text, answer.url)) frontier.put({ url, text: 'description', kind: 'description', points: 35 });
        const inside = embeddedDescription(answer.text);
        if (inside) enterDescription(scout, notebook, { ...answer, text: inside }, 'link');
        continue;
      }
      // A repository page that leads to the description: its links matter, its words are not the business's documentation.
      enterPage(scout, notebook, frontier, answer, 'other', 'link', false);
      continue;
    }
    if (!hosted && link.kind === 'docs') scout.affiliation.adopt(answer.url);
    else if (!hosted) continue;
    enterPage(scout, notebook, frontier, answer, roleOfKind[link.kind], viaOfKind[link.kind], link.kind !== 'log-in');
    if (link.markdown && notebook.pageFacts.find((page) => page.url === answer.url)?.needsScript !== false) frontier.putMarkdown(link);
  }
}
