/** The case that every judge is given: surface and evidence, read once into the views that judges share. */
import type { Evidence, Statement, Surface, Topic } from '../types.ts';
import { readAccess, type Access } from './access.ts';
import { readGrants, type Grants } from './grants.ts';
import { hostOf, originOf } from './origin.ts';
import { readWays, type Way, type WayId } from './ways.ts';

export interface Case {
  surface: Surface;
  evidence: Evidence;
  access: Access;
  grants: Grants;
  ways: Way[];
  /** Issuers whose metadata may be believed: the token endpoint that it names is not known to be dead (DESIGN §1.3). */
  issuers: Evidence['authorizationServers'];
  /** Some OAuth was seen: a living token endpoint, metadata, or a grant that anything offers. */
  oauth: boolean;
  /** The API takes calls without credentials and nothing speaks of any (DESIGN §6, n/a). */
  open: boolean;
  /** Only an API description was read; nothing was asked (mode `spec`). */
  specOnly: boolean;
  /** There is something to call. */
  callable: boolean;
}

/**
 * Issuers that are known only as those of an MCP server beside an API of another kind: what they offer is offered, but what they
 * lack says nothing of the API.
 */
function mcpOnlyIssuers(surface: Surface, evidence: Evidence): ReadonlySet<string> {
  if (!surface.apiBases.some((base) => base.kind !== 'mcp')) return new Set();
  const servers = new Set(surface.mcp.map(({ url }) => originOf(url)));
  const ofMcp = (resource: string) => /mcp/i.test(resource) || servers.has(originOf(resource));
  const named = (mcp: boolean) => new Set(evidence.protectedResources.filter((r) => ofMcp(r.resource) === mcp).flatMap((r) => r.authorizationServers.map((issuer) => issuer.replace(/\/$/, ''))));
  const others = named(false);
  const apiHosts = new Set(surface.apiBases.filter((base) => base.kind !== 'mcp').map((base) => hostOf(base.url)).filter(Boolean));
  return new Set([...named(true), ...evidence.authorizationServers.filter((s) => /^mcp\./i.test(hostOf(s.url))).map((s) => s.issuer)].filter((issuer) => !others.has(issuer) && !apiHosts.has(hostOf(issuer))));
}

/** Builds the case. Pure; the order of evidence decides nothing but the order of citations. */
export function readCase(surface: Surface, found: Evidence): Case {
  const callable = surface.apiBases.length > 0 || surface.mcp.length > 0 || found.descriptions.length > 0;
  // With no API of its own, a site that explains OAuth explains somebody else's.
  const evidence = callable || found.tokenEndpoints.some((t) => t.life === 'alive') ? found : { ...found, statements: found.statements.filter((s) => s.topic === 'no-tokens' || s.topic === 'cookie') };
  const access = readAccess(evidence.calls);
  const dead = new Set(evidence.tokenEndpoints.filter((t) => t.life === 'dead').map((t) => t.url));
  const issuers = evidence.authorizationServers.filter((s) => s.tokenEndpoint === null || !dead.has(s.tokenEndpoint));
  const grants = readGrants({ ...evidence, authorizationServers: issuers }, mcpOnlyIssuers(surface, evidence));
  const ways = readWays(evidence);
  const oauth = evidence.tokenEndpoints.some((t) => t.life !== 'dead') || issuers.length > 0 || Object.values(grants).some((g) => g.offered === 'yes');
  const keysKnown = ways.length > 0 || evidence.statements.some((s) => ['self-service', 'approval'].includes(s.topic));
  return {
    surface, evidence, access, grants, ways, issuers, oauth,
    open: access.open.length > 0 && access.guarded.length === 0 && access.late.length === 0 && access.unobserved.length === 0 && !oauth && !keysKnown,
    specOnly: evidence.reach.probes === 0 && evidence.descriptions.length > 0,
    callable,
  };
}

/** Statements of a topic with at least the given strength. */
export function said(subject: Case, topic: Topic, polarity: Statement['polarity'] = 'affirm', strength = 2): Statement[] {
  return subject.evidence.statements.filter((s) => s.topic === topic && s.polarity === polarity && s.strength >= strength);
}

/**
 * Whether silence means something: a page of documentation was read, or nothing kept us from reading one. Otherwise what no
 * document said was not looked at (DESIGN §6: silent and unobserved).
 */
export function couldRead({ evidence }: Case): boolean {
  const read = evidence.pages.some((page) => page.role === 'docs' && (!page.needsScript || page.rendered));
  return read || evidence.reach.blocked + evidence.reach.failed === 0;
}

/** The best-evidenced way of one kind, if the API takes it. */
export function wayOf(subject: Case, id: WayId): Way | undefined {
  const order = ['verified', 'observed', 'declared', 'documented', 'inferred'];
  return subject.ways.filter((way) => way.id === id).sort((a, b) => order.indexOf(a.confidence) - order.indexOf(b.confidence))[0];
}

/** Grants by which a program gets a token with no person at all (STANDARDS §4). */
export function machineGrant(subject: Case): { id: string; because: string; evidence: string[]; confidence: Case['grants']['client_credentials']['confidence'] } | null {
  const { client_credentials: cc, jwt_bearer: jwt } = subject.grants;
  if (cc.offered === 'yes') return cc;
  if (jwt.offered === 'yes') return jwt;
  // A vendor's own grant counts only under a grant_type of its own; a JWT traded elsewhere is an API call, not a grant (STANDARDS F2).
  const vendor = said(subject, 'grant:vendor').find((s) => s.value !== null);
  return vendor ? { id: vendor.value ?? 'vendor', because: `the documentation says: “${vendor.quote}”`, evidence: vendor.evidence, confidence: 'documented' } : null;
}

/** A key or token that is not OAuth's: its statement or way, when anything shows that one exists. */
export function staticKey(subject: Case): { because: string; evidence: string[] } | null {
  // Beside OAuth, a client id and secret made by oneself are what a program brings to a grant, not a key that opens the API.
  const opens = (s: Statement) => !subject.oauth || ((!/\b(sandbox|test)\b/i.test(s.quote) || /\b(production|live)\b/i.test(s.quote)) && /\b(keys?|tokens?|pat|app(lication)?[ -](specific )?passwords?)\b|schlüssel|clé|clave|chave|キー|密钥|키/i.test(s.quote.replace(/client (key|token)s?|consumer keys?|keys? (&|and) credentials/gi, '')));
  const key = said(subject, 'self-service').find(opens) ?? said(subject, 'static-keys')[0];
  if (key) return { because: `the documentation says: “${key.quote}”`, evidence: key.evidence };
  // Beside OAuth, Basic in the documentation is most often how a client authenticates at the token endpoint (RFC 6749 §2.3.1).
  const standsAlone = (way: Way | undefined) => way !== undefined && !(way.id === 'basic' && subject.oauth && way.confidence === 'documented');
  const way = (['own-header', 'basic', 'query', 'other-scheme'] as const).map((id) => wayOf(subject, id)).find(standsAlone);
  if (way) return way;
  const bearer = subject.oauth ? undefined : wayOf(subject, 'bearer');
  return bearer ?? null;
}
