import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { fresh, html, json, redirect, text } from '../../lib/answers.ts';
import { robots, sample } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys } from '../../lib/world.ts';

const home = 'https://netbox.alvdalsnat.se';

const common = () => ({
  'x-request-id': `${fresh(8)}-${fresh(4)}-4${fresh(3)}-a${fresh(3)}-${fresh(12)}`,
  vary: 'HX-Request, Accept-Language, Cookie, origin',
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
});
const rest = (status: number, body: unknown, allow = 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS'): Answer =>
  json(status, body, { ...common(), 'content-type': 'application/json', allow, 'api-version': '4.5' });
/** The session comes first among the classes and has no challenge to send, so that every refusal is a 403 (DRF). */
const refuse = (r: Incoming): Answer => {
  const { scheme, value } = r.authorization;
  if (scheme !== 'token' && scheme !== 'bearer')
    return rest(403, { detail: 'Authentication credentials were not provided.' });
  if (!value.startsWith('nbt_')) return rest(403, { detail: 'Invalid v1 token' });
  return rest(403, {
    detail: value.includes('.')
      ? 'Invalid v2 token'
      : "Invalid authorization header: Could not parse key from v2 token. Did you mean to use 'Token' instead of 'Bearer'?",
  });
};

const apps: Record<string, readonly string[]> = {
  circuits: ['circuits', 'providers'],
  dcim: ['cables', 'devices', 'interfaces', 'racks', 'sites'],
  ipam: ['asns', 'ip-addresses', 'prefixes', 'vlans'],
  tenancy: ['contacts', 'tenants'],
  users: ['groups', 'tokens', 'users'],
  virtualization: ['clusters', 'virtual-machines'],
};
const security = [{ cookieAuth: [] }, { tokenAuth: [] }];
const operation = (app: string, name: string, method: 'list' | 'create') => ({
  operationId: `${app}_${name.replace(/-/g, '_')}_${method}`,
  description: `${method === 'list' ? 'Get a list of' : 'Post a list of'} ${name.replace(/-/g, ' ')} objects.`,
  tags: [app],
  security,
  responses: { [method === 'list' ? '200' : '201']: { description: '' } },
});
const schema = {
  openapi: '3.0.3',
  info: {
    title: 'NetBox REST API',
    version: '4.5.6 (4.5)',
    license: { name: 'Apache v2 License' },
  },
  paths: {
    ...Object.fromEntries(
      Object.entries(apps).flatMap(([app, names]) =>
        names.map((name) => [
          `/api/${app}/${name}/`,
          { get: operation(app, name, 'list'), post: operation(app, name, 'create') },
        ]),
      ),
    ),
    '/api/status/': {
      get: {
        operationId: 'status_retrieve',
        description: 'A lightweight read-only endpoint for conveying NetBox’s current operational status.',
        tags: ['status'],
        security,
        responses: { 200: { description: '' } },
      },
    },
    '/api/users/tokens/provision/': {
      post: {
        operationId: 'users_tokens_provision_create',
        description: 'Non-authenticated REST API endpoint via which a user may create a Token.',
        tags: ['users'],
        security: [...security, {}],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['username', 'password'],
                properties: { username: { type: 'string' }, password: { type: 'string', writeOnly: true } },
              },
            },
          },
        },
        responses: { 201: { description: '' }, 401: { description: '' } },
      },
    },
  },
  components: {
    securitySchemes: {
      cookieAuth: { type: 'apiKey', in: 'cookie', name: 'sessionid' },
      tokenAuth: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: '`Token <token>` (v1) or `Bearer <key>.<token>` (v2)',
      },
    },
  },
  // BASE_PATH is empty here, and this is what the settings make of it.
  servers: [{ url: '', description: 'NetBox' }],
};
const login = html(
  200,
  `<!DOCTYPE html><html lang="sv" data-netbox-url-name="login" data-netbox-version="4.5.6"><head><meta charset="UTF-8" /><meta name="viewport" content="initial-scale=1, maximum-scale=1, user-scalable=no, width=device-width, viewport-fit=cover" /><meta name="htmx-config" content='{"scrollBehavior": "auto"}'><title>Hem | NetBox</title><link rel="stylesheet" href="/static/netbox-external.css?v=4.5.6"/><link rel="stylesheet" href="/static/netbox.css?v=4.5.6"/><script type="text/javascript" src="/static/netbox.js?v=4.5.6"></script></head><body><div class="page page-center"><div class="container container-tight py-4"><div class="text-center my-3"><img src="/static/netbox_logo.svg" alt="NetBox Logo"></div><div class="alert alert-secondary mw-100 mx-auto my-3 text-center overflow-auto">Endast för personal på Älvdals stadsnät. Skript och automatisering: <a href="/api/schema/swagger-ui/">API-dokumentation</a>, <a href="/static/docs/">handbok</a>.</div><form method="post" action="/login/"><input type="hidden" name="csrfmiddlewaretoken" value="T0cYbN4w2aQ"><input type="hidden" name="next" value="/"><label class="form-label" for="id_username">Användarnamn</label><input type="text" name="username" autocomplete="username" required id="id_username"><label class="form-label" for="id_password">Lösenord</label><input type="password" name="password" autocomplete="current-password" required id="id_password"><button type="submit" class="btn btn-primary w-100">Logga in</button></form></div></div></body></html>`,
  { ...common(), 'set-cookie': 'csrftoken=3vH0Kq2mWb8XyRtL; Path=/; SameSite=Lax; Secure' },
);
const toLogin: Reply = (r) => redirect(302, `/login/?next=${encodeURIComponent(r.path)}`, common());
const missing = html(
  404,
  '<!DOCTYPE html><html lang="sv"><head><title>Sidan hittades inte | NetBox</title></head><body><div class="page"><h1>Sidan hittades inte</h1><p>Den begärda sidan finns inte.</p></div></body></html>',
);

/** The manual that is built into every installation, in short. */
const manual = (title: string, body: string): Answer =>
  html(
    200,
    `<!doctype html><html lang="en" class="no-js"><head><meta charset="utf-8"><title>${title} - NetBox Documentation</title><meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.7.0"></head><body><header class="md-header"><a href="/static/docs/">NetBox Documentation</a></header><nav class="md-nav"><ul><li><a href="/static/docs/">Introduction</a></li><li><a href="/static/docs/features/ipam/">IP address management</a></li><li><a href="/static/docs/integrations/rest-api/">REST API</a></li></ul></nav><main class="md-main"><article class="md-content__inner"><h1>${title}</h1>${body}</article></main><footer><a href="https://github.com/netbox-community/netbox">GitHub</a></footer></body></html>`,
  );

/** NetBox of a city's network: pages behind the login, the description and the built-in manual open, every refusal a 403. */
export const netbox: World = {
  id: 'netbox',
  kind: 'provider',
  title: 'NetBox 4.5 behind its login: refusals are 403 JSON, a description with an empty server, tokens of two kinds',
  target: home,
  dated: '2026-11',
  sources: [
    'netbox-community/netbox: docs/integrations/rest-api.md (authentication; 403 for strangers)',
    'netbox-community/netbox: netbox/netbox/api/authentication.py (TokenAuthentication of 4.5), netbox/netbox/middleware.py (API-Version, X-Request-ID)',
    'netboxlabs.com/docs/netbox/models/users/token (v1 and v2)',
    'github.com/netbox-community/netbox/discussions/23131 (“Invalid v1 token” for a bearer without the prefix)',
    'netbox-community/netbox: docs/configuration/miscellaneous.md (BANNER_LOGIN)',
  ],
  hosts: {
    'netbox.alvdalsnat.se': {
      headers: { server: 'nginx' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /dcim/\n'),
        'GET /': toLogin,
        'GET /login/': login,
        'GET /dcim/*': toLogin,
        'GET /ipam/*': toLogin,
        'GET /user/*': toLogin,
        'GET /api/schema/': { ...rest(200, schema, 'GET, HEAD, OPTIONS') },
        'GET /api/schema/swagger-ui/': html(
          200,
          '<!DOCTYPE html><html><head><meta charset="utf-8"><title>NetBox REST API</title><link rel="stylesheet" href="/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui.css"></head><body><div id="swagger-ui"></div><script src="/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js"></script><script>const swaggerSettings = {"deepLinking": true};const schemaAuthNames = ["cookieAuth", "tokenAuth"];let schemaAuthFailed = false;const ui = SwaggerUIBundle({url: "/api/schema/", dom_id: "#swagger-ui", presets: [SwaggerUIBundle.presets.apis], plugins: [], layout: "BaseLayout", ...swaggerSettings});</script></body></html>',
          common(),
        ),
        'POST /api/users/tokens/provision/': (r) =>
          r.json && typeof r.json === 'object' && 'username' in r.json && 'password' in r.json
            ? rest(403, { detail: 'Invalid username/password' }, 'POST, OPTIONS')
            : rest(
                400,
                { username: ['Detta fält måste anges.'], password: ['Detta fält måste anges.'] },
                'POST, OPTIONS',
              ),
        '/api/users/tokens/provision/': rest(405, { detail: 'Metoden "GET" är inte tillåten.' }, 'POST, OPTIONS'),
        '/api/': refuse,
        '/api/status/': refuse,
        '/api/:app/': (r) => (r.params['app'] !== undefined && r.params['app'] in apps ? refuse(r) : missing),
        '/api/:app/:name/': (r) =>
          (apps[r.params['app'] ?? ''] ?? []).includes(r.params['name'] ?? '') ? refuse(r) : missing,
        '/api/:app/:name/:id/': (r) =>
          (apps[r.params['app'] ?? ''] ?? []).includes(r.params['name'] ?? '') ? refuse(r) : missing,
        '/graphql/': (r) =>
          /text\/html|\*\/\*/.test(r.headers['accept'] ?? '*/*')
            ? redirect(302, '/login/?next=/graphql/', common())
            : { ...text(403, 'No credentials provided.'), headers: { 'content-type': 'text/html; charset=utf-8' } },
        'GET /static/docs/': manual(
          'The Premier Network Source of Truth',
          '<p>NetBox models racks, devices, cables, addresses and circuits. See the <a href="/static/docs/integrations/rest-api/">REST API</a> for programs.</p>',
        ),
        'GET /static/docs/features/ipam/': manual(
          'IP Address Management',
          '<p>Prefixes, ranges, addresses, VRFs, VLANs.</p>',
        ),
        'GET /static/docs/integrations/rest-api/': manual(
          'REST API Overview',
          `<h2>Authentication</h2><p>The REST API mainly uses tokens. Cookies work as well, which is handy while you click through the browsable API.</p><h3>Tokens</h3><p>A token belongs to a user account; one account may hold several. You make one on the <em>API Tokens</em> page of your profile. Unless an administrator has changed the default permissions, all users can create and manage their own tokens.</p><p>Since v4.5 tokens come in two versions. v2 tokens are the default; v1 tokens are deprecated and go away in v5.0. An expiration date is optional, a token without one never expires. A token can be disabled at any time.</p><h3>Restricting a token</h3><p>Without <em>write enabled</em> a token may only read. It can also be tied to client addresses.</p><h3>Sending it</h3><p>A v2 token goes into the <code>Authorization</code> header with the word <code>Bearer</code>:</p>${sample('curl -H "Authorization: Bearer nbt_<key>.<token>" \\\n  -H "Accept: application/json; indent=4" \\\n  https://netbox/api/dcim/sites/')}<p>A v1 token has the word <code>Token</code> instead. If a token is required but missing, the API answers 403 (Forbidden):</p>${sample('{\n    "detail": "Authentication credentials were not provided."\n}', 'json')}<h3>Initial token provisioning</h3><p>A POST of a username and a password to <code>/api/users/tokens/provision/</code> makes a token as well.</p>`,
        ),
      },
      otherwise: missing,
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: [null, `${home}/api/users/tokens/provision/`],
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial', 'unknown'],
      'token-expiry': staticKeys,
      'scope-restriction': ['pass', 'partial', 'unknown'],
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
    },
    notJudged: ['password'],
  }),
  why: {
    target: 'the software itself; the banner of its login names the description and the manual',
    apiBases: 'the description names an empty server, its paths begin with /api at the host that serves it',
    tokenEndpoint: 'a guard: provisioning changes a user name and a password into a token, no endpoint of RFC 6749',
    password: 'not judged: the same call, with a person’s login',
    outcome: 'below /api strangers are refused',
    'structured-401': '403 JSON that names the error, and no challenge, since the session comes first',
    'bearer-token':
      'the scheme is called an apiKey named Authorization, its description and the manual say Bearer, and a wrong bearer changes the answer',
    'self-service-keys': 'a guard: users make their own tokens, says the manual; accounts are for staff',
    'token-expiry': 'never, unless a date is set; can be disabled',
    'scope-restriction': 'a guard: read only or not, and client addresses',
    'session-cookie-only': 'tokens beside the cookie',
    'browser-only-oauth': 'no OAuth',
    'manual-key-approval': 'nothing says so',
  },
};
