import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, json, parameter, redirect } from '../../lib/answers.ts';
import { oauthError } from '../../lib/oauth.ts';
import { list, loginForm, sample, site, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';
import { elements, frontOf, helpCentre } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields } from '../seventh/noise.ts';

const docs = 'https://docs.bigcommerce.com';
const look = site({
  name: 'BigCommerce Dev Center',
  nav: [
    ['Guides', `${docs}/docs/start/about`],
    ['Authentication', `${docs}/docs/start/authentication`],
    ['API accounts', `${docs}/docs/start/authentication/api-accounts`],
    ['OAuth scopes', `${docs}/docs/start/authentication/scopes`],
    ['App OAuth flow', `${docs}/docs/integrations/apps/guide/auth`],
    ['Status codes', `${docs}/docs/start/about/status-codes`],
    ['Catalog API', `${docs}/docs/rest-catalog/products`],
    ['GraphQL Storefront', `${docs}/docs/storefront/graphql`],
  ],
});
const refuse: Reply = (r) =>
  json(401, {
    status: 401,
    title: 'Unauthorized',
    detail: r.headers['x-auth-token'] === undefined ? 'X-Auth-Token header is required' : 'X-Auth-Token is not valid',
    type: `${docs}/docs/start/about/status-codes`,
  });
const token: Reply = (r) =>
  parameter(r, 'client_id') === undefined
    ? oauthError(400, 'invalid_request', 'Missing required parameter: client_id')
    : oauthError(400, 'invalid_client', 'Invalid client id.');

/** E-commerce: accounts for one shop with a token in a header of its own, OAuth for apps of the marketplace. */
export const bigcommerce: World = {
  id: 'bigcommerce',
  kind: 'provider',
  title: 'E-commerce: private API accounts with a header of their own; apps by authorization code without expiry',
  target: 'https://www.bigcommerce.com/',
  dated: '2026-11',
  sources: ['docs.bigcommerce.com/docs/start/authentication', 'docs.bigcommerce.com/docs/integrations/apps/guide/auth'],
  hosts: {
    'bigcommerce.com': aliasOf('https://www.bigcommerce.com'),
    'www.bigcommerce.com': {
      routes: frontOf({
        name: 'BigCommerce',
        origin: 'https://www.bigcommerce.com',
        hero: 'Ecommerce without limits',
        nav: [
          ['Product', 'https://www.bigcommerce.com/product/'],
          ['Solutions', 'https://www.bigcommerce.com/solutions/'],
          ['Pricing', 'https://www.bigcommerce.com/essentials/pricing/'],
          ['Support', 'https://support.bigcommerce.com/s/article/Store-API-Accounts'],
          ['Get started', 'https://www.bigcommerce.com/essentials/free-trial/'],
        ],
        footer: [['Developers', 'https://developer.bigcommerce.com/']],
        stubs: ['/product/', '/solutions/', '/essentials/pricing/', '/essentials/free-trial/'],
      }),
      otherwise: bare404('BigCommerce'),
    },
    'developer.bigcommerce.com': {
      routes: { '*': (r) => redirect(301, docs + (r.path === '/' ? '/docs/start/about' : r.path)) },
    },
    'support.bigcommerce.com': {
      routes: helpCentre('BigCommerce Help Center', [
        [
          '/s/article/Store-API-Accounts',
          'Store API accounts',
          '<ol><li>Go to Settings, Store-level API accounts.</li><li>Click Create API account and choose a token type.</li><li>Name it and select the OAuth scopes.</li><li>Click Save: client ID, client secret and access token are shown once.</li></ol><p>You can create up to 50 accounts. Deleting one revokes its token at once.</p>',
        ],
        ['/s/article/Two-factor', 'Two-factor sign-in', chatter('BigCommerce', 2)],
      ]),
      otherwise: bare404('BigCommerce'),
    },
    'docs.bigcommerce.com': {
      routes: {
        'GET /': redirect(302, '/docs/start/about'),
        'GET /docs/start/about': look(
          'About our APIs',
          `<p>Build apps, headless shops and integrations.</p>${table([
            ['API', 'Base'],
            ['REST management', '<code>https://api.bigcommerce.com/stores/{store_hash}/v3</code>'],
            ['GraphQL Storefront', '<code>https://your-store.example.com/graphql</code>'],
          ])}${chatter('BigCommerce', 2)}`,
        ),
        'GET /docs/start/authentication': look(
          'Authentication and example requests',
          `<p>Most REST endpoints authenticate with the <code>X-Auth-Token</code> header.</p>${sample("curl -X GET 'https://api.bigcommerce.com/stores/{{STORE_HASH}}/v3/catalog/summary' \\\n  -H 'X-Auth-Token: {{ACCESS_TOKEN}}' -H 'Accept: application/json'")}<p>Storefront calls use a JWT with <code>Authorization: Bearer</code> instead; the current customer API needs the shopper's session.</p>`,
        ),
        'GET /docs/start/authentication/api-accounts': look(
          'API accounts',
          `<p>Store-level accounts are for one shop; app-level accounts come with an app of the marketplace.</p>${list(['Store owners create store-level accounts in the control panel', 'The access token does not expire', 'Delete the account to revoke it'])}`,
        ),
        'GET /docs/start/authentication/scopes': look(
          'OAuth scopes',
          table([
            ['<code>store_v2_products_read_only</code>', 'Products, read-only'],
            ['<code>store_v2_orders</code>', 'Orders, modify'],
            ['<code>store_v2_customers</code>', 'Customers, modify'],
          ]),
        ),
        'GET /docs/integrations/apps/guide/auth': look(
          'App OAuth flow',
          `<p>When a merchant clicks Install, your auth callback gets a code. Exchange it for a permanent token.</p>${sample('curl -X POST https://login.bigcommerce.com/oauth2/token -H "Content-Type: application/json" -d \'{"client_id": "{{CLIENT_ID}}", "client_secret": "{{CLIENT_SECRET}}", "code": "…", "context": "stores/{{STORE_HASH}}", "scope": "store_v2_orders", "grant_type": "authorization_code", "redirect_uri": "https://app.example.com/oauth"}\'')}<p>Apps that are listed in the marketplace are reviewed by our team first.</p>`,
        ),
        'GET /docs/start/about/status-codes': look(
          'API status codes',
          table([
            ['401', 'Unauthorized: the token is missing or wrong'],
            ['403', 'Forbidden: a scope is missing'],
            ['429', 'Too many requests'],
          ]),
        ),
        'GET /docs/rest-catalog/products': elements('Products', '/api/catalog/products.v3.yml'),
        'GET /api/catalog/products.v3.yml': json(200, {
          openapi: '3.0.3',
          info: { title: 'BigCommerce Products API', version: '3.0', description: 'Manage products.' },
          servers: [
            {
              url: 'https://api.bigcommerce.com/stores/{store_hash}/v3',
              variables: { store_hash: { default: 'store_hash', description: 'Permanent ID of the store.' } },
            },
          ],
          security: [{ 'X-Auth-Token': [] }],
          paths: {
            '/catalog/products': {
              get: { summary: 'Get all products', responses: { 200: { description: 'OK' } } },
              post: { summary: 'Create a product', responses: { 200: { description: 'OK' } } },
            },
            '/catalog/summary': { get: { summary: 'Get a summary', responses: { 200: { description: 'OK' } } } },
          },
          components: { securitySchemes: { 'X-Auth-Token': { name: 'X-Auth-Token', in: 'header', type: 'apiKey' } } },
        }),
        'GET /docs/storefront/graphql': look('GraphQL Storefront', fields(['site', 'customer', 'cart', 'channel'])),
      },
      otherwise: bare404('BigCommerce Dev Center'),
    },
    'login.bigcommerce.com': {
      routes: {
        'POST /oauth2/token': token,
        'GET /login': site({ name: 'BigCommerce' })('Log in', loginForm()),
      },
      otherwise: bare404('BigCommerce'),
    },
    'api.bigcommerce.com': {
      routes: { '/stores/*': refuse },
      otherwise: json(404, { status: 404, title: 'The requested resource was not found.' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.bigcommerce.com'],
    tokenEndpoint: 'https://login.bigcommerce.com/oauth2/token',
    flows: { authorization_code: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': ['fail', 'partial'],
      'client-credentials': noCredit,
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
      'token-expiry': staticKeys,
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
  }),
  why: {
    'bearer-token': 'the management API takes X-Auth-Token; Bearer belongs to storefronts',
    'manual-key-approval': 'the review is for listings in the marketplace',
  },
};
