/** The links that wait to be read, best first. */
import type { Page } from '../types.ts';
import type { Affiliation } from './affiliation.ts';
import { rateLink, type LinkKind, type RatedLink } from './rate-link.ts';
import { anyOf, Names } from '../names.ts';
import { spaced } from '../text.ts';

export interface LinkQueue {
  /** Enters the links of a page that was read. */
  add(page: Page, inDocs: boolean): void;
  put(link: RatedLink): void;
  /** Enters a page of a sitemap when its address sounds like documentation. */
  addListed(url: string): void;
  /** Enters the Markdown twin of a page that could not be read. */
  putMarkdown(link: RatedLink): void;
  /** Pages of this host are empty and their Markdown twins are not: from here on the twin of a link is given in place of the page. */
  preferMarkdown(host: string): void;
  /** Up to `count` waiting links of the kinds, best first, worth at least `least` points (default 1). */
  best(count: number, kinds: readonly LinkKind[], least?: number): RatedLink[];
  /** Takes a link out: it is being read, and is never given again in any spelling. */
  take(link: RatedLink): void;
  /** A page was read at this address, perhaps at the end of a redirect: what links to it is not given again. */
  reached(url: string): void;
}

/** `/keys`, `/keys/`, `/keys.md` and `/keys?x=1` are one page. */
const pageKey = (raw: string): string => {
  const url = new URL(raw);
  return `${url.host}${url.pathname.replace(/\.(md|mdx|html?)$/i, '').replace(/\/(index)?$/i, '')}`.toLowerCase();
};

/** What a foreign host must be called before it is visited: documentation, in a word that names nobody else's. */
const docsName = anyOf([
  'schnittstelle',
  'xs2a',
  'psd2',
  String.raw`\b(docs?|documentation|developers?|api|apis|reference|guides?)\b`,
  'dokumentation',
  'documentación',
  'documentação',
  'documentazione',
  'documentatie',
  'dokumentacja',
  'entwickler',
  'développeur',
  'desarrollador',
  '開発者',
  '文档',
  'ドキュメント',
  '문서',
]);
/** Words that stand beside it in the name of a business's own documentation. A name of something else ("OAuth 2.0", "Stripe") is none of them. */
const plainWords = new Names(`
  a and the our this for of to in on at here
  see read view visit browse explore open go start started getting access
  full complete public live online latest technical interactive quick quickstart
  postman swagger openapi redoc rest restful http web json graphql
  doc docs documentation developer developers dev api apis reference references guide guides user manual specification spec collection
  portal center centre hub site page pages integration integrations
`);
const version = /^v?\d+$/i;

/** A link's words name documentation, and nobody but the business that links it. */
const namesOurs = (text: string, brand: (word: string) => boolean): boolean =>
  docsName.test(text) &&
  (!/^[\p{Script=Latin}\d\s\p{P}\p{S}]*$/u.test(text) ||
    /schnittstelle|dokumentation|documentación|documentação|documentazione|documentatie|dokumentacja|entwickler|développeur|desarrollador|psd2|xs2a/i.test(
      text,
    ) ||
    text
      .split(/[^\p{L}\d]+/u)
      .every((word) => word === '' || plainWords.has(word) || version.test(word) || brand(word)));
const openapiName = /openapi|swagger|rest-api-description|api[ -]?spec/i;

const lastWords = (url: string): string => spaced(new URL(url).pathname.split('/').pop() ?? '');

export function createLinkQueue(affiliation: Affiliation): LinkQueue {
  const waiting = new Map<string, RatedLink>();
  const given = new Set<string>();
  const inMarkdown = new Set<string>();
  const asRead = ({ markdown, ...link }: RatedLink): RatedLink => {
    if (markdown === undefined) return link;
    return inMarkdown.has(new URL(markdown).host) ? { ...link, url: markdown } : { ...link, markdown };
  };
  const put = (link: RatedLink) => {
    const key = link.kind === 'description' || link.kind === 'llms' ? link.url : pageKey(link.url);
    if (given.has(key)) return;
    const known = waiting.get(key);
    if (!known || known.points < link.points) waiting.set(key, asRead(link));
  };
  return {
    put,
    putMarkdown({ text, markdown }) {
      if (markdown)
        waiting.set(`${pageKey(markdown)} markdown`, { url: markdown, text, kind: 'docs', points: 20, twin: true });
    },
    preferMarkdown(host) {
      inMarkdown.add(host);
      for (const [key, link] of waiting) waiting.set(key, asRead(link));
    },
    addListed(url) {
      const rated = rateLink({ url, text: '', rel: [], region: 'main' }, false);
      if (rated?.kind === 'docs' && rated.points >= 6) put(rated);
    },
    add(page, inDocs) {
      const aboutOpenapi = inDocs && (openapiName.test(page.url) || openapiName.test(page.title));
      for (const link of page.links) {
        const rated = rateLink(link, inDocs);
        if (!rated) continue;
        if (rated.kind === 'description') {
          put(rated);
          continue;
        }
        if (aboutOpenapi && /\.(json|ya?ml)$/i.test(new URL(rated.url).pathname)) {
          put({ ...rated, kind: 'description', points: 25 });
          continue;
        }
        if (!affiliation.readable(rated.url)) {
          if (openapiName.test(`${rated.url} ${rated.text}`)) put({ ...rated, kind: 'description', points: 9 });
          else if (
            rated.kind === 'docs' &&
            (namesOurs(link.text, affiliation.isName) ||
              (affiliation.carriesName(rated.url) &&
                docsName.test(inDocs ? `${link.text} ${lastWords(rated.url)}` : link.text)))
          ) {
            affiliation.adopt(rated.url);
            put(rated);
          }
          continue;
        }
        // Some sites answer every .md address with a stub: the page is asked first, its Markdown twin when that cannot be read.
        const page = rated.url.replace(/\.mdx?$/i, '');
        put(rated.kind === 'docs' && page !== rated.url ? { ...rated, url: page, markdown: rated.url } : rated);
      }
    },
    best: (count, kinds, least = 1) =>
      [...waiting]
        .filter(([, link]) => kinds.includes(link.kind) && link.points >= least)
        .sort(([a, x], [b, y]) => y.points - x.points || a.length - b.length || (a < b ? -1 : 1))
        .slice(0, count)
        .map(([, link]) => link),
    reached(url) {
      waiting.delete(pageKey(url));
      given.add(pageKey(url));
    },
    take(link) {
      for (const [key, other] of waiting)
        if (other === link) {
          waiting.delete(key);
          given.add(key);
        }
    },
  };
}
