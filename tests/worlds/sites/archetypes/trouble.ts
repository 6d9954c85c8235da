/** Targets that cannot be seen well: walls, limits, slowness, outages, an opt-out. What was not seen is unknown, never bad. */
import { after, aliasOf, always, bearerChallenge, hang, html, json, redirect, reset, text } from '../../lib/answers.ts';
import { awsWafChallenge, cloudflareChallenge, datadomeWall, robots, sample, shell, site } from '../../lib/pages.ts';
import { expectation, noCredit, staticKeys, type Expectation, type World } from '../../lib/world.ts';

/** Nothing may be claimed at all. */
const unseen = (outcome: Expectation['outcome']): Expectation =>
  expectation({
    ...(outcome === undefined ? {} : { outcome }),
    tokenEndpoint: null,
    signals: {
      'structured-401': ['unknown', 'fail', 'n/a'],
      'bearer-token': ['unknown', 'n/a'],
      'client-credentials': ['unknown', 'n/a'],
      'oauth-discovery': ['unknown', 'n/a'],
      'self-service-keys': ['unknown', 'n/a'],
      'token-expiry': ['unknown', 'n/a'],
      'scope-restriction': ['unknown', 'n/a'],
    },
    notJudged: ['captcha-before-token'],
  });

const wall = always(() => datadomeWall());
const walled: World = {
  id: 'wall-datadome',
  kind: 'archetype',
  title: 'DataDome on every host',
  target: 'https://ticketspring.test',
  dated: '2026-11',
  sources: ['STANDARDS §7'],
  hosts: {
    'ticketspring.test': wall,
    'www.ticketspring.test': wall,
    'api.ticketspring.test': wall,
    'developer.ticketspring.test': wall,
  },
  expect: unseen('blocked'),
  why: { 'captcha-before-token': 'not judged: the wall is on everything' },
};

const wafOnSite: World = {
  id: 'wall-on-site-only',
  kind: 'archetype',
  title: 'Site and docs behind challenges, the API itself answers',
  target: 'https://voltcart.test',
  dated: '2026-11',
  sources: ['STANDARDS CP2'],
  hosts: {
    'voltcart.test': always(() => cloudflareChallenge()),
    'www.voltcart.test': always(() => cloudflareChallenge()),
    'docs.voltcart.test': always(() => awsWafChallenge()),
    'api.voltcart.test': {
      routes: {
        'GET /': json(200, { service: 'voltcart', docs: 'https://docs.voltcart.test' }),
        '/v1/*': (request) =>
          json(
            401,
            {
              error: {
                type: request.authorization.scheme === 'bearer' ? 'invalid_token' : 'missing_token',
                message: 'Authenticate with a bearer token.',
              },
            },
            bearerChallenge('realm="voltcart"'),
          ),
        '/v1': json(
          401,
          { error: { type: 'missing_token', message: 'Authenticate with a bearer token.' } },
          bearerChallenge('realm="voltcart"'),
        ),
      },
      otherwise: json(404, { error: { type: 'not_found', message: 'No such resource' } }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.voltcart.test'],
    tokenEndpoint: null,
    outcome: ['scored', 'blocked'],
    signals: {
      'structured-401': ['pass', 'unknown'],
      'bearer-token': ['pass', 'unknown'],
      'client-credentials': ['unknown', 'n/a', 'fail'],
      'oauth-discovery': ['fail', 'unknown', 'n/a'],
      'self-service-keys': ['unknown', 'n/a'],
      'token-expiry': ['unknown', 'n/a'],
      'scope-restriction': ['unknown', 'n/a', 'fail'],
    },
    notJudged: ['captcha-before-token'],
  }),
  why: { 'self-service-keys': 'the pages that would say it are behind a wall' },
};

const limited: World = {
  id: 'rate-limited',
  kind: 'archetype',
  title: '429 after the first requests',
  target: 'https://frostbyte.test',
  dated: '2026-11',
  sources: ['RFC 6585 §4'],
  hosts: (() => {
    let served = 0;
    const tooMany = json(
      429,
      { error: { code: 'rate_limited', message: 'Slow down.' } },
      { 'retry-after': '120', 'x-ratelimit-remaining': '0' },
    );
    return {
      'frostbyte.test': {
        routes: {
          'GET /': (request: { path: string }) => {
            served = request.path === '/' ? 0 : served;
            return site({ name: 'Frostbyte', nav: [['API', '/api']] })('Cold storage', '<p>Archive it.</p>');
          },
          'GET /api': site({ name: 'Frostbyte' })(
            'API',
            `<p>Create a key in the console. It can be revoked at any time and does not expire.</p>${sample('curl https://api.frostbyte.test/v1/vaults -H "Authorization: Bearer $KEY"')}`,
          ),
        },
      },
      'api.frostbyte.test': {
        routes: {
          '*': () => {
            served += 1;
            return served > 2
              ? tooMany
              : json(401, { error: { code: 'unauthorized', message: 'API key required.' } }, bearerChallenge());
          },
        },
      },
    };
  })(),
  expect: expectation({
    apiBases: ['https://api.frostbyte.test'],
    tokenEndpoint: null,
    outcome: ['scored', 'blocked'],
    signals: {
      'structured-401': ['pass', 'unknown'],
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['n/a', 'partial'],
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': ['absent', 'unknown'] },
  }),
  why: { 'structured-401': 'seen, if the API is asked before the limit is used up; 429 itself says nothing' },
};

const slow: World = {
  id: 'slow',
  kind: 'archetype',
  title: 'Every answer takes 1.5 seconds, some hosts never answer',
  target: 'https://gletscher.test',
  dated: '2026-11',
  sources: ['DESIGN §4 budget'],
  hosts: {
    'gletscher.test': {
      routes: {
        'GET /': after(
          1500,
          site({ name: 'Gletscher', nav: [['Docs', 'https://docs.gletscher.test/']] })(
            'Slow food delivery',
            '<p>Take your time.</p>',
          ),
        ),
      },
      otherwise: after(1500, html(404, '<h1>Not found</h1>')),
    },
    'docs.gletscher.test': {
      routes: {
        'GET /': after(
          1500,
          site({ name: 'Gletscher Docs' })(
            'API',
            `<p>API keys: Settings &gt; API &gt; Generate key.</p>${sample('curl https://api.gletscher.test/v1/orders -H "Authorization: Bearer gl_…"')}`,
          ),
        ),
      },
      otherwise: after(1500, html(404, '<h1>Not found</h1>')),
    },
    'api.gletscher.test': {
      routes: {
        '/v1/*': after(
          1500,
          json(401, { error: 'unauthorized', message: 'Send your API key as a bearer token' }, bearerChallenge()),
        ),
      },
      otherwise: after(1500, json(404, { error: 'not_found' })),
    },
    'auth.gletscher.test': always(hang),
    'mcp.gletscher.test': always(hang),
  },
  expect: expectation({
    apiBases: ['https://api.gletscher.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'session-cookie-only': 'absent' },
  }),
  why: { target: 'slow but inside the budget of 45 s; a host that hangs must not hold the rest' },
};

const down = always(
  html(503, '<html><body><h1>503 Service Temporarily Unavailable</h1><hr><center>nginx</center></body></html>', {
    'retry-after': '600',
  }),
);
const outage: World = {
  id: 'outage-503',
  kind: 'archetype',
  title: '503 on everything',
  target: 'https://baustelle.test',
  dated: '2026-11',
  sources: ['STANDARDS G3'],
  hosts: {
    'baustelle.test': down,
    'www.baustelle.test': down,
    'api.baustelle.test': down,
    'docs.baustelle.test': down,
  },
  expect: unseen(['blocked', 'unreachable']),
  why: {},
};

const refused: World = {
  id: 'refused-connection',
  kind: 'archetype',
  title: 'The name resolves, nothing listens',
  target: 'https://leerstand.test',
  dated: '2026-11',
  sources: ['STANDARDS G3'],
  hosts: { 'leerstand.test': { routes: {}, secure: 'closed', plain: 'closed' } },
  expect: unseen('unreachable'),
  why: {},
};
const nxdomain: World = {
  id: 'no-such-name',
  kind: 'archetype',
  title: 'The name does not exist',
  target: 'https://niemandsland.test',
  dated: '2026-11',
  sources: ['STANDARDS G3'],
  hosts: { 'jemandsland.test': { routes: {} } },
  expect: unseen(['unreachable', 'refused']),
  why: {},
};
const resets: World = {
  id: 'connection-reset',
  kind: 'archetype',
  title: 'Every connection is reset after the request',
  target: 'https://abbruch.test',
  dated: '2026-11',
  sources: ['STANDARDS G3'],
  hosts: { 'abbruch.test': always(reset), 'api.abbruch.test': always(reset) },
  expect: unseen(['unreachable', 'blocked']),
  why: {},
};

const optOut: World = {
  id: 'opt-out',
  kind: 'archetype',
  title: 'robots.txt tells this scanner to stay away',
  target: 'https://leavemealone.test',
  dated: '2026-11',
  sources: ['DESIGN §7'],
  hosts: {
    'leavemealone.test': {
      routes: {
        'GET /': site({ name: 'Leave', nav: [['API', '/api']] })('Private', '<p>Hello.</p>'),
        'GET /api': site({ name: 'Leave' })(
          'API',
          sample('curl https://leavemealone.test/v1/x -H "Authorization: Bearer x"'),
        ),
        '/v1/*': json(401, { error: 'unauthorized' }),
        'GET /robots.txt': text(200, 'User-agent: *\nAllow: /\n\nUser-agent: Latchkey\nDisallow: /\n'),
      },
    },
  },
  expect: unseen(['refused', 'blocked']),
  why: { target: 'asked not to, we do not' },
};

const hops: World = {
  id: 'redirect-chain',
  kind: 'archetype',
  title: 'Apex, www, locale, trailing slash: five hops to the home page; an old domain as the target',
  target: 'http://altname.test',
  dated: '2026-11',
  sources: ['Shape of large sites after a rebrand'],
  hosts: {
    'altname.test': { routes: { '*': redirect(301, 'https://www.altname.test/') } },
    'www.altname.test': aliasOf('https://neuname.test'),
    'neuname.test': aliasOf('https://www.neuname.test', 308),
    'www.neuname.test': {
      routes: {
        'GET /en/': site({
          name: 'Neuname',
          nav: [
            ['Product', '/en/product/'],
            ['Developers', 'https://developers.neuname.test/'],
          ],
        })('Same firm, new name', '<p>We renamed ourselves.</p>'),
        'GET /en/product/': site({ name: 'Neuname' })('Product', '<p>Still good.</p>'),
        'GET /': redirect(302, '/en/'),
        'GET /robots.txt': robots(),
      },
    },
    'developers.neuname.test': {
      routes: {
        'GET /': site({ name: 'Neuname Developers', nav: [['Keys', '/keys']] })(
          'Developers',
          `<p>Base URL <code>https://api.neuname.test/v3</code></p>${sample('curl https://api.neuname.test/v3/items -H "Authorization: Bearer nn_…"')}`,
        ),
        'GET /keys': site({ name: 'Neuname Developers' })(
          'Keys',
          '<p>Click <b>New key</b> in your dashboard. Pick the scopes items:read or items:write. A key is ready at once, lives until you delete it and can be replaced at any time.</p>',
        ),
      },
    },
    'api.neuname.test': {
      routes: {
        '/v3/*': (request) =>
          json(
            401,
            {
              errors: [
                {
                  code: request.authorization.scheme === 'bearer' ? 'key_unknown' : 'key_missing',
                  detail: 'Use a bearer key.',
                },
              ],
            },
            bearerChallenge(),
          ),
      },
      otherwise: json(404, { errors: [{ code: 'not_found' }] }),
    },
  },
  expect: expectation({
    apiBases: ['https://api.neuname.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'pass',
      'bearer-token': 'pass',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['pass', 'partial'],
      'token-expiry': ['n/a', 'partial', 'unknown'],
      'scope-restriction': 'pass',
    },
    antiPatterns: { 'session-cookie-only': 'absent', 'browser-only-oauth': 'absent' },
  }),
  why: { target: 'the business answers under another registrable domain' },
};

const legacyHtml403: World = {
  id: 'html-403',
  kind: 'archetype',
  title: 'API that answers strangers with an HTML 403',
  target: 'https://aktenzeichen.test',
  dated: '2026-11',
  sources: ['DESIGN §6 ladder'],
  hosts: {
    'aktenzeichen.test': {
      routes: {
        'GET /': site({
          name: 'Aktenzeichen',
          nav: [
            ['Product', '/product'],
            ['Integrations', '/integrations'],
          ],
        })('Files for law firms', '<p>Paperless.</p>'),
        'GET /product': site({ name: 'Aktenzeichen' })('Product', '<p>Files.</p>'),
        'GET /integrations': site({ name: 'Aktenzeichen' })(
          'Integrations',
          `<p>REST interface: <code>GET https://ws.aktenzeichen.test/rest/files</code> with your user's API password as HTTP Basic. Your administrator creates it in the user settings.</p>${sample('curl -u user:apipassword https://ws.aktenzeichen.test/rest/files')}`,
        ),
        'GET /robots.txt': robots(),
      },
    },
    'ws.aktenzeichen.test': {
      routes: {
        '/rest/*': html(
          403,
          '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>',
        ),
      },
      otherwise: shell('Not here', { status: 404 }),
    },
  },
  expect: expectation({
    apiBases: ['https://ws.aktenzeichen.test'],
    tokenEndpoint: null,
    signals: {
      'structured-401': 'fail',
      'bearer-token': 'fail',
      'client-credentials': noCredit,
      'oauth-discovery': noCredit,
      'self-service-keys': ['partial', 'fail', 'unknown'],
      'token-expiry': staticKeys,
      'scope-restriction': noCredit,
    },
    antiPatterns: { 'browser-only-oauth': 'absent', 'session-cookie-only': ['absent', 'unknown'] },
  }),
  why: { 'structured-401': 'HTML 403 on the documented resource', 'bearer-token': 'Basic, as documented' },
};

export const troubleWorlds: readonly World[] = [
  walled,
  wafOnSite,
  limited,
  slow,
  outage,
  refused,
  nxdomain,
  resets,
  optOut,
  hops,
  legacyHtml403,
];
