/** Where the API is and what shape it has: elsewhere, behind a shell, GraphQL, envelopes, MCP, catalogs, nothing at all. */
import { aliasOf, bearerChallenge, html, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { mcpSite, metadata, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { contactForm, loginForm, robots, sample, shell, signUpForm, site, stubs } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys, type World } from '../../lib/world.ts';

const envelope: World = {
  id: 'envelope-200',
  kind: 'archetype',
  title: '200 with an error envelope for everything',
  target: 'https://pingboard.test',
  dated: '2026-11',
  sources: ['STANDARDS E5'],
  hosts: {
    'pingboard.test': {
      routes: {
        'GET /': site({
          name: 'Pingboard',
          nav: [
            ['Product', '/product'],
            ['Developers', '/dev'],
            ['Sign in', '/signin'],
          ],
        })('Chat for crews', '<p>Channels and calls.</p>'),
        'GET /product': site({ name: 'Pingboard' })('Product', '<p>Chat.</p>'),
        'GET /signin': shell('Sign in'),
        'GET /dev': site({ name: 'Pingboard' })(
          'Developers',
          `<p>Create a bot in your workspace settings and copy its token. Choose what the bot may do: <code>messages.read</code>, <code>messages.write</code>, <code>users.read</code>. The token does not expire; you can revoke it at any time.</p>${sample('curl https://pingboard.test/api/messages.list -H "Authorization: Bearer pb-12-abc"')}<p>Every answer has HTTP status 200 and a member <code>ok</code>.</p>`,
        ),
        '/api/:method': (request) =>
          /^(messages|users|auth)\.[a-z]+$/.test(request.params['method'] ?? '')
            ? json(200, { ok: false, error: isBearer(request) ? 'invalid_token' : 'not_authenticated' })
            : json(200, { ok: false, error: 'unknown_method' }),
        'GET /robots.txt': robots(),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://pingboard.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': ['partial', 'n/a'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'structured-401': '200 {"ok":false,"error":"not_authenticated"}' },
};

const graphqlOnly: World = {
  id: 'graphql-only',
  kind: 'archetype',
  title: 'GraphQL only: schema may be read, data needs a bearer key',
  target: 'https://orchardcms.test',
  dated: '2026-11',
  sources: ['STANDARDS E4 (GraphQL)'],
  hosts: {
    'orchardcms.test': {
      routes: {
        'GET /': site({
          name: 'Orchard CMS',
          nav: [
            ['Features', '/features'],
            ['Docs', 'https://docs.orchardcms.test/'],
            ['Sign up', 'https://app.orchardcms.test/signup'],
          ],
        })('Content for every channel', '<p>A headless CMS.</p>'),
        'GET /features': site({ name: 'Orchard CMS' })('Features', '<p>Fast.</p>'),
        'GET /robots.txt': robots(),
      },
    },
    'docs.orchardcms.test': {
      routes: {
        'GET /': site({
          name: 'Orchard Docs',
          nav: [
            ['Start', '/'],
            ['API tokens', '/api-tokens'],
            ['GraphQL API', '/graphql-api'],
          ],
        })('Start', '<p>Orchard has one API: GraphQL at <code>https://graphql.orchardcms.test/</code>.</p>'),
        'GET /api-tokens': site({ name: 'Orchard Docs' })(
          'API tokens',
          `<p>Each project comes with a read-only token. Create further tokens in Project settings &gt; API tokens and pick a role: read-only, editor or admin.</p>${sample("curl 'https://graphql.orchardcms.test/' -H 'Authorization: Bearer YOUR-API-TOKEN' -H 'Content-Type: application/json' --data-binary '{ \"query\": \"query { allPosts { title } }\" }'")}`,
        ),
        'GET /graphql-api': site({ name: 'Orchard Docs' })(
          'GraphQL API',
          '<p>POST a query. Without a token the API answers 401 with the code INVALID_AUTHORIZATION_HEADER.</p>',
        ),
      },
    },
    'graphql.orchardcms.test': {
      routes: {
        'POST /': (request) =>
          json(401, {
            errors: [
              {
                message: isBearer(request) ? 'The token is not valid' : 'Authorization header is missing',
                extensions: { code: 'INVALID_AUTHORIZATION_HEADER' },
              },
            ],
          }),
        'GET /': (request) =>
          request.query.has('query')
            ? json(401, {
                errors: [
                  { message: 'Authorization header is missing', extensions: { code: 'INVALID_AUTHORIZATION_HEADER' } },
                ],
              })
            : json(
                405,
                { errors: [{ message: 'Use POST', extensions: { code: 'METHOD_NOT_ALLOWED' } }] },
                { allow: 'POST' },
              ),
      },
      otherwise: json(404, { errors: [{ message: 'Not found', extensions: { code: 'NOT_FOUND' } }] }),
    },
    'app.orchardcms.test': { routes: { 'GET *': shell('Orchard') } },
  },
  expect: expectation({
    apiBases: ['https://graphql.orchardcms.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { 'scope-restriction': 'roles per token' },
};

const spa: World = {
  id: 'spa-catch-all',
  kind: 'archetype',
  title: 'Application shell on every path with status 200, also under .well-known; the API is another host',
  target: 'https://taskpond.test',
  dated: '2026-11',
  sources: ['STANDARDS G1'],
  hosts: {
    'taskpond.test': {
      routes: {
        'GET *': shell('Taskpond', {
          end: '<script>window.__ENV__={"API_URL":"https://api.taskpond.test/v2","SENTRY_DSN":"https://abc@o1.ingest.sentry.io/2"}</script>',
        }),
      },
    },
    'docs.taskpond.test': {
      routes: {
        'GET /': site({
          name: 'Taskpond API',
          nav: [
            ['Introduction', '/'],
            ['Tokens', '/tokens'],
            ['Tasks', '/tasks'],
          ],
        })('Introduction', '<p>The API is served from <code>https://api.taskpond.test/v2</code>.</p>'),
        'GET /tokens': site({ name: 'Taskpond API' })(
          'Tokens',
          `<p>Generate a personal API token in Settings &gt; Integrations. Pass it as a bearer token.</p>${sample('curl https://api.taskpond.test/v2/tasks -H "Authorization: Bearer $TOKEN"')}`,
        ),
        'GET /tasks': site({ name: 'Taskpond API' })('Tasks', sample('GET /v2/tasks', 'http')),
      },
    },
    'api.taskpond.test': {
      routes: { '/v2/*': json(401, { error: 'unauthorized', message: 'Missing or invalid token' }) },
      otherwise: json(404, { error: 'not_found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.taskpond.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': ['fail', 'unknown', 'n/a'],
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { target: 'every path of the site is 200 HTML: none of its well-known documents exists' },
};

const brochure: World = {
  id: 'brochure',
  kind: 'archetype',
  title: 'A joinery with a static site and no API',
  target: 'https://hobelwerk.test',
  dated: '2026-11',
  sources: ['Static site'],
  hosts: {
    'hobelwerk.test': {
      headers: { server: 'Apache' },
      routes: {
        'GET /': site({
          name: 'Hobelwerk',
          plain: true,
          nav: [
            ['Kitchens', '/kitchens.html'],
            ['Stairs', '/stairs.html'],
            ['Contact', '/contact.html'],
          ],
        })('Joinery since 1962', '<p>Kitchens, stairs and windows made to measure. Call us.</p>'),
        'GET /kitchens.html': site({ name: 'Hobelwerk', plain: true })(
          'Kitchens',
          '<p>Oak, ash, larch. Ask for a quote; we review every request in person.</p>',
        ),
        'GET /stairs.html': site({ name: 'Hobelwerk', plain: true })('Stairs', '<p>From straight to spiral.</p>'),
        'GET /contact.html': site({ name: 'Hobelwerk', plain: true })('Contact', contactForm),
      },
      otherwise: html(
        404,
        '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found on this server.</p></body></html>',
      ),
    },
    'www.hobelwerk.test': aliasOf('https://hobelwerk.test'),
  },
  expect: expectation({
    outcome: 'no-api',
    apiBases: [],
    tokenEndpoint: null,
    signals: {
      'structured-401': noCredit,
      'bearer-token': noCredit,
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': noCredit,
      'token-expiry': noCredit,
      'scope-restriction': noCredit,
    },
  }),
  why: {},
};

const blogWithApiWords: World = {
  id: 'blog-about-apis',
  kind: 'archetype',
  title: 'A magazine that writes about other companies’ APIs and has none',
  target: 'https://hexpress.test',
  dated: '2026-11',
  sources: ['STANDARDS WD1: quoted third-party APIs'],
  hosts: {
    'hexpress.test': {
      routes: {
        'GET /': site({
          name: 'Hexpress',
          nav: [
            ['News', '/news'],
            ['Tutorials', '/tutorials'],
            ['Newsletter', '/newsletter'],
          ],
        })(
          'Hexpress: programming news',
          '<article><h2><a href="/tutorials/payments">Take payments in ten minutes</a></h2></article><article><h2><a href="/tutorials/oauth">OAuth explained</a></h2></article>',
        ),
        'GET /tutorials': site({ name: 'Hexpress' })(
          'Tutorials',
          '<ul><li><a href="/tutorials/payments">Payments</a></li><li><a href="/tutorials/oauth">OAuth</a></li></ul>',
        ),
        'GET /tutorials/payments': site({ name: 'Hexpress' })(
          'Take payments in ten minutes',
          `<p>Create an API key in the Examplepay dashboard, then:</p>${sample('curl https://api.examplepay.example/v1/charges -H "Authorization: Bearer sk_test_4eC3"')}`,
        ),
        'GET /tutorials/oauth': site({ name: 'Hexpress' })(
          'OAuth explained',
          `<p>The client credentials grant is the one without a user:</p>${sample('curl -X POST https://auth.example.com/oauth/token -d grant_type=client_credentials -d client_id=… -d client_secret=…')}<p>Access tokens expire; refresh tokens renew them.</p>`,
        ),
        'GET /news': site({ name: 'Hexpress' })('News', '<p>News.</p>'),
        'GET /newsletter': site({ name: 'Hexpress' })(
          'Newsletter',
          '<form method="post" action="/newsletter"><input type="email" name="email"><div class="h-captcha" data-sitekey="x"></div></form><script src="https://js.hcaptcha.com/1/api.js" async defer></script>',
        ),
        'GET /robots.txt': robots(),
        'GET /feed.xml': text(
          200,
          '<?xml version="1.0"?><rss version="2.0"><channel><title>Hexpress</title></channel></rss>',
          { 'content-type': 'application/rss+xml' },
        ),
      },
    },
  },
  expect: expectation({
    outcome: 'no-api',
    apiBases: [],
    tokenEndpoint: null,
    signals: {
      'structured-401': noCredit,
      'bearer-token': noCredit,
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'unknown', 'n/a'],
      'token-expiry': noCredit,
      'scope-restriction': noCredit,
    },
  }),
  why: { target: 'samples name hosts of others; the CAPTCHA guards a newsletter' },
};

const elsewhere: World = {
  id: 'api-elsewhere',
  kind: 'archetype',
  title: 'The API lives on another registrable domain that only the documentation names',
  target: 'https://www.glaswerk.test',
  dated: '2026-11',
  sources: ['Shape of many SaaS firms (product.com, productapis.com)'],
  hosts: {
    'www.glaswerk.test': {
      routes: {
        'GET /': site({
          name: 'Glaswerk',
          nav: [
            ['Platform', '/platform'],
            ['Resources', '/resources'],
            ['Sign in', 'https://login.glaswerk-cloud.test/'],
          ],
          footer: [
            ['API documentation', 'https://www.glaswerk.test/help/api/'],
            ['Careers: apply now', '/careers'],
          ],
        })('Quality control with cameras', '<p>See every defect.</p>'),
        ...stubs(site({ name: 'Glaswerk' }), ['/platform', '/resources', '/careers']),
        'GET /help/api': site({
          name: 'Glaswerk Help',
          nav: [
            ['API', '/help/api/'],
            ['Authentication', '/help/api/authentication'],
          ],
        })('API', '<p>Our REST API: <a href="/help/api/authentication">authentication</a>.</p>'),
        'GET /help/api/authentication': site({ name: 'Glaswerk Help' })(
          'Authentication',
          `<p>Create client credentials under Administration &gt; API clients, and assign permissions to the client. Then request a token:</p>${sample('curl -X POST https://login.glaswerk-cloud.test/connect/token \\\n  -d grant_type=client_credentials -d client_id=… -d client_secret=… -d scope=inspections')}<p>The token is valid for one hour. Call the API with it:</p>${sample('curl https://eu.glaswerk-cloud.test/api/v1/inspections -H "Authorization: Bearer …"')}`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'glaswerk.test': aliasOf('https://www.glaswerk.test'),
    'login.glaswerk-cloud.test': {
      routes: {
        'GET /.well-known/openid-configuration': json(
          200,
          metadata('https://login.glaswerk-cloud.test', {
            authorization_endpoint: 'https://login.glaswerk-cloud.test/connect/authorize',
            token_endpoint: 'https://login.glaswerk-cloud.test/connect/token',
            jwks_uri: 'https://login.glaswerk-cloud.test/.well-known/jwks',
            grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
            scopes_supported: ['openid', 'offline_access', 'inspections'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          }),
        ),
        'GET /.well-known/jwks': json(200, { keys: [] }),
        'POST /connect/token': tokenEndpoint({
          grants: ['authorization_code', 'client_credentials', 'refresh_token'],
          order: 'client-first',
          unknownClient: oauthError(400, 'invalid_client'),
        }),
        'GET /': redirect(302, '/Account/Login'),
        'GET /Account/Login': html(
          200,
          `<html><head><title>Log in</title></head><body>${loginForm('/Account/Login')}</body></html>`,
        ),
      },
    },
    'eu.glaswerk-cloud.test': {
      routes: {
        '/api/*': (request) =>
          json(
            401,
            { error: isBearer(request) ? 'invalid_token' : 'token_required' },
            bearerChallenge('realm="glaswerk"'),
          ),
      },
      otherwise: json(404, { error: 'not_found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://eu.glaswerk-cloud.test'],
    tokenEndpoint: 'https://login.glaswerk-cloud.test/connect/token',
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'pass',
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: { target: 'the documentation is linked from the footer only' },
};

const scriptDocs: World = {
  id: 'docs-need-script',
  kind: 'archetype',
  title: 'Documentation that is empty without JavaScript',
  target: 'https://mooringhub.test',
  dated: '2026-11',
  sources: ['DESIGN §4.3: pages without content are rendered when a browser is at hand'],
  hosts: {
    'mooringhub.test': {
      routes: {
        'GET /': site({
          name: 'Mooringhub',
          nav: [
            ['Marinas', '/marinas'],
            ['API docs', 'https://docs.mooringhub.test/'],
            ['Log in', 'https://app.mooringhub.test/'],
          ],
        })('Berths, booked', '<p>For skippers and marinas.</p>'),
        'GET /marinas': site({ name: 'Mooringhub' })('Marinas', '<p>1,200 marinas.</p>'),
        'GET /robots.txt': robots(),
      },
    },
    'docs.mooringhub.test': {
      routes: {
        'GET /static/*': text(200, 'console.log(1)', { 'content-type': 'text/javascript' }),
        'GET *': shell('Mooringhub API'),
      },
    },
    'app.mooringhub.test': { routes: { 'GET *': shell('Mooringhub') } },
    'api.mooringhub.test': {
      routes: { 'GET /': json(200, { name: 'mooringhub-api', version: '4.2.0' }) },
      otherwise: (request) =>
        json(
          401,
          { error: { code: isBearer(request) ? 'invalid_token' : 'missing_token', message: 'Send a bearer token.' } },
          bearerChallenge('realm="mooringhub"'),
        ),
    },
  },
  expect: expectation({
    apiBases: ['https://api.mooringhub.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'unknown'],
      'bearer-token': ['pass', 'unknown'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['partial', 'unknown'],
      'token-expiry': ['unknown', 'n/a'],
      'scope-restriction': ['unknown', 'n/a', 'fail'],
    },
    antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
  }),
  why: { 'self-service-keys': 'nothing can be read: a claim either way would be invented' },
};

const openApi: World = {
  id: 'open-api',
  kind: 'archetype',
  title: 'Open data without credentials',
  target: 'https://opentide.test',
  dated: '2026-11',
  sources: ['Shape of government open data'],
  hosts: {
    'opentide.test': {
      routes: {
        'GET /': site({
          name: 'Opentide',
          plain: true,
          nav: [
            ['Data', '/data'],
            ['API', '/api-docs'],
          ],
        })('Tides for everybody', '<p>Free and open.</p>'),
        'GET /data': site({ name: 'Opentide', plain: true })('Data', '<p>CSV downloads.</p>'),
        'GET /api-docs': site({ name: 'Opentide', plain: true })(
          'API',
          `<p>The API is public. No API key, no registration and no authentication are needed. Please cache.</p>${sample('curl https://api.opentide.test/v1/stations\ncurl https://api.opentide.test/v1/predictions?station=9414290')}`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'api.opentide.test': {
      headers: { 'access-control-allow-origin': '*' },
      routes: {
        'GET /v1/stations': json(200, [{ id: '9414290', name: 'San Francisco' }]),
        'GET /v1/predictions': json(200, { predictions: [{ t: '2026-11-23 00:14', v: '1.2' }] }),
        'GET /v1': json(200, { endpoints: ['/v1/stations', '/v1/predictions'] }),
      },
      otherwise: json(404, { error: 'Unknown resource' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.opentide.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'n/a'],
      'bearer-token': ['n/a', 'unknown', 'fail'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'n/a', 'unknown'],
      'token-expiry': ['n/a', 'unknown'],
      'scope-restriction': ['n/a', 'unknown'],
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent', 'manual-key-approval': 'absent' },
  }),
  why: {
    'structured-401': 'an API that needs no credentials earns the top of the ladder (DESIGN §6) or nothing applies',
  },
};

const mcp: World = {
  id: 'mcp',
  kind: 'archetype',
  title: 'A business whose only programmatic door is a remote MCP server (RFC 9728, open registration)',
  target: 'https://notewell.test',
  dated: '2026-11',
  sources: ['MCP authorization 2025-11-25'],
  hosts: {
    'notewell.test': {
      routes: {
        'GET /': site({
          name: 'Notewell',
          nav: [
            ['Apps', '/apps'],
            ['Connect your AI', '/mcp-server'],
            ['Sign in', '/signin'],
          ],
        })('Notes that find you', '<p>Write it down.</p>'),
        'GET /apps': site({ name: 'Notewell' })('Apps', '<p>iOS, Android.</p>'),
        'GET /signin': shell('Sign in'),
        'GET /mcp-server': site({ name: 'Notewell' })(
          'Connect your AI',
          `<p>Add this URL to your AI client. A browser window opens, where you sign in and allow access. Tokens are refreshed automatically.</p>${sample('https://mcp.notewell.test/mcp', 'text')}`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'mcp.notewell.test': mcpSite('https://mcp.notewell.test', { scopes: ['notes:read', 'notes:write'] }),
  },
  expect: expectation({
    apiBases: ['https://mcp.notewell.test'],
    tokenEndpoint: 'https://mcp.notewell.test/token',
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'fail',
      'oauth-discovery': 'pass',
      'self-service-keys': 'pass',
      'token-expiry': ['pass', 'partial', 'unknown'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'session-cookie-only': 'absent' },
    notJudged: ['browser-only-oauth'],
  }),
  why: {
    'self-service-keys': 'registration is open: a client registers itself',
    'browser-only-oauth': 'not judged: the one way in is authorization code, though the business has no other API',
    client_credentials: 'the metadata lists the grants and it is not among them',
  },
};

const catalogOnly: World = {
  id: 'api-catalog',
  kind: 'archetype',
  title: 'Nothing but an RFC 9727 catalog leads to the API',
  target: 'https://stellwerk.test',
  dated: '2026-11',
  sources: ['RFC 9727; RFC 9264'],
  hosts: {
    'stellwerk.test': {
      routes: {
        'GET /': site({ name: 'Stellwerk', plain: true, nav: [['About', '/about']] })(
          'Signalling technology',
          '<p>For railways.</p>',
        ),
        'GET /about': site({ name: 'Stellwerk', plain: true })('About', '<p>Since 1911.</p>'),
        'GET /.well-known/api-catalog': json(
          200,
          {
            linkset: [
              {
                anchor: 'https://interlocking.stellwerk-data.test/',
                'service-desc': [
                  {
                    href: 'https://interlocking.stellwerk-data.test/description.json',
                    type: 'application/vnd.oai.openapi+json',
                  },
                ],
                'service-doc': [{ href: 'https://interlocking.stellwerk-data.test/manual' }],
              },
            ],
          },
          { 'content-type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"' },
        ),
        'GET /robots.txt': robots(),
      },
    },
    'interlocking.stellwerk-data.test': {
      routes: {
        'GET /description.json': json(
          200,
          openapi({
            title: 'Interlocking',
            servers: ['https://interlocking.stellwerk-data.test/v1'],
            operations: ['get /points', 'get /signals'],
            schemes: { key: { type: 'apiKey', in: 'header', name: 'X-Stellwerk-Key' } },
            security: [{ key: [] }],
          }),
        ),
        'GET /manual': site({ name: 'Stellwerk Data', plain: true })(
          'Manual',
          '<p>You need an API key: order it by e-mail, we review each application and answer within ten working days. Send the key in the <code>X-Stellwerk-Key</code> header.</p>',
        ),
        '/v1/points': json(401, { error: 'key_missing' }),
        '/v1/signals': json(401, { error: 'key_missing' }),
      },
      otherwise: json(404, { error: 'not_found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://interlocking.stellwerk-data.test'],
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
  why: {},
};

const relativeServers: World = {
  id: 'openapi-relative',
  kind: 'archetype',
  title: 'OpenAPI with relative server and relative token URL, in a Swagger UI',
  target: 'https://lockmaster.test',
  dated: '2026-11',
  sources: ['STANDARDS OA4'],
  hosts: {
    'lockmaster.test': {
      routes: {
        'GET /': site({
          name: 'Lockmaster',
          nav: [
            ['Locks', '/locks'],
            ['API explorer', '/api/explorer/'],
          ],
        })('Smart locks for rentals', '<p>Open from afar.</p>'),
        'GET /locks': site({ name: 'Lockmaster' })('Locks', '<p>Steel.</p>'),
        'GET /api/explorer/': html(
          200,
          '<!doctype html><html><head><title>Lockmaster API explorer</title><link rel="service-desc" href="../spec/openapi.yaml" type="application/yaml"></head><body><redoc spec-url="/api/spec/openapi.yaml"></redoc><script src="https://cdn.redoc.ly/redoc/latest/bundles/redoc.standalone.js"></script></body></html>',
        ),
        'GET /api/spec/openapi.yaml': text(
          200,
          'openapi: 3.0.3\ninfo:\n  title: Lockmaster\n  version: "2"\nservers:\n  - url: ../v2\npaths:\n  /doors:\n    get:\n      responses:\n        "200": {description: OK}\n        "401": {description: Unauthorized}\n  /codes:\n    get:\n      responses:\n        "200": {description: OK}\ncomponents:\n  securitySchemes:\n    oauth:\n      type: oauth2\n      description: Create a client in the owner portal; it is active at once.\n      flows:\n        clientCredentials:\n          tokenUrl: token\n          scopes:\n            doors: See doors\n            codes: Manage codes\nsecurity:\n  - oauth: [doors]\n',
          { 'content-type': 'application/yaml' },
        ),
        'POST /api/token': tokenEndpoint({ grants: ['client_credentials'], order: 'grant-first' }),
        'POST /api/v2/token': tokenEndpoint({ grants: ['client_credentials'], order: 'grant-first' }),
        '/api/v2/doors': (request) =>
          json(401, { error: isBearer(request) ? 'invalid_token' : 'unauthorized' }, bearerChallenge()),
        '/api/v2/codes': (request) =>
          json(401, { error: isBearer(request) ? 'invalid_token' : 'unauthorized' }, bearerChallenge()),
        '/api/*': json(404, { error: 'not_found' }),
        'GET /robots.txt': robots(),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://lockmaster.test'],
    tokenEndpoint: ['https://lockmaster.test/api/v2/token', 'https://lockmaster.test/api/token'],
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'fail',
      'self-service-keys': ['pass', 'partial', 'unknown'],
      'token-expiry': ['pass', 'partial', 'unknown'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {
    tokenEndpoint:
      'the relative URL resolves against the server (/api/v2), with or without its last segment: both readings are served',
  },
};

const wildcard: World = {
  id: 'wildcard-dns',
  kind: 'archetype',
  title: 'Wildcard DNS: every sub-domain is a customer portal that shows a login; the API is one path of the main host',
  target: 'https://tenantry.test',
  dated: '2026-11',
  sources: ['Shape of multi-tenant SaaS'],
  hosts: {
    'tenantry.test': {
      routes: {
        'GET /': site({
          name: 'Tenantry',
          nav: [
            ['Why us', '/why'],
            ['Developers', '/developers'],
          ],
        })('Portals for landlords', '<p>Your own portal at yourname.tenantry.test.</p>'),
        'GET /why': site({ name: 'Tenantry' })('Why us', '<p>Because.</p>'),
        'GET /developers': site({ name: 'Tenantry' })(
          'Developers',
          `<p>Use <code>https://tenantry.test/rest/v1</code>. Make an API key in your portal under Settings &gt; API; it is valid immediately.</p>${sample('curl https://tenantry.test/rest/v1/leases -H "Authorization: Bearer tk_…"')}`,
        ),
        '/rest/v1/leases*': json(
          401,
          { error: { code: 'unauthenticated', message: 'API key required' } },
          bearerChallenge(),
        ),
        '/rest/*': json(404, { error: { code: 'not_found' } }),
        'GET /robots.txt': robots(),
      },
    },
    '*.tenantry.test': {
      routes: {
        'GET /login': html(200, `<html><head><title>Portal</title></head><body>${loginForm()}</body></html>`),
        '*': redirect(302, '/login'),
      },
    },
  },
  expect: expectation({
    apiBases: ['https://tenantry.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { target: 'api., auth. and docs. resolve, but they are only tenants called so' },
};

const staticFiles: World = {
  id: 'soft-404',
  kind: 'archetype',
  title: 'Shop whose missing pages answer 200 “not found”, JSON feeds included',
  target: 'https://knopfladen.test',
  dated: '2026-11',
  sources: ['STANDARDS G1, G2'],
  hosts: {
    'knopfladen.test': {
      routes: {
        'GET /': site({
          name: 'Knopfladen',
          plain: true,
          nav: [
            ['Buttons', '/buttons'],
            ['Basket', '/basket'],
          ],
          lang: 'en',
        })('Buttons of all kinds', '<p>Horn, wood, brass.</p>'),
        'GET /buttons': site({ name: 'Knopfladen', plain: true })('Buttons', '<p>800 kinds.</p>'),
        'GET /basket': site({ name: 'Knopfladen', plain: true })('Basket', signUpForm()),
      },
      otherwise: (request) =>
        request.method === 'GET' || request.method === 'HEAD'
          ? html(
              200,
              `<!DOCTYPE html><html><head><title>Knopfladen</title></head><body><h1>Sorry, nothing here</h1><p>We looked for ${request.path.replace(/[<>&"]/g, '')}. Try the search.</p></body></html>`,
            )
          : html(405, 'Method not allowed'),
    },
  },
  expect: expectation({
    outcome: 'no-api',
    apiBases: [],
    tokenEndpoint: null,
    signals: {
      'structured-401': noCredit,
      'bearer-token': noCredit,
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': noCredit,
      'token-expiry': noCredit,
      'scope-restriction': noCredit,
    },
  }),
  why: {},
};

export const shapeWorlds: readonly World[] = [
  envelope,
  graphqlOnly,
  spa,
  brochure,
  blogWithApiWords,
  elsewhere,
  scriptDocs,
  openApi,
  mcp,
  catalogOnly,
  relativeServers,
  wildcard,
  staticFiles,
];
