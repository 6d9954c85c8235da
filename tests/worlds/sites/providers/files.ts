/** Documents and designs: Dropbox, Box, Figma, DocuSign. */
import { aliasOf, empty, html, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { list, loginForm, notFoundPage, robots, sample, shell, signUpForm, site } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, type World } from '../../lib/world.ts';

const dropbox = (() => {
  const docs = site({
    name: 'Dropbox Developers',
    nav: [
      ['Documentation', 'https://www.dropbox.com/developers/documentation/http/overview'],
      ['Reference', 'https://www.dropbox.com/developers/reference/getting-started'],
      ['OAuth guide', 'https://www.dropbox.com/developers/reference/oauth-guide'],
      ['App console', 'https://www.dropbox.com/developers/apps'],
    ],
  });
  const world: World = {
    id: 'dropbox',
    kind: 'provider',
    title: 'RPC by POST; 400 text without a token; code grant with offline access',
    target: 'https://www.dropbox.com',
    dated: '2026-10',
    sources: [
      'dropbox.com/developers/documentation/http/documentation',
      'dropbox.com/developers/reference/oauth-guide',
    ],
    hosts: {
      'dropbox.com': aliasOf('https://www.dropbox.com'),
      'www.dropbox.com': {
        routes: {
          'GET /': site({
            name: 'Dropbox',
            nav: [
              ['Products', 'https://www.dropbox.com/features'],
              ['Log in', 'https://www.dropbox.com/login'],
            ],
            footer: [
              ['Developers', 'https://www.dropbox.com/developers'],
              ['Jobs', 'https://jobs.dropbox.com/'],
            ],
          })('Secure cloud storage', '<p>Keep life organized.</p>'),
          'GET /features': site({ name: 'Dropbox' })('Features', '<p>Sync.</p>'),
          'GET /login': html(
            200,
            `<html><head><title>Login - Dropbox</title></head><body><div id="app"></div><script src="https://www.recaptcha.net/recaptcha/enterprise.js?render=explicit"></script></body></html>`,
          ),
          'GET /developers/apps*': redirect(302, '/login?cont=%2Fdevelopers%2Fapps'),
          'GET /developers': docs('Dropbox for developers', '<p>Create your app.</p>'),
          'GET /developers/documentation/http/overview': docs(
            'HTTP overview',
            `<p>RPC endpoints are on <code>api.dropboxapi.com</code>, content on <code>content.dropboxapi.com</code>.</p>${sample('curl -X POST https://api.dropboxapi.com/2/users/get_current_account \\\n    --header "Authorization: Bearer <get access token>"')}`,
          ),
          'GET /developers/reference/getting-started': docs(
            'Getting started',
            '<p>Register an app in the App Console: choose scoped access. On the settings tab you can press Generate under “Generated access token” to get a token for your own account; it is short-lived (four hours). Apps for up to 50 users need no review; to go beyond, apply for production status.</p>',
          ),
          'GET /developers/reference/oauth-guide': docs(
            'OAuth guide',
            `<p>Dropbox supports the code flow, with PKCE, and the token flow. Access tokens are short-lived. Add <code>token_access_type=offline</code> to get a refresh token.</p>${sample('https://www.dropbox.com/oauth2/authorize?client_id=<APP_KEY>&response_type=code&token_access_type=offline', 'text')}${sample('curl https://api.dropboxapi.com/oauth2/token \\\n    -d code=<AUTHORIZATION_CODE> -d grant_type=authorization_code -u <APP_KEY>:<APP_SECRET>')}${sample('curl https://api.dropboxapi.com/oauth2/token -d refresh_token=<REFRESH_TOKEN> -d grant_type=refresh_token -d client_id=<APP_KEY> -d client_secret=<APP_SECRET>')}<p>Scopes: account_info.read, files.metadata.read, files.content.read, sharing.write</p>`,
          ),
          'GET /oauth2/authorize': redirect(302, '/login'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Dropbox'),
      },
      'api.dropboxapi.com': {
        headers: { server: 'envoy' },
        routes: {
          'POST /oauth2/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'grant-first',
            missing: oauthError(400, 'unsupported_grant_type', 'no grant_type'),
            unsupported: oauthError(400, 'unsupported_grant_type', 'unsupported grant_type'),
            unknownClient: oauthError(400, 'invalid_client: Invalid client_id or client_secret'),
          }),
          '/2/*': (request) =>
            isBearer(request)
              ? json(401, { error_summary: 'invalid_access_token/...', error: { '.tag': 'invalid_access_token' } })
              : text(
                  400,
                  `Error in call to API function "${request.path.slice(3)}": Must provide HTTP header "Authorization" or URL parameter "authorization".`,
                ),
        },
        otherwise: text(404, 'Not found'),
      },
      'content.dropboxapi.com': {
        routes: {
          '/2/*': text(
            400,
            'Error in call to API function: Must provide HTTP header "Authorization" or URL parameter "authorization".',
          ),
        },
        otherwise: text(404, 'Not found'),
      },
    },
    expect: expectation({
      apiBases: ['https://api.dropboxapi.com'],
      tokenEndpoint: 'https://api.dropboxapi.com/oauth2/token',
      outcome: ['scored', 'blocked'],
      flows: {
        authorization_code: 'yes',
        refresh_token: 'yes',
        client_credentials: 'no',
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': ['partial', 'fail', 'pass', 'unknown'],
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'token-rotation-without-refresh': 'absent' },
      notJudged: ['browser-only-oauth', 'captcha-before-token'],
    }),
    why: {
      'structured-401': 'a guard: text 400, and POST only',
      outcome: 'the same',
      'browser-only-oauth': 'not judged: a generated token exists, but it dies after four hours',
    },
  };
  return world;
})();

const box = (() => {
  const docs = site({
    name: 'Box Developer Documentation',
    nav: [
      ['Guides', 'https://developer.box.com/guides/'],
      ['Client Credentials Grant', 'https://developer.box.com/guides/authentication/client-credentials/'],
      ['JWT', 'https://developer.box.com/guides/authentication/jwt/'],
      ['OAuth 2.0', 'https://developer.box.com/guides/authentication/oauth2/'],
      ['Reference', 'https://developer.box.com/reference/'],
    ],
  });
  const world: World = {
    id: 'box',
    kind: 'provider',
    title: 'Client credentials, JWT and code; 401 with an empty body',
    target: 'https://www.box.com',
    dated: '2026-10',
    sources: ['developer.box.com/guides/authentication/client-credentials'],
    hosts: {
      'box.com': aliasOf('https://www.box.com'),
      'www.box.com': {
        routes: {
          'GET /': redirect(302, '/home'),
          'GET /home': site({
            name: 'Box',
            nav: [
              ['Products', 'https://www.box.com/products'],
              ['Developers', 'https://developer.box.com/'],
              ['Sign up', 'https://account.box.com/signup/developer'],
            ],
          })('Intelligent content management', '<p>Work secure.</p>'),
          'GET /products': site({ name: 'Box' })('Products', '<p>Sign.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Box'),
      },
      'developer.box.com': {
        routes: {
          'GET /': docs('Box Developer', '<p><a href="/guides/">Guides</a></p>'),
          'GET /guides/': docs('Guides', '<p>API base <code>https://api.box.com/2.0</code></p>'),
          'GET /reference/': docs(
            'API reference',
            sample('curl -i -X GET "https://api.box.com/2.0/users/me" -H "authorization: Bearer <ACCESS_TOKEN>"'),
          ),
          'GET /guides/authentication/client-credentials/': docs(
            'Client Credentials Grant',
            `<p>Server-to-server authentication with client ID and secret. Create a Platform App in the Developer Console, then have your Box admin authorize it in the Admin Console.</p>${sample('curl -i -X POST "https://api.box.com/oauth2/token" \\\n     -H "Content-Type: application/x-www-form-urlencoded" \\\n     -d "client_id=[CLIENT_ID]" -d "client_secret=[CLIENT_SECRET]" \\\n     -d "grant_type=client_credentials" -d "box_subject_type=enterprise" -d "box_subject_id=[ENTERPRISE_ID]"')}<p>The access token is valid for about 60 minutes; request another.</p>`,
          ),
          'GET /guides/authentication/jwt/': docs(
            'JWT authentication',
            '<p>grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer at https://api.box.com/oauth2/token.</p>',
          ),
          'GET /guides/authentication/oauth2/': docs(
            'OAuth 2.0',
            '<p>Authorization code grant: <code>https://account.box.com/api/oauth2/authorize</code>. Refresh tokens are valid for 60 days (grant_type=refresh_token).</p><p>Scopes: root_readwrite, manage_users, manage_webhooks</p>',
          ),
          'GET /llms.txt': text(
            200,
            '# Box\n\n- [Client credentials](https://developer.box.com/guides/authentication/client-credentials/)\n',
          ),
        },
        otherwise: notFoundPage('Box'),
      },
      'account.box.com': {
        routes: {
          'GET /': redirect(302, '/login'),
          'GET /signup/developer': site({ name: 'Box' })('Create your free developer account', signUpForm()),
          'GET /api/oauth2/authorize': html(400, '<html><body>Error: missing client_id</body></html>'),
          'GET /login': html(200, loginForm()),
        },
        otherwise: notFoundPage('Box'),
      },
      'api.box.com': {
        headers: { 'strict-transport-security': 'max-age=31536000' },
        routes: {
          'POST /oauth2/token': tokenEndpoint({
            grants: [
              'authorization_code',
              'refresh_token',
              'client_credentials',
              'urn:ietf:params:oauth:grant-type:jwt-bearer',
              'urn:ietf:params:oauth:grant-type:token-exchange',
            ],
            order: 'grant-first',
            missing: oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type'),
            unsupported: oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type'),
            unknownClient: oauthError(400, 'invalid_client', 'The client credentials are invalid'),
          }),
          '/2.0/*': (request) =>
            empty(401, {
              'www-authenticate': isBearer(request)
                ? 'Bearer realm="Service", error="invalid_token", error_description="The access token provided is invalid."'
                : 'Bearer realm="Service"',
            }),
        },
        otherwise: empty(404),
      },
    },
    expect: expectation({
      apiBases: ['https://api.box.com'],
      tokenEndpoint: 'https://api.box.com/oauth2/token',
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': ['pass', 'partial', 'fail'],
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
      'manual-key-approval': 'not judged: the approval is by the customer’s own administrator',
      'structured-401': 'challenge only',
    },
  };
  return world;
})();

const figma = (() => {
  const docs = site({
    name: 'Figma Developer Docs',
    nav: [
      ['REST API', 'https://developers.figma.com/docs/rest-api/'],
      ['Authentication', 'https://developers.figma.com/docs/rest-api/authentication/'],
      ['Scopes', 'https://developers.figma.com/docs/rest-api/scopes/'],
      ['Plugins', 'https://developers.figma.com/docs/plugins/'],
    ],
  });
  const world: World = {
    id: 'figma',
    kind: 'provider',
    title: 'X-Figma-Token or OAuth bearer; 403 JSON without one',
    target: 'https://www.figma.com',
    dated: '2026-10',
    sources: ['developers.figma.com/docs/rest-api/authentication', 'github.com/figma/rest-api-spec'],
    hosts: {
      'figma.com': aliasOf('https://www.figma.com'),
      'www.figma.com': {
        routes: {
          'GET /': site({
            name: 'Figma',
            nav: [
              ['Products', 'https://www.figma.com/design/'],
              ['Pricing', 'https://www.figma.com/pricing/'],
              ['Developers', 'https://www.figma.com/developers'],
            ],
          })('The collaborative interface design tool', '<p>Think bigger.</p>'),
          'GET /design/': site({ name: 'Figma' })('Design', '<p>Design.</p>'),
          'GET /pricing/': site({ name: 'Figma' })('Pricing', '<p>Starter is free.</p>'),
          'GET /developers*': redirect(301, 'https://developers.figma.com/'),
          'GET /oauth': redirect(302, '/login'),
          'GET /login': shell('Figma'),
          'GET /robots.txt': robots(),
        },
        otherwise: shell('Figma', { status: 404 }),
      },
      'developers.figma.com': {
        routes: {
          'GET /': docs('Figma developers', '<p><a href="/docs/rest-api/">REST API</a></p>'),
          'GET /docs/rest-api/': docs('REST API', '<p>Base URL <code>https://api.figma.com</code>.</p>'),
          'GET /docs/plugins/': docs(
            'Plugins',
            '<p>Plugins are reviewed by our team before they are published in the Community.</p>',
          ),
          'GET /docs/rest-api/scopes/': docs(
            'Scopes',
            list(['current_user:read', 'file_content:read', 'file_comments:write', 'webhooks:write']),
          ),
          'GET /docs/rest-api/authentication/': docs(
            'Authentication',
            `<h2>Personal access tokens</h2><p>Settings &gt; Security &gt; Personal access tokens &gt; Generate new token. Assign an expiration (at most 90 days) and scopes. Pass it in the <code>X-Figma-Token</code> header.</p>${sample("curl -H 'X-Figma-Token: figd_…' 'https://api.figma.com/v1/me'")}<h2>OAuth 2</h2><p>Create an app; client id and secret are shown immediately. <code>https://www.figma.com/oauth?client_id=:client_id&amp;redirect_uri=:callback&amp;scope=:scope&amp;state=:state&amp;response_type=code</code></p>${sample("curl -X POST 'https://api.figma.com/v1/oauth/token' -u '<CLIENT_ID>:<CLIENT_SECRET>' -d 'grant_type=authorization_code' -d 'code=…' -d 'redirect_uri=…'")}<p>The token lasts 90 days; refresh it at <code>POST https://api.figma.com/v1/oauth/refresh</code>. Use <code>Authorization: Bearer &lt;TOKEN&gt;</code>.</p>`,
          ),
          'GET /llms.txt': text(
            200,
            '# Figma\n\n- [Authentication](https://developers.figma.com/docs/rest-api/authentication/)\n',
          ),
        },
        otherwise: notFoundPage('Figma'),
      },
      'api.figma.com': {
        routes: {
          'POST /v1/oauth/token': json(400, { error: true, status: 400, message: 'Invalid client ID', i18n: null }),
          'POST /v1/oauth/refresh': json(400, { error: true, status: 400, message: 'Invalid client ID', i18n: null }),
          '/v1/*': (request) =>
            isBearer(request)
              ? json(403, { status: 403, err: 'Invalid token' })
              : json(403, { status: 403, err: 'Forbidden: no token provided' }),
          '/v2/*': json(403, { status: 403, err: 'Forbidden: no token provided' }),
        },
        otherwise: json(404, { status: 404, err: 'Not found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.figma.com'],
      tokenEndpoint: ['https://api.figma.com/v1/oauth/token', 'https://api.figma.com/v1/oauth/refresh'],
      flows: { authorization_code: 'yes', refresh_token: ['yes', 'unknown'] },
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['absent', 'unknown'],
      },
    }),
    why: { 'manual-key-approval': 'plugins are reviewed, keys are not', refresh_token: 'a refresh call of its own' },
  };
  return world;
})();

const docusign = (() => {
  const docs = site({
    name: 'Docusign Developer Center',
    nav: [
      ['Platform', 'https://developers.docusign.com/platform/'],
      ['Authentication', 'https://developers.docusign.com/platform/auth/'],
      ['JWT Grant', 'https://developers.docusign.com/platform/auth/jwt/'],
      ['Auth Code Grant', 'https://developers.docusign.com/platform/auth/authcode/'],
      ['Create account', 'https://www.docusign.com/developers/sandbox'],
    ],
  });
  const account = (name: string) => ({
    headers: { server: 'envoy' },
    routes: {
      'GET /.well-known/openid-configuration': json(200, {
        issuer: `https://${name}/`,
        authorization_endpoint: `https://${name}/oauth/auth`,
        token_endpoint: `https://${name}/oauth/token`,
        userinfo_endpoint: `https://${name}/oauth/userinfo`,
        jwks_uri: `https://${name}/oauth/jwks`,
        response_types_supported: ['code', 'token', 'code token'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        scopes_supported: ['signature', 'impersonation', 'extended', 'openid'],
        claims_supported: ['sub', 'name'],
      }),
      'POST /oauth/token': tokenEndpoint({
        grants: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
        order: 'grant-first',
        missing: oauthError(400, 'invalid_grant', 'unsupported_grant_type'),
        unsupported: oauthError(400, 'invalid_grant', 'unsupported_grant_type'),
        unknownClient: oauthError(400, 'invalid_client'),
      }),
      'GET /oauth/auth': html(400, '<html><body>The client_id is missing</body></html>'),
      '/oauth/userinfo': json(401, { error: 'invalid_token' }),
      'GET /oauth/jwks': json(200, { keys: [] }),
    },
    otherwise: html(404, '<html><body>Not found</body></html>'),
  });
  const world: World = {
    id: 'docusign',
    kind: 'provider',
    title:
      'JWT grant, no client credentials; invalid_grant instead of unsupported_grant_type; issuer with a slash; go-live review',
    target: 'https://developers.docusign.com',
    dated: '2026-10',
    sources: ['developers.docusign.com/platform/auth', 'account-d.docusign.com/.well-known/openid-configuration'],
    hosts: {
      'developers.docusign.com': {
        routes: {
          'GET /': docs('Docusign Developer Center', '<p>Build agreements into your app.</p>'),
          'GET /platform/': docs(
            'Platform',
            '<p>Demo: <code>https://demo.docusign.net/restapi</code>. Going live: after 20 successful API calls your integration key is reviewed automatically, usually within minutes.</p>',
          ),
          'GET /platform/auth/': docs(
            'Authentication',
            '<p>Get an integration key in your free developer account: Apps and Keys &gt; Add App and Integration Key. Grants: Authorization Code, JWT, Implicit (deprecated).</p>',
          ),
          'GET /platform/auth/jwt/': docs(
            'JWT Grant',
            `<p>For service integrations. The user gives consent once, then your app requests tokens on its own.</p>${sample('curl --data "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=YOUR_JSON_WEB_TOKEN" --request POST https://account-d.docusign.com/oauth/token')}<p>expires_in 3600. Request a new token with a new JWT.</p>`,
          ),
          'GET /platform/auth/authcode/': docs(
            'Authorization Code Grant',
            `<p>https://account-d.docusign.com/oauth/auth?response_type=code&amp;scope=signature&amp;client_id=…</p>${sample('curl --header "Authorization: Bearer YOUR_ACCESS_TOKEN" --request GET https://demo.docusign.net/restapi/v2.1/accounts')}<p>Access tokens last eight hours, refresh tokens 30 days (grant_type=refresh_token). Scopes: signature, extended, impersonation.</p>`,
          ),
        },
        otherwise: notFoundPage('Docusign'),
      },
      'www.docusign.com': {
        routes: {
          'GET /': site({ name: 'Docusign', nav: [['Developers', 'https://developers.docusign.com/']] })(
            'Intelligent agreement management',
            '<p>Sign.</p>',
          ),
          'GET /developers/sandbox': site({ name: 'Docusign' })('Create your free developer account', signUpForm()),
        },
        otherwise: notFoundPage('Docusign'),
      },
      'docusign.com': aliasOf('https://www.docusign.com'),
      'account-d.docusign.com': account('account-d.docusign.com'),
      'account.docusign.com': account('account.docusign.com'),
      'demo.docusign.net': {
        routes: {
          '/restapi/v2.1/*': json(401, {
            errorCode: 'AUTHORIZATION_INVALID_TOKEN',
            message:
              'The access token provided is expired, revoked or malformed. Authentication failed for System Application.',
          }),
          '/restapi/service_information': json(200, { serviceVersions: [] }),
        },
        otherwise: json(404, {
          errorCode: 'RESOURCE_NOT_FOUND',
          message: 'The URL provided does not resolve to a resource.',
        }),
      },
    },
    expect: expectation({
      apiBases: ['https://demo.docusign.net'],
      tokenEndpoint: ['https://account-d.docusign.com/oauth/token', 'https://account.docusign.com/oauth/token'],
      flows: {
        authorization_code: 'yes',
        refresh_token: 'yes',
        client_credentials: ['no', 'unknown'],
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'partial',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': signUp,
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
      'client-credentials': 'JWT bearer is the machine grant',
      'manual-key-approval': 'not judged: an automatic review before production',
      'oauth-discovery': 'the issuer ends with a slash, the document is at the root',
    },
  };
  return world;
})();

export const fileWorlds: readonly World[] = [dropbox, box, figma, docusign];
