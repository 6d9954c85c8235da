import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { contactForm, recaptcha, robots, sample, shell, signUpForm, stubs, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';

const api = 'https://api.orange.com';
const playground = `${api}/openidconnect/playground/v1.0`;

const menu: readonly (readonly [string, string])[] = [
  ['API catalog', '/apis'],
  ['Network APIs', '/products/network-apis'],
  ['Messaging', '/products/messaging'],
  ['Orange Money', '/products/orange-money'],
  ['Internet of Things', '/products/iot'],
  ['Resources', '/resources'],
  ['Blog', '/blog'],
  ['Contact us', '/contact-us'],
  ['My apps', '/myapps'],
];
const page = (title: string, body: string, head = ''): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>${title} - Orange Developer</title><meta name="generator" content="WordPress 6.8.3"><meta name="generator" content="Powered by WPBakery Page Builder"><link rel="stylesheet" href="/wp-content/themes/orangedev/style.css"><noscript><style>.wpb_animate_when_almost_visible { opacity: 1; }</style></noscript>${head}</head><body class="page-template-default wpb-js-composer"><header role="banner"><nav aria-label="Main"><a class="navbar-brand" href="/">Orange Developer</a><ul>${menu.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}<li><a href="/signin">Log in</a></li><li><a href="/signup">Sign up</a></li></ul></nav></header><main id="main"><h1>${title}</h1>${body}</main><footer><ul><li><a href="/legal-notice">Legal notice</a></li><li><a href="/personal-data">Personal data</a></li><li><a href="/accessibility">Accessibility</a></li><li><a href="https://www.orange.com">Orange group</a></li><li><a href="https://status.developer.orange.com">API status</a></li></ul><p>© Orange 2026</p></footer><div id="didomi-host" role="dialog"><p>With your agreement, we and our partners use cookies to measure audience.</p><button>Agree and close</button></div></body></html>`,
  );

/** The catalog lists what each country offers; most entries are one page with two buttons. */
const others = [
  'Device Location Verification - CAMARA - Spain',
  'KYC Match - CAMARA - France',
  'KYC Match - CAMARA - Spain',
  'Quality on Demand - CAMARA - Spain',
  'SIM Swap - CAMARA - Spain',
  'SIM Swap - CAMARA - Belgium - Trial',
  'Number Verification - CAMARA - Spain',
  'Device Reachability Status - CAMARA - Playground',
  'Contact Everyone',
  'SMS France',
  'Live Objects',
  'Datavenue Geo',
  'IoT Journey',
  'Click to Call',
  'Air Time Top-up',
  'Content Billing',
  'Address Eligibility FTTH',
  'Anomalie Adresse - OC RIP',
  'Authorization Cloud',
  'Evolution Platform Inventory',
].map((name) => [name, `/apis/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`] as const);

const says = (status: number, code: number, message: string, description: string): Answer =>
  json(status, { code, message, description }, { 'x-orange-request-id': 'OPEFR0000017' });
/** One gateway before all APIs of the group: numbers for kinds of failure, the same everywhere. */
const refuse: Reply = (r: Incoming) =>
  isBearer(r)
    ? says(
        401,
        41,
        'Invalid credentials',
        'The requested service needs credentials, but the ones provided were invalid.',
      )
    : says(401, 40, 'Missing credentials', 'The requested service needs credentials, but none were provided.');
const invalidClient = oauthError(
  401,
  'invalid_client',
  'The requested service needs credentials, but the ones provided were invalid.',
);
const token = (grants: readonly string[]): Reply => {
  const answer = tokenEndpoint({ grants, order: 'client-first', unknownClient: invalidClient });
  return (r) =>
    /json|\*\/\*/.test(r.headers['accept'] ?? '')
      ? typeof answer === 'function'
        ? answer(r)
        : answer
      : says(406, 26, 'Not acceptable', 'The Accept incoming header does not match any available content-type.');
};

const operations = (rows: readonly (readonly [string, string, string])[]) =>
  table([['Use case', 'HTTP method', 'Path'], ...rows]);

/** A telecom group: one portal, a machine grant for most APIs, CIBA and codes for those that concern a subscriber. */
export const orange: World = {
  id: 'orange',
  kind: 'provider',
  title:
    'Telecom group on WordPress: client_credentials for most APIs, CIBA and codes for CAMARA, three token endpoints',
  target: 'developer.orange.com',
  dated: '2026-11',
  sources: [
    'developer.orange.com/resources/oauth-m2m-in-a-nutshell',
    'developer.orange.com/resources/3-legged-oauth-in-a-nutshell',
    'developer.orange.com/resources/orange-apis-error-handling',
    'developer.orange.com/apis/camara-sim-swap-france/getting-started',
    'developer.orange.com/apis/camara-playground-number-verification/getting-started',
    'developer.orange.com/apis/cri-dev/getting-started',
  ],
  hosts: {
    'orange.com': aliasOf('https://www.orange.com'),
    'www.orange.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>Orange group</title></head><body><h1>Orange</h1><p>340 million customers in 26 countries.</p><a href="/en/group">Group</a> <a href="/en/newsroom">Newsroom</a> <a href="/en/careers">Careers</a></body></html>',
        ),
        ...stubs(
          (title, body) =>
            html(200, `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`),
          ['/en/group', '/en/newsroom', '/en/careers'],
        ),
      },
    },
    'developer.orange.com': {
      headers: { server: 'nginx' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n'),
        'GET /': page(
          'Build with Orange APIs',
          `<p>Discover, try and use the APIs of Orange in Europe, Africa and the Middle East.</p><h2>Most popular</h2><ul><li><a href="/apis/sms">SMS Africa &amp; Middle East</a></li><li><a href="/apis/camara-sim-swap-france">SIM Swap - CAMARA - France</a></li><li><a href="/apis/network-apis-playground">Network APIs Playground</a></li><li><a href="/apis/om-webpay">Orange Money Web Payment</a></li><li><a href="/apis/cri-dev">CRI Dev</a></li></ul><h2>How it works</h2><ol><li>Create your account</li><li>Register your application</li><li>Subscribe to an API</li></ol><p><a href="/resources/how-to-start-with-orange-developer">How to start with Orange Developer</a></p><h2>They use our APIs</h2><p>Start-ups of Orange Fab, banks, transport operators.</p><h2>News</h2><p><a href="/blog">Our latest articles</a></p>`,
        ),
        'GET /apis': page(
          'API catalog',
          `<p>Filter by country, by category, by commitment.</p><ul><li><a href="/apis/sms">SMS Africa &amp; Middle East</a> Côte d’Ivoire, Cameroon, Senegal and others</li><li><a href="/apis/camara-sim-swap-france">SIM Swap - CAMARA - France</a></li><li><a href="/apis/network-apis-playground">Network APIs Playground</a></li><li><a href="/apis/authentication-fr">Authentication France</a></li><li><a href="/apis/om-webpay">Orange Money Web Payment</a></li><li><a href="/apis/cri-dev">CRI Dev</a></li>${others.map(([name, href]) => `<li><a href="${href}">${name}</a></li>`).join('')}</ul>`,
        ),
        ...Object.fromEntries(
          others.map(([name, href]): [string, Answer] => [
            `GET ${href}`,
            page(
              name,
              '<p>Overview. Pricing on request.</p><a href="/signin">Use this API</a> <a href="/contact-us">Contact us</a>',
            ),
          ]),
        ),
        'GET /apis/sms': page(
          'SMS Africa & Middle East',
          '<p>Send text messages to the subscribers of Orange. Buy bundles by Orange Money.</p><a href="/signin">Use this API</a> <a href="/contact-us">Contact us</a> <a href="/apis/sms/getting-started">Getting started</a>',
        ),
        'GET /apis/sms/getting-started': page(
          'SMS Africa & Middle East: getting started',
          `<h2>Authentication</h2><p>Access to this API is secured by the OAuth 2.0 framework with the Client Credentials grant type, which means that you will have to present an OAuth 2.0 access_token whenever you want to request this API.</p><p>For this API, the token negotiation endpoint is:</p>${sample(`${api}/oauth/v3/token`, 'text')}<p>A <a href="/resources/oauth-m2m-in-a-nutshell">technical guide</a> is available to learn how to negotiate and manage these access_token.</p><h2>Send a message</h2>${sample(`curl -X POST -H "Authorization: Bearer {{access_token}}" \\\n  -H "Content-Type: application/json" \\\n  -d '{"outboundSMSMessageRequest":{"address":"tel:+{{recipient}}","senderAddress":"tel:+{{dev}}","outboundSMSTextMessage":{"message":"Hello!"}}}' \\\n  "${api}/smsmessaging/v1/outbound/tel%3A%2B{{dev}}/requests"`)}<h2>See your balance</h2>${sample(`curl -X GET -H "Authorization: Bearer {{access_token}}" "${api}/sms/admin/v1/contracts"`)}<h2>Delivery receipts</h2><p>We call the URL that you registered. No signature is sent; filter by our addresses.</p>`,
        ),
        'GET /apis/cri-dev': page(
          'CRI Dev',
          '<p>API permettant la récupération des comptes rendus d’intervention sur le domaine FTTH.</p><a href="/signin">Use this API</a> <a href="/apis/cri-dev/getting-started">Getting started</a>',
        ),
        'GET /apis/cri-dev/getting-started': page(
          'CRI Dev: getting started',
          `<h2>Prerequisite authentication</h2><p>Access to this API is secured by the OAuth 2.0 framework with the Client Credentials grant type. It's easy to negotiate this access_token: just send a request to the proper token negotiation endpoint, with a Basic Authentication header valued with your own client_id and client_secret.</p>${sample(`${api}/oauth/v3/token`, 'text')}<p>The access_token default lifetime is 60 minutes. Header <code>Accept: application/json</code> is now required, when it's omitted you will receive an error 406.</p><h2>Base URL</h2><p>The Base URL for this API is:</p>${sample(`${api}/cri_dev/v1/`, 'text')}<h2>Errors</h2><p>Access to the API may be revoked if your application generates too many mishandled errors.</p>`,
        ),
        'GET /apis/om-webpay': page(
          'Orange Money Web Payment',
          `<p>Let your customers pay with Orange Money. Contract of a merchant needed: <a href="/contact-us">contact us</a>.</p><p>Older integrations still use <code>${api}/oauth/v2/token</code>; it will be switched off.</p>`,
        ),
        'GET /apis/authentication-fr': page(
          'Authentication France',
          '<p>Let subscribers of Orange France sign in to your service. For partners with a contract.</p><a href="/apis/authentication-fr/getting-started">Getting started</a>',
        ),
        'GET /apis/authentication-fr/getting-started': page(
          'Authentication France: getting started',
          `<p>OpenID Connect, authorization code. Configuration of the provider: <code>${api}/openidconnect/fr/v1/.well-known/openid-configuration</code>. The issuer is <code>https://openid.orange.fr</code>.</p><p>User interface in French only.</p>`,
        ),
        'GET /apis/camara-sim-swap-france': page(
          'SIM Swap - CAMARA - France',
          '<p>Integrate real-time SIM card activation checks to enhance security and prevent fraud.</p><a href="/signin">Use this API</a> <a href="/contact-us">Contact us</a> <a href="/apis/camara-sim-swap-france/getting-started">Getting started</a>',
        ),
        'GET /apis/camara-sim-swap-france/getting-started': page(
          'SIM Swap - CAMARA - France: getting started',
          `<h2>Introduction</h2><p>This API informs you whether a SIM change has occurred recently for a user, thereby reducing fraud risk.</p><h2>API Scope</h2><p>Any mass-market Orange France mobile customer, including SOSH customers.</p><h2>Subscribe to the API</h2><p>You get the Authorization header credentials when you register your application on the Orange Developer Console. The service is billed; a contract with Orange Wholesale or an aggregator is needed before you go live.</p><h2>API Authentication</h2><p>HTTPS requests to the REST API are protected with CIBA 3-Legged OAuth. The API Invoker, before requesting SIM swap check, needs to request a Three-Legged Access Token from Orange Authorization Server. The process follows the OpenID Connect Client-Initiated Backchannel Authentication (CIBA) flow.</p><h3>Step 1</h3><p>The API Invoker provides in <code>/bc-authorize</code> a <code>login_hint</code> with a valid user identifier together with <code>client_assertion</code> and <code>client_assertion_type</code>. Define your JWK keystore in the settings tab of the application. The scope must be set to <code>openid dpv:FraudPreventionAndDetection sim-swap:check</code> or <code>openid dpv:FraudPreventionAndDetection sim-swap:retrieve-date</code>.</p><h3>Step 2</h3><p>Poll the token endpoint with <code>grant_type=urn:openid:params:grant-type:ciba</code> and the <code>auth_req_id</code>.</p>${operations(
            [
              ['Check SIM swap', 'POST', '/camara/orange-lab/sim-swap/v1/check'],
              ['Retrieve date', 'POST', '/camara/orange-lab/sim-swap/v1/retrieve-date'],
            ],
          )}<h2>Most frequent errors</h2>${table([
            ['401', 'UNAUTHENTICATED', 'Request not authenticated due to missing, invalid, or expired credentials'],
            ['403', 'PERMISSION_DENIED', 'Client does not have sufficient permissions to perform this action'],
          ])}<h2>History of document</h2><p>1.0, 04/2026: CIBA replaces the authorization code.</p>`,
        ),
        'GET /apis/network-apis-playground': page(
          'Network APIs Playground',
          `<p>A mocked version of the CAMARA APIs: SIM Swap, Number Verification, Device Location, Population Density, Quality on Demand. Free, with numbers of the unassigned country code +990.</p><p>Subscribe in one click; your application can call it at once.</p><ul><li><a href="/apis/camara-playground-number-verification/getting-started">Number Verification</a></li><li><a href="/apis/camara-playground-population-density/getting-started">Population Density Data</a></li></ul>`,
        ),
        'GET /apis/camara-playground-number-verification/getting-started': page(
          'Playground: Number Verification',
          `<h2>Disclaimer (sandboxed version)</h2><p>To use this API, subscribe to <a href="/apis/network-apis-playground">Network APIs Playground</a>.</p><h2>API Authentication</h2><h3>Step 1: request the OAuth authorization code from the user device</h3>${sample(`curl -X GET \\\n "${playground}/authorize?response_type=code&client_id=YOUR_CLIENT_ID&redirect_uri=https://YOUR_REDIRECT_URI&scope=openid%20dpv:FraudPreventionAndDetection%20number-verification:verify&state=state&login_hint=tel%3A%2B33600000000" \\\n -H 'Accept: application/json'`)}<h3>Step 2: Request the OAuth access token</h3>${sample(`curl -X POST \\\n "${playground}/token" \\\n -H 'Accept: application/json' \\\n -H 'Content-Type: application/x-www-form-urlencoded' \\\n -H 'Authorization: Basic {{your_authorization_header}}' \\\n -d 'grant_type=authorization_code&code={{code}}&redirect_uri=https://YOUR_REDIRECT_URI'`)}<h2>Verify</h2>${sample(`curl -X POST "${api}/camara/playground/api/number-verification/v1/verify" \\\n -H 'Authorization: Bearer {{access_token}}' -d '{"phoneNumber":"+33600000000"}'`)}`,
        ),
        'GET /apis/camara-playground-population-density/getting-started': page(
          'Playground: Population Density Data',
          `<p>No subscriber is concerned, so a token of the application is enough:</p>${sample(`curl -X POST "${playground}/token" \\\n -H 'Authorization: Basic {{your_authorization_header}}' \\\n -d 'grant_type=client_credentials'`)}${sample(`curl -X POST "${api}/camara/playground/api/population-density-data/v0.2/retrieve" \\\n -H 'Authorization: Bearer {{access_token}}'`)}`,
        ),
        'GET /resources': page(
          'Resources',
          '<ul><li><a href="/resources/how-to-start-with-orange-developer">How to start with Orange Developer</a></li><li><a href="/resources/introduction-to-the-oauth-2-0-protocol">Introduction to the OAuth 2.0 protocol</a></li><li><a href="/resources/oauth-m2m-in-a-nutshell">OAuth M2M in a nutshell</a></li><li><a href="/resources/3-legged-oauth-in-a-nutshell">OAuth U2M in a nutshell</a></li><li><a href="/resources/orange-apis-error-handling">Best practices for API error handling and troubleshooting</a></li></ul>',
        ),
        'GET /resources/how-to-start-with-orange-developer': page(
          'How to start with Orange Developer',
          `<ol><li><b>Create your account.</b> An e-mail address is enough; click the link in the message that we send.</li><li><b>Register your application</b> in MyApps: a name, a description, the countries.</li><li><b>Add an API.</b> Most are added at once. For some, the team that runs the API looks at your request first; the page of the API says so.</li><li><b>Get your credentials.</b> In MyApps, tab Credentials, you find the client_id, the client_secret and the Authorization header. They belong to one application.</li></ol><p>Only one client space can be associated with one e-mail address. You may renew the secret at any time.</p>`,
        ),
        'GET /resources/introduction-to-the-oauth-2-0-protocol': page(
          'Introduction to the OAuth 2.0 protocol',
          `<p>OAuth 2.0 defines four roles: resource owner, client, resource server, authorization server.</p><h2>API URL endpoints</h2>${table(
            [
              ['Type', 'Endpoint'],
              ['Machine to machine', `<code>${api}/oauth/v3/token</code>`],
              ['User to machine, France', `<code>${api}/openidconnect/fr/v1/authorize</code>`],
              ['Playground', `<code>${playground}/token</code>`],
            ],
          )}<p>Other authorization servers on the market also know the implicit grant; we do not recommend it.</p>`,
        ),
        'GET /resources/oauth-m2m-in-a-nutshell': page(
          'OAuth M2M in a nutshell',
          `<p>Published: October 7, 2024</p><h2>Step 1 - Before starting</h2><p>At the end of the registration process (step 4 of <a href="/resources/how-to-start-with-orange-developer">How to start with Orange Developer</a>), you are provided with a client_id, a client_secret and the HTTP Authorization header.</p><h2>Step 2 - Request the OAuth access token</h2><p>The access token is mandatory for API calls to access protected resources. To get this token, a POST request must be sent to the token endpoint:</p>${sample(`curl -X POST \\\n-H "Authorization: Basic YourAuthorizationHeader" \\\n-H "Content-Type: application/x-www-form-urlencoded" \\\n-H "Accept: application/json" \\\n-d "grant_type=client_credentials" \\\n${api}/oauth/v3/token`)}${sample('HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "token_type": "Bearer",\n  "access_token": "i6m2iIcY0SodWSe...OoVzZQ",\n  "expires_in": 3600\n}', 'http')}<h2>Step 3 - Use the access token</h2>${sample(`curl -H "Authorization: Bearer i6m2iIcY0SodWSe...OoVzZQ" ${api}/smsmessaging/v1/outbound/...`)}<h2>Step 4 - When the token has expired</h2><p>Your application receives a 401 with code 42. Ask for another token in the same way.</p>`,
        ),
        'GET /resources/3-legged-oauth-in-a-nutshell': page(
          'OAuth U2M in a nutshell',
          `<p>Published: November 18, 2024</p><h2>Step 1 - Create an application</h2><p>Have your client_id and client_secret readily available.</p><h2>Step 2 - Request the authorization code</h2><ol><li><code>response_type=code</code>. This is fixed value</li><li><code>client_id</code></li><li>the list of API scopes your application requires, separated by whitespace; see the section Getting Started of each API</li><li><code>redirect_uri</code>, registered beforehand</li><li><code>state</code></li></ol>${sample(`${api}/openidconnect/fr/v1/authorize?response_type=code&client_id=YOUR_CLIENT_ID&scope=openid&redirect_uri=https://YOUR_REDIRECT_URI&state=xyz`, 'text')}<h2>Step 3 - Exchange it</h2><p>The code lives ten minutes and can be used once.</p>`,
        ),
        'GET /resources/orange-apis-error-handling': page(
          'Best practices for API error handling and troubleshooting',
          `<p>At server level, Orange APIs handle errors by aborting the request and immediately returning an error response.</p>${table(
            [
              ['HTTP status', 'Error code', 'Root cause', 'Recommended action'],
              [
                '401',
                '40',
                'Missing credentials: e.g. missing Authorization header, missing token, missing Bearer prefix',
                'Verify Authorization header is present, with valid Bearer token',
              ],
              [
                '401',
                '41',
                'Invalid credentials: e.g. invalid client_id and/or client_secret, pending or revoked client_id',
                'Check your app’s credentials',
              ],
              ['401', '42', 'Expired credentials: e.g. expired OAuth 2.0 token', 'Generate a new token'],
              ['403', '50', 'Access denied: your application has not subscribed to the API', 'Subscribe to the API'],
              ['403', '53', 'Too many requests', 'Wait'],
              ['404', '60', 'Resource not found', 'Check the URL'],
            ],
          )}<p>Give us the request id of the header <code>X-Orange-Request-Id</code> when you write to support.</p>`,
        ),
        'GET /signup': page(
          'Create your account',
          signUpForm('<label>Country <select name="country"></select></label>'),
        ),
        'GET /signin': shell('Orange Developer - log in'),
        'GET /myapps': redirect(302, '/signin?redirect_to=%2Fmyapps'),
        'GET /contact-us': page(
          'Contact us',
          `<p>Tell us about your project.</p>${contactForm}${recaptcha.field}`,
          recaptcha.head,
        ),
        'GET /blog': page(
          'Blog',
          '<article><h2>MWC 2026: network APIs in forty countries</h2></article><article><h2>How a bank fights SIM swap fraud</h2></article>',
        ),
        ...stubs(page, [
          '/products/network-apis',
          '/products/messaging',
          '/products/orange-money',
          '/products/iot',
          '/legal-notice',
          '/personal-data',
          '/accessibility',
        ]),
        'GET /wp-json': json(200, {
          name: 'Orange Developer',
          namespaces: ['oembed/1.0', 'wp/v2'],
          authentication: [],
        }),
        'GET /wp-json/*': json(404, {
          code: 'rest_no_route',
          message: 'No route was found matching the URL and request method.',
          data: { status: 404 },
        }),
      },
    },
    'api.orange.com': {
      headers: { server: 'Apigee' },
      routes: {
        'POST /oauth/v3/token': token(['client_credentials']),
        'POST /oauth/v2/token': token(['client_credentials']),
        'POST /openidconnect/playground/v1.0/token': token([
          'authorization_code',
          'client_credentials',
          'urn:openid:params:grant-type:ciba',
        ]),
        'POST /openidconnect/playground/v1.0/bc-authorize': invalidClient,
        'GET /openidconnect/playground/v1.0/authorize': oauthError(400, 'invalid_request', 'client_id is missing'),
        'POST /openidconnect/fr/v1/token': token(['authorization_code']),
        'GET /openidconnect/fr/v1/authorize': oauthError(400, 'invalid_request', 'client_id is missing'),
        'GET /openidconnect/fr/v1/.well-known/openid-configuration': json(200, {
          issuer: 'https://openid.orange.fr',
          authorization_endpoint: `${api}/openidconnect/fr/v1/authorize`,
          token_endpoint: `${api}/openidconnect/fr/v1/token`,
          userinfo_endpoint: `${api}/formfilling/fr/v1/userinfo`,
          jwks_uri: `${api}/openidconnect/fr/v1/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['pairwise'],
          id_token_signing_alg_values_supported: ['RS256'],
          scopes_supported: ['openid', 'form_filling'],
        }),
        '/smsmessaging/v1/*': refuse,
        '/sms/admin/v1/*': refuse,
        '/cri_dev/v1': refuse,
        '/cri_dev/v1/*': refuse,
        '/camara/*': refuse,
        '/formfilling/fr/v1/userinfo': refuse,
      },
      otherwise: says(404, 60, 'Resource not found', 'The requested URI or the requested resource does not exist.'),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: [
      `${api}/oauth/v3/token`,
      `${playground}/token`,
      `${api}/oauth/v2/token`,
      `${api}/openidconnect/fr/v1/token`,
    ],
    flows: { client_credentials: 'yes', authorization_code: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': ['pass', 'unknown'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'captcha-before-token': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    apiBases: 'every sample, for all countries',
    tokenEndpoint: 'the guide for machines names v3; the playground and France have their own',
    client_credentials: 'the guide for machines, and each page of an API',
    authorization_code: 'the guide for users, and number verification',
    outcome: 'the gateway refuses documented paths with 401',
    'structured-401': '401 JSON with code and message; another code for a wrong token',
    'bearer-token': 'code 40 names a missing Bearer prefix; codes 40 and 41 differ',
    'client-credentials': 'documented with samples; the endpoint looks at the client first',
    'oauth-discovery': 'one document for another service, under a path of its own and with a foreign issuer',
    'self-service-keys': 'an account by e-mail and most APIs at once; some teams look at a request first',
    'token-expiry': '60 minutes, and another in the same way',
    'scope-restriction': 'scopes are named for CAMARA and for codes only; the machine grant has none',
    'manual-key-approval': 'some APIs ask first, most do not, and the playground never does',
    'captcha-before-token': 'the CAPTCHA stands before the contact form',
    'browser-only-oauth': 'a machine grant stands beside the code',
    'token-rotation-without-refresh': 'client_credentials renews',
    'session-cookie-only': 'bearer tokens',
  },
};
