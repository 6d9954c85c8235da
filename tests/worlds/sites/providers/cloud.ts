/** Platforms: Google Calendar, Microsoft Graph, Cloudflare, DigitalOcean, GitLab, Supabase. */
import { aliasOf, html, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { mcpSite, metadata, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { list, loginForm, notFoundPage, robots, sample, shell, site, table } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, type World } from '../../lib/world.ts';

const google = (() => {
  const docs = site({
    name: 'Google for Developers',
    nav: [
      ['Calendar API', 'https://developers.google.com/workspace/calendar/api/guides/overview'],
      ['Authorize requests', 'https://developers.google.com/workspace/calendar/api/auth'],
      ['OAuth 2.0', 'https://developers.google.com/identity/protocols/oauth2'],
      ['Service accounts', 'https://developers.google.com/identity/protocols/oauth2/service-account'],
      ['Reference', 'https://developers.google.com/workspace/calendar/api/v3/reference'],
      ['Console', 'https://console.cloud.google.com/'],
    ],
  });
  const missing = json(
    401,
    {
      error: {
        code: 401,
        message:
          'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
        errors: [
          {
            message: 'Login Required.',
            domain: 'global',
            reason: 'required',
            location: 'Authorization',
            locationType: 'header',
          },
        ],
        status: 'UNAUTHENTICATED',
      },
    },
    { 'www-authenticate': 'Bearer realm="https://accounts.google.com/"' },
  );
  const bad = json(
    401,
    {
      error: {
        code: 401,
        message:
          'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
        errors: [
          {
            message: 'Invalid Credentials',
            domain: 'global',
            reason: 'authError',
            location: 'Authorization',
            locationType: 'header',
          },
        ],
        status: 'UNAUTHENTICATED',
      },
    },
    { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
  );
  const issuer = 'https://accounts.google.com';
  const world: World = {
    id: 'google-calendar',
    kind: 'provider',
    title: 'JWT bearer for service accounts instead of client credentials; authorization code, device code',
    target: 'https://developers.google.com/workspace/calendar',
    dated: '2026-10',
    sources: [
      'accounts.google.com/.well-known/openid-configuration',
      'developers.google.com/identity/protocols/oauth2/service-account',
    ],
    hosts: {
      'developers.google.com': {
        routes: {
          'GET /': docs('Google for Developers', '<p>Build with Google.</p>'),
          'GET /workspace/calendar': docs(
            'Google Calendar',
            '<p>Work with calendars and events. <a href="/workspace/calendar/api/guides/overview">Calendar API overview</a></p>',
          ),
          'GET /workspace/calendar/api/guides/overview': docs(
            'Google Calendar API overview',
            '<p>The Google Calendar API is a RESTful API at <code>https://www.googleapis.com/calendar/v3</code>.</p>',
          ),
          'GET /workspace/calendar/api/auth': docs(
            'Choose Google Calendar API scopes',
            table([
              ['https://www.googleapis.com/auth/calendar.readonly', 'See events'],
              ['https://www.googleapis.com/auth/calendar.events', 'Edit events'],
            ]),
          ),
          'GET /workspace/calendar/api/v3/reference': docs(
            'API reference',
            sample('GET https://www.googleapis.com/calendar/v3/users/me/calendarList', 'http'),
          ),
          'GET /identity/protocols/oauth2': docs(
            'Using OAuth 2.0 to access Google APIs',
            '<p>Obtain OAuth 2.0 credentials from the Google Cloud console: create a project, then Clients &gt; Create client. Access tokens have limited lifetimes; if your application needs access beyond, it can obtain a refresh token. Scenarios: web server applications, installed applications, limited-input devices (device flow), service accounts.</p>',
          ),
          'GET /identity/protocols/oauth2/service-account': docs(
            'Using OAuth 2.0 for server to server applications',
            `<p>Create a service account in the console and generate a key. The application signs a JWT and exchanges it for an access token:</p>${sample("curl -d 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJhbGciOiJSUzI1NiIs...' https://oauth2.googleapis.com/token")}<p>The token expires in 3600 seconds; sign another JWT then.</p>${sample('curl -H "Authorization: Bearer access_token" https://www.googleapis.com/calendar/v3/users/me/calendarList')}`,
          ),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Google for Developers'),
      },
      'console.cloud.google.com': { routes: { 'GET *': redirect(302, 'https://accounts.google.com/ServiceLogin') } },
      'accounts.google.com': {
        routes: {
          'GET /.well-known/openid-configuration': json(200, {
            issuer,
            authorization_endpoint: `${issuer}/o/oauth2/v2/auth`,
            device_authorization_endpoint: 'https://oauth2.googleapis.com/device/code',
            token_endpoint: 'https://oauth2.googleapis.com/token',
            userinfo_endpoint: 'https://openidconnect.googleapis.com/v1/userinfo',
            revocation_endpoint: 'https://oauth2.googleapis.com/revoke',
            jwks_uri: 'https://www.googleapis.com/oauth2/v3/certs',
            response_types_supported: [
              'code',
              'token',
              'id_token',
              'code token',
              'code id_token',
              'token id_token',
              'code token id_token',
              'none',
            ],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            scopes_supported: ['openid', 'email', 'profile'],
            token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
            claims_supported: ['aud', 'email', 'exp', 'sub'],
            code_challenge_methods_supported: ['plain', 'S256'],
            grant_types_supported: [
              'authorization_code',
              'refresh_token',
              'urn:ietf:params:oauth:grant-type:device_code',
              'urn:ietf:params:oauth:grant-type:jwt-bearer',
            ],
          }),
          'GET /o/oauth2/v2/auth': html(
            400,
            '<html><title>Error 400 (OAuth2 Error)!!1</title><body>Access blocked: authorization error. Missing required parameter: client_id</body></html>',
          ),
          'GET /ServiceLogin': html(
            200,
            `<html><head><title>Sign in - Google Accounts</title></head><body>${loginForm('/signin')}</body></html>`,
          ),
          'GET /': redirect(302, '/ServiceLogin'),
        },
        otherwise: html(404, '<title>Error 404 (Not Found)!!1</title>'),
      },
      'oauth2.googleapis.com': {
        headers: { server: 'scaffolding on HTTPServer2' },
        routes: {
          'POST /token': tokenEndpoint({
            grants: [
              'authorization_code',
              'refresh_token',
              'urn:ietf:params:oauth:grant-type:jwt-bearer',
              'urn:ietf:params:oauth:grant-type:device_code',
            ],
            order: 'grant-first',
            missing: oauthError(400, 'invalid_request', 'Required parameter is missing: grant_type'),
            unsupported: (request) =>
              oauthError(400, 'unsupported_grant_type', `Invalid grant_type: ${request.form.get('grant_type') ?? ''}`),
            unknownClient: oauthError(401, 'invalid_client', 'The OAuth client was not found.'),
          }),
          'GET /token': html(404, '<title>Error 404 (Not Found)!!1</title>'),
        },
        otherwise: html(404, '<title>Error 404 (Not Found)!!1</title>'),
      },
      'www.googleapis.com': {
        headers: { server: 'ESF' },
        routes: {
          'GET /discovery/v1/apis/calendar/v3/rest': json(200, {
            kind: 'discovery#restDescription',
            name: 'calendar',
            version: 'v3',
            rootUrl: 'https://www.googleapis.com/',
            servicePath: 'calendar/v3/',
            auth: { oauth2: { scopes: { 'https://www.googleapis.com/auth/calendar': { description: 'All' } } } },
          }),
          '/calendar/v3/*': (request) => (isBearer(request) ? bad : missing),
          'GET /oauth2/v3/certs': json(200, { keys: [] }),
        },
        otherwise: html(404, '<title>Error 404 (Not Found)!!1</title>'),
      },
    },
    expect: expectation({
      apiBases: ['https://www.googleapis.com'],
      tokenEndpoint: 'https://oauth2.googleapis.com/token',
      flows: {
        authorization_code: 'yes',
        refresh_token: 'yes',
        device_code: 'yes',
        client_credentials: 'no',
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'partial',
        'oauth-discovery': 'pass',
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'client-credentials': 'service accounts trade a signed JWT (RFC 7523): no person, another grant' },
  };
  return world;
})();

const graph = (() => {
  const docs = site({
    name: 'Microsoft Learn',
    nav: [
      ['Microsoft Graph overview', 'https://learn.microsoft.com/en-us/graph/overview'],
      ['Auth basics', 'https://learn.microsoft.com/en-us/graph/auth/auth-concepts'],
      ['Get access without a user', 'https://learn.microsoft.com/en-us/graph/auth-v2-service'],
      ['Get access on behalf of a user', 'https://learn.microsoft.com/en-us/graph/auth-v2-user'],
      ['Permissions reference', 'https://learn.microsoft.com/en-us/graph/permissions-reference'],
    ],
  });
  const login = 'https://login.microsoftonline.com';
  const stamp = 'Trace ID: 6f6b7a3e-5d4c-4a65 Correlation ID: 33a1a2b3 Timestamp: 2026-11-01 10:00:00Z';
  const challenge = `Bearer realm="", authorization_uri="${login}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`;
  const token = tokenEndpoint({
    grants: [
      'authorization_code',
      'refresh_token',
      'client_credentials',
      'password',
      'urn:ietf:params:oauth:grant-type:device_code',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ],
    order: 'grant-first',
    missing: json(400, {
      error: 'invalid_request',
      error_description: `AADSTS900144: The request body must contain the following parameter: 'grant_type'. ${stamp}`,
      error_codes: [900144],
    }),
    unsupported: (request) =>
      json(400, {
        error: 'unsupported_grant_type',
        error_description: `AADSTS70003: The app requested an unsupported grant type '${request.form.get('grant_type') ?? ''}'. ${stamp}`,
        error_codes: [70003],
      }),
    noClient: json(400, {
      error: 'invalid_request',
      error_description: `AADSTS900144: The request body must contain the following parameter: 'client_id'. ${stamp}`,
      error_codes: [900144],
    }),
    unknownClient: (request) =>
      json(400, {
        error: 'unauthorized_client',
        error_description: `AADSTS700016: Application with identifier '${request.form.get('client_id') ?? 'x'}' was not found in the directory 'Microsoft'. ${stamp}`,
        error_codes: [700016],
      }),
  });
  const oidc = (tenant: string) =>
    json(200, {
      token_endpoint: `${login}/${tenant}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: [
        'client_secret_post',
        'private_key_jwt',
        'client_secret_basic',
        'self_signed_tls_client_auth',
      ],
      jwks_uri: `${login}/${tenant}/discovery/v2.0/keys`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      issuer: `${login}/{tenantid}/v2.0`,
      request_uri_parameter_supported: false,
      userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
      authorization_endpoint: `${login}/${tenant}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${login}/${tenant}/oauth2/v2.0/devicecode`,
      http_logout_supported: true,
      frontchannel_logout_supported: true,
      end_session_endpoint: `${login}/${tenant}/oauth2/v2.0/logout`,
      claims_supported: ['sub', 'iss', 'aud', 'exp'],
      tenant_region_scope: null,
      cloud_instance_name: 'microsoftonline.com',
      msgraph_host: 'graph.microsoft.com',
    });
  const world: World = {
    id: 'microsoft-graph',
    kind: 'provider',
    title: 'Entra ID: templated issuer, unknown application instead of invalid_client; grants told apart',
    target: 'https://graph.microsoft.com',
    dated: '2026-10',
    sources: [
      'learn.microsoft.com/en-us/graph/auth-v2-service',
      'login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    ],
    hosts: {
      'graph.microsoft.com': {
        headers: { 'x-ms-ags-diagnostic': '{}' },
        routes: {
          'GET /': redirect(302, 'https://developer.microsoft.com/graph'),
          'GET /v1.0': json(200, {
            '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata',
            value: [{ name: 'users', kind: 'EntitySet', url: 'users' }],
          }),
          'GET /v1.0/$metadata': text(
            200,
            '<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0"></edmx:Edmx>',
            { 'content-type': 'application/xml' },
          ),
          '/v1.0/*': (request) =>
            json(
              401,
              {
                error: {
                  code: 'InvalidAuthenticationToken',
                  message: isBearer(request)
                    ? 'IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format.'
                    : 'Access token is empty.',
                  innerError: { date: '2026-11-01T10:00:00', 'request-id': 'a1', 'client-request-id': 'a1' },
                },
              },
              { 'www-authenticate': challenge },
            ),
          '/oidc/userinfo': json(
            401,
            { error: { code: 'InvalidAuthenticationToken', message: 'Access token is empty.' } },
            { 'www-authenticate': challenge },
          ),
        },
        otherwise: json(400, { error: { code: 'BadRequest', message: 'Invalid version.' } }),
      },
      'developer.microsoft.com': {
        routes: {
          'GET /': redirect(302, '/graph'),
          'GET /graph': site({
            name: 'Microsoft Graph Dev Center',
            nav: [
              ['Documentation', 'https://learn.microsoft.com/en-us/graph/overview'],
              ['Graph Explorer', 'https://developer.microsoft.com/graph/graph-explorer'],
            ],
          })('Microsoft Graph', '<p>Gateway to data and intelligence in Microsoft 365.</p>'),
          'GET /graph/graph-explorer': shell('Graph Explorer'),
        },
        otherwise: notFoundPage('Microsoft'),
      },
      'learn.microsoft.com': {
        routes: {
          'GET /': redirect(302, '/en-us/graph/overview'),
          'GET /en-us/graph/overview': docs(
            'Overview of Microsoft Graph',
            '<p>Use <code>https://graph.microsoft.com/v1.0</code>.</p>',
          ),
          'GET /en-us/graph/auth/auth-concepts': docs(
            'Authentication and authorization basics',
            `<p>Register your app in the Microsoft Entra admin center; the application ID is assigned by the registration portal. Add a client secret yourself. Include the access token as a Bearer token in the Authorization header:</p>${sample('GET https://graph.microsoft.com/v1.0/me/ HTTP/1.1\nHost: graph.microsoft.com\nAuthorization: Bearer EwAoA8l6BAAU ... 7PqHGsykYj7A0XqHCjbKKgWSkcAg==', 'http')}`,
          ),
          'GET /en-us/graph/auth-v2-service': docs(
            'Get access without a user',
            `<p>Use the OAuth 2.0 client credentials grant flow. An administrator must consent to the application permissions.</p>${sample('POST https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token HTTP/1.1\nHost: login.microsoftonline.com\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=00001111-aaaa-2222-bbbb-3333cccc4444&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_secret=…&grant_type=client_credentials', 'http')}<p>expires_in 3599. There are no refresh tokens: request a new access token when it expires.</p>`,
          ),
          'GET /en-us/graph/auth-v2-user': docs(
            'Get access on behalf of a user',
            `<p>Use the OAuth 2.0 authorization code grant flow. Redirect to <code>https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize</code>, then request an access token:</p>${sample("curl --location --request POST 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token' \\\n--header 'Content-Type: application/x-www-form-urlencoded' \\\n--data-urlencode 'client_id=11112222-bbbb-3333-cccc-4444dddd5555' --data-urlencode 'scope=User.Read Mail.Read offline_access' --data-urlencode 'code=OAAABAAAA...' --data-urlencode 'grant_type=authorization_code'")}<p>Access tokens are short-lived (about one hour). If you asked for offline_access, use the refresh token: grant_type=refresh_token.</p>`,
          ),
          'GET /en-us/graph/permissions-reference': docs(
            'Microsoft Graph permissions reference',
            list(['User.Read', 'Mail.Send', 'Directory.Read.All']),
          ),
        },
        otherwise: notFoundPage('Microsoft Learn'),
      },
      'login.microsoftonline.com': {
        routes: {
          'GET /common/v2.0/.well-known/openid-configuration': oidc('common'),
          'GET /organizations/v2.0/.well-known/openid-configuration': oidc('organizations'),
          'GET /common/.well-known/openid-configuration': oidc('common'),
          'POST /:tenant/oauth2/v2.0/token': token,
          'POST /:tenant/oauth2/token': token,
          'GET /:tenant/oauth2/v2.0/authorize': html(
            200,
            '<html><head><title>Sign in to your account</title></head><body>AADSTS900144: The request body must contain client_id</body></html>',
          ),
          'GET /common/oauth2/authorize': html(
            200,
            '<html><head><title>Sign in to your account</title></head><body></body></html>',
          ),
          'GET /': redirect(302, 'https://www.office.com/login'),
        },
        otherwise: html(404, ''),
      },
    },
    expect: expectation({
      apiBases: ['https://graph.microsoft.com'],
      tokenEndpoint: [
        'https://login.microsoftonline.com/common/oauth2/v2.0/token',
        'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
        'https://login.microsoftonline.com/common/oauth2/token',
        'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
      ],
      flows: {
        client_credentials: 'yes',
        authorization_code: 'yes',
        device_code: ['yes', 'unknown'],
        refresh_token: ['yes', 'unknown'],
        implicit: ['yes', 'no', 'unknown'],
        password: ['no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial', 'fail'],
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'oauth-discovery': 'reached only through a vendor hint in the challenge, and the issuer is a template',
      client_credentials: 'unauthorized_client against unsupported_grant_type (row 6), and documented',
    },
  };
  return world;
})();

const cloudflare = (() => {
  const docs = site({
    name: 'Cloudflare Docs',
    nav: [
      ['API', 'https://developers.cloudflare.com/fundamentals/api/'],
      ['Create API token', 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/'],
      ['API reference', 'https://developers.cloudflare.com/api/'],
      ['Log in', 'https://dash.cloudflare.com/login'],
    ],
  });
  const world: World = {
    id: 'cloudflare',
    kind: 'provider',
    title: 'API tokens with permissions; 400 for missing credentials, success:false envelope',
    target: 'https://www.cloudflare.com',
    dated: '2026-10',
    sources: ['developers.cloudflare.com/fundamentals/api'],
    hosts: {
      'cloudflare.com': aliasOf('https://www.cloudflare.com'),
      'www.cloudflare.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': site({
            name: 'Cloudflare',
            nav: [
              ['Products', 'https://www.cloudflare.com/products/'],
              ['Developers', 'https://developers.cloudflare.com/'],
              ['Log in', 'https://dash.cloudflare.com/login'],
            ],
          })('Connect, protect and build everywhere', '<p>Including Turnstile, our CAPTCHA replacement.</p>'),
          'GET /products/': site({ name: 'Cloudflare' })(
            'Products',
            '<p>Turnstile: verify visitors without a CAPTCHA. Bot management.</p>',
          ),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Cloudflare'),
      },
      'developers.cloudflare.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': docs('Cloudflare Docs', '<p><a href="/fundamentals/api/">API</a></p>'),
          'GET /api/': docs(
            'Cloudflare API',
            `<p>Base URL <code>https://api.cloudflare.com/client/v4</code></p>${sample('curl https://api.cloudflare.com/client/v4/zones -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN"')}`,
          ),
          'GET /fundamentals/api/': docs(
            'API fundamentals',
            '<p>Use API tokens. API keys (X-Auth-Email and X-Auth-Key) are legacy.</p>',
          ),
          'GET /fundamentals/api/get-started/create-token/': docs(
            'Create API token',
            `<ol><li>In the dashboard go to My Profile &gt; API Tokens.</li><li>Select Create Token.</li><li>Choose permissions, resources, optional client IP filtering and TTL.</li><li>Copy the secret; it is shown once.</li></ol>${sample('curl "https://api.cloudflare.com/client/v4/user/tokens/verify" --header "Authorization: Bearer <API_TOKEN>"')}<p>Tokens can also be created and rolled through the API: <code>PUT /user/tokens/{token_id}/value</code>. Without a TTL a token is valid until you delete it.</p>`,
          ),
          'GET /llms.txt': text(
            200,
            '# Cloudflare Docs\n\n- [Create API token](https://developers.cloudflare.com/fundamentals/api/get-started/create-token/)\n',
          ),
        },
        otherwise: notFoundPage('Cloudflare Docs'),
      },
      'dash.cloudflare.com': { routes: { 'GET *': shell('Cloudflare Dashboard') } },
      'api.cloudflare.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /client/v4/ips': json(200, {
            result: { ipv4_cidrs: ['173.245.48.0/20'] },
            success: true,
            errors: [],
            messages: [],
          }),
          '/client/v4/*': (request) =>
            request.headers['authorization']
              ? isBearer(request)
                ? json(400, {
                    success: false,
                    errors: [
                      {
                        code: 6003,
                        message: 'Invalid request headers',
                        error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
                      },
                    ],
                    messages: [],
                    result: null,
                  })
                : json(400, {
                    success: false,
                    errors: [
                      {
                        code: 6003,
                        message: 'Invalid request headers',
                        error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
                      },
                    ],
                    messages: [],
                    result: null,
                  })
              : json(400, {
                  success: false,
                  errors: [{ code: 9106, message: 'Missing X-Auth-Key, X-Auth-Email or Authorization headers' }],
                  messages: [],
                  result: null,
                }),
        },
        otherwise: json(404, {
          success: false,
          errors: [
            {
              code: 7003,
              message: 'Could not route to the requested path, perhaps your object identifier is invalid?',
            },
          ],
          messages: [],
          result: null,
        }),
      },
      'mcp.cloudflare.com': mcpSite('https://mcp.cloudflare.com'),
    },
    expect: expectation({
      apiBases: ['https://api.cloudflare.com'],
      tokenEndpoint: ['https://mcp.cloudflare.com/token', null],
      flows: { authorization_code: ['yes', 'no', 'unknown'], refresh_token: ['yes', 'no', 'unknown'] },
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial', 'n/a'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'captcha-before-token': ['absent', 'unknown'],
      },
    }),
    why: {
      'structured-401': '400 that names the missing credential',
      'captcha-before-token': 'the firm sells one; none was seen before a token',
      'oauth-discovery': 'not judged: MCP host only',
    },
  };
  return world;
})();

const digitalocean = (() => {
  const docs = site({
    name: 'DigitalOcean Docs',
    nav: [
      ['API reference', 'https://docs.digitalocean.com/reference/api/'],
      ['Create a token', 'https://docs.digitalocean.com/reference/api/create-personal-access-token/'],
      ['OAuth', 'https://docs.digitalocean.com/reference/api/oauth/'],
      ['Sign up', 'https://cloud.digitalocean.com/registrations/new'],
    ],
  });
  const spec = openapi({
    title: 'DigitalOcean API',
    servers: ['https://api.digitalocean.com'],
    operations: ['get /v2/account', 'get /v2/droplets', 'post /v2/droplets', 'get /v2/regions'],
    schemes: { bearer_auth: { type: 'http', scheme: 'bearer' } },
    security: [{ bearer_auth: [] }],
    documents401: true,
  });
  const world: World = {
    id: 'digitalocean',
    kind: 'provider',
    title: 'Personal access tokens with custom scopes; OAuth for apps',
    target: 'https://www.digitalocean.com',
    dated: '2026-10',
    sources: ['docs.digitalocean.com/reference/api'],
    hosts: {
      'digitalocean.com': aliasOf('https://www.digitalocean.com'),
      'www.digitalocean.com': {
        routes: {
          'GET /': site({
            name: 'DigitalOcean',
            nav: [
              ['Products', 'https://www.digitalocean.com/products'],
              ['Developers', 'https://docs.digitalocean.com/'],
              ['Log in', 'https://cloud.digitalocean.com/login'],
            ],
          })('The simplest cloud', '<p>Droplets.</p>'),
          'GET /products': site({ name: 'DigitalOcean' })('Products', '<p>Droplets.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('DigitalOcean'),
      },
      'docs.digitalocean.com': {
        routes: {
          'GET /': docs('DigitalOcean Documentation', '<p><a href="/reference/api/">API</a></p>'),
          'GET /reference/api/': docs(
            'DigitalOcean API',
            `<p>OpenAPI: <a href="https://api-engineering.nyc3.cdn.digitaloceanspaces.com/spec-ci/DigitalOcean-public.v2.yaml">public.v2.yaml</a></p>${sample('curl -X GET -H "Authorization: Bearer $DIGITALOCEAN_TOKEN" "https://api.digitalocean.com/v2/account"')}`,
          ),
          'GET /reference/api/create-personal-access-token/': docs(
            'How to create a personal access token',
            '<p>In the control panel click API, then Generate New Token. Choose an expiration and scopes: Custom Scopes, Read Only or Full Access. The token is shown once.</p>',
          ),
          'GET /reference/api/oauth/': docs(
            'OAuth API',
            '<p>Send users to <code>https://cloud.digitalocean.com/v1/oauth/authorize</code>, then POST to <code>https://cloud.digitalocean.com/v1/oauth/token</code> with grant_type=authorization_code. Tokens expire after 30 days; use grant_type=refresh_token.</p>',
          ),
          'GET /llms.txt': text(200, '# DigitalOcean\n\n- [API](https://docs.digitalocean.com/reference/api/)\n'),
        },
        otherwise: notFoundPage('DigitalOcean Docs'),
      },
      'api-engineering.nyc3.cdn.digitaloceanspaces.com': {
        routes: {
          'GET /spec-ci/DigitalOcean-public.v2.yaml': text(200, JSON.stringify(spec), {
            'content-type': 'application/yaml',
          }),
        },
        otherwise: text(403, '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', {
          'content-type': 'application/xml',
        }),
      },
      'cloud.digitalocean.com': {
        routes: {
          'POST /v1/oauth/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'grant-first',
            unsupported: oauthError(
              401,
              'unsupported_grant_type',
              'The authorization grant type is not supported by the authorization server.',
            ),
            unknownClient: oauthError(
              401,
              'invalid_client',
              'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
            ),
          }),
          'GET /v1/oauth/authorize': redirect(302, '/login'),
          'GET *': shell('DigitalOcean'),
        },
      },
      'api.digitalocean.com': {
        routes: {
          '/v2/*': json(401, { id: 'Unauthorized', message: 'Unable to authenticate you' }),
          '/v2': json(401, { id: 'Unauthorized', message: 'Unable to authenticate you' }),
        },
        otherwise: json(404, { id: 'not_found', message: 'The resource you requested could not be found.' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.digitalocean.com'],
      tokenEndpoint: 'https://cloud.digitalocean.com/v1/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['no', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'fail',
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'client-credentials': 'unsupported_grant_type, if the token endpoint is found' },
  };
  return world;
})();

const gitlab = (() => {
  const docs = site({
    name: 'GitLab Docs',
    nav: [
      ['REST API', 'https://docs.gitlab.com/api/rest/'],
      ['Authentication', 'https://docs.gitlab.com/api/rest/authentication/'],
      ['OAuth 2.0', 'https://docs.gitlab.com/api/oauth2/'],
      ['Personal access tokens', 'https://docs.gitlab.com/user/profile/personal_access_tokens/'],
    ],
  });
  const issuer = 'https://gitlab.com';
  const meta = {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    introspection_endpoint: `${issuer}/oauth/introspect`,
    userinfo_endpoint: `${issuer}/oauth/userinfo`,
    jwks_uri: `${issuer}/oauth/discovery/keys`,
    scopes_supported: [
      'api',
      'read_api',
      'read_user',
      'create_runner',
      'read_repository',
      'write_repository',
      'sudo',
      'openid',
      'profile',
      'email',
    ],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code', 'password', 'client_credentials', 'device_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['plain', 'S256'],
  };
  const world: World = {
    id: 'gitlab',
    kind: 'provider',
    title: 'Doorkeeper with OIDC metadata; PRIVATE-TOKEN or Bearer',
    target: 'gitlab.com',
    dated: '2026-10',
    sources: ['docs.gitlab.com/api/oauth2', 'gitlab.com/.well-known/openid-configuration'],
    hosts: {
      'gitlab.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': redirect(301, 'https://about.gitlab.com/'),
          'GET /.well-known/openid-configuration': json(200, meta),
          'GET /.well-known/oauth-authorization-server': json(200, meta),
          'GET /oauth/discovery/keys': json(200, { keys: [] }),
          'GET /users/sign_in': html(
            403,
            '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={cType:"managed"};</script></body></html>',
            { 'cf-mitigated': 'challenge' },
          ),
          'POST /oauth/token': tokenEndpoint({
            grants: [
              'authorization_code',
              'password',
              'client_credentials',
              'refresh_token',
              'urn:ietf:params:oauth:grant-type:device_code',
            ],
            order: 'grant-first',
            missing: oauthError(400, 'invalid_request', 'Missing required parameter: grant_type.'),
            unsupported: oauthError(
              400,
              'unsupported_grant_type',
              'The authorization grant type is not supported by the authorization server.',
            ),
            unknownClient: oauthError(
              401,
              'invalid_client',
              'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
            ),
          }),
          'GET /oauth/authorize': redirect(302, '/users/sign_in'),
          'GET /api/v4/projects': json(200, [{ id: 1, name: 'x' }]),
          '/api/v4/user': json(401, { message: '401 Unauthorized' }),
          '/api/v4/groups': json(200, []),
          '/api/v4/version': json(401, { message: '401 Unauthorized' }),
          '/api/v4/*': (request) =>
            request.headers['authorization']
              ? json(401, { message: '401 Unauthorized' })
              : json(404, { error: '404 Not Found' }),
          'POST /api/graphql': json(200, { data: { __typename: 'Query' } }),
          'GET /robots.txt': robots('User-Agent: *\nDisallow: /autocomplete/users\n'),
        },
        otherwise: html(302, '', { location: 'https://gitlab.com/users/sign_in' }),
      },
      'www.gitlab.com': aliasOf('https://about.gitlab.com'),
      'about.gitlab.com': {
        routes: {
          'GET /': site({
            name: 'GitLab',
            nav: [
              ['Platform', 'https://about.gitlab.com/platform/'],
              ['Docs', 'https://docs.gitlab.com/'],
              ['Sign in', 'https://gitlab.com/users/sign_in'],
            ],
          })('The most comprehensive AI-powered DevSecOps platform', '<p>Ship.</p>'),
          'GET /platform/': site({ name: 'GitLab' })('Platform', '<p>One app.</p>'),
        },
        otherwise: notFoundPage('GitLab'),
      },
      'docs.gitlab.com': {
        routes: {
          'GET /': docs('GitLab Docs', '<p><a href="/api/rest/">REST API</a></p>'),
          'GET /api/rest/': docs(
            'REST API',
            sample('curl --header "PRIVATE-TOKEN: <your_access_token>" --url "https://gitlab.com/api/v4/user"'),
          ),
          'GET /api/rest/authentication/': docs(
            'REST API authentication',
            `<p>OAuth 2.0 tokens, personal access tokens, project access tokens, job tokens.</p>${sample('curl --header "Authorization: Bearer <your_access_token>" "https://gitlab.com/api/v4/projects"')}${sample('curl --header "PRIVATE-TOKEN: <your_access_token>" "https://gitlab.com/api/v4/projects"')}`,
          ),
          'GET /api/oauth2/': docs(
            'OAuth 2.0 identity provider API',
            `<p>Supported flows: authorization code with PKCE, authorization code, resource owner password credentials (no longer on GitLab.com), device authorization grant.</p>${sample("parameters='client_id=APP_ID&client_secret=APP_SECRET&code=RETURNED_CODE&grant_type=authorization_code&redirect_uri=REDIRECT_URI'\nRestClient.post 'https://gitlab.com/oauth/token', parameters", 'ruby')}<p>Access tokens expire after two hours; use the refresh_token.</p>`,
          ),
          'GET /user/profile/personal_access_tokens/': docs(
            'Personal access tokens',
            '<p>Create one in your profile: Access &gt; Personal access tokens &gt; Generate token. Select scopes (api, read_api, read_repository …) and an expiry date (at most 400 days). Tokens can be rotated with the API: POST /personal_access_tokens/:id/rotate.</p>',
          ),
        },
        otherwise: notFoundPage('GitLab Docs'),
      },
    },
    expect: expectation({
      apiBases: ['https://gitlab.com'],
      tokenEndpoint: 'https://gitlab.com/oauth/token',
      flows: {
        authorization_code: 'yes',
        client_credentials: 'yes',
        refresh_token: 'yes',
        device_code: 'yes',
        password: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'pass',
        'self-service-keys': 'pass',
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['captcha-before-token', 'password'],
    }),
    why: {
      'structured-401': '/user; public lists answer 200',
      client_credentials: 'listed, and invalid_client against unsupported_grant_type',
      'captcha-before-token': 'not judged: a challenge covers the sign-in page',
    },
  };
  return world;
})();

const supabase = (() => {
  const docs = site({
    name: 'Supabase Docs',
    nav: [
      ['Management API', 'https://supabase.com/docs/reference/api/introduction'],
      ['OAuth integration', 'https://supabase.com/docs/guides/integrations/build-a-supabase-oauth-integration'],
      ['MCP', 'https://supabase.com/docs/guides/getting-started/mcp'],
      ['Dashboard', 'https://supabase.com/dashboard'],
    ],
  });
  const issuer = 'https://api.supabase.com';
  const spec = openapi({
    title: 'Supabase API (v1)',
    servers: [],
    operations: ['get /v1/projects', 'post /v1/projects', 'get /v1/organizations'],
    schemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      oauth2: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: `${issuer}/v1/oauth/authorize`,
            tokenUrl: `${issuer}/v1/oauth/token`,
            scopes: { 'projects:read': 'Read projects' },
          },
        },
      },
    },
    security: [{ bearer: [] }],
  });
  const world: World = {
    id: 'supabase',
    kind: 'provider',
    title:
      'Management API: personal access tokens, OAuth code, OpenAPI at its own host, MCP with metadata on the API host',
    target: 'https://supabase.com',
    dated: '2026-10',
    sources: ['supabase.com/docs/reference/api/introduction', 'api.supabase.com/api/v1-json'],
    hosts: {
      'supabase.com': {
        routes: {
          'GET /': site({
            name: 'Supabase',
            nav: [
              ['Product', 'https://supabase.com/database'],
              ['Docs', 'https://supabase.com/docs'],
              ['Sign in', 'https://supabase.com/dashboard'],
            ],
          })('Build in a weekend', '<p>Postgres.</p>'),
          'GET /database': site({ name: 'Supabase' })('Database', '<p>Postgres.</p>'),
          'GET /dashboard*': shell('Supabase'),
          'GET /docs': docs('Supabase Docs', '<p>Guides and references.</p>'),
          'GET /docs/reference/api/introduction': docs(
            'Management API',
            `<p>All API requests require an access token in the Authorization header: <code>Authorization: Bearer &lt;access_token&gt;</code>. There are two ways to get one: a personal access token, which you generate in your dashboard under account preferences (long-lived, same privileges as your account), or OAuth2.</p>${sample('curl https://api.supabase.com/v1/projects -H "Authorization: Bearer sbp_bdd0"')}<p>OpenAPI: <a href="https://api.supabase.com/api/v1">api.supabase.com/api/v1</a></p>`,
          ),
          'GET /docs/guides/integrations/build-a-supabase-oauth-integration': docs(
            'Build a Supabase integration',
            `<p>Create an OAuth app in your organization's settings. Redirect to <code>https://api.supabase.com/v1/oauth/authorize</code>, then exchange the code:</p>${sample('curl -X POST https://api.supabase.com/v1/oauth/token -u "$ID:$SECRET" -d grant_type=authorization_code -d code=… -d redirect_uri=…')}<p>Access tokens live one hour; refresh with <code>grant_type=refresh_token</code>.</p>`,
          ),
          'GET /docs/guides/getting-started/mcp': docs('MCP', '<p>https://mcp.supabase.com/mcp</p>'),
          'GET /llms.txt': text(200, '# Supabase Docs\n\n- [Supabase Guides](https://supabase.com/llms/guides.txt)\n'),
          'GET /llms/guides.txt': text(200, '# Guides\n'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Supabase'),
      },
      'www.supabase.com': aliasOf('https://supabase.com'),
      'api.supabase.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /api/v1-json': json(200, spec),
          'GET /api/v1': shell('Supabase API', { end: '<script>spec="/api/v1-json"</script>' }),
          'GET /.well-known/oauth-authorization-server': json(
            200,
            metadata(issuer, {
              authorization_endpoint: `${issuer}/v1/oauth/authorize`,
              token_endpoint: `${issuer}/v1/oauth/token`,
              registration_endpoint: `${issuer}/platform/oauth/apps/register`,
              scopes_supported: ['projects:read', 'projects:write', 'database:read'],
              grant_types_supported: ['authorization_code', 'refresh_token'],
              token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
              code_challenge_methods_supported: ['S256'],
            }),
          ),
          'POST /platform/oauth/apps/register': oauthError(400, 'invalid_client_metadata', 'redirect_uris is required'),
          'POST /v1/oauth/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'grant-first',
            unsupported: json(400, { message: 'Unsupported grant type' }),
            unknownClient: json(401, { message: 'Unauthorized' }),
          }),
          'GET /v1/oauth/authorize': json(400, { message: 'client_id: Required' }),
          '/v1/*': json(401, { message: 'Unauthorized' }),
        },
        otherwise: json(404, { message: 'Cannot GET' }),
      },
      'mcp.supabase.com': mcpSite('https://mcp.supabase.com', { issuer }),
    },
    expect: expectation({
      apiBases: ['https://api.supabase.com'],
      tokenEndpoint: 'https://api.supabase.com/v1/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'pass',
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': '401 {"message":"Unauthorized"}: message counts (DESIGN §6)' },
  };
  return world;
})();

export const cloudWorlds: readonly World[] = [google, graph, cloudflare, digitalocean, gitlab, supabase];
