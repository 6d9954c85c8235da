/** The examiner examined: worlds are consistent, the marks can be won and lost, misconduct is seen, loopback behaves like a network. */
import { Resolver } from 'node:dns/promises';
import { request as httpsRequest } from 'node:https';
import { describe, expect, test } from 'vitest';
import { antiPatternIds, signalIds } from '../../lib/scan/schema/report.ts';
import { compare, type Marked } from './lib/compare.ts';
import { harmlessPurpose, misconduct } from './lib/conduct.ts';
import { hostFor } from './lib/names.ts';
import { router } from './lib/routes.ts';
import { serve, type Logged } from './lib/serve.ts';
import { judgedFlows, type Incoming, type World } from './lib/world.ts';
import { worlds } from './sites/index.ts';

function ask(
  url: string,
  world: World,
  method = 'GET',
  body = '',
): { status: number; body: string; location: string | null } | null {
  const { protocol, host, hostname, pathname, search, searchParams } = new URL(url);
  const entry = hostFor(hostname, Object.keys(world.hosts));
  const site = entry === undefined ? undefined : world.hosts[entry];
  if (!site) return null;
  const incoming: Incoming = {
    scheme: protocol === 'http:' ? 'http' : 'https',
    method,
    host,
    path: pathname,
    search,
    query: searchParams,
    body,
    json: undefined,
    params: {},
    headers: { accept: 'text/html', ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    authorization: { scheme: '', value: '' },
    form: new URLSearchParams(body),
  };
  const { answer } = router(hostname, site)(incoming);
  const location = answer.headers?.['location'];
  return {
    status: answer.status,
    body: answer.body ?? '',
    location: typeof location === 'string' ? new URL(location, url).href : null,
  };
}

/** Follows links and redirects inside the world from the target on, and returns the dead ones. */
function deadLinks(world: World): string[] {
  const start = new URL(/^https?:/.test(world.target) ? world.target : `https://${world.target}`).href;
  const waiting: { url: string; from: string }[] = [{ url: start, from: 'the target' }];
  const seen = new Set<string>();
  const dead: string[] = [];
  for (let next = waiting.pop(); next && seen.size < 400; next = waiting.pop()) {
    const { url, from } = next;
    const plain = url.replace(/#.*$/, '');
    if (seen.has(plain)) continue;
    seen.add(plain);
    const answer = ask(plain, world);
    if (!answer) continue;
    // The root of an API host may be a 404; it is what the visitor typed.
    // GitHub is served only where a business keeps a document there.
    if (answer.status === 404 && plain !== start && !plain.startsWith('https://github.com/'))
      dead.push(`${plain} (from ${from})`);
    if (answer.location) waiting.push({ url: answer.location, from: plain });
    for (const [, href] of answer.body.matchAll(/<a [^>]*href="([^"]+)"/g))
      if (href && URL.canParse(href, plain)) waiting.push({ url: new URL(href, plain).href, from: plain });
  }
  return dead;
}

const first = <T>(value: T | readonly T[]): T => (Array.isArray(value) ? value[0] : value) as T;

function oracle(world: World): Marked {
  const { expect: truth } = world;
  const surface = {
    apiBases: (truth.apiBases ?? []).map((base) => ({
      url: `${first(base)}/v1`,
      via: 'convention',
      evidence: [],
      kind: 'rest',
    })),
    tokenEndpoints: [] as unknown[],
  };
  const endpoint = truth.tokenEndpoint === undefined ? null : first(truth.tokenEndpoint);
  if (endpoint !== null) surface.tokenEndpoints.push({ url: endpoint, via: 'convention', evidence: [] });
  return {
    outcome: first(truth.outcome ?? 'scored'),
    surface,
    flows: judgedFlows.map((id) => ({ id, offered: first(truth.flows[id] ?? 'unknown') })),
    signals: signalIds.map((id) => ({ id, status: first(truth.signals[id] ?? 'unknown') })),
    antiPatterns: antiPatternIds.map((id) => ({ id, status: first(truth.antiPatterns[id] ?? 'unknown') })),
  } as unknown as Marked;
}

function knowsNothing(): Marked {
  return {
    outcome: 'scored',
    surface: { apiBases: [], tokenEndpoints: [] },
    flows: judgedFlows.map((id) => ({ id, offered: 'unknown' })),
    signals: signalIds.map((id) => ({ id, status: 'unknown' })),
    antiPatterns: antiPatternIds.map((id) => ({ id, status: 'unknown' })),
  } as unknown as Marked;
}

describe('worlds are consistent', () => {
  test('there are enough of them, each once', () => {
    expect(worlds.filter((world) => world.kind === 'archetype').length).toBeGreaterThanOrEqual(20);
    expect(worlds.filter((world) => world.kind === 'provider').length).toBeGreaterThanOrEqual(25);
    expect(new Set(worlds.map((world) => world.id)).size).toBe(worlds.length);
  });
  test.each(worlds.map((world) => [world.id, world] as const))(
    '%s: links lead somewhere, expected places exist, reasons are given',
    (_id, world) => {
      expect(deadLinks(world)).toEqual([]);
      const hosts = Object.keys(world.hosts);
      for (const base of world.expect.apiBases ?? [])
        expect(hostFor(new URL(first(base)).hostname, hosts), `${first(base)} is served`).toBeDefined();
      for (const url of [world.expect.tokenEndpoint ?? null].flat()) {
        if (url === null) continue;
        // An alternative may name the placeholder of a tenant, which nobody serves; the first one counts.
        if (url === [world.expect.tokenEndpoint].flat()[0])
          expect(ask(url, world, 'POST', 'grant_type=client_credentials'), `${url} is served`).not.toBeNull();
      }
      expect(world.sources.length).toBeGreaterThan(0);
      const judged = [
        ...judgedFlows,
        ...signalIds,
        ...antiPatternIds,
        'apiBases',
        'tokenEndpoint',
        'target',
        'outcome',
      ];
      for (const key of Object.keys(world.why)) expect(judged).toContain(key);
    },
  );
});

describe('marks', () => {
  test.each(worlds.map((world) => [world.id, world] as const))(
    '%s: a perfect report wins everything, an empty one claims nothing',
    (_id, world) => {
      expect(compare(world.expect, oracle(world)).filter((item) => !item.right)).toEqual([]);
      const blank = compare(world.expect, knowsNothing());
      expect(blank.filter((item) => !item.decided && !item.right)).toEqual([]);
      expect(blank.filter((item) => item.decided && item.right).map((item) => item.part)).toEqual(
        expect.not.arrayContaining(['flow', 'signal', 'anti-pattern']),
      );
    },
  );
});

describe('conduct', () => {
  const entry = (change: Partial<Logged>): Logged => ({
    scheme: 'https',
    method: 'GET',
    host: 'a.test',
    path: '/',
    search: '',
    headers: {},
    body: '',
    status: 200,
    planned: true,
    answered: '',
    ...change,
  });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const asJson = { 'content-type': 'application/json' };
  test.each([
    [
      'a token probe',
      entry({ method: 'POST', headers: form, body: 'grant_type=client_credentials&client_id=x' }),
      'token probe',
    ],
    ['a form without a grant', entry({ method: 'POST', headers: form, body: 'email=a' }), null],
    ['an unreadable registration', entry({ method: 'POST', headers: asJson, body: '{' }), 'unreadable body'],
    [
      'a real registration',
      entry({ method: 'POST', headers: asJson, body: '{"redirect_uris":["https://a.test"]}' }),
      null,
    ],
    ['an empty registration', entry({ method: 'POST', headers: asJson, body: '{}' }), null],
    [
      'MCP discovery',
      entry({ method: 'POST', headers: asJson, body: '{"jsonrpc":"2.0","id":1,"method":"server/discover"}' }),
      'MCP question',
    ],
    [
      'JSON-RPC discovery',
      entry({ method: 'POST', headers: asJson, body: '{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}' }),
      'JSON-RPC question',
    ],
    [
      'another JSON-RPC method',
      entry({ method: 'POST', headers: asJson, body: '{"jsonrpc":"2.0","id":1,"method":"aria2.shutdown"}' }),
      null,
    ],
    [
      'an MCP tool call',
      entry({ method: 'POST', headers: asJson, body: '{"jsonrpc":"2.0","id":1,"method":"tools/call"}' }),
      null,
    ],
    [
      'a GraphQL query',
      entry({ method: 'POST', headers: asJson, body: '{"query":"{__typename}"}' }),
      'GraphQL question',
    ],
    ['a GraphQL mutation', entry({ method: 'POST', headers: asJson, body: '{"query":"mutation { a }"}' }), null],
    [
      'an RPC read',
      entry({ method: 'POST', headers: asJson, body: '{}', path: '/2/users/get_current_account' }),
      'reading by POST',
    ],
    ...['/v1/messages', '/meetings', '/checkout', '/listings', '/statuses', '/getaways', '/v1/me'].map(
      (path) => [`a write to ${path}`, entry({ method: 'POST', headers: asJson, body: '{}', path }), null] as const,
    ),
    ['a GET that deletes', entry({ path: '/v1/notices/17/delete' }), null],
    ['a DELETE', entry({ method: 'DELETE' }), null],
    ['a PUT', entry({ method: 'PUT' }), null],
  ] as const)('%s', (_name, request, purpose) => {
    expect(harmlessPurpose(request)).toBe(purpose);
  });
  test('too many requests, and a credential copied from the target, are faults', () => {
    expect(misconduct([entry({}), entry({})], 1)).toEqual(['2 requests, 1 allowed']);
    const copied = misconduct([
      entry({ answered: 'curl -H "Authorization: Bearer sk_example_123"' }),
      entry({ headers: { authorization: 'Bearer sk_example_123' } }),
    ]);
    expect(copied).toHaveLength(1);
    expect(
      misconduct([
        entry({ headers: { authorization: 'Bearer random-9f8e7d' }, answered: 'random-9f8e7d is unknown' }),
        entry({ headers: { authorization: 'Bearer random-9f8e7d' } }),
      ]),
    ).toEqual([]);
  });
});

describe('the sealed network', () => {
  test('known names resolve to loopback, others do not exist, TLS is trusted through the authority', async () => {
    const served = await serve({
      hosts: { 'one.test': { routes: { 'GET /': { status: 200, body: 'hello' } } }, '*.two.test': { routes: {} } },
    });
    try {
      const resolver = new Resolver();
      resolver.setServers([...(served.options.dnsServers ?? [])]);
      expect((await resolver.resolve4('one.test'))[0]).toMatch(/^127\./);
      expect(await resolver.resolve4('a.two.test')).toEqual(await resolver.resolve4('b.two.test'));
      await expect(resolver.resolve4('three.test')).rejects.toMatchObject({ code: 'ENOTFOUND' });
      const where = served.options.connectTo?.('one.test', 443);
      const body = await new Promise<string>((resolve, reject) => {
        const sent = httpsRequest(
          {
            host: where?.host,
            port: where?.port,
            servername: 'one.test',
            headers: { host: 'one.test' },
            ca: served.options.ca,
            path: '/',
            agent: false,
          },
          (response) => {
            let text = '';
            response.on('data', (chunk: Buffer) => {
              text += chunk.toString('utf8');
            });
            response.on('end', () => resolve(text));
          },
        );
        sent.on('error', reject);
        sent.end();
      });
      expect(body).toBe('hello');
      expect(served.log).toMatchObject([{ method: 'GET', host: 'one.test', path: '/', planned: true }]);
    } finally {
      await served.stop();
    }
  });
});
