import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBare, json, redirect, text } from '../../lib/answers.ts';
import { mcpSite, metadata, oauthError, registrationEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { sample, shell, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { docusaurus, frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter } from '../seventh/noise.ts';

const docs = 'https://docs.apify.com';
const backend = 'https://console-backend.apify.com';
const refuse: Reply = (r) =>
  json(
    401,
    isBare(r) && !r.query.has('token')
      ? { error: { type: 'token-not-provided', message: 'Authentication token was not provided' } }
      : {
          error: {
            type: 'user-or-token-not-found',
            message: 'User was not found or authentication token is not valid',
          },
        },
  );

/** Scrapers for agents: an MCP server, an API with tokens that can be scoped, and a shop window that anybody may read. */
export const apify: World = {
  id: 'apify',
  kind: 'provider',
  title: 'Agents’ tools: MCP with another host’s authorization server, tokens with scopes, a public store beside',
  target: 'apify.com',
  dated: '2026-11',
  sources: [
    'docs.apify.com/api/v2',
    'docs.apify.com/platform/integrations/api',
    'docs.apify.com/platform/integrations/mcp',
  ],
  hosts: {
    'www.apify.com': aliasOf('https://apify.com'),
    'apify.com': {
      routes: frontOf({
        name: 'Apify',
        origin: 'https://apify.com',
        hero: 'Tools for web scraping and for your AI',
        nav: [
          ['Store', 'https://apify.com/store'],
          ['Docs', `${docs}/`],
          ['Pricing', 'https://apify.com/pricing'],
          ['Log in', 'https://console.apify.com/sign-in'],
          ['Get started', 'https://console.apify.com/sign-up'],
        ],
        stubs: ['/store', '/pricing'],
      }),
      otherwise: bare404('Apify'),
    },
    'console.apify.com': { routes: { 'GET *': shell('Apify Console') } },
    'docs.apify.com': {
      routes: {
        'GET /': redirect(302, '/platform'),
        'GET /llms.txt': text(
          200,
          `# Apify\n\n- [API](${docs}/api/v2)\n- [API integration](${docs}/platform/integrations/api)\n- [MCP](${docs}/platform/integrations/mcp)\n`,
        ),
        'GET /api/openapi.json': json(
          200,
          openapi({
            title: 'Apify API',
            version: '3.1.0',
            servers: ['https://api.apify.com'],
            operations: ['get /v2/acts', 'get /v2/actor-runs', 'get /v2/users/me', 'get /v2/store'],
            schemes: {
              httpBearer: { type: 'http', scheme: 'bearer' },
              apiKey: { type: 'apiKey', in: 'query', name: 'token' },
            },
            security: [{ httpBearer: [] }, { apiKey: [] }],
            operationSecurity: { 'get /v2/store': [] },
          }),
        ),
        ...docusaurus('Apify Documentation', [
          ['/platform', 'Platform', chatter('Apify', 4)],
          [
            '/api/v2',
            'Apify API',
            `<p>All endpoints are at <code>https://api.apify.com/v2</code>. Send your token in the Authorization header, or as the query parameter <code>token</code>, which is less safe.</p>${sample("curl 'https://api.apify.com/v2/acts' -H 'Authorization: Bearer your-api-token'")}<p><a href="${docs}/api/openapi.json">openapi.json</a></p>`,
          ],
          [
            '/platform/integrations/api',
            'API integration',
            `<p>Find your token in Console, Settings, API &amp; Integrations. Create as many as you like there.</p><h2>Expiration</h2><p>When you create a token you may set an expiry date.</p><h2>Scoped tokens</h2><p>By default a token may do all that you may do. Limit it to chosen resources and permissions:</p>${table(
              [
                ['Read', 'Get the resource'],
                ['Write', 'Change or delete it'],
                ['Run', 'Start an Actor'],
              ],
            )}<h2>Rotation</h2><p>If a token leaked, rotate it: the old one stays for 24 hours at most.</p>`,
          ],
          [
            '/platform/integrations/mcp',
            'MCP server',
            `<p>Connect to <code>https://mcp.apify.com</code>; your client opens a browser and you allow access. Without a browser, send your token.</p>${sample('{"mcpServers": {"apify": {"url": "https://mcp.apify.com", "headers": {"Authorization": "Bearer your-api-token"}}}}', 'json')}`,
          ],
          [
            '/academy/anti-scraping/captchas',
            'Bypassing CAPTCHAs',
            '<p>Many sites show a CAPTCHA before the login. Lower your request rate, and rotate proxies and sessions.</p>',
          ],
        ]),
      },
      otherwise: bare404('Apify Documentation'),
    },
    'mcp.apify.com': mcpSite('https://mcp.apify.com', { path: '/', issuer: backend, scopes: ['full_api_access'] }),
    'console-backend.apify.com': {
      routes: {
        'GET /.well-known/oauth-authorization-server': json(
          200,
          metadata(backend, {
            authorization_endpoint: 'https://console.apify.com/authorize/oauth',
            token_endpoint: `${backend}/oauth/apps/token`,
            registration_endpoint: `${backend}/oauth/apps/register`,
            grant_types_supported: ['authorization_code', 'refresh_token'],
            code_challenge_methods_supported: ['S256'],
            token_endpoint_auth_methods_supported: ['none', 'client_secret_post'],
            scopes_supported: ['full_api_access'],
          }),
        ),
        'POST /oauth/apps/token': oauthError(400, 'invalid_request', 'client_id is required'),
        'POST /oauth/apps/register': registrationEndpoint,
      },
      otherwise: json(404, { error: { type: 'page-not-found', message: 'We have bad news: no API endpoint here.' } }),
    },
    'api.apify.com': {
      routes: {
        'GET /v2/store': json(200, { data: { total: 8000, offset: 0, count: 1, items: [{ name: 'web-scraper' }] } }),
        '/v2/*': refuse,
      },
      otherwise: json(404, { error: { type: 'page-not-found', message: 'We have bad news: no API endpoint here.' } }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.apify.com'],
    tokenEndpoint: `${backend}/oauth/apps/token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'oauth-discovery': ['pass', 'partial'],
      'self-service-keys': ['pass', 'partial'],
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
    'captcha-before-token': 'a lesson on other people’s CAPTCHAs',
    'token-expiry': 'not judged: static tokens with an optional date, OAuth with refresh for assistants',
    'client-credentials': 'not judged: the list of grants denies it, for the MCP server',
  },
};
