import type { Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { metadata, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { frontOf, helpCentre, readme, statusPage, type Leaf } from '../providers/third-manuals.ts';

const home = 'https://front.com';
const docs = 'https://dev.frontapp.com';
const app = 'https://app.frontapp.com';
const api = 'https://api2.frontapp.com';

const leaves: readonly Leaf[] = [
  [
    '/docs/welcome',
    'Welcome to the Front Developer Platform',
    '<p>Connect your tools to Front, where teams answer customers together. Choose the <a href="/docs/core-api-getting-started">Core API</a>, the Plugin SDK or application channels.</p>',
  ],
  [
    '/docs/core-api-getting-started',
    'Getting started with the Core API',
    `<ol><li>Create a developer account with your work e-mail: a Front instance with sample data, free of charge.</li><li>Create an <a href="/docs/create-and-revoke-api-tokens">API token</a>.</li><li>Make a call.</li></ol>${sample(`curl --request GET \\\n  --url ${api}/me \\\n  --header 'Authorization: Bearer [REQUEST_TOKEN]'`)}`,
  ],
  [
    '/docs/base-url',
    'Base URL',
    `<p>API calls will always work with <code>${api}</code> as the base URL. However, the API may return resource URLs that include your company's name, such as <code>https://acme.api.frontapp.com</code>. You can call either.</p>`,
  ],
  [
    '/docs/authentication',
    'Authentication',
    `<p>The Core API uses Bearer tokens to authenticate its user.</p><p>You MUST send the token for each request in the Authorization header. The token MUST be preceded by <code>Bearer</code>.</p>${sample(`curl --request GET \\\n  --url ${api}/conversations/cnv_123/drafts \\\n  --header 'Authorization: Bearer [REQUEST_TOKEN]'`)}<h2>OAuth v Front API Tokens</h2><p>There are two ways to get a Bearer token: through API tokens in your settings or through an OAuth implementation.</p><p>If you're just building an integration for your own Front instance or a single customer, or just want to test our API endpoints, you can generate an API token to get up and running more quickly.</p><p>For Partners looking to launch a public integration to all Front customers: we require that public integrations use OAuth unless there is a reason they cannot.</p>`,
  ],
  [
    '/docs/create-and-revoke-api-tokens',
    'API tokens',
    `<p>API tokens apply at a company level rather than being tied to a specific user, so anyone at your company with admin privileges will see the token you create.</p><blockquote>You must be an admin to create or manage API tokens.</blockquote><h2>Create an API token</h2><ol><li>Go to Settings &gt; Developers.</li><li>Go to the API Tokens tab.</li><li>Click Create API token.</li><li>Specify an API token name.</li><li>Choose the features, namespaces, and permissions the token should have.</li><li>Click Create, then Copy.</li></ol>${table(
      [
        ['Namespace', 'Reaches'],
        ['Global', 'Resources of the company'],
        ['Shared', 'Resources of all workspaces'],
        ['Private', 'Resources of individuals'],
      ],
    )}${table([
      ['Permission', ''],
      ['Read', 'GET'],
      ['Write', 'POST, PATCH, PUT'],
      ['Delete', 'DELETE'],
      ['Send', 'Send messages'],
    ])}<h2>Revoke</h2><p>Click the token, then Delete. It stops working at once.</p>`,
  ],
  [
    '/docs/oauth',
    'OAuth',
    `<p>OAuth 2.0 is a protocol that lets external applications request authorization to API access in a secure way. When you set up OAuth in your app, you specify which scopes the OAuth token will have access to. Customers installing your app are then asked to authorize the requested scopes.</p><blockquote>End users authorizing OAuth apps must be admins. The only exception is our MCP server, which uses user-scoped tokens.</blockquote><h2>At a glance</h2>${table(
      [
        ['Authorization URL', `<code>${app}/oauth/authorize</code>`],
        ['Token URL', `<code>${app}/oauth/token</code>`],
        ['Access token', 'expires after 60 minutes'],
        ['Refresh token', 'expires after 6 months; a new one is issued in the last 24 hours'],
      ],
    )}<h2>1. Request authorization</h2>${sample(`GET ${app}/oauth/authorize?response_type=code&client_id={clientId}&redirect_uri={redirectURI}`, 'http')}<h2>2. Get an authorization code</h2><p>If the user accepts, Front redirects them back with <code>code</code> and your <code>state</code>.</p><h2>3. Exchange the code</h2>${sample(`curl -X POST ${app}/oauth/token \\\n  -H "Authorization: Basic {Base64(clientId:clientSecret)}" \\\n  -H "Content-Type: application/json" \\\n  -d '{"code": "{authorizationCode}", "redirect_uri": "{redirectURI}", "grant_type": "authorization_code"}'`)}<h2>4. Refresh</h2>${sample(`curl -X POST ${app}/oauth/token -H "Authorization: Basic …" -d '{"refresh_token": "{refreshToken}", "grant_type": "refresh_token"}'`)}`,
  ],
  [
    '/docs/create-and-manage-apps',
    'Create, manage, and publish apps',
    '<p>In Settings &gt; Developers, Apps, click Create app. Add the OAuth feature, redirect URLs and scopes; the client ID and secret are shown on the same page. Your app is private until you publish it.</p><h2>Publish</h2><p>Submit your app for review. Our partnerships team checks it before it is listed in the App Store, usually within two weeks.</p>',
  ],
  [
    '/docs/rate-limits',
    'Rate limits',
    '<p>50 requests a minute for Starter, 100 for Growth, 200 for Scale. Ask your account manager for more.</p>',
  ],
  [
    '/docs/mcp-server',
    'MCP server',
    '<p>Front hosts an MCP server. Your client opens Front in the browser so that you can sign in.</p>',
  ],
];
const denied: Reply = (r: Incoming) =>
  json(
    401,
    {
      _error: {
        status: 401,
        title: 'Unauthenticated',
        message:
          isBearer(r) && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(r.authorization.value)
            ? 'Invalid token'
            : 'JSON Web Token error',
      },
    },
    { 'x-front-region': 'us-west-1' },
  );

/** Shared inboxes: the site, the manual and the API stand on three domains; own tokens, or OAuth with metadata at the app. */
export const front: World = {
  id: 'front',
  kind: 'provider',
  title:
    'Shared inbox: site, manual and API on other domains; JWT tokens of one’s own, OAuth for public apps, a gateway of 401s',
  target: home,
  dated: '2026-11',
  sources: [
    'dev.frontapp.com/docs/authentication',
    'dev.frontapp.com/docs/oauth.md',
    'dev.frontapp.com/docs/create-and-revoke-api-tokens',
    'app.frontapp.com/.well-known/oauth-authorization-server (as kept by api-evangelist/frontapp)',
    'api-evangelist/frontapp: well-known/frontapp-well-known.yml (api2 answers 401 to everything)',
    'bodies of 401 measured in August and October 2026, in two public connectors',
  ],
  hosts: {
    'www.front.com': aliasOf(home),
    'frontapp.com': aliasOf(home),
    'www.frontapp.com': aliasOf(home),
    'front.com': {
      routes: frontOf({
        name: 'Front',
        origin: home,
        hero: 'Customer service, together',
        nav: [
          ['Product', `${home}/product`],
          ['Integrations', `${home}/integrations`],
          ['Pricing', `${home}/pricing`],
          ['Sign in', `${app}/signin`],
        ],
        footer: [
          ['Help center', 'https://help.front.com/en/articles/2482'],
          ['Developer documentation', `${docs}/docs/welcome`],
          ['Status', 'https://www.frontstatus.com/'],
        ],
        stubs: ['/product', '/integrations', '/pricing'],
      }),
    },
    'www.frontstatus.com': { routes: statusPage('Front') },
    'help.front.com': {
      routes: helpCentre('Front Help Center', [
        [
          '/en/articles/2482',
          'How to create and revoke API tokens',
          '<p>Front’s API settings give you the controls you need to manage active API tokens and what resources they can access. Only company admins see them.</p>',
        ],
        [
          '/en/articles/2064',
          'Request access to a shared inbox',
          '<p>Ask your admin for access; the admin approves the request in Settings.</p>',
        ],
      ]),
    },
    'dev.frontapp.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/docs/welcome'),
        'GET /llms.txt': text(
          200,
          `# Front Platform\n\n## Guides\n\n${leaves.map(([path, title]) => `- [${title}](${docs}${path})`).join('\n')}\n`,
        ),
        ...readme('Front Platform', leaves),
      },
      otherwise: html(404, '<!DOCTYPE html><html><body><h1>Page Not Found</h1></body></html>'),
    },
    'app.frontapp.com': {
      routes: {
        'GET /': shell('Front'),
        'GET /signin': shell('Front'),
        'GET /.well-known/oauth-authorization-server': json(
          200,
          metadata(app, {
            authorization_endpoint: `${app}/oauth/authorize`,
            token_endpoint: `${app}/oauth/token`,
            revocation_endpoint: `${app}/oauth/revoke`,
            scopes_supported: ['feature:mcp'],
            grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
            code_challenge_methods_supported: ['S256'],
            token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
          }),
        ),
        'POST /oauth/token': tokenEndpoint({
          grants: ['authorization_code', 'refresh_token', 'client_credentials'],
          order: 'client-first',
          reads: ['form', 'json'],
          unknownClient: oauthError(401, 'invalid_client', 'Invalid client credentials'),
        }),
        'GET /oauth/authorize': redirect(302, '/signin'),
      },
      otherwise: shell('Front', { status: 404 }),
    },
    'api2.frontapp.com': { routes: { '*': denied } },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${app}/oauth/token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['yes', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': ['pass', 'partial', 'unknown'],
      'oauth-discovery': ['pass', 'partial'],
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['pass', 'partial', 'n/a'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    target: 'the marketing site; its footer leads to the manual on another domain',
    apiBases: '“API calls will always work with …” and every sample',
    tokenEndpoint: 'table of the page on OAuth, and the metadata beside it',
    authorization_code: 'page on OAuth, metadata',
    refresh_token: 'page on OAuth, metadata',
    client_credentials: 'a guard: the metadata lists it, the manual does not speak of it; only “no” is wrong',
    outcome: 'the API refuses strangers with 401',
    'structured-401': '401 JSON with status, title and message, at every path',
    'bearer-token':
      '“The token MUST be preceded by Bearer”; a bearer token that is no JWT gets the same answer as none',
    'client-credentials': 'a guard: declared for the MCP server’s authorization server',
    'oauth-discovery': 'RFC 8414 metadata at the host of the documented token endpoint; its scopes are those of MCP',
    'self-service-keys': 'an admin makes a token in the settings; a developer account is free',
    'token-expiry': '60 minutes with a refresh token of six months; API tokens are static',
    'scope-restriction': 'features, namespaces and permissions for each token',
    'manual-key-approval': 'listing in the store is reviewed; tokens and private apps are not',
    'token-rotation-without-refresh': 'refresh tokens',
    'browser-only-oauth': 'API tokens',
    'session-cookie-only': 'bearer tokens',
  },
};
