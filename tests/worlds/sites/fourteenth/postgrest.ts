import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { isBearer, json } from '../../lib/answers.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://api.zostera-station.org';

/** Errors of PostgREST: four members in the order of the alphabet, and the code once more in Proxy-Status (RFC 9209). */
const fault = (
  status: number,
  code: string,
  message: string,
  hint: string | null = null,
  headers: Record<string, string> = {},
): Answer =>
  json(status, { code, details: null, hint, message }, { ...headers, 'proxy-status': `PostgREST; error=${code}` });
/** A token is read before anything else, whatever is asked. */
const badToken = (r: Incoming): Answer | null => {
  if (!isBearer(r)) return null;
  const parts = r.authorization.value.split('.').length;
  const said = parts === 3 ? 'No suitable key or wrong key type' : `Expected 3 parts in JWT; got ${parts}`;
  return fault(401, 'PGRST301', said, null, {
    'www-authenticate': `Bearer error="invalid_token", error_description="${said}"`,
  });
};
const tables: Record<string, string> = {
  stations: 'Where we dive and lay loggers. Open to everybody.',
  surveys: 'One row for each dive: date, station, observers.',
  samples: 'Cores and shoots with what was measured.',
  observers: 'People. Only their institute sees them.',
};
const rows = [
  { id: 1, name: 'Harbour mole', depth_m: 4.5, lat: 54.797, lon: 10.71 },
  { id: 2, name: 'North shoal', depth_m: 7.2, lat: 54.812, lon: 10.734 },
];
const table: Reply = (r) => {
  const name = r.params['name'] ?? '';
  const bad = badToken(r);
  if (bad) return bad;
  if (!(name in tables)) return fault(404, 'PGRST205', `Could not find the table 'api.${name}' in the schema cache`);
  if (r.method === 'OPTIONS')
    return {
      status: 200,
      headers: { allow: 'OPTIONS,GET,HEAD,POST,PUT,PATCH,DELETE', 'access-control-allow-origin': '*' },
      body: '',
    };
  if (name === 'stations' && (r.method === 'GET' || r.method === 'HEAD'))
    return json(200, rows, { 'content-range': '0-1/*', 'content-location': '/stations' });
  return fault(401, '42501', `permission denied for table ${name}`, null, { 'www-authenticate': 'Bearer' });
};

const login: Reply = (r) => {
  const bad = badToken(r);
  if (bad) return bad;
  const body = r.json;
  const given = body && typeof body === 'object' ? Object.keys(body) : [...r.query.keys()];
  if (!given.includes('email') || !given.includes('pass'))
    return fault(
      404,
      'PGRST202',
      given.length === 0
        ? 'Could not find the function api.login without parameters in the schema cache'
        : `Could not find the function api.login(${given.join(', ')}) in the schema cache`,
      'Perhaps you meant to call the function api.login(email, pass)',
    );
  return fault(403, '28P01', 'invalid user or password');
};

const parameterRefs = ['select', 'order', 'range', 'offset', 'limit', 'preferCount'].map((name) => ({
  $ref: `#/parameters/${name}`,
}));
const operation = (name: string, summary: string) => ({
  tags: [name],
  summary,
  parameters: parameterRefs,
  responses: { 200: { description: 'OK' }, 206: { description: 'Partial Content' } },
});
/** openapi-mode ignore-privileges and openapi-security-active; the comment on the schema becomes title and description. */
const description = {
  swagger: '2.0',
  info: {
    title: 'Zostera Station data',
    version: '14.1',
    description: `Eelgrass in the western Baltic since 2009.

Stations can be read by everybody. Surveys, samples and observers take a token in the Authorization header, with the word Bearer in front.

A token comes from POST /rpc/login with the JSON members email and pass. It lasts 3600 seconds, then call login again.

Partner institutes have accounts. A new institute writes to data@zostera-station.org.`,
  },
  host: 'api.zostera-station.org:443',
  basePath: '/',
  schemes: ['https'],
  consumes: ['application/json', 'application/vnd.pgrst.object+json', 'text/csv'],
  produces: ['application/json', 'application/vnd.pgrst.object+json', 'text/csv'],
  paths: {
    '/': {
      get: {
        tags: ['Introspection'],
        summary: 'OpenAPI description (this document)',
        produces: ['application/openapi+json', 'application/json'],
        responses: { 200: { description: 'OK' } },
      },
    },
    ...Object.fromEntries(
      Object.entries(tables).map(([name, summary]) => [
        `/${name}`,
        { get: operation(name, summary), post: operation(name, summary), patch: operation(name, summary) },
      ]),
    ),
    '/rpc/login': {
      post: {
        tags: ['(rpc) login'],
        summary: 'Signs an account in and returns a token',
        description: 'Returns {"token": "…"}. The token lasts 3600 seconds.',
        produces: ['application/json', 'application/vnd.pgrst.object+json'],
        parameters: [
          {
            name: 'args',
            in: 'body',
            required: true,
            schema: {
              type: 'object',
              required: ['email', 'pass'],
              properties: {
                email: { type: 'string', format: 'text' },
                pass: { type: 'string', format: 'text' },
              },
            },
          },
        ],
        responses: { 200: { description: 'OK' } },
      },
    },
  },
  definitions: Object.fromEntries(
    Object.entries(tables).map(([name, text]) => [
      name,
      { description: text, type: 'object', properties: { id: { type: 'integer', format: 'integer' } } },
    ]),
  ),
  parameters: Object.fromEntries(
    ['select', 'order', 'offset', 'limit'].map((name) => [
      name,
      { name, in: 'query', required: false, type: 'string' },
    ]),
  ),
  securityDefinitions: {
    JWT: {
      description: 'Add the token prepending "Bearer " (without quotes) to it',
      in: 'header',
      name: 'Authorization',
      type: 'apiKey',
    },
  },
  security: [{ JWT: [] }],
  externalDocs: { description: 'PostgREST Documentation', url: 'https://postgrest.org/en/v14/references/api.html' },
};

/** A research station that puts its database on the web with PostgREST and writes its manual into the comment on the schema. */
export const postgrest: World = {
  id: 'postgrest',
  kind: 'provider',
  title: 'PostgREST with nothing but its own description: one table open, the rest 401, a login that is a function',
  target: home,
  dated: '2026-11',
  sources: [
    'PostgREST/postgrest: src/PostgREST/Error.hs (status, headers, members, Proxy-Status)',
    'PostgREST/postgrest: src/PostgREST/Response/OpenAPI.hs (description, JWT scheme)',
    'postgrest.org/en/v14/references/configurations.html (openapi-mode, openapi-security-active)',
    'postgrest.org/en/v14/how-tos/sql-user-management.html (login function)',
  ],
  hosts: {
    'api.zostera-station.org': {
      headers: { server: 'postgrest/14.1' },
      routes: {
        'GET /': (r) => {
          const bad = badToken(r);
          if (bad) return bad;
          const accept = r.headers['accept'] ?? '*/*';
          return /\*\/\*|application\/(\*|json|openapi\+json)/.test(accept)
            ? json(200, description, { 'content-type': 'application/openapi+json; charset=utf-8' })
            : fault(406, 'PGRST107', `None of these media types are available: ${accept}`);
        },
        '/': (r) =>
          r.method === 'OPTIONS'
            ? { status: 200, headers: { allow: 'OPTIONS,GET,HEAD' }, body: '' }
            : fault(405, 'PGRST117', `Unsupported HTTP method: ${r.method}`),
        '/rpc/login': login,
        '/rpc/:name': (r) =>
          badToken(r) ??
          fault(
            404,
            'PGRST202',
            `Could not find the function api.${r.params['name'] ?? ''} without parameters in the schema cache`,
          ),
        '/:name': table,
      },
      otherwise: (r) => badToken(r) ?? fault(404, 'PGRST125', 'Invalid path specified in request URL'),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: [null, `${home}/rpc/login`],
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'partial', 'unknown'],
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
    },
    notJudged: ['password', 'manual-key-approval'],
  }),
  why: {
    target: 'the API itself; its root is a Swagger 2.0 description',
    apiBases: 'host and basePath, and it answers there',
    tokenEndpoint: 'a guard: a function that takes an email and a password as JSON, no endpoint of RFC 6749',
    password: 'not judged: the same call is a login with a password, in words of its own',
    outcome: 'three tables of four are refused',
    'structured-401': '401 JSON with code and message and a challenge; the open table does not open the rest',
    'bearer-token': 'challenge, invalid_token for a wrong one, and the description of the scheme',
    'client-credentials': 'none offered',
    'self-service-keys': 'a guard: a new institute writes a mail',
    'token-expiry': '3600 seconds, then a program calls login again',
    'scope-restriction': 'none seen; rights stay in the database',
    'session-cookie-only': 'no cookie anywhere',
    'browser-only-oauth': 'no OAuth',
    'manual-key-approval': 'not judged: “writes to” says nothing of what happens then',
  },
};
