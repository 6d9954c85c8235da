import type { Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json, text } from '../../lib/answers.ts';
import { metadata, oauthError } from '../../lib/oauth.ts';
import { robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { frontOf, mintlify, type Leaf } from '../providers/third-manuals.ts';

const mcp = 'https://mcp.webflow.com';
const docs = 'https://developers.webflow.com';
const api = 'https://api.webflow.com';
const www = 'https://webflow.com';

const leaves: readonly Leaf[] = [
  [
    '/mcp/reference/overview',
    'Webflow MCP server',
    `<p>Connect AI agents to your Webflow sites. Add the remote server to your client:</p>${sample(`{\n  "mcpServers": {\n    "webflow": {\n      "url": "${mcp}/mcp"\n    }\n  }\n}`, 'json')}<p>Save and close the file. Your client will automatically open an OAuth login page where you can authorize Webflow sites to use with the MCP server.</p>`,
  ],
  [
    '/mcp/reference/how-it-works',
    'How it works',
    `<p>The MCP server translates between AI agents and Webflow's APIs.</p><h2>Remote deployment</h2><p>The server runs remotely to enable OAuth authentication.</p><ul><li>No local credentials: authorize multiple sites without storing API keys on your machine</li><li>Secure access: token-based authentication with automatic refresh</li></ul>`,
  ],
  [
    '/data/reference/authentication',
    'Authentication',
    `<p>To access the Data API, you need a bearer token, which must be included in the authorization header of each API request.</p><h2>Site tokens</h2><p>In Site settings, Apps &amp; integrations, API access, a site administrator clicks Generate API token, names it and chooses the permissions (no access, read-only, read and write). Each site can have up to 5 tokens. They expire after 365 consecutive days of inactivity.</p>${sample(`curl ${api}/v2/sites -H "Authorization: Bearer YOUR_TOKEN"`)}<h2>OAuth apps</h2><p>Apps in the Webflow Marketplace use the Authorization Code Grant flow. Marketplace apps are reviewed before they are listed.</p>`,
  ],
  [
    '/data/reference/scopes',
    'Scopes',
    table([
      ['<code>sites:read</code>', 'Read sites'],
      ['<code>cms:read</code>', 'Read collections and items'],
      ['<code>cms:write</code>', 'Write items'],
    ]),
  ],
];
const unauthorized = (path: string): Reply =>
  json(
    401,
    { error: 'invalid_token', error_description: 'Missing or invalid access token' },
    {
      server: 'cloudflare',
      'www-authenticate': `Bearer realm="OAuth", resource_metadata="${mcp}/.well-known/oauth-protected-resource${path}", error="invalid_token", error_description="Missing or invalid access token"`,
    },
  );
const resource = (path: string) => ({
  resource: mcp + path,
  authorization_servers: [mcp],
  bearer_methods_supported: ['header'],
});
/** workers-oauth-provider: reads JSON, wants redirect addresses that are addresses. */
const register = (r: Incoming) => {
  if (r.json === undefined || r.json === null || typeof r.json !== 'object')
    return oauthError(400, 'invalid_request', 'Invalid JSON payload');
  const uris: unknown = Object.entries(r.json).find(([key]) => key === 'redirect_uris')?.[1];
  if (!Array.isArray(uris) || uris.length === 0)
    return oauthError(400, 'invalid_client_metadata', 'At least one redirect URI is required');
  if (!uris.every((uri) => typeof uri === 'string' && URL.canParse(uri)))
    return oauthError(400, 'invalid_client_metadata', 'Invalid redirect URI');
  return json(201, { client_id: 'wf-registered', redirect_uris: uris, token_endpoint_auth_method: 'none' });
};
const token = (r: Incoming) =>
  r.form.get('client_id') === null && r.authorization.scheme !== 'basic'
    ? oauthError(401, 'invalid_client', 'Client ID is required')
    : oauthError(401, 'invalid_client', 'Client not found');

/** A site builder's MCP server, typed itself: open registration, people in a browser, refresh tokens. */
export const webflowMcp: World = {
  id: 'webflow-mcp',
  kind: 'provider',
  title: 'MCP server of a site builder: metadata, open registration, authorization code and refresh tokens, no scopes',
  target: `${mcp}/mcp`,
  dated: '2026-11',
  sources: [
    'mcp.webflow.com/.well-known/oauth-authorization-server (as kept by api-evangelist/webflow)',
    'mcp.webflow.com/.well-known/oauth-protected-resource (as kept by api-evangelist/webflow)',
    'developers.webflow.com/mcp/reference/how-it-works',
    'developers.webflow.com/data/reference/authentication',
    'cloudflare/workers-oauth-provider',
  ],
  hosts: {
    'www.webflow.com': aliasOf(www),
    'webflow.com': {
      routes: frontOf({
        name: 'Webflow',
        origin: www,
        hero: 'Build websites that get results',
        nav: [
          ['Platform', `${www}/platform`],
          ['Pricing', `${www}/pricing`],
          ['Developers', `${docs}/`],
        ],
        stubs: ['/platform', '/pricing'],
      }),
    },
    'developers.webflow.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': { status: 302, headers: { location: '/mcp/reference/overview' }, body: '' },
        ...mintlify('Webflow Developers', docs, leaves),
      },
      otherwise: html(404, '<!DOCTYPE html><html><body><h1>Page not found</h1></body></html>'),
    },
    'api.webflow.com': {
      routes: {
        '/v2/*': json(401, {
          message: 'Request not authorized',
          code: 'not_authorized',
          externalReference: null,
          details: [],
        }),
      },
      otherwise: json(404, { message: 'Requested resource not found', code: 'resource_not_found', details: [] }),
    },
    'mcp.webflow.com': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /': shell('Webflow MCP'),
        'GET /.well-known/oauth-protected-resource/sse': json(200, resource('/sse')),
        'GET /.well-known/oauth-protected-resource/mcp': json(200, resource('/mcp')),
        'GET /.well-known/oauth-protected-resource': json(200, resource('/mcp')),
        'GET /.well-known/oauth-authorization-server': json(
          200,
          metadata(mcp, {
            authorization_endpoint: `${mcp}/oauth/authorize`,
            token_endpoint: `${mcp}/oauth/token`,
            registration_endpoint: `${mcp}/oauth/register`,
            response_modes_supported: ['query'],
            grant_types_supported: ['authorization_code', 'refresh_token'],
            token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
            revocation_endpoint: `${mcp}/oauth/token`,
            code_challenge_methods_supported: ['plain', 'S256'],
            client_id_metadata_document_supported: false,
          }),
        ),
        'POST /oauth/token': token,
        'GET /oauth/token': { status: 405, body: 'Method not allowed' },
        'POST /oauth/register': register,
        'GET /oauth/authorize': { status: 400, headers: { 'content-type': 'text/plain' }, body: 'Invalid client' },
        '/mcp': unauthorized('/mcp'),
        '/sse': unauthorized('/sse'),
      },
      otherwise: text(404, 'Not Found'),
    },
  },
  expect: expectation({
    apiBases: [mcp],
    tokenEndpoint: `${mcp}/oauth/token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'fail',
      'oauth-discovery': 'pass',
      'self-service-keys': 'pass',
      'token-expiry': ['pass', 'partial'],
    },
    antiPatterns: {
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['browser-only-oauth'],
  }),
  why: {
    apiBases: 'the address that was typed, and the resource of the metadata',
    tokenEndpoint: 'server metadata',
    authorization_code: 'in the list of grants',
    refresh_token: 'in the list of grants',
    client_credentials:
      'not in the list of grants; the endpoint looks at the client first and says nothing against the list',
    outcome: 'a challenge was seen',
    'structured-401': '401 JSON with an error, and a challenge with resource_metadata',
    'bearer-token': 'the challenge',
    'client-credentials': 'the list of grants leaves it out',
    'oauth-discovery': 'challenge, resource metadata and server metadata lead to the token endpoint',
    'self-service-keys': 'registration is open: what it refuses is the metadata, not the one who asks',
    'token-expiry': 'refresh_token in the metadata, “automatic refresh” in the manual',
    'scope-restriction': 'not judged: no scopes in the metadata; the Data API of the same business has them',
    'browser-only-oauth': 'not judged: this server takes OAuth only, the Data API beside it site tokens',
    'manual-key-approval': 'listing in the marketplace is reviewed, registration needs nobody',
    'token-rotation-without-refresh': 'refresh tokens',
    'session-cookie-only': 'bearer tokens by a challenge',
  },
};
