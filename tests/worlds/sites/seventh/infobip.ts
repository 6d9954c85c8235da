import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBare, json, markdown, redirect, text } from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { sample, signUpForm, site, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields } from './noise.ts';

const home = 'https://www.infobip.com';
const at = `${home}/docs/developer-resources/authentication-and-access`;
const look = site({
  name: 'Infobip Docs',
  nav: [
    ['Docs', `${home}/docs`],
    ['API reference', `${home}/docs/api`],
    ['API authentication', `${at}/api-authentication`],
    ['Authorization and scopes', `${at}/authorization-and-scopes`],
    ['SMS', `${home}/docs/sms`],
    ['WhatsApp', `${home}/docs/whatsapp`],
    ['MCP servers', `${home}/docs/mcp`],
    ['Tutorials', `${home}/docs/tutorials`],
  ],
});
const refuse: Reply = (r) =>
  json(
    401,
    {
      requestError: {
        serviceException: {
          messageId: 'UNAUTHORIZED',
          text: isBare(r) ? 'Missing authentication' : 'Invalid login details',
        },
      },
    },
    { server: 'SMS API', 'x-request-id': '1763976412' },
  );

/** CPaaS: a base URL of one's own, four ways into one header field. */
export const infobip: World = {
  id: 'infobip',
  kind: 'provider',
  title:
    'Telecom: keys under the scheme word App, Basic, session tokens and client_credentials; errors two levels down',
  target: home,
  dated: '2026-11',
  sources: ['infobip.com/docs/developer-resources/authentication-and-access/api-authentication', 'infobip.com/auth.md'],
  hosts: {
    'infobip.com': aliasOf(home),
    'www.infobip.com': {
      routes: {
        ...frontOf({
          name: 'Infobip',
          origin: home,
          hero: 'Create connected customer experiences',
          nav: [
            ['Products', `${home}/products`],
            ['Solutions', `${home}/solutions`],
            ['Pricing', `${home}/pricing`],
            ['Developers', `${home}/developers`],
            ['Docs', `${home}/docs`],
            ['Log in', 'https://portal.infobip.com/login'],
            ['Start free trial', `${home}/signup`],
          ],
          stubs: ['/products', '/solutions', '/pricing', '/docs/sms', '/docs/whatsapp', '/docs/tutorials'],
          routes: {
            'GET /developers': look(
              'Developers',
              `<p>SDKs, tutorials and a free trial. <a href="${home}/docs/api">API reference</a>.</p>${chatter('Infobip', 2)}`,
            ),
            'GET /signup': look('Create your free account', signUpForm()),
            'GET /docs': look('Documentation', `<p>Pick a channel.</p>${chatter('Infobip', 3, 2)}`),
            'GET /docs/api': look(
              'Get started with the Infobip API',
              `<p>Log in or create an account to see your API key and base URL: all that you need for the first call. <a href="https://api.infobip.com/platform/1/openapi/sms">View the OpenAPI specification</a>.</p><h2>Free trial</h2><p>With your account a free trial begins; during it you may write only to your own verified number.</p><h2>Base URL</h2><p>Your account has a base URL of its own, such as <code>xxxxx.api.infobip.com</code>; it routes requests to the nearest data centre. <code>https://api.infobip.com</code> works as well.</p>${fields(['messages', 'from', 'destinations', 'to', 'text', 'flash', 'validityPeriod'])}`,
            ),
            'GET /docs/mcp': look('MCP servers', '<p>Connect your assistant to SMS or WhatsApp.</p>'),
            'GET /docs/developer-resources/authentication-and-access/api-authentication': look(
              'API authentication',
              `<p>Every request needs the base URL of your account and credentials in the Authorization header. Four methods: API keys, OAuth 2.0, IBSSO tokens and HTTP Basic. Use an API key unless your stack asks for another.</p>${table(
                [
                  ['Method', 'Security', 'Session'],
                  ['API key', 'Medium', 'Until the expiry date of the key'],
                  ['OAuth 2.0', 'High', 'One hour, then a new token'],
                  ['IBSSO token', 'Medium', 'Ends after 60 minutes idle'],
                  ['Basic', 'Low', 'None'],
                ],
              )}<h2>API key</h2><p>You get a key when you create your account. Make more of them on the API keys page or with the API method; a key can be revoked at any time and has an expiry date.</p>${sample('POST /sms/3/messages HTTP/1.1\nHost: xxxxx.api.infobip.com\nAuthorization: App 003026bbc133714df1834b8638bb496e-8f4b3d9a-e931-478d-a994-28a725159ab9\nContent-Type: application/json', 'http')}<h2>OAuth 2.0</h2><p>Exchange client credentials for an access token.</p>${sample('POST /auth/1/oauth2/token HTTP/1.1\nHost: api.infobip.com\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=yourClientId&client_secret=yourClientSecret&grant_type=client_credentials', 'http')}${sample('{"access_token": "eyJraWQiOiI1…", "token_type": "Bearer", "expires_in": 3600}', 'json')}<p>Then send <code>Authorization: Bearer eyJraWQiOiI1…</code>. When it has expired, request another.</p><h2>IBSSO token</h2><p>Create a session with user name and password and send <code>Authorization: IBSSO &lt;token&gt;</code>.</p><h2>Basic</h2><p>The least recommended method: <code>Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==</code></p><h2 id="errors">Authentication errors</h2><p>401 UNAUTHORIZED: the credentials are missing or wrong. 403 FORBIDDEN: a scope is missing.</p>`,
            ),
            'GET /docs/developer-resources/authentication-and-access/authorization-and-scopes': look(
              'Authorization and scopes',
              `<p>Every key and every token has scopes, chosen when it is created.</p>${table([
                ['<code>sms:message:send</code>', 'Send messages'],
                ['<code>whatsapp:manage</code>', 'Templates and senders'],
                ['<code>account-management:manage</code>', 'Keys and users'],
              ])}`,
            ),
            'GET /auth.md': markdown(
              '# Infobip API authentication\n\nAll communication services use API keys.\n\n1. Sign up at https://www.infobip.com/signup\n2. Log in to the portal\n3. Open API Keys and generate a key\n\n```\nAuthorization: App {YOUR_API_KEY}\n```\n\nBase URL: `https://{your-base-url}.api.infobip.com`\n',
            ),
            'GET /llms.txt': text(
              200,
              `# Infobip\n\n> Communications platform.\n\n- [API reference](${home}/docs/api)\n- [API authentication](${at}/api-authentication)\n- [MCP servers](${home}/docs/mcp)\n`,
            ),
          },
        }),
      },
      otherwise: bare404('Infobip'),
    },
    'portal.infobip.com': { routes: { 'GET *': redirect(302, `${home}/signup`) } },
    'api.infobip.com': {
      routes: {
        'GET /platform/1/openapi/sms': json(
          200,
          openapi({
            title: 'Infobip OpenAPI Specification',
            servers: ['https://api.infobip.com'],
            operations: ['post /sms/3/messages', 'get /sms/3/reports', 'get /sms/3/logs', 'get /account/1/balance'],
            schemes: {
              APIKeyHeader: {
                type: 'apiKey',
                in: 'header',
                name: 'Authorization',
                description: 'Prefix the value with "App ".',
              },
              Basic: { type: 'http', scheme: 'basic' },
              IBSSOTokenHeader: { type: 'apiKey', in: 'header', name: 'Authorization' },
              OAuth2: {
                type: 'oauth2',
                flows: {
                  clientCredentials: {
                    tokenUrl: 'https://api.infobip.com/auth/1/oauth2/token',
                    scopes: { 'sms:message:send': 'Send messages' },
                  },
                },
              },
            },
            security: [{ APIKeyHeader: [] }, { Basic: [] }, { IBSSOTokenHeader: [] }, { OAuth2: [] }],
            documents401: true,
          }),
        ),
        'POST /auth/1/oauth2/token': tokenEndpoint({
          grants: ['client_credentials'],
          order: 'grant-first',
          noClient: oauthError(400, 'invalid_request', 'Missing client credentials.'),
        }),
        '/sms/*': refuse,
        '/account/*': refuse,
        '/whatsapp/*': refuse,
      },
      otherwise: json(404, {
        requestError: { serviceException: { messageId: 'NOT_FOUND', text: 'Requested URL not found' } },
      }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.infobip.com'],
    tokenEndpoint: 'https://api.infobip.com/auth/1/oauth2/token',
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': ['pass', 'partial'],
      'bearer-token': ['pass', 'partial'],
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    'structured-401': 'the error is named two levels down: requestError.serviceException.messageId',
    'bearer-token': 'tokens by Bearer, keys under the scheme word App',
  },
};
