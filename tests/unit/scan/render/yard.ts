/** Loopback servers for tests of the browser: sites to render, canaries that nobody may reach, and a name server that says what a test wants. */
import { createSocket } from 'node:dgram';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, isIP, type AddressInfo, type Server, type Socket } from 'node:net';
import { findBrowser, findBrowsers, type Browser } from '../../../../lib/browser.ts';

/** Path of a Chromium. @throws when this machine has none that runs: these tests are not optional. */
export async function browserPath(): Promise<string> {
  const reasons: string[] = [];
  const found = await findBrowser({ why: (reason) => reasons.push(reason) });
  if (found === null) throw new Error(`No Chromium that runs was found. ${reasons.join(' ')}`.trim());
  return found.executablePath;
}

/**
 * Every kind of browser that this machine has, and on standard error the kind that it has not: what holds for one Chromium need not hold for
 * the next. Called while a test file is loaded, so that there are no tests of a browser that is missing. @throws when there is none at all.
 */
export async function everyBrowser(): Promise<Browser[]> {
  const reasons: string[] = [];
  const found = await findBrowsers((reason) => reasons.push(reason));
  if (found.length === 0) throw new Error(`No Chromium that runs was found. ${reasons.join(' ')}`.trim());
  for (const kind of ['system', 'packaged'] as const)
    if (!found.some((one) => one.kind === kind))
      process.stderr.write(`Not run with a ${kind} browser: this machine has none. ${reasons.join(' ')}\n`);
  return found;
}

export type Answer = string | { status?: number; headers?: Record<string, string>; body?: string | Buffer };
/** What a test's website answers: HTML, an answer in full, 404 for undefined. */
export type Site = (path: string, request: IncomingMessage) => Answer | undefined;

/** No answer ever. */
export const hang: Answer = { status: 0, body: 'hang' };
/** The connection breaks off instead of an answer. */
export const reset: Answer = { status: 0, body: 'reset' };

export interface Listening {
  port: number;
  close(): Promise<void>;
}

function listen(server: Server, host: string, port: number): Promise<Listening> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            for (const socket of open) socket.destroy();
          }),
      }),
    );
  });
}

/** A website on `host` whose paths answer as `site` says: undefined is 404, a string HTML. */
export function serve(
  site: Site,
  { host = '127.0.0.1', port = 0, tls }: { host?: string; port?: number; tls?: { cert: string; key: string } } = {},
): Promise<Listening> {
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const answer = site(request.url ?? '/', request);
    if (answer === hang) return;
    if (answer === reset) {
      request.socket.destroy();
      return;
    }
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer);
    else
      response
        .writeHead(answer.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...answer.headers })
        .end(answer.body ?? '');
  };
  return listen(tls === undefined ? createHttpServer(handle) : createHttpsServer(tls, handle), host, port);
}

/** A place inside that counts whoever comes: connections over TCP, datagrams over UDP, on the same port. */
export interface Canary extends Listening {
  readonly hits: { tcp: number; udp: number };
}

export async function canary(host: string, port = 0): Promise<Canary> {
  const hits = { tcp: 0, udp: 0 };
  const answer =
    'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\naccess-control-allow-origin: *\r\ncontent-length: 19\r\nconnection: close\r\n\r\n<p>INSIDE-SECRET</p>'.replace(
      'length: 19',
      'length: 20',
    );
  const tcp = await listen(
    createTcpServer((socket) => {
      hits.tcp += 1;
      socket.once('data', () => socket.end(answer));
    }),
    host,
    port,
  );
  const udp = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4');
  udp.on('message', () => {
    hits.udp += 1;
  });
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject);
    udp.bind(tcp.port, host, resolve);
  });
  return {
    port: tcp.port,
    hits,
    async close() {
      await Promise.all([tcp.close(), new Promise<void>((resolve) => udp.close(() => resolve()))]);
    },
  };
}

export interface NameServer extends Listening {
  /** Every name that was asked for, in order. */
  readonly asked: string[];
}

/** A name server on 127.0.0.1: `zone` gives the addresses of a name at its n-th question (from 1, per family), null: it does not exist. */
export async function nameServer(zone: (name: string, count: number) => readonly string[] | null): Promise<NameServer> {
  const asked: string[] = [];
  const counts = new Map<string, number>();
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += length + 1;
    }
    const end = at + 5;
    const type = query.readUInt16BE(at + 1);
    const name = labels.join('.').toLowerCase();
    asked.push(name);
    const count = (counts.get(`${name} ${type}`) ?? 0) + 1;
    counts.set(`${name} ${type}`, count);
    const addresses = zone(name, count);
    const records = (addresses ?? [])
      .filter((address) => (type === 1 ? isIP(address) === 4 : type === 28 && isIP(address) === 6))
      .map((address) => record(type, address));
    const header = Buffer.from(query.subarray(0, 12));
    header.writeUInt16BE(addresses === null ? 0x8183 : 0x8180, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(records.length, 6);
    header.writeUInt32BE(0, 8);
    socket.send(Buffer.concat([header, query.subarray(12, end), ...records]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { port: socket.address().port, asked, close: () => new Promise((resolve) => socket.close(() => resolve())) };
}

/** One answer record (RFC 1035 §4.1.3): a pointer to the question's name, type, class IN, no time to live, address. */
function record(type: number, address: string): Buffer {
  const data = type === 1 ? Buffer.from(address.split('.').map(Number)) : ipv6(address);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function ipv6(address: string): Buffer {
  const [left = '', right = ''] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const groups = (side: string): number[] =>
    side === '' ? [] : side.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [groups(left), groups(right)];
  const all = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
  const bytes = Buffer.alloc(16);
  for (const [index, group] of all.entries()) bytes.writeUInt16BE(group, index * 2);
  return bytes;
}
