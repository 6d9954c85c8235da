/**
 * The only door to the network. Each request, and each redirect hop again: scheme, port and name are judged, the name is looked up once
 * per scan, every address is judged, the connection is pinned to them, and time, bytes and numbers are bounded (STANDARDS §10 U1, U8).
 * What the network does is data; only mistakes of ours are thrown.
 */
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import type {
  Budget,
  Exchange,
  Failure,
  HttpAnswer,
  HttpClient,
  HttpRequest,
  Restraint,
  ScanOptions,
} from '../types.ts';
import type { Literals } from '../redact/literals.ts';
import { judgeAddress } from './address.ts';
import { acceptEncoding } from './body.ts';
import { Connector, dialled, secureContextFor, type Pin } from './connector.ts';
import { recordAnswer, recordFailure, recordRequest, type AnswerRecord, type Fields } from './exchange.ts';
import { failureOf, FailureError, guardFailure, noPublicAddress } from './failures.ts';
import { Flight, type Landing, type Method } from './flight.ts';
import { findPin, type ConnectTo, type LookupOptions, type PinVerdict } from './lookup.ts';
import { Courtesy, effectProblem, restrained, robotsSayNo, robotsUnavailable } from './courtesy.ts';
import { followRedirects } from './redirects.ts';
import { sharedResolver } from './resolver.ts';
import { closed, forbids, isRobots, robotsBytes } from './robots.ts';
import { Slots } from './slots.ts';
import { bareHost, judgeHost, judgeUrl } from './url-guard.ts';

/** Budget of one public scan (DESIGN §4). */
export const defaultBudget: Budget = {
  requests: 90,
  concurrent: 8,
  perHost: 4,
  requestMs: 8000,
  connectMs: 3000,
  bodyBytes: 1024 * 1024,
  totalBytes: 12 * 1024 * 1024,
  totalMs: 45_000,
};

export interface HttpClientOptions {
  budget: Budget;
  /** CIDR blocks that the operator opens. */
  allowNets: readonly string[];
  /** Whether the operator has closed a name or an address. */
  denies?: ((host: string) => boolean) | undefined;
  /** Name servers as `address` or `address:port`; default: the system's. */
  dnsServers?: readonly string[] | undefined;
  /**
   * Says where a host and port really are; that address is judged like a looked-up one. Without `dnsServers` it stands in place of the
   * lookup; with them the name is looked up and judged first, and only the connection goes elsewhere.
   */
  connectTo?: ConnectTo | undefined;
  /** Extra certificate authorities, PEM. */
  ca?: readonly string[] | undefined;
  /** The HTTP proxy through which everything connects. Where names lead is then its affair. Default: none. */
  proxy?: URL | undefined;
  userAgent: string;
  /** Fields that prove who sends a request, added to each. */
  sign?: ScanOptions['sign'];
  /**
   * Tells the hosts of the business that was typed. With it, each host is asked for its robots.txt first and obeyed, and nothing but reading
   * goes to foreign hosts. Default: everything is the caller's own affair.
   */
  own?: ((host: string) => boolean) | undefined;
  /** Limits across scans, asked before each request. */
  restraint?: Restraint | undefined;
  /** Random strings that this scan has made up so far, read whenever something is stored: a target may repeat one at any time. */
  randoms?: readonly string[] | undefined;
  /** Real credentials that this scan was given, and what they brought: nothing that repeats one is stored. */
  secrets?: Literals | undefined;
  /** Where exchanges are kept, so that several clients of one scan number them in one line. Default: a list of its own. */
  exchanges?: Exchange[] | undefined;
  signal?: AbortSignal | undefined;
}

/** Redirect hops followed at most (STANDARDS §10 U3). */
const maxHops = 5;
/** Header bytes of one answer. */
const maxHeaderBytes = 32 * 1024;
/** Names looked up in one scan. */
const maxNames = 300;
/** Refused URLs that get an exchange of their own; further ones share the last. */
const maxRefusals = 50;
/** Requests to one origin that may time out before the rest is not sent: a host that swallows requests would eat the scan's time. */
const maxTimeouts = 3;
/** How long a request to a foreign host waits for other scans, and how long any request waits until it looks again, in milliseconds. */
const foreignPatienceMs = 2000;
const restMs = 500;
/** A name without public address is told after a multiple of this, in milliseconds (STANDARDS §10 U10). */
const evenMs = 250;
/** How often sockets are looked at for bytes that never reach a body, in milliseconds. */
const watchMs = 100;
/** Characters of a text in which real credentials are looked for before it is cut to what is stored, which is far less. */
const mostHidden = 64 * 1024;
/** Wire bytes of one connection beyond the byte budget: handshakes, header fields, chunk framing. */
const wireSlack = 1024 * 1024;

const aborted = failureOf('aborted', 'aborted', 'The scan was stopped.');
const closedFailure = failureOf('aborted', 'closed', 'The scan is over.');
const outOfRequests = failureOf('budget', 'requests', 'The scan has no requests left.');
const outOfBytes = failureOf('budget', 'bytes', 'The scan has read as many bytes as it may.');
const outOfTime = failureOf('budget', 'time', "The scan's time is over.");
const tooManyNames = failureOf('budget', 'names', 'The scan has looked up as many names as it may.');
const tooMuchData = failureOf('body', 'too-much-data', 'The host kept sending bytes that belong to no body.');

/** One hop as it goes on the wire. */
interface Hop {
  url: string;
  method: Method;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  purpose: string;
  maxBytes: number;
  randoms: readonly string[];
  learn: ((text: string) => void) | undefined;
  unkept: boolean;
  deliberate: boolean;
}

/** Opens the network for one scan; its total time starts now. Throws RangeError when an entry of `allowNets` is not a CIDR block. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  return new GuardedClient(options);
}

class GuardedClient implements HttpClient {
  readonly exchanges: Exchange[];
  readonly spent = { requests: 0, bytes: 0 };
  readonly #options: HttpClientOptions;
  readonly #budget: Budget;
  readonly #lookupOptions: LookupOptions;
  readonly #slots: Slots;
  readonly #connector: Connector;
  readonly #agent: Agent;
  readonly #lookups = new Map<string, Promise<PinVerdict>>();
  readonly #pins = new Map<string, Pin>();
  /** Origins and hosts that do not answer, with the exchange that proved it. */
  readonly #dead = new Map<string, { id: string; failure: Failure }>();
  readonly #timeouts = new Map<string, number>();
  /** Origins that have answered: only there can a connection have gone stale. */
  readonly #alive = new Set<string>();
  readonly #flights = new Set<Flight>();
  /** Requests that wait for the robots.txt of their origin. */
  readonly #waiting = new Map<string, number>();
  readonly #courtesy: Courtesy | null;
  readonly #standard: readonly [string, string][];
  readonly #onAbort: () => void;
  readonly #clock: NodeJS.Timeout;
  readonly #watch: NodeJS.Timeout;
  #refusals = 0;
  #lastRefusal = '';
  #budgetExchange: { id: string; failure: Failure } | null = null;
  /** Why nothing is sent any more. */
  #over: Failure | null = null;

  constructor(options: HttpClientOptions) {
    // Fails here, not in the middle of a scan, when the operator's setting is wrong.
    judgeAddress('127.0.0.1', options.allowNets);
    this.#options = options;
    this.exchanges = options.exchanges ?? [];
    this.#budget = options.budget;
    this.#lookupOptions = {
      allowNets: options.allowNets,
      denies: options.denies,
      resolver: sharedResolver(options.dnsServers),
      connectTo: options.connectTo,
      proxied: options.proxy !== undefined,
      alsoLookUp: options.dnsServers !== undefined,
    };
    this.#courtesy =
      options.own === undefined ? null : new Courtesy(options.own, (url, problem) => this.#askRobots(url, problem));
    this.#slots = new Slots(options.budget.concurrent, options.budget.perHost);
    this.#connector = new Connector({
      pin: (hostname, port) => this.#pins.get(`${hostname}:${port}`),
      allowNets: options.allowNets,
      connectMs: options.budget.connectMs,
      secureContext: secureContextFor(options.ca),
      proxy: options.proxy,
    });
    this.#agent = new Agent({
      connect: this.#connector.connect,
      connections: options.budget.perHost,
      pipelining: 1,
      allowH2: false,
      maxHeaderSize: maxHeaderBytes,
      // Our own clock covers the whole request; undici's per-phase timers are coarse and a dripping body resets them.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 10_000,
    });
    this.#standard = [
      ['user-agent', options.userAgent],
      ['accept', '*/*'],
      ['accept-encoding', acceptEncoding],
    ];
    this.#clock = setTimeout(() => this.#end(outOfTime), options.budget.totalMs).unref();
    this.#watch = setInterval(() => this.#checkSockets(), watchMs).unref();
    this.#onAbort = () => this.#end(aborted);
    if (options.signal?.aborted === true) this.#end(aborted);
    else options.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get left(): number {
    return this.#over === null ? Math.max(0, this.#budget.requests - this.spent.requests) : 0;
  }

  get timeIsUp(): boolean {
    return this.#over === outOfTime;
  }

  async resolves(host: string): Promise<'yes' | 'no' | 'refused' | 'unknown'> {
    const found = await this.#lookUpName(host);
    if (found === null) return 'refused';
    return found.kind === 'pinned' ? 'yes' : found.answer;
  }

  async addresses(host: string): Promise<string[]> {
    const found = await this.#lookUpName(host);
    return found?.kind === 'pinned' ? [...found.addresses].sort() : [];
  }

  vouch(document: string, endpoint: string): void {
    this.#courtesy?.vouch(document, endpoint);
  }

  welcomes(endpoint: string): boolean {
    return this.#courtesy?.welcomes(new URL(endpoint)) ?? true;
  }

  async request(request: HttpRequest): Promise<HttpAnswer> {
    const method = request.method ?? 'GET';
    const hops = method === 'GET' || method === 'HEAD' ? Math.min(request.follow ?? 0, maxHops) : 0;
    const hop = {
      method,
      body: request.body ?? null,
      purpose: request.purpose,
      maxBytes: request.maxBytes ?? this.#budget.bodyBytes,
      randoms: request.randoms ?? [],
      learn: request.learn,
      unkept: request.unkept ?? false,
      deliberate: request.deliberate ?? false,
    };
    if (method === 'GET' && this.#courtesy !== null && isRobots(request.url))
      return (await this.#courtesy.robotsOf(new URL(request.url).origin)).answer;
    return followRedirects(request.url, request.headers ?? {}, hops, async (url, headers) => {
      const judged = await this.#mayAsk({ ...hop, url, headers });
      return 'kind' in judged ? judged : this.#exchange(judged);
    });
  }

  async close(): Promise<void> {
    this.#end(closedFailure);
    this.#connector.destroy();
    await this.#agent.destroy();
  }

  /** Ends everything in flight with `reason` and lets nothing start any more. The first reason stays. */
  #end(reason: Failure): void {
    if (this.#over !== null) return;
    this.#over = reason;
    clearTimeout(this.#clock);
    clearInterval(this.#watch);
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    this.#slots.close();
    for (const flight of [...this.#flights]) flight.fail(reason);
  }

  #checkSockets(): void {
    const most = this.#budget.totalBytes + wireSlack;
    for (const socket of this.#connector.open)
      if (socket.bytesRead > most) socket.destroy(new FailureError(tooMuchData));
  }

  // ------------------------------------------------------------ courtesy

  /** The hop as it may be sent, or why it may not (docs/safety.md). What is no URL that may be asked is left to the guard. */
  async #mayAsk(hop: Hop): Promise<Hop | HttpAnswer> {
    const verdict = judgeUrl(hop.url, this.#options.allowNets);
    if (!verdict.allowed) return hop;
    const effect = hop.deliberate ? null : effectProblem(verdict.url);
    if (effect !== null) return this.#refuse(hop, effect);
    if (this.#courtesy === null) return hop;
    const asking = this.#courtesy.robotsOf(verdict.url.origin);
    if (this.#courtesy.own(verdict.hostname)) this.#connectAhead(verdict);
    const robots = await asking;
    this.#waiting.delete(verdict.url.origin);
    // Without an answer to that, nothing else is asked (RFC 9309 §2.3.1.4).
    if (robots.answer.kind === 'failure' && robots.answer.failure.step !== 'guard')
      return { ...robots.answer, chain: [], url: verdict.url.href };
    if (robots.rules === closed) return this.#refuse(hop, robotsUnavailable);
    if (forbids(robots.rules, verdict.url, !this.#courtesy.own(verdict.hostname)))
      return this.#refuse(hop, robotsSayNo);
    const judged = this.#courtesy.judge(hop.method, verdict.url, hop.body);
    return judged instanceof URL ? { ...hop, url: judged.href } : this.#refuse(hop, judged);
  }

  /**
   * Several requests wait for a host's robots.txt: the first takes over the connection that brings it, and each further one finds a connection
   * of its own, so that the rule costs no handshakes. Only for hosts of the business, and only where its robots.txt may be asked for now.
   */
  #connectAhead({ url, hostname, port }: { url: URL; hostname: string; port: number }): void {
    if (this.#alive.has(url.origin)) return;
    const waiting = (this.#waiting.get(url.origin) ?? 0) + 1;
    this.#waiting.set(url.origin, waiting);
    if (waiting === 1 || waiting > this.#budget.perHost) return;
    void this.#lookUp(hostname, port).then((found) => {
      if (found.kind === 'pinned' && this.#over === null) this.#connector.openAhead(url.protocol, hostname, port);
    });
  }

  /** One step on the way to a robots.txt. */
  #askRobots(url: string, problem: Failure | null): Promise<HttpAnswer> {
    const asking = {
      headers: {},
      body: null,
      purpose: 'robots.txt',
      maxBytes: robotsBytes,
      randoms: [],
      learn: undefined,
      unkept: false,
      deliberate: false,
    };
    const hop: Hop = { ...asking, url, method: 'GET' };
    return problem === null ? this.#exchange(hop) : Promise.resolve(this.#refuse(hop, problem));
  }

  // ------------------------------------------------------------ one hop

  async #exchange(hop: Hop): Promise<HttpAnswer> {
    if (
      this.#over !== null ||
      this.spent.requests >= this.#budget.requests ||
      this.spent.bytes >= this.#budget.totalBytes
    ) {
      return this.#overBudget(
        hop,
        this.#over ?? (this.spent.requests >= this.#budget.requests ? outOfRequests : outOfBytes),
      );
    }
    const verdict = judgeUrl(hop.url, this.#options.allowNets);
    if (!verdict.allowed) return this.#refuse(hop, guardFailure(verdict.code));
    const { url, hostname, port } = verdict;
    const dead = this.#dead.get(hostname) ?? this.#dead.get(url.origin);
    if (dead !== undefined) return { kind: 'failure', id: dead.id, chain: [], url: url.href, failure: dead.failure };

    // Reserved before anything is awaited, so that concurrent requests cannot overdraw the budget.
    this.spent.requests += 1;
    const signature = this.#options.sign?.({ method: hop.method, url: url.href });
    const fields: Fields = this.#fields({ ...hop.headers, ...signature });
    const record = this.#record(hop, url.href, fields);
    const fail = (failure: Failure, start: number): HttpAnswer => {
      recordFailure(record, failure);
      record.ms = Math.round(performance.now() - start);
      return { kind: 'failure', id: record.id, chain: [], url: url.href, failure };
    };

    const asked = performance.now();
    const found = await this.#lookUp(hostname, port);
    if (found.kind === 'failed') {
      this.spent.requests -= 1;
      this.#dead.set(hostname, { id: record.id, failure: found.failure });
      if (found.failure !== noPublicAddress) return fail(found.failure, asked);
      // Names of insides are refused sooner or later than names that do not exist are looked up; neither may show.
      const late = performance.now() - asked;
      await sleep(Math.ceil(late / evenMs) * evenMs - late);
      return fail(found.failure, performance.now());
    }
    if (!(await this.#restrain(hostname, found.pin))) {
      this.spent.requests -= 1;
      return fail(restrained, performance.now());
    }
    const granted = await this.#slots.take(hostname);
    const start = performance.now();
    if (!granted || this.#over !== null) {
      if (granted) this.#slots.release(hostname);
      this.spent.requests -= 1;
      return fail(this.#over ?? closedFailure, start);
    }
    try {
      const landing = await this.#fly(hop, url, fields, start);
      if (landing.kind === 'failed') {
        if (landing.partial !== null) this.#recordAnswer(record, hop, landing.partial);
        this.#learn(url.origin, record.id, landing.failure);
        return fail(landing.failure, start);
      }
      this.#alive.add(url.origin);
      this.#timeouts.delete(url.origin);
      const { status, headers, setCookies, contentType, fields: answered, text, bytes, truncated } = landing;
      this.#recordAnswer(record, hop, { status, headers: answered, text, bytes, truncated });
      record.ms = Math.round(performance.now() - start);
      return {
        kind: 'response',
        id: record.id,
        chain: [],
        url: url.href,
        status,
        headers,
        setCookies,
        contentType,
        text,
        truncated,
      };
    } finally {
      this.#slots.release(hostname);
    }
  }

  /** Waits until all scans together have asked this host little enough; false when that takes too long. */
  async #restrain(host: string, pin: Pin): Promise<boolean> {
    const { restraint } = this.#options;
    if (restraint === undefined) return true;
    const contact = { addresses: dialled(pin), host, own: this.#courtesy?.own(host) ?? false };
    const patience = performance.now() + (contact.own ? this.#budget.totalMs : foreignPatienceMs);
    for (;;) {
      const wait = await restraint(contact);
      if (wait === 0) return true;
      if (this.#over !== null || performance.now() + wait > patience) return false;
      await sleep(Math.min(wait, restMs));
    }
  }

  /** Sends, and once more when a kept connection turned out to be closed: RFC 9112 §9.3.1 lets safe methods be repeated then. */
  async #fly(hop: Hop, url: URL, fields: Fields, start: number): Promise<Landing> {
    const landing = await this.#send(hop, url, fields, this.#budget.requestMs);
    const stale =
      landing.kind === 'failed' &&
      landing.failure.step === 'headers' &&
      (landing.failure.code === 'closed' || landing.failure.code === 'reset');
    if (!stale || hop.method === 'POST' || hop.method === 'DELETE' || !this.#alive.has(url.origin) || this.left === 0)
      return landing;
    const remaining = this.#budget.requestMs - (performance.now() - start);
    if (remaining <= 0) return landing;
    this.spent.requests += 1;
    return this.#send(hop, url, fields, remaining);
  }

  #send(hop: Hop, url: URL, fields: Fields, ms: number): Promise<Landing> {
    return new Promise((resolve, reject) => {
      const flight = new Flight(hop.method, hop.maxBytes, {
        reserve: (bytes) => {
          const granted = Math.min(bytes, this.#budget.totalBytes - this.spent.bytes);
          this.spent.bytes += granted;
          return granted;
        },
        land: (landing) => {
          clearTimeout(timer);
          this.#flights.delete(flight);
          // undici frees the connection in the immediate after this one; asking sooner would open another and pay for its handshake.
          queueMicrotask(() => setImmediate(resolve, landing));
        },
        mistake: (error) => {
          clearTimeout(timer);
          this.#flights.delete(flight);
          reject(error);
        },
      });
      const timer = setTimeout(() => flight.timeOut(), ms);
      this.#flights.add(flight);
      this.#agent.dispatch(
        {
          origin: url.origin,
          path: url.pathname + url.search,
          method: hop.method,
          headers: fields.flat(),
          body: hop.body,
        },
        flight,
      );
    });
  }

  /** Remembers what makes further requests to an origin pointless in this scan. */
  #learn(origin: string, id: string, failure: Failure): void {
    if (failure.step === 'connect' || failure.step === 'tls' || failure.step === 'guard') {
      if (!this.#alive.has(origin)) this.#dead.set(origin, { id, failure });
    } else if (failure.code === 'timeout' && !this.#alive.has(origin)) {
      const count = (this.#timeouts.get(origin) ?? 0) + 1;
      this.#timeouts.set(origin, count);
      if (count >= maxTimeouts) this.#dead.set(origin, { id, failure });
    }
  }

  #fields(headers: Readonly<Record<string, string>>): Fields {
    const own = Object.entries(headers);
    return [...this.#standard.filter(([name]) => headers[name] === undefined), ...own];
  }

  #randoms(hop: Hop): readonly string[] {
    return [...hop.randoms, ...(this.#options.randoms ?? [])];
  }

  /** Secrets that are known to the letter go first, before patterns take a part of one away. */
  #hide(text: string): string {
    return this.#options.secrets?.hide(text.slice(0, mostHidden)) ?? text;
  }

  #hideFields(fields: Fields): Fields {
    return this.#options.secrets === undefined ? fields : fields.map(([name, value]) => [name, this.#hide(value)]);
  }

  /** What an answer gives out is learned before anything of it is kept. */
  #recordAnswer(record: Exchange, hop: Hop, answer: AnswerRecord): void {
    hop.learn?.(answer.text);
    const kept = hop.unkept && answer.status < 300 ? '' : this.#hide(answer.text);
    recordAnswer(record, { ...answer, headers: this.#hideFields(answer.headers), text: kept }, this.#randoms(hop));
    if (hop.unkept && record.response && answer.status < 300 && answer.text !== '') record.response.truncated = true;
  }

  #record(hop: Hop, url: string, fields: Fields): Exchange {
    const record = recordRequest(
      `x${this.exchanges.length + 1}`,
      hop.purpose,
      hop.method,
      this.#hide(url),
      this.#hideFields(fields),
      hop.body === null ? null : this.#hide(hop.body),
      this.#randoms(hop),
    );
    this.exchanges.push(record);
    return record;
  }

  /** A URL that no request is sent to. A document full of them must not fill the report. */
  #refuse(hop: Hop, failure: Failure): HttpAnswer {
    if (this.#refusals < maxRefusals) {
      const record = this.#record(hop, hop.url, this.#fields(hop.headers));
      recordFailure(record, failure);
      this.#lastRefusal = record.id;
      this.#refusals += 1;
    }
    return { kind: 'failure', id: this.#lastRefusal, chain: [], url: hop.url, failure };
  }

  /** One exchange stands for everything that was not sent any more. */
  #overBudget(hop: Hop, failure: Failure): HttpAnswer {
    if (this.#budgetExchange?.failure !== failure) {
      const record = this.#record(hop, hop.url, this.#fields(hop.headers));
      recordFailure(record, failure);
      this.#budgetExchange = { id: record.id, failure };
    }
    return { kind: 'failure', id: this.#budgetExchange.id, chain: [], url: hop.url, failure };
  }

  // ------------------------------------------------------------ names

  /** Null when the name itself is refused. */
  async #lookUpName(host: string): Promise<PinVerdict | null> {
    const name = bareHost(host.toLowerCase());
    if (judgeHost(isIP(name) === 6 ? `[${name}]` : name, this.#options.allowNets) !== null) return null;
    return this.#lookUp(name, 443);
  }

  /** One lookup per host and port and scan; everything later uses its result. */
  #lookUp(hostname: string, port: number): Promise<PinVerdict> {
    const key = `${hostname}:${port}`;
    let lookup = this.#lookups.get(key);
    if (lookup === undefined) {
      if (this.#lookups.size >= maxNames)
        return Promise.resolve({ kind: 'failed', failure: tooManyNames, answer: 'unknown' });
      lookup = findPin(hostname, port, this.#lookupOptions).then((found) => {
        if (found.kind === 'pinned') this.#pins.set(key, found.pin);
        return found;
      });
      this.#lookups.set(key, lookup);
    }
    return lookup;
  }
}
