import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBare, json, redirect } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { list, robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { frontOf, helpCentre, readme, statusPage } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';

const docs = 'https://developers.samsara.com';
const api = 'https://api.samsara.com';
const europe = 'https://api.eu.samsara.com';
const refuse: Reply = (r) =>
  json(401, {
    message: isBare(r) ? 'Authentication required: no access token provided.' : 'Invalid token.',
    requestId: '8q1w2e3r-4t5y-6u7i',
  });
const read = (summary: string, scope: string) => ({
  get: {
    summary,
    description: `${summary}.\n\n <b>Rate limit:</b> 25 requests/sec.\n\nTo use this endpoint, select **${scope}** under the ${scope.split(' ')[1] ?? ''} category when creating or editing an API token. <a href="${docs}/docs/authentication#scopes-for-api-tokens" target="_blank">Learn More.</a>`,
    responses: {
      200: { description: 'OK' },
      401: { description: 'UnauthorizedError' },
      default: { description: 'Error' },
    },
  },
});
const description = {
  openapi: '3.0.1',
  info: {
    title: 'Samsara API',
    version: '2026-10-08',
    description:
      '<style type="text/css">\nn {}\n</style>\nSamsara provides API endpoints for interacting with Samsara Cloud, so that you can build powerful applications and custom solutions with sensor data. Samsara has endpoints available to track and analyze sensors, vehicles, and entire fleets.\n',
  },
  servers: [{ url: api }, { url: europe }],
  security: [{ AccessTokenHeader: [] }],
  paths: {
    '/fleet/vehicles': read('List all vehicles', 'Read Vehicles'),
    '/fleet/vehicles/stats': read('Get vehicle stats', 'Read Statistics'),
    '/fleet/drivers': read('List all drivers', 'Read Drivers'),
    '/fleet/equipment': read('List all equipment', 'Read Equipment'),
    '/industrial/data': read('List industrial data', 'Read Industrial'),
    '/webhooks': read('List all webhooks', 'Read Webhooks'),
    '/me': read('Get organization information', 'Read Org'),
  },
  components: { securitySchemes: { AccessTokenHeader: { type: 'http', scheme: 'bearer' } } },
};
const service = {
  headers: { server: 'awselb/2.0', 'x-samsara-request-id': '8q1w2e3r' },
  routes: {
    'GET /oauth2/authorize': redirect(302, 'https://cloud.samsara.com/signin'),
    'POST /oauth2/token': oauthError(401, 'invalid_client', 'client authentication failed'),
    'POST /oauth2/revoke': oauthError(401, 'invalid_client', 'client authentication failed'),
    '/fleet/*': refuse,
    '/industrial/*': refuse,
    '/webhooks*': refuse,
    '/me': refuse,
    '/v1/*': refuse,
  },
  otherwise: json(404, { message: 'Not Found', requestId: '8q1w2e3r-4t5y-6u7j' }),
};

/** Things on wheels: tokens that an administrator makes with scopes and tags, OAuth for apps of the marketplace, webhooks with secrets. */
export const samsara: World = {
  id: 'samsara',
  kind: 'provider',
  title:
    'Connected vehicles: static tokens with scopes made by administrators, OAuth by code for reviewed apps, signed webhooks',
  target: 'https://www.samsara.com',
  dated: '2026-11',
  sources: [
    'developers.samsara.com/docs/authentication',
    'developers.samsara.com/docs/oauth-20',
    'pypi.org/project/samsara-api',
  ],
  hosts: {
    'samsara.com': aliasOf('https://www.samsara.com'),
    'www.samsara.com': {
      routes: frontOf({
        name: 'Samsara',
        origin: 'https://www.samsara.com',
        hero: 'The Connected Operations Platform',
        nav: [
          ['Products', 'https://www.samsara.com/products'],
          ['Industries', 'https://www.samsara.com/industries'],
          ['Pricing', 'https://www.samsara.com/pricing'],
          ['App Marketplace', 'https://www.samsara.com/resources/marketplace'],
          ['Check our prices', 'https://www.samsara.com/contact'],
          ['Sign in', 'https://cloud.samsara.com/signin'],
        ],
        footer: [
          ['Developers', `${docs}/`],
          ['Help Center', 'https://kb.samsara.com/hc/en-us/articles/360019216712-API-Tokens'],
          ['Status', 'https://status.samsara.com/'],
        ],
        stubs: ['/products', '/industries', '/pricing', '/resources/marketplace'],
      }),
      otherwise: bare404('Samsara'),
    },
    'status.samsara.com': { routes: statusPage('Samsara') },
    'cloud.samsara.com': { routes: { 'GET *': shell('Samsara') } },
    'kb.samsara.com': {
      routes: helpCentre('Samsara Help Center', [
        [
          '/hc/en-us/articles/360019216712-API-Tokens',
          'API tokens',
          '<p>Only full administrators, and custom roles with the permission API Tokens, see this page.</p><ol><li>Settings, Developer, API Tokens.</li><li>Click Add an API Token.</li><li>Give it a name, and read or write access for the scopes that are needed.</li><li>Optionally restrict it to tags, so that it reaches only some vehicles.</li><li>Save and copy the token. It is not shown again.</li></ol><p>Delete a token that nobody uses.</p>',
        ],
        [
          '/hc/en-us/articles/360043282011-Driver-App-Sign-In',
          'Sign in to the Driver App',
          '<p>Drivers sign in with user name and password, or by a code sent to their phone. A session lasts until they sign out.</p>',
        ],
      ]),
      otherwise: bare404('Samsara Help Center'),
    },
    'developers.samsara.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/docs/welcome'),
        'GET /openapi/samsara-api.json': json(200, description),
        ...readme('Samsara Developers', [
          [
            '/docs/welcome',
            'Welcome',
            `<p>With the Samsara API you build on what vehicles, equipment and sites tell: locations, faults, hours of service, temperatures.</p>${list(
              [
                '<b>Customers</b> connect Samsara with their own systems: use <a href="/docs/authentication">API tokens</a>.',
                '<b>Partners</b> build apps for many customers: use <a href="/docs/oauth-20">OAuth 2.0</a>.',
              ],
            )}<p><a href="/openapi/samsara-api.json">OpenAPI description</a></p>`,
          ],
          [
            '/docs/getting-started',
            'Getting started',
            `<p>Create a token in the dashboard and make a call.</p>${sample(`curl --request GET '${api}/fleet/vehicles' \\\n--header 'Authorization: Bearer <<token>>'`)}<p>Customers in Europe use <code>${europe}</code>, in Canada <code>https://api.ca.samsara.com</code>.</p>`,
          ],
          [
            '/docs/authentication',
            'Authentication',
            `<p>All requests go over HTTPS, with TLS 1.2 or later, and carry a token as a bearer token in the <code>Authorization</code> header. There are two sorts: API tokens, for an organization's own use, and OAuth access tokens, for apps.</p><h2>API tokens</h2><p>An administrator creates them in the <a href="https://cloud.samsara.com/settings/api-tokens">dashboard</a>. They do not expire; delete one to revoke it. They begin with <code>samsara_api_</code>, so that GitHub can report leaked ones to us.</p><h2>Scopes for API tokens</h2>${table(
              [
                ['Category', 'Scopes'],
                ['Vehicles', 'Read Vehicles, Write Vehicles'],
                ['Drivers', 'Read Drivers, Write Drivers'],
                ['Equipment', 'Read Equipment, Write Equipment'],
                ['Statistics', 'Read Vehicle Statistics'],
                ['Setup &amp; administration', 'Read Org, Read Users, Read Webhooks, Write Webhooks'],
              ],
            )}<h2>Tags</h2><p>A token limited to a tag sees only what has the tag or one below it.</p>`,
          ],
          [
            '/docs/oauth-20',
            'OAuth 2.0',
            `<p>For apps that other Samsara customers install. We support the authorization code grant.</p><h2>1. Create an app</h2><p>In the dashboard, Settings, OAuth 2.0 Apps, Create: name, logo, redirect URIs, scopes. Client ID and secret are made at once. Until it is published, only organizations that you name can install it.</p><h2>2. Authorize</h2>${sample(`${api}/oauth2/authorize?client_id=<client id>&response_type=code&state=<state>&redirect_uri=<uri>`, 'text')}<h2>3. Get tokens</h2>${sample(`curl -X POST ${api}/oauth2/token \\\n  -u <client_id>:<client_secret> \\\n  -d 'code=<code>&grant_type=authorization_code&redirect_uri=<uri>'`)}${sample('{"access_token": "dUmYZhKrC8kq…", "expires_in": 3599, "refresh_token": "Tr7eNTkO…", "scope": "admin:read", "token_type": "bearer"}', 'json')}<h2>4. Refresh</h2><p>Access tokens expire after an hour. Change the refresh token for a new pair with <code>grant_type=refresh_token</code>; each refresh token works once.</p><h2>5. Revoke</h2><p><code>POST ${api}/oauth2/revoke</code></p>`,
          ],
          [
            '/docs/publishing-your-app',
            'Publishing your app',
            '<p>To be listed in the App Marketplace, submit the app for review: a recording of the installation, a support address, a security questionnaire. We answer within ten working days. Apps for one customer need no review.</p>',
          ],
          [
            '/docs/developer-sandbox',
            'Developer sandbox',
            '<p>Partners without vehicles can ask for a sandbox organization with simulated ones. Fill in the form; access is granted after a check.</p>',
          ],
          [
            '/docs/webhooks',
            'Webhooks',
            `<p>Each webhook has a secret of its own. The header <code>X-Samsara-Signature</code> is <code>v1=</code> and the HMAC-SHA256 of <code>v1:&lt;timestamp&gt;:&lt;body&gt;</code>, keyed with the Base64-decoded secret.</p>${sample("secret = base64.b64decode('UUFWQmdJQ0FnSUNBZ0lDQWdJQ0FnSUNBZ0k=')\nhmac.new(secret, msg=message, digestmod=hashlib.sha256).hexdigest()", 'python')}`,
          ],
          [
            '/docs/kafka-connector',
            'Kafka connector',
            '<p>Streams events to a cluster of yours, by SASL user and password or by mutual TLS; you give the credentials to us.</p>',
          ],
          [
            '/docs/rate-limits',
            'Rate limits',
            '<p>150 requests a second for a token, 200 for an organization. <code>429</code> with <code>Retry-After</code>.</p>',
          ],
          [
            '/docs/response-codes',
            'Response and error codes',
            `${table([
              ['200', 'OK'],
              ['400', 'Bad request'],
              ['401', 'Unauthorized: the token is missing or not valid'],
              ['404', 'Not found'],
            ])}${sample('{"message": "Invalid value for parameter: limit.", "requestId": "89eftefe1-89b2-4a9b"}', 'json')}`,
          ],
          [
            '/docs/tms-integration',
            'TMS integration',
            '<p>Create routes, follow arrivals, collect documents. Vehicles are matched by VIN.</p>',
          ],
          [
            '/reference/listvehicles',
            'List all vehicles',
            `<p><code>GET ${api}/fleet/vehicles</code></p><p>Returns a list of all vehicles. To use this endpoint, select <b>Read Vehicles</b> under the Vehicles category.</p>`,
          ],
        ]),
      },
      otherwise: bare404('Samsara Developers'),
    },
    'api.samsara.com': service,
    'api.eu.samsara.com': service,
  },
  expect: expectation({
    apiBases: [[api, europe]],
    tokenEndpoint: `${api}/oauth2/token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
      'token-expiry': ['pass', 'partial', 'n/a'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'captcha-before-token': ['absent', 'unknown'],
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    apiBases: 'servers of the description',
    tokenEndpoint: 'the page on OAuth; it answers in the words of RFC 6749',
    authorization_code: '“we support the authorization code grant”',
    refresh_token: 'fourth step of the same page',
    'bearer-token': 'manual and description',
    outcome: 'documented paths refuse strangers with 401',
    'structured-401': '401 JSON with a message',
    'client-credentials': 'nobody offers it; the endpoint refuses the client first',
    'self-service-keys': 'an administrator makes tokens in the dashboard',
    'token-expiry': 'static tokens for customers, an hour and refresh tokens for apps: each reading is honest',
    'scope-restriction': 'scopes and tags for each token',
    'browser-only-oauth': 'static tokens beside it',
    'captcha-before-token': 'the CAPTCHA is on the form for sales',
    'manual-key-approval': 'listings are reviewed and sandboxes checked; tokens are made at once',
    'token-rotation-without-refresh': 'refresh tokens',
    'session-cookie-only': 'bearer tokens',
  },
};
