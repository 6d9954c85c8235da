/** Looks up authorization server and protected resource metadata, and keeps a record of every place looked at. */
import { metadataUrls, protectedResourceUrls } from '../../read/metadata/document.ts';
import { readAuthorizationServer } from '../../read/metadata/authorization-server.ts';
import { readProtectedResource } from '../../read/metadata/protected-resource.ts';
import type { HttpAnswer, Via } from '../../types.ts';
import { hasBrackets, isExampleHost, isTemplate } from '../affiliation.ts';
import { findBases, placedMentions } from '../bases.ts';
import type { Crawl } from '../crawl.ts';
import { tokenCandidates } from '../token-candidates.ts';
import { source } from '../source.ts';
import { apiHostsOf } from './api-hosts.ts';
import { enterRelation } from './link-relations.ts';
import { isWebUrl, withoutSlash } from '../../text.ts';

export interface Lookup {
  url: string;
  what: 'oauth' | 'oidc' | 'resource';
  /** Issuer or resource identifier that the URL was derived from; null when the document was named outright. */
  expected: string | null;
  via: Via;
  /** The standards' walk leads here (root of the API's or issuer's host, a challenge, a named issuer), not a guess of ours. */
  standardPlace: boolean;
  /** Nothing says that there is any: what answers and is no metadata is something else. */
  guess?: boolean;
}

const documents = {
  oauth: 'oauth-authorization-server',
  oidc: 'openid-configuration',
  resource: 'oauth-protected-resource',
} as const;

/** Lookups for the root of an origin: RFC 8414 §3.1, OIDC Discovery §4, RFC 9728 §3.1. */
export function rootLookups(
  origin: string,
  via: Via,
  which: readonly Lookup['what'][] = ['oauth', 'oidc', 'resource'],
): Lookup[] {
  return which.map((what) => ({
    url: `${origin}/.well-known/${documents[what]}`,
    what,
    expected: origin,
    via,
    standardPlace: true,
  }));
}

/**
 * Lookups for an issuer that something names: RFC 8414 §3.1 inserted and OIDC Discovery §4 appended. The other two places of
 * STANDARDS O3 are rare, and every lookup counts against the budget.
 */
export function issuerLookups(issuer: string, via: Via, standardPlace: boolean): Lookup[] {
  const { pathname } = new URL(issuer);
  return metadataUrls(issuer)
    .filter(
      ({ url, kind, standard }) =>
        standard &&
        (pathname === '/' || (kind === 'oauth') !== url.endsWith('/.well-known/openid-configuration')) &&
        !(kind === 'oidc' && pathname !== '/' && !url.endsWith('/.well-known/openid-configuration')),
    )
    .map(({ url, kind }) => ({ url, what: kind, expected: issuer, via, standardPlace }));
}

export function resourceLookups(resource: string, via: Via): Lookup[] {
  return protectedResourceUrls(resource).map((url) => ({
    url,
    what: 'resource',
    expected: resource,
    via,
    standardPlace: true,
  }));
}

const protocolSegment = /^(protocol|openid-connect|openid|connect|oauth|v\d[\d.]*|tokens?|api)$/i;

/**
 * Issuers that a documented endpoint suggests, at most four. Real issuers are the path above their endpoints (`…/login/oauth` above
 * `…/login/oauth/access_token`), often without the segments that name the protocol and its version (`/realms/x` above
 * `/realms/x/protocol/openid-connect/token`), and sometimes with the version but without `oauth2` (`/tenant/v2.0`).
 */
export function issuersAbove(endpoint: string): string[] {
  const url = new URL(endpoint);
  const above = url.pathname.split('/').filter(Boolean).slice(0, -1);
  const core = [...above];
  while (core.length > 1 && protocolSegment.test(core.at(-1) ?? '')) core.pop();
  const version = above.at(-1) ?? '';
  const withoutProtocol = /^v\d/.test(version) && above.at(-2) === 'oauth2' ? [[...above.slice(0, -2), version]] : [];
  const join = (segments: readonly string[]) =>
    segments.length === 0 ? url.origin : `${url.origin}/${segments.join('/')}`;
  return [...new Set([above, core, ...withoutProtocol, []].map(join))];
}

/** Lookups at the root of every host of the target, and of every host that may be its API, its login or its MCP server. */
const rootsOf = (crawl: Crawl): Lookup[] => [
  ...crawl.known.hosts.flatMap(({ host, role }) => {
    if (role === 'auth') return rootLookups(`https://${host}`, 'subdomain', ['oauth', 'oidc']);
    if (role !== 'mcp') return [];
    return [
      ...rootLookups(`https://${host}`, 'subdomain', ['resource']),
      ...resourceLookups(`https://${host}/mcp`, 'subdomain').slice(0, 1),
    ];
  }),
  ...crawl.known.sites.flatMap((site) => rootLookups(site, 'target')),
  ...[...apiHostsOf(crawl), ...lateHosts(crawl)].flatMap(({ origin, via }) => rootLookups(origin, via)),
];

/** Hosts of the API that documentation or a description named, however late: up to three. */
const lateHosts = (crawl: Crawl): { origin: string; via: Via }[] =>
  crawl.known.home === null
    ? []
    : findBases(crawl)
        .filter(({ url }) => !isTemplate(url))
        .slice(0, 3)
        .map(({ url, via }) => ({ origin: new URL(url).origin, via }));

/** The address that was typed may be an issuer of its own, when it has a path. */
const typedIssuer = ({ target, known }: Crawl): Lookup[] => {
  const { origin, pathname } = new URL(target.url);
  if (!known.home || pathname === '/') return [];
  const issuer = origin + withoutSlash(pathname);
  return issuerLookups(issuer, 'target', true).map((lookup) => ({ ...lookup, guess: true }));
};

/** A challenge may name its protected resource metadata (RFC 9728 §5.1): the strongest way to the issuer. */
const challengedOf = ({ known }: Crawl): Lookup[] =>
  known.calls.flatMap(({ url: expected, bare }) =>
    (bare?.challenges ?? [])
      .flatMap(({ parameters }) => parameters['resource_metadata'] ?? [])
      .filter((url) => URL.canParse(url))
      .slice(0, 1)
      .map((url): Lookup => ({ url, what: 'resource', expected, via: 'challenge', standardPlace: true })),
  );

/** Issuers that resource metadata names, and those that metadata under another address names as its own. */
const issuersNamedBy = ({ known, affiliation }: Crawl): Lookup[] => [
  ...known.resources
    .flatMap(({ authorizationServers }) => authorizationServers.slice(0, 3))
    .filter(isWebUrl)
    .flatMap((issuer) => issuerLookups(issuer, 'metadata', true)),
  ...known.servers
    .filter(
      ({ conformance, issuer }) => conformance === 'non-conforming' && isWebUrl(issuer) && affiliation.own(issuer),
    )
    .flatMap(({ issuer }) => issuerLookups(issuer, 'metadata', true)),
];

/** Metadata documents whose addresses pages and descriptions spell out. */
const documentsNamedBy = ({ known }: Crawl): Lookup[] => [
  ...known.mentions
    .filter(({ kind }) => kind === 'metadata')
    .slice(0, 4)
    .filter(({ url }) => !hasBrackets(url))
    .map(({ url, via }): Lookup => ({
      url,
      what: url.includes('protected-resource') ? 'resource' : url.includes('openid') ? 'oidc' : 'oauth',
      expected: null,
      via,
      standardPlace: true,
    })),
  ...known.descriptions
    .flatMap(({ schemes }) => schemes.flatMap((scheme) => [scheme.openIdConnectUrl, scheme.metadataUrl]))
    .flatMap((url) => (url && URL.canParse(url) ? [url] : []))
    .map((url): Lookup => ({
      url,
      what: url.includes('openid') ? 'oidc' : 'oauth',
      expected: null,
      via: 'description',
      standardPlace: true,
    })),
];

/** Issuers above the endpoints that samples and descriptions name. */
function issuersAboveEndpoints(crawl: Crawl): Lookup[] {
  const { known, target } = crawl;
  const endpoints = [
    ...placedMentions(crawl)
      .filter(({ kind, url }) => (kind === 'token' || kind === 'authorization') && !hasBrackets(url))
      .map(({ url, via }) => ({ url, via })),
    ...[...known.logins.keys()].sort().map((url) => ({ url, via: 'link' as const })),
    ...known.descriptions
      .flatMap(({ schemes }) => schemes.flatMap(({ flows }) => flows.flatMap((f) => [f.tokenUrl, f.authorizationUrl])))
      .flatMap((url) => (url ? [{ url, via: 'description' as const }] : [])),
  ].filter(({ url }) => isWebUrl(url) && !isExampleHost(new URL(url).hostname, target.host));
  const issuers = [...new Set(endpoints.flatMap(({ url }) => issuersAbove(url)))]
    .filter(
      (issuer) =>
        !known.servers.some((s) => s.issuer === issuer || (s.tokenEndpoint?.startsWith(`${issuer}/`) ?? false)),
    )
    .slice(0, 6);
  return issuers.flatMap((issuer) =>
    issuerLookups(issuer, endpoints.find(({ url }) => url.startsWith(issuer))?.via ?? 'docs-text', true),
  );
}

/** A foreign token endpoint is asked as it deserves when the metadata of its own host names it. */
const confirming = (crawl: Crawl): Lookup[] =>
  tokenCandidates(crawl)
    .slice(0, 3)
    .flatMap(({ url }) => (crawl.http.welcomes(url) ? [] : confirmations(url)));

/** Where the host of a token endpoint would confirm it. */
export const confirmations = (tokenEndpoint: string): Lookup[] =>
  issuersAbove(tokenEndpoint)
    .slice(0, 2)
    .flatMap((issuer) => issuerLookups(issuer, 'metadata', true));

export const askLookup = (crawl: Crawl, lookup: Lookup): Promise<HttpAnswer> =>
  crawl.ask({
    url: lookup.url,
    purpose: lookup.what === 'resource' ? 'protected resource metadata' : 'authorization server metadata',
    follow: 3,
  });

/** Enters what a place answers. A document is entered once, under the first place that gave it. */
export function readLookup(crawl: Crawl, lookup: Lookup, answer: HttpAnswer): void {
  const { known } = crawl;
  const looked = (outcome: (typeof known.lookups)[number]['outcome'], problem: string) =>
    known.lookups.push({ url: lookup.url, evidence: [answer.id], outcome, problem });
  if (answer.kind === 'failure') return void looked('unobserved', answer.failure.message);
  const wall = crawl.wallOf(answer);
  if (wall || answer.status === 429 || answer.status >= 500)
    return void looked('unobserved', wall ?? `HTTP ${answer.status}`);
  const { text, contentType, status, url } = answer;
  const { via, standardPlace, expected, what } = lookup;
  const common = { text, contentType, status, url, via, standardPlace, evidence: [answer.id] };
  const result =
    what === 'resource'
      ? readProtectedResource({ ...common, expectedResource: expected })
      : readAuthorizationServer({ ...common, kind: what, expectedIssuer: expected });
  if (lookup.guess && result.kind === 'malformed') return void looked('absent', result.problem);
  looked(result.kind, result.kind === 'present' ? '' : result.kind === 'malformed' ? result.problem : result.reason);
  if (result.kind !== 'present') return;
  if ('resource' in result.value) {
    const resource = result.value;
    crawl.http.vouch(resource.url, resource.resource);
    if (known.resources.some((other) => other.resource === resource.resource)) return;
    known.resources.push(resource);
    crawl.found('understand', `Protected resource metadata for ${resource.resource}`, resource.url);
    enterManual(crawl, resource.documentation, answer.id);
    return;
  }
  const server = result.value;
  if (standardPlace)
    for (const endpoint of [server.tokenEndpoint, server.registrationEndpoint])
      if (endpoint) crawl.http.vouch(url, endpoint);
  const same = known.servers.filter(
    (other) => other.url === server.url || (other.issuer === server.issuer && other.kind === server.kind),
  );
  // A copy that somebody keeps elsewhere does not hide the original, which stands where its issuer says.
  const better = (other: typeof server) => other.conformance !== 'non-conforming' && other.standardPlace;
  if (same.some((other) => other.url === server.url || better(other) || !better(server))) return;
  known.servers = [...known.servers.filter((other) => !same.includes(other)), server];
  crawl.found('understand', `Authorization server metadata of ${server.issuer}`, server.url);
  enterManual(crawl, server.serviceDocumentation, answer.id);
}

/**
 * The manual that metadata names (RFC 8414 §2 `service_documentation`, RFC 9728 §2 `resource_documentation`), when it is the business's own: what
 * hired or packaged software writes there by itself is the manual of its maker.
 */
function enterManual(crawl: Crawl, manual: string | null, exchange: string): void {
  if (manual !== null && (crawl.affiliation.own(manual) || crawl.affiliation.carriesName(manual)))
    enterRelation(crawl, manual, ['service-doc'], [exchange]);
}

/** The first lookup of each address. */
const once = (lookups: readonly Lookup[]): Lookup[] =>
  [...new Map(lookups.toReversed().map((lookup) => [lookup.url, lookup])).values()].toReversed();

/** Metadata of authorization servers and protected resources, wherever anything that was read leads to it. */
export const metadata = source<Lookup, HttpAnswer>({
  id: 'metadata',
  needs: ['robots'],
  with: 'home',
  due: (crawl) =>
    once([
      ...challengedOf(crawl),
      ...typedIssuer(crawl),
      ...rootsOf(crawl),
      ...issuersNamedBy(crawl),
      ...documentsNamedBy(crawl),
      ...issuersAboveEndpoints(crawl),
      ...confirming(crawl),
    ]),
  key: ({ url }) => url,
  ask: askLookup,
  read: readLookup,
});

/** Issuer paths that server software uses by default. */
const conventionalIssuers = ['/oauth', '/oauth2', '/oidc', '/oauth2/default', '/auth', '/api/auth'];

/** Where nothing named an issuer: the site, and a host whose name says that people sign in there. */
export const conventionalMetadata = source<Lookup, HttpAnswer>({
  id: 'metadata by convention',
  needs: ['home'],
  when: 'last',
  due({ known }) {
    if (known.servers.length > 0) return [];
    const login = known.hosts.find(({ role }) => role === 'auth');
    const places = [
      ...known.sites.slice(0, 1).map((origin) => ({ origin, most: 6 })),
      ...(login ? [{ origin: `https://${login.host}`, most: 2 }] : []),
    ];
    return places.flatMap(({ origin, most }) =>
      conventionalIssuers.slice(0, most).map((path): Lookup => ({
        url: `${origin}${path}/.well-known/openid-configuration`,
        what: 'oidc',
        expected: `${origin}${path}`,
        via: 'convention',
        standardPlace: false,
      })),
    );
  },
  key: ({ url }) => url,
  ask: askLookup,
  read: readLookup,
});
