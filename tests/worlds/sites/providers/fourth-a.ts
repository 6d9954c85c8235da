/** Large providers as a digest of their manuals: Google, Microsoft, Pinterest, TikTok, Canva, Auth0, Netlify, Mistral, Amazon's selling partners, Etsy, Yelp, Uber. */
import type { Answer, Reply, World } from '../../lib/world.ts';
import {
  aliasOf,
  allTo,
  fresh,
  html,
  isBare,
  isBearer,
  json,
  markdown,
  parameter,
  redirect,
  text,
  xml,
} from '../../lib/answers.ts';
import { mcpSite } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { datadomeWall, robots, shell } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { bare404, failure, hasClient, manual, plainPage, pre, shallow, statusHost, stubTwin } from './fourth-pages.ts';

const raw = (document: unknown): Answer =>
  text(200, JSON.stringify(document), { 'cache-control': 'max-age=300', 'access-control-allow-origin': '*' });

const google = ((): World => {
  const D = 'https://developers.google.com';
  const nav = [
    ['Products', `${D}/products`],
    ['OAuth 2.0', `${D}/identity/protocols/oauth2`],
    ['Web server apps', `${D}/identity/protocols/oauth2/web-server`],
    ['Service accounts', `${D}/identity/protocols/oauth2/service-account`],
    ['TV and limited-input devices', `${D}/identity/protocols/oauth2/limited-input-device`],
    ['OpenID Connect', `${D}/identity/openid-connect/openid-connect`],
    ['Scopes', `${D}/identity/protocols/oauth2/scopes`],
    ['Drive API', `${D}/workspace/drive/api/guides/about-sdk`],
  ] as const;
  const docs = manual(' | Google for Developers', nav, [
    ['Google Cloud console', 'https://console.cloud.google.com/apis/credentials'],
    ['Privacy', 'https://policies.google.com/privacy'],
  ]);
  const refuse: Reply = (r) =>
    isBare(r)
      ? json(
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
        )
      : json(
          401,
          {
            error: {
              code: 401,
              message:
                'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
              errors: [{ message: 'Invalid Credentials', domain: 'global', reason: 'authError' }],
              status: 'UNAUTHENTICATED',
            },
          },
          { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
        );
  const grants = [
    'authorization_code',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ];
  return {
    id: 'google',
    kind: 'provider',
    title: 'The whole company: a search page, one identity manual, OIDC at another host, APIs at a third',
    target: 'https://google.com',
    dated: '2026-10',
    sources: [
      'developers.google.com/identity/protocols/oauth2',
      'accounts.google.com/.well-known/openid-configuration',
    ],
    hosts: {
      'google.com': aliasOf('https://www.google.com'),
      'www.google.com': {
        headers: { server: 'gws' },
        routes: {
          'GET /': plainPage('Google', '<form action="/search"><input name="q"></form>', {
            nav: [
              ['About', 'https://about.google/'],
              ['Store', 'https://store.google.com/'],
              ['Gmail', 'https://mail.google.com/'],
              ['Sign in', 'https://accounts.google.com/ServiceLogin'],
            ],
            foot: [
              ['Developers', `${D}/`],
              ['Privacy', 'https://policies.google.com/privacy'],
              ['Terms', 'https://policies.google.com/terms'],
            ],
          }),
          'GET /robots.txt': robots('User-agent: *\nDisallow: /search\nAllow: /search/about\n'),
        },
        otherwise: html(
          404,
          '<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p><b>404.</b> <ins>That’s an error.</ins>',
        ),
      },
      'developers.google.com': {
        headers: { server: 'Google Frontend' },
        routes: {
          'GET /': docs(
            'Google for Developers',
            '<p>Build with Google APIs. <a href="/identity/protocols/oauth2">Using OAuth 2.0 to access Google APIs</a>.</p>',
          ),
          'GET /products': docs('All products', '<p>Drive, Gmail, Calendar, YouTube, Maps.</p>'),
          'GET /identity/protocols/oauth2': docs(
            'Using OAuth 2.0 to Access Google APIs',
            '<p>Google APIs use the OAuth 2.0 protocol for authentication and authorization. Google supports web server, client-side, installed and limited-input device applications, and service accounts. Obtain OAuth 2.0 credentials (client ID and client secret) yourself in the <a href="https://console.cloud.google.com/apis/credentials">Google Cloud console</a>; an access token is good for about an hour, afterwards use the refresh token.</p><p>Token endpoint: <code>https://oauth2.googleapis.com/token</code>. An app that asks for sensitive scopes of other people’s data goes through verification before it is published to them.</p>',
          ),
          'GET /identity/protocols/oauth2/web-server': docs(
            'Using OAuth 2.0 for Web Server Applications',
            `<p>Redirect to <code>https://accounts.google.com/o/oauth2/v2/auth</code> with client_id, redirect_uri, response_type=code, scope, access_type=offline; exchange the code at <code>https://oauth2.googleapis.com/token</code>.</p>${pre('POST /token HTTP/1.1\nHost: oauth2.googleapis.com\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=YOUR_CLIENT_ID&client_secret=YOUR_SECRET&refresh_token=REFRESH&grant_type=refresh_token')}${pre('GET https://www.googleapis.com/drive/v2/files HTTP/1.1\nAuthorization: Bearer access_token')}`,
          ),
          'GET /identity/protocols/oauth2/service-account': docs(
            'Using OAuth 2.0 for Server to Server Applications',
            '<p>A service account belongs to your application, no user is involved. Create it and its key in the console; sign a JWT with the private key and POST it to <code>https://oauth2.googleapis.com/token</code> with <code>grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer</code> and <code>assertion</code>. The response holds access_token, token_type Bearer, expires_in 3600; when it has expired sign another JWT.</p>',
          ),
          'GET /identity/protocols/oauth2/limited-input-device': docs(
            'OAuth 2.0 for TV and Limited-Input Device Applications',
            '<p>POST client_id and scope to <code>https://oauth2.googleapis.com/device/code</code>; show user_code and verification_url; poll the token endpoint with <code>urn:ietf:params:oauth:grant-type:device_code</code>.</p>',
          ),
          'GET /identity/openid-connect/openid-connect': docs(
            'OpenID Connect',
            '<p>The Discovery document is at <code>https://accounts.google.com/.well-known/openid-configuration</code>.</p>',
          ),
          'GET /identity/protocols/oauth2/scopes': docs(
            'OAuth 2.0 Scopes for Google APIs',
            '<table><tr><th>Scope</th><th>Meaning</th></tr><tr><td>https://www.googleapis.com/auth/drive.readonly</td><td>See all your Drive files</td></tr><tr><td>https://www.googleapis.com/auth/calendar</td><td>Edit calendars</td></tr></table>',
          ),
          'GET /workspace/drive/api/guides/about-sdk': docs(
            'Google Drive API overview',
            '<p>REST at <code>https://www.googleapis.com/drive/v3</code>. Discovery document: <code>https://www.googleapis.com/discovery/v1/apis/drive/v3/rest</code>.</p>',
          ),
        },
        otherwise: bare404('Google for Developers'),
      },
      'console.cloud.google.com': allTo('https://accounts.google.com/ServiceLogin?service=cloudconsole'),
      'accounts.google.com': {
        headers: { server: 'ESF' },
        routes: {
          'GET /.well-known/openid-configuration': json(200, {
            issuer: 'https://accounts.google.com',
            authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
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
            response_modes_supported: ['query', 'fragment', 'form_post'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            scopes_supported: ['openid', 'email', 'profile'],
            token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
            claims_supported: ['aud', 'email', 'exp', 'iat', 'iss', 'sub'],
            code_challenge_methods_supported: ['plain', 'S256'],
            grant_types_supported: grants,
          }),
          'GET /ServiceLogin': shell('Sign in - Google Accounts'),
          'GET /o/oauth2/v2/auth': html(
            400,
            '<html><body>Error 400: invalid_request. Missing required parameter: client_id</body></html>',
          ),
          'GET /': redirect(302, 'https://accounts.google.com/ServiceLogin'),
        },
        otherwise: html(404, '<title>Error 404 (Not Found)!!1</title>'),
      },
      'oauth2.googleapis.com': {
        headers: { server: 'scaffolding on HTTPServer2' },
        routes: {
          'POST /token': (r) => {
            const g = parameter(r, 'grant_type');
            return !g
              ? failure(400, 'invalid_request', 'Required parameter is missing: grant_type')
              : !grants.includes(g)
                ? failure(400, 'unsupported_grant_type', `Invalid grant_type: ${g}`)
                : g.includes('jwt-bearer')
                  ? failure(400, 'invalid_request', 'Required parameter is missing: assertion')
                  : !hasClient(r)
                    ? failure(400, 'invalid_request', 'Could not determine client ID from request.')
                    : failure(401, 'invalid_client', 'The OAuth client was not found.');
          },
          'POST /device/code': failure(401, 'invalid_client', 'The OAuth client was not found.'),
          'POST /revoke': failure(400, 'invalid_request', 'Bad Request'),
        },
        otherwise: html(404, '<title>Error 404 (Not Found)!!1</title>'),
      },
      'www.googleapis.com': {
        headers: { server: 'ESF' },
        routes: {
          'GET /oauth2/v3/certs': json(200, { keys: [] }),
          'GET /discovery/v1/apis/drive/v3/rest': json(200, {
            kind: 'discovery#restDescription',
            id: 'drive:v3',
            name: 'drive',
            version: 'v3',
            rootUrl: 'https://www.googleapis.com/',
            servicePath: 'drive/v3/',
            baseUrl: 'https://www.googleapis.com/drive/v3/',
            auth: {
              oauth2: { scopes: { 'https://www.googleapis.com/auth/drive.readonly': { description: 'See files' } } },
            },
          }),
          '/drive/*': refuse,
          '/calendar/*': refuse,
          '/oauth2/v2/userinfo': refuse,
        },
        otherwise: html(404, '<title>Error 404 (Not Found)!!1</title>'),
      },
    },
    expect: expectation({
      apiBases: [['https://www.googleapis.com']],
      tokenEndpoint: 'https://oauth2.googleapis.com/token',
      flows: { authorization_code: 'yes', device_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['partial', ...noCredit],
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
      notJudged: ['implicit'],
    }),
    why: {
      implicit: 'not judged: response_types list token, the manual no longer explains it',
      'browser-only-oauth': 'service accounts',
    },
  };
})();

const microsoft = ((): World => {
  const L = 'https://learn.microsoft.com/en-us';
  const nav = [
    ['Learn', L],
    ['Microsoft identity platform', `${L}/entra/identity-platform/`],
    ['Authorization code flow', `${L}/entra/identity-platform/v2-oauth2-auth-code-flow`],
    ['Client credentials flow', `${L}/entra/identity-platform/v2-oauth2-client-creds-grant-flow`],
    ['Device code flow', `${L}/entra/identity-platform/v2-oauth2-device-code`],
    ['Register an application', `${L}/entra/identity-platform/quickstart-register-app`],
    ['Microsoft Graph', `${L}/graph/use-the-api`],
    ['Permissions reference', `${L}/graph/permissions-reference`],
  ] as const;
  const docs = manual(' | Microsoft Learn', nav);
  const T = 'https://login.microsoftonline.com';
  const aad = (status: number, error: string, code: number, message: string): Answer =>
    failure(
      status,
      error,
      `AADSTS${code}: ${message} Trace ID: ${fresh(8)}-4b1e-4f0d-9c1a-000000000000 Correlation ID: ${fresh(8)}-0000-0000-0000-000000000000 Timestamp: 2026-10-01 10:00:00Z`,
      {
        error_codes: [code],
        timestamp: '2026-10-01 10:00:00Z',
        trace_id: fresh(8),
        correlation_id: fresh(8),
        error_uri: `${T}/error?code=${code}`,
      },
    );
  const oidc = (tenant: string): unknown => ({
    token_endpoint: `${T}/${tenant}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
      'self_signed_tls_client_auth',
    ],
    jwks_uri: `${T}/${tenant}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${T}/{tenantid}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${T}/${tenant}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${T}/${tenant}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${T}/${tenant}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud'],
    kerberos_endpoint: `${T}/${tenant}/kerberos`,
    tenant_region_scope: null,
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  });
  const known = [
    'authorization_code',
    'refresh_token',
    'client_credentials',
    'password',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ];
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    return !g
      ? aad(400, 'invalid_request', 900144, "The request body must contain the following parameter: 'grant_type'.")
      : !known.includes(g)
        ? aad(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${g}'.`)
        : !parameter(r, 'client_id')
          ? aad(400, 'invalid_request', 900144, "The request body must contain the following parameter: 'client_id'.")
          : aad(
              400,
              'unauthorized_client',
              700016,
              "Application with identifier was not found in the directory 'Microsoft'.",
            );
  };
  const graph: Reply = (r) =>
    json(
      401,
      {
        error: {
          code: 'InvalidAuthenticationToken',
          message: isBearer(r) ? 'IDX14100: JWT is not well formed, there are no dots (.).' : 'Access token is empty.',
          innerError: { date: '2026-10-01T10:00:00', 'request-id': fresh(8), 'client-request-id': fresh(8) },
        },
      },
      {
        'www-authenticate':
          'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
      },
    );
  return {
    id: 'microsoft',
    kind: 'provider',
    title: 'The whole company: front with locale redirects, manual on learn, Entra ID with a templated issuer, Graph',
    target: 'https://www.microsoft.com',
    dated: '2026-10',
    sources: ['learn.microsoft.com/entra/identity-platform', 'learn.microsoft.com/graph'],
    hosts: {
      'microsoft.com': aliasOf('https://www.microsoft.com'),
      'www.microsoft.com': {
        routes: {
          'GET /': redirect(302, 'https://www.microsoft.com/en-us/'),
          'GET /en-us': plainPage(
            'Microsoft – AI, Cloud, Productivity, Computing, Gaming & Apps',
            '<p>Explore Microsoft products and services.</p>',
            {
              nav: [
                ['Microsoft 365', 'https://www.microsoft.com/en-us/microsoft-365'],
                ['Windows', 'https://www.microsoft.com/en-us/windows'],
                ['Support', 'https://support.microsoft.com/'],
              ],
              foot: [
                ['Microsoft Developer', 'https://developer.microsoft.com/'],
                ['Documentation', 'https://learn.microsoft.com/docs/'],
                ['Azure', 'https://azure.microsoft.com/'],
              ],
            },
          ),
          ...shallow(
            'Microsoft',
            [['Home', 'https://www.microsoft.com/en-us/']],
            ['/en-us/microsoft-365', '/en-us/windows'],
          ),
          'GET /robots.txt': robots('User-agent: *\nDisallow: /en-us/search\n'),
        },
        otherwise: bare404('Microsoft'),
      },
      'developer.microsoft.com': {
        routes: {
          'GET /': redirect(302, 'https://developer.microsoft.com/en-us/'),
          'GET /en-us': plainPage(
            'Microsoft Developer',
            `<p>Build with <a href="${L}/graph/use-the-api">Microsoft Graph</a>: one endpoint, https://graph.microsoft.com.</p>`,
            { nav },
          ),
        },
        otherwise: bare404('Microsoft Developer'),
      },
      'learn.microsoft.com': {
        routes: {
          'GET /': redirect(301, `${L}/`),
          'GET /docs': redirect(301, `${L}/docs/`),
          'GET /en-us': docs('Microsoft Learn: Build skills that open doors', '<p>Documentation and training.</p>'),
          'GET /en-us/docs': docs('Technical documentation', '<p>Products.</p>'),
          'GET /en-us/entra/identity-platform': docs(
            'Microsoft identity platform documentation',
            '<p>OAuth 2.0 and OpenID Connect compliant. Flows: authorization code, client credentials, device code, on-behalf-of. Do not use the resource owner password credentials (ROPC) flow; implicit is not recommended.</p>',
          ),
          'GET /en-us/entra/identity-platform/v2-oauth2-auth-code-flow': docs(
            'Microsoft identity platform and OAuth 2.0 authorization code flow',
            `<p>Authorize at <code>https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize</code>; redeem at <code>/token</code>. {tenant} is common, organizations, consumers or a tenant id. PKCE recommended. Access tokens live 60 to 90 minutes; ask for offline_access to get a refresh token.</p>${pre('POST /common/oauth2/v2.0/token HTTP/1.1\nHost: https://login.microsoftonline.com\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=00001111-aaaa&scope=https%3A%2F%2Fgraph.microsoft.com%2Fmail.read&refresh_token=OAAABAAAAiL9&grant_type=refresh_token&client_secret=sampleCredentials')}`,
          ),
          'GET /en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow': docs(
            'OAuth 2.0 client credentials flow on the Microsoft identity platform',
            `<p>Server to server, no user. An administrator grants application permissions once.</p>${pre('POST /contoso.onmicrosoft.com/oauth2/v2.0/token HTTP/1.1\nHost: login.microsoftonline.com:443\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=00001111-aaaa&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_secret=sampleCredentials&grant_type=client_credentials')}<p>token_type Bearer, expires_in 3599.</p>`,
          ),
          'GET /en-us/entra/identity-platform/v2-oauth2-device-code': docs(
            'OAuth 2.0 device authorization grant',
            '<p>POST https://login.microsoftonline.com/{tenant}/oauth2/v2.0/devicecode with client_id and scope; poll the token endpoint with grant_type urn:ietf:params:oauth:grant-type:device_code.</p>',
          ),
          'GET /en-us/entra/identity-platform/quickstart-register-app': docs(
            'Quickstart: Register an app',
            '<p>Sign in to the Microsoft Entra admin center, App registrations, New registration; then Certificates &amp; secrets, New client secret. Copy the value. It is available at once.</p>',
          ),
          'GET /en-us/graph/use-the-api': docs(
            'Use the Microsoft Graph API',
            `<p>Resource: <code>https://graph.microsoft.com/v1.0/me</code>. Send the token:</p>${pre('GET https://graph.microsoft.com/v1.0/me\nAuthorization: Bearer {token}')}`,
          ),
          'GET /en-us/graph/permissions-reference': docs(
            'Microsoft Graph permissions reference',
            '<table><tr><td>User.Read</td><td>Sign in and read user profile</td></tr><tr><td>Mail.Send</td><td>Send mail as a user</td></tr></table>',
          ),
        },
        otherwise: bare404('Microsoft Learn'),
      },
      'login.microsoftonline.com': {
        headers: { 'x-ms-ests-server': '2.1.1 - WEULR1', 'cache-control': 'no-store, no-cache' },
        routes: {
          'GET /common/v2.0/.well-known/openid-configuration': json(200, oidc('common')),
          'GET /organizations/v2.0/.well-known/openid-configuration': json(200, oidc('organizations')),
          'GET /common/.well-known/openid-configuration': json(200, oidc('common')),
          'GET /common/discovery/v2.0/keys': json(200, { keys: [] }),
          'POST /:tenant/oauth2/v2.0/token': token,
          'POST /:tenant/oauth2/v2.0/devicecode': aad(
            400,
            'invalid_request',
            900144,
            "The request body must contain the following parameter: 'client_id'.",
          ),
          'GET /:tenant/oauth2/v2.0/authorize': shell('Sign in to your account'),
          'GET /': redirect(302, 'https://www.office.com/login'),
        },
        otherwise: { status: 404, headers: {}, body: '' },
      },
      'graph.microsoft.com': {
        routes: {
          'GET /v1.0/$metadata': xml(
            200,
            '<?xml version="1.0"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"></edmx:Edmx>',
          ),
          '/v1.0/*': graph,
          '/beta/*': graph,
          'GET /': json(400, { error: { code: 'BadRequest', message: 'Empty Path' } }),
        },
        otherwise: json(400, { error: { code: 'BadRequest', message: 'Invalid version.' } }),
      },
    },
    expect: expectation({
      apiBases: ['https://graph.microsoft.com'],
      tokenEndpoint: [
        `${T}/common/oauth2/v2.0/token`,
        `${T}/organizations/oauth2/v2.0/token`,
        `${T}/{tenant}/oauth2/v2.0/token`,
        `${T}/contoso.onmicrosoft.com/oauth2/v2.0/token`,
      ],
      flows: { authorization_code: 'yes', client_credentials: 'yes', device_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
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
      notJudged: ['password', 'implicit', 'manual-key-approval'],
    }),
    why: {
      'oauth-discovery': 'documents per tenant, nothing at the root',
      password: 'not judged: discouraged, but the endpoint knows it',
    },
  };
})();

const pinterest = ((): World => {
  const D = 'https://developers.pinterest.com';
  const nav = [
    ['Docs', `${D}/docs/getting-started/introduction/`],
    ['Connect app', `${D}/docs/getting-started/connect-app/`],
    ['Authentication', `${D}/docs/getting-started/set-up-authentication-and-authorization/`],
    ['API reference', `${D}/docs/api/v5/introduction/`],
    ['Access tiers', `${D}/docs/key-concepts/access-tiers/`],
    ['My apps', `${D}/apps/`],
  ] as const;
  const docs = manual(' | Pinterest Developers', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        code: 2,
        message: isBearer(r) ? 'Authentication failed.' : 'Authentication failed. No valid access token found.',
      },
      { 'x-pinterest-rid': fresh() },
    );
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    return !hasClient(r)
      ? json(401, { code: 2, message: 'Authentication failed.' })
      : !g
        ? json(400, { code: 1, message: "Missing required parameter 'grant_type'" })
        : json(401, { code: 2, message: 'Authentication failed.' });
  };
  return {
    id: 'pinterest',
    kind: 'provider',
    title: 'Trial access after a review; a token endpoint with errors of its own; description on GitHub',
    target: 'https://www.pinterest.com',
    dated: '2026-10',
    sources: ['developers.pinterest.com/docs', 'github.com/pinterest/api-description'],
    hosts: {
      'pinterest.com': aliasOf('https://www.pinterest.com', 308),
      'www.pinterest.com': {
        headers: { 'x-pinterest-rid': '1' },
        routes: {
          'GET /': plainPage(
            'Pinterest',
            '<p>Discover recipes, home ideas, style inspiration and other ideas to try.</p>',
            {
              nav: [
                ['About', 'https://about.pinterest.com/'],
                ['Business', 'https://business.pinterest.com/'],
                ['Log in', 'https://www.pinterest.com/login/'],
                ['Sign up', 'https://www.pinterest.com/signup/'],
              ],
              foot: [
                ['Developers', `${D}/`],
                ['Terms', 'https://policy.pinterest.com/terms-of-service'],
              ],
            },
          ),
          'GET /robots.txt': robots('User-agent: *\nAllow: /\n'),
          'GET /oauth': shell('Pinterest'),
          'GET *': shell('Pinterest'),
        },
      },
      'developers.pinterest.com': {
        routes: {
          'GET /': docs(
            'Pinterest Developers',
            '<p>Build with the Pinterest API. <a href="/docs/getting-started/introduction/">Get started</a></p>',
          ),
          'GET /docs/getting-started/introduction': docs(
            'Introduction',
            '<p>API v5 is a REST API at <code>https://api.pinterest.com/v5</code>.</p>',
          ),
          'GET /docs/getting-started/connect-app': docs(
            'Connect app',
            '<p>Sign in with a business account, open My apps, Connect app, fill in the form and submit your request. We review each request for trial access by hand; you are notified by e-mail once it is approved, then the app id and secret key are shown.</p>',
          ),
          'GET /docs/getting-started/set-up-authentication-and-authorization': docs(
            'Set up authentication and authorization',
            `<p>OAuth 2.0. Send the user to <code>https://www.pinterest.com/oauth/?client_id={id}&redirect_uri={uri}&response_type=code&scope=boards:read,pins:read</code>. Exchange the code with Basic authentication:</p>${pre("curl -X POST https://api.pinterest.com/v5/oauth/token --header 'Authorization: Basic {base64 encoded string of client_id:client_secret}' --header 'Content-Type: application/x-www-form-urlencoded' --data-urlencode 'grant_type=authorization_code' --data-urlencode 'code={code}'")}<p>The access token lasts 30 days, the refresh token 60 days and is continuous; refresh with grant_type=refresh_token. grant_type=client_credentials gives a token for your own account.</p>${pre("curl https://api.pinterest.com/v5/user_account --header 'Authorization: Bearer {access_token}'")}`,
          ),
          'GET /docs/key-concepts/access-tiers': docs(
            'Access tiers',
            '<p>Trial access: apply; reviewed. Standard access: upgrade after a video demo of your integration.</p>',
          ),
          'GET /docs/api/v5/introduction': docs(
            'API reference',
            '<p>OpenAPI: <a href="https://github.com/pinterest/api-description">github.com/pinterest/api-description</a> (<a href="https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.json">openapi.json</a>).</p><table><tr><td>boards:read</td><td>See your public boards</td></tr><tr><td>pins:write</td><td>Create pins</td></tr></table>',
          ),
          'GET /apps': redirect(302, 'https://www.pinterest.com/login/?next=https://developers.pinterest.com/apps/'),
        },
        otherwise: bare404('Pinterest Developers'),
      },
      'api.pinterest.com': {
        routes: {
          'POST /v5/oauth/token': token,
          '/v5/boards*': refuse,
          '/v5/pins*': refuse,
          '/v5/user_account*': refuse,
          '/v5/ad_accounts*': refuse,
        },
        otherwise: json(404, { code: 50, message: 'Sorry! We could not find that endpoint.' }),
      },
      'raw.githubusercontent.com': {
        routes: {
          'GET /pinterest/api-description/main/v5/openapi.json': raw(
            openapi({
              title: 'Pinterest REST API',
              servers: ['https://api.pinterest.com/v5'],
              schemes: {
                pinterest_oauth2: {
                  type: 'oauth2',
                  flows: {
                    authorizationCode: {
                      authorizationUrl: 'https://www.pinterest.com/oauth/',
                      tokenUrl: 'https://api.pinterest.com/v5/oauth/token',
                      scopes: { 'boards:read': 'See boards', 'pins:read': 'See pins' },
                    },
                  },
                },
                client_credentials: {
                  type: 'oauth2',
                  flows: {
                    clientCredentials: {
                      tokenUrl: 'https://api.pinterest.com/v5/oauth/token',
                      scopes: { 'boards:read': 'See boards' },
                    },
                  },
                },
              },
              operations: ['get /boards', 'get /pins', 'get /user_account'],
            }),
          ),
        },
        otherwise: text(404, '404: Not Found'),
      },
    },
    expect: expectation({
      apiBases: ['https://api.pinterest.com'],
      tokenEndpoint: 'https://api.pinterest.com/v5/oauth/token',
      flows: { authorization_code: 'yes', client_credentials: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['fail', 'partial'],
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': 'present',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'manual-key-approval': 'trial access is reviewed by hand' },
  };
})();

const tiktok = ((): World => {
  const D = 'https://developers.tiktok.com';
  const nav = [
    ['Products', `${D}/products`],
    ['Docs', `${D}/doc/overview`],
    ['Login Kit for Web', `${D}/doc/login-kit-web`],
    ['Manage access tokens', `${D}/doc/oauth-user-access-token-management`],
    ['Client access tokens', `${D}/doc/client-access-token-management`],
    ['Scopes', `${D}/doc/tiktok-api-scopes`],
    ['Register your app', `${D}/doc/getting-started-create-an-app`],
  ] as const;
  const docs = manual(' - TikTok for Developers', nav);
  const refuse: Reply = (r) =>
    json(401, {
      data: {},
      error: {
        code: 'access_token_invalid',
        message: isBearer(r)
          ? 'The access token is invalid or not found in the request.'
          : 'The access token is invalid or not found in the request.',
        log_id: fresh(),
      },
    });
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    const log = { log_id: fresh() };
    return !parameter(r, 'client_key')
      ? failure(400, 'invalid_request', 'Client key is missing.', log)
      : !g
        ? failure(400, 'invalid_request', 'Grant type is missing.', log)
        : failure(401, 'invalid_client', 'Client key or secret is incorrect.', log);
  };
  return {
    id: 'tiktok',
    kind: 'provider',
    title: 'client_key for client_id; two kinds of token; apps are reviewed; the consumer front is an application',
    target: 'https://www.tiktok.com',
    dated: '2026-10',
    sources: ['developers.tiktok.com/doc'],
    hosts: {
      'tiktok.com': aliasOf('https://www.tiktok.com'),
      'www.tiktok.com': {
        routes: {
          'GET /robots.txt': robots('User-agent: *\nDisallow: /inapp\nDisallow: /auth\n'),
          'GET /v2/auth/authorize': shell('Log in | TikTok'),
          'GET *': shell('TikTok - Make Your Day', {
            end: `<footer><a href="${D}/">Developers</a><a href="https://www.tiktok.com/about">About</a></footer>`,
          }),
        },
      },
      'developers.tiktok.com': {
        routes: {
          'GET /': docs('TikTok for Developers', '<p>Create. Connect. <a href="/doc/overview">Read the docs</a></p>'),
          'GET /products': docs('Products', '<p>Login Kit, Share Kit, Content Posting API, Display API.</p>'),
          'GET /doc/overview': docs(
            'Overview',
            '<p>HTTPS endpoints at <code>https://open.tiktokapis.com/v2/</code>.</p>',
          ),
          'GET /doc/login-kit-web': docs(
            'Login Kit for Web',
            '<p>Redirect to <code>https://www.tiktok.com/v2/auth/authorize/</code> with client_key, scope, response_type=code, redirect_uri, state; PKCE for desktop and mobile.</p>',
          ),
          'GET /doc/oauth-user-access-token-management': docs(
            'Manage User Access Tokens with OAuth v2',
            `<p>POST <code>https://open.tiktokapis.com/v2/oauth/token/</code>, application/x-www-form-urlencoded.</p>${pre("curl --location --request POST 'https://open.tiktokapis.com/v2/oauth/token/' \\\n--header 'Content-Type: application/x-www-form-urlencoded' \\\n--data-urlencode 'client_key=CLIENT_KEY' \\\n--data-urlencode 'client_secret=CLIENT_SECRET' \\\n--data-urlencode 'code=CODE' \\\n--data-urlencode 'grant_type=authorization_code'")}<p>access_token valid 24 hours (expires_in 86400), refresh_token 365 days; refresh with grant_type=refresh_token.</p>`,
          ),
          'GET /doc/client-access-token-management': docs(
            'Manage Client Access Tokens',
            `<p>For research and commercial content APIs no user is involved.</p>${pre("curl -X POST 'https://open.tiktokapis.com/v2/oauth/token/' -d 'client_key=CLIENT_KEY' -d 'client_secret=CLIENT_SECRET' -d 'grant_type=client_credentials'")}<p>expires_in 7200; request another one. Use <code>Authorization: Bearer clt.example12345</code> with https://open.tiktokapis.com/v2/research/video/query/.</p>`,
          ),
          'GET /doc/tiktok-api-scopes': docs(
            'Scopes Reference',
            "<table><tr><td>user.info.basic</td><td>Read a user's profile info</td></tr><tr><td>video.list</td><td>Read a user's public videos</td></tr><tr><td>video.upload</td><td>Share content as a draft</td></tr></table>",
          ),
          'GET /doc/getting-started-create-an-app': docs(
            'Register Your App',
            '<p>Connect an app in the developer portal, add products and submit it for review. Our team reviews the submission; client key and secret can be used in production after approval. A sandbox can be used without review.</p>',
          ),
        },
        otherwise: bare404('TikTok for Developers'),
      },
      'open.tiktokapis.com': {
        headers: { server: 'nginx', 'x-tt-logid': '1' },
        routes: {
          'POST /v2/oauth/token': token,
          'POST /v2/oauth/revoke': failure(400, 'invalid_request', 'Client key is missing.'),
          '/v2/user/*': refuse,
          '/v2/video/*': refuse,
          '/v2/research/*': refuse,
          '/v2/post/*': refuse,
        },
        otherwise: text(404, 'Unsupported path(Janus)'),
      },
    },
    expect: expectation({
      apiBases: ['https://open.tiktokapis.com'],
      tokenEndpoint: 'https://open.tiktokapis.com/v2/oauth/token/',
      flows: { authorization_code: 'yes', client_credentials: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': ['present', 'unknown'],
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'self-service-keys': 'not judged: sandbox at once, production reviewed' },
  };
})();

const canva = ((): World => {
  const D = 'https://www.canva.dev/docs/connect';
  const nav = [
    ['Connect APIs', `${D}/`],
    ['Quickstart', `${D}/quickstart/`],
    ['Authentication', `${D}/authentication/`],
    ['Scopes', `${D}/appendix/scopes/`],
    ['API reference', `${D}/api-reference/`],
    ['MCP', `${D}/canva-mcp-server-setup/`],
    ['Developer portal', 'https://www.canva.com/developers/'],
  ] as const;
  const docs = manual(' - Canva Connect APIs Documentation', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      isBearer(r)
        ? { code: 'invalid_access_token', message: 'Access token is invalid' }
        : { code: 'missing_authorization', message: 'Missing Authorization header' },
      { 'cf-ray': `${fresh()}-FRA` },
    );
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    return !hasClient(r)
      ? json(401, { code: 'invalid_client', message: 'Client authentication is required' })
      : !g
        ? json(400, { code: 'invalid_field', message: "'grant_type' must not be null" })
        : !['authorization_code', 'refresh_token'].includes(g)
          ? json(400, { error: 'unsupported_grant_type', error_description: 'Unsupported grant type' })
          : json(401, { code: 'invalid_client', message: 'Client not found' });
  };
  return {
    id: 'canva',
    kind: 'provider',
    title: 'Authorization code with PKCE and nothing else; description beside the docs; MCP',
    target: 'https://www.canva.com',
    dated: '2026-10',
    sources: ['canva.dev/docs/connect/authentication'],
    hosts: {
      'canva.com': aliasOf('https://www.canva.com'),
      'canva.dev': aliasOf('https://www.canva.dev', 308),
      'www.canva.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('Canva: Visual Suite for Everyone', '<p>What will you design today?</p>', {
            nav: [
              ['Design', 'https://www.canva.com/create/'],
              ['Pricing', 'https://www.canva.com/pricing/'],
              ['Log in', 'https://www.canva.com/login/'],
              ['Sign up', 'https://www.canva.com/signup/'],
            ],
            foot: [
              ['Developers', 'https://www.canva.dev/'],
              ['Status', 'https://www.canvastatus.com/'],
            ],
          }),
          ...shallow('Canva', [['Home', 'https://www.canva.com/']], ['/create', '/pricing']),
          'GET /login': shell('Log in - Canva'),
          'GET /signup': shell('Sign up - Canva'),
          'GET /developers*': redirect(302, 'https://www.canva.com/login/?redirect=%2Fdevelopers'),
          'GET /api/oauth/authorize': html(400, '<html><body>Missing client_id</body></html>'),
          'GET /robots.txt': robots('User-agent: *\nDisallow: /_ajax/\n'),
        },
        otherwise: bare404('Canva'),
      },
      'www.canva.dev': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage(
            'Canva Developers',
            '<p>Apps SDK and Connect APIs. <a href="/docs/connect/">Connect APIs</a></p>',
            { nav },
          ),
          'GET /docs/connect': docs(
            'Canva Connect APIs',
            '<p>Build your own integration with Canva; REST at https://api.canva.com/rest/v1.</p>',
          ),
          'GET /docs/connect/quickstart': docs(
            'Quickstart',
            '<p>Turn on multi-factor authentication, open your integrations in the Developer Portal, Create an integration, choose Private or Public, generate a secret, set scopes and redirect URLs. Public integrations are reviewed before release; yours works at once.</p>',
          ),
          'GET /docs/connect/authentication': docs(
            'Authentication',
            `<p>The Connect APIs use OAuth 2.0 Authorization Code flow with Proof Key for Code Exchange (PKCE, SHA-256). All requests act for a user, who signs in and consents in the browser: <code>https://www.canva.com/api/oauth/authorize?code_challenge_method=s256&response_type=code&client_id=…</code>. Other grants are not supported; there are no API keys.</p>${pre("curl --request POST 'https://api.canva.com/rest/v1/oauth/token' --header 'Authorization: Basic {credentials}' --header 'Content-Type: application/x-www-form-urlencoded' --data-urlencode 'grant_type=authorization_code' --data-urlencode 'code_verifier=…' --data-urlencode 'code=…'")}<p>Access tokens are valid for 4 hours (expires_in 14400). Use the refresh token (grant_type=refresh_token) for a new pair; each can be used once.</p>${pre("curl 'https://api.canva.com/rest/v1/users/me' --header 'Authorization: Bearer {token}'")}`,
          ),
          'GET /docs/connect/appendix/scopes': docs(
            'Scopes',
            '<table><tr><td>asset:read</td><td>View assets</td></tr><tr><td>design:content:write</td><td>Create designs</td></tr></table>',
          ),
          'GET /docs/connect/api-reference': docs(
            'API reference',
            '<p>Base URL https://api.canva.com/rest. <a href="https://www.canva.dev/sources/connect/api/latest/api.yml">OpenAPI specification</a></p>',
          ),
          'GET /docs/connect/canva-mcp-server-setup': docs(
            'Canva MCP Server',
            '<p>Remote server: <code>https://mcp.canva.com/mcp</code>; sign in with OAuth.</p>',
          ),
          'GET /llms.txt': text(
            200,
            `# Canva Developers\n\n## Connect\n- [Authentication](${D}/authentication.md)\n- [Scopes](${D}/appendix/scopes.md)\n`,
          ),
          'GET /docs/*.md': stubTwin('Canva', 'https://www.canva.dev/llms.txt'),
          'GET /sources/connect/api/latest/api.yml': text(
            200,
            'openapi: 3.0.0\ninfo:\n  title: Canva Connect API\n  version: latest\nservers:\n  - url: https://api.canva.com/rest\npaths:\n  /v1/users/me:\n    get:\n      operationId: usersMe\n      security:\n        - oauthAuthCode: []\n      responses:\n        "200":\n          description: OK\n  /v1/designs:\n    get:\n      operationId: listDesigns\n      security:\n        - oauthAuthCode:\n            - design:meta:read\n      responses:\n        "200":\n          description: OK\ncomponents:\n  securitySchemes:\n    oauthAuthCode:\n      type: oauth2\n      flows:\n        authorizationCode:\n          authorizationUrl: https://www.canva.com/api/oauth/authorize\n          tokenUrl: https://api.canva.com/rest/v1/oauth/token\n          scopes:\n            design:meta:read: Read design metadata\n            asset:read: Read assets\n',
            { 'content-type': 'text/yaml' },
          ),
        },
        otherwise: bare404('Canva Developers'),
      },
      'api.canva.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'POST /rest/v1/oauth/token': token,
          '/rest/v1/users/*': refuse,
          '/rest/v1/designs*': refuse,
          '/rest/v1/assets*': refuse,
        },
        otherwise: json(404, { code: 'endpoint_not_found', message: 'Endpoint not found' }),
      },
      'mcp.canva.com': mcpSite('https://mcp.canva.com', { scopes: ['design:meta:read', 'asset:read'] }),
      'www.canvastatus.com': statusHost('Canva'),
    },
    expect: expectation({
      apiBases: ['https://api.canva.com'],
      tokenEndpoint: ['https://api.canva.com/rest/v1/oauth/token', 'https://mcp.canva.com/token'],
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'present',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'oauth-discovery': 'not judged: only the MCP host publishes metadata',
      'browser-only-oauth': 'the manual says that a user signs in in the browser and that nothing else exists',
    },
  };
})();

const auth0 = ((): World => {
  const D = 'https://auth0.com/docs';
  const nav = [
    ['Docs', D],
    ['Authentication API', `${D}/api/authentication`],
    ['Management API', `${D}/api/management/v2`],
    ['Client credentials flow', `${D}/get-started/authentication-and-authorization-flow/client-credentials-flow`],
    ['Device flow', `${D}/get-started/authentication-and-authorization-flow/device-authorization-flow`],
    ['Management API tokens', `${D}/secure/tokens/access-tokens/management-api-access-tokens`],
    ['Refresh tokens', `${D}/secure/tokens/refresh-tokens`],
  ] as const;
  const docs = manual(' - Auth0 Docs', nav);
  const T = 'https://auth0.auth0.com';
  const refuse: Reply = (r) =>
    json(401, {
      statusCode: 401,
      error: 'Unauthorized',
      message: isBearer(r) ? 'Invalid token' : 'Missing authentication',
      attributes: { error: isBearer(r) ? 'Invalid token' : 'Missing authentication' },
    });
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    return !g
      ? failure(403, 'unauthorized_client', 'Missing required parameter: grant_type')
      : !parameter(r, 'client_id')
        ? failure(401, 'access_denied', 'Unauthorized')
        : g === 'client_credentials' || g === 'authorization_code' || g === 'refresh_token' || g === 'password'
          ? failure(401, 'access_denied', 'Unauthorized')
          : failure(403, 'unauthorized_client', `Unsupported grant type: ${g}`);
  };
  return {
    id: 'auth0',
    kind: 'provider',
    title: 'An identity service whose manual names a placeholder tenant; its own tenant is live',
    target: 'https://auth0.com',
    dated: '2026-10',
    sources: ['auth0.com/docs/api', 'auth0.auth0.com/.well-known/openid-configuration'],
    hosts: {
      'www.auth0.com': aliasOf('https://auth0.com'),
      'auth0.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage(
            'Auth0: Secure access for everyone. But not just anyone.',
            '<p>Rapidly integrate authentication and authorization.</p>',
            {
              nav: [
                ['Developers', 'https://developer.auth0.com/'],
                ['Documentation', D],
                ['Pricing', 'https://auth0.com/pricing'],
                ['Login', 'https://auth0.com/api/auth/login?redirectTo=dashboard'],
                ['Sign up', 'https://auth0.com/signup'],
              ],
            },
          ),
          ...shallow('Auth0', nav, ['/pricing']),
          'GET /signup': shell('Sign up | Auth0'),
          'GET /api/auth/login': redirect(
            302,
            `${T}/authorize?client_id=zEYfpoFzUMEzilhkHilcWoNkrFfJ3hAI&response_type=code`,
          ),
          'GET /robots.txt': robots(),
          'GET /docs': docs('Auth0 Docs', '<p>Get started, authenticate, manage users.</p>'),
          'GET /docs/api/authentication': docs(
            'Authentication API',
            `<p>Base URL: <code>https://{yourDomain}</code>. Get token: POST https://{yourDomain}/oauth/token with grant_type authorization_code, client_credentials, password, refresh_token or urn:ietf:params:oauth:grant-type:device_code.</p>${pre("curl --request POST \\\n  --url 'https://{yourDomain}/oauth/token' \\\n  --header 'content-type: application/x-www-form-urlencoded' \\\n  --data 'grant_type=client_credentials&client_id={yourClientId}&client_secret=YOUR_CLIENT_SECRET&audience=YOUR_API_IDENTIFIER'")}<p>Every tenant publishes <code>https://{yourDomain}/.well-known/openid-configuration</code>.</p>`,
          ),
          'GET /docs/api/management/v2': docs(
            'Auth0 Management API',
            `<p>Base URL: <code>https://{yourDomain}/api/v2</code>. Send <code>Authorization: Bearer {mgmtApiAccessToken}</code>. A request without a token gets 401 with a JSON body.</p>`,
          ),
          'GET /docs/get-started/authentication-and-authorization-flow/client-credentials-flow': docs(
            'Client Credentials Flow',
            '<p>Machine-to-machine apps exchange client ID and client secret for an access token at /oauth/token.</p>',
          ),
          'GET /docs/get-started/authentication-and-authorization-flow/device-authorization-flow': docs(
            'Device Authorization Flow',
            '<p>POST https://{yourDomain}/oauth/device/code, then poll /oauth/token.</p>',
          ),
          'GET /docs/secure/tokens/access-tokens/management-api-access-tokens': docs(
            'Management API Access Tokens',
            '<p>Create a Machine-to-Machine application in the Dashboard, authorize it for the Management API and choose scopes (read:users, update:clients). Tokens expire after 24 hours (86400 s); request a new one with client credentials.</p>',
          ),
          'GET /docs/secure/tokens/refresh-tokens': docs(
            'Refresh Tokens',
            '<p>Ask for offline_access; exchange at /oauth/token with grant_type=refresh_token. Rotation is optional.</p>',
          ),
          'GET /docs/llms.txt': text(
            200,
            `# Auth0\n\n- [Authentication API](${D}/api/authentication.md)\n- [Management API](${D}/api/management/v2.md)\n`,
          ),
          'GET /docs/*.md': markdown('# Auth0\n\nPage not available in Markdown.\n'),
        },
        otherwise: bare404('Auth0'),
      },
      'developer.auth0.com': {
        routes: { 'GET /': plainPage('Auth0 Developer Center', '<p>Guides and code samples.</p>', { nav }) },
        otherwise: bare404('Auth0 Developer Center'),
      },
      'auth0.auth0.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /.well-known/openid-configuration': json(200, {
            issuer: `${T}/`,
            authorization_endpoint: `${T}/authorize`,
            token_endpoint: `${T}/oauth/token`,
            device_authorization_endpoint: `${T}/oauth/device/code`,
            userinfo_endpoint: `${T}/userinfo`,
            mfa_challenge_endpoint: `${T}/mfa/challenge`,
            jwks_uri: `${T}/.well-known/jwks.json`,
            registration_endpoint: `${T}/oidc/register`,
            revocation_endpoint: `${T}/oauth/revoke`,
            scopes_supported: ['openid', 'profile', 'offline_access', 'email'],
            response_types_supported: [
              'code',
              'token',
              'id_token',
              'code token',
              'code id_token',
              'token id_token',
              'code token id_token',
            ],
            code_challenge_methods_supported: ['S256', 'plain'],
            response_modes_supported: ['query', 'fragment', 'form_post'],
            subject_types_supported: ['public'],
            token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
            claims_supported: ['aud', 'sub'],
            request_uri_parameter_supported: false,
          }),
          'GET /.well-known/jwks.json': json(200, { keys: [] }),
          'POST /oauth/token': token,
          'POST /oidc/register': json(404, {
            statusCode: 404,
            error: 'Not Found',
            message: 'Dynamic client registration is not enabled',
          }),
          '/api/v2/*': refuse,
          '/userinfo': text(401, 'Unauthorized', { 'www-authenticate': 'Bearer realm="Users", error="invalid_token"' }),
          'GET /authorize': redirect(302, `${T}/u/login`),
          'GET /u/login': shell('Log in | Auth0'),
        },
        otherwise: text(404, 'Not found'),
      },
    },
    expect: expectation({
      tokenEndpoint: [`${T}/oauth/token`, 'https://{yourDomain}/oauth/token', null],
      flows: {
        authorization_code: 'yes',
        client_credentials: 'yes',
        device_code: ['yes', 'unknown'],
        refresh_token: 'yes',
      },
      signals: {
        'bearer-token': ['pass', 'partial'],
        'client-credentials': ['pass', 'partial'],
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': ['absent', 'unknown'],
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['password', 'implicit'],
    }),
    why: { apiBases: 'not judged: every tenant has its own; the live tenant is known only from the sign-in link' },
  };
})();

const netlify = ((): World => {
  const D = 'https://docs.netlify.com';
  const nav = [
    ['Docs', `${D}/`],
    ['Get started with the API', `${D}/api-and-cli-guides/api-guides/get-started-with-api/`],
    ['CLI', `${D}/api-and-cli-guides/cli-guides/get-started-with-cli/`],
    ['MCP server', `${D}/build/build-with-ai/netlify-mcp-server/`],
    ['API reference', 'https://open-api.netlify.com/'],
    ['Log in', 'https://app.netlify.com/login'],
  ] as const;
  const docs = manual(' | Netlify Docs', nav);
  const refuse: Reply = json(401, { code: 401, message: 'Access Denied' });
  return {
    id: 'netlify',
    kind: 'provider',
    title: 'Personal access tokens, OAuth for apps, Swagger 2 on GitHub',
    target: 'https://netlify.com',
    dated: '2026-10',
    sources: ['docs.netlify.com/api', 'github.com/netlify/open-api'],
    hosts: {
      'netlify.com': aliasOf('https://www.netlify.com'),
      'www.netlify.com': {
        headers: { server: 'Netlify' },
        routes: {
          'GET /': plainPage(
            'Scale & Ship Faster with a Composable Web Architecture | Netlify',
            '<p>Push your ideas to the web.</p>',
            {
              nav: [
                ['Platform', 'https://www.netlify.com/platform/'],
                ['Docs', `${D}/`],
                ['Pricing', 'https://www.netlify.com/pricing/'],
                ['Log in', 'https://app.netlify.com/login'],
                ['Sign up', 'https://app.netlify.com/signup'],
              ],
              foot: [['Status', 'https://www.netlifystatus.com/']],
            },
          ),
          ...shallow('Netlify', nav, ['/platform', '/pricing']),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Netlify'),
      },
      'docs.netlify.com': {
        headers: { server: 'Netlify' },
        routes: {
          'GET /': docs('Welcome to Netlify Docs', '<p>Deploy and manage sites.</p>'),
          'GET /api-and-cli-guides/api-guides/get-started-with-api': docs(
            'Get started with the Netlify API',
            `<p>REST API; all endpoints are under <code>https://api.netlify.com/api/v1/</code>; HTTPS; JSON. Use OAuth2 if you make a public integration: <code>https://app.netlify.com/authorize?client_id=YOUR_CLIENT_ID&response_type=token&redirect_uri=…</code>, register the app in your user settings. For your own scripts generate a personal access token: User settings &gt; Applications &gt; New access token; choose an expiration date.</p>${pre('curl -H "User-Agent: MyApp (YOUR_NAME@EXAMPLE.COM)" -H "Authorization: Bearer YOUR_OAUTH2_ACCESS_TOKEN" https://api.netlify.com/api/v1/sites')}<p>Rate limit 500 requests per minute. API reference: <a href="https://open-api.netlify.com/">open-api.netlify.com</a>; <a href="https://raw.githubusercontent.com/netlify/open-api/master/swagger.yml">swagger.yml</a>.</p>`,
          ),
          'GET /api-and-cli-guides/cli-guides/get-started-with-cli': docs(
            'Get started with Netlify CLI',
            '<p>netlify login opens a browser window; in CI set NETLIFY_AUTH_TOKEN.</p>',
          ),
          'GET /build/build-with-ai/netlify-mcp-server': docs(
            'Netlify MCP Server',
            '<p><code>https://netlify-mcp.netlify.app/mcp</code></p>',
          ),
          'GET /llms.txt': text(
            200,
            `# Netlify\n\n- [API](${D}/api-and-cli-guides/api-guides/get-started-with-api.md)\n`,
          ),
        },
        otherwise: bare404('Netlify Docs'),
      },
      'open-api.netlify.com': {
        routes: {
          'GET /': html(
            200,
            '<!DOCTYPE html><html><head><title>Netlify API documentation</title></head><body><div id="redoc" data-spec-url="https://raw.githubusercontent.com/netlify/open-api/master/swagger.yml"></div></body></html>',
          ),
        },
        otherwise: bare404('Netlify API'),
      },
      'raw.githubusercontent.com': {
        routes: {
          'GET /netlify/open-api/master/swagger.yml': text(
            200,
            "swagger: '2.0'\ninfo:\n  version: 2.35.0\n  title: Netlify's API documentation\nsecurityDefinitions:\n  netlifyAuth:\n    type: oauth2\n    flow: implicit\n    authorizationUrl: https://app.netlify.com/authorize\nsecurity:\n  - netlifyAuth: []\nconsumes:\n  - application/json\nproduces:\n  - application/json\nschemes:\n  - https\nhost: api.netlify.com\nbasePath: /api/v1\npaths:\n  /sites:\n    get:\n      operationId: listSites\n      responses:\n        '200':\n          description: OK\n  /user:\n    get:\n      operationId: getCurrentUser\n      responses:\n        '200':\n          description: OK\n",
          ),
        },
        otherwise: text(404, '404: Not Found'),
      },
      'app.netlify.com': { headers: { server: 'Netlify' }, routes: { 'GET *': shell('Netlify') } },
      'api.netlify.com': {
        headers: { server: 'Netlify' },
        routes: {
          '/api/v1/sites*': refuse,
          '/api/v1/user*': refuse,
          '/api/v1/accounts*': refuse,
          '/api/v1/dns_zones*': refuse,
          'POST /oauth/token': (r) =>
            hasClient(r)
              ? failure(
                  401,
                  'invalid_client',
                  'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
                )
              : failure(400, 'invalid_request', 'Missing required parameter: grant_type.'),
        },
        otherwise: json(404, { code: 404, message: 'Not Found' }),
      },
      'netlify-mcp.netlify.app': mcpSite('https://netlify-mcp.netlify.app'),
      'www.netlifystatus.com': statusHost('Netlify'),
    },
    expect: expectation({
      apiBases: ['https://api.netlify.com'],
      tokenEndpoint: ['https://api.netlify.com/oauth/token', 'https://netlify-mcp.netlify.app/token', null],
      flows: { implicit: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['authorization_code', 'refresh_token', 'token-rotation-without-refresh'],
    }),
    why: { 'token-rotation-without-refresh': 'not judged: personal tokens end on the chosen day' },
  };
})();

const mistral = ((): World => {
  const D = 'https://docs.mistral.ai';
  const nav = [
    ['Docs', `${D}/`],
    ['Quickstart', `${D}/getting-started/quickstart`],
    ['API reference', `${D}/api`],
    ['Studio', 'https://console.mistral.ai/'],
    ['Cookbooks', `${D}/cookbooks`],
    ['Pricing', 'https://mistral.ai/pricing'],
  ] as const;
  const docs = manual(' | Mistral Docs', nav);
  const refuse: Reply = json(
    401,
    { detail: 'Unauthorized' },
    { 'x-kong-request-id': fresh(), 'mistral-correlation-id': fresh(), 'www-authenticate': 'Bearer' },
  );
  return {
    id: 'mistral',
    kind: 'provider',
    title: 'Bearer API keys, description beside the docs, console as an application',
    target: 'mistral.ai',
    dated: '2026-10',
    sources: ['docs.mistral.ai'],
    hosts: {
      'www.mistral.ai': aliasOf('https://mistral.ai', 308),
      'mistral.ai': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': plainPage(
            'Frontier AI LLMs, assistants, agents, services | Mistral AI',
            '<p>Take control of your AI.</p>',
            {
              nav: [
                ['Products', 'https://mistral.ai/products'],
                ['Docs', `${D}/`],
                ['Pricing', 'https://mistral.ai/pricing'],
                ['Try the API', 'https://console.mistral.ai/'],
                ['Contact sales', 'https://mistral.ai/contact'],
              ],
              foot: [['Status', 'https://status.mistral.ai/']],
            },
          ),
          ...shallow('Mistral AI', nav, ['/products', '/pricing', '/contact']),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Mistral AI'),
      },
      'docs.mistral.ai': {
        routes: {
          'GET /': docs('Mistral Docs', '<p>Models, agents, fine-tuning.</p>'),
          'GET /cookbooks': docs('Cookbooks', '<p>Notebooks.</p>'),
          'GET /getting-started/quickstart': docs(
            'Quickstart',
            `<p>Create a Mistral account or sign in, choose a plan (Experiment is free), open <a href="https://console.mistral.ai/api-keys">API Keys</a>, Create new key; name, expiration date optional, workspace. Copy it: it is shown once.</p>${pre('curl --location "https://api.mistral.ai/v1/chat/completions" \\\n     --header \'Content-Type: application/json\' \\\n     --header "Authorization: Bearer $MISTRAL_API_KEY" \\\n     --data \'{"model": "mistral-large-latest", "messages": [{"role": "user", "content": "Who?"}]}\'')}`,
          ),
          'GET /api': docs(
            'API Specs',
            '<p>Server: https://api.mistral.ai. Security: ApiKey, HTTP bearer. <a href="/openapi.yaml">Download OpenAPI</a>. Tokens are counted per request; max_tokens limits the answer.</p>',
          ),
          'GET /openapi.yaml': text(
            200,
            'openapi: 3.1.0\ninfo:\n  title: Mistral AI API\n  version: 1.0.0\nservers:\n  - url: https://api.mistral.ai\n    description: Production server\nsecurity:\n  - ApiKey: []\npaths:\n  /v1/models:\n    get:\n      operationId: list_models\n      responses:\n        "200":\n          description: OK\n  /v1/files:\n    get:\n      operationId: list_files\n      responses:\n        "200":\n          description: OK\ncomponents:\n  securitySchemes:\n    ApiKey:\n      type: http\n      scheme: bearer\n',
          ),
          'GET /llms.txt': text(
            200,
            `# Mistral AI\n\n- [Quickstart](${D}/getting-started/quickstart.md)\n- [API](${D}/api.md)\n`,
          ),
        },
        otherwise: bare404('Mistral Docs'),
      },
      'console.mistral.ai': { routes: { 'GET *': shell('Mistral AI Studio') } },
      'api.mistral.ai': {
        headers: { server: 'cloudflare' },
        routes: { '/v1/*': refuse },
        otherwise: json(404, { message: 'no Route matched with those values', request_id: fresh() }),
      },
      'status.mistral.ai': statusHost('Mistral AI'),
    },
    expect: expectation({
      apiBases: ['https://api.mistral.ai'],
      tokenEndpoint: null,
      flows: {},
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['n/a', 'partial', 'unknown'],
        'scope-restriction': [...noCredit, 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': ['absent', 'unknown'], 'session-cookie-only': 'absent' },
      notJudged: ['token-rotation-without-refresh'],
    }),
    why: { 'token-rotation-without-refresh': 'not judged: an end date is optional' },
  };
})();

const amazon = ((): World => {
  const D = 'https://developer-docs.amazon.com/sp-api';
  const nav = [
    ['Docs', `${D}/docs/welcome`],
    ['Register as a developer', `${D}/docs/sp-api-registration-overview`],
    ['Authorization', `${D}/docs/authorizing-selling-partner-api-applications`],
    ['Connecting to the SP-API', `${D}/docs/connecting-to-the-selling-partner-api`],
    ['Grantless operations', `${D}/docs/grantless-operations`],
    ['Endpoints', `${D}/docs/sp-api-endpoints`],
    ['Roles', `${D}/docs/roles-in-the-selling-partner-api`],
  ] as const;
  const docs = manual(' - Selling Partner API', nav);
  const sp: Reply = (r) =>
    r.headers['x-amz-access-token']
      ? json(403, {
          errors: [
            {
              message: 'Access to requested resource is denied.',
              code: 'Unauthorized',
              details: 'The access token you provided is revoked, malformed or invalid.',
            },
          ],
        })
      : json(
          403,
          {
            errors: [
              {
                message: 'Access to requested resource is denied.',
                code: 'MissingToken',
                details: 'The access token is missing in the request header.',
              },
            ],
          },
          { 'x-amzn-errortype': 'AccessDeniedException' },
        );
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    return !g
      ? failure(400, 'invalid_request', 'The request is missing a required parameter : grant_type', {
          request_id: fresh(),
        })
      : !['authorization_code', 'refresh_token', 'client_credentials', 'device_code'].includes(g)
        ? failure(
            400,
            'unsupported_grant_type',
            'The authorization grant type is not supported by the authorization server',
            { request_id: fresh() },
          )
        : !hasClient(r)
          ? failure(400, 'invalid_request', 'The request is missing a required parameter : client_id', {
              request_id: fresh(),
            })
          : failure(401, 'invalid_client', 'Client authentication failed', { request_id: fresh() });
  };
  return {
    id: 'amazon-sp',
    kind: 'provider',
    title: 'Login with Amazon for the Selling Partner API: own token field, 403 instead of 401, developers are vetted',
    target: 'https://developer-docs.amazon.com/sp-api',
    dated: '2026-10',
    sources: ['developer-docs.amazon.com/sp-api', 'developer.amazon.com/docs/login-with-amazon'],
    hosts: {
      'developer-docs.amazon.com': {
        routes: {
          'GET /sp-api': redirect(302, `${D}/docs/welcome`),
          'GET /': redirect(302, `${D}/docs/welcome`),
          'GET /sp-api/docs/welcome': docs(
            'Welcome to the Selling Partner API',
            '<p>The SP-API is a REST-based API for Amazon selling partners.</p>',
          ),
          'GET /sp-api/docs/sp-api-registration-overview': docs(
            'Register as a developer',
            '<p>Complete the developer profile in Solution Provider Portal and request the roles that you need. Amazon reviews each developer profile; you cannot create credentials until it is approved, which can take several weeks.</p>',
          ),
          'GET /sp-api/docs/authorizing-selling-partner-api-applications': docs(
            'Authorize applications',
            '<p>The selling partner consents at https://sellercentral.amazon.com/apps/authorize/consent?application_id=…; exchange spapi_oauth_code for a refresh token. Private applications are self-authorized.</p>',
          ),
          'GET /sp-api/docs/connecting-to-the-selling-partner-api': docs(
            'Connect to the Selling Partner API',
            `<p>Step 1. Request a Login with Amazon access token.</p>${pre('POST /auth/o2/token HTTP/1.1\nHost: api.amazon.com\nContent-Type: application/x-www-form-urlencoded;charset=UTF-8\n\ngrant_type=refresh_token\n&refresh_token=Aztr|...\n&client_id=foodev\n&client_secret=Y76SDl2F')}<p>The access token expires one hour after issue (expires_in 3600). Step 2. Call with the header <code>x-amz-access-token: Atza|…</code>:</p>${pre('GET /fba/inbound/v0/shipments HTTP/1.1\nhost: sellingpartnerapi-na.amazon.com\nx-amz-access-token: Atza|IQEBLjAsAhRmHjNgHpi0U-Dme37rR6CuUpSREXAMPLE')}`,
          ),
          'GET /sp-api/docs/grantless-operations': docs(
            'Grantless operations',
            `<p>Operations that need no seller consent. Set grant_type=client_credentials and scope=sellingpartnerapi::notifications or sellingpartnerapi::migration.</p>${pre('curl -X POST https://api.amazon.com/auth/o2/token -d grant_type=client_credentials -d scope=sellingpartnerapi::notifications -d client_id=foodev -d client_secret=Y76SDl2F')}`,
          ),
          'GET /sp-api/docs/sp-api-endpoints': docs(
            'SP-API Endpoints',
            '<table><tr><td>North America</td><td>https://sellingpartnerapi-na.amazon.com</td></tr><tr><td>Europe</td><td>https://sellingpartnerapi-eu.amazon.com</td></tr><tr><td>Far East</td><td>https://sellingpartnerapi-fe.amazon.com</td></tr></table>',
          ),
          'GET /sp-api/docs/roles-in-the-selling-partner-api': docs(
            'Roles',
            '<p>Product Listing, Pricing, Buyer Communication; an application sees only the roles it was given.</p>',
          ),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Selling Partner API'),
      },
      'api.amazon.com': {
        headers: { 'x-amzn-requestid': fresh() },
        routes: {
          'POST /auth/o2/token': token,
          'GET /auth/o2/token': failure(400, 'invalid_request', 'Request must be POST'),
          '/user/profile': failure(
            400,
            'invalid_request',
            'The request is missing a required parameter : access_token',
          ),
        },
        otherwise: html(404, '<html><body>404</body></html>'),
      },
      ...Object.fromEntries(
        ['na', 'eu', 'fe'].map((r) => [`sellingpartnerapi-${r}.amazon.com`, { routes: {}, otherwise: sp }]),
      ),
    },
    expect: expectation({
      apiBases: [
        [
          'https://sellingpartnerapi-na.amazon.com',
          'https://sellingpartnerapi-eu.amazon.com',
          'https://sellingpartnerapi-fe.amazon.com',
        ],
      ],
      tokenEndpoint: 'https://api.amazon.com/auth/o2/token',
      flows: { authorization_code: ['yes', 'unknown'], client_credentials: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': ['partial', 'fail'],
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['fail', 'unknown'],
        'token-expiry': 'pass',
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': 'present',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['device_code'],
    }),
    why: {
      'structured-401': '403 with a JSON error for a missing token',
      'bearer-token': 'not judged: an access token in a field of its own',
    },
  };
})();

const etsy = ((): World => {
  const D = 'https://developers.etsy.com/documentation';
  const nav = [
    ['Documentation', `${D}/`],
    ['Authentication', `${D}/essentials/authentication`],
    ['Requests', `${D}/essentials/requests`],
    ['Rate limits', `${D}/essentials/rate-limits`],
    ['Reference', `${D}/reference`],
    ['Manage your apps', 'https://www.etsy.com/developers/your-apps'],
  ] as const;
  const docs = manual(' | Etsy Open API v3', nav);
  const refuse: Reply = (r) =>
    r.headers['x-api-key']
      ? json(403, { error: 'API key not found or not active, or incorrect shared secret for API key.' })
      : json(401, { error: 'Missing x-api-key header or client_id' });
  return {
    id: 'etsy',
    kind: 'provider',
    title: 'Key in a field plus OAuth code with PKCE; the shop front is walled; description on the front',
    target: 'https://developers.etsy.com',
    dated: '2026-10',
    sources: ['developers.etsy.com/documentation'],
    hosts: {
      'etsy.com': aliasOf('https://www.etsy.com'),
      'developer.etsy.com': aliasOf('https://developers.etsy.com'),
      'www.etsy.com': {
        routes: {
          'GET /openapi/generated/oas/3.0.0.json': json(
            200,
            openapi({
              title: 'Etsy Open API v3',
              servers: ['https://openapi.etsy.com'],
              schemes: {
                api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
                oauth2: {
                  type: 'oauth2',
                  flows: {
                    authorizationCode: {
                      authorizationUrl: 'https://www.etsy.com/oauth/connect',
                      tokenUrl: 'https://openapi.etsy.com/v3/public/oauth/token',
                      scopes: { listings_r: 'See listings', shops_r: 'See shops' },
                    },
                  },
                },
              },
              operations: [
                'get /v3/application/shops',
                'get /v3/application/listings/active',
                'get /v3/application/users/me',
              ],
              security: [{ api_key: [] }],
            }),
          ),
        },
        otherwise: () => datadomeWall(),
      },
      'developers.etsy.com': {
        routes: {
          'GET /': docs(
            'Etsy Open API v3',
            '<p>Build apps for Etsy sellers. Register a new app in Manage your apps; a new key shows as Pending Personal Approval until Etsy has reviewed it.</p>',
          ),
          'GET /documentation': docs('Introduction', '<p>REST, JSON; https://openapi.etsy.com/v3/application/.</p>'),
          'GET /documentation/essentials/authentication': docs(
            'Authentication',
            `<p>OAuth 2.0 authorization code grant, PKCE required. https://www.etsy.com/oauth/connect?response_type=code&client_id=…&scope=transactions_r%20transactions_w. Implicit, client credentials and password grants are not supported.</p>${pre('POST /v3/public/oauth/token HTTP/1.1\nHost: api.etsy.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&client_id=1aa2bb33c44d55eeeeee6fff&redirect_uri=https://www.example.com&code=bftcubu&code_verifier=vvkdl')}<p>access_token 3600 seconds, refresh_token 90 days (grant_type=refresh_token).</p>${pre("curl 'https://openapi.etsy.com/v3/application/users/me' -H 'x-api-key: 1aa2bb33c44d55eeeeee6fff:secret' -H 'Authorization: Bearer 12345678.jKBPLnOiYt7vpWlsny'")}<table><tr><td>listings_r</td><td>See all listing data</td></tr><tr><td>shops_w</td><td>Update a shop</td></tr></table>`,
          ),
          'GET /documentation/essentials/requests': docs('Request Standards', '<p>Every request needs x-api-key.</p>'),
          'GET /documentation/essentials/rate-limits': docs('Rate Limits', '<p>10 per second, 10,000 per day.</p>'),
          'GET /documentation/reference': docs(
            'API Reference',
            '<p><a href="https://www.etsy.com/openapi/generated/oas/3.0.0.json">OAS 3.0.0 JSON</a></p>',
          ),
        },
        otherwise: bare404('Etsy Open API v3'),
      },
      ...Object.fromEntries(
        ['openapi.etsy.com', 'api.etsy.com'].map((h) => [
          h,
          {
            routes: {
              'POST /v3/public/oauth/token': ((r) => {
                const g = parameter(r, 'grant_type');
                return !g || !['authorization_code', 'refresh_token', 'token_exchange'].includes(g)
                  ? failure(400, 'unsupported_grant_type', 'grant_type is missing or not supported')
                  : !parameter(r, 'client_id')
                    ? failure(400, 'invalid_request', 'client_id is required')
                    : failure(401, 'invalid_client', 'Client not found');
              }) satisfies Reply,
              '/v3/application/*': refuse,
            },
            otherwise: json(404, { error: 'Resource not found' }),
          },
        ]),
      ),
    },
    expect: expectation({
      apiBases: [['https://openapi.etsy.com', 'https://api.etsy.com']],
      tokenEndpoint: ['https://openapi.etsy.com/v3/public/oauth/token', 'https://api.etsy.com/v3/public/oauth/token'],
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['no', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': ['pass', 'partial'],
        'client-credentials': ['fail', 'unknown'],
        'oauth-discovery': noCredit,
        'self-service-keys': ['fail', 'partial', 'unknown'],
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'session-cookie-only': 'absent',
        'manual-key-approval': ['present', 'unknown'],
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['browser-only-oauth'],
    }),
    why: { 'browser-only-oauth': 'not judged: public data by key, the rest by consent' },
  };
})();

const yelp = ((): World => {
  const D = 'https://docs.developer.yelp.com/docs';
  const nav = [
    ['Docs', `${D}/places-intro`],
    ['Getting started', `${D}/fusion-intro`],
    ['Authentication', `${D}/fusion-authentication`],
    ['Rate limiting', `${D}/places-rate-limiting`],
    ['API reference', 'https://docs.developer.yelp.com/reference/v3_business_search'],
    ['Log in', 'https://www.yelp.com/login'],
  ] as const;
  const docs = manual(' - Yelp Developer', nav);
  const refuse: Reply = (r) =>
    isBearer(r)
      ? json(400, {
          error: {
            code: 'VALIDATION_ERROR',
            description: "'Bearer x' does not match '^(?i)Bearer [A-Za-z0-9\\\\-\\\\_]{128}$'",
            field: 'Authorization',
            instance: 'Bearer x',
          },
        })
      : json(401, {
          error: {
            code: 'TOKEN_MISSING',
            description: 'An access token must be supplied in order to use this endpoint.',
          },
        });
  return {
    id: 'yelp',
    kind: 'provider',
    title: 'Bearer keys at once; the consumer front is walled by DataDome',
    target: 'https://www.yelp.com/developers',
    dated: '2026-10',
    sources: ['docs.developer.yelp.com'],
    hosts: {
      'yelp.com': aliasOf('https://www.yelp.com'),
      'www.yelp.com': {
        routes: { 'GET /developers': redirect(301, 'https://business.yelp.com/data/') },
        otherwise: () => datadomeWall(),
      },
      'business.yelp.com': {
        routes: {
          'GET /data': plainPage('Yelp Data Licensing', '<p>Real-time access to Yelp content.</p>', {
            nav: [
              ['Docs', `${D}/places-intro`],
              ['Pricing', 'https://business.yelp.com/data/resources/pricing/'],
              ['Contact us', 'https://business.yelp.com/data/contact/'],
            ],
          }),
          ...shallow('Yelp', nav, ['/data/resources/pricing', '/data/contact']),
        },
        otherwise: bare404('Yelp for Business'),
      },
      'docs.developer.yelp.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': redirect(302, '/docs'),
          'GET /docs': redirect(302, '/docs/places-intro'),
          'GET /docs/places-intro': docs(
            'Yelp Places API',
            '<p>Search more than 240 million reviews; https://api.yelp.com/v3.</p>',
          ),
          'GET /docs/fusion-intro': docs(
            'Getting started',
            '<p>1. Create an app on the Manage App page: fill in the form and you get a Client ID and an API key at once. 2. Call the API. A 30-day trial with 5,000 calls is included; larger plans by sales.</p>',
          ),
          'GET /docs/fusion-authentication': docs(
            'Authentication',
            `<p>The API uses private API keys. Put the key in the request header as <code>Authorization: Bearer API_KEY</code>. Keys do not expire; regenerate it if it leaks. OAuth client credentials were used until 2018 and are gone.</p>${pre("curl --request GET --url 'https://api.yelp.com/v3/businesses/search?location=NYC&sort_by=best_match&limit=20' --header 'Authorization: Bearer API_KEY'")}`,
          ),
          'GET /docs/places-rate-limiting': docs('Rate limiting', '<p>Daily limit; 429 ACCESS_LIMIT_REACHED.</p>'),
          'GET /reference/v3_business_search': docs(
            'Search businesses',
            '<p>GET https://api.yelp.com/v3/businesses/search</p>',
          ),
        },
        otherwise: bare404('Yelp Developer'),
      },
      'api.yelp.com': {
        headers: { server: 'envoy' },
        routes: {
          '/v3/businesses*': refuse,
          '/v3/events*': refuse,
          '/v3/categories*': refuse,
          '/v3/autocomplete': refuse,
        },
        otherwise: json(404, { error: { code: 'NOT_FOUND', description: 'Resource could not be found.' } }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.yelp.com'],
      tokenEndpoint: null,
      flows: {},
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['n/a', 'partial', 'unknown'],
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'session-cookie-only': 'absent' },
    }),
    why: { client_credentials: 'named only as gone' },
  };
})();

const uber = ((): World => {
  const D = 'https://developer.uber.com/docs/riders';
  const nav = [
    ['Docs', `${D}/introduction`],
    ['Authentication', `${D}/guides/authentication/introduction`],
    ['Tokens', `${D}/guides/authentication/user-access-token`],
    ['Client credentials', `${D}/guides/authentication/client-credentials`],
    ['Scopes', `${D}/guides/scopes`],
    ['Dashboard', 'https://developer.uber.com/dashboard'],
  ] as const;
  const docs = manual(' - Uber Developers', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        message: isBearer(r) ? 'Invalid OAuth 2.0 credentials provided.' : 'No authentication provided.',
        code: 'unauthorized',
      },
      { 'www-authenticate': 'Bearer realm="uber"' },
    );
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    return !hasClient(r)
      ? failure(400, 'invalid_request', 'client_id is missing')
      : !g
        ? failure(400, 'invalid_request', 'grant_type is missing')
        : failure(401, 'invalid_client', 'Unknown client');
  };
  const auth = {
    headers: { server: 'ufe', 'x-frame-options': 'SAMEORIGIN' },
    routes: { 'POST /oauth/v2/token': token, 'GET /oauth/v2/authorize': shell('Uber'), 'GET /': shell('Uber') },
    otherwise: html(404, '<html><body>404 page not found</body></html>'),
  };
  return {
    id: 'uber',
    kind: 'provider',
    title: 'Code for riders, client credentials for business; privileged scopes need approval; two auth hosts',
    target: 'https://www.uber.com',
    dated: '2026-10',
    sources: ['developer.uber.com/docs'],
    hosts: {
      'uber.com': aliasOf('https://www.uber.com'),
      'www.uber.com': {
        headers: { server: 'ufe' },
        routes: {
          'GET /': redirect(302, 'https://www.uber.com/us/en/'),
          'GET /us/en': plainPage('Explore the Uber Platform | Uber United States', '<p>Go anywhere with Uber.</p>', {
            nav: [
              ['Ride', 'https://www.uber.com/us/en/ride/'],
              ['Business', 'https://www.uber.com/us/en/business/'],
              ['Log in', 'https://auth.uber.com/'],
            ],
            foot: [
              ['Developers', 'https://developer.uber.com/'],
              ['Privacy', 'https://www.uber.com/us/en/privacy/'],
            ],
          }),
          ...shallow('Uber', [], ['/us/en/ride', '/us/en/business', '/us/en/privacy']),
        },
        otherwise: bare404('Uber'),
      },
      'developer.uber.com': {
        routes: {
          'GET /': docs('Build with Uber', '<p>Riders, Drivers, Eats, Direct, Business.</p>'),
          'GET /dashboard': redirect(302, 'https://auth.uber.com/'),
          'GET /docs/riders/introduction': docs(
            'Introduction',
            '<p>Base URL <code>https://api.uber.com/v1.2</code>; sandbox <code>https://sandbox-api.uber.com/v1.2</code>. Create an app in the dashboard; client id and secret are shown immediately.</p>',
          ),
          'GET /docs/riders/guides/authentication/introduction': docs(
            'Authentication',
            '<p>OAuth 2.0. Authorization code for riders; client credentials for server calls that need no rider.</p>',
          ),
          'GET /docs/riders/guides/authentication/user-access-token': docs(
            'User access token',
            `<p>https://auth.uber.com/oauth/v2/authorize, response_type=code.</p>${pre('curl -F client_secret=<CLIENT_SECRET> -F client_id=<CLIENT_ID> -F grant_type=authorization_code -F redirect_uri=<URI> -F code=<CODE> https://auth.uber.com/oauth/v2/token')}<p>expires_in 2592000 (30 days); last step: grant_type=refresh_token.</p>${pre("curl -H 'Authorization: Bearer <TOKEN>' -H 'Accept-Language: en_US' 'https://api.uber.com/v1.2/me'")}`,
          ),
          'GET /docs/riders/guides/authentication/client-credentials': docs(
            'Client credentials',
            `<p>Valid 30 days; max 100 per hour.</p>${pre('curl -F client_id=<ID> -F client_secret=<SECRET> -F grant_type=client_credentials -F scope=business.receipts https://auth.uber.com/oauth/v2/token')}`,
          ),
          'GET /docs/riders/guides/scopes': docs(
            'Scopes',
            '<table><tr><td>profile</td><td>General</td></tr><tr><td>history</td><td>General</td></tr><tr><td>request</td><td>Privileged: request approval; works for the owner and developers of the app without</td></tr></table>',
          ),
        },
        otherwise: bare404('Uber Developers'),
      },
      'auth.uber.com': auth,
      'login.uber.com': auth,
      'api.uber.com': {
        headers: { server: 'ufe' },
        routes: { '/v1.2/*': refuse, '/v1/*': refuse },
        otherwise: json(404, { message: 'Not found', code: 'not_found' }),
      },
      'sandbox-api.uber.com': {
        routes: { '/v1.2/*': refuse },
        otherwise: json(404, { message: 'Not found', code: 'not_found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.uber.com'],
      tokenEndpoint: ['https://auth.uber.com/oauth/v2/token', 'https://login.uber.com/oauth/v2/token'],
      flows: { authorization_code: 'yes', client_credentials: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['manual-key-approval'],
    }),
    why: { 'manual-key-approval': 'not judged: privileged scopes only' },
  };
})();

export const fourthBigWorlds: readonly World[] = [
  google,
  microsoft,
  pinterest,
  tiktok,
  canva,
  auth0,
  netlify,
  mistral,
  amazon,
  etsy,
  yelp,
  uber,
];
