import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { html, json, parameter, redirect } from '../../lib/answers.ts';
import { metadata } from '../../lib/oauth.ts';
import { robots, sample } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://erp.kilimopamoja.co.ke';
const method = `${home}/api/method/frappe.integrations.oauth2`;

const cookies = [
  'sid=Guest; Expires=Mon, 07 Dec 2026 12:00:00 GMT; Max-Age=612000; HttpOnly; Path=/; SameSite=Lax',
  'system_user=no; Path=/; SameSite=Lax',
  'full_name=Guest; Path=/; SameSite=Lax',
  'user_id=Guest; Path=/; SameSite=Lax',
  'user_lang=en; Path=/; SameSite=Lax',
];
const secure = {
  'cache-control': 'no-store,no-cache,must-revalidate,max-age=0',
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin, strict-origin-when-cross-origin',
};
/** Since 16, 401 and 403 alike point at the metadata of the resource. */
const challenge = {
  'www-authenticate': `Bearer resource_metadata="${home}/.well-known/oauth-protected-resource"`,
};
const refusedPage = (status: number, title: string, said: string): Answer =>
  html(
    status,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="frappe"><title>${title}</title></head><body frappe-session-status="logged-out" data-path="message"><div class="page-card"><h5 class="page-card-head"><span class="indicator red">${title}</span></h5><div class="page-card-body"><p>${said}</p><div><a href="/" class="btn btn-primary btn-sm">Home</a></div></div></div></body></html>`,
    { ...secure, ...challenge, 'set-cookie': cookies },
  );
/** Below /api/ a client that does not begin its Accept with text gets JSON. */
const wantsPage = (r: Incoming): boolean => (r.headers['accept'] ?? '').startsWith('text');
const failure = (r: Incoming, status: number, type: string, said: string): Answer => {
  if (wantsPage(r)) return refusedPage(status, status === 401 ? 'Session Expired' : 'Not Permitted', said);
  const body = r.path.startsWith('/api/v2/')
    ? { errors: [{ type, message: said, title: 'Message', indicator: 'red' }] }
    : {
        exc_type: type,
        ...(said ? { _server_messages: JSON.stringify([JSON.stringify({ message: said, title: 'Message' })]) } : {}),
        ...(type === 'PermissionError' ? { _error_message: said } : {}),
      };
  return json(status, body, {
    ...secure,
    ...(status === 401 || status === 403 ? challenge : {}),
    'content-type': 'application/json',
    'set-cookie': cookies,
  });
};
/** Any two-part Authorization that opens nothing is an AuthenticationError, a stranger is Guest and may not read. */
const guest =
  (said: string): Reply =>
  (r) =>
    r.authorization.value !== ''
      ? failure(r, 401, 'AuthenticationError', '')
      : failure(r, 403, 'PermissionError', said);
const doctypes = [
  'Customer',
  'Supplier',
  'Item',
  'Sales Order',
  'Sales Invoice',
  'Purchase Receipt',
  'Stock Entry',
  'User',
];
const resource: Reply = (r) => {
  const name = decodeURIComponent(r.params['doctype'] ?? '');
  return doctypes.includes(name) || r.authorization.value !== ''
    ? (
        guest(`User Guest does not have doctype access via role permission for document ${name}`) as (
          r: Incoming,
        ) => Answer
      )(r)
    : failure(r, 404, 'DoesNotExistError', `DocType ${name} not found`);
};

/** oauthlib behind Frappe: unknown grants are told so; with a grant of oauthlib's the client is looked up, and a missing one is a missing document. */
const token: Reply = (r) => {
  const oauth = (status: number, body: unknown) =>
    json(status, body, { ...secure, 'content-type': 'application/json' });
  const grant = parameter(r, 'grant_type') ?? '';
  if (!['authorization_code', 'password', 'client_credentials', 'refresh_token'].includes(grant))
    return oauth(400, { error: 'unsupported_grant_type' });
  if (grant === 'authorization_code' && parameter(r, 'code') === undefined)
    return oauth(400, { error: 'invalid_request', error_description: 'Missing code parameter.' });
  if (grant === 'refresh_token' && parameter(r, 'refresh_token') === undefined)
    return oauth(400, { error: 'invalid_request', error_description: 'Missing refresh token parameter.' });
  if (grant === 'password' && (parameter(r, 'username') === undefined || parameter(r, 'password') === undefined))
    return oauth(400, { error: 'invalid_request', error_description: 'Request is missing username parameter.' });
  const client = parameter(r, 'client_id');
  return client === undefined
    ? failure(r, 500, 'AttributeError', '')
    : failure(r, 404, 'DoesNotExistError', `OAuth Client ${client} not found`);
};
const register: Reply = (r) => {
  const refuse = (error_description: string) =>
    json(
      400,
      { error: 'invalid_client_metadata', error_description },
      { ...secure, 'content-type': 'application/json' },
    );
  const body = r.json;
  if (!body || typeof body !== 'object')
    return html(
      400,
      '<!doctype html>\n<html lang=en>\n<title>400 Bad Request</title>\n<h1>Bad Request</h1>\n<p>The browser (or proxy) sent a request that this server could not understand.</p>\n',
    );
  const uris: unknown = Object.entries(body).find(([key]) => key === 'redirect_uris')?.[1];
  if (!Array.isArray(uris) || uris.length === 0) return refuse('1 validation error: redirect_uris Field required');
  if (!uris.every((uri) => typeof uri === 'string' && URL.canParse(uri)))
    return refuse('1 validation error: redirect_uris.0 Input should be a valid URL');
  return json(
    201,
    { client_id: 'h3b1q0c8vt', client_secret: 'registered', client_secret_expires_at: 0, redirect_uris: uris },
    secure,
  );
};

const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="generator" content="frappe"><title>${title}</title><link href="/assets/frappe/dist/css/website.bundle.7H2K.css" rel="stylesheet"></head><body frappe-session-status="logged-out" data-path="home"><nav class="navbar navbar-light"><a class="navbar-brand" href="/">Kilimo Pamoja Co-operative</a><ul class="navbar-nav"><li><a class="nav-link" href="/about">About</a></li><li><a class="nav-link" href="/prices">Farm-gate prices</a></li><li><a class="nav-link" href="/integrations">Integrations</a></li><li><a class="btn btn-primary" href="/login">Login</a></li></ul></nav><main class="container my-5"><h1>${title}</h1>${body}</main><footer class="web-footer"><a href="/contact">Contact</a><p>Powered by <a href="https://frappe.io/erpnext">ERPNext</a></p></footer><script src="/assets/frappe/dist/js/frappe-web.bundle.L9.js"></script></body></html>`,
    { ...secure, 'set-cookie': cookies, 'x-page-name': title.toLowerCase().replace(/\W+/g, '-') },
  );

/** A farmers' co-operative on ERPNext 16: API keys from the office, and since the update OAuth with open registration that nobody mentions. */
export const frappe: World = {
  id: 'frappe',
  kind: 'provider',
  title:
    'ERPNext 16 of a co-operative: 403 with a Bearer challenge, open registration, grants for people, API keys by a word',
  target: home,
  dated: '2026-11',
  sources: [
    'frappe/frappe: frappe/integrations/oauth2.py (metadata, get_token, register_client)',
    'frappe/frappe: frappe/app.py (process_response, set_authenticate_headers, handle_exception)',
    'frappe/frappe: frappe/auth.py (validate_auth, validate_oauth, validate_auth_via_api_keys)',
    'frappe/frappe: frappe/oauth.py (authenticate_client, validate_grant_type)',
    'docs.frappe.io/framework/user/en/api/rest (token-based authentication)',
  ],
  hosts: {
    'erp.kilimopamoja.co.ke': {
      headers: { server: 'nginx' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /app\n'),
        'GET /': page(
          'Farming together',
          '<p>1,900 members in Nakuru and Nyandarua: milk, potatoes, pyrethrum. Applications for membership are reviewed by the board every quarter.</p>',
        ),
        'GET /about': page('About', '<p>Founded in 1994. Registered under the Co-operative Societies Act.</p>'),
        'GET /prices': page('Farm-gate prices', '<table><tr><td>Milk, litre</td><td>KES 52</td></tr></table>'),
        'GET /contact': page('Contact', '<p>Write to office@kilimopamoja.co.ke.</p>'),
        'GET /integrations': page(
          'Integrations',
          `<p>Collection centres and transporters connect their own systems to our ERPNext.</p><h2>API key and secret</h2><p>The office makes a user for your centre and a System Manager presses <em>Generate Keys</em> under <em>API Access</em>. We send you the pair on the same day. It stays valid until we generate a new one. The user's roles decide what you can read and write.</p><p>Send both in the <code>Authorization</code> header with the word <code>token</code>:</p>${sample(`curl '${home}/api/resource/Purchase Receipt?limit=20' \\\n  -H "Accept: application/json" \\\n  -H "Authorization: token $API_KEY:$API_SECRET"`)}<h2>Mobile app</h2><p>The members' app signs people in with OAuth 2 (authorization code with PKCE). Its access tokens last one hour and are renewed with the refresh token:</p>${sample('GET /api/method/frappe.auth.get_logged_user HTTP/1.1\nAuthorization: Bearer ACCESS_TOKEN', 'http')}`,
        ),
        'GET /login': page(
          'Login',
          '<form class="form-signin form-login"><input type="text" id="login_email" placeholder="jane@example.com" required><input type="password" id="login_password" required><a href="#forgot">Forgot Password?</a><button class="btn btn-login" type="submit">Login</button></form>',
        ),
        'GET /app*': redirect(301, '/login?redirect-to=%2Fapp', secure),
        'GET /.well-known/openid-configuration*': json(
          200,
          {
            issuer: home,
            authorization_endpoint: `${method}.authorize`,
            token_endpoint: `${method}.get_token`,
            userinfo_endpoint: `${method}.openid_profile`,
            revocation_endpoint: `${method}.revoke_token`,
            introspection_endpoint: `${method}.introspect_token`,
            response_types_supported: [
              'code',
              'token',
              'code id_token',
              'code token id_token',
              'id_token',
              'id_token token',
            ],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['HS256'],
          },
          { ...secure, 'content-type': 'application/json' },
        ),
        'GET /.well-known/oauth-authorization-server*': json(
          200,
          metadata(home, {
            authorization_endpoint: `${method}.authorize`,
            token_endpoint: `${method}.get_token`,
            response_types_supported: ['code'],
            response_modes_supported: ['query'],
            grant_types_supported: ['authorization_code', 'refresh_token'],
            token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
            service_documentation:
              'https://docs.frappe.io/framework/user/en/guides/integration/how_to_set_up_oauth#add-a-client-app',
            revocation_endpoint: `${method}.revoke_token`,
            revocation_endpoint_auth_methods_supported: ['client_secret_basic'],
            introspection_endpoint: `${method}.introspect_token`,
            userinfo_endpoint: `${method}.openid_profile`,
            code_challenge_methods_supported: ['S256'],
            registration_endpoint: `${method}.register_client`,
          }),
          { ...secure, 'content-type': 'application/json', 'access-control-allow-origin': '*' },
        ),
        'GET /.well-known/oauth-protected-resource*': json(
          200,
          {
            resource: home,
            authorization_servers: [home],
            bearer_methods_supported: ['header'],
            resource_name: 'Frappe Framework Application',
          },
          { ...secure, 'content-type': 'application/json' },
        ),
        'POST /api/method/frappe.integrations.oauth2.get_token': token,
        'GET /api/method/frappe.integrations.oauth2.get_token': token,
        'POST /api/method/frappe.integrations.oauth2.register_client': register,
        'GET /api/method/frappe.integrations.oauth2.authorize': redirect(302, '/login?redirect-to=%2F', secure),
        'GET /api/method/ping': json(200, { message: 'pong' }, { ...secure, 'content-type': 'application/json' }),
        'GET /api/v2/method/ping': json(200, { data: 'pong' }, { ...secure, 'content-type': 'application/json' }),
        '/api/resource/:doctype': resource,
        '/api/resource/:doctype/:name': resource,
        '/api/v1/resource/:doctype': resource,
        '/api/v2/document/:doctype': resource,
        '/api/method/:name': guest('Function is not whitelisted for Guest. Login to access'),
        '/api/*': (r) =>
          r.authorization.value === ''
            ? failure(r, 404, 'DoesNotExistError', '')
            : failure(r, 401, 'AuthenticationError', ''),
      },
      otherwise: html(
        404,
        '<!DOCTYPE html><html lang="en"><head><meta name="generator" content="frappe"><title>Page not found</title></head><body data-path="404"><h1>Page not found</h1><p>The page you are looking for has gone missing.</p></body></html>',
        secure,
      ),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: `${method}.get_token`,
    flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['no', 'unknown'] },
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': 'pass',
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['pass', 'partial'],
      'scope-restriction': [...noCredit, 'partial'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['implicit', 'password', 'manual-key-approval'],
  }),
  why: {
    target: 'the website that ERPNext serves itself, with the page on integrations in its menu',
    apiBases: 'sample of the page on integrations',
    tokenEndpoint: 'both documents at well-known addresses name it',
    authorization_code: 'metadata and the page on integrations',
    refresh_token: 'the same',
    client_credentials:
      'not in the list of grants; the endpoint looks the client up before it would refuse the grant, so that its answer looks like that of a server that knows it',
    implicit: 'not judged: OpenID discovery lists the response type, the other document does not',
    password: 'not judged: the endpoint knows it, no document lists it',
    outcome: 'below /api strangers are refused',
    'structured-401':
      '403 JSON with exc_type and messages for a stranger; 401 comes only with a wrong credential; pages get HTML',
    'bearer-token': 'metadata says header, the challenge says Bearer, a wrong one is 401 and not 403',
    'client-credentials': 'nothing offers it',
    'oauth-discovery': 'the challenge leads to the resource, the resource to its issuer, the issuer to its metadata',
    'self-service-keys': 'registration is open; keys are made by the office on the same day',
    'token-expiry': 'one hour and a refresh token; keys last until replaced',
    'scope-restriction': 'roles of a user; no scopes listed',
    'browser-only-oauth': 'key and secret need no browser',
    'session-cookie-only': 'cookies are set, tokens are taken',
    'token-rotation-without-refresh': 'refresh token',
    'manual-key-approval': 'not judged: a person makes the keys, nobody examines anything',
  },
};
