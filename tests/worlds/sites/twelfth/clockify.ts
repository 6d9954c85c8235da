import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json } from '../../lib/answers.ts';
import { robots, shell } from '../../lib/pages.ts';
import { expectation, keyApi } from '../../lib/world.ts';
import { frontOf, helpCentre, redoc } from '../providers/third-manuals.ts';

const docs = 'https://docs.clockify.me';
const site = 'https://clockify.me';
const api = 'https://api.clockify.me';
const reports = 'https://reports.api.clockify.me';

const intro = `Welcome to Clockify's API documentation! Here you'll find an overview of REST-based endpoints, resources, webhooks and examples that will help you integrate Clockify with your add-on or other tool you use.

# Getting Started

To start using our API, you need to create an account on Clockify for free. Once you have an account and you're logged in, you can generate an API key under the Advanced tab of your preferences by clicking Manage API Keys. A new browser tab opens where you can generate and manage your API keys.

# Authentication

To authenticate your requests to the API, make sure to include either the 'X-Api-Key' or the 'X-Addon-Token' in the request header, containing your API or Addon key.

If your workspace is on a subdomain (e.g. subdomain.clockify.me), you'll need to generate a new API key in your Profile Settings that will work specifically for that workspace. This ensures that you're accessing data from the correct workspace and helps maintain the security of your data.

In the request headers, make sure to use your own API keys rather than the sample ones below.

\`\`\`
curl -H "content-type: application/json" -H "X-Api-Key: yourAPIkey" -X GET https://api.clockify.me/api/v1/user
\`\`\`

# API URLs

If your workspace is in a specific region, you need to change your URL prefix to access these API endpoints.

| Regional prefix | Value | Example |
| --- | --- | --- |
| EU (Germany) | euc1 | https://euc1.clockify.me/api/v1/file/image |
| USA | use2 | https://use2.clockify.me/report/v1 |
| UK | euw2 | https://euw2.clockify.me/pto/v1 |
| AU | apse2 | https://apse2.clockify.me/api/v1 |

# Rate limiting

Our REST API has a specific rate limit of 50 requests per second (by addon on one workspace) when accessed using X-Addon-Token. Exceeding this limit will result in an error message with the description "Too many requests".

# Webhooks

Every webhook request carries the header Clockify-Signature with the signing secret of that webhook.`;
const read = (id: string, summary: string) => ({
  get: {
    operationId: id,
    summary,
    security: [{ ApiKeyAuth: [] }, { AddonKeyAuth: [] }],
    responses: { 200: { description: 'OK' }, 401: { description: 'Unauthorized' } },
  },
});
const description = {
  openapi: '3.0.1',
  info: { title: 'Clockify API', version: 'v1', description: intro },
  servers: [{ url: `${api}/api`, description: 'Regular API server' }],
  security: [{ ApiKeyAuth: [] }, { AddonKeyAuth: [] }],
  paths: {
    '/v1/user': read('getLoggedUser', "Get currently logged-in user's info"),
    '/v1/workspaces': read('getWorkspacesOfUser', 'Get all my workspaces'),
    '/v1/workspaces/{workspaceId}/clients': read('getClients', 'Find clients on workspace'),
    '/v1/workspaces/{workspaceId}/projects': read('getProjects', 'Get all projects on workspace'),
    '/v1/workspaces/{workspaceId}/webhooks': read('getWebhooks', 'Get all webhooks on workspace'),
  },
  components: {
    securitySchemes: {
      ApiKeyAuth: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      AddonKeyAuth: { type: 'apiKey', in: 'header', name: 'X-Addon-Token' },
    },
  },
};
/** Spring Security's sentence for nothing, a number of the vendor's own for a key that it does not know. */
const refuse = (r: Incoming): Answer =>
  json(
    401,
    r.headers['x-api-key'] === undefined
      ? { message: 'Full authentication is required to access this resource', code: 1000 }
      : { message: 'Api key does not exist', code: 4003 },
    { server: 'cloudflare', 'x-content-type-options': 'nosniff' },
  );
const server = (paths: readonly string[]) => ({
  routes: Object.fromEntries(paths.map((path): [string, Reply] => [path, refuse])),
  otherwise: json(404, { message: 'No static resource.', code: 3000 }, { server: 'cloudflare' }),
});

/** Time tracker: the manual is Redoc over one file, a key of one's own in X-Api-Key. */
export const clockify: World = {
  id: 'clockify',
  kind: 'provider',
  title: 'Time tracker whose manual is one application over an OpenAPI file; a key in X-Api-Key, a token for add-ons',
  target: docs,
  dated: '2026-11',
  sources: [
    'docs.clockify.me: info, security schemes',
    'theredteam.tech/daffainfo/all-about-apikey (body of 401)',
    'skills.sh/bmsuisse/skills/clockify: profile, preferences, API',
  ],
  hosts: {
    'www.clockify.me': aliasOf(site),
    'clockify.me': {
      routes: frontOf({
        name: 'Clockify',
        origin: site,
        hero: 'The most popular free time tracker for teams',
        nav: [
          ['Features', `${site}/features`],
          ['Pricing', `${site}/pricing`],
          ['API', `${docs}/`],
          ['Help', `${site}/help/getting-started/generate-api-key`],
          ['Log in', 'https://app.clockify.me/login'],
        ],
        stubs: ['/features', '/pricing'],
        routes: helpCentre('Clockify Help', [
          [
            '/help/getting-started/generate-api-key',
            'Generate API key',
            '<p>Click your profile picture, choose Preferences, then the Advanced tab, and press Manage API keys. Press Generate new, name the key and copy it: it is shown once. Keys act with your own role on the workspace.</p><p>Workspace owners on the Enterprise plan can ask their members to sign in with SSO; API keys go on working.</p>',
          ],
          [
            '/help/track-time-and-expenses/categories',
            'Expense approval',
            '<p>Submit your timesheet for approval; a manager approves or rejects it.</p>',
          ],
        ]),
      }),
    },
    'app.clockify.me': { routes: { 'GET *': shell('Clockify') } },
    'docs.clockify.me': {
      headers: { server: 'cloudflare' },
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redoc('Clockify API Documentation', 'openapi.json'),
        'GET /openapi.json': json(200, description),
      },
      otherwise: html(404, '<!DOCTYPE html><html><body><h1>404</h1></body></html>'),
    },
    'api.clockify.me': server(['/api/v1/user', '/api/v1/workspaces', '/api/v1/workspaces/*']),
    'reports.api.clockify.me': server(['/v1/workspaces/*']),
  },
  expect: expectation({
    apiBases: [[api, reports]],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'fail',
      ...keyApi,
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    apiBases: 'servers of the description, and the sample in its words',
    outcome: 'user and workspaces refuse strangers with 401',
    'structured-401': '401 JSON with a message and a number; no challenge',
    'bearer-token': 'two header keys and nothing else',
    'self-service-keys': '“create an account on Clockify for free … generate an API key under the Advanced tab”',
    'manual-key-approval': 'timesheets and expenses are approved, keys are not',
    'browser-only-oauth': 'no OAuth',
    'session-cookie-only': 'a key in a header of its own',
  },
};
