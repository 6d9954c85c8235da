import type { World } from '../../lib/world.ts';
import { aliasOf, json, redirect, text } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { list, robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';
import { docusaurus, frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';

const docs = 'https://developer.whoop.com';
const api = 'https://api.prod.whoop.com';
const scopes = {
  'read:recovery': 'Read Recovery data, including score, heart rate variability, and resting heart rate.',
  'read:cycles': 'Read cycles data, including day Strain and average heart rate.',
  'read:workout': 'Read workout data, including activity Strain and average heart rate.',
  'read:sleep': 'Read sleep data, including performance % and duration per sleep stage.',
  'read:profile': 'Read profile data, including name and email.',
  'read:body_measurement': 'Read body measurements data, including height, weight, and max heart rate.',
};
const operation = (summary: string, scope: string) => ({
  get: {
    tags: [summary.split(' ').at(-1)],
    summary,
    security: [{ OAuth: [scope] }],
    responses: {
      200: { description: 'Successful request' },
      400: { description: 'Client error constructing the request' },
      401: { description: 'Invalid authorization' },
      429: { description: 'Request rejected due to rate limiting' },
      500: { description: 'Server error occurred while making request' },
    },
  },
});
const description = {
  openapi: '3.0.1',
  info: {
    title: 'WHOOP API',
    version: '2.0.0',
    contact: { url: 'https://developer.whoop.com/docs/developing/support' },
  },
  servers: [{ url: `${api}/developer` }],
  paths: {
    '/v2/cycle': operation('Get a collection of cycles', 'read:cycles'),
    '/v2/recovery': operation('Get a collection of recoveries', 'read:recovery'),
    '/v2/activity/sleep': operation('Get a collection of sleeps', 'read:sleep'),
    '/v2/activity/workout': operation('Get a collection of workouts', 'read:workout'),
    '/v2/user/profile/basic': operation('Get the basic profile', 'read:profile'),
    '/v2/user/measurement/body': operation('Get body measurements', 'read:body_measurement'),
    '/v2/user/access': {
      delete: {
        summary: 'Revoke the access token granted by the user',
        security: [{ OAuth: [] }],
        responses: { 204: { description: 'Successful revocation' } },
      },
    },
  },
  components: {
    securitySchemes: {
      OAuth: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: `${api}/oauth/oauth2/auth`,
            tokenUrl: `${api}/oauth/oauth2/token`,
            scopes,
          },
        },
      },
    },
  },
};

/** Wearables: OAuth by authorization code only, ten members before an app is approved, a hydra that checks the client first. */
export const whoop: World = {
  id: 'whoop',
  kind: 'provider',
  title: 'Wearables: authorization code only, refresh by a scope called offline, apps approved beyond ten members',
  target: 'developer.whoop.com',
  dated: '2026-11',
  sources: [
    'developer.whoop.com/docs/developing/oauth',
    'developer.whoop.com/docs/developing/app-approval',
    'developer.whoop.com/docs/tutorials/refresh-token-javascript',
    'ory/hydra 1.x: client authentication before the grant',
  ],
  hosts: {
    'whoop.com': aliasOf('https://www.whoop.com'),
    'www.whoop.com': {
      routes: frontOf({
        name: 'WHOOP',
        origin: 'https://www.whoop.com',
        hero: 'Unlock human performance',
        nav: [
          ['Membership', 'https://www.whoop.com/membership'],
          ['Experience', 'https://www.whoop.com/experience'],
          ['Developer', `${docs}/`],
          ['Join now', 'https://join.whoop.com/'],
        ],
        stubs: ['/membership', '/experience'],
      }),
      otherwise: bare404('WHOOP'),
    },
    'join.whoop.com': { routes: { 'GET *': shell('Join WHOOP') } },
    'id.whoop.com': { routes: { 'GET *': shell('WHOOP ID') } },
    'developer-dashboard.whoop.com': {
      routes: { 'GET /login': redirect(302, 'https://id.whoop.com/login'), 'GET *': redirect(302, '/login') },
    },
    'developer.whoop.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/docs/introduction'),
        'GET /api':
          docusaurus('WHOOP for Developers', [
            [
              '/api',
              'API Docs',
              `<p>WHOOP API 2.0.0. <a href="${api}/developer/doc/openapi.json">Download OpenAPI specification</a></p><h2>Authentication</h2><h3>OAuth</h3><p>Security scheme type: OAuth2. Flow type: authorizationCode. Authorization URL: <code>${api}/oauth/oauth2/auth</code>. Token URL: <code>${api}/oauth/oauth2/token</code>.</p>${table(Object.entries(scopes).map(([name, what]) => [`<code>${name}</code>`, what]))}<h2>Cycle</h2><p><code>GET /v2/cycle</code> Get all physiological cycles for a user, paginated. Results are sorted by start time in descending order.</p>`,
            ],
          ])['GET /api'] ?? bare404('WHOOP'),
        ...docusaurus('WHOOP for Developers', [
          [
            '/docs/introduction',
            'Introduction',
            `<p>Welcome to the WHOOP Developer Platform. Build on top of the data of WHOOP members: recovery, strain, sleep and workouts.</p><h2>Principles</h2>${list(['Members own their data', 'Members decide which apps may see it', 'Apps ask only for what they need'])}<h2>Where to go next</h2><p>Read the <a href="/docs/developing/overview">overview</a>, then the <a href="/api">API docs</a>.</p>`,
          ],
          [
            '/docs/developing/overview',
            'Overview',
            `<p>What launching an app on the platform looks like, before the details.</p><h2>1. Sign up for WHOOP</h2><p>To develop you must be a member yourself; the account of the membership is your developer login too. <a href="https://join.whoop.com/">Join here</a>.</p><h2>2. Create an app in the Developer Dashboard</h2><p>The <a href="https://developer-dashboard.whoop.com/">Developer Dashboard</a> is where apps are registered, secrets are shown and colleagues are invited. Up to five apps; for more, send us a request.</p><h2>3. Authenticate with OAuth 2.0</h2><p>With a client ID and secret you ask members for consent. For each member that agrees you receive an access token and a refresh token.</p><h2>4. Make requests</h2><p>Call the REST endpoints with the access token.</p><h2>5. Launch</h2><p>When you are ready, <a href="/docs/developing/app-approval">submit the app for approval</a>.</p>`,
          ],
          [
            '/docs/developing/getting-started',
            'Getting started',
            `<p>Sign in to the Developer Dashboard; you are sent to id.whoop.com and back. If you have no team yet, create one first.</p><h2>Scopes</h2><p>At least one scope must be chosen for an app. Keep to those that you use.</p><h2>Redirect URIs</h2><p>The redirect URI of an authorization request must match one that you entered here.</p><h2>Client ID and secret</h2><p>Both are shown as soon as the app is saved. Do not share the secret and do not put it into client-side code.</p>`,
          ],
          [
            '/docs/developing/oauth',
            'OAuth 2.0',
            `<p>Every endpoint that returns data of a user requires authorization by OAuth 2.0 (RFC 6749). Use a library if you can.</p><h2>Required information</h2>${table(
              [
                ['Client ID, client secret', 'Developer Dashboard'],
                ['Authorization URL', `<code>${api}/oauth/oauth2/auth</code>`],
                ['Token URL', `<code>${api}/oauth/oauth2/token</code>`],
                ['Scopes', 'what your app may see; add <code>offline</code> to get a refresh token'],
                ['State', 'eight characters at least'],
              ],
            )}<h2>Flow</h2><p>The member opens the authorization URL, signs in, and agrees. WHOOP sends the browser back to your redirect URL with a code, which you exchange at the token URL.</p>${sample('https://api.prod.whoop.com/oauth/oauth2/auth?response_type=code&client_id=CLIENT_ID&redirect_uri=REDIRECT&scope=offline%20read:recovery&state=a1b2c3d4', 'text')}<h2>Access token lifetime</h2><p>The time until an access token expires is in <code>expires_in</code> of the answer, in seconds. Using a token after that gives <code>401</code>.</p><h2>Refresh</h2><p>Asking for the scope <code>offline</code> gives a refresh token. When it is used, the old access token and the old refresh token both end, so store the new pair. Two requests at the same time with one refresh token: one of them fails.</p>`,
          ],
          [
            '/docs/developing/app-approval',
            'App approval',
            `<p>Apps can be used for development immediately, with a limit of 10 WHOOP members. To launch to all members, submit the app for approval first.</p><h2>Process</h2><ol><li>Follow the API terms of use.</li><li>Test with at least one member.</li><li>Check name, contact e-mail and privacy policy in the dashboard.</li><li>Follow the brand guidelines.</li><li>Fill out the submission, with designs. Once approved, the app can have more than 10 members.</li></ol>`,
          ],
          [
            '/docs/developing/rate-limiting',
            'Rate limiting',
            '<p>100 requests a minute and 10,000 a day for each client. Need more? Send a request; we look at them every week.</p>',
          ],
          [
            '/docs/developing/webhooks',
            'Webhooks',
            '<p>Events: <code>workout.updated</code>, <code>sleep.updated</code>, <code>recovery.updated</code>. Compare <code>X-WHOOP-Signature</code> with the HMAC-SHA256 of timestamp and body, keyed with your client secret.</p>',
          ],
          [
            '/docs/developing/support',
            'Support',
            '<h2>Do you offer a sandbox for developers without a WHOOP?</h2><p>No, a device is required, which requires a membership.</p><h2>Are there costs?</h2><p>The platform is free at this time.</p><h2>Can I get raw heart rate data?</h2><p>Not through the API.</p>',
          ],
          [
            '/docs/tutorials/access-token-passport',
            'Get an access token with Passport',
            `<p>Uses passport-oauth2 in Express.</p>${sample("const whoopOAuthConfig = {\n  authorizationURL: `${process.env.WHOOP_API_HOSTNAME}/oauth/oauth2/auth`,\n  tokenURL: `${process.env.WHOOP_API_HOSTNAME}/oauth/oauth2/token`,\n  clientID: process.env.CLIENT_ID,\n  clientSecret: process.env.CLIENT_SECRET,\n  scope: ['offline', 'read:profile'],\n}", 'javascript')}`,
          ],
          [
            '/docs/tutorials/get-current-recovery-score',
            'Get the current recovery score',
            `<p>Fetch API, with an access token.</p>${sample("const response = await fetch(\n  'https://api.prod.whoop.com/developer/v2/cycle?limit=1',\n  { headers: { Authorization: `Bearer ${accessToken}` } },\n)", 'javascript')}`,
          ],
          [
            '/docs/tutorials/refresh-token-javascript',
            'Refreshing access tokens',
            `<p>Refresh token endpoint: <code>${api}/oauth/oauth2/token</code></p>${sample("const refreshParams = {\n  grant_type: 'refresh_token',\n  client_id: process.env.CLIENT_ID,\n  client_secret: process.env.CLIENT_SECRET,\n  scope: 'offline',\n  refresh_token: refresh_token,\n}", 'javascript')}`,
          ],
          [
            '/api-terms-of-use',
            'API terms of use',
            '<p>We may suspend access at our discretion. You may not use session cookies, scraping or reverse engineered endpoints of our apps.</p>',
          ],
        ]),
      },
      otherwise: bare404('WHOOP for Developers'),
    },
    'api.prod.whoop.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /developer/doc/openapi.json': json(200, description),
        'GET /oauth/oauth2/auth': redirect(
          302,
          'https://id.whoop.com/error?error=invalid_client&error_description=Client+authentication+failed',
        ),
        'POST /oauth/oauth2/token': oauthError(
          401,
          'invalid_client',
          'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)',
        ),
        '/developer/v1/*': text(
          410,
          'v1 has been removed. See https://developer.whoop.com/docs/developing/v1-v2-migration',
        ),
        '/developer/v2/*': text(401, 'Authorization was not valid'),
      },
      otherwise: text(404, 'Not Found'),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${api}/oauth/oauth2/token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['no', 'unknown'] },
    signals: {
      'structured-401': ['fail', 'partial'],
      'bearer-token': 'pass',
      'client-credentials': ['fail', 'unknown'],
      'oauth-discovery': ['fail', 'partial'],
      'self-service-keys': signUp,
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': ['present', 'unknown'],
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    apiBases: 'the server of the description',
    tokenEndpoint: 'manual, description and a tutorial name it, and it answers in the words of RFC 6749',
    authorization_code: 'the one flow of manual and description',
    refresh_token: 'the scope offline, with a tutorial',
    outcome: 'a 401 was seen at every documented path',
    'structured-401': '401, one sentence of plain text, no challenge',
    'bearer-token': 'OAuth in the description, Authorization: Bearer in the tutorials',
    'client-credentials':
      'a guard: the description and the manual know one flow, the token endpoint refuses the client before it looks at the grant',
    'oauth-discovery': 'no metadata anywhere; description and manual name the token endpoint',
    'self-service-keys': 'client ID and secret at once in the dashboard, for ten members; more needs approval',
    'token-expiry': 'expires_in and refresh tokens; the value is not told, so “partial” is honest too',
    'scope-restriction': 'six scopes in the description',
    'browser-only-oauth': 'a guard: nothing denies client_credentials in words; “absent” would be wrong',
    'session-cookie-only': 'bearer tokens throughout',
    'manual-key-approval': 'a guard: development starts at once, launching is approved',
    'token-rotation-without-refresh': 'the scope offline gives refresh tokens',
  },
};
