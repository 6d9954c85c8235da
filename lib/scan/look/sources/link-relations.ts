/** Link relations that name an API, its description and its documentation (RFC 8288, RFC 8631), in a header or in a page. */
import LinkHeader from 'http-link-header';
import type { HttpResponse } from '../../types.ts';
import type { Crawl } from '../crawl.ts';
import { wordsOf } from '../../text.ts';

/** Longest Link field that is read. */
const longest = 8_000;

/** `<https://x/wp-json/>; rel="https://api.w.org/"`, `rel=service-desc`, `rel=api-catalog` and the like. */
export function readLinkHeader(crawl: Crawl, answer: HttpResponse): void {
  for (const { uri, rel } of linksOf(answer.headers.get('link') ?? ''))
    if (URL.canParse(uri, answer.url))
      enterRelation(crawl, new URL(uri, answer.url).href, wordsOf(rel.toLowerCase()), [answer.id]);
}

function linksOf(field: string): { uri: string; rel: string }[] {
  try {
    // RFC 8288 §3.3 demands a relation type; a link without one says nothing, whatever the library's types promise.
    return LinkHeader.parse(field.slice(0, longest)).refs.map(({ uri, rel }) => ({
      uri,
      rel: (rel as string | undefined) ?? '',
    }));
  } catch {
    // Not a Link field by RFC 8288 §3: it names nothing.
    return [];
  }
}

/** A relation that is itself a URL on a host called API names an API root, as WordPress does. */
export function enterRelation(
  { known, affiliation }: Crawl,
  url: string,
  relations: readonly string[],
  evidence: string[],
): void {
  if (relations.includes('service-desc'))
    known.links.put({ url, text: 'service-desc', kind: 'description', points: 40 });
  if (relations.includes('service-doc')) {
    affiliation.adopt(url);
    known.links.put({ url, text: 'service-doc', kind: 'docs', points: 25 });
  }
  if (relations.some((relation) => URL.canParse(relation) && new URL(relation).hostname.startsWith('api.')))
    known.roots.push({ url, via: 'link', evidence });
}
