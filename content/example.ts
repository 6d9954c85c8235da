/**
 * A business that does not exist, in the form in which scans describe real ones, so that fixes and verdicts on the knowledge pages come
 * from the same code as those in reports. Everything lies under example.com (RFC 2606).
 */
import { readCase, type Case } from '../lib/scan/judge/case.ts';
import { flows, judge } from '../lib/scan/judge/index.ts';
import type { Flow } from '../lib/scan/judge/flows.ts';
import { fixes } from '../lib/scan/fix/index.ts';
import { readPlaces, type Places } from '../lib/scan/fix/places.ts';
import type { Built, FixContext, FixDefinition } from '../lib/scan/fix/types.ts';
import { score } from '../lib/scan/score/index.ts';
import type { FlowResult } from '../lib/scan/schema/report.ts';
import type {
  AuthorizationServer,
  Call,
  CallAnswer,
  Description,
  Evidence,
  Statement,
  Surface,
  Target,
} from '../lib/scan/types.ts';

const site = 'https://example.com';
const api = 'https://api.example.com/v1';
const issuer = 'https://auth.example.com';
const docs = 'https://docs.example.com/authentication';
const keys = `${site}/developers/keys`;
const target: Target = { input: 'example.com', url: `${site}/`, host: 'example.com', domain: 'example.com' };
const found = { via: 'docs-sample' as const, evidence: [] };

const surface: Surface = {
  apiBases: [{ ...found, url: api, kind: 'rest' }],
  tokenEndpoints: [{ ...found, url: `${issuer}/oauth/token` }],
  authorizationEndpoints: [],
  authorizationServers: [{ ...found, url: issuer, issuer }],
  protectedResources: [],
  descriptions: [{ ...found, url: 'https://api.example.com/openapi.json', title: 'Example' }],
  docs: [{ ...found, url: docs, title: 'Authentication' }],
  keyPages: [{ ...found, url: keys, title: 'Keys', kind: 'keys' }],
  mcp: [],
  agentCards: [],
  graphql: [],
};

function answer(over: Partial<CallAnswer>): CallAnswer {
  const error = {
    format: 'html' as const,
    level: 'none' as const,
    identifier: null,
    message: null,
    envelope: false,
    speaksOfCredentials: false,
  };
  return {
    exchange: 'x1',
    status: 401,
    contentType: 'text/html',
    challenges: [],
    error,
    location: null,
    loginPage: false,
    sessionCookies: [],
    wall: null,
    index: false,
    digest: '',
    ...over,
  };
}

const call = (bare: CallAnswer, bearer: CallAnswer | null = null): Call => ({
  ...found,
  url: `${api}/orders`,
  method: 'GET',
  base: api,
  kind: 'rest',
  declaredProtected: true,
  bare,
  bearer,
  invented: null,
  control: null,
  failures: [],
});

function server(grantTypes: string[]): AuthorizationServer {
  return {
    ...found,
    url: `${issuer}/.well-known/oauth-authorization-server`,
    kind: 'oauth',
    issuer,
    conformance: 'conforming',
    faults: [],
    standardPlace: true,
    tokenEndpoint: `${issuer}/oauth/token`,
    authorizationEndpoint: `${issuer}/authorize`,
    deviceAuthorizationEndpoint: null,
    registrationEndpoint: `${issuer}/oauth/register`,
    userinfoEndpoint: null,
    revocationEndpoint: null,
    introspectionEndpoint: null,
    grantTypes,
    responseTypes: ['code'],
    authMethods: ['client_secret_basic'],
    scopes: ['orders:read', 'orders:write'],
    pkceMethods: ['S256'],
    clientIdMetadataDocument: false,
    serviceDocumentation: null,
    grantProfiles: null,
    agentIdentityTypes: null,
    agentEndpoint: null,
  };
}

/** A description that declares the grant for machines, at a site that publishes no metadata yet. */
const machineDescription: Description = {
  ...found,
  url: 'https://api.example.com/openapi.json',
  format: 'openapi-3.1',
  title: 'Example',
  servers: [api],
  schemes: [
    {
      name: 'clientCredentials',
      type: 'oauth2',
      scheme: null,
      in: null,
      parameter: null,
      description: '',
      bearerFormat: null,
      openIdConnectUrl: null,
      metadataUrl: null,
      used: true,
      flows: [
        {
          grant: 'client_credentials',
          tokenUrl: `${issuer}/oauth/token`,
          authorizationUrl: null,
          refreshUrl: null,
          scopes: ['orders:read', 'orders:write'],
        },
      ],
    },
  ],
  counts: { operations: 1, secured: 1, open: 0, undeclared: 0 },
  operations: [],
  issuing: [],
  documents401: false,
  faults: [],
};

const registration = {
  url: `${issuer}/oauth/register`,
  evidence: [],
  state: 'token-required' as const,
  reason: 'it asks for an initial access token',
};
const statement = (topic: Statement['topic'], quote: string): Statement => ({
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
  url: docs,
  evidence: [],
});

const nothing: Evidence = {
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

const loginPage = answer({
  status: 302,
  location: `${site}/login`,
  loginPage: true,
  contentType: null,
  sessionCookies: ['sessionid'],
});

/** Three states in which real businesses are found. */
const businesses = {
  /** OAuth for people who sit in front of a browser, and nothing beside it. */
  people: {
    surface,
    evidence: {
      ...nothing,
      calls: [call(answer({}))],
      authorizationServers: [server(['authorization_code', 'refresh_token'])],
      registrations: [registration],
    },
  },
  /** The grant for machines is there; what leads to it is missing. */
  machines: {
    surface,
    evidence: {
      ...nothing,
      calls: [call(answer({}))],
      descriptions: [machineDescription],
      registrations: [registration],
      captchas: [
        {
          product: 'reCAPTCHA',
          mode: 'visible' as const,
          guards: 'sign-up' as const,
          quote: '',
          url: `${site}/signup`,
          evidence: [],
        },
      ],
    },
  },
  /** The back end of a web page: a cookie and nothing else. */
  cookies: {
    surface: { ...surface, tokenEndpoints: [], authorizationServers: [], descriptions: [] },
    evidence: {
      ...nothing,
      calls: [call(loginPage, { ...loginPage, exchange: 'x2' })],
      statements: [statement('cookie', 'Sign in, then call the API with your session cookie.')],
    },
  },
} satisfies Record<string, { surface: Surface; evidence: Evidence }>;

export type Business = keyof typeof businesses;

function contextOf(business: Business): FixContext {
  const { surface: seen, evidence } = businesses[business];
  const subject = readCase(target, seen, evidence);
  const findings = judge(subject);
  return {
    subject,
    findings,
    scored: score(findings),
    places: readPlaces(subject),
    exchanges: [],
    products: [],
    framework: null,
  };
}

/** A fix as the report of that business would hold it. @throws when there is no fix of this id. */
export function exampleFix(
  id: string,
  business: Business,
): { definition: FixDefinition; built: Built; places: Places } {
  const definition = fixes.find((fix) => fix.id === id);
  if (!definition) throw new Error(`There is no fix ${id}.`);
  const context = contextOf(business);
  return { definition, built: definition.build(context), places: context.places };
}

/**
 * Every verdict that a flow can get, mildest first: beside client credentials and refresh tokens, and with nothing beside it. Most get one,
 * whatever stands beside them.
 */
export function verdictsOf(flow: Flow): FlowResult['verdict'][] {
  const beside = (grants: string[]): Case =>
    readCase(target, surface, { ...nothing, authorizationServers: [server(grants)] });
  const all = flows.flatMap(({ meta }) => (meta.id === 'authorization_code_pkce' ? [] : [meta.id as string]));
  return [...new Set([beside(all), beside(['authorization_code'])].map((subject) => flow.verdict(subject)))];
}
