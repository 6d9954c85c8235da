import type { Answer, Incoming, World } from '../../lib/world.ts';
import { fresh, html, isBearer, json, redirect } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { loginForm, robots, sample, stubs, table } from '../../lib/pages.ts';
import { expectation } from '../../lib/world.ts';
import { fields } from '../seventh/noise.ts';

const portal = 'https://developers.erstegroup.com';
const api = 'https://webapi.developers.erstegroup.com';
const base = `${api}/api/ebc/sandbox/v1`;
const idp = `${base}/sandbox-idp`;

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | Erste Developer Portal</title><link rel="stylesheet" href="/assets/portal.11c.css"></head><body><header><a href="/">Erste Group Developer Portal</a><nav><ul><li><a href="/docs/apis">APIs</a></li><li><a href="/docs/tutorial">Getting started</a></li><li><a href="/docs/authentication">Authentication</a></li><li><a href="/docs/going-live">Going live</a></li><li><a href="/docs/errors">Errors</a></li><li><a href="/docs/faq">FAQ</a></li><li><a href="/portal/login">Log in</a></li><li><a href="/portal/signup">Sign up</a></li></ul></nav></header><main><h1>${title}</h1>${body}</main><footer><a href="/docs/terms">Terms</a><a href="/docs/privacy">Privacy</a><a href="https://www.erstegroup.com">Erste Group Bank AG</a><p>Requests for access to your personal data are handled by the data protection officer.</p></footer></body></html>`,
  );
const fault = (status: number, error: string, scope: string): Answer =>
  json(status, { status, errors: [{ error, scope }], transactionId: fresh(24) }, { 'x-request-id': fresh(32) });
/** The gateway looks for the key of the application first, the service behind for the token of a person. */
const refuse = (r: Incoming): Answer =>
  r.headers['web-api-key'] === undefined
    ? fault(401, 'WEB_API_KEY_MISSING', 'web-api-key')
    : isBearer(r)
      ? fault(401, 'TOKEN_INVALID', 'authorization')
      : fault(401, 'TOKEN_MISSING', 'authorization');
const token = tokenEndpoint({
  grants: ['authorization_code', 'refresh_token'],
  order: 'grant-first',
  reads: ['form', 'query'],
  unsupported: oauthError(400, 'unsupported_grant_type', 'Unsupported grant type.'),
  unknownClient: oauthError(401, 'invalid_client', 'Bad client credentials'),
});

/** A bank's portal: a sandbox at once, live only after review, and every token begins with a person who signs in. */
export const erste: World = {
  id: 'erste',
  kind: 'provider',
  title:
    'Bank group: web-api-key beside a bearer token, authorization code only, live access after a certificate and review',
  target: portal,
  dated: '2026-11',
  sources: [
    'dev.to/bornfightcompany/integrating-with-the-erste-banking-api-4gbe (portal, web-api-key, consents, code flow, corporate API)',
    '02dev.com/post/learn/61d8ed879c67d2983d96e20e (the same, addresses)',
    'developers.erstegroup.com/docs (structure; the words of refusals are ours)',
  ],
  hosts: {
    'developers.erstegroup.com': {
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /portal/\n'),
        'GET /': page(
          'Banking APIs of Erste Group',
          '<p>Česká spořitelna, Slovenská sporiteľňa, Erste Bank Croatia, Banca Comercială Română, Erste Bank Hungary, Erste Bank Austria: one portal.</p><ul><li><a href="/docs/apis/ebc.accounts">Accounts API</a></li><li><a href="/docs/apis/ebc.corporate">Corporate API</a></li></ul><a href="/portal/signup">Create your sandbox account</a>',
        ),
        'GET /docs/apis': page(
          'APIs',
          table([
            ['API', 'Bank', 'Who may go live'],
            ['<a href="/docs/apis/ebc.accounts">Accounts, payments, funds (PSD2)</a>', 'EBC', 'Licensed third parties'],
            ['<a href="/docs/apis/ebc.corporate">Corporate</a>', 'EBC', 'Business clients of the bank'],
          ]),
        ),
        'GET /docs/apis/ebc.accounts': page(
          'Accounts API (PSD2)',
          `<p>Base address of the sandbox: <code>${base}/netapi</code></p><h2>Consents</h2>${sample(`curl -X POST \\\n  ${base}/netapi/consents \\\n  -H 'Content-Type: application/json' \\\n  -H 'X-Request-ID: 4774477a-0508-4293-be86-6fca6f67adda' \\\n  -H 'web-api-key: WEB_API_KEY' \\\n  -d '{"access":{"accounts":[],"balances":[]},"recurringIndicator":true,"frequencyPerDay":4}'`)}<h2>Accounts</h2>${sample(`curl ${base}/netapi/accounts \\\n  -H 'web-api-key: WEB_API_KEY' \\\n  -H 'Consent-ID: CONSENT' \\\n  -H 'Authorization: Bearer ACCESS_TOKEN'`)}${fields(['resourceId', 'iban', 'currency', 'name', 'product', 'cashAccountType', 'bic', 'balances', 'ownerName'])}`,
        ),
        'GET /docs/apis/ebc.corporate': page(
          'Corporate API',
          `<p>Statements and batches of payments for a company’s own accounts.</p>${sample(`curl ${base}/corporate/our/accounts \\\n  -H 'web-api-key: WEB_API_KEY' \\\n  -H 'Authorization: Bearer ACCESS_TOKEN'`)}${fields(['accountId', 'statementDate', 'openingBalance', 'closingBalance', 'transactions', 'batchId', 'signatureStatus'])}`,
        ),
        'GET /docs/tutorial': page(
          'Getting started',
          '<ol><li>Sign up with an e-mail address and a password.</li><li>Create an organisation and an application.</li><li>Pick APIs. For the sandbox you receive a <code>web-api-key</code>, a client_id and a client_secret immediately.</li><li>Set your redirect URI under OAuth settings.</li><li>Download the test certificate.</li></ol><p>The sandbox has invented clients with invented money; their names and passwords are listed in the portal.</p>',
        ),
        'GET /docs/authentication': page(
          'Authentication',
          `<h2>Your application</h2><p>Every call carries the header <code>web-api-key</code>.</p><h2>The client of the bank</h2><p>Calls to accounts and payments also need an access token. We support the OAuth 2.0 authorization code grant only: the client signs in at the bank and agrees, in a browser, with two factors. There is no way to call these APIs without a client.</p>${sample(`${idp}/auth?response_type=code&client_id=CLIENT_ID&redirect_uri=https://example.com/callback&scope=aisp&state=af0if&access_type=offline`, 'text')}<h2>Exchange the code</h2>${sample(`curl -X POST ${idp}/token \\\n  -H 'Content-Type: application/x-www-form-urlencoded' \\\n  -d 'grant_type=authorization_code&code=CODE&client_id=CLIENT_ID&client_secret=CLIENT_SECRET&redirect_uri=https://example.com/callback'`)}${sample('{\n  "access_token": "ewogICJ0b2tlbl90eXBlIj…",\n  "token_type": "Bearer",\n  "expires_in": 300,\n  "refresh_token": "ewogICJyZWZyZXNo…"\n}', 'json')}<h2>Refresh</h2><p>The access token lives five minutes. With <code>grant_type=refresh_token</code> you get another. The refresh token ends with the consent, after 180 days at most; the client then has to agree once more.</p><h2>Scopes</h2>${table(
            [
              ['aisp', 'Read accounts and transactions'],
              ['pisp', 'Initiate payments'],
              ['cisp', 'Ask whether funds suffice'],
            ],
          )}`,
        ),
        'GET /docs/going-live': page(
          'Going live',
          '<p>Sandbox credentials do not work in production.</p><ol><li>PSD2 APIs: upload your qualified certificates (QWAC, QSealC). We check your licence in the register of your authority.</li><li>Corporate API: no certification is needed, but the company must be a client of the bank and sign an annex.</li><li>Request production access for your application in the portal. Our API team reviews each request and approves it, usually within ten working days. You then receive the production key.</li></ol>',
        ),
        'GET /docs/errors': page(
          'Errors',
          `${sample('{\n  "status": 401,\n  "errors": [{ "error": "WEB_API_KEY_MISSING", "scope": "web-api-key" }],\n  "transactionId": "5f1c…"\n}', 'json')}${table(
            [
              ['401', 'WEB_API_KEY_MISSING, TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED'],
              ['403', 'CONSENT_INVALID'],
              ['404', 'RESOURCE_NOT_FOUND'],
              ['429', 'ACCESS_EXCEEDED'],
            ],
          )}`,
        ),
        'GET /docs/faq': page(
          'FAQ',
          '<h2>I forgot my password</h2><p>Use the link on the login page; it is valid for one hour.</p><h2>Is the sandbox free?</h2><p>Yes.</p>',
        ),
        'GET /portal/login': page('Log in', loginForm('/portal/login')),
        'GET /portal/signup': page(
          'Sign up',
          '<form action="/portal/signup" method="post"><input type="email" name="email"><input type="password" name="password"><label><input type="checkbox" name="terms"> I agree</label><button>Sign up</button></form>',
        ),
        ...stubs(page, ['/docs/terms', '/docs/privacy']),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="en"><head><title>Not found | Erste Developer Portal</title></head><body><h1>We could not find this page</h1></body></html>',
      ),
    },
    'webapi.developers.erstegroup.com': {
      routes: {
        'POST /api/ebc/sandbox/v1/sandbox-idp/token': token,
        'GET /api/ebc/sandbox/v1/sandbox-idp/auth': redirect(302, `${idp}/login`),
        'GET /api/ebc/sandbox/v1/sandbox-idp/login': html(
          200,
          '<!DOCTYPE html><html><head><title>Sandbox IDP</title></head><body><form method="post"><input name="username"><input name="password" type="password"><button>Sign in</button></form></body></html>',
        ),
        '/api/ebc/sandbox/v1/netapi/*': refuse,
        '/api/ebc/sandbox/v1/corporate/*': refuse,
      },
      otherwise: fault(404, 'RESOURCE_NOT_FOUND', 'uri'),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${idp}/token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'fail',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': ['partial', 'fail'],
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'present',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': ['absent', 'unknown'],
    },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    target: 'the developer portal, whose documentation anybody may read',
    apiBases: 'samples of two APIs',
    tokenEndpoint: 'sample of the page on authentication',
    authorization_code: '“authorization code grant only”',
    refresh_token: 'sentence and sample',
    client_credentials: 'denied in words; the endpoint answers as it does to a grant that cannot exist',
    'structured-401': '401 JSON with a list of errors',
    'bearer-token': 'samples; the key of the application goes beside it in a header of its own',
    'client-credentials': 'as the flow',
    'oauth-discovery': 'no metadata; the endpoint is documented',
    'self-service-keys': 'the sandbox at once, production after review',
    'token-expiry': 'five minutes, refreshed until the consent ends after 180 days',
    'scope-restriction': 'a table of three scopes',
    'browser-only-oauth':
      'every token begins with a client who signs in with two factors; the manual says that there is no other way',
    'manual-key-approval': 'not judged: each request for production is reviewed, none for the sandbox',
    'session-cookie-only': 'bearer tokens',
  },
};
