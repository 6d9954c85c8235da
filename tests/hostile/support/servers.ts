/** Real servers on loopback that a test plays against: plain, TLS, raw sockets, and a name server. Each counts what reaches it. */
import { createSocket } from 'node:dgram';
import { createServer as createHttp, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { createServer as createNet, type AddressInfo, type Server, type Socket } from 'node:net';
import { generate } from 'selfsigned';
import { createHttpClient, defaultBudget, type HttpClientOptions } from '../../../lib/scan/http/client.ts';
import type { Budget, HttpClient } from '../../../lib/scan/types.ts';

export interface Listening {
  port: number;
  /** Connections so far. */
  readonly connections: number;
  /** Connections that are open now. */
  readonly open: number;
  /** Hangs up on every connection but this one. */
  keepOnly(socket: Socket | undefined): void;
  stop(): Promise<void>;
}

/** Starts `server` on a loopback address and a free port. */
export async function listen(server: Server | HttpServer, address = '127.0.0.1'): Promise<Listening> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    // Hang up when the client does, also where the test reads nothing.
    socket.on('end', () => socket.end());
    // A client that hangs up is what most of these tests are about.
    socket.on('error', () => sockets.delete(socket));
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    keepOnly(kept) {
      for (const socket of sockets) if (socket !== kept) socket.destroy();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export function serveHttp(listener: RequestListener, address?: string): Promise<Listening> {
  return listen(createHttp(listener), address);
}

/** TLS with the given certificate; handshakes that fail are not errors of the test. */
export function serveHttps(options: ServerOptions, listener: RequestListener): Promise<Listening> {
  const server = createHttps(options, listener);
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return listen(server);
}

/** A server that answers with whatever bytes `play` writes; `request` is what came in until the first blank line. */
export function serveRaw(play: (socket: Socket, request: string) => void): Promise<Listening> {
  return listen(
    createNet({ allowHalfOpen: true }, (socket) => {
      let head = '';
      const onData = (chunk: Buffer): void => {
        head += chunk.toString('latin1');
        if (!head.includes('\r\n\r\n')) return;
        const request = head;
        head = '';
        play(socket, request);
      };
      socket.on('data', onData);
    }),
  );
}

/** A server that plays as soon as somebody connects. */
export function serveOnConnect(play: (socket: Socket) => void): Promise<Listening> {
  return listen(
    createNet((socket) => {
      socket.resume();
      play(socket);
    }),
  );
}

/** A port of loopback that nothing listens on. */
export async function closedPort(): Promise<number> {
  const server = await serveOnConnect((socket) => socket.destroy());
  await server.stop();
  return server.port;
}

export interface Certificate {
  key: string;
  cert: string;
}

/** A certificate for `names`; signed by `issuer`, or by itself. */
export async function certificateFor(
  names: readonly string[],
  options: { issuer?: Certificate; from?: Date; to?: Date; authority?: boolean } = {},
): Promise<Certificate> {
  const pem = await generate([{ name: 'commonName', value: names[0] ?? 'authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: options.from ?? new Date(Date.now() - 86_400_000),
    notAfterDate: options.to ?? new Date(Date.now() + 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: options.authority === true, critical: true },
      ...(options.authority === true
        ? [{ name: 'keyUsage', keyCertSign: true, critical: true } as const]
        : [
            {
              name: 'subjectAltName',
              altNames: names.map((name) =>
                /^[\d.]+$|:/.test(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name },
              ),
            } as const,
          ]),
    ],
    ...(options.issuer !== undefined && { ca: { key: options.issuer.key, cert: options.issuer.cert } }),
  });
  return { key: pem.private, cert: pem.cert };
}

/** What the name server says of one name. Missing families answer empty. */
export interface NameRecord {
  a?: string[];
  aaaa?: string[];
  /** Response code of both families: 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED. */
  rcode?: number;
  /** NXDOMAIN for this family only, as some name servers wrongly send for AAAA. */
  denies?: 'a' | 'aaaa';
  /** Families that get no answer at all. */
  silent?: ('a' | 'aaaa')[];
  /** Milliseconds that a family waits. */
  delay?: { a?: number; aaaa?: number };
  ttl?: number;
}

export interface NameServer {
  address: string;
  /** Queries so far, as `A name` and `AAAA name`. */
  queries: string[];
  stop(): Promise<void>;
}

function bytesOf(address: string): number[] {
  if (!address.includes(':')) return address.split('.').map(Number);
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const all = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right];
  return all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]);
}

/** A name server on loopback (RFC 1035 §4). Unknown names get NXDOMAIN. */
export async function serveNames(names: Record<string, NameRecord | (() => NameRecord)>): Promise<NameServer> {
  const socket = createSocket('udp4');
  const queries: string[] = [];
  const timers = new Set<NodeJS.Timeout>();
  socket.on('message', (query, peer) => {
    const labels: string[] = [];
    let at = 12;
    for (let size = query[at] ?? 0; size > 0; size = query[at] ?? 0) {
      labels.push(query.toString('latin1', at + 1, at + 1 + size));
      at += size + 1;
    }
    const name = labels.join('.').toLowerCase();
    const type = query.readUInt16BE(at + 1);
    const family = type === 28 ? 'aaaa' : 'a';
    queries.push(`${family.toUpperCase()} ${name}`);
    const entry = names[name];
    const record = typeof entry === 'function' ? entry() : (entry ?? { rcode: 3 });
    if (record.silent?.includes(family) === true) return;
    const rcode = record.denies === family ? 3 : (record.rcode ?? 0);
    const addresses = rcode === 0 ? (record[family] ?? []) : [];
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | rcode, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(addresses.length, 6);
    const ttl = Buffer.alloc(4);
    ttl.writeUInt32BE(record.ttl ?? 60);
    const answers = addresses.map((address) => {
      const bytes = bytesOf(address);
      return Buffer.from([0xc0, 12, 0, type, 0, 1, ...ttl, 0, bytes.length, ...bytes]);
    });
    const reply = Buffer.concat([head, query.subarray(12, at + 5), ...answers]);
    const timer = setTimeout(() => {
      timers.delete(timer);
      socket.send(reply, peer.port, peer.address);
    }, record.delay?.[family] ?? 0);
    timers.add(timer);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', resolve);
  });
  return {
    address: `127.0.0.1:${socket.address().port}`,
    queries,
    stop: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer);
        socket.close(() => resolve());
      }),
  };
}

export const loopback = ['127.0.0.0/8', '::1/128'];

/** A client with limits small enough for a test; loopback is open unless said otherwise. */
export function clientFor(
  budget: Partial<Budget> = {},
  options: Partial<Omit<HttpClientOptions, 'budget'>> = {},
): HttpClient {
  return createHttpClient({
    budget: { ...defaultBudget, requestMs: 2000, connectMs: 1000, totalMs: 20_000, ...budget },
    allowNets: loopback,
    userAgent: 'latchkey-test',
    ...options,
  });
}
