/**
 * The only door to the network. Each request, and each redirect hop again: scheme, port and name are judged, the name is looked up once
 * per scan, every address is judged, the connection is pinned to them, and time, bytes and numbers are bounded (STANDARDS §10 U1, U8).
 * What the network does is data; only mistakes of ours are thrown. In order: `courtesy.ts` (may one ask?), `names.ts` (where is it?), `slots.ts`
 * (now?), `wire.ts` (sends), `recorder.ts` (keeps), `standing.ts` (remembers who does not answer).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Budget, Exchange, Failure, HttpAnswer, HttpClient, HttpRequest, ScanOptions } from '../types.ts';
import { judgeAddress } from './address.ts';
import { acceptEncoding } from './body.ts';
import { dialled, type Pin } from './connector.ts';
import { Courtesy, effectProblem, restrained, robotsSayNo, robotsUnavailable } from './courtesy.ts';
import { recordFailure, type Fields } from './exchange.ts';
import { failureOf, guardFailure, noPublicAddress } from './failures.ts';
import type { Landing } from './flight.ts';
import type { ConnectTo } from './lookup.ts';
import { Names } from './names.ts';
import { failed, Recorder, type Hop, type RecorderOptions } from './recorder.ts';
import { followRedirects } from './redirects.ts';
import { sharedResolver } from './resolver.ts';
import { closed, forbids, isRobots, robotsBytes } from './robots.ts';
import { Slots } from './slots.ts';
import { Standing } from './standing.ts';
import { judgeUrl } from './url-guard.ts';
import { Wire } from './wire.ts';

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

/** What a scan hands on of its options. */
type Handed = 'ca' | 'denies' | 'dnsServers' | 'proxy' | 'restraint' | 'sign' | 'signal';

export interface HttpClientOptions extends RecorderOptions, Undefinable<Pick<ScanOptions, Handed>> {
  budget: Budget;
  /** CIDR blocks that the operator opens. */
  allowNets: readonly string[];
  /**
   * Says where a host and port really are; that address is judged like a looked-up one. Without `dnsServers` it stands in place of the
   * lookup; with them the name is looked up and judged first, and only the connection goes elsewhere.
   */
  connectTo?: ConnectTo | undefined;
  userAgent: string;
  /**
   * Tells the hosts of the business that was typed. With it, each host is asked for its robots.txt first and obeyed, and nothing but reading
   * goes to foreign hosts. Default: everything is the caller's own affair.
   */
  own?: ((host: string) => boolean) | undefined;
}
type Undefinable<T> = { [Name in keyof T]?: T[Name] | undefined };

/** Redirect hops followed at most (STANDARDS §10 U3). */
const maxHops = 5;
/** How long a request to a foreign host waits for other scans, and how long any request waits until it looks again, in milliseconds. */
const foreignPatienceMs = 2000;
const restMs = 500;
/** How long a robots.txt may take before connections are opened for what waits for it, in milliseconds. */
const aheadAfterMs = 25;

const aborted = failureOf('aborted', 'aborted', 'The scan was stopped.');
const closedFailure = failureOf('aborted', 'closed', 'The scan is over.');
const badField = failureOf('guard', 'bad-field', 'A header field would hold what none can, as a target wrote it.');
/** What no field value holds (RFC 9110 §5.5): a token, say, that a target gave out with the end of a line in it. */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;
const outOfRequests = failureOf('budget', 'requests', 'The scan has no requests left.');
const outOfBytes = failureOf('budget', 'bytes', 'The scan has read as many bytes as it may.');
const outOfTime = failureOf('budget', 'time', "The scan's time is over.");

/** What a hop has unless its request says otherwise. */
const plain = { headers: {}, body: null, randoms: [], learn: undefined, unkept: false, deliberate: false };

/** Opens the network for one scan; its total time starts now. Throws RangeError when an entry of `allowNets` is not a CIDR block. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  return new GuardedClient(options);
}

class GuardedClient implements HttpClient {
  readonly spent = { requests: 0, bytes: 0 };
  readonly #options: HttpClientOptions;
  readonly #budget: Budget;
  readonly #names: Names;
  readonly #slots: Slots;
  readonly #wire: Wire;
  readonly #recorder: Recorder;
  readonly #standing = new Standing();
  /** Requests that wait for the robots.txt of their origin. */
  readonly #waiting = new Map<string, number>();
  readonly #courtesy: Courtesy | null;
  readonly #standard: Fields;
  readonly #onAbort = (): void => this.#end(aborted);
  readonly #clock: NodeJS.Timeout;
  /** Why nothing is sent any more. */
  #over: Failure | null = null;

  constructor(options: HttpClientOptions) {
    const { allowNets, budget, ca, connectTo, denies, dnsServers, own, proxy, signal, userAgent } = options;
    // Fails here, not in the middle of a scan, when the operator's setting is wrong.
    judgeAddress('127.0.0.1', allowNets);
    this.#options = options;
    this.#budget = budget;
    this.#recorder = new Recorder(options);
    this.#names = new Names({
      allowNets,
      denies,
      resolver: sharedResolver(dnsServers),
      connectTo,
      proxied: proxy !== undefined,
      alsoLookUp: dnsServers !== undefined,
    });
    this.#courtesy = own === undefined ? null : new Courtesy(own, (url, problem) => this.#askRobots(url, problem));
    this.#slots = new Slots(budget.concurrent, budget.perHost);
    const pin = this.#names.pin.bind(this.#names);
    this.#wire = new Wire({ pin, allowNets, proxy, budget, ca, spent: this.spent });
    this.#standard = [
      ['user-agent', userAgent],
      ['accept', '*/*'],
      ['accept-encoding', acceptEncoding],
    ];
    this.#clock = setTimeout(() => this.#end(outOfTime), budget.totalMs).unref();
    if (signal?.aborted === true) this.#end(aborted);
    else signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get exchanges(): Exchange[] {
    return this.#recorder.exchanges;
  }

  get left(): number {
    return this.#over === null ? Math.max(0, this.#budget.requests - this.spent.requests) : 0;
  }

  get timeIsUp(): boolean {
    return this.#over === outOfTime;
  }

  async resolves(host: string): Promise<'yes' | 'no' | 'refused' | 'unknown'> {
    const found = await this.#names.lookUpName(host);
    if (found === null) return 'refused';
    return found.kind === 'pinned' ? 'yes' : found.answer;
  }

  async addresses(host: string): Promise<string[]> {
    const found = await this.#names.lookUpName(host);
    return found?.kind === 'pinned' ? [...found.addresses].sort() : [];
  }

  vouch(document: string, endpoint: string): void {
    this.#courtesy?.vouch(document, endpoint);
  }

  welcomes(endpoint: string): boolean {
    return this.#courtesy?.welcomes(new URL(endpoint)) ?? true;
  }

  async request(request: HttpRequest): Promise<HttpAnswer> {
    const { url: start, follow = 0, headers: fields = {}, method = 'GET', maxBytes = this.#budget.bodyBytes } = request;
    const hops = method === 'GET' || method === 'HEAD' ? Math.min(follow, maxHops) : 0;
    if (method === 'GET' && this.#courtesy !== null && isRobots(start))
      return (await this.#courtesy.robotsOf(new URL(start).origin)).answer;
    return followRedirects(start, fields, hops, async (url, headers) => {
      const judged = await this.#mayAsk({ ...plain, ...request, method, maxBytes, url, headers });
      return 'kind' in judged ? judged : this.#exchange(judged);
    });
  }

  async close(): Promise<void> {
    this.#end(closedFailure);
    await this.#wire.close();
  }

  /** Ends everything in flight with `reason` and lets nothing start any more. The first reason stays. */
  #end(reason: Failure): void {
    if (this.#over !== null) return;
    this.#over = reason;
    clearTimeout(this.#clock);
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    this.#slots.close();
    this.#wire.end(reason);
  }

  // ------------------------------------------------------------ courtesy

  /** The hop as it may be sent, or why it may not (docs/safety.md). What is no URL that may be asked is left to the guard. */
  async #mayAsk(hop: Hop): Promise<Hop | HttpAnswer> {
    const verdict = judgeUrl(hop.url, this.#options.allowNets);
    if (!verdict.allowed) return hop;
    if (Object.values(hop.headers).some((value) => unsendable.test(value)))
      return this.#refuse({ ...hop, headers: {} }, badField);
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
   * of its own, so that the rule costs no handshakes. Only for hosts of the business, and only where its robots.txt may be asked for now. Where
   * the answer is there before long, the connection that brought it goes further.
   */
  #connectAhead({ url, hostname, port }: { url: URL; hostname: string; port: number }): void {
    if (this.#standing.isAlive(url.origin)) return;
    const waiting = (this.#waiting.get(url.origin) ?? 0) + 1;
    this.#waiting.set(url.origin, waiting);
    if (waiting === 1 || waiting > this.#budget.perHost) return;
    void Promise.all([this.#names.lookUp(hostname, port), sleep(aheadAfterMs, null, { ref: false })]).then(
      ([found]) => {
        if (found.kind !== 'pinned' || this.#over !== null || this.#standing.isAlive(url.origin)) return;
        this.#slots.extend(hostname);
        this.#wire.openAhead(url.protocol, hostname, port);
      },
    );
  }

  /** One step on the way to a robots.txt. */
  #askRobots(url: string, problem: Failure | null): Promise<HttpAnswer> {
    const hop: Hop = { ...plain, url, method: 'GET', purpose: 'robots.txt', maxBytes: robotsBytes };
    return problem === null ? this.#exchange(hop) : Promise.resolve(this.#refuse(hop, problem));
  }

  #refuse(hop: Hop, failure: Failure): HttpAnswer {
    return this.#recorder.refusal(hop, this.#fields(hop.headers), failure);
  }

  // ------------------------------------------------------------ one hop

  /** Why nothing is sent any more, or null. */
  #isOver(): Failure | null {
    if (this.#over !== null) return this.#over;
    if (this.spent.requests >= this.#budget.requests) return outOfRequests;
    return this.spent.bytes >= this.#budget.totalBytes ? outOfBytes : null;
  }

  async #exchange(hop: Hop): Promise<HttpAnswer> {
    const over = this.#isOver();
    if (over !== null) return this.#recorder.overBudget(hop, this.#fields(hop.headers), over);
    const verdict = judgeUrl(hop.url, this.#options.allowNets);
    if (!verdict.allowed) return this.#refuse(hop, guardFailure(verdict.code));
    const { url, hostname, port } = verdict;
    const dead = this.#standing.dead(hostname, url.origin);
    if (dead !== undefined) return failed(dead.id, url.href, dead.failure);

    // Reserved before anything is awaited, so that concurrent requests cannot overdraw the budget.
    this.spent.requests += 1;
    const signature = this.#options.sign?.({ method: hop.method, url: url.href });
    const fields = this.#fields({ ...hop.headers, ...signature });
    const record = this.#recorder.request(hop, url.href, fields);
    const fail = (failure: Failure, start: number): HttpAnswer => {
      recordFailure(record, failure);
      record.ms = Math.round(performance.now() - start);
      return failed(record.id, url.href, failure);
    };

    const asked = performance.now();
    const found = await this.#names.lookUp(hostname, port);
    if (found.kind === 'failed') {
      this.spent.requests -= 1;
      this.#standing.lost(hostname, { id: record.id, failure: found.failure });
      if (found.failure !== noPublicAddress) return fail(found.failure, asked);
      await this.#names.untilTold(hostname, port);
      return fail(found.failure, performance.now());
    }
    /** Not sent after all. */
    const leave = (failure: Failure): HttpAnswer => {
      this.spent.requests -= 1;
      return fail(failure, performance.now());
    };
    if (!(await this.#restrain(hostname, found.pin))) return leave(restrained);
    const granted = await this.#slots.take(hostname, this.#wire.patienceMs(url, hostname, port));
    if (!granted) return leave(this.#over ?? closedFailure);
    try {
      const start = performance.now();
      if (this.#over !== null) return leave(this.#over);
      const landing = await this.#fly(hop, url, fields, start);
      if (landing.kind === 'failed') {
        if (landing.partial !== null) this.#recorder.answer(record, hop, landing.partial);
        this.#standing.failed(url.origin, { id: record.id, failure: landing.failure });
        return fail(landing.failure, start);
      }
      this.#standing.answered(url.origin);
      const { status, headers, setCookies, contentType, fields: answered, text, bytes, truncated } = landing;
      this.#recorder.answer(record, hop, { status, headers: answered, text, bytes, truncated });
      record.ms = Math.round(performance.now() - start);
      const answer = { status, headers, setCookies, contentType, text, truncated };
      return { kind: 'response', id: record.id, chain: [], url: url.href, ...answer };
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
    const landing = await this.#wire.send(hop, url, fields, this.#budget.requestMs);
    const stale =
      landing.kind === 'failed' &&
      landing.failure.step === 'headers' &&
      (landing.failure.code === 'closed' || landing.failure.code === 'reset');
    const repeatable = hop.method !== 'POST' && hop.method !== 'DELETE' && this.#standing.isAlive(url.origin);
    const remaining = this.#budget.requestMs - (performance.now() - start);
    if (!stale || !repeatable || this.left === 0 || remaining <= 0) return landing;
    this.spent.requests += 1;
    return this.#wire.send(hop, url, fields, remaining);
  }

  #fields(headers: Readonly<Record<string, string>>): Fields {
    return [...this.#standard.filter(([name]) => headers[name] === undefined), ...Object.entries(headers)];
  }
}
