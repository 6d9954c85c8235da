import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBasic, isBearer, json, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';
import { fields } from '../seventh/noise.ts';
import { frontOf, readme, statusPage, type Leaf } from '../providers/third-manuals.ts';

const docs = 'https://developer.flutterwave.com';
const www = 'https://flutterwave.com';
const idp = 'https://idp.flutterwave.com';
const realm = `${idp}/realms/flutterwave`;
const sandbox = 'https://developersandbox-api.flutterwave.com';
const live = 'https://f4bexperience.flutterwave.com';
const v3 = 'https://api.flutterwave.com';
const dashboard = 'https://app.flutterwave.com';
const developerDashboard = 'https://developersandbox.flutterwave.com';

const leaves: Leaf[] = [
  [
    '/docs/introduction',
    'Introduction',
    `<p>Flutterwave's v4 API helps you collect payments, send money and manage customers across Africa. You are reading the documentation of v4; for v3, switch the version in the menu or see <a href="/v3.0/docs/authentication">v3.0</a>.</p><ul><li><a href="/docs/getting-started">Getting started</a></li><li><a href="/docs/authentication">Authentication</a></li><li><a href="/docs/environments">Environments</a></li><li><a href="/docs/headers">Headers</a></li></ul>`,
  ],
  [
    '/docs/getting-started',
    'Getting started',
    `<h2>1. Create an account</h2><p>Sign up for the developer sandbox at <a href="${developerDashboard}/signup">the developer dashboard</a> with your name, email and password. No business details are needed.</p><h2>2. Get your API credentials</h2><p>After you confirm your email, your <code>client_id</code>, <code>client_secret</code> and encryption key are waiting under API Keys. You can generate new ones at any time.</p><h2>3. Make your first call</h2><p><a href="/docs/authentication">Generate a token</a>, then create a customer.</p><h2>Going live</h2><p>Complete the compliance form of your business on the <a href="${dashboard}/">Flutterwave dashboard</a>. Live credentials appear once your business has been verified.</p>`,
  ],
  [
    '/docs/authentication',
    'Authentication',
    `<blockquote>You'll need to retrieve your API credentials before you can use this guide.</blockquote><p>Flutterwave use OAuth 2.0 to authenticate API requests. With OAuth 2.0, you can connect your application to our servers without using your keys or sensitive information.</p><h2>Using OAuth2.0</h2><p>You'll need to generate an <code>access_token</code> by sending a <code>POST</code> request to the OAuth 2.0 token endpoint. You must include your <code>client_id</code>, <code>client_secret</code>, and <code>grant_type</code> in the request.</p><blockquote>This process applies to both the sandbox and production environments. Make sure to use the correct credentials for each environment.</blockquote>${sample(`curl -X POST '${realm}/protocol/openid-connect/token' \\\n--header 'Content-Type: application/x-www-form-urlencoded' \\\n--data-urlencode 'client_id={{CLIENT_ID}}' \\\n--data-urlencode 'client_secret={{CLIENT_SECRET}}' \\\n--data-urlencode 'grant_type=client_credentials'`)}${sample('{\n    "access_token": "SAMPLE_TOKEN",\n    "expires_in": 600,\n    "refresh_expires_in": 0,\n    "token_type": "Bearer",\n    "not-before-policy": 0,\n    "scope": "profile email"\n}', 'json')}<p>You can then use the access token in the Authorization header of your requests.</p><h2>Refreshing your token</h2><p>Access tokens are valid for 10 minutes. Build a helper that asks for another one a minute before that.</p>${sample("async function ensureTokenIsValid() {\n  const timeLeft = expiresIn - (Date.now() - lastTokenRefreshTime) / 1000;\n  if (!accessToken || timeLeft < 60) await refreshToken(); // grant_type: 'client_credentials'\n}", 'javascript')}`,
  ],
  [
    '/docs/environments',
    'Environments',
    table([
      ['Environment', 'Base URL', 'Purpose'],
      ['Sandbox', `<code>${sandbox}</code>`, 'Test without real money'],
      ['Production', `<code>${live}</code>`, 'Live transactions'],
    ]),
  ],
  [
    '/docs/headers',
    'Headers',
    `<h2>Authorization</h2><p>Use this header to securely pass your access token along with your request. We use it to verify your identity and access level. If the token is missing or invalid, you'll get a <code>401 Unauthorized</code> error.</p>${sample(`curl --location '${sandbox}/customers?page=1' \\\n--header 'Authorization: Bearer {{YOUR_ACCESS_TOKEN}}' \\\n--header 'Content-Type: application/json'`)}${sample('{\n    "status": "failed",\n    "error": {\n        "type": "UNAUTHORIZED",\n        "code": "10401",\n        "message": "Unauthorized"\n    }\n}', 'json')}<h2>X-Trace-Id</h2><p>Your own id of a request.</p><h2>X-Idempotency-Key</h2><p>Makes retries safe.</p><h2>X-Scenario-Key</h2><p>Choose an outcome in the sandbox.</p>`,
  ],
  [
    '/docs/errors',
    'Errors',
    table([
      ['10400', 'REQUEST_NOT_VALID', 'Request is not valid'],
      ['10401', 'UNAUTHORIZED', 'Your token is missing or expired'],
      ['10404', 'RESOURCE_NOT_FOUND', 'Resource not found'],
      ['10403', 'FORBIDDEN', 'Enable this product on your dashboard'],
    ]),
  ],
  [
    '/docs/webhooks',
    'Webhooks',
    '<p>Set a secret hash on your dashboard. Compare the header <code>flutterwave-signature</code> with the HMAC SHA-256 of the body.</p>',
  ],
  [
    '/docs/encryption',
    'Encryption',
    '<p>Card details are encrypted with AES-256-GCM and your encryption key before they are sent. The key is not for authentication.</p>',
  ],
  [
    '/docs/3ds-and-otp',
    'PIN, OTP and 3DS',
    '<p>Some cards need an authorization by their holder: redirect the customer to the page of the bank, or ask for the one-time password that the bank sends by SMS.</p>',
  ],
  [
    '/reference/customers_list',
    'List customers',
    `<p>get <code>${sandbox}/customers</code></p>${table([
      ['200', 'Customers'],
      ['401', 'Unauthorized'],
    ])}`,
  ],
  [
    '/v3.0/docs/authentication',
    'Authentication (v3.0)',
    `<p>There are two modes of operation on your Flutterwave account: test mode and live mode. When you create an account, you receive a secret key, a public key and an encryption key.</p><h2>Get your API keys</h2><ol><li>Log into your Flutterwave dashboard.</li><li>Navigate to Settings.</li><li>Select API Keys under Developers, copy your keys.</li></ol><p>Test keys always have <code>_TEST</code> as prefix.</p><h2>Authorizing API calls</h2><p>API requests made without authorization fail with 401. Add the secret key as a bearer token:</p>${sample(`curl --request GET '${v3}/v3/transactions' \\\n--header 'Authorization: Bearer FLWSECK_TEST-SANDBOXDEMOKEY-X'`)}<p>Keys do not expire; generate new ones when they may have leaked.</p>`,
  ],
  [
    '/docs/migrating-from-v3',
    'Migrating from v3',
    '<p>Static secret keys are replaced by OAuth 2.0 client credentials. Existing v3 integrations keep working.</p>',
  ],
];

const also: readonly (readonly [string, string])[] = [
  ['card', 'Card payments'],
  ['mobile-money', 'Mobile money'],
  ['bank-transfer', 'Pay with bank transfer'],
  ['ussd', 'USSD'],
  ['opay', 'OPay'],
  ['apple-pay', 'Apple Pay'],
  ['google-pay', 'Google Pay'],
  ['tokenization', 'Card tokenization'],
  ['preauthorization', 'Preauthorization'],
  ['refunds', 'Refunds'],
  ['chargebacks', 'Chargebacks'],
  ['settlements', 'Settlements'],
  ['transfers', 'Transfers'],
  ['bank-account-lookup', 'Bank account lookup'],
  ['wallets', 'Wallets'],
  ['virtual-accounts', 'Virtual accounts'],
  ['testing', 'Testing'],
  ['sdks', 'SDKs'],
  ['plugins', 'Plugins'],
  ['postman', 'Postman collection'],
];
for (const [slug, title] of also)
  leaves.push([
    `/docs/${slug}`,
    title,
    `<p>${title} for customers in Nigeria, Ghana, Kenya, Uganda, Rwanda, Tanzania and others.</p><h2>Before you start</h2><p>Read about <a href="/docs/headers">headers</a> and <a href="/docs/errors">errors</a>.</p><h2>Request</h2>${fields(['amount', 'currency', 'reference', 'customer_id', 'payment_method_id', 'redirect_url', 'meta'])}<h2>Response</h2>${fields(['id', 'status', 'processor_response.code', 'created_datetime', 'next_action.type'])}<p>Updated 2 months ago</p>`,
  ]);

const failed: Answer = json(401, {
  status: 'failed',
  error: { type: 'UNAUTHORIZED', code: '10401', message: 'Unauthorized' },
});
const missing: Answer = json(404, {
  status: 'failed',
  error: { type: 'RESOURCE_NOT_FOUND', code: '10404', message: 'Resource not found' },
});
const fourth = {
  headers: { server: 'cloudflare' },
  routes: {
    '/customers': failed,
    '/customers/*': failed,
    '/charges': failed,
    '/charges/*': failed,
    '/payment-methods': failed,
    '/transfers': failed,
    '/banks': failed,
    '/settlements': failed,
    '/orchestration/*': failed,
    'GET /health': json(200, { status: 'UP' }),
  } satisfies Record<string, Reply>,
  otherwise: missing,
};
const refuseThird: Reply = (r: Incoming) =>
  json(
    401,
    isBearer(r)
      ? { status: 'error', message: 'Invalid authorization key', data: null }
      : { status: 'error', message: 'Authorization required', data: null },
  );
/** Keycloak: a grant that it does not know is refused before the client is looked at. */
const token = tokenEndpoint({
  grants: [
    'authorization_code',
    'client_credentials',
    'refresh_token',
    'password',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:openid:params:grant-type:ciba',
  ],
  order: 'grant-first',
  missing: oauthError(400, 'invalid_request', 'Missing form parameter: grant_type'),
  unsupported: oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type'),
  unknownClient: (r) =>
    oauthError(
      401,
      'invalid_client',
      'Invalid client or Invalid client credentials',
      isBasic(r) ? { 'www-authenticate': 'Basic realm="flutterwave"' } : {},
    ),
});

const metadata = {
  issuer: realm,
  authorization_endpoint: `${realm}/protocol/openid-connect/auth`,
  token_endpoint: `${realm}/protocol/openid-connect/token`,
  introspection_endpoint: `${realm}/protocol/openid-connect/token/introspect`,
  userinfo_endpoint: `${realm}/protocol/openid-connect/userinfo`,
  end_session_endpoint: `${realm}/protocol/openid-connect/logout`,
  jwks_uri: `${realm}/protocol/openid-connect/certs`,
  grant_types_supported: [
    'authorization_code',
    'client_credentials',
    'implicit',
    'password',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:token-exchange',
    'urn:openid:params:grant-type:ciba',
  ],
  response_types_supported: ['code', 'none', 'id_token', 'token', 'id_token token', 'code id_token'],
  subject_types_supported: ['public', 'pairwise'],
  id_token_signing_alg_values_supported: ['RS256', 'ES256'],
  token_endpoint_auth_methods_supported: [
    'private_key_jwt',
    'client_secret_basic',
    'client_secret_post',
    'tls_client_auth',
    'client_secret_jwt',
  ],
  scopes_supported: ['openid', 'profile', 'email', 'offline_access', 'web-origins'],
  code_challenge_methods_supported: ['plain', 'S256'],
  registration_endpoint: `${realm}/clients-registrations/openid-connect`,
};

/** African payments between two generations: a Keycloak for machines, and static keys of the version before. */
export const flutterwave: World = {
  id: 'flutterwave',
  kind: 'provider',
  title: 'African payments on ReadMe: OAuth at a Keycloak for v4, static secret keys for v3, sandbox at sign-up',
  target: docs,
  dated: '2026-11',
  sources: [
    'developer.flutterwave.com/docs/authentication',
    'developer.flutterwave.com/v3.0/docs/authentication',
    'dev.to/flutterwaveeng/a-quick-guide-to-developer-onboarding-in-v4-4dcj',
    'a public copy of the page on headers: UNAUTHORIZED, 10401',
    'keycloak/keycloak: token endpoint, well-known configuration',
  ],
  hosts: {
    'www.flutterwave.com': aliasOf(www),
    'flutterwave.com': {
      routes: frontOf({
        name: 'Flutterwave',
        origin: www,
        hero: 'Endless possibilities for every business',
        nav: [
          ['Products', `${www}/products`],
          ['Send App', `${www}/send`],
          ['Pricing', `${www}/pricing`],
          ['Developers', `${docs}/`],
          ['Sign in', `${dashboard}/login`],
          ['Create an account', `${dashboard}/register`],
        ],
        footer: [['Compliance', `${www}/compliance`]],
        stubs: ['/products', '/send', '/pricing', '/compliance'],
      }),
    },
    'developer.flutterwave.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/docs/introduction'),
        'GET /docs': redirect(302, '/docs/introduction'),
        'GET /login': shell('Flutterwave'),
        ...readme('Flutterwave Documentation', leaves),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html><head><title>Page Not Found</title></head><body><h1>Page Not Found</h1></body></html>',
      ),
    },
    'app.flutterwave.com': {
      routes: {
        'GET /': redirect(302, '/login'),
        'GET /login': shell('Flutterwave Dashboard'),
        'GET /register': shell('Flutterwave Dashboard', {
          head: '<script src="https://www.google.com/recaptcha/api.js?render=explicit" async defer></script>',
        }),
      },
    },
    'developersandbox.flutterwave.com': {
      routes: {
        'GET /': shell('Developer Sandbox'),
        'GET /signup': shell('Developer Sandbox'),
        'GET /login': shell('Developer Sandbox'),
      },
      otherwise: shell('Developer Sandbox'),
    },
    'status.flutterwave.com': { routes: statusPage('Flutterwave') },
    'idp.flutterwave.com': {
      headers: { 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' },
      routes: {
        'GET /realms/flutterwave': json(200, {
          realm: 'flutterwave',
          public_key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
          'token-service': `${realm}/protocol/openid-connect`,
          'account-service': `${realm}/account`,
          'tokens-not-before': 0,
        }),
        'GET /realms/flutterwave/.well-known/openid-configuration': json(200, metadata),
        'GET /.well-known/oauth-authorization-server/realms/flutterwave': json(200, metadata),
        'POST /realms/flutterwave/protocol/openid-connect/token': token,
        'POST /realms/flutterwave/clients-registrations/openid-connect': json(403, {
          error: 'insufficient_scope',
          error_description:
            "Policy 'Trusted Hosts' rejected request to client-registration service. Details: Host not trusted.",
        }),
        '/realms/:realm': json(404, { error: 'Realm does not exist' }),
        'GET /': redirect(302, '/admin/'),
        'GET /admin': html(
          403,
          '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>',
        ),
      },
      otherwise: json(404, { error: 'HTTP 404 Not Found' }),
    },
    'developersandbox-api.flutterwave.com': fourth,
    'f4bexperience.flutterwave.com': fourth,
    'api.flutterwave.com': {
      routes: { '/v3/*': refuseThird },
      otherwise: html(
        404,
        '<!DOCTYPE html><html><head><title>Error</title></head><body><pre>Cannot GET</pre></body></html>',
      ),
    },
  },
  expect: expectation({
    apiBases: [[sandbox, live, v3]],
    tokenEndpoint: `${realm}/protocol/openid-connect/token`,
    flows: {
      client_credentials: 'yes',
      authorization_code: ['yes', 'unknown'],
      refresh_token: ['yes', 'unknown'],
      password: ['yes', 'unknown'],
      device_code: ['yes', 'unknown'],
    },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['pass', 'partial'],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'captcha-before-token': ['absent', 'present', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['implicit'],
  }),
  why: {
    apiBases: 'table of environments; the host of v3 beside them',
    tokenEndpoint: 'sample of the page on authentication, and the metadata of the realm',
    client_credentials: 'the flow of the manual; the endpoint tells it from an unknown grant',
    authorization_code: 'a guard: the metadata lists it, the manual offers one flow only; “no” is wrong',
    implicit: 'not judged: listed, which is all that can be known without a client',
    password: 'a guard, for the same reason',
    device_code: 'a guard, for the same reason',
    refresh_token: 'a guard, for the same reason',
    outcome: 'customers refuse strangers with 401',
    'structured-401': '401 JSON with type, code and message',
    'bearer-token': '“Authorization: Bearer {{YOUR_ACCESS_TOKEN}}”, in both versions',
    'client-credentials': 'documented, in the metadata, and told apart from an unknown grant',
    'oauth-discovery': 'valid OIDC metadata at the issuer that the token endpoint’s address shows',
    'self-service-keys': 'sandbox credentials after an e-mail is confirmed; live ones after the business is verified',
    'token-expiry': 'ten minutes, and another by the same call',
    'scope-restriction': 'not judged: scopes of identity only; products are enabled in the dashboard',
    'manual-key-approval': 'verification of the business is for live money; the sandbox needs nobody',
    'captcha-before-token': 'a guard: a script of a CAPTCHA stands at the sign-up of the other dashboard',
    'browser-only-oauth': 'machines only; a card holder’s 3DS is no sign-in to the API',
    'session-cookie-only': 'bearer tokens',
    'token-rotation-without-refresh': 'client_credentials renews',
  },
};
