/** A second set of providers: Strava, Intuit, Mollie, Datadog, Meta, X, Mapbox, Sentry, FedEx, Intercom, Vercel, Hugging Face, monday.com, Mailchimp, CoinGecko. */
import { aliasOf, html, isBasic, isBearer, json, parameter, problem, redirect, text } from '../../lib/answers.ts';
import { mcpSite, metadata, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import {
  list,
  loginForm,
  notFoundPage,
  robots,
  sample,
  shell,
  signUpForm,
  site,
  stubs,
  table,
} from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, type World } from '../../lib/world.ts';

const strava = (() => {
  const docs = site({
    name: 'Strava Developers',
    nav: [
      ['Getting Started', 'https://developers.strava.com/docs/getting-started/'],
      ['Authentication', 'https://developers.strava.com/docs/authentication/'],
      ['Rate Limits', 'https://developers.strava.com/docs/rate-limits/'],
      ['Reference', 'https://developers.strava.com/docs/reference/'],
    ],
  });
  const world: World = {
    id: 'strava',
    kind: 'provider',
    title: 'Authorization code only, six-hour tokens with refresh',
    target: 'https://www.strava.com',
    dated: '2026-10',
    sources: ['developers.strava.com/docs/authentication'],
    hosts: {
      'strava.com': aliasOf('https://www.strava.com'),
      'www.strava.com': {
        headers: { via: '1.1 linkerd' },
        routes: {
          'GET /': site({
            name: 'Strava',
            nav: [
              ['Features', 'https://www.strava.com/features'],
              ['Log In', 'https://www.strava.com/login'],
            ],
            footer: [
              ['Developers', 'https://developers.strava.com/'],
              ['Careers', 'https://www.strava.com/careers'],
            ],
          })('Running, Cycling & Hiking App', '<p>Train, track and share.</p>'),
          ...stubs(site({ name: 'Strava' }), ['/features', '/careers']),
          'GET /login': site({ name: 'Strava' })('Log In', loginForm('/session')),
          'GET /settings/api': redirect(302, '/login'),
          'POST /oauth/token': tokenReply,
          'POST /api/v3/oauth/token': tokenReply,
          'GET /oauth/authorize': redirect(302, '/login'),
          '/api/v3/*': json(401, {
            message: 'Authorization Error',
            errors: [{ resource: 'Athlete', field: 'access_token', code: 'invalid' }],
          }),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Strava'),
      },
      'developers.strava.com': {
        routes: {
          'GET /': docs(
            'Strava Developers',
            '<p>Create an app with the <a href="/docs/getting-started/">V3 API</a>.</p>',
          ),
          'GET /docs/rate-limits/': docs(
            'Rate Limits',
            '<p>200 requests every 15 minutes. To raise your athlete capacity, submit your app for review.</p>',
          ),
          'GET /docs/reference/': docs(
            'API Reference',
            '<p>GET https://www.strava.com/api/v3/athlete, GET https://www.strava.com/api/v3/athlete/activities</p>',
          ),
          'GET /docs/getting-started/': docs(
            'Getting Started',
            `<p>Log in to Strava and go to <code>https://www.strava.com/settings/api</code> to create an app. You will see your Client ID, Client Secret, an access token that expires every six hours, and a refresh token.</p>${sample("curl -X GET https://www.strava.com/api/v3/athlete -H 'Authorization: Bearer YOURACCESSTOKEN'")}`,
          ),
          'GET /docs/authentication/': docs(
            'Authentication',
            `<p>Strava uses OAuth2 for authentication to the V3 API. OAuth allows external applications to request authorization to a user's private data without requiring their username and password. GET https://www.strava.com/oauth/authorize, then POST https://www.strava.com/oauth/token with grant_type=authorization_code.</p><p>Access tokens expire six hours after they are created; a refresh token is used to obtain new ones with <code>grant_type=refresh_token</code>.</p>${table(
              [
                ['read', 'public segments'],
                ['activity:read', 'activities'],
                ['activity:write', 'create activities'],
              ],
            )}`,
          ),
        },
        otherwise: notFoundPage('Strava Developers'),
      },
    },
    expect: expectation({
      apiBases: ['https://www.strava.com'],
      tokenEndpoint: ['https://www.strava.com/oauth/token', 'https://www.strava.com/api/v3/oauth/token'],
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'token-rotation-without-refresh': 'absent' },
      notJudged: ['browser-only-oauth'],
    }),
    why: { 'browser-only-oauth': 'not judged: the settings page shows a first token pair for the own account' },
  };
  return world;
})();
function tokenReply(request: Parameters<typeof isBasic>[0]) {
  return json(400, {
    message: 'Bad Request',
    errors: [
      { resource: 'Application', field: parameter(request, 'client_id') ? 'client_id' : 'client_id', code: 'invalid' },
    ],
  });
}

const intuit = (() => {
  const docs = site({
    name: 'Intuit Developer',
    nav: [
      ['Get started', 'https://developer.intuit.com/app/developer/qbo/docs/get-started'],
      [
        'OAuth 2.0',
        'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0',
      ],
      ['API Explorer', 'https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/account'],
    ],
  });
  const platform = 'https://oauth.platform.intuit.com';
  const oidc = {
    issuer: `${platform}/op/v1`,
    authorization_endpoint: 'https://appcenter.intuit.com/connect/oauth2',
    token_endpoint: `${platform}/oauth2/v1/tokens/bearer`,
    userinfo_endpoint: 'https://accounts.platform.intuit.com/v1/openid_connect/userinfo',
    revocation_endpoint: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
    jwks_uri: `${platform}/op/v1/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'email', 'profile', 'address', 'phone'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    claims_supported: ['aud', 'exp', 'iss', 'sub'],
  };
  const world: World = {
    id: 'quickbooks',
    kind: 'provider',
    title: 'Authorization code only; discovery document under a name of its own; XML by default',
    target: 'https://developer.intuit.com',
    dated: '2026-10',
    sources: ['developer.intuit.com OAuth 2.0 guide', 'developer.api.intuit.com/.well-known/openid_configuration'],
    hosts: {
      'developer.intuit.com': {
        routes: {
          'GET /': redirect(302, '/app/developer/homepage'),
          'GET /app/developer/homepage': docs('Build with Intuit', '<p>Apps for QuickBooks.</p>'),
          'GET /app/developer/qbo/docs/get-started': docs(
            'Get started',
            '<p>Sign up for a developer account, create an app, and get its Client ID and Client secret on the Keys &amp; credentials page. Sandbox keys work at once. Production keys require that you complete the app assessment questionnaire, which Intuit reviews.</p><p>Base URLs: https://sandbox-quickbooks.api.intuit.com and https://quickbooks.api.intuit.com</p>',
          ),
          'GET /app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0': docs(
            'Set up OAuth 2.0',
            `<p>The Intuit OAuth 2.0 flow is the authorization code flow: users sign in and grant your app permission. Discovery document: <code>https://developer.api.intuit.com/.well-known/openid_configuration</code></p>${sample('POST https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer\nAuthorization: Basic UTM0dVBvRDIw...\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=L311478109728uVoOkDSUCl4s8FDRvjHR6kUKz0RHe3WtZQuBq', 'http')}<p>Access tokens are valid for 60 minutes, refresh tokens for 100 days. Use grant_type=refresh_token. Scopes: com.intuit.quickbooks.accounting, com.intuit.quickbooks.payment</p>`,
          ),
          'GET /app/developer/qbo/docs/api/accounting/all-entities/account': docs(
            'Account',
            sample(
              'GET https://quickbooks.api.intuit.com/v3/company/<realmID>/companyinfo/<realmID>\nAuthorization: Bearer <access token>',
              'http',
            ),
          ),
        },
        otherwise: shell('Intuit Developer', { status: 404 }),
      },
      'developer.api.intuit.com': {
        routes: {
          'GET /.well-known/openid_configuration': json(200, oidc),
          'GET /.well-known/openid_sandbox_configuration': json(200, oidc),
        },
        otherwise: json(404, { message: 'Not found' }),
      },
      'oauth.platform.intuit.com': {
        routes: {
          'POST /oauth2/v1/tokens/bearer': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'client-first',
            unknownClient: json(401, { error: 'invalid_client' }),
            noClient: json(400, { error: 'invalid_request', error_description: 'Invalid client' }),
          }),
          'GET /op/v1/jwks': json(200, { keys: [] }),
        },
        otherwise: json(404, { code: 'NotFound' }),
      },
      'quickbooks.api.intuit.com': {
        routes: {
          '/v3/*': (request) =>
            /json/.test(request.headers['accept'] ?? '')
              ? json(
                  401,
                  {
                    warnings: null,
                    intuitObject: null,
                    fault: {
                      error: [
                        {
                          message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
                          detail: isBearer(request)
                            ? 'Malformed bearer token: too short or too long'
                            : 'AuthenticationFailed',
                          code: '3200',
                          element: null,
                        },
                      ],
                      type: 'AUTHENTICATION',
                    },
                    report: null,
                  },
                  { 'www-authenticate': 'Bearer realm="Intuit"' },
                )
              : html(
                  401,
                  '<?xml version="1.0"?><IntuitResponse><Fault type="AUTHENTICATION"><Error code="3200"><Message>AuthenticationFailed</Message></Error></Fault></IntuitResponse>',
                  { 'content-type': 'application/xml', 'www-authenticate': 'Bearer realm="Intuit"' },
                ),
        },
        otherwise: json(404, { code: 'NotFound' }),
      },
    },
    expect: expectation({
      apiBases: [['https://quickbooks.api.intuit.com', 'https://sandbox-quickbooks.api.intuit.com']],
      tokenEndpoint: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: ['no', 'unknown'] },
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': ['partial', 'fail', 'pass'],
        'self-service-keys': ['partial', 'fail'],
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'present',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['manual-key-approval'],
    }),
    why: { 'manual-key-approval': 'not judged: sandbox at once, production reviewed' },
  };
  return world;
})();

const mollie = (() => {
  const docs = site({
    name: 'Mollie API',
    nav: [
      ['Introduction', 'https://docs.mollie.com/docs/getting-started'],
      ['Authentication', 'https://docs.mollie.com/reference/authentication'],
      ['OAuth', 'https://docs.mollie.com/reference/oauth-api'],
      ['Payments', 'https://docs.mollie.com/reference/payments-api'],
    ],
  });
  const world: World = {
    id: 'mollie',
    kind: 'provider',
    title: 'Live and test API keys, advanced access tokens, OAuth for platforms; HAL errors',
    target: 'https://www.mollie.com',
    dated: '2026-10',
    sources: ['docs.mollie.com/reference/authentication'],
    hosts: {
      'mollie.com': aliasOf('https://www.mollie.com'),
      'www.mollie.com': {
        routes: {
          'GET /': site({
            name: 'Mollie',
            nav: [
              ['Products', 'https://www.mollie.com/products'],
              ['Developers', 'https://docs.mollie.com/'],
              ['Log in', 'https://my.mollie.com/dashboard/login'],
            ],
          })('Online payments', '<p>Effortless.</p>'),
          'GET /products': site({ name: 'Mollie' })('Products', '<p>Cards, iDEAL.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Mollie'),
      },
      'docs.mollie.com': {
        routes: {
          'GET /': redirect(302, '/docs/getting-started'),
          'GET /docs/getting-started': docs(
            'Getting started',
            '<p>Sign up for a free account and grab the test API key from the dashboard; you can begin to integrate straight away. The live key becomes usable after we verified your account.</p>',
          ),
          'GET /reference/payments-api': docs(
            'Payments API',
            sample(
              'curl -X GET https://api.mollie.com/v2/payments -H "Authorization: Bearer live_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM"',
            ),
          ),
          'GET /reference/authentication': docs(
            'Authentication',
            `<p>Every API call is authenticated with a credential in the Authorization header: an API key, an advanced access token or an app access token (OAuth).</p>${sample('Authorization: Bearer test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM', 'http')}<p>Advanced access tokens can be given permissions such as payments.read. API keys do not expire, you can reset them in the dashboard.</p>`,
          ),
          'GET /reference/oauth-api': docs(
            'OAuth API',
            `<p>Authorize: https://my.mollie.com/oauth2/authorize. Tokens:</p>${sample('curl -X POST https://api.mollie.com/oauth2/tokens -u app_dnR5f6uPDWhrvZkiL9ex7Wjj:a63j83C5 -d "grant_type=authorization_code" -d "code=auth_IbyEKUrXmGW1J8hPg6Ciyo4aaU6OAu"')}<p>App access tokens expire after one hour: exchange the refresh token (grant_type=refresh_token).</p>`,
          ),
        },
        otherwise: notFoundPage('Mollie API'),
      },
      'my.mollie.com': { routes: { 'GET *': shell('Mollie') } },
      'api.mollie.com': {
        routes: {
          'POST /oauth2/tokens': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'client-first',
            unknownClient: oauthError(400, 'invalid_client', 'The client credentials are invalid'),
          }),
          '/v2/*': json(
            401,
            {
              status: 401,
              title: 'Unauthorized Request',
              detail: 'Missing authentication, or failed to authenticate',
              _links: {
                documentation: { href: 'https://docs.mollie.com/reference/authentication', type: 'text/html' },
              },
            },
            { 'content-type': 'application/hal+json', 'www-authenticate': 'Bearer realm="Mollie API"' },
          ),
        },
        otherwise: json(404, { status: 404, title: 'Not Found', detail: 'The URL was not recognized' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.mollie.com'],
      tokenEndpoint: 'https://api.mollie.com/oauth2/tokens',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': 'fail',
        'self-service-keys': signUp,
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {},
  };
  return world;
})();

const datadog = (() => {
  const docs = site({
    name: 'Datadog Docs',
    nav: [
      ['API reference', 'https://docs.datadoghq.com/api/latest/'],
      ['Authentication', 'https://docs.datadoghq.com/api/latest/authentication/'],
      ['API and application keys', 'https://docs.datadoghq.com/account_management/api-app-keys/'],
    ],
  });
  const world: World = {
    id: 'datadog',
    kind: 'provider',
    title: 'Two keys in headers of their own; 403 JSON without them',
    target: 'https://www.datadoghq.com',
    dated: '2026-10',
    sources: ['docs.datadoghq.com/api/latest/authentication'],
    hosts: {
      'datadoghq.com': aliasOf('https://www.datadoghq.com'),
      'www.datadoghq.com': {
        routes: {
          'GET /': site({
            name: 'Datadog',
            nav: [
              ['Product', 'https://www.datadoghq.com/product/'],
              ['Docs', 'https://docs.datadoghq.com/'],
              ['Login', 'https://app.datadoghq.com/'],
            ],
          })('Cloud monitoring as a service', '<p>See inside any stack.</p>'),
          'GET /product/': site({ name: 'Datadog' })('Product', '<p>APM.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Datadog'),
      },
      'docs.datadoghq.com': {
        routes: {
          'GET /': docs('Datadog Docs', '<p><a href="/api/latest/">API</a></p>'),
          'GET /api/latest/': docs(
            'API reference',
            `<p>The Datadog API is an HTTP REST API.</p>${sample('curl -X GET "https://api.datadoghq.com/api/v1/monitor" \\\n-H "Accept: application/json" \\\n-H "DD-API-KEY: ${DD_API_KEY}" \\\n-H "DD-APPLICATION-KEY: ${DD_APP_KEY}"')}`,
          ),
          'GET /api/latest/authentication/': docs(
            'Authentication',
            "<p>All requests to Datadog's API must be authenticated. Requests that write data require reporting access and require an API key (<code>DD-API-KEY</code>). Requests that read data require full access and also require an application key (<code>DD-APPLICATION-KEY</code>). Sites: https://api.datadoghq.com, https://api.datadoghq.eu</p><p>GET https://api.datadoghq.com/api/v1/validate checks an API key.</p>",
          ),
          'GET /account_management/api-app-keys/': docs(
            'API and application keys',
            '<p>To add an API key, navigate to Organization Settings &gt; API keys and click New Key. Application keys can be given authorization scopes, such as dashboards_read. Keys can be revoked.</p>',
          ),
          'GET /llms.txt': text(
            200,
            '# Datadog\n\n- [Authentication](https://docs.datadoghq.com/api/latest/authentication.md)\n',
          ),
          'GET /api/latest/authentication.md': text(
            200,
            '# Authentication\n\nHeaders DD-API-KEY and DD-APPLICATION-KEY.\n',
            { 'content-type': 'text/markdown' },
          ),
        },
        otherwise: notFoundPage('Datadog Docs'),
      },
      'app.datadoghq.com': { routes: { 'GET *': shell('Datadog') } },
      'api.datadoghq.com': {
        routes: {
          '/api/v1/validate': json(403, { errors: ['Forbidden'] }),
          '/api/v1/*': json(401, { errors: ['Unauthorized'] }),
          '/api/v2/*': json(401, { errors: ['Unauthorized'] }),
        },
        otherwise: json(404, { errors: ['Not found'] }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.datadoghq.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {},
  };
  return world;
})();

const meta = (() => {
  const docs = site({
    name: 'Meta for Developers',
    nav: [
      ['Graph API', 'https://developers.facebook.com/docs/graph-api/overview'],
      ['Access tokens', 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens'],
      ['App review', 'https://developers.facebook.com/docs/app-review'],
    ],
  });
  const error = (status: number, message: string, code: number) =>
    json(
      status,
      { error: { message, type: 'OAuthException', code, fbtrace_id: 'AbC' } },
      { 'www-authenticate': `OAuth "Facebook Platform" "invalid_request" "${message}"` },
    );
  const world: World = {
    id: 'meta-graph',
    kind: 'provider',
    title: 'Graph API: 400 OAuthException, app token by client credentials at a GET endpoint, app review',
    target: 'https://developers.facebook.com',
    dated: '2026-10',
    sources: ['developers.facebook.com/docs/facebook-login/guides/access-tokens'],
    hosts: {
      'developers.facebook.com': {
        routes: {
          'GET /': docs('Meta for Developers', '<p>Build with Meta.</p>'),
          'GET /docs/graph-api/overview': docs(
            'Graph API overview',
            `<p>Most requests are passed to the <code>graph.facebook.com</code> host.</p>${sample('curl -i -X GET "https://graph.facebook.com/v24.0/me?access_token=ACCESS-TOKEN"')}`,
          ),
          'GET /docs/app-review': docs(
            'App Review',
            '<p>Before your app can use certain permissions, it must pass App Review: our team reviews how you use the data.</p>',
          ),
          'GET /docs/facebook-login/guides/access-tokens': docs(
            'Access token guide',
            `<p>User, page and app access tokens. To generate an app access token:</p>${sample('curl -X GET "https://graph.facebook.com/oauth/access_token?client_id={your-app-id}&client_secret={your-app-secret}&grant_type=client_credentials"')}<p>Short-lived user tokens last about an hour; exchange them for long-lived tokens of about 60 days with <code>grant_type=fb_exchange_token</code>. Once a long-lived user token expires, a new one must be generated by sending the person through the login flow again.</p><p>Permissions: email, public_profile, pages_read_engagement, ads_management</p>`,
          ),
        },
        otherwise: notFoundPage('Meta'),
      },
      'graph.facebook.com': {
        headers: { 'facebook-api-version': 'v24.0', 'x-fb-debug': 'x' },
        routes: {
          '/oauth/access_token': (request) => {
            const grant = parameter(request, 'grant_type');
            if (!parameter(request, 'client_id')) return error(400, 'Missing client_id parameter.', 101);
            if (grant && !['client_credentials', 'fb_exchange_token', 'authorization_code'].includes(grant))
              return error(400, `Invalid grant_type: ${grant}`, 1);
            return error(400, 'Error validating application. Cannot get application info due to a system error.', 101);
          },
          'GET /:version/me': (request) =>
            isBearer(request)
              ? error(400, 'Invalid OAuth access token - Cannot parse access token', 190)
              : error(400, 'An active access token must be used to query information about the current user.', 2500),
          '*': (request) =>
            isBearer(request)
              ? error(400, 'Invalid OAuth access token - Cannot parse access token', 190)
              : error(
                  400,
                  'Unsupported get request. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api',
                  100,
                ),
        },
      },
      'www.facebook.com': {
        routes: {
          'GET /': site({ name: 'Facebook' })('Log in or sign up', loginForm()),
          'GET /.well-known/openid-configuration': json(200, {
            issuer: 'https://www.facebook.com',
            authorization_endpoint: 'https://facebook.com/dialog/oauth/',
            jwks_uri: 'https://www.facebook.com/.well-known/oauth/openid/jwks/',
            response_types_supported: ['id_token', 'token id_token'],
            subject_types_supported: ['pairwise'],
            id_token_signing_alg_values_supported: ['RS256'],
          }),
        },
        otherwise: notFoundPage('Facebook'),
      },
    },
    expect: expectation({
      apiBases: ['https://graph.facebook.com'],
      tokenEndpoint: 'https://graph.facebook.com/oauth/access_token',
      flows: {
        client_credentials: 'yes',
        authorization_code: ['yes', 'no', 'unknown'],
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: { 'structured-401': 'partial', 'client-credentials': 'pass', 'scope-restriction': 'pass' },
      antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
      notJudged: ['manual-key-approval', 'token-rotation-without-refresh'],
    }),
    why: {
      'structured-401': '400 that names the missing token',
      'manual-key-approval': 'not judged: per permission',
      'bearer-token': 'not judged: documented in the query, read in the header',
      'token-expiry': 'not judged: user tokens need a person, app tokens do not expire',
      'token-rotation-without-refresh': 'not judged, the same',
      'oauth-discovery': 'not judged: login only',
    },
  };
  return world;
})();

const x = (() => {
  const docs = site({
    name: 'X Developer Platform',
    nav: [
      ['Introduction', 'https://docs.x.com/overview'],
      ['Authentication', 'https://docs.x.com/fundamentals/authentication/overview'],
      ['Bearer tokens', 'https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only'],
      ['OAuth 2.0 code flow', 'https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code'],
      ['Console', 'https://console.x.com/'],
    ],
  });
  const world: World = {
    id: 'x',
    kind: 'provider',
    title: 'App-only bearer by client credentials, code + PKCE for users; problem details',
    target: 'https://developer.x.com',
    dated: '2026-10',
    sources: ['docs.x.com/fundamentals/authentication'],
    hosts: {
      'developer.x.com': {
        routes: {
          'GET /': redirect(302, '/en'),
          'GET /en': site({ name: 'X Developers', nav: [['Docs', 'https://docs.x.com/']] })(
            'Build what’s next',
            '<p>Pay per use.</p>',
          ),
        },
        otherwise: redirect(302, 'https://docs.x.com/'),
      },
      'x.com': { routes: { 'GET /robots.txt': robots(), 'GET *': shell('X') } },
      'console.x.com': { routes: { 'GET *': shell('X console') } },
      'docs.x.com': {
        routes: {
          'GET /': redirect(302, '/overview'),
          'GET /overview': docs(
            'X API',
            '<p>Create an app in the console; you get API key, secret and Bearer Token right after.</p>',
          ),
          'GET /fundamentals/authentication/overview': docs(
            'Authentication',
            `<p>OAuth 1.0a user context, OAuth 2.0 app only (Bearer Token), OAuth 2.0 authorization code flow with PKCE.</p>${sample('curl "https://api.x.com/2/tweets?ids=1261326399320715264" -H "Authorization: Bearer $BEARER_TOKEN"')}`,
          ),
          'GET /fundamentals/authentication/oauth-2-0/application-only': docs(
            'App only',
            `${sample("curl -u \"$API_KEY:$API_SECRET_KEY\" --data 'grant_type=client_credentials' 'https://api.x.com/oauth2/token'")}<p>Bearer tokens do not expire; invalidate one with POST oauth2/invalidate_token.</p>`,
          ),
          'GET /fundamentals/authentication/oauth-2-0/authorization-code': docs(
            'Authorization code with PKCE',
            '<p>Authorize at https://x.com/i/oauth2/authorize, exchange at <code>https://api.x.com/2/oauth2/token</code>. Access tokens are valid for two hours unless you used the offline.access scope; then a refresh token is issued (grant_type=refresh_token).</p><p>Scopes: tweet.read, tweet.write, users.read, offline.access</p>',
          ),
          'GET /llms.txt': text(
            200,
            '# X\n\n- [Authentication](https://docs.x.com/fundamentals/authentication/overview.md)\n',
          ),
          'GET /fundamentals/authentication/overview.md': text(200, '# Authentication\n\nBearer tokens.\n', {
            'content-type': 'text/markdown',
          }),
        },
        otherwise: notFoundPage('X'),
      },
      'api.x.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'POST /oauth2/token': (request) =>
            isBasic(request)
              ? json(403, {
                  errors: [
                    { code: 99, message: 'Unable to verify your credentials', label: 'authenticity_token_error' },
                  ],
                })
              : json(403, {
                  errors: [
                    {
                      code: 170,
                      message: 'Missing required parameter: grant_type',
                      label: 'forbidden_missing_parameter',
                    },
                  ],
                }),
          'POST /2/oauth2/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token', 'client_credentials'],
            order: 'grant-first',
            unsupported: oauthError(400, 'unsupported_grant_type', 'Value passed for the grant type was invalid.'),
            unknownClient: oauthError(401, 'unauthorized_client', 'Missing valid authorization header'),
          }),
          '/2/*': problem(401, { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' }),
        },
        otherwise: json(404, { errors: [{ message: 'Sorry, that page does not exist', code: 34 }] }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.x.com'],
      tokenEndpoint: ['https://api.x.com/oauth2/token', 'https://api.x.com/2/oauth2/token'],
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['fail', 'unknown'],
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {},
  };
  return world;
})();

const mapbox: World = {
  id: 'mapbox',
  kind: 'provider',
  title: 'Access token in the query, scoped',
  target: 'https://www.mapbox.com',
  dated: '2026-10',
  sources: ['docs.mapbox.com/api/guides'],
  hosts: {
    'mapbox.com': aliasOf('https://www.mapbox.com'),
    'www.mapbox.com': {
      routes: {
        'GET /': site({
          name: 'Mapbox',
          nav: [
            ['Maps', 'https://www.mapbox.com/maps'],
            ['Documentation', 'https://docs.mapbox.com/'],
            ['Sign up', 'https://account.mapbox.com/auth/signup/'],
          ],
        })('Maps, navigation, search', '<p>Build.</p>'),
        'GET /maps': site({ name: 'Mapbox' })('Maps', '<p>Maps.</p>'),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('Mapbox'),
    },
    'docs.mapbox.com': {
      routes: {
        'GET /': site({
          name: 'Mapbox Docs',
          nav: [
            ['API', 'https://docs.mapbox.com/api/guides/'],
            ['Tokens', 'https://docs.mapbox.com/help/dive-deeper/access-tokens/'],
          ],
        })('Documentation', '<p>API docs.</p>'),
        'GET /api/guides/': site({ name: 'Mapbox Docs' })(
          'Mapbox web services',
          `<p>API endpoint: <code>https://api.mapbox.com</code>. Access to Mapbox web services requires an access token that connects API requests to your account. Add it as the query parameter <code>access_token</code>.</p>${sample('curl "https://api.mapbox.com/search/geocode/v6/forward?q=Dresden&access_token=YOUR_MAPBOX_ACCESS_TOKEN"')}`,
        ),
        'GET /help/dive-deeper/access-tokens/': site({ name: 'Mapbox Docs' })(
          'Access tokens',
          '<p>When you sign up, a default public token is created. On your Access tokens page you can create further tokens, pick scopes (styles:read, fonts:read, datasets:write) and add URL restrictions. The Tokens API creates and revokes tokens too, also temporary ones.</p>',
        ),
      },
      otherwise: notFoundPage('Mapbox Docs'),
    },
    'account.mapbox.com': {
      routes: {
        'GET /auth/signup/': site({ name: 'Mapbox' })('Create your account', signUpForm()),
        'GET *': shell('Mapbox'),
      },
    },
    'api.mapbox.com': {
      routes: {
        'GET /search/*': (request) =>
          json(401, {
            message: request.query.has('access_token') ? 'Not Authorized - Invalid Token' : 'Not Authorized - No Token',
          }),
        'GET /styles/*': json(401, { message: 'Not Authorized - No Token' }),
        'GET /tokens/*': json(401, { message: 'Not Authorized - No Token' }),
        'GET /': json(200, { api: 'mapbox' }),
      },
      otherwise: json(404, { message: 'Not Found' }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.mapbox.com'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': ['fail', 'unknown'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: { 'token-expiry': 'not judged: permanent and temporary tokens' },
};

const sentry = (() => {
  const docs = site({
    name: 'Sentry Docs',
    nav: [
      ['API', 'https://docs.sentry.io/api/'],
      ['Authentication', 'https://docs.sentry.io/api/auth/'],
      ['Permissions', 'https://docs.sentry.io/api/permissions/'],
    ],
  });
  const issuer = 'https://sentry.io';
  const world: World = {
    id: 'sentry',
    kind: 'provider',
    title: 'Auth tokens with scopes; Django REST answers; MCP server',
    target: 'https://sentry.io',
    dated: '2026-10',
    sources: ['docs.sentry.io/api/auth'],
    hosts: {
      'sentry.io': {
        routes: {
          'GET /': redirect(302, '/welcome/'),
          'GET /welcome/': site({
            name: 'Sentry',
            nav: [
              ['Product', 'https://sentry.io/product/'],
              ['Docs', 'https://docs.sentry.io/'],
              ['Sign In', 'https://sentry.io/auth/login/'],
            ],
          })('Application performance monitoring', '<p>Code breaks, fix it faster.</p>'),
          'GET /product/': site({ name: 'Sentry' })('Product', '<p>Errors.</p>'),
          'GET /auth/login/': site({ name: 'Sentry' })('Sign In', loginForm()),
          'GET /api/0/': json(200, { version: '0', auth: null, user: null }),
          '/api/0/*': (request) =>
            json(
              401,
              { detail: isBearer(request) ? 'Invalid token' : 'Authentication credentials were not provided.' },
              { 'www-authenticate': 'xBasic realm="api"' },
            ),
          'POST /oauth/token/': oauthError(401, 'invalid_client'),
          'GET /oauth/authorize/': redirect(302, '/auth/login/'),
          'GET /robots.txt': robots(),
          'GET /.well-known/oauth-authorization-server': json(
            200,
            metadata(issuer, {
              authorization_endpoint: `${issuer}/oauth/authorize/`,
              token_endpoint: `${issuer}/oauth/token/`,
              device_authorization_endpoint: `${issuer}/oauth/device/code/`,
              grant_types_supported: [
                'authorization_code',
                'refresh_token',
                'urn:ietf:params:oauth:grant-type:device_code',
              ],
              scopes_supported: ['org:read', 'project:read', 'event:read'],
              code_challenge_methods_supported: ['S256'],
            }),
          ),
        },
        otherwise: notFoundPage('Sentry'),
      },
      'docs.sentry.io': {
        routes: {
          'GET /': docs('Sentry Docs', '<p>Guides.</p>'),
          'GET /api/': docs('API Reference', '<p>The API is at https://sentry.io/api/0/.</p>'),
          'GET /api/auth/': docs(
            'Authentication',
            `<p>Authentication tokens are passed using an auth header, and are used to authenticate as a user or organization with the API. Create an internal integration or an organization token in Settings &gt; Developer Settings.</p>${sample("curl -H 'Authorization: Bearer {TOKEN}' https://sentry.io/api/0/organizations/{organization_slug}/projects/")}<p>API keys are deprecated and passed using HTTP Basic auth.</p>`,
          ),
          'GET /api/permissions/': docs('Permissions and scopes', list(['org:read', 'project:write', 'event:admin'])),
          'GET /llms.txt': text(200, '# Sentry\n\n- [Auth](https://docs.sentry.io/api/auth.md)\n'),
          'GET /api/auth.md': text(200, '# Authentication\n\n`Authorization: Bearer {TOKEN}`\n', {
            'content-type': 'text/markdown',
          }),
        },
        otherwise: notFoundPage('Sentry Docs'),
      },
      'mcp.sentry.dev': mcpSite('https://mcp.sentry.dev'),
      'www.sentry.io': aliasOf(issuer),
    },
    expect: expectation({
      apiBases: ['https://sentry.io'],
      tokenEndpoint: 'https://sentry.io/oauth/token/',
      flows: { authorization_code: 'yes', refresh_token: 'yes', device_code: 'yes', client_credentials: 'no' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'pass',
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': ['pass', 'partial', 'n/a', 'unknown'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': 'collection endpoints; /api/0/ itself is public' },
  };
  return world;
})();

const fedex = (() => {
  const api = {
    routes: {
      'POST /oauth/token': tokenEndpoint({
        grants: ['client_credentials', 'csp_credentials', 'client_pc_credentials'],
        order: 'grant-first' as const,
        missing: json(422, {
          transactionId: 'a1',
          errors: [{ code: 'INVALID.INPUT.EXCEPTION', message: 'Invalid field value in the input' }],
        }),
        unsupported: json(422, {
          transactionId: 'a1',
          errors: [{ code: 'INVALID.INPUT.EXCEPTION', message: 'Invalid field value in the input' }],
        }),
        unknownClient: json(401, {
          transactionId: 'a1',
          errors: [
            {
              code: 'NOT.AUTHORIZED.ERROR',
              message: 'The given client credentials were not valid. Please modify your request and try again.',
            },
          ],
        }),
      }),
      '/track/*': json(401, {
        transactionId: 'a1',
        errors: [
          { code: 'NOT.AUTHORIZED.ERROR', message: 'Access token expired. Please modify your request and try again.' },
        ],
      }),
      '/rate/*': json(401, {
        transactionId: 'a1',
        errors: [
          { code: 'NOT.AUTHORIZED.ERROR', message: 'Access token expired. Please modify your request and try again.' },
        ],
      }),
      '/location/*': json(401, {
        transactionId: 'a1',
        errors: [
          { code: 'NOT.AUTHORIZED.ERROR', message: 'Access token expired. Please modify your request and try again.' },
        ],
      }),
    },
    otherwise: json(404, {
      transactionId: 'a1',
      errors: [{ code: 'NOT.FOUND.ERROR', message: 'The resource you requested is no longer available.' }],
    }),
  };
  const docs = site({
    name: 'FedEx Developer Portal',
    nav: [
      ['API catalog', 'https://developer.fedex.com/api/en-us/catalog.html'],
      ['Authorization API', 'https://developer.fedex.com/api/en-us/catalog/authorization/docs.html'],
      ['Get started', 'https://developer.fedex.com/api/en-us/get-started.html'],
    ],
  });
  const world: World = {
    id: 'fedex',
    kind: 'provider',
    title: 'Client credentials with body parameters, vendor codes, 422 for an unknown grant',
    target: 'https://developer.fedex.com',
    dated: '2026-10',
    sources: ['developer.fedex.com authorization API'],
    hosts: {
      'developer.fedex.com': {
        routes: {
          'GET /': redirect(302, '/api/en-us/home.html'),
          'GET /api/en-us/home.html': docs('FedEx Developer Portal', '<p>Ship, track, rate.</p>'),
          'GET /api/en-us/catalog.html': docs(
            'API catalog',
            '<p>Track API, Rates API. Production: https://apis.fedex.com, sandbox: https://apis-sandbox.fedex.com</p>',
          ),
          'GET /api/en-us/get-started.html': docs(
            'Get started',
            '<p>Sign up, create an organization, then create a project and choose APIs. Test keys and production keys (API key and secret key) are generated for the project; the secret key is displayed once.</p>',
          ),
          'GET /api/en-us/catalog/authorization/docs.html': docs(
            'Authorization API',
            `<p>FedEx uses OAuth 2.0 bearer tokens.</p>${sample('POST https://apis.fedex.com/oauth/token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=l7xx…&client_secret=…', 'http')}<p>The access token should be used repeatedly until it expires after 60 minutes (expires_in 3600); regenerate it then. Use it as <code>Authorization: Bearer</code> with <code>GET https://apis.fedex.com/location/v1/locations</code>.</p>`,
          ),
        },
        otherwise: notFoundPage('FedEx'),
      },
      'www.fedex.com': {
        routes: {
          'GET /': redirect(302, '/global/choose-location.html'),
          'GET /global/choose-location.html': shell('FedEx'),
        },
        otherwise: notFoundPage('FedEx'),
      },
      'apis.fedex.com': api,
      'apis-sandbox.fedex.com': api,
    },
    expect: expectation({
      apiBases: [['https://apis.fedex.com', 'https://apis-sandbox.fedex.com']],
      tokenEndpoint: ['https://apis.fedex.com/oauth/token', 'https://apis-sandbox.fedex.com/oauth/token'],
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {},
  };
  return world;
})();

const intercom: World = {
  id: 'intercom',
  kind: 'provider',
  title: 'Access tokens for the own workspace, OAuth for others; error list',
  target: 'https://www.intercom.com',
  dated: '2026-10',
  sources: ['developers.intercom.com/docs/build-an-integration/learn-more/authentication'],
  hosts: {
    'intercom.com': aliasOf('https://www.intercom.com'),
    'www.intercom.com': {
      routes: {
        'GET /': site({
          name: 'Intercom',
          nav: [
            ['Fin', 'https://www.intercom.com/fin'],
            ['Developers', 'https://developers.intercom.com/'],
          ],
        })('AI customer service', '<p>Helpdesk.</p>'),
        'GET /fin': site({ name: 'Intercom' })('Fin', '<p>Agent.</p>'),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('Intercom'),
    },
    'developers.intercom.com': {
      routes: {
        'GET /': site({
          name: 'Intercom Developers',
          nav: [
            ['Docs', 'https://developers.intercom.com/docs'],
            ['Authentication', 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication'],
            [
              'OAuth',
              'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth',
            ],
          ],
        })('Developers', '<p>Build.</p>'),
        'GET /docs': site({ name: 'Intercom Developers' })(
          'Docs',
          '<p>REST API: https://api.intercom.io (EU: https://api.eu.intercom.io).</p>',
        ),
        'GET /docs/build-an-integration/learn-more/authentication': site({ name: 'Intercom Developers' })(
          'Authentication',
          `<p>Use an Access Token if you only use the API with your own data: create an app in the Developer Hub, the token is on Configure &gt; Authentication. Access Tokens do not expire. Use OAuth if other people's data is involved.</p>${sample('curl https://api.intercom.io/me -H "Authorization:Bearer <Your access token>" -H "Accept:application/json"')}`,
        ),
        'GET /docs/build-an-integration/learn-more/authentication/setting-up-oauth': site({
          name: 'Intercom Developers',
        })(
          'Setting up OAuth',
          `<p>Redirect to https://app.intercom.com/oauth?client_id=…, then</p>${sample('POST https://api.intercom.io/auth/eagle/token\n\ncode=…&client_id=…&client_secret=…', 'http')}<p>Select the permissions your app needs, for example Read users, Write tickets.</p>`,
        ),
      },
      otherwise: notFoundPage('Intercom'),
    },
    'app.intercom.com': { routes: { 'GET *': shell('Intercom') } },
    'api.intercom.io': {
      routes: {
        'POST /auth/eagle/token': json(401, {
          type: 'error.list',
          request_id: 'a',
          errors: [{ code: 'unauthorized', message: 'Unauthorized' }],
        }),
        '/me': json(401, {
          type: 'error.list',
          request_id: 'a',
          errors: [{ code: 'unauthorized', message: 'Access Token Invalid' }],
        }),
        '/contacts': json(401, {
          type: 'error.list',
          request_id: 'a',
          errors: [{ code: 'unauthorized', message: 'Access Token Invalid' }],
        }),
      },
      otherwise: json(404, {
        type: 'error.list',
        request_id: 'a',
        errors: [{ code: 'not_found', message: 'The requested resource could not be found' }],
      }),
    },
  },
  expect: expectation({
    apiBases: [['https://api.intercom.io', 'https://api.eu.intercom.io']],
    tokenEndpoint: ['https://api.intercom.io/auth/eagle/token', null],
    flows: { authorization_code: ['yes', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['n/a', 'partial'],
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {},
};

const vercel: World = {
  id: 'vercel',
  kind: 'provider',
  title: 'Bearer tokens; 403 JSON that names the missing token; OpenAPI; issuer for integrations',
  target: 'https://vercel.com',
  dated: '2026-10',
  sources: ['vercel.com/docs/rest-api'],
  hosts: {
    'vercel.com': {
      headers: { server: 'Vercel' },
      routes: {
        'GET /': site({
          name: 'Vercel',
          nav: [
            ['Products', 'https://vercel.com/products'],
            ['Docs', 'https://vercel.com/docs'],
            ['Log In', 'https://vercel.com/login'],
          ],
        })('Build and deploy', '<p>The AI cloud.</p>'),
        'GET /products': site({ name: 'Vercel' })('Products', '<p>Fluid.</p>'),
        'GET /login': shell('Login – Vercel'),
        'GET /docs': site({ name: 'Vercel Docs', nav: [['REST API', 'https://vercel.com/docs/rest-api']] })(
          'Docs',
          '<p>Guides.</p>',
        ),
        'GET /docs/rest-api': site({ name: 'Vercel Docs' })(
          'Using the REST API',
          `<p>The API is at <code>https://api.vercel.com</code> and follows REST. OpenAPI: <a href="https://openapi.vercel.sh/">openapi.vercel.sh</a>.</p><h2>Authentication</h2><p>Go to Account Settings &gt; Tokens, enter a name, choose a scope (a team) and an expiration, then Create. The token is shown once.</p>${sample('curl "https://api.vercel.com/v2/user" -H "Authorization: Bearer <TOKEN>"')}<p>Tokens may be set to expire from one day to one year, or never.</p>`,
        ),
        'GET /llms.txt': text(200, '# Vercel\n\n- [REST API](https://vercel.com/docs/rest-api.md)\n'),
        'GET /docs/rest-api.md': text(200, '# REST API\n\nhttps://api.vercel.com with a bearer token.\n', {
          'content-type': 'text/markdown',
        }),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('Vercel'),
    },
    'www.vercel.com': aliasOf('https://vercel.com'),
    'openapi.vercel.sh': {
      routes: {
        'GET /': json(
          200,
          openapi({
            title: 'Vercel API',
            servers: ['https://api.vercel.com'],
            operations: ['get /v2/user', 'get /v2/teams', 'get /v9/projects'],
            schemes: {
              bearerToken: { type: 'http', scheme: 'bearer', description: 'Default authentication mechanism' },
            },
            security: [{ bearerToken: [] }],
          }),
        ),
      },
    },
    'api.vercel.com': {
      routes: {
        '/v2/*': (request) =>
          isBearer(request)
            ? json(403, { error: { code: 'forbidden', message: 'Not authorized', invalidToken: true } })
            : json(403, {
                error: {
                  code: 'forbidden',
                  message: 'The request is missing an authentication token',
                  missingToken: true,
                },
              }),
        '/v9/*': json(403, {
          error: { code: 'forbidden', message: 'The request is missing an authentication token', missingToken: true },
        }),
      },
      otherwise: json(404, { error: { code: 'not_found', message: 'Not Found' } }),
    },
    'mcp.vercel.com': mcpSite('https://mcp.vercel.com', { path: '/' }),
  },
  expect: expectation({
    apiBases: ['https://api.vercel.com'],
    flows: { authorization_code: ['yes', 'no', 'unknown'], refresh_token: ['yes', 'no', 'unknown'] },
    signals: {
      'structured-401': 'partial',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'self-service-keys': 'pass',
      'token-expiry': ['partial', 'pass', 'fail', 'n/a'],
      'scope-restriction': ['pass', 'partial'],
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: { 'oauth-discovery': 'not judged: MCP host only', 'token-expiry': 'optional expiry; anything but ignorance' },
};

const huggingface: World = {
  id: 'huggingface',
  kind: 'provider',
  title: 'Open catalogue, tokens for the rest; OIDC with device code',
  target: 'huggingface.co',
  dated: '2026-10',
  sources: ['huggingface.co/docs/hub/security-tokens', 'huggingface.co/.well-known/openid-configuration'],
  hosts: {
    'huggingface.co': {
      headers: { 'x-powered-by': 'huggingface-moon' },
      routes: {
        'GET /': site({
          name: 'Hugging Face',
          nav: [
            ['Models', 'https://huggingface.co/models'],
            ['Docs', 'https://huggingface.co/docs'],
            ['Log In', 'https://huggingface.co/login'],
            ['Sign Up', 'https://huggingface.co/join'],
          ],
        })('The AI community building the future', '<p>Collaborate.</p>'),
        'GET /models': shell('Models'),
        'GET /join': site({ name: 'Hugging Face' })('Join', signUpForm()),
        'GET /login': site({ name: 'Hugging Face' })('Log In', loginForm()),
        'GET /docs': site({
          name: 'Hugging Face Docs',
          nav: [
            ['Hub API', 'https://huggingface.co/docs/hub/api'],
            ['User access tokens', 'https://huggingface.co/docs/hub/security-tokens'],
            ['OAuth', 'https://huggingface.co/docs/hub/oauth'],
          ],
        })('Documentation', '<p>Hub.</p>'),
        'GET /docs/hub/api': site({ name: 'Hugging Face Docs' })(
          'Hub API endpoints',
          `<p>We have open endpoints that you can use to retrieve information from the Hub. OpenAPI: <a href="/.well-known/openapi.json">openapi.json</a></p>${sample('curl https://huggingface.co/api/models\ncurl https://huggingface.co/api/whoami-v2 -H "Authorization: Bearer hf_xxx"')}`,
        ),
        'GET /docs/hub/security-tokens': site({ name: 'Hugging Face Docs' })(
          'User access tokens',
          '<p>To create an access token, go to your settings, then the Access Tokens tab, and click New token. Select a role: fine-grained (specific resources), read or write. You can delete and refresh User Access Tokens by clicking on the Manage button.</p>',
        ),
        'GET /docs/hub/oauth': site({ name: 'Hugging Face Docs' })(
          'Sign in with Hugging Face',
          '<p>Create an application in your settings. Scopes: openid, profile, email, read-repos, write-repos, manage-repos, inference-api. Device code is supported for public apps.</p>',
        ),
        'GET /.well-known/openid-configuration': json(200, {
          issuer: 'https://huggingface.co',
          authorization_endpoint: 'https://huggingface.co/oauth/authorize',
          token_endpoint: 'https://huggingface.co/oauth/token',
          device_authorization_endpoint: 'https://huggingface.co/oauth/device',
          userinfo_endpoint: 'https://huggingface.co/oauth/userinfo',
          jwks_uri: 'https://huggingface.co/oauth/jwks',
          registration_endpoint: 'https://huggingface.co/oauth/register',
          response_types_supported: ['code'],
          grant_types_supported: [
            'authorization_code',
            'refresh_token',
            'urn:ietf:params:oauth:grant-type:device_code',
          ],
          scopes_supported: ['openid', 'profile', 'email', 'read-repos', 'write-repos'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
          token_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
        }),
        'GET /.well-known/openapi.json': json(
          200,
          openapi({
            title: 'Hub API',
            version: '3.1.0',
            servers: ['https://huggingface.co'],
            operations: ['get /api/models', 'get /api/datasets', 'get /api/whoami-v2', 'get /api/notifications'],
            schemes: { bearerAuth: { type: 'http', scheme: 'bearer' } },
            operationSecurity: {
              'get /api/whoami-v2': [{ bearerAuth: [] }],
              'get /api/notifications': [{ bearerAuth: [] }],
            },
          }),
        ),
        'GET /api/models': json(200, [{ id: 'gpt2' }]),
        'GET /api/datasets': json(200, [{ id: 'squad' }]),
        'GET /api/whoami-v2': json(401, { error: 'Invalid username or password.' }),
        'GET /api/notifications': json(401, { error: 'Invalid username or password.' }),
        '/api/*': json(404, { error: "Sorry, we can't find the page you are looking for." }),
        'POST /oauth/token': oauthError(400, 'invalid_client'),
        'POST /oauth/register': oauthError(400, 'invalid_client_metadata'),
        'GET /oauth/jwks': json(200, { keys: [] }),
        '/oauth/userinfo': json(401, { error: 'invalid_token' }),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('Hugging Face'),
    },
    'www.huggingface.co': aliasOf('https://huggingface.co'),
  },
  expect: expectation({
    apiBases: ['https://huggingface.co'],
    tokenEndpoint: 'https://huggingface.co/oauth/token',
    flows: { authorization_code: 'yes', device_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': 'fail',
      'oauth-discovery': 'pass',
      'self-service-keys': 'pass',
      'token-expiry': ['pass', 'partial', 'n/a', 'unknown'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: { 'self-service-keys': 'tokens in the settings, and open registration' },
};

const monday: World = {
  id: 'monday',
  kind: 'provider',
  title: 'GraphQL with a bare token in Authorization',
  target: 'https://monday.com',
  dated: '2026-10',
  sources: ['developer.monday.com/api-reference/docs/authentication'],
  hosts: {
    'monday.com': {
      routes: {
        'GET /': site({
          name: 'monday.com',
          nav: [
            ['Products', 'https://monday.com/work-management'],
            ['Log in', 'https://auth.monday.com/login'],
          ],
          footer: [['Developers', 'https://developer.monday.com/']],
        })('Work management', '<p>Outpace.</p>'),
        'GET /work-management': site({ name: 'monday.com' })('Work management', '<p>Boards.</p>'),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('monday.com'),
    },
    'auth.monday.com': {
      routes: {
        'GET /login': shell('Log in'),
        'GET /oauth2/authorize': redirect(302, '/login'),
        'POST /oauth2/token': json(400, { error: 'invalid_client', error_description: 'Client not found' }),
      },
      otherwise: notFoundPage('monday.com'),
    },
    'developer.monday.com': {
      routes: {
        'GET /': redirect(302, '/api-reference/docs/basics'),
        'GET /api-reference/docs/basics': site({
          name: 'monday API',
          nav: [
            ['Basics', '/api-reference/docs/basics'],
            ['Authentication', '/api-reference/docs/authentication'],
            ['OAuth', '/apps/docs/oauth'],
          ],
        })('Basics', '<p>The monday platform API is GraphQL at <code>https://api.monday.com/v2</code>.</p>'),
        'GET /api-reference/docs/authentication': site({ name: 'monday API' })(
          'Authentication',
          `<p>Get your personal API token: click your picture, then Developers &gt; API token &gt; Show. Regenerate it any time. It never expires and has your own permissions.</p>${sample(`curl --location 'https://api.monday.com/v2' \\\n--header 'Content-Type: application/json' \\\n--header 'Authorization: YOUR_API_KEY' \\\n--data '{"query":"query { me { id } }"}'`)}`,
        ),
        'GET /apps/docs/oauth': site({ name: 'monday API' })(
          'OAuth and permissions',
          '<p>Send the user to https://auth.monday.com/oauth2/authorize, exchange the code at https://auth.monday.com/oauth2/token. Tokens do not expire until the user uninstalls your app. Scopes: me:read, boards:read, boards:write.</p>',
        ),
      },
      otherwise: notFoundPage('monday'),
    },
    'api.monday.com': {
      routes: {
        '/v2': json(401, {
          errors: [{ message: 'Not Authenticated', extensions: { code: 'UNAUTHORIZED' } }],
          account_id: null,
        }),
      },
      otherwise: json(404, { errors: ['Not found'] }),
    },
    'mcp.monday.com': mcpSite('https://mcp.monday.com'),
  },
  expect: expectation({
    apiBases: ['https://api.monday.com'],
    tokenEndpoint: ['https://auth.monday.com/oauth2/token', 'https://mcp.monday.com/token'],
    flows: { authorization_code: 'yes', refresh_token: ['yes', 'no', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'client-credentials': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {
    'bearer-token': 'not judged: a bare token is documented',
    'oauth-discovery': 'not judged: MCP host only',
    'token-expiry': 'not judged: API tokens never expire, the MCP server lists refresh_token',
  },
};

const mailchimp: World = {
  id: 'mailchimp',
  kind: 'provider',
  title: 'Per-datacentre hosts, Basic or Bearer, problem details',
  target: 'https://mailchimp.com',
  dated: '2026-10',
  sources: ['mailchimp.com/developer/marketing/docs/fundamentals'],
  hosts: {
    'mailchimp.com': {
      routes: {
        'GET /': site({
          name: 'Mailchimp',
          nav: [
            ['Solutions', 'https://mailchimp.com/solutions/'],
            ['Developers', 'https://mailchimp.com/developer/'],
            ['Log In', 'https://login.mailchimp.com/'],
          ],
        })('Marketing smarts', '<p>Emails.</p>'),
        'GET /solutions/': site({ name: 'Mailchimp' })('Solutions', '<p>Email.</p>'),
        'GET /developer/': site({
          name: 'Mailchimp Developer',
          nav: [
            ['Fundamentals', 'https://mailchimp.com/developer/marketing/docs/fundamentals/'],
            ['OAuth', 'https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/'],
          ],
        })('Mailchimp Developer', '<p>Marketing API.</p>'),
        'GET /developer/marketing/docs/fundamentals/': site({ name: 'Mailchimp Developer' })(
          'Fundamentals',
          `<p>The root is <code>https://&lt;dc&gt;.api.mailchimp.com/3.0/</code>, for example <code>https://us1.api.mailchimp.com/3.0/</code>. Generate an API key in your account under Extras &gt; API keys. You can use HTTP Basic with any user name and the key as the password, or the key as a bearer token.</p>${sample("curl --request GET --url 'https://us1.api.mailchimp.com/3.0/ping' --user 'anystring:TOKEN'")}${sample('curl --url \'https://us1.api.mailchimp.com/3.0/lists\' --header "Authorization: Bearer TOKEN"')}<p>All API keys have full access.</p>`,
        ),
        'GET /developer/marketing/guides/access-user-data-oauth-2/': site({ name: 'Mailchimp Developer' })(
          'Access data on behalf of others with OAuth 2',
          '<p>Authorize: https://login.mailchimp.com/oauth2/authorize (response_type=code). Token: <code>POST https://login.mailchimp.com/oauth2/token</code>, grant_type=authorization_code. Access tokens do not expire, so there is no refresh token.</p>',
        ),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('Mailchimp'),
    },
    'www.mailchimp.com': aliasOf('https://mailchimp.com'),
    'login.mailchimp.com': {
      routes: {
        'GET /': site({ name: 'Mailchimp' })('Log In', loginForm()),
        'POST /oauth2/token': tokenEndpoint({
          grants: ['authorization_code'],
          order: 'client-first',
          unknownClient: oauthError(400, 'invalid_client', 'The client credentials are invalid'),
        }),
        'GET /oauth2/authorize': html(400, '<h1>invalid_client</h1>'),
      },
      otherwise: notFoundPage('Mailchimp'),
    },
    'us1.api.mailchimp.com': {
      routes: {
        '/3.0/*': (request) =>
          request.headers['authorization']
            ? problem(401, {
                type: 'https://mailchimp.com/developer/marketing/docs/errors/',
                title: 'API Key Invalid',
                status: 401,
                detail: "Your API key may be invalid, or you've attempted to access the wrong datacenter.",
                instance: 'a',
              })
            : problem(401, {
                type: 'https://mailchimp.com/developer/marketing/docs/errors/',
                title: 'API Key Missing',
                status: 401,
                detail: 'Your request did not include an API key.',
                instance: 'a',
              }),
      },
      otherwise: problem(404, { title: 'Resource Not Found', status: 404 }),
    },
  },
  expect: expectation({
    apiBases: ['https://us1.api.mailchimp.com'],
    tokenEndpoint: 'https://login.mailchimp.com/oauth2/token',
    flows: { authorization_code: 'yes', refresh_token: ['no', 'unknown'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': 'fail',
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['n/a', 'partial'],
      'scope-restriction': ['fail', 'unknown', 'n/a'],
    },
    antiPatterns: {
      'browser-only-oauth': 'absent',
      'session-cookie-only': 'absent',
      'token-rotation-without-refresh': 'absent',
    },
  }),
  why: { 'token-rotation-without-refresh': 'nothing expires' },
};

const coingecko: World = {
  id: 'coingecko',
  kind: 'provider',
  title: 'Public answers without a key, a key in a header of its own for more',
  target: 'https://www.coingecko.com',
  dated: '2026-10',
  sources: ['docs.coingecko.com/reference/authentication'],
  hosts: {
    'coingecko.com': aliasOf('https://www.coingecko.com'),
    'www.coingecko.com': {
      routes: {
        'GET /': site({
          name: 'CoinGecko',
          nav: [
            ['Cryptocurrencies', 'https://www.coingecko.com/en/coins'],
            ['API', 'https://www.coingecko.com/en/api'],
          ],
        })('Cryptocurrency prices', '<p>BTC.</p>'),
        'GET /en/coins': site({ name: 'CoinGecko' })('Coins', '<p>BTC.</p>'),
        'GET /en/api': site({ name: 'CoinGecko API', nav: [['Documentation', 'https://docs.coingecko.com/']] })(
          'Crypto data API',
          '<p>Create a free account and get your Demo API key. <a href="https://docs.coingecko.com/">Documentation</a></p>',
        ),
        'GET /robots.txt': robots(),
      },
      otherwise: notFoundPage('CoinGecko'),
    },
    'docs.coingecko.com': {
      routes: {
        'GET /': site({
          name: 'CoinGecko API',
          nav: [
            ['Introduction', '/'],
            ['Authentication', '/reference/authentication'],
          ],
        })(
          'Introduction',
          '<p>Base URL https://api.coingecko.com/api/v3 (public and Demo), https://pro-api.coingecko.com/api/v3 (paid).</p>',
        ),
        'GET /reference/authentication': site({ name: 'CoinGecko API' })(
          'Authentication',
          `<p>Generate a Demo key in the developer dashboard: click +Add New Key. Pass it in the header <code>x-cg-demo-api-key</code> or the query parameter <code>x_cg_demo_api_key</code>.</p>${sample("curl -X GET 'https://api.coingecko.com/api/v3/ping' -H 'x-cg-demo-api-key: YOUR_API_KEY'")}${sample("curl https://pro-api.coingecko.com/api/v3/ping -H 'x-cg-pro-api-key: YOUR_API_KEY'")}`,
        ),
      },
      otherwise: notFoundPage('CoinGecko API'),
    },
    'api.coingecko.com': {
      routes: {
        'GET /api/v3/ping': json(200, { gecko_says: '(V3) To the Moon!' }),
        'GET /api/v3/coins/list': json(200, [{ id: 'bitcoin' }]),
      },
      otherwise: json(404, { error: 'Incorrect path. Please check https://www.coingecko.com/api/' }),
    },
    'pro-api.coingecko.com': {
      routes: {
        '/api/v3/*': json(401, {
          timestamp: '2026-11-01T00:00:00.000+00:00',
          error_code: 10002,
          status: { error_message: "API Key Missing. Please make sure you're using the right authentication type." },
        }),
      },
      otherwise: json(404, { error: 'Incorrect path' }),
    },
  },
  expect: expectation({
    apiBases: [['https://api.coingecko.com', 'https://pro-api.coingecko.com']],
    tokenEndpoint: null,
    signals: {
      'structured-401': ['pass', 'partial', 'n/a'],
      'bearer-token': ['fail', 'n/a'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
  }),
  why: {},
};

export const secondWorlds: readonly World[] = [
  strava,
  intuit,
  mollie,
  datadog,
  meta,
  x,
  mapbox,
  sentry,
  fedex,
  intercom,
  vercel,
  huggingface,
  monday,
  mailchimp,
  coingecko,
];
