/**
 * Ways to aim a scanner at an inside network. Canaries listen where an inside service would; whatever the attack, nobody may connect
 * to them. The attacker's own server stands on 127.0.0.2, the only address that is open.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ScanError } from '../../lib/scan/errors.ts';
import { Connector } from '../../lib/scan/http/connector.ts';
import { parseTarget } from '../../lib/scan/target/index.ts';
import type { HttpAnswer } from '../../lib/scan/types.ts';
import { account } from './support/account.ts';
import { clientFor, serveHttp, serveNames, type Listening, type NameServer } from './support/servers.ts';

const attackerNet = ['127.0.0.2/32'];
let canary: Listening;
let canary6: Listening;
let attacker: Listening;
let names: NameServer;
let location = '';
let hits = 0;
let turn = 0;

beforeAll(async () => {
  canary = await serveHttp((_request, reply) => reply.end('secret'));
  canary6 = await serveHttp((_request, reply) => reply.end('secret'), '::1');
  attacker = await serveHttp((request, reply) => {
    hits += 1;
    if (request.url === '/redirect') reply.writeHead(302, { location, connection: 'close' }).end();
    else reply.writeHead(200, { connection: 'close' }).end('attacker');
  }, '127.0.0.2');
  names = await serveNames({
    'inside.example.com': { a: ['127.0.0.1'], delay: { a: 30 } },
    'mixed.example.com': { a: ['127.0.0.2', '127.0.0.1'] },
    'mixed-reversed.example.com': { a: ['127.0.0.1', '127.0.0.2'] },
    'mixed-families.example.com': { a: ['127.0.0.2'], aaaa: ['::1'] },
    'six.example.com': { aaaa: ['::1'] },
    'mapped.example.com': { aaaa: ['::ffff:7f00:1'] },
    'nat64.example.com': { aaaa: ['64:ff9b::7f00:1'] },
    'compatible.example.com': { aaaa: ['::7f00:1'] },
    '6to4.example.com': { aaaa: ['2002:7f00:1::'] },
    'zero.example.com': { a: ['0.0.0.0'] },
    'metadata.example.com': { a: ['169.254.169.254'] },
    '127.0.0.1.nip.example.com': { a: ['127.0.0.1'] },
    'attacker.example.com': { a: ['127.0.0.2'] },
    // Public when it is checked, inside when it is connected to.
    'rebind.example.com': () => ({ a: [(turn += 1) === 1 ? '127.0.0.2' : '127.0.0.1'], ttl: 0 }),
    'late-six.example.com': () => ({ a: ['127.0.0.2'], aaaa: ['::1'], delay: { aaaa: 400 } }),
  });
});

let reached = 0;
account('inside addresses', 'refused', () => ({ 'canary hits': reached }));

afterEach(() => {
  reached = canary.connections + canary6.connections;
  if (reached > 0) throw new Error('A canary was reached.');
});

afterAll(() => Promise.all([canary, canary6, attacker, names].map((server) => server.stop())));

/** Every spelling of an inside host that STANDARDS U4 and U5 name; `PORT` is the canary's. */
const spellings = [
  'http://127.0.0.1:PORT',
  'http://127.1:PORT',
  'http://127.0.1:PORT',
  'http://2130706433:PORT',
  'http://0x7f.1:PORT',
  'http://0x7f000001:PORT',
  'http://0177.0.0.1:PORT',
  'http://017700000001:PORT',
  'http://127.0.0.1.:PORT',
  'http://127.0.0.1..:PORT',
  'http://１２７.０.０.１:PORT',
  'http://①②⑦.⓪.⓪.①:PORT',
  'http://127。0。0。1:PORT',
  'http://127．0．0．1:PORT',
  'http://%31%32%37.0.0.1:PORT',
  'http://127.0.0.1%2e:PORT',
  'http://127.0.0.1%00.example.com:PORT',
  'http://127.0.0.1\u00ad:PORT',
  'http://127。0.0.1。:PORT',
  'http://𝟙𝟚𝟟.𝟘.𝟘.𝟙:PORT',
  'http://0x7F.0.0.0x1:PORT',
  'http://0x7f.0x0.0x0.0x1:PORT',
  'http://0177.1:PORT',
  'http://127.0x1:PORT',
  'http://4294967295:PORT',
  'http://[::127.0.0.1%25lo]:PORT',
  'http://[::ffff:0:127.0.0.1]:PORT',
  'http://[0000:0000:0000:0000:0000:ffff:7f00:0001]:PORT',
  'http://[::FFFF:127.0.0.1]:PORT',
  'http://[64:ff9b:1::127.0.0.1]:PORT',
  'http://[64:ff9b::7f00:1]:PORT',
  'http://[2001:0:7f00:1::]:PORT',
  'http://[2002:7f00:0001::7f00:1]:PORT',
  'http://[2001:db8::1]:PORT',
  'http://[fec0::1]:PORT',
  'http://[fd00::1]:PORT',
  'http://[ff02::1]:PORT',
  'http://[3fff::1]:PORT',
  'http://[5f00::1]:PORT',
  'http://[100::1]:PORT',
  'http://[4000::1]:PORT',
  'http://[v1.fe80::a]:PORT',
  'http://localhost%2e:PORT',
  'http://LOCALHOST\u3002:PORT',
  'http://loc\u00adalhost:PORT',
  'http://localho\u017ft:PORT',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT',
  'http://foo.localhost.:PORT',
  'http://metadata.goog:PORT',
  'http://instance-data.ec2.internal:PORT',
  'http://host.docker.internal:PORT',
  'http://gateway.lan:PORT',
  'http://1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa',
  'http://168.63.129.16.internal',
  'http://192.88.99.1:PORT',
  'http://198.18.0.1:PORT',
  'http://224.0.0.1:PORT',
  'http://255.255.255.255:PORT',
  'http://example.com:0',
  'http://example.com:22',
  'http://example.com:65536',
  'http://a:b@127.0.0.1:PORT',
  'http://@127.0.0.1:PORT',
  'http://:@127.0.0.1:PORT',
  'blob:http://127.0.0.1:PORT/x',
  'view-source:http://127.0.0.1:PORT',
  'jar:http://127.0.0.1:PORT!/x',
  'dict://127.0.0.1:PORT/stat',
  'http+unix://%2Fvar%2Frun%2Fdocker.sock/info',
  'about:blank',
  'http:/\\127.0.0.1:PORT',
  'http:///127.0.0.1:PORT',
  'http:\\\\127.0.0.1:PORT',
  'http:127.0.0.1:PORT',
  'http://127.0.0.1:PORT\\@example.com',
  'http://127.0.\t0.1:PORT',
  'http://127.0.\n0.1:PORT',
  'http://0:PORT',
  'http://0.0.0.0:PORT',
  'http://00.0.0.0:PORT',
  'http://[::1]:PORT',
  'http://[0:0:0:0:0:0:0:1]:PORT',
  'http://[::]:PORT',
  'http://[::ffff:127.0.0.1]:PORT',
  'http://[::ffff:7f00:1]:PORT',
  'http://[::127.0.0.1]:PORT',
  'http://[0:0:0:0:0:ffff:127.0.0.1]:PORT',
  'http://[64:ff9b::127.0.0.1]:PORT',
  'http://[2002:7f00:1::]:PORT',
  'http://[::1%25lo]:PORT',
  'http://[fe80::1%25eth0]:PORT',
  'http://localhost:PORT',
  'http://LOCALHOST:PORT',
  'http://localhost.:PORT',
  'http://ｌｏｃａｌｈｏｓｔ:PORT',
  'http://app.localhost:PORT',
  'http://localhost.localdomain:PORT',
  'http://ip6-localhost:PORT',
  'http://LocalHost。:PORT',
  'http://user@127.0.0.1:PORT',
  'http://example.com@127.0.0.1:PORT',
  'http://127.0.0.1:PORT#@example.com',
  'http://127.0.0.1:PORT?@example.com',
  'http://example.com:x@127.0.0.1:PORT',
  'http://.127.0.0.1:PORT',
  'http://127.255.255.254:PORT',
  'http://10.0.0.1:PORT',
  'http://172.16.0.1',
  'http://192.168.1.1',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.100.100.200',
  'http://[fd00:ec2::254]',
  'http://metadata.google.internal/',
  'http://metadata',
  'http://kubernetes.default.svc.cluster.local',
  'http://db.internal',
  'http://printer.local',
  'http://router.home.arpa',
  'http://1.0.0.127.in-addr.arpa',
  'http://shop.test',
  'http://x.onion',
  'http://x.invalid',
  'http://intranet',
  'https://127.0.0.1:PORT',
  'ftp://127.0.0.1:PORT',
  'gopher://127.0.0.1:PORT/_x',
  'file:///etc/passwd',
  'ws://127.0.0.1:PORT',
  'data:text/html,x',
  'javascript:fetch("http://127.0.0.1:PORT")',
  'http://example.com:25',
  'http://example.com:6379x',
  'http://',
];

const aimed = (spelling: string): string =>
  spelling.replace('PORT', String(spelling.includes('[') ? canary6.port : canary.port));
const codeOf = (answer: HttpAnswer): string =>
  answer.kind === 'failure' ? `${answer.failure.step} ${answer.failure.code}` : `answered ${answer.status}`;

describe('typed by a visitor', () => {
  test.each(spellings)('%j', (spelling) => {
    expect(() => parseTarget(aimed(spelling), { allowNets: [] })).toThrow(ScanError);
  });
  test.each(spellings.filter((spelling) => spelling.startsWith('http://')))('%j without its scheme', (spelling) => {
    expect(() => parseTarget(aimed(spelling).slice('http://'.length), { allowNets: [] })).toThrow(ScanError);
  });
});

describe('handed over by a target as a URL', () => {
  test.each(spellings)('%j', async (spelling) => {
    const http = clientFor({}, { allowNets: [], dnsServers: [names.address] });
    expect(codeOf(await http.request({ url: aimed(spelling), purpose: 'attack', follow: 5 }))).toMatch(/^guard /);
    expect(http.spent.requests).toBe(0);
    await http.close();
  });
});

describe('as the target of a redirect', () => {
  // Reserved names open together with the attacker's net, so that these are stopped by their addresses.
  test.each(spellings)('%j', async (spelling) => {
    location = encodeURI(aimed(spelling))
      .replaceAll('%25', '%')
      .replaceAll('%5B', '[')
      .replaceAll('%5D', ']')
      .replaceAll('%5C', '\\');
    const http = clientFor({}, { allowNets: attackerNet, dnsServers: [names.address] });
    const before = hits;
    const answer = await http.request({
      url: `http://127.0.0.2:${attacker.port}/redirect`,
      purpose: 'attack',
      follow: 5,
    });
    // `http:127.0.0.1` and the like are relative for a page of the same scheme (WHATWG URL) and lead back to the attacker.
    if (answer.kind === 'response') expect(new URL(answer.url).hostname).toBe('127.0.0.2');
    else expect(codeOf(answer)).toMatch(/^(guard|dns) /);
    expect(hits).toBeGreaterThan(before);
    await http.close();
  });
});

describe('behind a name', () => {
  const inside = [
    'inside',
    'mixed',
    'mixed-reversed',
    'mixed-families',
    'six',
    'mapped',
    'nat64',
    'compatible',
    '6to4',
    'zero',
    'metadata',
    '127.0.0.1.nip',
  ];
  test.each(inside)('%s.example.com', async (name) => {
    const http = clientFor({}, { allowNets: attackerNet, dnsServers: [names.address] });
    for (const port of [canary.port, canary6.port]) {
      expect(codeOf(await http.request({ url: `http://${name}.example.com:${port}/`, purpose: 'attack' }))).toBe(
        'dns nxdomain',
      );
    }
    expect(await http.resolves(`${name}.example.com`)).toBe('refused');
    expect(await http.addresses(`${name}.example.com`)).toEqual([]);
    await http.close();
  });

  test('that changes its mind after the check', async () => {
    const http = clientFor({}, { allowNets: attackerNet, dnsServers: [names.address] });
    // The attacker closes every connection, so that each request needs a new one; the same port is open on both addresses.
    for (let i = 0; i < 5; i += 1)
      expect(
        codeOf(await http.request({ url: `http://rebind.example.com:${attacker.port}/${i}`, purpose: 'attack' })),
      ).toBe('answered 200');
    expect(names.queries.filter((query) => query === 'A rebind.example.com')).toHaveLength(1);
    await http.close();
  });

  test('whose second family comes too late to be checked', async () => {
    const http = clientFor({}, { allowNets: attackerNet, dnsServers: [names.address] });
    expect(
      codeOf(await http.request({ url: `http://late-six.example.com:${attacker.port}/`, purpose: 'attack' })),
    ).toBe('answered 200');
    expect(await http.addresses('late-six.example.com')).toEqual(['127.0.0.2']);
    await http.close();
  });

  test('the visitor cannot tell an inside name from none', async () => {
    const tell = async (host: string): Promise<string> => {
      const http = clientFor({}, { allowNets: attackerNet, dnsServers: [names.address] });
      const answer = await http.request({ url: `http://${host}:${canary.port}/`, purpose: 'attack' });
      const stored = http.exchanges.map(({ error, response, ms }) => ({ error, response, ms }));
      await http.close();
      return JSON.stringify([answer.kind === 'failure' ? answer.failure : answer.status, stored]);
    };
    const told = await Promise.all(
      ['inside.example.com', 'nowhere.example.com', 'metadata.example.com', 'mixed.example.com'].map(tell),
    );
    expect(new Set(told).size).toBe(1);
  });
});

test('a mapped connection is judged where it ends', async () => {
  const http = clientFor({}, { allowNets: attackerNet, connectTo: () => ({ host: '127.0.0.1', port: canary.port }) });
  expect(codeOf(await http.request({ url: 'http://shop.example.com/', purpose: 'attack' }))).toBe('dns nxdomain');
  await http.close();
});

test('proxies of the environment are not used', async () => {
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])
    vi.stubEnv(name, `http://127.0.0.1:${canary.port}`);
  const http = clientFor({}, { allowNets: attackerNet });
  expect(codeOf(await http.request({ url: `http://127.0.0.2:${attacker.port}/`, purpose: 'attack' }))).toBe(
    'answered 200',
  );
  await http.close();
  vi.unstubAllEnvs();
});

test('what nobody checked is not connected to', async () => {
  const connector = new Connector({
    pin: () => undefined,
    allowNets: ['0.0.0.0/0'],
    connectMs: 500,
    secureContext: undefined,
  });
  const error = await new Promise((resolve) =>
    connector.connect({ hostname: '127.0.0.1', protocol: 'http:', port: String(canary.port) }, (failed, socket) =>
      resolve(failed ?? socket),
    ),
  );
  expect(error).toMatchObject({ failure: { step: 'guard' } });
});

test('a pin that leads inside is caught after connecting', async () => {
  // Stands for whatever might go wrong between check and connect: the peer itself is judged last.
  const own = await serveHttp((_request, reply) => reply.end('inside'));
  const connector = new Connector({
    pin: () => ({ addresses: ['127.0.0.1'], port: own.port }),
    allowNets: attackerNet,
    connectMs: 500,
    secureContext: undefined,
  });
  const outcome = await new Promise((resolve) =>
    connector.connect({ hostname: 'x.example.com', protocol: 'http:', port: String(own.port) }, (failed, socket) =>
      resolve(failed ?? socket),
    ),
  );
  expect(outcome).toMatchObject({ failure: { step: 'guard', code: 'not-public' } });
  await own.stop();
});
