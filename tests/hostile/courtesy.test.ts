/**
 * The scanner as a weapon: sites that try to make it change something, ask where it was told not to, or send requests to somebody else.
 * Each row is a business with a bystander beside it, and what may have reached either of them at the end of a whole scan.
 */
import { afterEach, describe, expect, test } from 'vitest';
import type { Report } from '../../lib/scan/index.ts';
import { html, json, redirect, text } from '../worlds/lib/answers.ts';
import { scanToEnd } from '../worlds/lib/engine.ts';
import { serve, type Logged, type ServedWorld } from '../worlds/lib/serve.ts';
import type { Reply, Site } from '../worlds/lib/world.ts';
import { buckets, createRestraint, memoryLimiter } from '../../lib/limits/restraint.ts';
import type { Restraint, ScanOptions } from '../../lib/scan/types.ts';
import { tally } from '../setup/tally.ts';
import { account } from './support/account.ts';
import { clientFor } from './support/servers.ts';

const business = 'acme-widgets.com';
const bystander = 'innocent-bakery.org';
const home = `https://${business}`;
const there = `https://${bystander}`;

let reachedInVain = 0;
account('courtesy', 'refused', () => ({ 'requests that should not have been sent': reachedInVain }));

const docs = (body: string, title = 'API authentication'): Reply =>
  html(
    200,
    `<html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>Send your API key in the Authorization header as a bearer token.</p>${body}</main></body></html>`,
  );
const link = (url: string, words = 'API documentation'): string => `<a href="${url}">${words}</a>`;
const everything: Site = { routes: {}, otherwise: html(200, '<title>Bakery</title><p>Bread.</p>') };

const served: ServedWorld[] = [];
afterEach(async () => {
  for (const world of served.splice(0)) await world.stop();
});

async function attack(
  hosts: Record<string, Site>,
  target = home,
): Promise<{ log: Logged[]; report: Report; to: (host: string) => Logged[] }> {
  const world = await serve({ hosts });
  served.push(world);
  const report = await scanToEnd(target, { ...world.options, browserPath: null });
  return { log: world.log, report, to: (host) => world.log.filter((entry) => entry.host === host) };
}

const robotsOnly = (log: readonly Logged[]): Logged[] => log.filter((entry) => entry.path !== '/robots.txt');
const lines = (log: readonly Logged[]): string[] =>
  log.map(({ method, host, path, search }) => `${method} ${host}${path}${search}`);

/** Fails with the requests that came although none may. */
function none(log: readonly Logged[]): void {
  reachedInVain += log.length;
  expect(lines(log)).toEqual([]);
}

// ------------------------------------------------------------ GETs with effects

const withEffects = [
  '/logout',
  '/log-out',
  '/users/sign_out',
  '/signout.php',
  '/%6Cogout',
  '/session;logout',
  '/unsubscribe?u=5f3a&id=9',
  '/unsubscribe/5f3a9',
  '/email/opt-out/5f3a9',
  '/account/delete?confirm=yes',
  '/account/delete-account',
  '/api/deleteUser/5',
  '/users/5/ban',
  '/ban',
  '/cart/empty',
  '/cart/add?item=5',
  '/shop?add-to-cart=42',
  '/orders/7/approve',
  '/confirm/5f3a9',
  '/keys/5/revoke',
  '/cache/purge',
  '/index.php?action=cancel',
  '/index.php?do=logout',
  '/index.php?r=site/logout',
  '/index.php?logout',
  '/subscription?confirm=yes',
  '/newsletter/abmelden',
  '/konto/l%C3%B6schen',
  '/compte/supprimer',
  '/cuenta/eliminar',
  '/conta/excluir',
  '/%E9%80%80%E5%87%BA',
  '/%E5%89%8A%E9%99%A4',
  '/user/%E9%80%80%E5%87%BA%E7%99%BB%E5%BD%95',
  '/graphql?query=mutation%7BdeleteUser(id:5)%7Bid%7D%7D',
  '/users/5?_method=put',
  '/ctl?cmd=ls',
  '/email/verify?token=5f3a',
  '/newsletter/subscribe?email=a%40b.c',
  '/job/site/build?token=5f3a',
  '/api/keys/new?create=1',
];
const isEffect = ({ path, search }: Logged): boolean => withEffects.includes(`${path}${search}`);

/** Of each kind one; how words are found in all of them, tests/unit/scan/http/effects.test.ts says. */
const plainest = [
  '/logout',
  '/unsubscribe?u=5f3a&id=9',
  '/account/delete?confirm=yes',
  '/users/5/ban',
  '/index.php?action=cancel',
  '/cart/empty',
  '/graphql?query=mutation%7BdeleteUser(id:5)%7Bid%7D%7D',
  '/email/verify?token=5f3a',
];

/** The ways in which a site can make a scanner ask for an address: each makes it a call, a page, or a step of its own. */
const ways: Record<string, (path: string) => Record<string, Site>> = {
  'a documentation link': (path) => ({
    [business]: { routes: { '/': docs(link(path, 'API authentication')) } },
  }),
  'a redirect': (path) => ({
    [business]: { routes: { '/': docs(link('/docs/auth')), '/docs/auth': redirect(302, path) } },
  }),
  'a refresh and a sitemap': (path) => ({
    [business]: {
      routes: {
        '/': html(200, `<meta http-equiv="refresh" content="0;url=${path}"><p>Moved</p>`),
        '/robots.txt': text(200, `Sitemap: ${home}${path}`),
      },
    },
  }),
  'a described operation': (path) => ({
    [business]: {
      routes: {
        '/': docs(link('/openapi.json', 'OpenAPI')),
        '/openapi.json': json(200, {
          openapi: '3.1.0',
          info: { title: 'Acme', version: '1' },
          servers: [{ url: home }],
          security: [{ key: [] }],
          components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
          paths: { [path]: { get: { operationId: 'getThing' } } },
        }),
      },
    },
  }),
  'a sample': (path) => ({
    [business]: {
      routes: { '/': docs(`<pre>curl ${home}${path} -H "Authorization: Bearer KEY"</pre>${link('/docs/auth')}`) },
    },
  }),
  'an answer of the API': (path) => ({
    [business]: { routes: { '/': json(200, { docs_url: `${home}${path}`, me: `${home}${path}` }) } },
  }),
};

describe.each(Object.entries(ways))('a GET that changes something, by %s', (_way, hosts) => {
  test.each(plainest)('%s', async (path) => {
    const { log } = await attack(hosts(path));
    expect(log.length).toBeGreaterThan(3);
    none(log.filter(isEffect));
  });
});

test('no request of any kind goes to an address that gives an order', async () => {
  const world = await serve({ hosts: { [business]: everything } });
  served.push(world);
  const http = clientFor({ requests: 200 }, world.options);
  for (const path of withEffects)
    for (const method of ['GET', 'HEAD', 'POST'] as const)
      await http.request({ url: `${home}${path}`, method, purpose: 'attack', follow: 5 });
  await http.close();
  none(world.log);
});

test.each([
  ['by its operationId', '/account/close-request', { operationId: 'cancelAccount' }],
  ['by a confirmation', '/account/state', { operationId: 'getState', parameters: [{ name: 'confirm', in: 'query' }] }],
])('a described GET that changes something %s', async (_how, path, operation) => {
  const { to } = await attack({
    [business]: {
      routes: {
        '/': docs(link('/openapi.json', 'OpenAPI')),
        '/openapi.json': json(200, {
          openapi: '3.1.0',
          info: { title: 'Acme', version: '1' },
          servers: [{ url: home }],
          paths: { [path]: { get: operation } },
        }),
      },
    },
  });
  none(to(business).filter((entry) => entry.path === path));
});

test('pages about changing something are read', async () => {
  const pages = ['/docs/keys/revoke', '/reference/delete-api-key', '/docs/auth/confirm-requests'];
  const { to } = await attack({
    [business]: {
      routes: {
        '/': docs(pages.map((page) => link(page, 'API authentication')).join('')),
        ...Object.fromEntries(pages.map((page) => [page, docs('')])),
      },
    },
  });
  expect(
    to(business)
      .map(({ path }) => path)
      .filter((path) => pages.includes(path))
      .toSorted(),
  ).toEqual(pages.toSorted());
});

test('a client that was registered against all odds is deleted again, and told', async () => {
  const { log, report } = await attack({
    [business]: {
      routes: {
        '/': docs(''),
        '/.well-known/oauth-authorization-server': json(200, {
          issuer: home,
          authorization_endpoint: `${home}/authorize`,
          token_endpoint: `${home}/token`,
          registration_endpoint: `${home}/register`,
          response_types_supported: ['code'],
        }),
        'POST /register': json(201, {
          client_id: 'made-by-mistake',
          registration_access_token: 'registration-token-5f3a9c',
          registration_client_uri: `${home}/register/made-by-mistake`,
        }),
        'DELETE /register/:id': { status: 204 },
      },
    },
  });
  const ends = log.filter(({ method }) => method === 'DELETE');
  expect(lines(ends)).toEqual([`DELETE ${business}/register/made-by-mistake`]);
  expect(ends[0]?.headers['authorization']).toBe('Bearer registration-token-5f3a9c');
  expect(JSON.stringify(report)).not.toContain('registration-token-5f3a9c');
  expect(JSON.stringify(report)).toMatch(/deleted (it )?again/);
});

test('the management address of a registration is believed only at its own origin', async () => {
  const { log } = await attack({
    [business]: {
      routes: {
        '/': docs(''),
        '/.well-known/oauth-authorization-server': json(200, {
          issuer: home,
          token_endpoint: `${home}/token`,
          registration_endpoint: `${home}/register`,
          response_types_supported: ['code'],
        }),
        'POST /register': json(201, {
          client_id: 'x',
          registration_access_token: 'registration-token-5f3a9c',
          registration_client_uri: `${there}/accounts/5`,
        }),
      },
    },
    [bystander]: everything,
  });
  none(log.filter(({ method }) => method === 'DELETE'));
});

// ------------------------------------------------------------ opt-outs

const out = 'User-agent: Latchkey\nDisallow: /\n';
const outForAll = 'User-agent: *\nDisallow: /\n';
const long = `${'# nothing\n'.repeat(20_000)}${out}`;

interface OptOut {
  name: string;
  hosts: Record<string, Site>;
  /** Hosts that may be asked for robots.txt and nothing else. */
  closed: string[];
  target?: string;
}

const businessNaming = (url: string): Site => ({ routes: { '/': docs(link(url, 'API reference')) } });

const optOuts: OptOut[] = [
  { name: 'the host itself', hosts: { [business]: { routes: { '/robots.txt': text(200, out) } } }, closed: [business] },
  {
    name: 'www, where the address redirects to',
    hosts: {
      [business]: { routes: { '/': redirect(301, `https://www.${business}/`) } },
      [`www.${business}`]: { routes: { '/robots.txt': text(200, out) } },
    },
    closed: [`www.${business}`],
  },
  {
    name: 'another host of the domain',
    hosts: {
      [business]: businessNaming(`https://api.${business}/v1`),
      [`api.${business}`]: { routes: { '/robots.txt': text(200, out), '/v1': json(401, {}) } },
    },
    closed: [`api.${business}`],
  },
  {
    name: 'a third party',
    hosts: {
      [business]: businessNaming(`${there}/docs`),
      [bystander]: { routes: { '/robots.txt': text(200, out), '/docs': docs('') } },
    },
    closed: [bystander],
  },
  {
    name: 'a third party that closes itself to everybody',
    hosts: {
      [business]: businessNaming(`${there}/docs`),
      [bystander]: { routes: { '/robots.txt': text(200, outForAll), '/docs': docs('') } },
    },
    closed: [bystander],
  },
  {
    name: 'a file of 200 KB that says so at its end',
    hosts: { [business]: { routes: { '/': docs(''), '/robots.txt': text(200, long) } } },
    closed: [business],
  },
  {
    name: 'a robots.txt that answers 503',
    hosts: { [business]: { routes: { '/': docs(''), '/robots.txt': text(503, 'busy') } } },
    closed: [business],
  },
  {
    name: 'a robots.txt of a third party that answers 500',
    hosts: {
      [business]: businessNaming(`${there}/docs`),
      [bystander]: { routes: { '/robots.txt': text(500, ''), '/docs': docs('') } },
    },
    closed: [bystander],
  },
  {
    name: 'a robots.txt that never answers',
    hosts: {
      [business]: businessNaming(`${there}/docs`),
      [bystander]: { routes: { '/robots.txt': { status: 0, instead: 'reset' }, '/docs': docs('') } },
    },
    closed: [bystander],
  },
  {
    name: 'five redirects away',
    hosts: {
      [business]: {
        routes: {
          '/': docs(''),
          '/robots.txt': redirect(301, '/r1'),
          '/r1': redirect(301, '/r2'),
          '/r2': redirect(302, '/r3'),
          '/r3': redirect(307, '/r4'),
          '/r4': redirect(308, `https://files.${business}/robots-5`),
        },
      },
      [`files.${business}`]: { routes: { '/robots-5': text(200, out) } },
    },
    closed: [business],
  },
  {
    name: 'with a version, a comment, other case and another line end',
    hosts: {
      [business]: {
        routes: { '/': docs(''), '/robots.txt': text(200, '\ufeffUSER-AGENT : latchkey/2 # us\r\r\ndisallow:/') },
      },
    },
    closed: [business],
  },
  {
    name: 'in a group that names several, among others',
    hosts: {
      [business]: {
        routes: {
          '/': docs(''),
          '/robots.txt': text(
            200,
            `User-agent: *\nAllow: /\n\nUser-agent: Other\nUser-agent: Latchkey\nSitemap: ${home}/s.xml\nCrawl-delay: 5\nDisallow: /\n`,
          ),
        },
      },
    },
    closed: [business],
  },
];

const afterRedirects = /^\/r[1-4]$/;

describe('an opt-out is obeyed:', () => {
  test.each(optOuts)('$name', async ({ hosts, closed, target }) => {
    const { log, report, to } = await attack(hosts, target ?? home);
    expect(log.length).toBeGreaterThan(0);
    for (const host of closed) {
      expect(to(host).some(({ path }) => path === '/robots.txt')).toBe(true);
      none(robotsOnly(to(host)).filter(({ path }) => !afterRedirects.test(path)));
    }
    if (closed.includes(business)) expect(['refused', 'unreachable']).toContain(report.outcome);
    // It is never the owner's fault that somebody was asked not to look.
    else expect(JSON.stringify(report)).toMatch(/robots\.txt/);
  });

  test('a request to sign in is a refusal and no file, even where the login is out of order', async () => {
    const { to, report } = await attack(
      {
        [business]: {
          routes: {},
          otherwise: redirect(302, `https://login.${business}/authorize?response_type=code&client_id=proxy`),
        },
        [`login.${business}`]: { routes: {}, otherwise: { status: 503, body: '' } },
      },
      `${home}/api/pears`,
    );
    expect(to(business).length).toBeGreaterThan(3);
    expect(report.outcome).toBe('scored');
  });

  test('a robots.txt leads to no page of somebody else', async () => {
    const { to } = await attack({
      [business]: { routes: { '/': docs(''), '/robots.txt': redirect(302, `${there}/any?page=1`) } },
      [bystander]: { routes: { '/any': text(200, '') } },
    });
    expect(to(business).length).toBeGreaterThan(3);
    none(to(bystander));
  });

  test('on another port, with rules of its own', async () => {
    const { to } = await attack({
      [business]: {
        plain: 'same',
        routes: { '/': redirect(302, `http://${business}/docs/auth`), '/docs/auth': docs('') },
      },
    });
    // https and http are two authorities (RFC 9309 §2.3), and each is asked for its own.
    expect(to(business).filter(({ path, scheme }) => path === '/robots.txt' && scheme === 'http').length).toBeLessThan(
      2,
    );
  });

  test('rules for paths, of every kind of request', async () => {
    const { to } = await attack({
      [business]: {
        routes: {
          '/robots.txt': text(
            200,
            `User-agent: Latchkey\nDisallow: /private\nDisallow: /*.secret$\nDisallow: /caf%C3%A9\nDisallow: /oauth/\nAllow: /private/open\n`,
          ),
          '/': docs(
            `${link('/private/docs', 'API authentication')}${link('/docs/auth.secret', 'API keys')}${link('/caf\u00e9/docs', 'API reference')}${link('/private/open/docs', 'API reference')}<p>Ask for a token at ${home}/oauth/token by POST.</p>`,
          ),
          '/private/open/docs': docs(''),
          'POST /oauth/token': json(401, { error: 'invalid_client' }),
        },
      },
    });
    none(to(business).filter(({ path }) => /^\/private\/docs|\.secret$|^\/caf|^\/oauth\//.test(path)));
    expect(to(business).some(({ path }) => path === '/private/open/docs')).toBe(true);
  });

  test('rules for everybody do not hold for the business that the visitor asked about', async () => {
    const { to, report } = await attack({
      [business]: {
        routes: {
          '/robots.txt': text(200, 'User-agent: *\nDisallow: /\n'),
          '/': docs(link('/docs/auth', 'API authentication')),
          '/docs/auth': docs(''),
        },
      },
    });
    expect(to(business).some(({ path }) => path === '/docs/auth')).toBe(true);
    expect(report.outcome).not.toBe('refused');
  });

  test('a group of our own stands before the one for everybody', async () => {
    const { to } = await attack({
      [business]: {
        routes: {
          '/robots.txt': text(200, 'User-agent: *\nDisallow: /\n\nUser-agent: Latchkey\nAllow: /\n'),
          '/': docs(link('/docs/auth', 'API authentication')),
          '/docs/auth': docs(''),
        },
      },
    });
    expect(to(business).some(({ path }) => path === '/docs/auth')).toBe(true);
  });
});

// ------------------------------------------------------------ somebody else's endpoints

const metadataNaming = (endpoints: Record<string, string>): Site => ({
  routes: {
    '/': docs(''),
    '/.well-known/oauth-authorization-server': json(200, {
      issuer: home,
      authorization_endpoint: `${home}/authorize`,
      response_types_supported: ['code'],
      grant_types_supported: ['client_credentials'],
      ...endpoints,
    }),
  },
});
const posts = (log: readonly Logged[]): Logged[] => log.filter(({ method }) => method !== 'GET' && method !== 'HEAD');

describe('nothing is posted to a bystander:', () => {
  test.each<[string, Record<string, Site>]>([
    [
      'token_endpoint with a path and a query of the attacker',
      { [business]: metadataNaming({ token_endpoint: `${there}/orders/new?amount=99#x` }) },
    ],
    [
      'registration_endpoint',
      {
        [business]: metadataNaming({
          token_endpoint: `${home}/token`,
          registration_endpoint: `${there}/register?plan=1`,
        }),
      },
    ],
    [
      'registration_endpoint that looks like a token endpoint',
      {
        [business]: metadataNaming({ token_endpoint: `${home}/token`, registration_endpoint: `${there}/oauth/token` }),
      },
    ],
    [
      'tokenUrl of a description',
      {
        [business]: {
          routes: {
            '/': docs(link('/openapi.json', 'OpenAPI')),
            '/openapi.json': json(200, {
              openapi: '3.1.0',
              info: { title: 'Acme', version: '1' },
              servers: [{ url: home }],
              components: {
                securitySchemes: {
                  o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `${there}/contact?x=1`, scopes: {} } } },
                },
              },
              paths: { '/v1/me': { get: {} } },
            }),
          },
        },
      },
    ],
    [
      'an MCP resource',
      {
        [business]: {
          routes: {
            '/': docs(''),
            '/.well-known/oauth-protected-resource': json(200, {
              resource: `${there}/mcp`,
              authorization_servers: [there],
            }),
          },
        },
      },
    ],
    [
      'a reading POST on a foreign server',
      {
        [business]: {
          routes: {
            '/': docs(
              `${link('/docs/auth')}<pre>curl -X POST ${there}/accounts/get -H "Authorization: Bearer KEY"</pre><pre>POST ${there}/graphql</pre>`,
            ),
            '/docs/auth': docs(`<pre>curl -X POST ${there}/accounts/get -H "Authorization: Bearer KEY"</pre>`),
          },
        },
      },
    ],
  ])('%s', async (_name, hosts) => {
    const { to } = await attack({ ...hosts, [bystander]: everything });
    none(posts(to(bystander)));
  });

  test('a foreign token endpoint that nothing confirms is asked twice at most, bare, after its robots.txt', async () => {
    const { to } = await attack({
      [business]: metadataNaming({ token_endpoint: `${there}/oauth/token?shop=5#top` }),
      [bystander]: { routes: { 'POST /oauth/token': json(400, { error: 'unsupported_grant_type' }) } },
    });
    const sent = posts(to(bystander));
    expect(sent.length).toBeLessThanOrEqual(2);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.map(({ search }) => search).join('')).toBe('');
    expect(to(bystander)[0]?.path).toBe('/robots.txt');
  });

  test('a foreign token endpoint that is documented by GET is not asked', async () => {
    const sample = `<pre>curl --request GET '${there}/oauth/v1/generate?grant_type=client_credentials' -u KEY:SECRET</pre>`;
    const { to } = await attack({
      [business]: { routes: { '/': docs(link('/docs/auth') + sample), '/docs/auth': docs(sample) } },
      [bystander]: everything,
    });
    none(to(bystander).filter(({ path }) => path === '/oauth/v1/generate'));
  });

  test('several foreign token endpoints share those two', async () => {
    const others = ['one-bakery.org', 'two-bakery.org', 'three-bakery.org'];
    const { log } = await attack({
      [business]: {
        routes: {
          '/': docs(link('/openapi.json', 'OpenAPI')),
          '/openapi.json': json(200, {
            openapi: '3.1.0',
            info: { title: 'Acme', version: '1' },
            servers: [{ url: home }],
            components: {
              securitySchemes: Object.fromEntries(
                others.map((host) => [
                  host,
                  { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `https://${host}/token`, scopes: {} } } },
                ]),
              ),
            },
            paths: { '/v1/me': { get: {} } },
          }),
        },
      },
      ...Object.fromEntries(others.map((host) => [host, everything])),
    });
    const sent = posts(log).filter(({ host }) => others.includes(host));
    expect(sent.length).toBeLessThanOrEqual(2);
  });

  test('an issuer whose own metadata names its endpoint confirms it', async () => {
    const { to, report } = await attack({
      [business]: metadataNaming({ token_endpoint: `${there}/oauth/token` }),
      [bystander]: {
        routes: {
          '/.well-known/oauth-authorization-server': json(200, {
            issuer: there,
            authorization_endpoint: `${there}/authorize`,
            token_endpoint: `${there}/oauth/token`,
            response_types_supported: ['code'],
          }),
          'POST /oauth/token': ({ form, headers }) =>
            form.get('grant_type') === 'client_credentials'
              ? json(401, { error: 'invalid_client' }, headers['authorization'] ? { 'www-authenticate': 'Basic' } : {})
              : json(400, { error: 'unsupported_grant_type' }),
        },
      },
    });
    expect(posts(to(bystander)).length).toBe(3);
    expect(report.flows.find(({ id }) => id === 'client_credentials')?.offered).toBe('yes');
  });
});

// ------------------------------------------------------------ many scans, one victim

describe('many scans that name one victim do not add up:', () => {
  const scans = 20;
  /** Business number `i`, each with a domain of its own, that sends whoever scans it to `place`, a different one each time it is named. */
  const attacker = (place: (i: number) => string): Site => ({
    routes: {
      '/': docs(
        Array.from({ length: 30 }, (_, i) => link(place(i), 'API authentication reference')).join('') +
          link('/openapi.json', 'OpenAPI'),
      ),
      '/openapi.json': json(200, {
        openapi: '3.1.0',
        info: { title: 'Acme', version: '1' },
        servers: [{ url: new URL(place(0)).origin }],
        security: [{ key: [] }],
        components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
        paths: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`/v1/things-${i}`, { get: {} }])),
      }),
    },
  });
  const victimSite: Site = { routes: { '/robots.txt': text(404, '') }, otherwise: docs('') };

  /** All scans at once, with one restraint between them, as the workers of one installation have. */
  async function storm(
    hosts: Record<string, Site>,
    targets: readonly string[],
    restraint: Restraint | undefined,
    { anyPort = false, ...limits }: Partial<ScanOptions> & { anyPort?: boolean } = {},
  ): Promise<Logged[]> {
    const world = await serve({ hosts });
    served.push(world);
    // The site answers on every port.
    const { connectTo } = world.options;
    const options = anyPort ? { connectTo: (host: string) => connectTo?.(host, 443) } : {};
    await Promise.allSettled(
      targets.map((target) =>
        scanToEnd(target, {
          ...world.options,
          ...options,
          browserPath: null,
          ...limits,
          ...(restraint && { restraint }),
        }),
      ),
    );
    return world.log;
  }
  const attackers = Array.from({ length: scans }, (_, i) => `attacker-${i}.com`);
  const targets = attackers.map((host) => `https://${host}`);
  const sites = (place: (i: number) => string): Record<string, Site> =>
    Object.fromEntries(attackers.map((host) => [host, attacker(place)]));
  /** What reached hosts that are none of the attackers'. */
  const strangers = (log: readonly Logged[]): number => log.filter(({ host }) => !attackers.includes(host)).length;
  /** One restraint for all scans. Each attacker has an address of its own and everybody else one together, as if the name servers had said so. */
  const restraintOfAll = (victim: (host: string) => string): Restraint => {
    const restraint = createRestraint(memoryLimiter, []);
    return (contact) => {
      const attacker = attackers.indexOf(contact.host);
      return restraint({
        ...contact,
        addresses: [attacker === -1 ? victim(contact.host) : `198.18.0.${attacker + 1}`],
      });
    };
  };
  const sameForAll = restraintOfAll.bind(null, () => '203.0.113.5');

  test('by host', { timeout: 240_000 }, async () => {
    const hosts = { ...sites((i) => `${there}/docs/auth-${i}`), [bystander]: victimSite };
    const unrestrained = strangers(await storm(hosts, targets, undefined));
    const restrained = strangers(await storm(hosts, targets, sameForAll()));
    tally('20 scans that name one victim', { 'requests without restraint': unrestrained, 'with it': restrained });
    expect(unrestrained).toBeGreaterThan(scans * 10);
    expect(restrained).toBeGreaterThan(0);
    expect(restrained).toBeLessThanOrEqual(buckets.foreign.points);
  });

  test('by hosts of one domain, each at an address of its own', { timeout: 240_000 }, async () => {
    const names = Array.from({ length: 30 }, (_, i) => `shop-${i}.${bystander}`);
    const hosts = {
      ...sites((i) => `https://${names[i] ?? bystander}/docs/auth`),
      ...Object.fromEntries(names.map((name) => [name, victimSite])),
    };
    const log = await storm(
      hosts,
      targets,
      restraintOfAll((host) => `203.0.113.${names.indexOf(host) + 1}`),
    );
    expect(strangers(log)).toBeGreaterThan(0);
    expect(strangers(log)).toBeLessThanOrEqual(buckets.foreign.points);
  });

  test('by names without anything in common and thirty ports of one address', { timeout: 240_000 }, async () => {
    const names = Array.from({ length: 30 }, (_, i) => `bakery-${i}.org`);
    const hosts = {
      ...sites((i) => `https://${names[i] ?? bystander}:${9000 + i}/docs/auth`),
      ...Object.fromEntries(names.map((name) => [name, victimSite])),
    };
    const [unrestrained, restrained] = [
      strangers(await storm(hosts, targets, undefined, { anyPort: true })),
      strangers(await storm(hosts, targets, sameForAll(), { anyPort: true })),
    ];
    tally('20 scans that name 30 ports and names of one address', {
      'requests without restraint': unrestrained,
      'with it': restrained,
    });
    expect(unrestrained).toBeGreaterThan(scans * 10);
    expect(restrained).toBeGreaterThan(0);
    expect(restrained).toBeLessThanOrEqual(buckets.foreign.points);
  });

  test('by names of their own that lead to its address', { timeout: 240_000 }, async () => {
    // Each attacker owns the name and points it at the victim, so that every host is the business's own.
    const log = await storm(
      Object.fromEntries(attackers.map((host) => [host, { ...victimSite, plain: 'same' as const }])),
      targets,
      sameAddress(createRestraint(memoryLimiter, [])),
      { budget: { totalMs: 6000 } },
    );
    expect(log.length).toBeGreaterThan(50);
    expect(log.length).toBeLessThanOrEqual(buckets.own.points);
  });
});

/** Every name leads to one address, as if the name servers had said so. */
const sameAddress =
  (restraint: Restraint): Restraint =>
  (contact) =>
    restraint({ ...contact, addresses: ['203.0.113.5'] });
