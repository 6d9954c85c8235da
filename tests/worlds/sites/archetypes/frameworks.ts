/** Web frameworks and gateways with their default answers to a stranger, as deployed by people who changed little. */
import { empty, fresh, html, isBearer, json, problem, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { loginForm, robots, sample, shell, site } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys, type World } from '../../lib/world.ts';

const swaggerUi = (specUrl: string): string =>
  `<!DOCTYPE html><html><head><link type="text/css" rel="stylesheet" href="https://cdn.jsdelivr.net/npm/swagger-ui-dist@5/swagger-ui.css"><title>API - Swagger UI</title></head><body><div id="swagger-ui"></div><script src="https://cdn.jsdelivr.net/npm/swagger-ui-dist@5/swagger-ui-bundle.js"></script><script>const ui = SwaggerUIBundle({url: '${specUrl}', dom_id: '#swagger-ui', layout: 'BaseLayout'})</script></body></html>`;

const fastapi: World = {
  id: 'fastapi',
  kind: 'archetype',
  title: 'FastAPI with HTTPBearer, OpenAPI and Swagger UI at their default paths',
  target: 'https://api.plankton-lab.test',
  dated: '2026-11',
  sources: ['FastAPI 0.122+ defaults'],
  hosts: {
    'api.plankton-lab.test': {
      headers: { server: 'uvicorn' },
      routes: {
        'GET /openapi.json': json(200, {
          ...openapi({
            title: 'Plankton Lab',
            servers: [],
            version: '3.1.0',
            operations: ['get /samples', 'post /samples', 'get /stations', 'get /health'],
            schemes: { HTTPBearer: { type: 'http', scheme: 'bearer' } },
            operationSecurity: {
              'get /samples': [{ HTTPBearer: [] }],
              'post /samples': [{ HTTPBearer: [] }],
              'get /stations': [{ HTTPBearer: [] }],
            },
          }),
          servers: undefined,
        }),
        'GET /docs': html(200, swaggerUi('/openapi.json')),
        'GET /health': json(200, { status: 'ok' }),
        '/samples': (request) =>
          json(
            401,
            { detail: isBearer(request) ? 'Invalid token' : 'Not authenticated' },
            { 'www-authenticate': 'Bearer' },
          ),
        '/stations': (request) =>
          json(
            401,
            { detail: isBearer(request) ? 'Invalid token' : 'Not authenticated' },
            { 'www-authenticate': 'Bearer' },
          ),
      },
      otherwise: json(404, { detail: 'Not Found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.plankton-lab.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'partial', 'unknown'],
      'token-expiry': ['unknown', 'n/a'],
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent' },
  }),
  why: { 'structured-401': 'detail names the error (DESIGN §6)' },
};

const django: World = {
  id: 'django-rest',
  kind: 'archetype',
  title: 'Django REST Framework, token authentication with its own scheme word',
  target: 'https://herbarium.test',
  dated: '2026-11',
  sources: ['DRF TokenAuthentication'],
  hosts: {
    'herbarium.test': {
      headers: { server: 'gunicorn', 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' },
      routes: {
        'GET /': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>Herbarium</title></head><body><h1>Herbarium</h1><p>A digital herbarium.</p><ul><li><a href="/about/">About</a></li><li><a href="/api/">API</a></li><li><a href="/help/api/">API help</a></li><li><a href="/accounts/login/">Log in</a></li></ul></body></html>',
        ),
        'GET /about/': html(200, '<html><head><title>About</title></head><body><p>Plants.</p></body></html>'),
        'GET /help/api/': html(
          200,
          `<html><head><title>API help</title></head><body><h1>API help</h1><p>Every account has an API token on its profile page. Send it like this:</p><pre>curl https://herbarium.test/api/specimens/ -H "Authorization: Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b"</pre></body></html>`,
        ),
        'GET /accounts/login/': html(
          200,
          `<html><head><title>Log in</title></head><body>${loginForm('/accounts/login/')}</body></html>`,
          { 'set-cookie': `csrftoken=${fresh(32)}; Path=/; SameSite=Lax` },
        ),
        'GET /admin*': redirect(302, '/admin/login/?next=/admin/'),
        'GET /api/': json(200, {
          specimens: 'https://herbarium.test/api/specimens/',
          collectors: 'https://herbarium.test/api/collectors/',
        }),
        '/api/specimens/': (request) =>
          json(
            401,
            {
              detail:
                request.authorization.scheme === 'token'
                  ? 'Invalid token.'
                  : 'Authentication credentials were not provided.',
            },
            { 'www-authenticate': 'Token', allow: 'GET, POST, HEAD, OPTIONS' },
          ),
        '/api/collectors/': (request) =>
          json(
            401,
            {
              detail:
                request.authorization.scheme === 'token'
                  ? 'Invalid token.'
                  : 'Authentication credentials were not provided.',
            },
            { 'www-authenticate': 'Token', allow: 'GET, POST, HEAD, OPTIONS' },
          ),
        '/api/*': json(404, { detail: 'Not found.' }),
      },
      otherwise: html(
        404,
        '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1><p>The requested resource was not found on this server.</p></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: ['https://herbarium.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'partial',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'bearer-token': 'Authorization with the word Token, in the challenge and in the help' },
};

const spring: World = {
  id: 'spring',
  kind: 'archetype',
  title: 'Spring Boot resource server: 401 with a challenge and no body',
  target: 'https://api.kranwerk.test',
  dated: '2026-11',
  sources: ['Spring Security BearerTokenAuthenticationEntryPoint; springdoc defaults'],
  hosts: {
    'api.kranwerk.test': {
      headers: {
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
      },
      routes: {
        'GET /v3/api-docs': json(
          200,
          openapi({
            title: 'Kranwerk',
            servers: ['https://api.kranwerk.test'],
            operations: ['get /api/cranes', 'get /api/jobs'],
            schemes: { 'bearer-jwt': { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
            security: [{ 'bearer-jwt': [] }],
          }),
        ),
        'GET /swagger-ui/index.html': html(200, swaggerUi('/v3/api-docs')),
        'GET /actuator/health': json(200, { status: 'UP' }),
      },
      otherwise: (request) =>
        empty(401, {
          'www-authenticate': isBearer(request)
            ? 'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Malformed token", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"'
            : 'Bearer',
        }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.kranwerk.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'token-expiry': ['unknown', 'n/a'],
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent' },
  }),
  why: { target: 'every unknown path answers the same 401: protection is real, single endpoints are not proven' },
};

const rails: World = {
  id: 'rails',
  kind: 'archetype',
  title: 'Rails with Doorkeeper: API under /api, form login elsewhere',
  target: 'https://clubhouse.test',
  dated: '2026-11',
  sources: ['Doorkeeper 5 defaults'],
  hosts: {
    'clubhouse.test': {
      headers: { 'x-runtime': '0.004', 'x-request-id': 'a1c2' },
      routes: {
        'GET /': site({
          name: 'Clubhouse',
          nav: [
            ['Tour', '/tour'],
            ['Developers', '/developers'],
            ['Log in', '/users/sign_in'],
          ],
        })('Run your club', '<p>Members, fees, events.</p>'),
        'GET /tour': site({ name: 'Clubhouse' })('Tour', '<p>Look around.</p>'),
        'GET /developers': site({ name: 'Clubhouse' })(
          'Developers',
          `<p>Register an application under <a href="/oauth/applications">your applications</a>. You get the client ID and secret straight away. Scopes: <code>public</code>, <code>members</code>, <code>payments</code>.</p>${sample('curl -F grant_type=client_credentials -F client_id=UID -F client_secret=SECRET -X POST https://clubhouse.test/oauth/token')}<p>or send your users to <code>https://clubhouse.test/oauth/authorize</code> (authorization code). Access tokens expire in 2 hours and come with a refresh token.</p>${sample('curl https://clubhouse.test/api/v1/members -H "Authorization: Bearer TOKEN"')}`,
        ),
        'GET /users/sign_in': html(
          200,
          `<html><head><title>Log in</title><meta name="csrf-token" content="${fresh(40)}"></head><body>${loginForm('/users/sign_in')}</body></html>`,
          { 'set-cookie': `_clubhouse_session=${fresh(40)}; path=/; HttpOnly` },
        ),
        'GET /oauth/applications': redirect(302, 'https://clubhouse.test/users/sign_in'),
        'GET /oauth/authorize': redirect(302, 'https://clubhouse.test/users/sign_in'),
        'POST /oauth/token': tokenEndpoint({
          grants: ['authorization_code', 'client_credentials', 'refresh_token'],
          order: 'grant-first',
          missing: oauthError(400, 'invalid_request', 'Missing required parameter: grant_type.'),
          unsupported: oauthError(
            400,
            'unsupported_grant_type',
            'The authorization grant type is not supported by the authorization server.',
          ),
          unknownClient: oauthError(
            401,
            'invalid_client',
            'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
            {
              'www-authenticate':
                'Bearer realm="Doorkeeper", error="invalid_client", error_description="Client authentication failed due to unknown client"',
            },
          ),
        }),
        'GET /oauth/token/info': json(
          401,
          { error: 'invalid_token', error_description: 'The access token is invalid', state: 'unauthorized' },
          { 'www-authenticate': 'Bearer realm="Doorkeeper", error="invalid_token"' },
        ),
        '/api/v1/:resource': (request) =>
          ['members', 'events', 'payments'].includes(request.params['resource'] ?? '')
            ? empty(401, {
                'www-authenticate':
                  'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"',
                'content-type': 'text/html',
              })
            : json(404, { status: 404, error: 'Not Found' }),
        'GET /robots.txt': robots('# See https://www.robotstxt.org/robotstxt.html\n'),
      },
      otherwise: html(
        404,
        '<!doctype html><html><head><title>The page you were looking for doesn’t exist (404)</title></head><body><h1>The page you were looking for doesn’t exist.</h1></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: ['https://clubhouse.test'],
    tokenEndpoint: 'https://clubhouse.test/oauth/token',
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'fail',
      'self-service-keys': 'pass',
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: { 'structured-401': 'doorkeeper_authorize! answers with an empty body and a challenge' },
};

const laravel: World = {
  id: 'laravel',
  kind: 'archetype',
  title: 'Laravel with Sanctum tokens: JSON for programs, login redirect for browsers',
  target: 'https://routehound.test',
  dated: '2026-11',
  sources: ['Laravel 11 Authenticate middleware'],
  hosts: {
    'routehound.test': {
      routes: {
        'GET /': site({
          name: 'Routehound',
          nav: [
            ['Features', '/features'],
            ['API', '/docs'],
            ['Log in', '/login'],
            ['Register', '/register'],
          ],
        })('Route planning for vans', '<p>Save fuel.</p>'),
        'GET /features': site({ name: 'Routehound' })('Features', '<p>Routes.</p>'),
        'GET /docs': site({ name: 'Routehound' })(
          'API',
          `<p>In your profile open API Tokens, give the token a name, tick its abilities (<code>read</code>, <code>create</code>, <code>update</code>, <code>delete</code>) and press Create. You see the token once. Tokens do not expire until you delete them.</p>${sample('curl https://routehound.test/api/routes \\\n  -H "Accept: application/json" \\\n  -H "Authorization: Bearer 1|laravel_sanctum_token"')}`,
        ),
        'GET /login': html(
          200,
          `<html><head><title>Log in - Routehound</title></head><body>${loginForm()}</body></html>`,
          { 'set-cookie': [`XSRF-TOKEN=${fresh(40)}; path=/`, `routehound_session=${fresh(40)}; path=/; httponly`] },
        ),
        'GET /register': html(
          200,
          '<html><head><title>Register - Routehound</title></head><body><form method="post"><input name="email" type="email"><input name="password" type="password"></form></body></html>',
        ),
        '/api/:resource': (request) => {
          if (!['routes', 'vehicles', 'user'].includes(request.params['resource'] ?? ''))
            return /json/.test(request.headers['accept'] ?? '')
              ? json(404, { message: `The route ${request.path.slice(1)} could not be found.` })
              : html(
                  404,
                  '<!DOCTYPE html><html lang="en"><head><title>Not Found</title></head><body><div>404</div><div>Not Found</div></body></html>',
                );
          return /json/.test(request.headers['accept'] ?? '')
            ? json(401, { message: 'Unauthenticated.' })
            : redirect(302, 'https://routehound.test/login');
        },
        'GET /robots.txt': robots('User-agent: *\nDisallow:\n'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="en"><head><title>Not Found</title></head><body><div>404</div><div>Not Found</div></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: ['https://routehound.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'partial'],
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': ['partial', 'n/a'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: {
    'session-cookie-only': 'the redirect is only for clients that do not ask for JSON',
    'structured-401': 'message is one of the members that DESIGN §6 counts',
  },
};

const aspnet: World = {
  id: 'aspnet',
  kind: 'archetype',
  title: 'ASP.NET Core with JwtBearer: empty 401, Swashbuckle description',
  target: 'https://www.dentabook.test',
  dated: '2026-11',
  sources: ['ASP.NET Core JwtBearerHandler; Swashbuckle defaults'],
  hosts: {
    'www.dentabook.test': {
      headers: { server: 'Kestrel' },
      routes: {
        'GET /': site({
          name: 'Dentabook',
          nav: [
            ['Practices', '/practices'],
            ['For developers', 'https://api.dentabook.test/swagger/index.html'],
          ],
        })('Appointments at the dentist', '<p>Book online.</p>'),
        'GET /practices': site({ name: 'Dentabook' })('Practices', '<p>Join us.</p>'),
      },
    },
    'api.dentabook.test': {
      headers: { server: 'Kestrel' },
      routes: {
        'GET /swagger/index.html': html(200, swaggerUi('v1/swagger.json')),
        'GET /swagger': redirect(301, '/swagger/index.html'),
        'GET /swagger/v1/swagger.json': json(
          200,
          openapi({
            title: 'Dentabook.Api',
            servers: ['/'],
            operations: ['get /api/Appointments', 'get /api/Practices', 'post /api/Appointments'],
            schemes: {
              Bearer: {
                type: 'apiKey',
                name: 'Authorization',
                in: 'header',
                description: "JWT Authorization header using the Bearer scheme. Example: 'Bearer 12345abcdef'",
              },
            },
            security: [{ Bearer: [] }],
          }),
        ),
        '/api/Appointments': (request) =>
          empty(401, { 'www-authenticate': isBearer(request) ? 'Bearer error="invalid_token"' : 'Bearer' }),
        '/api/Practices': (request) =>
          empty(401, { 'www-authenticate': isBearer(request) ? 'Bearer error="invalid_token"' : 'Bearer' }),
      },
      otherwise: empty(404),
    },
  },
  expect: expectation({
    apiBases: ['https://api.dentabook.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent' },
  }),
  why: { 'bearer-token': 'an apiKey named Authorization stands for a bearer; the challenge says so too' },
};

const awsGateway: World = {
  id: 'aws-gateway',
  kind: 'archetype',
  title: 'Amazon API Gateway: x-api-key, unknown routes answer 403 Missing Authentication Token',
  target: 'https://tollbase.test',
  dated: '2026-11',
  sources: ['API Gateway default gateway responses; STANDARDS T2'],
  hosts: {
    'tollbase.test': {
      headers: { server: 'AmazonS3', via: '1.1 x.cloudfront.net (CloudFront)' },
      routes: {
        'GET /': site({
          name: 'Tollbase',
          nav: [
            ['Coverage', '/coverage'],
            ['Docs', '/docs'],
            ['Get a key', '/get-a-key'],
          ],
        })('Toll prices for any route', '<p>One API for Europe.</p>'),
        'GET /coverage': site({ name: 'Tollbase' })('Coverage', '<p>27 countries.</p>'),
        'GET /docs': site({ name: 'Tollbase' })(
          'Docs',
          `<p>Base URL: <code>https://api.tollbase.test/prod</code>. Put your key into the <code>x-api-key</code> header.</p>${sample('curl "https://api.tollbase.test/prod/tolls?from=Berlin&to=Wien" -H "x-api-key: $KEY"')}<p>Also <code>GET https://api.tollbase.test/prod/vehicles</code>.</p>`,
        ),
        'GET /get-a-key': site({ name: 'Tollbase' })(
          'Get a key',
          '<p>Enter your e-mail address and get your API key instantly. The free plan has 500 calls a month.</p><form method="post" action="https://forms.tollbase.test/keys"><input type="email" name="email"><button>Send me a key</button></form>',
        ),
        'GET /robots.txt': robots(),
      },
      otherwise: html(
        404,
        '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><ul><li>Code: NoSuchKey</li></ul></body></html>',
      ),
    },
    'api.tollbase.test': {
      headers: { 'x-amzn-requestid': 'c6af9ac6-7b61', 'x-amz-apigw-id': 'abc=' },
      routes: {
        '/prod/tolls': json(403, { message: 'Forbidden' }, { 'x-amzn-errortype': 'ForbiddenException' }),
        '/prod/vehicles': json(403, { message: 'Forbidden' }, { 'x-amzn-errortype': 'ForbiddenException' }),
      },
      otherwise: json(
        403,
        { message: 'Missing Authentication Token' },
        { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
      ),
    },
  },
  expect: expectation({
    apiBases: ['https://api.tollbase.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent', 'manual-key-approval': 'absent' },
  }),
  why: {
    'structured-401': '403 {"message":"Forbidden"} on the documented resources',
    'bearer-token': 'x-api-key only',
  },
};

const kong: World = {
  id: 'kong',
  kind: 'archetype',
  title: 'Kong with the key-auth plugin',
  target: 'https://gazetteer.test',
  dated: '2026-11',
  sources: ['Kong key-auth plugin'],
  hosts: {
    'gazetteer.test': {
      routes: {
        'GET /': site({ name: 'Gazetteer', nav: [['Developers', '/developers']] })(
          'Place names of the world',
          '<p>12 million places.</p>',
        ),
        'GET /developers': site({ name: 'Gazetteer' })(
          'Developers',
          `<p>Sign up, and your API key is on your account page.</p>${sample('curl https://api.gazetteer.test/places?q=Paris -H "apikey: YOUR_KEY"')}`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'api.gazetteer.test': {
      headers: { server: 'kong/3.7.1', 'x-kong-response-latency': '1' },
      routes: {
        '/places*': (request) =>
          json(
            401,
            {
              message: request.headers['apikey'] ? 'Unauthorized' : 'No API key found in request',
              request_id: fresh(32),
            },
            { 'www-authenticate': 'Key realm="kong"' },
          ),
      },
      otherwise: json(404, { message: 'no Route matched with those values', request_id: 'a00' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.gazetteer.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'bearer-token': 'the challenge is Key, the header apikey' },
};

const apigee: World = {
  id: 'apigee',
  kind: 'archetype',
  title: 'Apigee: fault envelope, client credentials at its own token path',
  target: 'https://developer.railnet.test',
  dated: '2026-11',
  sources: ['Apigee OAuthV2 and VerifyAccessToken faults'],
  hosts: {
    'www.railnet.test': {
      routes: {
        'GET /': site({
          name: 'Railnet',
          nav: [
            ['Tickets', '/tickets'],
            ['Developer portal', 'https://developer.railnet.test/'],
          ],
        })('Trains everywhere', '<p>Book now.</p>'),
        'GET /tickets': shell('Tickets'),
      },
    },
    'railnet.test': { routes: { '*': redirect(301, 'https://www.railnet.test/') } },
    'developer.railnet.test': {
      headers: { 'x-generator': 'Drupal 10 (https://www.drupal.org)' },
      routes: {
        'GET /': site({
          name: 'Railnet Developer Portal',
          nav: [
            ['APIs', '/apis'],
            ['Get started', '/get-started'],
            ['Log in', '/user/login'],
            ['Register', '/user/register'],
          ],
        })(
          'Railnet Developer Portal',
          '<p>Timetables, delays and fares. Create an app: its consumer key and secret are generated automatically, no approval is required.</p>',
        ),
        'GET /get-started': site({ name: 'Railnet Developer Portal' })(
          'Get started',
          `<p>1. Get a token with your consumer key and secret.</p>${sample('curl -X POST "https://api.railnet.test/oauth/client_credential/accesstoken?grant_type=client_credentials" \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  -d "client_id=$KEY&client_secret=$SECRET"')}<p>2. Call an API within the next hour (<code>expires_in: 3599</code>); then ask for another token.</p>${sample('curl https://api.railnet.test/timetables/v1/stations -H "Authorization: Bearer $TOKEN"')}`,
        ),
        'GET /apis': site({ name: 'Railnet Developer Portal' })(
          'APIs',
          '<p>Timetables v1: https://api.railnet.test/timetables/v1</p>',
        ),
        'GET /user/login': site({ name: 'Railnet Developer Portal' })('Log in', loginForm('/user/login')),
        'GET /user/register': site({ name: 'Railnet Developer Portal' })(
          'Register',
          '<form method="post"><input name="mail" type="email"></form>',
        ),
      },
    },
    'api.railnet.test': {
      routes: {
        'POST /oauth/client_credential/accesstoken': tokenEndpoint({
          grants: ['client_credentials'],
          order: 'grant-first',
          reads: ['form', 'query'],
          unsupported: json(400, { ErrorCode: 'invalid_request', Error: 'Unsupported grant type' }),
          unknownClient: json(401, { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' }),
        }),
        '/timetables/v1/*': (request) =>
          json(401, {
            fault: isBearer(request)
              ? {
                  faultstring: 'Invalid Access Token',
                  detail: { errorcode: 'keymanagement.service.invalid_access_token' },
                }
              : { faultstring: 'Invalid access token', detail: { errorcode: 'oauth.v2.InvalidAccessToken' } },
          }),
      },
      otherwise: json(404, {
        fault: {
          faultstring: 'Unable to identify proxy for host: default and url: /x',
          detail: { errorcode: 'messaging.adaptors.http.flow.ApplicationNotFound' },
        },
      }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.railnet.test'],
    tokenEndpoint: 'https://api.railnet.test/oauth/client_credential/accesstoken',
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': ['pass', 'partial'],
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'fail',
      'self-service-keys': 'pass',
      'token-expiry': 'pass',
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent', 'manual-key-approval': 'absent' },
  }),
  why: {
    'structured-401': 'the identifier sits two levels down, in fault.detail.errorcode',
    'manual-key-approval': '“no approval is required”',
  },
};

const apim: World = {
  id: 'azure-apim',
  kind: 'archetype',
  title: 'Azure API Management: subscription key, approval by the publisher',
  target: 'https://developer.hafenamt.test',
  dated: '2026-11',
  sources: ['Azure API Management policy errors'],
  hosts: {
    'developer.hafenamt.test': {
      routes: {
        'GET /': site({
          name: 'Port Authority Developer',
          nav: [
            ['APIs', '/apis'],
            ['Products', '/products'],
            ['Sign in', '/signin'],
            ['Sign up', '/signup'],
          ],
        })('Port data APIs', '<p>Berths, vessels, tides.</p>'),
        'GET /products': site({ name: 'Port Authority Developer' })(
          'Products',
          '<h2>Vessel data</h2><p>Requires approval. Your subscription request is reviewed by the port authority; you get the key after approval, usually within 5 business days.</p>',
        ),
        'GET /apis': site({ name: 'Port Authority Developer' })(
          'APIs',
          `<p>Berths API, base URL <code>https://api.hafenamt.test/berths</code></p>${sample('GET https://api.hafenamt.test/berths/list HTTP/1.1\nOcp-Apim-Subscription-Key: {subscription key}', 'http')}`,
        ),
        'GET /signin': shell('Sign in'),
        'GET /signup': shell('Sign up'),
      },
    },
    'api.hafenamt.test': {
      routes: {
        '/berths/*': (request) =>
          request.headers['ocp-apim-subscription-key']
            ? json(
                401,
                {
                  statusCode: 401,
                  message:
                    'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
                },
                {
                  'www-authenticate':
                    'AzureApiManagementKey realm="https://api.hafenamt.test/berths",name="Ocp-Apim-Subscription-Key",type="header"',
                },
              )
            : json(
                401,
                {
                  statusCode: 401,
                  message:
                    'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
                },
                {
                  'www-authenticate':
                    'AzureApiManagementKey realm="https://api.hafenamt.test/berths",name="Ocp-Apim-Subscription-Key",type="header"',
                },
              ),
      },
      otherwise: json(404, { statusCode: 404, message: 'Resource not found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.hafenamt.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'fail',
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'manual-key-approval': 'present', 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'manual-key-approval': 'the subscription is reviewed before the key' },
};

const problems: World = {
  id: 'problem-details',
  kind: 'archetype',
  title: 'RFC 9457 problem details, several challenges on one line',
  target: 'https://quartermaster.test',
  dated: '2026-11',
  sources: ['RFC 9457; RFC 9110 §11.6.1'],
  hosts: {
    'quartermaster.test': {
      routes: {
        'GET /': site({
          name: 'Quartermaster',
          nav: [
            ['Docs', '/docs'],
            ['Pricing', '/pricing'],
          ],
        })(
          'Procurement for teams',
          '<p>Order, approve, receive. Approval workflows included: every order is reviewed by your manager.</p>',
        ),
        'GET /pricing': site({ name: 'Quartermaster' })('Pricing', '<p>From 9 a month.</p>'),
        'GET /docs': site({ name: 'Quartermaster' })(
          'API documentation',
          `<p>API base: <code>https://quartermaster.test/api</code>. Create a personal access token under Profile &gt; Tokens; choose scopes such as <code>orders:read</code> and an expiry of up to one year. Tokens can also be created and rotated with <code>POST /api/tokens</code>. Send it as bearer token, or as the password of HTTP Basic.</p>${sample('curl https://quartermaster.test/api/orders -H "Authorization: Bearer qm_pat_…"')}`,
        ),
        '/api/orders': problem(
          401,
          {
            type: 'https://quartermaster.test/problems/unauthenticated',
            title: 'Authentication required',
            status: 401,
            detail: 'Send a personal access token.',
          },
          {
            'www-authenticate':
              'Basic realm="Quartermaster, tokens \\"only\\"", charset="UTF-8", Bearer realm="api", scope="orders:read orders:write"',
          },
        ),
        '/api/*': problem(404, { type: 'about:blank', title: 'Not Found', status: 404 }),
        'GET /robots.txt': robots(),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://quartermaster.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'session-cookie-only': 'absent',
      'browser-only-oauth': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    'manual-key-approval': 'orders are approved, not keys',
    'token-expiry': 'tokens expire and an API makes new ones',
  },
};

export const frameworkWorlds: readonly World[] = [
  fastapi,
  django,
  spring,
  rails,
  laravel,
  aspnet,
  awsGateway,
  kong,
  apigee,
  apim,
  problems,
];
