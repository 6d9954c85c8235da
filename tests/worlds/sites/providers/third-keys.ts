/** Keys in many wrappings: Postmark, Vonage, Plivo, Klarna, GoCardless, Kraken, Alpaca, OpenWeather, Opsgenie, ElevenLabs. */
import { aliasOf, empty, html, isBasic, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import {
  hcaptcha,
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
import { docusaurus, frontOf, mintlify, readme, statusPage } from './third-manuals.ts';

const postmark = (() => {
  const docs = site({
    name: 'Postmark Developer Documentation',
    nav: [
      ['Overview', '/developer'],
      ['API overview', '/developer/api/overview'],
      ['Email API', '/developer/api/email-api'],
      ['Server API', '/developer/api/server-api'],
      ['Webhooks', '/developer/webhooks/webhooks-overview'],
    ],
  });
  const refused = json(401, {
    ErrorCode: 10,
    Message:
      'No Account or Server API tokens were supplied in the HTTP headers. Please add a header for either X-Postmark-Server-Token or X-Postmark-Account-Token.',
  });
  const world: World = {
    id: 'postmark',
    kind: 'provider',
    title: 'Two header tokens of its own; new accounts are approved for sending, not for keys',
    target: 'https://postmarkapp.com',
    dated: '2026-10',
    sources: ['postmarkapp.com/developer/api/overview', 'postmarkapp.com/support: account approval'],
    hosts: {
      'postmarkapp.com': {
        headers: { server: 'nginx' },
        routes: {
          ...frontOf({
            name: 'Postmark',
            origin: 'https://postmarkapp.com',
            hero: 'The email delivery service that people actually like',
            nav: [
              ['Product', '/product'],
              ['Pricing', '/pricing'],
              ['Developer docs', '/developer'],
              ['Sign up', 'https://account.postmarkapp.com/sign_up'],
              ['Log in', 'https://account.postmarkapp.com/login'],
            ],
            footer: [
              ['Status', 'https://status.postmarkapp.com/'],
              ['Support', '/support/article/account-approval'],
            ],
            stubs: ['/product', '/pricing'],
          }),
          'GET /developer': docs(
            'Developer documentation',
            '<p>Start sending and receiving in minutes. Libraries for Ruby, .NET, PHP and Node.</p>',
          ),
          'GET /developer/api/overview': docs(
            'API overview',
            `<p>All API calls go to <code>https://api.postmarkapp.com</code>. HTTP calls return a 301.</p><h2>Authentication</h2><p>Your application must set one of two headers: <code>X-Postmark-Server-Token</code> for requests that need server level privileges, found on the API Tokens tab of your Postmark server; <code>X-Postmark-Account-Token</code> for requests at account level, only visible to the account owner.</p>${sample('curl "https://api.postmarkapp.com/server" \\\n  -X GET \\\n  -H "Accept: application/json" \\\n  -H "X-Postmark-Server-Token: server token"')}${table(
              [
                ['401', 'Unauthorized: missing or incorrect API token in header.'],
                ['422', 'Unprocessable entity'],
                ['429', 'Rate limit exceeded'],
              ],
            )}<p>ErrorCode 10: bad or missing API token.</p>`,
          ),
          'GET /developer/api/email-api': docs(
            'Email API',
            sample(
              'curl "https://api.postmarkapp.com/email" \\\n  -X POST \\\n  -H "Accept: application/json" \\\n  -H "Content-Type: application/json" \\\n  -H "X-Postmark-Server-Token: server token" \\\n  -d \'{ "From": "sender@example.com", "To": "receiver@example.com", "TextBody": "Hello" }\'',
            ),
          ),
          'GET /developer/api/server-api': docs(
            'Server API',
            '<p>GET /server, PUT /server. Returns ApiTokens, the list of tokens of the server.</p>',
          ),
          'GET /developer/webhooks/webhooks-overview': docs(
            'Webhooks',
            '<p>Protect your endpoint with basic HTTP authentication: https://user:password@example.com/webhook.</p>',
          ),
          'GET /support/article/account-approval': docs(
            'How does the account approval process work?',
            '<p>New accounts start in test mode and send to the domain of the account only. To send to anybody else, request approval; our team reviews requests within one business day.</p>',
          ),
        },
        otherwise: notFoundPage('Postmark'),
      },
      'www.postmarkapp.com': aliasOf('https://postmarkapp.com'),
      'account.postmarkapp.com': {
        routes: {
          'GET /sign_up': site({ name: 'Postmark' })('Sign up', signUpForm()),
          'GET /login': site({ name: 'Postmark' })('Log in', loginForm()),
        },
        otherwise: redirect(302, '/login'),
      },
      'status.postmarkapp.com': { routes: statusPage('Postmark') },
      'api.postmarkapp.com': {
        routes: { 'GET /': redirect(302, 'https://postmarkapp.com/developer') },
        otherwise: (request) =>
          request.headers['x-postmark-server-token']
            ? json(401, { ErrorCode: 10, Message: 'Request does not contain a valid Server token.' })
            : refused,
      },
    },
    expect: expectation({
      apiBases: ['https://api.postmarkapp.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': staticKeys,
        'scope-restriction': ['pass', 'partial', 'fail', 'unknown', 'n/a'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'structured-401': 'members are written with capitals (ErrorCode, Message)',
      'manual-key-approval': 'not judged: approval is about sending to strangers, tokens are there at once',
      'bearer-token': 'two headers of its own, none is Authorization',
    },
  };
  return world;
})();

const vonage = (() => {
  const page = site({
    name: 'Vonage API Developer',
    nav: [
      ['Documentation', '/en/documentation'],
      ['Authentication', '/en/getting-started/concepts/authentication'],
      ['SMS API', '/en/messaging/sms/overview'],
      ['Voice API', '/en/voice/voice-api/overview'],
      ['Use cases', '/en/use-cases'],
      ['Blog', '/en/blog'],
      ['Community', '/en/community'],
    ],
  });
  const problemBody = {
    type: 'https://developer.vonage.com/api-errors#unauthorized',
    title: 'Unauthorized',
    detail: 'You did not provide correct credentials.',
    instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
  };
  const api: Site = {
    headers: { server: 'istio-envoy' },
    routes: {
      '/v1/calls': json(401, { type: 'UNAUTHORIZED', error_title: 'Unauthorized' }),
      '/v2/applications': json(401, problemBody),
      '/v1/messages': json(401, problemBody),
      '/verify/*': text(401, '', {}),
      '/v2/reports*': json(401, problemBody),
    },
    otherwise: json(404, {
      type: 'https://developer.vonage.com/api-errors#not-found',
      title: 'Not Found',
      detail: 'The requested resource does not exist.',
    }),
  };
  const auth = `<p>Vonage APIs support different authentication methods depending on the product you are using.</p>${table(
    [
      ['Account, Application, Numbers', 'API key and secret in the header'],
      ['Voice, Messages, Verify v2, Video', 'JSON Web Token (JWT)'],
      ['SMS, Number Insight (legacy)', 'API key and secret in the query string'],
    ],
  )}<h2>API key and secret</h2><p>When you create a Vonage account, an API key and secret are created for you. They are in your account settings in the Vonage Dashboard.</p><h2>Header-based</h2><p>Base64 encode key and secret, joined by a colon, and send them in the Authorization header.</p>${sample('curl -u $API_KEY:$API_SECRET https://api.nexmo.com/v2/applications')}<h2>JSON Web Tokens</h2><p>Create an application in the dashboard and download its private key. Sign a token with RS256; claims: application_id, iat, jti, exp and, to limit it, acl. If exp is left out, the token is valid for 15 minutes. Generate a new one whenever you need it.</p>${sample('curl https://api.nexmo.com/v1/calls -H "Authorization: Bearer $JWT"')}`;
  const world: World = {
    id: 'vonage',
    kind: 'provider',
    title: 'Query keys, Basic and self-signed JWTs side by side; API under an old name',
    target: 'https://www.vonage.com',
    dated: '2026-10',
    sources: ['developer.vonage.com/en/getting-started/concepts/authentication', 'developer.vonage.com/api-errors'],
    hosts: {
      'vonage.com': aliasOf('https://www.vonage.com'),
      'www.vonage.com': {
        headers: { server: 'AkamaiGHost' },
        routes: frontOf({
          name: 'Vonage',
          origin: 'https://www.vonage.com',
          hero: 'Communications APIs, contact centre and unified communications',
          nav: [
            ['Products', '/products'],
            ['Partners', '/partners'],
            ['Log in', '/login'],
          ],
          footer: [
            ['Developers', 'https://developer.vonage.com/'],
            ['Dashboard', 'https://dashboard.nexmo.com/'],
            ['Community', 'https://developer.vonage.com/en/community'],
          ],
          stubs: ['/products', '/partners', '/login'],
        }),
        otherwise: notFoundPage('Vonage'),
      },
      'developer.vonage.com': {
        routes: {
          'GET /': redirect(302, '/en/home'),
          'GET /en/home': page('Build with Vonage APIs', '<p>Sign up and try it for free.</p>'),
          'GET /en/documentation': page('Documentation', '<p>Find your product.</p>'),
          'GET /en/getting-started/concepts/authentication': page('Authentication', auth),
          'GET /en/messaging/sms/overview': page(
            'SMS API',
            sample(
              'curl -X POST https://rest.nexmo.com/sms/json -d "api_key=$API_KEY" -d "api_secret=$API_SECRET" -d "to=447700900000" -d "from=Vonage" -d "text=Hello"',
            ),
          ),
          'GET /en/voice/voice-api/overview': page(
            'Voice API',
            sample('GET https://api.nexmo.com/v1/calls\nAuthorization: Bearer eyJhbGciOi…', 'http'),
          ),
          'GET /en/use-cases': page('Use cases', '<p>Two-factor authentication for your users.</p>'),
          'GET /en/blog': page('Blog', '<p>Register your brand for 10DLC: campaign approval takes three weeks.</p>'),
          'GET /en/community': page('Community', '<p>Slack, events.</p>'),
          'GET /sitemap.xml': {
            status: 200,
            headers: { 'content-type': 'application/xml' },
            body: '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://developer.vonage.com/en/getting-started/concepts/authentication</loc></url></urlset>',
          },
        },
        otherwise: notFoundPage('Vonage API Developer'),
      },
      'dashboard.nexmo.com': {
        routes: { 'GET /': shell('Vonage API Dashboard'), 'GET /sign-up': shell('Vonage API Dashboard') },
      },
      'api.nexmo.com': api,
      'api-eu.vonage.com': api,
      'rest.nexmo.com': {
        routes: {
          '/account/*': json(401, { 'error-code': '401', 'error-code-label': 'authentication failed' }),
          '/sms/json': json(200, {
            'message-count': '1',
            messages: [{ status: '2', 'error-text': 'Missing api_key' }],
          }),
        },
        otherwise: text(404, ''),
      },
    },
    expect: expectation({
      apiBases: [['https://api.nexmo.com', 'https://api-eu.vonage.com', 'https://rest.nexmo.com']],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['partial', ...noCredit],
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial', 'n/a', 'unknown'],
        'scope-restriction': ['pass', 'partial', 'unknown'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'client-credentials': 'a JWT that the client signs itself: a way of the vendor, at best partial',
      'scope-restriction': 'acl claim, one line',
      'bearer-token': 'Voice and Messages take the JWT as a bearer token',
    },
  };
  return world;
})();

const plivo: World = {
  id: 'plivo',
  kind: 'provider',
  title: 'Basic with an account pair; 401 in prose with a challenge',
  target: 'plivo.com',
  dated: '2026-10',
  sources: ['plivo.com/docs/account/authentication'],
  hosts: {
    'plivo.com': aliasOf('https://www.plivo.com'),
    'www.plivo.com': {
      routes: {
        ...frontOf({
          name: 'Plivo',
          origin: 'https://www.plivo.com',
          hero: 'AI agents for customer engagement',
          nav: [
            ['Products', '/products'],
            ['Pricing', '/pricing'],
            ['Docs', '/docs'],
            ['Sign up', 'https://cx.plivo.com/signup'],
          ],
          footer: [
            ['API status', 'https://status.plivo.com/'],
            ['Request demo', '/request-trial'],
          ],
          stubs: ['/products', '/pricing', '/request-trial'],
        }),
        'GET /docs': redirect(302, '/docs/get-started/introduction'),
        ...mintlify(
          'Plivo Docs',
          'https://www.plivo.com',
          [
            [
              '/docs/get-started/introduction',
              'Introduction',
              '<p>Build voice agents, send messages, verify users.</p>',
            ],
            [
              '/docs/voice/api/overview',
              'Voice API overview',
              `<p>All requests are served over HTTPS. The base URL for all Plivo API endpoints is</p>${sample('https://api.plivo.com/v1/Account/{auth_id}/')}<h2>Authentication</h2><p>All requests to Plivo APIs are authenticated with BasicAuth using your Auth ID and Auth Token. Your Auth ID and Auth Token are on the overview page of the Plivo console.</p>${sample('curl --user AUTH_ID:AUTH_TOKEN https://api.plivo.com/v1/Account/{auth_id}/Call/')}${table([['401', 'Authentication failed']])}`,
            ],
            [
              '/docs/messaging/concepts/10dlc',
              '10DLC registration',
              '<p>US carriers require that you register your brand and your campaigns. Campaign approval may take up to five business days.</p>',
            ],
            [
              '/docs/account/subaccounts',
              'Subaccounts',
              '<p>Create subaccounts with their own Auth ID and Auth Token to separate customers.</p>',
            ],
          ],
          '/docs',
        ),
      },
      otherwise: notFoundPage('Plivo'),
    },
    'cx.plivo.com': { routes: { 'GET /signup': shell('Plivo | Sign up') } },
    'status.plivo.com': { routes: statusPage('Plivo') },
    'api.plivo.com': {
      routes: {
        '/v1/*': html(
          401,
          'Could not verify your access level for that URL.\nYou have to login with proper credentials',
          { 'www-authenticate': 'Basic realm="Login Required"' },
        ),
      },
      otherwise: json(404, { api_id: '8a1c', error: 'not found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.plivo.com'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'fail',
      ...keyApi,
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {
    'structured-401': 'a challenge, but prose under text/html',
    'manual-key-approval': 'campaigns are approved, not accounts',
    'session-cookie-only': 'documented Basic pair',
  },
};

const klarna = (() => {
  const api: Site = {
    headers: { 'klarna-correlation-id': '7b1c2f0e', 'strict-transport-security': 'max-age=31536000' },
    routes: {
      '/ordermanagement/*': empty(401),
      '/payments/*': empty(401),
      '/settlements/*': empty(401),
      '/checkout/*': empty(401),
    },
    otherwise: empty(404),
  };
  const docs = site({
    name: 'Klarna Docs',
    nav: [
      ['Get started', 'https://docs.klarna.com/get-started/'],
      ['Klarna Payments', 'https://docs.klarna.com/klarna-payments/'],
      ['API reference', 'https://docs.klarna.com/api/'],
      ['Authentication', 'https://docs.klarna.com/api/authentication/'],
      ['API URLs', 'https://docs.klarna.com/api/api-urls/'],
    ],
  });
  const world: World = {
    id: 'klarna',
    kind: 'provider',
    title: 'Keys behind the word Basic, three regions, empty 401s',
    target: 'https://www.klarna.com',
    dated: '2026-10',
    sources: ['docs.klarna.com/api/authentication'],
    hosts: {
      'klarna.com': aliasOf('https://www.klarna.com'),
      'www.klarna.com': {
        routes: {
          ...frontOf({
            name: 'Klarna',
            origin: 'https://www.klarna.com',
            hero: 'Shop now. Pay with Klarna',
            nav: [
              ['Shop', '/us/shop'],
              ['Business', '/us/business/'],
              ['Customer service', '/us/customer-service'],
            ],
            footer: [
              ['Developers', 'https://docs.klarna.com/'],
              ['Press', '/international/press'],
            ],
            stubs: ['/us/shop', '/us/customer-service', '/international/press'],
          }),
          'GET /': redirect(302, '/us/'),
          'GET /us/': site({
            name: 'Klarna',
            nav: [
              ['Shop', '/us/shop'],
              ['Business', '/us/business/'],
              ['Customer service', '/us/customer-service'],
            ],
            footer: [
              ['Developers', 'https://docs.klarna.com/'],
              ['Privacy', '/privacy'],
              ['Careers', '/careers'],
            ],
          })('Pay in 4', '<p>Shop now, pay later. Approval decided at checkout.</p>'),
          'GET /us/business/': site({ name: 'Klarna' })(
            'Klarna for business',
            '<p>Sign up as a merchant. <a href="https://docs.klarna.com/">Developers</a></p>',
          ),
        },
        otherwise: notFoundPage('Klarna'),
      },
      'docs.klarna.com': {
        routes: {
          'GET /': docs('Klarna Docs', '<p>Integrate Klarna.</p>'),
          'GET /get-started/': docs(
            'Get started',
            '<p>Sign up in the Merchant portal. In the playground you can create test credentials yourself; live credentials work after your business has been onboarded.</p>',
          ),
          'GET /klarna-payments/': docs('Klarna Payments', '<p>Purchases are approved by Klarna in real time.</p>'),
          'GET /api/': docs('API reference', '<p>Order management, payments, settlements.</p>'),
          'GET /api/authentication/': docs(
            'Authentication',
            `<p>To authenticate with Klarna's APIs you need an API credential; the primary format is an API key, for example <code>klarna_live_api_elZGI1B5…</code>.</p><p>The API key should be included in the Authorization header for every request:</p>${sample('Authorization: Basic <API key>', 'http')}<p>Clients that only support a user name and a password send the UUID shown in the portal as user name and the API key as password. The API key is retrieved from the Merchant portal. If the credentials are missing or incorrect, Klarna responds with <code>401 Unauthorized</code>.</p>${sample("curl https://api.klarna.com/ordermanagement/v1/orders/{order_id} \\\n  -H 'Authorization: Basic klarna_live_api_…'")}`,
          ),
          'GET /api/api-urls/': docs(
            'API URLs',
            table([
              ['Europe', 'https://api.klarna.com/', 'https://api.playground.klarna.com/'],
              ['North America', 'https://api-na.klarna.com/', 'https://api-na.playground.klarna.com/'],
              ['Oceania', 'https://api-oc.klarna.com/', 'https://api-oc.playground.klarna.com/'],
            ]),
          ),
        },
        otherwise: notFoundPage('Klarna Docs'),
      },
      'api.klarna.com': api,
      'api.playground.klarna.com': api,
      'api-na.klarna.com': api,
      'api-na.playground.klarna.com': api,
      'api-oc.klarna.com': api,
      'api-oc.playground.klarna.com': api,
    },
    expect: expectation({
      apiBases: [
        [
          'https://api.klarna.com',
          'https://api.playground.klarna.com',
          'https://api-na.klarna.com',
          'https://api-na.playground.klarna.com',
          'https://api-oc.klarna.com',
          'https://api-oc.playground.klarna.com',
        ],
      ],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'partial',
        'bearer-token': ['fail', 'partial'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial', 'fail'],
        'token-expiry': staticKeys,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'structured-401': '401 with nothing in it',
      'bearer-token': 'a bare key after the word Basic: Basic, or a token under another word',
      'manual-key-approval': 'not judged: playground at once, live after onboarding',
    },
  };
  return world;
})();

const gocardless = (() => {
  const refused = (reason: string, message: string) =>
    json(
      401,
      {
        error: {
          message,
          documentation_url: `https://developer.gocardless.com/api-reference#${reason}`,
          type: 'invalid_api_usage',
          request_id: 'bd271b37',
          errors: [{ reason, message, links: {} }],
          code: 401,
        },
      },
      { 'ratelimit-limit': '1000', 'ratelimit-remaining': '998', 'ratelimit-reset': 'Thu, 05 Nov 2026 17:05:00 GMT' },
    );
  const api: Site = {
    routes: {
      '/customers*': (request) =>
        isBearer(request)
          ? refused('access_token_not_found', "The access token you've used is not a valid one")
          : refused('missing_authorization_header', 'You must supply an Authorization header'),
      '/creditors*': refused('missing_authorization_header', 'You must supply an Authorization header'),
      '/payments*': refused('missing_authorization_header', 'You must supply an Authorization header'),
    },
    otherwise: json(404, {
      error: {
        message: 'not found',
        type: 'invalid_api_usage',
        code: 404,
        errors: [{ reason: 'resource_not_found', message: 'Resource not found' }],
      },
    }),
  };
  const page = site({
    name: 'GoCardless Developer Docs',
    nav: [
      ['Getting started', '/getting-started/introduction'],
      ['API reference', '/api-reference'],
      ['Partners', '/getting-started/partners/connecting-your-users-accounts'],
      ['Webhooks', '/getting-started/staying-up-to-date/webhooks'],
    ],
  });
  const connect: Site = {
    routes: {
      'POST /oauth/access_token': tokenEndpoint({
        grants: ['authorization_code'],
        order: 'client-first',
        unknownClient: oauthError(401, 'invalid_client', 'Client authentication failed'),
        noClient: oauthError(400, 'invalid_request'),
      }),
      'GET /oauth/authorize': html(400, '<h1>The OAuth request is invalid</h1>'),
    },
    otherwise: notFoundPage('GoCardless'),
  };
  const world: World = {
    id: 'gocardless',
    kind: 'provider',
    title: 'Versioned bearer API; dashboard tokens, OAuth for partners; rate limits in every answer',
    target: 'https://gocardless.com',
    dated: '2026-10',
    sources: ['developer.gocardless.com/api-reference', 'developer.gocardless.com partners guide'],
    hosts: {
      'gocardless.com': {
        routes: frontOf({
          name: 'GoCardless',
          origin: 'https://gocardless.com',
          hero: 'Collect bank payments',
          nav: [
            ['Solutions', '/solutions'],
            ['Pricing', '/pricing'],
            ['Developers', 'https://developer.gocardless.com/'],
            ['Sign up', 'https://manage.gocardless.com/sign-up'],
          ],
          footer: [
            ['Status', 'https://www.gocardless-status.com/'],
            ['Partners', '/partners'],
          ],
          stubs: ['/solutions', '/pricing', '/partners'],
        }),
        otherwise: notFoundPage('GoCardless'),
      },
      'www.gocardless.com': aliasOf('https://gocardless.com'),
      'www.gocardless-status.com': { routes: statusPage('GoCardless') },
      'developer.gocardless.com': {
        routes: {
          'GET /': redirect(302, '/getting-started/introduction'),
          'GET /getting-started/introduction': page(
            'Introduction',
            `<p>First <a href="https://manage-sandbox.gocardless.com/sign-up">create a sandbox account</a>. Then create an access token in the dashboard, under Developers, Create, Access token. Choose read-write or read-only access. Live accounts are verified before payouts are enabled.</p>${sample('curl https://api-sandbox.gocardless.com/creditors \\\n-H "Authorization: Bearer YOUR_ACCESS_TOKEN" \\\n-H "GoCardless-Version: 2015-07-06"')}`,
          ),
          'GET /api-reference': page(
            'API reference',
            `<p>Base URLs: <code>https://api.gocardless.com/</code> live, <code>https://api-sandbox.gocardless.com/</code> sandbox. All requests carry <code>Authorization: Bearer TOKEN</code> and <code>GoCardless-Version: 2015-07-06</code>. Tokens remain valid until they are disabled.</p>${table(
              [
                ['access_token_not_found', 'No access token matches'],
                ['access_token_revoked', 'The user disabled it'],
                ['insufficient_permissions', 'The token is read-only'],
              ],
            )}${sample('GET https://api.gocardless.com/customers HTTP/1.1\nAuthorization: Bearer ZQfaZRchaiCIjRhSuoFr6hGrcrAEsNPWI7pa4AaO\nGoCardless-Version: 2015-07-06', 'http')}`,
          ),
          'GET /getting-started/partners/connecting-your-users-accounts': page(
            "Connecting your users' accounts",
            `<p>Send users to the authorisation page, <code>https://connect.gocardless.com/oauth/authorize?client_id=…&amp;scope=read_write&amp;response_type=code</code>, then exchange the code:</p>${sample('POST https://connect.gocardless.com/oauth/access_token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=…&redirect_uri=…&client_id=…&client_secret=…', 'http')}<p>The access token does not expire. In production your app needs to be verified by us before others can connect.</p>`,
          ),
          'GET /getting-started/staying-up-to-date/webhooks': page(
            'Webhooks',
            '<p>Check the Webhook-Signature header.</p>',
          ),
        },
        otherwise: notFoundPage('GoCardless Developer Docs'),
      },
      'manage-sandbox.gocardless.com': { routes: { 'GET /sign-up': shell('GoCardless') } },
      'manage.gocardless.com': { routes: { 'GET /sign-up': shell('GoCardless') } },
      'api.gocardless.com': api,
      'api-sandbox.gocardless.com': api,
      'connect.gocardless.com': connect,
      'connect-sandbox.gocardless.com': connect,
    },
    expect: expectation({
      apiBases: [['https://api.gocardless.com', 'https://api-sandbox.gocardless.com']],
      tokenEndpoint: [
        'https://connect.gocardless.com/oauth/access_token',
        'https://connect-sandbox.gocardless.com/oauth/access_token',
      ],
      flows: { authorization_code: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['n/a', 'partial'],
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'manual-key-approval': 'not judged: tokens at once, partner apps verified',
      'token-expiry': 'nothing expires, tokens can be disabled',
      'token-rotation-without-refresh': 'nothing expires',
    },
  };
  return world;
})();

const kraken = (() => {
  const world: World = {
    id: 'kraken',
    kind: 'provider',
    title: 'Public market data, signed private calls, every error under 200',
    target: 'https://www.kraken.com',
    dated: '2026-10',
    sources: ['docs.kraken.com/api/docs/guides/spot-rest-auth', 'support.kraken.com: API keys'],
    hosts: {
      'kraken.com': aliasOf('https://www.kraken.com'),
      'www.kraken.com': {
        headers: { server: 'cloudflare' },
        routes: frontOf({
          name: 'Kraken',
          origin: 'https://www.kraken.com',
          hero: 'See what crypto can be',
          nav: [
            ['Buy crypto', '/buy'],
            ['Institutions', '/institutions'],
            ['Sign up', '/sign-up'],
          ],
          footer: [
            ['API', 'https://docs.kraken.com/api/'],
            ['Support', 'https://support.kraken.com/'],
          ],
          stubs: ['/buy', '/institutions'],
          routes: { 'GET /sign-up': shell('Sign up | Kraken') },
        }),
        otherwise: notFoundPage('Kraken'),
      },
      'support.kraken.com': {
        routes: {
          'GET /': site({ name: 'Kraken Support' })(
            'Support',
            '<p>How can we help? Getting verified: we review your documents, usually within minutes.</p>',
          ),
        },
      },
      'docs.kraken.com': {
        routes: {
          'GET /': redirect(302, '/api/'),
          ...docusaurus('Kraken API Center', [
            ['/api', 'Kraken API Center', '<p>Spot REST, WebSocket and FIX; Futures.</p>'],
            [
              '/api/docs/guides/spot-rest-intro',
              'Spot REST introduction',
              `<p>Public endpoints need no authentication; private endpoints are called with POST and a signature.</p>${sample('curl "https://api.kraken.com/0/public/Ticker?pair=XBTUSD"')}${sample('https://api.kraken.com/0/private/Balance')}`,
            ],
            [
              '/api/docs/guides/spot-rest-auth',
              'Spot REST authentication',
              `<p>Authenticated requests must include both <code>API-Key</code> and <code>API-Sign</code> HTTP headers, and a <code>nonce</code> in the payload. API-Sign is HMAC-SHA512 of (URI path + SHA256(nonce + POST data)) with the base64 decoded secret key.</p>${sample('POST /0/private/Balance HTTP/1.1\nHost: api.kraken.com\nAPI-Key: YOUR_PUBLIC_KEY\nAPI-Sign: 4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==', 'http')}<p>Create an API key in your account under Settings, API. Each key has its own permissions: Query funds, Deposit funds, Withdraw funds, Query open orders, Create and modify orders. A key may have an IP allow list and an expiry date.</p>`,
            ],
            [
              '/api/docs/guides/spot-errors',
              'Errors',
              table([
                ['EAPI:Invalid key', 'The API key is missing or wrong'],
                ['EAPI:Invalid signature', ''],
                ['EAPI:Invalid nonce', ''],
                ['EGeneral:Permission denied', 'The key lacks a permission'],
              ]),
            ],
          ]),
        },
        otherwise: notFoundPage('Kraken API Center'),
      },
      'api.kraken.com': {
        routes: {
          'GET /0/public/Time': json(200, {
            error: [],
            result: { unixtime: 1793800000, rfc1123: 'Sat, 07 Nov 26 10:00:00 +0000' },
          }),
          'GET /0/public/*': json(200, { error: [], result: {} }),
          '/0/private/*': json(200, { error: ['EAPI:Invalid key'] }),
        },
        otherwise: json(404, { error: ['EGeneral:Unknown method'] }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.kraken.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['partial', 'unknown', 'n/a'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': [...staticKeys, 'fail'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['token-rotation-without-refresh'],
    }),
    why: {
      'structured-401': '200 with an error array for private calls, which are POST; public data needs nothing',
      'token-rotation-without-refresh': 'not judged: an expiry date is a choice',
    },
  };
  return world;
})();

const alpaca = (() => {
  const soft = html(
    200,
    '<!DOCTYPE html><html><head><title>404 | Alpaca</title></head><body><h1>Page not found</h1></body></html>',
  );
  const trading: Site = {
    routes: {
      '/v2/*': (request) =>
        isBearer(request)
          ? json(401, { code: 40110000, message: 'request is not authorized' })
          : json(403, { message: 'forbidden.' }),
      'POST /oauth/token': tokenEndpoint({
        grants: ['authorization_code'],
        order: 'client-first',
        unknownClient: json(401, { code: 40110000, message: 'invalid client' }),
        noClient: json(400, { code: 40010000, message: 'client_id is required' }),
      }),
    },
    otherwise: json(404, { code: 40410000, message: 'endpoint not found.' }),
  };
  const authx: Site = {
    routes: {
      'POST /v1/oauth2/token': tokenEndpoint({
        grants: ['client_credentials'],
        order: 'grant-first',
        unknownClient: oauthError(401, 'invalid_client', 'client not found'),
      }),
    },
    otherwise: json(404, { code: 40410000, message: 'not found' }),
  };
  const page = readme('Alpaca', [
    ['/docs/getting-started', 'Welcome', '<p>Alpaca offers simple, modern API-based solutions.</p>'],
    [
      '/docs/authentication',
      'Authentication',
      `<p>Live account: Trading API endpoints on <code>https://api.alpaca.markets</code>, market data on <code>https://data.alpaca.markets</code>. Paper account: <code>https://paper-api.alpaca.markets</code>. Broker partners: <code>https://broker-api.alpaca.markets</code>, authentication endpoints on <code>https://authx.alpaca.markets</code>.</p><h2>Client credentials</h2><p>When using this flow, you first exchange your credentials for a short-lived access token. The token is valid for 15 minutes; request a new one when it expires. Not yet available for Trading API.</p>${sample('curl -X POST "https://authx.alpaca.markets/v1/oauth2/token" \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  -d "grant_type=client_credentials" \\\n  -d "client_id={YOUR_CLIENT_ID}" \\\n  -d "client_secret={YOUR_CLIENT_SECRET}"')}${sample('curl -X GET "https://broker-api.sandbox.alpaca.markets/v1/accounts" -H "Authorization: Bearer {TOKEN}"')}<h2>Legacy</h2>${sample('curl -X GET "https://paper-api.alpaca.markets/v2/account" \\\n  -H "APCA-API-KEY-ID: {YOUR_API_KEY_ID}" \\\n  -H "APCA-API-SECRET-KEY: {YOUR_API_SECRET_KEY}"')}`,
    ],
    [
      '/docs/paper-trading',
      'Paper trading',
      '<p>Anyone globally can create an Alpaca paper only account: all you need is an email address. After creating it, generate your API keys in the dashboard.</p>',
    ],
    [
      '/docs/registering-your-app',
      'Registering your app',
      '<p>Visit Alpaca Connect, click on Submit your app. Please complete the application for our team to review. You will receive your client ID and client secret.</p>',
    ],
    [
      '/docs/using-oauth2-and-trading-api',
      'Using OAuth2 and Trading API',
      `<p>Redirect the user to https://app.alpaca.markets/oauth/authorize?response_type=code. Scopes: account:write, trading, data. Default: read only.</p>${sample('curl -X POST https://api.alpaca.markets/oauth/token -d "grant_type=authorization_code&code=…&client_id=…&client_secret=…&redirect_uri=…"')}<p>Call the API with <code>Authorization: Bearer</code>.</p>`,
    ],
  ]);
  const world: World = {
    id: 'alpaca',
    kind: 'provider',
    title: 'Two key headers, 403 before auth, client credentials on a host of its own, soft 404 on the site',
    target: 'https://alpaca.markets',
    dated: '2026-10',
    sources: [
      'docs.alpaca.markets/docs/authentication',
      'public probes of well-known documents, 2026-07',
      'alpacahq/Alpaca-API issue 228 (error text)',
    ],
    hosts: {
      'alpaca.markets': {
        routes: frontOf({
          name: 'Alpaca',
          origin: 'https://alpaca.markets',
          hero: 'API-first stock and crypto brokerage',
          nav: [
            ['Trading API', '/algotrading'],
            ['Broker API', '/broker'],
            ['Docs', 'https://docs.alpaca.markets/'],
            ['Sign up', 'https://app.alpaca.markets/signup'],
          ],
          footer: [
            ['Community', 'https://forum.alpaca.markets/'],
            ['Slack', '/slack'],
          ],
          stubs: ['/algotrading', '/broker', '/slack'],
        }),
        otherwise: soft,
      },
      'www.alpaca.markets': aliasOf('https://alpaca.markets'),
      'app.alpaca.markets': { routes: { 'GET *': shell('Alpaca') } },
      'docs.alpaca.markets': {
        routes: {
          'GET /': redirect(302, '/docs/getting-started'),
          ...page,
          'GET /.well-known/security.txt': shell('Alpaca Docs'),
        },
        otherwise: notFoundPage('Alpaca'),
      },
      'api.alpaca.markets': trading,
      'paper-api.alpaca.markets': trading,
      'data.alpaca.markets': {
        routes: { '/v2/*': json(403, { message: 'forbidden.' }), '/v1beta3/*': json(403, { message: 'forbidden.' }) },
        otherwise: json(404, { message: 'endpoint not found.' }),
      },
      'broker-api.alpaca.markets': {
        routes: { '/v1/*': json(401, { code: 40110000, message: 'request is not authorized' }) },
        otherwise: json(404, { message: 'endpoint not found.' }),
      },
      'broker-api.sandbox.alpaca.markets': {
        routes: { '/v1/*': json(401, { code: 40110000, message: 'request is not authorized' }) },
        otherwise: json(404, { message: 'endpoint not found.' }),
      },
      'authx.alpaca.markets': authx,
      'authx.sandbox.alpaca.markets': authx,
    },
    expect: expectation({
      apiBases: [
        [
          'https://api.alpaca.markets',
          'https://paper-api.alpaca.markets',
          'https://broker-api.alpaca.markets',
          'https://broker-api.sandbox.alpaca.markets',
          'https://data.alpaca.markets',
        ],
      ],
      tokenEndpoint: ['https://authx.alpaca.markets/v1/oauth2/token', 'https://api.alpaca.markets/oauth/token'],
      flows: { client_credentials: 'yes', authorization_code: 'yes' },
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'structured-401': '403 JSON on trading hosts, 401 JSON on broker hosts',
      'manual-key-approval': 'not judged: OAuth apps are reviewed, paper keys are not',
      'oauth-discovery': 'well-known paths answer 404, or a soft 404 on the site',
    },
  };
  return world;
})();

const openweather: World = {
  id: 'openweather',
  kind: 'provider',
  title: 'Key in the query, CAPTCHA in the sign-up form',
  target: 'https://openweathermap.org',
  dated: '2026-10',
  sources: ['openweathermap.org/appid', 'openweathermap.org/current'],
  hosts: {
    'openweathermap.org': {
      routes: {
        ...frontOf({
          name: 'OpenWeather',
          origin: 'https://openweathermap.org',
          hero: 'Weather forecasts, nowcasts and history in a fast and elegant way',
          nav: [
            ['Guide', '/guide'],
            ['API', '/api'],
            ['Pricing', '/price'],
            ['Sign in', 'https://home.openweathermap.org/users/sign_in'],
            ['Sign up', 'https://home.openweathermap.org/users/sign_up'],
          ],
          stubs: ['/guide', '/price'],
        }),
        'GET /api': site({
          name: 'OpenWeather',
          nav: [
            ['How to start', '/appid'],
            ['Current weather', '/current'],
          ],
        })(
          'Weather API',
          '<p>Please <a href="https://home.openweathermap.org/users/sign_up">sign up</a> and use our fast APIs. Within two hours your API key is activated.</p>',
        ),
        'GET /appid': site({ name: 'OpenWeather', nav: [['API', '/api']] })(
          'How to start to work with OpenWeather API',
          `<p>Sign up, and we send you the API key in a confirmation email. You can create more keys on the API keys tab of your <a href="https://home.openweathermap.org/api_keys">account page</a>. Add it to each call as <code>APPID</code>.</p>${sample('http://api.openweathermap.org/data/2.5/forecast?id=524901&appid={API key}')}`,
        ),
        'GET /current': site({ name: 'OpenWeather', nav: [['How to start', '/appid']] })(
          'Current weather data',
          `${sample('https://api.openweathermap.org/data/2.5/weather?lat={lat}&lon={lon}&appid={API key}')}<p>Add mode=xml to get XML.</p>`,
        ),
      },
      otherwise: notFoundPage('OpenWeather'),
    },
    'www.openweathermap.org': aliasOf('https://openweathermap.org'),
    'home.openweathermap.org': {
      headers: { 'set-cookie': '_hourly_session=abc; path=/; HttpOnly' },
      routes: {
        'GET /': redirect(302, '/users/sign_in'),
        'GET /users/sign_in': site({ name: 'OpenWeather' })('Sign in to your account', loginForm('/users/sign_in')),
        'GET /users/sign_up': site({ name: 'OpenWeather', head: recaptcha.head })(
          'Create New Account',
          signUpForm(
            `<label><input type="checkbox" name="age"> I am 16 years old and over</label>${recaptcha.field}`,
            '/users',
          ),
        ),
        'GET /api_keys': redirect(302, '/users/sign_in'),
      },
      otherwise: notFoundPage('OpenWeather'),
    },
    'api.openweathermap.org': {
      plain: 'same',
      routes: {
        '/data/*': json(401, {
          cod: 401,
          message: 'Invalid API key. Please see https://openweathermap.org/faq#error401 for more info.',
        }),
        '/geo/*': json(401, {
          cod: 401,
          message: 'Invalid API key. Please see https://openweathermap.org/faq#error401 for more info.',
        }),
      },
      otherwise: json(404, { cod: '404', message: 'Internal error' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.openweathermap.org'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      ...keyApi,
    },
    antiPatterns: {
      'captcha-before-token': 'present',
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
    },
  }),
  why: {
    'captcha-before-token': 'reCAPTCHA inside the sign-up form that the docs send you to',
    'session-cookie-only': 'the account site sets a cookie, the API takes a key',
  },
};

const opsgenie: World = {
  id: 'opsgenie',
  kind: 'provider',
  title: 'Own word in Authorization (GenieKey), docs of a product that moved under another house',
  target: 'https://www.opsgenie.com',
  dated: '2026-10',
  sources: ['docs.opsgenie.com/docs/authentication', 'issue threads quoting the error bodies'],
  hosts: {
    'opsgenie.com': aliasOf('https://www.opsgenie.com'),
    'www.opsgenie.com': { routes: { '*': redirect(301, 'https://www.atlassian.com/software/opsgenie') } },
    'www.atlassian.com': {
      routes: {
        'GET /': redirect(302, '/software'),
        'GET /software/opsgenie': site({
          name: 'Atlassian',
          nav: [
            ['Products', '/software'],
            ['Jira Service Management', '/software/jira/service-management'],
          ],
          footer: [
            ['Opsgenie documentation', 'https://docs.opsgenie.com/'],
            ['Support', 'https://support.atlassian.com/'],
          ],
        })(
          'Opsgenie',
          '<p>On-call and alert management. Opsgenie is now part of Jira Service Management and Compass. <a href="https://docs.opsgenie.com/">Documentation</a></p>',
        ),
        'GET /software': site({ name: 'Atlassian' })('Products', '<p>Jira.</p>'),
        'GET /software/jira/service-management': site({ name: 'Atlassian' })(
          'Jira Service Management',
          '<p>Service desk.</p>',
        ),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('Atlassian'),
    },
    'support.atlassian.com': { routes: { 'GET /': site({ name: 'Atlassian Support' })('Support', '<p>Help.</p>') } },
    'docs.opsgenie.com': {
      routes: {
        'GET /': redirect(302, '/docs/api-overview'),
        ...readme('Opsgenie', [
          [
            '/docs/api-overview',
            'API overview',
            `<p>Opsgenie provides a REST API. The domain is <code>https://api.opsgenie.com</code>; in the EU, <code>https://api.eu.opsgenie.com</code>. Responses are JSON.</p>${table(
              [
                ['422', 'Semantic errors'],
                ['429', 'Too many requests'],
              ],
            )}`,
          ],
          [
            '/docs/authentication',
            'Authentication',
            `<p>Opsgenie expects the API key to be included in the Authorization header of each request, with the prefix <code>GenieKey</code>.</p>${sample("curl -X GET 'https://api.opsgenie.com/v2/alerts?limit=10' \\\n  --header 'Authorization: GenieKey eb243592-faa2-4ba2-a551q-1afdf565c889'")}`,
          ],
          [
            '/docs/api-key-management',
            'API key management',
            '<p>Go to Settings, API key management, Add new API key. Choose access rights: Read, Create and update, Delete, Configuration access. The key is shown once. Keys from an API integration belong to a team.</p>',
          ],
          [
            '/docs/api-rate-limiting',
            'API rate limiting',
            '<p>X-RateLimit-State: OK or THROTTLED; X-RateLimit-Period-In-Sec.</p>',
          ],
        ]),
      },
      otherwise: notFoundPage('Opsgenie'),
    },
    ...Object.fromEntries(
      ['api.opsgenie.com', 'api.eu.opsgenie.com'].map((name): [string, Site] => [
        name,
        {
          headers: { 'x-ratelimit-state': 'OK', 'x-ratelimit-period-in-sec': '60' },
          routes: {
            '/v2/*': (request) =>
              request.authorization.scheme === 'geniekey'
                ? json(422, { message: 'Key format is not valid!', took: 0.001, requestId: '8a88410f' })
                : json(403, { message: 'Could not authenticate', took: 0.002, requestId: '8a88410f' }),
          },
          otherwise: json(404, { message: 'Not found', took: 0, requestId: '1' }),
        },
      ]),
    ),
  },
  expect: expectation({
    apiBases: [['https://api.opsgenie.com', 'https://api.eu.opsgenie.com']],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'partial',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {
    'bearer-token': 'a token in Authorization under another word',
    'structured-401': '403 JSON that names the failed authentication',
  },
};

const elevenlabs: World = {
  id: 'elevenlabs',
  kind: 'provider',
  title: 'Key header, FastAPI description without security schemes, restricted keys',
  target: 'https://elevenlabs.io',
  dated: '2026-10',
  sources: ['elevenlabs.io/docs/api-reference/authentication', 'api.elevenlabs.io/openapi.json'],
  hosts: {
    'elevenlabs.io': {
      headers: { server: 'Vercel' },
      routes: {
        ...frontOf({
          name: 'ElevenLabs',
          origin: 'https://elevenlabs.io',
          hero: 'AI voice generator and agents platform',
          nav: [
            ['Platform', '/platform'],
            ['Pricing', '/pricing'],
            ['Docs', '/docs/overview'],
            ['Sign up', '/app/sign-up'],
          ],
          stubs: ['/platform', '/pricing'],
        }),
        'GET /app/sign-up': shell('Sign up | ElevenLabs', {
          head: hcaptcha.head,
        }),
        'GET /app/*': shell('ElevenLabs'),
        'GET /docs': redirect(307, '/docs/overview'),
        ...mintlify(
          'ElevenLabs Documentation',
          'https://elevenlabs.io',
          [
            [
              '/docs/overview',
              'Overview',
              '<p>Models, products and API. Get started with the text to speech quickstart.</p>',
            ],
            [
              '/docs/quickstart',
              'Developer quickstart',
              `<p>Create an API key in the <a href="https://elevenlabs.io/app/settings/api-keys">dashboard</a>.</p>${sample('ELEVENLABS_API_KEY=<your_api_key_here>')}`,
            ],
            [
              '/docs/api-reference/introduction',
              'Introduction',
              `${sample('curl https://api.elevenlabs.io/v1/models -H "xi-api-key: $ELEVENLABS_API_KEY"')}<p>Data residency: https://api.us.elevenlabs.io, https://api.eu.residency.elevenlabs.io.</p>`,
            ],
            [
              '/docs/api-reference/authentication',
              'Authentication',
              `<p>The ElevenLabs API uses API keys for authentication. Every request must include your API key. Each key can be scoped: <strong>scope restriction</strong> sets which API endpoints it can access, <strong>credit quota</strong> sets a limit. Include it in the <code>xi-api-key</code> header.</p>${sample('xi-api-key: ELEVENLABS_API_KEY')}<p>Single use tokens are for front ends: they expire after 15 minutes and are created with your key.</p>`,
            ],
          ],
          '/docs',
        ),
      },
      otherwise: notFoundPage('ElevenLabs'),
    },
    'www.elevenlabs.io': aliasOf('https://elevenlabs.io'),
    ...Object.fromEntries(
      ['api.elevenlabs.io', 'api.us.elevenlabs.io', 'api.eu.residency.elevenlabs.io'].map((name): [string, Site] => [
        name,
        {
          headers: { server: 'uvicorn' },
          routes: {
            'GET /openapi.json': json(200, {
              openapi: '3.1.0',
              info: { title: 'ElevenLabs API Documentation', version: '1.0' },
              servers: [{ url: 'https://api.elevenlabs.io', description: 'Production' }],
              paths: Object.fromEntries(
                ['/v1/models', '/v1/user', '/v1/history', '/v2/voices'].map((path) => [
                  path,
                  {
                    get: {
                      operationId: path.slice(1).replace('/', '_'),
                      parameters: [
                        {
                          name: 'xi-api-key',
                          in: 'header',
                          required: false,
                          schema: { type: 'string' },
                          description:
                            'Your API key. This is required by most endpoints to access our API programmatically.',
                        },
                      ],
                      responses: {
                        200: { description: 'Successful Response' },
                        422: { description: 'Validation Error' },
                      },
                    },
                  },
                ]),
              ),
            }),
            'GET /docs': redirect(307, 'https://elevenlabs.io/docs/api-reference/introduction'),
            '/v1/*': (request) =>
              request.headers['xi-api-key']
                ? json(401, { detail: { status: 'invalid_api_key', message: 'Invalid API key' } })
                : isBearer(request) || isBasic(request)
                  ? json(401, {
                      detail: {
                        status: 'invalid_authorization_header',
                        message: 'Invalid authorization header received',
                      },
                    })
                  : json(401, {
                      detail: {
                        status: 'needs_authorization',
                        message: 'Neither authorization header nor xi-api-key received, please provide one.',
                      },
                    }),
            '/v2/*': json(401, {
              detail: {
                status: 'needs_authorization',
                message: 'Neither authorization header nor xi-api-key received, please provide one.',
              },
            }),
          },
          otherwise: json(404, { detail: 'Not Found' }),
        },
      ]),
    ),
  },
  expect: expectation({
    apiBases: [['https://api.elevenlabs.io', 'https://api.us.elevenlabs.io', 'https://api.eu.residency.elevenlabs.io']],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'captcha-before-token': ['present', 'absent', 'unknown'],
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
  }),
  why: {
    'bearer-token': 'not judged: the docs name xi-api-key, the server speaks of an authorization header too',
    'captcha-before-token': 'a script in the head of an application shell: arguable',
    'token-rotation-without-refresh': 'single use tokens are for front ends',
  },
};

export const thirdKeyWorlds: readonly World[] = [
  postmark,
  vonage,
  plivo,
  klarna,
  gocardless,
  kraken,
  alpaca,
  openweather,
  opsgenie,
  elevenlabs,
];
