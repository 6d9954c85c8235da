/**
 * Renders pages that are empty without JavaScript, in one headless Chromium per scan that has no way out of its own: what its pages ask for
 * is fetched by the scan's client. What a page does is data; only mistakes of ours are thrown.
 */
import type { BrowserContext, Page, Response } from 'playwright-core';
import { failureOf, guardFailure } from '../http/failures.ts';
import { judgeUrl } from '../http/url-guard.ts';
import type { Crawl } from '../look/crawl.ts';
import type { Failure } from '../types.ts';
import { launchChromium, type Chromium } from './chromium.ts';
import { readContent } from './content.ts';
import { watchMemory } from './processes.ts';
import { PageRequests } from './requests.ts';
import type { RenderUser } from './user.ts';

export interface RendererOptions {
  /** Path of a Chromium, a Chrome or a headless shell. */
  browserPath: string;
  /** Fetches for the pages, within the scan's own budget, and knows whose hosts are whose. */
  crawl: Crawl;
  /** CIDR blocks that the operator opens. */
  allowNets: readonly string[];
  userAgent: string;
  /** Time that rendering may take in the whole scan, start of the browser included, in milliseconds. Default 10,000. */
  totalMs?: number;
  /** Pages of the whole scan. Default 3. */
  maxPages?: number;
  /** Bytes of all files that the pages ask for, decoded. Default 6 MiB. */
  maxBytes?: number;
  /** Files that the pages may ask for; one that several ask for counts once. Default 45. */
  maxRequests?: number;
  /** Requests of the scan's budget that pages leave to it. Default 20. */
  reserve?: number;
  /** Memory of the browser with all its processes, in bytes (watched on Linux). Default 1 GiB. */
  maxMemory?: number;
  /** Runs as this user where this process may change users. Default: as this process does. */
  user?: RenderUser | undefined;
  signal?: AbortSignal | undefined;
}

/** `url` is where the page ended up, without fragment. Codes are those of the scan's own requests, and: see `failures` below. */
export type Rendering =
  | { kind: 'page'; html: string; url: string; ms: number }
  | { kind: 'failure'; code: string; message: string };

export interface Renderer {
  /** Starts the browser, so that the first page need not wait for it. Call it only when a page is sure to be rendered; its time counts. */
  warm(): void;
  /** Renders one page. Resolves whatever the page does, within the time that is left. */
  render(url: string): Promise<Rendering>;
  /** Ends the browser and everything that belongs to it. May be called more than once, and at any time. */
  close(): Promise<void>;
  /** What the pages have cost so far. `refused`: requests that were not sent though a page asked. */
  readonly spent: {
    readonly pages: number;
    readonly requests: number;
    readonly bytes: number;
    readonly refused: number;
  };
}

/** HTML of one page, in bytes. */
const maxHtml = 1024 * 1024;
/** Limits within one page, in milliseconds; each one also ends with the time of the scan. */
const waits = { load: 5000, quiet: 2500, read: 1500, stop: 1500 } as const;
/** Held back at each step for the ones after it, in milliseconds. */
const reserve = { load: 900, quiet: 500 } as const;
const memoryMs = 300;

/** Documents for each page that may be rendered: its own, its frames', and where its scripts lead. */
const documents = 12;

const failures = {
  start: failureOf('connect', 'browser-start', 'The browser could not be started.'),
  crash: failureOf('aborted', 'browser-crash', 'The page made the browser crash.'),
  memory: failureOf('budget', 'memory', 'The page needs more memory than it may have.'),
  time: failureOf('budget', 'time', 'The time for rendering is over.'),
  pages: failureOf('budget', 'pages', 'The scan has rendered as many pages as it may.'),
  aborted: failureOf('aborted', 'aborted', 'The scan was stopped.'),
  closed: failureOf('aborted', 'closed', 'Rendering is over.'),
  status: failureOf('headers', 'status', 'The page answered a browser with an error.'),
  notHtml: failureOf('body', 'not-html', 'The answer is a file, not a page.'),
  network: failureOf('connect', 'network-error', 'The page could not be loaded.'),
  unread: failureOf('body', 'unreadable', 'The content of the page could not be read.'),
} as const;

/** Prepares rendering for one scan; the browser starts with the first page. */
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
  readonly #onAbort: () => void;
  readonly #requests: PageRequests;
  #rendered = 0;
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
    const { crawl, allowNets, maxPages = 3, maxRequests = 45, reserve = 20, maxBytes = 6 * 1024 * 1024 } = options;
    this.#options = options;
    this.#totalMs = options.totalMs ?? 10_000;
    this.#maxPages = maxPages;
    const maxDocuments = documents * maxPages;
    this.#requests = new PageRequests(crawl, { allowNets, maxRequests, reserve, maxBytes, maxDocuments });
    this.#end = new Promise((resolve) => {
      this.#signalEnd = resolve;
    });
    this.#onAbort = () => this.#finish(failures.aborted);
    if (options.signal?.aborted === true) this.#finish(failures.aborted);
    else options.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get spent(): Renderer['spent'] {
    return { pages: this.#rendered, ...this.#requests.spent, refused: this.#requests.refused };
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
    this.#requests.expect(verdict.url);
    this.#clock.start();
    let timer: NodeJS.Timeout | undefined;
    const opened: { page: Page | null; over: boolean } = { page: null, over: false };
    try {
      const timeout = new Promise<Failure>((resolve) => {
        timer = setTimeout(() => resolve(failures.time), ms);
      });
      const result = await Promise.race([
        this.#visit(verdict.url.href, performance.now() + ms, opened),
        timeout.then(failed),
        this.#end.then(failed),
      ]);
      const mistake = this.#mistake ?? this.#requests.mistake;
      if (mistake !== null) throw new Error('Rendering failed because of a mistake of ours.', { cause: mistake.error });
      return result;
    } finally {
      clearTimeout(timer);
      this.#clock.stop();
      opened.over = true;
      if (opened.page !== null) discard(opened.page);
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
    this.#requests.close(this.#over ?? failures.closed);
    const running = await this.#starting;
    // What eats memory gets no time to say goodbye.
    if (running !== null && 'chromium' in running)
      await running.chromium.stop(this.#over === failures.memory ? 0 : waits.stop);
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
    const { browserPath, userAgent, user, maxMemory = 1024 * 1024 * 1024 } = this.#options;
    let chromium: Chromium;
    try {
      chromium = await launchChromium(browserPath, Math.max(1, this.#totalMs - this.#clock.used), user);
    } catch (error) {
      // What is wrong with the browser is the operator's affair, and the report says that rendering failed.
      return { ...failures.start, message: `${failures.start.message} ${firstLine(error)}` };
    }
    chromium.browser.once('disconnected', () => this.#finish(failures.crash));
    this.#stopWatch = watchMemory(
      chromium.group,
      maxMemory,
      memoryMs,
      () => this.#finish(failures.memory),
      (error) => {
        this.#mistake ??= { error };
      },
    );
    try {
      await this.#requests.attach(await chromium.browser.newBrowserCDPSession());
      const context = await chromium.browser.newContext({
        userAgent,
        locale: 'en-US',
        timezoneId: 'UTC',
        acceptDownloads: false,
        serviceWorkers: 'block',
        permissions: [],
        viewport: { width: 1280, height: 900 },
      });
      context.on('page', (page) => this.#adopt(page));
      return { chromium, context };
    } catch (error) {
      await chromium.stop(waits.stop);
      return { ...failures.start, message: `${failures.start.message} ${firstLine(error)}` };
    }
  }

  /** Windows that a page opens show nothing that we read. */
  #adopt(page: Page): void {
    page.on('dialog', (dialog) => void dialog.dismiss().catch(gone));
    void page
      .opener()
      .then((opener) => (opener === null ? undefined : page.close()))
      .catch(gone);
  }

  // ------------------------------------------------------------ one page

  async #visit(url: string, deadline: number, opened: { page: Page | null; over: boolean }): Promise<Rendering> {
    const began = performance.now();
    const running = await this.#running();
    if (!('chromium' in running)) return failed(running);
    const left = (most: number, held: number): number =>
      Math.max(1, Math.min(most, deadline - performance.now() - held));
    try {
      const page = await running.context.newPage();
      opened.page = page;
      if (opened.over) {
        discard(page);
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

  async #read(
    page: Page,
    url: string,
    left: (most: number, held: number) => number,
    began: number,
  ): Promise<Rendering> {
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
    const problem = answer === null ? failures.network : problemOf(answer);
    if (problem !== null) return failed(problem);
    await page.waitForLoadState('load', { timeout: left(waits.load, reserve.load) }).catch(late);
    await page.waitForLoadState('networkidle', { timeout: left(waits.quiet, reserve.quiet) }).catch(late);
    const until = performance.now() + left(waits.read, 0);
    for (;;) {
      const verdict = judgeUrl(page.url(), this.#options.allowNets);
      const refusal = this.#requests.failureAt(page.url());
      // A script led to where the guard lets nobody go, or to an address that is none of the web's (about:blank, a page of the browser).
      // A spent budget is no reason: what has arrived can be read.
      if (!verdict.allowed || (refusal !== null && refusal.step !== 'budget'))
        return failed(refusal ?? failures.network);
      try {
        const session = await page.context().newCDPSession(page);
        const html = await readContent(session, maxHtml, Math.max(1, until - performance.now()));
        return { kind: 'page', html, url: verdict.url.href, ms: Math.round(performance.now() - began) };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        // A page that goes on to its next document takes away the one that was being read.
        if (page.isClosed() || performance.now() >= until) return failed(failures.unread);
      }
    }
  }

  /** `place` is where the navigation was at last, after redirects. */
  #navigationFailure(place: string, error: unknown): Failure {
    const text = error instanceof Error ? error.message : '';
    if (/Download is starting/i.test(text)) return failures.notHtml;
    const known = this.#requests.failureAt(place);
    if (known !== null) return known;
    return /Timeout/i.test(text) ? failures.time : failures.network;
  }
}

function failed({ code, message }: Failure): Rendering {
  return { kind: 'failure', code, message };
}

/** What is wrong with the answer to the navigation itself. */
function problemOf(answer: Response): Failure | null {
  if (answer.status() >= 400) return failures.status;
  const type = answer.headers()['content-type'] ?? 'text/html';
  return /html|xml/i.test(type) ? null : failures.notHtml;
}

function discard(page: Page): void {
  void page.close().catch(gone);
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
