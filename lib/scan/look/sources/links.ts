/** Reads what links lead to: pages of documentation, keys and sign-up, API descriptions, llms.txt. */
import { embeddedDescription } from '../../read/page/viewer.ts';
import type { HttpAnswer, HttpResponse, PageFact, Via } from '../../types.ts';
import { linksOf } from '../../read/json-links.ts';
import { looksLikeLogin } from '../../read/session-cookie.ts';
import { htmlFirst, parseJson, plain, type Crawl } from '../crawl.ts';
import { descriptionBytes, descriptionFirst, enterDescription, enterIndex, enterPage, followViewer } from '../enter.ts';
import { namesApi } from '../mentions.ts';
import { knowsCalls, linksRead } from '../known.ts';
import type { LinkKind, RatedLink } from '../rate-link.ts';
import { source, type Source } from '../source.ts';

/** What a link of each kind is found by, and what the page behind it is. */
const kinds: Record<LinkKind, { via: Via; role: PageFact['role']; purpose: string }> = {
  docs: { via: 'page-link', role: 'docs', purpose: 'docs page' },
  'sign-up': { via: 'page-link', role: 'sign-up', purpose: 'sign-up page' },
  'log-in': { via: 'page-link', role: 'log-in', purpose: 'log-in page' },
  keys: { via: 'page-link', role: 'keys', purpose: 'keys page' },
  description: { via: 'link', role: 'other', purpose: 'API description' },
  llms: { via: 'llms-txt', role: 'other', purpose: 'llms.txt' },
  other: { via: 'page-link', role: 'other', purpose: 'page' },
};

function ask(crawl: Crawl, link: RatedLink): Promise<HttpAnswer> {
  crawl.known.links.take(link);
  if (link.points >= 5) crawl.known.reading.add(link);
  const described = link.kind === 'description';
  return crawl.ask({
    url: link.url,
    purpose: kinds[link.kind].purpose,
    follow: 4,
    headers: { accept: described ? descriptionFirst : htmlFirst },
    ...(described && { maxBytes: descriptionBytes }),
  });
}

/** Where a description was expected: a script that holds or names it, or a page that leads to it. */
async function enterDescribing(crawl: Crawl, answer: HttpResponse): Promise<void> {
  // The options of a viewer may stand in a JSON file, too (`configUrl` of Swagger UI).
  const options = parseJson(answer.text);
  for (const { key, url } of linksOf(options, answer.url))
    if (key === 'url' || key === 'urls') crawl.known.links.put({ url, text: key, kind: 'description', points: 35 });
  if (options !== undefined) return;
  // A repository page that leads to the description: its links matter, its words are not the business's documentation.
  if (!/javascript/.test(answer.contentType ?? '')) return enterPage(crawl, answer, 'other', 'link', false);
  followViewer(crawl, answer);
  const inside = embeddedDescription(answer.text);
  if (inside) await enterDescription(crawl, { ...answer, text: inside }, 'link');
}

/**
 * A link that answers as an endpoint does is one: a refusal, a login in place of data, or JSON that is no description. Where the answer
 * alone would not tell (a page that forbids, a login for people), the address must name an API.
 */
function enterDoor({ known, affiliation, ...crawl }: Crawl, link: RatedLink, answer: HttpResponse): boolean {
  if (!affiliation.own(link.url)) return false;
  const asked = new URL(link.url);
  const refused = answer.status === 401 || (answer.status === 403 && namesApi(asked.pathname));
  const login = namesApi(asked.pathname) && answer.url !== link.url && looksLikeLogin(answer.url, link.url);
  const data = answer.status === 200 && parseJson(answer.text) !== undefined;
  if (!refused && !login && !data) return false;
  known.doors.push({ url: asked.href, evidence: [answer.id], guarded: !data });
  if (data) enterIndex({ known, affiliation, ...crawl }, answer);
  return true;
}

/** Enters what a link leads to. Documents of foreign hosts are entered only when they were adopted. */
async function read(crawl: Crawl, link: RatedLink, raw: HttpAnswer): Promise<void> {
  const { known, affiliation } = crawl;
  known.reading.delete(link);
  const answer = plain(crawl, raw);
  const { via, role } = kinds[link.kind];
  if (answer && (await enterDescription(crawl, answer, via))) return;
  // A description that is kept from strangers is an endpoint, too: it shows how this API refuses.
  const opens = link.kind !== 'description' || answer?.status === 401;
  if (answer && link.kind !== 'log-in' && opens && enterDoor(crawl, link, answer)) return;
  if (answer?.status !== 200) {
    if (raw.kind === 'response') known.links.putMarkdown(link);
    return;
  }
  if (link.kind === 'description') return enterDescribing(crawl, answer);
  if (!affiliation.readable(answer.url)) {
    if (link.kind !== 'docs') return;
    affiliation.adopt(answer.url);
  }
  await enterPage(crawl, answer, role, via, link.kind !== 'log-in');
  const readable = known.pageFacts.find((page) => page.url === answer.url)?.needsScript === false;
  if (link.markdown && !readable) known.links.putMarkdown(link);
  if (link.twin && readable) known.links.preferMarkdown(new URL(answer.url).host);
}

/** A row that reads links, and counts them: an empty page and its twin are one page. */
const reads = (row: Pick<Source<RatedLink, HttpAnswer>, 'needs' | 'when' | 'due'> & { id: string }) =>
  source<RatedLink, HttpAnswer>({
    ...row,
    key: ({ url }) => url,
    ask(crawl, link) {
      if (!link.twin) crawl.known.linksRead.set(row.id, linksRead(crawl.known, row.id) + 1);
      return ask(crawl, link);
    },
    read,
  });

/** What a link must be worth, by the number of pages that were read: each further page costs the target the same and tells less. */
function price({ known }: Crawl): { most: number; least: number } {
  const read = linksRead(known, 'pages');
  if (read < 6) return { most: 6 - read, least: 1 };
  if (read < 14) return { most: 14 - read, least: knowsCalls(known) ? 5 : 1 };
  if (read < 18) return { most: 18 - read, least: knowsCalls(known) ? 7 : 1 };
  return { most: knowsCalls(known) ? 0 : 26 - read, least: 1 };
}

/** Pages of documentation, keys and llms.txt, best first. */
export const pages = reads({
  id: 'pages',
  needs: ['home', 'documentation hosts'],
  due(crawl) {
    const { most, least } = price(crawl);
    return crawl.known.links.best(Math.min(most, 8), ['docs', 'keys', 'llms'], least);
  },
});

/** API descriptions that a link, a catalogue or a viewer names. */
export const descriptions = reads({
  id: 'descriptions',
  needs: ['home'],
  due: ({ known }) => known.links.best(Math.min(2, 7 - linksRead(known, 'descriptions')), ['description']),
});

/** Sign-up pages: what they ask of a person. */
export const signUps = reads({
  id: 'sign-up pages',
  needs: ['home'],
  due: ({ known }) => known.links.best(Math.min(1, 2 - linksRead(known, 'sign-up pages')), ['sign-up']),
});

/** Pages of menus and help centres, once nothing better is left: one of them may be the only one that says how credentials are had. */
export const menu = reads({
  id: 'menu pages',
  needs: ['pages'],
  when: 'last',
  due({ known, http }) {
    // A page about keys or sign-up answers the question. Where nothing tells of an API, one of these may, and more is spent.
    const answered = known.keyPages.some(({ kind }) => kind !== 'log-in');
    if (answered || http.left < (known.docs.length === 0 ? 20 : 40)) return [];
    return known.links.best(Math.min(5, 10 - linksRead(known, 'menu pages')), ['docs', 'other']);
  },
});

const llmsOf = (origin: string): RatedLink => ({
  url: `${origin}/llms.txt`,
  text: 'llms.txt',
  kind: 'llms',
  points: 16,
});

/** Documentation hosts beside the target. */
export const documentationHosts = reads({
  id: 'documentation hosts',
  needs: ['robots', 'hosts'],
  due: ({ known }) =>
    known.hosts
      .filter(({ role }) => role === 'docs')
      .flatMap(({ host }) => [
        { url: `https://${host}/`, text: host, kind: 'docs', points: 10 },
        llmsOf(`https://${host}`),
      ]),
});

/** llms.txt of the target itself. */
export const llmsTxt = reads({
  id: 'llms.txt',
  needs: ['home'],
  due: ({ known }) => known.sites.map(llmsOf),
});
