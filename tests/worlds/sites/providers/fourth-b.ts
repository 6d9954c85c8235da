/** Smaller providers and fictional firms as a digest of their manuals: Klaviyo, Typeform, Fitbit, Linode, Foursquare, and seven businesses that do not exist. */
import type { Answer, Reply, World } from '../../lib/world.ts';
import {
  aliasOf,
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
import { mcpSite, tokenEndpoint } from '../../lib/oauth.ts';
import { robots, shell } from '../../lib/pages.ts';
import { expectation, noCredit, signUp } from '../../lib/world.ts';
import { bare404, failure, hasClient, manual, plainPage, pre, shallow, statusHost, stubTwin } from './fourth-pages.ts';

const klaviyo = ((): World => {
  const D = 'https://developers.klaviyo.com/en';
  const nav = [
    ['Docs', `${D}/docs`],
    ['Authenticate API requests', `${D}/docs/authenticate_`],
    ['Set up OAuth', `${D}/docs/set_up_oauth`],
    ['API scopes', `${D}/docs/authenticate_#scopes`],
    ['API reference', `${D}/reference/api_overview`],
    ['Rate limits', `${D}/docs/rate_limits_and_error_handling`],
  ] as const;
  const docs = manual(' | Klaviyo Developers', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        errors: [
          {
            id: fresh(),
            status: 401,
            code: isBare(r) ? 'not_authenticated' : 'authentication_failed',
            title: isBare(r)
              ? 'Authentication credentials were not provided.'
              : 'Incorrect authentication credentials.',
            detail: isBare(r)
              ? "Missing or invalid authorization scheme. Please use 'Klaviyo-API-Key'."
              : 'Incorrect authentication credentials.',
            source: { pointer: '/data/' },
          },
        ],
      },
      { 'content-type': 'application/vnd.api+json', 'www-authenticate': 'Klaviyo-API-Key' },
    );
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    return !hasClient(r)
      ? failure(401, 'invalid_client', 'Client authentication is required')
      : !['authorization_code', 'refresh_token'].includes(g ?? '')
        ? failure(400, 'unsupported_grant_type', 'Unsupported grant type')
        : failure(401, 'invalid_client', 'Client not found');
  };
  return {
    id: 'klaviyo',
    kind: 'provider',
    title: 'A scheme word of its own for keys, Bearer for OAuth; token endpoint on the API host',
    target: 'https://www.klaviyo.com',
    dated: '2026-10',
    sources: ['developers.klaviyo.com'],
    hosts: {
      'klaviyo.com': aliasOf('https://www.klaviyo.com'),
      'www.klaviyo.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('Klaviyo: The B2C CRM', '<p>Power smarter digital relationships.</p>', {
            nav: [
              ['Products', 'https://www.klaviyo.com/products'],
              ['Pricing', 'https://www.klaviyo.com/pricing'],
              ['Sign up', 'https://www.klaviyo.com/sign-up'],
              ['Log in', 'https://www.klaviyo.com/login'],
            ],
            foot: [
              ['Developers', 'https://developers.klaviyo.com/'],
              ['Status', 'https://status.klaviyo.com/'],
            ],
          }),
          ...shallow('Klaviyo', nav, ['/products', '/pricing']),
          'GET /sign-up': shell('Sign up | Klaviyo'),
          'GET /login': shell('Login | Klaviyo'),
          'GET /oauth/authorize': shell('Klaviyo'),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Klaviyo'),
      },
      'developers.klaviyo.com': {
        routes: {
          'GET /': redirect(302, '/en'),
          'GET /en': docs('Klaviyo Developers', '<p>Integrate with Klaviyo. <a href="/en/docs">Get started</a></p>'),
          'GET /en/docs': docs(
            'Get started with Klaviyo APIs',
            '<p>Base URL https://a.klaviyo.com/api; public calls https://a.klaviyo.com/client.</p>',
          ),
          'GET /en/docs/authenticate_': docs(
            'Authenticate API requests',
            `<p>/api endpoints take a private API key: Settings &gt; Account &gt; API keys &gt; Create Private API Key; choose Read-only, Full or Custom access per scope. Private keys begin with pk_.</p>${pre("curl --request GET --url https://a.klaviyo.com/api/profiles/ --header 'Authorization: Klaviyo-API-Key your-private-api-key' --header 'revision: 2026-07-15'")}<table><tr><th>Scope</th><th>Access</th></tr><tr><td>profiles:read</td><td>Read profiles</td></tr><tr><td>campaigns:write</td><td>Write campaigns</td></tr></table>`,
          ),
          'GET /en/docs/set_up_oauth': docs(
            'Set up OAuth',
            `<p>Recommended for tech partners: authorization code with PKCE. https://www.klaviyo.com/oauth/authorize, then POST https://a.klaviyo.com/oauth/token with Basic authentication.</p>${pre("curl --request POST 'https://a.klaviyo.com/oauth/token' \\\n--header 'Authorization: Basic <base64 of client_id:client_secret>' \\\n--header 'Content-Type: application/x-www-form-urlencoded' \\\n--data-urlencode 'grant_type=refresh_token' \\\n--data-urlencode 'refresh_token=<refresh>'")}<p>Access tokens expire after one hour; call with <code>Authorization: Bearer &lt;access_token&gt;</code>. Refresh tokens end after 90 days without use.</p>`,
          ),
          'GET /en/docs/rate_limits_and_error_handling': docs(
            'Rate limits and error handling',
            '<p>401 not_authenticated; 403 permission_denied; 429 throttled.</p>',
          ),
          'GET /en/reference/api_overview': docs(
            'API overview',
            '<p>Specification: <a href="https://raw.githubusercontent.com/klaviyo/openapi/main/openapi/stable.json">openapi</a>.</p>',
          ),
          'GET /llms.txt': text(200, `# Klaviyo\n\n- [Authenticate](${D}/docs/authenticate_.md)\n`),
        },
        otherwise: bare404('Klaviyo Developers'),
      },
      'raw.githubusercontent.com': {
        routes: {
          'GET /klaviyo/openapi/main/openapi/stable.json': text(
            200,
            JSON.stringify({
              openapi: '3.0.2',
              info: { title: 'Klaviyo API', version: '2026-07-15' },
              servers: [{ url: 'https://a.klaviyo.com' }],
              paths: {
                '/api/profiles': {
                  get: {
                    operationId: 'get_profiles',
                    security: [{ 'Klaviyo-API-Key': ['profiles:read'] }],
                    responses: { 200: { description: 'OK' } },
                  },
                },
                '/api/lists': {
                  get: {
                    operationId: 'get_lists',
                    security: [{ 'Klaviyo-API-Key': ['lists:read'] }],
                    responses: { 200: { description: 'OK' } },
                  },
                },
              },
              components: {
                securitySchemes: { 'Klaviyo-API-Key': { type: 'apiKey', in: 'header', name: 'Authorization' } },
              },
            }),
          ),
        },
        otherwise: text(404, '404: Not Found'),
      },
      'a.klaviyo.com': {
        headers: { server: 'cloudflare' },
        routes: { 'POST /oauth/token': token, '/api/*': refuse },
        otherwise: json(404, { errors: [{ status: 404, code: 'not_found', title: 'Not found.' }] }),
      },
      'status.klaviyo.com': statusHost('Klaviyo'),
    },
    expect: expectation({
      apiBases: ['https://a.klaviyo.com'],
      tokenEndpoint: 'https://a.klaviyo.com/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': ['pass', 'partial'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'token-expiry': 'not judged: keys stay, OAuth tokens end after an hour' },
  };
})();

const typeform = ((): World => {
  const D = 'https://www.typeform.com/developers';
  const nav = [
    ['Get started', `${D}/get-started/`],
    ['Personal access token', `${D}/get-started/personal-access-token/`],
    ['Applications', `${D}/get-started/applications/`],
    ['Scopes', `${D}/get-started/scopes/`],
    ['Create API', `${D}/create/`],
    ['Responses API', `${D}/responses/`],
  ] as const;
  const docs = manual(' | Typeform Developers', nav);
  const refuse: Reply = (r) =>
    isBearer(r)
      ? json(403, {
          code: 'AUTHENTICATION_FAILED',
          description: 'Authentication credentials not found on the Request Headers',
        })
      : json(401, {
          code: 'AUTHENTICATION_FAILED',
          description: 'Authentication credentials not found on the Request Headers',
        });
  return {
    id: 'typeform',
    kind: 'provider',
    title: 'Personal tokens with scopes; OAuth code with optional refresh; a wrong token gets 403',
    target: 'https://typeform.com',
    dated: '2026-10',
    sources: ['typeform.com/developers'],
    hosts: {
      'typeform.com': aliasOf('https://www.typeform.com'),
      'developer.typeform.com': { routes: { '*': redirect(301, `${D}/`) } },
      'www.typeform.com': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': plainPage('Typeform: People-Friendly Forms and Surveys', '<p>Forms that break the norm.</p>', {
            nav: [
              ['Product', 'https://www.typeform.com/product/'],
              ['Pricing', 'https://www.typeform.com/pricing/'],
              ['Log in', 'https://admin.typeform.com/login'],
              ['Sign up', 'https://admin.typeform.com/signup'],
            ],
            foot: [
              ['Developers', `${D}/`],
              ['Status', 'https://status.typeform.com/'],
            ],
          }),
          ...shallow('Typeform', nav, ['/product', '/pricing']),
          'GET /developers': docs(
            'Typeform Developer Platform',
            '<p>Base URL https://api.typeform.com; EU accounts https://api.eu.typeform.com.</p>',
          ),
          'GET /developers/get-started': docs(
            'Get started',
            '<p>Two ways: a personal access token for your own account, OAuth 2.0 applications for others.</p>',
          ),
          'GET /developers/get-started/personal-access-token': docs(
            'Personal access token',
            `<p>Log in, click your name, Your settings, Personal tokens, Generate a new token; pick a name and Custom scopes. The token is shown once. A personal access token does not expire.</p>${pre('curl --request GET --url https://api.typeform.com/me --header "Authorization: Bearer tfp_…"')}`,
          ),
          'GET /developers/get-started/applications': docs(
            'OAuth 2.0 applications',
            `<p>https://api.typeform.com/oauth/authorize?client_id=…&redirect_uri=…&scope=accounts:read; exchange the temporary code:</p>${pre("curl --request POST --url https://api.typeform.com/oauth/token --header 'Content-Type: application/x-www-form-urlencoded' --data-urlencode 'grant_type=authorization_code' --data-urlencode 'code={temporary_code}' --data-urlencode 'client_id={id}' --data-urlencode 'client_secret={secret}'")}<p>The token lives one week. With the scope <code>offline</code> a refresh token comes with it; grant_type=refresh_token returns a new pair.</p>`,
          ),
          'GET /developers/get-started/scopes': docs(
            'Scopes',
            '<table><tr><td>forms:read</td><td>Retrieve forms</td></tr><tr><td>responses:write</td><td>Delete responses</td></tr></table>',
          ),
          'GET /developers/create': docs('Create API', '<p>GET https://api.typeform.com/forms</p>'),
          'GET /developers/responses': docs(
            'Responses API',
            '<p>GET https://api.typeform.com/forms/{form_id}/responses. A hidden field named token identifies a response; it is no credential.</p>',
          ),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Typeform'),
      },
      'admin.typeform.com': { routes: { 'GET *': shell('Typeform') } },
      'api.typeform.com': {
        headers: { server: 'istio-envoy' },
        routes: {
          'POST /oauth/token': (r) =>
            !parameter(r, 'grant_type')
              ? failure(
                  400,
                  'invalid_request',
                  'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
                )
              : failure(
                  401,
                  'invalid_client',
                  'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).',
                ),
          'GET /oauth/authorize': redirect(302, 'https://admin.typeform.com/login'),
          '/me': refuse,
          '/forms*': refuse,
          '/workspaces*': refuse,
          '/themes*': refuse,
          '/images*': refuse,
        },
        otherwise: json(404, { code: 'NOT_FOUND', description: 'Endpoint not found' }),
      },
      'status.typeform.com': statusHost('Typeform'),
    },
    expect: expectation({
      apiBases: ['https://api.typeform.com'],
      tokenEndpoint: 'https://api.typeform.com/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'token-expiry': 'not judged: personal tokens stay, application tokens live a week' },
  };
})();

const fitbit = ((): World => {
  const D = 'https://dev.fitbit.com/build/reference/web-api';
  const nav = [
    ['Web API', `${D}/`],
    ['Authorization', `${D}/developer-guide/authorization/`],
    ['Application design', `${D}/developer-guide/application-design/`],
    ['OAuth2 token', `${D}/authorization/oauth2-token/`],
    ['Swagger', `${D}/explore/`],
    ['Register an app', 'https://dev.fitbit.com/apps/new'],
  ] as const;
  const docs = manual(' - Fitbit Web API', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        errors: [
          {
            errorType: isBearer(r) ? 'invalid_token' : 'request',
            fieldName: 'n/a',
            message: isBearer(r)
              ? 'Access token invalid. Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API authorization process.'
              : 'Authorization header required. Visit https://dev.fitbit.com/docs/oauth2 for more information.',
          },
        ],
        success: false,
      },
      { 'www-authenticate': 'Bearer realm="api.fitbit.com"' },
    );
  const oauth = (status: number, errorType: string, message: string): Answer =>
    json(status, { errors: [{ errorType, message }], success: false });
  return {
    id: 'fitbit',
    kind: 'provider',
    title: 'Token errors in an envelope of its own; OIDC at the API host is missing; Swagger beside the manual',
    target: 'https://dev.fitbit.com',
    dated: '2026-10',
    sources: ['dev.fitbit.com/build/reference/web-api'],
    hosts: {
      'dev.fitbit.com': {
        routes: {
          'GET /': docs(
            'Fitbit Developer',
            '<p>Put Fitbit in more places. <a href="/build/reference/web-api/">Web API Reference</a></p>',
          ),
          'GET /build/reference/web-api': docs('Web API Reference', '<p>Endpoints at https://api.fitbit.com.</p>'),
          'GET /build/reference/web-api/developer-guide/application-design': docs(
            'Application Design',
            '<p>Types: Server, Client, Personal. Personal: intraday data of the owner. The client id and secret are shown after registration; intraday data for others needs an approval.</p>',
          ),
          'GET /build/reference/web-api/developer-guide/authorization': docs(
            'Authorization',
            `<p>OAuth 2.0: Authorization Code Grant Flow with PKCE (recommended), Authorization Code Grant Flow, Implicit Grant Flow (not recommended). https://www.fitbit.com/oauth2/authorize. The access token ends after 8 hours (28800 seconds); the refresh token can be used once. Client credentials: server applications may ask for a token of the application itself.</p><table><tr><td>activity</td><td>Activity data</td></tr><tr><td>sleep</td><td>Sleep data</td></tr><tr><td>heartrate</td><td>Heart rate</td></tr></table>`,
          ),
          'GET /build/reference/web-api/authorization/oauth2-token': docs(
            'OAuth2 Token',
            `<p>POST https://api.fitbit.com/oauth2/token</p>${pre("curl -X POST 'https://api.fitbit.com/oauth2/token' -H 'Authorization: Basic MjJCQ0REOjFiN2Y=' -H 'Content-Type: application/x-www-form-urlencoded' --data 'grant_type=refresh_token' --data 'refresh_token=<refresh token>'")}${pre("curl -X GET 'https://api.fitbit.com/1/user/-/profile.json' -H 'Authorization: Bearer <access_token>'")}`,
          ),
          'GET /build/reference/web-api/explore': html(
            200,
            '<!DOCTYPE html><html><head><title>Fitbit Web API Explorer</title></head><body><div id="swagger-ui"></div><script>window.ui = SwaggerUIBundle({ url: "fitbit-web-api-swagger.json", dom_id: "#swagger-ui" });</script></body></html>',
          ),
          'GET /build/reference/web-api/explore/fitbit-web-api-swagger.json': json(200, {
            swagger: '2.0',
            info: { title: 'Fitbit Web API Explorer', version: '1' },
            host: 'api.fitbit.com',
            basePath: '/',
            schemes: ['https'],
            securityDefinitions: {
              oauth2: {
                type: 'oauth2',
                flow: 'accessCode',
                authorizationUrl: 'https://www.fitbit.com/oauth2/authorize',
                tokenUrl: 'https://api.fitbit.com/oauth2/token',
                scopes: { activity: 'Activity', sleep: 'Sleep' },
              },
            },
            paths: {
              '/1/user/-/profile.json': {
                get: {
                  operationId: 'getProfile',
                  security: [{ oauth2: ['profile'] }],
                  responses: { 200: { description: 'ok' } },
                },
              },
              '/1/user/-/devices.json': {
                get: {
                  operationId: 'getDevices',
                  security: [{ oauth2: ['settings'] }],
                  responses: { 200: { description: 'ok' } },
                },
              },
            },
          }),
          'GET /apps*': redirect(
            302,
            'https://accounts.fitbit.com/login?targetUrl=https%3A%2F%2Fdev.fitbit.com%2Fapps',
          ),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Fitbit Developer'),
      },
      'accounts.fitbit.com': { routes: { 'GET *': shell('Fitbit') } },
      'www.fitbit.com': {
        routes: {
          'GET /': redirect(302, 'https://www.fitbit.com/global/us/home'),
          'GET /global/us/home': plainPage('Fitbit Official Site', '<p>Trackers and more.</p>', {
            nav: [['Developers', 'https://dev.fitbit.com/']],
          }),
          'GET /oauth2/authorize': redirect(302, 'https://accounts.fitbit.com/login'),
        },
        otherwise: bare404('Fitbit'),
      },
      'api.fitbit.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'POST /oauth2/token': (r) => {
            const g = parameter(r, 'grant_type');
            return !g
              ? oauth(400, 'invalid_request', 'Missing parameter grant_type. Visit https://dev.fitbit.com/docs/oauth2.')
              : !['authorization_code', 'refresh_token', 'client_credentials'].includes(g)
                ? oauth(400, 'unsupported_grant_type', `Unsupported grant_type: ${g}`)
                : !hasClient(r)
                  ? oauth(400, 'invalid_request', 'Missing client_id')
                  : oauth(401, 'invalid_client', 'Invalid authorization header. Client id invalid.');
          },
          '/1/*': refuse,
          '/1.2/*': refuse,
        },
        otherwise: json(404, {
          errors: [
            { errorType: 'not_found', fieldName: 'n/a', message: 'The API you are requesting could not be found.' },
          ],
          success: false,
        }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.fitbit.com'],
      tokenEndpoint: 'https://api.fitbit.com/oauth2/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['pass', 'partial'],
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
        'browser-only-oauth': 'absent',
      },
      notJudged: ['implicit'],
    }),
    why: { implicit: 'not judged: documented and discouraged' },
  };
})();

const linode = ((): World => {
  const D = 'https://techdocs.akamai.com/linode-api/reference';
  const nav = [
    ['Linode API', `${D}/api`],
    ['Get started', `${D}/get-started`],
    ['OAuth', `${D}/oauth-section`],
    ['Errors', `${D}/errors`],
    ['Rate limits', `${D}/rate-limits`],
    ['Cloud Manager', 'https://cloud.linode.com/profile/tokens'],
  ] as const;
  const docs = manual(' | Akamai TechDocs', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      { errors: [{ reason: isBare(r) ? 'Invalid Token' : 'Invalid Token' }] },
      { 'x-oauth-scopes': 'unknown', 'x-accepted-oauth-scopes': '*', 'www-authenticate': 'Bearer realm="linode"' },
    );
  return {
    id: 'linode',
    kind: 'provider',
    title: 'Docs under the mother company; personal tokens with scopes and an end; an old name that redirects',
    target: 'https://www.linode.com',
    dated: '2026-10',
    sources: ['techdocs.akamai.com/linode-api'],
    hosts: {
      'linode.com': aliasOf('https://www.linode.com'),
      'developers.linode.com': { routes: { '*': redirect(301, `${D}/api`) } },
      'www.linode.com': {
        routes: {
          'GET /': plainPage('Cloud Computing | Linode, now Akamai', '<p>Cloud computing developers trust.</p>', {
            nav: [
              ['Products', 'https://www.linode.com/products/'],
              ['API', 'https://developers.linode.com/'],
              ['Pricing', 'https://www.linode.com/pricing/'],
              ['Log in', 'https://login.linode.com/login'],
              ['Sign up', 'https://login.linode.com/signup'],
            ],
          }),
          ...shallow('Linode', nav, ['/products', '/pricing']),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Linode'),
      },
      'login.linode.com': {
        routes: {
          'GET /login': shell('Akamai | Log in'),
          'GET /signup': shell('Akamai | Sign up'),
          'POST /oauth/token': (r) =>
            !hasClient(r)
              ? json(401, { error: 'invalid_client' })
              : json(401, { error: 'invalid_client', error_description: 'no such client' }),
          'GET /oauth/authorize': html(400, '<html><body>client_id is required</body></html>'),
        },
        otherwise: bare404('Linode Login'),
      },
      'techdocs.akamai.com': {
        routes: {
          'GET /linode-api/reference/api': docs(
            'Linode API',
            '<p>Automate. All endpoints under <code>https://api.linode.com/v4</code>. <a href="https://raw.githubusercontent.com/linode/linode-api-openapi/main/openapi.json">OpenAPI specification</a>.</p>',
          ),
          'GET /linode-api/reference/get-started': docs(
            'Get started',
            `<p>Create a personal access token in Cloud Manager: Profile, API Tokens, Create a Personal Access Token; label, expiry (1 month, 3 months, 6 months, never) and for each resource None, Read Only or Read/Write.</p>${pre('curl -H "Authorization: Bearer $TOKEN" https://api.linode.com/v4/linode/instances')}`,
          ),
          'GET /linode-api/reference/oauth-section': docs(
            'OAuth',
            '<p>For applications: register a client in Cloud Manager. Send users to <code>https://login.linode.com/oauth/authorize</code>; exchange the code by POST to <code>https://login.linode.com/oauth/token</code> (client_id, client_secret, code). The access token expires after expires_in (two hours); a refresh_token comes with it: grant_type=refresh_token. Public clients get the token in the fragment (response_type=token).</p><table><tr><td>linodes:read_only</td><td>View Linodes</td></tr><tr><td>domains:read_write</td><td>Edit domains</td></tr></table>',
          ),
          'GET /linode-api/reference/errors': docs(
            'Errors',
            '<p>401 Unauthorized: you failed to authenticate. Body: {"errors":[{"reason":"Invalid Token"}]}.</p>',
          ),
          'GET /linode-api/reference/rate-limits': docs('Rate limits', '<p>200 per minute.</p>'),
          'GET /': redirect(302, 'https://techdocs.akamai.com/home'),
          'GET /home': docs('Akamai TechDocs', '<p>All products.</p>'),
        },
        otherwise: bare404('Akamai TechDocs'),
      },
      'raw.githubusercontent.com': {
        routes: {
          'GET /linode/linode-api-openapi/main/openapi.json': text(
            200,
            JSON.stringify({
              openapi: '3.0.1',
              info: { title: 'Linode API', version: '4.180' },
              servers: [{ url: 'https://api.linode.com' }],
              paths: Object.fromEntries(
                ['/{apiVersion}/account', '/{apiVersion}/linode/instances', '/{apiVersion}/profile'].map((path) => [
                  path,
                  {
                    parameters: [
                      {
                        name: 'apiVersion',
                        in: 'path',
                        required: true,
                        schema: { type: 'string', enum: ['v4', 'v4beta'] },
                      },
                    ],
                    get: {
                      operationId: `get${path.replace(/\W+/g, '-')}`,
                      security: [{ personalAccessToken: [] }, { oauth: ['account:read_only'] }],
                      responses: { 200: { description: 'ok' } },
                    },
                  },
                ]),
              ),
              components: {
                securitySchemes: {
                  personalAccessToken: { type: 'http', scheme: 'bearer' },
                  oauth: {
                    type: 'oauth2',
                    flows: {
                      authorizationCode: {
                        authorizationUrl: 'https://login.linode.com/oauth/authorize',
                        tokenUrl: 'https://login.linode.com/oauth/token',
                        scopes: { 'account:read_only': 'View account' },
                      },
                    },
                  },
                },
              },
            }),
          ),
        },
        otherwise: text(404, '404: Not Found'),
      },
      'api.linode.com': {
        routes: {
          'GET /v4/regions': json(200, { data: [{ id: 'eu-west' }], page: 1, pages: 1, results: 1 }),
          '/v4/*': refuse,
          '/v4beta/*': refuse,
        },
        otherwise: json(404, { errors: [{ reason: 'Not found' }] }),
      },
      'cloud.linode.com': { routes: { 'GET *': shell('Akamai Cloud Manager') } },
    },
    expect: expectation({
      apiBases: ['https://api.linode.com'],
      tokenEndpoint: 'https://login.linode.com/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['pass', 'partial'],
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': ['absent', 'unknown'],
      },
      notJudged: ['implicit'],
    }),
    why: { implicit: 'not judged: for public clients' },
  };
})();

const foursquare = ((): World => {
  const D = 'https://docs.foursquare.com';
  const nav = [
    ['Docs', `${D}/`],
    ['Getting started', `${D}/fsq-developers-places/reference/getting-started`],
    ['Authentication', `${D}/fsq-developers-places/reference/authentication`],
    ['Rate limits', `${D}/fsq-developers-places/reference/rate-limits`],
    ['Developer console', 'https://foursquare.com/developers/home'],
  ] as const;
  const docs = manual(' - Foursquare', nav);
  const places: Reply = json(401, { message: 'Invalid request token.' });
  const v2: Reply = (r) =>
    json(400, {
      meta: {
        code: 400,
        errorType: 'invalid_auth',
        errorDetail: r.query.has('oauth_token')
          ? 'OAuth token invalid or revoked.'
          : 'Missing access credentials. See https://docs.foursquare.com/reference/authentication-1 for details.',
        requestId: fresh(),
      },
      response: {},
    });
  return {
    id: 'foursquare',
    kind: 'provider',
    title: 'Service keys as bearer on a new host; an old host that answers 400',
    target: 'https://foursquare.com',
    dated: '2026-10',
    sources: ['docs.foursquare.com'],
    hosts: {
      'www.foursquare.com': aliasOf('https://foursquare.com'),
      'location.foursquare.com': aliasOf('https://foursquare.com'),
      'foursquare.com': {
        routes: {
          'GET /': plainPage('Foursquare - The Trusted Location Data Platform', '<p>Location intelligence.</p>', {
            nav: [
              ['Products', 'https://foursquare.com/products/'],
              ['Developers', `${D}/`],
              ['Pricing', 'https://foursquare.com/pricing/'],
              ['Contact', 'https://foursquare.com/contact-us/'],
              ['Log in', 'https://foursquare.com/developers/login'],
            ],
          }),
          ...shallow('Foursquare', nav, ['/products', '/pricing', '/contact-us']),
          'GET /developers/*': shell('Foursquare Developers'),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Foursquare'),
      },
      'docs.foursquare.com': {
        routes: {
          'GET /': docs('Foursquare Documentation', '<p>Places API, Movement SDK.</p>'),
          'GET /fsq-developers-places/reference/getting-started': docs(
            'Getting started',
            '<p>Create a free developer account, create a project, Generate Service API Key, copy it. Pay as you go after 10,000 free calls.</p>',
          ),
          'GET /fsq-developers-places/reference/authentication': docs(
            'Authentication',
            `<p>Places API endpoints use a Service API Key as a bearer token and the header X-Places-Api-Version.</p>${pre("curl --request GET \\\n     --url 'https://places-api.foursquare.com/places/search?query=coffee' \\\n     --header 'accept: application/json' \\\n     --header 'authorization: Bearer <YOUR_SERVICE_KEY>' \\\n     --header 'X-Places-Api-Version: 2025-06-17'")}<p>Legacy endpoints at https://api.foursquare.com/v2 are read-only for existing customers.</p>`,
          ),
          'GET /fsq-developers-places/reference/rate-limits': docs('Rate limits', '<p>50 queries per second.</p>'),
          'GET /llms.txt': text(
            200,
            `# Foursquare\n\n- [Authentication](${D}/fsq-developers-places/reference/authentication.md)\n`,
          ),
          'GET /*.md': stubTwin('Foursquare', `${D}/llms.txt`),
        },
        otherwise: bare404('Foursquare Documentation'),
      },
      'places-api.foursquare.com': { routes: { '/places/*': places }, otherwise: json(404, { message: 'Not Found' }) },
      'api.foursquare.com': {
        routes: { '/v2/*': v2, '/v3/*': json(410, { message: 'This endpoint has been retired.' }) },
        otherwise: json(404, { meta: { code: 404 } }),
      },
    },
    expect: expectation({
      apiBases: ['https://places-api.foursquare.com'],
      tokenEndpoint: null,
      flows: {},
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['fail', 'n/a', 'partial', 'unknown'],
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': 'places: 401 JSON; legacy: 400' },
  };
})();

/** Fictional from here on. */
const simple = (
  name: string,
  domain: string,
  nav: readonly (readonly [string, string])[],
  hero: string,
  paths: readonly string[],
): Record<string, Reply> => ({
  'GET /': plainPage(`${name} | ${hero}`, `<p>${hero}.</p>`, { nav }),
  ...shallow(name, nav, paths),
  'GET /robots.txt': robots(`User-agent: *\nAllow: /\nSitemap: https://${domain}/sitemap.xml\n`),
});

const tallyroom = ((): World => {
  const nav = [
    ['Features', 'https://tallyroom.test/features'],
    ['Pricing', 'https://tallyroom.test/pricing'],
    ['Guides', 'https://tallyroom.test/guides'],
    ['API', 'https://tallyroom.test/guides/api'],
    ['Sign in', 'https://app.tallyroom.test/users/sign_in'],
    ['Start free trial', 'https://app.tallyroom.test/users/sign_up'],
  ] as const;
  const docs = manual(' - Tallyroom guides', nav);
  const refuse: Reply = (r) =>
    isBearer(r)
      ? json(
          401,
          { error: 'Invalid API token' },
          { 'www-authenticate': 'Token realm="Application"', 'x-runtime': '0.003' },
        )
      : json(401, { error: 'You need to sign in or sign up before continuing.' }, { 'x-runtime': '0.003' });
  return {
    id: 'tallyroom',
    kind: 'provider',
    title: 'Rails with Devise: personal tokens, one guide page, the API under the application host',
    target: 'https://tallyroom.test',
    dated: '2026-10',
    sources: ['Rails and Devise behaviour'],
    hosts: {
      'www.tallyroom.test': aliasOf('https://tallyroom.test'),
      'tallyroom.test': {
        routes: {
          ...simple('Tallyroom', 'tallyroom.test', nav, 'Stocktaking without tears', ['/features', '/pricing']),
          'GET /guides': docs(
            'Guides',
            '<ul><li><a href="/guides/api">Using the API</a></li><li><a href="/guides/sessions">Why was I signed out?</a></li></ul>',
          ),
          'GET /guides/sessions': docs('Why was I signed out?', '<p>Your session cookie ends after 30 minutes.</p>'),
          'GET /guides/api': docs(
            'Using the API',
            `<p>Any member can create a personal API token under Profile, API tokens; give it a name, tick Read or Read and write, and it is yours at once. Tokens do not expire; delete one to revoke it.</p>${pre('curl https://app.tallyroom.test/api/v1/counts.json -H "Authorization: Bearer trp_4f1c…"')}<p>A missing or wrong token answers 401.</p>`,
          ),
        },
        otherwise: bare404('Tallyroom'),
      },
      'app.tallyroom.test': {
        headers: { server: 'nginx' },
        routes: {
          'GET /users/sign_in': html(
            200,
            '<!DOCTYPE html><html><head><title>Tallyroom</title><meta name="csrf-token" content="x"></head><body><form action="/users/sign_in" method="post"><input name="user[email]"><input name="user[password]" type="password"></form></body></html>',
            { 'set-cookie': `_tallyroom_session=${fresh()}; path=/; HttpOnly; secure` },
          ),
          'GET /users/sign_up': html(
            200,
            '<!DOCTYPE html><html><head><title>Tallyroom</title></head><body><h1>Start your free trial</h1><form action="/users" method="post"><input name="user[email]"><input name="user[password]" type="password"><button>Create account</button></form></body></html>',
          ),
          '/api/v1/counts*': refuse,
          '/api/v1/items*': refuse,
          '/api/*': json(404, { status: 404, error: 'Not Found' }),
          'GET /': redirect(302, 'https://app.tallyroom.test/users/sign_in', {
            'set-cookie': `_tallyroom_session=${fresh()}; path=/; HttpOnly; secure`,
          }),
        },
        otherwise: html(
          404,
          "<!DOCTYPE html><html><head><title>The page you were looking for doesn't exist (404)</title></head><body><h1>The page you were looking for doesn't exist.</h1></body></html>",
        ),
      },
    },
    expect: expectation({
      apiBases: ['https://app.tallyroom.test'],
      tokenEndpoint: null,
      flows: {},
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': ['fail', 'n/a', 'partial', 'unknown'],
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'session-cookie-only': 'absent' },
    }),
    why: { 'session-cookie-only': 'the application has sessions, the API has tokens' },
  };
})();

const glyphstack = ((): World => {
  const nav = [
    ['Docs', 'https://glyphstack.test/docs'],
    ['GraphQL API', 'https://glyphstack.test/docs/graphql'],
    ['Access tokens', 'https://glyphstack.test/docs/access-tokens'],
    ['Changelog', 'https://glyphstack.test/changelog'],
    ['Log in', 'https://studio.glyphstack.test/login'],
  ] as const;
  const docs = manual(' | Glyphstack', nav);
  return {
    id: 'glyphstack',
    kind: 'provider',
    title: 'GraphQL only: 200 with UNAUTHENTICATED, tokens from the studio, llms.txt with dead twins',
    target: 'https://glyphstack.test',
    dated: '2026-10',
    sources: ['Apollo Server behaviour'],
    hosts: {
      'www.glyphstack.test': aliasOf('https://glyphstack.test', 308),
      'glyphstack.test': {
        headers: { server: 'Vercel' },
        routes: {
          ...simple('Glyphstack', 'glyphstack.test', nav, 'Content as a graph', ['/changelog']),
          'GET /docs': docs('Documentation', '<p>Everything goes through one GraphQL endpoint.</p>'),
          'GET /docs/graphql': docs(
            'GraphQL API',
            `<p>POST https://graph.glyphstack.test/graphql. Errors come with HTTP 200; look at <code>errors[].extensions.code</code>.</p>${pre('curl https://graph.glyphstack.test/graphql \\\n  -H "Authorization: Bearer $GLYPH_TOKEN" \\\n  -H "Content-Type: application/json" \\\n  -d \'{"query":"{ viewer { id } }"}\'')}`,
          ),
          'GET /docs/access-tokens': docs(
            'Access tokens',
            '<p>Studio, Settings, Access tokens, New token. Choose the spaces and the role (Viewer, Editor, Admin) and a lifetime of 7, 30 or 90 days. There is no OAuth.</p>',
          ),
          'GET /llms.txt': text(
            200,
            '# Glyphstack\n\n- [GraphQL](https://glyphstack.test/docs/graphql.md)\n- [Access tokens](https://glyphstack.test/docs/access-tokens.md)\n',
          ),
        },
        otherwise: bare404('Glyphstack'),
      },
      'studio.glyphstack.test': { routes: { 'GET *': shell('Glyphstack Studio') } },
      'graph.glyphstack.test': {
        routes: {
          'POST /graphql': (r) => {
            const q = parameter(r, 'query') ?? '';
            return /__typename/.test(q) && !/viewer|__schema/.test(q)
              ? json(200, { data: { __typename: 'Query' } })
              : /__schema/.test(q)
                ? json(400, {
                    errors: [
                      {
                        message:
                          'GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type.',
                        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
                      },
                    ],
                  })
                : q === ''
                  ? json(400, {
                      errors: [
                        {
                          message:
                            'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
                          extensions: { code: 'BAD_REQUEST' },
                        },
                      ],
                    })
                  : json(200, {
                      data: null,
                      errors: [
                        {
                          message: 'You must be signed in.',
                          path: ['viewer'],
                          extensions: { code: 'UNAUTHENTICATED' },
                        },
                      ],
                    });
          },
          'GET /graphql': text(
            400,
            'This operation has been blocked as a potential Cross-Site Request Forgery (CSRF).',
          ),
        },
        otherwise: html(404, '<!DOCTYPE html><html><body><pre>Cannot GET /</pre></body></html>'),
      },
    },
    expect: expectation({
      apiBases: ['https://graph.glyphstack.test'],
      tokenEndpoint: null,
      flows: {},
      signals: {
        'structured-401': ['partial', 'fail', 'unknown'],
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'session-cookie-only': 'absent' },
      notJudged: ['token-rotation-without-refresh'],
    }),
    why: {
      'structured-401': 'errors come with 200',
      'token-expiry': 'not judged: tokens end and are made anew by hand',
    },
  };
})();

const verivault = ((): World => {
  const nav = [
    ['Platform', 'https://www.verivault.test/platform'],
    ['Developers', 'https://developers.verivault.test/'],
    ['Request access', 'https://www.verivault.test/request-access'],
    ['Contact', 'https://www.verivault.test/contact'],
    ['Client login', 'https://portal.verivault.test/'],
  ] as const;
  const docs = manual(' | VeriVault developer portal', [
    ['Overview', 'https://developers.verivault.test/'],
    ['Onboarding', 'https://developers.verivault.test/onboarding'],
    ['Authentication', 'https://developers.verivault.test/authentication'],
    ['Errors', 'https://developers.verivault.test/errors'],
  ]);
  const refuse: Reply = () =>
    json(
      401,
      { error: { code: 'unauthenticated', message: 'Access token missing or invalid' }, correlationId: fresh() },
      { 'www-authenticate': 'Bearer realm="verivault"' },
    );
  return {
    id: 'verivault',
    kind: 'provider',
    title: 'Client credentials behind a contract: keys come by e-mail after review',
    target: 'https://verivault.test',
    dated: '2026-10',
    sources: ['fictional'],
    hosts: {
      'verivault.test': aliasOf('https://www.verivault.test'),
      'www.verivault.test': {
        routes: {
          ...simple('VeriVault', 'www.verivault.test', nav, 'Identity checks for regulated firms', [
            '/platform',
            '/contact',
          ]),
          'GET /request-access': plainPage(
            'Request access | VeriVault',
            '<form method="post"><input name="company"><input name="email"><textarea name="use_case"></textarea><button>Submit</button></form><p>Our compliance team reviews every application within ten working days.</p>',
            { nav },
          ),
        },
        otherwise: bare404('VeriVault'),
      },
      'developers.verivault.test': {
        routes: {
          'GET /': docs(
            'Overview',
            '<p>REST, JSON; production https://api.verivault.test/v3, sandbox https://sandbox.api.verivault.test/v3.</p>',
          ),
          'GET /onboarding': docs(
            'Onboarding',
            '<p>Access is by application only. Submit the request form, pass our due diligence and sign the data agreement; your account manager then sends client_id and client_secret for sandbox and production. There is no self-service sign-up.</p>',
          ),
          'GET /authentication': docs(
            'Authentication',
            `<p>OAuth 2.0 client credentials; scopes checks:read, checks:write. Tokens expire after 15 minutes (expires_in 900); request a new one.</p>${pre('curl -X POST https://auth.verivault.test/oauth2/token \\\n  -u "$CLIENT_ID:$CLIENT_SECRET" \\\n  -d grant_type=client_credentials -d scope="checks:read"')}${pre('curl https://api.verivault.test/v3/checks -H "Authorization: Bearer $TOKEN"')}`,
          ),
          'GET /errors': docs('Errors', '<p>401 unauthenticated; 403 forbidden; 429 throttled.</p>'),
        },
        otherwise: bare404('VeriVault developer portal'),
      },
      'auth.verivault.test': {
        routes: {
          'POST /oauth2/token': tokenEndpoint({
            grants: ['client_credentials'],
            order: 'client-first',
            noClient: failure(401, 'invalid_client', 'No client authentication found'),
            unknownClient: failure(401, 'invalid_client', 'Unknown client'),
          }),
        },
        otherwise: { status: 404, body: '' },
      },
      'api.verivault.test': {
        routes: { '/v3/*': refuse },
        otherwise: json(404, { error: { code: 'not_found', message: 'No such resource' } }),
      },
      'sandbox.api.verivault.test': {
        routes: { '/v3/*': refuse },
        otherwise: json(404, { error: { code: 'not_found' } }),
      },
      'portal.verivault.test': { routes: { 'GET *': shell('VeriVault') } },
    },
    expect: expectation({
      apiBases: ['https://api.verivault.test'],
      tokenEndpoint: 'https://auth.verivault.test/oauth2/token',
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': 'fail',
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
    why: {},
  };
})();

const brackwater = ((): World => {
  const nav = [
    ['Catalogue', 'https://data.brackwater.test/catalogue'],
    ['API', 'https://data.brackwater.test/api-docs'],
    ['Licence', 'https://data.brackwater.test/licence'],
    ['Contact', 'https://data.brackwater.test/contact'],
  ] as const;
  const docs = manual(' - Brackwater Open Data', nav);
  return {
    id: 'brackwater',
    kind: 'provider',
    title: 'A city’s open data: no keys, unknown paths answer 200 with the portal',
    target: 'https://data.brackwater.test',
    dated: '2026-10',
    sources: ['CKAN behaviour'],
    hosts: {
      'data.brackwater.test': {
        headers: { server: 'nginx' },
        routes: {
          'GET /': docs('Brackwater Open Data', '<p>312 data sets. Free to use, no registration.</p>'),
          'GET /catalogue': docs('Catalogue', '<p>Trees, parking, air quality.</p>'),
          'GET /licence': docs('Licence', '<p>CC BY 4.0.</p>'),
          'GET /contact': docs('Contact', '<p>opendata@brackwater.test</p>'),
          'GET /api-docs': docs(
            'API',
            `<p>The API is open: no key, no token, no sign-up. Please stay under 10 requests per second.</p>${pre('curl "https://data.brackwater.test/api/3/action/package_search?q=trees"')}`,
          ),
          'GET /api/3/action/package_list': json(200, {
            help: '/api/3/action/help_show?name=package_list',
            success: true,
            result: ['trees', 'parking'],
          }),
          'GET /api/3/action/package_search': json(200, {
            success: true,
            result: { count: 1, results: [{ name: 'trees' }] },
          }),
          'GET /api/3': json(200, { version: 3 }),
          '/api/*': json(404, { success: false, error: { __type: 'Not Found Error', message: 'Not found' } }),
          'GET /robots.txt': robots(),
          'GET *': (r) =>
            /^\/\.well-known\/|\.(json|txt|ya?ml|xml)$/.test(r.path)
              ? html(404, '<html><body>404</body></html>')
              : html(
                  200,
                  '<!DOCTYPE html><html><head><title>Brackwater Open Data</title></head><body><h1>Page does not exist</h1><p>Sorry.</p></body></html>',
                ),
        },
        otherwise: xml(405, '<error/>'),
      },
    },
    expect: expectation({
      apiBases: ['https://data.brackwater.test'],
      tokenEndpoint: null,
      flows: {},
      signals: {
        'structured-401': ['pass', 'n/a', 'unknown'],
        'bearer-token': noCredit,
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['n/a', 'unknown', 'pass'],
        'token-expiry': noCredit,
        'scope-restriction': noCredit,
      },
      outcome: 'scored',
      antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
    }),
    why: {
      'structured-401': 'an API that needs no credentials earns the top of the ladder (DESIGN §6) or nothing applies',
      outcome: 'the documentation says that the API needs no key, and an operation answers',
    },
  };
})();

const fleetwise = ((): World => {
  const I = 'https://login.fleetwise.test/realms/partners';
  const nav = [
    ['Product', 'https://fleetwise.test/product'],
    ['API', 'https://fleetwise.test/developers'],
    ['Status', 'https://status.fleetwise.test/'],
    ['Log in', 'https://app.fleetwise.test/'],
  ] as const;
  const docs = manual(' | Fleetwise developers', [
    ['Overview', 'https://fleetwise.test/developers'],
    ['Getting a token', 'https://fleetwise.test/developers/token'],
    ['Vehicles', 'https://fleetwise.test/developers/vehicles'],
  ]);
  const refuse: Reply = (r) =>
    json(
      401,
      { timestamp: '2026-10-01T10:00:00Z', status: 401, error: 'Unauthorized', path: r.path },
      {
        'www-authenticate': isBearer(r)
          ? 'Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Malformed token", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"'
          : 'Bearer',
      },
    );
  const P = `${I}/protocol/openid-connect`;
  return {
    id: 'fleetwise',
    kind: 'provider',
    title: 'Keycloak realm at a path issuer, Spring resource server, service accounts made in the console',
    target: 'https://fleetwise.test',
    dated: '2026-10',
    sources: ['Keycloak 26 and Spring Security behaviour'],
    hosts: {
      'www.fleetwise.test': aliasOf('https://fleetwise.test'),
      'fleetwise.test': {
        routes: {
          ...simple('Fleetwise', 'fleetwise.test', nav, 'Telematics for hauliers', ['/product']),
          'GET /developers': docs(
            'Overview',
            '<p>Base URL https://api.fleetwise.test/telemetry/v2; JSON; OAuth 2.0.</p>',
          ),
          'GET /developers/token': docs(
            'Getting a token',
            `<p>In the console open Integrations, Service accounts, New; client id and secret are shown at once; assign roles vehicles:read, trips:read, drivers:manage. Access tokens live five minutes (expires_in 300); ask again.</p>${pre(`curl -X POST ${P}/token \\\n  -d client_id=my-service -d client_secret=… -d grant_type=client_credentials`)}`,
          ),
          'GET /developers/vehicles': docs(
            'Vehicles',
            pre('curl https://api.fleetwise.test/telemetry/v2/vehicles -H "Authorization: Bearer $TOKEN"'),
          ),
        },
        otherwise: bare404('Fleetwise'),
      },
      'status.fleetwise.test': statusHost('Fleetwise'),
      'app.fleetwise.test': { routes: { 'GET *': shell('Fleetwise') } },
      'login.fleetwise.test': {
        routes: {
          'GET /realms/partners/.well-known/openid-configuration': json(200, {
            issuer: I,
            authorization_endpoint: `${P}/auth`,
            token_endpoint: `${P}/token`,
            introspection_endpoint: `${P}/token/introspect`,
            userinfo_endpoint: `${P}/userinfo`,
            end_session_endpoint: `${P}/logout`,
            frontchannel_logout_supported: true,
            jwks_uri: `${P}/certs`,
            check_session_iframe: `${P}/login-status-iframe.html`,
            grant_types_supported: [
              'authorization_code',
              'client_credentials',
              'implicit',
              'password',
              'refresh_token',
              'urn:ietf:params:oauth:grant-type:device_code',
              'urn:openid:params:grant-type:ciba',
            ],
            acr_values_supported: ['0', '1'],
            response_types_supported: [
              'code',
              'none',
              'id_token',
              'token',
              'id_token token',
              'code id_token',
              'code token',
              'code id_token token',
            ],
            subject_types_supported: ['public', 'pairwise'],
            registration_endpoint: `${I}/clients-registrations/openid-connect`,
            token_endpoint_auth_methods_supported: [
              'private_key_jwt',
              'client_secret_basic',
              'client_secret_post',
              'tls_client_auth',
              'client_secret_jwt',
            ],
            scopes_supported: ['openid', 'offline_access', 'vehicles:read', 'trips:read'],
            code_challenge_methods_supported: ['plain', 'S256'],
            device_authorization_endpoint: `${P}/auth/device`,
            mtls_endpoint_aliases: { token_endpoint: `${P}/token` },
          }),
          'GET /realms/partners': json(200, {
            realm: 'partners',
            public_key: 'MIIB',
            'token-service': P,
            'account-service': `${I}/account`,
            'tokens-not-before': 0,
          }),
          'POST /realms/partners/protocol/openid-connect/token': (r) =>
            !parameter(r, 'grant_type')
              ? failure(400, 'invalid_request', 'Missing form parameter: grant_type')
              : !hasClient(r)
                ? failure(401, 'invalid_client', 'Invalid client or Invalid client credentials')
                : failure(401, 'invalid_client', 'Invalid client or Invalid client credentials'),
          'POST /realms/partners/clients-registrations/openid-connect': failure(
            403,
            'insufficient_scope',
            "Policy 'Trusted Hosts' rejected request to client-registration service. Details: Host not trusted.",
          ),
          'GET /realms/partners/protocol/openid-connect/certs': json(200, { keys: [] }),
        },
        otherwise: json(404, { error: 'Unable to find matching target resource method' }),
      },
      'api.fleetwise.test': { routes: { '/telemetry/v2/*': refuse }, otherwise: refuse },
    },
    expect: expectation({
      apiBases: ['https://api.fleetwise.test'],
      tokenEndpoint: `${P}/token`,
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': 'pass',
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
      notJudged: ['authorization_code', 'implicit', 'device_code', 'refresh_token', 'password'],
    }),
    why: { authorization_code: 'not judged, like the other grants: Keycloak lists them all, the manual has one' },
  };
})();

const inkwell = ((): World => {
  const A = 'https://app.inkwell.test';
  const login: Reply = (r) =>
    redirect(302, `${A}/login?next=${encodeURIComponent(r.path)}`, {
      'set-cookie': `sessionid=${fresh()}; Path=/; HttpOnly; Secure; SameSite=Lax`,
    });
  return {
    id: 'inkwell',
    kind: 'provider',
    title: 'A login wall: the name goes straight to the application, the API needs its session',
    target: 'https://inkwell.test',
    dated: '2026-10',
    sources: ['Django behaviour'],
    hosts: {
      'inkwell.test': { routes: { '*': redirect(302, `${A}/`) } },
      'app.inkwell.test': {
        headers: { server: 'gunicorn' },
        routes: {
          'GET /login': html(
            200,
            '<!DOCTYPE html><html><head><title>Log in - Inkwell</title></head><body><form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="x"><input name="username"><input type="password" name="password"><button>Log in</button></form><p>No account? Ask your administrator.</p><p>Integrations: Inkwell has no public API; /api/internal is for this application, it reads the session cookie and nothing else. No API keys, no tokens.</p></body></html>',
            { 'set-cookie': `csrftoken=${fresh()}; Path=/; Secure` },
          ),
          'GET /robots.txt': robots('User-agent: *\nDisallow: /\n'),
          'POST *': html(
            403,
            '<!DOCTYPE html><html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>CSRF verification failed. Request aborted.</p></body></html>',
          ),
          'GET *': login,
        },
      },
    },
    expect: expectation({
      tokenEndpoint: null,
      flows: {},
      signals: {
        'structured-401': noCredit,
        'bearer-token': noCredit,
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': noCredit,
        'token-expiry': noCredit,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'session-cookie-only': 'present' },
      outcome: ['scored', 'no-api', 'blocked'],
    }),
    why: { 'session-cookie-only': 'the login page says so and every path sends to it with a session cookie' },
  };
})();

const pacecar = ((): World => {
  const nav = [
    ['Docs', 'https://docs.pacecar.test/'],
    ['Authentication', 'https://docs.pacecar.test/authentication'],
    ['Limits', 'https://docs.pacecar.test/limits'],
    ['Pricing', 'https://pacecar.test/pricing'],
    ['Dashboard', 'https://dash.pacecar.test/'],
  ] as const;
  const docs = manual(' - Pacecar docs', nav);
  let calls = 0;
  const refuse: Reply = () =>
    ++calls % 4 === 0
      ? json(
          429,
          { error: { type: 'rate_limited', message: 'Too many unauthenticated requests' } },
          { 'retry-after': '1', 'x-ratelimit-remaining': '0' },
        )
      : json(
          401,
          { error: { type: 'authentication_error', message: 'Missing or unknown API key' } },
          { 'www-authenticate': 'Bearer', 'x-ratelimit-remaining': '1' },
        );
  return {
    id: 'pacecar',
    kind: 'provider',
    title: 'An API that counts strangers: every fourth answer is 429; keys, OAuth for apps, MCP',
    target: 'https://pacecar.test',
    dated: '2026-10',
    sources: ['fictional'],
    hosts: {
      'www.pacecar.test': aliasOf('https://pacecar.test'),
      'pacecar.test': {
        routes: simple('Pacecar', 'pacecar.test', nav, 'Race timing as an API', ['/pricing']),
        otherwise: bare404('Pacecar'),
      },
      'docs.pacecar.test': {
        routes: {
          'GET /': docs('Introduction', '<p>https://api.pacecar.test/v1; JSON.</p>'),
          'GET /authentication': docs(
            'Authentication',
            `<p>Make a key in the <a href="https://dash.pacecar.test/keys">dashboard</a>: read-only or full access; rotate it whenever you like. Send it as a bearer token.</p>${pre('curl https://api.pacecar.test/v1/races -H "Authorization: Bearer pk_live_…"')}<p>Agents connect to https://mcp.pacecar.test/mcp with OAuth.</p>`,
          ),
          'GET /limits': docs(
            'Limits',
            '<p>Strangers: 4 requests; with a key 100 per minute. 429 with Retry-After.</p>',
          ),
          'GET /llms.txt': text(
            200,
            '# Pacecar\n\n- [Authentication](https://docs.pacecar.test/authentication.md)\n- [Limits](https://docs.pacecar.test/limits.md)\n',
          ),
          'GET /authentication.md': markdown(
            '# Authentication\n\nBearer key from https://dash.pacecar.test/keys; base URL https://api.pacecar.test/v1.\n',
          ),
          'GET /limits.md': markdown('# Limits\n\nSee https://docs.pacecar.test/llms.txt\n'),
        },
        otherwise: bare404('Pacecar docs'),
      },
      'dash.pacecar.test': { routes: { 'GET *': shell('Pacecar dashboard') } },
      'api.pacecar.test': {
        routes: { '/v1/races*': refuse, '/v1/lanes*': refuse },
        otherwise: json(404, { error: { type: 'not_found', message: 'Unknown path' } }),
      },
      'mcp.pacecar.test': mcpSite('https://mcp.pacecar.test'),
    },
    expect: expectation({
      apiBases: ['https://api.pacecar.test'],
      tokenEndpoint: ['https://mcp.pacecar.test/token', null],
      flows: {},
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': 'pass',
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['authorization_code', 'refresh_token'],
    }),
    why: { authorization_code: 'not judged: only the MCP host' },
  };
})();

export const fourthSmallWorlds: readonly World[] = [
  klaviyo,
  typeform,
  fitbit,
  linode,
  foursquare,
  tallyroom,
  glyphstack,
  verivault,
  brackwater,
  fleetwise,
  inkwell,
  pacecar,
];
