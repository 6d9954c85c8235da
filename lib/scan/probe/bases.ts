/** Where the API is: every host that documents, samples, links or its own answers show to be one, best-evidenced first. */
import { vias } from '../facts.ts';
import type { Discovery } from '../discover/index.ts';
import { isExampleHost, isTemplate } from '../discover/affiliation.ts';
import type { Scout } from '../discover/scout.ts';
import type { Surface } from '../types.ts';

type Base = Surface['apiBases'][number];

const versionSegment = /^(apis?|rest|v\d+(\.\d+)?|\d{4}-\d{2}(-\d{2})?|wp-json|graphql|services?|odata|jsonapi)$/i;
export { isTemplate as templated };

/** Origin plus the path up to the last segment that names an API or a version, among the first four. */
export function baseOf(raw: string): string {
  const url = new URL(raw);
  const segments = url.pathname.split('/').filter(Boolean).slice(0, 4);
  let last = -1;
  for (const [index, segment] of segments.entries()) if (versionSegment.test(segment.replace(/\.(json|xml)$/, ''))) last = index;
  return last < 0 ? url.origin : `${url.origin}/${segments.slice(0, last + 1).join('/')}`;
}

/** Bases of the API. A foreign host counts only where a description declares it or documentation names it as the base. */
export function findBases(scout: Scout, { notebook }: Discovery): Base[] {
  const found = new Map<string, Base & { hits: number }>();
  const add = (url: string, via: Base['via'], evidence: string[], kind: Base['kind'] = 'rest') => {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return;
    const base = baseOf(url);
    const known = found.get(base);
    if (!known) found.set(base, { url: base, via, evidence: evidence.slice(0, 4), kind, hits: 1 });
    else {
      known.hits += 1;
      if (kind === 'graphql') known.kind = kind;
      if (vias.indexOf(via) < vias.indexOf(known.via)) found.set(base, { ...known, via, evidence: evidence.slice(0, 4) });
    }
  };
  const acceptable = (host: string) => !isExampleHost(host, scout.target.host);
  for (const description of notebook.descriptions) for (const server of description.servers.slice(0, 3)) if (URL.canParse(server) && acceptable(new URL(server).hostname)) add(server, 'description', description.evidence);
  for (const { origin, via, evidence } of notebook.apiOrigins) add(origin, via, evidence, /\/\/graphql\./.test(origin) ? 'graphql' : 'rest');
  for (const root of notebook.roots) add(root.url, root.via, root.evidence, /\/graphql\/?$/i.test(new URL(root.url).pathname) ? 'graphql' : 'rest');
  const api = notebook.mentions.filter((m) => (m.kind === 'api' || m.kind === 'graphql') && URL.canParse(m.url));
  for (const mention of api) {
    const host = new URL(mention.url).hostname;
    if (!acceptable(host)) continue;
    const own = scout.affiliation.own(host);
    if (mention.via === 'page-script' && !own) continue;
    const told = api.filter((m) => new URL(m.url).hostname === host);
    // Documentation also shows how to call other people's APIs: a foreign host counts only where no own one is documented.
    const foreignNamed = told.some((m) => m.strong) && api.every((m) => !scout.affiliation.own(new URL(m.url).hostname) || m.via === 'page-script');
    if (own || foreignNamed) add(mention.url, mention.via, mention.evidence, mention.kind === 'graphql' ? 'graphql' : 'rest');
  }
  // A deeper base of the same origin says more than the bare origin, and never stands beside it with the same meaning.
  const bases = [...found.values()];
  return bases
    .filter((base) => !(base.url === new URL(base.url).origin && bases.some((other) => other !== base && new URL(other.url).origin === base.url && vias.indexOf(other.via) <= vias.indexOf(base.via))))
    .sort((a, b) => Number(isTemplate(a.url)) - Number(isTemplate(b.url)) || vias.indexOf(a.via) - vias.indexOf(b.via) || b.hits - a.hits || (a.url < b.url ? -1 : 1))
    .slice(0, 8)
    .map(({ url, via, evidence, kind }) => ({ url, via, evidence, kind }));
}
