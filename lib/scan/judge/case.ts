/** The case that every judge is given: surface and evidence, read once into the views that judges share. */
import type {
  DescribedScheme,
  Description,
  Evidence,
  Statement,
  Surface,
  Target,
  TokenEndpoint,
  Topic,
} from '../types.ts';
import { confidences } from '../vocabulary.ts';
import { readAccess, type Access } from './access.ts';
import { callsOf, readHandshake, type Handshake } from './handshake.ts';
import { readGrants, type Grants, type GrantView } from './grants.ts';
import { hostOf, originOf } from './origin.ts';
import { readWays, wayIds, wayTable, type Way, type WayId } from './ways.ts';
import { withoutSlash } from '../text.ts';

export interface Case {
  target: Target;
  surface: Surface;
  evidence: Evidence;
  access: Access;
  grants: Grants;
  ways: Way[];
  /** Issuers whose metadata may be believed: the token endpoint that it names is not known to be dead (DESIGN §1.3). */
  issuers: Evidence['authorizationServers'];
  /** Some OAuth was seen: a living token endpoint, metadata, or a grant that anything offers. */
  oauth: boolean;
  /** All that callers were shown is a login for people, and nothing says what the API behind it takes. */
  behindLogin: boolean;
  /** The API needs no credentials: a description says so or two resources answer data, and nothing speaks of any. */
  open: boolean;
  /** Whoever calls is answered: as `open`, though a key is to be had that nothing asks for. */
  answersAnybody: boolean;
  /** A program trades a token that its own platform signed: no person, and no secret to store. */
  federated: GrantView | null;
  /** JWT bearer here takes an assertion about a person who signed in somewhere (ID-JAG). */
  assertsPeople: boolean;
  /** OAuth that something publishes and that this API does not take, as far as anything shows. */
  unclaimed: Evidence['authorizationServers'];
  /** OAuth flows of a description whose token address does not exist, or whose scheme no operation uses. */
  dismissed: { description: Description; scheme: DescribedScheme; endpoint: TokenEndpoint | null }[];
  /** Only an API description was read; nothing was asked (mode `spec`). */
  specOnly: boolean;
  /** There is something to call. */
  callable: boolean;
  /** What the owner's own client showed; null: none was used, or nothing was sent. */
  handshake: Handshake | null;
}

/**
 * Issuers that are known only as those of an MCP server beside an API of another kind: what they offer is offered, but what they
 * lack says nothing of the API.
 */
function mcpOnlyIssuers(surface: Surface, evidence: Evidence): ReadonlySet<string> {
  // Who types the address of the MCP server asks about that one.
  if (!surface.apiBases.some((base) => base.kind !== 'mcp') || surface.mcp.some(({ via }) => via === 'target'))
    return new Set();
  const servers = new Set(surface.mcp.map(({ url }) => originOf(url)));
  const ofMcp = (resource: string) => /mcp/i.test(resource) || servers.has(originOf(resource));
  const named = (mcp: boolean) =>
    new Set(
      evidence.protectedResources
        .filter((r) => ofMcp(r.resource) === mcp)
        .flatMap((r) => r.authorizationServers.map((issuer) => withoutSlash(issuer))),
    );
  const others = named(false);
  const apiHosts = new Set(
    surface.apiBases
      .filter((base) => base.kind !== 'mcp')
      .map((base) => hostOf(base.url))
      .filter(Boolean),
  );
  return new Set(
    [
      ...named(true),
      ...evidence.authorizationServers.filter((s) => /^mcp\./i.test(hostOf(s.url))).map((s) => s.issuer),
    ].filter((issuer) => !others.has(issuer) && !apiHosts.has(hostOf(issuer))),
  );
}

/** draft-ietf-oauth-identity-assertion-authz-grant: the profile under which JWT bearer carries a person's identity. */
const idJag = 'urn:ietf:params:oauth:grant-profile:id-jag';

/**
 * Token exchange as workload identity federation: a token from elsewhere is traded, and this server signs in nobody whose token it could be
 * (RFC 8693 §1; where it also signs people in, the exchange inherits what the first token took).
 */
function federation(grants: Grants, statements: readonly Statement[]): GrantView | null {
  const actor = actorOf('grant:token_exchange', statements);
  const people = (['authorization_code', 'implicit', 'password', 'device_code'] as const).some(
    (id) => grants[id].offered === 'yes',
  );
  const workload = actor === 'program' || (actor === null && !people);
  return grants.token_exchange.offered === 'yes' && workload ? grants.token_exchange : null;
}

/** Whose token or assertion it is, where a sentence about the grant says so. */
const actorOf = (topic: Topic, statements: readonly Statement[]): Statement['actor'] =>
  statements.find((s) => s.subject === 'api' && s.topic === topic && s.actor !== null)?.actor ?? null;

const unused = (scheme: DescribedScheme, { schemes }: Description): boolean =>
  !scheme.used && schemes.some((other) => other.used);

/** OAuth that a description declares and nothing stands behind: the operations use other schemes, or its token address does not exist. */
function dismiss(description: Description, dead: ReadonlyMap<string, TokenEndpoint>): Case['dismissed'] {
  return description.schemes.flatMap((scheme) => {
    const gone = scheme.flows
      .map(({ tokenUrl }) => dead.get(tokenUrl ?? ''))
      .find((endpoint) => endpoint !== undefined);
    return scheme.flows.length > 0 && (gone || unused(scheme, description))
      ? [{ description, scheme, endpoint: gone ?? null }]
      : [];
  });
}

/** The description without what was dismissed: of a scheme with several flows, those whose token address exists stay. */
function believed(
  description: Description,
  dismissed: Case['dismissed'],
  dead: ReadonlyMap<string, TokenEndpoint>,
): Description {
  const schemes = description.schemes.flatMap((scheme) => {
    if (!dismissed.some((one) => one.scheme === scheme)) return [scheme];
    const flows = unused(scheme, description) ? [] : scheme.flows.filter(({ tokenUrl }) => !dead.has(tokenUrl ?? ''));
    return flows.length > 0 ? [{ ...scheme, flows }] : [];
  });
  return { ...description, schemes };
}

/** The server or its description names another way, and nothing at all speaks of tokens for this API. */
function takesOnlyKeys(ways: readonly Way[], { statements, descriptions, protectedResources }: Evidence): boolean {
  const sure = (way: Way) => way.confidence === 'observed' || way.confidence === 'declared';
  return (
    ways.some((way) => sure(way) && wayTable[way.id].key) &&
    !ways.some((way) => way.id === 'bearer' || way.id === 'other-scheme') &&
    !statements.some((s) => s.subject === 'api' && s.topic.startsWith('grant:')) &&
    !descriptions.some((d) => d.schemes.some((s) => s.flows.length > 0 || s.type === 'openIdConnect')) &&
    protectedResources.length === 0
  );
}

/** A description without any security, or documentation that says so, and an answer; an MCP server that answers; or two resources with data of their own. */
const needsNothing = (access: Access, evidence: Evidence): boolean =>
  access.open.length > 0 &&
  (describedOpen(evidence) ||
    saidOpen(evidence) ||
    differentAnswers(access) > 1 ||
    access.open.some(({ call }) => call.kind === 'mcp'));

/** "There is no authentication, all endpoints are public": said of the API, and one of its resources bears it out. */
const saidOpen = ({ statements }: Evidence): boolean =>
  statements.some(
    ({ topic, polarity, subject, strength }) =>
      topic === 'open' && polarity === 'affirm' && subject === 'api' && strength > 1,
  );

const describedOpen = ({ descriptions }: Evidence): boolean =>
  descriptions.some(({ schemes, counts }) => schemes.length === 0 && counts.operations > 0 && counts.secured === 0);

/** Where keys are to be had: a description without security, or documentation that says so, and several resources that answer. */
const keysAreOptional = (access: Access, evidence: Evidence): boolean =>
  (saidOpen(evidence) && differentAnswers(access) > 1) ||
  (describedOpen(evidence) && access.open.filter(({ call }) => call.via === 'description').length > 1);

const differentAnswers = ({ open }: Access): number => new Set(open.map(({ answer }) => answer.digest)).size;

const holdsApi = ({ apiBases, mcp }: Surface, { descriptions }: Evidence): boolean =>
  apiBases.length > 0 || mcp.length > 0 || descriptions.length > 0;

/** No call was refused, and none was left without an answer. */
const asksNobody = ({ guarded, late, unobserved }: Access): boolean =>
  guarded.length === 0 && late.length === 0 && unobserved.length === 0;

/** An issuer of assertions for other servers: it gives clients neither a token nor a code (RFC 8414 §2 wants one of the two endpoints). */
const onlySigns = (server: Evidence['authorizationServers'][number]): boolean =>
  server.tokenEndpoint === null && server.authorizationEndpoint === null && server.deviceAuthorizationEndpoint === null;

const leadsToLogin = ({ guarded }: Access): boolean =>
  guarded.some(({ call }) => call.via !== 'metadata') && guarded.every(({ rung }) => rung === 'login-redirect');

/** Builds the case. Pure; the order of evidence decides nothing but the order of citations. */
export function readCase(target: Target, surface: Surface, given: Evidence): Case {
  const handshake = readHandshake(given.verification);
  const found = {
    ...given,
    calls: [...given.calls, ...callsOf(given.verification, given.calls)],
    authorizationServers: given.authorizationServers.filter((server) => !onlySigns(server)),
  };
  const callable = holdsApi(surface, found) || (handshake?.fact.calls.length ?? 0) > 0;
  // With no API of its own, a site that explains OAuth explains somebody else's.
  const evidence =
    callable || found.tokenEndpoints.some((t) => t.life === 'alive')
      ? found
      : { ...found, statements: found.statements.filter((s) => s.topic === 'no-tokens' || s.topic === 'cookie') };
  const access = readAccess(evidence.calls);
  const dead = new Map(evidence.tokenEndpoints.filter((t) => t.life === 'dead').map((t) => [t.url, t]));
  const living = evidence.authorizationServers.filter((s) => s.tokenEndpoint === null || !dead.has(s.tokenEndpoint));
  const dismissed = evidence.descriptions.flatMap((description) => dismiss(description, dead));
  const schemes = evidence.descriptions.map((description) => believed(description, dismissed, dead));
  // The tokens that the login takes at an endpoint of its own (OIDC Core §5.3) open nothing that stands behind it.
  const behindLogin = leadsToLogin(access);
  const calls = evidence.calls.filter(({ via }) => !behindLogin || via !== 'metadata');
  const ways = readWays({ ...evidence, calls, descriptions: schemes });
  const unclaimed = takesOnlyKeys(ways, { ...evidence, descriptions: schemes }) ? living : [];
  const issuers = unclaimed.length > 0 ? [] : living;
  const claimed = (endpoint: TokenEndpoint) => !unclaimed.some((s) => s.tokenEndpoint === endpoint.url);
  const known = {
    ...evidence,
    descriptions: schemes,
    tokenEndpoints: evidence.tokenEndpoints.filter(claimed),
  };
  const grants = readGrants({ ...known, authorizationServers: issuers }, mcpOnlyIssuers(surface, known));
  const oauth =
    known.tokenEndpoints.some((t) => t.life !== 'dead') ||
    issuers.length > 0 ||
    Object.values(grants).some((g) => g.offered === 'yes');
  const keysKnown =
    ways.length > 0 ||
    evidence.statements.some(
      (s) => s.subject === 'api' && s.strength > 1 && ['self-service', 'approval'].includes(s.topic),
    );
  const answersAnybody = needsNothing(access, known) && asksNobody(access) && !oauth;
  return {
    target,
    surface,
    evidence: known,
    access,
    grants,
    ways,
    issuers,
    unclaimed,
    dismissed,
    oauth,
    behindLogin: behindLogin && ways.length === 0,
    open: answersAnybody && !keysKnown,
    answersAnybody: answersAnybody && (!keysKnown || keysAreOptional(access, known)),
    federated: federation(grants, known.statements),
    assertsPeople:
      issuers.some((s) => s.grantProfiles?.includes(idJag)) ||
      actorOf('grant:jwt_bearer', known.statements) === 'person',
    specOnly: evidence.reach.probes === 0 && evidence.descriptions.length > 0,
    callable,
    handshake,
  };
}

/** What is said of the API itself about a topic, with at least the given strength. */
export function said(
  subject: Case,
  topic: Topic,
  polarity: Statement['polarity'] = 'affirm',
  strength = 2,
): Statement[] {
  return subject.evidence.statements.filter(
    (s) => s.subject === 'api' && s.topic === topic && s.polarity === polarity && s.strength >= strength,
  );
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
  return subject.ways
    .filter((way) => way.id === id)
    .sort((a, b) => confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence))[0];
}

/** How a program gets a token or a credential with no person at all. */
export interface MachineGrant {
  id: string;
  because: string;
  evidence: string[];
  confidence: GrantView['confidence'];
}

/** Grants by which a program gets a token with no person at all (STANDARDS §4), the best one that is known. */
export function machineGrant(subject: Case): MachineGrant | null {
  const { client_credentials: cc, jwt_bearer: jwt } = subject.grants;
  if (cc.offered === 'yes') return cc;
  if (subject.federated) return subject.federated;
  if (jwt.offered === 'yes' && !subject.assertsPeople) return jwt;
  // A vendor's own grant counts only under a grant_type of its own; a JWT traded elsewhere is an API call, not a grant (STANDARDS F2).
  const vendor = said(subject, 'grant:vendor').find((s) => s.value !== null);
  return vendor
    ? {
        id: vendor.value ?? 'vendor',
        because: `the documentation says: “${vendor.quote}”`,
        evidence: vendor.evidence,
        confidence: 'documented',
      }
    : null;
}

/** Signing in by a call: an operation of the description that trades a name and a password for a token (read, never called). */
export function signIn({ evidence }: Case): (MachineGrant & { expires: boolean }) | null {
  for (const description of evidence.descriptions) {
    const operation = description.issuing.find((one) => one.issues === 'token');
    if (operation)
      return {
        id: `POST ${operation.path}`,
        because: `the API description says that POST ${operation.path} answers with a token`,
        evidence: description.evidence,
        confidence: 'declared',
        expires: operation.expires,
      };
  }
  return null;
}

/** An operation that gives out a key or an account to whoever asks: read in the description, never called. */
export function signUpCall({ evidence }: Case): { path: string; evidence: string[] } | null {
  for (const description of evidence.descriptions) {
    const operation = description.issuing.find((one) => one.issues === 'key');
    if (operation) return { path: operation.path, evidence: description.evidence };
  }
  return null;
}

/** The token is one that ends: the description or an error of the API calls it a JWT (RFC 7519 §4.1.4), or its own operation gives it out. */
export function mentionsJwt({ evidence }: Case): boolean {
  const errors = evidence.calls.flatMap(({ bare, bearer }) => [bare?.error.message, bearer?.error.message]);
  return (
    evidence.descriptions.some((d) => d.schemes.some((s) => /^jwt$/i.test(s.bearerFormat ?? ''))) ||
    errors.some((message) => /\bjwt\b|json web token/i.test(message ?? ''))
  );
}

/** A key that is not OAuth's: its statement or way, when anything shows that one exists. A bearer token alone may be of any kind. */
export function staticKey(subject: Case): { because: string; evidence: string[] } | null {
  // Beside OAuth, a client id and secret made by oneself are what a program brings to a grant, not a key that opens the API.
  const opens = (s: Statement) =>
    !subject.oauth || (s.environment !== 'test' && (s.credential === 'key' || s.credential === 'token'));
  const key =
    said(subject, 'self-service').find(opens) ??
    said(subject, 'static-keys')[0] ??
    // What never expires and is called a key is none of OAuth's tokens.
    said(subject, 'never-expires').find((s) => s.credential === 'key' && s.environment !== 'test');
  if (key) return { because: `the documentation says: “${key.quote}”`, evidence: key.evidence };
  // Beside OAuth, Basic in the documentation is most often how a client authenticates at the token endpoint (RFC 6749
  // §2.3.1), but not where it carries a key.
  const carried = said(subject, 'basic').find((s) => s.credential === 'key');
  if (carried) return { because: `the documentation says: “${carried.quote}”`, evidence: carried.evidence };
  const standsAlone = (way: Way | undefined) =>
    way !== undefined && !(way.id === 'basic' && subject.oauth && way.confidence === 'documented');
  return (
    wayIds
      .filter((id) => wayTable[id].key)
      .map((id) => wayOf(subject, id))
      .find((way) => way !== undefined && standsAlone(way)) ?? null
  );
}
