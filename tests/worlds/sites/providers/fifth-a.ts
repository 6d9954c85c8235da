/** Keys in many header words, tokens and open data: Cohere, DeepL, CircleCI, Algolia, Docker Hub, Contentful, LaunchDarkly, Shippo, EasyPost, TfL, Lichess, HMRC. */
import type { Reply, World } from '../../lib/world.ts';
import {
  aliasOf,
  empty,
  fresh,
  html,
  isBare,
  isBearer,
  json,
  markdown,
  parameter,
  redirect,
  text,
} from '../../lib/answers.ts';
import { mcpSite } from '../../lib/oauth.ts';
import { openapi } from '../../lib/openapi.ts';
import { loginForm, robots, shell } from '../../lib/pages.ts';
import { expectation, noCredit, signUp, staticKeys, keyApi } from '../../lib/world.ts';
import { bare404, failure, hasClient, manual, plainPage, pre, shallow } from './fourth-pages.ts';

const cohere = ((): World => {
  const D = 'https://docs.cohere.com';
  const nav = [
    ['Guides', `${D}/docs/the-cohere-platform`],
    ['Rate limits', `${D}/docs/rate-limits`],
    ['API reference', `${D}/reference/about`],
    ['Errors', `${D}/reference/errors`],
    ['Dashboard', 'https://dashboard.cohere.com/'],
  ] as const;
  const docs = manual(' | Cohere', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r) ? { id: fresh(), message: 'no api key supplied' } : { id: fresh(), message: 'invalid api token' },
      { 'x-debug-trace-id': fresh() },
    );
  return {
    id: 'cohere',
    kind: 'provider',
    title: 'Trial keys on sign-up, production keys after a form; the old host still answers',
    target: 'https://cohere.com',
    dated: '2026-11',
    sources: ['docs.cohere.com/reference/about', 'docs.cohere.com/docs/rate-limits'],
    hosts: {
      'www.cohere.com': aliasOf('https://cohere.com'),
      'cohere.com': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': plainPage(
            'Cohere | Enterprise AI: private, secure, customizable',
            '<p>Models that run where your data lives.</p>',
            {
              nav: [
                ['Products', 'https://cohere.com/products'],
                ['Pricing', 'https://cohere.com/pricing'],
                ['Developers', 'https://docs.cohere.com/'],
                ['Request a demo', 'https://cohere.com/contact-sales'],
              ],
              foot: [['Trust', 'https://cohere.com/security']],
            },
          ),
          ...shallow('Cohere', [], ['/products', '/pricing', '/contact-sales', '/security']),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('Cohere'),
      },
      'docs.cohere.com': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': redirect(307, '/docs/the-cohere-platform'),
          'GET /docs/the-cohere-platform': docs(
            'An overview of the Cohere platform',
            '<p>Command, Embed and Rerank are reached over HTTP or through SDKs for Python, TypeScript, Java and Go.</p>',
          ),
          'GET /docs/rate-limits': docs(
            'Different types of API keys and rate limits',
            '<p>Cohere has two kinds of keys: evaluation keys, free but limited in usage, and production keys, which are paid and far less limited. You can create either on the <a href="https://dashboard.cohere.com/api-keys">API keys page</a>.</p><table><thead><tr><th>Endpoint</th><th>Trial</th><th>Production</th></tr></thead><tbody><tr><td>Chat</td><td>20 req/min</td><td>500 req/min</td></tr><tr><td>Embed</td><td>2,000 inputs/min</td><td>2,000 inputs/min</td></tr></tbody></table>',
          ),
          'GET /reference/about': docs(
            'Working with Cohere’s API and SDK',
            `<p>Authenticate with your key in the header of the request.</p>${pre('curl --request POST \\\n  --url https://api.cohere.com/v2/chat \\\n  --header \'accept: application/json\' \\\n  --header \'content-type: application/json\' \\\n  --header "Authorization: Bearer $CO_API_KEY" \\\n  --data \'{"model": "command-a-03-2026", "messages": [{"role": "user", "content": "Hello"}]}\'')}${pre('import cohere\nco = cohere.ClientV2(api_key="<YOUR API KEY>")\nresponse = co.models.list()')}`,
          ),
          'GET /reference/errors': docs(
            'Errors',
            '<dl><dt>400 - Bad Request</dt><dd>The body was malformed.</dd><dt>401 - Unauthorized</dt><dd>The API key is missing, revoked, mistyped or expired. Generate a new one on the dashboard.</dd><dt>498 - Invalid token</dt><dd>Blocklisted input.</dd></dl>',
          ),
          'GET /llms.txt': text(
            200,
            `# Cohere\n\n- [API keys and rate limits](${D}/docs/rate-limits)\n- [About the API](${D}/reference/about)\n`,
          ),
        },
        otherwise: bare404('Cohere Docs'),
      },
      'dashboard.cohere.com': { headers: { server: 'Vercel' }, routes: { 'GET *': shell('Cohere dashboard') } },
      'api.cohere.com': {
        headers: { server: 'envoy' },
        routes: { 'GET /v1/models': refuse, 'GET /v2/models': refuse, '/v1/*': refuse, '/v2/*': refuse },
        otherwise: text(404, '404 page not found'),
      },
      'api.cohere.ai': {
        headers: { server: 'envoy' },
        routes: { '/v1/*': refuse },
        otherwise: text(404, '404 page not found'),
      },
    },
    expect: expectation({
      apiBases: [['https://api.cohere.com', 'https://api.cohere.ai']],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        ...keyApi,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'self-service-keys': 'either kind of key is created on the dashboard' },
  };
})();

const deepl = ((): World => {
  const D = 'https://developers.deepl.com';
  const nav = [
    ['Introduction', `${D}/docs/getting-started/intro`],
    ['Access and authentication', `${D}/docs/getting-started/auth`],
    ['Managing API keys', `${D}/docs/getting-started/managing-api-keys`],
    ['Error handling', `${D}/docs/best-practices/error-handling`],
    ['Translate text', `${D}/api-reference/translate`],
  ] as const;
  const docs = manual(' - DeepL Documentation', nav);
  const refuse: Reply = (r) =>
    isBare(r)
      ? empty(403, { 'access-control-expose-headers': 'Server-Timing, X-Trace-ID' })
      : json(403, { message: 'Invalid or unsupported Authorization header. Expected: DeepL-Auth-Key' });
  return {
    id: 'deepl',
    kind: 'provider',
    title: 'A scheme word of its own; 403 without a body when nothing is sent; a free and a paid host',
    target: 'https://www.deepl.com/pro-api',
    dated: '2026-11',
    sources: [
      'developers.deepl.com/docs/getting-started/auth',
      'developers.deepl.com/docs/resources/breaking-changes-change-notices',
    ],
    hosts: {
      'deepl.com': aliasOf('https://www.deepl.com'),
      'www.deepl.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': redirect(302, '/en/translator'),
          'GET /en/translator': plainPage(
            'DeepL Translate: the most accurate translator',
            '<p>Type to translate.</p>',
            {
              nav: [
                ['API', 'https://www.deepl.com/pro-api'],
                ['Plans', 'https://www.deepl.com/en/pro'],
              ],
            },
          ),
          'GET /pro-api': plainPage(
            'DeepL API | Translate at scale',
            '<p>Put DeepL into your product. Free: 500,000 characters a month. Pro: pay per use.</p>',
            {
              nav: [
                ['Documentation', `${D}/docs`],
                ['Plans', 'https://www.deepl.com/en/pro'],
                ['Sign up for free', 'https://www.deepl.com/en/pro/checkout/account'],
              ],
            },
          ),
          ...shallow('DeepL', [], ['/en/pro']),
          'GET /en/pro/checkout/account': shell('Create an account | DeepL'),
          'GET /your-account/keys': redirect(302, '/en/login'),
          'GET /en/login': shell('Log in | DeepL'),
        },
        otherwise: bare404('DeepL'),
      },
      'developers.deepl.com': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': redirect(307, '/docs/getting-started/intro'),
          'GET /docs': redirect(307, '/docs/getting-started/intro'),
          'GET /docs/getting-started/intro': docs(
            'Introduction',
            '<p>The DeepL API gives programs access to DeepL’s translation. 1. <a href="https://www.deepl.com/en/pro/checkout/account">Create an account</a> on the Free or Pro plan. 2. Copy the key from your account. 3. Send a request.</p>',
          ),
          'GET /docs/getting-started/auth': docs(
            'Access and authentication',
            `<p>Send requests to <code>https://api-free.deepl.com</code> on the Free plan and to <code>https://api.deepl.com</code> on Pro plans. A key that ends in <code>:fx</code> belongs to a Free plan.</p><h2>Authentication</h2><p>Every request needs an <code>Authorization</code> header whose value is <code>DeepL-Auth-Key</code> followed by your key. Keys in the query string or in the body are rejected since January 2026.</p>${pre("curl -X GET 'https://api-free.deepl.com/v2/usage' \\\n--header 'Authorization: DeepL-Auth-Key [yourAuthKey]'")}`,
          ),
          'GET /docs/getting-started/managing-api-keys': docs(
            'Managing API keys',
            '<p>In the <a href="https://www.deepl.com/your-account/keys">API keys tab</a> of your account you create a key (up to 25 on Pro), rename it, set a monthly character limit for it and deactivate it. A deactivated key cannot be brought back.</p>',
          ),
          'GET /docs/best-practices/error-handling': docs(
            'Error handling',
            '<table><tr><td>403</td><td>Authorization failed. Check the key, and that the host fits the plan.</td></tr><tr><td>429</td><td>Too many requests; wait and resend.</td></tr><tr><td>456</td><td>Quota exceeded.</td></tr></table>',
          ),
          'GET /api-reference/translate': docs(
            'Translate text',
            `${pre('POST /v2/translate HTTP/2\nHost: api.deepl.com\nAuthorization: DeepL-Auth-Key [yourAuthKey]\nUser-Agent: YourApp/1.2.3\nContent-Type: application/json\n\n{"text":["Hello, world!"],"target_lang":"DE"}')}${pre("translator = deepl.DeepLClient(auth_key)\nprint(translator.translate_text('Hello', target_lang='FR').text)")}`,
          ),
        },
        otherwise: bare404('DeepL Documentation'),
      },
      'api.deepl.com': { routes: { '/v2/*': refuse, '/v3/*': refuse }, otherwise: empty(404) },
      'api-free.deepl.com': { routes: { '/v2/*': refuse, '/v3/*': refuse }, otherwise: empty(404) },
    },
    expect: expectation({
      apiBases: [['https://api.deepl.com', 'https://api-free.deepl.com']],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['partial', 'fail'],
        'bearer-token': 'partial',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': staticKeys,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'structured-401': 'a 403 that says nothing to a stranger, JSON to a wrong scheme',
      'scope-restriction': 'not judged: a character limit per key is a limit, not a scope',
    },
  };
})();

const circleci = ((): World => {
  const C = 'https://circleci.com';
  const nav = [
    ['Docs', `${C}/docs/`],
    ['API developer’s guide', `${C}/docs/guides/toolkit/api-developers-guide/`],
    ['Managing API tokens', `${C}/docs/guides/toolkit/managing-api-tokens/`],
    ['API v2 reference', `${C}/docs/api/v2/`],
    ['Log in', 'https://app.circleci.com/'],
  ] as const;
  const docs = manual(' | CircleCI', nav);
  const refuse: Reply = (r) =>
    json(401, {
      message:
        isBare(r) && r.headers['circle-token'] === undefined ? 'You must log in first.' : 'Invalid token provided.',
    });
  const description = openapi({
    title: 'CircleCI API',
    servers: [`${C}/api/v2`],
    operations: [
      'get /me',
      'get /me/collaborations',
      'get /pipeline',
      'get /pipeline/{pipeline-id}',
      'get /workflow/{id}',
      'post /workflow/{id}/rerun',
      'get /insights/{project-slug}/workflows',
      'get /context',
    ],
    schemes: {
      api_key_header: { type: 'apiKey', in: 'header', name: 'Circle-Token' },
      basic_auth: {
        type: 'http',
        scheme: 'basic',
        description:
          'HTTP basic authentication. The username should be set as the circle-token value, and the password should be left blank.',
      },
      api_key_query: {
        type: 'apiKey',
        in: 'query',
        name: 'circle-token',
        description: 'DEPRECATED - we will remove this option in the future',
      },
    },
    security: [{ api_key_header: [] }, { basic_auth: [] }, { api_key_query: [] }],
  });
  return {
    id: 'circleci',
    kind: 'provider',
    title: 'Site, manual and API on one host; a header of its own, Basic beside it',
    target: 'https://circleci.com',
    dated: '2026-11',
    sources: ['circleci.com/docs/managing-api-tokens', 'circleci.com/api/v2/openapi.json'],
    hosts: {
      'www.circleci.com': aliasOf(C),
      'app.circleci.com': { routes: { 'GET *': shell('CircleCI') } },
      'circleci.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage(
            'Continuous Integration and Delivery - CircleCI',
            '<p>Autonomous validation for the AI era.</p>',
            {
              nav: [
                ['Product', `${C}/product/`],
                ['Pricing', `${C}/pricing/`],
                ['Docs', `${C}/docs/`],
                ['Sign up', `${C}/signup/`],
              ],
              foot: [['Security', `${C}/security/`]],
            },
          ),
          ...shallow('CircleCI', [], ['/product', '/pricing', '/security']),
          'GET /signup': shell('Sign up - CircleCI'),
          'GET /docs': docs('CircleCI documentation', '<p>Guides, orbs, <a href="/docs/api/v2/">API</a>.</p>'),
          'GET /docs/guides/toolkit/api-developers-guide': docs(
            'API v2 developer’s guide',
            `<p>Once you have a personal API token, check it with a call to <code>/me</code>.</p>${pre('curl --header "Circle-Token: $CIRCLE_TOKEN" \\\n  --header "Accept: application/json" \\\n  https://circleci.com/api/v2/me')}`,
          ),
          'GET /docs/guides/toolkit/managing-api-tokens': docs(
            'Managing API tokens',
            '<h2>Types of tokens</h2><ul><li><strong>Personal</strong>: used to interact with the CircleCI API, grants full read and write permissions.</li><li><strong>Project</strong>: scoped to one project. Scopes: Status, Read Only, Admin. Project tokens are not supported by API v2.</li></ul><h2>Creating a personal API token</h2><ol><li>In the app, open your User Settings.</li><li>Select <em>Personal API Tokens</em>, then <em>Create New Token</em>.</li><li>Name it; pick when it expires (optional).</li><li>Copy the token; it is displayed once.</li></ol><p>To rotate, create a new token and revoke the old one.</p>',
          ),
          'GET /docs/api/v2': html(
            200,
            '<!DOCTYPE html><html lang="en"><head><title>CircleCI API v2 reference</title></head><body><redoc spec-url="/api/v2/openapi.json"></redoc><script src="https://cdn.redoc.ly/redoc/latest/bundles/redoc.standalone.js"></script></body></html>',
          ),
          'GET /api/v2/openapi.json': json(200, description),
          '/api/v2/me*': refuse,
          '/api/v2/pipeline*': refuse,
          '/api/v2/workflow*': refuse,
          '/api/v2/context*': refuse,
          '/api/v2/insights/*': json(404, { message: 'Project not found' }),
          '/api/v2/*': json(404, { message: 'Not found.' }),
          '/api/v1.1/me': json(401, { message: 'You must log in first.' }),
          '/api/*': json(404, { message: 'Not found.' }),
          'GET /robots.txt': robots(),
        },
        otherwise: bare404('CircleCI'),
      },
    },
    expect: expectation({
      apiBases: [C],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'token-expiry': staticKeys,
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'scope-restriction': 'project tokens carry a scope, personal ones do not',
      'token-expiry': 'an expiry date may be chosen',
    },
  };
})();

const algolia = ((): World => {
  const A = 'https://www.algolia.com';
  const nav = [
    ['Documentation', `${A}/doc`],
    ['API keys', `${A}/doc/guides/security/api-keys`],
    ['REST API', `${A}/doc/rest-api/search`],
    ['Analytics API', `${A}/doc/rest-api/analytics`],
    ['Dashboard', 'https://dashboard.algolia.com/'],
  ] as const;
  const docs = manual(' | Algolia', nav);
  const invalid = json(403, { message: 'Invalid Application-ID or API key', status: 403 });
  return {
    id: 'algolia',
    kind: 'provider',
    title: 'Two headers and a host per application; keys carry an ACL',
    target: 'https://www.algolia.com',
    dated: '2026-11',
    sources: ['algolia.com/doc/rest-api/search', 'algolia.com/doc/guides/security/api-keys'],
    hosts: {
      'algolia.com': aliasOf(A),
      'dashboard.algolia.com': { routes: { 'GET *': shell('Algolia') } },
      'www.algolia.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('Algolia | AI search that understands', '<p>Search and discovery for every site.</p>', {
            nav: [
              ['Products', `${A}/products`],
              ['Pricing', `${A}/pricing`],
              ['Developers', `${A}/developers`],
              ['Start building for free', 'https://dashboard.algolia.com/users/sign_up'],
            ],
          }),
          ...shallow('Algolia', [], ['/products', '/pricing']),
          'GET /developers': plainPage('Algolia for developers', '<p>Client libraries, UI kits and a REST API.</p>', {
            nav,
          }),
          'GET /doc': docs('Documentation', '<p>Send your data, configure relevance, build the interface.</p>'),
          'GET /doc/guides/security/api-keys': docs(
            'API keys',
            '<p>Every Algolia application comes with predefined keys, listed in the dashboard under Settings, API keys:</p><dl><dt>Search API key</dt><dd>Public; works for search only.</dd><dt>Write API key</dt><dd>Create, update and delete indices.</dd><dt>Admin API key</dt><dd>Full control. Keep it secret.</dd></dl><p>Make additional keys for finer control: an access control list (<code>search</code>, <code>browse</code>, <code>addObject</code>, <code>settings</code>…), restrictions on indices, on referrers, on the rate, and a validity in seconds.</p>',
          ),
          'GET /doc/rest-api/search': docs(
            'Search REST API',
            `<p>Hosts: <code>https://{APPLICATION_ID}.algolia.net</code>, fallback <code>https://{APPLICATION_ID}-1.algolianet.com</code>. Two headers authenticate a request: <code>x-algolia-application-id</code> and <code>x-algolia-api-key</code>.</p>${pre('curl -X GET \\\n -H "x-algolia-api-key: ${API_KEY}" \\\n -H "x-algolia-application-id: ${APPLICATION_ID}" \\\n "https://${APPLICATION_ID}-dsn.algolia.net/1/indexes?page=0"')}<p>Errors are JSON objects with <code>message</code> and <code>status</code>.</p>`,
          ),
          'GET /doc/rest-api/analytics': docs(
            'Analytics REST API',
            `<p>Base URLs: https://analytics.us.algolia.com (United States), https://analytics.de.algolia.com (Germany). The key needs the <code>analytics</code> ACL.</p>${pre("curl -X GET -H 'x-algolia-api-key: …' -H 'x-algolia-application-id: …' 'https://analytics.us.algolia.com/2/searches?index=products'")}`,
          ),
          'GET /llms.txt': text(200, `# Algolia\n\n- [REST API](${A}/doc/rest-api/search)\n`),
        },
        otherwise: bare404('Algolia'),
      },
      '*.algolia.net': {
        routes: { '/1/*': invalid },
        otherwise: json(404, { message: 'Path not found', status: 404 }),
      },
      'analytics.us.algolia.com': {
        routes: { '/2/*': invalid },
        otherwise: json(404, { status: 404, message: 'Not found' }),
      },
      'analytics.de.algolia.com': {
        routes: { '/2/*': invalid },
        otherwise: json(404, { status: 404, message: 'Not found' }),
      },
    },
    expect: expectation({
      tokenEndpoint: null,
      outcome: ['scored', 'blocked'],
      signals: {
        'structured-401': ['partial', 'unknown'],
        'bearer-token': 'fail',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'token-expiry': staticKeys,
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      apiBases: 'not judged: the main host carries the id of the customer',
      'structured-401': 'the analytics host answers 403 with a message; the main one cannot be asked',
      outcome: 'depends on whether the analytics host is taken for the door',
    },
  };
})();

const dockerHub = ((): World => {
  const D = 'https://docs.docker.com';
  const nav = [
    ['Docs', `${D}/`],
    ['Docker Hub', `${D}/docker-hub/`],
    ['Personal access tokens', `${D}/security/access-tokens/`],
    ['Hub API', `${D}/reference/api/hub/latest/`],
  ] as const;
  const docs = manual(' | Docker Docs', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r)
        ? { message: 'unauthorized', errinfo: {} }
        : { detail: 'Given token not valid for any token type', code: 'token_not_valid' },
      { 'x-trace-id': fresh() },
    );
  const description = openapi({
    title: 'Docker HUB API',
    servers: ['https://hub.docker.com'],
    operations: [
      'post /v2/users/login',
      'post /v2/auth/token',
      'get /v2/access-tokens',
      'post /v2/access-tokens',
      'get /v2/namespaces/{namespace}/repositories',
      'get /v2/orgs/{org_name}/members',
      'get /v2/auditlogs/{account}',
    ],
    schemes: { bearerAuth: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    security: [{ bearerAuth: [] }],
    operationSecurity: { 'post /v2/users/login': [], 'post /v2/auth/token': [] },
    documents401: true,
  });
  return {
    id: 'docker-hub',
    kind: 'provider',
    title:
      'An application as front; a personal token is traded for a short JWT; the registry has its own token service',
    target: 'https://hub.docker.com',
    dated: '2026-11',
    sources: ['docs.docker.com/reference/api/hub/latest', 'distribution.github.io/distribution/spec/auth/token'],
    hosts: {
      'hub.docker.com': {
        headers: { server: 'nginx' },
        routes: {
          'POST /v2/auth/token': json(401, {
            detail: 'Incorrect authentication credentials',
            code: 'invalid_credentials',
          }),
          'POST /v2/users/login': json(401, { detail: 'Incorrect authentication credentials' }),
          'GET /v2/repositories/library*': json(200, {
            count: 1,
            next: null,
            previous: null,
            results: [
              { name: 'alpine', namespace: 'library', repository_type: 'image', status: 1, pull_count: 11_000_000_000 },
            ],
          }),
          '/v2/access-tokens*': refuse,
          '/v2/user*': refuse,
          '/v2/orgs*': refuse,
          '/v2/auditlogs*': refuse,
          '/v2/namespaces*': refuse,
          '/v2/*': json(404, { message: 'object not found', errinfo: {} }),
          '/api/*': json(404, { message: '404 page not found' }),
          'GET /robots.txt': robots('User-agent: *\nDisallow: /search\n'),
          'GET *': shell('Docker Hub Container Image Library | App Containerization', {
            end: `<footer><a href="${D}/docker-hub/">Docs</a><a href="https://www.docker.com/">Docker.com</a></footer>`,
          }),
        },
      },
      'www.docker.com': {
        routes: {
          'GET /': plainPage('Docker: Accelerated Container Application Development', '<p>Build, share, run.</p>', {
            nav: [
              ['Docs', `${D}/`],
              ['Hub', 'https://hub.docker.com/'],
              ['Sign up', 'https://app.docker.com/signup'],
            ],
          }),
        },
        otherwise: bare404('Docker'),
      },
      'app.docker.com': { routes: { 'GET *': shell('Docker') } },
      'docs.docker.com': {
        headers: { server: 'AmazonS3' },
        routes: {
          'GET /': docs(
            'Docker Documentation',
            '<p>Guides, manuals and <a href="/reference/api/hub/latest/">API references</a>.</p>',
          ),
          'GET /docker-hub': docs('Docker Hub', '<p>The world’s largest registry of images.</p>'),
          'GET /security/access-tokens': docs(
            'Personal access tokens',
            '<p>You can create a personal access token (PAT) to use as an alternative to your password.</p><ol><li>Sign in to <a href="https://app.docker.com/">Docker Home</a>.</li><li>Select your avatar, then Account settings, then Personal access tokens.</li><li>Generate new token: add a description, an expiration date and the access permissions (Read, Write, Delete, or Public repo read-only).</li><li>Copy the token: you cannot retrieve it once you close the screen.</li></ol>',
          ),
          'GET /reference/api/hub/latest': docs(
            'Docker Hub API reference',
            `<p>Base URL <code>https://hub.docker.com</code>. <a href="/reference/api/hub/latest.yaml">OpenAPI</a>.</p><h2>Authentication</h2><p>Most endpoints take a bearer token. Create one with your Docker ID and a password, a PAT or an organization access token; it is short-lived (10 minutes), so ask again when it has lapsed.</p>${pre('POST https://hub.docker.com/v2/auth/token\n\n{ "identifier": "myusername", "secret": "dckr_pat_…" }')}${pre('curl -H "Authorization: Bearer $HUB_TOKEN" https://hub.docker.com/v2/namespaces/acme/repositories')}<p><code>/v2/users/login</code> is deprecated.</p>`,
          ),
          'GET /reference/api/hub/latest.yaml': text(200, JSON.stringify(description), { 'content-type': 'text/yaml' }),
          'GET /llms.txt': text(200, `# Docker docs\n\n- [Hub API](${D}/reference/api/hub/latest/)\n`),
        },
        otherwise: bare404('Docker Docs'),
      },
      'registry-1.docker.io': {
        routes: {
          '/v2*': json(
            401,
            { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required', detail: null }] },
            {
              'docker-distribution-api-version': 'registry/2.0',
              'www-authenticate': 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"',
            },
          ),
        },
        otherwise: text(404, '404 page not found'),
      },
      'auth.docker.io': {
        routes: { 'GET /token': json(200, { token: 'anonymous', expires_in: 300 }) },
        otherwise: text(404, '404 page not found'),
      },
    },
    expect: expectation({
      apiBases: ['https://hub.docker.com'],
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['partial', ...noCredit],
        'oauth-discovery': noCredit,
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
      tokenEndpoint: 'not judged: /v2/auth/token is no OAuth endpoint',
      'token-expiry': 'ten minutes; the same call gives the next one',
      'client-credentials': 'account credentials for a token',
    },
  };
})();

const contentful = ((): World => {
  const C = 'https://www.contentful.com/developers/docs';
  const nav = [
    ['Developer portal', `${C}/`],
    ['Authentication', `${C}/references/authentication/`],
    ['Content Delivery API', `${C}/references/content-delivery-api/`],
    ['Content Management API', `${C}/references/content-management-api/`],
    ['Errors', `${C}/references/errors/`],
    ['OAuth', `${C}/extensibility/oauth/`],
  ] as const;
  const docs = manual(' | Contentful docs', nav);
  const error = (id: string, message: string): unknown => ({ sys: { type: 'Error', id }, message, requestId: fresh() });
  const refuse: Reply = (r) =>
    json(
      401,
      isBare(r) && !r.query.has('access_token')
        ? error('Unauthorized', 'The access token was not provided.')
        : error('AccessTokenInvalid', 'The access token you sent could not be found or is invalid.'),
      { 'content-type': 'application/vnd.contentful.delivery.v1+json', 'cf-space-id': fresh(12) },
    );
  const host = {
    headers: { server: 'Contentful' },
    routes: { '/spaces*': refuse, '/organizations*': refuse, '/users*': refuse },
    otherwise: json(404, error('NotFound', 'The resource could not be found.')),
  };
  return {
    id: 'contentful',
    kind: 'provider',
    title: 'One host per purpose; bearer tokens or a token in the query; OAuth only as implicit grant',
    target: 'https://contentful.com',
    dated: '2026-11',
    sources: [
      'contentful.com/developers/docs/references/authentication',
      'contentful.com/developers/docs/extensibility/oauth',
    ],
    hosts: {
      'contentful.com': aliasOf('https://www.contentful.com'),
      'app.contentful.com': { routes: { 'GET *': shell('Contentful') } },
      'www.contentful.com': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': plainPage('Contentful: Content Platform for digital teams', '<p>Unlock content velocity.</p>', {
            nav: [
              ['Platform', 'https://www.contentful.com/products/'],
              ['Developers', `${C}/`],
              ['Pricing', 'https://www.contentful.com/pricing/'],
              ['Start free', 'https://www.contentful.com/sign-up/'],
            ],
          }),
          ...shallow('Contentful', [], ['/products', '/pricing']),
          'GET /sign-up': shell('Sign up | Contentful'),
          'GET /developers/docs': docs(
            'Developer documentation',
            '<p>Start with a free account and an empty space.</p>',
          ),
          'GET /developers/docs/references/authentication': docs(
            'Authentication',
            `<h2>The Content Delivery and Content Preview API</h2><p>API keys belong to a space. In the web app open <em>Settings, API keys</em>, and select <em>Add API key</em>; every key holds one access token for each of the two APIs. Hand it over in a header or as query string parameter.</p>${pre('GET /spaces/{space_id}/entries\nAuthorization: Bearer {access_token}\nHost: cdn.contentful.com')}${pre('https://cdn.contentful.com/spaces/{space_id}/entries?access_token={access_token}')}<h2>The Content Management API</h2><p>Create a personal access token in the web app (or with the API itself) and send it as bearer token; the token has the rights of your user, an expiry date may be set. Store apps use <a href="/developers/docs/extensibility/oauth/">OAuth</a>.</p>`,
          ),
          'GET /developers/docs/references/content-delivery-api': docs(
            'Content Delivery API',
            '<p>Read-only. Base URL <code>https://cdn.contentful.com</code>; EU data residency <code>https://cdn.eu.contentful.com</code>.</p>',
          ),
          'GET /developers/docs/references/content-management-api': docs(
            'Content Management API',
            `<p>Base URL <code>https://api.contentful.com</code>.</p>${pre("curl --include \\\n     --header 'Authorization: Bearer <YOUR_ACCESS_TOKEN>' \\\n  'https://api.contentful.com/spaces'")}`,
          ),
          'GET /developers/docs/references/errors': docs(
            'Errors',
            '<table><tr><td>401</td><td>AccessTokenInvalid</td><td>The authorization token was invalid.</td></tr><tr><td>403</td><td>AccessDenied</td><td>The user tried to access a resource they do not have access to.</td></tr></table>',
          ),
          'GET /developers/docs/extensibility/oauth': docs(
            'Create an OAuth 2.0 application',
            `<p>Register the application under your profile. Then send the user to:</p>${pre('https://be.contentful.com/oauth/authorize?response_type=token&client_id=$YOUR_APPS_CLIENT_ID&redirect_uri=$YOUR_APPS_REDIRECT_URL&scope=content_management_manage')}<p><code>response_type</code>: must be <code>token</code>. <code>scope</code>: <code>content_management_manage</code> or <code>content_management_read</code>. Contentful redirects back with <code>#access_token=…&amp;token_type=Bearer</code> in the fragment.</p>`,
          ),
        },
        otherwise: bare404('Contentful'),
      },
      'cdn.contentful.com': host,
      'preview.contentful.com': host,
      'api.contentful.com': host,
      'be.contentful.com': {
        routes: {
          'GET /oauth/authorize': redirect(302, 'https://be.contentful.com/login'),
          'GET /login': plainPage('Log in - Contentful', loginForm()),
          'POST /oauth/token': failure(
            401,
            'invalid_client',
            'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
          ),
        },
        otherwise: bare404('Contentful'),
      },
    },
    expect: expectation({
      apiBases: [['https://api.contentful.com', 'https://cdn.contentful.com']],
      flows: { implicit: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': signUp,
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      tokenEndpoint: 'not judged: nobody names it, the server has one',
      'token-expiry': 'not judged: an expiry date may be set on management tokens',
      'scope-restriction': 'two scopes: read and manage',
    },
  };
})();

const launchdarkly = ((): World => {
  const L = 'https://launchdarkly.com';
  const nav = [
    ['Docs', `${L}/docs/home`],
    ['API access tokens', `${L}/docs/home/account/api`],
    ['REST API', `${L}/docs/api`],
    ['OAuth 2.0', `${L}/docs/integrations/building-integrations/oauth`],
    ['Sign in', 'https://app.launchdarkly.com/login'],
  ] as const;
  const docs = manual(' | LaunchDarkly', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      isBearer(r)
        ? { code: 'unauthorized', message: 'invalid access token' }
        : { code: 'unauthorized', message: 'Invalid account ID header' },
    );
  const description = openapi({
    title: 'LaunchDarkly REST API',
    servers: ['https://app.launchdarkly.com', 'https://app.launchdarkly.us'],
    operations: [
      'get /api/v2',
      'get /api/v2/caller-identity',
      'get /api/v2/projects',
      'get /api/v2/flags/{projectKey}',
      'patch /api/v2/flags/{projectKey}/{featureFlagKey}',
      'get /api/v2/tokens',
      'get /api/v2/members',
    ],
    schemes: { ApiKey: { type: 'apiKey', in: 'header', name: 'Authorization' } },
    security: [{ ApiKey: ['read'] }],
  });
  return {
    id: 'launchdarkly',
    kind: 'provider',
    title: 'The key stands in Authorization without any scheme word; tokens take a role',
    target: 'https://launchdarkly.com',
    dated: '2026-11',
    sources: ['launchdarkly.com/docs/api', 'launchdarkly.com/docs/home/account/api'],
    hosts: {
      'www.launchdarkly.com': aliasOf(L),
      'apidocs.launchdarkly.com': { routes: { '*': redirect(301, `${L}/docs/api`) } },
      'launchdarkly.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('LaunchDarkly: Feature Flags, Feature Management', '<p>Ship, observe, iterate.</p>', {
            nav: [
              ['Platform', `${L}/features`],
              ['Pricing', `${L}/pricing`],
              ['Docs', `${L}/docs/home`],
              ['Start free trial', 'https://app.launchdarkly.com/signup'],
            ],
          }),
          ...shallow('LaunchDarkly', [], ['/features', '/pricing']),
          'GET /docs/home': docs(
            'LaunchDarkly documentation',
            '<p>SDKs, guides and the <a href="/docs/api">API</a>.</p>',
          ),
          'GET /docs/home/account/api': docs(
            'API access tokens',
            '<p>There are two kinds: <strong>personal tokens</strong> for scripts of your own and <strong>service tokens</strong> for long-lived integrations; a service token outlives the member that made it.</p><p>To create one, open <em>Organization settings, Authorization</em> and press <em>Create token</em>. Give it a name and a role: Reader, Writer, Admin, or one or more custom roles with a policy of your own. You see the value one time only.</p><p>You can reset a token, with or without a period in which the old one still works.</p>',
          ),
          'GET /docs/api': docs(
            'LaunchDarkly REST API',
            `<p>Base: https://app.launchdarkly.com/api/v2. The preferred way to authenticate is an <code>Authorization</code> header that contains your access token.</p>${pre("curl -i https://app.launchdarkly.com/api/v2/projects \\\n  -H 'Authorization: api-key-123abc'")}<p>Someone who is logged in to the web application may also try calls in the browser: the session is then used. Requests by cookie are refused when they come from other origins.</p><p><a href="https://app.launchdarkly.com/api/v2/openapi.json">OpenAPI document</a></p><table><tr><td>401</td><td>invalid_access_token</td><td>Requester is unauthorized or does not have permission</td></tr></table>`,
          ),
          'GET /docs/integrations/building-integrations/oauth': docs(
            'Registering a LaunchDarkly OAuth client',
            `<p>Partners that act for other customers register a client with <code>POST /api/v2/oauth/clients</code>. Authorize at <code>https://app.launchdarkly.com/trust/oauth/authorize</code> with scope <code>reader</code>, <code>writer</code> or <code>admin</code>, then exchange the code:</p>${pre('curl -X POST https://app.launchdarkly.com/trust/oauth/token \\\n  -d grant_type=authorization_code -d code=CODE -d client_id=ID -d client_secret=SECRET -d redirect_uri=URI')}<p>The reply holds <code>access_token</code>, <code>expires_in: 3600</code> and <code>refresh_token</code>. Renew with <code>grant_type=refresh_token</code>. Tokens from OAuth go into the header as <code>Authorization: Bearer $TOKEN</code>.</p>`,
          ),
        },
        otherwise: bare404('LaunchDarkly'),
      },
      'app.launchdarkly.com': {
        headers: { server: 'envoy', 'ld-region': 'us-east-1' },
        routes: {
          'GET /api/v2/openapi.json': json(200, description),
          '/api/v2*': refuse,
          'GET /trust/oauth/authorize': redirect(302, '/login'),
          'POST /trust/oauth/token': (r) =>
            parameter(r, 'grant_type') === undefined
              ? failure(400, 'invalid_request', 'The grant_type parameter is required')
              : !hasClient(r)
                ? failure(401, 'invalid_client', 'client_id is required')
                : failure(401, 'invalid_client', 'client not found'),
          'GET /login': shell('Log in | LaunchDarkly'),
          'GET /signup': shell('Sign up | LaunchDarkly'),
          'GET /': redirect(302, '/login'),
        },
        otherwise: redirect(302, '/login'),
      },
    },
    expect: expectation({
      apiBases: ['https://app.launchdarkly.com'],
      tokenEndpoint: 'https://app.launchdarkly.com/trust/oauth/token',
      flows: { authorization_code: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': 'pass',
        'bearer-token': ['pass', 'partial'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'scope-restriction': ['pass', 'partial'],
      },
      antiPatterns: {
        'browser-only-oauth': 'absent',
        'session-cookie-only': 'absent',
        'token-rotation-without-refresh': ['absent', 'unknown'],
      },
    }),
    why: {
      'token-expiry': 'not judged: API tokens stay, OAuth tokens live an hour',
      'bearer-token': 'keys go bare into Authorization, OAuth tokens with Bearer',
      'scope-restriction': 'a role or a policy per token',
    },
  };
})();

const shippo = ((): World => {
  const D = 'https://docs.goshippo.com';
  const nav = [
    ['Guides', `${D}/guides/api-quickstart`],
    ['Authentication', `${D}/guides/authentication`],
    ['API reference', `${D}/api-reference`],
    ['MCP server', `${D}/guides/mcp-server`],
    ['OAuth for platforms', `${D}/guides/oauth`],
  ] as const;
  const docs = manual(' - Shippo', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      { detail: isBare(r) ? 'Authentication credentials were not provided.' : 'Token does not exist' },
      { 'www-authenticate': 'ShippoToken' },
    );
  const authentication = `Shippo authenticates your requests with the API keys of your account. Without a key, or with a deleted one, the API answers \`401\` and a \`detail\`.\n\n\`\`\`shell\ncurl https://api.goshippo.com/addresses/ -H "Authorization: ShippoToken <API_TOKEN>"\n\`\`\`\n\n1. [Create a free account](https://apps.goshippo.com/join).\n2. In the portal choose API Configuration, Developer keys.\n3. Click **Create new test key** (\`shippo_test_\`) or **Create new live key** (\`shippo_live_\`) and copy it; the full key is shown once.\n`;
  return {
    id: 'shippo',
    kind: 'provider',
    title: 'A scheme word of its own, Markdown twins, an MCP server with OAuth',
    target: 'https://goshippo.com',
    dated: '2026-11',
    sources: ['docs.goshippo.com/guides/authentication', 'docs.goshippo.com/llms.txt'],
    hosts: {
      'www.goshippo.com': aliasOf('https://goshippo.com'),
      'apps.goshippo.com': { routes: { 'GET *': shell('Shippo') } },
      'goshippo.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage(
            'Shippo | Multi-carrier shipping for e-commerce',
            '<p>Compare rates, print labels, track parcels.</p>',
            {
              nav: [
                ['Solutions', 'https://goshippo.com/products/web-app'],
                ['Shipping API', 'https://goshippo.com/products/api'],
                ['Pricing', 'https://goshippo.com/pricing'],
                ['Sign up', 'https://apps.goshippo.com/join'],
              ],
              foot: [['API docs', `${D}/`]],
            },
          ),
          ...shallow('Shippo', [['API docs', `${D}/`]], ['/products/web-app', '/products/api', '/pricing']),
          'GET /oauth/authorize': redirect(302, 'https://apps.goshippo.com/login'),
          'POST /oauth/access_token': (r) =>
            parameter(r, 'grant_type') === 'authorization_code'
              ? json(401, { error: 'invalid_client' })
              : json(400, { error: 'unsupported_grant_type' }),
        },
        otherwise: bare404('Shippo'),
      },
      'docs.goshippo.com': {
        headers: { server: 'Vercel' },
        routes: {
          'GET /': redirect(307, '/guides/api-quickstart'),
          'GET /guides/api-quickstart': docs(
            'API quickstart',
            `<p>Ship a parcel in three calls.</p>${pre('curl https://api.goshippo.com/shipments/ \\\n  -H "Authorization: ShippoToken shippo_test_…" \\\n  -H "Content-Type: application/json" \\\n  -d @shipment.json')}`,
          ),
          'GET /guides/authentication': docs(
            'Authentication',
            `<p>Shippo authenticates your requests with the API keys of your account. Without a key, or with a deleted one, the API answers <code>401</code> and a <code>detail</code>.</p>${pre('curl https://api.goshippo.com/addresses/ -H "Authorization: ShippoToken <API_TOKEN>"')}<ol><li><a href="https://apps.goshippo.com/join">Create a free account</a>.</li><li>In the portal choose API Configuration, Developer keys.</li><li>Click <b>Create new test key</b> or <b>Create new live key</b> and copy it; the full key is shown once.</li></ol>`,
          ),
          'GET /guides/authentication.md': markdown(`# Authentication\n\n${authentication}`),
          'GET /guides/mcp-server': docs(
            'MCP server',
            '<p>Hosted at <code>https://mcp.shippo.com</code>; sign in with your Shippo account when the client asks (OAuth, per user).</p>',
          ),
          'GET /guides/oauth': docs(
            'OAuth for platforms',
            `<p>For marketplaces and platforms whose merchants bring a Shippo account. <a href="mailto:partnerships@goshippo.com">Write to us</a> for a client id.</p>${pre('https://goshippo.com/oauth/authorize?response_type=code&client_id=YOUR_PARTNER_ID&scope=*&state=XYZ')}${pre('curl -X POST https://goshippo.com/oauth/access_token \\\n -d grant_type=authorization_code -d code=… -d client_id=… -d client_secret=…')}<p>Use the returned token as <code>Authorization: Bearer oauth.612BUDkTaTuJP3ll5-VkebURXUIJ5Zefxwda1tpd.U_akgGaXVQl80CWPXSbueSG7NX7sNe_HvLJLN1d1pn0=</code>. It does not expire.</p>`,
          ),
          'GET /api-reference': docs('API reference', '<p>All endpoints live under https://api.goshippo.com.</p>'),
          'GET /llms.txt': text(
            200,
            `# Shippo\n\n## Guides\n\n- [Authentication](${D}/guides/authentication.md): API keys\n`,
          ),
        },
        otherwise: bare404('Shippo docs'),
      },
      'api.goshippo.com': {
        headers: { server: 'nginx', 'shippo-api-version': '2018-02-08' },
        routes: {
          '/addresses*': refuse,
          '/shipments*': refuse,
          '/parcels*': refuse,
          '/carrier_accounts*': refuse,
          '/transactions*': refuse,
          '/tracks*': refuse,
          'GET /': json(200, { info: 'Welcome to the Shippo API', docs: D }),
        },
        otherwise: json(404, { detail: 'Not found.' }),
      },
      'mcp.shippo.com': mcpSite('https://mcp.shippo.com', { scopes: ['shipping'] }),
    },
    expect: expectation({
      apiBases: ['https://api.goshippo.com'],
      tokenEndpoint: ['https://goshippo.com/oauth/access_token', 'https://mcp.shippo.com/token'],
      flows: { authorization_code: 'yes', refresh_token: ['yes', 'unknown', 'no'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': ['pass', 'partial'],
        'client-credentials': noCredit,
        'self-service-keys': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: {
      'oauth-discovery': 'not judged: only the MCP host publishes metadata',
      'token-expiry': 'not judged: keys and partner tokens stay, MCP tokens do not',
      'bearer-token': 'ShippoToken for keys, Bearer for platforms',
      'scope-restriction': 'not judged',
    },
  };
})();

const easypost = ((): World => {
  const D = 'https://docs.easypost.com';
  const nav = [
    ['API docs', `${D}/docs`],
    ['Authentication', `${D}/docs/authentication`],
    ['Addresses', `${D}/docs/addresses`],
    ['Errors', `${D}/docs/errors`],
    ['Guides', `${D}/guides/getting-started`],
  ] as const;
  const docs = manual(' | EasyPost', nav);
  const refuse: Reply = (r) =>
    json(
      401,
      {
        error: {
          code: isBare(r) ? 'APIKEY.REQUIRED' : 'APIKEY.INACTIVE',
          message: isBare(r)
            ? 'This request requires an API key. Please see https://docs.easypost.com for more details.'
            : 'This api key is no longer active. Please use a different api key or reactivate this key.',
          errors: [],
        },
      },
      { 'www-authenticate': 'Basic realm="EasyPost API"', 'x-ep-request-uuid': fresh() },
    );
  return {
    id: 'easypost',
    kind: 'provider',
    title: 'The key is the user name of HTTP Basic, the password stays empty',
    target: 'https://www.easypost.com',
    dated: '2026-11',
    sources: ['docs.easypost.com/docs/authentication', 'docs.easypost.com/docs/errors'],
    hosts: {
      'easypost.com': aliasOf('https://www.easypost.com'),
      'app.easypost.com': { routes: { 'GET *': shell('EasyPost') } },
      'www.easypost.com': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': plainPage('EasyPost | The shipping API', '<p>One integration, a hundred carriers.</p>', {
            nav: [
              ['Products', 'https://www.easypost.com/products'],
              ['Developers', `${D}/`],
              ['Pricing', 'https://www.easypost.com/pricing'],
              ['Get a free API key', 'https://app.easypost.com/signup'],
            ],
          }),
          ...shallow('EasyPost', [], ['/products', '/pricing']),
        },
        otherwise: bare404('EasyPost'),
      },
      'docs.easypost.com': {
        routes: {
          'GET /': redirect(302, '/docs'),
          'GET /docs': docs(
            'EasyPost API documentation',
            '<p>The production endpoint is <code>https://api.easypost.com/v2</code>; requests are made over TLS 1.2 or newer and answered with JSON.</p>',
          ),
          'GET /docs/authentication': docs(
            'Authentication and key management',
            `<p>Each request carries an API key as the user name of HTTP Basic authentication. No password is needed; with curl, end the key with a colon so that it does not prompt for one.</p>${pre('curl -X GET https://api.easypost.com/v2/addresses?page_size=5 \\\n  -u "$EASYPOST_API_KEY":')}<h3>Key types</h3><dl><dt>Test</dt><dd>Available right after you have signed up, at no cost.</dd><dt>Production</dt><dd>For live labels; add a billing method and a ship-from address to the account first.</dd></dl><p>Create, disable and delete keys on the API Keys page of the dashboard.</p>`,
          ),
          'GET /docs/addresses': docs(
            'Addresses',
            pre(
              "const EasyPostClient = require('@easypost/api');\nconst client = new EasyPostClient(process.env.EASYPOST_API_KEY);\n(async () => { const address = await client.Address.retrieve('adr_…'); })();",
            ),
          ),
          'GET /docs/errors': docs(
            'Errors',
            pre(
              '{ "error": { "code": "ADDRESS.VERIFY.FAILURE", "message": "Unable to verify address.", "errors": [] } }',
            ),
          ),
          'GET /guides/getting-started': docs(
            'Getting started',
            '<p>Sign up, copy the test key, install a library.</p>',
          ),
        },
        otherwise: bare404('EasyPost docs'),
      },
      'api.easypost.com': {
        headers: { server: 'nginx' },
        routes: { '/v2/*': refuse, '/beta/*': refuse },
        otherwise: json(404, {
          error: { code: 'NOT_FOUND', message: 'The requested resource could not be found.', errors: [] },
        }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.easypost.com'],
      tokenEndpoint: null,
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'fail',
        ...keyApi,
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
    }),
    why: { 'bearer-token': 'the challenge and the manual name Basic alone' },
  };
})();

const tfl = ((): World => {
  const T = 'https://tfl.gov.uk';
  const nav = [
    ['Plan a journey', `${T}/plan-a-journey/`],
    ['Status updates', `${T}/tube-dlr-overground/status/`],
    ['Open data', `${T}/info-for/open-data-users/`],
  ] as const;
  const page = manual(' - Transport for London', nav, [['Privacy and cookies', `${T}/corporate/privacy-and-cookies/`]]);
  const lines = [
    {
      $type: 'Tfl.Api.Presentation.Entities.Line, Tfl.Api.Presentation.Entities',
      id: 'victoria',
      name: 'Victoria',
      modeName: 'tube',
      disruptions: [],
      lineStatuses: [{ id: 0, statusSeverity: 10, statusSeverityDescription: 'Good Service' }],
    },
  ];
  const open: Reply = (r) =>
    r.query.has('app_key')
      ? text(429, 'Invalid app_key. Please visit https://api-portal.tfl.gov.uk/')
      : json(200, lines, { 'cache-control': 'public, max-age=30' });
  const swagger = {
    swagger: '2.0',
    info: { version: 'v1', title: 'Transport for London Unified API' },
    host: 'api.tfl.gov.uk',
    schemes: ['https'],
    paths: Object.fromEntries(
      [
        '/Line/Meta/Modes',
        '/Line/Mode/{modes}/Status',
        '/StopPoint/Meta/Categories',
        '/BikePoint',
        '/Road',
        '/Journey/Meta/Modes',
      ].map((path) => [
        path,
        {
          get: {
            operationId: path.replace(/\W+/g, '_'),
            parameters: path.includes('{') ? [{ name: 'modes', in: 'path', required: true, type: 'string' }] : [],
            responses: { 200: { description: 'OK' } },
          },
        },
      ]),
    ),
  };
  return {
    id: 'tfl',
    kind: 'provider',
    title: 'Open data without a key; a key in the query only raises the limit',
    target: 'https://tfl.gov.uk',
    dated: '2026-11',
    sources: ['api-portal.tfl.gov.uk', 'tfl.gov.uk/info-for/open-data-users'],
    hosts: {
      'www.tfl.gov.uk': aliasOf(T),
      'tfl.gov.uk': {
        headers: { server: 'cloudflare' },
        routes: {
          'GET /': page('Keeping London moving', '<p>Plan a journey, check the status of your line.</p>'),
          'GET /plan-a-journey': page('Plan a journey', '<form><input name="InputFrom"><input name="InputTo"></form>'),
          'GET /tube-dlr-overground/status': page(
            'Tube, DLR and Overground status',
            '<p>Good service on all lines.</p>',
          ),
          'GET /corporate/privacy-and-cookies': page(
            'Privacy and cookies',
            '<p>We use cookies to make the site work. You can ask for a copy of the personal data that we hold.</p>',
          ),
          'GET /info-for/open-data-users': page(
            'Open data users',
            '<p>We openly syndicate data to third parties; over 600 apps are powered by it. The <a href="https://api.tfl.gov.uk/">Unified API</a> brings the modes of transport together. <a href="https://api-portal.tfl.gov.uk/">Register for an API key</a>.</p>',
          ),
        },
        otherwise: bare404('TfL'),
      },
      'api-portal.tfl.gov.uk': {
        routes: {
          'GET /': plainPage(
            'Transport for London Unified API',
            '<p>Anonymous access is limited to 50 requests a minute. Register and subscribe to a product (500 requests a minute) and you get a key in your profile straight away.</p>',
            {
              nav: [
                ['APIs', 'https://api-portal.tfl.gov.uk/apis'],
                ['Products', 'https://api-portal.tfl.gov.uk/products'],
                ['FAQ', 'https://api-portal.tfl.gov.uk/faq'],
                ['Sign up', 'https://api-portal.tfl.gov.uk/signup'],
              ],
            },
          ),
          'GET /apis': shell('APIs - TfL API portal'),
          'GET /products': shell('Products - TfL API portal'),
          'GET /signup': shell('Sign up - TfL API portal'),
          'GET /faq': plainPage(
            'FAQ',
            `<h3>Do I need a key?</h3><p>No, but calls without one share a small allowance. Attach it as <code>app_key</code>; <code>app_id</code> is not needed any more.</p>${pre('https://api.tfl.gov.uk/Line/victoria/Status?app_key={your key}')}`,
          ),
        },
        otherwise: bare404('TfL API portal'),
      },
      'api.tfl.gov.uk': {
        headers: { server: 'cloudflare', 'x-backend': 'api' },
        routes: {
          'GET /swagger/docs/v1': json(200, swagger),
          'GET /swagger/ui/index.html': html(
            200,
            '<!DOCTYPE html><html><head><title>TfL API</title></head><body><div id="swagger-ui"></div><script>SwaggerUIBundle({ url: "/swagger/docs/v1", dom_id: "#swagger-ui" })</script></body></html>',
          ),
          'GET /': redirect(302, '/swagger/ui/index.html'),
          'GET /line/*': open,
          'GET /Line/*': open,
          'GET /StopPoint/*': open,
          'GET /BikePoint': open,
          'GET /Road': open,
          'GET /Journey/*': open,
        },
        otherwise: json(404, {
          $type: 'Tfl.Api.Presentation.Entities.ApiError, Tfl.Api.Presentation.Entities',
          httpStatusCode: 404,
          httpStatus: 'NotFound',
          message: 'No HTTP resource was found that matches the request URI.',
        }),
      },
    },
    expect: expectation({
      apiBases: ['https://api.tfl.gov.uk'],
      tokenEndpoint: null,
      signals: {
        'structured-401': ['pass', 'n/a'],
        'bearer-token': ['n/a', 'fail', 'unknown'],
        'client-credentials': noCredit,
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial', 'n/a'],
        'token-expiry': staticKeys,
        'scope-restriction': noCredit,
      },
      antiPatterns: { 'browser-only-oauth': ['absent', 'unknown'], 'session-cookie-only': 'absent' },
    }),
    why: { 'structured-401': 'open by design: the top of the ladder, or nothing applies' },
  };
})();

const lichess = ((): World => {
  const L = 'https://lichess.org';
  const scopes = [
    ['preference:read', 'Read your preferences'],
    ['email:read', 'Read your email address'],
    ['challenge:write', 'Create, accept, decline challenges'],
    ['board:play', 'Play with the Board API'],
    ['bot:play', 'Play as a bot'],
  ];
  const refuse: Reply = (r) => json(401, { error: isBare(r) ? 'Missing authorization header' : 'No such token' });
  return {
    id: 'lichess',
    kind: 'provider',
    title:
      'PKCE without any registration, personal tokens, much of it open; tokens last a year and nothing renews them',
    target: 'https://lichess.org',
    dated: '2026-11',
    sources: ['lichess.org/api', 'github.com/lichess-org/api'],
    hosts: {
      'www.lichess.org': aliasOf(L),
      'lichess.org': {
        headers: { server: 'nginx', 'x-frame-options': 'DENY' },
        routes: {
          'GET /': plainPage('lichess.org • Free Online Chess', '<p>Play anyone, anywhere. No ads.</p>', {
            nav: [
              ['Puzzles', `${L}/training`],
              ['Learn', `${L}/learn`],
              ['About', `${L}/about`],
              ['Sign in', `${L}/login`],
            ],
            foot: [
              ['Contact', `${L}/contact`],
              ['Developers', `${L}/api`],
            ],
          }),
          ...shallow('lichess.org', [], ['/training', '/learn', '/about', '/contact']),
          'GET /login': plainPage('Sign in • lichess.org', loginForm()),
          'GET /signup': plainPage(
            'Register • lichess.org',
            '<form method="post"><input name="username"><input name="password" type="password"><button>Register</button></form>',
          ),
          'GET /api': html(
            200,
            `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lichess.org API reference</title></head><body><div id="redoc"><h1>Lichess.org API reference</h1><p>Welcome to the reference for the Lichess API! Download OpenAPI specification: <a href="https://raw.githubusercontent.com/lichess-org/api/master/doc/specs/lichess-api.json">lichess-api.json</a></p><h2>Endpoint</h2><p>All requests go to <code>https://lichess.org</code> (unless otherwise specified).</p><h2>Authentication</h2><h3>Which authentication method is right for me?</h3><p><a href="/account/oauth/token">Personal access tokens</a> let you quickly use the API as yourself. Pick the scopes on the form, and you get the token right away. They stay valid until you delete them.</p>${pre('curl https://lichess.org/api/account -H "Authorization: Bearer lip_yourToken"')}<p>To act for other people, use the <em>authorization code flow with PKCE</em>. Lichess supports unregistered and public clients: there is no client authentication, choose any unique client id. Access tokens are long-lived (expect one year). Refresh tokens are not supported.</p>${pre('GET https://lichess.org/oauth?response_type=code&client_id=…&redirect_uri=…&code_challenge_method=S256&code_challenge=…&scope=…\n\nPOST https://lichess.org/api/token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=…&code_verifier=…&redirect_uri=…&client_id=…')}<p>Real life examples: a PKCE flow with GitHub pages, <code>https://github.com/lichess-org/api-demo</code>.</p><h2>Scopes</h2><dl>${scopes.map(([name, meaning]) => `<dt><code>${name}</code></dt><dd>${meaning}</dd>`).join('')}</dl><h2>Rate limiting</h2><p>One request at a time; on 429 wait a full minute.</p></div></body></html>`,
          ),
          'GET /account/oauth/token*': redirect(303, '/login?referrer=/account/oauth/token'),
          'GET /oauth': text(400, 'error: invalid_request'),
          'POST /api/token': (r) => {
            const g = parameter(r, 'grant_type');
            return g === undefined
              ? failure(400, 'invalid_request', 'grant_type required')
              : g !== 'authorization_code'
                ? failure(400, 'unsupported_grant_type', 'only authorization_code is supported')
                : parameter(r, 'code') === undefined
                  ? failure(400, 'invalid_request', 'code required')
                  : failure(400, 'invalid_grant', 'authorization code invalid');
          },
          'GET /api/puzzle/daily': json(200, {
            game: { id: 'AHGPPS44', perf: { key: 'rapid', name: 'Rapid' } },
            puzzle: { id: 'y3kOq', rating: 1900 },
          }),
          'GET /api/user/:name': json(200, { id: 'thibault', username: 'thibault', perfs: {} }),
          'GET /api/tv/channels': json(200, { bullet: { rating: 2900 } }),
          '/api/account*': refuse,
          '/api/challenge*': refuse,
          '/api/bot/*': refuse,
          '/api/board/*': refuse,
          'GET /robots.txt': robots('User-agent: *\nAllow: /\nDisallow: /game/export/\n'),
        },
        otherwise: html(
          404,
          '<!DOCTYPE html><html><head><title>Page not found • lichess.org</title></head><body><h1>404</h1><p>Page not found!</p></body></html>',
        ),
      },
      'raw.githubusercontent.com': {
        routes: {
          'GET /lichess-org/api/master/doc/specs/lichess-api.json': text(
            200,
            JSON.stringify(
              openapi({
                title: 'Lichess.org API reference',
                servers: [L, 'https://lichess.dev'],
                operations: [
                  'get /api/account',
                  'get /api/account/email',
                  'get /api/puzzle/daily',
                  'get /api/user/{username}',
                  'get /api/challenge',
                  'post /api/challenge/{username}',
                ],
                schemes: {
                  OAuth2: {
                    type: 'oauth2',
                    flows: {
                      authorizationCode: {
                        authorizationUrl: `${L}/oauth`,
                        tokenUrl: `${L}/api/token`,
                        scopes: Object.fromEntries(scopes),
                      },
                    },
                  },
                },
                security: [{ OAuth2: [] }],
                operationSecurity: { 'get /api/puzzle/daily': [], 'get /api/user/{username}': [] },
              }),
            ),
          ),
        },
        otherwise: text(404, '404: Not Found'),
      },
    },
    expect: expectation({
      apiBases: [L],
      tokenEndpoint: `${L}/api/token`,
      flows: { authorization_code: 'yes', client_credentials: ['no', 'unknown'], refresh_token: ['no', 'unknown'] },
      signals: {
        'structured-401': 'pass',
        'bearer-token': 'pass',
        'client-credentials': ['fail', 'unknown'],
        'oauth-discovery': noCredit,
        'self-service-keys': 'pass',
        'scope-restriction': 'pass',
      },
      antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': 'absent' },
      notJudged: ['token-rotation-without-refresh'],
    }),
    why: {
      'token-expiry': 'not judged: personal tokens stay, tokens of others last a year without a way to renew',
      'token-rotation-without-refresh': 'not judged for the same reason',
    },
  };
})();

const hmrc = ((): World => {
  const H = 'https://developer.service.hmrc.gov.uk';
  const nav = [
    ['Documentation', `${H}/api-documentation/docs/using-the-hub`],
    ['API documentation', `${H}/api-documentation/docs/api`],
    ['Authorisation', `${H}/api-documentation/docs/authorisation`],
    ['Credentials', `${H}/api-documentation/docs/authorisation/credentials`],
    ['Application-restricted endpoints', `${H}/api-documentation/docs/authorisation/application-restricted-endpoints`],
    ['User-restricted endpoints', `${H}/api-documentation/docs/authorisation/user-restricted-endpoints`],
    ['Tutorials', `${H}/api-documentation/docs/tutorials`],
    ['Reference guide', `${H}/api-documentation/docs/reference-guide`],
    ['Register', `${H}/developer/registration`],
    ['Sign in', `${H}/developer/login`],
  ] as const;
  const docs = manual(' - HMRC Developer Hub - GOV.UK', nav, [
    ['Cookies', `${H}/cookies`],
    ['Terms of use', `${H}/api-documentation/docs/terms-of-use`],
  ]);
  const token: Reply = (r) => {
    const g = parameter(r, 'grant_type');
    return g === undefined
      ? failure(400, 'invalid_request', 'grant_type is required')
      : !['authorization_code', 'refresh_token', 'client_credentials'].includes(g)
        ? failure(400, 'unsupported_grant_type', 'unsupported grant_type')
        : parameter(r, 'client_id') === undefined
          ? failure(400, 'invalid_request', 'client_id is required')
          : failure(401, 'invalid_client', 'invalid client id or secret');
  };
  const host = {
    headers: { 'cache-control': 'no-cache,no-store,max-age=0' },
    routes: {
      'POST /oauth/token': token,
      '/hello/world': (r) =>
        /vnd\.hmrc/.test(r.headers['accept'] ?? '')
          ? json(200, { message: 'Hello World' })
          : json(406, { code: 'ACCEPT_HEADER_INVALID', message: 'The accept header is missing or invalid' }),
      '/hello/*': (r) =>
        json(
          401,
          isBearer(r)
            ? { code: 'INVALID_CREDENTIALS', message: 'Invalid Authentication information provided' }
            : { code: 'MISSING_CREDENTIALS', message: 'Authentication information is not provided' },
        ),
      '/organisations/*': json(401, {
        code: 'MISSING_CREDENTIALS',
        message: 'Authentication information is not provided',
      }),
      '/individuals/*': json(401, {
        code: 'MISSING_CREDENTIALS',
        message: 'Authentication information is not provided',
      }),
    },
    otherwise: json(404, {
      code: 'MATCHING_RESOURCE_NOT_FOUND',
      message: 'A resource with the name in the request can not be found in the API',
    }),
  } satisfies World['hosts'][string];
  return {
    id: 'hmrc',
    kind: 'provider',
    title:
      'A tax authority: client credentials for some endpoints, consent for others; sandbox at once, production after a check',
    target: 'https://developer.service.hmrc.gov.uk',
    dated: '2026-11',
    sources: ['developer.service.hmrc.gov.uk/api-documentation/docs/authorisation'],
    hosts: {
      'developer.service.hmrc.gov.uk': {
        headers: { server: 'nginx' },
        routes: {
          'GET /': redirect(303, '/api-documentation'),
          'GET /api-documentation': docs('HMRC Developer Hub', '<p>Build and test software that works with HMRC.</p>'),
          'GET /cookies': docs('Cookies', '<p>A session cookie keeps you signed in to the hub.</p>'),
          'GET /api-documentation/docs/terms-of-use': docs('Terms of use', '<p>Comply with data protection law.</p>'),
          'GET /api-documentation/docs/using-the-hub': docs(
            'Using the Developer Hub',
            '<ol><li>Register for an account.</li><li>Add an application to the sandbox; your client ID and client secret are generated there and then.</li><li>Subscribe it to APIs and test.</li><li>When it works, request production credentials. We check how your software meets our terms; you hear from us in up to 10 working days.</li></ol>',
          ),
          'GET /api-documentation/docs/api': docs(
            'API documentation',
            '<ul><li><a href="/api-documentation/docs/api/service/api-example-microservice/1.0">Hello World (1.0)</a></li><li>VAT (MTD) API</li></ul>',
          ),
          'GET /api-documentation/docs/api/service/api-example-microservice/1.0': docs(
            'Hello World API',
            '<table><caption>Endpoints</caption><tr><td>GET /hello/world</td><td>Open access</td></tr><tr><td>GET /hello/application</td><td>Application-restricted</td></tr><tr><td>GET /hello/user</td><td>User-restricted, scope hello</td></tr></table>',
          ),
          'GET /api-documentation/docs/authorisation': docs(
            'Authorisation',
            '<p>Our APIs have three levels of authorisation: open access, application-restricted and user-restricted. For the latter two we use OAuth 2.0.</p>',
          ),
          'GET /api-documentation/docs/authorisation/credentials': docs(
            'Credentials',
            '<p>Your credentials are a client ID and client secrets. You can hold up to five secrets; rotate them.</p>',
          ),
          'GET /api-documentation/docs/authorisation/application-restricted-endpoints': docs(
            'Application-restricted endpoints',
            `<p>They need no end user. Use the Client Credentials Grant:</p>${pre('curl -X POST -H "content-type: application/x-www-form-urlencoded" --data \\\n"client_secret=[YOUR-CLIENT-SECRET]&client_id=[YOUR-CLIENT-ID]&grant_type=client_credentials&scope=[REQUESTED-SCOPE]" \\\nhttps://test-api.service.hmrc.gov.uk/oauth/token')}<p>An access token lives for four hours; afterwards generate another.</p>${pre('curl -X GET -H "Accept: application/vnd.hmrc.1.0+json" \\\n-H "Authorization: Bearer [ACCESS-TOKEN]" \\\nhttps://test-api.service.hmrc.gov.uk/hello/application')}`,
          ),
          'GET /api-documentation/docs/authorisation/user-restricted-endpoints': docs(
            'User-restricted endpoints',
            `<p>Authorization Code Grant; PKCE is possible. After 4 hours the access token is refreshed with a single-use refresh token; after 18 months the user must grant authority again.</p>${pre('https://test-www.tax.service.gov.uk/oauth/authorize?response_type=code&client_id=[YOUR-CLIENT-ID]&scope=[REQUESTED-SCOPE]&redirect_uri=[YOUR-REDIRECT-URI]')}<table><tr><th>Parameter</th><th>Value</th></tr><tr><td>grant_type</td><td>refresh_token</td></tr><tr><td>refresh_token</td><td>The one from the last response</td></tr></table>`,
          ),
          'GET /api-documentation/docs/tutorials': docs(
            'Tutorials',
            '<p>Walk through all three levels with Hello World.</p>',
          ),
          'GET /api-documentation/docs/reference-guide': docs(
            'Reference guide',
            '<p>Sandbox: <code>https://test-api.service.hmrc.gov.uk</code>. Production: <code>https://api.service.hmrc.gov.uk</code>.</p><table><tr><td>401</td><td>MISSING_CREDENTIALS</td><td>No authentication information</td></tr><tr><td>401</td><td>INVALID_CREDENTIALS</td><td>Token expired or wrong</td></tr></table>',
          ),
          'GET /developer/registration': docs(
            'Register for a developer account',
            '<form method="post"><input name="firstname"><input name="emailaddress" type="email"><input name="password" type="password"><button>Submit</button></form>',
          ),
          'GET /developer/login': docs('Sign in', loginForm('/developer/login')),
        },
        otherwise: bare404('GOV.UK'),
      },
      'test-api.service.hmrc.gov.uk': host,
      'api.service.hmrc.gov.uk': host,
      'test-www.tax.service.gov.uk': {
        routes: {
          'GET /oauth/authorize': html(
            400,
            '<!DOCTYPE html><html><head><title>Bad request</title></head><body><h1>client_id is required</h1></body></html>',
          ),
        },
        otherwise: bare404('GOV.UK'),
      },
    },
    expect: expectation({
      apiBases: [['https://api.service.hmrc.gov.uk', 'https://test-api.service.hmrc.gov.uk']],
      tokenEndpoint: [
        'https://test-api.service.hmrc.gov.uk/oauth/token',
        'https://api.service.hmrc.gov.uk/oauth/token',
      ],
      flows: { authorization_code: 'yes', client_credentials: 'yes', refresh_token: 'yes' },
      signals: {
        'structured-401': ['pass', 'partial'],
        'bearer-token': 'pass',
        'client-credentials': 'pass',
        'oauth-discovery': noCredit,
        'self-service-keys': ['pass', 'partial'],
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
      'structured-401': 'the first call may need an Accept header that only the manual names',
      'manual-key-approval': 'not judged: the sandbox is instant, production is checked',
    },
  };
})();

export const fifthKeyWorlds: readonly World[] = [
  cohere,
  deepl,
  circleci,
  algolia,
  dockerHub,
  contentful,
  launchdarkly,
  shippo,
  easypost,
  tfl,
  lichess,
  hmrc,
];
