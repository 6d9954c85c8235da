import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startProxy, type FilterProxy, type ProxyOptions } from '../../../../lib/scan/render/proxy.ts';
import { canary, hang, nameServer, reset, serve, type Site } from './yard.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
function kept<T extends { close(): Promise<void> }>(one: T): T {
  open.push(one);
  return one;
}

const proxyWith = async (options: Partial<ProxyOptions> = {}): Promise<FilterProxy> =>
  kept(await startProxy({ allowNets: ['127.0.0.5/32'], maxRequests: 50, maxBytes: 1_000_000, connectMs: 800, ...options }));
const site = async (answer: Site) => kept(await serve(answer, { host: '127.0.0.5' }));

/** Sends bytes to the proxy and resolves to everything that comes back until it closes or `ms` are over. */
function say(proxy: FilterProxy, text: string, ms = 1500): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(proxy.port, '127.0.0.1', () => socket.write(text));
    const timer = setTimeout(() => socket.destroy(), ms);
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error)));
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(heard);
    });
  });
}
const get = (proxy: FilterProxy, url: string, fields = '', method = 'GET') => say(proxy, `${method} ${url} HTTP/1.1\r\nHost: decoy.example.com\r\n${fields}Connection: close\r\n\r\n`);
const tunnel = (proxy: FilterProxy, authority: string, after = '') => say(proxy, `CONNECT ${authority} HTTP/1.1\r\nHost: decoy.example.com\r\n\r\n${after}`, 600);

describe('requests that pass', () => {
  it('sends a plain request on, with the host of its target and without what belongs to the proxy', async () => {
    let heard: readonly string[] = [];
    const { port } = await site((path, request) => {
      heard = request.rawHeaders;
      return path === '/a?b=c' ? { headers: { 'x-answer': 'yes', 'keep-alive': 'timeout=9', 'alt-svc': 'h3=":443"' }, body: 'words' } : undefined;
    });
    const proxy = await proxyWith();
    const answer = await get(proxy, `http://127.0.0.5:${port}/a?b=c`, 'Accept: text/html\r\nProxy-Authorization: Basic x\r\nProxy-Connection: keep-alive\r\nX-Hop: 1\r\nConnection: x-hop\r\nUpgrade: h2c\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('x-answer: yes');
    expect(answer).toMatch(/words/);
    expect(answer).not.toMatch(/alt-svc|timeout=9/i);
    expect(heard).toEqual(['host', `127.0.0.5:${port}`, 'Accept', 'text/html', 'connection', 'close']);
  });

  it('opens a tunnel and carries both directions', async () => {
    const { port } = await site((path) => `path ${path}`);
    const answer = await tunnel(await proxyWith(), `127.0.0.5:${port}`, 'GET /through HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 200 Connection established\r\n\r\nHTTP\/1\.1 200 OK/);
    expect(answer).toContain('path /through');
  });

  it('resolves names itself, once', async () => {
    const { port } = await site(() => 'here');
    const names = kept(await nameServer((name) => (name === 'proxy-once.com' ? ['127.0.0.5'] : null)));
    const proxy = await proxyWith({ dnsServers: [`127.0.0.1:${names.port}`] });
    expect(await get(proxy, `http://proxy-once.com:${port}/`)).toContain('here');
    expect(await get(proxy, `http://proxy-once.com.:${port}/`)).toContain('here');
    expect(names.asked.filter((name) => name === 'proxy-once.com').length).toBeLessThanOrEqual(2); // A and AAAA
  });

  it('takes the place of a name from connectTo, and judges it', async () => {
    const { port } = await site(() => 'mapped');
    const proxy = await proxyWith({ connectTo: (host) => (host === 'good.com' ? { host: '127.0.0.5', port } : host === 'bad.com' ? { host: '127.0.0.1', port } : null) });
    expect(await get(proxy, 'http://good.com/')).toContain('mapped');
    expect(await get(proxy, 'http://bad.com/')).toMatch(/^HTTP\/1\.1 502/);
    expect(await get(proxy, 'http://none.com/')).toMatch(/^HTTP\/1\.1 502/);
    expect(proxy.failureAt('http://bad.com/x')).toEqual(proxy.failureAt('http://none.com/'));
  });
});

describe('targets that are refused before anything connects', () => {
  const port = 'PORT';
  const hosts: [string, string][] = [
    ['loopback', `127.0.0.1:${port}`], ['loopback with a dot', `127.0.0.1.:${port}`], ['decimal', `2130706433:${port}`], ['hexadecimal', `0x7f000001:${port}`], ['octal', `0177.0.0.1:${port}`],
    ['short', `127.1:${port}`], ['IPv6 loopback', `[::1]:${port}`], ['IPv4-mapped', `[::ffff:127.0.0.1]:${port}`], ['IPv4-compatible', `[::127.0.0.1]:${port}`], ['NAT64', `[64:ff9b::7f00:1]:${port}`],
    ['6to4', `[2002:7f00:1::]:${port}`], ['any address', `0.0.0.0:${port}`], ['localhost', `localhost:${port}`], ['under localhost', `a.localhost:${port}`], ['private', `10.0.0.1:${port}`], ['cloud metadata', `169.254.169.254:${port}`],
    ['single label', `intranet:${port}`], ['name that resolves inside', `inside.com:${port}`], ['name with a mixed answer', `mixed.com:${port}`], ['name that does not exist', `nothing.com:${port}`], ['SSH', '127.0.0.5:22'], ['SMTP', '127.0.0.5:25'], ['port 1023', '127.0.0.5:1023'],
  ];
  const setUp = async () => {
    const inside = kept(await canary('127.0.0.1'));
    const inside6 = kept(await canary('::1', inside.port));
    const names = kept(await nameServer((name) => (name === 'inside.com' ? ['127.0.0.1', '::1'] : name === 'mixed.com' ? ['127.0.0.5', '127.0.0.1'] : null)));
    const proxy = await proxyWith({ dnsServers: [`127.0.0.1:${names.port}`] });
    return { inside, inside6, proxy };
  };

  it.each(hosts)('CONNECT and GET %s', async (_, host) => {
    const { inside, inside6, proxy } = await setUp();
    const real = host.replace(port, String(inside.port));
    const connected = await tunnel(proxy, real, 'GET / HTTP/1.1\r\n\r\n');
    const got = await get(proxy, `http://${real}/`);
    expect(connected).toMatch(/^HTTP\/1\.1 (403|502|400)/);
    expect(got).toMatch(/^HTTP\/1\.1 (403|502|400)/);
    expect([inside.hits, inside6.hits]).toEqual([{ tcp: 0, udp: 0 }, { tcp: 0, udp: 0 }]);
    expect(proxy.spent.refused).toBe(2);
  });

  it.each(['', ':443', '127.0.0.5', '127.0.0.5:', '127.0.0.5:99999', 'user@127.0.0.5:443', '127.0.0.5:443/path', '127.0.0.5:443@127.0.0.1', 'a b:443', '127.0.0.1\\@127.0.0.5:443', '127.0.0.5#@x:443', '[::1:443', '%31:443'])('CONNECT %j', async (authority) => {
    const { inside, proxy } = await setUp();
    expect(await tunnel(proxy, authority)).not.toContain('200');
    expect(inside.hits.tcp).toBe(0);
  });

  it.each(['/', '/path', '*', 'https://127.0.0.5/', 'ftp://127.0.0.5/', 'file:///etc/passwd', 'http://', 'http://user:pass@127.0.0.5/', 'http:/\\127.0.0.1/', `http://127.0.0.5/${'a'.repeat(9000)}`])('GET %.40j', async (target) => {
    const { inside, proxy } = await setUp();
    expect(await get(proxy, target)).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(inside.hits.tcp).toBe(0);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'])('%s, which may change something', async (method) => {
    let hits = 0;
    const { port: at } = await site(() => {
      hits += 1;
      return 'x';
    });
    expect(await get(await proxyWith(), `http://127.0.0.5:${at}/`, 'Content-Length: 0\r\n', method)).toMatch(/^HTTP\/1\.1 403/);
    expect(hits).toBe(0);
  });
});

describe('limits', () => {
  it('stops at its number of requests', async () => {
    const { port } = await site(() => 'x');
    const proxy = await proxyWith({ maxRequests: 3 });
    const answers: string[] = [];
    for (let i = 0; i < 5; i += 1) answers.push((await get(proxy, `http://127.0.0.5:${port}/`)).slice(9, 12));
    expect(answers).toEqual(['200', '200', '200', '403', '403']);
    expect(proxy.spent).toMatchObject({ requests: 3, refused: 2 });
  });

  it.each(['plain', 'tunnel'])('cuts everything once its bytes are spent: %s', async (way) => {
    const { port } = await site(() => 'x'.repeat(5_000_000));
    const proxy = await proxyWith({ maxBytes: 300_000 });
    const heard = way === 'plain' ? await get(proxy, `http://127.0.0.5:${port}/`) : await tunnel(proxy, `127.0.0.5:${port}`, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(heard.length).toBeLessThan(1_000_000);
    expect(proxy.spent.bytes).toBeGreaterThan(300_000);
    expect(await get(proxy, `http://127.0.0.5:${port}/`)).toMatch(/^HTTP\/1\.1 403/);
    expect(proxy.failureAt(`http://127.0.0.5:${port}/`)?.code).toBe('bytes');
  });

  it('counts what a page uploads through a tunnel', async () => {
    const { port } = await site(() => hang);
    const proxy = await proxyWith({ maxBytes: 100_000 });
    await tunnel(proxy, `127.0.0.5:${port}`, `GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n${'u'.repeat(200_000)}`);
    expect(proxy.spent.bytes).toBeGreaterThan(100_000);
  });

  it('tells why a host gave nothing', async () => {
    const { port, close } = await serve(() => 'x', { host: '127.0.0.5' });
    await close();
    const proxy = await proxyWith();
    expect(await tunnel(proxy, `127.0.0.5:${port}`)).toMatch(/^HTTP\/1\.1 502/);
    expect(proxy.failureAt(`https://127.0.0.5:${port}/`)).toMatchObject({ step: 'connect', code: 'refused' });
    expect(proxy.failureAt('https://127.0.0.1/')).toMatchObject({ step: 'guard', code: 'not-public' });
    expect(proxy.failureAt('https://somewhere-else.com/')).toBeNull();
  });

  it.each<[string, Site]>([['reset', () => reset], ['forbidden bytes in a field', () => ({ headers: { 'x-a': 'é\t' }, body: 'x' })]])('survives a target that answers with: %s', async (_, answer) => {
    const { port } = await site(answer);
    const proxy = await proxyWith();
    const heard = await get(proxy, `http://127.0.0.5:${port}/`);
    expect(heard).toMatch(/^HTTP\/1\.1 (200|502)/);
    expect(proxy.mistake).toBeUndefined();
  });

  it('lets go of every connection when it closes', async () => {
    const { port } = await site(() => hang);
    const proxy = await proxyWith();
    const waiting = [get(proxy, `http://127.0.0.5:${port}/`), tunnel(proxy, `127.0.0.5:${port}`, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')];
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    await proxy.close();
    await Promise.all(waiting);
    expect(performance.now() - began).toBeLessThan(400);
    await expect(say(proxy, 'GET / HTTP/1.1\r\n\r\n')).rejects.toThrow('ECONNREFUSED');
  });

  it('refuses a setting that is no CIDR block as a mistake of ours', async () => {
    const proxy = await proxyWith({ allowNets: ['nonsense'] });
    expect(await get(proxy, 'http://127.0.0.5/')).toBe('');
    expect(proxy.mistake).toBeInstanceOf(RangeError);
  });
});
