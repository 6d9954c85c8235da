/** Gathers what a crawl has learned: the surface that was found, and the evidence. Says nothing about good or bad. */
import { isStructured, readBareAnswer } from '../read/bare-answer.ts';
import type { Call, Looked, Surface } from '../types.ts';
import { basesToTry } from './bases.ts';
import type { Crawl } from './crawl.ts';
import { mcpCandidates } from './sources/mcp.ts';
import { factOf } from './sources/token-endpoints.ts';
import { tokenCandidates } from './token-candidates.ts';

const sameOrigin = (a: string, b: string): boolean => new URL(a).origin === new URL(b).origin;

/** A base that documents or links name is believed; one that only a guess suggests must have answered like an API. */
function confirmBases(bases: Surface['apiBases'], calls: readonly Call[]): Surface['apiBases'] {
  const answers = (base: string, like: (call: Call) => boolean) =>
    calls.some((call) => sameOrigin(call.url, base) && like(call));
  const likeApi = ({ bare }: Call) =>
    bare !== null && (bare.status === 401 || isStructured(bare.error.format) || bare.challenges.length > 0);
  const refuses = (call: Call) => readBareAnswer(call.bare, call.declaredProtected).kind === 'protected';
  return bases.filter(({ url, via }) => {
    if (via === 'convention') return answers(url, likeApi);
    // A login's userinfo endpoint stands in for an API only when it guards something.
    return via !== 'metadata' || answers(url, refuses);
  });
}

/** What the page, the metadata and the like show as endpoints for people, each once. */
function authorizationEndpoints({ known }: Crawl): Surface['authorizationEndpoints'] {
  const found = [
    ...known.servers.flatMap(({ authorizationEndpoint: url, via, evidence }) => (url ? [{ url, via, evidence }] : [])),
    ...known.mentions
      .filter(({ kind }) => kind === 'authorization')
      .map(({ url, via, evidence }) => ({ url, via, evidence })),
    ...[...known.logins]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([url, ids]) => ({ url, via: 'link' as const, evidence: ids.slice(0, 4) })),
  ];
  return [...new Map(found.map((one) => [one.url, one])).values()].slice(0, 6);
}

/** What was found, in the report's words. */
export function gather(crawl: Crawl): Looked {
  const { known } = crawl;
  const endpoints = known.tokenTalks.map(factOf);
  const mcp = mcpCandidates(crawl);
  const stateOf = (url: string) => known.mcp.find((fact) => fact.url === url)?.state ?? 'absent';
  const bases = known.over ? [] : confirmBases(basesToTry(crawl), known.calls);
  const surface: Surface = {
    apiBases: [
      ...bases,
      ...mcp
        .filter(({ url }) => ['protected', 'open'].includes(stateOf(url)))
        .map((found) => ({ ...found, kind: 'mcp' as const })),
    ],
    tokenEndpoints: tokenCandidates(crawl)
      .filter(({ url }) => endpoints.find((endpoint) => endpoint.url === url)?.life !== 'dead')
      .map(({ url, via, evidence }) => ({ url, via, evidence })),
    authorizationEndpoints: authorizationEndpoints(crawl),
    authorizationServers: known.servers.map(({ url, via, evidence, issuer }) => ({ url, via, evidence, issuer })),
    protectedResources: known.resources.map(({ url, via, evidence, resource }) => ({ url, via, evidence, resource })),
    descriptions: known.descriptions.map(({ url, via, evidence, title }) => ({ url, via, evidence, title })),
    docs: known.docs,
    keyPages: known.keyPages,
    mcp: mcp.filter(({ url }) => stateOf(url) !== 'absent'),
    agentCards: known.agentCards,
    graphql: bases.filter(({ kind }) => kind === 'graphql').map(({ url, via, evidence }) => ({ url, via, evidence })),
  };
  return {
    surface,
    pages: known.pages,
    facts: {
      calls: known.calls.filter(
        ({ url, via }) => via !== 'convention' || bases.some((base) => sameOrigin(base.url, url)),
      ),
      tokenEndpoints: endpoints,
      authorizationServers: known.servers,
      protectedResources: known.resources,
      descriptions: known.descriptions,
      announced: known.announced,
      registrations: known.registrations,
      captchas: known.captchas,
      pages: known.pageFacts,
      mcp: known.mcp,
      metadataLookups: known.lookups,
      reach: {
        ...crawl.reach,
        home: known.first,
        unreachable: known.unreachable ?? (bases.length === 0 ? known.outage : null),
        optedOut: known.optedOut,
        browser: known.browser,
      },
    },
  };
}
