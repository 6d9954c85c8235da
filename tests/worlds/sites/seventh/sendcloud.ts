import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, empty, isBare, json, redirect, text } from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { list, sample, shell } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { frontOf, helpCentre, mintlify } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields } from './noise.ts';

const docs = 'https://sendcloud.dev';
const two: Reply = (r) =>
  json(
    401,
    {
      error: {
        code: 401,
        request: r.path.slice(1),
        message: isBare(r) ? 'Authentication credentials were not provided.' : 'Invalid username/password.',
      },
    },
    { 'www-authenticate': 'Basic realm="api"', allow: 'GET, POST, HEAD, OPTIONS' },
  );
const three: Reply = () =>
  json(
    401,
    {
      errors: [
        {
          status: '401',
          code: 'not_authenticated',
          title: 'Unauthorized',
          detail: 'Authentication credentials were not provided.',
        },
      ],
    },
    { 'content-type': 'application/json', 'www-authenticate': 'Basic realm="api"' },
  );

/** Logistics: a pair of keys by Basic, and the same pair for client_credentials at another host. */
export const sendcloud: World = {
  id: 'sendcloud',
  kind: 'provider',
  title: 'Shipping: public and secret key by Basic; client_credentials in beta at the accounts host; two generations',
  target: 'www.sendcloud.com',
  dated: '2026-11',
  sources: ['sendcloud.dev/docs/getting-started/authentication', 'sendcloud.dev/.openapi/v3/auth/openapi.yaml'],
  hosts: {
    'sendcloud.com': aliasOf('https://www.sendcloud.com'),
    'www.sendcloud.com': {
      routes: frontOf({
        name: 'Sendcloud',
        origin: 'https://www.sendcloud.com',
        hero: 'Shipping that works as hard as you do',
        nav: [
          ['Platform', 'https://www.sendcloud.com/platform'],
          ['Carriers', 'https://www.sendcloud.com/carriers'],
          ['Integrations', 'https://www.sendcloud.com/integrations'],
          ['Pricing', 'https://www.sendcloud.com/pricing'],
          ['Help', 'https://support.sendcloud.com/hc/en-us'],
          ['Get started', 'https://app.sendcloud.com/register'],
        ],
        footer: [['API docs', `${docs}/`]],
        stubs: ['/platform', '/carriers', '/integrations', '/pricing'],
      }),
      otherwise: bare404('Sendcloud'),
    },
    'support.sendcloud.com': {
      routes: helpCentre('Sendcloud Help Center', [
        ['/hc/en-us', 'How can we help?', chatter('Sendcloud', 3)],
        [
          '/hc/en-us/articles/360059469811',
          'How do I return a parcel?',
          '<p>Open the portal and request a label. Requests of consumers are approved by the shop.</p>',
        ],
      ]),
      otherwise: bare404('Sendcloud Help Center'),
    },
    'app.sendcloud.com': { routes: { 'GET *': shell('Sendcloud') } },
    'sendcloud.dev': {
      routes: {
        'GET /': redirect(307, '/docs/getting-started'),
        'GET /llms.txt': text(
          200,
          `# Sendcloud\n\n- [Getting started](${docs}/docs/getting-started.md)\n- [Authentication](${docs}/docs/getting-started/authentication.md)\n\n## OpenAPI Specs\n\n- [auth](${docs}/.openapi/v3/auth/openapi.yaml)\n- [orders](${docs}/.openapi/v3/orders/openapi.json)\n`,
        ),
        ...mintlify('Sendcloud API Documentation', docs, [
          [
            '/docs/getting-started',
            'Getting started',
            `<p>With the Sendcloud APIs you create parcels, print labels and track them with 160 carriers. Version 3 is current; version 2 stays.</p>${list(['Register an account', 'Create your API keys', 'Make a call'])}${chatter('Sendcloud', 2, 3)}`,
          ],
          [
            '/docs/getting-started/authentication',
            'Authentication',
            `<h2>Before you begin</h2><p>Register an account and obtain your public and secret key. When you add an API integration, look at these settings:</p>${list(
              [
                '<strong>Service points</strong>: the integration may use the API at <code>servicepoint.sendcloud.sc</code>.',
                '<strong>Use OAuth2 authentication</strong>: the integration takes OAuth2 instead of Basic, Basic then fails. This is a beta for a limited number of clients.',
              ],
            )}<h2>OAuth2 authentication</h2><p>Obtain a token from the OAuth2 server and put it in the Authorization header.</p>${sample('curl -X POST https://account.sendcloud.com/oauth2/token \\\n  -u "$PUBLIC_KEY:$SECRET_KEY" \\\n  -d "grant_type=client_credentials" -d "scope=api"')}${sample('{"access_token": "ory_at_dK…", "expires_in": 3599, "scope": "api", "token_type": "bearer"}', 'json')}<p>Tokens expire one hour after they were issued. Cache the token and request a new one shortly before.</p>${sample("curl https://panel.sendcloud.sc/api/v3/orders -H 'Authorization: Bearer ory_at_dK…'")}<h2>Basic authentication</h2><p>Your user name is the public key, your password the secret key.</p>${sample("curl 'https://panel.sendcloud.sc/api/v2/parcels' -H 'Authorization: Basic <base64-encoded-token>'")}`,
          ],
          [
            '/docs/getting-started/how-to-create-your-api-keys',
            'How to create your API keys',
            '<ol><li>Log in and go to Integrations</li><li>Find Sendcloud API and click Connect</li><li>Enter a name and click Save</li><li>A public and a secret key are generated automatically</li></ol>',
          ],
          [
            '/docs/orders/create',
            'Create orders',
            fields(['order_id', 'order_number', 'order_details', 'payment_details', 'shipping_address', 'parcels']),
          ],
        ]),
        'GET /.openapi/v3/auth/openapi.yaml': text(
          200,
          [
            'openapi: 3.1.0',
            'info:',
            '  title: Authentication',
            '  version: 2.0.0',
            '  description: How to obtain a token',
            'servers:',
            '  - url: https://account.sendcloud.com',
            '    description: Production',
            'paths:',
            '  /oauth2/token:',
            '    post:',
            '      summary: Get an access token',
            '      security:',
            '        - basicAuth: []',
            '      requestBody:',
            '        content:',
            '          application/x-www-form-urlencoded:',
            '            schema:',
            '              type: object',
            '              properties:',
            '                grant_type: { type: string, enum: [client_credentials] }',
            '                scope: { type: string, example: api }',
            '      responses:',
            '        "200": { description: OK }',
            '        "401": { description: Unauthorized }',
            'components:',
            '  securitySchemes:',
            '    basicAuth: { type: http, scheme: basic }',
          ].join('\n'),
          { 'content-type': 'application/yaml' },
        ),
        'GET /.openapi/v3/orders/openapi.json': json(
          200,
          openapi({
            title: 'Orders',
            version: '3.1.0',
            servers: ['https://panel.sendcloud.sc/api/v3'],
            operations: ['get /orders', 'post /orders', 'get /orders/{id}'],
            schemes: {
              HTTPBasicAuth: { type: 'http', scheme: 'basic' },
              OAuth2ClientCreds: {
                type: 'oauth2',
                flows: {
                  clientCredentials: { tokenUrl: 'https://account.sendcloud.com/oauth2/token', scopes: { api: 'All' } },
                },
              },
            },
            security: [{ HTTPBasicAuth: [] }, { OAuth2ClientCreds: ['api'] }],
          }),
        ),
      },
      otherwise: bare404('Sendcloud'),
    },
    'www.sendcloud.dev': aliasOf(docs),
    'account.sendcloud.com': {
      routes: {
        'POST /oauth2/token': tokenEndpoint({
          grants: ['client_credentials'],
          order: 'client-first',
          noClient: oauthError(
            400,
            'invalid_request',
            'The request is missing a required parameter. Client credentials missing or malformed in both HTTP Authorization header and HTTP POST body.',
          ),
          unknownClient: oauthError(
            401,
            'invalid_client',
            'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method). The requested OAuth 2.0 Client does not exist.',
          ),
        }),
      },
      otherwise: empty(404),
    },
    'panel.sendcloud.sc': {
      routes: {
        'GET /': redirect(302, 'https://app.sendcloud.com/'),
        '/api/v2/*': two,
        '/api/v3/*': three,
      },
      otherwise: bare404('Sendcloud'),
    },
  },
  expect: expectation({
    apiBases: ['https://panel.sendcloud.sc'],
    tokenEndpoint: 'https://account.sendcloud.com/oauth2/token',
    flows: { client_credentials: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
      'token-expiry': ['pass', 'partial'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: {
    'manual-key-approval': 'keys are generated at once; the beta is about the way they are sent',
    'bearer-token': 'tokens of the OAuth2 server; keys go by Basic',
  },
};
