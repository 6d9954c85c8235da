import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, json, markdown, text } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { sample, shell, site, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';
import { frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields } from './noise.ts';

const home = 'https://workos.com';
const look = site({
  name: 'WorkOS Docs',
  nav: [
    ['Docs', `${home}/docs`],
    ['API reference', `${home}/docs/reference`],
    ['API authentication', `${home}/docs/reference/api-authentication`],
    ['AuthKit', `${home}/docs/authkit`],
    ['Sessions', `${home}/docs/authkit/sessions`],
    ['SSO', `${home}/docs/sso`],
    ['M2M applications', `${home}/docs/authkit/connect/m2m`],
    ['CLI Auth', `${home}/docs/authkit/cli-auth`],
    ['MCP', `${home}/docs/authkit/mcp`],
    ['Radar', `${home}/docs/authkit/radar`],
    ['Errors', `${home}/docs/reference/errors`],
  ],
});
const refuse: Reply = () => json(401, { message: 'Unauthorized' }, { 'x-request-id': '0195f5b0-6a3c' });
const authentication = `<p>WorkOS authenticates your API requests with the API keys of your account. A request without a key, or with a wrong one, is answered with <code>401</code>; a valid key without the permission with <code>403</code>. All requests go over HTTPS.</p><h2>Using an API key</h2><p>View and manage your keys in the <a href="https://dashboard.workos.com/api-keys">WorkOS Dashboard</a>.</p>${sample('curl --request GET \\\n  --url https://api.workos.com/organizations \\\n  --header "Authorization: Bearer sk_example_123456789"')}<h2>Secure your keys</h2><p>Keys begin with <code>sk_</code>. Keep them out of client-side code.</p><h2>In Staging</h2><p>Your Staging environment comes with a key already generated for you.</p><h2>In Production</h2><p>Once you unlock Production by adding billing information, generate a key for it. It is shown once.</p>`;

/** Identity vendor: every page speaks of OAuth, sessions and tokens for the customers' own users; the API itself takes keys. */
export const workos: World = {
  id: 'workos',
  kind: 'provider',
  title: 'Sign-in for other people’s users: OAuth on every page, the API itself takes bearer keys',
  target: 'workos.com',
  dated: '2026-11',
  sources: ['workos.com/docs/reference/api-authentication', 'workos.com/docs/authkit'],
  hosts: {
    'www.workos.com': aliasOf(home),
    'workos.com': {
      routes: frontOf({
        name: 'WorkOS',
        origin: home,
        hero: 'Your app, Enterprise Ready',
        nav: [
          ['Products', `${home}/products`],
          ['Docs', `${home}/docs`],
          ['Pricing', `${home}/pricing`],
          ['Customers', `${home}/customers`],
          ['Dashboard', 'https://dashboard.workos.com/'],
          ['Sign up', 'https://dashboard.workos.com/signup'],
        ],
        stubs: ['/products', '/pricing', '/customers'],
        routes: {
          'GET /docs': look(
            'Documentation',
            `<p>Pick a product. The first million users are free.</p>${chatter('WorkOS', 3)}`,
          ),
          'GET /docs/reference': look(
            'API reference',
            `<p>The WorkOS API is organised around REST. Base URL <code>https://api.workos.com</code>.</p>${fields(['id', 'name', 'domains', 'external_id', 'metadata', 'created_at', 'updated_at'])}`,
          ),
          'GET /docs/reference/api-authentication': look('API authentication', authentication),
          'GET /docs/reference/api-authentication.md': markdown(
            "# API authentication\n\nWorkOS authenticates your API requests using your account's API keys. Send the key as `Authorization: Bearer sk_...`.\n",
          ),
          'GET /docs/reference/errors': look(
            'Errors',
            table([
              ['401', 'Invalid API key'],
              ['403', 'The key has no permission'],
              ['422', 'Validation failed'],
              ['429', 'Too many requests'],
            ]),
          ),
          'GET /docs/authkit': look(
            'AuthKit',
            `<p>A login box for your application. Redirect your users to AuthKit and exchange the authorization code for a user.</p>${sample("const url = workos.userManagement.getAuthorizationUrl({ provider: 'authkit', clientId, redirectUri });\nconst { user } = await workos.userManagement.authenticateWithCode({ code, clientId });", 'js')}<p>Your users may sign in with a password, Magic Auth, a passkey or Google.</p>`,
          ),
          'GET /docs/authkit/sessions': look(
            'Sessions',
            '<p>After sign-in, store the access token and the refresh token of your user in a sealed session cookie. Access tokens of your users expire after five minutes by default; your backend refreshes them with the refresh token. The session ends with the cookie.</p>',
          ),
          'GET /docs/sso': look(
            'Single Sign-On',
            `<p>Connect your application with Okta, Entra ID or any SAML or OIDC provider of your customers.</p>${sample('curl -X POST https://api.workos.com/sso/token -d client_id=client_123 -d client_secret=sk_example_123456789 -d grant_type=authorization_code -d code=01E2RJ4C05B52KKZ8FSRDAP23J')}<p>The profile of the person comes back.</p>`,
          ),
          'GET /docs/authkit/connect/m2m': look(
            'M2M applications',
            `<p>Let your customers’ services call <em>your</em> API. Your customers get a client ID and a secret from you and use the client credentials grant at your AuthKit domain:</p>${sample('curl -X POST https://<subdomain>.authkit.app/oauth2/token -d grant_type=client_credentials -d client_id=… -d client_secret=…')}<p>Your API verifies the access token with the JWKS of your environment.</p>`,
          ),
          'GET /docs/authkit/cli-auth': look(
            'CLI Auth',
            '<p>Add a login to the command line of your product: the device authorization flow shows your user a code to type in the browser.</p>',
          ),
          'GET /docs/authkit/mcp': look(
            'Model Context Protocol',
            '<p>AuthKit can be the authorization server of your MCP server. Turn on Dynamic Client Registration in the dashboard, and publish <code>/.well-known/oauth-protected-resource</code> on your server.</p>',
          ),
          'GET /docs/authkit/radar': look(
            'Radar',
            '<p>Radar stops bots at your sign-in page. Suspicious attempts are challenged with a CAPTCHA or blocked; you approve devices by hand in the dashboard if you like.</p>',
          ),
          'GET /llms.txt': text(
            200,
            `# WorkOS\n\n> Enterprise features for your app\n\n- [API authentication](${home}/docs/reference/api-authentication.md)\n- [AuthKit](${home}/docs/authkit)\n- [SSO](${home}/docs/sso)\n`,
          ),
        },
      }),
      otherwise: bare404('WorkOS'),
    },
    'dashboard.workos.com': { routes: { 'GET *': shell('WorkOS Dashboard') } },
    'api.workos.com': {
      routes: {
        'POST /sso/token': oauthError(400, 'invalid_client', 'Invalid client ID.'),
        'POST /user_management/authenticate': oauthError(400, 'invalid_client', 'Invalid client ID.'),
        '/organizations*': refuse,
        '/user_management/users*': refuse,
        '/directories*': refuse,
        '/events*': refuse,
        'GET /sso/authorize': oauthError(400, 'invalid_request', 'client_id is missing'),
      },
      otherwise: json(404, { message: 'Not Found', error: 'Not Found', statusCode: 404 }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.workos.com'],
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'captcha-before-token': ['absent', 'unknown'],
    },
    notJudged: ['authorization_code', 'refresh_token', 'device_code'],
  }),
  why: {
    'client-credentials': 'the grant is what the vendor’s customers offer to theirs, at hosts of their own',
    authorization_code: 'not judged: /sso/token stands on the API host, yet is for other people’s users',
    'token-expiry': 'what expires are sessions of the customers’ users',
    'captcha-before-token': 'a product, not a wall before the key',
  },
};
