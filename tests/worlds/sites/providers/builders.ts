/** For people who build: SendGrid, Mailgun, OpenAI, Anthropic. */
import { aliasOf, isBearer, json, redirect, text } from '../../lib/answers.ts';
import { openapi } from '../../lib/openapi.ts';
import {
  cloudflareChallenge,
  list,
  notFoundPage,
  recaptcha,
  robots,
  sample,
  shell,
  signUpForm,
  site,
  table,
} from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, type World } from '../../lib/world.ts';

const sendgrid = (() => {
  const docs = site({
    name: 'Twilio SendGrid Docs',
    nav: [
      ['For developers', 'https://www.twilio.com/docs/sendgrid/for-developers'],
      [
        'Authentication',
        'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/authentication',
      ],
      ['API keys', 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys'],
    ],
  });
  const refused = json(401, { errors: [{ field: null, message: 'authorization required' }] });
  const world: World = {
    id: 'sendgrid',
    kind: 'provider',
    title: 'Bearer API keys with scopes, documentation on another business’s domain, CAPTCHA on sign-up',
    target: 'https://sendgrid.com',
    dated: '2026-10',
    sources: ['twilio.com/docs/sendgrid/api-reference'],
    hosts: {
      'sendgrid.com': {
        routes: {
          'GET /': redirect(302, '/en-us'),
          'GET /en-us': site({
            name: 'SendGrid',
            nav: [
              ['Email API', 'https://sendgrid.com/en-us/solutions/email-api'],
              ['Docs', 'https://www.twilio.com/docs/sendgrid'],
              ['Start for free', 'https://signup.sendgrid.com/'],
            ],
          })('Email delivery', '<p>Trusted.</p>'),
          'GET /en-us/solutions/email-api': site({ name: 'SendGrid' })(
            'Email API',
            `<p>Integrate in minutes.</p>${sample('curl --request POST --url https://api.sendgrid.com/v3/mail/send --header "Authorization: Bearer $SENDGRID_API_KEY"')}`,
          ),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('SendGrid'),
      },
      'www.sendgrid.com': aliasOf('https://sendgrid.com'),
      'docs.sendgrid.com': aliasOf('https://www.twilio.com/docs/sendgrid'),
      'www.twilio.com': {
        routes: {
          'GET /': redirect(302, '/docs/sendgrid'),
          'GET /docs/sendgrid': docs(
            'SendGrid documentation',
            '<p><a href="/docs/sendgrid/for-developers">For developers</a></p>',
          ),
          'GET /docs/sendgrid/for-developers': docs(
            'For developers',
            '<p>v3 API: <code>https://api.sendgrid.com</code>.</p>',
          ),
          'GET /docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/authentication': docs(
            'Authentication',
            `<p>You must authenticate with an API key as a bearer token.</p>${sample('GET https://api.sendgrid.com/v3/resource HTTP/1.1\nAuthorization: Bearer Your.API.Key-HERE', 'http')}`,
          ),
          'GET /docs/sendgrid/ui/account-and-settings/api-keys': docs(
            'API keys',
            '<p>Settings &gt; API Keys &gt; Create API Key. Choose Full Access, Restricted Access or Billing Access. Restricted keys have permissions per category, such as mail.send. The key is shown once. It stays valid until you delete it.</p>',
          ),
        },
        otherwise: notFoundPage('Twilio'),
      },
      'signup.sendgrid.com': {
        routes: {
          'GET /': site({ name: 'SendGrid', head: recaptcha.head })('Create your account', signUpForm(recaptcha.field)),
        },
      },
      'api.sendgrid.com': {
        headers: { server: 'nginx', 'access-control-allow-methods': 'HEAD, GET, PUT, POST, DELETE, OPTIONS, PATCH' },
        routes: {
          '/v3/*': (request) =>
            isBearer(request)
              ? json(401, {
                  errors: [
                    { field: null, message: 'The provided authorization grant is invalid, expired, or revoked' },
                  ],
                })
              : refused,
        },
        otherwise: text(404, '404 page not found'),
      },
    },
    expect: expectation({
      apiBases: ['https://api.sendgrid.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': staticKeys,
        'scope-restriction': 'pass',
      },
      antiPatterns: {
        'captcha-before-token': ['present', 'unknown'],
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
      },
    }),
    why: { 'bearer-token': 'the answer changes with a bearer, and it is documented' },
  };
  return world;
})();

const mailgun = (() => {
  const docs = site({
    name: 'Mailgun Docs',
    nav: [
      ['Quickstart', 'https://documentation.mailgun.com/docs/mailgun/quickstart'],
      ['Authentication', 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth'],
      ['API keys', 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-keys'],
    ],
  });
  const forbidden = text(401, 'Forbidden', { 'www-authenticate': 'Basic realm="MG API"', server: 'nginx' });
  const world: World = {
    id: 'mailgun',
    kind: 'provider',
    title: 'HTTP Basic with the user name api; 401 with the text Forbidden',
    target: 'https://www.mailgun.com',
    dated: '2026-10',
    sources: ['documentation.mailgun.com/docs/mailgun/api-reference/mg-auth'],
    hosts: {
      'mailgun.com': aliasOf('https://www.mailgun.com'),
      'www.mailgun.com': {
        routes: {
          'GET /': site({
            name: 'Mailgun',
            nav: [
              ['Products', 'https://www.mailgun.com/products/'],
              ['Documentation', 'https://documentation.mailgun.com/'],
              ['Sign up', 'https://signup.mailgun.com/new/signup'],
            ],
          })('Transactional email API', '<p>Send.</p>'),
          'GET /products/': site({ name: 'Mailgun' })('Products', '<p>Send, Inspect.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Mailgun'),
      },
      'documentation.mailgun.com': {
        routes: {
          'GET /': docs('Mailgun documentation', '<p><a href="/docs/mailgun/quickstart">Quickstart</a></p>'),
          'GET /docs/mailgun/quickstart': docs(
            'Quickstart',
            sample(
              "curl -s --user 'api:YOUR_API_KEY' https://api.mailgun.net/v3/YOUR_DOMAIN_NAME/messages -F from='Excited User <mailgun@YOUR_DOMAIN_NAME>' -F to=YOU@YOUR_DOMAIN_NAME -F subject='Hello' -F text='Testing'",
            ),
          ),
          'GET /docs/mailgun/api-reference/mg-auth': docs(
            'Authentication',
            `<p>Requests to Mailgun APIs are authenticated using HTTP basic authentication: the user name is <code>api</code>, the password is your API key.</p>${sample('curl --user "api:$API_KEY" https://api.mailgun.net/v3/domains')}<p>EU region: <code>https://api.eu.mailgun.net</code></p>`,
          ),
          'GET /docs/mailgun/user-manual/api-keys': docs(
            'API keys',
            '<p>In the control panel open API Security and click Add new key. Sending keys are limited to one domain and to sending; account keys can have roles: admin, analyst, developer, support.</p>',
          ),
        },
        otherwise: notFoundPage('Mailgun'),
      },
      'signup.mailgun.com': { routes: { 'GET /new/signup': shell('Sign up | Mailgun') } },
      'app.mailgun.com': { routes: { 'GET *': shell('Mailgun') } },
      'api.mailgun.net': {
        routes: { '/v3/*': forbidden, '/v4/*': forbidden },
        otherwise: text(404, '404 page not found'),
      },
      'api.eu.mailgun.net': { routes: { '/v3/*': forbidden }, otherwise: text(404, '404 page not found') },
    },
    expect: expectation({
      apiBases: [['https://api.mailgun.net', 'https://api.eu.mailgun.net']],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'partial',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {},
  };
  return world;
})();

const openai = (() => {
  const spec = openapi({
    title: 'OpenAI API',
    version: '3.1.0',
    servers: ['https://api.openai.com/v1'],
    operations: ['get /models', 'get /files', 'post /chat/completions', 'get /assistants'],
    schemes: { ApiKeyAuth: { type: 'http', scheme: 'bearer' } },
    security: [{ ApiKeyAuth: [] }],
  });
  const missing = json(
    401,
    {
      error: {
        message:
          "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
        type: 'invalid_request_error',
        param: null,
        code: null,
      },
    },
    { 'www-authenticate': 'Basic realm="OpenAI API"' },
  );
  const world: World = {
    id: 'openai',
    kind: 'provider',
    title: 'Site behind a challenge, docs at a developers host, bearer keys; OIDC for logging people in',
    target: 'https://openai.com',
    dated: '2026-10',
    sources: ['platform.openai.com/docs/api-reference/authentication', 'github.com/openai/openai-openapi'],
    hosts: {
      'openai.com': { routes: { 'GET /robots.txt': robots(), '*': () => cloudflareChallenge() } },
      'www.openai.com': aliasOf('https://openai.com'),
      'platform.openai.com': { routes: { '*': () => cloudflareChallenge() } },
      'developers.openai.com': {
        routes: {
          'GET /': site({
            name: 'OpenAI Developers',
            nav: [
              ['API', 'https://developers.openai.com/api/docs'],
              ['Authentication', 'https://developers.openai.com/api/reference/overview'],
            ],
          })('OpenAI Developers', '<p>Docs for our platform.</p>'),
          'GET /api/docs': site({ name: 'OpenAI API' })(
            'API',
            `<p>Create an API key in the dashboard and export it.</p>${sample('curl https://api.openai.com/v1/responses -H "Authorization: Bearer $OPENAI_API_KEY" -H "Content-Type: application/json" -d \'{"model": "gpt-5", "input": "Hello"}\'')}`,
          ),
          'GET /api/reference/overview': site({ name: 'OpenAI API' })(
            'API overview',
            `<h2>Authentication</h2><p>The OpenAI API uses API keys for authentication. Create, manage, and learn more about API keys in your organization settings. Each key belongs to a project; set permissions All, Restricted or Read only. API keys should be provided via HTTP Bearer authentication.</p>${sample('Authorization: Bearer OPENAI_API_KEY', 'http')}<p>OpenAPI: <a href="https://raw.githubusercontent.com/openai/openai-openapi/master/openapi.yaml">openapi.yaml</a></p>`,
          ),
          'GET /llms.txt': text(
            200,
            '# OpenAI Developers\n\n- [API overview](https://developers.openai.com/api/reference/overview)\n',
          ),
        },
        otherwise: notFoundPage('OpenAI'),
      },
      'auth.openai.com': {
        routes: {
          'GET /.well-known/openid-configuration': json(200, {
            issuer: 'https://auth.openai.com',
            authorization_endpoint: 'https://auth.openai.com/authorize',
            token_endpoint: 'https://auth.openai.com/oauth/token',
            userinfo_endpoint: 'https://auth.openai.com/userinfo',
            jwks_uri: 'https://auth.openai.com/.well-known/jwks.json',
            response_types_supported: ['code', 'token', 'id_token'],
            scopes_supported: ['openid', 'profile', 'offline_access', 'email'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
            code_challenge_methods_supported: ['S256'],
            token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
            grant_types_supported: ['authorization_code', 'refresh_token'],
          }),
          'POST /oauth/token': json(401, {
            error: {
              message: 'Invalid client specified',
              type: 'invalid_request_error',
              param: null,
              code: 'invalid_client',
            },
          }),
          'GET /.well-known/jwks.json': json(200, { keys: [] }),
        },
        otherwise: text(404, 'Not found'),
      },
      'api.openai.com': {
        headers: { server: 'cloudflare', 'x-request-id': 'req_1' },
        routes: {
          '/v1/*': (request) =>
            isBearer(request)
              ? json(401, {
                  error: {
                    message: `Incorrect API key provided: ${request.authorization.value.slice(0, 4)}****. You can find your API key at https://platform.openai.com/account/api-keys.`,
                    type: 'invalid_request_error',
                    param: null,
                    code: 'invalid_api_key',
                  },
                })
              : missing,
          'GET /': json(200, {
            message:
              'Welcome to the OpenAI API! Documentation is available at https://platform.openai.com/docs/api-reference',
          }),
        },
        otherwise: json(404, {
          error: { message: 'Invalid URL', type: 'invalid_request_error', param: null, code: null },
        }),
      },
      'raw.githubusercontent.com': {
        routes: { 'GET /openai/openai-openapi/master/openapi.yaml': text(200, JSON.stringify(spec)) },
        otherwise: text(404, '404: Not Found'),
      },
    },
    expect: expectation({
      apiBases: ['https://api.openai.com'],
      flows: {
        authorization_code: ['yes', 'no', 'unknown'],
        refresh_token: ['yes', 'no', 'unknown'],
        implicit: ['yes', 'no', 'unknown'],
      },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': ['n/a', 'partial', 'unknown', 'pass'],
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['captcha-before-token'],
    }),
    why: {
      'oauth-discovery': 'not judged: the document belongs to the login of people',
      'captcha-before-token': 'not judged: the key page is behind a challenge',
    },
  };
  return world;
})();

const anthropic = (() => {
  const docs = site({
    name: 'Claude Docs',
    nav: [
      ['Get started', 'https://docs.claude.com/en/docs/get-started'],
      ['API overview', 'https://docs.claude.com/en/api/overview'],
      ['Errors', 'https://docs.claude.com/en/api/errors'],
      ['Admin API', 'https://docs.claude.com/en/api/administration-api'],
      ['Console', 'https://console.anthropic.com/'],
    ],
  });
  const error = (message: string) =>
    json(401, { type: 'error', error: { type: 'authentication_error', message }, request_id: 'req_011' });
  const world: World = {
    id: 'anthropic',
    kind: 'provider',
    title: 'x-api-key header; typed errors',
    target: 'https://www.anthropic.com',
    dated: '2026-10',
    sources: ['docs.claude.com/en/api/overview', 'docs.claude.com/en/api/errors'],
    hosts: {
      'anthropic.com': aliasOf('https://www.anthropic.com'),
      'www.anthropic.com': {
        routes: {
          'GET /': site({
            name: 'Anthropic',
            nav: [
              ['Research', 'https://www.anthropic.com/research'],
              ['API docs', 'https://docs.claude.com/en/api/overview'],
              ['Console', 'https://console.anthropic.com/'],
            ],
          })('AI research and products', '<p>Safety at the frontier.</p>'),
          'GET /research': site({ name: 'Anthropic' })('Research', '<p>Papers.</p>'),
          'GET /robots.txt': robots(),
        },
        otherwise: notFoundPage('Anthropic'),
      },
      'docs.claude.com': {
        routes: {
          'GET /': redirect(302, '/en/docs/get-started'),
          'GET /en/docs/get-started': docs(
            'Get started',
            `<p>Sign up in the Console and create an API key under Settings.</p>${sample('curl https://api.anthropic.com/v1/messages \\\n  -H "Content-Type: application/json" -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01" -d \'{"model":"claude-sonnet-4-5","max_tokens":1000,"messages":[]}\'')}`,
          ),
          'GET /en/api/overview': docs(
            'API overview',
            `<p>Base URL <code>https://api.anthropic.com</code>. All requests must include:</p>${table([
              ['x-api-key', 'Your API key from Console'],
              ['anthropic-version', 'API version'],
              ['content-type', 'application/json'],
            ])}<p>Keys can be limited to a workspace.</p>`,
          ),
          'GET /en/api/errors': docs(
            'Errors',
            list([
              '400 invalid_request_error',
              '401 authentication_error: there is an issue with your API key',
              '403 permission_error',
              '429 rate_limit_error',
            ]),
          ),
          'GET /en/api/administration-api': docs(
            'Admin API',
            '<p>Manage members, workspaces and API keys. Needs an Admin API key, created by an admin in the Console. New API keys can only be created in the Console.</p>',
          ),
          'GET /llms.txt': text(200, '# Claude\n\n- [API overview](https://docs.claude.com/en/api/overview.md)\n'),
          'GET /en/api/overview.md': text(200, '# API overview\n\nUse the `x-api-key` header.\n', {
            'content-type': 'text/markdown',
          }),
        },
        otherwise: notFoundPage('Claude Docs'),
      },
      'console.anthropic.com': { routes: { 'GET *': shell('Claude Console') } },
      'api.anthropic.com': {
        headers: { server: 'cloudflare', 'x-should-retry': 'false' },
        routes: {
          '/v1/*': (request) =>
            request.headers['x-api-key']
              ? error('invalid x-api-key')
              : isBearer(request)
                ? error('Invalid bearer token')
                : error('x-api-key header is required'),
        },
        otherwise: json(404, {
          type: 'error',
          error: { type: 'not_found_error', message: 'Not Found' },
          request_id: 'req_012',
        }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.anthropic.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
        'token-expiry': staticKeys,
        'scope-restriction': ['pass', 'partial', 'fail', 'unknown'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'bearer-token': 'not judged: the answer shows that a bearer is read, the documentation knows another header',
    },
  };
  return world;
})();

export const builderWorlds: readonly World[] = [sendgrid, mailgun, openai, anthropic];
