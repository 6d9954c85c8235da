/** Impersonated targets for the fixes: evidence written as data, judged by the real judges. */
import { readCase, type Case } from '../../../../lib/scan/judge/case.ts';
import { judge } from '../../../../lib/scan/judge/index.ts';
import type { Findings } from '../../../../lib/scan/judge/types.ts';
import { score, type Scored } from '../../../../lib/scan/score/index.ts';
import type {
  AuthorizationServer,
  Call,
  CallAnswer,
  Captcha,
  DescribedScheme,
  Description,
  Evidence,
  ProtectedResource,
  Registration,
  Statement,
  Surface,
  Target,
  TokenEndpoint,
} from '../../../../lib/scan/types.ts';

export const target: Target = {
  input: 'acme.example',
  url: 'https://acme.example/',
  host: 'acme.example',
  domain: 'acme.example',
};

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
  reach: {
    home: ['x1'],
    probes: 10,
    blocked: 0,
    failed: 0,
    walls: [],
    unreachable: null,
    optedOut: false,
    browser: 'not-needed',
  },
};

export const apiUrl = 'https://api.acme.example/v1';

export function answer(over: Partial<CallAnswer> = {}): CallAnswer {
  return {
    exchange: 'x7',
    status: 401,
    contentType: 'text/html',
    challenges: [],
    location: null,
    loginPage: false,
    sessionCookies: [],
    wall: null,
    index: false,
    digest: 'd',
    error: {
      format: 'html',
      level: 'none',
      identifier: null,
      message: null,
      envelope: false,
      speaksOfCredentials: false,
    },
    ...over,
  };
}

const named: CallAnswer['error'] = {
  format: 'json',
  level: 'names',
  identifier: 'missing_token',
  message: 'missing token',
  envelope: false,
  speaksOfCredentials: true,
};

export function call(bare: CallAnswer | null, over: Partial<Call> = {}): Call {
  return {
    url: `${apiUrl}/orders`,
    method: 'GET',
    base: apiUrl,
    kind: 'rest',
    via: 'description',
    declaredProtected: true,
    bare,
    bearer: null,
    invented: null,
    control: null,
    failures: [],
    ...over,
  };
}

export function statement(topic: Statement['topic'], quote: string, over: Partial<Statement> = {}): Statement {
  return {
    topic,
    polarity: 'affirm',
    subject: 'api',
    actor: null,
    condition: null,
    environment: null,
    credential: null,
    strength: 3,
    quote,
    value: null,
    url: 'https://docs.acme.example/auth',
    evidence: ['x5'],
    ...over,
  };
}

export function server(over: Partial<AuthorizationServer> = {}): AuthorizationServer {
  return {
    url: 'https://login.acme.example/.well-known/oauth-authorization-server',
    via: 'metadata',
    evidence: ['x9'],
    kind: 'oauth',
    issuer: 'https://login.acme.example',
    conformance: 'conforming',
    faults: [],
    standardPlace: true,
    tokenEndpoint: 'https://login.acme.example/oauth2/token',
    authorizationEndpoint: 'https://login.acme.example/oauth2/authorize',
    deviceAuthorizationEndpoint: null,
    registrationEndpoint: null,
    userinfoEndpoint: null,
    revocationEndpoint: null,
    introspectionEndpoint: null,
    grantTypes: ['authorization_code'],
    responseTypes: ['code'],
    authMethods: ['none'],
    scopes: null,
    pkceMethods: ['S256'],
    clientIdMetadataDocument: false,
    serviceDocumentation: null,
    grantProfiles: null,
    agentIdentityTypes: null,
    agentEndpoint: null,
    ...over,
  };
}

export function scheme(over: Partial<DescribedScheme> = {}): DescribedScheme {
  return {
    name: 'oauth',
    type: 'oauth2',
    scheme: null,
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

export function description(schemes: DescribedScheme[], over: Partial<Description> = {}): Description {
  return {
    url: 'https://api.acme.example/openapi.yaml',
    via: 'convention',
    evidence: ['x4'],
    format: 'openapi-3.1',
    title: 'Acme',
    servers: [apiUrl],
    schemes,
    counts: { operations: 3, secured: 3, open: 0, undeclared: 0 },
    operations: [],
    issuing: [],
    documents401: false,
    faults: [],
    ...over,
  };
}

export function tokenEndpoint(over: Partial<TokenEndpoint> = {}): TokenEndpoint {
  return {
    url: 'https://login.acme.example/oauth2/token',
    via: 'metadata',
    evidence: ['x11'],
    basic: null,
    body: null,
    bogus: null,
    json: null,
    row: 3,
    clientCredentials: 'unknown',
    tokenExchange: 'unknown',
    jwtBearer: 'unknown',
    life: 'alive',
    reason: 'it checks the client first',
    ...over,
  };
}

export function captcha(over: Partial<Captcha> = {}): Captcha {
  return {
    product: 'Turnstile',
    mode: 'visible',
    guards: 'sign-up',
    quote: '<div class="cf-turnstile">',
    url: 'https://acme.example/signup',
    evidence: ['x6'],
    ...over,
  };
}

export interface Site {
  target?: Target;
  surface?: Partial<Surface>;
  evidence?: Partial<Evidence>;
}

export interface JudgedSite {
  target: Target;
  surface: Surface;
  evidence: Evidence;
  subject: Case;
  findings: Findings;
  scored: Scored;
}

/** Fills in what the site leaves out and judges it. */
export function judgeSite(site: Site): JudgedSite {
  const surface = {
    ...emptySurface,
    apiBases: [{ url: apiUrl, via: 'docs-sample' as const, evidence: ['x2'], kind: 'rest' as const }],
    ...site.surface,
  };
  const evidence = { ...emptyEvidence, ...site.evidence };
  const who = site.target ?? target;
  const subject = readCase(who, surface, evidence);
  const findings = judge(subject);
  return { target: who, surface, evidence, subject, findings, scored: score(findings) };
}

const absent = [
  {
    url: 'https://acme.example/.well-known/oauth-authorization-server',
    evidence: ['x3'],
    outcome: 'absent' as const,
    problem: '',
  },
];
const resource: ProtectedResource = {
  url: 'https://api.acme.example/.well-known/oauth-protected-resource',
  via: 'challenge',
  evidence: ['x12'],
  resource: 'https://api.acme.example',
  conformance: 'conforming',
  faults: [],
  authorizationServers: ['https://login.acme.example'],
  scopes: null,
  bearerMethods: ['header'],
  documentation: null,
};
const registration: Registration = {
  url: 'https://login.acme.example/oauth2/register',
  evidence: ['x13'],
  state: 'open',
  reason: 'it answers a broken body with 400',
};
const bearerChallenge = [{ scheme: 'Bearer', parameters: { realm: 'acme' }, token68: null, faults: [] }];

export const sites = {
  /** OAuth for people only, behind a redirect to a login page. */
  browserOnly: {
    evidence: {
      calls: [
        call(
          answer({ status: 302, location: 'https://acme.example/login?next=%2F', loginPage: true, contentType: null }),
        ),
      ],
      authorizationServers: [server()],
      protectedResources: [resource],
    },
  },
  /** A key in a header of its own, given after review; no OAuth. */
  staticKey: {
    evidence: {
      calls: [
        call(
          answer({
            status: 403,
            contentType: 'application/json',
            error: { ...named, message: 'X-API-Key header is missing' },
          }),
        ),
      ],
      statements: [
        statement('approval', 'We will review your application.'),
        statement('key-header', 'Send the key in X-Acme-Key.', { value: 'X-Acme-Key' }),
      ],
      metadataLookups: absent,
    },
  },
  cookieOnly: {
    evidence: {
      calls: [
        call(
          answer({
            status: 302,
            location: 'https://acme.example/login',
            loginPage: true,
            sessionCookies: ['connect.sid'],
          }),
          {
            bearer: answer({
              exchange: 'x8',
              status: 302,
              location: 'https://acme.example/login',
              loginPage: true,
              sessionCookies: ['connect.sid'],
            }),
          },
        ),
      ],
      metadataLookups: absent,
    },
  },
  captcha: {
    surface: {
      keyPages: [
        { url: 'https://acme.example/signup', via: 'page-link', evidence: ['x6'], title: 'Sign up', kind: 'sign-up' },
      ],
    },
    evidence: {
      calls: [call(answer({ contentType: 'application/json', error: named, challenges: bearerChallenge }))],
      captchas: [captcha()],
      metadataLookups: absent,
    },
  },
  /** Everything in place but the lifetime of tokens and scopes, which nothing tells. */
  silent: {
    evidence: {
      calls: [call(answer({ contentType: 'application/json', error: named, challenges: bearerChallenge }))],
      authorizationServers: [server({ grantTypes: null, responseTypes: ['code'] })],
      registrations: [registration],
      tokenEndpoints: [tokenEndpoint()],
    },
  },
  perfect: {
    evidence: {
      calls: [call(answer({ contentType: 'application/json', error: named, challenges: bearerChallenge }))],
      authorizationServers: [
        server({ grantTypes: ['client_credentials'], authMethods: ['client_secret_basic'], scopes: ['orders:read'] }),
      ],
      tokenEndpoints: [tokenEndpoint({ clientCredentials: 'supported', row: 1 })],
      registrations: [registration],
      statements: [statement('expires', 'Tokens live for 3600 seconds.')],
      descriptions: [
        description([
          scheme({
            flows: [
              {
                grant: 'client_credentials',
                tokenUrl: 'https://login.acme.example/oauth2/token',
                authorizationUrl: null,
                refreshUrl: null,
                scopes: ['orders:read'],
              },
            ],
          }),
        ]),
      ],
    },
  },
  plainHttp: {
    surface: {
      tokenEndpoints: [{ url: 'http://login.acme.example/oauth2/token', via: 'docs-sample', evidence: ['x10'] }],
    },
    evidence: {
      calls: [call(answer({ contentType: 'application/json', error: named, challenges: bearerChallenge }))],
      tokenEndpoints: [
        tokenEndpoint({ url: 'http://login.acme.example/oauth2/token', clientCredentials: 'supported' }),
      ],
      metadataLookups: absent,
    },
  },
  faultyMetadata: {
    evidence: {
      calls: [call(answer({ contentType: 'application/json', error: named, challenges: bearerChallenge }))],
      authorizationServers: [
        server({
          conformance: 'non-conforming',
          faults: ['the issuer is https://other.example'],
          grantTypes: ['client_credentials'],
        }),
      ],
    },
  },
  expiring: {
    evidence: {
      calls: [call(answer({ contentType: 'application/json', error: named, challenges: bearerChallenge }))],
      metadataLookups: absent,
      statements: [
        statement('bearer', 'Send Authorization: Bearer.'),
        statement('renews-by-person', 'Log in again every 30 days to make a new token.', { actor: 'person' }),
      ],
    },
  },
  open: {
    evidence: {
      calls: [
        call(
          answer({
            status: 200,
            contentType: 'application/json',
            error: { ...named, level: 'none', speaksOfCredentials: false },
          }),
          { declaredProtected: null },
        ),
        call(
          answer({
            status: 200,
            digest: 'another',
            contentType: 'application/json',
            error: { ...named, level: 'none', speaksOfCredentials: false },
          }),
          { declaredProtected: null },
        ),
      ],
      metadataLookups: absent,
    },
  },
  noApi: { surface: { apiBases: [] } },
  blocked: {
    evidence: {
      calls: [call(answer({ status: 403, wall: 'Cloudflare' }))],
      reach: {
        ...emptyEvidence.reach,
        blocked: 9,
        walls: [{ product: 'Cloudflare', url: `${apiUrl}/orders`, evidence: ['x7'] }],
      },
    },
  },
  unreachable: {
    surface: { apiBases: [] },
    evidence: {
      reach: { ...emptyEvidence.reach, unreachable: { step: 'dns', code: 'ENOTFOUND', message: 'no such name' } },
    },
  },
} as const satisfies Record<string, Site>;
