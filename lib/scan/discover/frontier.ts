/** The links still to be read, best first. */
import type { Page } from '../types.ts';
import type { Affiliation } from './affiliation.ts';
import { rateLink, type LinkKind, type RatedLink } from './links.ts';

export interface Frontier {
  /** Enters the links of a page that was read. */
  add(page: Page, inDocs: boolean): void;
  put(link: RatedLink): void;
  /** Enters the Markdown twin of a page that could not be read. */
  putMarkdown(link: RatedLink): void;
  /** Takes up to `count` links of the kinds, best first. A link is given out once. */
  take(count: number, kinds: readonly LinkKind[], least?: number): RatedLink[];
}

/** `/keys`, `/keys/`, `/keys.md` and `/keys?x=1` are one page. */
const pageKey = (raw: string): string => {
  const url = new URL(raw);
  return `${url.host}${url.pathname.replace(/\.(md|mdx|html?)$/i, '').replace(/\/(index)?$/i, '')}`.toLowerCase();
};

/** Names a documentation site rather than a passing mention: what a foreign host must be called before it is visited. */
const docsName = /schnittstelle|xs2a|psd2|\b(docs?|documentation|developers?|api|apis|reference|authenticat\w+|getting access|guides?)\b|entwickler|développeur|desarrollador|開発者/i;
const openapiName = /openapi|swagger|rest-api-description|api[ -]?spec/i;

export function createFrontier(affiliation: Affiliation): Frontier {
  const waiting = new Map<string, RatedLink>();
  const given = new Set<string>();
  const put = (link: RatedLink) => {
    const key = link.kind === 'description' || link.kind === 'llms' ? link.url : pageKey(link.url);
    if (given.has(key)) return;
    const known = waiting.get(key);
    if (!known || known.points < link.points) waiting.set(key, link);
  };
  return {
    put,
    putMarkdown({ text, markdown }) {
      if (markdown) waiting.set(`${pageKey(markdown)} markdown`, { url: markdown, text, kind: 'docs', points: 20 });
    },
    add(page, inDocs) {
      const aboutOpenapi = inDocs && (openapiName.test(page.url) || openapiName.test(page.title));
      for (const link of page.links) {
        const rated = rateLink(link, inDocs);
        if (!rated) continue;
        const host = new URL(rated.url).hostname;
        if (rated.kind === 'description') {
          put(rated);
          continue;
        }
        if (aboutOpenapi && /\.(json|ya?ml)$/i.test(new URL(rated.url).pathname)) {
          put({ ...rated, kind: 'description', points: 25 });
          continue;
        }
        if (!affiliation.own(host) && !affiliation.readable(rated.url)) {
          if (openapiName.test(`${rated.url} ${rated.text}`)) put({ ...rated, kind: 'description', points: 9 });
          else if (rated.kind === 'docs' && docsName.test(inDocs ? `${link.text} ${(new URL(rated.url).pathname.split('/').pop() ?? '').replace(/[-_]/g, ' ')}` : link.text)) {
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
    take(count, kinds, least = 1) {
      const best = [...waiting.entries()]
        .filter(([, link]) => kinds.includes(link.kind) && link.points >= least)
        .sort(([a, x], [b, y]) => y.points - x.points || a.length - b.length || (a < b ? -1 : 1))
        .slice(0, count);
      for (const [key] of best) {
        waiting.delete(key);
        given.add(key);
      }
      return best.map(([, link]) => link);
    },
  };
}
