/** Which endpoints are worth a call, best first: what documents, samples, links and answers name. GET only, or what reads by POST. */
import { effectOfCall } from '../http/effects.ts';
import { withoutCredentials } from '../read/sample-url.ts';
import type { Call, Surface } from '../types.ts';
import { hasPlaceholder, isExampleHost, isTemplate } from './affiliation.ts';
import { baseOf, placedMentions } from './bases.ts';
import { parseJson, type Crawl } from './crawl.ts';
import { linksOf } from '../read/json-links.ts';
import { classifyMention, type Mention } from './mentions.ts';
import { changesSomething, readsByPost } from './verbs.ts';
import { isWebUrl, plainName, urlOf, withoutSlash } from '../text.ts';
import { setOf } from '../names.ts';

export interface Candidate {
  url: string;
  method: Call['method'];
  base: string;
  kind: Call['kind'];
  via: Call['via'];
  declaredProtected: boolean | null;
  accept: string | null;
  /** What is posted, null for GET. */
  body: string | null;
  /** Higher is called first. */
  points: number;
}

/** What GraphQL servers are asked first: the name of the root type, which every schema has (GraphQL §4.1). It reads nothing. */
export const graphqlBody = '{"query":"{__typename}"}';

const aboutTheCaller = setOf(
  'me self user account accounts whoami profile currentuser users projects organizations teams settings customers contacts lists ' +
    'items orders invoices charges balance',
);
const lastSegment = (url: string): string => {
  const last = new URL(url).pathname.split('/').findLast((segment) => segment !== '') ?? '';
  return plainName(last).replace(/\.json$/, '');
};
/** Whether a path ends in what belongs to whoever calls: such endpoints are protected almost everywhere. */
export const isAboutTheCaller = (url: string): boolean => aboutTheCaller.has(lastSegment(url));

/** Endpoints about the caller first, then the shorter path. */
export const rank = (url: string): number =>
  (isAboutTheCaller(url) ? 6 : 0) - new URL(url).pathname.split('/').length * 0.1;

/** A candidate called by GET; null when its address is a template or changes something. */
export function candidateAt(url: string, via: Call['via'], more: Partial<Candidate> = {}): Candidate[] {
  const address = urlOf(url);
  if (address === null || hasPlaceholder(address.host) || effectOfCall(address) !== null) return [];
  return [
    {
      url: address.href,
      method: 'GET',
      base: baseOf(url),
      kind: 'rest',
      via,
      declaredProtected: null,
      accept: null,
      body: null,
      ...more,
      points: (more.points ?? 0) + rank(url),
    },
  ];
}

const endsIn = (url: string, word: string): boolean => withoutSlash(new URL(url).pathname).toLowerCase().endsWith(word);

/** The typed endpoint, and links that answered as endpoints do. */
const namedOutright = ({ known }: Crawl): Candidate[] => [
  ...known.roots
    .filter(({ url, via, kind }) => via === 'target' && kind !== 'graphql' && !endsIn(url, '/graphql'))
    .flatMap(({ url }) => candidateAt(url, 'target', { points: 40 })),
  ...known.doors.flatMap(({ url, guarded }) =>
    candidateAt(url, 'page-link', { declaredProtected: guarded || null, points: guarded ? 26 : 20 }),
  ),
];

function described({ known, target }: Crawl, meant: (url: string) => string): Candidate[] {
  return known.descriptions
    .flatMap(({ operations }) => operations.slice(0, 12))
    .map((operation) => ({ ...operation, url: meant(operation.url) }))
    .filter(({ url }) => URL.canParse(url) && !isExampleHost(new URL(url).hostname, target.host))
    .flatMap(({ url, secured, required }) => {
      const fair = secured === false ? 5 : secured ? 30 : 22;
      return candidateAt(withoutCredentials(url), 'description', {
        declaredProtected: secured,
        points: fair - required.length * 3 - (isTemplate(url) ? 6 : 0),
      });
    });
}

/** An endpoint that a sample or a sentence shows. */
function shown(mention: Mention, written: string): Candidate[] {
  const url = withoutCredentials(written);
  if (isTemplate(url)) return [];
  const { pathname } = new URL(url);
  const bare = pathname === '/' || baseOf(url) === withoutSlash(url);
  const reads = mention.method === null || mention.method === 'GET';
  if (!reads && changesSomething(pathname)) return [];
  const declaredProtected = mention.strong || mention.guarded || null;
  const { via, accept } = mention;
  if (mention.method === 'POST' && readsByPost(pathname) && !isTemplate(mention.url))
    return candidateAt(url, via, { method: 'POST', declaredProtected, accept, body: '{}', points: 23 });
  return candidateAt(url, via, {
    declaredProtected: bare ? null : declaredProtected,
    accept,
    points: (reads ? 24 : 14) - (bare ? 16 : 0) - (url === written ? 0 : 4) - (mention.relative ? 2 : 0),
  });
}

/** Whether an address of an index may be called: a token endpoint is not one for GET. */
const isCall = (key: string, url: string): boolean =>
  ['api', null].includes(classifyMention(url, `${key}: ${url}`, '', null, false));

/** Protected resources of metadata, and what the first answer of an API host names or refuses. */
const implied = ({ known, affiliation }: Crawl): Candidate[] => [
  // OIDC Core §5.3: the userinfo endpoint is a protected resource that takes a bearer token by GET.
  ...known.servers
    .filter(({ conformance }) => conformance !== 'non-conforming')
    .flatMap(({ userinfoEndpoint }) =>
      userinfoEndpoint ? candidateAt(userinfoEndpoint, 'metadata', { declaredProtected: true, points: 12 }) : [],
    ),
  ...known.apiOrigins.flatMap(({ origin, sample, via }) => [
    ...linksOf(parseJson(sample.text), sample.url)
      .filter(({ key, url }) => new URL(url).origin === origin && isCall(key, url))
      .flatMap(({ url }) => candidateAt(url, via, { points: 8 })),
    // An API host that already refused the first look needs no better endpoint to show how it refuses.
    ...(sample.status === 401 || (sample.status === 403 && parseJson(sample.text) !== undefined)
      ? candidateAt(sample.url, via, { points: 4 })
      : []),
  ]),
  ...known.resources
    .filter(
      ({ resource }) => isWebUrl(resource) && !resource.toLowerCase().includes('mcp') && affiliation.own(resource),
    )
    .flatMap(({ resource }) => candidateAt(resource, 'metadata', { declaredProtected: true, points: 10 })),
];

/** Every candidate once, best first. `bases`: where the API is. */
export function callCandidates(crawl: Crawl, bases: Surface['apiBases']): Candidate[] {
  const { target, affiliation } = crawl;
  const origins = new Set(bases.map(({ url }) => new URL(url).origin));
  // The manual of software that people run themselves names a placeholder host (RFC 2606): where no host is named besides, it speaks of
  // the server at hand.
  const here = bases.every(({ via }) => via === 'convention' || via === 'metadata')
    ? bases.find(({ url }) => affiliation.own(url))
    : undefined;
  const meant = (url: string): string =>
    here && URL.canParse(url) && isExampleHost(new URL(url).hostname, target.host)
      ? new URL(here.url).origin + url.slice(new URL(url).origin.length)
      : url;
  const mentioned = placedMentions(crawl)
    .filter(({ kind }) => kind === 'api')
    .flatMap((mention) => {
      const written = meant(mention.url);
      return URL.canParse(written) && origins.has(new URL(written).origin) ? shown(mention, written) : [];
    });
  const all = [...namedOutright(crawl), ...described(crawl, meant), ...mentioned, ...implied(crawl)].sort(
    (a, b) => b.points - a.points || (a.url < b.url ? -1 : 1),
  );
  return [...new Map(all.toReversed().map((one) => [`${one.method} ${one.url}`, one])).values()].toReversed();
}
