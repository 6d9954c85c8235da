/** OAuth as businesses offer it: with and without a grant for programs, well and badly published. */
import { aliasOf, bearerChallenge, html, isBasic, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { metadata, oauthError, tokenEndpoint } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { loginForm, robots, sample, shell, signUpForm, site, stubs } from '../../lib/pages.ts';
import { expectation, noCredit, type World } from '../../lib/world.ts';

const fitloop = (() => {
  const home = 'https://www.fitloop.test';
  const page = site({
    name: 'Fitloop',
    nav: [
      ['Devices', `${home}/devices`],
      ['Premium', `${home}/premium`],
      ['Developers', 'https://dev.fitloop.test/'],
      ['Sign in', 'https://accounts.fitloop.test/login'],
    ],
  });
  const docs = site({
    name: 'Fitloop Web API',
    nav: [
      ['Get started', '/'],
      ['Authorization', '/build/authorization'],
      ['Reference', '/reference'],
      ['My apps', '/apps'],
    ],
  });
  const world: World = {
    id: 'code-only',
    kind: 'archetype',
    title: 'Authorization code only: every token starts with a person in a browser',
    target: 'fitloop.test',
    dated: '2026-11',
    sources: ['Shape of wearables and social APIs'],
    hosts: {
      'fitloop.test': aliasOf(home),
      'www.fitloop.test': {
        routes: {
          'GET /': page('Move more', '<p>Trackers, watches, insights.</p>'),
          ...stubs(page, ['/devices', '/premium']),
          'GET /robots.txt': robots(),
        },
      },
      'dev.fitloop.test': {
        routes: {
          'GET /': docs(
            'Get started',
            '<p>The Fitloop Web API gives your app access to the data that a user agreed to share. <a href="/build/authorization">Authorization</a> explains how to get that agreement. Base URL: <code>https://api.fitloop.test/1</code></p>',
          ),
          'GET /build/authorization': docs(
            'Authorization',
            `<p>Fitloop uses OAuth 2.0 with the <b>Authorization Code Grant</b>. It is the only grant that we support; the Implicit and Client Credentials grants are not available, and there are no API keys or personal tokens.</p><h2>Step 1: ask the user</h2>${sample('https://accounts.fitloop.test/oauth2/authorize?response_type=code&client_id=22942C&scope=activity+heartrate&code_challenge=<code_challenge>&code_challenge_method=S256', 'text')}<h2>Step 2: exchange the code</h2>${sample('curl -X POST https://api.fitloop.test/oauth2/token \\\n  -H "Authorization: Basic MjI5NDJDOmM4MWU=" \\\n  -d "grant_type=authorization_code&code=1234567890&code_verifier=01234"')}<p>The access token lives for 8 hours. Use <code>grant_type=refresh_token</code> at the same endpoint to get the next one; the refresh token can be used once.</p><h2>Scopes</h2><p>activity, heartrate, location, nutrition, profile, settings, sleep, weight</p><h2>Calling the API</h2>${sample('curl https://api.fitloop.test/1/user/-/profile.json -H "Authorization: Bearer eyJhbGciOi"')}`,
          ),
          'GET /reference': docs(
            'Reference',
            sample(
              'GET https://api.fitloop.test/1/user/-/profile.json\nGET https://api.fitloop.test/1/user/-/devices.json',
              'http',
            ),
          ),
          'GET /apps': redirect(302, 'https://accounts.fitloop.test/login?continue=apps'),
        },
      },
      'accounts.fitloop.test': {
        routes: {
          'GET /': redirect(302, '/login'),
          'GET /login': page('Log in', loginForm()),
          'GET /oauth2/authorize': html(
            400,
            '<html><head><title>Error</title></head><body><h1>Developer information: invalid_request - Missing parameters: client_id</h1></body></html>',
          ),
        },
      },
      'api.fitloop.test': {
        routes: {
          'POST /oauth2/token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token'],
            order: 'grant-first',
            unsupported: json(400, {
              errors: [
                {
                  errorType: 'unsupported_grant_type',
                  message:
                    'The authorization grant type is not supported. Visit https://dev.fitloop.test/build/authorization for more information.',
                },
              ],
              success: false,
            }),
            unknownClient: json(401, {
              errors: [{ errorType: 'invalid_client', message: 'Invalid authorization header. Client id invalid.' }],
              success: false,
            }),
          }),
          '/1/*': json(
            401,
            { errors: [{ errorType: 'invalid_token', message: 'Access token invalid or missing.' }], success: false },
            bearerChallenge('realm="api.fitloop.test", error="invalid_token"'),
          ),
        },
        otherwise: json(404, {
          errors: [{ errorType: 'not_found', message: 'The API you are requesting could not be found.' }],
          success: false,
        }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.fitloop.test'],
      tokenEndpoint: 'https://api.fitloop.test/oauth2/token',
      flows: { authorization_code: 'yes', client_credentials: 'no', refresh_token: 'yes', implicit: ['no', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'fail',
        'self-service-keys': ['partial', 'fail', 'unknown', 'n/a'],
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
      client_credentials: 'the token endpoint refuses the grant and the docs deny it',
      'browser-only-oauth': 'no machine grant, no key: a person must approve in a browser',
    },
  };
  return world;
})();

const freightdesk = (() => {
  const home = 'https://freightdesk.test';
  const issuer = 'https://auth.freightdesk.test';
  const page = site({
    name: 'Freightdesk',
    nav: [
      ['Solutions', '/solutions'],
      ['Developers', 'https://developer.freightdesk.test/'],
      ['Contact sales', '/contact'],
      ['Sign up', 'https://app.freightdesk.test/signup'],
    ],
  });
  const docs = site({
    name: 'Freightdesk Developers',
    nav: [
      ['Overview', '/'],
      ['Authentication', '/docs/authentication'],
      ['API reference', '/docs/reference'],
      ['Console', 'https://app.freightdesk.test/'],
    ],
  });
  const description = openapi({
    title: 'Freightdesk API',
    servers: ['https://api.freightdesk.test/v1'],
    operations: ['get /shipments', 'post /shipments', 'get /shipments/{id}', 'get /carriers'],
    schemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: `${issuer}/oauth/token`,
            scopes: { 'shipments:read': 'Read', 'shipments:write': 'Write' },
          },
        },
      },
    },
    security: [{ oauth: ['shipments:read'] }],
    documents401: true,
  });
  const refuse = (extra: string) =>
    bearerChallenge(
      `realm="api", resource_metadata="https://api.freightdesk.test/.well-known/oauth-protected-resource"${extra}`,
    );
  const world: World = {
    id: 'model-citizen',
    kind: 'archetype',
    title: 'Everything as the standards say: RFC 9728, RFC 8414, client credentials, authorization code',
    target: home,
    dated: '2026-11',
    sources: ['RFC 6750, 8414, 9728'],
    hosts: {
      'freightdesk.test': {
        routes: {
          'GET /': page('Ship anything', '<p>One API for 80 carriers.</p>'),
          ...stubs(page, ['/solutions', '/contact']),
          'GET /llms.txt': text(
            200,
            '# Freightdesk\n\n> Freight API.\n\n## Docs\n- [Authentication](https://developer.freightdesk.test/docs/authentication)\n- [OpenAPI](https://developer.freightdesk.test/openapi.json)\n',
          ),
          'GET /robots.txt': robots(),
        },
      },
      'developer.freightdesk.test': {
        routes: {
          'GET /': docs(
            'Overview',
            '<p>Create an application in the <a href="https://app.freightdesk.test/">console</a>: client ID and client secret are issued immediately, in the sandbox and in production. <a href="/openapi.json">OpenAPI description</a></p>',
          ),
          'GET /docs/authentication': docs(
            'Authentication',
            `<p>Server-to-server integrations use the OAuth 2.0 client credentials grant; apps that act for a user use the authorization code grant with PKCE.</p>${sample(`curl -X POST ${issuer}/oauth/token \\\n  -u "$CLIENT_ID:$CLIENT_SECRET" \\\n  -d grant_type=client_credentials -d scope=shipments:read`)}<p>Access tokens expire after 15 minutes. Request a new one the same way; refresh tokens are issued for the authorization code grant only.</p>`,
          ),
          'GET /docs/reference': docs('API reference', sample('GET https://api.freightdesk.test/v1/shipments', 'http')),
          'GET /openapi.json': json(200, description),
        },
      },
      'auth.freightdesk.test': {
        routes: {
          'GET /.well-known/oauth-authorization-server': json(
            200,
            metadata(issuer, {
              authorization_endpoint: `${issuer}/oauth/authorize`,
              token_endpoint: `${issuer}/oauth/token`,
              jwks_uri: `${issuer}/jwks`,
              grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
              token_endpoint_auth_methods_supported: ['client_secret_basic', 'private_key_jwt'],
              token_endpoint_auth_signing_alg_values_supported: ['ES256'],
              scopes_supported: ['shipments:read', 'shipments:write'],
              code_challenge_methods_supported: ['S256'],
              service_documentation: 'https://developer.freightdesk.test/docs/authentication',
            }),
          ),
          'GET /jwks': json(200, { keys: [] }),
          'POST /oauth/token': tokenEndpoint({
            grants: ['authorization_code', 'client_credentials', 'refresh_token'],
            order: 'grant-first',
          }),
          'GET /oauth/token': json(405, { error: 'invalid_request' }, { allow: 'POST' }),
        },
        otherwise: json(404, { error: 'not_found' }),
      },
      'api.freightdesk.test': {
        routes: {
          'GET /.well-known/oauth-protected-resource': json(200, {
            resource: 'https://api.freightdesk.test',
            authorization_servers: [issuer],
            scopes_supported: ['shipments:read', 'shipments:write'],
            bearer_methods_supported: ['header'],
          }),
          '/v1/*': (request) =>
            isBearer(request)
              ? json(
                  401,
                  { error: 'invalid_token', error_description: 'The token is malformed.' },
                  refuse(', error="invalid_token"'),
                )
              : json(
                  401,
                  { error: 'unauthorized', error_description: 'Send an access token.' },
                  refuse(', scope="shipments:read"'),
                ),
        },
        otherwise: json(404, { error: 'not_found' }),
      },
      'app.freightdesk.test': { routes: { 'GET *': shell('Freightdesk console') } },
    },
    expect: expectation({
      apiBases: ['https://api.freightdesk.test'],
      tokenEndpoint: `${issuer}/oauth/token`,
      flows: { authorization_code: 'yes', client_credentials: 'yes', refresh_token: 'yes' },
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
        'manual-key-approval': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: { 'manual-key-approval': 'issued immediately; “contact sales” is only in the navigation' },
  };
  return world;
})();

const jsonToken = (() => {
  const home = 'https://payharbor.test';
  const page = site({
    name: 'Payharbor',
    nav: [
      ['Payouts', '/payouts'],
      ['Docs', '/docs'],
      ['Sign up', '/signup'],
    ],
  });
  const token = tokenEndpoint({
    grants: ['client_credentials', 'refresh_token'],
    order: 'grant-first',
    reads: ['json'],
    wrongFormat: json(415, { code: 'unsupported_media_type', message: 'Content-Type must be application/json.' }),
    unsupported: json(400, {
      code: 'unsupported_grant_type',
      message: 'grant_type must be client_credentials or refresh_token.',
    }),
    unknownClient: json(401, { code: 'invalid_client', message: 'Unknown client.' }),
  });
  const world: World = {
    id: 'json-token',
    kind: 'archetype',
    title: 'Token endpoint that takes JSON only',
    target: home,
    dated: '2026-11',
    sources: ['Shape of payout APIs; STANDARDS F5'],
    hosts: {
      'payharbor.test': {
        routes: {
          'GET /': page('Payouts in 40 countries', '<p>Send money from your code.</p>'),
          'GET /payouts': page('Payouts', '<p>Local rails, one API.</p>'),
          'GET /docs': page(
            'Documentation',
            '<p><a href="/docs/auth">Getting an access token</a> · <a href="/docs/errors">Errors</a></p>',
          ),
          'GET /docs/auth': page(
            'Getting an access token',
            `<p>Exchange your client ID and secret, which you create in the dashboard, for an access token. The body is JSON.</p>${sample(`curl --request POST --url https://api.payharbor.test/oauth/token \\\n  --header 'content-type: application/json' \\\n  --data '{"grant_type": "client_credentials", "client_id": "YOUR_ID", "client_secret": "YOUR_SECRET"}'`)}<p>The token is valid for 30 minutes (<code>expires_in: 1800</code>). Send it in the Authorization header: <code>Authorization: Bearer ACCESS_TOKEN</code>.</p>${sample('curl https://api.payharbor.test/payouts -H "Authorization: Bearer ACCESS_TOKEN"')}`,
          ),
          'GET /docs/errors': page('Errors', '<p>Every error has a code and a message.</p>'),
          'GET /signup': page('Sign up', signUpForm()),
          'GET /robots.txt': robots(),
        },
      },
      'api.payharbor.test': {
        routes: {
          'POST /oauth/token': token,
          '/payouts*': json(401, { code: 'unauthorized', message: 'Missing or invalid access token.' }),
        },
        otherwise: json(404, { code: 'not_found', message: 'Unknown route.' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.payharbor.test'],
      tokenEndpoint: 'https://api.payharbor.test/oauth/token',
      flows: { client_credentials: 'yes', refresh_token: ['yes', 'no', 'unknown'] },
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
    why: { 'client-credentials': 'documented; the JSON probe tells the grants apart, the form probe cannot' },
  };
  return world;
})();

const byPerson = (() => {
  const home = 'https://claimpath.test';
  const page = site({
    name: 'Claimpath',
    nav: [
      ['Insurers', '/insurers'],
      ['API documentation', '/developers'],
      ['Portal', 'https://portal.claimpath.test/login'],
    ],
  });
  const world: World = {
    id: 'renewed-by-a-person',
    kind: 'archetype',
    title: 'Tokens that expire and that only a person can make again',
    target: home,
    dated: '2026-11',
    sources: ['STANDARDS I4'],
    hosts: {
      'claimpath.test': {
        routes: {
          'GET /': page('Claims, sorted', '<p>Claims handling for insurers.</p>'),
          'GET /insurers': page('Insurers', '<p>Our customers.</p>'),
          'GET /developers': page(
            'API documentation',
            '<ul><li><a href="/developers/tokens">Access tokens</a></li><li><a href="/developers/reference">Reference</a></li></ul>',
          ),
          'GET /developers/tokens': page(
            'Access tokens',
            `<p>Log in to the portal, open Settings &gt; API access and click Generate token. Send the token with every call:</p>${sample('curl https://api.claimpath.test/v3/claims -H "Authorization: Bearer <token>"')}<p>A token expires after 24 hours. There is no refresh token and no endpoint that issues tokens: to get a new token, log in to the portal again and generate a new one by hand.</p>`,
          ),
          'GET /developers/reference': page('Reference', sample('GET https://api.claimpath.test/v3/claims', 'http')),
          'GET /robots.txt': robots(),
        },
      },
      'portal.claimpath.test': {
        routes: { 'GET /login': page('Portal log in', loginForm()), 'GET *': redirect(302, '/login') },
      },
      'api.claimpath.test': {
        routes: {
          '/v3/*': (request) =>
            json(
              401,
              {
                error: isBearer(request) ? 'token_expired_or_unknown' : 'token_missing',
                message: 'Authentication failed.',
              },
              bearerChallenge('realm="claimpath"'),
            ),
        },
        otherwise: json(404, { error: 'not_found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.claimpath.test'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': 'fail',
        'scope-restriction': noCredit,
      },
      antiPatterns: {
        'token-rotation-without-refresh': 'present',
        'browser-only-oauth': ['absent', 'unknown'],
        'session-cookie-only': 'absent',
      },
    }),
    why: { 'token-rotation-without-refresh': 'the docs say it in one sentence' },
  };
  return world;
})();

const keycloak = (() => {
  const home = 'https://stadtwerk.test';
  const issuer = 'https://sso.stadtwerk.test/realms/partner';
  const page = site({
    name: 'Stadtwerk',
    nav: [
      ['Energy', '/energy'],
      ['Open data and APIs', '/api'],
      ['Contact', '/contact'],
    ],
  });
  const keycloakMetadata = {
    issuer,
    authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
    token_endpoint: `${issuer}/protocol/openid-connect/token`,
    introspection_endpoint: `${issuer}/protocol/openid-connect/token/introspect`,
    userinfo_endpoint: `${issuer}/protocol/openid-connect/userinfo`,
    end_session_endpoint: `${issuer}/protocol/openid-connect/logout`,
    jwks_uri: `${issuer}/protocol/openid-connect/certs`,
    grant_types_supported: [
      'authorization_code',
      'client_credentials',
      'implicit',
      'password',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:device_code',
      'urn:ietf:params:oauth:grant-type:token-exchange',
      'urn:openid:params:grant-type:ciba',
    ],
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
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    registration_endpoint: `${issuer}/clients-registrations/openid-connect`,
    token_endpoint_auth_methods_supported: [
      'private_key_jwt',
      'client_secret_basic',
      'client_secret_post',
      'tls_client_auth',
      'client_secret_jwt',
    ],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'ES256', 'HS256'],
    scopes_supported: ['openid', 'offline_access', 'meter:read', 'tariff:read'],
    code_challenge_methods_supported: ['plain', 'S256'],
    device_authorization_endpoint: `${issuer}/protocol/openid-connect/auth/device`,
  };
  const world: World = {
    id: 'keycloak',
    kind: 'archetype',
    title: 'A Keycloak realm: issuer with a path, all grants on by default',
    target: home,
    dated: '2026-11',
    sources: ['Keycloak default metadata and errors'],
    hosts: {
      'stadtwerk.test': {
        routes: {
          'GET /': page('Energy from here', '<p>Power, heat and water.</p>'),
          ...stubs(page, ['/energy', '/contact']),
          'GET /api': page(
            'APIs for partners',
            `<p>Smart meter data is available at <code>https://api.stadtwerk.test/meters</code>. Tokens come from our single sign-on, realm <code>${issuer}</code>.</p>${sample(`curl -d client_id=my-client -d client_secret=my-secret -d grant_type=client_credentials \\\n  ${issuer}/protocol/openid-connect/token`)}<p>A token is valid for five minutes; fetch a new one whenever you need it. Registration: send us an e-mail, we check your company and then issue the client.</p>`,
          ),
          'GET /robots.txt': robots(),
        },
      },
      'sso.stadtwerk.test': {
        routes: {
          'GET /realms/partner/.well-known/openid-configuration': json(200, keycloakMetadata),
          'GET /.well-known/oauth-authorization-server/realms/partner': json(200, keycloakMetadata),
          'GET /realms/partner': json(200, {
            realm: 'partner',
            public_key: 'MIIB',
            'token-service': `${issuer}/protocol/openid-connect`,
            'account-service': `${issuer}/account`,
          }),
          'POST /realms/partner/protocol/openid-connect/token': tokenEndpoint({
            grants: [
              'authorization_code',
              'client_credentials',
              'password',
              'refresh_token',
              'urn:ietf:params:oauth:grant-type:device_code',
            ],
            order: 'grant-first',
            missing: oauthError(400, 'invalid_request', 'Missing form parameter: grant_type'),
            unsupported: oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type'),
            unknownClient: oauthError(401, 'invalid_client', 'Invalid client or Invalid client credentials'),
          }),
          'GET /realms/partner/protocol/openid-connect/token': json(405, { error: 'HTTP 405 Method Not Allowed' }),
          '/realms/partner/protocol/openid-connect/userinfo': json(
            401,
            { error: 'invalid_request', error_description: 'Token not provided' },
            {
              'www-authenticate':
                'Bearer realm="partner", error="invalid_request", error_description="Token not provided"',
            },
          ),
          'POST /realms/partner/clients-registrations/openid-connect': json(401, {
            error: 'invalid_token',
            error_description: 'Initial access token required',
          }),
          'GET /': redirect(302, '/admin/'),
          'GET /admin/': shell('Keycloak Administration Console'),
          'GET /realms/:realm*': json(404, { error: 'Realm does not exist' }),
        },
        otherwise: json(404, { error: 'Unable to find matching target resource method' }),
      },
      'api.stadtwerk.test': {
        routes: {
          '/meters*': (request) =>
            isBearer(request)
              ? json(
                  401,
                  { error: 'invalid_token', error_description: 'Jwt verification failed' },
                  bearerChallenge('realm="partner", error="invalid_token"'),
                )
              : json(401, { error: 'unauthorized' }, bearerChallenge('realm="partner"')),
        },
        otherwise: json(404, { error: 'not_found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.stadtwerk.test'],
      tokenEndpoint: `${issuer}/protocol/openid-connect/token`,
      flows: {
        authorization_code: 'yes',
        client_credentials: 'yes',
        implicit: ['yes', 'no', 'unknown'],
        password: 'yes',
        device_code: 'yes',
        refresh_token: 'yes',
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'pass',
        'self-service-keys': 'fail',
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'manual-key-approval': 'present',
      },
    }),
    why: {
      'self-service-keys': 'registration needs an initial token, and the page says that the company is checked first',
      implicit: 'listed, which is all that can be known without a client',
    },
  };
  return world;
})();

const passwordGrant = (() => {
  const home = 'https://warehousr.test';
  const page = site({
    name: 'Warehousr',
    nav: [
      ['Product', '/product'],
      ['Help', '/help'],
      ['API', '/help/api'],
    ],
  });
  const world: World = {
    id: 'password-grant',
    kind: 'archetype',
    title: 'Resource owner password grant and nothing else',
    target: home,
    dated: '2026-11',
    sources: ['Shape of older ERP back ends; RFC 9700 §2.4'],
    hosts: {
      'warehousr.test': {
        routes: {
          'GET /': page('Stock under control', '<p>Warehouse management.</p>'),
          'GET /product': page('Product', '<p>Pick, pack, ship.</p>'),
          'GET /help': page('Help', '<a href="/help/api">API</a>'),
          'GET /help/api': page(
            'API',
            `<p>Get a token with the user name and password of your account (OAuth 2.0 password grant):</p>${sample('POST https://warehousr.test/api/token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=password&username=me@example.com&password=secret', 'http')}<p>Answer: <code>{"access_token": "…", "token_type": "bearer", "expires_in": 86399, "refresh_token": "…"}</code>. Renew with <code>grant_type=refresh_token</code>. Then call <code>GET https://warehousr.test/api/items</code> with <code>Authorization: bearer TOKEN</code>.</p>`,
          ),
          'GET /robots.txt': robots(),
          'POST /api/token': tokenEndpoint({
            grants: ['password', 'refresh_token'],
            order: 'grant-first',
            unsupported: oauthError(400, 'unsupported_grant_type'),
            missing: oauthError(400, 'unsupported_grant_type'),
            unknownClient: oauthError(400, 'invalid_grant', 'The user name or password is incorrect.'),
          }),
          '/api/items*': json(401, { Message: 'Authorization has been denied for this request.' }, bearerChallenge('')),
          '/api/*': json(404, { Message: 'No HTTP resource was found that matches the request URI.' }),
        },
      },
    },
    expect: expectation({
      apiBases: ['https://warehousr.test'],
      tokenEndpoint: 'https://warehousr.test/api/token',
      flows: { password: 'yes', refresh_token: 'yes', client_credentials: 'no' },
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'fail',
        'token-expiry': 'pass',
        'scope-restriction': noCredit,
      },
      antiPatterns: {
        'browser-only-oauth': ['absent', 'unknown'],
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'structured-401': 'ASP.NET Web API writes “Message” with a capital',
      'self-service-keys': 'not judged: nothing is said about keys',
    },
  };
  return world;
})();

const httpOnlyToken = (() => {
  const home = 'https://metergrid.test';
  const page = site({
    name: 'Metergrid',
    nav: [
      ['Hardware', '/hardware'],
      ['Cloud API', '/cloud-api'],
    ],
    plain: true,
  });
  const world: World = {
    id: 'http-token',
    kind: 'archetype',
    title: 'Token endpoint over plain HTTP',
    target: home,
    dated: '2026-11',
    sources: ['RFC 6749 §3.2: TLS required'],
    hosts: {
      'metergrid.test': {
        routes: {
          'GET /': page('Meters that talk', '<p>Sensors and gateways.</p>'),
          'GET /hardware': page('Hardware', '<p>Gateways.</p>'),
          'GET /cloud-api': page(
            'Cloud API',
            `<p>Request a token with your client ID and client secret (both are on the Keys tab of your project; create as many as you like):</p>${sample('curl -X POST http://cloud.metergrid.test/oauth/token -d "grant_type=client_credentials" -d "client_id=…" -d "client_secret=…"')}<p>Tokens expire after one hour, then request another. Use it as bearer token: <code>Authorization: Bearer …</code></p>${sample('curl http://cloud.metergrid.test/api/readings -H "Authorization: Bearer $TOKEN"')}`,
          ),
          'GET /robots.txt': robots(),
        },
      },
      'cloud.metergrid.test': {
        plain: 'same',
        secure: 'closed',
        routes: {
          'POST /oauth/token': tokenEndpoint({ grants: ['client_credentials'], order: 'grant-first' }),
          '/api/readings*': json(
            401,
            { error: 'unauthorized', error_description: 'Full authentication is required' },
            bearerChallenge('realm="metergrid"'),
          ),
        },
        otherwise: json(404, { error: 'not_found' }),
      },
    },
    expect: expectation({
      apiBases: ['http://cloud.metergrid.test'],
      tokenEndpoint: 'http://cloud.metergrid.test/oauth/token',
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'token-expiry': 'pass',
        'self-service-keys': ['pass', 'partial'],
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { target: 'the cap for credentials over plain HTTP applies to the score, not to the facts' },
  };
  return world;
})();

const deviceOnly = (() => {
  const home = 'https://buildferry.test';
  const issuer = 'https://id.buildferry.test';
  const page = site({
    name: 'Buildferry',
    nav: [
      ['CLI', '/cli'],
      ['API', '/docs/api'],
      ['Sign up', '/signup'],
    ],
  });
  const world: World = {
    id: 'device-code',
    kind: 'archetype',
    title: 'Device code for the command line, OIDC document beside it',
    target: home,
    dated: '2026-11',
    sources: ['RFC 8628'],
    hosts: {
      'buildferry.test': {
        routes: {
          'GET /': page('Builds that sail', '<p>CI in the cloud.</p>'),
          'GET /cli': page(
            'CLI',
            '<p>Run <code>ferry login</code>: it shows a code to enter at <code>https://id.buildferry.test/device</code>.</p>',
          ),
          'GET /signup': page('Sign up', signUpForm()),
          'GET /docs/api': page(
            'API',
            `<p>The API lives at <code>https://api.buildferry.test/v1</code> and takes the access token that the device authorization flow returns. Tokens live one hour and are renewed with the refresh token.</p>${sample('curl https://api.buildferry.test/v1/projects -H "Authorization: Bearer $FERRY_TOKEN"')}`,
          ),
          'GET /robots.txt': robots(),
        },
      },
      'id.buildferry.test': {
        routes: {
          'GET /.well-known/openid-configuration': json(
            200,
            metadata(issuer, {
              device_authorization_endpoint: `${issuer}/device_authorization`,
              jwks_uri: `${issuer}/jwks`,
              grant_types_supported: [
                'authorization_code',
                'refresh_token',
                'urn:ietf:params:oauth:grant-type:device_code',
              ],
              scopes_supported: ['openid', 'offline_access', 'builds:read', 'builds:write'],
              subject_types_supported: ['public'],
              id_token_signing_alg_values_supported: ['RS256'],
              code_challenge_methods_supported: ['S256'],
            }),
          ),
          'GET /device': page('Enter your code', '<form method="post"><input name="user_code"></form>'),
          'GET /jwks': json(200, { keys: [] }),
          'POST /token': tokenEndpoint({
            grants: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
            order: 'grant-first',
          }),
          'POST /device_authorization': oauthError(401, 'invalid_client'),
        },
        otherwise: json(404, { error: 'not_found' }),
      },
      'api.buildferry.test': {
        routes: {
          '/v1/*': (request) =>
            isBearer(request)
              ? json(401, { error: { code: 'invalid_token' } }, bearerChallenge('error="invalid_token"'))
              : json(401, { error: { code: 'missing_token' } }, bearerChallenge('realm="api"')),
        },
        otherwise: json(404, { error: { code: 'not_found' } }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.buildferry.test'],
      tokenEndpoint: `${issuer}/token`,
      flows: { authorization_code: 'yes', device_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'pass',
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'token-rotation-without-refresh': 'absent' },
      notJudged: ['browser-only-oauth'],
    }),
    why: {
      'browser-only-oauth': 'not judged: a device code needs a person and a browser, though not on the same machine',
    },
  };
  return world;
})();

const pleaser = (() => {
  const home = 'https://agentready.test';
  const page = site({
    name: 'Agentready CRM',
    nav: [
      ['Product', '/product'],
      ['API', '/api-docs'],
      ['Log in', '/login'],
    ],
  });
  const world: World = {
    id: 'metadata-for-show',
    kind: 'archetype',
    title: 'Metadata that promises client credentials, endpoints that do not exist',
    target: home,
    dated: '2026-11',
    sources: ['DESIGN §1.3'],
    hosts: {
      'agentready.test': {
        routes: {
          'GET /': page('The CRM that is ready for agents', '<p>Yes, really.</p>'),
          'GET /product': page('Product', '<p>Contacts, deals.</p>'),
          'GET /login': page('Log in', loginForm()),
          'GET /api-docs': page(
            'API',
            `<p>Our API uses API keys: <code>GET https://agentready.test/api/contacts</code> with the header <code>X-Agentready-Key</code>. Ask your account manager for a key.</p>${sample('curl https://agentready.test/api/contacts -H "X-Agentready-Key: …"')}`,
          ),
          'GET /.well-known/oauth-authorization-server': json(
            200,
            metadata(home, {
              authorization_endpoint: `${home}/oauth/authorize`,
              token_endpoint: `${home}/oauth/token`,
              grant_types_supported: ['client_credentials'],
              token_endpoint_auth_methods_supported: ['client_secret_basic'],
              scopes_supported: ['read'],
            }),
          ),
          'GET /api/contacts': (request) =>
            request.headers['x-agentready-key']
              ? json(403, { error: 'unknown key' })
              : json(403, { error: 'API key missing' }),
          'GET /robots.txt': robots(),
        },
      },
    },
    expect: expectation({
      apiBases: [home],
      tokenEndpoint: ['https://agentready.test/oauth/token', null],
      flows: { client_credentials: ['no', 'unknown'] },
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': ['partial', 'fail'],
        'self-service-keys': 'fail',
        'scope-restriction': ['fail', 'unknown', 'n/a'],
      },
      antiPatterns: { 'manual-key-approval': 'present', 'session-cookie-only': 'absent' },
    }),
    why: {
      'client-credentials': 'the token endpoint is a 404: behaviour outranks declaration',
      'manual-key-approval': 'keys come from the account manager',
    },
  };
  return world;
})();

const contradiction = (() => {
  const home = 'https://tidewell.test';
  const page = site({
    name: 'Tidewell',
    nav: [
      ['Platform', '/platform'],
      ['Docs', 'https://docs.tidewell.test/'],
    ],
  });
  const docs = site({
    name: 'Tidewell Docs',
    nav: [
      ['Start', '/'],
      ['OAuth', '/oauth'],
    ],
  });
  const description = openapi({
    title: 'Tidewell',
    servers: ['https://api.tidewell.test'],
    operations: ['get /v1/bookings', 'get /v1/guests'],
    schemes: {
      oauth2: {
        type: 'oauth2',
        flows: {
          clientCredentials: { tokenUrl: 'https://api.tidewell.test/oauth/token', scopes: {} },
          authorizationCode: {
            authorizationUrl: 'https://app.tidewell.test/oauth',
            tokenUrl: 'https://api.tidewell.test/oauth/token',
            refreshUrl: 'https://api.tidewell.test/oauth/token',
            scopes: { 'bookings.read': 'Read bookings' },
          },
        },
      },
    },
    security: [{ oauth2: [] }],
  });
  const world: World = {
    id: 'description-contradicted',
    kind: 'archetype',
    title: 'OpenAPI declares client credentials, the token endpoint knows no such grant',
    target: home,
    dated: '2026-11',
    sources: ['DESIGN §1.3; STANDARDS 2.5 rows 4 and 5'],
    hosts: {
      'tidewell.test': {
        routes: {
          'GET /': page('Bookings for small hotels', '<p>Channel manager and more.</p>'),
          'GET /platform': page('Platform', '<p>All in one.</p>'),
          'GET /robots.txt': robots(),
        },
      },
      'docs.tidewell.test': {
        routes: {
          'GET /': docs('Start', '<p>Download the <a href="/openapi.json">OpenAPI description</a>.</p>'),
          'GET /oauth': docs(
            'OAuth',
            `<p>Redirect the user to <code>https://app.tidewell.test/oauth</code>, then exchange the code.</p>${sample('curl -X POST https://api.tidewell.test/oauth/token -d grant_type=authorization_code -d code=… -d client_id=… -d client_secret=…')}<p>Access tokens expire after two hours, refresh tokens after 60 days.</p>`,
          ),
          'GET /openapi.json': json(200, description),
        },
      },
      'api.tidewell.test': {
        routes: {
          'POST /oauth/token': tokenEndpoint({ grants: ['authorization_code', 'refresh_token'], order: 'grant-first' }),
          '/v1/*': (request) =>
            json(401, { error: isBearer(request) ? 'invalid_token' : 'missing_token' }, bearerChallenge()),
        },
        otherwise: json(404, { error: 'not_found' }),
      },
      'app.tidewell.test': { routes: { 'GET *': shell('Tidewell') } },
    },
    expect: expectation({
      apiBases: ['https://api.tidewell.test'],
      tokenEndpoint: 'https://api.tidewell.test/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'fail',
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'present' },
    }),
    why: {
      client_credentials: 'unsupported_grant_type for both grants that are not known: observed outranks declared',
    },
  };
  return world;
})();

const clientFirst = (() => {
  const home = 'https://vatcheck.test';
  const page = site({
    name: 'Vatcheck',
    nav: [
      ['API', '/api'],
      ['Account', '/account'],
    ],
  });
  const world: World = {
    id: 'client-first',
    kind: 'archetype',
    title: 'Token endpoint that checks the client before the grant, no metadata: only the docs tell',
    target: home,
    dated: '2026-11',
    sources: ['STANDARDS 2.5 row 3'],
    hosts: {
      'vatcheck.test': {
        routes: {
          'GET /': page('VAT numbers, checked', '<p>One call, one answer.</p>'),
          'GET /account': page('Account', '<p>In your account you create client ID and secret with one click.</p>'),
          'GET /api': page(
            'API',
            `<p>We support the OAuth 2.0 client credentials flow. Create a client in your <a href="/account">account</a>, then:</p>${sample('curl https://vatcheck.test/oauth/token --user client:secret --data grant_type=client_credentials')}<p>The access token expires in 3600 seconds. Send it as <code>Authorization: Bearer</code> to <code>https://vatcheck.test/api/v1/numbers</code>.</p>`,
          ),
          'POST /oauth/token': tokenEndpoint({
            grants: [],
            order: 'client-first',
            unknownClient: (request) =>
              oauthError(
                401,
                'invalid_client',
                'Bad client credentials',
                isBasic(request) ? { 'www-authenticate': 'Basic realm="vatcheck"' } : {},
              ),
          }),
          '/api/v1/numbers*': json(
            401,
            { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' },
            bearerChallenge('realm="vatcheck"'),
          ),
          '/api/*': json(404, { error: 'not_found' }),
          'GET /robots.txt': robots(),
        },
      },
    },
    expect: expectation({
      apiBases: [home],
      tokenEndpoint: 'https://vatcheck.test/oauth/token',
      flows: { client_credentials: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': 'fail',
        'self-service-keys': 'pass',
        'token-expiry': 'pass',
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { client_credentials: 'the probe cannot tell (row 3), the documentation does' },
  };
  return world;
})();

export const oauthWorlds: readonly World[] = [
  fitloop,
  freightdesk,
  jsonToken,
  byPerson,
  keycloak,
  passwordGrant,
  httpOnlyToken,
  deviceOnly,
  pleaser,
  contradiction,
  clientFirst,
];
