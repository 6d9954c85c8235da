/**
 * Answers what rendered pages ask for. The browser is paused before a request leaves, whichever frame, worker, popup or prerendered page it
 * comes from; the request is judged, and the scan's own client fetches it, so that whatever that client refuses is refused for pages too.
 */
import type { CDPSession } from 'playwright-core';
import { failureOf, guardFailure } from '../http/failures.ts';
import { redirectProblem, redirectTarget } from '../http/redirects.ts';
import { effectivePort, judgeUrl } from '../http/url-guard.ts';
import type { Crawl } from '../look/crawl.ts';
import type { Failure, HttpAnswer, HttpResponse } from '../types.ts';

/** What is used of the event `Fetch.requestPaused` of the DevTools protocol. */
interface Paused {
  requestId: string;
  request: { url: string; method: string; headers: Record<string, string> };
  resourceType: string;
}

/** What `Fetch.fulfillRequest` takes; the body in base64. */
interface Reply {
  responseCode: number;
  responseHeaders?: { name: string; value: string }[];
  body?: string;
}

export interface RequestLimits {
  /** CIDR blocks that the operator opens. */
  allowNets: readonly string[];
  /** Different files that the pages of one scan may ask for. */
  maxRequests: number;
  /** Requests of the scan's budget that pages leave alone. */
  reserve: number;
  /** Bytes of all files, decoded. */
  maxBytes: number;
  /** Documents that pages, frames and popups may go to: whatever navigates in a loop comes to rest. */
  maxDocuments: number;
}

/** Bytes of one file, decoded: half a bundle is worth nothing, so this is more than the scan itself reads of a page. */
const maxFile = 4 * 1024 * 1024;
/** Ports of the web that any page may name; the others are those at which the scan was already. */
const webPorts: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** Nothing of this holds words. */
const wordless: ReadonlySet<string> = new Set([
  'Image',
  'Media',
  'Font',
  'TextTrack',
  'WebSocket',
  'Manifest',
  'SignedExchange',
  'Ping',
  'CSPViolationReport',
  'Prefetch',
  'FedCM',
]);

const useless = failureOf('guard', 'no-words', 'Files without words are not loaded.');
const unsafeMethod = failureOf('guard', 'unsafe-method', 'A rendered page may only read: GET and HEAD are sent.');
const foreign = failureOf('guard', 'foreign-host', 'The host is not known to belong to the business that is scanned.');
const overBudget = failureOf('budget', 'requests', 'The rendered pages have used up their requests.');
const tooManyBytes = failureOf('budget', 'bytes', 'The rendered pages have used up their bytes.');
const restless = failureOf('budget', 'documents', 'The rendered pages went to too many documents.');

/** Fields that describe the message as it travelled (RFC 9110 §7.6.1, §8.4, §8.6) or a type that is told anew: the client has decoded the body. */
const untrue: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'trailer',
  'upgrade',
  'content-encoding',
  'content-length',
  'content-type',
  'alt-svc',
]);

export class PageRequests {
  /** Requests that were not sent though a page asked. */
  refused = 0;
  /** An error of our own that cost a request. */
  mistake: { error: unknown } | null = null;
  readonly #crawl: Crawl;
  readonly #limits: RequestLimits;
  /** Where the scan was already: hosts with their ports. */
  readonly #places = new Set<string>();
  readonly #ports = new Set(webPorts);
  /** Every file that was asked for, once. */
  readonly #files = new Map<string, Promise<HttpAnswer>>();
  /** Why nothing came from a URL. */
  readonly #failures = new Map<string, Failure>();
  #bytes = 0;
  #documents = 0;
  /** Why nothing is sent any more. */
  #over: Failure | null = null;

  constructor(crawl: Crawl, limits: RequestLimits) {
    this.#crawl = crawl;
    this.#limits = limits;
    this.#ports.add(effectivePort(new URL(crawl.target.url)));
  }

  /** Files that pages have asked for, and bytes that they got. */
  get spent(): { requests: number; bytes: number } {
    return { requests: this.#files.size, bytes: this.#bytes };
  }

  /** Why nothing came from `url`, or null when nothing went wrong there. */
  failureAt(url: string): Failure | null {
    return this.#failures.get(url.replace(/#.*/s, '')) ?? null;
  }

  /** A page that the scan has read and that is about to be rendered: it may ask its own host. */
  expect(url: URL): void {
    this.#places.add(url.host);
    this.#ports.add(effectivePort(url));
  }

  /** Lets nothing be sent any more. */
  close(reason: Failure): void {
    this.#over ??= reason;
  }

  /** Answers everything that the browser behind `session` asks for from now on. `session` has to be that of the browser itself. */
  async attach(session: CDPSession): Promise<void> {
    session.on('Fetch.requestPaused', (event) => void this.#answer(session, event));
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] });
  }

  async #answer(session: CDPSession, event: Paused): Promise<void> {
    const { requestId } = event;
    try {
      // What never leaves the browser.
      if (/^(?:data|blob):/i.test(event.request.url)) await session.send('Fetch.continueRequest', { requestId });
      else {
        const reply = await this.#reply(event);
        if (reply === null) await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
        else await session.send('Fetch.fulfillRequest', { requestId, ...reply });
      }
    } catch (error) {
      // The page or the browser is gone, or Chromium does not take the answer: nothing was sent, and nothing will be.
      if (!(error instanceof Error)) throw error;
      if (!/protocol error|closed/i.test(error.message)) this.mistake ??= { error };
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => undefined);
    }
  }

  /** What the browser is told; null when the request comes to nothing. */
  async #reply(event: Paused): Promise<Reply | null> {
    const { request } = event;
    const { url, method } = request;
    const navigates = event.resourceType === 'Document';
    const wanted = method === 'OPTIONS' ? field(request, 'access-control-request-method') : undefined;
    let failure = this.#judge(event, wanted ?? method);
    if (failure === null && wanted !== undefined) return preflight(request);
    if (failure === null) {
      const answer = await this.#fetch(method === 'HEAD' ? 'HEAD' : 'GET', url, field(request, 'accept'));
      if (answer.kind === 'response') {
        const next =
          answer.url === url ? redirectTarget(answer.status, answer.headers.get('location'), url) : answer.url;
        failure = next === null ? null : redirectProblem(url, next, new Set(), false);
        if (failure === null) return next === null ? whole(answer, navigates) : redirect(answer, next);
      } else ({ failure } = answer);
    }
    if (failure !== useless) this.refused += 1;
    this.#failures.set(url, failure);
    // RFC 9110 §15.3.5: a 204 leaves the document where it is, so that what it says can still be read.
    return navigates && (failure.step === 'guard' || failure.step === 'budget') ? { responseCode: 204 } : null;
  }

  /** Why a request is not sent, or null. */
  #judge({ request, resourceType }: Paused, method: string): Failure | null {
    if (this.#over !== null) return this.#over;
    // Icons and event streams come under types of other things.
    if (wordless.has(resourceType) || /^(?:image\/|text\/event-stream)/.test(field(request, 'accept') ?? ''))
      return useless;
    if (method !== 'GET' && method !== 'HEAD') return unsafeMethod;
    const verdict = judgeUrl(request.url, this.#limits.allowNets);
    if (!verdict.allowed) return guardFailure(verdict.code);
    if (!this.#ports.has(verdict.port)) return guardFailure('bad-port');
    const { affiliation } = this.#crawl;
    const { url } = verdict;
    if (!affiliation.readable(url.href) && !this.#places.has(url.host)) return foreign;
    if (resourceType === 'Document') {
      this.#documents += 1;
      if (this.#documents > this.#limits.maxDocuments) return restless;
    }
    return null;
  }

  async #fetch(
    method: 'GET' | 'HEAD',
    url: string,
    accept: string | undefined,
  ): Promise<HttpResponse | { kind: 'failure'; failure: Failure }> {
    const key = `${method} ${url}`;
    let file = this.#files.get(key);
    if (file === undefined) {
      const { maxRequests, reserve, maxBytes } = this.#limits;
      if (this.#files.size >= maxRequests || this.#crawl.http.left <= reserve)
        return { kind: 'failure', failure: overBudget };
      if (this.#bytes >= maxBytes) return { kind: 'failure', failure: tooManyBytes };
      file = this.#crawl.askForPage({
        url,
        method,
        purpose: 'asked by a rendered page',
        maxBytes: Math.min(maxFile, maxBytes - this.#bytes),
        // The one field that a page may choose: what kind of representation it wants (RFC 9110 §12.5.1).
        headers: { accept: accept ?? '*/*' },
      });
      this.#files.set(key, file);
      const answer = await file;
      if (answer.kind === 'response') {
        this.#bytes += answer.text.length;
        // Where redirects had led the scan itself, the browser will ask next.
        if (answer.url !== url) this.#files.set(`${method} ${answer.url}`, file);
      }
    }
    return file;
  }
}

/** A header field of a request, whatever the case of its name. */
const field = ({ headers }: Paused['request'], name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

/** Fetch standard, CORS-preflight: the request itself is judged when it comes, and reading changes nothing. */
function preflight(request: Paused['request']): Reply {
  return {
    responseCode: 204,
    responseHeaders: [
      { name: 'access-control-allow-origin', value: field(request, 'origin') ?? '*' },
      { name: 'access-control-allow-credentials', value: 'true' },
      { name: 'access-control-allow-methods', value: 'GET, HEAD' },
      { name: 'access-control-allow-headers', value: field(request, 'access-control-request-headers') ?? '' },
    ],
  };
}

function redirect({ status }: HttpResponse, location: string): Reply {
  return { responseCode: status >= 300 ? status : 302, responseHeaders: [{ name: 'location', value: location }] };
}

function whole(answer: HttpResponse, navigates: boolean): Reply {
  const type = answer.contentType ?? (navigates ? 'text/html' : 'text/plain');
  return {
    responseCode: answer.status,
    responseHeaders: [
      ...[...answer.headers].filter(([name]) => !untrue.has(name)).map(([name, value]) => ({ name, value })),
      // The client has decoded the text, whatever charset it came in.
      { name: 'content-type', value: `${type}; charset=utf-8` },
    ],
    body: Buffer.from(answer.text).toString('base64'),
  };
}
