import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, allTo, json, markdown, text } from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import { mcpSite, oauthError } from '../../lib/oauth.ts';
import { list, sample, shell, site, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter } from './noise.ts';

const home = 'https://neon.com';
const look = site({
  name: 'Neon Docs',
  nav: [
    ['Docs', `${home}/docs/introduction`],
    ['API', `${home}/docs/reference/api/get-started`],
    ['API keys', `${home}/docs/manage/api-keys`],
    ['MCP server', `${home}/docs/ai/neon-mcp-server`],
    ['OAuth', `${home}/docs/guides/oauth-integration`],
    ['CLI', `${home}/docs/reference/cli-auth`],
    ['Neon Auth', `${home}/docs/auth/overview`],
  ],
});
const refuse: Reply = () =>
  json(401, {
    request_id: 'a1b2c3d4',
    code: '',
    message: 'This endpoint is not authorized for the supplied credentials',
  });
const scopes = ['read', 'write', '*'];

/** MCP first: a hosted MCP server with open registration, an API with keys, and an index of its own surfaces. */
export const neon: World = {
  id: 'neon',
  kind: 'provider',
  title: 'Databases for agents: hosted MCP with open registration, an API with bearer keys, integrations.json',
  target: 'neon.com',
  dated: '2026-11',
  sources: [
    'neon.com/docs/reference/api/get-started',
    'neon.com/.well-known/integrations.json',
    'neon.com/docs/manage/api-keys',
  ],
  hosts: {
    'www.neon.com': aliasOf(home),
    'neon.tech': aliasOf(home),
    'neon.com': {
      routes: frontOf({
        name: 'Neon',
        origin: home,
        hero: 'Postgres for teams and agents',
        nav: [
          ['Product', `${home}/product`],
          ['Docs', `${home}/docs/introduction`],
          ['Pricing', `${home}/pricing`],
          ['Case studies', `${home}/case-studies`],
          ['Log in', 'https://console.neon.tech/login'],
          ['Sign up', 'https://console.neon.tech/signup'],
        ],
        stubs: ['/product', '/pricing', '/case-studies'],
        routes: {
          'GET /docs/introduction': look('Neon documentation', chatter('Neon', 4)),
          'GET /docs/reference/api/get-started': look(
            'Get started with the Neon API',
            `<p>The Neon API uses API keys and Bearer authentication.</p><h2>Get an API key</h2><p>Create a key in the Neon Console under Account settings, API keys. It is shown only once.</p><h2>Base URL</h2><p>All requests use <code>https://console.neon.tech/api/v2/</code></p>${sample("curl 'https://console.neon.tech/api/v2/projects' \\\n  -H 'Accept: application/json' \\\n  -H \"Authorization: Bearer $NEON_API_KEY\"")}<p>The description: <a href="${home}/api_spec/release/v2.json">v2.json</a></p>`,
          ),
          'GET /docs/manage/api-keys': look(
            'Manage API keys',
            `<p>Each key is a randomly generated token. All keys remain valid until you revoke them.</p>${table([
              ['Type', 'Who can create', 'Scope'],
              ['Personal', 'Any user', 'All projects where the user is a member'],
              ['Organization', 'Administrators', 'All projects of the organization'],
              ['Project-scoped', 'Any member', 'One project'],
            ])}<p>Make your first key in the Console; further ones with the API: <code>POST /api_keys</code>. A revoked key stops at once.</p>`,
          ),
          'GET /docs/ai/neon-mcp-server': look(
            'Neon MCP server',
            `<p>Point your client at the hosted server and approve access in the browser.</p>${sample('{"mcpServers": {"neon": {"url": "https://mcp.neon.tech/mcp"}}}', 'json')}<p>Agents without a browser send an API key: <code>Authorization: Bearer &lt;$NEON_API_KEY&gt;</code></p>`,
          ),
          'GET /docs/guides/oauth-integration': look(
            'Integrate with OAuth',
            `<p>Partners act for Neon users. Apply to become a partner and we send you a client ID and a client secret.</p>${list(
              [
                'Discovery: <code>https://oauth2.neon.tech/.well-known/openid-configuration</code>',
                'Authorization: <code>https://oauth2.neon.tech/oauth2/auth</code>',
                'Token: <code>https://oauth2.neon.tech/oauth2/token</code>',
              ],
            )}<p>Scopes such as <code>urn:neoncloud:projects:create</code> limit what your application may do. Ask for <code>offline_access</code> to get a refresh token.</p>`,
          ),
          'GET /docs/reference/cli-auth': look(
            'neon auth',
            '<p>Opens a browser to authorize the CLI. Credentials are stored in <code>~/.config/neonctl/credentials.json</code>. In CI use <code>NEON_API_KEY</code>.</p>',
          ),
          'GET /docs/auth/overview': look(
            'Neon Auth',
            '<p>Managed sign-in for the users of your application, with sessions in cookies and social login. Users live in your database.</p>',
          ),
          'GET /docs/llms.txt': text(
            200,
            `# Neon\n\n- [Get started with the API](${home}/docs/reference/api/get-started.md)\n- [API keys](${home}/docs/manage/api-keys)\n- [MCP](${home}/docs/ai/neon-mcp-server)\n`,
          ),
          'GET /llms.txt': { status: 308, headers: { location: `${home}/docs/llms.txt` }, body: '' },
          'GET /docs/reference/api/get-started.md': markdown(
            '# Get started with the Neon API\n\nThe Neon API uses API keys and Bearer authentication. Base URL: `https://console.neon.tech/api/v2/`\n',
          ),
          'GET /.well-known/integrations.json': json(200, {
            version: 3,
            summary: 'A REST management API, a hosted MCP server, and the CLI.',
            credentials: {
              neon_api_key: {
                type: 'api_key',
                label: 'Neon API key',
                generateUrl: 'https://console.neon.tech/app/settings/api-keys',
                setup:
                  'Create a key in the Console under Settings, API keys. Send it as an Authorization: Bearer token.',
              },
              neon_mcp_oauth: {
                type: 'oauth2',
                label: 'Neon OAuth (MCP)',
                setup:
                  'Point your MCP client at https://mcp.neon.tech/mcp. The server supports dynamic client registration.',
              },
            },
            surfaces: [
              {
                type: 'http',
                slug: 'neon-api',
                name: 'Neon API',
                docs: `${home}/docs/reference/api/get-started`,
                spec: `${home}/api_spec/release/v2.json`,
                url: 'https://console.neon.tech/api/v2',
                auth: {
                  status: 'required',
                  entries: [
                    {
                      use: [
                        {
                          id: 'neon_api_key',
                          mechanics: { source: 'http', in: 'header', headerName: 'Authorization', scheme: 'Bearer' },
                        },
                      ],
                    },
                  ],
                },
              },
              {
                type: 'mcp',
                slug: 'neon-mcp',
                name: 'Neon MCP',
                url: 'https://mcp.neon.tech/mcp',
                auth: { status: 'required', entries: [{ use: [{ id: 'neon_mcp_oauth' }] }] },
              },
            ],
          }),
          'GET /api_spec/release/v2.json': json(
            200,
            openapi({
              title: 'Neon API',
              servers: ['https://console.neon.tech/api/v2'],
              operations: [
                'get /projects',
                'post /projects',
                'get /projects/{project_id}',
                'get /api_keys',
                'get /regions',
                'get /users/me',
              ],
              schemes: {
                BearerAuth: { type: 'http', scheme: 'bearer' },
                CookieAuth: { type: 'apiKey', in: 'cookie', name: 'zenith' },
                TokenCookieAuth: { type: 'apiKey', in: 'cookie', name: 'keycloak_token' },
              },
              security: [{ BearerAuth: [] }, { CookieAuth: [] }, { TokenCookieAuth: [] }],
            }),
          ),
        },
      }),
      otherwise: bare404('Neon'),
    },
    'api-docs.neon.tech': allTo(`${home}/docs/reference/api/get-started`, 301),
    'console.neon.tech': {
      routes: { '/api/v2/*': refuse, 'GET *': shell('Neon Console') },
      otherwise: json(404, { code: '', message: 'not found' }),
    },
    'mcp.neon.tech': mcpSite('https://mcp.neon.tech', { scopes }),
    'oauth2.neon.tech': {
      routes: {
        'GET /.well-known/openid-configuration': json(200, {
          issuer: 'https://oauth2.neon.tech/',
          authorization_endpoint: 'https://oauth2.neon.tech/oauth2/auth',
          token_endpoint: 'https://oauth2.neon.tech/oauth2/token',
          jwks_uri: 'https://oauth2.neon.tech/.well-known/jwks.json',
          revocation_endpoint: 'https://oauth2.neon.tech/oauth2/revoke',
          subject_types_supported: ['public'],
          response_types_supported: ['code', 'code id_token', 'id_token', 'token id_token', 'token'],
          grant_types_supported: ['authorization_code', 'implicit', 'client_credentials', 'refresh_token'],
          scopes_supported: ['offline_access', 'offline', 'openid'],
          token_endpoint_auth_methods_supported: [
            'client_secret_post',
            'client_secret_basic',
            'private_key_jwt',
            'none',
          ],
          code_challenge_methods_supported: ['plain', 'S256'],
          id_token_signing_alg_values_supported: ['RS256'],
        }),
        'POST /oauth2/token': oauthError(
          401,
          'invalid_client',
          'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).',
        ),
        'GET /.well-known/jwks.json': json(200, { keys: [] }),
      },
      otherwise: text(404, '404 page not found'),
    },
  },
  expect: expectation({
    apiBases: ['https://console.neon.tech'],
    tokenEndpoint: ['https://mcp.neon.tech/token', 'https://oauth2.neon.tech/oauth2/token'],
    flows: { authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'oauth-discovery': ['pass', 'partial'],
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['client_credentials', 'implicit'],
  }),
  why: {
    client_credentials: 'not judged: the metadata for partners lists what its software can, nobody gets such a client',
    'manual-key-approval': 'partners apply; everybody makes keys at once',
    'session-cookie-only': 'the description lists cookies of the console beside bearer keys',
    'token-expiry': 'keys stay until revoked, tokens of the MCP server are renewed',
  },
};
