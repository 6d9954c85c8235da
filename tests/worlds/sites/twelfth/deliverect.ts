import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json, text } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { contactForm, robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { frontOf, readme, statusPage, type Leaf } from '../providers/third-manuals.ts';

const docs = 'https://developers.deliverect.com';
const www = 'https://www.deliverect.com';
const live = 'https://api.deliverect.com';
const staging = 'https://api.staging.deliverect.com';

const leaves: readonly Leaf[] = [
  [
    '/docs/welcome',
    'Welcome to the Developer Hub',
    `<p>Deliverect connects online food delivery channels to point of sale systems. Build a POS, Channel, Store, Commerce, Dispatch or KDS integration with our APIs.</p><p>New here? Start with <a href="/docs/become-an-integration-partner">Become an Integration Partner</a>.</p>`,
  ],
  [
    '/docs/become-an-integration-partner',
    'Become an Integration Partner',
    `<h2>Sign up as a Partner</h2><p>Before you can begin an integration project, you need to be onboarded as a partner.</p><ol><li>Complete the <a href="${www}/become-a-partner">partner application form</a>.</li><li>A member of our Partnership team will reach out to you directly.</li><li>Once you are signed up, you will receive a <b>Welcome email</b> with access to a staging account, API credentials and a certification document.</li></ol><h2>Staging Environment Access</h2><p>All initial development and testing is done in our staging environment. You won't get production access until our certification process is complete.</p><h2>Complete Certification</h2><ul><li>Certification is validated through certification calls with the Deliverect team.</li><li>On average it takes two calls, depending on how ready your integration is.</li></ul><h2>Go Live</h2><p>We share the production credentials once you have passed.</p>`,
  ],
  [
    '/docs/getting-started',
    'API Authentication and Scope',
    `<p>Deliverect provides API credentials, with access controlled by scopes that define which APIs are available to an integration based on its use case.</p><p>After signing an API agreement with Deliverect, our API team will provide you with API credentials for the staging environment, including a <code>client_id</code> and <code>client_secret</code>.</p><p>Each integration has a different scope depending on the type of partnership:</p>${table(
      [
        ['Scope', 'Access'],
        ['<code>genericChannel:{channel_scope}</code>', 'All endpoints within the Channel API'],
        ['<code>genericPOS</code>', 'All endpoints within the POS + Store API'],
        ['<code>store</code>', 'All endpoints within the Store API'],
        ['<code>genericFulfillment</code>', 'All endpoints within the Dispatch API'],
        ['<code>genericCommerce</code>', 'All endpoints within the Commerce API'],
        ['<code>genericKDS</code>', 'All endpoints within the KDS API'],
      ],
    )}`,
  ],
  [
    '/reference/base-urls',
    'Base URLs',
    table([
      ['Environment', 'Base URL', 'Description'],
      [
        'Restaurant Staging',
        `<code>${staging}</code>`,
        'For any integration partner accessing our Staging (test) environment',
      ],
      [
        'Restaurant Production',
        `<code>${live}</code>`,
        'For any integration partner accessing our Production (live) environment',
      ],
    ]),
  ],
  [
    '/reference/access-token',
    'Get Access Token',
    `<p>POST <code>${staging}/oauth/token</code></p><h2>API Credentials</h2><p>Deliverect uses <b>OAuth 2.0</b> for API authentication. When a partner is registered, a <code>client_id</code> and <code>client_secret</code> are issued for use in the staging environment. These credentials are used to obtain an <code>access_token</code>, which must be included as a Bearer token in the Authorization header of all API requests.</p>${sample('Authorization: Bearer your-access-token', 'text')}<blockquote><b>Production Credentials</b> Certification is required before granting API access to our production environment.</blockquote><h2>Token Expiry &amp; Caching</h2><p>Access tokens expire at the time specified in <code>expires_at</code>. Always cache and reuse tokens until expiry. Do not request a new token for every API call.</p>${sample(`curl --request POST --url ${staging}/oauth/token \\\n  --header 'content-type: application/json' \\\n  --data '{"client_id": "{clientId}", "client_secret": "{clientSecret}", "audience": "${staging}", "grant_type": "client_credentials"}'`)}${sample('{\n  "access_token": "…",\n  "expires_at": 1767225600,\n  "expires_in": 3600,\n  "scope": "YOUR_GRANTED_SCOPES",\n  "token_type": "Bearer"\n}', 'json')}<p>Or download the <a href="/openapi/oauth2.json">OpenAPI definition</a>.</p>`,
  ],
  [
    '/reference/get-accounts',
    'Get Accounts',
    `<p>Returns the accounts that gave your integration access.</p>${sample(`curl ${staging}/accounts --header 'authorization: Bearer {token}'`)}${table(
      [
        ['200', 'Success'],
        ['401', 'Unauthorized'],
        ['403', 'Forbidden: the token lacks the scope'],
        ['404', 'Not found'],
      ],
    )}`,
  ],
  [
    '/reference/hmac-authentication',
    'HMAC Authentication',
    '<p>Deliverect signs all outbound webhook requests. Compute SHA-256 over the raw body with your secret and compare with the header <code>X-Server-Authorization-HMAC-SHA256</code>. On staging the secret is the channel link id.</p>',
  ],
  [
    '/reference/pos-webhooks',
    'POS webhooks',
    '<p>Orders are pushed to your Orders Webhook URL; polling is not supported. To answer later, return 200 and approve or reject the order with an order status update.</p>',
  ],
  [
    '/page/web-faq',
    'FAQ',
    `<h2>How do I become a Deliverect partner?</h2><p>Complete the <a href="${www}/become-a-partner">partner application form</a> on the Deliverect website. A member of our Partnerships team will reach out to guide you through the next steps.</p><h2>What do I need to become a certified partner?</h2><p>You need to support all the required functionality in your Certification document. Once all items are checked off, schedule a certification call with the Deliverect team.</p><h2>How do I get access to production?</h2><p>You get access once you pass your certification.</p>`,
  ],
];
const description = {
  openapi: '3.1.0',
  info: { title: 'Oauth2', version: '1.0' },
  servers: [{ url: `${staging}/` }],
  components: {
    securitySchemes: {
      oauth2ClientCredentials: {
        type: 'oauth2',
        description:
          'Obtain an access token using the partner client ID and client secret. Send the returned token with each API request in the Authorization header as a Bearer token.',
        flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } },
      },
    },
  },
  security: [{ oauth2ClientCredentials: [] }],
  paths: {
    '/oauth/token': {
      post: {
        summary: 'Get Access Token',
        operationId: 'machine-2-machine-access-token',
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['client_id', 'client_secret', 'audience', 'grant_type'],
                properties: {
                  client_id: { type: 'string' },
                  client_secret: { type: 'string' },
                  audience: { type: 'string' },
                  grant_type: { type: 'string', default: 'client_credentials' },
                },
              },
            },
          },
        },
        responses: { 200: { description: '200' } },
      },
    },
    '/accounts': {
      get: { summary: 'Get accounts', operationId: 'get-accounts', responses: { 200: { description: '200' } } },
    },
  },
};
/** Eve, the Python framework: its words for who brings nothing. */
const refuse: Reply = json(
  401,
  { _status: 'ERR', _error: { code: 401, message: 'Please provide proper credentials' } },
  { server: 'cloudflare' },
);
const notFound: Answer = json(
  404,
  {
    _status: 'ERR',
    _error: {
      code: 404,
      message:
        'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
    },
  },
  { server: 'cloudflare' },
);
const api = {
  routes: {
    'POST /oauth/token': tokenEndpoint({
      grants: ['client_credentials'],
      order: 'grant-first',
      reads: ['json', 'form'],
      missing: oauthError(403, 'unsupported_grant_type', 'Unsupported grant type: undefined'),
      unsupported: (r) =>
        oauthError(403, 'unsupported_grant_type', `Unsupported grant type: ${r.form.get('grant_type') ?? 'undefined'}`),
      unknownClient: oauthError(401, 'access_denied', 'Unauthorized'),
    }),
    '/accounts': refuse,
    '/accounts/*': refuse,
    '/locations': refuse,
    '/locations/*': refuse,
    '/orders': refuse,
    '/orders/*': refuse,
    '/channelLinks': refuse,
    '/products': refuse,
  } satisfies Record<string, Reply>,
  otherwise: notFound,
};

/** Restaurant middleware: client_credentials for partners only, after an application form, an agreement and certification calls. */
export const deliverect: World = {
  id: 'deliverect',
  kind: 'provider',
  title: 'Restaurant middleware on ReadMe: client_credentials for partners, who apply, sign and are certified',
  target: docs,
  dated: '2026-11',
  sources: [
    'developers.deliverect.com/reference/access-token.md',
    'developers.deliverect.com/docs/getting-started',
    'developers.deliverect.com/docs/become-an-integration-partner.md',
    'developers.deliverect.com/page/web-faq',
    'developers.deliverect.com/openapi/oauth2.json',
    'Eve (Python): authentication and error handlers; Auth0: unsupported_grant_type, access_denied',
  ],
  hosts: {
    'deliverect.com': aliasOf(www),
    'www.deliverect.com': {
      routes: frontOf({
        name: 'Deliverect',
        origin: www,
        hero: 'Simplify your online orders',
        nav: [
          ['Products', `${www}/products`],
          ['Pricing', `${www}/pricing`],
          ['Partners', `${www}/become-a-partner`],
          ['Developers', `${docs}/`],
        ],
        stubs: ['/products', '/pricing'],
        routes: {
          'GET /become-a-partner': html(
            200,
            `<!DOCTYPE html><html lang="en"><head><title>Become a partner | Deliverect</title></head><body><h1>Become a partner</h1><p>Tell us about your company and the integration that you have in mind.</p>${contactForm}</body></html>`,
          ),
        },
      }),
    },
    'status.deliverect.com': { routes: statusPage('Deliverect') },
    'developers.deliverect.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': { status: 302, headers: { location: '/docs/welcome' }, body: '' },
        'GET /login': shell('Deliverect'),
        'GET /llms.txt': text(
          200,
          `# Deliverect Documentation\n\n## Guides\n\n${leaves.map(([path, title]) => `- [${title}](${docs}${path})`).join('\n')}\n`,
        ),
        'GET /openapi/oauth2.json': json(200, description),
        ...readme('Deliverect Developer Hub', leaves),
      },
      otherwise: html(404, '<!DOCTYPE html><html><body><h1>Page Not Found</h1></body></html>'),
    },
    'api.deliverect.com': api,
    'api.staging.deliverect.com': api,
  },
  expect: expectation({
    apiBases: [[staging, live]],
    tokenEndpoint: [`${staging}/oauth/token`, `${live}/oauth/token`],
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': 'fail',
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'present',
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    apiBases: 'table of base URLs, servers of the description, every sample',
    tokenEndpoint: 'tokenUrl of the description, and the page on tokens',
    client_credentials: 'the one flow of the description; the endpoint tells it from a grant that it does not know',
    outcome: 'accounts refuses strangers with 401',
    'structured-401': '401 JSON with a code and a message',
    'bearer-token': '“must be included as a Bearer token in the Authorization header of all API requests”',
    'client-credentials': 'declared, documented, and told apart from an unknown grant',
    'oauth-discovery': 'no metadata; the token endpoint is in the description and in the manual',
    'self-service-keys':
      'an application form, a member of the partnership team, an agreement, then a mail with credentials',
    'token-expiry': 'an hour by expires_in, and another by the same call',
    'scope-restriction': 'scopes by kind of integration, in a table',
    'manual-key-approval':
      'credentials come only after an application and a signed agreement; production after certification',
    'token-rotation-without-refresh': 'client_credentials renews',
    'browser-only-oauth': 'a machine grant is the only one',
    'session-cookie-only': 'bearer tokens',
  },
};
