import type { Answer, Incoming, World } from '../../lib/world.ts';
import { aliasOf, fresh, html, json, redirect } from '../../lib/answers.ts';
import { contactForm, robots, sample } from '../../lib/pages.ts';
import { expectation, noCredit } from '../../lib/world.ts';

const home = 'https://registry.fablab-nordhavn.dk';
const www = 'https://www.fablab-nordhavn.dk';

/** index.html of the portal, which nginx gives for every address that is neither API nor file. */
const portal: Answer = html(
  200,
  '<!doctype html><html><head><meta charset="utf-8"/><title>Harbor</title><base href="/"/><meta name="viewport" content="width=device-width,initial-scale=1"/><link rel="icon" type="image/x-icon" href="favicon.ico?v=2"/><link rel="stylesheet" href="styles.71c0c3e4.css"/></head><body><harbor-app><div class="spinner spinner-lg app-loading">Loading...</div></harbor-app><script src="runtime.0f5d.js" type="module"></script><script src="main.1be6.js" type="module"></script></body></html>',
  { 'cache-control': 'no-store, no-cache, must-revalidate', 'x-frame-options': 'DENY' },
);
const fault = (status: number, code: string, message: string, headers: Record<string, string> = {}): Answer =>
  json(status, { errors: [{ code, message }] }, { 'x-request-id': fresh(32), ...headers });
/** Nobody, a wrong name and a wrong bearer are all the same to the API: an anonymous user. */
const refuse = (): Answer => fault(401, 'UNAUTHORIZED', 'unauthorized');
/** `getChallenge`: who brings nothing is sent to the token service, who brings anything is asked for Basic. */
const registry = (r: Incoming): Answer =>
  fault(401, 'UNAUTHORIZED', 'unauthorized: unauthorized', {
    'docker-distribution-api-version': 'registry/2.0',
    'www-authenticate':
      r.headers['authorization'] === undefined && r.path !== '/v2/_catalog'
        ? `Bearer realm="${home}/service/token",service="harbor-registry"`
        : 'Basic realm="harbor"',
  });

const operations: readonly (readonly [string, string, string, string])[] = [
  ['get', '/projects', 'listProjects', 'List projects'],
  ['post', '/projects', 'createProject', 'Create a new project.'],
  ['get', '/projects/{project_name_or_id}', 'getProject', 'Return specific project detail information'],
  ['get', '/projects/{project_name}/repositories', 'listRepositories', 'List repositories'],
  ['get', '/users', 'listUsers', 'List users'],
  ['get', '/users/current', 'getCurrentUserInfo', 'Get current user info.'],
  ['get', '/robots', 'ListRobot', 'Get robot account'],
  ['post', '/robots', 'CreateRobot', 'Create a robot account'],
  ['get', '/systeminfo', 'getSystemInfo', 'Get general system info'],
  ['get', '/health', 'getHealth', 'Check the status of Harbor components'],
  ['get', '/search', 'search', 'Search for projects, repositories and helm charts'],
  ['get', '/audit-logs', 'listAuditLogs', 'Get recent logs'],
];
const paths: Record<string, Record<string, unknown>> = {};
for (const [method, path, operationId, summary] of operations)
  (paths[path] ??= {})[method] = {
    summary,
    operationId,
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      type: 'string',
    })),
    responses: {
      200: { description: 'Success' },
      401: { $ref: '#/responses/401' },
      403: { $ref: '#/responses/403' },
    },
  };
/** The description ships with the product: Basic, or nothing at all, for every operation. */
const description = {
  swagger: '2.0',
  info: {
    title: 'Harbor API',
    description: 'These APIs provide services for manipulating Harbor project.',
    version: '2.0',
  },
  consumes: ['application/json'],
  produces: ['application/json'],
  schemes: ['http', 'https'],
  basePath: '/api/v2.0',
  security: [{ basic: [] }, {}],
  paths,
  responses: {
    401: { description: 'Unauthorized', schema: { $ref: '#/definitions/Errors' } },
    403: { description: 'Forbidden', schema: { $ref: '#/definitions/Errors' } },
  },
  securityDefinitions: { basic: { type: 'basic' } },
  definitions: {
    Errors: {
      type: 'object',
      properties: {
        errors: {
          type: 'array',
          items: { type: 'object', properties: { code: { type: 'string' }, message: { type: 'string' } } },
        },
      },
    },
  },
};
const page = (title: string, body: string): Answer =>
  html(
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} · FabLab Nordhavn</title><link rel="stylesheet" href="/style.css"></head><body><header><a href="/">FabLab Nordhavn</a><nav><a href="/machines">Machines</a> <a href="/membership">Membership</a> <a href="/wiki">Wiki</a> <a href="/contact">Contact</a></nav></header><main><h1>${title}</h1>${body}</main><footer><p>Open Tuesday to Saturday</p></footer></body></html>`,
  );

/** Harbor of a maker space: public projects may be listed by strangers, the rest takes Basic, and the registry beside it asks for a token. */
export const harbor: World = {
  id: 'harbor',
  kind: 'provider',
  title:
    'Harbor of a maker space: API with Basic or nobody, a registry whose challenge names a token service, robots with permissions',
  target: home,
  dated: '2026-11',
  sources: [
    'goharbor/harbor: src/server/middleware/v2auth/auth.go (getChallenge, Docker-Distribution-Api-Version)',
    'goharbor/harbor: api/v2.0/swagger.yaml (basePath, security)',
    'goharbor/harbor issues 19769, 16398, 16733 (refusals, anonymous list of projects), 20738 (a bearer is not taken)',
    'bitnami/bitnami-docker-harbor-portal issue 3 (/swagger.json, pages for every address)',
  ],
  hosts: {
    'fablab-nordhavn.dk': aliasOf(www),
    'www.fablab-nordhavn.dk': {
      routes: {
        'GET /robots.txt': robots(),
        'GET /': page(
          'Make almost anything',
          '<p>Laser cutters, printers, a weaving loom and a rack of old servers.</p>',
        ),
        'GET /machines': page('Machines', '<p>You need an introduction before you get the key of the laser room.</p>'),
        'GET /membership': page(
          'Membership',
          '<p>200 kr a month. Apply on site; the board looks at new applications on Mondays.</p>',
        ),
        'GET /wiki': page(
          'Wiki',
          '<ul><li><a href="/wiki/loom">Loom</a></li><li><a href="/wiki/registry">Container registry</a></li></ul>',
        ),
        'GET /wiki/loom': page('Loom', '<p>Thread the heddles from the left.</p>'),
        'GET /wiki/registry': page(
          'Container registry',
          `<p>Images for our machines live in <a href="${home}/">registry.fablab-nordhavn.dk</a> (Harbor 2.14).</p><h2>People</h2><p>Members sign in with the account of the lab.</p><h2>Programs</h2><p>In your project open <i>Robot Accounts</i> and press <i>New robot account</i>. You get name and secret at once. Choose what the robot may do (pull, push, delete, list) and how many days it lives; −1 means for ever. The secret can be refreshed there.</p>${sample(`docker login registry.fablab-nordhavn.dk -u 'robot$loom+ci'`)}<p>The same name and secret work for the REST API by Basic; bearer tokens do not:</p>${sample(`curl -u 'robot$loom+ci:SECRET' ${home}/api/v2.0/projects/loom/repositories`)}`,
        ),
        'GET /contact': page('Contact', contactForm),
      },
    },
    'registry.fablab-nordhavn.dk': {
      headers: { server: 'nginx', 'strict-transport-security': 'max-age=31536000; includeSubdomains; preload' },
      routes: {
        'GET /robots.txt': robots('User-agent: *\nDisallow: /c/\n'),
        'GET /swagger.json': json(200, description),
        'GET /api/version': json(200, { version: 'v2.0' }),
        'GET /api/v2.0/health': json(200, {
          components: ['core', 'database', 'jobservice', 'portal', 'redis', 'registry', 'registryctl'].map((name) => ({
            name,
            status: 'healthy',
          })),
          status: 'healthy',
        }),
        'GET /api/v2.0/ping': { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Pong' },
        'GET /api/v2.0/systeminfo': json(200, {
          auth_mode: 'oidc_auth',
          banner_message: '',
          harbor_version: 'v2.14.0-d7b5f3a1',
          oidc_provider_name: 'lab',
          primary_auth_mode: false,
          self_registration: false,
        }),
        'GET /api/v2.0/projects': json(
          200,
          [
            {
              creation_time: '2025-02-11T18:01:44.120Z',
              current_user_role_id: 0,
              current_user_role_ids: null,
              metadata: { public: 'true' },
              name: 'library',
              owner_name: 'admin',
              project_id: 1,
              repo_count: 3,
              update_time: '2025-02-11T18:01:44.120Z',
            },
          ],
          { 'x-total-count': '1' },
        ),
        'GET /api/v2.0/search': json(200, { project: [], repository: [] }),
        'GET /api/v2.0/projects/library': json(200, { name: 'library', project_id: 1, repo_count: 3 }),
        '/api/v2.0/projects*': refuse,
        '/api/v2.0/users*': (r) =>
          r.path === '/api/v2.0/users' ? fault(401, 'UNAUTHORIZED', 'UnAuthorize') : refuse(),
        '/api/v2.0/robots*': refuse,
        '/api/v2.0/audit-logs*': refuse,
        '/api/*': fault(404, 'NOT_FOUND', 'The API path is not found.'),
        'GET /service/token': json(200, {
          token: `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.${fresh(40)}.${fresh(40)}`,
          access_token: '',
          expires_in: 1800,
          issued_at: '2026-11-30T03:00:00Z',
        }),
        '/v2': registry,
        '/v2/*': registry,
        'GET /c/oidc/login': redirect(302, 'https://login.fablab-nordhavn.dk/authorize?client_id=harbor'),
        '/c/*': fault(404, 'NOT_FOUND', 'not found'),
        'GET *': portal,
      },
      otherwise: html(
        405,
        '<html><head><title>405 Not Allowed</title></head><body><center><h1>405 Not Allowed</h1></center><hr><center>nginx</center></body></html>',
      ),
    },
    'login.fablab-nordhavn.dk': {
      routes: {
        'GET /authorize': html(
          200,
          '<!DOCTYPE html><html lang="da"><head><title>Log ind</title></head><body><form method="post"><input name="u"><input type="password" name="p"><button>Log ind</button></form></body></html>',
        ),
      },
    },
  },
  expect: expectation({
    apiBases: [home],
    signals: {
      'structured-401': 'pass',
      'client-credentials': [...noCredit, 'partial'],
      'oauth-discovery': [...noCredit, 'partial'],
      'self-service-keys': ['pass', 'partial', 'fail'],
      'token-expiry': ['pass', 'partial', 'n/a', 'unknown'],
      'scope-restriction': 'pass',
    },
    antiPatterns: {
      'session-cookie-only': 'absent',
      'browser-only-oauth': ['absent', 'unknown'],
      'captcha-before-token': ['absent', 'unknown'],
    },
    notJudged: ['manual-key-approval'],
  }),
  why: {
    target: 'the registry itself; the wiki of the same domain has a page on it',
    apiBases: 'basePath of the description at /swagger.json, and the sample of the wiki',
    tokenEndpoint: 'not judged: the challenge of the registry names a token service that is no endpoint of OAuth',
    'structured-401':
      'users, robots and the registry refuse in JSON with code and message; that public projects may be listed does not make the API open, though the description allows nobody everywhere',
    'bearer-token': 'not judged: the API denies it in words and takes Basic, the registry beside it asks for Bearer',
    'client-credentials': 'a guard: name and secret of a robot against a token is a grant of the registry’s own',
    'oauth-discovery': 'a guard: no metadata, pages for people at every other address',
    'self-service-keys': 'robots are made at once by members; membership is applied for',
    'token-expiry': 'a guard: as many days as one chooses, or for ever; the token of the registry lives half an hour',
    'scope-restriction': 'what a robot may do is chosen one by one',
    'manual-key-approval': 'not judged: the board looks at members, nobody at robots',
    'session-cookie-only': 'Basic',
    'browser-only-oauth': 'the login by OpenID belongs to people',
  },
};
