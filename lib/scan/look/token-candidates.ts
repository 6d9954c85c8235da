/** Token endpoints that something names, best-evidenced first. */
import { Names } from '../names.ts';
import { vias } from '../vocabulary.ts';
import type { Via } from '../types.ts';
import { isExampleHost } from './affiliation.ts';
import { placedMentions } from './bases.ts';
import type { Crawl } from './crawl.ts';
import type { Mention } from './mentions.ts';
import { isWebUrl, urlOf, withoutSlash } from '../text.ts';

export interface TokenCandidate {
  url: string;
  via: Via;
  evidence: string[];
  /** Against RFC 6749 §3.2, some are documented as asked by GET, with the grant in the query and the client in Basic. */
  method: 'GET' | 'POST';
  hits: number;
  /** Named by the issuer whose address was typed. Below a tenant's path a stranger's client may be answered 404 (STANDARDS §2.5, row 15). */
  ofTyped: boolean;
}

/** An address without what a request may vary. */
const placeOf = (url: string): string => {
  const place = urlOf(url);
  return place === null ? url : place.origin + withoutSlash(place.pathname);
};

/** Words of a title that name nobody. */
const nobody = new Names(
  'auth oauth oauth2 login token tokens identity secure account accounts service services cloud',
);

const changes = new Set(['DELETE', 'PUT', 'PATCH']);

/** With its grant in the query and the client elsewhere; a secret in the query can as well be posted. */
function asksByGet({ method, url }: Mention): boolean {
  const query = method === 'GET' ? urlOf(url)?.searchParams : undefined;
  return query !== undefined && query.has('grant_type') && !query.has('client_secret');
}

/** What a page is about when it tells how its API is entered. */
const aboutAuthentication = /auth|token|credential|log-?in|sign-?in|quick ?start|getting started/i;

/**
 * Whose a foreign token endpoint is, the page that cites it tells. A page on another firm's service ("Sign in with Google") names that firm in
 * its title. Any other must show that it speaks of this API: it calls an endpoint of its own, or it is documentation about authentication.
 */
function isOfAnother(crawl: Crawl, { url, evidence }: Mention): boolean {
  const { known, affiliation } = crawl;
  if (affiliation.carriesName(url)) return false;
  const owners = new URL(url).hostname.split('.').slice(0, -1);
  const isBeside = (one: { evidence: string[] }) => one.evidence.some((id) => evidence.includes(id));
  const pages = known.pages.filter(isBeside);
  const titles = pages.map(({ title }) => title);
  const ownCall = placedMentions(crawl).some(
    (other) => other.kind === 'api' && isBeside(other) && affiliation.own(other.url),
  );
  const documents = titles.some((title) => aboutAuthentication.test(title));
  if (pages.length > 0 && !ownCall && !documents) return true;
  return titles
    .flatMap((title) => title.toLowerCase().split(/[^\p{L}\d]+/u))
    .some(
      (word) =>
        word.length >= 4 &&
        !nobody.has(word) &&
        !affiliation.isName(word) &&
        owners.some((owner) => owner.startsWith(word)),
    );
}

/** Token endpoints that validated metadata, a description or the documentation names, best-evidenced first (PR1). */
export function tokenCandidates(crawl: Crawl): TokenCandidate[] {
  const { known, target, affiliation } = crawl;
  const found = new Map<string, TokenCandidate>();
  const typedIssuer = new URL(target.url).pathname === '/' ? null : withoutSlash(target.url);
  const add = (
    raw: string | null,
    via: Via,
    evidence: string[],
    { method = 'POST', ofTyped = false }: Partial<Pick<TokenCandidate, 'method' | 'ofTyped'>> = {},
  ) => {
    if (!raw || !URL.canParse(raw)) return;
    const url = new URL(raw);
    if (!isWebUrl(url.href) || isExampleHost(url.hostname, target.host) || others.has(placeOf(raw))) return;
    url.hash = '';
    const declared = via === 'metadata' || via === 'description';
    url.search = declared && affiliation.own(url.href) ? url.search : '';
    const before = found.get(url.href);
    if (!before) found.set(url.href, { url: url.href, via, evidence: evidence.slice(0, 4), method, hits: 1, ofTyped });
    else {
      before.hits += 1;
      if (method === 'POST') before.method = method;
    }
  };
  // What metadata gives another purpose is none, whoever calls it a token endpoint: a token request must never revoke or register.
  const others = new Set(
    known.servers.flatMap((server) =>
      [
        server.registrationEndpoint,
        server.revocationEndpoint,
        server.introspectionEndpoint,
        server.userinfoEndpoint,
        server.deviceAuthorizationEndpoint,
        server.authorizationEndpoint,
        server.agentEndpoint,
      ].flatMap((url) => (url !== null && url !== server.tokenEndpoint ? [placeOf(url)] : [])),
    ),
  );
  for (const server of known.servers)
    add(server.tokenEndpoint, 'metadata', server.evidence, { ofTyped: withoutSlash(server.issuer) === typedIssuer });
  for (const description of known.descriptions)
    for (const scheme of description.schemes)
      for (const flow of scheme.flows) add(flow.tokenUrl, 'description', description.evidence);
  const named = placedMentions(crawl).filter((m) => m.kind === 'token' && URL.canParse(m.url));
  // What is also deleted or changed is a resource; a token endpoint is asked by POST alone (RFC 6749 §3.2).
  const resources = new Set(
    named.filter(({ method }) => method !== null && changes.has(method)).map(({ url }) => placeOf(url)),
  );
  const mentions = named.filter(({ url }) => !resources.has(placeOf(url)));
  const ownNamed = found.size > 0 || mentions.some((m) => affiliation.own(m.url));
  for (const mention of mentions) {
    // A foreign token endpoint is asked only when the documentation knows no other: samples also show how to log in with others.
    if (!affiliation.own(mention.url) && (ownNamed || isOfAnother(crawl, mention))) continue;
    add(mention.url, mention.via, mention.evidence, { method: asksByGet(mention) ? 'GET' : 'POST' });
  }
  const ownFirst = (candidate: TokenCandidate) => Number(!affiliation.own(candidate.url));
  return [...found.values()].sort(
    (a, b) =>
      ownFirst(a) - ownFirst(b) ||
      vias.indexOf(a.via) - vias.indexOf(b.via) ||
      b.hits - a.hits ||
      (a.url < b.url ? -1 : 1),
  );
}
