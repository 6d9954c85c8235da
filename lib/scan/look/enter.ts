/** Enters pages, API descriptions and JSON documents into what is known. */
import type { Description, HttpResponse, Page, PageFact, Via } from '../types.ts';
import { mayDescribe } from '../read/openapi/document.ts';
import { embeddedDescription, readViewer } from '../read/page/viewer.ts';
import { isArticle } from '../read/prose/index.ts';
import { isLoginPage } from '../read/session-cookie.ts';
import { readWsdl } from '../read/wsdl.ts';
import { readIndexSchemes } from '../read/announced.ts';
import { linksOf } from '../read/json-links.ts';
import { isTemplate } from './affiliation.ts';
import { parseJson, type Crawl } from './crawl.ts';
import { classifyMention, linked, type MentionKind } from './mentions.ts';

/** API descriptions run to several MB; larger ones stay unread and are said to be. */
export const descriptionBytes = 8 * 1024 * 1024;
/** What to ask for where a description is expected. */
export const descriptionFirst = 'application/json, application/yaml, text/yaml;q=0.9, */*;q=0.5';

/** A page that says it does not exist, under a 200 (STANDARDS G1): its words are nobody's documentation. */
const softMissing =
  /^\W*(404\b|page (does not|doesn[’']t) exist|(page|seite|página|page) (not found|nicht gefunden|no encontrada|introuvable)|not found\b|oops)/i;

/** Descriptions that a documentation viewer in the answer loads, and scripts that name them, are read next. */
export function followViewer({ known }: Crawl, answer: HttpResponse): void {
  const { descriptions, scripts } = readViewer(answer.text, answer.url);
  for (const url of [...descriptions, ...scripts])
    known.links.put({ url, text: 'description', kind: 'description', points: 35 });
}

const saysMissing = ({ title, blocks }: Page): boolean =>
  softMissing.test(title) ||
  softMissing.test(blocks.find((block) => block.kind === 'heading' && block.region !== 'nav')?.text ?? '');

/** Enters one page: its links, mentions, facts. `words`: its sentences count as documentation. */
export async function enterPage(
  crawl: Crawl,
  answer: HttpResponse,
  wanted: PageFact['role'],
  via: Via,
  words: boolean,
): Promise<void> {
  const { known } = crawl;
  const { text, contentType, url, id } = answer;
  const read = await crawl.read('page', { text, contentType, url, evidence: [id] }, id);
  if (read === null) return;
  const { page, mentions } = read;
  // Whatever was asked for, a login page answered: its words document nothing.
  const role = wanted !== 'sign-up' && isLoginPage(page) ? 'log-in' : wanted;
  const missing = saysMissing(page);
  if ((missing && role !== 'home') || known.pages.some((other) => other.url === page.url)) return;
  followViewer(crawl, answer);
  const embedded = page.format === 'html' ? embeddedDescription(answer.text) : null;
  if (embedded) await enterDescription(crawl, { ...answer, text: embedded }, via);
  known.links.reached(page.url);
  const isIndex = /llms(-full)?\.txt$/i.test(new URL(page.url).pathname);
  const forms = role === 'sign-up' || role === 'log-in';
  known.links.add(page, !forms && role !== 'home');
  // What an article cites of others is an example, and no door of this business.
  const meant = isArticle(page) ? mentions.filter(({ url }) => crawl.affiliation.own(url)) : mentions;
  known.mentions.push(...meant.map((mention) => (isIndex ? { ...mention, via: 'llms-txt' as const } : mention)));
  known.pageFacts.push({
    url: page.url,
    evidence: [answer.id],
    title: page.title,
    role,
    needsScript: page.needsScript,
    rendered: false,
  });
  known.captchas.push(...page.captchas);
  if (forms || role === 'keys')
    known.keyPages.push({ url: page.url, via, evidence: [answer.id], title: page.title, kind: role });
  // llms.txt is a source of links, never of facts (STANDARDS Y1).
  if (!words || isIndex || role === 'log-in') return;
  known.pages.push(page);
  if (role === 'docs') {
    known.docs.push({ url: page.url, via, evidence: [answer.id], title: page.title });
    crawl.found('find', `Documentation: ${page.title || page.url}`, page.url);
  }
}

/** A description on a foreign host is ours when a server that it names is, when that host was named as documentation, or when it carries our name. */
const speaksOfUs = ({ affiliation }: Crawl, { url, servers }: Description): boolean =>
  servers.some(affiliation.own) ||
  servers.some(isTemplate) ||
  affiliation.readable(url) ||
  affiliation.carriesName(url);

/** A WSDL document names the services themselves. */
function enterWsdl({ known, affiliation }: Crawl, { text, id }: HttpResponse): boolean {
  const services = readWsdl(text);
  for (const url of services ?? []) if (affiliation.own(url)) known.roots.push({ url, via: 'link', evidence: [id] });
  return services !== null;
}

/** Reads an answer as an API description, OpenAPI or WSDL; true when it is one. */
export async function enterDescription(crawl: Crawl, answer: HttpResponse, via: Via): Promise<boolean> {
  const { known } = crawl;
  const { status, text, url, id } = answer;
  if (status === 200 && enterWsdl(crawl, answer)) return true;
  if (status !== 200 || known.descriptions.some((other) => other.url === url) || !mayDescribe(text)) return false;
  const read = await crawl.read('description', { text, url, via, evidence: [id] }, id);
  if (read?.kind !== 'present') return false;
  // Somebody else's description, which a page merely links, describes somebody else's API.
  if (!speaksOfUs(crawl, read.value)) return false;
  known.descriptions.push(read.value);
  crawl.found('understand', `API description: ${read.value.title}`, answer.url);
  // What a description says in prose is documentation of its API, with the addresses that it writes out.
  const { words, value } = read;
  const prose =
    words === ''
      ? null
      : await crawl.read('page', { text: words, contentType: 'text/markdown', url, evidence: [id] }, id);
  if (prose !== null) {
    known.pages.push({ ...prose.page, title: value.title });
    known.mentions.push(...prose.mentions);
  }
  return true;
}

/**
 * Addresses inside a JSON document that an API gives of itself, such as the list of its collections or versions: endpoints to ask, documents
 * to read. Of foreign hosts only documentation counts.
 */
export function enterIndex({ known, affiliation }: Crawl, answer: HttpResponse): void {
  const mention = (kind: MentionKind, url: string) => known.mentions.push(linked(kind, url, answer));
  const document = parseJson(answer.text);
  const schemes = affiliation.own(answer.url) ? readIndexSchemes(document) : [];
  if (schemes.length > 0 && !known.announced.some(({ url }) => url === answer.url))
    known.announced.push({ url: answer.url, evidence: [answer.id], by: 'index', schemes });
  // RFC 9110 §15.4.1: of several choices, the server's own preference stands in Location.
  const preferred = answer.status === 300 ? answer.headers.get('location') : undefined;
  if (preferred !== undefined && URL.canParse(preferred, answer.url)) {
    const { href } = new URL(preferred, answer.url);
    if (affiliation.own(href)) mention('api', href);
  }
  for (const { key, url } of linksOf(document, answer.url)) {
    const kind = classifyMention(url, `${key}: ${url}`, '', null, false);
    const own = affiliation.own(url);
    if (kind === 'token' || kind === 'authorization' || kind === 'device' || kind === 'metadata') mention(kind, url);
    else if (kind === 'description') known.links.put({ url, text: key, kind: 'description', points: 30 });
    else if (key.toLowerCase().includes('doc')) {
      if (!own) affiliation.adopt(url);
      known.links.put({ url, text: key, kind: 'docs', points: 15 });
    } else if (own && kind !== null && kind !== 'docs') mention(kind, url);
  }
}
