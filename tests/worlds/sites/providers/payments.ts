/** Payments: PayPal, Square, Plaid, Adyen, Wise, Xero. */
import { aliasOf, fresh, html, isBasic, isBearer, json, parameter, redirect, text } from '../../lib/answers.ts';
import { mcpSite, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import {
  list,
  loginForm,
  notFoundPage,
  robots,
  sample,
  shell,
  signUpForm,
  site,
  stubs,
  table,
} from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, type Site, type World } from '../../lib/world.ts';

const paypal = (() => {
  const page = site({
    name: 'PayPal',
    nav: [
      ['Personal', 'https://www.paypal.com/us/digital-wallet'],
      ['Business', 'https://www.paypal.com/us/business'],
      ['Developer', 'https://developer.paypal.com/home/'],
      ['Log in', 'https://www.paypal.com/signin'],
      ['Sign up', 'https://www.paypal.com/us/webapps/mpp/account-selection'],
    ],
  });
  const docs = site({
    name: 'PayPal Developer',
    nav: [
      ['Docs', 'https://developer.paypal.com/docs/'],
      ['Get started', 'https://developer.paypal.com/api/rest/'],
      ['Authentication', 'https://developer.paypal.com/api/rest/authentication/'],
      ['Orders', 'https://developer.paypal.com/docs/api/orders/v2/'],
      ['Log in with PayPal', 'https://developer.paypal.com/docs/log-in-with-paypal/'],
      ['Dashboard', 'https://developer.paypal.com/dashboard/'],
    ],
  });
  const api: Site = {
    headers: { server: 'nginx', 'paypal-debug-id': 'f57a2b8c0f3a1' },
    routes: {
      'POST /v1/oauth2/token': (request) => {
        if (!isBasic(request)) return oauthError(401, 'invalid_client', 'Client Authentication failed');
        const grant = parameter(request, 'grant_type');
        if (grant === undefined) return oauthError(400, 'unsupported_grant_type', 'Grant Type is NULL');
        return oauthError(401, 'invalid_client', 'Client Authentication failed');
      },
      '/v2/*': (request) =>
        isBearer(request)
          ? json(401, { error: 'invalid_token', error_description: 'The token passed in was not found in the system' })
          : json(401, {
              name: 'AUTHENTICATION_FAILURE',
              message:
                'Authentication failed due to invalid authentication credentials or a missing Authorization header.',
              debug_id: 'f57a2b8c0f3a1',
              links: [{ href: 'https://developer.paypal.com/docs/api/overview/#error', rel: 'information_link' }],
            }),
      '/v1/*': (request) =>
        isBearer(request)
          ? json(401, { error: 'invalid_token', error_description: 'The token passed in was not found in the system' })
          : json(401, {
              name: 'AUTHENTICATION_FAILURE',
              message:
                'Authentication failed due to invalid authentication credentials or a missing Authorization header.',
              debug_id: 'f57a2b8c0f3a1',
            }),
    },
    otherwise: json(404, { name: 'RESOURCE_NOT_FOUND', message: 'The specified resource does not exist.' }),
  };
  const oidc = {
    issuer: 'https://www.paypal.com',
    authorization_endpoint: 'https://www.paypal.com/signin/authorize',
    token_endpoint: 'https://api.paypal.com/v1/oauth2/token',
    userinfo_endpoint: 'https://api.paypal.com/v1/oauth2/token/userinfo',
    jwks_uri: 'https://api.paypal.com/v1/oauth2/certs',
    end_session_endpoint: 'https://www.paypal.com/signout',
    response_types_supported: ['code', 'code id_token', 'id_token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['HS256', 'RS256'],
    scopes_supported: ['email', 'address', 'openid', 'profile', 'https://uri.paypal.com/services/paypalattributes'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    code_challenge_methods_supported: ['RS256', 'ES256', 'S256'],
  };
  const world: World = {
    id: 'paypal',
    kind: 'provider',
    title: 'Client credentials with Basic; the OIDC document speaks of logging people in only',
    target: 'paypal.com',
    dated: '2026-10',
    sources: ['developer.paypal.com/api/rest/authentication', 'www.paypal.com/.well-known/openid-configuration'],
    hosts: {
      'paypal.com': aliasOf('https://www.paypal.com'),
      'www.paypal.com': {
        headers: { server: 'nginx' },
        routes: {
          'GET /': redirect(302, 'https://www.paypal.com/us/home'),
          'GET /us/home': page('Pay, send money, and more', '<p>Join over 400 million people.</p>'),
          ...stubs(page, ['/us/digital-wallet', '/us/business']),
          'GET /us/webapps/mpp/account-selection': page('Sign up', '<p>Personal or business?</p>'),
          'GET /signin': page(
            'Log in to your PayPal account',
            `<script src="https://www.recaptcha.net/recaptcha/enterprise.js?render=explicit"></script>${loginForm('/signin')}`,
          ),
          'GET /signin/authorize': redirect(302, 'https://www.paypal.com/signin'),
          'GET /.well-known/openid-configuration': json(200, oidc),
          'GET /robots.txt': robots('User-agent: *\nDisallow: /cgi-bin/\n'),
        },
        otherwise: notFoundPage('PayPal'),
      },
      'developer.paypal.com': {
        routes: {
          'GET /': redirect(302, '/home/'),
          'GET /home/': docs(
            'PayPal Developer',
            '<p>Everything you need to accept payments. Get started with sandbox credentials in minutes.</p>',
          ),
          'GET /docs/': docs('Docs', '<p><a href="/api/rest/">REST APIs</a></p>'),
          'GET /api/rest/': docs(
            'Get started with PayPal REST APIs',
            `<p>PayPal integrations use a client ID and client secret to authenticate API calls.</p><ol><li>Log in to the dashboard and sign up for a developer account.</li><li>Select Apps &amp; Credentials. New accounts come with a default application.</li><li>Copy the client ID and client secret.</li></ol><h2>Exchange your client ID and client secret for an access token</h2>${sample('curl -v -X POST "https://api-m.sandbox.paypal.com/v1/oauth2/token" \\\n -u "CLIENT_ID:CLIENT_SECRET" \\\n -H "Content-Type: application/x-www-form-urlencoded" \\\n -d "grant_type=client_credentials"')}${sample('{"scope": "https://uri.paypal.com/services/invoicing https://api-m.paypal.com/v1/payments/.*", "access_token": "A21AAFEpH4PsADK7qSS7pSRsgzfENtu-Q1ysgEDVDESseMHBYXVJYE8ovjj68elIDy8nF26AwPhfXTIeWAZHSLIsQkSYz9ifg", "token_type": "Bearer", "app_id": "APP-80W284485P519543T", "expires_in": 31668, "nonce": "2020-04-03"}', 'json')}<p>When the access token expires, call /v1/oauth2/token again.</p>`,
          ),
          'GET /api/rest/authentication/': docs(
            'Authentication',
            `<p>REST API calls carry an OAuth 2.0 access token: <code>Authorization: Bearer ACCESS-TOKEN</code>. The scope of the token lists the features that are enabled for the app.</p>${sample('curl -v -X GET https://api-m.sandbox.paypal.com/v2/checkout/orders/5O190127TN364715T -H "Authorization: Bearer ACCESS-TOKEN"')}`,
          ),
          'GET /docs/api/orders/v2/': docs(
            'Orders',
            sample(
              'curl -v -X POST https://api-m.sandbox.paypal.com/v2/checkout/orders -H "Content-Type: application/json" -H "Authorization: Bearer ACCESS-TOKEN"',
            ),
          ),
          'GET /docs/log-in-with-paypal/': docs(
            'Log in with PayPal',
            `<p>Authorization code flow for people: ask for consent at <code>https://www.paypal.com/signin/authorize</code>, exchange the code, then refresh with the refresh token.</p>${sample('curl -X POST https://api-m.sandbox.paypal.com/v1/oauth2/token -H "Authorization: Basic {Your Base64-encoded ClientID:ClientSecret}=" -d "grant_type=authorization_code&code={authorization_code}"')}${sample('curl -X POST https://api-m.sandbox.paypal.com/v1/oauth2/token -d "grant_type=refresh_token&refresh_token={refresh_token}"')}`,
          ),
          'GET /dashboard/': redirect(302, 'https://www.paypal.com/signin'),
          'GET /llms.txt': text(
            200,
            '# PayPal Developer\n\n- [Get started](https://developer.paypal.com/api/rest/)\n- [Authentication](https://developer.paypal.com/api/rest/authentication/)\n',
          ),
        },
        otherwise: notFoundPage('PayPal Developer'),
      },
      'api-m.paypal.com': api,
      'api-m.sandbox.paypal.com': api,
      'api.paypal.com': api,
      'api.sandbox.paypal.com': api,
    },
    expect: expectation({
      apiBases: [
        [
          'https://api-m.paypal.com',
          'https://api-m.sandbox.paypal.com',
          'https://api.paypal.com',
          'https://api.sandbox.paypal.com',
        ],
      ],
      tokenEndpoint: [
        'https://api-m.paypal.com/v1/oauth2/token',
        'https://api-m.sandbox.paypal.com/v1/oauth2/token',
        'https://api.paypal.com/v1/oauth2/token',
      ],
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': ['absent', 'unknown'],
      },
      notJudged: ['captcha-before-token'],
    }),
    why: {
      client_credentials: 'client first: the probe cannot tell, the documentation and its sample can',
      'oauth-discovery': 'the document lists the login grants only and another host',
      'captcha-before-token': 'not judged: script token on the login, not on a sign-up',
    },
  };
  return world;
})();

const square = (() => {
  const page = site({
    name: 'Square',
    nav: [
      ['Products', 'https://squareup.com/us/en/products'],
      ['Pricing', 'https://squareup.com/us/en/pricing'],
      ['Developers', 'https://developer.squareup.com/us/en'],
      ['Sign in', 'https://app.squareup.com/login'],
    ],
  });
  const docs = site({
    name: 'Square Developer',
    nav: [
      ['Overview', 'https://developer.squareup.com/docs'],
      ['Access tokens', 'https://developer.squareup.com/docs/build-basics/access-tokens'],
      ['OAuth API', 'https://developer.squareup.com/docs/oauth-api/overview'],
      ['API Reference', 'https://developer.squareup.com/reference/square'],
      ['Sign up', 'https://app.squareup.com/signup/en-US?v=developers'],
    ],
  });
  const unauthorized = json(401, {
    errors: [
      { category: 'AUTHENTICATION_ERROR', code: 'UNAUTHORIZED', detail: 'This request could not be authorized.' },
    ],
  });
  const api: Site = {
    headers: { 'square-version': '2026-01-22' },
    routes: {
      'POST /oauth2/token': tokenEndpoint({
        grants: ['authorization_code', 'refresh_token', 'migration_token'],
        order: 'grant-first',
        reads: ['json'],
        missing: json(400, {
          message: "missing required parameter 'client_id'",
          type: 'bad_request.missing_parameter',
        }),
        unsupported: json(400, { message: 'grant_type not supported', type: 'bad_request.unsupported_grant_type' }),
        unknownClient: json(401, { message: 'Not Authorized', type: 'service.not_authorized' }),
      }),
      'GET /oauth2/authorize': redirect(302, 'https://app.squareup.com/login'),
      '/v2/*': unauthorized,
    },
    otherwise: json(404, {
      errors: [{ category: 'INVALID_REQUEST_ERROR', code: 'NOT_FOUND', detail: 'Resource not found.' }],
    }),
  };
  const world: World = {
    id: 'square',
    kind: 'provider',
    title: 'Personal access tokens at once, OAuth code for others, token endpoint takes JSON',
    target: 'https://squareup.com',
    dated: '2026-10',
    sources: [
      'developer.squareup.com/docs/build-basics/access-tokens',
      'developer.squareup.com/docs/oauth-api/overview',
    ],
    hosts: {
      'squareup.com': {
        routes: {
          'GET /': redirect(302, 'https://squareup.com/us/en'),
          'GET /us/en': page('Power your entire business', '<p>Sell anywhere.</p>'),
          ...stubs(page, ['/us/en/products', '/us/en/pricing']),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Square'),
      },
      'www.squareup.com': aliasOf('https://squareup.com'),
      'developer.squareup.com': {
        routes: {
          'GET /': redirect(302, '/us/en'),
          'GET /us/en': docs('Build with Square', '<p>APIs and SDKs for payments. <a href="/docs">Docs</a></p>'),
          'GET /docs': docs(
            'Square developer documentation',
            `<p>Production base URL: <code>https://connect.squareup.com/v2</code>; Sandbox: <code>https://connect.squareupsandbox.com/v2</code>.</p>${sample('curl https://connect.squareupsandbox.com/v2/locations \\\n  -H "Square-Version: 2026-01-22" \\\n  -H "Authorization: Bearer ACCESS_TOKEN"')}`,
          ),
          'GET /docs/build-basics/access-tokens': docs(
            'Get an access token',
            '<p>Use your personal access token to call Square APIs for your own account. Sign in to the Developer Console, open your application and copy the Sandbox or Production access token from the Credentials page. A personal access token gives full access and does not expire, but you can replace it.</p><p>OAuth access tokens expire after 30 days and are limited to the permissions that the seller granted.</p>',
          ),
          'GET /docs/oauth-api/overview': docs(
            'OAuth API',
            `<p>Applications use the Square OAuth API to get permissions from sellers. Square supports the code flow and the PKCE flow.</p>${sample('https://connect.squareup.com/oauth2/authorize?client_id={APP_ID}&scope=CUSTOMERS_WRITE+CUSTOMERS_READ&session=false&state=82201dd8d83d23cc8a48caf52b', 'text')}${sample('curl https://connect.squareup.com/oauth2/token \\\n  -X POST -H "Content-Type: application/json" \\\n  -d \'{"client_id": "APP_ID", "client_secret": "APP_SECRET", "code": "AUTH_CODE", "grant_type": "authorization_code"}\'')}<p>Use <code>"grant_type": "refresh_token"</code> to get a new access token before the old one expires. Permissions: MERCHANT_PROFILE_READ, PAYMENTS_WRITE, ORDERS_READ …</p>`,
          ),
          'GET /reference/square': docs(
            'Square API Reference',
            '<p>GET /v2/locations, POST /v2/payments, GET /v2/customers</p>',
          ),
        },
        otherwise: notFoundPage('Square Developer'),
      },
      'app.squareup.com': {
        routes: {
          'GET /signup/en-US': html(
            200,
            `<html><head><title>Sign up for Square</title></head><body>${signUpForm()}</body></html>`,
          ),
          'GET *': shell('Square'),
        },
      },
      'connect.squareup.com': api,
      'connect.squareupsandbox.com': api,
      'mcp.squareup.com': mcpSite('https://mcp.squareup.com', { path: '/sse' }),
    },
    expect: expectation({
      apiBases: [['https://connect.squareup.com', 'https://connect.squareupsandbox.com']],
      tokenEndpoint: ['https://connect.squareup.com/oauth2/token', 'https://connect.squareupsandbox.com/oauth2/token'],
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
      },
    }),
    why: {
      'oauth-discovery': 'not judged: only the MCP host publishes metadata',
      'bearer-token': 'documented; the answer does not change',
    },
  };
  return world;
})();

const plaid = (() => {
  const docs = site({
    name: 'Plaid Docs',
    nav: [
      ['Docs', 'https://plaid.com/docs/'],
      ['Quickstart', 'https://plaid.com/docs/quickstart/'],
      ['API', 'https://plaid.com/docs/api/'],
      ['Dashboard', 'https://dashboard.plaid.com/'],
    ],
  });
  const page = site({
    name: 'Plaid',
    nav: [
      ['Products', 'https://plaid.com/products/'],
      ['Docs', 'https://plaid.com/docs/'],
      ['Pricing', 'https://plaid.com/pricing/'],
      ['Get API keys', 'https://dashboard.plaid.com/signup'],
    ],
  });
  const error = (code: string, message: string) => ({
    display_message: null,
    error_code: code,
    error_message: message,
    error_type: 'INVALID_REQUEST',
    request_id: 'HNTDNrA8F1shFEW',
  });
  const api: Site = {
    routes: {
      'POST *': (request) =>
        json(
          400,
          request.json === undefined
            ? error('INVALID_BODY', 'body could not be parsed as JSON')
            : error('MISSING_FIELDS', 'the following required fields are missing: client_id, secret'),
        ),
    },
    otherwise: json(404, error('NOT_FOUND', 'requested resource not found')),
  };
  const world: World = {
    id: 'plaid',
    kind: 'provider',
    title: 'POST-only API with client_id and secret in the body; no OAuth for its own API',
    target: 'https://plaid.com',
    dated: '2026-10',
    sources: ['plaid.com/docs/api', 'github.com/plaid/plaid-openapi'],
    hosts: {
      'plaid.com': {
        routes: {
          'GET /': page(
            'The easiest way for people to connect their financial data to an app',
            '<p>Over 12,000 institutions.</p>',
          ),
          ...stubs(page, ['/products/', '/pricing/']),
          'GET /docs/': docs('Plaid Docs', '<p>Start with the <a href="/docs/quickstart/">Quickstart</a>.</p>'),
          'GET /docs/quickstart/': docs(
            'Quickstart',
            '<p>You need API keys, which you get by signing up in the Dashboard. Sandbox keys are available immediately. For Production, apply for access in the Dashboard; most requests are reviewed within two business days.</p>',
          ),
          'GET /docs/api/': docs(
            'API',
            `<p>The Plaid API uses POST requests with JSON bodies. Sandbox: <code>https://sandbox.plaid.com</code>, Production: <code>https://production.plaid.com</code>.</p><p>Authenticate with your <code>client_id</code> and <code>secret</code>, in the request body or in the headers <code>PLAID-CLIENT-ID</code> and <code>PLAID-SECRET</code>.</p>${sample(`curl -X POST https://sandbox.plaid.com/item/get -H 'Content-Type: application/json' -d '{"client_id": "…", "secret": "…", "access_token": "access-sandbox-…"}'`)}<p>OpenAPI file: <a href="https://raw.githubusercontent.com/plaid/plaid-openapi/master/2020-09-14.yml">2020-09-14.yml</a></p>`,
          ),
          'GET /docs/llms.txt': text(200, '# Plaid\n\n- [API](https://plaid.com/docs/api/)\n'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Plaid'),
      },
      'www.plaid.com': aliasOf('https://plaid.com'),
      'dashboard.plaid.com': { routes: { 'GET *': shell('Plaid Dashboard') } },
      'sandbox.plaid.com': api,
      'production.plaid.com': api,
      'raw.githubusercontent.com': {
        routes: {
          'GET /plaid/plaid-openapi/master/2020-09-14.yml': text(
            200,
            JSON.stringify(
              openapi({
                title: 'The Plaid API',
                servers: ['https://production.plaid.com', 'https://sandbox.plaid.com'],
                operations: ['post /item/get', 'post /accounts/get', 'post /transactions/sync'],
                schemes: {
                  clientId: { type: 'apiKey', in: 'header', name: 'PLAID-CLIENT-ID' },
                  secret: { type: 'apiKey', in: 'header', name: 'PLAID-SECRET' },
                  plaidVersion: { type: 'apiKey', in: 'header', name: 'Plaid-Version' },
                },
                security: [{ clientId: [], secret: [], plaidVersion: [] }],
              }),
            ),
          ),
        },
        otherwise: text(404, '404: Not Found'),
      },
    },
    expect: expectation({
      apiBases: [['https://sandbox.plaid.com', 'https://production.plaid.com']],
      tokenEndpoint: null,
      outcome: ['scored', 'blocked'],
      signals: {
        'structured-401': ['partial', 'unknown', 'n/a'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'self-service-keys': ['pass', 'partial', 'fail'],
        'token-expiry': staticKeys,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'structured-401': 'only POST operations, which a scan does not call',
      'manual-key-approval': 'not judged: sandbox at once, production reviewed',
      'self-service-keys': 'the same',
      outcome: 'the challenge group cannot be observed without a POST (DESIGN §6)',
    },
  };
  return world;
})();

const adyen = (() => {
  const docs = site({
    name: 'Adyen Docs',
    nav: [
      ['Docs', 'https://docs.adyen.com/'],
      ['API credentials', 'https://docs.adyen.com/development-resources/api-credentials'],
      ['API authentication', 'https://docs.adyen.com/development-resources/api-authentication'],
      ['API Explorer', 'https://docs.adyen.com/api-explorer/'],
      ['Get a test account', 'https://www.adyen.com/signup'],
    ],
  });
  const page = site({
    name: 'Adyen',
    nav: [
      ['Payments', 'https://www.adyen.com/payments'],
      ['Docs', 'https://docs.adyen.com/'],
      ['Sign up', 'https://www.adyen.com/signup'],
      ['Contact sales', 'https://www.adyen.com/contact'],
    ],
  });
  const api: Site = {
    routes: {
      '/v71/*': json(401, {
        status: 401,
        errorCode: '000',
        message: 'HTTP Status Response - Unauthorized',
        errorType: 'security',
      }),
      '/v3/*': json(401, {
        status: 401,
        errorCode: '000',
        message: 'HTTP Status Response - Unauthorized',
        errorType: 'security',
      }),
    },
    otherwise: html(404, '<html><body><h1>404</h1></body></html>'),
  };
  const world: World = {
    id: 'adyen',
    kind: 'provider',
    title: 'X-API-Key or Basic; test account at once, live after a contract',
    target: 'https://www.adyen.com',
    dated: '2026-10',
    sources: ['docs.adyen.com/development-resources/api-authentication'],
    hosts: {
      'adyen.com': aliasOf('https://www.adyen.com'),
      'www.adyen.com': {
        routes: {
          'GET /': page('Engineered for ambition', '<p>End-to-end payments.</p>'),
          ...stubs(page, ['/payments', '/contact']),
          'GET /signup': page(
            'Get a test account',
            '<form method="post"><input name="company"><input type="email" name="email"><button>Create test account</button></form>',
          ),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Adyen'),
      },
      'docs.adyen.com': {
        routes: {
          'GET /': docs('Adyen Docs', '<p>Build your integration.</p>'),
          'GET /development-resources/api-credentials': docs(
            'API credentials',
            '<p>To submit requests to our APIs, you use an API credential. In the Customer Area go to Developers &gt; API credentials, select Create new credential, then generate an API key. Assign roles to the credential to limit what it can do, for example Checkout webservice role.</p><p>Old API keys keep working for 24 hours after you generated a new one; keys do not expire by themselves.</p>',
          ),
          'GET /development-resources/api-authentication': docs(
            'API authentication',
            `<p>Authenticate with the API key in the <code>x-API-key</code> header, or with HTTP basic authentication. Platform partners use OAuth, which must be enabled by Adyen.</p>${sample("curl https://checkout-test.adyen.com/v71/paymentMethods \\\n -H 'x-API-key: ADYEN_API_KEY' \\\n -H 'content-type: application/json'")}${sample('curl https://management-test.adyen.com/v3/me -H "X-API-Key: ADYEN_API_KEY"')}`,
          ),
          'GET /api-explorer/': shell('API Explorer'),
          'GET /llms.txt': text(
            200,
            '# Adyen Docs\n\n- [API authentication](https://docs.adyen.com/development-resources/api-authentication.md)\n',
          ),
          'GET /development-resources/api-authentication.md': text(
            200,
            '# API authentication\n\nUse the header `x-API-key` or HTTP basic authentication.\n',
            { 'content-type': 'text/markdown' },
          ),
        },
        otherwise: notFoundPage('Adyen Docs'),
      },
      'checkout-test.adyen.com': api,
      'management-test.adyen.com': api,
    },
    expect: expectation({
      apiBases: [['https://checkout-test.adyen.com', 'https://management-test.adyen.com']],
      tokenEndpoint: null,
      flows: { authorization_code: ['yes', 'no', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': ['fail', 'unknown'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': ['n/a', 'partial', 'unknown'],
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { authorization_code: 'OAuth is mentioned in one sentence', 'scope-restriction': 'roles' },
  };
  return world;
})();

const wise = (() => {
  const docs = site({
    name: 'Wise Platform docs',
    nav: [
      ['Guides', 'https://docs.wise.com/guides'],
      ['API reference', 'https://docs.wise.com/api-reference'],
      ['Authentication', 'https://docs.wise.com/guides/developer/auth-and-security'],
      ['Contact sales', 'https://wise.com/platform'],
    ],
  });
  const api: Site = {
    routes: {
      'POST /oauth/token': tokenEndpoint({
        grants: ['client_credentials', 'authorization_code', 'refresh_token', 'registration_code'],
        order: 'client-first',
        unknownClient: (request) =>
          isBasic(request)
            ? oauthError(401, 'invalid_client', 'Bad client credentials')
            : json(401, {
                error: 'unauthorized',
                error_description: 'Full authentication is required to access this resource',
              }),
      }),
      '/v1/*': (request) =>
        isBearer(request)
          ? oauthError(401, 'invalid_token', fresh(8))
          : json(401, {
              error: 'unauthorized',
              error_description: 'Full authentication is required to access this resource',
            }),
      '/v2/*': json(401, {
        error: 'unauthorized',
        error_description: 'Full authentication is required to access this resource',
      }),
    },
    otherwise: json(404, { timestamp: '2026-11-01T10:00:00Z', status: 404, error: 'Not Found' }),
  };
  const world: World = {
    id: 'wise',
    kind: 'provider',
    title: 'Client credentials for partners (approved), personal tokens for everybody',
    target: 'https://wise.com',
    dated: '2026-10',
    sources: ['docs.wise.com/guides/developer/auth-and-security'],
    hosts: {
      'wise.com': {
        routes: {
          'GET /': site({
            name: 'Wise',
            nav: [
              ['Personal', 'https://wise.com/account'],
              ['Platform', 'https://wise.com/platform'],
              ['API docs', 'https://docs.wise.com/'],
            ],
          })('The international account', '<p>Send money.</p>'),
          'GET /platform': site({ name: 'Wise Platform' })(
            'Wise Platform',
            '<p>Banks and businesses: get in touch.</p>',
          ),
          'GET /account': shell('Wise'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Wise'),
      },
      'www.wise.com': aliasOf('https://wise.com'),
      'docs.wise.com': {
        routes: {
          'GET /': redirect(302, '/guides'),
          'GET /guides': docs(
            'Guides',
            '<p>Sandbox: <code>https://api.sandbox.transferwise.tech</code>. Production: <code>https://api.wise.com</code>.</p>',
          ),
          'GET /api-reference': docs(
            'API reference',
            sample('curl -X GET https://api.wise.com/v2/profiles -H "Authorization: Bearer <your api token>"'),
          ),
          'GET /guides/developer/auth-and-security': docs(
            'Auth and security',
            `<h2>Personal tokens</h2><p>Small businesses can generate an API token in their account: Settings &gt; API tokens &gt; Add new token, and choose Full access or Read only.</p><h2>Partners: OAuth 2.0</h2><p>Once your partnership is approved, we give you a client ID and client secret. Use them to get a client credentials token, valid for 12 hours:</p>${sample("curl -X POST 'https://api.wise.com/oauth/token' -u '<client id>:<client secret>' -d 'grant_type=client_credentials'")}<p>For users: redirect them to the authorization page, then exchange the code (<code>grant_type=authorization_code</code>). User tokens are renewed with <code>grant_type=refresh_token</code>.</p>`,
          ),
        },
        otherwise: notFoundPage('Wise docs'),
      },
      'api.wise.com': api,
      'api.sandbox.transferwise.tech': api,
    },
    expect: expectation({
      apiBases: [['https://api.wise.com', 'https://api.sandbox.transferwise.tech']],
      tokenEndpoint: ['https://api.wise.com/oauth/token', 'https://api.sandbox.transferwise.tech/oauth/token'],
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'manual-key-approval': 'not judged: partners are approved, personal tokens are not',
      'scope-restriction': 'full access or read only',
    },
  };
  return world;
})();

const xero = (() => {
  const docs = site({
    name: 'Xero Developer',
    nav: [
      ['Documentation', 'https://developer.xero.com/documentation'],
      ['OAuth 2.0', 'https://developer.xero.com/documentation/guides/oauth2/overview'],
      ['Custom connections', 'https://developer.xero.com/documentation/guides/oauth2/custom-connections'],
      ['Scopes', 'https://developer.xero.com/documentation/guides/oauth2/scopes'],
      ['My apps', 'https://developer.xero.com/app/manage'],
    ],
  });
  const identity = 'https://identity.xero.com';
  const oidc = {
    issuer: identity,
    jwks_uri: `${identity}/.well-known/openid-configuration/jwks`,
    authorization_endpoint: 'https://login.xero.com/identity/connect/authorize',
    token_endpoint: `${identity}/connect/token`,
    userinfo_endpoint: `${identity}/connect/userinfo`,
    end_session_endpoint: 'https://login.xero.com/identity/connect/endsession',
    revocation_endpoint: `${identity}/connect/revocation`,
    frontchannel_logout_supported: true,
    scopes_supported: [
      'openid',
      'profile',
      'email',
      'accounting.transactions',
      'accounting.contacts',
      'accounting.settings',
      'payroll.employees',
      'offline_access',
    ],
    grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token', 'implicit'],
    response_types_supported: [
      'code',
      'token',
      'id_token',
      'id_token token',
      'code id_token',
      'code token',
      'code id_token token',
    ],
    response_modes_supported: ['form_post', 'query', 'fragment'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['plain', 'S256'],
  };
  const api: Site = {
    headers: { server: 'nginx' },
    routes: {
      '/connections': json(401, {
        Type: null,
        Title: 'Unauthorized',
        Status: 401,
        Detail: 'AuthenticationUnsuccessful',
        Instance: 'd21b9a0c',
        Extensions: {},
      }),
      '/api.xro/2.0/*': (request) =>
        isBearer(request)
          ? json(401, {
              Type: null,
              Title: 'Unauthorized',
              Status: 401,
              Detail: 'TokenInvalid',
              Instance: fresh(8),
              Extensions: {},
            })
          : json(401, {
              Type: null,
              Title: 'Unauthorized',
              Status: 401,
              Detail: 'AuthenticationUnsuccessful',
              Instance: fresh(8),
              Extensions: {},
            }),
    },
    otherwise: html(404, "The resource you're looking for cannot be found"),
  };
  const world: World = {
    id: 'xero',
    kind: 'provider',
    title: 'IdentityServer metadata with client credentials (custom connections); short tokens with refresh',
    target: 'https://www.xero.com',
    dated: '2026-10',
    sources: [
      'developer.xero.com/documentation/guides/oauth2/overview',
      'identity.xero.com/.well-known/openid-configuration',
    ],
    hosts: {
      'xero.com': aliasOf('https://www.xero.com'),
      'www.xero.com': {
        routes: {
          'GET /': redirect(302, '/us/'),
          'GET /us/': site({
            name: 'Xero',
            nav: [
              ['Features', 'https://www.xero.com/us/accounting-software/'],
              ['Developers', 'https://developer.xero.com/'],
              ['Log in', 'https://login.xero.com/'],
            ],
          })('Accounting software', '<p>For small business.</p>'),
          'GET /us/accounting-software/': site({ name: 'Xero' })('Accounting software', '<p>Invoices.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Xero'),
      },
      'developer.xero.com': {
        routes: {
          'GET /': docs(
            'Xero Developer',
            '<p>Start building for free. Create an app, and its client id is there at once; generate a secret yourself.</p>',
          ),
          'GET /documentation': docs(
            'Documentation',
            '<p>Accounting API: <code>https://api.xero.com/api.xro/2.0/</code></p>',
          ),
          'GET /app/manage': redirect(302, 'https://login.xero.com/'),
          'GET /documentation/guides/oauth2/overview': docs(
            'OAuth 2.0 overview',
            list(['Standard authorization code flow', 'PKCE flow', 'Custom Connections (client credentials)']) +
              '<p>Access tokens expire after 30 minutes. Unused refresh tokens expire after 60 days; exchange them at <code>POST https://identity.xero.com/connect/token</code> with <code>grant_type=refresh_token</code>.</p>',
          ),
          'GET /documentation/guides/oauth2/custom-connections': docs(
            'Custom Connections',
            `<p>Custom Connections are for machine to machine integrations with one organisation and use the client credentials grant.</p>${sample('POST https://identity.xero.com/connect/token\nauthorization: "Basic " + base64encode(client_id + ":" + client_secret)\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&scope=accounting.transactions', 'http')}${sample('GET https://api.xero.com/api.xro/2.0/Invoices\nAuthorization: "Bearer " + access_token\nxero-tenant-id: ""', 'http')}`,
          ),
          'GET /documentation/guides/oauth2/scopes': docs(
            'Scopes',
            table([
              ['accounting.transactions', 'View and manage your business transactions'],
              ['accounting.contacts', 'View and manage your contacts'],
            ]),
          ),
        },
        otherwise: notFoundPage('Xero Developer'),
      },
      'identity.xero.com': {
        routes: {
          'GET /.well-known/openid-configuration': json(200, oidc),
          'GET /.well-known/openid-configuration/jwks': json(200, { keys: [] }),
          'POST /connect/token': tokenEndpoint({
            grants: [],
            order: 'client-first',
            unknownClient: oauthError(400, 'invalid_client'),
          }),
        },
        otherwise: html(404, ''),
      },
      'login.xero.com': {
        routes: {
          'GET /': html(
            200,
            `<html><head><title>Login | Xero Accounting Software</title></head><body>${loginForm()}</body></html>`,
          ),
          'GET /identity/connect/authorize': redirect(302, '/identity/error'),
          'GET /identity/error': html(200, '<h1>Error</h1>'),
        },
      },
      'api.xero.com': api,
    },
    expect: expectation({
      apiBases: ['https://api.xero.com'],
      tokenEndpoint: 'https://identity.xero.com/connect/token',
      flows: {
        client_credentials: 'yes',
        authorization_code: 'yes',
        refresh_token: 'yes',
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'pass',
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
    why: { 'structured-401': 'members are written with capitals (Title, Detail)' },
  };
  return world;
})();

export const paymentWorlds: readonly World[] = [paypal, square, plaid, adyen, wise, xero];
