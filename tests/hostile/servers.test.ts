/** What a server can do to a client that reads it: each attack is one row with the outcome it must have and the bytes it may cost. */
import zlib, { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../lib/scan/types.ts';
import { account } from './support/account.ts';
import {
  certificateFor,
  clientFor,
  listen,
  serveOnConnect,
  serveRaw,
  type Certificate,
  type Listening,
} from './support/servers.ts';

const bodyBytes = 64 * 1024;
const totalBytes = 256 * 1024;
/** Nothing here is judged by how fast this machine is. */
const budget = { bodyBytes, totalBytes, requestMs: 20_000, connectMs: 20_000, totalMs: 50_000 };
/** For the servers that let one wait for ever. */
const impatient = { ...budget, requestMs: 2_000, connectMs: 800 };
const budgetFor = (outcome: string | RegExp) =>
  typeof outcome === 'string' && outcome.endsWith('timeout') ? impatient : budget;

const zeros = Buffer.alloc(20_000_000);
const gzipBomb = gzipSync(zeros);
const brotliBomb = brotliCompressSync(zeros, { params: {} });
const nestedBomb = gzipSync(gzipBomb);
const text = 'the quick brown fox '.repeat(50);

const head = (...lines: string[]): string => `${['HTTP/1.1 200 OK', ...lines].join('\r\n')}\r\n\r\n`;
const withBody = (body: Buffer | string, ...lines: string[]): Buffer =>
  Buffer.concat([Buffer.from(head(`Content-Length: ${Buffer.byteLength(body)}`, ...lines)), Buffer.from(body)]);

/** Writes `piece` again and again, as fast as the client reads, until it hangs up. */
function pour(socket: Socket, piece: string | Buffer): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece)) continue;
  };
  socket.on('drain', more);
  more();
}

/** Writes `piece` every few milliseconds until the client hangs up. */
function drip(socket: Socket, piece: string, ms = 5): void {
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(piece);
  }, ms);
  socket.on('close', () => clearInterval(timer));
}

interface Row {
  name: string;
  play: (socket: Socket, request: string) => void;
  /** `step code` of the failure, or `status length` of the answer, with `cut` when it was cut. */
  outcome: string | RegExp;
}

/** Those of zstd, where this Node has it (22.15 and later). */
function zstdRows(): Row[] {
  const { zstdCompressSync: compress, constants } = zlib as {
    zstdCompressSync?: (body: Buffer | string, options?: object) => Buffer;
    constants: { ZSTD_c_windowLog?: number };
  };
  if (compress === undefined) return [];
  const sent = (body: Buffer) => (s: Socket) => s.write(withBody(body, 'Content-Encoding: zstd'));
  const bomb = compress(zeros);
  const skippable = Buffer.from('502a4d180400000001020304', 'hex');
  return [
    { name: 'zstd bomb', play: sent(bomb), outcome: '200 65536 cut' },
    { name: 'zstd bomb, cut short', play: sent(bomb.subarray(0, -9)), outcome: '200 65536 cut' },
    { name: 'zstd cut short', play: sent(compress(text).subarray(0, -8)), outcome: '200 0' },
    { name: 'zstd that is none', play: sent(Buffer.from(text)), outcome: 'body bad-coding' },
    {
      name: 'zstd after a frame to be skipped',
      play: sent(Buffer.concat([skippable, compress(text)])),
      outcome: /^200/,
    },
    {
      name: 'zstd with a window of 128 MiB (RFC 9659 allows 8)',
      play: sent(compress(Buffer.alloc(140_000_000), { params: { [constants.ZSTD_c_windowLog ?? 0]: 27 } })),
      outcome: 'body bad-coding',
    },
    {
      name: 'endless zstd frames to be skipped',
      play: (s) => {
        s.write(head('Content-Encoding: zstd'));
        pour(s, Buffer.concat(Array.from({ length: 500 }, () => skippable)));
      },
      outcome: '200 0 cut',
    },
  ];
}

const rows: Row[] = [
  {
    name: 'endless body',
    play: (s) => {
      s.write(head());
      pour(s, 'x'.repeat(16_384));
    },
    outcome: '200 65536 cut',
  },
  {
    name: 'endless chunks',
    play: (s) => {
      s.write(head('Transfer-Encoding: chunked'));
      pour(s, `4000\r\n${'x'.repeat(0x4000)}\r\n`);
    },
    outcome: '200 65536 cut',
  },
  {
    name: 'endless chunks of one byte',
    play: (s) => {
      s.write(head('Transfer-Encoding: chunked'));
      pour(s, '1\r\nx\r\n'.repeat(2000));
    },
    outcome: '200 4096 cut',
  },
  {
    name: 'a length of petabytes',
    play: (s) => {
      s.write(head('Content-Length: 9007199254740991'));
      pour(s, 'x'.repeat(16_384));
    },
    outcome: '200 65536 cut',
  },
  {
    name: 'body dripping for ever',
    play: (s) => {
      s.write(head());
      drip(s, 'x');
    },
    outcome: 'body timeout',
  },
  {
    name: 'headers dripping for ever',
    play: (s) => {
      s.write('HTTP/1.1 200 OK\r\n');
      drip(s, 'a: b\r\n', 20);
    },
    outcome: 'headers timeout',
  },
  { name: 'no answer at all', play: () => undefined, outcome: 'headers timeout' },
  { name: 'headers, then silence', play: (s) => s.write(head('Content-Length: 5')), outcome: 'body timeout' },
  {
    name: 'header flood',
    play: (s) => {
      s.write('HTTP/1.1 200 OK\r\n');
      pour(s, 'x-a: b\r\n'.repeat(500));
    },
    outcome: 'headers headers-too-large',
  },
  {
    name: 'one endless header',
    play: (s) => {
      s.write('HTTP/1.1 200 OK\r\nx: ');
      pour(s, 'y'.repeat(16_384));
    },
    outcome: 'headers headers-too-large',
  },
  {
    name: 'one endless header name',
    play: (s) => {
      s.write('HTTP/1.1 200 OK\r\n');
      pour(s, 'y'.repeat(16_384));
    },
    outcome: 'headers headers-too-large',
  },
  {
    name: 'endless reason phrase',
    play: (s) => {
      s.write('HTTP/1.1 200 ');
      pour(s, 'y'.repeat(16_384));
    },
    outcome: /^(headers (timeout|bad-http)|body too-much-data)$/,
  },
  {
    name: 'trailer flood',
    play: (s) => {
      s.write(`${head('Transfer-Encoding: chunked')}1\r\nx\r\n0\r\n`);
      pour(s, 't: u\r\n'.repeat(500));
    },
    outcome: 'headers headers-too-large',
  },
  {
    name: 'endless chunk extension',
    play: (s) => {
      s.write(`${head('Transfer-Encoding: chunked')}1;`);
      pour(s, 'e=f;'.repeat(4000));
    },
    outcome: /^body (too-much-data|bad-http|timeout)$/,
  },
  {
    name: 'interim answers without end',
    play: (s) => pour(s, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
    outcome: /^headers (bad-http|timeout|reset|closed)$/,
  },
  {
    name: 'unasked 100 Continue',
    play: (s) => s.write(`HTTP/1.1 100 Continue\r\n\r\n${head('Content-Length: 0')}`),
    outcome: 'headers bad-http',
  },
  {
    name: 'unasked upgrade',
    play: (s) => s.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'),
    outcome: 'headers bad-http',
  },
  {
    name: 'a few early hints are fine',
    play: (s) => s.write(`HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${withBody('ok').toString()}`),
    outcome: '200 2',
  },

  { name: 'gzip bomb', play: (s) => s.write(withBody(gzipBomb, 'Content-Encoding: gzip')), outcome: '200 65536 cut' },
  { name: 'brotli bomb', play: (s) => s.write(withBody(brotliBomb, 'Content-Encoding: br')), outcome: '200 65536 cut' },
  {
    name: 'deflate bomb',
    play: (s) => s.write(withBody(deflateSync(zeros), 'Content-Encoding: deflate')),
    outcome: '200 65536 cut',
  },
  {
    name: 'bomb within a bomb',
    play: (s) => s.write(withBody(nestedBomb, 'Content-Encoding: gzip, gzip')),
    outcome: '200 65536 cut',
  },
  {
    name: 'three layers',
    play: (s) => s.write(withBody(gzipSync(nestedBomb), 'Content-Encoding: gzip, gzip, gzip')),
    outcome: 'body too-many-codings',
  },
  {
    name: 'a bomb in another coding',
    play: (s) => s.write(withBody(gzipSync(brotliBomb), 'Content-Encoding: br, gzip')),
    outcome: '200 65536 cut',
  },
  {
    name: 'two codings in two fields, and words that are none',
    play: (s) =>
      s.write(
        withBody(gzipSync(brotliCompressSync(text)), 'Content-Encoding: br', 'Content-Encoding: ,identity, x-gzip,'),
      ),
    outcome: '200 1000',
  },
  {
    name: 'a coding that comes in the trailers',
    play: (s) =>
      s.write(
        `${head('Transfer-Encoding: chunked', 'Trailer: Content-Encoding')}2\r\nok\r\n0\r\nContent-Encoding: gzip\r\n\r\n`,
      ),
    outcome: '200 2',
  },
  ...zstdRows(),
  {
    name: 'endless empty gzip members',
    play: (s) => {
      s.write(head('Content-Encoding: gzip'));
      pour(s, Buffer.concat(Array.from({ length: 500 }, () => gzipSync(''))));
    },
    outcome: '200 0 cut',
  },
  {
    name: 'endless gzip file name',
    play: (s) => {
      s.write(head('Content-Encoding: gzip'));
      s.write(Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]));
      pour(s, 'n'.repeat(16_384));
    },
    outcome: '200 0 cut',
  },
  {
    name: 'gzip that is none',
    play: (s) => s.write(withBody(text, 'Content-Encoding: gzip')),
    outcome: 'body bad-coding',
  },
  {
    name: 'gzip with a broken middle',
    play: (s) => {
      const z = gzipSync(text);
      z.fill(0xff, 15, 30);
      s.write(withBody(z, 'Content-Encoding: gzip'));
    },
    outcome: 'body bad-coding',
  },
  {
    name: 'gzip cut short',
    play: (s) => s.write(withBody(gzipSync(text).subarray(0, -8), 'Content-Encoding: gzip')),
    outcome: '200 1000',
  },
  { name: 'gzip of nothing', play: (s) => s.write(withBody('', 'Content-Encoding: gzip')), outcome: '200 0' },
  {
    name: 'raw deflate',
    play: (s) => s.write(withBody(deflateRawSync(text), 'Content-Encoding: deflate')),
    outcome: '200 1000',
  },
  {
    name: 'an unknown coding is left alone',
    play: (s) => s.write(withBody('ok', 'Content-Encoding: utf-8')),
    outcome: '200 2',
  },

  {
    name: 'shorter than its length',
    play: (s) => {
      s.write(head('Content-Length: 10'));
      s.end('short');
    },
    outcome: /^body (closed|wrong-length)$/,
  },
  {
    name: 'two lengths',
    play: (s) => s.write(head('Content-Length: 2', 'Content-Length: 3') + 'okk'),
    outcome: /bad-http|wrong-length/,
  },
  {
    name: 'length and chunks',
    play: (s) => s.write(`${head('Content-Length: 2', 'Transfer-Encoding: chunked')}2\r\nok\r\n0\r\n\r\n`),
    outcome: /^body (bad-http|wrong-length)$/,
  },
  { name: 'negative length', play: (s) => s.write(head('Content-Length: -1')), outcome: 'headers bad-http' },
  {
    name: 'a chunk size that is no number',
    play: (s) => s.write(`${head('Transfer-Encoding: chunked')}zz\r\nok\r\n`),
    outcome: 'body bad-http',
  },
  {
    name: 'a chunk size beyond all numbers',
    play: (s) => s.write(`${head('Transfer-Encoding: chunked')}fffffffffffffffff\r\nok\r\n`),
    outcome: 'body bad-http',
  },
  {
    name: 'a chunk cut short',
    play: (s) => {
      s.write(`${head('Transfer-Encoding: chunked')}10\r\nshort`);
      s.end();
    },
    outcome: /^body (bad-http|closed)$/,
  },
  {
    name: 'garbage',
    play: (s) => s.write(Buffer.from('\u0000\u0001\u0002 not http at all \r\n\r\n')),
    outcome: 'headers bad-http',
  },
  { name: 'another protocol', play: (s) => s.write('SSH-2.0-OpenSSH_9.6\r\n'), outcome: 'headers bad-http' },
  { name: 'HTTP/0.9', play: (s) => s.end('<html>hello</html>'), outcome: 'headers bad-http' },
  {
    name: 'HTTP/2 preface',
    play: (s) => s.write(Buffer.from([0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100])),
    outcome: 'headers bad-http',
  },
  {
    name: 'status 999',
    play: (s) => s.write('HTTP/1.1 999 Whatever\r\nContent-Length: 2\r\n\r\nok'),
    outcome: '999 2',
  },
  {
    name: 'status 0',
    play: (s) => s.write('HTTP/1.1 000 Zero\r\nContent-Length: 2\r\n\r\nok'),
    outcome: /bad-http|timeout/,
  },
  {
    name: 'line feeds in a header',
    play: (s) => s.write('HTTP/1.1 200 OK\r\nx: a\nb: c\r\nContent-Length: 0\r\n\r\n'),
    outcome: /^(headers bad-http|200 0)$/,
  },
  {
    name: 'NUL in a header',
    play: (s) => s.write(head('x: a\u0000b', 'Content-Length: 0')),
    outcome: 'headers bad-http',
  },
  {
    name: 'second answer smuggled behind the first',
    play: (s) => s.write(Buffer.concat([withBody('first'), withBody('second')])),
    outcome: '200 5',
  },

  { name: 'reset after the request', play: (s) => s.resetAndDestroy(), outcome: 'headers reset' },
  { name: 'close after the request', play: (s) => s.end(), outcome: 'headers closed' },
  {
    name: 'reset within the headers',
    play: (s) => {
      s.write('HTTP/1.1 200 OK\r\nx:', () => setTimeout(() => s.resetAndDestroy(), 20));
    },
    outcome: /^headers (reset|closed)$/,
  },
  {
    name: 'reset within the body',
    play: (s) => {
      s.write(`${head('Content-Length: 100')}abc`, () => setTimeout(() => s.resetAndDestroy(), 20));
    },
    outcome: /^body (reset|closed)$/,
  },
  {
    name: 'redirect to itself',
    play: (s, request) =>
      s.write(`HTTP/1.1 302 Found\r\nLocation: ${request.split(' ')[1] ?? '/'}\r\nContent-Length: 0\r\n\r\n`),
    outcome: 'guard redirect-loop',
  },
  {
    name: 'redirect maze',
    play: (s) => s.write(`HTTP/1.1 302 Found\r\nLocation: /${Math.random()}\r\nContent-Length: 0\r\n\r\n`),
    outcome: 'guard too-many-redirects',
  },
  {
    name: 'redirect to 30 kB',
    play: (s) => s.write(`HTTP/1.1 302 Found\r\nLocation: /${'a'.repeat(30_000)}\r\nContent-Length: 0\r\n\r\n`),
    outcome: 'guard too-long',
  },
  {
    name: 'redirect with a body of any size',
    play: (s) => {
      s.write('HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n');
      pour(s, 'x'.repeat(16_384));
    },
    outcome: 'guard redirect-loop',
  },
];

function outcomeOf(answer: HttpAnswer): string {
  if (answer.kind === 'failure') return `${answer.failure.step} ${answer.failure.code}`;
  return `${answer.status} ${answer.text.length}${answer.truncated ? ' cut' : ''}`;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

account('hostile answers', 'survived');

describe('hostile answers', () => {
  test.each(rows)('$name', async ({ play, outcome }) => {
    const server = await serveRaw(play);
    const http = clientFor(budgetFor(outcome));
    try {
      const answer = await http.request({ url: `http://127.0.0.1:${server.port}/`, purpose: 'attack', follow: 5 });
      if (typeof outcome === 'string') expect(outcomeOf(answer)).toBe(outcome);
      else expect(outcomeOf(answer)).toMatch(outcome);
      expect(http.spent.bytes).toBeLessThanOrEqual(totalBytes);
      // Whatever happened has been recorded, and can be stored.
      const last = http.exchanges.at(-1);
      expect(last?.error !== null || last?.response !== null).toBe(true);
      expect(JSON.stringify(http.exchanges).length).toBeLessThan(8 * 16_384);
      expect(stringsIn(http.exchanges).some((each) => each.includes('\u0000') || !each.isWellFormed())).toBe(false);
      // The next request is not the victim of this one.
      expect(http.timeIsUp).toBe(false);
    } finally {
      await http.close();
    }
    await expect.poll(() => server.open, { timeout: 3000 }).toBe(0);
    await server.stop();
  });
});

describe('hostile TLS', () => {
  let authority: Certificate;
  const servers: Listening[] = [];
  const day = 86_400_000;

  beforeAll(async () => {
    authority = await certificateFor([], { authority: true });
  });
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  async function tlsServer(certificate: Certificate, options: object = {}): Promise<Listening> {
    const server = createTls({ key: certificate.key, cert: certificate.cert, ...options }, (socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.write(withBody('ok')));
    });
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    const listening = await listen(server);
    servers.push(listening);
    return listening;
  }

  const signed = (options: { from?: Date; to?: Date; names?: string[] } = {}): Promise<Certificate> =>
    certificateFor(options.names ?? ['127.0.0.1'], { issuer: authority, ...options });

  const faults: { name: string; start: () => Promise<Listening>; outcome: string | RegExp; trust?: boolean }[] = [
    { name: 'a good certificate', start: async () => tlsServer(await signed()), outcome: '200 2' },
    {
      name: 'an unknown authority',
      start: async () => tlsServer(await signed()),
      outcome: /^tls (untrusted|self-signed)$/,
      trust: false,
    },
    {
      name: 'expired',
      start: async () =>
        tlsServer(await signed({ from: new Date(Date.now() - 9 * day), to: new Date(Date.now() - day) })),
      outcome: 'tls cert-expired',
    },
    {
      name: 'not yet valid',
      start: async () =>
        tlsServer(await signed({ from: new Date(Date.now() + day), to: new Date(Date.now() + 9 * day) })),
      outcome: 'tls cert-not-yet-valid',
    },
    {
      name: 'another name',
      start: async () => tlsServer(await signed({ names: ['other.example.com'] })),
      outcome: 'tls cert-name',
    },
    {
      name: 'self-signed',
      start: async () => tlsServer(await certificateFor(['127.0.0.1'])),
      outcome: 'tls self-signed',
    },
    {
      name: 'TLS 1.1 only',
      start: async () =>
        tlsServer(await signed(), { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
      outcome: 'tls tls-version',
    },
    {
      name: 'wants a client certificate, TLS 1.3',
      start: async () =>
        tlsServer(await signed(), { requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' }),
      outcome: /^(tls client-certificate|headers (reset|closed))$/,
    },
    {
      name: 'wants a client certificate, TLS 1.2',
      start: async () =>
        tlsServer(await signed(), { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }),
      outcome: /^(tls (client-certificate|handshake-failure)|headers (reset|closed))$/,
    },
    {
      name: 'plain HTTP on the port',
      start: () => track(serveOnConnect((s) => s.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
      outcome: 'tls not-tls',
    },
    {
      name: 'garbage',
      start: () => track(serveOnConnect((s) => s.end(Buffer.alloc(600, 0x41)))),
      outcome: /^tls (not-tls|tls-error)$/,
    },
    {
      name: 'silence instead of a handshake',
      start: () => track(serveOnConnect(() => undefined)),
      outcome: 'tls timeout',
    },
    {
      name: 'a handshake that drips',
      start: () =>
        track(
          serveOnConnect((s) => {
            s.write(Buffer.from([0x16, 3, 3, 0x40, 0]));
            drip(s, '\u0000', 20);
          }),
        ),
      outcome: 'tls timeout',
    },
    {
      name: 'close within the handshake',
      start: () => track(serveOnConnect((s) => s.once('data', () => s.end()))),
      outcome: /^tls (closed|reset)$/,
    },
    {
      name: 'reset within the handshake',
      start: () => track(serveOnConnect((s) => s.once('data', () => s.resetAndDestroy()))),
      outcome: 'tls reset',
    },
    {
      name: 'close on connect',
      start: () => track(serveOnConnect((s) => s.destroy())),
      outcome: /^(tls|connect) (closed|reset)$/,
    },
  ];

  async function track(started: Promise<Listening>): Promise<Listening> {
    const listening = await started;
    servers.push(listening);
    return listening;
  }

  test.each(faults)('$name', async ({ start, outcome, trust }) => {
    const server = await start();
    const http = clientFor(budgetFor(outcome), trust === false ? {} : { ca: [authority.cert] });
    const answer = await http.request({ url: `https://127.0.0.1:${server.port}/`, purpose: 'attack' });
    if (typeof outcome === 'string') expect(outcomeOf(answer)).toBe(outcome);
    else expect(outcomeOf(answer)).toMatch(outcome);
    await http.close();
    await expect.poll(() => server.open, { timeout: 3000 }).toBe(0);
  });
});

test('one hostile host does not spoil another', async () => {
  const bad = await serveRaw((socket) => pour(socket, '\u0000'.repeat(1000)));
  const good = await serveRaw((socket) => socket.write(withBody('ok')));
  const http = clientFor({ ...budget, perHost: 8 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      http.request({ url: `http://127.0.0.1:${i % 2 === 0 ? bad.port : good.port}/${i}`, purpose: 'p' }),
    ),
  );
  expect(answers.filter((_, i) => i % 2 === 1).map(outcomeOf)).toEqual(Array(10).fill('200 2'));
  expect(answers.filter((_, i) => i % 2 === 0).map(outcomeOf)).toEqual(Array(10).fill('headers bad-http'));
  await http.close();
  await Promise.all([bad.stop(), good.stop()]);
});
