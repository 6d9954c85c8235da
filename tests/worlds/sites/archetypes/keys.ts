/** APIs whose only credential is a key: in a header of their own, in the query, as a Basic user name, in a signature. */
import { aliasOf, isBasic, json } from '../../lib/answers.ts';
import { robots, sample, shell, signUpForm, site, stubs, table } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys, type World } from '../../lib/world.ts';

const parcelwise = (() => {
  const home = 'https://parcelwise.test';
  const page = site({
    name: 'Parcelwise',
    nav: [
      ['Product', `${home}/product`],
      ['Pricing', `${home}/pricing`],
      ['Developers', 'https://docs.parcelwise.test/'],
      ['Log in', 'https://app.parcelwise.test/login'],
      ['Start free', 'https://app.parcelwise.test/signup'],
    ],
    footer: [
      ['Privacy', `${home}/privacy`],
      ['Request access to your data', `${home}/privacy`],
      ['Status', 'https://status.parcelwise.example/'],
    ],
    headers: { server: 'nginx' },
  });
  const docs = site({
    name: 'Parcelwise Docs',
    nav: [
      ['Quickstart', '/'],
      ['Authentication', '/authentication'],
      ['Shipments', '/reference/shipments'],
      ['Errors', '/errors'],
      ['Changelog', '/changelog'],
      ['Dashboard', 'https://app.parcelwise.test/'],
    ],
  });
  const authentication = `<p>Every request carries your API key in the <code>X-Api-Key</code> header. We do not use OAuth or the Authorization header.</p>${sample('curl https://api.parcelwise.test/v1/shipments \\\n  -H "X-Api-Key: pw_live_4eC39HqLyjWDarjtT1"')}<h2>Get a key</h2><p>In the dashboard, go to Developers &gt; API keys and click <b>Create API key</b>. The key is shown once and works right away, on the free plan too. Test keys begin with <code>pw_test_</code>.</p><h2>Permissions</h2><p>A key can be restricted to individual permissions, for example <code>shipments:read</code>, <code>shipments:write</code> or <code>labels:write</code>.</p><h2>Revoke</h2><p>Keys do not expire. Delete a key in the dashboard to revoke it.</p>`;
  const world: World = {
    id: 'key-header',
    kind: 'archetype',
    title: 'API key in a header of its own',
    target: home,
    dated: '2026-11',
    sources: ['Shape of many shipping and mail APIs (X-Api-Key)'],
    hosts: {
      'parcelwise.test': {
        routes: {
          'GET /': page('Shipping labels for growing shops', '<p>Compare carriers, print labels, track parcels.</p>'),
          ...stubs(page, ['/product', '/pricing', '/privacy']),
          'GET /robots.txt': robots(),
        },
      },
      'www.parcelwise.test': aliasOf(home),
      'docs.parcelwise.test': {
        routes: {
          'GET /': docs(
            'Quickstart',
            `<p>The Parcelwise API is a REST API at <code>https://api.parcelwise.test/v1</code>. Start with <a href="/authentication">authentication</a>.</p>${sample('curl https://api.parcelwise.test/v1/carriers -H "X-Api-Key: $PARCELWISE_KEY"')}`,
          ),
          'GET /authentication': docs('Authentication', authentication),
          'GET /reference/shipments': docs(
            'Shipments',
            `${table([
              ['GET', '/v1/shipments', 'List shipments'],
              ['POST', '/v1/shipments', 'Create a shipment'],
              ['GET', '/v1/shipments/{id}', 'Get a shipment'],
            ])}${sample('{"id": "shp_1", "status": "in_transit"}', 'json')}`,
          ),
          'GET /errors': docs(
            'Errors',
            `<p>Errors are JSON.</p>${sample('{"error": {"code": "missing_api_key", "message": "Provide your key in the X-Api-Key header."}}', 'json')}`,
          ),
          'GET /changelog': docs(
            'Changelog',
            '<p>2026-08: Label webhooks. 2026-03: You no longer need to apply for access to the returns API.</p>',
          ),
        },
      },
      'api.parcelwise.test': {
        headers: { 'x-request-id': 'req_81c2' },
        routes: {
          '/v1/*': (request) =>
            request.headers['x-api-key']
              ? json(401, { error: { code: 'invalid_api_key', message: 'This API key does not exist.' } })
              : json(401, { error: { code: 'missing_api_key', message: 'Provide your key in the X-Api-Key header.' } }),
        },
        otherwise: json(404, { error: { code: 'not_found', message: 'No such route.' } }),
      },
      'app.parcelwise.test': { routes: { 'GET *': shell('Parcelwise') } },
    },
    expect: expectation({
      apiBases: ['https://api.parcelwise.test'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['n/a', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
      },
    }),
    why: {
      'bearer-token':
        'the docs name another header and say that Authorization is not used; the answer does not change with a bearer',
      'token-expiry': 'keys do not expire and can be revoked',
      'manual-key-approval': 'the changelog says that applying is over',
    },
  };
  return world;
})();

const skymetric = (() => {
  const home = 'https://skymetric.test';
  const page = site({
    name: 'Skymetric',
    nav: [
      ['API', '/api'],
      ['Guide', '/guide'],
      ['Pricing', '/price'],
      ['FAQ', '/faq'],
      ['Sign in', '/users/sign_in'],
      ['Sign up', '/users/sign_up'],
    ],
  });
  const refused = json(401, {
    cod: 401,
    message: 'Invalid API key. Please see https://skymetric.test/faq#error401 for more info.',
  });
  const world: World = {
    id: 'key-query',
    kind: 'archetype',
    title: 'API key in the query string only',
    target: home,
    dated: '2026-11',
    sources: ['Shape of weather and map APIs (appid=, key=)'],
    hosts: {
      'skymetric.test': {
        routes: {
          'GET /': page(
            'Weather forecasts for any location',
            '<p>Current weather, forecasts and history through fast and simple APIs. <a href="/guide">How to start</a></p>',
          ),
          'GET /api': page(
            'Weather API',
            `<h2>Current weather</h2><p>Call for one location:</p>${sample('https://api.skymetric.test/data/2.5/weather?lat={lat}&lon={lon}&appid={API key}', 'text')}${table([['appid', 'required', 'Your unique API key (you can always find it on your account page under the API key tab)']])}`,
          ),
          'GET /guide': page(
            'How to start',
            `<ol><li><a href="/users/sign_up">Sign up</a> for a free account.</li><li>Your API key is generated at once; you find it under API keys in your account. You can generate further keys there.</li><li>Add it to each call as the query parameter <code>appid</code>.</li></ol>${sample('curl "https://api.skymetric.test/data/2.5/weather?q=London,uk&appid=b1b15e88fa797225412429c1c50c122a1"')}`,
          ),
          'GET /price': page(
            'Pricing',
            '<p>Free: 1,000,000 calls a month, no credit card required. Enterprise: contact sales.</p>',
          ),
          'GET /faq': page(
            'Frequently asked questions',
            '<h2 id="error401">API calls return error 401</h2><p>You get error 401 if you did not give your API key, or if the key is wrong.</p>',
          ),
          'GET /users/sign_in': page(
            'Sign in to your account',
            '<form method="post" action="/users/sign_in"><input name="user[email]"><input type="password" name="user[password]"></form>',
          ),
          'GET /users/sign_up': page(
            'Create new account',
            signUpForm('<label><input type="checkbox" name="terms"> I agree</label>', '/users'),
          ),
          'GET /robots.txt': robots('User-agent: *\nDisallow: /users\n'),
        },
      },
      'www.skymetric.test': aliasOf(home),
      'api.skymetric.test': {
        headers: { server: 'openresty' },
        routes: { 'GET /data/*': refused, 'GET /geo/*': refused },
        otherwise: json(404, { cod: '404', message: 'Internal error' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.skymetric.test'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': staticKeys,
        'scope-restriction': noCredit,
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
      },
    }),
    why: { 'bearer-token': 'the key goes into the query; a bearer changes nothing' },
  };
  return world;
})();

const ledgerly = (() => {
  const home = 'https://www.ledgerly.test';
  const page = site({
    name: 'Ledgerly',
    nav: [
      ['Features', `${home}/features`],
      ['Pricing', `${home}/pricing`],
      ['API docs', 'https://developer.ledgerly.test/'],
      ['Login', `${home}/login`],
    ],
  });
  const docs = site({
    name: 'Ledgerly API',
    nav: [
      ['Introduction', '/'],
      ['Authentication', '/auth'],
      ['Invoices', '/invoices'],
      ['Customers', '/customers'],
    ],
  });
  const challenge = { 'www-authenticate': 'Basic realm="Ledgerly API"' };
  const world: World = {
    id: 'basic',
    kind: 'archetype',
    title: 'HTTP Basic with an API key as the user name',
    target: 'ledgerly.test',
    dated: '2026-11',
    sources: ['RFC 7617; shape of billing APIs'],
    hosts: {
      'ledgerly.test': aliasOf(home),
      'www.ledgerly.test': {
        routes: {
          'GET /': page('Invoicing without the spreadsheet', '<p>Send invoices, get paid.</p>'),
          ...stubs(page, ['/features', '/pricing']),
          'GET /login': shell('Log in to Ledgerly'),
          'GET /robots.txt': robots(),
        },
      },
      'developer.ledgerly.test': {
        routes: {
          'GET /': docs(
            'Introduction',
            '<p>The Ledgerly API follows REST. The base URL is <code>https://api.ledgerly.test/v2</code>; all answers are JSON.</p>',
          ),
          'GET /auth': docs(
            'Authentication',
            `<p>We use HTTP Basic authentication. Your API key is the user name; leave the password empty. Bearer tokens are not supported.</p>${sample('curl https://api.ledgerly.test/v2/invoices -u sk_1a2b3c4d5e6f:')}<p>Every company gets an API key when it is created: you will find it under Settings &gt; Integrations &gt; API, where you can also roll it.</p>`,
          ),
          'GET /invoices': docs(
            'Invoices',
            sample('GET https://api.ledgerly.test/v2/invoices\nPOST https://api.ledgerly.test/v2/invoices', 'http'),
          ),
          'GET /customers': docs('Customers', sample('GET https://api.ledgerly.test/v2/customers', 'http')),
        },
      },
      'api.ledgerly.test': {
        routes: {
          '/v2/*': (request) =>
            json(
              401,
              isBasic(request)
                ? { code: 'invalid_key', message: 'The API key is not valid.' }
                : { code: 'unauthorized', message: 'Authentication required.' },
              challenge,
            ),
        },
        otherwise: json(404, { code: 'not_found', message: 'Not found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.ledgerly.test'],
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
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'captcha-before-token': ['absent', 'unknown'],
      },
    }),
    why: { 'bearer-token': 'the only challenge is Basic, and the docs deny bearer tokens' },
  };
  return world;
})();

const coinquay = (() => {
  const home = 'https://coinquay.test';
  const page = site({
    name: 'Coinquay',
    nav: [
      ['Markets', '/markets'],
      ['Fees', '/fees'],
      ['API', '/docs/api'],
      ['Log in', '/login'],
    ],
  });
  const docs = site({
    name: 'Coinquay API',
    nav: [
      ['Overview', '/docs/api'],
      ['Signing requests', '/docs/api/signing'],
      ['Endpoints', '/docs/api/endpoints'],
    ],
  });
  const world: World = {
    id: 'signature',
    kind: 'archetype',
    title: 'Signed requests (HMAC) with a key pair, public market data beside them',
    target: home,
    dated: '2026-11',
    sources: ['Shape of exchange APIs'],
    hosts: {
      'coinquay.test': {
        routes: {
          'GET /': page('Trade 300 coins', '<p>Low fees, deep liquidity.</p>'),
          ...stubs(page, ['/markets', '/fees']),
          'GET /login': shell('Log in'),
          'GET /docs/api': docs(
            'API overview',
            `<p>REST base URL: <code>https://api.coinquay.test</code>. Market data is public. Account and order endpoints need a signature.</p>${sample('curl https://api.coinquay.test/v1/time')}`,
          ),
          'GET /docs/api/signing': docs(
            'Signing requests',
            `<p>Create an API key under Account &gt; API management: you get a key and a secret at once. Choose the permissions Read, Trade and Withdraw for each key. Send the key as <code>X-CQ-KEY</code> and the signature (HMAC SHA-256 of timestamp, method, path and body) as <code>X-CQ-SIGN</code>.</p>${sample('X-CQ-KEY: your-key\nX-CQ-TIMESTAMP: 1760000000000\nX-CQ-SIGN: hex(hmac_sha256(secret, prehash))', 'http')}`,
          ),
          'GET /docs/api/endpoints': docs(
            'Endpoints',
            table([
              ['GET', '/v1/time', 'public'],
              ['GET', '/v1/markets', 'public'],
              ['GET', '/v1/account', 'signed'],
              ['GET', '/v1/orders', 'signed'],
              ['POST', '/v1/orders', 'signed'],
            ]),
          ),
          'GET /robots.txt': robots(),
        },
      },
      'api.coinquay.test': {
        routes: {
          'GET /v1/time': json(200, { serverTime: 1764000000000 }),
          'GET /v1/markets': json(200, [{ symbol: 'BTC-EUR', status: 'trading' }]),
          '/v1/account': json(401, { code: -2014, msg: 'API-key format invalid.' }),
          '/v1/orders': json(401, { code: -2014, msg: 'API-key format invalid.' }),
        },
        otherwise: json(404, { code: -1000, msg: 'Not found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.coinquay.test'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': ['fail', 'unknown'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': '/v1/account and /v1/orders; market data is open' },
  };
  return world;
})();

const pathkey = (() => {
  const home = 'https://nudgebot.test';
  const page = site({
    name: 'Nudgebot',
    nav: [
      ['Bots', '/bots'],
      ['Bot API', '/bots/api'],
      ['FAQ', '/faq'],
    ],
    plain: true,
  });
  const world: World = {
    id: 'key-path',
    kind: 'archetype',
    title: 'The token is a part of the path',
    target: home,
    dated: '2026-11',
    sources: ['Shape of bot and webhook APIs'],
    hosts: {
      'nudgebot.test': {
        routes: {
          'GET /': page('A messenger with bots', '<p>Write a bot in five minutes.</p>'),
          'GET /bots': page(
            'Bots',
            '<p>Talk to @maker and send /newbot. You get a token such as <code>123456:ABC-DEF1234ghIkl</code> in the answer; /revoke makes a new one.</p>',
          ),
          'GET /bots/api': page(
            'Bot API',
            `<p>All calls are made over HTTPS in the form <code>https://api.nudgebot.test/bot&lt;token&gt;/METHOD_NAME</code>.</p>${sample('https://api.nudgebot.test/bot123456:ABC-DEF1234ghIkl/getMe', 'text')}<p>Answers have a Boolean field <code>ok</code>; errors have <code>error_code</code> and <code>description</code>.</p>`,
          ),
          'GET /faq': page('FAQ', '<p>Bots cost nothing.</p>'),
          'GET /robots.txt': robots(),
        },
      },
      'api.nudgebot.test': {
        headers: { server: 'nginx' },
        routes: {
          '/bot:token/:method': (request) =>
            /^\d+:/.test(request.params['token'] ?? '')
              ? json(401, { ok: false, error_code: 401, description: 'Unauthorized' })
              : json(404, { ok: false, error_code: 404, description: 'Not Found' }),
          'GET /': { status: 302, headers: { location: `${home}/bots` } },
        },
        otherwise: json(404, { ok: false, error_code: 404, description: 'Not Found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.nudgebot.test'],
      tokenEndpoint: null,
      outcome: ['scored', 'blocked'],
      signals: {
        'bearer-token': ['fail', 'unknown'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': ['absent', 'unknown'], 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': 'not judged: the answer depends on how the placeholder of the token is filled' },
  };
  return world;
})();

const loginJwt = (() => {
  const home = 'https://shiftlane.test';
  const page = site({
    name: 'Shiftlane',
    nav: [
      ['Tour', '/tour'],
      ['Developers', '/developers'],
      ['Sign in', '/sign-in'],
      ['Create account', '/register'],
    ],
  });
  const world: World = {
    id: 'login-jwt',
    kind: 'archetype',
    title: 'A login call of its own gives a JWT and a refresh token',
    target: home,
    dated: '2026-11',
    sources: ['Shape of many young REST back ends'],
    hosts: {
      'shiftlane.test': {
        routes: {
          'GET /': page('Shift planning for small teams', '<p>Plan, swap, pay.</p>'),
          'GET /tour': page('Tour', '<p>See how it works.</p>'),
          'GET /developers': page(
            'API',
            `<p>Base URL: <code>https://shiftlane.test/api/v1</code></p><h2>Get a token</h2>${sample('curl -X POST https://shiftlane.test/api/v1/auth/login \\\n  -H "Content-Type: application/json" \\\n  -d \'{"apiKey": "…", "apiSecret": "…"}\'\n\n{"accessToken": "eyJhbGciOi…", "refreshToken": "def50200…", "expiresIn": 3600}')}<p>Create the key pair yourself under Settings &gt; API. Send the token as <code>Authorization: Bearer &lt;accessToken&gt;</code>. It expires after one hour; POST the refresh token to <code>/api/v1/auth/refresh</code> to get a new one.</p>`,
          ),
          'GET /sign-in': page(
            'Sign in',
            '<form method="post"><input name="email"><input type="password" name="password"></form>',
          ),
          'GET /register': page('Create account', signUpForm()),
          'GET /robots.txt': robots(),
          'POST /api/v1/auth/login': json(401, {
            statusCode: 401,
            message: 'Invalid credentials',
            error: 'Unauthorized',
          }),
          'POST /api/v1/auth/refresh': json(401, {
            statusCode: 401,
            message: 'Invalid refresh token',
            error: 'Unauthorized',
          }),
          'GET /api/v1/health': json(200, { status: 'ok' }),
          '/api/v1/:resource': (request) =>
            ['shifts', 'employees', 'locations', 'me'].includes(request.params['resource'] ?? '')
              ? json(401, { statusCode: 401, message: 'Unauthorized' })
              : json(404, { statusCode: 404, message: `Cannot ${request.method} ${request.path}`, error: 'Not Found' }),
          '/api/*': (request) =>
            json(404, { statusCode: 404, message: `Cannot ${request.method} ${request.path}`, error: 'Not Found' }),
        },
      },
      'www.shiftlane.test': aliasOf(home),
    },
    expect: expectation({
      apiBases: ['https://shiftlane.test'],
      tokenEndpoint: ['https://shiftlane.test/api/v1/auth/login', 'https://shiftlane.test/api/v1/auth/refresh', null],
      flows: { refresh_token: ['yes', 'no', 'unknown'] },
      signals: {
        'structured-401': ['pass', 'partial', 'unknown'],
        'bearer-token': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'structured-401': 'a guard: only resources that the docs do not name answer 401',
      'client-credentials': 'not judged: a login call of its own is neither the grant nor its denial',
      'token-expiry': 'one hour, renewed by a documented call',
    },
  };
  return world;
})();

export const keyWorlds: readonly World[] = [parcelwise, skymetric, ledgerly, coinquay, pathkey, loginJwt];
