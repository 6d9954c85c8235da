/** Sixth set, first half: Razorpay, HERE, USPS, BambooHR. Written from their documentation, before a look at the engine. */
import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, empty, isBare, json, parameter, redirect, text } from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import { loginForm, signUpForm } from '../../lib/pages.ts';
import { expectation, noCredit, notOffered, signUp, staticKeys } from '../../lib/world.ts';
import { bare404, failure, manual, plainPage, pre, shallow } from './fourth-pages.ts';

const razorpay = ((): World => {
  const D = 'https://razorpay.com/docs';
  const nav = [
    ['Docs', `${D}/`],
    ['API basics', `${D}/api/`],
    ['Authentication', `${D}/api/authentication/`],
    ['API keys', `${D}/payments/dashboard/account-settings/api-keys/`],
    ['Orders', `${D}/api/orders/`],
    ['OAuth for partners', `${D}/partners/technology-partners/onboard-businesses/integrate-oauth/`],
  ] as const;
  const docs = manual(' | Razorpay Docs', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        error: {
          code: 'BAD_REQUEST_ERROR',
          description: isBare(r)
            ? 'Please provide your api key for authentication purposes.'
            : 'The api key provided is invalid',
        },
      },
      { 'www-authenticate': 'Basic realm="Razorpay"' },
    );
  return {
    id: 'razorpay',
    kind: 'provider',
    title: 'Payments with key id and secret by Basic; OAuth only for partners, on a host of its own',
    target: 'razorpay.com',
    dated: '2026-11',
    sources: ['razorpay.com/docs/api/authentication', 'razorpay.com/docs/partners'],
    hosts: {
      'www.razorpay.com': aliasOf('https://razorpay.com'),
      'razorpay.com': {
        routes: {
          'GET /': plainPage('Razorpay: payments for India', '<p>Accept payments, pay vendors, run payroll.</p>', {
            nav: [
              ['Payments', 'https://razorpay.com/payment-gateway/'],
              ['Pricing', 'https://razorpay.com/pricing/'],
              ['Developers', `${D}/`],
              ['Sign up', 'https://dashboard.razorpay.com/signup'],
            ],
            foot: [['Contact sales', 'https://razorpay.com/contact-sales/']],
          }),
          'GET /docs/': docs('Documentation', '<p>Pick a product. To call our APIs start with API basics.</p>'),
          'GET /docs/api/': docs(
            'API basics',
            '<p>Razorpay APIs are RESTful and answer in JSON. The gateway URL is <code>https://api.razorpay.com/v1</code>. You can use them in two modes, Test and Live; each has its own keys.</p>',
          ),
          'GET /docs/api/authentication/': docs(
            'Authentication',
            `<p>All Razorpay APIs are authenticated using Basic Auth. Basic auth requires <code>[YOUR_KEY_ID]</code> and <code>[YOUR_KEY_SECRET]</code>.</p>${pre('curl -u [YOUR_KEY_ID]:[YOUR_KEY_SECRET] \\\n-X GET https://api.razorpay.com/v1/payments')}<p>Watch out: a wrong pair is answered with 401 Unauthorized.</p>`,
          ),
          'GET /docs/payments/dashboard/account-settings/api-keys/': docs(
            'API keys',
            '<ol><li>Log in to the Dashboard with your credentials.</li><li>Select the mode (Test or Live).</li><li>Go to Account &amp; Settings, API Keys, and click Generate Key.</li><li>Download the key id and secret: the secret is shown only once.</li></ol><p>For security you can regenerate a key at any time; the old one can be deactivated immediately or after 24 hours. Live mode keys need an activated account: submit your KYC documents first.</p>',
          ),
          'GET /docs/api/orders/': docs(
            'Create an order',
            pre(
              'curl -X POST https://api.razorpay.com/v1/orders \\\n-u [YOUR_KEY_ID]:[YOUR_KEY_SECRET] \\\n-H \'content-type:application/json\' \\\n-d \'{"amount": 50000, "currency": "INR"}\'',
            ),
          ),
          'GET /docs/partners/technology-partners/onboard-businesses/integrate-oauth/': docs(
            'Integrate OAuth',
            `<p>Technology partners act for businesses that use Razorpay. Send the business to <code>https://auth.razorpay.com/authorize?response_type=code&amp;client_id=…&amp;scope=read_only</code>; after consent exchange the code:</p>${pre('curl -X POST https://auth.razorpay.com/token -d \'{"client_id": "…", "client_secret": "…", "grant_type": "authorization_code", "redirect_uri": "…", "code": "…"}\'')}<p>The access token is valid for 90 days, the refresh token for 180 days. Scopes are <code>read_only</code> and <code>read_write</code>. Pass the token as <code>Authorization: Bearer [ACCESS_TOKEN]</code>.</p>`,
          ),
          ...shallow('Razorpay', [], ['/payment-gateway/', '/pricing/', '/contact-sales/']),
        },
        otherwise: bare404('Razorpay'),
      },
      'dashboard.razorpay.com': {
        routes: { 'GET /signup': plainPage('Create your Razorpay account', signUpForm()) },
        otherwise: bare404('Razorpay Dashboard'),
      },
      'auth.razorpay.com': {
        routes: {
          'POST /token': failure(400, 'invalid_request', 'Check the client_id parameter'),
          'GET /authorize': plainPage('Razorpay', '<p>invalid_request: the client_id is missing.</p>', { status: 400 }),
        },
        otherwise: json(404, { error: { code: 'NOT_FOUND' } }),
      },
      'api.razorpay.com': {
        routes: { '/v1/*': refuse, 'GET /': text(200, '{"message":"Welcome to Razorpay API."}') },
        otherwise: json(400, {
          error: { code: 'BAD_REQUEST_ERROR', description: 'The requested URL was not found on the server.' },
        }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.razorpay.com'],
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'captcha-before-token': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'bearer-token': 'not judged: Basic for everybody, Bearer for partners',
      'self-service-keys': 'made in the dashboard; live ones after the account is checked',
      'browser-only-oauth': 'the key pair needs no browser',
    },
  };
})();

const here = ((): World => {
  const D = 'https://docs.here.com';
  const nav = [
    ['Identity and access', `${D}/identity-and-access-management/docs/introduction`],
    ['API keys', `${D}/identity-and-access-management/docs/api-keys`],
    ['OAuth tokens', `${D}/identity-and-access-management/docs/oauth-tokens`],
    ['Geocoding', `${D}/geocoding-and-search/docs/quick-start`],
    ['Pricing', 'https://www.here.com/get-started/pricing'],
  ] as const;
  const docs = manual(' | HERE documentation', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r)
        ? { error: 'Unauthorized', error_description: 'No credentials found' }
        : { error: 'Unauthorized', error_description: 'Token Validation Failure - invalid token' },
    );
  const service = {
    routes: { 'GET /v1/*': refuse },
    otherwise: json(404, { title: 'Not Found', status: 404, code: 'E404' }),
  };
  return {
    id: 'here',
    kind: 'provider',
    title: 'Maps: a key in the query, or a token for a request signed with OAuth 1.0a',
    target: 'https://www.here.com/developer',
    dated: '2026-11',
    sources: ['docs.here.com/identity-and-access-management', 'docs.here.com/geocoding-and-search'],
    hosts: {
      'here.com': aliasOf('https://www.here.com'),
      'www.here.com': {
        routes: {
          'GET /': plainPage('HERE Technologies', '<p>The location platform.</p>', {
            nav: [['Developers', 'https://www.here.com/developer']],
          }),
          'GET /developer': plainPage(
            'HERE for developers',
            '<p>Build with maps, routing and geocoding. Start for free: no credit card needed for the Base Plan limits.</p>',
            {
              nav: [
                ['Documentation', `${D}/identity-and-access-management/docs/introduction`],
                ['Geocoding', `${D}/geocoding-and-search/docs/quick-start`],
                ['Pricing', 'https://www.here.com/get-started/pricing'],
                ['Sign up', 'https://platform.here.com/sign-up'],
              ],
            },
          ),
          'GET /get-started/pricing': plainPage(
            'Pricing',
            '<h2>Base Plan</h2><p>30,000 free transactions a month, then pay as you grow.</p><h2>Enterprise</h2><p>Volume rates and support. Contact us.</p>',
          ),
        },
        otherwise: bare404('HERE'),
      },
      'platform.here.com': {
        routes: { 'GET /sign-up': plainPage('Create a HERE account', signUpForm()) },
        otherwise: bare404('HERE platform'),
      },
      'docs.here.com': {
        routes: {
          'GET /identity-and-access-management/docs/introduction': docs(
            'Identity and access management',
            '<p>Applications identify themselves with an API key or with an OAuth token. An API key is enough for location services; use OAuth where your app can keep a secret.</p>',
          ),
          'GET /identity-and-access-management/docs/api-keys': docs(
            'API keys',
            `<ol><li>Sign in to the platform and open Access Manager.</li><li>Register a new app.</li><li>On the Credentials tab choose API Keys, Create API key.</li></ol><p>An app may hold two keys. Add the key to each request as the query parameter <code>apiKey</code>:</p>${pre('https://geocode.search.hereapi.com/v1/geocode?q=Berlin&apiKey={YOUR_API_KEY}')}<p>You can restrict a key to trusted domains, disable it or delete it.</p>`,
          ),
          'GET /identity-and-access-management/docs/oauth-tokens': docs(
            'OAuth tokens',
            `<p>Create access key credentials for your app and download <code>credentials.properties</code>. Request a token with a POST that is signed as OAuth 1.0a describes:</p>${pre('POST /oauth2/token HTTP/1.1\nHost: account.api.here.com\nAuthorization: OAuth oauth_consumer_key="{here.access.key.id}", oauth_nonce="…", oauth_signature="…", oauth_signature_method="HMAC-SHA256", oauth_timestamp="…", oauth_version="1.0"\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials')}${pre('{"access_token": "eyJhb…", "token_type": "bearer", "expires_in": 86399}')}<p>Tokens are valid for 24 hours. Reuse one until it is about to expire, then request another. Send it as <code>Authorization: Bearer {token}</code>.</p>`,
          ),
          'GET /geocoding-and-search/docs/quick-start': docs(
            'Quick start',
            pre("curl -X GET 'https://geocode.search.hereapi.com/v1/geocode?q=5+Rue+Daunou&apiKey={YOUR_API_KEY}'"),
          ),
        },
        otherwise: bare404('HERE documentation'),
      },
      'account.api.here.com': {
        routes: {
          'POST /oauth2/token': json(401, {
            errorId: 'ERROR-51fa3a57-1dfa-4da7-b2e9-5f94574374f5',
            httpStatus: 401,
            errorCode: 401300,
            message: 'Signature mismatch. Authorization signature or client credential is wrong.',
            error: 'invalid_client',
            error_description: "errorCode: '401300'. Signature mismatch.",
          }),
        },
        otherwise: empty(404),
      },
      'geocode.search.hereapi.com': service,
    },
    expect: expectation({
      apiBases: ['https://geocode.search.hereapi.com'],
      tokenEndpoint: 'https://account.api.here.com/oauth2/token',
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['pass', 'partial'],
        'oauth-discovery': ['partial', 'fail', 'unknown'],
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'client-credentials': 'the grant by name, client authentication by a signature of its own',
      'manual-key-approval': '“Contact us” stands under the enterprise plan; keys are made by oneself',
    },
  };
})();

const usps = ((): World => {
  const D = 'https://developers.usps.com';
  const nav = [
    ['Home', `${D}/`],
    ['Getting started', `${D}/getting-started`],
    ['OAuth', `${D}/Oauth`],
    ['APIs', `${D}/apis`],
    ['Addresses', `${D}/addressesv3`],
  ] as const;
  const page = manual(' | devportal', nav);
  const refuse: Reply = (r) =>
    json(401, {
      apiVersion: '/addresses/v3',
      error: {
        code: '401',
        message: isBare(r)
          ? 'The request did not carry an access token.'
          : 'The access token is invalid, expired or revoked.',
        errors: [],
      },
    });
  const token: Reply = (r) => {
    const grant = parameter(r, 'grant_type');
    if (grant === undefined)
      return failure(400, 'invalid_request', "The request is missing the parameter 'grant_type'.");
    if (!['client_credentials', 'authorization_code', 'refresh_token'].includes(grant))
      return failure(400, 'unsupported_grant_type', 'The grant type is not supported.');
    return failure(401, 'invalid_client', 'Client credentials are invalid.');
  };
  return {
    id: 'usps',
    kind: 'provider',
    title:
      'Postal service: client credentials in JSON, descriptions per API, access levels beyond the default on request',
    target: 'developers.usps.com',
    dated: '2026-11',
    sources: ['developers.usps.com/Oauth', 'developers.usps.com/getting-started'],
    hosts: {
      'developers.usps.com': {
        routes: {
          'GET /': page(
            'USPS APIs',
            '<p>Web tools have moved. The new platform offers addresses, prices, labels and tracking.</p>',
          ),
          'GET /getting-started': page(
            'Getting started',
            '<ol><li>Register for a USPS Business Account in the Customer Onboarding Portal and sign in.</li><li>Open My Apps and click Add App. The default product is Public Access I.</li><li>Your consumer key and consumer secret are shown at once under the credentials of the app.</li><li>Get a token with them, see OAuth.</li></ol><p>Default quota is 60 calls an hour for each API; to raise it, open a service request.</p>',
          ),
          'GET /Oauth': page(
            'OAuth 3.0.1',
            `<p>The OAuth API issues access tokens. Supported grants are client credentials, authorization code and refresh token. Access tokens expire after eight hours, refresh tokens after seven days.</p>${pre('curl -X POST \'https://apis.usps.com/oauth2/v3/token\' \\\n  --header \'Content-Type: application/json\' \\\n  --data \'{ "client_id": "{{CONSUMER KEY}}", "client_secret": "{{CONSUMER SECRET}}", "grant_type": "client_credentials" }\'')}<p>The testing environment for customers is <code>https://apis-tem.usps.com</code>. Put the token in the header of all calls: <code>Authorization: Bearer $TOKEN</code>. A refresh token can be revoked with <code>POST /oauth2/v3/revoke</code>.</p><p><a href="/sites/default/files/apidoc_specs/oauth_v3.yaml">Download the specification</a></p>`,
          ),
          'GET /apis': page(
            'API catalog',
            '<ul><li><a href="/addressesv3">Addresses 3.0</a></li><li><a href="/Oauth">OAuth 3.0</a></li></ul>',
          ),
          'GET /addressesv3': page(
            'Addresses 3.0',
            `<p>Validates and corrects addresses. Server: <code>https://apis.usps.com/addresses/v3</code>.</p><p><a href="/sites/default/files/apidoc_specs/addresses_v3.json">Download the specification</a></p>`,
          ),
          'GET /sites/default/files/apidoc_specs/oauth_v3.yaml': text(
            200,
            [
              'openapi: 3.0.3',
              'info: { title: OAuth, version: 3.0.1 }',
              'servers: [{ url: "https://apis.usps.com/oauth2/v3" }]',
              'paths:',
              '  /token:',
              '    post:',
              '      summary: Generate OAuth tokens.',
              '      responses: { "200": { description: OK }, "401": { description: Unauthorized } }',
            ].join('\n'),
          ),
          'GET /sites/default/files/apidoc_specs/addresses_v3.json': json(
            200,
            openapi({
              title: 'Addresses',
              servers: ['https://apis.usps.com/addresses/v3', 'https://apis-tem.usps.com/addresses/v3'],
              operations: ['get /address', 'get /city-state', 'get /zipcode'],
              schemes: {
                OAuth: {
                  type: 'oauth2',
                  flows: {
                    clientCredentials: {
                      tokenUrl: 'https://apis.usps.com/oauth2/v3/token',
                      scopes: { addresses: 'Addresses' },
                    },
                    authorizationCode: {
                      authorizationUrl: 'https://cop.usps.com/authorize',
                      tokenUrl: 'https://apis.usps.com/oauth2/v3/token',
                      scopes: { addresses: 'Addresses' },
                    },
                  },
                },
              },
              security: [{ OAuth: ['addresses'] }],
              documents401: true,
            }),
          ),
        },
        otherwise: bare404('devportal'),
      },
      'cop.usps.com': { routes: { 'GET /authorize': plainPage('Sign in', loginForm()) }, otherwise: bare404('USPS') },
      'apis.usps.com': {
        routes: { 'POST /oauth2/v3/token': token, '/addresses/v3/*': refuse },
        otherwise: json(404, {
          fault: {
            faultstring: 'Unable to identify proxy',
            detail: { errorcode: 'messaging.adaptors.http.flow.ApplicationNotFound' },
          },
        }),
      },
      'apis-tem.usps.com': {
        routes: { 'POST /oauth2/v3/token': token, '/addresses/v3/*': refuse },
        otherwise: empty(404),
      },
    },
    expect: expectation({
      apiBases: [['https://apis.usps.com', 'https://apis-tem.usps.com']],
      tokenEndpoint: 'https://apis.usps.com/oauth2/v3/token',
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['partial', 'fail', 'unknown'],
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
        'manual-key-approval': 'absent',
      },
    }),
    why: { 'manual-key-approval': 'a request raises the quota; the key itself is shown at once' },
  };
})();

const bamboohr = ((): World => {
  const D = 'https://documentation.bamboohr.com';
  const nav = [
    ['Getting started', `${D}/docs/getting-started`],
    ['Authentication', `${D}/docs/authentication`],
    ['Error codes', `${D}/docs/api-details`],
    ['Reference', `${D}/reference/get-employee`],
  ] as const;
  const docs = manual('', nav);
  const refuse: Reply = () => empty(401, { 'x-bamboohr-error-message': 'Unauthorized', server: 'nginx' });
  return {
    id: 'bamboohr',
    kind: 'provider',
    title: 'HR: the key is the user name of Basic; a 401 without a body; a tenant in every address',
    target: 'www.bamboohr.com',
    dated: '2026-11',
    sources: ['documentation.bamboohr.com/docs/getting-started'],
    hosts: {
      'bamboohr.com': aliasOf('https://www.bamboohr.com'),
      'www.bamboohr.com': {
        routes: {
          'GET /': plainPage('BambooHR: the complete HR software', '<p>Set people free to do great work.</p>', {
            nav: [
              ['Pricing', 'https://www.bamboohr.com/pricing/'],
              ['Free trial', 'https://www.bamboohr.com/signup/'],
            ],
            foot: [['API documentation', D]],
          }),
          'GET /pricing/': plainPage('Pricing', '<p>Prices depend on the number of employees. Request a quote.</p>'),
          'GET /signup/': plainPage('Try BambooHR for seven days', signUpForm()),
        },
        otherwise: bare404('BambooHR'),
      },
      'documentation.bamboohr.com': {
        routes: {
          'GET /': redirect(302, '/docs/getting-started'),
          'GET /docs/getting-started': docs(
            'Getting started with the API',
            `<p>The base of all addresses is <code>https://{companyDomain}.bamboohr.com/api/v1</code>, where companyDomain is the subdomain at which you sign in.</p><h2>Authentication</h2><p>To generate an API key, users log in and click their name in the lower left-hand corner of any page. If they have sufficient permissions, there is an API Keys entry in that menu: press Add New Key. Each key belongs to a user and has the permissions of that user.</p><p>The key is sent over HTTP Basic Authentication: use the key as the username and any random string as the password.</p>${pre('curl -i -u "{API Key}:x" "https://api.bamboohr.com/api/gateway.php/{companyDomain}/v1/employees/directory"')}<p>If an unknown key is used repeatedly, the API disables access for a period of time.</p>`,
          ),
          'GET /docs/authentication': docs(
            'Authentication for partners',
            '<p>Marketplace partners register an application in the developer portal and use OpenID Connect: customers sign in at <code>https://{companyDomain}.bamboohr.com/authorize.php</code> and the partner trades the code at <code>/token.php</code>.</p>',
          ),
          'GET /docs/api-details': docs(
            'Technical overview',
            '<table><tr><th>Status</th><th>Meaning</th></tr><tr><td>401</td><td>Your API key is missing</td></tr><tr><td>403</td><td>The API key is valid, but the user has no permission</td></tr><tr><td>429</td><td>Limit exceeded</td></tr></table>',
          ),
          'GET /reference/get-employee': docs(
            'Get employee',
            pre('curl --request GET --url https://api.bamboohr.com/api/gateway.php/companyDomain/v1/employees/0/'),
          ),
        },
        otherwise: bare404('BambooHR'),
      },
      'api.bamboohr.com': { routes: { '/api/gateway.php/*': refuse }, otherwise: empty(404) },
    },
    expect: expectation({
      apiBases: ['https://api.bamboohr.com'],
      flows: { authorization_code: ['yes', 'unknown'], client_credentials: notOffered },
      signals: {
        'structured-401': ['partial', 'fail'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': staticKeys,
        'scope-restriction': ['pass', 'partial', 'unknown'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'captcha-before-token': 'absent',
        'manual-key-approval': 'absent',
      },
    }),
    why: {
      'structured-401': 'a bare 401: partial in the table, without challenge and body at the lower end',
      'bearer-token': 'the key goes by Basic only',
    },
  };
})();

export const sixthBusinessWorlds: readonly World[] = [razorpay, here, usps, bamboohr];
