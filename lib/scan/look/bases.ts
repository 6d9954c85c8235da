/** Where the API is: every host that documents, samples, links or its own answers show to be one, best-evidenced first. */
import { vias } from '../vocabulary.ts';
import type { Surface } from '../types.ts';
import { isExampleHost, isTemplate } from './affiliation.ts';
import type { Crawl } from './crawl.ts';
import { roleOf } from './host-names.ts';
import type { Mention } from './mentions.ts';
import { isWebUrl, urlOf, withoutSlash } from '../text.ts';

type Base = Surface['apiBases'][number];

const versionSegment =
  /^(apis?|rest|v\d+(\.\d+)?|\d+\.\d+|\d{4}-\d{2}(-\d{2})?|wp-json|graphql|services?|odata|jsonapi)$/i;

/** Origin plus the path up to the last segment that names an API or a version, among the first four. */
export function baseOf(raw: string): string {
  const url = new URL(raw);
  const segments = url.pathname.split('/').filter(Boolean).slice(0, 4);
  let last = -1;
  for (const [index, segment] of segments.entries())
    if (versionSegment.test(segment.replace(/\.(json|xml)$/, ''))) last = index;
  return last < 0 ? url.origin : `${url.origin}/${segments.slice(0, last + 1).join('/')}`;
}

/**
 * What pages mention, with relative paths (`POST /oauth/token`) put where they belong: on the host that documentation names as the API's,
 * else on the host of the page that prints them, unless that host is one for documentation only.
 */
export function placedMentions(crawl: Crawl): Mention[] {
  const { known, target, affiliation } = crawl;
  if (!known.mentions.some(({ relative }) => relative)) return known.mentions;
  const named = namedBases(
    crawl,
    known.mentions.filter(({ relative }) => !relative),
  ).find(({ url }) => !isTemplate(url));
  return known.mentions.flatMap((mention): Mention[] => {
    if (!mention.relative) return [mention];
    const { pathname, search, hostname } = new URL(mention.url);
    if (!named) {
      const prints = affiliation.own(mention.url) && !['docs', 'help'].includes(roleOf(hostname, target.domain) ?? '');
      return prints ? [mention] : [];
    }
    const base = new URL(named.url);
    const below = mention.kind === 'token' || pathname.startsWith(`${withoutSlash(base.pathname)}/`);
    return [{ ...mention, url: (below ? base.origin : withoutSlash(named.url)) + pathname + search }];
  });
}

/** Bases of the API, from everything that was read. */
export const findBases = (crawl: Crawl): Base[] => namedBases(crawl, placedMentions(crawl));

/** Bases of the API. A foreign host counts only where a description declares it or documentation names it as the base. */
function namedBases({ known, affiliation, target }: Crawl, mentions: readonly Mention[]): Base[] {
  const found = new Map<string, Base & { hits: number }>();
  const add = (url: string, via: Base['via'], evidence: string[], kind: Base['kind'] = 'rest') => {
    if (!isWebUrl(url)) return;
    const base = baseOf(url);
    const before = found.get(base);
    if (!before) found.set(base, { url: base, via, evidence: evidence.slice(0, 4), kind, hits: 1 });
    else {
      before.hits += 1;
      if (kind === 'graphql') before.kind = kind;
      if (vias.indexOf(via) < vias.indexOf(before.via))
        found.set(base, { ...before, via, evidence: evidence.slice(0, 4) });
    }
  };
  const acceptable = (host: string) => !isExampleHost(host, target.host);
  for (const description of known.descriptions)
    for (const server of description.servers.slice(0, 3))
      if (URL.canParse(server) && acceptable(new URL(server).hostname))
        add(server, 'description', description.evidence);
  for (const { origin, via, evidence } of known.apiOrigins)
    add(origin, via, evidence, /\/\/graphql\./.test(origin) ? 'graphql' : 'rest');
  for (const root of known.roots)
    add(
      root.url,
      root.via,
      root.evidence,
      root.kind ?? (/\/graphql\/?$/i.test(new URL(root.url).pathname) ? 'graphql' : 'rest'),
    );
  const api = mentions
    .filter(({ kind }) => kind === 'api' || kind === 'graphql')
    .flatMap((mention) => {
      const url = urlOf(mention.url);
      return url === null ? [] : [{ ...mention, host: url.hostname }];
    });
  const owned = new Map(api.map(({ host, url }) => [host, affiliation.own(url)]));
  const strong = new Set(api.flatMap((mention) => (mention.strong ? mention.host : [])));
  // Documentation also shows how to call other people's APIs: a foreign host counts only where no own one is documented.
  const ownDocumented = api.some(({ host, via }) => owned.get(host) && via !== 'page-script');
  for (const { url, via, evidence, kind, host } of api) {
    if (!acceptable(host)) continue;
    const foreignNamed = via !== 'page-script' && strong.has(host) && !ownDocumented;
    if (owned.get(host) || foreignNamed) add(url, via, evidence, kind === 'graphql' ? 'graphql' : 'rest');
  }
  // A deeper base of the same origin says more than the bare origin, and never stands beside it with the same meaning.
  const bases = [...found.values()];
  return bases
    .filter(
      (base) =>
        !(
          base.url === new URL(base.url).origin &&
          bases.some(
            (other) =>
              other !== base &&
              new URL(other.url).origin === base.url &&
              vias.indexOf(other.via) <= vias.indexOf(base.via),
          )
        ),
    )
    .sort(
      (a, b) =>
        Number(isTemplate(a.url)) - Number(isTemplate(b.url)) ||
        vias.indexOf(a.via) - vias.indexOf(b.via) ||
        b.hits - a.hits ||
        (a.url < b.url ? -1 : 1),
    )
    .slice(0, 8)
    .map(({ url, via, evidence, kind }) => ({ url, via, evidence, kind }));
}

/** With no base named anywhere, the target's own origin is tried: it may be the API itself. */
export function basesToTry(crawl: Crawl): Base[] {
  const bases = findBases(crawl);
  if (bases.length > 0) return bases;
  const { servers, sites, first } = crawl.known;
  const userinfo = servers.find((s) => s.userinfoEndpoint && URL.canParse(s.userinfoEndpoint));
  const fallback: Base[] = userinfo?.userinfoEndpoint
    ? [{ url: new URL(userinfo.userinfoEndpoint).origin, via: 'metadata', evidence: userinfo.evidence, kind: 'rest' }]
    : [];
  const origins = sites.filter((origin) => !fallback.some((base) => base.url === origin));
  return [
    ...fallback,
    ...origins.slice(0, 1).map((origin): Base => ({ url: origin, via: 'convention', evidence: first, kind: 'rest' })),
  ];
}
