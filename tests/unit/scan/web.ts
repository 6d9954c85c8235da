/** An impersonated web in memory: the engine's own crawl over a client that answers from a list, and remembers what it was asked. */
import { createCrawl, type Crawl } from '../../../lib/scan/look/crawl.ts';
import type { Known } from '../../../lib/scan/look/known.ts';
import type { HttpAnswer, HttpClient, HttpRequest, HttpResponse, ScanEvent, Target } from '../../../lib/scan/types.ts';
import { target as orchard } from './judge/facts.ts';

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  cookies?: string[];
}

/** Answers one request; null: the connection is lost. */
export type Web = (request: HttpRequest) => Reply | null;

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
export const html = (status: number, body: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body,
});
export const missing = html(404, '<h1>Not found</h1>');

function responseOf(
  request: HttpRequest,
  id: string,
  { status, headers = {}, body = '', cookies = [] }: Reply,
): HttpResponse {
  const type = headers['content-type'];
  return {
    kind: 'response',
    id,
    chain: [id],
    url: request.url,
    status,
    headers: new Map(Object.entries(headers)),
    setCookies: cookies,
    contentType: type?.split(';')[0]?.toLowerCase() ?? null,
    text: body,
    truncated: false,
  };
}

export interface Impersonation {
  crawl: Crawl;
  known: Known;
  asked: HttpRequest[];
  told: ScanEvent[];
}

/** A crawl of `target` in front of `web` that knows nothing yet. Redirects are not followed; random strings are numbered. */
export function impersonate(web: Web, target: Target = orchard): Impersonation {
  const asked: HttpRequest[] = [];
  const told: ScanEvent[] = [];
  const http: HttpClient = {
    exchanges: [],
    spent: { requests: 0, bytes: 0 },
    left: 90,
    timeIsUp: false,
    request(request): Promise<HttpAnswer> {
      asked.push(request);
      const id = `x${asked.length}`;
      const reply = web(request);
      return Promise.resolve(
        reply
          ? responseOf(request, id, reply)
          : {
              kind: 'failure',
              id,
              chain: [id],
              url: request.url,
              failure: { step: 'connect', code: 'ECONNREFUSED', message: 'It refused the connection.' },
            },
      );
    },
    vouch: () => undefined,
    welcomes: () => true,
    resolves: () => Promise.resolve('yes'),
    addresses: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
  let drawn = 0;
  const crawl = createCrawl({
    target,
    http,
    emit: (event) => told.push(event),
    now: () => 0,
    random: () => `random-${(drawn += 1)}-0000000000`,
    seed: 'seed',
  });
  crawl.known.sites = [new URL(target.url).origin];
  return { crawl, known: crawl.known, asked, told };
}
