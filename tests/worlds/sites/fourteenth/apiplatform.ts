import type { Answer, Incoming, Reply, World } from '../../lib/world.ts';
import { html, json } from '../../lib/answers.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://api.cantinario.it';

const common = {
  vary: 'Accept',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'deny',
  link: `<${home}/docs.jsonld>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation"`,
};
/** LexikJWTAuthenticationBundle: the same two members for a missing, a wrong and an expired token. */
const jwt = (message: string): Answer =>
  json(
    401,
    { code: 401, message },
    { 'content-type': 'application/json', 'www-authenticate': 'Bearer', 'cache-control': 'no-cache, private' },
  );
const guarded: Reply = (r) => jwt(r.authorization.scheme === 'bearer' ? 'Invalid JWT Token' : 'JWT Token not found');
const trouble = (status: number, detail: string): Answer =>
  json(
    status,
    {
      '@context': '/contexts/Error',
      '@id': `/errors/${status}`,
      '@type': 'Error',
      title: 'An error occurred',
      detail,
      status,
      type: `/errors/${status}`,
      description: detail,
    },
    { ...common, 'content-type': 'application/problem+json; charset=utf-8' },
  );

const resources: readonly (readonly [name: string, path: string, label: string])[] = [
  ['vino', '/vini', 'Vino'],
  ['lotto', '/lotti', 'Lotto'],
  ['analisi', '/analisi', 'Analisi'],
  ['vasca', '/vasche', 'Vasca'],
];
const operations = Object.fromEntries(
  resources.flatMap(([name, path, label]) => [
    [
      path,
      {
        get: {
          operationId: `api_${name}_get_collection`,
          tags: [label],
          summary: `Retrieves the collection of ${label} resources.`,
          responses: { 200: { description: `${label} collection` }, 401: { description: 'Unauthorized' } },
        },
        post: {
          operationId: `api_${name}_post`,
          tags: [label],
          summary: `Creates a ${label} resource.`,
          responses: { 201: { description: `${label} resource created` }, 401: { description: 'Unauthorized' } },
        },
      },
    ],
    [
      `${path}/{id}`,
      {
        get: {
          operationId: `api_${name}_id_get`,
          tags: [label],
          summary: `Retrieves a ${label} resource.`,
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: { description: `${label} resource` }, 401: { description: 'Unauthorized' } },
        },
      },
    ],
  ]),
);
const credentials = {
  description: 'The login data',
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['email', 'password'],
        properties: { email: { type: 'string' }, password: { type: 'string' } },
      },
    },
  },
};
const spec = {
  openapi: '3.1.0',
  info: {
    title: 'Cantinario',
    version: '2.3.0',
    description: `Registro di cantina per piccoli produttori.

**Accesso.** Registrate un utente tecnico con \`POST /registrazioni\` (email e password): è attivo subito, senza attendere nessuno. Con le stesse credenziali \`POST /auth\` restituisce un token JWT, da inviare in ogni richiesta: \`Authorization: Bearer <token>\`.

**Durata.** Il token scade dopo un'ora. La risposta contiene anche un \`refresh_token\`, valido trenta giorni: \`POST /token/refresh\` ne restituisce uno nuovo senza password.

Le analisi di laboratorio devono essere approvate dall'enologo prima di comparire nel registro.`,
  },
  servers: [{ url: '/', description: '' }],
  paths: {
    ...operations,
    '/registrazioni': {
      post: {
        operationId: 'api_registrazioni_post',
        tags: ['Registrazione'],
        summary: 'Crea un utente tecnico.',
        requestBody: credentials,
        responses: { 201: { description: 'Utente creato e attivo' } },
        security: [],
      },
    },
    '/auth': {
      post: {
        operationId: 'login_check_post',
        tags: ['Login Check'],
        summary: 'Creates a user token.',
        description: 'Creates a user token.',
        requestBody: credentials,
        responses: {
          200: {
            description: 'User token created',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['token'],
                  properties: {
                    token: { type: 'string', readOnly: true },
                    refresh_token: { type: 'string', readOnly: true },
                  },
                },
              },
            },
          },
        },
        security: [],
      },
    },
    '/token/refresh': {
      post: {
        operationId: 'token_refresh_post',
        tags: ['Login Check'],
        summary: 'Rinnova il token.',
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { refresh_token: { type: 'string' } } },
            },
          },
        },
        responses: { 200: { description: 'Nuovo token' }, 401: { description: 'Unauthorized' } },
        security: [],
      },
    },
  },
  components: {
    securitySchemes: { JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  },
  security: [{ JWT: [] }],
  tags: resources.map(([, , label]) => ({ name: label, description: `Resource '${label}' operations.` })),
};
const viewer = html(
  200,
  `<!DOCTYPE html>
<html>
<head>
    <meta charset="UTF-8">
    <title>Cantinario - API Platform</title>
    <link rel="stylesheet" href="/bundles/apiplatform/fonts/open-sans/400.css">
    <link rel="stylesheet" href="/bundles/apiplatform/swagger-ui/swagger-ui.css">
    <link rel="stylesheet" href="/bundles/apiplatform/style.css">
    <script id="swagger-data" type="application/json">${JSON.stringify({ spec, url: '/docs.jsonopenapi', oauth: { enabled: false, clientId: null, clientSecret: null, type: null, flow: null, tokenUrl: '', authorizationUrl: '', redirectUrl: `${home}/bundles/apiplatform/swagger-ui/oauth2-redirect.html`, scopes: [], pkce: false }, persistAuthorization: false })}</script>
</head>
<body>
<header><a id="logo" href="https://api-platform.com"><img src="/bundles/apiplatform/logo-header.svg" alt="API Platform"></a></header>
<div id="swagger-ui" class="api-platform"></div>
<div class="swagger-ui" id="formats"><div class="information-container wrapper"><div class="info">Available formats: <a href="/docs.jsonld">jsonld</a> <a href="/docs.jsonopenapi">jsonopenapi</a> <a href="/docs.html">html</a><br>Other API docs: <a href="/docs?ui=re_doc">ReDoc</a></div></div></div>
<script src="/bundles/apiplatform/swagger-ui/swagger-ui-bundle.js"></script>
<script src="/bundles/apiplatform/swagger-ui/swagger-ui-standalone-preset.js"></script>
<script src="/bundles/apiplatform/init-swagger-ui.js"></script>
</body>
</html>`,
  common,
);
const openapiDocument = json(200, spec, {
  ...common,
  'content-type': 'application/vnd.openapi+json; charset=utf-8',
});
const hydra = json(
  200,
  {
    '@context': ['http://www.w3.org/ns/hydra/context.jsonld', { '@vocab': `${home}/docs.jsonld#` }],
    '@id': '/docs.jsonld',
    '@type': 'ApiDocumentation',
    title: 'Cantinario',
    entrypoint: '/',
    supportedClass: resources.map(([, , label]) => ({ '@id': `#${label}`, '@type': 'Class', title: label })),
  },
  { ...common, 'content-type': 'application/ld+json; charset=utf-8' },
);
/** Documentation and entry point are given in the format that is asked for; JSON-LD where a client does not mind. */
const negotiated =
  (document: Answer): Reply =>
  (r) => {
    const accept = r.headers['accept'] ?? '*/*';
    if (/text\/html/.test(accept)) return viewer;
    if (/openapi\+json/.test(accept)) return openapiDocument;
    return document;
  };
const signIn: Reply = (r: Incoming) => {
  if (!/json/.test(r.headers['content-type'] ?? ''))
    return trouble(404, 'Unable to find the controller for path "/auth". The route is wrongly configured.');
  const body = r.json;
  if (!body || typeof body !== 'object') return trouble(400, 'Invalid JSON.');
  const names = Object.keys(body);
  if (!names.includes('email')) return trouble(400, 'The key "email" must be provided.');
  if (!names.includes('password')) return trouble(400, 'The key "password" must be provided.');
  return jwt('Invalid credentials.');
};

/** A small Italian firm whose only manual is what API Platform shows by itself, with a few sentences of its own in the description. */
export const apiplatform: World = {
  id: 'api-platform-lexik',
  kind: 'provider',
  title:
    'API Platform with LexikJWT: Swagger UI alone, entry point open, resources 401, login by JSON; description in Italian',
  target: home,
  dated: '2026-11',
  sources: [
    'lexik/LexikJWTAuthenticationBundle: Response/JWTAuthenticationFailureResponse.php, Security/Authenticator/JWTAuthenticator.php',
    'lexik/LexikJWTAuthenticationBundle: OpenApi/OpenApiFactory.php (login check operation, JWT scheme)',
    'api-platform/core: src/Symfony/Bundle/Resources/views/SwaggerUi/index.html.twig, documentation and entrypoint actions',
    'api-platform.com/docs/symfony/jwt (path /auth, json_login)',
    'markitosgv/JWTRefreshTokenBundle (token/refresh)',
  ],
  hosts: {
    'api.cantinario.it': {
      headers: { server: 'FrankenPHP Caddy' },
      routes: {
        'GET /': negotiated(
          json(
            200,
            {
              '@context': '/contexts/Entrypoint',
              '@id': '/',
              '@type': 'Entrypoint',
              ...Object.fromEntries(resources.map(([name, path]) => [name, path])),
            },
            { ...common, 'content-type': 'application/ld+json; charset=utf-8' },
          ),
        ),
        'GET /docs': negotiated(hydra),
        'GET /docs.html': viewer,
        'GET /docs.jsonld': hydra,
        'GET /docs.jsonopenapi': openapiDocument,
        'GET /contexts/:name': json(
          200,
          { '@context': { '@vocab': `${home}/docs.jsonld#`, hydra: 'http://www.w3.org/ns/hydra/core#' } },
          { ...common, 'content-type': 'application/ld+json; charset=utf-8' },
        ),
        'POST /auth': signIn,
        '/auth': trouble(405, `No route found for "GET ${home}/auth": Method Not Allowed (Allow: POST)`),
        'POST /token/refresh': (r) =>
          r.json && typeof r.json === 'object' && 'refresh_token' in r.json
            ? json(401, { code: 401, message: 'JWT Refresh Token Not Found' })
            : json(401, { code: 401, message: 'Missing JWT Refresh Token' }),
        'POST /registrazioni': trouble(422, 'email: Questo valore non dovrebbe essere vuoto.'),
        ...Object.fromEntries(
          resources.flatMap(([, path]) => [
            [path, guarded],
            [`${path}/:id`, guarded],
          ]),
        ),
      },
      otherwise: (r) => trouble(404, `No route found for "${r.method} ${home}${r.path}"`),
    },
  },
  expect: expectation({
    apiBases: [home],
    tokenEndpoint: [null, `${home}/auth`, `${home}/token/refresh`],
    flows: { refresh_token: ['no', 'unknown', 'yes'] },
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': 'pass',
      'scope-restriction': noCredit,
    },
    antiPatterns: {
      'browser-only-oauth': ['absent', 'unknown'],
      'session-cookie-only': 'absent',
      'manual-key-approval': ['absent', 'unknown'],
      'token-rotation-without-refresh': 'absent',
    },
    notJudged: ['password'],
  }),
  why: {
    target: 'the API, which shows Swagger UI to browsers and its entry point to programs',
    apiBases: 'servers says / at the host that serves the description',
    tokenEndpoint: 'a guard: a login and a renewal by JSON, no endpoint of RFC 6749',
    password: 'not judged: the same login, with a user that a program makes itself',
    refresh_token: 'a guard: a renewal of the bundle’s own under that name',
    outcome: 'every resource is refused',
    'structured-401':
      '401 JSON with code and message and a challenge; that entry point and documentation are open is no open API',
    'bearer-token': 'challenge, scheme, sentence, and another message for a wrong one',
    'client-credentials': 'none offered',
    'oauth-discovery': 'no OAuth, none published; the viewer says that its own is off',
    'self-service-keys': 'a technical user is made by one call and active at once',
    'token-expiry': 'an hour, renewed by a call',
    'scope-restriction': 'none',
    'manual-key-approval': 'analyses are approved, users are not',
    'session-cookie-only': 'bearer tokens',
    'browser-only-oauth': 'no OAuth',
    'token-rotation-without-refresh': 'a renewal is there',
  },
};
