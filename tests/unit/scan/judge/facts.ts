/**
 * Minimal facts of an impersonated business, for tables of judges: each function gives one complete fact that says as little as
 * possible, and takes what a row is about.
 */
import { readCase, type Case } from '../../../../lib/scan/judge/case.ts';
import { judge } from '../../../../lib/scan/judge/index.ts';
import type { Findings } from '../../../../lib/scan/judge/types.ts';
import type { DimensionScore } from '../../../../lib/scan/schema/report.ts';
import { score, type Scored } from '../../../../lib/scan/score/index.ts';
import type {
  AuthorizationServer,
  Call,
  CallAnswer,
  Captcha,
  Challenge,
  DescribedFlow,
  DescribedScheme,
  Description,
  ErrorShape,
  Evidence,
  McpFact,
  PageFact,
  ProtectedResource,
  Reach,
  Registration,
  Statement,
  Surface,
  Target,
  TokenAnswer,
  TokenEndpoint,
  Topic,
} from '../../../../lib/scan/types.ts';

export const target: Target = {
  input: 'orchard.example',
  url: 'https://orchard.example/',
  host: 'orchard.example',
  domain: 'orchard.example',
};
export const base = 'https://api.orchard.example/v1';
export const issuer = 'https://id.orchard.example';
export const tokenUrl = 'https://id.orchard.example/oauth2/token';

// ---------------------------------------------------------------- calls

const shape = (over: Partial<ErrorShape>): ErrorShape => ({
  format: 'empty',
  level: 'none',
  identifier: null,
  message: null,
  envelope: false,
  speaksOfCredentials: false,
  ...over,
});
/** A JSON error that names itself. */
export const named = (message = 'missing_credentials', over: Partial<ErrorShape> = {}): ErrorShape =>
  shape({ format: 'json', level: 'names', identifier: 'unauthorized', message, speaksOfCredentials: true, ...over });
/** JSON that names nothing. */
export const nameless: ErrorShape = shape({ format: 'json', level: 'structured' });
/** JSON data, no error. */
export const data: ErrorShape = shape({ format: 'json' });
export const page: ErrorShape = shape({ format: 'html' });

export const challenge = (scheme: string, parameters: Record<string, string> = {}): Challenge => ({
  scheme,
  parameters,
  token68: null,
  faults: [],
});

/** One answer. By default 401 with an empty body and no challenge. */
export function answer(over: Partial<CallAnswer> = {}): CallAnswer {
  return {
    exchange: 'x10',
    status: 401,
    contentType: null,
    challenges: [],
    error: shape({}),
    location: null,
    loginPage: false,
    sessionCookies: [],
    wall: null,
    index: false,
    digest: 'same',
    ...over,
  };
}

/** One endpoint of the API and what it answered to a bare call. */
export function call(bare: Partial<CallAnswer> | null, over: Partial<Call> = {}): Call {
  return {
    url: `${base}/pears`,
    method: 'GET',
    base,
    kind: 'rest',
    via: 'docs-sample',
    declaredProtected: null,
    bare: bare && answer(bare),
    bearer: null,
    invented: null,
    control: null,
    failures: [],
    ...over,
  };
}

const signIn = 'https://orchard.example/login';
/** A redirect to the page on which people sign in. */
export const toLogin: Partial<CallAnswer> = { status: 302, location: signIn, loginPage: true };

/** A call that never got an answer. */
export function failedCall(over: Partial<Call> = {}): Call {
  return call(null, { failures: [{ what: 'bare', exchange: 'x10', code: 'timeout' }], ...over });
}

// ---------------------------------------------------------------- documents

/** Metadata of an issuer that lists no grant types (RFC 8414 §2 lets it). */
export function authorizationServer(over: Partial<AuthorizationServer> = {}): AuthorizationServer {
  return {
    url: `${issuer}/.well-known/oauth-authorization-server`,
    via: 'metadata',
    evidence: ['x20'],
    kind: 'oauth',
    issuer,
    conformance: 'conforming',
    faults: [],
    standardPlace: true,
    tokenEndpoint: tokenUrl,
    authorizationEndpoint: null,
    deviceAuthorizationEndpoint: null,
    registrationEndpoint: null,
    userinfoEndpoint: null,
    revocationEndpoint: null,
    introspectionEndpoint: null,
    grantTypes: null,
    responseTypes: null,
    authMethods: null,
    scopes: null,
    pkceMethods: null,
    clientIdMetadataDocument: false,
    serviceDocumentation: null,
    grantProfiles: null,
    agentIdentityTypes: null,
    agentEndpoint: null,
    ...over,
  };
}

export function protectedResource(over: Partial<ProtectedResource> = {}): ProtectedResource {
  return {
    url: 'https://api.orchard.example/.well-known/oauth-protected-resource',
    via: 'challenge',
    evidence: ['x21'],
    resource: 'https://api.orchard.example',
    conformance: 'conforming',
    faults: [],
    authorizationServers: [issuer],
    scopes: null,
    bearerMethods: null,
    documentation: null,
    ...over,
  };
}

/** One OAuth flow of a description, with its token endpoint. */
export const flow = (grant: DescribedFlow['grant'], over: Partial<DescribedFlow> = {}): DescribedFlow => ({
  grant,
  tokenUrl: tokenUrl,
  authorizationUrl: null,
  refreshUrl: null,
  scopes: [],
  ...over,
});

/** A security scheme that some operation uses. */
export function scheme(over: Partial<DescribedScheme> = {}): DescribedScheme {
  return {
    name: 'main',
    type: 'http',
    scheme: 'bearer',
    in: null,
    parameter: null,
    description: '',
    flows: [],
    bearerFormat: null,
    openIdConnectUrl: null,
    metadataUrl: null,
    used: true,
    ...over,
  };
}

export const oauthScheme = (...flows: DescribedFlow[]): DescribedScheme =>
  scheme({ type: 'oauth2', scheme: null, flows });
export const keyScheme = (
  where: 'header' | 'query' | 'cookie',
  parameter: string,
  over: Partial<DescribedScheme> = {},
): DescribedScheme => scheme({ type: 'apiKey', scheme: null, in: where, parameter, ...over });

/** An API description with the given schemes. */
export function description(schemes: DescribedScheme[] = [], over: Partial<Description> = {}): Description {
  return {
    url: 'https://api.orchard.example/openapi.json',
    via: 'convention',
    evidence: ['x22'],
    format: 'openapi-3.1',
    title: 'Orchard',
    servers: [base],
    schemes,
    counts: { operations: 2, secured: 2, open: 0, undeclared: 0 },
    operations: [],
    issuing: [],
    documents401: false,
    faults: [],
    ...over,
  };
}

// ---------------------------------------------------------------- token and registration endpoints

export function tokenAnswer(over: Partial<TokenAnswer> = {}): TokenAnswer {
  return {
    exchange: 'x30',
    status: 401,
    code: 'invalid_client',
    text: '',
    format: 'oauth',
    challenges: [],
    location: null,
    wall: null,
    ...over,
  };
}

/** A living token endpoint that hides which grants it knows. */
export function tokenEndpoint(over: Partial<TokenEndpoint> = {}): TokenEndpoint {
  return {
    url: tokenUrl,
    via: 'metadata',
    evidence: ['x30'],
    basic: null,
    body: null,
    bogus: null,
    json: null,
    row: 3,
    clientCredentials: 'unknown',
    tokenExchange: 'unknown',
    jwtBearer: 'unknown',
    life: 'alive',
    reason: 'it answers invalid_client to every grant',
    ...over,
  };
}

export const knowsGrant: Partial<TokenEndpoint> = {
  clientCredentials: 'supported',
  tokenExchange: 'unknown',
  jwtBearer: 'unknown',
  row: 1,
  reason: 'it tells the grant from one that cannot exist',
};
export const deniesGrant: Partial<TokenEndpoint> = {
  clientCredentials: 'unsupported',
  tokenExchange: 'unknown',
  jwtBearer: 'unknown',
  row: 4,
  reason: 'it answers unsupported_grant_type',
};
export const deadEndpoint: Partial<TokenEndpoint> = {
  life: 'dead',
  row: 15,
  reason: 'it answers HTTP 404 to everything',
};

export function registration(over: Partial<Registration> = {}): Registration {
  return {
    url: `${issuer}/register`,
    evidence: ['x31'],
    state: 'open',
    reason: 'it reads the body before it asks who is there',
    ...over,
  };
}

/** A metadata place that was looked at. */
export function lookup(
  outcome: Evidence['metadataLookups'][number]['outcome'],
  over: Partial<Evidence['metadataLookups'][number]> = {},
): Evidence['metadataLookups'][number] {
  return {
    url: 'https://orchard.example/.well-known/oauth-authorization-server',
    evidence: ['x40'],
    outcome,
    problem: outcome === 'absent' ? '' : 'broken',
    ...over,
  };
}

// ---------------------------------------------------------------- pages and prose

/** One sentence of the documentation, of strength 2 (likely). */
export function statement(topic: Topic, quote: string, over: Partial<Statement> = {}): Statement {
  return {
    topic,
    polarity: 'affirm',
    subject: 'api',
    actor: null,
    condition: null,
    environment: null,
    credential: null,
    strength: 2,
    quote,
    value: null,
    url: 'https://docs.orchard.example/auth',
    evidence: ['x50'],
    ...over,
  };
}

export function captcha(over: Partial<Captcha> = {}): Captcha {
  return {
    product: 'Turnstile',
    mode: 'visible',
    guards: 'sign-up',
    quote: '<div class="cf-turnstile">',
    url: 'https://orchard.example/signup',
    evidence: ['x51'],
    ...over,
  };
}

export function pageFact(role: PageFact['role'], over: Partial<PageFact> = {}): PageFact {
  return {
    url: `https://orchard.example/${role}`,
    evidence: ['x52'],
    title: role,
    role,
    needsScript: false,
    rendered: false,
    ...over,
  };
}

export const keyPage = (kind: Surface['keyPages'][number]['kind']): Surface['keyPages'][number] => ({
  url: `https://orchard.example/${kind}`,
  via: 'page-link',
  evidence: ['x53'],
  title: kind,
  kind,
});
export const docsPage: Surface['docs'][number] = {
  url: 'https://docs.orchard.example/',
  via: 'page-link',
  evidence: ['x54'],
  title: 'Docs',
};
export const mcpFact = (over: Partial<McpFact> = {}): McpFact => ({
  url: 'https://mcp.orchard.example/mcp',
  evidence: ['x55'],
  state: 'protected',
  reason: 'HTTP 401',
  ...over,
});

/** A firewall that answered half of the requests. */
export const walled: Partial<Reach> = {
  probes: 20,
  blocked: 10,
  walls: [{ product: 'Cloudflare', url: 'https://docs.orchard.example/', evidence: ['x60'] }],
};

// ---------------------------------------------------------------- the whole

export const emptySurface: Surface = {
  apiBases: [],
  tokenEndpoints: [],
  authorizationEndpoints: [],
  authorizationServers: [],
  protectedResources: [],
  descriptions: [],
  docs: [],
  keyPages: [],
  mcp: [],
  agentCards: [],
  graphql: [],
};
const reach: Reach = {
  home: ['x7'],
  probes: 20,
  blocked: 0,
  failed: 0,
  walls: [],
  unreachable: null,
  optedOut: false,
  browser: 'not-needed',
};
export const emptyEvidence: Evidence = {
  calls: [],
  tokenEndpoints: [],
  authorizationServers: [],
  protectedResources: [],
  descriptions: [],
  registrations: [],
  statements: [],
  captchas: [],
  pages: [],
  mcp: [],
  announced: [],
  metadataLookups: [],
  reach,
};
export const apiBase: Surface['apiBases'][number] = { url: base, via: 'docs-sample', evidence: ['x2'], kind: 'rest' };

/** What a row knows; the rest is empty, but for one API base and a scan of twenty probes without trouble. */
export interface Given extends Partial<Omit<Evidence, 'reach'>> {
  surface?: Partial<Surface>;
  reach?: Partial<Reach>;
}

export function facts({ surface, reach: seen, ...evidence }: Given): { surface: Surface; evidence: Evidence } {
  return {
    surface: { ...emptySurface, apiBases: [apiBase], ...surface },
    evidence: { ...emptyEvidence, ...evidence, reach: { ...reach, ...seen } },
  };
}

export function caseOf(given: Given): Case {
  const { surface, evidence } = facts(given);
  return readCase(target, surface, evidence);
}

/** What is judged of these facts, with its price. */
export function judged(given: Given): Omit<Findings, 'signals'> & Scored & { security: DimensionScore } {
  const findings = judge(caseOf(given));
  const scored = score(findings);
  const [security] = scored.scores;
  if (!security) throw new Error('There is no score.');
  return { ...findings, ...scored, security };
}

/** Facts of an API that answers without credentials. */
export const openApi: Given = {
  calls: [
    call({ status: 200, contentType: 'application/json', error: data }),
    call(
      { status: 200, contentType: 'application/json', error: data, digest: 'other', exchange: 'x11' },
      { url: `${base}/plums` },
    ),
  ],
  metadataLookups: [lookup('absent')],
};
/** Facts of an API behind a readable 401, with nothing said about anything else. */
export const guardedApi: Given = { calls: [call({ error: named() })] };
