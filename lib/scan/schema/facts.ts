/**
 * Everything a scan stores, as zod schemas: the exchanges, the surface that discovery found, and the evidence that probes
 * extracted. Judges read these and nothing else, so a stored scan can be judged again without a request.
 * Facts never say good or bad. Values taken from a target are hostile text: data, never markup.
 */
import { z } from 'zod';
import { confidences, grantIds, vias } from '../vocabulary.ts';

export { vias };

/** Ids of the exchanges that a fact rests on. */
const evidence = z.array(z.string());

export const confidence = z.enum(confidences);

// ---------------------------------------------------------------- exchanges

/** Why there is no response. `guard` means that we refused to connect; `budget` that the scan had nothing left to spend. */
export const failure = z.object({
  step: z.enum(['guard', 'dns', 'connect', 'tls', 'send', 'headers', 'body', 'budget', 'aborted']),
  code: z.string(),
  message: z.string(),
});

/** One request and its answer, redacted and trimmed for storage. Header names are lower case. */
export const exchange = z.object({
  id: z.string(),
  purpose: z.string(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.string().nullable(),
  }),
  response: z
    .object({
      status: z.number().int(),
      headers: z.array(z.tuple([z.string(), z.string()])),
      body: z.string(),
      bodyBytes: z.number().int(),
      truncated: z.boolean(),
    })
    .nullable(),
  error: failure.nullable(),
  ms: z.number().int(),
});

// ---------------------------------------------------------------- surface

export const via = z.enum(vias);

const found = { url: z.string(), via, evidence };
export const surface = z.object({
  apiBases: z.array(z.object({ ...found, kind: z.enum(['rest', 'graphql', 'mcp', 'a2a', 'unknown']) })),
  tokenEndpoints: z.array(z.object(found)),
  authorizationEndpoints: z.array(z.object(found)),
  authorizationServers: z.array(z.object({ ...found, issuer: z.string() })),
  protectedResources: z.array(z.object({ ...found, resource: z.string() })),
  descriptions: z.array(z.object({ ...found, title: z.string() })),
  docs: z.array(z.object({ ...found, title: z.string() })),
  keyPages: z.array(
    z.object({ ...found, title: z.string(), kind: z.enum(['keys', 'sign-up', 'log-in', 'access-request']) }),
  ),
  mcp: z.array(z.object(found)),
  agentCards: z.array(z.object(found)),
  graphql: z.array(z.object(found)),
});

// ---------------------------------------------------------------- protocol facts

/** One entry of a WWW-Authenticate field (RFC 9110 §11.6.1). `faults` names every departure from the grammar that was forgiven. */
export const challenge = z.object({
  scheme: z.string(),
  parameters: z.record(z.string(), z.string()),
  token68: z.string().nullable(),
  faults: z.array(z.string()),
});

/** What a body says about the error, STANDARDS E1-E6. */
export const errorShape = z.object({
  format: z.enum(['json', 'xml', 'html', 'text', 'empty']),
  /** `names`: holds a non-empty error member; `structured`: JSON or XML that names nothing; `none`: nothing to read. */
  level: z.enum(['names', 'structured', 'none']),
  /** The identifier a program can branch on (code, type, error), else null. */
  identifier: z.string().nullable(),
  message: z.string().nullable(),
  /** An error envelope under a 2xx status: `ok:false`, `success:false`, `error(s)` without `data`. */
  envelope: z.boolean(),
  /** The text speaks of credentials (token, key, authentication, login), not of something else. */
  speaksOfCredentials: z.boolean(),
});

/** The answer to one call, reduced to what judges need. */
export const callAnswer = z.object({
  exchange: z.string(),
  status: z.number().int(),
  contentType: z.string().nullable(),
  challenges: z.array(challenge),
  error: errorShape,
  /** Absolute redirect target, else null. */
  location: z.string().nullable(),
  /** The redirect or the page leads to a login for people (STANDARDS CK1). */
  loginPage: z.boolean(),
  /** Names of cookies that look like sessions (STANDARDS CK3), set on this answer, or before it by the host of a login. */
  sessionCookies: z.array(z.string()),
  /** Product name of a challenge page or firewall that answered instead of the target (STANDARDS §7), else null. */
  wall: z.string().nullable(),
  /** JSON that leads elsewhere or says that the service runs (links, versions, a greeting): no data of its own. */
  index: z.boolean().default(false),
  /** A header for credentials by which the answer varies (RFC 9110 §12.5.5), else null. */
  variesBy: z.string().nullish(),
  /** Hash of the body with volatile parts (digits, hex, uuids) removed, for telling answers apart. */
  digest: z.string(),
});

/** One endpoint called bare, then with credentials that are bound to fail (STANDARDS B8, B9). Null: not asked. */
export const call = z.object({
  url: z.string(),
  method: z.enum(['GET', 'POST']),
  base: z.string(),
  kind: z.enum(['rest', 'graphql', 'mcp', 'a2a', 'unknown']),
  via,
  /** The description or documentation says that this operation needs credentials; null when nothing says so. */
  declaredProtected: z.boolean().nullable(),
  bare: callAnswer.nullable(),
  bearer: callAnswer.nullable(),
  invented: callAnswer.nullable(),
  control: callAnswer.nullable(),
  /** Failure codes of the calls that got no answer. */
  failures: z.array(
    z.object({ what: z.enum(['bare', 'bearer', 'invented', 'control']), exchange: z.string(), code: z.string() }),
  ),
});

export const grantId = z.enum(grantIds);

/** Validity of a document against its specification (STANDARDS "How to read a rule"). */
export const conformance = z.enum(['conforming', 'sloppy', 'non-conforming']);

/** RFC 8414 or OpenID Connect Discovery metadata as published. Members keep their meaning; null: the member is absent. */
export const authorizationServer = z.object({
  url: z.string(),
  via,
  evidence,
  kind: z.enum(['oauth', 'oidc']),
  issuer: z.string(),
  conformance,
  faults: z.array(z.string()),
  /** Reached by the standards' own walk (RFC 8414 §3.1 / OIDC Discovery §4 from the issuer, or from a challenge), not by a guess. */
  standardPlace: z.boolean(),
  tokenEndpoint: z.string().nullable(),
  authorizationEndpoint: z.string().nullable(),
  deviceAuthorizationEndpoint: z.string().nullable(),
  registrationEndpoint: z.string().nullable(),
  userinfoEndpoint: z.string().nullable(),
  revocationEndpoint: z.string().nullable(),
  introspectionEndpoint: z.string().nullable(),
  grantTypes: z.array(z.string()).nullable(),
  responseTypes: z.array(z.string()).nullable(),
  authMethods: z.array(z.string()).nullable(),
  scopes: z.array(z.string()).nullable(),
  pkceMethods: z.array(z.string()).nullable(),
  clientIdMetadataDocument: z.boolean(),
  serviceDocumentation: z.string().nullable(),
  /** `authorization_grant_profiles_supported`: what a listed grant is meant for, such as ID-JAG, else null. */
  grantProfiles: z.array(z.string()).nullable().default(null),
  /** Names listed under `agent_auth.identity_types_supported` (auth.md, STANDARDS Y3), else null. */
  agentIdentityTypes: z.array(z.string()).nullable(),
  /** Where `agent_auth` says that an agent gets its identity. */
  agentEndpoint: z.string().nullable().default(null),
});

/** RFC 9728 protected resource metadata. */
export const protectedResource = z.object({
  url: z.string(),
  via,
  evidence,
  resource: z.string(),
  conformance,
  faults: z.array(z.string()),
  authorizationServers: z.array(z.string()),
  scopes: z.array(z.string()).nullable(),
  bearerMethods: z.array(z.string()).nullable(),
  documentation: z.string().nullable(),
});

/** One OAuth flow object of an API description, under its RFC 6749 grant name. */
export const describedFlow = z.object({
  grant: z.enum(['authorization_code', 'implicit', 'client_credentials', 'password', 'device_code']),
  tokenUrl: z.string().nullable(),
  authorizationUrl: z.string().nullable(),
  refreshUrl: z.string().nullable(),
  scopes: z.array(z.string()),
});

export const describedScheme = z.object({
  name: z.string(),
  type: z.enum(['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS']),
  /** For http: `bearer`, `basic`, … in lower case. */
  scheme: z.string().nullable(),
  /** For apiKey: where it goes, and its name there. */
  in: z.enum(['header', 'query', 'cookie']).nullable(),
  parameter: z.string().nullable(),
  description: z.string(),
  flows: z.array(describedFlow),
  /** For bearer: the author's word on what the token is, such as `JWT`. */
  bearerFormat: z.string().nullable().default(null),
  openIdConnectUrl: z.string().nullable(),
  metadataUrl: z.string().nullable(),
  /** Some operation, or the root, requires this scheme. */
  used: z.boolean(),
});

/** Ways of authentication that a document other than an API description lists: an index of an API, an A2A agent card. */
export const announced = z.object({
  url: z.string(),
  evidence,
  by: z.enum(['index', 'agent-card']),
  schemes: z.array(describedScheme),
});

/** A GET operation that a scanner may call: no path parameter, or one that cannot matter before authentication. */
export const describedOperation = z.object({
  method: z.string(),
  url: z.string(),
  path: z.string(),
  /** True: every security alternative needs credentials; false: public or optional; null: nothing declared. */
  secured: z.boolean().nullable(),
  /** Names of required query or header parameters. */
  required: z.array(z.string()),
});

/** A POST that needs no credentials and answers with one: read from its description, never called. */
export const issuingOperation = z.object({
  url: z.string(),
  path: z.string(),
  /** `token`: something to sign in for, with a name and a password; `key`: a key, a secret or an account of one's own. */
  issues: z.enum(['token', 'key']),
  /** The description speaks of the credential's lifetime. */
  expires: z.boolean(),
});

/** What an API description (OpenAPI 2.0-3.2) declares about authentication. */
export const description = z.object({
  url: z.string(),
  via,
  evidence,
  format: z.enum(['swagger-2.0', 'openapi-3.0', 'openapi-3.1', 'openapi-3.2', 'openapi']),
  title: z.string(),
  servers: z.array(z.string()),
  schemes: z.array(describedScheme),
  counts: z.object({ operations: z.number(), secured: z.number(), open: z.number(), undeclared: z.number() }),
  /** Up to 40 callable operations, best first: secured collection endpoints before anything else. */
  operations: z.array(describedOperation),
  /** Operations that give out credentials, at most 5. */
  issuing: z.array(issuingOperation).default([]),
  documents401: z.boolean(),
  faults: z.array(z.string()),
});

/** The answer of a token endpoint to one probe (STANDARDS §2.4). */
export const tokenAnswer = z.object({
  exchange: z.string(),
  status: z.number().int(),
  /** OAuth `error` code, or the vendor's nearest equivalent, else null. */
  code: z.string().nullable(),
  text: z.string(),
  format: z.enum(['oauth', 'json', 'xml', 'form', 'html', 'text', 'empty']),
  challenges: z.array(challenge),
  location: z.string().nullable(),
  wall: z.string().nullable(),
});

/** A token endpoint asked with a random client (STANDARDS §2.5). */
export const tokenEndpoint = z.object({
  url: z.string(),
  via,
  evidence,
  basic: tokenAnswer.nullable(),
  body: tokenAnswer.nullable(),
  bogus: tokenAnswer.nullable(),
  json: tokenAnswer.nullable(),
  /** Row of the decision table that applied; 0: none. */
  row: z.number().int(),
  clientCredentials: z.enum(['supported', 'unsupported', 'unknown']),
  /** Whether it knows token exchange (RFC 8693) and JWT bearer (RFC 7523), by the same contrast; asked only where something names them. */
  tokenExchange: z.enum(['supported', 'unsupported', 'unknown']).default('unknown'),
  jwtBearer: z.enum(['supported', 'unsupported', 'unknown']).default('unknown'),
  /** The URL behaves like a token endpoint: `alive` answered in OAuth or JSON terms, `dead` 404/405/HTML, `unknown` wall or failure. */
  life: z.enum(['alive', 'dead', 'unknown']),
  reason: z.string(),
});

/** A registration endpoint asked without creating anything (STANDARDS Z2, Z3). */
export const registration = z.object({
  url: z.string(),
  evidence,
  state: z.enum(['open', 'token-required', 'absent', 'unknown']),
  reason: z.string(),
});

// ---------------------------------------------------------------- prose and pages

export const topics = [
  // what the API takes
  'bearer',
  'scheme-word',
  'basic',
  'signed',
  'key-header',
  'key-query',
  'cookie',
  'no-tokens',
  'open',
  // grants
  'grant:authorization_code',
  'grant:authorization_code_pkce',
  'grant:implicit',
  'grant:client_credentials',
  'grant:password',
  'grant:device_code',
  'grant:refresh_token',
  'grant:jwt_bearer',
  'grant:token_exchange',
  'grant:vendor',
  // getting a credential
  'self-service',
  'sign-up',
  'approval',
  // life of a credential
  'expires',
  'never-expires',
  'renews',
  'renews-by-person',
  'revocable',
  'static-keys',
  // limits of a credential
  'scopes',
  'roles',
  'no-scopes',
] as const;
export const topic = z.enum(topics);

/**
 * What one sentence of documentation says about authentication. `quote` is the sentence itself, trimmed to 300 characters: it is shown, and
 * nothing matches patterns against it. Every member that a judge needs is a member of its own; those that came later have a default, so that
 * stored scans can be read.
 */
export const statement = z.object({
  topic,
  polarity: z.enum(['affirm', 'deny']),
  /** Whose: this API's; that of the people who use what its customers build; the field's in general; another firm's or product's. */
  subject: z.enum(['api', 'customers', 'field', 'other']).default('api'),
  /** Who acts: a person, a program, or somebody at the provider. */
  actor: z.enum(['person', 'program', 'vendor']).nullable().default(null),
  /** What it is limited to: one grant, one scope or kind of data beyond the key, a plan, or something that one switches on. */
  condition: z.enum(['grant', 'scope', 'plan', 'option']).nullable().default(null),
  environment: z.enum(['test', 'production']).nullable().default(null),
  /** The credential that it names: a key or a token made for good, an access token, or the id and secret of a client. */
  credential: z.enum(['key', 'token', 'client']).nullable().default(null),
  /** 3 decisive, 2 likely, 1 hint (STANDARDS §9). */
  strength: z.number().int().min(1).max(3),
  quote: z.string(),
  /** The part that matters: a header name, a scheme word, seconds as digits. Null when there is none. */
  value: z.string().nullable(),
  url: z.string(),
  evidence,
});

/** A CAPTCHA product found on a page (STANDARDS §7). */
export const captcha = z.object({
  product: z.string(),
  /** `visible` challenge, `invisible` scoring that still needs a script token, or only `present` (loaded, tied to no form). */
  mode: z.enum(['visible', 'invisible', 'present']),
  /** The form that it guards; `other` covers contact and newsletter forms. */
  guards: z.enum(['sign-up', 'key', 'token', 'log-in', 'other', 'none']),
  quote: z.string(),
  url: z.string(),
  evidence,
});

/** A page that was read, or could not be. */
export const pageFact = z.object({
  url: z.string(),
  evidence,
  title: z.string(),
  role: z.enum(['home', 'docs', 'keys', 'sign-up', 'log-in', 'pricing', 'other']),
  /** The HTML holds no content without JavaScript. */
  needsScript: z.boolean(),
  rendered: z.boolean(),
});

/** An MCP endpoint asked without side effects (STANDARDS MC6), or a GraphQL endpoint. */
export const mcpFact = z.object({
  url: z.string(),
  evidence,
  state: z.enum(['protected', 'open', 'absent', 'unknown']),
  reason: z.string(),
});

/** How much of the target could be seen. `blocked`: a wall or a refusal answered; `failed`: no answer at all. */
export const reach = z.object({
  /** The exchange that asked the address that was typed, its redirects included. */
  home: evidence.default([]),
  probes: z.number().int(),
  blocked: z.number().int(),
  failed: z.number().int(),
  walls: z.array(z.object({ product: z.string(), url: z.string(), evidence })),
  /** The first step at which the target itself could not be reached, else null. */
  unreachable: failure.nullable(),
  /** robots.txt forbids this scanner (DESIGN §7). */
  optedOut: z.boolean(),
  /** Whether a browser was at hand for pages that need one. */
  browser: z.enum(['used', 'not-needed', 'none-found', 'failed', 'off']),
});

// ---------------------------------------------------------------- the handshake with the owner's own client

/** How a client authenticates at the token endpoint, by its registered name (RFC 7591 §2). */
export const clientAuthMethod = z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt']);

/** One request for a token with the owner's client. */
export const tokenTry = z.object({
  /** `first` gets the token that calls are made with; `contrast` sends the same client another way; `again` repeats what worked. */
  purpose: z.enum(['first', 'contrast', 'again', 'narrow', 'refresh', 'resource', 'audience']),
  method: clientAuthMethod,
  exchange: z.string(),
  outcome: z.enum(['token', 'refused', 'no-token', 'unobserved']),
  status: z.number().int().nullable(),
  /** OAuth `error` code, or the failure's code when there was no answer. */
  code: z.string().nullable(),
  /** What the server says of its refusal. */
  message: z.string().nullable(),
  /** A DPoP proof went with it (RFC 9449). */
  dpop: z.boolean(),
  tokenType: z.string().nullable(),
  expiresIn: z.number().nullable(),
  scopeAsked: z.string().nullable(),
  scopeGranted: z.string().nullable(),
  refreshToken: z.boolean(),
  /** The token is one that an earlier answer gave. */
  repeats: z.boolean().optional(),
  /** Departures of a successful answer from RFC 6749 §5.1. */
  faults: z.array(z.string()),
});

/** One call of the operation during the handshake. */
export const verifiedCall = z.object({
  /** `bare`: nothing sent. `damaged`: the last character changed. `query`: the token in the address (RFC 6750 §2.3). `narrow`: a token with less scope. */
  what: z.enum(['bare', 'credential', 'damaged', 'query', 'narrow', 'resource', 'audience', 'expired', 'revoked']),
  url: z.string(),
  exchange: z.string(),
  answer: callAnswer.nullable(),
  /** Failure code when there was no answer. */
  failure: z.string().nullable(),
  /** Scope of the token that was sent, where that is the point. */
  scope: z.string().nullable(),
});

/** What came of doing the handshake with a client of the owner's own. Holds no credential and no token. */
export const verification = z.object({
  /** `refused`: a rule of ours forbade to send the credential, and none was sent. */
  state: z.enum(['done', 'refused']),
  /** Why it was refused: a stable code and a sentence. */
  refusal: z.object({ code: z.string(), reason: z.string(), evidence }).nullable(),
  credential: z.enum(['client-secret', 'private-key', 'api-key']),
  /** Where an API key goes: `bearer`, `basic`, or the name of a header. */
  keyPlace: z.string().nullable(),
  /** Hosts that were confirmed as receivers. */
  hosts: z.array(z.string()),
  issuer: z.string().nullable(),
  tokenEndpoint: z.string().nullable(),
  /** `token_endpoint_auth_methods_supported` of the metadata that names the endpoint; null: it has none. */
  listedMethods: z.array(z.string()).nullable(),
  operation: z.string().nullable(),
  /** What else the server demanded of the client. */
  demands: z.array(z.enum(['dpop', 'mtls'])),
  tokens: z.array(tokenTry),
  calls: z.array(verifiedCall),
  /** Audience that a self-contained token names for itself, read without trusting it; null: opaque, or it names none. */
  audience: z.array(z.string()).nullable(),
  /** What was sent as `resource` or `audience` when the plain token was refused. */
  expectedAudience: z.string().nullable(),
  revocations: z.array(z.object({ exchange: z.string(), status: z.number().int().nullable() })),
});

export const evidenceFacts = z.object({
  calls: z.array(call),
  tokenEndpoints: z.array(tokenEndpoint),
  authorizationServers: z.array(authorizationServer),
  protectedResources: z.array(protectedResource),
  descriptions: z.array(description),
  announced: z.array(announced).default([]),
  registrations: z.array(registration),
  statements: z.array(statement),
  captchas: z.array(captcha),
  pages: z.array(pageFact),
  mcp: z.array(mcpFact),
  /** Metadata documents looked for: where, and what came of it. */
  metadataLookups: z.array(
    z.object({
      url: z.string(),
      evidence,
      outcome: z.enum(['present', 'absent', 'malformed', 'unobserved']),
      problem: z.string(),
    }),
  ),
  reach,
  /** The handshake with the owner's own client; left out where none was given. */
  verification: verification.optional(),
});
