/**
 * Opens connections for undici, to pinned addresses only: the name is never looked up again between check and connect, and the peer is
 * compared afterwards (STANDARDS §10 U1, U6). TLS is verified against the original name.
 */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import {
  connect as connectTls,
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import type { buildConnector } from 'undici';
import { judgeAddress, sameAddress } from './address.ts';
import { failureFrom, failureOf, FailureError } from './failures.ts';
import { connectThrough } from './proxy.ts';

/** Checked addresses of one host and the port that they are asked on. */
export interface Pin {
  addresses: readonly string[];
  port: number;
}

export interface ConnectorOptions {
  /** The pin of a host and port; undefined: nobody checked it, so nothing connects. */
  pin: (hostname: string, port: number) => Pin | undefined;
  allowNets: readonly string[];
  /** Limit for TCP and TLS together, in milliseconds. */
  connectMs: number;
  secureContext: SecureContext | undefined;
  /** The HTTP proxy through which everything connects. Default: none. */
  proxy?: URL | undefined;
}

/** How long one address gets before the next one is tried beside it, in milliseconds (RFC 8305 §5). */
const attemptDelayMs = 250;
/** Addresses of one host that are tried at most. */
const maxAttempts = 4;

const timeoutFailure = {
  connect: failureOf('connect', 'timeout', 'The host did not accept the connection in time.'),
  tls: failureOf('tls', 'timeout', 'The TLS handshake did not end in time.'),
};

const givenUp = failureOf('aborted', 'aborted', 'The connection was given up.');
const closedInHandshake = failureOf('tls', 'closed', 'The host closed the connection during the TLS handshake.');

/** Connections of one scan. */
export class Connector {
  readonly #options: ConnectorOptions;
  readonly #open = new Set<Socket>();
  /** TLS sessions by host and port: a resumed handshake costs a fraction of a full one. */
  readonly #sessions = new Map<string, Buffer>();
  /** Origins that undici has wanted a connection to. */
  readonly #asked = new Set<string>();
  /** How long the last connection to an origin took to open, in milliseconds. */
  readonly #openingMs = new Map<string, number>();
  /** Connections that were opened ahead, by origin, and have carried nothing yet. */
  readonly #ahead = new Map<string, Promise<Socket | null>[]>();
  #closed = false;

  constructor(options: ConnectorOptions) {
    this.#options = options;
  }

  /** Sockets that are connecting or open. */
  get open(): ReadonlySet<Socket> {
    return this.#open;
  }

  /** The function that undici calls for each new connection. */
  readonly connect: buildConnector.connector = (options, callback) => {
    // The address of an IPv6 literal comes without brackets.
    const { hostname, protocol } = options;
    const port = options.port === '' ? (protocol === 'https:' ? 443 : 80) : Number(options.port);
    const key = keyOf(protocol, hostname, port);
    // The first one is for the robots.txt itself.
    const ahead = this.#asked.has(key) ? this.#ahead.get(key)?.shift() : undefined;
    this.#asked.add(key);
    if (ahead === undefined) this.#connect(protocol, hostname, port, callback);
    else
      void ahead.then((socket) => {
        if (socket === null || socket.destroyed || socket.readableEnded)
          this.#connect(protocol, hostname, port, callback);
        else callback(null, socket);
      });
  };

  /** Opens a connection that the next request which needs one finds there. Nothing is sent on it until then. */
  openAhead(protocol: string, hostname: string, port: number): void {
    const key = keyOf(protocol, hostname, port);
    const opened = new Promise<Socket | null>((resolve) => {
      this.#connect(protocol, hostname, port, (_error, socket) => resolve(socket));
    });
    this.#ahead.set(key, [...(this.#ahead.get(key) ?? []), opened]);
  }

  /** How long the last connection there took to open, in milliseconds; undefined before the first. */
  openingMs(protocol: string, hostname: string, port: number): number | undefined {
    return this.#openingMs.get(keyOf(protocol, hostname, port));
  }

  #connect(protocol: string, hostname: string, port: number, callback: buildConnector.Callback): void {
    const pin = this.#options.pin(hostname, port);
    if (pin === undefined || this.#closed) {
      callback(new FailureError(failureOf('guard', 'not-public', 'The host has not been checked.')), null);
      return;
    }
    const begun = performance.now();
    let phase: 'connect' | 'tls' = 'connect';
    let settled = false;
    const attempts = new Set<Socket>();
    const settle = (error: unknown, socket: Socket | null): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      for (const attempt of attempts) if (attempt !== socket) attempt.destroy();
      if (socket !== null) {
        this.#openingMs.set(keyOf(protocol, hostname, port), performance.now() - begun);
        callback(null, socket);
      } else
        callback(
          error instanceof FailureError ? error : new FailureError(failureFrom(error, phase), { cause: error }),
          null,
        );
    };
    const timer = setTimeout(() => settle(new FailureError(timeoutFailure[phase]), null), this.#options.connectMs);
    const reach =
      this.#options.proxy === undefined ? this.#dial.bind(this, pin) : this.#tunnel.bind(this, hostname, port);
    reach(attempts, (error, tcp) => {
      if (tcp === null || settled || protocol !== 'https:') {
        settle(error, tcp);
        return;
      }
      phase = 'tls';
      // TLS reads through the connection's own handle: destroying the TCP socket under it would crash the process.
      attempts.delete(tcp);
      this.#open.delete(tcp);
      const tls = this.#secure(tcp, hostname, port, settle);
      attempts.add(tls);
    });
  }

  /** Destroys every connection, open or on its way. */
  destroy(): void {
    this.#closed = true;
    const ended = new FailureError(failureOf('aborted', 'aborted', 'The scan ended.'));
    for (const socket of this.#open) socket.destroy(ended);
  }

  #track(socket: Socket): void {
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
  }

  /** Tries the addresses one after the other, each a little later, until one accepts. */
  #dial(pin: Pin, attempts: Set<Socket>, done: (error: unknown, socket: Socket | null) => void): void {
    const queue = dialled(pin);
    let running = 0;
    let over = false;
    let stagger: NodeJS.Timeout | undefined;
    const finish = (error: unknown, socket: Socket | null): void => {
      if (over) return;
      over = true;
      clearTimeout(stagger);
      for (const attempt of attempts) if (attempt !== socket) attempt.destroy();
      done(error, socket);
    };
    const next = (): void => {
      const address = queue.shift();
      if (over || address === undefined) return;
      running += 1;
      const socket = connectTcp({ host: address, port: pin.port, noDelay: true });
      attempts.add(socket);
      this.#track(socket);
      socket.once('connect', () => {
        const refusal = this.#judgePeer(socket, address);
        if (refusal === null) finish(null, socket);
        else finish(refusal, null);
      });
      let failed = false;
      const fail = (error: unknown): void => {
        if (failed) return;
        failed = true;
        running -= 1;
        if (queue.length > 0) {
          clearTimeout(stagger);
          next();
        } else if (running === 0) finish(error, null);
      };
      socket.on('error', fail);
      // A socket that we destroyed closes without an error, and undici must hear of that too.
      socket.once('close', () => {
        if (!over) fail(new FailureError(givenUp));
      });
      if (queue.length > 0) stagger = setTimeout(next, attemptDelayMs);
    };
    next();
  }

  /** Reaches the host through the proxy, which is the other end of the connection, so that there is no peer to compare. */
  #tunnel(
    hostname: string,
    port: number,
    attempts: Set<Socket>,
    done: (error: unknown, socket: Socket | null) => void,
  ) {
    const { proxy, secureContext } = this.#options;
    const opened = (socket: Socket): void => {
      attempts.add(socket);
      this.#track(socket);
    };
    if (proxy !== undefined) connectThrough(proxy, hostname, port, secureContext, opened, done);
  }

  #judgePeer(socket: Socket, wanted: string): FailureError | null {
    const peer = socket.remoteAddress;
    if (peer !== undefined && sameAddress(peer, wanted) && judgeAddress(peer, this.#options.allowNets).allowed)
      return null;
    return new FailureError(
      failureOf('guard', 'not-public', 'The connection ended at another address than the one that was checked.'),
    );
  }

  #secure(
    tcp: Socket,
    hostname: string,
    port: number,
    settle: (error: unknown, socket: Socket | null) => void,
  ): TLSSocket {
    const key = `${hostname}:${port}`;
    const session = this.#sessions.get(key);
    const socket = connectTls({
      socket: tcp,
      host: hostname,
      // RFC 6066 §3: no address literals in SNI.
      servername: isIP(hostname) === 0 ? hostname : '',
      ALPNProtocols: ['http/1.1'],
      ...(this.#options.secureContext !== undefined && { secureContext: this.#options.secureContext }),
      ...(session !== undefined && { session }),
    });
    // Node asks for the whole chain, of which it compares the first certificate's names alone (RFC 9525); putting the rest into objects is dear.
    const ofPeer = socket.getPeerCertificate.bind(socket);
    socket.getPeerCertificate = (() => ofPeer(false)) as typeof ofPeer;
    this.#track(socket);
    socket.on('session', (ticket) => this.#sessions.set(key, ticket));
    socket.once('secureConnect', () => {
      socket.off('close', onClose);
      settle(null, socket);
    });
    socket.on('error', (error) => settle(error, null));
    const onClose = (): void => settle(new FailureError(closedInHandshake), null);
    socket.once('close', onClose);
    return socket;
  }
}

const keyOf = (protocol: string, hostname: string, port: number): string => `${protocol}//${hostname}:${port}`;

/** The addresses of a pin that are tried, in order. */
export const dialled = (pin: Pin): string[] => interleave(pin.addresses).slice(0, maxAttempts);

/** IPv4 first, then alternating families: a scanner's host without IPv6 route then loses no time, and with one no reach. */
function interleave(addresses: readonly string[]): string[] {
  const four = addresses.filter((address) => isIP(address) === 4);
  const six = addresses.filter((address) => isIP(address) === 6);
  const mixed: string[] = [];
  for (let i = 0; i < Math.max(four.length, six.length); i += 1) {
    for (const address of [four[i], six[i]]) if (address !== undefined) mixed.push(address);
  }
  return mixed;
}

let standard: SecureContext | undefined;
const extended = new Map<string, SecureContext>();

/**
 * The trust store that connections share. Without `ca` it is Node's own, with whatever NODE_EXTRA_CA_CERTS adds; with `ca` (PEM), the
 * roots that Node ships plus these. Throws when a certificate cannot be read.
 */
export function secureContextFor(ca: readonly string[] | undefined): SecureContext {
  if (ca === undefined || ca.length === 0) return (standard ??= createSecureContext({ minVersion: 'TLSv1.2' }));
  const key = ca.join('\n');
  let context = extended.get(key);
  if (context === undefined) {
    if (extended.size >= 8) extended.clear();
    context = createSecureContext({ minVersion: 'TLSv1.2', ca: [...rootCertificates, ...ca] });
    extended.set(key, context);
  }
  return context;
}
