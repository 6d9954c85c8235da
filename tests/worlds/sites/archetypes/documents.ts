/** The same facts in the forms in which documentation really comes: Swagger UI, Redoc, other hosts, tables, SDK code, help articles, headers. */
import { aliasOf, bearerChallenge, html, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { metadata, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { loginForm, robots, sample, shell, signUpForm, site, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, type World } from '../../lib/world.ts';

const guarded = (realm: string) => (request: Parameters<typeof isBearer>[0]) =>
  json(
    401,
    { error: isBearer(request) ? 'invalid_token' : 'missing_token', message: 'Authentication is required.' },
    bearerChallenge(`realm="${realm}"`),
  );

const initializer: World = {
  id: 'swagger-initializer',
  kind: 'archetype',
  title: 'Swagger UI whose description is named only in a script file',
  target: 'https://vetbook.test',
  dated: '2026-11',
  sources: ['swagger-ui-dist 4+ default layout'],
  hosts: {
    'vetbook.test': {
      routes: {
        'GET /': site({
          name: 'Vetbook',
          nav: [
            ['Clinics', '/clinics'],
            ['API', '/swagger-ui/index.html'],
            ['Log in', '/login'],
          ],
        })('Appointments for pets', '<p>Book a vet.</p>'),
        'GET /clinics': site({ name: 'Vetbook' })('Clinics', '<p>300 clinics.</p>'),
        'GET /login': site({ name: 'Vetbook' })('Log in', loginForm()),
        'GET /swagger-ui/index.html': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Swagger UI</title><link rel="stylesheet" type="text/css" href="./swagger-ui.css" /></head><body><div id="swagger-ui"></div><script src="./swagger-ui-bundle.js" charset="UTF-8"></script><script src="./swagger-ui-standalone-preset.js" charset="UTF-8"></script><script src="./swagger-initializer.js" charset="UTF-8"></script></body></html>',
        ),
        'GET /swagger-ui/swagger-initializer.js': text(
          200,
          'window.onload = function() {\n  window.ui = SwaggerUIBundle({\n    url: "/internal-docs/vetbook-v2.json",\n    dom_id: \'#swagger-ui\',\n    deepLinking: true\n  });\n};\n',
          { 'content-type': 'text/javascript' },
        ),
        'GET /internal-docs/vetbook-v2.json': json(
          200,
          openapi({
            title: 'Vetbook',
            servers: ['https://vetbook.test/rest'],
            operations: ['get /appointments', 'get /pets'],
            schemes: { jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
            security: [{ jwt: [] }],
          }),
        ),
        '/rest/appointments': guarded('vetbook'),
        '/rest/pets': guarded('vetbook'),
        '/rest/*': json(404, { error: 'not_found' }),
        'GET /robots.txt': robots(),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://vetbook.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['partial', 'fail', 'unknown'],
      'token-expiry': ['unknown', 'n/a'],
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent' },
  }),
  why: {},
};

const redocState: World = {
  id: 'redoc-inline',
  kind: 'archetype',
  title: 'Redoc page that carries the whole description as a script variable',
  target: 'https://docs.bahnhof-lager.test',
  dated: '2026-11',
  sources: ['redocly build-docs output'],
  hosts: {
    'docs.bahnhof-lager.test': {
      routes: {
        'GET /': html(
          200,
          `<!DOCTYPE html><html><head><meta charset="utf8" /><title>Storage API</title><script src="https://cdn.redoc.ly/redoc/v2.5.0/bundles/redoc.standalone.js"></script></head><body><div id="redoc"><div class="api-content"><h1>Storage API (3.1)</h1><p>Reserve lockers at stations.</p><h2>Authentication</h2><h3>oauth</h3><p>Security Scheme Type: OAuth2. Flow type: clientCredentials. Token URL: https://id.bahnhof-lager.test/token. Scopes: lockers:read, lockers:write</p></div></div><script>const __redoc_state = ${JSON.stringify({ spec: { data: openapi({ title: 'Storage API', servers: ['https://api.bahnhof-lager.test'], operations: ['get /lockers', 'get /stations'], schemes: { oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://id.bahnhof-lager.test/token', scopes: { 'lockers:read': 'Read' } } } } }, security: [{ oauth: ['lockers:read'] }] }) } })};var container = document.getElementById('redoc');Redoc.hydrate(__redoc_state, container);</script></body></html>`,
        ),
      },
    },
    'id.bahnhof-lager.test': {
      routes: { 'POST /token': tokenEndpoint({ grants: ['client_credentials'], order: 'grant-first' }) },
      otherwise: json(404, { error: 'not_found' }),
    },
    'api.bahnhof-lager.test': {
      routes: { '/lockers*': guarded('lager'), '/stations*': guarded('lager') },
      otherwise: json(404, { error: 'not_found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.bahnhof-lager.test'],
    tokenEndpoint: 'https://id.bahnhof-lager.test/token',
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'fail',
      'token-expiry': ['pass', 'partial', 'unknown'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'self-service-keys': 'not judged: nothing is said' },
};

const hostedDocs: World = {
  id: 'docs-hosted-elsewhere',
  kind: 'archetype',
  title: 'Documentation at a documentation host, code in Python and JavaScript only',
  target: 'https://www.kelpfarm.test',
  dated: '2026-11',
  sources: ['Shape of GitBook, ReadMe and Mintlify sites'],
  hosts: {
    'www.kelpfarm.test': {
      routes: {
        'GET /': site({
          name: 'Kelpfarm',
          nav: [
            ['Analytics', '/analytics'],
            ['API docs', 'https://kelpfarm.docs-host.test/'],
            ['Sign up', 'https://app.kelpfarm.test/signup'],
          ],
        })('Ocean data for buyers', '<p>Yields, prices, weather.</p>'),
        'GET /analytics': site({ name: 'Kelpfarm' })('Analytics', '<p>Dashboards.</p>'),
        'GET /robots.txt': robots(),
      },
    },
    'kelpfarm.test': aliasOf('https://www.kelpfarm.test'),
    'kelpfarm.docs-host.test': {
      routes: {
        'GET /': redirect(307, '/introduction'),
        'GET /introduction': site({
          name: 'Kelpfarm Docs',
          nav: [
            ['Introduction', '/introduction'],
            ['Auth', '/auth'],
            ['Yields', '/yields'],
          ],
          footer: [['Powered by Docs Host', 'https://www.docs-host.test/']],
        })('Introduction', '<p>Welcome. Every plan includes API access.</p>'),
        'GET /auth': site({ name: 'Kelpfarm Docs' })(
          'Auth',
          `<p>Generate client credentials in the app: Account &gt; Developer &gt; New client. Each client can be restricted with scopes: <code>yields.read</code>, <code>prices.read</code>.</p>${sample('import requests\n\ntoken = requests.post(\n    "https://login.kelpfarm-api.test/oauth2/token",\n    auth=(CLIENT_ID, CLIENT_SECRET),\n    data={"grant_type": "client_credentials"},\n).json()["access_token"]', 'python')}${table(
            [
              ['access_token', 'string', 'The token to send'],
              ['token_type', 'string', 'Always Bearer'],
              ['expires_in', 'integer', 'Lifetime in seconds, 1800'],
              ['scope', 'string', 'Granted scopes'],
            ],
          )}<p>Once it has lapsed, simply fetch another token in the same way.</p>`,
        ),
        'GET /yields': site({ name: 'Kelpfarm Docs' })(
          'Yields',
          sample(
            'const res = await fetch(`https://data.kelpfarm-api.test/v1/yields`, {\n  headers: { Authorization: `Bearer ${token}` },\n});',
            'javascript',
          ),
        ),
      },
    },
    'login.kelpfarm-api.test': {
      routes: {
        'POST /oauth2/token': tokenEndpoint({
          grants: ['client_credentials'],
          order: 'client-first',
          unknownClient: oauthError(400, 'invalid_client'),
        }),
      },
      otherwise: json(404, { message: 'Not Found' }),
    },
    'data.kelpfarm-api.test': {
      routes: {
        '/v1/yields*': json(401, { message: 'Unauthorized' }),
        '/v1/prices*': json(401, { message: 'Unauthorized' }),
      },
      otherwise: json(404, { message: 'Not Found' }),
    },
    'app.kelpfarm.test': { routes: { 'GET *': shell('Kelpfarm') } },
  },
  expect: expectation({
    apiBases: ['https://data.kelpfarm-api.test'],
    tokenEndpoint: 'https://login.kelpfarm-api.test/oauth2/token',
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'fail',
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'session-cookie-only': 'absent',
      'browser-only-oauth': 'absent',
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
  }),
  why: { client_credentials: 'only the sample says it: client first, no metadata' },
};

const linkHeader: World = {
  id: 'link-header',
  kind: 'archetype',
  title: 'The API root answers 204 with Link headers to description and documentation',
  target: 'https://api.sternwarte.test',
  dated: '2026-11',
  sources: ['RFC 8631; RFC 8288'],
  hosts: {
    'api.sternwarte.test': {
      routes: {
        'GET /': {
          status: 204,
          headers: {
            link: '</spec>; rel="service-desc"; type="application/vnd.oai.openapi", <https://handbook.sternwarte.test/api>; rel="service-doc"',
          },
        },
        'GET /spec': {
          status: 200,
          headers: { 'content-type': 'application/vnd.oai.openapi' },
          body: 'openapi: 3.1.0\ninfo: {title: Observatory, version: "1"}\nservers: [{url: https://api.sternwarte.test/obs}]\npaths:\n  /images:\n    get: {responses: {"200": {description: OK}}}\n  /nights:\n    get: {responses: {"200": {description: OK}}}\ncomponents:\n  securitySchemes:\n    key: {type: apiKey, in: header, name: X-Observer}\nsecurity: [{key: []}]\n',
        },
        '/obs/images': json(
          403,
          { type: 'https://api.sternwarte.test/problems/no-key', title: 'No observer key', status: 403 },
          { 'content-type': 'application/problem+json' },
        ),
        '/obs/nights': json(
          403,
          { type: 'https://api.sternwarte.test/problems/no-key', title: 'No observer key', status: 403 },
          { 'content-type': 'application/problem+json' },
        ),
      },
      otherwise: json(
        404,
        { type: 'about:blank', title: 'Not Found', status: 404 },
        { 'content-type': 'application/problem+json' },
      ),
    },
    'handbook.sternwarte.test': {
      routes: {
        'GET /api': site({ name: 'Observatory handbook', plain: true })(
          'API',
          '<p>Put your observer key into the header <code>X-Observer</code>. You make keys yourself on your profile page; a key is active immediately and each may be limited to single instruments. A key is valid until you delete it.</p>',
        ),
        'GET /': redirect(302, '/api'),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://api.sternwarte.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': ['n/a', 'partial'],
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: {
      'session-cookie-only': 'absent',
      'browser-only-oauth': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {},
};

const hateoas: World = {
  id: 'api-root-links',
  kind: 'archetype',
  title: 'The API root is a public JSON map that names the token endpoint and the resources',
  target: 'https://api.gaswatch.test',
  dated: '2026-11',
  sources: ['Shape of hypermedia APIs'],
  hosts: {
    'api.gaswatch.test': {
      routes: {
        'GET /': json(200, {
          name: 'Gaswatch',
          documentation_url: 'https://gaswatch.test/developers',
          links: {
            stations: 'https://api.gaswatch.test/stations',
            prices: 'https://api.gaswatch.test/prices',
            token: 'https://api.gaswatch.test/auth/token',
          },
        }),
        '/stations*': guarded('gaswatch'),
        '/prices*': guarded('gaswatch'),
        'POST /auth/token': tokenEndpoint({ grants: ['client_credentials', 'refresh_token'], order: 'grant-first' }),
      },
      otherwise: json(404, { error: 'not_found' }),
    },
    'gaswatch.test': {
      routes: {
        'GET /': site({ name: 'Gaswatch', nav: [['Developers', '/developers']] })('Fuel prices', '<p>Live.</p>'),
        'GET /developers': site({ name: 'Gaswatch' })(
          'Developers',
          '<p>Register an application; ID and secret are created on the spot. Exchange them for an access token (client credentials) at the token link of the API root. It lasts 10 minutes; then obtain the next one.</p>',
        ),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://api.gaswatch.test'],
    tokenEndpoint: 'https://api.gaswatch.test/auth/token',
    flows: { client_credentials: 'yes', refresh_token: ['yes', 'no', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'fail',
      'self-service-keys': 'pass',
      'token-expiry': 'pass',
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: {},
};

const challengeWalk: World = {
  id: 'challenge-walk',
  kind: 'archetype',
  title: 'Only the challenge leads on: resource metadata at its own path, issuer with a path on another domain',
  target: 'https://api.brieftaube.test',
  dated: '2026-11',
  sources: ['RFC 9728 §5.1; RFC 8414 §3.1'],
  hosts: {
    'api.brieftaube.test': {
      routes: {
        'GET /meta/resource': json(200, {
          resource: 'https://api.brieftaube.test',
          authorization_servers: ['https://tenants.ausweis.test/t/brieftaube'],
          scopes_supported: ['letters:read', 'letters:send'],
          bearer_methods_supported: ['header'],
        }),
      },
      otherwise: (request) =>
        json(
          401,
          { error: isBearer(request) ? 'invalid_token' : 'unauthorized', error_description: 'Bearer token required' },
          bearerChallenge('resource_metadata="https://api.brieftaube.test/meta/resource"'),
        ),
    },
    'tenants.ausweis.test': {
      routes: {
        'GET /.well-known/oauth-authorization-server/t/brieftaube': json(
          200,
          metadata('https://tenants.ausweis.test/t/brieftaube', {
            grant_types_supported: ['client_credentials'],
            response_types_supported: [],
            authorization_endpoint: null,
            token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_post'],
            token_endpoint_auth_signing_alg_values_supported: ['ES256'],
            scopes_supported: ['letters:read', 'letters:send'],
            registration_endpoint: 'https://tenants.ausweis.test/t/brieftaube/register',
          }),
        ),
        'POST /t/brieftaube/token': tokenEndpoint({ grants: ['client_credentials'], order: 'grant-first' }),
        'POST /t/brieftaube/register': oauthError(400, 'invalid_client_metadata', 'The body is not JSON.'),
        'GET /t/brieftaube/register': json(405, { error: 'method_not_allowed' }, { allow: 'POST' }),
      },
      otherwise: json(404, { error: 'tenant_not_found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.brieftaube.test'],
    tokenEndpoint: 'https://tenants.ausweis.test/t/brieftaube/token',
    flows: { client_credentials: 'yes', authorization_code: ['no', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['pass', 'partial'],
      'self-service-keys': 'pass',
      'token-expiry': ['pass', 'unknown'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: {
    'self-service-keys': 'open registration of clients',
    'oauth-discovery': 'response_types_supported is empty, which is sloppy',
  },
};

const helpArticle: World = {
  id: 'help-article',
  kind: 'archetype',
  title: 'The only documentation is an article of the help centre, reached through two clicks',
  target: 'https://www.tischlein.test',
  dated: '2026-11',
  sources: ['Shape of restaurant and salon software'],
  hosts: {
    'www.tischlein.test': {
      routes: {
        'GET /': site({
          name: 'Tischlein',
          nav: [
            ['Restaurants', '/restaurants'],
            ['Integrations', '/integrations'],
            ['Support', 'https://support.tischlein.test/hc/en-us'],
          ],
        })('Tables, booked', '<p>Reservations for restaurants.</p>'),
        ...stubs(site({ name: 'Tischlein' }), ['/restaurants']),
        'GET /integrations': site({ name: 'Tischlein' })(
          'Integrations',
          '<p>Lightspeed, Orderbird, Zapier. Missing something? Write to us.</p>',
        ),
        'GET /robots.txt': robots(),
      },
    },
    'tischlein.test': aliasOf('https://www.tischlein.test'),
    'support.tischlein.test': {
      routes: {
        'GET /': redirect(302, '/hc/en-us'),
        'GET /hc/en-us': site({ name: 'Tischlein Support' })(
          'Help Center',
          '<ul><li><a href="/hc/en-us/categories/1-Bookings">Bookings</a></li><li><a href="/hc/en-us/categories/2-Integrations-and-API">Integrations and API</a></li></ul>',
        ),
        'GET /hc/en-us/categories/1-Bookings': site({ name: 'Tischlein Support' })(
          'Bookings',
          '<p>Approve a booking request by hand, or let us do it.</p>',
        ),
        'GET /hc/en-us/categories/2-Integrations-and-API': site({ name: 'Tischlein Support' })(
          'Integrations and API',
          '<ul><li><a href="/hc/en-us/articles/77-Using-the-public-API">Using the public API</a></li></ul>',
        ),
        'GET /hc/en-us/articles/77-Using-the-public-API': site({ name: 'Tischlein Support' })(
          'Using the public API',
          `<p>Restaurants on the Pro plan can create their own token: Settings, Connections, then Create token. You decide whether the token may only read or also write.</p><p>Example:</p>${sample('GET https://connect.tischlein.test/v2/bookings\nAuthorization: Bearer YOUR-TOKEN', 'http')}<p>Tokens stop working after twelve months. There is no way to renew a token by API: create a new one in the settings in good time.</p>`,
        ),
      },
    },
    'connect.tischlein.test': {
      routes: { '/v2/bookings*': guarded('tischlein') },
      otherwise: json(404, { error: 'not_found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://connect.tischlein.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': 'fail',
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: {
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'present',
      'manual-key-approval': ['absent', 'unknown'],
      'browser-only-oauth': ['absent', 'unknown'],
    },
  }),
  why: { 'manual-key-approval': 'bookings are approved, not keys' },
};

const oidcScheme: World = {
  id: 'openapi-oidc',
  kind: 'archetype',
  title: 'OpenAPI 3.1 with openIdConnect; the issuer grants client credentials',
  target: 'https://kartenwerk.test',
  dated: '2026-11',
  sources: ['STANDARDS OA3, OA7'],
  hosts: {
    'kartenwerk.test': {
      routes: {
        'GET /': site({
          name: 'Kartenwerk',
          nav: [
            ['Maps', '/maps'],
            ['OpenAPI', '/api/openapi.yaml'],
          ],
        })('Maps of the Alps', '<p>Contours.</p>'),
        'GET /maps': site({ name: 'Kartenwerk' })('Maps', '<p>1:25 000</p>'),
        'GET /api/openapi.yaml': text(
          200,
          JSON.stringify(
            openapi({
              title: 'Kartenwerk',
              version: '3.1.0',
              servers: ['https://kartenwerk.test/api'],
              operations: ['get /tiles', 'get /layers'],
              schemes: {
                sso: {
                  type: 'openIdConnect',
                  openIdConnectUrl: 'https://sso.kartenwerk.test/.well-known/openid-configuration',
                },
              },
              security: [{ sso: ['tiles'] }],
            }),
          ),
          { 'content-type': 'text/yaml' },
        ),
        '/api/tiles': guarded('kartenwerk'),
        '/api/layers': guarded('kartenwerk'),
        '/api/*': json(404, { error: 'not_found' }),
        'GET /robots.txt': robots(),
      },
    },
    'sso.kartenwerk.test': {
      routes: {
        'GET /.well-known/openid-configuration': json(
          200,
          metadata('https://sso.kartenwerk.test', {
            jwks_uri: 'https://sso.kartenwerk.test/jwks',
            grant_types_supported: ['authorization_code', 'client_credentials'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            scopes_supported: ['openid', 'tiles', 'layers'],
          }),
        ),
        'GET /jwks': json(200, { keys: [] }),
        'POST /token': tokenEndpoint({ grants: ['authorization_code', 'client_credentials'], order: 'client-first' }),
      },
      otherwise: json(404, { error: 'not_found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://kartenwerk.test'],
    tokenEndpoint: 'https://sso.kartenwerk.test/token',
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: ['no', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'pass',
      'scope-restriction': 'pass',
      'token-expiry': ['pass', 'partial', 'unknown'],
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'self-service-keys': 'not judged: nothing is said' },
};

const regions: World = {
  id: 'regional-table',
  kind: 'archetype',
  title: 'Base URLs in a table of regions, no code at all, credentials from the sales team',
  target: 'https://www.lohnbuero.test',
  dated: '2026-11',
  sources: ['Shape of HR and payroll vendors'],
  hosts: {
    'www.lohnbuero.test': {
      routes: {
        'GET /': site({
          name: 'Lohnbuero',
          nav: [
            ['Payroll', '/payroll'],
            ['Partners', '/partners'],
            ['Developer documentation', '/developer'],
            ['Book a demo', '/demo'],
          ],
        })('Payroll in 30 countries', '<p>On time.</p>'),
        ...stubs(site({ name: 'Lohnbuero' }), ['/payroll', '/demo']),
        'GET /partners': site({ name: 'Lohnbuero' })('Partners', '<p>Become a partner.</p>'),
        'GET /developer': site({ name: 'Lohnbuero' })(
          'Developer documentation',
          `<h2>Environments</h2>${table([
            ['Region', 'Base URL'],
            ['Europe', 'https://eu.api.lohnbuero.test/hr/v1'],
            ['Americas', 'https://us.api.lohnbuero.test/hr/v1'],
          ])}<h2>Access</h2><p>API access is an add-on. Contact our sales team to enable the API for your account; your customer success manager will send the API user and password.</p><h2>Authentication</h2><p>Requests use HTTP Basic authentication with the API user.</p><h2>Resources</h2>${table(
            [
              ['GET', '/employees', 'All employees'],
              ['GET', '/payslips', 'All payslips'],
            ],
          )}`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'eu.api.lohnbuero.test': {
      routes: {
        '/hr/v1/*': {
          status: 401,
          headers: { 'content-type': 'application/xml', 'www-authenticate': 'Basic realm="hr"' },
          body: '<error><code>401</code><message>Unauthorized</message></error>',
        },
      },
      otherwise: html(404, 'not found'),
    },
    'us.api.lohnbuero.test': {
      routes: {
        '/hr/v1/*': {
          status: 401,
          headers: { 'content-type': 'application/xml', 'www-authenticate': 'Basic realm="hr"' },
          body: '<error><code>401</code><message>Unauthorized</message></error>',
        },
      },
      otherwise: html(404, 'not found'),
    },
  },
  expect: expectation({
    apiBases: [['https://eu.api.lohnbuero.test', 'https://us.api.lohnbuero.test']],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'fail',
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'manual-key-approval': 'present', 'browser-only-oauth': 'absent' },
  }),
  why: { 'structured-401': '401 with XML and a challenge' },
};

const ssrProps: World = {
  id: 'docs-in-props',
  kind: 'archetype',
  title: 'Documentation whose text is only in the JSON of the page (server-side props)',
  target: 'https://docs.funkmast.test',
  dated: '2026-11',
  sources: ['Next.js __NEXT_DATA__; hosted documentation tools'],
  hosts: {
    'docs.funkmast.test': {
      routes: {
        'GET *': html(
          200,
          `<!DOCTYPE html><html lang="en"><head><title>Funkmast API</title></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { title: 'Authentication', body: '# Authentication\n\nSend your API key as a bearer token. Create a key in the console, it works immediately.\n\n```bash\ncurl https://api.funkmast.test/v1/towers -H "Authorization: Bearer fm_123"\n```\n' } }, page: '/[[...slug]]' }).replace(/</g, '\\u003c')}</script><script src="/_next/static/chunks/main.js" defer></script></body></html>`,
        ),
      },
    },
    'api.funkmast.test': { routes: { '/v1/*': guarded('funkmast') }, otherwise: json(404, { error: 'not_found' }) },
    'funkmast.test': {
      routes: {
        'GET /': site({ name: 'Funkmast', nav: [['Docs', 'https://docs.funkmast.test/']], end: '' })(
          'Cell towers',
          '<p>All of them.</p>',
        ),
        'GET /signup': site({ name: 'Funkmast' })('Sign up', signUpForm()),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://api.funkmast.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'unknown'],
      'bearer-token': ['pass', 'unknown'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial', 'unknown'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
  }),
  why: { target: 'guards: a browser would show it; reading the JSON is a bonus' },
};

const writeSamples: World = {
  id: 'write-samples',
  kind: 'archetype',
  title: 'Samples that write, at an API that refuses nobody: what a scan POSTs here is created',
  target: 'https://pinnwand.test',
  dated: '2026-11',
  sources: ['STANDARDS G6, T1'],
  hosts: {
    'pinnwand.test': {
      routes: {
        'GET /': site({
          name: 'Pinnwand',
          nav: [
            ['API', '/api'],
            ['Log out', '/logout'],
          ],
        })('A notice board for everybody', '<p>No accounts.</p>'),
        'GET /api': site({ name: 'Pinnwand' })(
          'API',
          `<p>No key is needed. Please be kind.</p>${['messages', 'meetings', 'listings', 'statuses'].map((word) => sample(`curl -X POST https://api.pinnwand.test/v1/${word} -H "Content-Type: application/json" -d '{"text": "hello"}'`)).join('')}${sample('curl -X POST https://api.pinnwand.test/v1/checkout -d "{}"')}${sample('curl https://api.pinnwand.test/v1/notices')}${sample('curl https://api.pinnwand.test/v1/notices/17/delete')}<p>Tired of our mails? <a href="/newsletter/unsubscribe">Unsubscribe from API news</a></p>`,
        ),
        'GET /newsletter/unsubscribe': site({ name: 'Pinnwand' })(
          'Unsubscribed',
          '<p>You will hear no more from us.</p>',
        ),
        'GET /logout': redirect(302, '/'),
        'GET /robots.txt': robots(),
      },
    },
    'api.pinnwand.test': {
      routes: {
        'POST /v1/:what': json(201, { id: 17, created: true }),
        'GET /v1/notices': json(200, [{ id: 1, text: 'hello' }]),
        'GET /v1/notices/:id/delete': json(200, { deleted: true }),
        'GET /v1/:what': json(200, []),
      },
      otherwise: json(404, { error: 'not_found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.pinnwand.test'],
    outcome: 'blocked',
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'n/a', 'unknown'],
      'bearer-token': ['n/a', 'unknown', 'fail'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'n/a', 'unknown'],
      'token-expiry': ['n/a', 'unknown'],
      'scope-restriction': ['n/a', 'unknown'],
    },
    antiPatterns: { 'browser-only-oauth': 'absent' },
  }),
  why: {
    target: 'the point is conduct: nothing may be created',
    outcome: 'one resource answers data, the others what a random path answers: that does not open the API',
  },
};

export const documentWorlds: readonly World[] = [
  initializer,
  redocState,
  hostedDocs,
  linkHeader,
  hateoas,
  challengeWalk,
  helpArticle,
  oidcScheme,
  regions,
  ssrProps,
  writeSamples,
];
