/** Runs the probes over what discovery found, and gathers all facts into Surface and Evidence. Says nothing about good or bad. */
import { namesExampleHost } from '../discover/affiliation.ts';
import type { Discovery } from '../discover/index.ts';
import { awaitedLater } from '../awaited-later.ts';
import { issuerLookups, lookUp } from '../discover/metadata.ts';
import type { Scout } from '../discover/scout.ts';
import type { Call, Evidence, McpFact, Reach, Registration, Surface, TokenEndpoint } from '../types.ts';
import { readBareAnswer } from './bare-answer.ts';
import { findBases } from './bases.ts';
import { callConventional, callNamed, type ProbeKeys } from './calls.ts';
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
  await lookUp(scout, notebook, [...new Set(issuers)].slice(0, 2).flatMap((issuer) => issuerLookups(issuer, 'metadata', true)));
}

/** A base that documents or links name is believed; one that only a guess suggests must have answered like an API. */
function confirmBases(bases: Surface['apiBases'], calls: readonly Call[]): Surface['apiBases'] {
  const answersLikeApi = (base: string) => calls.some((call) => new URL(call.url).origin === new URL(base).origin && call.bare !== null && (call.bare.status === 401 || call.bare.error.format === 'json' || call.bare.challenges.length > 0));
  const refuses = (base: string) => calls.some((call) => new URL(call.url).origin === new URL(base).origin && readBareAnswer(call.bare, call.declaredProtected).kind === 'protected');
  // A login's userinfo endpoint stands in for an API only when it guards something.
  return bases.filter((base) => (base.via === 'convention' ? answersLikeApi(base.url) : base.via === 'metadata' ? refuses(base.url) : true));
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

/** Probes that run beside discovery. Each thing is asked once; every round asks what is new. */
export interface Probing {
  /** Starts what can be asked by now. */
  advance(discovery: Discovery): void;
  /** Asks the rest and gathers all facts. */
  finish(discovery: Discovery, browser: Reach['browser']): Promise<{ surface: Surface; evidence: Evidence }>;
}

interface Facts {
  calls: Call[];
  tokenEndpoints: TokenEndpoint[];
  registrations: Registration[];
  mcp: McpFact[];
}

/** `keys.random` gives fresh strings that are bound to fail as credentials. */
export function createProbing(scout: Scout, keys: ProbeKeys): Probing {
  const facts: Facts = { calls: [], tokenEndpoints: [], registrations: [], mcp: [] };
  const asked = new Set<string>();
  let rounds = 0;
  /** Probes of one kind run one after the other, so that each sees what the one before has asked; kinds do not wait for each other. */
  const turns = { tokens: Promise.resolve(), registrations: Promise.resolve(), mcp: Promise.resolve(), calls: Promise.resolve() };

  const askNew = (discovery: Discovery, withCalls: boolean) => {
    turns.tokens = awaitedLater(turns.tokens.then(async () => {
      facts.tokenEndpoints.push(...(await askTokenEndpoints(scout, discovery, keys.random, facts.tokenEndpoints)));
    }));
    turns.registrations = awaitedLater(turns.registrations.then(async () => {
      facts.registrations.push(...(await askRegistrations(scout, discovery.notebook, facts.registrations)));
    }));
    turns.mcp = awaitedLater(turns.mcp.then(async () => {
      const fresh = mcpCandidates(scout, discovery).filter(({ url }) => !asked.has(url)).slice(0, Math.max(0, 2 - facts.mcp.length));
      for (const { url } of fresh) asked.add(url);
      const answers = await askMcp(scout, discovery, fresh);
      facts.mcp.push(...answers.facts);
      facts.calls.push(...answers.calls);
    }));
    if (withCalls) {
      turns.calls = awaitedLater(turns.calls.then(async () => {
        facts.calls.push(...(await callNamed(scout, discovery, basesToTry(scout, discovery), keys, facts.calls)));
      }));
    }
  };

  return {
    advance(discovery) {
      rounds += 1;
      // The first documents name endpoints in passing; calls wait for the round that has read the pages about authentication.
      askNew(discovery, rounds >= 3);
    },
    async finish(discovery, browser) {
      if (discovery.unreachable === null && !discovery.optedOut) {
        askNew(discovery, true);
        turns.calls = awaitedLater(turns.calls.then(async () => {
          facts.calls.push(...(await callConventional(scout, basesToTry(scout, discovery), keys, facts.calls)));
        }));
        await Promise.all(Object.values(turns));
        const before = discovery.notebook.servers.length;
        await followChallenges(scout, discovery, facts.calls);
        // Metadata met only behind a challenge names endpoints of its own.
        if (discovery.notebook.servers.length > before) askNew(discovery, false);
      }
      await Promise.all(Object.values(turns));
      return gatherFacts(scout, discovery, facts, browser);
    },
  };
}

function gatherFacts(scout: Scout, discovery: Discovery, facts: Facts, browser: Reach['browser']): { surface: Surface; evidence: Evidence } {
  const { notebook } = discovery;
  const reached = discovery.unreachable === null && !discovery.optedOut;
  const tried = reached ? basesToTry(scout, discovery) : [];
  const mcp = mcpCandidates(scout, discovery);
  const allCalls = facts.calls;
  const bases = confirmBases(tried, allCalls);
  const callsOnConfirmed = allCalls.filter((call) => call.via !== 'convention' || bases.some((base) => new URL(base.url).origin === new URL(call.url).origin));
  const endpoints = facts.tokenEndpoints;
  const surface: Surface = {
    apiBases: [...bases, ...mcp.filter(({ url }) => facts.mcp.some((fact) => fact.url === url && (fact.state === 'protected' || fact.state === 'open'))).map(({ url, via, evidence }) => ({ url, via, evidence, kind: 'mcp' as const }))],
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
    mcp: mcp.filter(({ url }) => facts.mcp.some((fact) => fact.url === url && fact.state !== 'absent')),
    agentCards: notebook.agentCards,
    graphql: bases.filter((base) => base.kind === 'graphql').map(({ url, via, evidence }) => ({ url, via, evidence })),
  };
  const evidence: Evidence = {
    calls: callsOnConfirmed,
    tokenEndpoints: endpoints,
    authorizationServers: notebook.servers,
    protectedResources: notebook.resources,
    descriptions: notebook.descriptions,
    registrations: facts.registrations,
    statements: notebook.pages.flatMap((page) => readStatements(page)).filter((statement) => !namesExampleHost(statement.quote, scout.target.host)).slice(0, 1_000),
    captchas: notebook.captchas,
    pages: notebook.pageFacts,
    mcp: facts.mcp,
    metadataLookups: notebook.lookups,
    reach: { ...scout.reach, unreachable: discovery.unreachable ?? (bases.length === 0 ? discovery.outage : null), optedOut: discovery.optedOut, browser },
  };
  return { surface, evidence };
}

