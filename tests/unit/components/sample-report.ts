/**
 * Reports to draw: evidence written by hand, judged by the engine's own judges, and parsed by the schema, so that a sample can
 * never hold what a real scan could not. The targets are invented.
 */
import { conclude } from '../../../lib/scan/conclude.ts';
import { report as schema, type Fix, type Report } from '../../../lib/scan/schema/report.ts';
import type { Call, Evidence, Exchange, Surface, TokenAnswer } from '../../../lib/scan/types.ts';

const noSurface = (): Surface => ({
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
});

const noEvidence = (): Evidence => ({
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
    probes: 12,
    blocked: 0,
    failed: 0,
    walls: [],
    unreachable: null,
    optedOut: false,
    browser: 'not-needed',
  },
});

/** An exchange as the client records it. */
export function exchangeOf(
  id: string,
  purpose: string,
  url: string,
  answer: { status: number; headers?: [string, string][]; body?: string } | null,
  request: Partial<Exchange['request']> = {},
): Exchange {
  const body = answer?.body ?? '';
  return {
    id,
    purpose,
    request: {
      method: 'GET',
      url,
      headers: [
        ['accept', 'application/json'],
        ['user-agent', 'Latchkey/0.1 (+https://latchkey.example/bot)'],
      ],
      body: null,
      ...request,
    },
    response: answer && {
      status: answer.status,
      headers: answer.headers ?? [['content-type', 'application/json']],
      body,
      bodyBytes: body.length,
      truncated: false,
    },
    error: answer
      ? null
      : { step: 'connect', code: 'ECONNREFUSED', message: 'Nothing listens on port 443 of api.example.com.' },
    ms: 41,
  };
}

const callAnswer = (
  exchange: string,
  status: number,
  extra: Partial<NonNullable<Call['bare']>> = {},
): NonNullable<Call['bare']> => ({
  exchange,
  status,
  contentType: 'application/json',
  challenges: [],
  error: {
    format: 'json',
    level: 'names',
    identifier: 'unauthorized',
    message: 'Missing bearer token',
    envelope: false,
    speaksOfCredentials: true,
  },
  location: null,
  loginPage: false,
  sessionCookies: [],
  wall: null,
  index: false,
  digest: exchange,
  ...extra,
});

const call = (url: string, extra: Partial<Call>): Call => ({
  url,
  method: 'GET',
  base: new URL(url).origin,
  kind: 'rest',
  via: 'description',
  declaredProtected: true,
  bare: null,
  bearer: null,
  invented: null,
  control: null,
  failures: [],
  ...extra,
});

const tokenAnswer = (exchange: string, status: number, code: string): TokenAnswer => ({
  exchange,
  status,
  code,
  text: '',
  format: 'oauth',
  challenges: [],
  location: null,
  wall: null,
});

/** A fix as the engine proposes it. */
export const sampleFix = (id: string, gain: number): Fix => ({
  id,
  title: 'Answer 401 in JSON',
  why: 'An agent that calls https://api.example.com/v1/orders without a token is sent to a login page, which it cannot fill in.',
  gain,
  effort: 'minutes',
  steps: ['Return 401 instead of the redirect when the request asks for JSON.', 'Name the error in the body.'],
  artefacts: [
    {
      title: 'Express middleware',
      language: 'js',
      text: "app.use((request, response) => response.status(401).json({ error: 'unauthorized' }));",
      file: null,
      frameworks: [],
      marks: [],
      tested: null,
    },
  ],
  code: null,
  product: null,
  keeps: ['Browsers are sent to the login page as before.'],
  undo: 'Take the middleware out.',
  checks: [],
  wall: false,
  together: [],
  agentText: 'Make https://api.example.com answer 401 with a JSON body.',
});

interface Parts {
  host: string;
  surface?: Partial<Surface>;
  evidence?: Partial<Evidence>;
  exchanges?: Exchange[];
  fixes?: Fix[];
}

function build({ host, surface, evidence, exchanges = [], fixes = [] }: Parts): Report {
  const target = { input: host, url: `https://${host}/`, host, domain: host.split('.').slice(-2).join('.') };
  const judged = conclude({
    target,
    surface: { ...noSurface(), ...surface },
    evidence: { ...noEvidence(), ...evidence },
    exchanges,
    scan: {
      id: '3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e',
      startedAt: '2026-11-23T20:58:00.000Z',
      finishedAt: '2026-11-23T20:58:06.400Z',
      durationMs: 6400,
      requests: exchanges.length,
      bytes: 48_210,
      mode: 'public',
    },
  });
  return schema.parse({ ...judged, fixes });
}

/** Client credentials, metadata, a structured 401: nothing stops an agent. */
export function openReport(): Report {
  const api = 'https://api.rosterly.example';
  const token = `${api}/oauth/token`;
  return build({
    host: 'api.rosterly.example',
    surface: {
      apiBases: [{ url: `${api}/v1`, via: 'target', evidence: ['x1', 'x4'], kind: 'rest' }],
      tokenEndpoints: [{ url: token, via: 'metadata', evidence: ['x3'] }],
      authorizationServers: [
        { url: `${api}/.well-known/oauth-authorization-server`, via: 'challenge', evidence: ['x3'], issuer: api },
      ],
    },
    evidence: {
      calls: [
        call(`${api}/v1/shifts`, {
          bare: callAnswer('x4', 401, {
            challenges: [{ scheme: 'bearer', parameters: { realm: 'rosterly' }, token68: null, faults: [] }],
          }),
          bearer: callAnswer('x5', 401, {
            challenges: [{ scheme: 'bearer', parameters: { error: 'invalid_token' }, token68: null, faults: [] }],
          }),
          control: callAnswer('x6', 404, {
            error: {
              format: 'json',
              level: 'names',
              identifier: 'not_found',
              message: null,
              envelope: false,
              speaksOfCredentials: false,
            },
          }),
        }),
      ],
      tokenEndpoints: [
        {
          url: token,
          via: 'metadata',
          evidence: ['x7', 'x8'],
          basic: tokenAnswer('x7', 401, 'invalid_client'),
          body: null,
          bogus: tokenAnswer('x8', 400, 'unsupported_grant_type'),
          json: null,
          row: 1,
          clientCredentials: 'supported',
          tokenExchange: 'unknown',
          jwtBearer: 'unknown',
          life: 'alive',
          reason: 'It checks the client for this grant and refuses one that cannot exist.',
        },
      ],
      authorizationServers: [
        {
          url: `${api}/.well-known/oauth-authorization-server`,
          via: 'challenge',
          evidence: ['x3'],
          kind: 'oauth',
          issuer: api,
          conformance: 'conforming',
          faults: [],
          standardPlace: true,
          tokenEndpoint: token,
          authorizationEndpoint: null,
          deviceAuthorizationEndpoint: null,
          registrationEndpoint: null,
          userinfoEndpoint: null,
          revocationEndpoint: null,
          introspectionEndpoint: null,
          grantTypes: ['client_credentials', 'refresh_token'],
          responseTypes: [],
          authMethods: ['client_secret_basic'],
          scopes: ['shifts:read', 'shifts:write'],
          pkceMethods: null,
          clientIdMetadataDocument: false,
          serviceDocumentation: null,
          grantProfiles: null,
          agentIdentityTypes: null,
          agentEndpoint: null,
        },
      ],
      statements: [
        {
          topic: 'self-service',
          polarity: 'affirm',
          subject: 'api',
          actor: null,
          condition: null,
          environment: null,
          credential: null,
          strength: 3,
          quote: 'Create a client in the dashboard and use it right away.',
          value: null,
          url: `${api}/docs`,
          evidence: ['x1'],
        },
      ],
    },
    exchanges: [
      exchangeOf('x1', 'target', `${api}/`, { status: 200, body: '{"name":"Rosterly API","version":"1"}' }),
      exchangeOf('x2', 'control', `${api}/8f2c1`, { status: 404, body: '{"error":"not_found"}' }),
      exchangeOf('x3', 'metadata', `${api}/.well-known/oauth-authorization-server`, {
        status: 200,
        body: JSON.stringify({
          issuer: api,
          token_endpoint: token,
          grant_types_supported: ['client_credentials', 'refresh_token'],
          scopes_supported: ['shifts:read', 'shifts:write'],
        }),
      }),
      exchangeOf('x4', 'bare call', `${api}/v1/shifts`, {
        status: 401,
        headers: [
          ['content-type', 'application/json'],
          ['www-authenticate', 'Bearer realm="rosterly"'],
        ],
        body: '{"error":"unauthorized","message":"Missing bearer token"}',
      }),
      exchangeOf('x5', 'random bearer', `${api}/v1/shifts`, {
        status: 401,
        headers: [
          ['content-type', 'application/json'],
          ['www-authenticate', 'Bearer error="invalid_token"'],
        ],
        body: '{"error":"invalid_token"}',
      }),
      exchangeOf(
        'x7',
        'token endpoint, client_credentials',
        token,
        { status: 401, body: '{"error":"invalid_client"}' },
        {
          method: 'POST',
          headers: [
            ['authorization', 'Basic [redacted]'],
            ['content-type', 'application/x-www-form-urlencoded'],
          ],
          body: 'grant_type=client_credentials',
        },
      ),
      exchangeOf(
        'x8',
        'token endpoint, impossible grant',
        token,
        { status: 400, body: '{"error":"unsupported_grant_type"}' },
        { method: 'POST', body: 'grant_type=urn:x:none' },
      ),
    ],
  });
}

/** The only way to a token leads through a login page. */
export function walledReport(): Report {
  const api = 'https://api.hartley.example';
  const authorize = 'https://login.hartley.example/oauth/authorize';
  return build({
    host: 'hartley.example',
    surface: {
      apiBases: [{ url: `${api}/v2`, via: 'docs-sample', evidence: ['x2'], kind: 'rest' }],
      authorizationEndpoints: [{ url: authorize, via: 'docs-text', evidence: ['x2'] }],
      docs: [{ url: 'https://docs.hartley.example/', via: 'page-link', evidence: ['x2'], title: 'Developers' }],
    },
    evidence: {
      calls: [
        call(`${api}/v2/orders`, {
          bare: callAnswer('x3', 302, {
            contentType: 'text/html',
            location: 'https://login.hartley.example/sign-in',
            loginPage: true,
            error: {
              format: 'html',
              level: 'none',
              identifier: null,
              message: null,
              envelope: false,
              speaksOfCredentials: true,
            },
          }),
        }),
      ],
      statements: [
        {
          topic: 'grant:authorization_code',
          polarity: 'affirm',
          subject: 'api',
          actor: null,
          condition: null,
          environment: null,
          credential: null,
          strength: 3,
          quote: 'Send the user to /oauth/authorize and exchange the code for a token.',
          value: null,
          url: 'https://docs.hartley.example/auth',
          evidence: ['x2'],
        },
        {
          topic: 'grant:client_credentials',
          polarity: 'deny',
          subject: 'api',
          actor: null,
          condition: null,
          environment: null,
          credential: null,
          strength: 3,
          quote: 'The client credentials grant is not supported.',
          value: null,
          url: 'https://docs.hartley.example/auth',
          evidence: ['x2'],
        },
        {
          topic: 'approval',
          polarity: 'affirm',
          subject: 'api',
          actor: null,
          condition: null,
          environment: null,
          credential: null,
          strength: 3,
          quote: 'Our partner team reviews each application within five working days.',
          value: null,
          url: 'https://docs.hartley.example/auth',
          evidence: ['x2'],
        },
      ],
      metadataLookups: [
        { url: `${api}/.well-known/oauth-authorization-server`, evidence: ['x4'], outcome: 'absent', problem: '' },
      ],
    },
    exchanges: [
      exchangeOf('x1', 'target', 'https://hartley.example/', {
        status: 200,
        headers: [['content-type', 'text/html']],
        body: '<!doctype html><title>Hartley</title>',
      }),
      exchangeOf('x2', 'docs', 'https://docs.hartley.example/auth', {
        status: 200,
        headers: [['content-type', 'text/html']],
        body: '<p>Send the user to /oauth/authorize</p>',
      }),
      exchangeOf('x3', 'bare call', `${api}/v2/orders`, {
        status: 302,
        headers: [
          ['location', 'https://login.hartley.example/sign-in'],
          ['content-type', 'text/html'],
        ],
        body: '',
      }),
      exchangeOf('x4', 'metadata', `${api}/.well-known/oauth-authorization-server`, {
        status: 404,
        headers: [['content-type', 'text/html']],
        body: '<h1>Not Found</h1>',
      }),
    ],
    fixes: [
      sampleFix('structured-401', 25),
      sampleFix('client-credentials', 24),
      sampleFix('metadata', 15),
      sampleFix('self-service-keys', 12),
    ],
  });
}

/** Nine of twelve probes met a challenge page. */
export function blockedReport(): Report {
  return build({
    host: 'shop.example',
    fixes: [
      {
        ...sampleFix('allow-scanner', 0),
        title: 'Let the scanner through',
        steps: ['Leave the API out of challenge pages.'],
      },
    ],
    surface: { apiBases: [{ url: 'https://api.shop.example', via: 'subdomain', evidence: ['x2'], kind: 'rest' }] },
    evidence: {
      calls: [
        call('https://api.shop.example/v1', {
          bare: callAnswer('x2', 403, {
            wall: 'Cloudflare',
            contentType: 'text/html',
            error: {
              format: 'html',
              level: 'none',
              identifier: null,
              message: null,
              envelope: false,
              speaksOfCredentials: false,
            },
          }),
        }),
      ],
      reach: {
        home: ['x1'],
        probes: 12,
        blocked: 9,
        failed: 1,
        walls: [{ product: 'Cloudflare', url: 'https://api.shop.example/v1', evidence: ['x2'] }],
        unreachable: null,
        optedOut: false,
        browser: 'none-found',
      },
    },
    exchanges: [
      exchangeOf('x1', 'target', 'https://shop.example/', {
        status: 200,
        headers: [['content-type', 'text/html']],
        body: '<title>Shop</title>',
      }),
      exchangeOf('x2', 'bare call', 'https://api.shop.example/v1', {
        status: 403,
        headers: [
          ['content-type', 'text/html'],
          ['cf-mitigated', 'challenge'],
        ],
        body: '<title>Just a moment...</title>',
      }),
    ],
  });
}

/** Nothing answered. */
export function unreachableReport(): Report {
  return build({
    host: 'api.example.com',
    evidence: {
      reach: {
        ...noEvidence().reach,
        probes: 1,
        failed: 1,
        unreachable: {
          step: 'connect',
          code: 'ECONNREFUSED',
          message: 'Nothing listens on port 443 of api.example.com.',
        },
      },
    },
    exchanges: [exchangeOf('x1', 'target', 'https://api.example.com/', null)],
  });
}

/** A site with pages and nothing to call. */
export function noApiReport(): Report {
  return build({
    host: 'bakery.example',
    fixes: [
      {
        ...sampleFix('publish-api', 0),
        title: 'Publish an API',
        steps: ['Offer an HTTP API at https://api.bakery.example.'],
      },
    ],
    exchanges: [
      exchangeOf('x1', 'target', 'https://bakery.example/', {
        status: 200,
        headers: [['content-type', 'text/html']],
        body: '<title>Bread</title>',
      }),
    ],
  });
}
