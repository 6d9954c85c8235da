/** Servers that many people run themselves, and clouds with keys of several generations: Jenkins, Codeberg, Matrix, Nextcloud, Discourse, Ghost, Zulip, Elasticsearch, MongoDB Atlas, Databricks. */
import { aliasOf, empty, html, isBasic, isBearer, json, redirect, xml } from '../../lib/answers.ts';
import { metadata, oauthError, registrationEndpoint, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { loginForm, notFoundPage, robots, sample, shell, signUpForm, site, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, type World } from '../../lib/world.ts';
import { docusaurus, frontOf, mintlify, redoc, sphinx, statusPage, swaggerUi } from './third-manuals.ts';

const jenkins = (() => {
  const host = 'ci.brenner-maschinen.test';
  const head = { 'x-jenkins': '2.528.1', 'x-hudson': '1.395', 'x-content-type-options': 'nosniff' };
  const forbidden = (from: string) =>
    html(
      403,
      `<html><head><meta http-equiv='refresh' content='1;url=/login?from=${encodeURIComponent(from)}'/><script id='redirect' data-redirect-url='/login?from=${encodeURIComponent(from)}' src='/static/2f1/scripts/redirect.js'></script></head><body style='background-color:white; color:white;'>\nAuthentication required\n<!--\n-->\n</body></html>`,
      { 'set-cookie': 'JSESSIONID.8a2c=node01; Path=/; Secure; HttpOnly' },
    );
  const world: World = {
    id: 'jenkins',
    kind: 'provider',
    title:
      'A private Jenkins: 403 page before anything, Basic with an API token that only the manual of the software names',
    target: `https://${host}`,
    dated: '2026-10',
    sources: [
      'jenkins.io/doc/book/system-administration/authenticating-scripted-clients',
      'Jenkins core: HudsonAuthenticationEntryPoint',
    ],
    hosts: {
      [host]: {
        headers: head,
        routes: {
          'GET /login': html(
            200,
            `<!DOCTYPE html><html lang="en"><head resURL="/static/2f1" data-rooturl="" data-resurl="/static/2f1"><title>Sign in - Jenkins</title></head><body class="app-sign-in-register"><h1>Sign in to Jenkins</h1><form name="login" action="j_spring_security_check" method="post"><input name="j_username"><input name="j_password" type="password"><button name="Submit">Sign in</button></form></body></html>`,
          ),
          'GET /robots.txt': robots('# we don\'t want robots to click "build" links\nUser-agent: *\nDisallow: /\n'),
          'GET /whoAmI/api/json': json(200, {
            _class: 'hudson.security.WhoAmI',
            anonymous: true,
            authenticated: true,
            authorities: ['anonymous'],
            name: 'anonymous',
          }),
          '*': (request) =>
            isBasic(request)
              ? html(
                  401,
                  '<html><head><title>Error 401 Invalid password/token for user</title></head><body><h2>HTTP ERROR 401 Invalid password/token for user</h2></body></html>',
                )
              : forbidden(request.path),
        },
      },
    },
    expect: expectation({
      outcome: ['scored', 'no-api', 'blocked'],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['fail', 'unknown', 'n/a'],
        'bearer-token': noCredit,
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': noCredit,
        'token-expiry': noCredit,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'session-cookie-only': ['present', 'unknown'] },
    }),
    why: {
      outcome: 'nothing of an API can be seen from outside; any of the three is honest',
      'session-cookie-only': 'from outside it looks so; who knows the software knows better, so only "absent" is wrong',
    },
  };
  return world;
})();

const codeberg = (() => {
  const spec = {
    swagger: '2.0',
    info: {
      title: 'Forgejo API',
      description: 'This documentation describes the Forgejo API.',
      version: '13.0.2+gitea-1.22.0',
      license: { name: 'MIT' },
    },
    basePath: '/api/v1',
    schemes: ['https', 'http'],
    securityDefinitions: {
      AccessToken: {
        type: 'apiKey',
        name: 'access_token',
        in: 'query',
        description: 'This authentication option is deprecated for removal.',
      },
      AuthorizationHeaderToken: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        description: 'API tokens must be prepended with "token" followed by a space.',
      },
      BasicAuth: { type: 'basic' },
      TOTPHeader: { type: 'apiKey', name: 'X-FORGEJO-OTP', in: 'header' },
    },
    security: [{ BasicAuth: [] }, { AuthorizationHeaderToken: [] }, { AccessToken: [] }, { TOTPHeader: [] }],
    paths: Object.fromEntries(
      ['/user', '/user/repos', '/version', '/repos/search', '/notifications'].map((path) => [
        path,
        { get: { summary: path, responses: { 200: { description: 'OK' } } } },
      ]),
    ),
  };
  const refused = json(401, { message: 'token is required', url: 'https://codeberg.org/api/swagger' });
  const docs = sphinx('Codeberg Documentation', [
    ['/', 'Codeberg documentation', '<p>Welcome. <a href="/getting-started/first-steps/">First steps</a>.</p>'],
    [
      '/getting-started/first-steps/',
      'Your first steps on Codeberg',
      '<p>Register with a user name and an email address; solve the picture puzzle.</p>',
    ],
    [
      '/advanced/access-token/',
      'Generating an access token',
      `<p>Under Settings, Applications, Manage access tokens: give it a name, select its permissions (for example <code>read:user</code>, <code>write:repository</code>), click Generate token. It is shown only once.</p>${sample("curl -H 'Authorization: token YOUR_TOKEN' https://codeberg.org/api/v1/user")}<p>Bearer works too: <code>Authorization: Bearer YOUR_TOKEN</code>.</p>`,
    ],
  ]);
  const world: World = {
    id: 'codeberg',
    kind: 'provider',
    title: 'Forgejo: Swagger 2.0 in the page, OIDC for third parties, tokens under the word token',
    target: 'https://codeberg.org',
    dated: '2026-10',
    sources: [
      'codeberg.org/api/swagger',
      'forgejo.org/docs/latest/user/api-usage',
      'docs.codeberg.org/advanced/access-token',
    ],
    hosts: {
      'codeberg.org': {
        headers: { 'set-cookie': 'i_like_gitea=0f1e; Path=/; HttpOnly; Secure; SameSite=Lax' },
        routes: {
          'GET /': site({
            name: 'Codeberg.org',
            plain: true,
            nav: [
              ['Explore', '/explore/repos'],
              ['Documentation', 'https://docs.codeberg.org/'],
              ['Register', '/user/sign_up'],
              ['Sign in', '/user/login'],
            ],
            footer: [
              ['API', '/api/swagger'],
              ['Blog', 'https://blog.codeberg.org/'],
              ['Status', 'https://status.codeberg.eu/'],
              ['Donate', 'https://donate.codeberg.org/'],
            ],
          })('Join the community', '<p>Your home for free software.</p>'),
          'GET /explore/repos': site({ name: 'Codeberg.org', plain: true })('Repositories', '<p>forgejo/forgejo</p>'),
          'GET /user/login': site({ name: 'Codeberg.org', plain: true })('Sign in', loginForm('/user/login')),
          'GET /user/sign_up': site({ name: 'Codeberg.org', plain: true })(
            'Register',
            signUpForm('<img src="/captcha/x.png" alt="captcha"><input name="captcha" required>', '/user/sign_up'),
          ),
          'GET /api/swagger': swaggerUi('Forgejo API', '/swagger.v1.json'),
          'GET /swagger.v1.json': json(200, spec),
          'GET /.well-known/openid-configuration': json(200, {
            issuer: 'https://codeberg.org',
            authorization_endpoint: 'https://codeberg.org/login/oauth/authorize',
            token_endpoint: 'https://codeberg.org/login/oauth/access_token',
            jwks_uri: 'https://codeberg.org/login/oauth/keys',
            userinfo_endpoint: 'https://codeberg.org/login/oauth/userinfo',
            introspection_endpoint: 'https://codeberg.org/login/oauth/introspect',
            response_types_supported: ['code', 'id_token'],
            id_token_signing_alg_values_supported: ['RS256'],
            subject_types_supported: ['public'],
            scopes_supported: ['openid', 'profile', 'email', 'groups'],
            claims_supported: ['aud', 'exp', 'iat', 'iss', 'sub', 'name'],
            code_challenge_methods_supported: ['plain', 'S256'],
            grant_types_supported: ['authorization_code', 'refresh_token'],
          }),
          'GET /login/oauth/keys': json(200, { keys: [] }),
          'POST /login/oauth/access_token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'grant-first',
            unsupported: json(400, {
              error: 'unsupported_grant_type',
              error_description: 'Only refresh_token or authorization_code grant type is supported',
            }),
            unknownClient: json(400, {
              error: 'invalid_client',
              error_description: "cannot load client with client id: 'x'",
            }),
          }),
          'GET /login/oauth/authorize': redirect(303, '/user/login'),
          '/login/oauth/userinfo': json(
            401,
            { message: 'no valid authorization' },
            { 'www-authenticate': 'Bearer realm=""' },
          ),
          'GET /api/v1/version': json(200, { version: '13.0.2-31-codeberg+gitea-1.22.0' }),
          'GET /api/v1/repos/search': json(200, { ok: true, data: [] }),
          '/api/v1/user*': (request) =>
            request.headers['authorization']
              ? json(401, { message: 'user does not exist [uid: 0, name: ]', url: 'https://codeberg.org/api/swagger' })
              : refused,
          '/api/v1/notifications*': refused,
          'GET /robots.txt': robots('User-agent: *\nDisallow: /api/\nCrawl-delay: 2\n'),
        },
        otherwise: (request) =>
          request.path.startsWith('/api/')
            ? json(404, { errors: null, message: 'not found', url: 'https://codeberg.org/api/swagger' })
            : html(404, '<html><body><h1>404 Not found</h1></body></html>'),
      },
      'www.codeberg.org': aliasOf('https://codeberg.org'),
      'docs.codeberg.org': { routes: docs, otherwise: notFoundPage('Codeberg Documentation') },
    },
    expect: expectation({
      apiBases: ['https://codeberg.org'],
      tokenEndpoint: 'https://codeberg.org/login/oauth/access_token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': ['pass', 'partial'],
        'client-credentials': ['fail', 'unknown'],
        'oauth-discovery': 'pass',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'captcha-before-token': ['present', 'absent', 'unknown'],
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'bearer-token': 'the description says the word token, the manual says that Bearer works too',
      'captcha-before-token': "a picture of the software's own, no known product",
      'session-cookie-only': 'a cookie is set on every page, tokens are documented',
    },
  };
  return world;
})();

const matrix = (() => {
  const issuer = 'https://account.matrix.org/';
  const meta = {
    issuer,
    authorization_endpoint: `${issuer}authorize`,
    token_endpoint: `${issuer}oauth2/token`,
    jwks_uri: `${issuer}oauth2/keys.json`,
    registration_endpoint: `${issuer}oauth2/registration`,
    revocation_endpoint: `${issuer}oauth2/revoke`,
    introspection_endpoint: `${issuer}oauth2/introspect`,
    device_authorization_endpoint: `${issuer}oauth2/device`,
    userinfo_endpoint: `${issuer}oauth2/userinfo`,
    scopes_supported: ['openid', 'email'],
    response_types_supported: ['code', 'id_token', 'code id_token'],
    response_modes_supported: ['form_post', 'query', 'fragment'],
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:device_code',
    ],
    token_endpoint_auth_methods_supported: [
      'client_secret_basic',
      'client_secret_post',
      'client_secret_jwt',
      'private_key_jwt',
      'none',
    ],
    code_challenge_methods_supported: ['plain', 'S256'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    prompt_values_supported: ['none', 'login', 'create'],
    account_management_uri: `${issuer}account/`,
  };
  const missing = json(401, { errcode: 'M_MISSING_TOKEN', error: 'Missing access token' });
  const cors = { 'access-control-allow-origin': '*', server: 'cloudflare' };
  const world: World = {
    id: 'matrix',
    kind: 'provider',
    title: 'Homeserver behind a delegation document, its authorization server elsewhere with a slash in the issuer',
    target: 'https://matrix.org',
    dated: '2026-10',
    sources: [
      'spec.matrix.org/latest/client-server-api (auth_metadata)',
      'matrix-authentication-service documentation',
    ],
    hosts: {
      'matrix.org': {
        routes: {
          ...frontOf({
            name: 'Matrix.org',
            origin: 'https://matrix.org',
            hero: 'An open network for secure, decentralised communication',
            nav: [
              ['Clients', '/ecosystem/clients'],
              ['Docs', '/docs/'],
              ['Specification', 'https://spec.matrix.org/latest/'],
            ],
            stubs: ['/ecosystem/clients'],
          }),
          'GET /docs/': site({
            name: 'Matrix.org',
            nav: [
              ['Client-server API', '/docs/older/client-server-api/'],
              ['Specification', 'https://spec.matrix.org/latest/client-server-api/'],
            ],
          })('Documentation', '<p>Learn Matrix.</p>'),
          'GET /docs/older/client-server-api/': site({ name: 'Matrix.org' })(
            'Using the client-server API',
            `<p>The homeserver of matrix.org has its client API at <code>https://matrix-client.matrix.org</code>.</p>${sample('curl -H "Authorization: Bearer <access_token>" "https://matrix-client.matrix.org/_matrix/client/v3/account/whoami"')}`,
          ),
          'GET /.well-known/matrix/client': json(
            200,
            {
              'm.homeserver': { base_url: 'https://matrix-client.matrix.org' },
              'm.identity_server': { base_url: 'https://vector.im' },
              'org.matrix.msc2965.authentication': { issuer, account: `${issuer}account` },
            },
            cors,
          ),
          'GET /.well-known/matrix/server': json(200, { 'm.server': 'matrix-federation.matrix.org:443' }),
        },
        otherwise: notFoundPage('Matrix.org'),
      },
      'www.matrix.org': aliasOf('https://matrix.org'),
      'spec.matrix.org': {
        routes: {
          'GET /latest/': site({ name: 'Matrix Specification' })(
            'Matrix Specification',
            '<p><a href="/latest/client-server-api/">Client-server API</a></p>',
          ),
          'GET /latest/client-server-api/': site({
            name: 'Matrix Specification',
            nav: [['Client-server API', '/latest/client-server-api/']],
          })(
            'Client-Server API',
            `<h2>Client authentication</h2><p>Homeservers may support the legacy API (user interactive) or the OAuth 2.0 API. Clients discover it with GET /_matrix/client/v1/auth_metadata. Access tokens are sent as <code>Authorization: Bearer TheTokenHere</code>. Access tokens may expire (<code>M_UNKNOWN_TOKEN</code> with soft_logout); use the refresh token. Grants: authorization code, refresh token, device authorization.</p>${table(
              [
                ['M_MISSING_TOKEN', 'No access token was specified'],
                ['M_UNKNOWN_TOKEN', 'The token was not recognised'],
              ],
            )}<p>Scope: <code>urn:matrix:client:api:*</code>, <code>urn:matrix:client:device:ABCDEF</code></p>`,
          ),
          'GET /': redirect(302, '/latest/'),
        },
        otherwise: notFoundPage('Matrix Specification'),
      },
      'matrix-client.matrix.org': {
        headers: cors,
        routes: {
          'GET /_matrix/client/versions': json(200, { versions: ['v1.11', 'v1.15'], unstable_features: {} }),
          'GET /_matrix/client/v1/auth_metadata': json(200, meta),
          'GET /_matrix/client/v3/login': json(200, {
            flows: [{ type: 'm.login.sso', delegated_oidc_compatibility: true }],
          }),
          'GET /.well-known/matrix/client': json(200, {
            'm.homeserver': { base_url: 'https://matrix-client.matrix.org' },
          }),
          '/_matrix/client/v3/*': (request) =>
            isBearer(request)
              ? json(401, { errcode: 'M_UNKNOWN_TOKEN', error: 'Token is not active', soft_logout: false })
              : missing,
        },
        otherwise: json(404, { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' }),
      },
      'account.matrix.org': {
        routes: {
          'GET /': redirect(303, '/login'),
          'GET /login': site({ name: 'matrix.org account', plain: true })('Sign in', loginForm('/login')),
          'GET /.well-known/openid-configuration': json(200, meta),
          'GET /.well-known/oauth-authorization-server': json(200, meta),
          'GET /oauth2/keys.json': json(200, { keys: [] }),
          'POST /oauth2/registration': registrationEndpoint,
          'POST /oauth2/token': tokenEndpoint({
            grants: [
              'authorization_code',
              'refresh_token',
              'client_credentials',
              'urn:ietf:params:oauth:grant-type:device_code',
            ],
            order: 'client-first',
            unknownClient: oauthError(401, 'invalid_client', 'Client authentication failed'),
            noClient: oauthError(400, 'invalid_request', 'The request is missing a required parameter'),
          }),
          'POST /oauth2/device': oauthError(401, 'invalid_client'),
          'GET /authorize': html(400, '<h1>invalid_request</h1>'),
        },
        otherwise: html(404, '<h1>Page not found</h1>'),
      },
    },
    expect: expectation({
      apiBases: ['https://matrix-client.matrix.org'],
      tokenEndpoint: 'https://account.matrix.org/oauth2/token',
      flows: {
        authorization_code: 'yes',
        refresh_token: 'yes',
        device_code: 'yes',
        client_credentials: ['yes', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['pass', 'unknown', 'partial'],
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'token-rotation-without-refresh': 'absent' },
      notJudged: ['browser-only-oauth'],
    }),
    why: {
      client_credentials: 'listed by the authorization server, yet the Matrix API does not grant scopes to it',
      'oauth-discovery': 'valid metadata, found through a document of the Matrix standard or by the account host',
      'browser-only-oauth': 'not judged: registration is open, a person signs in once, by device code if need be',
    },
  };
  return world;
})();

const nextcloud = (() => {
  const ocs = xml(
    401,
    '<?xml version="1.0"?>\n<ocs>\n <meta>\n  <status>failure</status>\n  <statuscode>997</statuscode>\n  <message>Current user is not logged in</message>\n </meta>\n <data/>\n</ocs>\n',
    { 'www-authenticate': 'Basic realm="Authorisation Required"' },
  );
  const world: World = {
    id: 'nextcloud',
    kind: 'provider',
    title: "A school's own Nextcloud: OCS answers in XML or JSON, WebDAV with two challenges",
    target: 'https://wolke.gymnasium-am-see.test',
    dated: '2026-10',
    sources: [
      'docs.nextcloud.com/server/latest/developer_manual/client_apis/OCS',
      'Nextcloud server: OCSMiddleware, dav BasicAuth and BearerAuth',
    ],
    hosts: {
      'wolke.gymnasium-am-see.test': {
        headers: {
          'x-request-id': 'GkLb',
          'set-cookie': 'oc_sessionPassphrase=x; path=/; secure; HttpOnly',
          'x-robots-tag': 'noindex, nofollow',
        },
        routes: {
          'GET /': redirect(302, '/login'),
          'GET /login': html(
            200,
            `<!DOCTYPE html><html lang="de" data-locale="de_DE"><head><title>Anmelden – Wolke</title><meta name="apple-itunes-app" content="app-id=1125420102"></head><body id="body-login"><noscript>Diese Anwendung benötigt JavaScript.</noscript><div id="login"></div><footer><p>Gymnasium am See – <a href="https://nextcloud.com">Nextcloud</a></p></footer></body></html>`,
          ),
          'GET /status.php': json(200, {
            installed: true,
            maintenance: false,
            needsDbUpgrade: false,
            version: '32.0.1.2',
            versionstring: '32.0.1',
            edition: '',
            productname: 'Wolke',
            extendedSupport: false,
          }),
          'GET /.well-known/caldav': redirect(301, '/remote.php/dav'),
          'GET /.well-known/carddav': redirect(301, '/remote.php/dav'),
          'GET /.well-known/webfinger': json(404, { message: 'webfinger not supported' }),
          '/remote.php/dav*': {
            status: 401,
            headers: {
              'content-type': 'application/xml; charset=utf-8',
              'www-authenticate': ['Basic realm="Wolke", charset="UTF-8"', 'Bearer realm="Wolke"'],
            },
            body: '<?xml version="1.0" encoding="utf-8"?>\n<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">\n  <s:exception>Sabre\\DAV\\Exception\\NotAuthenticated</s:exception>\n  <s:message>No public access to this resource., No \'Authorization: Basic\' header found. Either the client didn\'t send one, or the server is misconfigured, No \'Authorization: Bearer\' header found. Either the client didn\'t send one, or the server is mis-configured</s:message>\n</d:error>',
          },
          '/ocs/v2.php/cloud/capabilities': json(200, {
            ocs: {
              meta: { status: 'ok', statuscode: 200, message: 'OK' },
              data: { version: { major: 32 }, capabilities: { core: { 'webdav-root': 'remote.php/webdav' } } },
            },
          }),
          '/ocs/*': (request) =>
            /json/.test(request.headers['accept'] ?? '') || request.query.get('format') === 'json'
              ? json(401, {
                  ocs: {
                    meta: { status: 'failure', statuscode: 997, message: 'Current user is not logged in' },
                    data: [],
                  },
                })
              : ocs,
          'GET /robots.txt': robots('User-agent: *\nDisallow: /\n'),
        },
        otherwise: html(
          404,
          '<!DOCTYPE html><html lang="de"><head><title>Wolke</title></head><body><h2>Seite nicht gefunden</h2></body></html>',
        ),
      },
    },
    expect: expectation({
      outcome: ['scored', 'no-api', 'blocked'],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['pass', 'partial', 'unknown', 'n/a', 'fail'],
        'bearer-token': ['pass', 'partial', ...noCredit],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': [...noCredit, 'partial'],
        'token-expiry': noCredit,
        'scope-restriction': noCredit,
      },
      antiPatterns: {},
    }),
    why: {
      outcome: 'whoever walks to /remote.php/dav through the well-known redirects sees an API; others see a login page',
      'structured-401':
        'XML with a challenge at the WebDAV root, JSON at OCS, a redirect to the login page at the root',
    },
  };
  return world;
})();

const discourse = (() => {
  const refused = json(403, { errors: ['You need to be logged in to do that.'], error_type: 'not_logged_in' });
  const spec = openapi({
    title: 'Discourse API Documentation',
    version: '3.1.0',
    servers: ['https://{defaultHost}'],
    operations: [
      'get /admin/users/list/{flag}.json',
      'get /latest.json',
      'get /notifications.json',
      'post /posts.json',
      'get /site.json',
    ],
  });
  const world: World = {
    id: 'discourse',
    kind: 'provider',
    title: 'Two headers, 404 before auth for admin paths, public forum, API manual on another host',
    target: 'https://meta.discourse.org',
    dated: '2026-10',
    sources: ['docs.discourse.org', 'meta.discourse.org: create and configure an API key'],
    hosts: {
      'meta.discourse.org': {
        headers: { 'x-discourse-route': 'list/latest' },
        routes: {
          'GET /': site({
            name: 'Discourse Meta',
            plain: true,
            nav: [
              ['Topics', '/latest'],
              ['Documentation', '/c/documentation'],
              ['Log in', '/login'],
            ],
            footer: [
              ['About', '/about'],
              ['API documentation', 'https://docs.discourse.org/'],
            ],
          })('Discourse Meta', '<p>Discussion about Discourse.</p>'),
          'GET /latest': site({ name: 'Discourse Meta', plain: true })('Latest topics', '<p>Topics.</p>'),
          'GET /about': site({ name: 'Discourse Meta', plain: true })(
            'About',
            '<p>New members: your first posts wait for approval by a moderator.</p>',
          ),
          'GET /login': shell('Log In - Discourse Meta'),
          'GET /c/documentation': site({ name: 'Discourse Meta', plain: true })(
            'Documentation',
            '<p><a href="/t/create-and-configure-an-api-key/230124">Create and configure an API key</a></p>',
          ),
          'GET /t/create-and-configure-an-api-key/230124': site({ name: 'Discourse Meta', plain: true })(
            'Create and configure an API key',
            '<p>Go to the admin panel, Advanced, API keys, and click New API key. User level: all users or a single user. Scope: global, read-only or granular, for example <code>topics:write</code>. Copy the key; it will not be shown again. Unused keys are revoked after 180 days by default.</p>',
          ),
          'GET /latest.json': json(200, { users: [], topic_list: { topics: [] } }),
          'GET /site.json': json(200, { categories: [] }),
          '/notifications.json': (request) =>
            request.headers['api-key']
              ? json(403, {
                  errors: ['You are not permitted to view the requested resource. The API username or key is invalid.'],
                  error_type: 'invalid_access',
                })
              : refused,
          '/posts.json': refused,
          'GET /session/current.json': empty(404),
          'GET /robots.txt': robots(),
          '/admin/*': (request) =>
            request.headers['api-key']
              ? json(403, {
                  errors: ['You are not permitted to view the requested resource. The API username or key is invalid.'],
                  error_type: 'invalid_access',
                })
              : json(404, { errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' }),
        },
        otherwise: (request) =>
          request.path.endsWith('.json')
            ? json(404, { errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' })
            : html(404, '<html><body><h1>Oops! That page doesn’t exist or is private.</h1></body></html>'),
      },
      'docs.discourse.org': {
        routes: {
          'GET /': redoc(
            'Discourse API Docs',
            'openapi.json',
            `<noscript><h1>Discourse API Documentation</h1><p>In order to consume the API you must use an API key of your site. Only an admin can create one. Send the headers <code>Api-Key</code> and <code>Api-Username</code>.</p>${sample('curl -X GET "https://meta.discourse.org/admin/users/list/active.json" \\\n-H "Api-Key: 714552c6148e1617aeab526d0606184b94a80ec048fc09894ff1a72b740c5f19" \\\n-H "Api-Username: discourse1"')}</noscript>`,
          ),
          'GET /openapi.json': json(200, {
            ...spec,
            servers: [
              { url: 'https://{defaultHost}', variables: { defaultHost: { default: 'discourse.example.com' } } },
            ],
            info: {
              title: 'Discourse API Documentation',
              version: 'latest',
              description:
                'This page contains the documentation on how to use Discourse through API calls.\n\n### Authentication\n\nSome endpoints do not require any authentication, pretty much anything else will require you to be authenticated. To become authenticated you will need to create an API Key from the admin panel. Once you have your API Key you can pass it in along with your API Username as an HTTP header like this:\n\n```\ncurl -X GET "http://127.0.0.1:3000/admin/users/list/active.json" \\\n-H "Api-Key: 714552c6148e1617aeab526d0606184b94a80ec048fc09894ff1a72b740c5f19" \\\n-H "Api-Username: system"\n```',
            },
          }),
        },
        otherwise: html(404, '<h1>404</h1>'),
      },
    },
    expect: expectation({
      apiBases: ['https://meta.discourse.org'],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['partial', 'unknown', 'n/a'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial', 'fail', 'unknown'],
        'token-expiry': ['n/a', 'partial', 'unknown', 'fail'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': ['absent', 'unknown'],
        'manual-key-approval': ['absent', 'unknown'],
      },
      notJudged: ['token-rotation-without-refresh'],
    }),
    why: {
      'structured-401': '403 JSON that names the missing login, 404 JSON for admin paths, 200 for public ones',
      'self-service-keys': 'an administrator creates keys: any honest reading',
      'token-rotation-without-refresh': 'not judged: unused keys are revoked',
    },
  };
  return world;
})();

const ghost = (() => {
  const error = (context: string) =>
    json(
      403,
      {
        errors: [
          {
            message: 'Authorization failed',
            context,
            type: 'NoPermissionError',
            details: null,
            property: null,
            help: null,
            code: null,
            id: '8b1e',
            ghostErrorCode: null,
          },
        ],
      },
      { 'content-version': 'v6.5' },
    );
  const world: World = {
    id: 'ghost',
    kind: 'provider',
    title: 'Admin API with self-signed five-minute JWTs under the word Ghost, Content API with a key in the query',
    target: 'https://docs.ghost.org',
    dated: '2026-10',
    sources: ['docs.ghost.org/admin-api', 'docs.ghost.org/content-api'],
    hosts: {
      'docs.ghost.org': {
        routes: mintlify('Ghost Developer Docs', 'https://docs.ghost.org', [
          ['/', 'Ghost developer docs', '<p>Everything you need to know about building with Ghost.</p>'],
          [
            '/content-api',
            'Content API overview',
            `<p>Published content is available by a read-only RESTful API. Keys are provided as a query parameter; they are safe for browsers. Create one under Integrations.</p>${sample('curl "https://demo.ghost.io/ghost/api/content/posts/?key=22444f78447824223cefc48062" -H "Accept-Version: v6.0"')}`,
          ],
          [
            '/admin-api',
            'Admin API overview',
            `<p>There are three methods for authenticating with the Admin API: integration token, staff access token and user authentication.</p><h2>Token authentication</h2><p>Admin API keys are created by creating a new Custom Integration under the Integrations screen of Ghost Admin; each key has its own permissions by role. Split the key by : into id and secret. Use the secret to sign a JWT with HS256, header kid = id, aud = /admin/, exp at most five minutes after iat. Generate a new one for each request.</p>${sample('curl -H "Authorization: Ghost $token" -H "Accept-Version: v6.0" "https://demo.ghost.io/ghost/api/admin/posts/"')}<h2>User authentication</h2><p>Clients use session cookies and a CSRF check; meant for Ghost Admin itself.</p>`,
          ],
          ['/webhooks', 'Webhooks', '<p>Triggers.</p>'],
        ]),
        otherwise: notFoundPage('Ghost Developer Docs'),
      },
      'demo.ghost.io': {
        headers: { 'x-powered-by': 'Express' },
        routes: {
          'GET /': site({ name: 'The Ghost demo', plain: true })('Thoughts, stories and ideas', '<p>Subscribe.</p>'),
          'GET /ghost/api/admin/site/': json(200, {
            site: { title: 'Demo', url: 'https://demo.ghost.io/', version: '6.5' },
          }),
          '/ghost/api/content/*': error(
            'Unable to determine the authenticated member or integration. Check the supplied Content API Key and ensure cookies are being passed through if making a request from the browser.',
          ),
          '/ghost/api/admin/*': (request) =>
            request.authorization.scheme === 'ghost'
              ? json(401, {
                  errors: [
                    {
                      message: 'Invalid token: jwt malformed',
                      context: null,
                      type: 'UnauthorizedError',
                      code: 'INVALID_JWT',
                    },
                  ],
                })
              : error(
                  'Unable to determine the authenticated user or integration. Check that cookies are being passed through if using session authentication.',
                ),
          'GET /ghost/': shell('Ghost Admin'),
        },
        otherwise: json(404, { errors: [{ message: 'Resource not found', type: 'NotFoundError' }] }),
      },
    },
    expect: expectation({
      apiBases: ['https://demo.ghost.io'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'partial',
        'client-credentials': ['partial', ...noCredit],
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial', 'n/a', 'unknown'],
        'scope-restriction': ['partial', 'pass', 'unknown', 'fail'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': ['absent', 'unknown'],
      },
    }),
    why: {
      'bearer-token': 'a JWT in Authorization under another word',
      'structured-401': '403 JSON that names the missing authorization',
      'session-cookie-only': 'the error text speaks of cookies, the manual of keys',
    },
  };
  return world;
})();

const zulip = (() => {
  const refused = (challenge = true) =>
    json(
      401,
      { result: 'error', msg: 'Not logged in: API authentication or user session required', code: 'UNAUTHORIZED' },
      challenge ? { 'www-authenticate': 'Basic realm="zulip"' } : {},
    );
  const world: World = {
    id: 'zulip',
    kind: 'provider',
    title: "Organizations as sub-domains; Basic with a bot's address and key",
    target: 'https://zulip.com',
    dated: '2026-10',
    sources: ['zulip.com/api/rest', 'zulip.com/api/http-headers'],
    hosts: {
      'zulip.com': {
        routes: {
          ...frontOf({
            name: 'Zulip',
            origin: 'https://zulip.com',
            hero: 'Organized team chat',
            nav: [
              ['Why Zulip', '/why-zulip/'],
              ['Plans', '/plans/'],
              ['Self-host', '/self-hosting/'],
              ['API', '/api/'],
            ],
            stubs: ['/why-zulip/', '/plans/', '/self-hosting/'],
          }),
          ...docusaurus('Zulip API documentation', [
            ['/api/', 'The Zulip API', '<p>Write bots, integrations and clients.</p>'],
            [
              '/api/rest',
              'The Zulip REST API',
              '<p>The API is REST over HTTPS, in JSON. Each organization has its own host, for example chat.zulip.org.</p>',
            ],
            [
              '/api/http-headers',
              'HTTP headers',
              `<p>Most endpoints require HTTP basic authentication: user name is the email address of the bot, password is its API key.</p>${sample('curl https://chat.zulip.org/api/v1/users/me -u "BOT_EMAIL_ADDRESS:BOT_API_KEY"')}<p>X-RateLimit-Remaining, X-RateLimit-Limit, X-RateLimit-Reset.</p>`,
            ],
            [
              '/api/api-keys',
              'API keys',
              '<p>In Zulip, click on your picture, Personal settings, Bots, Add a new bot, Create bot; download its zuliprc or copy the key. Administrators may limit who can create bots. Your own key: Account &amp; privacy, Show/change your API key.</p>',
            ],
            [
              '/api/fetch-api-key',
              'Fetch an API key (production)',
              `${sample('curl -sSX POST https://chat.zulip.org/api/v1/fetch_api_key --data-urlencode username=iago@zulip.com --data-urlencode password=abcd1234')}<p>This API endpoint is used by clients such as the Zulip mobile and terminal clients.</p>`,
            ],
          ]),
        },
        otherwise: notFoundPage('Zulip'),
      },
      'www.zulip.com': aliasOf('https://zulip.com'),
      'chat.zulip.org': {
        headers: { 'x-ratelimit-limit': '200', 'x-ratelimit-remaining': '199' },
        routes: {
          'GET /': redirect(302, '/login/'),
          'GET /login/': site({ name: 'Zulip' })('Log in to Zulip', loginForm('/accounts/login/')),
          'GET /api/v1/server_settings': json(200, {
            result: 'success',
            msg: '',
            authentication_methods: { password: true, github: true },
            zulip_version: '11.4',
            realm_name: 'Zulip community',
          }),
          'POST /api/v1/fetch_api_key': json(400, {
            result: 'error',
            msg: "Missing 'username' argument",
            code: 'REQUEST_VARIABLE_MISSING',
          }),
          '/api/v1/*': (request) =>
            isBasic(request)
              ? json(401, { result: 'error', msg: 'Invalid API key', code: 'INVALID_API_KEY' })
              : refused(),
        },
        otherwise: html(404, '<h1>Page not found (404)</h1>'),
      },
    },
    expect: expectation({
      apiBases: ['https://chat.zulip.org'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': staticKeys,
        'scope-restriction': [...noCredit, 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      password: 'fetch_api_key takes a password but is no OAuth grant',
      'session-cookie-only': '"or user session required", yet Basic with a key is documented and challenged',
    },
  };
  return world;
})();

const elastic = (() => {
  const header = ['Basic realm="security", charset="UTF-8"', 'Bearer realm="security"', 'ApiKey'];
  const reason = (why: string) => ({
    error: {
      root_cause: [{ type: 'security_exception', reason: why, header: { 'WWW-Authenticate': header } }],
      type: 'security_exception',
      reason: why,
      header: { 'WWW-Authenticate': header },
    },
    status: 401,
  });
  const world: World = {
    id: 'elasticsearch',
    kind: 'provider',
    title: 'A cluster as the target: three challenges on three lines, ApiKey among them',
    target: 'https://logs-9f2c.es.eu-central-1.aws.elastic-cloud.com',
    dated: '2026-10',
    sources: [
      'elastic.co/docs/api/doc/elasticsearch/authentication',
      'Elasticsearch: DefaultAuthenticationFailureHandler',
    ],
    hosts: {
      'logs-9f2c.es.eu-central-1.aws.elastic-cloud.com': {
        headers: { 'x-elastic-product': 'Elasticsearch', 'x-found-handling-cluster': '9f2c' },
        routes: {
          '*': (request) => {
            const said = isBearer(request)
              ? json(
                  401,
                  reason(
                    'unable to authenticate with provided credentials and anonymous access is not allowed for this request',
                  ),
                )
              : request.authorization.scheme === 'apikey'
                ? json(
                    401,
                    reason(
                      'unable to authenticate with provided credentials and anonymous access is not allowed for this request',
                    ),
                  )
                : json(
                    401,
                    reason(`missing authentication credentials for REST request [${request.path}${request.search}]`),
                  );
            return { ...said, headers: { ...said.headers, 'www-authenticate': header } };
          },
        },
      },
      'cloud.elastic.co': { routes: { 'GET *': shell('Elastic Cloud') } },
    },
    expect: expectation({
      apiBases: ['https://logs-9f2c.es.eu-central-1.aws.elastic-cloud.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': noCredit,
        'token-expiry': noCredit,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'session-cookie-only': 'absent' },
    }),
    why: { 'self-service-keys': 'a cluster says nothing of where its keys come from', 'bearer-token': 'challenged' },
  };
  return world;
})();

const atlas = (() => {
  const type = { 'content-type': 'application/vnd.atlas.2025-03-12+json' };
  const world: World = {
    id: 'mongodb-atlas',
    kind: 'provider',
    title: 'Digest by default, service accounts by OAuth, versioned media types, docs with Markdown twins',
    target: 'https://www.mongodb.com',
    dated: '2026-10',
    sources: [
      'mongodb.com/docs/atlas/api/api-authentication',
      'mongodb.com/docs/atlas/api/service-accounts/generate-oauth2-token',
    ],
    hosts: {
      'mongodb.com': aliasOf('https://www.mongodb.com'),
      'www.mongodb.com': {
        headers: { server: 'istio-envoy' },
        routes: {
          ...frontOf({
            name: 'MongoDB',
            origin: 'https://www.mongodb.com',
            hero: 'The modern database',
            nav: [
              ['Products', '/products'],
              ['Docs', '/docs/'],
              ['Pricing', '/pricing'],
              ['Sign in', 'https://account.mongodb.com/account/login'],
            ],
            footer: [
              ['Community', '/community'],
              ['Status', 'https://status.mongodb.com/'],
            ],
            stubs: ['/products', '/pricing', '/community'],
          }),
          'GET /docs/': redirect(302, '/docs/atlas/api/'),
          ...mintlify(
            'MongoDB Docs',
            'https://www.mongodb.com',
            [
              [
                '/docs/atlas/api',
                'Atlas Administration API',
                '<p>Manage Atlas with a REST API. Base URL <code>https://cloud.mongodb.com/api/atlas/v2</code>.</p>',
              ],
              [
                '/docs/atlas/api/api-authentication',
                'Atlas Administration API authentication methods',
                '<p>We recommend service accounts (OAuth 2.0, client credentials flow). API keys (HTTP Digest) are a legacy method. Access tokens are valid for 1 hour (3600 seconds). Atlas roles limit which operations a service account can perform. You must grant roles as you would for users, for example Project Read Only.</p>',
              ],
              [
                '/docs/atlas/configure-api-access',
                'Get started with the Atlas Administration API',
                `<p>Organization settings, Applications, Service accounts, Create service account: copy the client secret, it is shown once. The secret expires between 8 hours and 365 days; you can create a new secret with the API. Then add your IP address to the API access list.</p>${sample("curl --user '{PUBLIC-KEY}:{PRIVATE-KEY}' --digest \\\n  --header 'Accept: application/vnd.atlas.2025-03-12+json' \\\n  -X GET 'https://cloud.mongodb.com/api/atlas/v2/groups'")}`,
              ],
              [
                '/docs/atlas/api/service-accounts/generate-oauth2-token',
                'Generate service account token',
                `<p>POST https://cloud.mongodb.com/api/oauth/token</p>${sample("curl --request POST \\\n     --url https://cloud.mongodb.com/api/oauth/token \\\n     --header 'accept: application/json' \\\n     --header 'cache-control: no-cache' \\\n     --header 'authorization: Basic {BASE64-AUTH}' \\\n     --header 'content-type: application/x-www-form-urlencoded' \\\n     --data 'grant_type=client_credentials'")}${sample("curl --request GET \\\n     --url https://cloud.mongodb.com/api/atlas/v2/clusters \\\n     --header 'Authorization: Bearer {ACCESS-TOKEN}' \\\n     --header 'Accept: application/vnd.atlas.2025-03-12+json'")}`,
              ],
            ],
            '/docs',
          ),
        },
        otherwise: notFoundPage('MongoDB'),
      },
      'status.mongodb.com': { routes: statusPage('MongoDB Cloud') },
      'account.mongodb.com': { routes: { 'GET *': shell('MongoDB') } },
      'cloud.mongodb.com': {
        routes: {
          'GET /': redirect(302, 'https://account.mongodb.com/account/login'),
          'POST /api/oauth/token': tokenEndpoint({
            grants: ['client_credentials'],
            order: 'client-first',
            unknownClient: oauthError(401, 'invalid_client', 'Client authentication failed'),
            noClient: oauthError(401, 'invalid_client'),
          }),
          '/api/atlas/v2*': (request) =>
            isBearer(request)
              ? json(
                  401,
                  {
                    detail: 'You are not authorized for this resource.',
                    error: 401,
                    errorCode: 'UNAUTHORIZED',
                    parameters: [],
                    reason: 'Unauthorized',
                  },
                  type,
                )
              : json(
                  401,
                  {
                    detail: 'You are not authorized for this resource.',
                    error: 401,
                    errorCode: 'UNAUTHORIZED',
                    parameters: [],
                    reason: 'Unauthorized',
                  },
                  {
                    ...type,
                    'www-authenticate':
                      'Digest realm="MMS Public API", domain="", nonce="5k1JpWkz0QZ7VwO3c3s=", algorithm=MD5, qop="auth", stale=false',
                  },
                ),
        },
        otherwise: html(404, '<html><body>Not found</body></html>'),
      },
    },
    expect: expectation({
      apiBases: ['https://cloud.mongodb.com'],
      tokenEndpoint: 'https://cloud.mongodb.com/api/oauth/token',
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'scope-restriction': 'roles per service account',
      'token-rotation-without-refresh': 'tokens are asked for again, secrets are renewed by API',
    },
  };
  return world;
})();

const databricks = (() => {
  const workspace = 'https://dbc-a1b2345c-d6e7.cloud.databricks.com';
  const meta = metadata(`${workspace}/oidc`, {
    authorization_endpoint: `${workspace}/oidc/v1/authorize`,
    token_endpoint: `${workspace}/oidc/v1/token`,
    scopes_supported: ['all-apis', 'offline_access', 'openid', 'sql'],
    grant_types_supported: [
      'client_credentials',
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:token-exchange',
    ],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    jwks_uri: `${workspace}/oidc/jwks.json`,
  });
  const refused = json(401, {
    error_code: 401,
    message: 'Credential was not sent or was of an unsupported type for this API. [ReqId: 7c1f]',
  });
  const world: World = {
    id: 'databricks',
    kind: 'provider',
    title: 'A workspace as the target, metadata under /oidc; personal tokens and machine OAuth',
    target: workspace,
    dated: '2026-10',
    sources: ['docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m', 'docs.databricks.com/aws/en/dev-tools/auth/pat'],
    hosts: {
      'dbc-a1b2345c-d6e7.cloud.databricks.com': {
        headers: { server: 'databricks' },
        routes: {
          'GET /': redirect(303, '/login.html'),
          'GET /login.html': html(
            200,
            '<!doctype html><html><head><title>Sign in - Databricks</title></head><body><uses-legacy-bootstrap><div id="login-page"></div></uses-legacy-bootstrap><noscript>You need to enable JavaScript to run this app.</noscript><a href="https://docs.databricks.com/">Documentation</a></body></html>',
          ),
          'GET /oidc/.well-known/oauth-authorization-server': json(200, meta),
          'GET /oidc/.well-known/openid-configuration': json(200, {
            ...meta,
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          }),
          'GET /oidc/jwks.json': json(200, { keys: [] }),
          'POST /oidc/v1/token': tokenEndpoint({
            grants: [
              'client_credentials',
              'authorization_code',
              'refresh_token',
              'urn:ietf:params:oauth:grant-type:token-exchange',
            ],
            order: 'client-first',
            unknownClient: oauthError(401, 'invalid_client', 'Client authentication failed'),
            noClient: oauthError(400, 'invalid_request', 'client_id is required'),
          }),
          '/api/2.0/*': (request) =>
            isBearer(request)
              ? json(403, { error_code: 403, message: 'Invalid access token. [ReqId: 91aa]' })
              : refused,
          '/api/2.1/*': refused,
          '/serving-endpoints*': refused,
        },
        otherwise: (request) =>
          request.path.startsWith('/api/')
            ? json(404, {
                error_code: 'ENDPOINT_NOT_FOUND',
                message: `No API found for '${request.method} ${request.path}'`,
              })
            : html(404, '<html><body>Not found</body></html>'),
      },
      'docs.databricks.com': {
        routes: {
          'GET /': redirect(302, '/aws/en/'),
          ...docusaurus('Databricks on AWS', [
            ['/aws/en/', 'Databricks documentation', '<p>Guides, references.</p>'],
            [
              '/aws/en/dev-tools/auth/',
              'Authorize access to Databricks resources',
              '<p>OAuth for service principals (machine-to-machine), OAuth for users, personal access tokens.</p>',
            ],
            [
              '/aws/en/dev-tools/auth/oauth-m2m',
              'Authorize service principal access with OAuth',
              `<p>Create an OAuth secret for the service principal in the workspace settings. A token is good for one hour; request a new one.</p>${sample('export TOKEN_ENDPOINT_URL=https://<databricks-instance>/oidc/v1/token\n\ncurl --request POST \\\n  --url "$TOKEN_ENDPOINT_URL" \\\n  --user "$CLIENT_ID:$CLIENT_SECRET" \\\n  --data \'grant_type=client_credentials&scope=all-apis\'')}`,
            ],
            [
              '/aws/en/dev-tools/auth/pat',
              'Personal access tokens',
              `<p>In your workspace, click your user name, Settings, Developer, Access tokens, Manage, Generate new token. Set a lifetime and scopes.</p>${sample('curl --request GET --header "Authorization: Bearer $DATABRICKS_TOKEN" https://dbc-a1b2345c-d6e7.cloud.databricks.com/api/2.0/clusters/list')}`,
            ],
          ]),
        },
        otherwise: notFoundPage('Databricks'),
      },
    },
    expect: expectation({
      apiBases: [workspace],
      tokenEndpoint: `${workspace}/oidc/v1/token`,
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'oauth-discovery': 'valid, but under /oidc: reached by the docs or by custom, not from the root' },
  };
  return world;
})();

export const thirdSoftwareWorlds: readonly World[] = [
  jenkins,
  codeberg,
  matrix,
  nextcloud,
  discourse,
  ghost,
  zulip,
  elastic,
  atlas,
  databricks,
];
