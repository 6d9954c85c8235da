/** Runs the probes over what discovery found, and gathers all facts into Surface and Evidence. Says nothing about good or bad. */
import type { Discovery } from '../discover/index.ts';
import { issuerLookups, lookUp } from '../discover/metadata.ts';
import type { Scout } from '../discover/scout.ts';
import type { Call, Evidence, Surface } from '../types.ts';
import { findBases } from './bases.ts';
import { makeCalls } from './calls.ts';
import { askMcp, mcpCandidates } from './mcp.ts';
import { readStatements } from './prose/index.ts';
import { askRegistrations } from './registration.ts';
import { askTokenEndpoints, tokenCandidates } from './token-endpoint.ts';

/** A 401 of the API itself may name its protected resource metadata (RFC 9728 §5.1): the strongest way to the issuer. */
async function followChallenges(scout: Scout, { notebook }: Discovery, calls: readonly Call[]): Promise<void> {
  for (const call of calls) {
    const named = call.bare?.challenges.map((c) => c.parameters['resource_metadata']).find((value) => value !== undefined && URL.canParse(value));
    if (named) await lookUp(scout, notebook, [{ url: named, what: 'resource', expected: call.url, via: 'challenge', standardPlace: true }]);
  }
  const issuers = notebook.resources.flatMap((r) => r.authorizationServers).filter((issuer) => URL.canParse(issuer) && !notebook.servers.some((s) => s.issuer === issuer));
  await lookUp(scout, notebook, [...new Set(issuers)].slice(0, 2).flatMap((issuer) => issuerLookups(issuer, 'metadata', true).slice(0, 3)));
}

/** A base that documents or links name is believed; one that only a guess suggests must have answered like an API. */
function confirmBases(bases: Surface['apiBases'], calls: readonly Call[]): Surface['apiBases'] {
  const answersLikeApi = (base: string) => calls.some((call) => new URL(call.url).origin === new URL(base).origin && call.bare !== null && (call.bare.status === 401 || call.bare.error.format === 'json' || call.bare.challenges.length > 0));
  return bases.filter((base) => base.via !== 'convention' || answersLikeApi(base.url));
}

/** With no base named anywhere, the target's own origin is tried: it may be the API itself. */
function basesToTry(scout: Scout, discovery: Discovery): Surface['apiBases'] {
  const bases = findBases(scout, discovery);
  if (bases.length > 0) return bases;
  const userinfo = discovery.notebook.servers.find((s) => s.userinfoEndpoint && URL.canParse(s.userinfoEndpoint));
  const fallback: Surface['apiBases'] = userinfo?.userinfoEndpoint ? [{ url: new URL(userinfo.userinfoEndpoint).origin, via: 'metadata', evidence: userinfo.evidence, kind: 'rest' }] : [];
  const origins = discovery.sites.filter((origin) => !fallback.some((base) => base.url === origin));
  return [...fallback, ...origins.slice(0, 1).flatMap((origin): Surface['apiBases'] => [{ url: origin, via: 'convention', evidence: ['x1'], kind: 'rest' }])];
}

/** Probes and collects. `random` gives fresh strings that are bound to fail as credentials. */
export async function probe(scout: Scout, discovery: Discovery, random: () => string, seed: string): Promise<{ surface: Surface; evidence: Evidence }> {
  const { notebook } = discovery;
  const reached = discovery.unreachable === null && !discovery.optedOut;
  const tried = reached ? basesToTry(scout, discovery) : [];
  const mcp = reached ? mcpCandidates(scout, discovery) : [];
  const [calls, tokenFacts, registrations, mcpAnswers] = await Promise.all([
    reached ? makeCalls(scout, discovery, tried, random, seed) : [],
    reached ? askTokenEndpoints(scout, discovery, random, []) : [],
    reached ? askRegistrations(scout, notebook, []) : [],
    askMcp(scout, discovery, mcp),
  ]);
  await followChallenges(scout, discovery, calls);
  // Metadata met only behind a challenge names endpoints of its own: they are asked in a second turn.
  const [lateTokens, lateRegistrations] = await Promise.all([
    reached ? askTokenEndpoints(scout, discovery, random, tokenFacts) : [],
    reached ? askRegistrations(scout, notebook, registrations) : [],
  ]);
  const allCalls = [...calls, ...mcpAnswers.calls];
  const bases = confirmBases(tried, allCalls);
  const callsOnConfirmed = allCalls.filter((call) => call.via !== 'convention' || bases.some((base) => new URL(base.url).origin === new URL(call.url).origin));
  const endpoints = [...tokenFacts, ...lateTokens];
  const surface: Surface = {
    apiBases: bases,
    tokenEndpoints: tokenCandidates(scout, discovery)
      .filter(({ url }) => endpoints.find((t) => t.url === url)?.life !== 'dead')
      .map(({ url, via, evidence }) => ({ url, via, evidence })),
    authorizationEndpoints: [...new Map([
      ...notebook.servers.flatMap((s) => (s.authorizationEndpoint ? [[s.authorizationEndpoint, { url: s.authorizationEndpoint, via: s.via, evidence: s.evidence }] as const] : [])),
      ...notebook.mentions.filter((m) => m.kind === 'authorization').map((m) => [m.url, { url: m.url, via: m.via, evidence: m.evidence }] as const),
    ]).values()].slice(0, 6),
    authorizationServers: notebook.servers.map(({ url, via, evidence, issuer }) => ({ url, via, evidence, issuer })),
    protectedResources: notebook.resources.map(({ url, via, evidence, resource }) => ({ url, via, evidence, resource })),
    descriptions: notebook.descriptions.map(({ url, via, evidence, title }) => ({ url, via, evidence, title })),
    docs: notebook.docs,
    keyPages: notebook.keyPages,
    mcp: mcp.filter(({ url }) => mcpAnswers.facts.some((fact) => fact.url === url && fact.state !== 'absent')),
    agentCards: notebook.agentCards,
    graphql: bases.filter((base) => base.kind === 'graphql').map(({ url, via, evidence }) => ({ url, via, evidence })),
  };
  const evidence: Evidence = {
    calls: callsOnConfirmed,
    tokenEndpoints: endpoints,
    authorizationServers: notebook.servers,
    protectedResources: notebook.resources,
    descriptions: notebook.descriptions,
    registrations: [...registrations, ...lateRegistrations],
    statements: notebook.pages.flatMap((page) => readStatements(page)).slice(0, 1_000),
    captchas: notebook.captchas,
    pages: notebook.pageFacts,
    mcp: mcpAnswers.facts,
    metadataLookups: notebook.lookups,
    reach: { ...scout.reach, unreachable: discovery.unreachable, optedOut: discovery.optedOut, browser: 'off' },
  };
  return { surface, evidence };
}

