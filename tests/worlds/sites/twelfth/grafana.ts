import type { Answer, Incoming, World } from '../../lib/world.ts';
import { html, isBasic, isBearer, json, redirect } from '../../lib/answers.ts';
import { robots } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';
import { swaggerUi } from '../providers/third-manuals.ts';

const home = 'https://messwerte.wetternetz-inntal.de';
const club = 'https://www.wetternetz-inntal.de';

const guard = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'deny',
  'x-xss-protection': '1; mode=block',
};
/** Three clients of Grafana's authentication, each with words of its own; an unknown scheme is like none. */
const refuse = (r: Incoming): Answer => {
  const [message, messageId] = isBearer(r)
    ? ['Invalid API key', 'api-key.invalid']
    : isBasic(r)
      ? ['Invalid username or password', 'password-auth.failed']
      : ['Unauthorized', 'auth.unauthorized'];
  return json(401, { extra: null, message, messageId, statusCode: 401, traceID: '' }, guard);
};
const bootData = (status = 200): Answer =>
  html(
    status,
    '<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Grafana</title><base href="/"><link rel="icon" type="image/png" href="public/img/fav32.png"><link rel="stylesheet" href="public/build/grafana.dark.1f02.css"></head><body class="theme-dark app-grafana"><div class="preloader"><div class="preloader__text preloader__text--fail">If you\'re seeing this Grafana has failed to load its application files</div></div><div id="reactRoot"></div><script>window.grafanaBootData = {user: {"isSignedIn":false,"id":0,"login":"","orgRole":""}, settings: {"appSubUrl":"","anonymousEnabled":false,"authProxyEnabled":false,"disableLoginForm":false,"oauth":{},"buildInfo":{"version":"10.4.14","edition":"Open Source"}}, navTree: []};</script><script src="public/build/app.5c02.js"></script></body></html>',
    guard,
  );
const toLogin = (r: Incoming): Answer =>
  redirect(302, '/login', {
    ...guard,
    'content-type': 'text/html; charset=utf-8',
    'set-cookie': `redirect_to=${encodeURIComponent(r.path + r.search)}; Path=/; HttpOnly; Secure; SameSite=Lax`,
  });
const read = (id: string, summary: string, tags: string) => ({
  get: {
    operationId: id,
    tags: [tags],
    summary,
    responses: { 200: { description: '(empty)' }, 401: { $ref: '#/components/responses/unauthorisedError' } },
  },
});
const description = {
  openapi: '3.0.3',
  info: {
    title: 'Grafana HTTP API.',
    version: '0.0.1',
    contact: { email: 'hello@grafana.com', name: 'Grafana Labs', url: 'https://grafana.com' },
    description:
      'The Grafana backend exposes an HTTP API, the same API is used by the frontend to do\neverything from saving dashboards, creating users and updating data sources.',
  },
  servers: [{ url: '/api' }],
  security: [{ basic: [] }, { api_key: [] }],
  paths: {
    '/org': read('getCurrentOrg', 'Get current Organization.', 'org'),
    '/user': read('getSignedInUser', 'Get signed in User.', 'signed_in_user'),
    '/datasources': read('getDataSources', 'Get all data sources.', 'datasources'),
    '/search': read('search', 'Search for dashboards and folders.', 'search'),
    '/folders': read('getFolders', 'Get all folders.', 'folders'),
    '/serviceaccounts/search': read(
      'searchOrgServiceAccountsWithPaging',
      'Search service accounts with Paging',
      'service_accounts',
    ),
    '/serviceaccounts/{serviceAccountId}/tokens': {
      post: {
        operationId: 'createToken',
        tags: ['service_accounts'],
        summary: 'CreateNewToken adds a token to a service account',
        description:
          'Required permissions (See note in the introduction for an explanation): action: `serviceaccounts:write`',
        parameters: [{ in: 'path', name: 'serviceAccountId', required: true, schema: { type: 'integer' } }],
        responses: { 200: { description: '(empty)' }, 401: { $ref: '#/components/responses/unauthorisedError' } },
      },
    },
    '/login/saml': { get: { operationId: 'getSAMLLogin', tags: ['saml'], responses: { 302: { description: '' } } } },
  },
  components: {
    responses: {
      unauthorisedError: { description: 'UnauthorizedError is returned when the request is not authenticated.' },
    },
    securitySchemes: {
      api_key: { in: 'header', name: 'Authorization', type: 'apiKey' },
      basic: { scheme: 'basic', type: 'http' },
    },
  },
};
/** The older of the two files that Grafana carries, version 2 of the format. */
const swagger2 = {
  swagger: '2.0',
  info: description.info,
  basePath: '/api',
  schemes: ['http', 'https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  security: [{ basic: [] }, { api_key: [] }],
  securityDefinitions: {
    api_key: { type: 'apiKey', name: 'Authorization', in: 'header' },
    basic: { type: 'basic' },
  },
  paths: {
    '/org': { get: { operationId: 'getCurrentOrg', tags: ['org'], responses: { 200: { description: '' } } } },
    '/user': {
      get: { operationId: 'getSignedInUser', tags: ['signed_in_user'], responses: { 200: { description: '' } } },
    },
    '/datasources': {
      get: { operationId: 'getDataSources', tags: ['datasources'], responses: { 200: { description: '' } } },
    },
    '/folders': { get: { operationId: 'getFolders', tags: ['folders'], responses: { 200: { description: '' } } } },
  },
};
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="${club}/">Start</a> <a href="${club}/stationen">Stationen</a> <a href="${home}/">Messwerte</a></nav><h1>${title}</h1>${body}<p>Wetternetz Inntal e. V.</p></body></html>`,
  );

/** Weather amateurs who run Grafana as it comes: a login before its pages, an API with tokens of service accounts. */
export const grafana: World = {
  id: 'grafana',
  kind: 'provider',
  title:
    'A club that runs Grafana 10 as it comes: pages lead to a login, the API answers 401, its description is public',
  target: home,
  dated: '2026-11',
  sources: [
    'grafana.com/docs/grafana/v12.2/developer-resources/api-reference/http-api/authentication',
    'grafana/grafana: public/openapi3.json, pkg/api/swagger.go, pkg/services/authn',
    'answers of Grafana 10 to 12 in public bug reports: auth.unauthorized, api-key.invalid',
  ],
  hosts: {
    'wetternetz-inntal.de': { routes: { '*': redirect(301, `${club}/`) } },
    'www.wetternetz-inntal.de': {
      routes: {
        'GET /': page('Wetternetz Inntal', '<p>Elf Stationen von Kufstein bis Rosenheim. Gäste sind willkommen.</p>'),
        'GET /stationen': page('Stationen', '<p>Jede Station misst alle zehn Minuten Temperatur, Wind und Regen.</p>'),
      },
    },
    'messwerte.wetternetz-inntal.de': {
      routes: {
        // The club's own file in front of Grafana's, which would keep every robot out.
        'GET /robots.txt': robots(),
        'GET /': toLogin,
        'GET /login': bootData(),
        'GET /healthz': { status: 200, headers: guard, body: 'Ok' },
        'GET /api/health': json(200, { commit: '5dbf9e2', database: 'ok', version: '10.4.14' }, guard),
        'GET /swagger-ui': redirect(301, '/swagger'),
        'GET /swagger': swaggerUi('Swagger UI', 'public/api-merged.json'),
        'GET /openapi3': swaggerUi('OpenAPI v3', 'public/openapi3.json'),
        'GET /public/openapi3.json': json(200, description),
        'GET /public/api-merged.json': json(200, swagger2),
        'GET /api/login/ping': refuse,
        '/api/org': refuse,
        '/api/user': refuse,
        '/api/datasources': refuse,
        '/api/search': refuse,
        '/api/folders': refuse,
        '/api/serviceaccounts/*': refuse,
        '/api/dashboards/*': refuse,
        'GET /dashboards': toLogin,
        'GET /d/*': toLogin,
        '/api/*': json(404, { message: 'Not found', traceID: '' }, guard),
        '/api': json(404, { message: 'Not found', traceID: '' }, guard),
      },
      otherwise: bootData(404),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'partial', 'unknown'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    target: 'the club answers robots.txt itself; the one that comes with Grafana disallows everything',
    apiBases: 'servers says /api at the host that serves the description',
    tokenEndpoint: 'a token is made in the software, no endpoint gives one for a client',
    outcome: 'below /api strangers are refused with 401',
    'structured-401': '401 JSON with a messageId at what exists, 404 JSON at what does not',
    'bearer-token':
      'a key named Authorization in the description, and only the word Bearer gets “Invalid API key” for an answer',
    'self-service-keys': 'a guard: the operation that makes a token wants an administrator first',
    'session-cookie-only': 'the cookie and the login belong to the pages; the API takes Basic and a token',
    'browser-only-oauth': 'no OAuth seen',
    'manual-key-approval': 'nothing says so',
  },
};
