/** Connections and requests in the air of one scan, to pinned addresses, within the scan's bytes and the time of each request (STANDARDS §10 U8). */
import { Agent } from 'undici';
import type { Budget, Failure } from '../types.ts';
import { Connector, secureContextFor, type ConnectorOptions } from './connector.ts';
import type { Fields } from './exchange.ts';
import { failureOf, FailureError } from './failures.ts';
import { Flight, type Landing } from './flight.ts';
import type { Hop } from './recorder.ts';

/** Header bytes of one answer. */
const maxHeaderBytes = 32 * 1024;
/** How often sockets are looked at for bytes that never reach a body, in milliseconds. */
const watchMs = 100;
/** Wire bytes of one connection beyond the byte budget: handshakes, header fields, chunk framing. */
const wireSlack = 1024 * 1024;
const tooMuchData = failureOf('body', 'too-much-data', 'The host kept sending bytes that belong to no body.');

export interface WireOptions extends Pick<ConnectorOptions, 'pin' | 'allowNets' | 'proxy'> {
  budget: Budget;
  ca: readonly string[] | undefined;
  /** Bytes of bodies so far. */
  spent: { bytes: number };
}

export class Wire {
  readonly #options: WireOptions;
  readonly #connector: Connector;
  readonly #agent: Agent;
  readonly #flights = new Set<Flight>();
  /** How long the fastest answer of an origin took from when its request was sent: slower ones may be so by our own doing. In milliseconds. */
  readonly #answeringMs = new Map<string, number>();
  readonly #watch: NodeJS.Timeout;

  constructor(options: WireOptions) {
    const { budget, ca } = options;
    this.#options = options;
    this.#connector = new Connector({ ...options, connectMs: budget.connectMs, secureContext: secureContextFor(ca) });
    this.#agent = new Agent({
      connect: this.#connector.connect,
      connections: budget.perHost,
      pipelining: 1,
      allowH2: false,
      maxHeaderSize: maxHeaderBytes,
      // Our own clock covers the whole request; undici's per-phase timers are coarse and a dripping body resets them.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 10_000,
    });
    this.#watch = setInterval(() => this.#checkSockets(), watchMs).unref();
  }

  /** Opens a connection that the next request which needs one finds there. */
  openAhead(protocol: string, hostname: string, port: number): void {
    this.#connector.openAhead(protocol, hostname, port);
  }

  /**
   * How long a request does well to wait for a connection that is in use: as long as a further one takes to open. Where answers take longer than
   * that, it does not wait at all. In milliseconds.
   */
  patienceMs({ origin, protocol }: URL, hostname: string, port: number): number {
    const answeringMs = this.#answeringMs.get(origin);
    const openingMs = this.#connector.openingMs(protocol, hostname, port) ?? 0;
    return answeringMs !== undefined && answeringMs < openingMs ? openingMs : 0;
  }

  /** Sends one request, which has `ms` milliseconds. Rejects only for mistakes of ours. */
  send(hop: Hop, url: URL, fields: Fields, ms: number): Promise<Landing> {
    const { budget, spent } = this.#options;
    return new Promise((resolve, reject) => {
      const over = (): void => {
        clearTimeout(timer);
        this.#flights.delete(flight);
      };
      const flight = new Flight(hop.method, hop.maxBytes, {
        reserve: (bytes) => {
          const granted = Math.min(bytes, budget.totalBytes - spent.bytes);
          spent.bytes += granted;
          return granted;
        },
        land: (landing) => {
          over();
          if (landing.kind === 'done') this.#answered(url.origin, performance.now() - flight.sentAt);
          // undici frees the connection in the immediate after this one; asking sooner would open another and pay for its handshake.
          queueMicrotask(() => setImmediate(resolve, landing));
        },
        mistake: (error) => {
          over();
          reject(error);
        },
      });
      const timer = setTimeout(() => flight.timeOut(), ms);
      this.#flights.add(flight);
      const { origin, pathname, search } = url;
      this.#agent.dispatch(
        { origin, path: pathname + search, method: hop.method, headers: fields.flat(), body: hop.body },
        flight,
      );
    });
  }

  /** Ends every request in the air. */
  end(reason: Failure): void {
    clearInterval(this.#watch);
    for (const flight of [...this.#flights]) flight.fail(reason);
  }

  async close(): Promise<void> {
    this.#connector.destroy();
    await this.#agent.destroy();
  }

  #answered(origin: string, ms: number): void {
    this.#answeringMs.set(origin, Math.min(this.#answeringMs.get(origin) ?? ms, ms));
  }

  #checkSockets(): void {
    const most = this.#options.budget.totalBytes + wireSlack;
    for (const socket of this.#connector.open)
      if (socket.bytesRead > most) socket.destroy(new FailureError(tooMuchData));
  }
}
