import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Budget, HttpAnswer, HttpClient, HttpFailure, HttpResponse } from '../../../../lib/scan/types.ts';
import {
  certificateFor,
  clientFor,
  closedPort,
  serveHttp,
  serveHttps,
  serveNames,
  serveRaw,
  type Certificate,
  type Listening,
  type NameServer,
} from '../../../hostile/support/servers.ts';

let site: Listening;
let other: Listening;
let secure: Listening;
let authority: Certificate;
let names: NameServer;
let seen: { url: string; method: string; headers: IncomingMessage['headers']; body: string }[] = [];
let busy = 0;
let busiest = 0;
const clients: HttpClient[] = [];

function client(budget: Partial<Budget> = {}, options: Parameters<typeof clientFor>[1] = {}): HttpClient {
  const made = clientFor(budget, options);
  clients.push(made);
  return made;
}

function response(answer: HttpAnswer): HttpResponse {
  if (answer.kind === 'failure') throw new Error(`failed: ${answer.failure.step} ${answer.failure.code}`);
  return answer;
}

function failure(answer: HttpAnswer): HttpFailure {
  if (answer.kind === 'response') throw new Error(`answered ${answer.status}`);
  return answer;
}

function answer(request: IncomingMessage, reply: ServerResponse): void {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const url = new URL(request.url ?? '/', 'http://x');
    seen.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body });
    switch (url.pathname) {
      case '/to':
        reply
          .writeHead(Number(url.searchParams.get('status') ?? 302), { location: url.searchParams.get('url') ?? '/' })
          .end();
        return;
      case '/hop': {
        const n = Number(url.searchParams.get('n'));
        reply.writeHead(302, { location: n === 0 ? '/end#fragment' : `/hop?n=${n - 1}` }).end();
        return;
      }
      case '/slow':
        busy += 1;
        busiest = Math.max(busiest, busy);
        setTimeout(() => {
          busy -= 1;
          reply.end('slow');
        }, 30);
        return;
      case '/fields':
        reply.writeHead(401, [
          ['Content-Type', 'Application/JSON; charset=utf-8'],
          ['WWW-Authenticate', 'Basic realm="a"'],
          ['WWW-Authenticate', 'Bearer'],
          ['Set-Cookie', 'a=1; Path=/'],
          ['Set-Cookie', 'b=2'],
          ['__proto__', 'x'],
          ['constructor', 'y'],
        ] as unknown as string[]);
        reply.end('{"error":"invalid_token"}');
        return;
      case '/big':
        reply.writeHead(200, { 'content-type': 'text/plain' }).end('a'.repeat(Number(url.searchParams.get('bytes'))));
        return;
      case '/gzip':
        reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unzipped'));
        return;
      default:
        reply.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
    }
  });
}

beforeAll(async () => {
  authority = await certificateFor([], { authority: true });
  site = await serveHttp(answer);
  other = await serveHttp(answer);
  secure = await serveHttps(await certificateFor(['api.shop.test', '127.0.0.1'], { issuer: authority }), answer);
  names = await serveNames({
    'api.shop.test': { a: ['127.0.0.1'] },
    'inside.example.com': { a: ['10.0.0.1'] },
    'mixed.example.com': { a: ['127.0.0.1', '10.0.0.1'] },
    'broken.example.com': { rcode: 2 },
  });
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((made) => made.close()));
  seen = [];
  busiest = 0;
});

afterAll(async () => {
  await Promise.all([site, other, secure, names].map((server) => server.stop()));
});

const at = (path: string): string => `http://127.0.0.1:${site.port}${path}`;

describe('one request', () => {
  test('brings the answer and records the exchange', async () => {
    const http = client();
    const got = response(
      await http.request({ url: at('/a?b=1#c'), purpose: 'bare call', headers: { accept: 'application/json' } }),
    );
    expect(got).toMatchObject({
      id: 'x1',
      chain: ['x1'],
      url: at('/a?b=1'),
      status: 200,
      contentType: 'text/plain',
      text: 'hello',
      truncated: false,
    });
    expect(seen[0]?.headers).toMatchObject({
      'user-agent': 'latchkey-test',
      accept: 'application/json',
      host: `127.0.0.1:${site.port}`,
    });
    expect(http.exchanges).toHaveLength(1);
    expect(http.exchanges[0]).toMatchObject({
      id: 'x1',
      purpose: 'bare call',
      request: { method: 'GET', url: at('/a?b=1'), body: null },
      response: { status: 200, body: 'hello', bodyBytes: 5, truncated: false },
      error: null,
    });
    expect(Number.isInteger(http.exchanges[0]?.ms)).toBe(true);
    expect(http.spent.requests).toBe(1);
    expect(http.left).toBe(89);
  });

  test('joins fields, keeps cookies apart, survives names of prototype members', async () => {
    const got = response(await client().request({ url: at('/fields'), purpose: 'p' }));
    expect(got.headers.get('www-authenticate')).toBe('Basic realm="a", Bearer');
    expect(got.headers.get('__proto__')).toBe('x');
    expect(got.headers.get('constructor')).toBe('y');
    expect(got.headers.get('toString')).toBeUndefined();
    expect(got.setCookies).toEqual(['a=1; Path=/', 'b=2']);
    expect(got.contentType).toBe('application/json');
  });

  test('posts a body', async () => {
    await client().request({
      url: at('/token'),
      method: 'POST',
      purpose: 'p',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });
    expect(seen[0]).toMatchObject({ method: 'POST', body: 'grant_type=client_credentials' });
    expect(seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  test('HEAD has no body to wait for', async () => {
    const got = response(await client().request({ url: at('/gzip'), method: 'HEAD', purpose: 'p' }));
    expect([got.status, got.text]).toEqual([200, '']);
  });

  test('secrets go out whole and are stored hidden; our own random strings are named', async () => {
    const http = client();
    await http.request({
      url: at('/x?api_key=abc123'),
      method: 'POST',
      purpose: 'p',
      headers: {
        authorization: 'Bearer r4nd0mr4nd0m',
        cookie: 'sid=1',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'client_id=abc&client_secret=hunter2',
      randoms: ['r4nd0mr4nd0m'],
    });
    expect(seen[0]?.headers.authorization).toBe('Bearer r4nd0mr4nd0m');
    expect(seen[0]?.url).toBe('/x?api_key=abc123');
    const stored = JSON.stringify(http.exchanges);
    for (const secret of ['abc123', 'r4nd0mr4nd0m', 'sid=1', 'hunter2']) expect(stored).not.toContain(secret);
    expect(http.exchanges[0]?.request.headers).toContainEqual(['authorization', 'Bearer [random]']);
    expect(http.exchanges[0]?.request.body).toBe('client_id=abc&client_secret=[redacted]');
  });

  test('a mistake of ours is thrown, not reported as theirs', async () => {
    await expect(client().request({ url: at('/'), purpose: 'p', headers: { 'bad header': 'x' } })).rejects.toThrow(
      'invalid header',
    );
    expect(() => client({}, { allowNets: ['nonsense'] })).toThrow(RangeError);
  });

  test.each(['a\r\nx: y', '\u2028', '\ud800', '\u0000'])(
    'a field of %j, as a target writes a token, is not sent',
    async (value) => {
      const http = client();
      const answer = await http.request({ url: at('/'), purpose: 'p', headers: { authorization: value } });
      expect(answer).toMatchObject({ failure: { step: 'guard', code: 'bad-field' } });
      expect(http.spent.requests).toBe(0);
    },
  );
});

describe('redirects', () => {
  test('come back as answers unless asked for', async () => {
    const got = response(await client().request({ url: at('/hop?n=0'), purpose: 'p' }));
    expect([got.status, got.headers.get('location')]).toEqual([302, '/end#fragment']);
  });

  test('each hop is an exchange of its own', async () => {
    const http = client();
    const got = response(await http.request({ url: at('/hop?n=2'), purpose: 'p', follow: 5 }));
    expect([got.id, got.chain, got.url]).toEqual(['x4', ['x1', 'x2', 'x3', 'x4'], at('/end')]);
    expect(http.exchanges.map((exchange) => exchange.response?.status)).toEqual([302, 302, 302, 200]);
    expect(http.spent.requests).toBe(4);
  });

  test.each([
    ['too many', '/hop?n=9', 'too-many-redirects', 6],
    ['to another scheme', '/to?url=app%3A%2F%2Fopen', 'bad-scheme', 1],
    ['nowhere', '/to?url=https%3A%2F%2F%5B', 'bad-redirect', 1],
    ['with credentials', '/to?url=http%3A%2F%2Fu%3Ap%40127.0.0.1%2F', 'userinfo', 1],
    ['to a port of another protocol', '/to?url=http%3A%2F%2F127.0.0.1%3A25%2F', 'bad-port', 1],
  ])('%s', async (_name, path, code, hits) => {
    const got = failure(await client().request({ url: at(path), purpose: 'p', follow: 9 }));
    expect([got.failure.step, got.failure.code, seen.length]).toEqual(['guard', code, hits]);
  });

  test('a loop ends when it closes', async () => {
    const loop = await serveHttp((request, reply) =>
      reply.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end(),
    );
    const got = failure(await client().request({ url: `http://127.0.0.1:${loop.port}/a`, purpose: 'p', follow: 5 }));
    expect([got.failure.code, got.chain]).toEqual(['redirect-loop', ['x1', 'x2']]);
    await loop.stop();
  });

  test('credentials stay on their origin', async () => {
    const away = encodeURIComponent(`http://127.0.0.1:${other.port}/end`);
    const headers = { authorization: 'Bearer x', cookie: 'a=1', 'x-api-key': 'k', accept: 'application/json' };
    await client().request({ url: at(`/to?url=${away}`), purpose: 'p', follow: 1, headers });
    expect(seen[1]?.headers).toMatchObject({ accept: 'application/json' });
    expect(
      Object.keys(seen[1]?.headers ?? {}).filter((name) => ['authorization', 'cookie', 'x-api-key'].includes(name)),
    ).toEqual([]);
    await client().request({ url: at('/to?url=/end'), purpose: 'p', follow: 1, headers });
    expect(seen[3]?.headers).toMatchObject({ authorization: 'Bearer x', 'x-api-key': 'k' });
  });

  test('https does not lead to http', async () => {
    const http = client({}, { ca: [authority.cert] });
    const got = failure(
      await http.request({
        url: `https://127.0.0.1:${secure.port}/to?url=${encodeURIComponent(at('/end'))}`,
        purpose: 'p',
        follow: 5,
      }),
    );
    expect(got.failure).toMatchObject({ step: 'guard', code: 'downgrade' });
    expect(seen.map((request) => request.url)).not.toContain('/end');
  });

  test('a POST is not followed', async () => {
    const got = response(
      await client().request({
        url: at('/to?status=307&url=/end'),
        method: 'POST',
        body: 'x',
        purpose: 'p',
        follow: 5,
      }),
    );
    expect([got.status, seen.length]).toEqual([307, 1]);
  });
});

describe('limits', () => {
  test('requests', async () => {
    const http = client({ requests: 2 });
    const answers = await Promise.all([1, 2, 3, 4].map((n) => http.request({ url: at(`/${n}`), purpose: 'p' })));
    expect(answers.map((got) => (got.kind === 'failure' ? got.failure.code : got.status))).toEqual([
      200,
      200,
      'requests',
      'requests',
    ]);
    expect([seen.length, http.left, http.exchanges.length]).toEqual([2, 0, 3]);
    expect(new Set(answers.slice(2).map((got) => got.id))).toEqual(new Set(['x3']));
  });

  test('bytes of one body: cut, not failed', async () => {
    const http = client({ bodyBytes: 1000 });
    const got = response(await http.request({ url: at('/big?bytes=5000'), purpose: 'p' }));
    expect([got.text.length, got.truncated]).toEqual([1000, true]);
    expect(response(await http.request({ url: at('/big?bytes=1000'), purpose: 'p' })).truncated).toBe(false);
    expect(
      response(await http.request({ url: at('/big?bytes=5000'), purpose: 'p', maxBytes: 6000 })).text,
    ).toHaveLength(5000);
  });

  test('bytes of all bodies', async () => {
    const http = client({ totalBytes: 3000 });
    const sizes: (number | string)[] = [];
    for (let i = 0; i < 4; i += 1) {
      const got = await http.request({ url: at('/big?bytes=2000'), purpose: 'p' });
      sizes.push(got.kind === 'failure' ? got.failure.code : got.text.length);
    }
    expect(sizes[0]).toBe(2000);
    expect(sizes[1]).toBeLessThan(1000);
    expect(sizes.slice(2)).toEqual(['bytes', 'bytes']);
    // Header fields of the last answer may stand above the budget.
    expect(http.spent.bytes).toBeLessThan(3600);
  });

  test('at once, in all and per host', async () => {
    const http = client({ concurrent: 5, perHost: 3 });
    await Promise.all(Array.from({ length: 12 }, (_, i) => http.request({ url: at(`/slow?${i}`), purpose: 'p' })));
    expect(busiest).toBe(3);
    expect(seen).toHaveLength(12);
    busiest = 0;
    const wide = client({ concurrent: 4, perHost: 3 }, { connectTo: () => ({ host: '127.0.0.1', port: site.port }) });
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => wide.request({ url: `http://h${i % 3}.shop.test/slow`, purpose: 'p' })),
    );
    expect(busiest).toBe(4);
  });

  test('time of the scan', async () => {
    const hang = await serveHttp(() => undefined);
    const http = client({ totalMs: 150, perHost: 1 });
    const answers = await Promise.all(
      [1, 2, 3].map((n) => http.request({ url: `http://127.0.0.1:${hang.port}/${n}`, purpose: 'p' })),
    );
    expect(answers.map((got) => failure(got).failure)).toEqual(
      Array(3).fill(expect.objectContaining({ step: 'budget', code: 'time' })),
    );
    expect([http.timeIsUp, http.left]).toEqual([true, 0]);
    expect(failure(await http.request({ url: at('/'), purpose: 'p' })).failure.code).toBe('time');
    await hang.stop();
  });

  test('a host that swallows requests is left alone after three', async () => {
    const hang = await serveHttp(() => undefined);
    const http = client({ requestMs: 60 });
    const codes = [];
    for (let i = 0; i < 5; i += 1)
      codes.push(failure(await http.request({ url: `http://127.0.0.1:${hang.port}/${i}`, purpose: 'p' })).failure.code);
    expect(codes).toEqual(Array(5).fill('timeout'));
    expect(http.spent.requests).toBe(3);
    await hang.stop();
  });
});

describe('names', () => {
  const here = (): { host: string; port: number } => ({ host: '127.0.0.1', port: site.port });

  test('absent, inside and mixed look the same, and nothing connects', async () => {
    const http = client({}, { dnsServers: [names.address] });
    const failures = await Promise.all(
      ['nowhere.example.com', 'inside.example.com', 'mixed.example.com'].map(
        async (host) => failure(await http.request({ url: `http://${host}:${site.port}/`, purpose: 'p' })).failure,
      ),
    );
    expect(new Set(failures.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(failures[0]).toMatchObject({ step: 'dns', code: 'nxdomain' });
    expect(JSON.stringify(http.exchanges)).not.toMatch(/10\.0\.0\.1|private/);
    expect(seen).toHaveLength(0);
    expect(http.spent.requests).toBe(0);
  });

  test('are told apart inside', async () => {
    const http = client({}, { dnsServers: [names.address] });
    const hosts = [
      'api.shop.test',
      'nowhere.example.com',
      'inside.example.com',
      'broken.example.com',
      '127.0.0.1',
      '[::1]',
      '::1',
      '10.0.0.1',
      'localhost',
      'intranet',
      'API.SHOP.TEST.',
    ];
    expect(await Promise.all(hosts.map((host) => http.resolves(host)))).toEqual([
      'yes',
      'no',
      'refused',
      'unknown',
      'yes',
      'yes',
      'yes',
      'refused',
      'yes',
      'refused',
      'yes',
    ]);
    expect(await http.addresses('api.shop.test')).toEqual(['127.0.0.1']);
    expect(await http.addresses('inside.example.com')).toEqual([]);
    expect(http.exchanges).toHaveLength(0);
  });

  test('a host that does not resolve or connect is not asked twice', async () => {
    const port = await closedPort();
    const http = client({}, { dnsServers: [names.address] });
    names.queries.length = 0;
    const first = failure(await http.request({ url: 'http://broken.example.com:8080/1', purpose: 'p' }));
    const again = failure(await http.request({ url: 'http://broken.example.com:8080/2', purpose: 'p' }));
    expect(first.failure).toMatchObject({ step: 'dns', code: 'dns-failure' });
    expect([again.id, again.failure, again.chain]).toEqual([first.id, first.failure, [first.id]]);
    const refused = failure(await http.request({ url: `http://127.0.0.1:${port}/1`, purpose: 'p' }));
    expect(refused.failure).toMatchObject({ step: 'connect', code: 'refused' });
    expect(failure(await http.request({ url: `http://127.0.0.1:${port}/2`, purpose: 'p' })).id).toBe(refused.id);
    expect(http.exchanges).toHaveLength(2);
  });

  test('can be mapped to where they listen, and are judged there', async () => {
    const http = client(
      {},
      {
        connectTo: (host) =>
          host === 'api.example.com' ? here() : host === 'evil.example.com' ? { host: '10.0.0.1', port: 80 } : null,
      },
    );
    expect(response(await http.request({ url: 'http://api.example.com/', purpose: 'p' })).text).toBe('hello');
    expect(seen[0]?.headers.host).toBe('api.example.com');
    expect(failure(await http.request({ url: 'http://evil.example.com/', purpose: 'p' })).failure.code).toBe(
      'nxdomain',
    );
    expect(failure(await http.request({ url: 'http://gone.example.com/', purpose: 'p' })).failure.code).toBe(
      'nxdomain',
    );
    const shut = client({}, { connectTo: here, allowNets: [] });
    expect(failure(await shut.request({ url: 'http://api.example.com/', purpose: 'p' })).failure.code).toBe('nxdomain');
  });

  test('mapped names are looked up too when name servers are given', async () => {
    const http = client({}, { connectTo: here, dnsServers: [names.address] });
    expect(response(await http.request({ url: 'http://api.shop.test/', purpose: 'p' })).status).toBe(200);
    expect(failure(await http.request({ url: 'http://nowhere.example.com/', purpose: 'p' })).failure.code).toBe(
      'nxdomain',
    );
    expect(failure(await http.request({ url: 'http://inside.example.com/', purpose: 'p' })).failure.code).toBe(
      'nxdomain',
    );
  });
});

describe('connections', () => {
  test('are kept, also under TLS, and verified against the name', async () => {
    const http = client({}, { ca: [authority.cert], dnsServers: [names.address] });
    const before = secure.connections;
    for (let i = 0; i < 5; i += 1)
      expect(
        response(await http.request({ url: `https://api.shop.test:${secure.port}/${i}`, purpose: 'p' })).status,
      ).toBe(200);
    expect(secure.connections - before).toBe(1);
    expect(response(await http.request({ url: `https://127.0.0.1:${secure.port}/`, purpose: 'p' })).status).toBe(200);
  });

  test('one that went stale is replaced once for a safe method, never for a POST', async () => {
    let requests = 0;
    // Answers once per connection, then hangs up on the second request without a byte.
    const fickle = await serveRaw((socket) => {
      requests += 1;
      if (socket.bytesWritten > 0) socket.destroy();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
    const http = client();
    const url = `http://127.0.0.1:${fickle.port}/`;
    expect(response(await http.request({ url, purpose: 'p' })).text).toBe('ok');
    expect(response(await http.request({ url, purpose: 'p' })).text).toBe('ok');
    expect(requests).toBe(3);
    expect(http.spent.requests).toBe(3);
    expect(failure(await http.request({ url, method: 'POST', body: 'x', purpose: 'p' })).failure).toMatchObject({
      step: 'headers',
    });
    await fickle.stop();
  });

  test('close ends everything at once', async () => {
    const hang = await serveHttp(() => undefined);
    const http = clientFor();
    const pending = http.request({ url: `http://127.0.0.1:${hang.port}/`, purpose: 'p' });
    await expect.poll(() => hang.open).toBe(1);
    await http.close();
    expect(failure(await pending).failure).toMatchObject({ step: 'aborted' });
    await expect.poll(() => hang.open).toBe(0);
    expect(failure(await http.request({ url: at('/'), purpose: 'p' })).failure.step).toBe('aborted');
    await hang.stop();
  });

  test('a signal ends everything at once', async () => {
    const hang = await serveHttp(() => undefined);
    const stop = new AbortController();
    const http = client({}, { signal: stop.signal });
    const pending = http.request({ url: `http://127.0.0.1:${hang.port}/`, purpose: 'p' });
    await expect.poll(() => hang.open).toBe(1);
    stop.abort();
    expect(failure(await pending).failure).toMatchObject({ step: 'aborted', code: 'aborted' });
    expect(
      failure(await client({}, { signal: stop.signal }).request({ url: at('/'), purpose: 'p' })).failure.code,
    ).toBe('aborted');
    await hang.stop();
  });
});
