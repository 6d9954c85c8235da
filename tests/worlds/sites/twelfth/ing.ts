import type { Answer, World } from '../../lib/world.ts';
import { aliasOf, html, json, redirect } from '../../lib/answers.ts';
import { robots, sample, shell, stubs, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';

const portal = 'https://developer.ing.com';
const api = 'https://api.ing.com';
const sandbox = 'https://api.sandbox.ing.com';
const www = 'https://www.ing.com';

const guides: readonly (readonly [string, string])[] = [
  ['Get started', '/openbanking/resources/get-started'],
  ['Onboarding: sandbox and production', '/openbanking/resources/onboarding'],
  ['Certificates', '/openbanking/resources/certificates'],
  ['Call an API: mTLS and JWS', '/openbanking/resources/get-started/psd2'],
  ['OAuth 2.0 API', '/api-marketplace/marketplace/2d00fd5f-88cd-4416-bbca-f309ebb03bfe/overview'],
  ['Account Information API', '/api-marketplace/marketplace/b6d5093d-626e-41e9-b9e8-ff287bbe2c07/overview'],
  ['Frequently asked questions', '/openbanking/resources/faq'],
];
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | ING Developer Portal</title><link rel="stylesheet" href="/static/portal.4d1.css"></head><body><ing-app-header><a href="/openbanking/home">ING Developer Portal</a><a href="/api-marketplace/marketplace">API Marketplace</a><a href="/openbanking/support">Support</a><a href="/openbanking/sign-in">Sign in</a><a href="/openbanking/sign-up">Sign up</a></ing-app-header><aside><ul>${guides.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></aside><main><h1>${title}</h1>${body}</main><footer><a href="${www}/">ing.com</a><a href="/openbanking/privacy">Privacy statement</a><p>© 2026 ING</p></footer></body></html>`,
  );

const oauthDescription = {
  openapi: '3.0.1',
  info: {
    title: 'OAuth 2.0 API',
    version: '2.3.5',
    description:
      'The OAuth 2.0 API exposes the resources for third parties to connect to ING APIs using the OAuth 2.0 protocol for authentication and authorization. This API supports the "client credentials", "authorization code" and "refresh token" grant types.',
    contact: { name: 'ING Developer Portal', url: portal, email: 'developerportal@ing.com' },
  },
  servers: [{ url: `${api}/` }],
  paths: {
    '/oauth2/token': {
      post: {
        operationId: 'getAccessTokenUsingPOST',
        summary: 'Retrieve an application or customer access token, or refresh an access token',
        parameters: [
          { name: 'Authorization', in: 'header', schema: { type: 'string' } },
          { name: 'Signature', in: 'header', schema: { type: 'string' } },
          { name: 'Date', in: 'header', schema: { type: 'string' } },
          { name: 'Digest', in: 'header', schema: { type: 'string' } },
          { name: 'TPP-Signature-Certificate', in: 'header', schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                required: ['grant_type'],
                properties: {
                  client_id: { type: 'string' },
                  grant_type: {
                    type: 'string',
                    description: 'OAuth 2.0 grant type',
                    enum: ['client_credentials', 'authorization_code', 'refresh_token'],
                  },
                  scope: { type: 'string' },
                  code: { type: 'string' },
                  redirect_uri: { type: 'string' },
                  refresh_token: { type: 'string' },
                },
              },
            },
          },
        },
        responses: { 200: { description: 'OK' }, 400: { description: 'Bad Request' } },
      },
    },
    '/oauth2/authorization-server-url': {
      get: {
        operationId: 'authorizationServerUrlUsingGET',
        summary: 'Retrieve the ING Authorization server URL with a specific request identifier',
        parameters: [
          { name: 'Authorization', in: 'header', required: true, schema: { type: 'string' } },
          { name: 'scope', in: 'query', required: true, schema: { type: 'string' } },
        ],
        security: [{ 'ING-Application-Security': ['granting'] }],
        responses: { 200: { description: 'OK' } },
      },
    },
  },
  components: {
    securitySchemes: {
      'ING-Application-Security': {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: `${api}/oauth2/token`,
            scopes: { granting: 'Required to start the "granting" flow for an ING customer.' },
          },
        },
      },
    },
  },
};

/** A bank under PSD2: client certificates before HTTP, no secret at all, a sandbox with certificates for everybody. */
export const ing: World = {
  id: 'ing',
  kind: 'provider',
  title:
    'European bank under PSD2: mutual TLS and signed requests, client_credentials without a secret, a public sandbox',
  target: `${portal}/openbanking/resources/get-started/psd2`,
  dated: '2026-11',
  sources: [
    'github.com/ing-bank/ing-open-banking-sdk: api/oauth2/OAuth-2.0-API.json',
    'gist.github.com/jackinf/845b23ae699ac3e9393ddf43c25db53a (sandbox)',
    'github.com/Yolt-group/providers: Providers_ReadMe/ING_LU_ReadMe_AIS.md',
    'k-i-t-solutions.github.io/workmate_os/setup/ING_PSD2_SETUP.html',
  ],
  hosts: {
    'ing.com': aliasOf(www),
    'www.ing.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': html(
          200,
          `<!DOCTYPE html><html lang="en"><head><title>ING</title></head><body><h1>do your thing</h1><a href="/About-us">About us</a><a href="/Investors">Investors</a><a href="${portal}/">Developer portal</a></body></html>`,
        ),
        ...stubs(
          (title, body) =>
            html(200, `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`),
          ['/About-us', '/Investors'],
        ),
      },
    },
    'developer.ing.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/openbanking/home'),
        'GET /openbanking/home': page(
          'Connect to the bank',
          '<p>Build on our APIs: PSD2 account information and payments, and premium APIs for businesses.</p>',
        ),
        'GET /openbanking/sign-in': shell('ING Developer Portal'),
        'GET /openbanking/sign-up': shell('ING Developer Portal'),
        'GET /openbanking/support': page(
          'Support',
          '<p>Mail developerportal@ing.com. We answer within two working days.</p>',
        ),
        'GET /openbanking/privacy': page('Privacy statement', '<p>You may ask for access to your personal data.</p>'),
        'GET /api-marketplace/marketplace': page(
          'API Marketplace',
          `<ul>${guides
            .slice(4, 6)
            .map(([label, href]) => `<li><a href="${href}">${label}</a></li>`)
            .join('')}</ul>`,
        ),
        'GET /openbanking/resources/get-started': page(
          'Get started',
          `<p>In the sandbox no registration is necessary: everybody uses the same example certificates and the same client ID, which you can <a href="/openbanking/resources/certificates">download</a>. To go to production, <a href="/openbanking/resources/onboarding">onboard</a> your application.</p>${table(
            [
              ['', 'Sandbox', 'Production'],
              ['Host', `<code>${sandbox}</code>`, `<code>${api}</code>`],
              [
                'Certificates',
                'the example ones',
                'eIDAS (QWAC and QSEAL) or OBIE for PSD2, any trusted ones for premium APIs',
              ],
            ],
          )}`,
        ),
        'GET /openbanking/resources/onboarding': page(
          'Onboarding',
          '<ol><li>Sign up with your e-mail address and confirm it.</li><li>In <b>My Apps</b>, create an application and choose the APIs it subscribes to.</li><li>Upload the public TLS certificate and the public signing certificate. The client ID appears at once; there is no client secret, your certificates take its place.</li></ol><p>With PSD2 certificates you need not register at all: send the signing certificate in <code>TPP-Signature-Certificate</code> with your first token request and the application is created and subscribed by the PSD2 roles in the certificate. The client ID is in the answer.</p><p>Premium APIs such as Payment Request ask for a contract with your relationship manager.</p>',
        ),
        'GET /openbanking/resources/certificates': page(
          'Certificates',
          '<p>Two certificates are used: one for the mutual TLS connection, one for signing. Calls without a client certificate are refused while the connection is made, so you will see a handshake failure rather than an HTTP status.</p><p>For PSD2 ask a qualified trust service provider for a QWAC and a QSEAL. The supervisor of your country licenses you first.</p>',
        ),
        'GET /openbanking/resources/get-started/psd2': page(
          'Call an API with mTLS and JWS',
          `<h2>1. Request an application access token</h2><p>Every call needs a valid access token. Ask for one with the <code>client_credentials</code> grant, over mutual TLS, with your client ID in the body and the request signed.</p>${sample(`curl -i -X POST "${sandbox}/oauth2/token" \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  -H "Digest: SHA-256={digest}" -H "Date: {date}" \\\n  -H "Signature: keyId=\\"{serial}\\",algorithm=\\"rsa-sha256\\",headers=\\"(request-target) date digest\\",signature=\\"{signature}\\"" \\\n  -d "grant_type=client_credentials&client_id={clientId}" \\\n  --cert ./certs/example_client_tls.cer --key ./certs/example_client_tls.key`)}${sample('{\n  "access_token": "eyJhbGciOiJkaXIiLCJlbmMiOi....",\n  "expires_in": 905,\n  "scope": "payment-accounts:balances:view payment-accounts:transactions:view",\n  "token_type": "Bearer",\n  "client_id": "{clientId}"\n}', 'json')}<h2>2. Request the authorization URL</h2><p>To read accounts, your customer logs in at ING and consents. Get the address from <code>GET /oauth2/authorization-server-url?scope=…&amp;redirect_uri=…&amp;country_code=NL</code> with the application access token, and redirect the customer to it.</p><h2>3. Request a customer access token</h2><p>Exchange the code with <code>grant_type=authorization_code</code>. The answer holds a refresh token too; use it with <code>grant_type=refresh_token</code> when the 15 minutes of the access token are over. Consent ends after 180 days.</p><h2>4. Call the API</h2>${sample(`curl -i -X GET "${sandbox}/v3/accounts" \\\n  -H "Authorization: Bearer {customerAccessToken}" \\\n  -H "X-Request-ID: {uuid}" -H "Date: {date}" -H "Digest: {digest}" -H "Signature: {signature}" \\\n  --cert ./certs/example_client_tls.cer --key ./certs/example_client_tls.key`)}`,
        ),
        'GET /api-marketplace/marketplace/2d00fd5f-88cd-4416-bbca-f309ebb03bfe/overview': page(
          'OAuth 2.0 API',
          `<p>The OAuth 2.0 API exposes the resources for third parties to connect to ING APIs. It supports the "client credentials", "authorization code" and "refresh token" grant types. Subscription to this API is only required when your application needs the authorization code flow.</p><p><a href="/api-marketplace/files/OAuth-2.0-API.json">Download the specification (JSON)</a></p>`,
        ),
        'GET /api-marketplace/marketplace/b6d5093d-626e-41e9-b9e8-ff287bbe2c07/overview': page(
          'Account Information API',
          '<p>Lists payment accounts, balances and transactions. PSD2 role: AISP.</p><p>Access tokens: customer access token with scope <code>payment-accounts:balances:view</code> or <code>payment-accounts:transactions:view</code>.</p>',
        ),
        'GET /api-marketplace/files/OAuth-2.0-API.json': json(200, oauthDescription),
        'GET /openbanking/resources/faq': page(
          'Frequently asked questions',
          '<h2>Why is the connection reset?</h2><p>No client certificate was offered, or one that we do not trust.</p><h2>How long does an access token live?</h2><p>905 seconds.</p><h2>Is there a fee?</h2><p>No for PSD2 APIs.</p>',
        ),
      },
      otherwise: shell('ING Developer Portal', { status: 404 }),
    },
    'api.ing.com': { routes: { '*': { status: 0, instead: 'reset' } }, plain: 'closed' },
    'api.sandbox.ing.com': { routes: { '*': { status: 0, instead: 'reset' } }, plain: 'closed' },
  },
  expect: expectation({
    apiBases: [[api, sandbox]],
    tokenEndpoint: [`${api}/oauth2/token`, `${sandbox}/oauth2/token`],
    flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
    outcome: ['blocked', 'scored'],
    signals: {
      'structured-401': ['unknown'],
      'bearer-token': 'pass',
      'client-credentials': ['pass', 'partial'],
      'oauth-discovery': ['partial', 'fail', 'unknown'],
      'self-service-keys': ['pass', 'partial', 'unknown'],
      'token-expiry': 'pass',
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
    apiBases: 'table of hosts, servers of the description, samples',
    tokenEndpoint: 'samples and the tokenUrl of the description',
    client_credentials: 'first step of the guide; a flow of the description',
    authorization_code: 'third step of the guide',
    refresh_token: 'third step of the guide',
    outcome: 'the connection ends before HTTP without a client certificate: nobody sees the door',
    'structured-401': 'never seen from outside',
    'bearer-token': 'the sample sends Authorization: Bearer; the answer says token_type Bearer',
    'client-credentials': 'declared and documented; a certificate stands in for the secret',
    'oauth-discovery': 'a guard: metadata would lie behind the certificate as well',
    'self-service-keys':
      'a guard: sandbox without registration, applications by oneself, but a certificate that somebody else issues',
    'token-expiry': '905 seconds; by the same call or by refresh token',
    'scope-restriction': 'scopes in the sample, in the description and by API',
    'manual-key-approval':
      'the supervisor licenses, a trust service issues, the bank approves nobody; premium contracts are another product',
    'token-rotation-without-refresh':
      'client_credentials and refresh tokens; that consent ends after 180 days is the regulator’s',
    'browser-only-oauth': 'client_credentials for the application',
    'session-cookie-only': 'bearer tokens',
  },
};
