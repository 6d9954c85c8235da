import type { Reply, World } from '../../lib/world.ts';
import { aliasOf, html, json, parameter, redirect, text } from '../../lib/answers.ts';
import { recaptcha, robots, sample, shell, signUpForm, table } from '../../lib/pages.ts';
import { expectation, signUp } from '../../lib/world.ts';
import { frontOf, mintlify, statusPage, type Leaf } from '../providers/third-manuals.ts';

const docs = 'https://developers.hellosign.com';
const api = 'https://api.hellosign.com';
const app = 'https://app.hellosign.com';
const sign = 'https://sign.dropbox.com';

const operation = (tag: string, summary: string, scope: string) => ({
  tags: [tag],
  summary,
  security: [{ api_key: [] }, { oauth2: [scope] }],
  responses: { 200: { description: 'successful operation' }, '4XX': { description: 'failed_operation' } },
});
const description = {
  openapi: '3.0.3',
  info: {
    title: 'Dropbox Sign API',
    description: 'Dropbox Sign v3 API',
    version: '3.0.0',
    contact: { email: 'apisupport@hellosign.com' },
  },
  servers: [{ url: `${api}/v3` }],
  paths: {
    '/account': { get: operation('Account', 'Get Account', 'account_access') },
    '/signature_request/list': { get: operation('Signature Request', 'List Signature Requests', 'request_signature') },
    '/signature_request/send': { post: operation('Signature Request', 'Send Signature Request', 'request_signature') },
    '/template/list': { get: operation('Template', 'List Templates', 'template_access') },
    '/team': { get: operation('Team', 'Get Team', 'team_access') },
    '/api_app/list': {
      get: {
        tags: ['Api App'],
        summary: 'List API Apps',
        security: [{ api_key: [] }],
        responses: { 200: { description: 'successful operation' } },
      },
    },
  },
  components: {
    securitySchemes: {
      api_key: {
        type: 'http',
        scheme: 'basic',
        description: 'Your API key as user name; leave the password empty.',
      },
      oauth2: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'An access token issued through an OAuth flow, to act for the user who granted it.',
      },
    },
  },
};
/** One answer for everybody who is not known, whatever they bring. */
const refuse = json(401, { error: { error_msg: 'Unauthorized user.', error_name: 'unauthorized' } });
const token: Reply = (r) => {
  const grant = parameter(r, 'grant_type');
  if (grant === undefined)
    return json(400, { error: 'invalid_request', error_description: 'Required parameter missing: grant_type' });
  if (grant !== 'authorization_code' && grant !== 'refresh_token')
    return json(400, { error: 'unsupported_grant_type', error_description: 'Invalid grant type' });
  return json(400, { error: 'invalid_client', error_description: 'Invalid client id or secret' });
};
const leaves: readonly Leaf[] = [
  [
    '/docs/guides/overview/welcome',
    'Welcome',
    `<p>Send, sign and track documents from your own product. Choose a workflow:</p>${table([
      ['Workflow', 'Where people sign', 'Needs app approval'],
      ['Non-embedded', 'On our site, by e-mail', 'No'],
      ['Embedded', 'In an iFrame on yours', 'Self-publish, at once'],
      ['OAuth', 'For users of yours', 'Yes'],
    ])}<p>Questions? apisupport@hellosign.com. On a premium plan you have a technical account manager.</p>`,
  ],
  [
    '/docs/guides/overview/quickstart',
    'Quickstart',
    `<ol><li>Sign up for a <a href="${app}/account/signUp">free account</a>.</li><li>Open the API tab of your settings and press <b>Generate key</b>. The name is yours to choose; up to four keys.</li><li>Send your first test request:</li></ol>${sample(`curl -X POST '${api}/v3/signature_request/send' \\\n  -u 'YOUR_API_KEY:' \\\n  -F 'title=NDA' -F 'signers[0][email_address]=jack@example.com' \\\n  -F 'signers[0][name]=Jack' -F 'files[0]=@mutual-NDA.pdf' -F 'test_mode=1'`)}<p>With <code>test_mode</code> nothing is billed and nothing is legally binding. For binding requests you need a paid API plan.</p>`,
  ],
  [
    '/api/reference/authentication',
    'Authentication',
    `<p>Two ways: an API key, or an access token that an OAuth flow gave you. The “Try it” console takes only keys.</p><h2>API key</h2><p>HTTP Basic; the key is the user name and the password stays empty.</p>${sample(`curl "${api}/v3/template/list" -u "\${API_KEY}:"`)}<h2>Access token</h2><p>Acts for the user that granted it.</p>${sample(`curl "${api}/v3/account" -H "Authorization: Bearer \${ACCESS_TOKEN}"`)}`,
  ],
  [
    '/docs/guides/o-auth/overview',
    'OAuth overview',
    `<p>Apps that act for other users need their consent. We implement OAuth 2.0.</p><h2>Scopes</h2>${table([
      ['basic_account_info', 'Name and e-mail address'],
      ['request_signature', 'Send requests, billed to the app'],
      ['account_access', 'Send and read, billed to the user'],
      ['template_access', 'Templates'],
      ['team_access', 'Teams'],
      ['api_app_access', 'Apps'],
    ])}<h2>Who pays</h2><p>Charge users or charge the app: choose when you create it; it cannot be changed.</p>`,
  ],
  [
    '/docs/guides/o-auth/walkthrough',
    'OAuth walkthrough',
    `<ol><li><a href="${app}/oauth/createAppForm">Create an app</a> with a callback. Client ID and secret are shown at once.</li><li>Send the user to</li></ol>${sample(`${app}/oauth/authorize?response_type=code&client_id={client_id}&state={state}`, 'text')}<p>3. The code that comes back is good for a few minutes. Exchange it:</p>${sample(`curl -X POST '${app}/oauth/token' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"state": "900e06e2", "code": "{code}", "grant_type": "authorization_code", "client_id": "{id}", "client_secret": "{secret}"}'`)}${sample('{\n  "access_token": "eyJhbGciOi…",\n  "token_type": "Bearer",\n  "refresh_token": "hNTI2MTFm…",\n  "expires_in": 86400\n}', 'json')}<h2>Refresh</h2>${sample(`curl -X POST '${app}/oauth/token?refresh' -d 'grant_type=refresh_token' -d 'refresh_token={refresh_token}'`)}<p>Access tokens expire after 24 hours. Refresh tokens do not, until they are used or revoked.</p>`,
  ],
  [
    '/docs/guides/app-approval/overview',
    'App approval overview',
    '<p>Apps with certain features must be approved before production, because signatures are law.</p><h2>Do I need it?</h2><p>With a non-embedded workflow you do not. Take <code>test_mode</code> out and go.</p><h2>Embedded</h2><p>Self-publish: answer the checklist, and the app is approved instantly; up to ten apps.</p><h2>OAuth</h2><p>Submit the form. A person looks at the app; allow two to three business days. Test mode works meanwhile.</p>',
  ],
  [
    '/docs/guides/events/overview',
    'Events and callbacks',
    '<p>Answer with 200 and the text <code>Hello API Event Received</code>. Verify <code>event_hash</code>: HMAC-SHA256 with your API key over time and type.</p>',
  ],
  [
    '/api/reference/errors-and-warnings',
    'Errors and warnings',
    `${sample('{"error": {"error_msg": "Unauthorized user.", "error_name": "unauthorized"}}', 'json')}${table([
      ['400', 'bad_request'],
      ['401', 'unauthorized'],
      ['402', 'payment_required'],
      ['403', 'forbidden'],
      ['404', 'not_found'],
      ['409', 'conflict'],
      ['429', 'exceeded_rate'],
    ])}`,
  ],
  [
    '/api/reference/rate-limits',
    'Rate limits',
    '<p>100 requests a minute for standard calls, 25 for those that are higher tier; 10 in test mode. Ask us for more.</p>',
  ],
  [
    '/api/reference/openapi',
    'OpenAPI',
    `<p>The description: <a href="${docs}/openapi.json">openapi.json</a>. We make six SDKs from it.</p>`,
  ],
];

/** E-signatures: a key as user name in Basic, OAuth for other people's users, approval for that only. */
export const dropboxSign: World = {
  id: 'dropbox-sign',
  kind: 'provider',
  title:
    'E-signatures: key as user name in Basic, bearer tokens by authorization code, approval only for apps with OAuth',
  target: 'developers.hellosign.com',
  dated: '2026-11',
  sources: [
    'developers.hellosign.com/api/reference/authentication',
    'developers.hellosign.com/docs/guides/o-auth/walkthrough',
    'developers.hellosign.com/docs/guides/app-approval/overview',
    'help.dropbox.com/integrations/how-to-get-app-approval-for-dropbox-sign-api',
  ],
  hosts: {
    'hellosign.com': aliasOf(sign),
    'www.hellosign.com': aliasOf(sign),
    'sign.dropbox.com': {
      routes: frontOf({
        name: 'Dropbox Sign',
        origin: sign,
        hero: 'Get documents signed online in no time',
        nav: [
          ['Features', `${sign}/features`],
          ['API', `${sign}/products/dropbox-sign-api`],
          ['Pricing', `${sign}/info/pricing`],
          ['Developers', `${docs}/`],
          ['Log in', `${app}/account/logIn`],
        ],
        stubs: ['/features', '/products/dropbox-sign-api', '/info/pricing'],
      }),
    },
    'app.hellosign.com': {
      headers: { 'set-cookie': 'hs_session=1f0a; Path=/; Secure; HttpOnly; SameSite=Lax' },
      routes: {
        'GET /account/signUp': html(
          200,
          `<!DOCTYPE html><html lang="en"><head><title>Sign up | Dropbox Sign</title>${recaptcha.head}</head><body><h1>Create your free account</h1>${signUpForm(recaptcha.field, '/account/signUp')}<p>Or continue with Google, Microsoft or Dropbox.</p></body></html>`,
        ),
        'GET /account/logIn': shell('Log in | Dropbox Sign'),
        'GET /oauth/createAppForm': redirect(302, '/account/logIn?redirect=oauth'),
        'GET /home/myAccount': redirect(302, '/account/logIn'),
        'GET /oauth/authorize': shell('Authorize | Dropbox Sign'),
        'POST /oauth/token': token,
        'GET /oauth/token': json(405, { error: 'invalid_request', error_description: 'Method not allowed' }),
        'GET /': redirect(302, '/account/logIn'),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html><head><title>404</title></head><body><h1>Page not found</h1></body></html>',
      ),
    },
    'developers.hellosign.com': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': redirect(302, '/docs/guides/overview/welcome'),
        'GET /openapi.json': json(200, description),
        ...mintlify('Dropbox Sign Developers', docs, leaves),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html><head><title>Page not found</title></head><body><h1>404</h1></body></html>',
      ),
    },
    'status.hellosign.com': { routes: statusPage('Dropbox Sign') },
    'api.hellosign.com': {
      headers: { server: 'nginx' },
      routes: { '/v3/*': refuse, 'GET /': redirect(302, docs) },
      otherwise: text(404, 'Not Found'),
    },
  },
  expect: expectation({
    apiBases: [api],
    tokenEndpoint: `${app}/oauth/token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'fail',
      'oauth-discovery': ['partial', 'fail'],
      'self-service-keys': signUp,
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['captcha-before-token'],
  }),
  why: {
    apiBases: 'server of the description, and every sample',
    tokenEndpoint: 'the walkthrough; on the host of the application, not of the API',
    authorization_code: 'the walkthrough',
    refresh_token: 'the walkthrough, 24 hours',
    client_credentials:
      'the endpoint says unsupported_grant_type to it and to nonsense, before it looks at the client; the manual knows one flow',
    'structured-401': '401 JSON with error_name one level down; no challenge',
    'bearer-token': 'Authorization: Bearer with tokens of OAuth, in description and manual; the key goes as Basic',
    'client-credentials': 'denied by the token endpoint under that name',
    'oauth-discovery': 'no metadata; the endpoint is documented',
    'self-service-keys': 'keys at once in the settings, tests free; production wants a plan',
    'token-expiry': '24 hours and refresh; keys never expire, so “partial” is honest too',
    'scope-restriction': 'six scopes',
    'captcha-before-token': 'not judged: reCAPTCHA stands on the sign-up of people, before the account that gives keys',
    'manual-key-approval': 'apps with OAuth are looked at, keys are not',
    'token-rotation-without-refresh': 'refresh tokens',
    'browser-only-oauth': 'a static key beside it',
    'session-cookie-only': 'the cookie is the application’s',
  },
};
