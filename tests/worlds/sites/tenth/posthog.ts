import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, isBare, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { bare404 } from '../providers/fourth-pages.ts';

const home = 'https://posthog.com';
const mcp = 'https://mcp.posthog.com';
const login = 'https://oauth.posthog.com';
const scopes = [
  'openid',
  'profile',
  'email',
  'introspection',
  'user:read',
  'organization:read',
  'project:read',
  'action:read',
  'action:write',
  'dashboard:read',
  'dashboard:write',
  'error_tracking:read',
  'experiment:read',
  'experiment:write',
  'feature_flag:read',
  'feature_flag:write',
  'insight:read',
  'insight:write',
  'query:read',
  'survey:read',
];

type Leaf = readonly [path: string, title: string, body: string];
const leaves: readonly Leaf[] = [
  [
    '/docs/model-context-protocol',
    'Model Context Protocol (MCP) server',
    `<p>The PostHog MCP server lets AI agents work with your product data: manage feature flags, query insights, look into errors. It is hosted at <code>${mcp}/mcp</code> and costs nothing.</p><h2>Quickstart</h2><p>Our wizard installs it into Cursor, Claude Code, Codex, VS Code and Zed:</p>${sample('npx @posthog/wizard mcp add')}<h2>By hand</h2>${sample(`claude mcp add --transport http posthog ${mcp}/mcp -s user`)}${sample(`{\n  "mcpServers": {\n    "posthog": {\n      "url": "${mcp}/mcp"\n    }\n  }\n}`, 'json')}<p>On first use, your browser opens to sign in to PostHog and to choose an organization and projects.</p><h2>Tools</h2>${table(
      [
        ['<code>feature-flag-get-all</code>', 'Get all feature flags'],
        ['<code>create-feature-flag</code>', 'Create a flag'],
        ['<code>execute-sql</code>', 'Run SQL'],
        ['<code>query-trends</code>', 'Run a trends query'],
        ['<code>error-tracking-issues-list</code>', 'List issues'],
        ['<code>docs-search</code>', 'Search the documentation'],
      ],
    )}`,
  ],
  [
    '/docs/model-context-protocol/faq',
    'PostHog MCP FAQ and advanced setup',
    `<p>Be mindful of prompt injection: review tool calls before you run them.</p><h3>Do I need to create an API key?</h3><p>No. OAuth is what we recommend and works out of the box with clients that support it. In CI, or where a client cannot open a browser, use a <a href="${home}/docs/api">personal API key</a> with the preset MCP Server and send it as a bearer token:</p>${sample(`{\n  "mcpServers": {\n    "posthog": {\n      "url": "${mcp}/mcp",\n      "headers": { "Authorization": "Bearer phx_..." }\n    }\n  }\n}`, 'json')}<h3>How do I limit what it can do?</h3><p>Choose scopes on consent, pin a project with <code>x-posthog-project-id</code>, show only some tools with <code>?features=flags,insights</code>, or set <code>x-posthog-read-only: true</code>.</p><h3>EU or US?</h3><p>One address for both; we send you to the region of your account when you sign in.</p><h3>Are there rate limits?</h3><p>Those of the API.</p>`,
  ],
  [
    '/docs/api',
    'API overview',
    `<p>PostHog has two kinds of endpoints.</p><h2>Public endpoints</h2><p>For capturing events and evaluating flags, <code>POST</code>, with the project token, which is no secret. They return nothing of your data and have no rate limits.</p>${sample('curl -v -L --header "Content-Type: application/json" -d \'{\n  "api_key": "<ph_project_token>",\n  "event": "event name",\n  "distinct_id": "user distinct id"\n}\' https://us.i.posthog.com/i/v0/e/')}<h2>Private endpoints</h2><p>At <code>https://us.posthog.com</code> or <code>https://eu.posthog.com</code>, with a personal API key.</p><h3>Personal API keys</h3><p>In your account settings, Personal API keys, Create: a label, the organizations or projects it may reach, and its scopes. It is shown once. If a key is found on GitHub we roll it and tell you.</p>${sample('curl -H "Authorization: Bearer $POSTHOG_PERSONAL_API_KEY" https://us.posthog.com/api/projects/')}<p>It works as <code>personal_api_key</code> in the body or the query too, but there it may be logged.</p><h2>Rate limits</h2><p>240 a minute for analytics, 1200 an hour for queries.</p>`,
  ],
  [
    '/docs/api/oauth',
    'OAuth for apps',
    `<p>Apps that act for PostHog users can use OAuth 2.0 with PKCE. Metadata: <code>${login}/.well-known/oauth-authorization-server</code>. Clients may register dynamically at <code>${login}/oauth/register/</code>, or give a URL of a client ID metadata document. To be shown as verified, write to us.</p>${table(
      [
        ['Access token', '<code>pha_</code>, 1 hour'],
        ['Refresh token', '<code>phr_</code>, 30 days, rotated'],
        ['Introspection', 'scope <code>introspection</code>'],
      ],
    )}`,
  ],
  [
    '/docs/self-host',
    'Self-host PostHog',
    '<p>The hobby deployment is for those who like to run things. Set <code>SOCIAL_AUTH_GITHUB_KEY</code> for sign-in with GitHub; SAML and SSO enforcement are for paid plans.</p>',
  ],
];
const words = (body: string) =>
  body
    .replace(/<h([23])>(.*?)<\/h\1>/g, '\n\n## $2\n\n')
    .replace(/<code>(.*?)<\/code>/g, '`$1`')
    .replace(/<\/(p|tr|pre)>/g, '\n\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta name="generator" content="Gatsby 4.25.9"/><title>${title} - Docs - PostHog</title></head><body class="light"><div id="___gatsby"><div id="gatsby-focus-wrapper"><header><a href="${home}/">PostHog</a><a href="${home}/docs">Docs</a><a href="${home}/pricing">Pricing</a><a href="https://us.posthog.com/signup">Get started - free</a></header><nav>${leaves.map(([path, label]) => `<a href="${home}${path}">${label}</a>`).join('')}</nav><section class="article-content"><h1>${title}</h1>${body}</section><footer>Questions? Ask Max AI. A hedgehog wrote this.</footer></div></div></body></html>`,
  );
const unauthorized: Reply = (r) =>
  text(
    401,
    isBare(r)
      ? `No token provided, please provide a valid API token. View the documentation for more information: ${home}/docs/model-context-protocol`
      : 'Invalid or expired token.',
    {
      'www-authenticate': `Bearer resource_metadata="${mcp}/.well-known/oauth-protected-resource/mcp"${isBearer(r) ? ', error="invalid_token"' : ''}`,
      'access-control-expose-headers': 'WWW-Authenticate',
    },
  );
/** RFC 7591 as the Django view has it: no address, no client. */
const register: Reply = (r: Incoming) => {
  const uris =
    r.json && typeof r.json === 'object' && !Array.isArray(r.json)
      ? Object.entries(r.json).find(([key]) => key === 'redirect_uris')?.[1]
      : undefined;
  if (r.json === undefined) return oauthError(400, 'invalid_client_metadata', 'Request body must be valid JSON');
  if (!Array.isArray(uris) || uris.length === 0)
    return oauthError(400, 'invalid_client_metadata', 'redirect_uris: This field is required.');
  if (!uris.every((uri) => typeof uri === 'string' && URL.canParse(uri)))
    return oauthError(400, 'invalid_redirect_uri', 'Redirect URIs must use https, except for loopback addresses.');
  return json(201, { client_id: 'registered-by-a-scan', redirect_uris: uris, token_endpoint_auth_method: 'none' });
};
const authorization = {
  issuer: login,
  authorization_endpoint: `${login}/oauth/authorize/`,
  token_endpoint: `${login}/oauth/token/`,
  revocation_endpoint: `${login}/oauth/revoke/`,
  introspection_endpoint: `${login}/oauth/introspect/`,
  userinfo_endpoint: `${login}/oauth/userinfo/`,
  jwks_uri: `${login}/.well-known/jwks.json`,
  registration_endpoint: `${login}/oauth/register/`,
  scopes_supported: scopes,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['none', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  client_id_metadata_document_supported: true,
  service_documentation: `${home}/docs/model-context-protocol`,
};
const region = {
  headers: { server: 'envoy', vary: 'Accept, Cookie, Origin' },
  routes: {
    'GET /': redirect(302, '/login?next=/'),
    'GET /login': shell('PostHog'),
    'GET /signup': shell('PostHog'),
    '/api/*': json(
      401,
      {
        type: 'authentication_error',
        code: 'not_authenticated',
        detail: 'Authentication credentials were not provided.',
        attr: null,
      },
      { 'www-authenticate': 'Bearer realm="api"' },
    ),
  },
  otherwise: redirect(302, '/login'),
} as const;

/** An MCP server as it is typed in: open registration at another host, a refusal in plain text, keys for those without a browser. */
export const posthog: World = {
  id: 'posthog-mcp',
  kind: 'provider',
  title:
    'MCP server: authorization server elsewhere, open registration, a plain sentence as 401; personal keys as second way',
  target: `${mcp}/mcp`,
  dated: '2026-11',
  sources: [
    'posthog.com/docs/model-context-protocol/faq',
    'github.com/PostHog/posthog/pull/44485',
    'RFC 9728, RFC 8414, RFC 7591',
  ],
  hosts: {
    'mcp.posthog.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /': redirect(302, `${home}/docs/model-context-protocol`),
        'GET /robots.txt': robots('User-agent: *\nAllow: /\n'),
        'GET /.well-known/oauth-protected-resource/mcp': json(200, {
          resource: `${mcp}/mcp`,
          authorization_servers: [login],
          bearer_methods_supported: ['header'],
          scopes_supported: scopes,
          resource_name: 'PostHog MCP',
          resource_documentation: `${home}/docs/model-context-protocol`,
        }),
        'GET /.well-known/oauth-protected-resource': json(200, {
          resource: mcp,
          authorization_servers: [login],
          bearer_methods_supported: ['header'],
        }),
        'GET /.well-known/oauth-authorization-server*': redirect(
          302,
          `${login}/.well-known/oauth-authorization-server`,
        ),
        '/mcp': unauthorized,
        '/sse': unauthorized,
      },
      otherwise: text(404, 'Not found'),
    },
    'oauth.posthog.com': {
      routes: {
        'GET /.well-known/oauth-authorization-server': json(200, authorization),
        'GET /.well-known/jwks.json': json(200, { keys: [] }),
        'POST /oauth/token/': tokenEndpoint({
          grants: ['authorization_code', 'refresh_token'],
          order: 'grant-first',
          unsupported: oauthError(400, 'unsupported_grant_type'),
          missing: oauthError(400, 'unsupported_grant_type'),
          unknownClient: oauthError(401, 'invalid_client'),
        }),
        'POST /oauth/register/': register,
        'GET /oauth/authorize/': html(400, '<h1>Invalid client_id</h1>'),
        'GET /': redirect(302, home),
      },
      otherwise: text(404, 'Not found'),
    },
    'www.posthog.com': aliasOf(home),
    'posthog.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /llms.txt': text(
          200,
          `# PostHog\n\n> Product engineers' tools.\n\n${leaves.map(([path, title]) => `- [${title}](${home}${path}.md)`).join('\n')}\n`,
        ),
        'GET /': page(
          'We make your product successful',
          '<p>Analytics, replay, flags, experiments, surveys, a warehouse.</p>',
        ),
        'GET /pricing': page('Pricing', '<p>Free up to a million events a month.</p>'),
        'GET /docs': page('Docs', '<p>Pick a product.</p>'),
        ...Object.fromEntries(
          leaves.flatMap(([path, title, body]): [string, Answer][] => [
            [`GET ${path}`, page(title, body)],
            [
              `GET ${path}.md`,
              text(200, `# ${title} - Docs\n\n${words(body)}`, { 'content-type': 'text/markdown; charset=utf-8' }),
            ],
          ]),
        ),
      },
      otherwise: bare404('PostHog'),
    },
    'us.posthog.com': region,
    'eu.posthog.com': region,
    'us.i.posthog.com': {
      routes: {
        '/i/v0/e/': (r) => (r.method === 'POST' ? text(401, 'API key is not valid: missing_api_key') : text(405, '')),
      },
      otherwise: text(404, ''),
    },
  },
  expect: expectation({
    apiBases: [mcp],
    tokenEndpoint: `${login}/oauth/token/`,
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': 'fail',
      'oauth-discovery': 'pass',
      'self-service-keys': 'pass',
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    apiBases: 'the address that was typed, and the resource of the metadata',
    tokenEndpoint: 'server metadata',
    authorization_code: 'in the list of grants',
    client_credentials: 'not in the list, and unsupported_grant_type',
    refresh_token: 'in the list of grants',
    'session-cookie-only': 'bearer tokens by a challenge',
    outcome: 'a challenge was seen',
    'structured-401': 'a challenge with resource_metadata, but the body is a sentence of plain text',
    'bearer-token': 'the challenge',
    'client-credentials': 'the list of grants leaves it out, and the token endpoint calls it unsupported',
    'oauth-discovery': 'challenge, resource metadata and server metadata lead to the token endpoint',
    'self-service-keys': 'registration is open: what it refuses is the metadata, not the one who asks',
    'token-expiry': 'refresh_token in the metadata; an hour and thirty days in the manual',
    'scope-restriction': 'twenty scopes in the metadata',
    'browser-only-oauth': 'a guard: personal keys by bearer are documented one link away (resource_documentation)',
    'manual-key-approval': '“verified” is a badge, registration needs nobody',
    'token-rotation-without-refresh': 'refresh tokens',
  },
};
