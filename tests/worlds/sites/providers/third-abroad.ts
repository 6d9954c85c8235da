/** Authorities, carriers, banks and small firms in several languages: Companies House, NASA, PokéAPI, DHL, Exact Online, a bank under PSD2, a Polish shop, Asaas, freee, an Okta tenant, a business with auth.md. */
import { aliasOf, empty, html, isBearer, json, problem, redirect, reset, text } from '../../lib/answers.ts';
import { metadata, oauthError, registrationEndpoint, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import {
  list,
  loginForm,
  notFoundPage,
  recaptcha,
  robots,
  sample,
  shell,
  signUpForm,
  site,
  table,
} from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, keyApi, type Site, type World } from '../../lib/world.ts';
import { elements, frontOf, readme, sphinx } from './third-manuals.ts';

const companiesHouse = (() => {
  const base = 'https://developer.company-information.service.gov.uk';
  const page = site({
    name: 'Companies House Developer Hub',
    plain: true,
    nav: [
      ['Get started', '/get-started'],
      ['Authentication', '/authentication'],
      ['API overview', '/overview'],
      ['Your applications', '/manage-applications'],
      ['Forum', 'https://forum.companieshouse.gov.uk/'],
    ],
    footer: [
      ['Accessibility statement', '/accessibility'],
      ['Cookies', '/cookies'],
    ],
  });
  const rest: Site = {
    headers: {
      'x-ratelimit-limit': '600',
      'x-ratelimit-remain': '599',
      'x-ratelimit-reset': '1793804000',
      'x-ratelimit-window': '5m',
    },
    routes: {
      '/company/*': (request) =>
        request.headers['authorization']
          ? json(401, { error: 'Invalid Authorization', type: 'ch:service' })
          : json(401, { error: 'Empty Authorization header', type: 'ch:service' }),
      '/search*': json(401, { error: 'Empty Authorization header', type: 'ch:service' }),
      '/officers/*': json(401, { error: 'Empty Authorization header', type: 'ch:service' }),
    },
    otherwise: empty(404),
  };
  const world: World = {
    id: 'companies-house',
    kind: 'provider',
    title:
      'A register of the state: key as the user name of Basic, OAuth for filing, descriptions on a host of their own',
    target: base,
    dated: '2026-10',
    sources: [`${base}/authentication`, 'developer-specs.company-information.service.gov.uk'],
    hosts: {
      'developer.company-information.service.gov.uk': {
        routes: {
          'GET /': page('Companies House API', '<p>Search for and get live company data.</p>'),
          'GET /accessibility': page('Accessibility statement', '<p>We aim for WCAG 2.2.</p>'),
          'GET /cookies': page('Cookies', '<p>We use a session cookie to keep you signed in.</p>'),
          'GET /manage-applications': redirect(302, 'https://account.companieshouse.gov.uk/signin/'),
          'GET /get-started': page(
            'Get started',
            list([
              'Register a user account with Companies House',
              'Create an application, live or test',
              'Create a key for it: REST, streaming or web',
            ]),
          ),
          'GET /overview': page(
            'API overview',
            `<p><a href="https://developer-specs.company-information.service.gov.uk/companies-house-public-data-api/reference">Public data API</a>: <code>https://api.company-information.service.gov.uk</code></p>${sample('curl -XGET -u my_api_key: https://api.company-information.service.gov.uk/company/00000006')}`,
          ),
          'GET /authentication': page(
            'API authentication',
            `<h2>API key authorisation</h2><p>The API key is sent as the username of HTTP basic authentication; the password is ignored and can be left blank.</p>${sample('GET /company/00000006 HTTP/1.1\nHost: api.company-information.service.gov.uk\nAuthorization: Basic bXlfYXBpX2tleTo=', 'http')}<h2>OAuth 2.0 web server flow</h2><p>To file for a company on behalf of a user, redirect the browser to <code>https://identity.company-information.service.gov.uk/oauth2/authorise</code>, then POST <code>https://identity.company-information.service.gov.uk/oauth2/token</code> with grant_type=authorization_code. Tokens live for one hour; use grant_type=refresh_token. Scope: <code>https://identity.company-information.service.gov.uk/user/profile.read</code></p>`,
          ),
        },
        otherwise: notFoundPage('Companies House Developer Hub'),
      },
      'developer-specs.company-information.service.gov.uk': {
        routes: {
          'GET /': site({ name: 'Companies House specs', plain: true })(
            'API specifications',
            '<p><a href="/companies-house-public-data-api/reference">Public data API</a></p>',
          ),
          'GET /companies-house-public-data-api/reference': elements(
            'Public data API',
            '/api.ch.gov.uk-specifications/swagger-2.0/spec/swagger.json',
          ),
          'GET /api.ch.gov.uk-specifications/swagger-2.0/spec/swagger.json': json(200, {
            swagger: '2.0',
            info: { title: 'Companies House Public Data API', version: '1.0' },
            host: 'api.company-information.service.gov.uk',
            schemes: ['https'],
            securityDefinitions: { api_key: { type: 'apiKey', name: 'api_key', in: 'header' } },
            security: [{ api_key: [] }],
            paths: {
              '/company/{companyNumber}': {
                get: {
                  parameters: [{ name: 'companyNumber', in: 'path', required: true, type: 'string' }],
                  responses: { 200: { description: 'ok' }, 401: { description: 'Not authorised' } },
                },
              },
              '/search/companies': {
                get: { responses: { 200: { description: 'ok' }, 401: { description: 'Not authorised' } } },
              },
            },
          }),
        },
        otherwise: notFoundPage('specs'),
      },
      'account.companieshouse.gov.uk': {
        routes: {
          'GET /signin/': site({ name: 'Companies House', plain: true })('Sign in', loginForm()),
          'GET /': redirect(302, '/signin/'),
        },
      },
      'identity.company-information.service.gov.uk': {
        routes: {
          'GET /': redirect(302, 'https://account.companieshouse.gov.uk/signin/'),
          'POST /oauth2/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'client-first',
            unknownClient: json(401, { error: 'invalid_client' }),
            noClient: json(400, { error: 'invalid_request' }),
          }),
          'GET /oauth2/authorise': html(400, '<h1>Sorry, there is a problem</h1>'),
        },
        otherwise: empty(404),
      },
      'api.company-information.service.gov.uk': rest,
    },
    expect: expectation({
      apiBases: ['https://api.company-information.service.gov.uk'],
      tokenEndpoint: 'https://identity.company-information.service.gov.uk/oauth2/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': ['pass', 'partial', 'unknown'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'bearer-token': 'not judged: Basic for reading, OAuth for filing whose header the page does not show',
      'session-cookie-only': 'the cookie is about the hub',
    },
  };
  return world;
})();

const nasa: World = {
  id: 'nasa',
  kind: 'provider',
  title: 'One page for everything, sign-up form drawn by a script, a demonstration key that works',
  target: 'https://api.nasa.gov',
  dated: '2026-10',
  sources: ['api.nasa.gov', 'api.data.gov/docs/api-key'],
  hosts: {
    'api.nasa.gov': {
      headers: { server: 'openresty' },
      routes: {
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="en"><head><title>NASA Open APIs</title></head><body><header><a href="#signUp">Generate API key</a> <a href="#recovery">Recover API key</a> <a href="#browseAPI">Browse APIs</a></header><section id="main"><h1>{ NASA APIs }</h1><p>Welcome to the NASA API portal.</p></section><section id="signUp"><h2>Generate API key</h2><p>Sign up for an application programming interface (API) key to access and use web services available on the Data.gov developer network. Required fields are marked with an asterisk.</p><div id="apidatagov_signup">Loading signup form…</div><script>var apiUmbrellaSignupOptions = { registrationSource: 'nasa-api', apiKey: 'f2Ab…', exampleApiUrl: 'https://api.nasa.gov/planetary/apod?api_key={{api_key}}' };</script><script src="https://api.data.gov/static/javascripts/signup_embed.js"></script></section><section id="authentication"><h2>Authentication</h2><p>You do not need to authenticate in order to explore the NASA data. However, if you will be using the APIs intensively, you should sign up for a NASA developer key. Your API key for fhd****@gmail.com is shown at once and mailed to you.</p></section><section id="demo_key"><h2>DEMO_KEY rate limits</h2><p>In documentation examples, the special DEMO_KEY api key is used. Hourly limit: 30 requests per IP address per hour. Registered keys: 1,000 requests per hour. X-RateLimit-Limit, X-RateLimit-Remaining.</p></section><section id="browseAPI"><h2>APOD</h2><p>One of the most popular websites at NASA is the Astronomy Picture of the Day.</p>${sample('GET https://api.nasa.gov/planetary/apod', 'http')}${table(
            [
              ['date', 'YYYY-MM-DD', 'today'],
              ['api_key', 'string', 'DEMO_KEY', 'api.nasa.gov key for expanded usage'],
            ],
          )}<p><a href="https://api.nasa.gov/planetary/apod?api_key=DEMO_KEY">https://api.nasa.gov/planetary/apod?api_key=DEMO_KEY</a></p><h2>NeoWs</h2><p>GET https://api.nasa.gov/neo/rest/v1/feed?start_date=START_DATE&amp;end_date=END_DATE&amp;api_key=API_KEY</p></section></body></html>`,
        ),
        ...Object.fromEntries(
          ['/planetary/*', '/neo/*', '/DONKI/*'].map((path): [string, NonNullable<Site['routes'][string]>] => [
            path,
            (request) =>
              request.query.get('api_key') === 'DEMO_KEY'
                ? json(
                    200,
                    { date: '2026-11-05', title: 'The Horsehead Nebula', media_type: 'image' },
                    { 'x-ratelimit-limit': '30', 'x-ratelimit-remaining': '29' },
                  )
                : request.query.has('api_key') || request.headers['x-api-key']
                  ? json(403, {
                      error: {
                        code: 'API_KEY_INVALID',
                        message: 'An invalid api_key was supplied. Get one at https://api.nasa.gov:443',
                      },
                    })
                  : json(403, {
                      error: {
                        code: 'API_KEY_MISSING',
                        message: 'No api_key was supplied. Get one at https://api.nasa.gov:443',
                      },
                    }),
          ]),
        ),
        'GET /robots.txt': robots(),
      },
      otherwise: html(404, '<html><body><h1>404 Not Found</h1></body></html>'),
    },
    'api.data.gov': {
      routes: {
        'GET /': redirect(302, '/about/'),
        'GET /about/': site({ name: 'api.data.gov', plain: true })(
          'About',
          '<p>A free API management service for federal agencies.</p>',
        ),
        'GET /static/javascripts/signup_embed.js': text(
          200,
          '(()=>{const s=document.createElement("script");s.src="https://www.google.com/recaptcha/api.js?render=explicit";document.head.appendChild(s)})();',
          { 'content-type': 'application/javascript' },
        ),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://api.nasa.gov'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'fail',
      ...keyApi,
    },
    antiPatterns: {
      'captcha-before-token': ['present', 'unknown'],
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
    },
  }),
  why: {
    'structured-401': '403 JSON that names the missing key',
    'captcha-before-token':
      'loaded by the script that draws the form: who runs scripts sees it, so only "absent" is wrong',
  },
};

const pokeapi: World = {
  id: 'pokeapi',
  kind: 'provider',
  title: 'Open catalogue: no key, and the page says so',
  target: 'pokeapi.co',
  dated: '2026-10',
  sources: ['pokeapi.co/docs/v2'],
  hosts: {
    'pokeapi.co': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /': site({
          name: 'PokéAPI',
          plain: true,
          nav: [
            ['Home', '/'],
            ['About', '/about'],
            ['API v2', '/docs/v2'],
          ],
        })(
          'The RESTful Pokémon API',
          `<p>Serving over 10,000,000,000 API calls each month. Try it now!</p><p>https://pokeapi.co/api/v2/<input value="pokemon/ditto"></p>${sample('{"abilities":[{"ability":{"name":"limber","url":"https://pokeapi.co/api/v2/ability/7/"}}]}', 'json')}`,
        ),
        'GET /about': site({ name: 'PokéAPI', plain: true })('About', "<p>All the Pokémon data you'll ever need.</p>"),
        'GET /docs/v2': site({
          name: 'PokéAPI',
          plain: true,
          nav: [
            ['Information', '#info'],
            ['Fair use policy', '#fairuse'],
          ],
        })(
          'Documentation',
          `<h2>Information</h2><p>This is a consumption-only API: only the HTTP GET method is available on resources. No authentication is required to access this API, and all resources are fully open and available.</p><h2>Fair use policy</h2><p>Locally cache resources. Rate limiting has been removed.</p>${sample('GET https://pokeapi.co/api/v2/pokemon/{id or name}/', 'http')}${sample('curl https://pokeapi.co/api/v2/pokemon/ditto')}`,
        ),
        'GET /api/v2/': json(200, {
          ability: 'https://pokeapi.co/api/v2/ability/',
          berry: 'https://pokeapi.co/api/v2/berry/',
          pokemon: 'https://pokeapi.co/api/v2/pokemon/',
        }),
        'GET /api/v2/pokemon': json(200, { count: 1328, next: null, previous: null, results: [{ name: 'bulbasaur' }] }),
        'GET /api/v2/pokemon/ditto': json(200, { id: 132, name: 'ditto' }),
        'GET /api/v2/ability': json(200, { count: 371, results: [] }),
        'GET /api/v2/ability/7': json(200, { id: 7, name: 'limber' }),
        'GET /api/v2/berry': json(200, { count: 64, results: [] }),
      },
      otherwise: (request) =>
        request.path.startsWith('/api/') ? text(404, 'Not Found') : html(404, '<html><body>Not found</body></html>'),
    },
    'www.pokeapi.co': aliasOf('https://pokeapi.co'),
  },
  expect: expectation({
    apiBases: ['https://pokeapi.co'],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'n/a'],
      'bearer-token': ['n/a', 'unknown', 'fail'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'n/a'],
      'token-expiry': ['n/a', 'unknown'],
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {
    'structured-401': 'open by design: the top of the ladder, or nothing applies',
    'self-service-keys': 'no key is needed',
  },
};

const dhl = (() => {
  const look = site({
    name: 'DHL API Developer Portal',
    nav: [
      ['API catalog', '/api-catalog'],
      ['Getting started', '/getting-started'],
      ['Help centre', '/help-center'],
      ['Sign up', '/user/register'],
      ['Login', '/user/login'],
    ],
    footer: [
      ['Legal notice', '/legal'],
      ['Privacy', '/privacy'],
    ],
  });
  const gateway: Site = {
    headers: { server: 'Apigee' },
    routes: {
      'POST /parcel/de/account/auth/ropc/v1/token': tokenEndpoint({
        grants: ['password'],
        order: 'grant-first',
        missing: json(400, { status: 400, title: 'Bad Request', detail: 'grant_type is missing' }),
        unsupported: oauthError(400, 'unsupported_grant_type', 'Only password is supported'),
        unknownClient: json(401, { status: 401, title: 'Unauthorized', detail: 'Invalid client identifier' }),
      }),
      '/track/*': (request) =>
        request.headers['dhl-api-key']
          ? json(401, { status: 401, title: 'Unauthorized', detail: 'Invalid API key' })
          : json(401, { status: 401, title: 'Unauthorized', detail: 'Unauthorized for given resource.' }),
      '/location-finder/*': json(401, {
        status: 401,
        title: 'Unauthorized',
        detail: 'Unauthorized for given resource.',
      }),
      '/parcel/de/*': problem(401, { title: 'Unauthorized', status: 401, detail: 'No valid token' }),
    },
    otherwise: json(404, { status: 404, title: 'Not Found', detail: 'Unable to identify proxy' }),
  };
  const world: World = {
    id: 'dhl',
    kind: 'provider',
    title: 'A key header at once for tracking, production by approval, a password grant for parcels',
    target: 'https://developer.dhl.com',
    dated: '2026-10',
    sources: [
      'developer.dhl.com/api-reference/shipment-tracking',
      'developer.dhl.com/api-reference/authentication-api-post-parcel-germany',
    ],
    hosts: {
      'developer.dhl.com': {
        headers: { 'x-generator': 'Drupal 10 (https://www.drupal.org)' },
        routes: {
          'GET /': look('Welcome to the DHL API developer portal', '<p>One place for all APIs of DHL Group.</p>'),
          'GET /legal': look('Legal notice', '<p>DHL Group.</p>'),
          'GET /privacy': look('Privacy', '<p>Your rights.</p>'),
          'GET /help-center': look('Help centre', '<p>Ask us.</p>'),
          'GET /user/login': look('Login', loginForm('/user/login')),
          'GET /user/register': look('Create an account', signUpForm(recaptcha.field, '/user/register'), {
            head: recaptcha.head,
          }),
          'GET /api-catalog': look(
            'API catalog',
            list([
              '<a href="/api-reference/shipment-tracking">Shipment Tracking - Unified</a>',
              '<a href="/api-reference/authentication-api-post-parcel-germany">Authentication API (Post &amp; Parcel Germany)</a>',
            ]),
          ),
          'GET /getting-started': look(
            'Getting started',
            list([
              '<a href="/user/register">Create an account</a>',
              'Create an app and select the APIs',
              'Show your consumer key under My Apps, Credentials',
              'Some APIs need the approval of the division; you get an e-mail',
            ]),
          ),
          'GET /api-reference/shipment-tracking': look(
            'Shipment Tracking - Unified',
            `<h2>Get access</h2><p>To access the API, click My Apps and add this API to your app; the initial service level is 250 calls per day. To increase it, request an upgrade: the request will be reviewed.</p><h2>Authentication</h2><p>Every call to the API requires a subscription key in the header <code>DHL-API-Key</code>.</p>${sample("curl -X GET 'https://api-eu.dhl.com/track/shipments?trackingNumber=7777777770' -H 'DHL-API-Key:PasteHere_ConsumerKey'")}${table(
              [
                ['Starter', '250 calls per day', '1 call every 5 seconds'],
                ['Test', 'https://api-test.dhl.com/track/shipments', ''],
              ],
            )}`,
          ),
          'GET /api-reference/authentication-api-post-parcel-germany': look(
            'Authentication API (Post & Parcel Germany)',
            `<p>The API provides an implementation of an OAuth2.0 resource-owner password credentials flow. Tokens can be used for all Post &amp; Parcel Germany APIs. They expire after 30 minutes; request a new one.</p>${sample("curl -i -X POST -H 'content-type: application/x-www-form-urlencoded' https://api-sandbox.dhl.com/parcel/de/account/auth/ropc/v1/token -d 'grant_type=password&username=user-valid&password=SandboxPasswort2023!&client_id=…&client_secret=…'")}<p>Production: https://api-eu.dhl.com/parcel/de/account/auth/ropc/v1/token. Production usage will be approved after successful testing.</p>`,
          ),
        },
        otherwise: notFoundPage('DHL API Developer Portal'),
      },
      'api-eu.dhl.com': gateway,
      'api-test.dhl.com': gateway,
      'api-sandbox.dhl.com': gateway,
    },
    expect: expectation({
      apiBases: [['https://api-eu.dhl.com', 'https://api-test.dhl.com', 'https://api-sandbox.dhl.com']],
      tokenEndpoint: [
        'https://api-eu.dhl.com/parcel/de/account/auth/ropc/v1/token',
        'https://api-sandbox.dhl.com/parcel/de/account/auth/ropc/v1/token',
      ],
      flows: { password: 'yes' },
      signals: {
        'structured-401': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': ['pass', 'partial', 'fail'],
        'scope-restriction': noCredit,
      },
      antiPatterns: {
        'captcha-before-token': 'present',
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
      },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'manual-key-approval': 'not judged: some APIs at once, some by approval',
      'token-expiry': 'not judged: keys do not expire, password tokens do',
      'bearer-token': 'not judged: header key for one, token for the other',
      'captcha-before-token': 'in the registration form',
    },
  };
  return world;
})();

const exact = (() => {
  const start: Site = {
    headers: { 'x-ratelimit-minutely-limit': '60', 'set-cookie': 'ExactServer{5f6a}=Division=1; secure; HttpOnly' },
    routes: {
      'GET /docs/HlpRestAPIResources.aspx': html(
        200,
        `<html><head><title>Exact Online - REST API Resources</title></head><body><form id="aspnetForm"><table id="ReferencesTable"><tr><th>Service</th><th>Endpoint</th><th>Resource URI</th><th>Supported methods</th><th>Scope</th></tr><tr><td>System</td><td><a href="/docs/HlpRestAPIResourcesDetails.aspx?name=SystemSystemMe">Me</a></td><td>/api/v1/current/Me</td><td>GET</td><td>Organization administration</td></tr><tr><td>CRM</td><td>Accounts</td><td>/api/v1/{division}/crm/Accounts</td><td>GET POST PUT DELETE</td><td>Crm accounts</td></tr></table></form></body></html>`,
      ),
      'GET /docs/HlpRestAPIResourcesDetails.aspx': html(
        200,
        '<html><head><title>Exact Online - Me</title></head><body><h1>Me</h1><p>URI: https://start.exactonline.nl/api/v1/current/Me</p></body></html>',
      ),
      'GET /docs/Login.aspx': html(
        200,
        `<html><head><title>Exact Online</title></head><body>${loginForm('/docs/Login.aspx')}</body></html>`,
      ),
      'GET /': redirect(302, '/docs/Login.aspx'),
      'POST /api/oauth2/token': tokenEndpoint({
        grants: ['authorization_code', 'refresh_token'],
        order: 'grant-first',
        missing: oauthError(400, 'invalid_request'),
        unknownClient: json(401, { error: 'invalid_client' }),
      }),
      'GET /api/oauth2/auth': html(400, '<html><body>Ongeldige client</body></html>'),
      '/api/v1/*': (request) =>
        isBearer(request)
          ? json(
              401,
              { error: { code: '', message: { lang: 'en-US', value: 'Unauthorized' } } },
              { 'www-authenticate': 'Bearer error="invalid_token"' },
            )
          : empty(401, { 'www-authenticate': 'Bearer' }),
    },
    otherwise: html(404, '<html><body>404</body></html>'),
  };
  const world: World = {
    id: 'exact-online',
    kind: 'provider',
    title: 'Authorization code only, ten-minute tokens, Dutch front, a host for each country, ASP.NET reference',
    target: 'https://www.exact.com',
    dated: '2026-10',
    sources: ['support.exactonline.com: OAuth on Exact Online', 'start.exactonline.nl/docs/HlpRestAPIResources.aspx'],
    hosts: {
      'exact.com': aliasOf('https://www.exact.com'),
      'www.exact.com': {
        routes: {
          ...frontOf({
            name: 'Exact',
            origin: 'https://www.exact.com',
            lang: 'nl',
            hero: 'Bedrijfssoftware voor ondernemers',
            nav: [
              ['Producten', '/nl/producten'],
              ['Prijzen', '/nl/prijzen'],
              ['Inloggen', 'https://start.exactonline.nl/'],
            ],
            footer: [
              ['Developers', 'https://developers.exactonline.com/'],
              ['Support', 'https://support.exactonline.com/'],
            ],
            stubs: ['/nl/producten', '/nl/prijzen'],
          }),
          'GET /': redirect(302, '/nl'),
          'GET /nl': site({
            name: 'Exact',
            lang: 'nl',
            nav: [
              ['Producten', '/nl/producten'],
              ['Prijzen', '/nl/prijzen'],
              ['Inloggen', 'https://start.exactonline.nl/'],
            ],
            footer: [
              ['Developers', 'https://developers.exactonline.com/'],
              ['Werken bij', '/careers'],
              ['Privacy', '/privacy'],
            ],
          })('Boekhouden', '<p>Vraag een gratis proefversie aan.</p>'),
        },
        otherwise: notFoundPage('Exact'),
      },
      'developers.exactonline.com': {
        routes: {
          'GET /': site({
            name: 'Exact Online Developers',
            nav: [
              ['Introduction', '/introduction'],
              ['OAuth', '/oauth'],
              ['Reference', 'https://start.exactonline.nl/docs/HlpRestAPIResources.aspx'],
              ['App Center', '/app-center'],
            ],
          })('Exact Online for developers', '<p>Connect your app to 650,000 companies.</p>'),
          'GET /introduction': site({ name: 'Exact Online Developers' })(
            'Introduction',
            `${table([
              ['Netherlands', 'https://start.exactonline.nl'],
              ['Belgium', 'https://start.exactonline.be'],
              ['Germany', 'https://start.exactonline.de'],
              ['United Kingdom', 'https://start.exactonline.co.uk'],
            ])}<p>Register a test app in the <a href="/app-center">App Center</a>: client ID and client secret are shown at once.</p>`,
          ),
          'GET /oauth': site({ name: 'Exact Online Developers' })(
            'OAuth 2.0',
            `<p>Exact Online only supports the authorization code grant. A user must sign in, so your app cannot run without a person having consented.</p>${sample('GET https://start.exactonline.nl/api/oauth2/auth?client_id={clientid}&redirect_uri={uri}&response_type=code', 'http')}${sample('POST https://start.exactonline.nl/api/oauth2/token\nContent-Type: application/x-www-form-urlencoded\n\ncode=…&redirect_uri=…&grant_type=authorization_code&client_id=…&client_secret=…', 'http')}${sample('GET https://start.exactonline.nl/api/v1/current/Me\nAuthorization: Bearer {access_token}\nAccept: application/json', 'http')}<p>The access token is valid for 10 minutes. Use <code>grant_type=refresh_token</code>: each refresh token works once and is valid for 30 days.</p>`,
          ),
          'GET /app-center': site({ name: 'Exact Online Developers' })(
            'App Center',
            '<p>Apps are reviewed before they are shown in the App Center. We check data and security.</p>',
          ),
        },
        otherwise: notFoundPage('Exact Online Developers'),
      },
      'support.exactonline.com': {
        routes: { 'GET /': redirect(302, '/community/s/'), 'GET /community/s/*': shell('Exact Online Support') },
      },
      'start.exactonline.nl': start,
      'start.exactonline.be': start,
      'start.exactonline.de': start,
      'start.exactonline.co.uk': start,
    },
    expect: expectation({
      apiBases: [
        [
          'https://start.exactonline.nl',
          'https://start.exactonline.be',
          'https://start.exactonline.de',
          'https://start.exactonline.co.uk',
        ],
      ],
      tokenEndpoint: [
        'https://start.exactonline.nl/api/oauth2/token',
        'https://start.exactonline.be/api/oauth2/token',
        'https://start.exactonline.de/api/oauth2/token',
        'https://start.exactonline.co.uk/api/oauth2/token',
      ],
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': ['partial', 'pass'],
        'bearer-token': 'pass',
        'client-credentials': ['fail', 'unknown'],
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': ['pass', 'partial', 'unknown'],
      },
      antiPatterns: {
        'browser-only-oauth': 'present',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
      },
    }),
    why: {
      'structured-401': 'empty with a challenge when nothing is sent, JSON for a bad token',
      'browser-only-oauth': 'said in so many words, no other credential exists',
      'manual-key-approval': 'apps are reviewed for the App Center',
    },
  };
  return world;
})();

const bank = (() => {
  const manual = sphinx('XS2A der Sparbank am Main', [
    ['/', 'XS2A-Schnittstelle', '<p>Zugang für Drittdienste nach PSD2, Berlin Group NextGenPSD2 1.3.12.</p>'],
    [
      '/zugang.html',
      'Zugang und Zertifikate',
      '<p>Die Schnittstelle ist nur mit einem qualifizierten Website-Zertifikat (QWAC) nach eIDAS erreichbar. Der TLS-Handshake ohne Client-Zertifikat wird abgebrochen. Eine Registrierung ist nicht nötig: der Drittdienst wird am Zertifikat erkannt. Für die Sandbox stellen wir Testzertifikate aus, die Sie sich selbst erzeugen können.</p>',
    ],
    [
      '/oauth.html',
      'OAuth2 (SCA)',
      `<p>Der Kontoinhaber bestätigt die Zustimmung im Online-Banking (Authorization Code Grant mit PKCE).</p>${sample('POST https://xs2a.sparbank-am-main.test/oauth2/token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=…&client_id=PSDDE-BAFIN-123456&code_verifier=…', 'http')}<p>Das Zugriffstoken gilt eine Stunde und wird mit <code>grant_type=refresh_token</code> erneuert; eine Zustimmung gilt höchstens 180 Tage.</p>`,
    ],
    [
      '/konten.html',
      'Kontoinformationen',
      `${sample('curl --cert qwac.pem --key qwac.key https://xs2a.sparbank-am-main.test/v1/accounts -H "X-Request-ID: 99391c7e-ad88-49ec-a2ad-99ddcb1f7721" -H "Consent-ID: 1234" -H "Authorization: Bearer …"')}<p>Fehler: 401 CERTIFICATE_MISSING, TOKEN_INVALID.</p>`,
    ],
  ]);
  const world: World = {
    id: 'psd2-bank',
    kind: 'provider',
    title: 'A bank under PSD2: no HTTP answer without a client certificate, manual in German',
    target: 'https://www.sparbank-am-main.test',
    dated: '2026-10',
    sources: ['Berlin Group NextGenPSD2 implementation guidelines', 'STANDARDS X4'],
    hosts: {
      'www.sparbank-am-main.test': {
        routes: {
          'GET /': site({
            name: 'Sparbank am Main',
            lang: 'de',
            nav: [
              ['Privatkunden', '/privatkunden'],
              ['Firmenkunden', '/firmenkunden'],
              ['Online-Banking', 'https://banking.sparbank-am-main.test/'],
            ],
            footer: [
              ['PSD2-Schnittstelle', 'https://xs2a-doku.sparbank-am-main.test/'],
              ['Karriere', '/karriere'],
              ['Impressum', '/impressum'],
            ],
          })('Willkommen', '<p>Ihre Bank am Main. Kredit: Zusage nach Prüfung.</p>'),
          ...Object.fromEntries(
            ['/privatkunden', '/firmenkunden', '/karriere', '/impressum'].map((path) => [
              `GET ${path}`,
              site({ name: 'Sparbank am Main', lang: 'de' })(path.slice(1), '<p>Sprechen Sie uns an.</p>'),
            ]),
          ),
        },
        otherwise: notFoundPage('Sparbank am Main'),
      },
      'sparbank-am-main.test': aliasOf('https://www.sparbank-am-main.test'),
      'banking.sparbank-am-main.test': {
        headers: { 'set-cookie': 'JSESSIONID=1; Secure; HttpOnly' },
        routes: {
          'GET /': site({ name: 'Online-Banking', lang: 'de', plain: true })(
            'Anmelden',
            '<form method="post"><input name="anmeldename"><input type="password" name="pin"><button>Anmelden</button></form>',
          ),
        },
        otherwise: redirect(302, '/'),
      },
      'xs2a-doku.sparbank-am-main.test': { routes: manual, otherwise: notFoundPage('XS2A') },
      'xs2a.sparbank-am-main.test': { routes: {}, otherwise: reset, plain: 'closed' },
    },
    expect: expectation({
      apiBases: ['https://xs2a.sparbank-am-main.test'],
      tokenEndpoint: 'https://xs2a.sparbank-am-main.test/oauth2/token',
      flows: { authorization_code: 'yes', refresh_token: ['yes', 'unknown'] },
      outcome: ['blocked', 'scored'],
      signals: {
        'structured-401': ['unknown'],
        'bearer-token': ['pass', 'unknown'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'token-expiry': ['pass', 'partial', 'unknown'],
        'scope-restriction': noCredit,
      },
      antiPatterns: {
        'session-cookie-only': ['absent', 'unknown'],
        'token-rotation-without-refresh': ['absent', 'unknown'],
      },
      notJudged: ['browser-only-oauth', 'manual-key-approval'],
    }),
    why: {
      outcome: 'the connection ends before HTTP: nobody saw the door',
      'browser-only-oauth': 'not judged: by law the account holder consents',
      'self-service-keys': 'not judged: no registration, but a certificate that a trust service issues',
      'manual-key-approval': 'not judged: the supervisor licenses, the bank does not',
    },
  };
  return world;
})();

const sklep = (() => {
  const origin = 'https://sklep-miodowa.test';
  const wp = {
    server: 'LiteSpeed',
    'x-powered-by': 'PHP/8.3.14',
    link: `<${origin}/wp-json/>; rel="https://api.w.org/"`,
  };
  const page = (title: string, body: string, status = 200) =>
    html(
      status,
      `<!DOCTYPE html><html lang="pl-PL"><head><meta charset="UTF-8"><title>${title} – Miodowa</title><meta name="generator" content="WordPress 6.8.3"><meta name="generator" content="WooCommerce 10.2.1"><link rel="https://api.w.org/" href="${origin}/wp-json/"></head><body class="woocommerce"><nav><a href="${origin}/">Strona główna</a> <a href="${origin}/sklep/">Sklep</a> <a href="${origin}/dostawa/">Dostawa</a> <a href="${origin}/kontakt/">Kontakt</a> <a href="${origin}/moje-konto/">Moje konto</a></nav><h1>${title}</h1>${body}<footer><p>Miód z własnej pasieki. Tel. 22 555 01 99</p><a href="${origin}/polityka-prywatnosci/">Polityka prywatności</a></footer></body></html>`,
    );
  const error = (code: string, message: string, status = 401) =>
    json(status, { code, message, data: { status } }, { 'x-robots-tag': 'noindex' });
  const world: World = {
    id: 'woocommerce',
    kind: 'provider',
    title: 'A Polish honey shop on WooCommerce: its API is there, its pages never speak of it',
    target: origin,
    dated: '2026-10',
    sources: ['woocommerce.github.io/woocommerce-rest-api-docs', 'WooCommerce core: WC_REST_Authentication'],
    hosts: {
      'sklep-miodowa.test': {
        headers: wp,
        routes: {
          'GET /': page('Miód prosto z pasieki', '<p>Lipowy, gryczany, wielokwiatowy.</p>'),
          'GET /sklep/': page('Sklep', '<ul class="products"><li>Miód lipowy 900 g – 48,00 zł</li></ul>'),
          'GET /dostawa/': page('Dostawa', '<p>Paczkomat, kurier.</p>'),
          'GET /kontakt/': page(
            'Kontakt',
            `<form class="wpcf7-form" method="post"><input name="your-email" type="email"><textarea name="your-message"></textarea>${recaptcha.field}<button>Wyślij</button></form><script src="https://www.google.com/recaptcha/api.js?render=6Lc"></script>`,
          ),
          'GET /moje-konto/': page(
            'Moje konto',
            '<h2>Zaloguj się</h2><form class="woocommerce-form-login" method="post"><input name="username"><input type="password" name="password"><button name="login">Zaloguj się</button></form>',
          ),
          'GET /polityka-prywatnosci/': page(
            'Polityka prywatności',
            '<p>Masz prawo dostępu do swoich danych. Wniosek rozpatrzymy w ciągu 30 dni.</p>',
          ),
          'GET /wp-json/': json(200, {
            name: 'Miodowa',
            url: origin,
            home: origin,
            namespaces: [
              'oembed/1.0',
              'wc/v1',
              'wc/v2',
              'wc/v3',
              'wc/store/v1',
              'wc-admin',
              'wp/v2',
              'contact-form-7/v1',
            ],
            authentication: {
              'application-passwords': { endpoints: { authorization: `${origin}/wp-admin/authorize-application.php` } },
            },
            routes: {
              '/': {},
              '/wc/v3/products': { namespace: 'wc/v3', methods: ['GET', 'POST'] },
              '/wc/v3/orders': { namespace: 'wc/v3', methods: ['GET', 'POST'] },
              '/wp/v2/posts': { namespace: 'wp/v2', methods: ['GET', 'POST'] },
              '/wp/v2/users/me': { namespace: 'wp/v2', methods: ['GET'] },
              '/wc/store/v1/products': { namespace: 'wc/store/v1', methods: ['GET'] },
            },
          }),
          '/wp-json/wc/v3/*': error(
            'woocommerce_rest_cannot_view',
            'Przepraszamy, nie możesz wyświetlić listy zasobów.',
          ),
          '/wp-json/wc/v2/*': error(
            'woocommerce_rest_cannot_view',
            'Przepraszamy, nie możesz wyświetlić listy zasobów.',
          ),
          'GET /wp-json/wc/store/v1/products': json(200, [
            { id: 12, name: 'Miód lipowy 900 g', prices: { price: '4800', currency_code: 'PLN' } },
          ]),
          'GET /wp-json/wp/v2/posts': json(200, [{ id: 3, slug: 'zbiory-2026' }]),
          'GET /wp-json/wp/v2/users/me': error('rest_not_logged_in', 'Nie jesteś teraz zalogowany.'),
          '/wp-json/wp/v2/users*': error(
            'rest_user_cannot_view',
            'Przepraszamy, nie możesz wyświetlić listy użytkowników.',
          ),
          '/wp-json/*': error('rest_no_route', 'Nie znaleziono trasy pasującej do adresu URL i metody żądania.', 404),
          'GET /robots.txt': robots(`User-agent: *\nDisallow: /wp-admin/\nSitemap: ${origin}/wp-sitemap.xml\n`),
          'GET /wp-login.php': page(
            'Zaloguj się',
            '<form id="loginform"><input name="log"><input type="password" name="pwd"></form>',
          ),
          'GET /wp-admin*': redirect(302, `${origin}/wp-login.php`),
        },
        otherwise: page('Nie znaleziono strony', '<p>Wygląda na to, że nic tu nie ma.</p>', 404),
      },
      'www.sklep-miodowa.test': aliasOf(origin),
    },
    expect: expectation({
      apiBases: [origin],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': noCredit,
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': [...noCredit, 'partial'],
        'token-expiry': noCredit,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'captcha-before-token': ['absent', 'unknown'], 'session-cookie-only': ['absent', 'unknown'] },
    }),
    why: {
      'structured-401': 'public posts beside 401 JSON for orders and products',
      'captcha-before-token': 'on the contact form',
    },
  };
  return world;
})();

const asaas = (() => {
  const missing = json(401, {
    errors: [
      {
        code: 'access_token_not_found',
        description: "O cabeçalho de autenticação 'access_token' é obrigatório e não foi encontrado na requisição.",
      },
    ],
  });
  const api: Site = {
    headers: {
      server: 'cloudflare',
      'ratelimit-limit': '25000',
      'ratelimit-remaining': '24999',
      'ratelimit-reset': '42',
    },
    routes: {
      '/v3/*': (request) =>
        request.headers['access_token']
          ? json(401, {
              errors: [
                {
                  code: 'invalid_access_token_format',
                  description:
                    'O valor fornecido não parece ser uma chave de API válida. Verifique se a chave foi copiada corretamente.',
                },
              ],
            })
          : missing,
    },
    otherwise: json(404, {}),
  };
  const world: World = {
    id: 'asaas',
    kind: 'provider',
    title: 'Brazilian payments: a header called access_token that is a key, docs in Portuguese',
    target: 'https://www.asaas.com',
    dated: '2026-10',
    sources: ['docs.asaas.com/docs/autenticação-1', 'docs.asaas.com changelog of July 2025'],
    hosts: {
      'asaas.com': aliasOf('https://www.asaas.com'),
      'www.asaas.com': {
        routes: {
          ...frontOf({
            name: 'Asaas',
            origin: 'https://www.asaas.com',
            lang: 'pt-BR',
            hero: 'A conta digital completa para o seu negócio',
            nav: [
              ['Produtos', '/produtos'],
              ['Tarifas', '/precos'],
              ['Desenvolvedores', 'https://docs.asaas.com/'],
              ['Criar conta', '/onboarding/createAccount'],
            ],
            footer: [
              ['Central de ajuda', 'https://central.ajuda.asaas.com/'],
              ['Trabalhe conosco', '/careers'],
            ],
            stubs: ['/produtos', '/precos'],
          }),
          'GET /onboarding/createAccount': shell('Asaas - Criar conta'),
        },
        otherwise: notFoundPage('Asaas'),
      },
      'central.ajuda.asaas.com': {
        routes: {
          'GET /': site({ name: 'Central de Ajuda', lang: 'pt-BR' })(
            'Como podemos ajudar?',
            '<p>Quanto tempo demora a aprovação da minha conta? Até 2 dias úteis após o envio dos documentos.</p>',
          ),
        },
      },
      'docs.asaas.com': {
        routes: {
          'GET /': redirect(302, '/docs/visao-geral'),
          ...readme('Documentação Asaas', [
            ['/docs/visao-geral', 'Visão geral', '<p>Crie cobranças por Pix, boleto e cartão.</p>'],
            [
              '/docs/autenticacao-1',
              'Autenticação',
              `<p>A autenticação em nossa API é feita através do uso de uma chave de API. Caso a chave de API seja inválida ou não seja informada, nossa API retornará HTTP 401.</p>${sample('"Content-Type": "application/json",\n"User-Agent": "nome_da_sua_aplicação",\n"access_token": "sua_api_key"', 'json')}${table(
                [
                  ['Produção', 'https://api.asaas.com/v3'],
                  ['Sandbox', 'https://api-sandbox.asaas.com/v3'],
                ],
              )}`,
            ],
            [
              '/docs/chaves-de-api',
              'Chaves de API',
              '<p>Para gerar a sua chave de API, acesse Integrações, Chaves de API, Gerar chave de API. A chave é exibida uma única vez. Você pode definir uma data de expiração. Chaves sem uso por três meses são desabilitadas.</p>',
            ],
            ['/docs/sandbox', 'Sandbox', '<p>Crie uma conta em sandbox.asaas.com; ela é aprovada automaticamente.</p>'],
            [
              '/reference/listar-clientes',
              'Listar clientes',
              sample(
                "curl --request GET \\\n     --url https://api-sandbox.asaas.com/v3/customers \\\n     --header 'accept: application/json' \\\n     --header 'access_token: $ASAAS_API_KEY'",
              ),
            ],
          ]),
        },
        otherwise: notFoundPage('Asaas'),
      },
      'api.asaas.com': api,
      'api-sandbox.asaas.com': api,
    },
    expect: expectation({
      apiBases: [['https://api.asaas.com', 'https://api-sandbox.asaas.com']],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': [...staticKeys, 'fail'],
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['manual-key-approval', 'token-rotation-without-refresh'],
    }),
    why: {
      'bearer-token': 'access_token is the name of a header',
      'manual-key-approval': 'not judged: accounts are approved, test accounts by machine',
      'token-rotation-without-refresh': 'not judged: expiry is a choice',
    },
  };
  return world;
})();

const freee = (() => {
  const page = site({
    name: 'freee Developers Community',
    lang: 'ja',
    nav: [
      ['スタートガイド', '/startguide'],
      ['アクセストークンを取得する', '/startguide/getting-access-token'],
      ['APIリファレンス', '/reference/accounting/reference'],
      ['FAQ', '/reference/faq/token_lifetime'],
      ['アプリストア', 'https://app.secure.freee.co.jp/'],
    ],
  });
  const world: World = {
    id: 'freee',
    kind: 'provider',
    title: 'Japanese accounting: authorization code, six hours, refresh tokens that work once',
    target: 'https://developer.freee.co.jp',
    dated: '2026-10',
    sources: [
      'developer.freee.co.jp/startguide/getting-access-token',
      'developer.freee.co.jp/reference/faq/token_lifetime',
    ],
    hosts: {
      'developer.freee.co.jp': {
        routes: {
          'GET /': page('freee API で業務を自動化しよう', '<p>会計、人事労務、請求書の API を公開しています。</p>'),
          'GET /startguide': page(
            'スタートガイド',
            list([
              '開発用の freee アカウントを作成する',
              'アプリケーションを作成する。Client ID と Client Secret がすぐに発行されます',
              '<a href="/startguide/getting-access-token">アクセストークンを取得する</a>',
              'アプリを公開する場合は、freee による審査があります',
            ]),
          ),
          'GET /startguide/getting-access-token': page(
            'アクセストークンを取得する',
            `<p>freee では OAuth 2.0 を採用しており、Authorization Code Grant を推奨しています。</p><p>認可用 URL: <code>https://accounts.secure.freee.co.jp/public_api/authorize</code></p>${sample('curl -i -X POST \\\n -H "Content-Type:application/x-www-form-urlencoded" \\\n -d "grant_type=authorization_code" \\\n -d "client_id=${あなたのClient ID}" \\\n -d "client_secret=${あなたのClient Secret}" \\\n -d "code=${取得した認可コード}" \\\n \'https://accounts.secure.freee.co.jp/public_api/token\'')}<p>次に、取得したアクセストークンで API を呼び出します。</p>${sample('curl -X GET "https://api.freee.co.jp/api/1/users/me" -H "accept: application/json" -H "Authorization: Bearer <アクセストークン>"')}`,
          ),
          'GET /reference/faq/token_lifetime': page(
            'トークンの有効期限',
            '<p>アクセストークン: 6時間。リフレッシュトークン: 90日。有効期限が切れたら、リフレッシュトークンを用いて (grant_type=refresh_token) アクセストークンを再取得してください。1つのリフレッシュトークンは1回しか使えません。</p>',
          ),
          'GET /reference/accounting/reference': page(
            '会計 API リファレンス',
            '<p>ベース URL: https://api.freee.co.jp 。権限はアプリごとに設定します: 参照、更新 (例: companies:read, deals:write)。</p>',
          ),
        },
        otherwise: notFoundPage('freee'),
      },
      'app.secure.freee.co.jp': { routes: { 'GET /': shell('freee アプリストア') } },
      'accounts.secure.freee.co.jp': {
        routes: {
          'GET /': redirect(302, '/login'),
          'GET /login': site({ name: 'freee', lang: 'ja', plain: true })('ログイン', loginForm()),
          'POST /public_api/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'client-first',
            unknownClient: oauthError(401, 'invalid_client', '指定された client_id の検証に失敗しました。'),
            noClient: oauthError(400, 'invalid_request', '必要なパラメーターが不足しています。'),
          }),
          'GET /public_api/authorize': redirect(302, '/login'),
        },
        otherwise: html(404, '<h1>404</h1>'),
      },
      'api.freee.co.jp': {
        routes: {
          '/api/1/*': (request) =>
            isBearer(request)
              ? json(
                  401,
                  { message: 'アクセスする権限がありません', code: 'invalid_access_token' },
                  {
                    'www-authenticate':
                      'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"',
                  },
                )
              : json(401, { message: 'ログインをして下さい', code: 'login_required' }),
        },
        otherwise: json(404, { message: 'リソースが見つかりません', code: 'not_found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.freee.co.jp'],
      tokenEndpoint: 'https://accounts.secure.freee.co.jp/public_api/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': ['pass', 'partial', 'unknown'],
      },
      antiPatterns: {
        'browser-only-oauth': 'present',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
      },
    }),
    why: {
      'manual-key-approval': 'only apps that are published are reviewed',
      'session-cookie-only': 'the error says "please log in", the docs say bearer',
    },
  };
  return world;
})();

const okta = (() => {
  const origin = 'https://brightmill.okta.com';
  const members = (issuer: string, prefix: string, grants: readonly string[]) =>
    metadata(issuer, {
      authorization_endpoint: `${prefix}/v1/authorize`,
      token_endpoint: `${prefix}/v1/token`,
      registration_endpoint: `${origin}/oauth2/v1/clients`,
      jwks_uri: `${prefix}/v1/keys`,
      introspection_endpoint: `${prefix}/v1/introspect`,
      revocation_endpoint: `${prefix}/v1/revoke`,
      device_authorization_endpoint: `${prefix}/v1/device/authorize`,
      response_types_supported: ['code', 'token', 'id_token', 'code id_token'],
      grant_types_supported: grants,
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
      code_challenge_methods_supported: ['S256'],
    });
  const people = [
    'authorization_code',
    'implicit',
    'refresh_token',
    'password',
    'urn:ietf:params:oauth:grant-type:device_code',
  ];
  const org = members(origin, `${origin}/oauth2`, people);
  const byDefault = members(`${origin}/oauth2/default`, `${origin}/oauth2/default`, [...people, 'client_credentials']);
  const refused = json(401, {
    errorCode: 'E0000005',
    errorSummary: 'Invalid session',
    errorLink: 'E0000005',
    errorId: 'oaeV2',
    errorCauses: [],
  });
  const world: World = {
    id: 'okta-tenant',
    kind: 'provider',
    title:
      'The tenant of a customer: two authorization servers, registration behind a token, error codes that speak of a session',
    target: origin,
    dated: '2026-10',
    sources: ['developer.okta.com/docs/reference/api/oidc', 'developer.okta.com/docs/reference/error-codes'],
    hosts: {
      'brightmill.okta.com': {
        headers: {
          'x-okta-request-id': 'ZzX1',
          'set-cookie': 'DT=DI1; Path=/; Secure; HttpOnly',
          'x-rate-limit-limit': '600',
          'x-rate-limit-remaining': '599',
          'x-rate-limit-reset': '1793804000',
        },
        routes: {
          'GET /': redirect(302, '/login/login.htm'),
          'GET /login/login.htm': html(
            200,
            '<!DOCTYPE html><html lang="en"><head><title>Brightmill - Sign In</title></head><body class="auth okta-container"><div id="okta-login-container"></div><script src="https://ok14static.oktacdn.com/assets/js/sdk/okta-signin-widget/7.37.0/js/okta-sign-in.min.js"></script><noscript>Javascript is required</noscript><div class="footer">Powered by <a href="https://www.okta.com/?internal_link=wic_login">Okta</a> <a href="/privacy">Privacy Policy</a></div></body></html>',
          ),
          'GET /privacy': redirect(302, 'https://www.okta.com/privacy-policy'),
          'GET /.well-known/openid-configuration': json(200, org),
          'GET /.well-known/oauth-authorization-server': json(200, org),
          'GET /oauth2/default/.well-known/openid-configuration': json(200, byDefault),
          'GET /oauth2/default/.well-known/oauth-authorization-server': json(200, byDefault),
          'GET /.well-known/okta-organization': json(200, {
            id: '00o1',
            pipeline: 'idx',
            _links: { organization: { href: origin } },
            settings: { analyticsCollectionEnabled: false },
          }),
          'GET /oauth2/v1/keys': json(200, { keys: [] }),
          'GET /oauth2/default/v1/keys': json(200, { keys: [] }),
          'POST /oauth2/v1/clients': json(403, {
            errorCode: 'E0000005',
            errorSummary: 'Invalid session',
            errorLink: 'E0000005',
            errorId: 'oae9',
            errorCauses: [],
          }),
          'POST /oauth2/v1/token': tokenEndpoint({
            grants: people,
            order: 'client-first',
            unknownClient: json(401, {
              errorCode: 'invalid_client',
              errorSummary: "Invalid value for 'client_id' parameter.",
              errorLink: 'invalid_client',
              errorId: 'oae1',
              errorCauses: [],
            }),
            noClient: json(401, {
              error: 'invalid_client',
              error_description:
                'Client authentication failed. Either the client or the client credentials are invalid.',
            }),
          }),
          'POST /oauth2/default/v1/token': tokenEndpoint({
            grants: [...people, 'client_credentials'],
            order: 'client-first',
            unknownClient: json(401, {
              errorCode: 'invalid_client',
              errorSummary: "Invalid value for 'client_id' parameter.",
              errorLink: 'invalid_client',
              errorId: 'oae1',
              errorCauses: [],
            }),
          }),
          '/api/v1/*': (request) =>
            request.headers['authorization']
              ? json(401, {
                  errorCode: 'E0000011',
                  errorSummary: 'Invalid token provided',
                  errorLink: 'E0000011',
                  errorId: 'oaeK',
                  errorCauses: [],
                })
              : refused,
        },
        otherwise: (request) =>
          /json/.test(request.headers['accept'] ?? '')
            ? json(404, {
                errorCode: 'E0000022',
                errorSummary: 'The endpoint does not support the provided HTTP method',
                errorLink: 'E0000022',
                errorId: 'x',
                errorCauses: [],
              })
            : html(404, '<html><head><title>Page not found</title></head><body></body></html>'),
      },
    },
    expect: expectation({
      tokenEndpoint: [`${origin}/oauth2/v1/token`, `${origin}/oauth2/default/v1/token`],
      flows: {
        authorization_code: 'yes',
        refresh_token: 'yes',
        device_code: 'yes',
        implicit: 'yes',
        password: 'yes',
        client_credentials: ['yes', 'no', 'unknown'],
      },
      outcome: ['scored', 'blocked', 'no-api'],
      signals: {
        'structured-401': ['pass', 'partial', 'unknown', 'n/a'],
        'client-credentials': ['pass', 'fail', 'unknown', 'n/a'],
        'oauth-discovery': 'pass',
        'self-service-keys': ['fail', 'unknown', 'n/a', 'partial'],
        'scope-restriction': ['pass', 'unknown', 'partial'],
      },
      antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
      notJudged: ['browser-only-oauth'],
    }),
    why: {
      client_credentials: 'not in the metadata of the organisation, in that of the default server',
      'self-service-keys': 'registration is listed but refuses strangers: "pass" would be wrong',
      outcome: 'the API below /api/v1 is not announced anywhere',
    },
  };
  return world;
})();

const authMd = (() => {
  const origin = 'https://api.planbook.test';
  const meta = metadata(origin, {
    token_endpoint: `${origin}/oauth2/token`,
    authorization_endpoint: `${origin}/oauth2/authorize`,
    jwks_uri: `${origin}/oauth2/jwks`,
    registration_endpoint: `${origin}/oauth2/register`,
    revocation_endpoint: `${origin}/oauth2/revoke`,
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
      'urn:workos:agent-auth:grant-type:claim',
    ],
    response_types_supported: ['code'],
    scopes_supported: ['bookings:read', 'bookings:write'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    agent_auth: {
      skill: 'https://planbook.test/auth.md',
      identity_endpoint: `${origin}/agent/identity`,
      claim_endpoint: `${origin}/agent/identity/claim`,
      events_endpoint: `${origin}/agent/event/notify`,
      identity_types_supported: ['anonymous', 'identity_assertion'],
      anonymous: { credential_types_supported: ['access_token'] },
      identity_assertion: {
        assertion_types_supported: ['urn:ietf:params:oauth:token-type:id-jag'],
        credential_types_supported: ['access_token'],
      },
    },
  });
  const challenge = { 'www-authenticate': `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource"` };
  const manual =
    '# auth.md\n\nYou are an agent. Planbook supports agent registration: discover, register, claim, call.\n\n## Step 1: discover\n\n`GET https://api.planbook.test/v1/bookings` answers 401 with `resource_metadata`. Fetch it, then the authorization server metadata, and read `agent_auth`.\n\n## Step 2: register\n\n```http\nPOST https://api.planbook.test/agent/identity\nContent-Type: application/json\n\n{"type":"anonymous"}\n```\n\nThe answer holds an `identity_assertion`. Exchange it:\n\n```http\nPOST https://api.planbook.test/oauth2/token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=...&resource=https://api.planbook.test\n```\n\nAccess tokens expire after one hour. When one expires, exchange the assertion again. Anonymous identities have the scope `bookings:read` until a person claims them.\n';
  const world: World = {
    id: 'auth-md',
    kind: 'provider',
    title: 'Agents register themselves: auth.md, agent_auth in the metadata, anonymous identities',
    target: 'https://planbook.test',
    dated: '2026-10',
    sources: ['workos.com/auth-md documentation, version 0.6', 'STANDARDS Y2 to Y4'],
    hosts: {
      'planbook.test': {
        routes: {
          ...frontOf({
            name: 'Planbook',
            origin: 'https://planbook.test',
            hero: 'Bookings for studios',
            nav: [
              ['Features', '/features'],
              ['Pricing', '/pricing'],
              ['Developers', '/developers'],
              ['Sign up', '/signup'],
            ],
            stubs: ['/features', '/pricing'],
          }),
          'GET /signup': site({ name: 'Planbook', head: recaptcha.head })(
            'Create an account',
            signUpForm(recaptcha.field),
          ),
          'GET /auth.md': text(200, manual, { 'content-type': 'text/markdown; charset=utf-8' }),
          'GET /llms.txt': text(
            200,
            '# Planbook\n\n- [Agent registration](https://planbook.test/auth.md): how an agent gets its own credential\n- [API](https://api.planbook.test/openapi.json)\n',
          ),
          'GET /developers': site({ name: 'Planbook' })(
            'Developers',
            `<p>Agents: read <a href="/auth.md">auth.md</a>. People: create an app in the dashboard.</p>${sample('curl https://api.planbook.test/v1/bookings -H "Authorization: Bearer $TOKEN"')}`,
          ),
        },
        otherwise: notFoundPage('Planbook'),
      },
      'www.planbook.test': aliasOf('https://planbook.test'),
      'api.planbook.test': {
        routes: {
          'GET /.well-known/oauth-protected-resource': json(200, {
            resource: origin,
            authorization_servers: [origin],
            scopes_supported: ['bookings:read', 'bookings:write'],
            bearer_methods_supported: ['header'],
          }),
          'GET /.well-known/oauth-authorization-server': json(200, meta),
          'GET /oauth2/jwks': json(200, { keys: [] }),
          'POST /oauth2/register': registrationEndpoint,
          'POST /agent/identity': oauthError(400, 'invalid_request', 'type is required'),
          'POST /oauth2/token': tokenEndpoint({
            grants: [
              'authorization_code',
              'refresh_token',
              'urn:ietf:params:oauth:grant-type:jwt-bearer',
              'urn:workos:agent-auth:grant-type:claim',
            ],
            order: 'grant-first',
            unknownClient: oauthError(401, 'invalid_client'),
          }),
          'GET /openapi.json': json(
            200,
            openapi({
              title: 'Planbook',
              servers: [origin],
              operations: ['get /v1/bookings', 'post /v1/bookings', 'get /v1/studios'],
              schemes: { bearer: { type: 'http', scheme: 'bearer' } },
              security: [{ bearer: [] }],
              documents401: true,
            }),
          ),
          '/v1/*': (request) =>
            isBearer(request)
              ? oauthError(401, 'invalid_token', 'The access token is invalid', {
                  'www-authenticate': `Bearer error="invalid_token", resource_metadata="${origin}/.well-known/oauth-protected-resource"`,
                })
              : json(
                  401,
                  { error: 'unauthorized', error_description: 'Agents: see https://planbook.test/auth.md' },
                  challenge,
                ),
        },
        otherwise: json(404, { error: 'not_found' }),
      },
    },
    expect: expectation({
      apiBases: [origin],
      tokenEndpoint: `${origin}/oauth2/token`,
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['no', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['partial', 'fail'],
        'oauth-discovery': 'pass',
        'self-service-keys': 'pass',
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'captcha-before-token': ['absent', 'unknown'],
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'client-credentials': 'a JWT assertion grant for machines, no client credentials',
      'self-service-keys': 'anonymous identities at once',
      'captcha-before-token': 'on the form for people; an agent does not pass it',
      'browser-only-oauth': 'the jwt-bearer grant with an anonymous identity needs no browser',
    },
  };
  return world;
})();

export const thirdAbroadWorlds: readonly World[] = [
  companiesHouse,
  nasa,
  pokeapi,
  dhl,
  exact,
  bank,
  sklep,
  asaas,
  freee,
  okta,
  authMd,
];
