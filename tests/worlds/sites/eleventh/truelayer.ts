import type { Answer, Reply, World } from '../../lib/world.ts';
import { aliasOf, bearerChallenge, html, isBearer, json, problem, redirect, text } from '../../lib/answers.ts';
import { metadata, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, sample, shell, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { frontOf, readme, statusPage } from '../providers/third-manuals.ts';

const docs = 'https://docs.truelayer.com';
const auth = 'https://auth.truelayer.com';
const payments = 'https://api.truelayer.com';
const authSandbox = 'https://auth.truelayer-sandbox.com';
const paymentsSandbox = 'https://api.truelayer-sandbox.com';

const issuer = (origin: string) =>
  metadata(origin, {
    jwks_uri: `${origin}/.well-known/openid-configuration/jwks`,
    authorization_endpoint: `${origin}/connect/authorize`,
    token_endpoint: `${origin}/connect/token`,
    userinfo_endpoint: `${origin}/connect/userinfo`,
    scopes_supported: ['info', 'accounts', 'balance', 'cards', 'transactions', 'payments', 'openid', 'offline_access'],
    grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
    response_types_supported: ['code'],
    response_modes_supported: ['form_post', 'query'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['plain', 'S256'],
  });
/** IdentityServer: the client first, 400 for whatever is wrong with it, one word and no more. */
const authServer = (origin: string) => ({
  headers: { server: 'cloudflare' },
  routes: {
    'GET /.well-known/openid-configuration': json(200, issuer(origin)),
    'GET /.well-known/openid-configuration/jwks': json(200, {
      keys: [{ kty: 'RSA', use: 'sig', kid: '1B2C', e: 'AQAB', n: 'xT0' }],
    }),
    'POST /connect/token': tokenEndpoint({
      grants: ['authorization_code', 'client_credentials', 'refresh_token'],
      order: 'client-first',
      unknownClient: oauthError(400, 'invalid_client'),
      missing: oauthError(400, 'invalid_request'),
    }),
    'GET /connect/token': { status: 405, headers: { allow: 'POST' }, body: '' },
    'GET /connect/authorize': redirect(302, '/error?errorId=CfDJ8K'),
    'GET /error': shell('TrueLayer'),
    'GET /': shell('TrueLayer'),
  } satisfies Record<string, Reply>,
  otherwise: { status: 404, body: '' } satisfies Answer,
});
/** Two APIs on one host: v3 with problem details, the older one in the words of OAuth. */
const apiServer = (trace: string) => ({
  headers: { server: 'cloudflare', 'tl-trace-id': trace },
  routes: {
    '/data/v1/*': (r) =>
      json(
        401,
        isBearer(r)
          ? { error: 'invalid_token', error_description: 'The token is malformed', error_details: {} }
          : { error: 'unauthorized', error_description: 'The credentials are missing or invalid', error_details: {} },
        bearerChallenge(isBearer(r) ? 'error="invalid_token"' : ''),
      ),
    '/v3/*': (r) =>
      problem(
        401,
        {
          type: 'https://docs.truelayer.com/docs/error-types#unauthenticated',
          title: 'Unauthenticated',
          status: 401,
          detail: isBearer(r) ? 'The access token is invalid.' : 'The request is missing an access token.',
          trace_id: trace,
        },
        bearerChallenge(isBearer(r) ? 'error="invalid_token"' : ''),
      ),
  } satisfies Record<string, Reply>,
  otherwise: { status: 404, body: '' } satisfies Answer,
});

/** Open banking: client_credentials for payments, consent of an account's owner for data, a signature beside the token. */
export const truelayer: World = {
  id: 'truelayer',
  kind: 'provider',
  title:
    'Open-banking aggregator: client_credentials for payments, consent for data, signed requests, sandbox of its own domain',
  target: docs,
  dated: '2026-11',
  sources: [
    'docs.truelayer.com/docs/generate-a-payment-access-token',
    'docs.truelayer.com/docs/request-authentication',
    'docs.truelayer.com/docs/creating-a-connection',
    'IdentityServer4: token endpoint, discovery',
  ],
  hosts: {
    'truelayer.com': {
      routes: frontOf({
        name: 'TrueLayer',
        origin: 'https://truelayer.com',
        hero: 'Pay by Bank, done right',
        nav: [
          ['Products', 'https://truelayer.com/products'],
          ['Pricing', 'https://truelayer.com/pricing'],
          ['Docs', `${docs}/`],
          ['Console', 'https://console.truelayer.com/'],
        ],
        stubs: ['/products', '/pricing'],
      }),
    },
    'www.truelayer.com': aliasOf('https://truelayer.com'),
    'console.truelayer.com': { routes: { 'GET *': shell('TrueLayer Console') } },
    'status.truelayer.com': { routes: statusPage('TrueLayer') },
    'docs.truelayer.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/docs/welcome'),
        'GET /llms.txt': text(
          200,
          `# TrueLayer\n\n> Payments and data from banks.\n\n## Guides\n\n- [Welcome](${docs}/docs/welcome)\n- [Request authentication](${docs}/docs/request-authentication)\n- [Create a connection](${docs}/docs/creating-a-connection)\n`,
        ),
        ...readme('TrueLayer', [
          [
            '/docs/welcome',
            'Welcome',
            '<p>Accept instant bank payments and read bank data in the UK and Europe.</p><p>Payments API v3, Data API, Verification and Signup+. Choose a product to begin.</p>',
          ],
          [
            '/docs/get-started-with-truelayer',
            'Get started with Console',
            '<ol><li>Sign up for <a href="https://console.truelayer.com/">Console</a> with your work e-mail.</li><li>Create an application. Its client_id ends in a random word; the client secret is a file that is downloaded once.</li><li>Upload the public half of a signing key.</li></ol><p>You can use sandbox straight away. To go live, complete your business profile: our compliance team checks it and may ask for documents before your app can make live payments.</p>',
          ],
          [
            '/docs/environments',
            'Environments',
            table([
              ['', 'Live', 'Sandbox'],
              ['Authentication', `<code>${auth}</code>`, `<code>${authSandbox}</code>`],
              ['API', `<code>${payments}</code>`, `<code>${paymentsSandbox}</code>`],
            ]),
          ],
          [
            '/docs/request-authentication',
            'Request authentication',
            '<p>Every payments request carries an access token as bearer; those that move money are signed as well, in <code>Tl-Signature</code>: a detached JWS with ES512 over method, path, headers and body.</p><p>GET requests are not signed.</p>',
          ],
          [
            '/docs/generate-a-payment-access-token',
            'Generate a payments access token',
            `<p>An access token is good for 60 minutes, for as many payments as you like.</p>${table([
              ['Body parameter', 'Description'],
              [
                'grant_type',
                'For payments use <code>client_credentials</code>. For data, <code>authorization_code</code>, and <code>refresh_token</code> afterwards.',
              ],
              ['client_id', 'From App settings in Console'],
              ['client_secret', 'From the file that Console gave you'],
              ['scope', '<code>payments</code>; add <code>recurring_payments:sweeping</code> for mandates'],
            ])}${sample(`curl -X POST \\\n  -d grant_type=client_credentials \\\n  -d client_id=\${client_id} \\\n  -d client_secret=\${client_secret} \\\n  -d scope=payments \\\n  ${auth}/connect/token`)}${sample('{\n  "access_token": "JWT-ACCESS-TOKEN-HERE",\n  "expires_in": 3600,\n  "token_type": "Bearer",\n  "scope": "payments"\n}', 'json')}`,
          ],
          [
            '/docs/creating-a-connection',
            'Create a connection',
            `<p>To read a customer’s accounts, send that customer to an auth link; at the bank they log in and agree.</p>${sample(`${auth}/?response_type=code&client_id={id}&scope=info%20accounts%20balance%20offline_access&redirect_uri={uri}&providers=uk-ob-all`, 'text')}<p>Exchange the code at <code>/connect/token</code>. A connection lives 90 days; then the customer must confirm again, as regulators demand.</p>`,
          ],
          [
            '/docs/refresh-access-token',
            'Renew an access token',
            `<p>Data tokens last one hour. With <code>offline_access</code> you hold a refresh token:</p>${sample(`curl -X POST ${auth}/connect/token -d grant_type=refresh_token -d client_id=$ID -d client_secret=$SECRET -d refresh_token=$RT`)}`,
          ],
          [
            '/docs/get-account-data',
            'Get account data',
            sample(`curl ${payments}/data/v1/accounts -H "Authorization: Bearer \${access_token}"`),
          ],
          [
            '/docs/payments-quickstart',
            'Payments quickstart',
            `${sample(`curl -X POST ${paymentsSandbox}/v3/payments -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: $UUID" -H "Tl-Signature: $JWS" -d @payment.json`)}<p>A payer authorises the payment at the bank.</p>${sample(`curl ${paymentsSandbox}/v3/payments/{id} -H "Authorization: Bearer $TOKEN"`)}`,
          ],
          [
            '/docs/error-types',
            'Error types',
            `${table([
              ['invalid-parameters', '400'],
              ['unauthenticated', '401'],
              ['forbidden', '403'],
              ['not-found', '404'],
              ['idempotency-key-reuse', '422'],
              ['rate-limit-exceeded', '429'],
            ])}${sample('{\n  "type": "https://docs.truelayer.com/docs/error-types#unauthenticated",\n  "title": "Unauthenticated",\n  "status": 401,\n  "trace_id": "…"\n}', 'json')}`,
          ],
          [
            '/docs/webhooks',
            'Webhooks',
            '<p>We sign with ES512; keys at <code>https://webhooks.truelayer.com/.well-known/jwks</code>.</p>',
          ],
          [
            '/docs/regulation',
            'Do I need a licence?',
            '<p>Without one you act as our agent: apply to us, and we register you with the regulator once our review is done. Closed-loop payments to your own merchant account need none.</p>',
          ],
        ]),
      },
      otherwise: html(404, '<!DOCTYPE html><html><body><h1>Page Not Found</h1></body></html>'),
    },
    'auth.truelayer.com': authServer(auth),
    'auth.truelayer-sandbox.com': authServer(authSandbox),
    'api.truelayer.com': apiServer('2f1c9ad4e0b54f0e8c1f'),
    'api.truelayer-sandbox.com': apiServer('77ab01c2d3e4f5a69b80'),
  },
  expect: expectation({
    apiBases: [[payments, paymentsSandbox]],
    tokenEndpoint: [`${auth}/connect/token`, `${authSandbox}/connect/token`],
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'pass',
      'oauth-discovery': 'pass',
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': 'pass',
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    apiBases: 'table of environments and every sample',
    tokenEndpoint: 'metadata and manual',
    client_credentials:
      'in the metadata and on a page of its own; the endpoint refuses every client before it looks at the grant',
    authorization_code: 'auth links for data',
    refresh_token: 'offline_access',
    outcome: 'both APIs refuse strangers with 401',
    'structured-401': 'problem details with a type, or error of OAuth; a challenge with both',
    'bearer-token': 'challenge, samples, and another answer to a wrong token',
    'client-credentials': 'declared and documented',
    'oauth-discovery': 'OpenID configuration at the issuer that the manual names',
    'self-service-keys': 'sandbox at once; live after a check of the business',
    'token-expiry': 'one hour, by the same call or by refresh',
    'scope-restriction': 'eight scopes in the metadata',
    'manual-key-approval': 'not judged: live use is checked by compliance, keys for the sandbox are not',
    'token-rotation-without-refresh':
      'client_credentials and refresh tokens; that consent ends after 90 days is the regulator’s',
    'browser-only-oauth': 'client_credentials for payments',
    'session-cookie-only': 'bearer tokens',
  },
};
