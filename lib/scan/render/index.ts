/**
 * Renders pages that are empty without JavaScript, in one headless Chromium per scan whose only way out is the filtering proxy.
 * What a page does is data; only mistakes of ours are thrown.
 */
import type { BrowserContext, Page, Request, Response, Route } from 'playwright-core';
import { judgeAddress } from '../http/address.ts';
import { failureOf, guardFailure } from '../http/failures.ts';
import { judgeUrl } from '../http/url-guard.ts';
import type { Failure, ScanOptions } from '../types.ts';
import { launchChromium, type Chromium } from './chromium.ts';
import { readContent } from './content.ts';
import { watchMemory } from './processes.ts';
import { safeMethods, startProxy, type FilterProxy } from './proxy.ts';

export interface RendererOptions {
  /** Path of a Chromium, a Chrome or a headless shell. */
  browserPath: string;
  /** CIDR blocks that the operator opens. */
  allowNets: string[];
  /** Whether the operator has closed a name or an address. */
  denies?: ScanOptions['denies'] | undefined;
  /** Name servers as `address` or `address:port`; default: the system's. */
  dnsServers?: string[] | undefined;
  /** Says where a host and port really are, in place of a lookup. */
  connectTo?: ScanOptions['connectTo'];
  /** Extra certificate authorities, PEM. A server has to send the authority's certificate along with its own. */
  ca?: string[] | undefined;
  userAgent: string;
  /** Time that rendering may take in the whole scan, start of the browser included, in milliseconds. Default 10,000. */
  totalMs?: number;
  /** Pages of the whole scan. Default 3. */
  maxPages?: number;
  /** Bytes of all pages in both directions. Default 16 MiB. */
  maxBytes?: number;
  /** Requests that one page may send. Default 80. */
  maxRequests?: number;
  /** Memory of the browser with all its processes, in bytes (watched on Linux). Default 1 GiB. */
  maxMemory?: number;
  signal?: AbortSignal | undefined;
}

/** `url` is where the page ended up, without fragment. Codes are those of the scan's own requests, and: see `failures` below. */
export type Rendering = { kind: 'page'; html: string; url: string; ms: number } | { kind: 'failure'; code: string; message: string };

export interface Renderer {
  /** Starts the browser, so that the first page need not wait for it. Call it only when a page is sure to be rendered; its time counts. */
  warm(): void;
  /** Renders one page. Resolves whatever the page does, within the time that is left. */
  render(url: string): Promise<Rendering>;
  /** Ends the browser and everything that belongs to it. May be called more than once, and at any time. */
  close(): Promise<void>;
  /** What the pages have cost so far. `refused`: requests that the guard did not let out. */
  readonly spent: { readonly pages: number; readonly requests: number; readonly bytes: number; readonly refused: number };
}

/** HTML of one page, in bytes. */
const maxHtml = 1024 * 1024;
/** Limits within one page, in milliseconds; each one also ends with the time of the scan. */
const waits = { load: 5000, quiet: 2500, read: 1500, stop: 1500, connect: 3000 } as const;
/** Held back at each step for the ones after it, in milliseconds. */
const reserve = { load: 900, quiet: 500 } as const;
const memoryMs = 300;

/** Nothing of this holds words. */
const uselessTypes: ReadonlySet<string> = new Set(['image', 'media', 'font', 'texttrack', 'eventsource', 'websocket', 'manifest', 'ping', 'cspreport', 'cspviolationreport']);

const failures = {
  start: failureOf('connect', 'browser-start', 'The browser could not be started.'),
  crash: failureOf('aborted', 'browser-crash', 'The page made the browser crash.'),
  memory: failureOf('budget', 'memory', 'The page needs more memory than it may have.'),
  time: failureOf('budget', 'time', 'The time for rendering is over.'),
  pages: failureOf('budget', 'pages', 'The scan has rendered as many pages as it may.'),
  aborted: failureOf('aborted', 'aborted', 'The scan was stopped.'),
  closed: failureOf('aborted', 'closed', 'Rendering is over.'),
  certificate: failureOf('tls', 'untrusted', 'The browser does not accept the certificate of the host.'),
  status: failureOf('headers', 'status', 'The page answered a browser with an error.'),
  notHtml: failureOf('body', 'not-html', 'The answer is no page but a file.'),
  network: failureOf('connect', 'network-error', 'The page could not be loaded.'),
  unread: failureOf('body', 'unreadable', 'The content of the page could not be read.'),
} as const;

/** Prepares rendering for one scan; the browser starts with the first page. Throws RangeError when an entry of `allowNets` is not a CIDR block. */
export function createRenderer(options: RendererOptions): Renderer {
  return new ChromiumRenderer(options);
}

/** Counts the time during which something renders, however many pages at once. */
class Clock {
  #active = 0;
  #since = 0;
  #used = 0;

  start(): void {
    if (this.#active === 0) this.#since = performance.now();
    this.#active += 1;
  }

  stop(): void {
    this.#active -= 1;
    if (this.#active === 0) this.#used += performance.now() - this.#since;
  }

  get used(): number {
    return this.#used + (this.#active > 0 ? performance.now() - this.#since : 0);
  }
}

/** The browser as it runs, with what it needs. */
interface Running {
  chromium: Chromium;
  context: BrowserContext;
}

class ChromiumRenderer implements Renderer {
  readonly #options: RendererOptions;
  readonly #totalMs: number;
  readonly #maxPages: number;
  readonly #clock = new Clock();
  readonly #pages = new Map<Page, { requests: number }>();
  readonly #onAbort: () => void;
  #rendered = 0;
  #refused = 0;
  #proxy: FilterProxy | null = null;
  #starting: Promise<Running | Failure> | null = null;
  #stopping: Promise<void> | null = null;
  #stopWatch: () => void = () => {};
  /** Why nothing is rendered any more, once that is so. */
  #over: Failure | null = null;
  readonly #end: Promise<Failure>;
  #signalEnd: (reason: Failure) => void = () => {};
  /** An error of our own, thrown at the next opportunity. */
  #mistake: { error: unknown } | null = null;

  constructor(options: RendererOptions) {
    // Fails here, not in the middle of a scan, when the operator's setting is wrong.
    judgeAddress('127.0.0.1', options.allowNets);
    this.#options = options;
    this.#totalMs = options.totalMs ?? 10_000;
    this.#maxPages = options.maxPages ?? 3;
    this.#end = new Promise((resolve) => {
      this.#signalEnd = resolve;
    });
    this.#onAbort = () => this.#finish(failures.aborted);
    if (options.signal?.aborted === true) this.#finish(failures.aborted);
    else options.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get spent(): Renderer['spent'] {
    const proxied = this.#proxy?.spent;
    return { pages: this.#rendered, requests: proxied?.requests ?? 0, bytes: proxied?.bytes ?? 0, refused: this.#refused + (proxied?.refused ?? 0) };
  }

  warm(): void {
    if (this.#over !== null || this.#starting !== null) return;
    this.#clock.start();
    void this.#running().then(() => this.#clock.stop());
  }

  async render(url: string): Promise<Rendering> {
    if (this.#over !== null) return failed(this.#over);
    const verdict = judgeUrl(url, this.#options.allowNets);
    if (!verdict.allowed) return failed(guardFailure(verdict.code));
    if (this.#rendered >= this.#maxPages) return failed(failures.pages);
    const ms = this.#totalMs - this.#clock.used;
    if (ms <= 0) return failed(failures.time);
    this.#rendered += 1;
    this.#clock.start();
    let timer: NodeJS.Timeout | undefined;
    const opened: { page: Page | null; over: boolean } = { page: null, over: false };
    try {
      const timeout = new Promise<Failure>((resolve) => {
        timer = setTimeout(() => resolve(failures.time), ms);
      });
      const result = await Promise.race([this.#visit(verdict.url.href, performance.now() + ms, opened), timeout.then(failed), this.#end.then(failed)]);
      const mistake = this.#mistake ?? (this.#proxy?.mistake === undefined ? null : { error: this.#proxy.mistake });
      if (mistake !== null) throw new Error('Rendering failed by a mistake of ours.', { cause: mistake.error });
      return result;
    } finally {
      clearTimeout(timer);
      this.#clock.stop();
      opened.over = true;
      if (opened.page !== null) this.#discard(opened.page);
    }
  }

  async close(): Promise<void> {
    this.#finish(failures.closed);
    await this.#stopping;
  }

  /** Ends everything with `reason` and lets nothing start any more. The first reason stays. */
  #finish(reason: Failure): void {
    if (this.#over !== null) return;
    this.#over = reason;
    this.#signalEnd(reason);
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    this.#stopping = this.#stop();
    // close() hands the reason on; without this an abort that nobody closes after would count as unhandled.
    this.#stopping.catch(() => undefined);
  }

  async #stop(): Promise<void> {
    this.#stopWatch();
    // Nothing leaves any more, also while the browser is still on its way up or down.
    await this.#proxy?.close();
    const running = await this.#starting;
    await this.#proxy?.close();
    // What eats memory gets no time to say goodbye.
    if (running !== null && 'chromium' in running) await running.chromium.stop(this.#over === failures.memory ? 0 : waits.stop);
  }

  // ------------------------------------------------------------ browser

  #running(): Promise<Running | Failure> {
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#mistake ??= { error };
      return failures.start;
    });
    return this.#starting;
  }

  async #start(): Promise<Running | Failure> {
    const { allowNets, denies, dnsServers, connectTo, browserPath, ca = [], userAgent, maxBytes = 16 * 1024 * 1024, maxRequests = 80, maxMemory = 1024 * 1024 * 1024 } = this.#options;
    this.#proxy = await startProxy({ allowNets, denies, dnsServers, connectTo, maxBytes, maxRequests: maxRequests * this.#maxPages, connectMs: waits.connect });
    if (this.#over !== null) return this.#over;
    let chromium: Chromium;
    try {
      chromium = await launchChromium({ browserPath, proxyPort: this.#proxy.port, ca, ms: Math.max(1, this.#totalMs - this.#clock.used) });
    } catch (error) {
      // What is wrong with the browser is the operator's affair, and the report says that rendering failed.
      return { ...failures.start, message: `${failures.start.message} ${firstLine(error)}` };
    }
    chromium.browser.once('disconnected', () => this.#finish(failures.crash));
    this.#stopWatch = watchMemory(chromium.group, maxMemory, memoryMs, () => this.#finish(failures.memory), (error) => {
      this.#mistake ??= { error };
    });
    try {
      const context = await chromium.browser.newContext({
        userAgent, locale: 'en-US', timezoneId: 'UTC', acceptDownloads: false, serviceWorkers: 'block', permissions: [], ignoreHTTPSErrors: false, viewport: { width: 1280, height: 900 },
      });
      context.on('page', (page) => this.#adopt(page));
      await context.route(() => true, (route, request) => this.#decide(route, request));
      return { chromium, context };
    } catch (error) {
      await chromium.stop(waits.stop);
      return { ...failures.start, message: `${failures.start.message} ${firstLine(error)}` };
    }
  }

  /** Windows that a page opens show nothing that we read. */
  #adopt(page: Page): void {
    page.on('dialog', (dialog) => void dialog.dismiss().catch(gone));
    void page.opener().then((opener) => (opener === null ? undefined : page.close())).catch(gone);
  }

  #discard(page: Page): void {
    this.#pages.delete(page);
    void page.close().catch(gone);
  }

  /** The proxy guards the network; this saves time and keeps pages from changing anything inside tunnels that the proxy cannot read. */
  async #decide(route: Route, request: Request): Promise<void> {
    const url = request.url();
    const counted = [...this.#pages.entries()].find(([page]) => page === pageOf(request))?.[1];
    const web = /^https?:/i.test(url);
    const refuse = web && (!safeMethods.has(request.method()) || !judgeUrl(url, this.#options.allowNets).allowed || counted === undefined || counted.requests >= (this.#options.maxRequests ?? 80));
    try {
      if (refuse) {
        this.#refused += 1;
        // RFC 9110 §15.3.5: a 204 leaves the document where it is, so that what it says can still be read.
        if (request.isNavigationRequest()) await route.fulfill({ status: 204 });
        else await route.abort('blockedbyclient');
      } else if (uselessTypes.has(request.resourceType())) await route.abort('blockedbyclient');
      else {
        if (counted !== undefined) counted.requests += 1;
        await route.continue();
      }
    } catch (error) {
      gone(error);
    }
  }

  // ------------------------------------------------------------ one page

  async #visit(url: string, deadline: number, opened: { page: Page | null; over: boolean }): Promise<Rendering> {
    const began = performance.now();
    const running = await this.#running();
    if (!('chromium' in running)) return failed(running);
    const left = (most: number, held: number): number => Math.max(1, Math.min(most, deadline - performance.now() - held));
    try {
      const page = await running.context.newPage();
      this.#pages.set(page, { requests: 0 });
      opened.page = page;
      if (opened.over) {
        this.#discard(page);
        return failed(failures.time);
      }
      const crash = new Promise<Failure>((resolve) => page.once('crash', () => resolve(failures.crash)));
      return await Promise.race([this.#read(page, url, left, began), crash.then(failed)]);
    } catch (error) {
      // The browser is gone; #end says why.
      gone(error);
      return failed(this.#over ?? failures.crash);
    }
  }

  async #read(page: Page, url: string, left: (most: number, held: number) => number, began: number): Promise<Rendering> {
    let answer: Response | null;
    let place = url;
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) place = request.url();
    });
    try {
      answer = await page.goto(url, { waitUntil: 'commit', timeout: left(Number.MAX_SAFE_INTEGER, reserve.load) });
    } catch (error) {
      return failed(this.#navigationFailure(place, error));
    }
    const problem = answer === null ? failures.network : problemOf(answer, this.#proxy);
    if (problem !== null) return failed(problem);
    await page.waitForLoadState('load', { timeout: left(waits.load, reserve.load) }).catch(late);
    await page.waitForLoadState('networkidle', { timeout: left(waits.quiet, reserve.quiet) }).catch(late);
    const verdict = judgeUrl(page.url(), this.#options.allowNets);
    const refusal = this.#proxy?.failureAt(page.url()) ?? null;
    // A script led to where the guard lets nobody go, or to an address that is none of the web's (about:blank, a page of the browser).
    // A spent budget is no reason: what has arrived can be read.
    if (!verdict.allowed || (refusal !== null && refusal.step !== 'budget')) return failed(refusal ?? failures.network);
    try {
      const session = await page.context().newCDPSession(page);
      const html = await readContent(session, maxHtml, left(waits.read, 0));
      return { kind: 'page', html, url: verdict.url.href, ms: Math.round(performance.now() - began) };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return failed(failures.unread);
    }
  }

  /** `place` is where the navigation was at last, after redirects. */
  #navigationFailure(place: string, error: unknown): Failure {
    const text = error instanceof Error ? error.message : '';
    if (/Download is starting/i.test(text)) return failures.notHtml;
    if (/ERR_CERT|ERR_SSL|ERR_BAD_SSL/.test(text)) return failures.certificate;
    const known = this.#proxy?.failureAt(place) ?? null;
    if (known !== null) return known;
    return /Timeout/i.test(text) ? failures.time : failures.network;
  }
}

function failed({ code, message }: Failure): Rendering {
  return { kind: 'failure', code, message };
}

/** What is wrong with the answer to the navigation itself. */
function problemOf(answer: Response, proxy: FilterProxy | null): Failure | null {
  if (answer.status() >= 400) return proxy?.failureAt(answer.url()) ?? failures.status;
  const type = answer.headers()['content-type'] ?? 'text/html';
  return /html|xml/i.test(type) ? null : failures.notHtml;
}

function pageOf(request: Request): Page | null {
  try {
    return request.frame().page();
  } catch (error) {
    // A request of a worker, or of a frame that does not exist yet: playwright-core says so by throwing.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** A page or browser that closed while it was being talked to rejects whatever was asked of it; the outcome is decided elsewhere. */
function gone(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}

/** A page that does not come to rest is read as it is. */
function late(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0]?.slice(0, 200) ?? '';
}
