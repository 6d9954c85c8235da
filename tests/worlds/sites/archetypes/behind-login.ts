/** Software that people run themselves behind a login proxy whose rules let the paths of its API through. */
import { fresh, html, isBare, json, redirect, text } from '../../lib/answers.ts';
import { shell } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys, type Incoming, type World } from '../../lib/world.ts';

const forge = 'https://git.lerchenfeld.test';

/** oauth2-proxy: whoever asks for JSON gets a 401 without a word, everybody else is sent on to sign in. */
const gate = (r: Incoming) =>
  (r.headers['accept'] ?? '').includes('application/json')
    ? json(401, {}, { 'cache-control': 'no-cache, no-store, must-revalidate, max-age=0' })
    : redirect(302, `https://idp.lerchenfeld.test/oauth2/start?rd=${encodeURIComponent(forge + r.path + r.search)}`, {
        'set-cookie': `_oauth2_proxy_csrf=${fresh(32)}; Path=/; HttpOnly; Secure`,
      });
const needsToken = (r: Incoming) =>
  json(401, {
    message: isBare(r) ? 'token is required' : 'invalid username, password or token',
    url: `${forge}/api/swagger`,
  });

const forgeBehindProxy: World = {
  id: 'forge-behind-proxy',
  kind: 'archetype',
  title: 'A forge behind oauth2-proxy, which lets /api/ through and answers programs itself everywhere else',
  target: forge,
  dated: '2026-11',
  sources: ['oauth2-proxy: skip_auth_routes, isAjax', 'Gitea: routers/api/v1'],
  hosts: {
    'git.lerchenfeld.test': {
      routes: {
        'GET /api/v1/version': needsToken,
        'GET /api/v1/user': needsToken,
        'GET /api/v1/users/search': needsToken,
        'GET /api/v1/repos/search': needsToken,
        'GET /api/swagger': html(
          200,
          '<!DOCTYPE html><html lang="en"><head><title>Gitea API</title><link href="/assets/css/swagger.css" rel="stylesheet"></head><body><a class="swagger-back-link" href="/">Return to Gitea</a><div id="swagger-ui" data-source="/swagger.v1.json"></div><script src="/assets/js/swagger.js"></script></body></html>',
        ),
        '/api/*': json(404, { message: 'Not Found', url: `${forge}/api/swagger` }),
      },
      otherwise: gate,
    },
    'idp.lerchenfeld.test': { routes: { 'GET /oauth2/start': shell('Sign in'), 'GET /': shell('Sign in') } },
  },
  expect: expectation({
    apiBases: [forge],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': ['partial', 'fail', 'unknown'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'unknown'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
  }),
  why: {
    'structured-401': 'below /api/ the forge itself answers 401 in JSON, with a message',
    'session-cookie-only': 'a guard: the login is the proxy’s',
  },
};

const house = 'https://haus.lerchenfeld.test';
const outpost = (r: Incoming) =>
  r.path.startsWith('/outpost.goauthentik.io/')
    ? redirect(
        302,
        `https://sso.lerchenfeld.test/application/o/authorize/?client_id=haus&redirect_uri=${encodeURIComponent(house)}&response_type=code&scope=openid&state=${fresh(20)}`,
        { 'set-cookie': `authentik_proxy_1f2e=${fresh(40)}; Path=/; HttpOnly` },
      )
    : redirect(302, `/outpost.goauthentik.io/start?rd=${encodeURIComponent(house + r.path)}`);

const houseBehindOutpost: World = {
  id: 'house-behind-outpost',
  kind: 'archetype',
  title: 'Home automation behind an authentik outpost; the unauthenticated paths are ^/api/',
  target: house,
  dated: '2026-11',
  sources: ['authentik: proxy provider, unauthenticated paths', 'Home Assistant: REST API, aiohttp'],
  hosts: {
    'haus.lerchenfeld.test': {
      routes: {
        'GET /api': (r) => (r.path === '/api/' ? text(401, '401: Unauthorized') : text(404, '404: Not Found')),
        'GET /api/config': text(401, '401: Unauthorized'),
        'GET /api/states': text(401, '401: Unauthorized'),
        '/api/*': text(404, '404: Not Found'),
      },
      otherwise: outpost,
    },
    'sso.lerchenfeld.test': {
      routes: { 'GET /application/o/authorize': shell('authentik'), 'GET /': redirect(302, '/if/flow/login/') },
      otherwise: html(404, '<!DOCTYPE html><title>Not Found</title><h1>Not Found</h1>'),
    },
  },
  expect: expectation({
    apiBases: [house],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'partial',
      'bearer-token': ['fail', 'unknown'],
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['fail', 'unknown'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': ['absent', 'unknown'], 'browser-only-oauth': ['absent', 'unknown'] },
  }),
  why: {
    'structured-401': '401 with a line of text at the API, though its front is a login',
    'browser-only-oauth': 'a guard: the authorization request is the proxy’s',
  },
};

export const behindLoginWorlds: readonly World[] = [forgeBehindProxy, houseBehindOutpost];
