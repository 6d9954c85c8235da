import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, isBearer, json, redirect } from '../../lib/answers.ts';
import { tokenEndpoint } from '../../lib/oauth.ts';
import { list, sample, shell, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { docusaurus, frontOf } from '../providers/third-manuals.ts';
import { bare404 } from '../providers/fourth-pages.ts';
import { chatter, fields } from '../seventh/noise.ts';

const docs = 'https://docs.commercetools.com';
const error = (code: string, message: string) =>
  json(
    401,
    { statusCode: 401, message, errors: [{ code, message }], error: code, error_description: message },
    { 'www-authenticate': `Bearer realm="commercetools", error="${code}"` },
  );
const refuse: Reply = (r) =>
  isBearer(r)
    ? error('invalid_token', 'invalid_token')
    : json(
        401,
        {
          statusCode: 401,
          message: 'Authorization header is missing',
          errors: [{ code: 'access_denied', message: 'Authorization header is missing' }],
        },
        { 'www-authenticate': 'Bearer realm="commercetools"' },
      );

/** Headless commerce: client_credentials per project, hosts per region, scopes that carry the project's name. */
export const commercetools: World = {
  id: 'commercetools',
  kind: 'provider',
  title: 'Headless commerce: client_credentials at a host per region, scopes with the project in them',
  target: 'https://commercetools.com',
  dated: '2026-11',
  sources: ['docs.commercetools.com/api/authorization', 'docs.commercetools.com/api/general-concepts'],
  hosts: {
    'www.commercetools.com': aliasOf('https://commercetools.com'),
    'commercetools.com': {
      routes: frontOf({
        name: 'commercetools',
        origin: 'https://commercetools.com',
        hero: 'Composable commerce for every size',
        nav: [
          ['Products', 'https://commercetools.com/products'],
          ['Customers', 'https://commercetools.com/customer-stories'],
          ['Developers', `${docs}/`],
          ['Free trial', 'https://commercetools.com/free-trial'],
          ['Log in', 'https://mc.europe-west1.gcp.commercetools.com/login'],
        ],
        stubs: ['/products', '/customer-stories', '/free-trial'],
      }),
      otherwise: bare404('commercetools'),
    },
    'docs.commercetools.com': {
      routes: {
        'GET /': redirect(302, '/docs/getting-started'),
        ...docusaurus('commercetools', [
          [
            '/docs/getting-started',
            'Get started',
            `${list(['Sign up for a free trial of 60 days', 'Create a Project in the Merchant Center', 'Create an API Client under Settings, Developer settings', 'Make your first call'])}${chatter('commercetools', 3)}`,
          ],
          [
            '/api/general-concepts',
            'General concepts',
            `<h2>Hosts</h2>${table([
              ['Region', 'API', 'Authorization'],
              [
                'Google Cloud, Europe',
                '<code>https://api.europe-west1.gcp.commercetools.com</code>',
                '<code>https://auth.europe-west1.gcp.commercetools.com</code>',
              ],
              [
                'AWS, Ohio',
                '<code>https://api.us-east-2.aws.commercetools.com</code>',
                '<code>https://auth.us-east-2.aws.commercetools.com</code>',
              ],
            ])}<p>Paths begin with the key of the Project: <code>https://api.{region}.commercetools.com/{projectKey}</code>.</p>`,
          ],
          [
            '/api/authorization',
            'Authorization',
            `<p>An access token is needed for every request. Tokens are issued by the auth host of your region, after the OAuth 2.0 specification.</p><h2>Client credentials flow</h2>${sample("curl https://auth.europe-west1.gcp.commercetools.com/oauth/token \\\n  --basic --user '{clientId}:{clientSecret}' \\\n  -X POST -d 'grant_type=client_credentials&scope=view_products:{projectKey}'")}${sample('{"access_token": "vkFuQ6oTwj8_Ye4eiRSsqMeqLYNeQRJi", "token_type": "Bearer", "expires_in": 172800, "scope": "view_products:my-project"}', 'json')}<p>The token is valid for 48 hours. Fetch another before it expires.</p><h2>Password flow</h2><p>For the customers of your shop: <code>POST /oauth/{projectKey}/customers/token</code> with their e-mail and password.</p><h2>Refresh token flow</h2><p>Tokens of customers come with a refresh token: <code>grant_type=refresh_token</code>.</p><h2>Use the token</h2>${sample("curl https://api.europe-west1.gcp.commercetools.com/{projectKey}/products -H 'Authorization: Bearer vkFuQ6oTwj8_Ye4eiRSsqMeqLYNeQRJi'")}`,
          ],
          [
            '/api/scopes',
            'Scopes',
            table([
              ['<code>manage_project:{projectKey}</code>', 'All of the Project'],
              ['<code>view_products:{projectKey}</code>', 'Products, read-only'],
              ['<code>manage_orders:{projectKey}</code>', 'Orders'],
            ]),
          ],
          [
            '/api/projects/api-clients',
            'API Clients',
            `<p>Only what you select as scopes can be done with a client. The secret is shown once. Delete a client when it is no longer needed.</p>${fields(['id', 'name', 'scope', 'secret', 'lastUsedAt', 'deleteAt', 'accessTokenValiditySeconds'])}`,
          ],
          [
            '/api/errors',
            'Errors',
            table([
              ['401', 'invalid_token, access_denied'],
              ['403', 'insufficient_scope'],
              ['429', 'OverCapacity'],
            ]),
          ],
        ]),
      },
      otherwise: bare404('commercetools Docs'),
    },
    'mc.europe-west1.gcp.commercetools.com': { routes: { 'GET *': shell('Merchant Center') } },
    'auth.europe-west1.gcp.commercetools.com': {
      routes: {
        'POST /oauth/token': tokenEndpoint({
          grants: ['client_credentials', 'password', 'refresh_token'],
          order: 'client-first',
          unknownClient: json(401, {
            statusCode: 401,
            message: 'Please provide valid client credentials using HTTP Basic Authentication.',
            errors: [{ code: 'invalid_client', message: 'Please provide valid client credentials.' }],
            error: 'invalid_client',
            error_description: 'Please provide valid client credentials using HTTP Basic Authentication.',
          }),
        }),
      },
      otherwise: json(404, { statusCode: 404, message: 'Not Found', errors: [] }),
    },
    'auth.us-east-2.aws.commercetools.com': { routes: {}, otherwise: json(404, { statusCode: 404 }) },
    'api.europe-west1.gcp.commercetools.com': {
      routes: { 'GET /': json(404, { statusCode: 404, message: 'Not Found' }) },
      otherwise: refuse,
    },
    'api.us-east-2.aws.commercetools.com': { routes: {}, otherwise: refuse },
  },
  expect: expectation({
    apiBases: [['https://api.europe-west1.gcp.commercetools.com', 'https://api.us-east-2.aws.commercetools.com']],
    tokenEndpoint: 'https://auth.europe-west1.gcp.commercetools.com/oauth/token',
    flows: { client_credentials: 'yes', refresh_token: ['yes', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': ['partial', ...noCredit],
      'self-service-keys': signUp,
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['password'],
  }),
  why: { password: 'not judged: a grant of this server, for the shop’s customers' },
};
