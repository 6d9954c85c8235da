/**
 * The browser's only way out: an HTTP proxy on loopback that judges every target like a request of the scan itself: scheme, port, name,
 * one lookup, every address, pinned connection (STANDARDS §10 U1, U9). It resolves names, so the browser never does.
 */
import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Connector, type Pin } from '../http/connector.ts';
import { failureFrom, failureOf, guardFailure } from '../http/failures.ts';
import { findPin } from '../http/lookup.ts';
import { sharedResolver } from '../http/resolver.ts';
import { judgeUrl } from '../http/url-guard.ts';
import type { Failure } from '../types.ts';

export interface ProxyOptions {
  /** CIDR blocks that the operator opens. */
  allowNets: readonly string[];
  /** Whether the operator has closed a name or an address. */
  denies?: ((host: string) => boolean) | undefined;
  /** Name servers as `address` or `address:port`; default: the system's. */
  dnsServers?: readonly string[] | undefined;
  /** Says where a host and port really are, in place of a lookup; the address is judged like a looked-up one. */
  connectTo?: ((host: string, port: number) => { host: string; port: number } | null | undefined) | undefined;
  /** Tunnels and plain requests together. */
  maxRequests: number;
  /** Bytes in both directions over all connections. */
  maxBytes: number;
  /** Limit for one connection to be made, in milliseconds. */
  connectMs: number;
}

export interface FilterProxy {
  /** The loopback port that it listens on. */
  readonly port: number;
  /** `requests` counts tunnels and plain requests that were asked for, `refused` those that were not sent. */
  readonly spent: { readonly requests: number; readonly bytes: number; readonly refused: number };
  /** Why nothing came from `url`, or null when nothing went wrong there. */
  failureAt(url: string): Failure | null;
  /** An error of our own that cost a request, else undefined. */
  readonly mistake: unknown;
  /** Destroys every connection and stops listening. */
  close(): Promise<void>;
}

/** Methods that change nothing (RFC 9110 §9.2.1); a rendered page must not do what a scan never does. */
export const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Header bytes of one message. */
const maxHeaderBytes = 32 * 1024;
/** Connections of the browser at once; Chromium itself opens 32 to one proxy. */
const maxClients = 96;
/** Hosts of one scan. A page that names more gets no answer from the rest. */
const maxHosts = 120;

const overBudget = failureOf('budget', 'requests', 'The rendered pages have used up their requests.');
const tooManyBytes = failureOf('budget', 'bytes', 'The rendered pages have used up their bytes.');
const tooManyHosts = failureOf('budget', 'names', 'The rendered pages have used up their hosts.');
const proxyClosed = failureOf('aborted', 'closed', 'Rendering is over.');
const unsafeMethod = failureOf('guard', 'unsafe-method', 'Only requests that change nothing are sent.');

/** Fields that belong to one connection and are not passed on (RFC 9110 §7.6.1), and what the proxy decides itself. */
const hopByHop: ReadonlySet<string> = new Set([
  'connection', 'proxy-connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'proxy-authorization', 'proxy-authenticate', 'alt-svc',
]);

type Admission = { kind: 'open'; socket: Socket; url: URL } | { kind: 'refused'; failure: Failure };

/** Starts a proxy on a free loopback port. Throws RangeError when an entry of `allowNets` is not a CIDR block. */
export async function startProxy(options: ProxyOptions): Promise<FilterProxy> {
  const proxy = new LoopbackProxy(options);
  await proxy.listen();
  return proxy;
}

class LoopbackProxy implements FilterProxy {
  readonly spent = { requests: 0, bytes: 0, refused: 0 };
  mistake: unknown = undefined;
  readonly #options: ProxyOptions;
  readonly #server: Server;
  readonly #connector: Connector;
  readonly #pins = new Map<string, Pin>();
  readonly #lookups = new Map<string, Promise<Failure | null>>();
  /** Hosts and ports that never answered: further requests to them are not sent. */
  readonly #failures = new Map<string, Failure>();
  /** Hosts and ports that have answered. One connection more that fails says nothing about them. */
  readonly #alive = new Set<string>();
  /** Requests that broke off, by URL. */
  readonly #broken = new Map<string, Failure>();
  readonly #clients = new Set<Duplex>();
  #port = 0;
  #over: Failure | null = null;

  constructor(options: ProxyOptions) {
    this.#options = options;
    this.#connector = new Connector({
      pin: (hostname, port) => this.#pins.get(`${hostname}:${port}`),
      allowNets: options.allowNets,
      connectMs: options.connectMs,
      // TLS runs from end to end between browser and target.
      secureContext: undefined,
    });
    this.#server = createServer({ maxHeaderSize: maxHeaderBytes, keepAliveTimeout: 10_000 });
    this.#server.maxConnections = maxClients;
    this.#server.on('connection', (socket) => {
      this.#clients.add(socket);
      socket.once('close', () => this.#clients.delete(socket));
      // A browser that goes away resets its connections; there is nobody left to tell.
      socket.on('error', () => socket.destroy());
    });
    const mistake = (client: Duplex) => (error: unknown): void => {
      this.mistake ??= error;
      client.destroy();
    };
    this.#server.on('connect', (request, client, head) => void this.#tunnel(request, client, head).catch(mistake(client)));
    this.#server.on('request', (request, response) => void this.#forward(request, response).catch(mistake(request.socket)));
  }

  get port(): number {
    return this.#port;
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => {
        const address = this.#server.address();
        if (typeof address === 'object' && address !== null) this.#port = address.port;
        resolve();
      });
    });
  }

  failureAt(url: string): Failure | null {
    const verdict = judgeUrl(url, this.#options.allowNets);
    if (!verdict.allowed) return guardFailure(verdict.code);
    return this.#failures.get(`${verdict.hostname}:${verdict.port}`) ?? this.#broken.get(verdict.url.href) ?? this.#over;
  }

  async close(): Promise<void> {
    this.#end(proxyClosed);
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Cuts every connection and lets nothing start any more. The first reason stays. */
  #end(reason: Failure): void {
    this.#over ??= reason;
    this.#connector.destroy();
    for (const client of this.#clients) client.destroy();
  }

  #spend(bytes: number): void {
    this.spent.bytes += bytes;
    if (this.spent.bytes > this.#options.maxBytes && this.#over === null) this.#end(tooManyBytes);
  }

  // ------------------------------------------------------------ the guard

  /** Judges one absolute URL and connects to its host. */
  async #admit(text: string): Promise<Admission> {
    if (this.#over !== null) return this.#refuse(this.#over);
    if (this.spent.requests >= this.#options.maxRequests) return this.#refuse(overBudget);
    this.spent.requests += 1;
    const verdict = judgeUrl(text, this.#options.allowNets);
    if (!verdict.allowed) return this.#refuse(guardFailure(verdict.code));
    const { url, hostname, port } = verdict;
    const key = `${hostname}:${port}`;
    const known = this.#failures.get(key);
    if (known !== undefined) return this.#refuse(known);
    const failure = await this.#lookUp(key, hostname, port);
    if (failure !== null) return this.#refuse(failure, key);
    const socket = await this.#connect(hostname, port);
    if (!('destroyed' in socket)) return this.#refuse(socket, key);
    this.#alive.add(key);
    socket.on('data', (chunk: Buffer) => this.#spend(chunk.length));
    return { kind: 'open', socket, url };
  }

  #refuse(failure: Failure, key?: string): Admission {
    this.spent.refused += 1;
    if (key !== undefined && !this.#alive.has(key)) this.#failures.set(key, failure);
    return { kind: 'refused', failure };
  }

  /** One lookup per host and port, shared by everything that asks: a name cannot mean another address later in the scan. */
  #lookUp(key: string, hostname: string, port: number): Promise<Failure | null> {
    let lookup = this.#lookups.get(key);
    if (lookup === undefined) {
      if (this.#lookups.size >= maxHosts) return Promise.resolve(tooManyHosts);
      const { allowNets, denies, connectTo, dnsServers } = this.#options;
      lookup = findPin(hostname, port, { allowNets, denies, connectTo, resolver: sharedResolver(dnsServers) }).then((found) => {
        if (found.kind === 'failed') return found.failure;
        this.#pins.set(key, found.pin);
        return null;
      });
      this.#lookups.set(key, lookup);
    }
    return lookup;
  }

  #connect(hostname: string, port: number): Promise<Socket | Failure> {
    return new Promise((resolve) => {
      this.#connector.connect({ hostname, protocol: 'http:', port: String(port) }, (error, socket) => {
        resolve(socket ?? failureFrom(error, 'connect'));
      });
    });
  }

  // ------------------------------------------------------------ tunnels

  /** CONNECT host:port (RFC 9110 §9.3.6): https, and WebSockets of either scheme. */
  async #tunnel(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    client.on('error', () => client.destroy());
    const authority = request.url ?? '';
    // Only host and port: whatever else a URL can hold would make the judged host another one than the one meant.
    const admission = /^(?:\[[\da-f:.]{2,45}\]|[^\s/?#@\\:[\]]{1,255}):\d{1,5}$/i.test(authority) ? await this.#admit(`https://${authority}/`) : this.#refuse(guardFailure('bad-host'));
    if (admission.kind === 'refused') {
      client.end(refusal(admission.failure));
      return;
    }
    const { socket } = admission;
    if (client.destroyed) {
      socket.destroy();
      return;
    }
    client.once('close', () => socket.destroy());
    socket.once('close', () => client.destroy());
    client.on('data', (chunk: Buffer) => this.#spend(chunk.length));
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) {
      this.#spend(head.length);
      socket.write(head);
    }
    client.pipe(socket);
    socket.pipe(client);
  }

  // ------------------------------------------------------------ plain http

  /** A request in absolute form (RFC 9112 §3.2.2). */
  async #forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume();
    const target = request.url ?? '';
    const deny = (failure: Failure): void => {
      if (response.headersSent) response.destroy();
      else response.writeHead(failure.step === 'guard' || failure.step === 'budget' ? 403 : 502, { 'content-length': '0', 'cache-control': 'no-store', connection: 'close' }).end();
    };
    if (!safeMethods.has(request.method ?? '')) {
      this.#refuse(unsafeMethod);
      deny(unsafeMethod);
      return;
    }
    const admission = /^http:\/\//i.test(target) ? await this.#admit(target) : this.#refuse(guardFailure('bad-scheme'));
    if (admission.kind === 'refused') {
      deny(admission.failure);
      return;
    }
    const { socket, url } = admission;
    if (response.destroyed) {
      socket.destroy();
      return;
    }
    const failed = (error: unknown): void => {
      socket.destroy();
      const failure = this.#over ?? failureFrom(error, 'headers');
      this.#broken.set(url.href, failure);
      deny(failure);
    };
    const outgoing = httpRequest({
      method: request.method,
      path: url.pathname + url.search,
      headers: ['host', url.host, ...passedOn(request.rawHeaders, new Set(['host', 'content-length', 'expect'])), 'connection', 'close'],
      setHost: false,
      maxHeaderSize: maxHeaderBytes,
      createConnection: () => socket,
    });
    outgoing.on('error', failed);
    // An upgrade that nobody asked for would leave the connection to nobody.
    outgoing.on('upgrade', () => failed(new Error('The target switched protocols.')));
    outgoing.on('response', (incoming) => {
      incoming.on('error', () => response.destroy());
      try {
        response.writeHead(incoming.statusCode ?? 502, passedOn(incoming.rawHeaders, new Set()));
      } catch (error) {
        // Field values that Node would not send on: the answer is not valid HTTP.
        failed(error);
        return;
      }
      incoming.pipe(response);
    });
    response.once('close', () => socket.destroy());
    outgoing.end();
  }
}

/** The fields of a message that go to the next hop, as a flat list of names and values. */
function passedOn(raw: readonly string[], drop: ReadonlySet<string>): string[] {
  const named = new Set<string>();
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (raw[i]?.toLowerCase() === 'connection') for (const name of (raw[i + 1] ?? '').split(',')) named.add(name.trim().toLowerCase());
  }
  const kept: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? '';
    const lower = name.toLowerCase();
    if (!hopByHop.has(lower) && !drop.has(lower) && !named.has(lower)) kept.push(name, raw[i + 1] ?? '');
  }
  return kept;
}

function refusal(failure: Failure): string {
  const status = failure.step === 'guard' || failure.step === 'budget' ? '403 Forbidden' : '502 Bad Gateway';
  return `HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`;
}
