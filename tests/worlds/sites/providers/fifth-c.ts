/** Grants in every mixture and doors for people only: Gusto, Ramp, Adobe, Mastodon, Bluesky, Trakt, Skyscanner, the Guardian, Chargebee, Stack Exchange. */
import type { Reply, World } from '../../lib/world.ts';
import {
  aliasOf,
  empty,
  fresh,
  html,
  isBare,
  isBasic,
  json,
  parameter,
  redirect,
  text,
  xml,
} from '../../lib/answers.ts';
import { metadata } from '../../lib/oauth.ts';
import { loginForm, robots, shell, signUpForm, recaptcha } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys } from '../../lib/world.ts';
import { bare404, failure, hasClient, manual, plainPage, pre, shallow } from './fourth-pages.ts';

const gusto = ((): World => {
  const D = 'https://docs.gusto.com';
  const nav = [
    ['Introduction', `${D}/app-integrations/docs/introduction`],
    ['Authentication', `${D}/app-integrations/docs/oauth2`],
    ['Scopes', `${D}/app-integrations/docs/scopes`],
    ['API reference', `${D}/app-integrations/reference/get-v1-companies`],
    ['Production access', `${D}/app-integrations/docs/production-review`],
  ] as const;
  const docs = manual(' | Gusto Developer Docs', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        error: {
          category: 'invalid_token',
          message: isBare(r) ? 'The access token is missing' : 'The access token is invalid',
        },
      },
      {
        'www-authenticate':
          'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"',
      },
    );
  const token: Reply = (r) => {
    const grant = parameter(r, 'grant_type');
    if (grant === undefined) return failure(400, 'invalid_request', 'Missing required parameter: grant_type.');
    if (!['authorization_code', 'refresh_token'].includes(grant))
      return failure(
        400,
        'unsupported_grant_type',
        'The authorization grant type is not supported by the authorization server.',
      );
    return failure(
      401,
      'invalid_client',
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
    );
  };
  const host = {
    headers: { server: 'cloudflare' },
    routes: {
      'POST /oauth/token': token,
      'GET /oauth/authorize': redirect(302, '/login'),
      'GET /login': plainPage('Sign in to Gusto', loginForm('/login')),
      '/v1/*': refuse,
    },
    otherwise: json(404, { errors: [{ category: 'not_found', message: 'The requested resource was not found.' }] }),
  };
  return {
    id: 'gusto',
    kind: 'provider',
    title: 'Payroll: a person of the company clicks Allow, refresh after that; production after a review',
    target: 'https://gusto.com/developers',
    dated: '2026-11',
    sources: ['docs.gusto.com/app-integrations/docs/oauth2'],
    hosts: {
      'www.gusto.com': aliasOf('https://gusto.com'),
      'gusto.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('Gusto: payroll, benefits and HR', '<p>Easy payroll for small businesses.</p>', {
            nav: [
              ['Product', 'https://gusto.com/product'],
              ['Pricing', 'https://gusto.com/pricing'],
              ['Developers', 'https://gusto.com/developers'],
            ],
          }),
          'GET /developers': plainPage(
            'Build with Gusto',
            '<p>Connect your app to payroll data of 400,000 companies.</p>',
            {
              nav: [
                ['Documentation', `${D}/`],
                ['Developer portal', 'https://dev.gusto.com/'],
              ],
            },
          ),
          ...shallow('Gusto', [], ['/product', '/pricing']),
        },
        otherwise: bare404('Gusto'),
      },
      'dev.gusto.com': { routes: { 'GET *': shell('Gusto developer portal') } },
      'docs.gusto.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': redirect(302, '/app-integrations/docs/introduction'),
          'GET /app-integrations/docs/introduction': docs(
            'Introduction',
            '<p>Sign up in the <a href="https://dev.gusto.com/">developer portal</a> and create an application: you get a client id and secret and a demo company at once. The demo host is <code>https://api.gusto-demo.com</code>, production is <code>https://api.gusto.com</code>.</p>',
          ),
          'GET /app-integrations/docs/oauth2': docs(
            'Authentication',
            `<p>We use OAuth 2.0 with the authorization code grant. An admin of the company opens the authorization URL, signs in and grants your application access.</p>${pre('https://api.gusto-demo.com/oauth/authorize?client_id={CLIENT_ID}&redirect_uri={REDIRECT_URI}&response_type=code')}<p>Exchange the code:</p>${pre('curl -X POST https://api.gusto-demo.com/oauth/token \\\n  -H \'Content-Type: application/json\' \\\n  -d \'{"client_id": "{CLIENT_ID}", "client_secret": "{CLIENT_SECRET}", "redirect_uri": "{REDIRECT_URI}", "code": "{CODE}", "grant_type": "authorization_code"}\'')}<p>Access tokens expire after two hours. With the refresh token you exchange them for new ones; each refresh token is good for one use.</p>${pre("curl -X GET https://api.gusto-demo.com/v1/me -H 'Authorization: Bearer ACCESS_TOKEN'")}`,
          ),
          'GET /app-integrations/docs/scopes': docs(
            'Scopes',
            '<p>A scope such as <code>companies:read</code>, <code>employees:read</code> or <code>payrolls:write</code> limits what a token may do. Request the fewest you need.</p>',
          ),
          'GET /app-integrations/docs/production-review': docs(
            'Production access',
            '<p>When your integration works on demo data, submit it for review. We check security and the flow before we hand out production keys; allow two to three weeks.</p>',
          ),
          'GET /app-integrations/reference/get-v1-companies': docs(
            'Get a company',
            pre(
              'curl --request GET \\\n --url https://api.gusto-demo.com/v1/companies/company_id \\\n --header "authorization: Bearer $TOKEN"',
            ),
          ),
        },
        otherwise: bare404('Gusto Developer Docs'),
      },
      'api.gusto.com': host,
      'api.gusto-demo.com': host,
    },
    expect: expectation({
      apiBases: [['https://api.gusto.com', 'https://api.gusto-demo.com']],
      tokenEndpoint: ['https://api.gusto.com/oauth/token', 'https://api.gusto-demo.com/oauth/token'],
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': noCredit,
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'present', 'session-cookie-only': 'absent' },
      notJudged: ['manual-key-approval'],
    }),
    why: {
      'self-service-keys': 'not judged: a demo at once, production after a review',
      'browser-only-oauth': 'the authorization code grant is the only way in',
    },
  };
})();

const ramp = ((): World => {
  const D = 'https://docs.ramp.com';
  const nav = [
    ['Getting started', `${D}/developer-api/v1/overview/introduction`],
    ['Authorization', `${D}/developer-api/v1/overview/authorization`],
    ['Error codes', `${D}/developer-api/v1/overview/errors`],
    ['Reference', `${D}/developer-api/v1/api/transactions`],
  ] as const;
  const docs = manual(' | Ramp Developer API', nav);
  const refuse: Reply = (r) =>
    json(401, {
      error_v2: {
        error_code: 'DEVELOPER_7001',
        message: isBare(r) ? 'The authorization token is missing' : 'The authorization token is not valid',
        notes: '',
        additional_info: {},
      },
    });
  const token: Reply = (r) => {
    if (!isBasic(r)) return failure(401, 'invalid_client', 'Client authentication must use HTTP Basic');
    return failure(401, 'invalid_client', 'Unknown client');
  };
  return {
    id: 'ramp',
    kind: 'provider',
    title: 'Client credentials or a code, chosen per application; an endpoint that asks for Basic before it reads',
    target: 'ramp.com',
    dated: '2026-11',
    sources: ['docs.ramp.com/developer-api/v1/authorization'],
    hosts: {
      'www.ramp.com': aliasOf('https://ramp.com'),
      'ramp.com': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': plainPage('Ramp: time is money, save both', '<p>Cards and spend management.</p>', {
            nav: [
              ['Products', 'https://ramp.com/products'],
              ['Customers', 'https://ramp.com/customers'],
              ['Developer API', D],
            ],
            foot: [['Apply for a card', 'https://ramp.com/apply']],
          }),
          ...shallow('Ramp', [], ['/products', '/customers', '/apply']),
        },
        otherwise: bare404('Ramp'),
      },
      'docs.ramp.com': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': redirect(307, '/developer-api/v1/overview/introduction'),
          'GET /developer-api/v1/overview/introduction': docs(
            'Getting started',
            '<p>The base URL is <code>https://api.ramp.com/developer/v1</code>; for the sandbox it is <code>https://demo-api.ramp.com/developer/v1</code>.</p><ol><li>As an admin, go to Settings, Developer API.</li><li>Click Create new app. Name it and tick the grant types and scopes it needs.</li><li>Copy client ID and client secret.</li></ol>',
          ),
          'GET /developer-api/v1/overview/authorization': docs(
            'Authorization',
            `<h2>Client credentials grant</h2><p>For scripts on your own business. No user is involved.</p>${pre("curl --location 'https://api.ramp.com/developer/v1/token' \\\n--header 'Authorization: Basic <base64 client_id:client_secret>' \\\n--header 'Content-Type: application/x-www-form-urlencoded' \\\n--data-urlencode 'grant_type=client_credentials' \\\n--data-urlencode 'scope=transactions:read users:read'")}<p>Answer:</p>${pre('{"access_token": "ramp_business_tok_…", "token_type": "Bearer", "expires_in": 864000, "scope": "transactions:read users:read"}')}<p>Tokens of this grant live for ten days; ask for another one when they expire.</p><h2>Authorization code grant</h2><p>For partners whose customers use Ramp. Send the user to <code>https://app.ramp.com/v1/authorize</code>. Comes with a refresh token.</p>`,
          ),
          'GET /developer-api/v1/overview/errors': docs(
            'Error codes',
            '<table><tr><td>DEVELOPER_7001</td><td>401</td><td>Token missing or invalid</td></tr><tr><td>DEVELOPER_7002</td><td>403</td><td>Scope missing</td></tr></table>',
          ),
          'GET /developer-api/v1/api/transactions': docs(
            'Transactions',
            pre("curl 'https://api.ramp.com/developer/v1/transactions' -H 'Authorization: Bearer $RAMP_API_TOKEN'"),
          ),
          'GET /llms.txt': text(
            200,
            `# Ramp Developer API\n\n- [Authorization](${D}/developer-api/v1/overview/authorization)\n- [Getting started](${D}/developer-api/v1/overview/introduction)\n`,
          ),
        },
        otherwise: bare404('Ramp Docs'),
      },
      'app.ramp.com': { routes: { 'GET *': shell('Ramp') } },
      'api.ramp.com': {
        routes: { 'POST /developer/v1/token': token, '/developer/v1/*': refuse },
        otherwise: empty(404),
      },
      'demo-api.ramp.com': {
        routes: { 'POST /developer/v1/token': token, '/developer/v1/*': refuse },
        otherwise: empty(404),
      },
    },
    expect: expectation({
      apiBases: ['https://api.ramp.com'],
      tokenEndpoint: 'https://api.ramp.com/developer/v1/token',
      flows: { client_credentials: 'yes', authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['partial', 'fail', 'unknown'],
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'self-service-keys': 'an admin of a customer makes the application in the settings' },
  };
})();

const adobe = ((): World => {
  const D = 'https://developer.adobe.com';
  const nav = [
    ['Home', `${D}/`],
    ['Authentication', `${D}/developer-console/docs/guides/authentication/`],
    ['Server to server', `${D}/developer-console/docs/guides/authentication/ServerToServerAuthentication/`],
    ['Firefly API', `${D}/firefly-services/docs/firefly-api/`],
    ['Console', 'https://developer.adobe.com/console'],
  ] as const;
  const docs = manual(' | Adobe Developer', nav);
  const token: Reply = (r) => {
    const grant = parameter(r, 'grant_type');
    if (grant === undefined) return json(400, { error: 'invalid_request', error_description: 'missing grant_type' });
    if (!['client_credentials', 'authorization_code', 'refresh_token'].includes(grant))
      return json(400, { error: 'unsupported_grant_type', error_description: 'invalid grant_type parameter' });
    return json(
      400,
      hasClient(r)
        ? { error: 'invalid_client', error_description: 'invalid client_id parameter' }
        : { error: 'invalid_request', error_description: 'missing client_id parameter' },
    );
  };
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r)
        ? { error_code: '401010', message: 'Oauth token is missing.' }
        : { error_code: '401013', message: 'Oauth token is not valid' },
      { 'x-request-id': fresh(32) },
    );
  return {
    id: 'adobe',
    kind: 'provider',
    title: 'One identity host for many products; bearer token and x-api-key together; an old JWT grant that ended',
    target: 'https://developer.adobe.com/firefly-services/',
    dated: '2026-11',
    sources: ['developer.adobe.com/developer-console/docs/guides/authentication/ServerToServerAuthentication'],
    hosts: {
      'developer.adobe.com': {
        headers: { server: 'AkamaiNetStorage' },
        routes: {
          'GET /': plainPage('Adobe Developer', '<p>APIs, SDKs and documentation.</p>', { nav }),
          'GET /console': shell('Adobe Developer Console'),
          'GET /firefly-services': plainPage('Firefly Services', '<p>Generative APIs at scale.</p>', {
            nav: [
              ['Get started', `${D}/firefly-services/docs/firefly-api/`],
              ['Documentation', `${D}/firefly-services/docs/guides/`],
            ],
          }),
          'GET /firefly-services/docs/guides': docs(
            'Firefly Services guides',
            '<p>Make an image in three requests. <a href="/developer-console/docs/guides/authentication/ServerToServerAuthentication/">Authentication</a>.</p>',
          ),
          'GET /firefly-services/docs/firefly-api': docs(
            'Firefly API',
            `<p>You need an access token and your client id.</p>${pre("curl --location 'https://firefly-api.adobe.io/v3/images/generate' \\\n--header 'Content-Type: application/json' \\\n--header 'x-api-key: '$CLIENT_ID \\\n--header 'Authorization: Bearer '$ACCESS_TOKEN \\\n--data '{\"prompt\": \"a lighthouse\"}'")}<p>The status of a job: <code>GET https://firefly-api.adobe.io/v3/status/{jobId}</code>.</p>`,
          ),
          'GET /developer-console/docs/guides/authentication': docs(
            'Authentication',
            '<p>Server to server credentials act on behalf of an organization, user credentials on behalf of a person. The Service Account (JWT) credential has reached its end of life.</p>',
          ),
          'GET /developer-console/docs/guides/authentication/ServerToServerAuthentication': docs(
            'OAuth server to server credentials',
            `<p>In the <a href="/console">Developer Console</a>, create a project, add an API and choose <em>OAuth Server-to-Server</em>. The credential exists at once, with its scopes preset. It makes access tokens without a person:</p>${pre("curl -X POST 'https://ims-na1.adobelogin.com/ims/token/v3' \\\n-H 'Content-Type: application/x-www-form-urlencoded' \\\n-d 'client_id={CLIENT_ID}&client_secret={CLIENT_SECRET}&grant_type=client_credentials&scope={SCOPES}'")}${pre('{"access_token":"eyJ…","token_type":"bearer","expires_in":86399}')}<p>Tokens are valid for 24 hours. There is no refresh token: request another one. Secrets are rotated in the console or by an API.</p>`,
          ),
        },
        otherwise: bare404('Adobe Developer'),
      },
      'ims-na1.adobelogin.com': {
        headers: { server: 'ims' },
        routes: {
          'POST /ims/token/v3': token,
          'GET /ims/.well-known/openid-configuration': json(
            200,
            metadata('https://ims-na1.adobelogin.com', {
              authorization_endpoint: 'https://ims-na1.adobelogin.com/ims/authorize/v2',
              token_endpoint: 'https://ims-na1.adobelogin.com/ims/token/v3',
              jwks_uri: 'https://ims-na1.adobelogin.com/ims/keys',
              userinfo_endpoint: 'https://ims-na1.adobelogin.com/ims/userinfo/v2',
              scopes_supported: ['openid', 'email', 'profile'],
              grant_types_supported: ['authorization_code', 'implicit', 'refresh_token'],
              subject_types_supported: ['public'],
              id_token_signing_alg_values_supported: ['RS256'],
            }),
          ),
        },
        otherwise: empty(404),
      },
      'firefly-api.adobe.io': {
        headers: { server: 'openresty' },
        routes: { '/v3/*': refuse, '/v2/*': refuse },
        otherwise: json(404, { error_code: '404000', message: 'Resource not found' }),
      },
    },
    expect: expectation({
      apiBases: ['https://firefly-api.adobe.io'],
      tokenEndpoint: 'https://ims-na1.adobelogin.com/ims/token/v3',
      flows: {
        client_credentials: 'yes',
        authorization_code: ['yes', 'unknown'],
        refresh_token: ['yes', 'no', 'unknown'],
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['partial', 'pass', 'fail', 'unknown'],
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': ['pass', 'unknown'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': 'absent',
      },
    }),
    why: {
      'client-credentials':
        'the endpoint knows the grant and the manual teaches it; the list of grants in the metadata leaves it out',
    },
  };
})();

const mastodon = ((): World => {
  const M = 'https://mastodon.social';
  const D = 'https://docs.joinmastodon.org';
  const nav = [
    ['What is Mastodon?', `${D}/`],
    ['Getting started with the API', `${D}/client/intro/`],
    ['Playing with public data', `${D}/client/public/`],
    ['Obtaining client app access', `${D}/client/token/`],
    ['OAuth scopes', `${D}/api/oauth-scopes/`],
    ['Apps', `${D}/methods/apps/`],
  ] as const;
  const docs = manual(' - Mastodon documentation', nav);
  const token: Reply = (r) => {
    const grant = parameter(r, 'grant_type');
    if (grant === undefined) return failure(400, 'invalid_request', 'Missing required parameter: grant_type.');
    if (!['authorization_code', 'client_credentials'].includes(grant))
      return failure(
        400,
        'unsupported_grant_type',
        'The authorization grant type is not supported by the authorization server.',
      );
    return failure(
      401,
      'invalid_client',
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
      {},
    );
  };
  const refuse: Reply = (r) =>
    json(
      401,
      { error: isBare(r) ? 'This method requires an authenticated user' : 'The access token is invalid' },
      isBare(r)
        ? {}
        : {
            'www-authenticate':
              'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"',
          },
    );
  return {
    id: 'mastodon',
    kind: 'provider',
    title: 'A server of a network: anybody registers an application by POST, and gets client credentials',
    target: M,
    dated: '2026-11',
    sources: ['docs.joinmastodon.org/client/token', 'docs.joinmastodon.org/methods/oauth'],
    hosts: {
      'mastodon.social': {
        headers: { server: 'Mastodon' },
        routes: {
          'GET /': shell('Mastodon', {
            end: `<p hidden><a href="https://joinmastodon.org">About</a> <a href="${D}">Docs</a></p>`,
          }),
          'GET /about': shell('Mastodon'),
          'GET /explore': shell('Mastodon'),
          'GET /.well-known/oauth-authorization-server': json(
            200,
            metadata(M, {
              issuer: `${M}/`,
              service_documentation: 'https://docs.joinmastodon.org/',
              authorization_endpoint: `${M}/oauth/authorize`,
              token_endpoint: `${M}/oauth/token`,
              app_registration_endpoint: `${M}/api/v1/apps`,
              revocation_endpoint: `${M}/oauth/revoke`,
              userinfo_endpoint: `${M}/oauth/userinfo`,
              scopes_supported: ['read', 'write', 'write:accounts', 'follow', 'push', 'profile'],
              response_types_supported: ['code'],
              response_modes_supported: ['query', 'fragment', 'form_post'],
              token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
              grant_types_supported: ['authorization_code', 'client_credentials'],
              code_challenge_methods_supported: ['S256'],
            }),
          ),
          'POST /oauth/token': token,
          'GET /oauth/authorize': redirect(302, '/auth/sign_in'),
          'GET /auth/sign_in': plainPage('Log in - Mastodon', loginForm('/auth/sign_in')),
          'POST /api/v1/apps': (r) =>
            parameter(r, 'client_name') && parameter(r, 'redirect_uris')
              ? json(200, { id: '1', name: 'a scan', client_id: fresh(), client_secret: fresh() })
              : json(422, { error: "Validation failed: Application name can't be blank, Redirect URI can't be blank" }),
          'GET /api/v1/instance': json(200, {
            uri: 'mastodon.social',
            title: 'Mastodon',
            version: '4.6.0',
            registrations: true,
          }),
          'GET /api/v2/instance': json(200, { domain: 'mastodon.social', title: 'Mastodon', version: '4.6.0' }),
          'GET /api/v1/timelines/public': json(200, [{ id: '1', content: '<p>hi</p>' }]),
          'GET /api/v1/accounts/verify_credentials': refuse,
          'GET /api/v1/apps/verify_credentials': refuse,
          'GET /oauth/userinfo': refuse,
          'GET /api/v1/timelines/tag/*': json(200, [{ id: '2', content: '<p>cats</p>' }]),
          'GET /api/v1/notifications': refuse,
          'GET /api/v1/timelines/home': refuse,
          '/api/*': json(404, { error: 'Record not found' }),
          'GET /nodeinfo/2.0': json(200, { version: '2.0', software: { name: 'mastodon', version: '4.6.0' } }),
          'GET /.well-known/nodeinfo': json(200, {
            links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `${M}/nodeinfo/2.0` }],
          }),
          'GET /robots.txt': robots('User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /media_proxy/\n'),
        },
        otherwise: bare404('Mastodon'),
      },
      'docs.joinmastodon.org': {
        routes: {
          'GET /': docs('What is Mastodon?', '<p>A free, open source social network server.</p>'),
          'GET /client/intro': docs('Getting started with the API', '<p>REST over HTTP; JSON.</p>'),
          'GET /client/public': docs(
            'Playing with public data',
            pre('curl https://mastodon.example/api/v1/timelines/tag/cats?limit=2'),
          ),
          'GET /client/token': docs(
            'Obtaining client app access',
            `<p>First create an application:</p>${pre("curl -X POST \\\n\t-F 'client_name=Test Application' \\\n\t-F 'redirect_uris=urn:ietf:wg:oauth:2.0:oob' \\\n\thttps://mastodon.example/api/v1/apps")}<p>Then ask for a token with client_credentials:</p>${pre("curl -X POST \\\n\t-F 'client_id=your_client_id_here' \\\n\t-F 'client_secret=your_client_secret_here' \\\n\t-F 'grant_type=client_credentials' \\\n\thttps://mastodon.example/oauth/token")}${pre("curl \\\n\t-H 'Authorization: Bearer our_access_token_here' \\\n\thttps://mastodon.example/api/v1/apps/verify_credentials")}<p>Tokens do not expire; they can be revoked.</p>`,
          ),
          'GET /api/oauth-scopes': docs(
            'OAuth scopes',
            '<p>The scopes read, write, follow and push, and granular ones such as write:statuses.</p>',
          ),
          'GET /methods/apps': docs('apps API methods', pre('POST https://mastodon.example/api/v1/apps HTTP/1.1')),
        },
        otherwise: bare404('Mastodon documentation'),
      },
      'joinmastodon.org': {
        routes: {
          'GET /': plainPage('Join Mastodon', '<p>Social networking that is not for sale.</p>', {
            nav: [['Documentation', D]],
          }),
        },
        otherwise: bare404('Mastodon'),
      },
    },
    expect: expectation({
      apiBases: [M],
      tokenEndpoint: `${M}/oauth/token`,
      flows: { authorization_code: 'yes', client_credentials: 'yes' },
      signals: {
        'structured-401': ['pass', 'unknown', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': ['pass', 'partial'],
        'self-service-keys': ['pass', 'unknown'],
        'token-expiry': ['partial', 'unknown'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      outcome: 'scored',
    }),
    why: {
      'oauth-discovery': 'the issuer ends in a slash that its address has not',
      'self-service-keys': 'an endpoint of its own, not RFC 7591',
    },
  };
})();

const bluesky = ((): World => {
  const D = 'https://docs.bsky.app';
  const nav = [
    ['Get started', `${D}/docs/get-started`],
    ['API hosts and auth', `${D}/docs/advanced-guides/api-directory`],
    ['OAuth clients', `${D}/docs/advanced-guides/oauth-client`],
    ['HTTP reference', `${D}/docs/api/com-atproto-server-create-session`],
  ] as const;
  const docs = manual(' | Bluesky', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r)
        ? { error: 'AuthMissing', message: 'Authentication Required' }
        : { error: 'InvalidToken', message: 'Bad token scheme' },
    );
  const meta = metadata('https://bsky.social', {
    authorization_endpoint: 'https://bsky.social/oauth/authorize',
    token_endpoint: 'https://bsky.social/oauth/token',
    pushed_authorization_request_endpoint: 'https://bsky.social/oauth/par',
    require_pushed_authorization_requests: true,
    revocation_endpoint: 'https://bsky.social/oauth/revoke',
    jwks_uri: 'https://bsky.social/oauth/jwks',
    scopes_supported: ['atproto', 'transition:email', 'transition:generic', 'transition:chat.bsky'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
    dpop_signing_alg_values_supported: ['ES256'],
    client_id_metadata_document_supported: true,
    authorization_response_iss_parameter_supported: true,
  });
  return {
    id: 'bluesky',
    kind: 'provider',
    title: 'An app password gives a session token; OAuth with client metadata documents, DPoP and a browser',
    target: 'https://bsky.social',
    dated: '2026-11',
    sources: ['docs.bsky.app/docs/get-started', 'atproto.com/specs/oauth'],
    hosts: {
      'bsky.social': {
        routes: {
          'GET /': text(
            200,
            'This is an AT Protocol Personal Data Server (aka, an atproto PDS)\n\nMost API routes are under /xrpc/\n\n      Code: https://github.com/bluesky-social/atproto\n Self-Host: https://github.com/bluesky-social/pds\n  Protocol: https://atproto.com\n      Docs: https://docs.bsky.app\n',
          ),
          'GET /.well-known/oauth-protected-resource': json(200, {
            resource: 'https://bsky.social',
            authorization_servers: ['https://bsky.social'],
            scopes_supported: [],
            bearer_methods_supported: ['header'],
            resource_documentation: 'https://atproto.com',
          }),
          'GET /.well-known/oauth-authorization-server': json(200, meta),
          'POST /oauth/token': (r) => {
            const grant = parameter(r, 'grant_type');
            return grant === undefined
              ? failure(400, 'invalid_request', 'Validation of "grant_type" failed: Required')
              : !['authorization_code', 'refresh_token'].includes(grant)
                ? failure(400, 'unsupported_grant_type', `Grant type "${grant}" not supported`)
                : failure(400, 'invalid_client', 'Unknown client');
          },
          'GET /oauth/authorize': html(
            400,
            '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Invalid request</h1></body></html>',
          ),
          'GET /xrpc/com.atproto.server.describeServer': json(200, {
            did: 'did:web:bsky.social',
            availableUserDomains: ['.bsky.social'],
            inviteCodeRequired: false,
          }),
          'GET /xrpc/com.atproto.server.getSession': refuse,
          'GET /xrpc/app.bsky.actor.getPreferences': refuse,
          'GET /xrpc/app.bsky.notification.listNotifications': refuse,
          'GET /xrpc/app.bsky.feed.getTimeline': refuse,
          '/xrpc/*': (r) =>
            /^\/xrpc\/[a-z]+\.[a-z]+\./.test(r.path)
              ? json(501, { error: 'MethodNotImplemented', message: 'Method Not Implemented' })
              : json(400, { error: 'InvalidRequest', message: 'invalid xrpc path' }),
          'GET /robots.txt': robots('# Hello!\n\n# Crawling the public API is allowed\nUser-agent: *\nAllow: /\n'),
        },
        otherwise: text(404, 'Cannot find what you asked for'),
      },
      'docs.bsky.app': {
        headers: { server: 'GitHub.com' },
        routes: {
          'GET /': plainPage('Bluesky Documentation', '<p>Learn how to build with the AT Protocol.</p>', { nav }),
          'GET /docs/get-started': docs(
            'Get started',
            `<p>Create an account. In Settings, create an app password; your own password works too. Then make a session:</p>${pre('curl -X POST https://bsky.social/xrpc/com.atproto.server.createSession \\\n    -H "Content-Type: application/json" \\\n    -d \'{"identifier": "\'"$BLUESKY_HANDLE"\'", "password": "\'"$BLUESKY_PASSWORD"\'"}\'')}<p>The answer holds <code>accessJwt</code> and <code>refreshJwt</code>. The access token is short-lived; call <code>com.atproto.server.refreshSession</code> with the refresh token for a new pair.</p>${pre('curl https://bsky.social/xrpc/app.bsky.feed.getTimeline -H "Authorization: Bearer $ACCESS_JWT"')}`,
          ),
          'GET /docs/advanced-guides/api-directory': docs(
            'API hosts and auth',
            '<p>Public endpoints can be called at https://public.api.bsky.app without authentication. For the others go through the PDS of the account, for example https://bsky.social.</p>',
          ),
          'GET /docs/advanced-guides/oauth-client': docs(
            'OAuth client implementation',
            '<p>For apps with many users. The client id is the URL of a metadata document that you publish. PAR, PKCE and DPoP are mandatory; a person signs in and allows your app.</p>',
          ),
          'GET /docs/api/com-atproto-server-create-session': docs(
            'com.atproto.server.createSession',
            '<p>Create an authentication session.</p>',
          ),
        },
        otherwise: bare404('Bluesky'),
      },
      'public.api.bsky.app': {
        routes: {
          'GET /xrpc/app.bsky.actor.getProfile': json(400, {
            error: 'InvalidRequest',
            message: 'Error: Params must have the property "actor"',
          }),
          '/xrpc/*': json(501, { error: 'MethodNotImplemented', message: 'Method Not Implemented' }),
        },
        otherwise: text(404, 'Not Found'),
      },
    },
    expect: expectation({
      apiBases: ['https://bsky.social'],
      tokenEndpoint: 'https://bsky.social/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes', client_credentials: 'no' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': 'fail',
        'oauth-discovery': 'pass',
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': 'pass',
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'browser-only-oauth': 'an app password makes a session by program',
      'self-service-keys': 'client id metadata documents: nobody registers',
    },
  };
})();

const trakt = ((): World => {
  const D = 'https://trakt.docs.apiary.io';
  const A = 'https://api.trakt.tv';
  const refuse: Reply = (r) =>
    r.headers['trakt-api-key'] === undefined
      ? html(403, '')
      : empty(401, { 'www-authenticate': 'Bearer realm="Doorkeeper"' });
  return {
    id: 'trakt',
    kind: 'provider',
    title: 'A device grant for things without a keyboard, a key header on every call, answers without a body',
    target: 'https://trakt.tv',
    dated: '2026-11',
    sources: ['trakt.docs.apiary.io', 'docs.trakt.tv'],
    hosts: {
      'www.trakt.tv': aliasOf('https://trakt.tv'),
      'trakt.tv': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('Trakt: discover what’s hot', '<p>Track what you watch.</p>', {
            nav: [
              ['Shows', 'https://trakt.tv/shows'],
              ['Movies', 'https://trakt.tv/movies'],
              ['Join free', 'https://trakt.tv/auth/join'],
            ],
            foot: [
              ['API', 'https://trakt.tv/b/api-docs'],
              ['Forums', 'https://forums.trakt.tv/'],
            ],
          }),
          'GET /b/api-docs': redirect(302, `${D}/`),
          ...shallow('Trakt', [], ['/shows', '/movies', '/auth/join']),
          'GET /oauth/applications*': redirect(302, '/auth/signin'),
          'GET /activate': plainPage('Activate', loginForm('/activate')),
          'GET /auth/signin': plainPage('Sign in', loginForm('/auth/signin')),
          'GET /oauth/authorize': redirect(302, '/auth/signin'),
        },
        otherwise: bare404('Trakt'),
      },
      'trakt.docs.apiary.io': {
        routes: {
          'GET /': plainPage(
            'Trakt API',
            `<h2>Create an App</h2><p>To use the API, you need to <a href="https://trakt.tv/oauth/applications/new">create a new app</a>. You get a client ID and a client secret right away.</p><h2>API URL</h2><p>The API is at <code>https://api.trakt.tv</code>; a staging server is at <code>https://api-staging.trakt.tv</code>.</p><h2>Required headers</h2><table><tr><td>Content-Type</td><td>application/json</td></tr><tr><td>trakt-api-key</td><td>Your client ID</td></tr><tr><td>trakt-api-version</td><td>2</td></tr></table><p>Methods marked with OAuth required also need <code>Authorization: Bearer [access_token]</code>.</p><h2>Authentication - OAuth</h2><p>The authorization code flow sends people to a web page. Access tokens expire in 24 hours; use the refresh token to get a new one.</p>${pre('POST https://api.trakt.tv/oauth/token\nContent-Type: application/json\n\n{"code": "fd0847dbb559752d932dd3c1ac34ff98", "client_id": "…", "client_secret": "…", "redirect_uri": "urn:ietf:wg:oauth:2.0:oob", "grant_type": "authorization_code"}')}<h2>Authentication - Devices</h2><p>For media centers, game consoles and smart TVs. Your app shows a code; a person enters it at https://trakt.tv/activate.</p>${pre('POST https://api.trakt.tv/oauth/device/code\n\n{"client_id": "…"}')}${pre('POST https://api.trakt.tv/oauth/device/token\n\n{"code": "d9c126a7706328d808914cfd1e40274b6e009f684b1aca271b9b3f90b3630d64", "client_id": "…", "client_secret": "…"}')}<h2>Status codes</h2><table><tr><td>401</td><td>Unauthorized: OAuth must be provided</td></tr><tr><td>403</td><td>Forbidden: invalid API key or unapproved app</td></tr></table>${pre('GET https://api.trakt.tv/users/settings\nAuthorization: Bearer [access_token]\ntrakt-api-version: 2\ntrakt-api-key: [client_id]')}`,
          ),
        },
        otherwise: bare404('Apiary'),
      },
      'api.trakt.tv': {
        headers: { server: 'cloudflare' },
        routes: {
          'POST /oauth/token': (r) =>
            parameter(r, 'grant_type') === undefined
              ? failure(400, 'invalid_request', 'The request is missing a required parameter.')
              : ['authorization_code', 'refresh_token'].includes(parameter(r, 'grant_type') ?? '')
                ? failure(401, 'invalid_client', 'Client authentication failed due to unknown client.')
                : failure(
                    400,
                    'unsupported_grant_type',
                    'The authorization grant type is not supported by the authorization server.',
                  ),
          'POST /oauth/device/code': empty(403),
          'POST /oauth/device/token': empty(404),
          'GET /users/settings': refuse,
          'GET /sync/history': refuse,
          'GET /movies/trending': refuse,
          'GET /movies/popular': refuse,
          'GET /shows/trending': refuse,
          '/users/*': refuse,
          '/sync/*': refuse,
        },
        otherwise: empty(404),
      },
    },
    expect: expectation({
      apiBases: [A],
      tokenEndpoint: [`${A}/oauth/token`, `${A}/oauth/device/token`],
      flows: {
        authorization_code: 'yes',
        device_code: 'yes',
        refresh_token: 'yes',
        client_credentials: ['no', 'unknown'],
      },
      signals: {
        'structured-401': ['fail', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': 'pass',
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'session-cookie-only': 'absent' },
      notJudged: ['browser-only-oauth'],
    }),
    why: {
      'browser-only-oauth': 'not judged: the key alone reads public data, anything of a person needs the person',
      'structured-401': '403 without a body to a stranger, 401 without a body once a key is named',
    },
  };
})();

const skyscanner = ((): World => {
  const D = 'https://developers.skyscanner.net';
  const P = 'https://www.partners.skyscanner.net';
  const nav = [
    ['Overview', `${D}/docs/intro`],
    ['Quick start', `${D}/docs/getting-started/authentication`],
    ['Flights live prices', `${D}/docs/flights-live-prices/overview`],
    ['Become a partner', `${P}/contact/affiliates`],
  ] as const;
  const docs = manual(' | Skyscanner Travel API', nav);
  const refuse: Reply = (r) =>
    json(401, {
      code: 16,
      message: r.headers['x-api-key'] === undefined ? 'missing api key' : 'invalid api key',
      details: [],
    });
  return {
    id: 'skyscanner',
    kind: 'provider',
    title: 'A key in a header that only partners get, after an application',
    target: D,
    dated: '2026-11',
    sources: ['developers.skyscanner.net/docs/getting-started/authentication', 'partners.skyscanner.net'],
    hosts: {
      'developers.skyscanner.net': {
        headers: { server: 'cloudfront' },
        routes: {
          'GET /': redirect(302, '/docs/intro'),
          'GET /docs/intro': docs(
            'Overview',
            `<p>Search flights, hotels and car hire. The API is for established businesses: <a href="${P}/contact/affiliates">apply to become a partner</a>. We review every application and reply within two weeks; if you are accepted, your partner manager sends you an API key.</p>`,
          ),
          'GET /docs/getting-started/authentication': docs(
            'Authentication',
            `<p>Send your key in the <code>x-api-key</code> header. Keys are issued by your partner manager only.</p>${pre("curl --location 'https://partners.api.skyscanner.net/apiservices/v3/culture/markets/en-GB' \\\n--header 'x-api-key: {{API_KEY}}'")}<h3>Errors</h3><p>401: the key is missing or invalid. 403: the key lacks access to this product. 429: rate limit.</p>`,
          ),
          'GET /docs/flights-live-prices/overview': docs(
            'Flights live prices',
            pre(
              "curl --location --request POST 'https://partners.api.skyscanner.net/apiservices/v3/flights/live/search/create' --header 'x-api-key: {{API_KEY}}' --data-raw '{\"query\": {}}'",
            ),
          ),
        },
        otherwise: bare404('Skyscanner'),
      },
      'www.partners.skyscanner.net': {
        routes: {
          'GET /': plainPage('Skyscanner for partners', '<p>Travel APIs, affiliates, advertising.</p>', {
            nav: [['API', D]],
          }),
          'GET /contact/affiliates': plainPage(
            'Request API access',
            `<p>Tell us about your business and its traffic. We will review your application and get back to you.</p><form action="/contact/affiliates" method="post"><input name="company"><input type="email" name="email"><input name="monthly_visits"><button>Submit application</button></form>`,
          ),
        },
        otherwise: bare404('Skyscanner for partners'),
      },
      'partners.api.skyscanner.net': {
        routes: { '/apiservices/v3/*': refuse },
        otherwise: json(404, { code: 5, message: 'Not Found', details: [] }),
      },
    },
    expect: expectation({
      apiBases: ['https://partners.api.skyscanner.net'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'fail',
        'token-expiry': staticKeys,
        'scope-restriction': ['pass', 'partial', 'unknown', 'fail'],
      },
      antiPatterns: {
        'manual-key-approval': 'present',
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
      },
    }),
    why: { 'self-service-keys': 'a partner manager issues the key after a review' },
  };
})();

const guardian = ((): World => {
  const O = 'https://open-platform.theguardian.com';
  const nav = [
    ['Home', `${O}/`],
    ['Documentation', `${O}/documentation/`],
    ['Access', `${O}/access/`],
    ['Explore', `${O}/explore/`],
  ] as const;
  const docs = manual(' - The Guardian - Open Platform', nav);
  return {
    id: 'guardian',
    kind: 'provider',
    title: 'A key in the query; a form that sends one at once, and a commercial tier that is asked for',
    target: O,
    dated: '2026-11',
    sources: ['open-platform.theguardian.com/access', 'open-platform.theguardian.com/documentation'],
    hosts: {
      'open-platform.theguardian.com': {
        routes: {
          'GET /': docs(
            'The Guardian Open Platform',
            '<p>All the articles, images and audio that the Guardian publishes, back to 1999.</p>',
          ),
          'GET /explore': shell('Explore'),
          'GET /documentation': docs(
            'Overview',
            `<p>The API lives at <code>https://content.guardianapis.com/</code>. Endpoints: content (<code>/search</code>), tags (<code>/tags</code>), sections (<code>/sections</code>), editions, single item.</p>${pre('https://content.guardianapis.com/search?q=debates&api-key=test')}<p>Every request needs a key: the parameter <code>api-key</code>, or the header <code>api-key</code>.</p><p>Error: 401 unauthorized, 429 API rate limit exceeded.</p>`,
          ),
          'GET /access': docs(
            'Get started',
            '<p>Register for a developer key. It is free, for non-commercial use, up to 1 call per second and 500 calls a day: <a href="https://bonobo.capi.gutools.co.uk/register/developer">Register developer key</a>. The key arrives by email at once.</p><p>For commercial use or full text in products, <a href="https://bonobo.capi.gutools.co.uk/register/commercial">request a commercial key</a> and we will get in touch about a licence.</p>',
          ),
        },
        otherwise: bare404('Open Platform'),
      },
      'bonobo.capi.gutools.co.uk': {
        routes: {
          'GET /register/developer': plainPage(
            'Register for a developer key',
            signUpForm(recaptcha.field, '/register/developer'),
            { head: recaptcha.head },
          ),
          'GET /register/commercial': plainPage(
            'Request a commercial key',
            '<form action="/register/commercial" method="post"><input name="name"><textarea name="use"></textarea><button>Send</button></form>',
          ),
        },
        otherwise: bare404('Bonobo'),
      },
      'content.guardianapis.com': {
        headers: { server: 'Concierge' },
        routes: {
          '*': (r) =>
            r.query.get('api-key') === null && r.headers['api-key'] === undefined
              ? json(401, { message: 'Unauthorized' })
              : json(401, { response: { status: 'error', message: 'Invalid authentication credentials' } }),
        },
      },
    },
    expect: expectation({
      apiBases: ['https://content.guardianapis.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': noCredit,
      },
      antiPatterns: {
        'captcha-before-token': ['present', 'unknown'],
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
      },
    }),
    why: {
      'captcha-before-token': 'the form that hands out keys holds a checkbox CAPTCHA, on a host that the manual names',
      'self-service-keys': 'at once for developers',
    },
  };
})();

const chargebee = ((): World => {
  const D = 'https://apidocs.chargebee.com';
  const nav = [
    ['Introduction', `${D}/docs/api`],
    ['Authentication', `${D}/docs/api/auth`],
    ['Errors', `${D}/docs/api/error-handling`],
    ['Customers', `${D}/docs/api/customers`],
    ['API keys', 'https://www.chargebee.com/docs/billing/2.0/api_keys'],
  ] as const;
  const docs = manual(' | Chargebee API', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        message: isBare(r)
          ? 'Sorry, authentication failed. API key is missing.'
          : 'Sorry, authentication failed. Invalid api key',
        error_code: 'api_authentication_failed',
        api_error_code: 'api_authentication_failed',
        error_msg: 'Sorry, authentication failed.',
        http_status_code: 401,
      },
      { 'www-authenticate': 'Basic realm="Chargebee API"' },
    );
  return {
    id: 'chargebee',
    kind: 'provider',
    title: 'Basic with the key as user name, on a host per customer',
    target: 'https://www.chargebee.com',
    dated: '2026-11',
    sources: ['apidocs.chargebee.com/docs/api/auth'],
    hosts: {
      'chargebee.com': aliasOf('https://www.chargebee.com'),
      'www.chargebee.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('Chargebee: subscription billing', '<p>Recurring billing and revenue.</p>', {
            nav: [
              ['Pricing', 'https://www.chargebee.com/pricing'],
              ['API docs', D],
              ['Sign up', 'https://www.chargebee.com/trial-signup'],
            ],
          }),
          ...shallow('Chargebee', [], ['/pricing', '/trial-signup']),
          'GET /docs/billing/2.0/api_keys': plainPage(
            'API keys',
            '<p>Go to Settings, Configure Chargebee, API keys and webhooks. Click <strong>Add API key</strong>, choose its type (full access, read-only, publishable) and the permissions, give it a name and click Create key.</p>',
          ),
        },
        otherwise: bare404('Chargebee'),
      },
      'apidocs.chargebee.com': {
        routes: {
          'GET /': redirect(302, '/docs/api'),
          'GET /docs/api': docs(
            'Introduction',
            '<p>Endpoint: <code>https://{site}.chargebee.com/api/v2</code>. The test site ends in <code>-test</code>.</p>',
          ),
          'GET /docs/api/auth': docs(
            'API authentication',
            `<p>Chargebee uses HTTP Basic authentication. The user name is your API key, the password stays empty.</p>${pre('curl  https://{site}.chargebee.com/api/v2/customers \\\n     -u {site_api_key}:')}<p>Keys of the test site and of the live site differ. Keys may be read-only or full access.</p>`,
          ),
          'GET /docs/api/error-handling': docs(
            'Error handling',
            pre(
              '{\n  "message": "Sorry, authentication failed. Invalid api key",\n  "api_error_code": "api_authentication_failed",\n  "http_status_code": 401\n}',
            ),
          ),
          'GET /docs/api/customers': docs(
            'Customers',
            pre('curl https://{site}.chargebee.com/api/v2/customers -G -u {site_api_key}: --data-urlencode limit=5'),
          ),
        },
        otherwise: bare404('Chargebee'),
      },
      '*.chargebee.com': {
        routes: { '/api/v2/*': refuse, 'GET /': redirect(302, 'https://www.chargebee.com/') },
        otherwise: xml(404, '<error/>'),
      },
    },
    expect: expectation({
      tokenEndpoint: null,
      outcome: ['scored', 'blocked'],
      signals: {
        'structured-401': ['pass', 'unknown'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      apiBases: 'not judged: every customer has a host of its own',
      outcome: 'any name answers; whether a scan asks one is its choice',
    },
  };
})();

const stackexchange = ((): World => {
  const A = 'https://api.stackexchange.com';
  const nav = [
    ['Documentation', `${A}/docs`],
    ['Authentication', `${A}/docs/authentication`],
    ['Throttles', `${A}/docs/throttle`],
    ['Error handling', `${A}/docs/error-handling`],
    ['/users', `${A}/docs/users`],
    ['/me', `${A}/docs/me`],
  ] as const;
  const docs = manual(' - Stack Exchange API', nav);
  const wrapped = (id: number, name: string, message: string) =>
    json(400, { error_id: id, error_message: message, error_name: name });
  return {
    id: 'stackexchange',
    kind: 'provider',
    title: 'Open for reading; a person signs in for the rest; tokens in the query, eternal with a scope',
    target: A,
    dated: '2026-11',
    sources: ['api.stackexchange.com/docs/authentication'],
    hosts: {
      'api.stackexchange.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': redirect(302, '/docs'),
          'GET /docs': docs(
            'Stack Exchange API v2.3',
            '<p>All methods are at <code>https://api.stackexchange.com/2.3/</code>. Most of them can be called by anybody, without a key: up to 300 requests a day. Register your app on <a href="https://stackapps.com/apps/oauth/register">Stack Apps</a> to get a request key at once, with 10,000 requests a day.</p>',
          ),
          'GET /docs/authentication': docs(
            'Authentication',
            '<p>OAuth 2.0: explicit for server side applications, implicit for browser based ones. Send the user to <code>https://stackoverflow.com/oauth</code>, then POST <code>https://stackoverflow.com/oauth/access_token</code> with client_id, client_secret, code and redirect_uri. Access tokens go into the parameter <code>access_token</code>, together with <code>key</code>.</p><p>Scopes: read_inbox, no_expiry, write_access, private_info. With no_expiry the token does not expire; else it lives for a day.</p>',
          ),
          'GET /docs/throttle': docs('Throttles', '<p>30 requests per second and IP.</p>'),
          'GET /docs/error-handling': docs(
            'Error handling',
            '<p>401 access_denied, 402 invalid_access_token, 403 access_denied, 405 key_required.</p>',
          ),
          'GET /docs/users': docs(
            'Usage of /users',
            pre('https://api.stackexchange.com/2.3/users?order=desc&sort=reputation&site=stackoverflow'),
          ),
          'GET /docs/me': docs(
            'Usage of /me',
            '<p>Returns the user of the access token. This method requires an access_token.</p>',
          ),
          'GET /2.3/info': (r) =>
            r.query.get('site')
              ? json(200, { items: [{ total_users: 1 }], has_more: false, quota_max: 300, quota_remaining: 299 })
              : wrapped(400, 'bad_parameter', 'site is required'),
          'GET /2.3/sites': json(200, {
            items: [{ name: 'Stack Overflow', api_site_parameter: 'stackoverflow' }],
            has_more: true,
            quota_max: 300,
            quota_remaining: 298,
          }),
          'GET /2.3/users': (r) =>
            r.query.get('site')
              ? json(200, { items: [{ user_id: 1 }], has_more: true, quota_max: 300, quota_remaining: 297 })
              : wrapped(400, 'bad_parameter', 'site is required'),
          'GET /2.3/questions': (r) =>
            r.query.get('site')
              ? json(200, { items: [{ question_id: 1 }], has_more: true })
              : wrapped(400, 'bad_parameter', 'site is required'),
          'GET /2.3/me': wrapped(
            401,
            'access_denied',
            'This method requires an access token, and the key of the application',
          ),
          '/2.3/me/*': wrapped(
            401,
            'access_denied',
            'This method requires an access token, and the key of the application',
          ),
          '/2.3/*': wrapped(404, 'no_method', 'this method does not exist'),
        },
        otherwise: bare404('Stack Exchange API'),
      },
      'stackapps.com': {
        routes: {
          'GET /users/login': plainPage('Log in - Stack Apps', loginForm('/users/login')),
          'GET /apps/oauth/register': redirect(302, '/users/login'),
        },
        otherwise: bare404('Stack Apps'),
      },
      'stackoverflow.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /users/login': plainPage('Log in - Stack Overflow', loginForm('/users/login')),
          'GET /oauth': redirect(302, '/users/login'),
          'POST /oauth/access_token': json(400, {
            error: { type: 'invalid_request', message: 'client_id not provided' },
          }),
        },
        otherwise: bare404('Stack Overflow'),
      },
    },
    expect: expectation({
      apiBases: [A],
      flows: { authorization_code: ['yes', 'unknown'], implicit: ['yes', 'unknown'] },
      signals: {
        'structured-401': ['pass', 'partial', 'n/a'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'scope-restriction': ['pass', 'partial', 'unknown'],
      },
      antiPatterns: { 'session-cookie-only': 'absent' },
      notJudged: ['browser-only-oauth'],
    }),
    why: {
      'browser-only-oauth': 'not judged: reading is open, the rest needs a person',
      'self-service-keys': 'not judged: open, with a key for more',
      tokenEndpoint: 'not judged: named on another domain of the same business',
    },
  };
})();

export const fifthGrantWorlds: readonly World[] = [
  gusto,
  ramp,
  adobe,
  mastodon,
  bluesky,
  trakt,
  skyscanner,
  guardian,
  chargebee,
  stackexchange,
];
