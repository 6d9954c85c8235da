/** An impersonated web in memory: the engine's own scout over a client that answers from a list, and remembers what it was asked. */
import { createFrontier } from '../../../lib/scan/discover/frontier.ts';
import type { Discovery } from '../../../lib/scan/discover/index.ts';
import { createNotebook } from '../../../lib/scan/discover/notebook.ts';
import { createScout, type Scout } from '../../../lib/scan/discover/scout.ts';
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

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => ({ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
export const html = (status: number, body: string, headers: Record<string, string> = {}): Reply => ({ status, headers: { 'content-type': 'text/html', ...headers }, body });
export const missing = html(404, '<h1>Not found</h1>');

function responseOf(request: HttpRequest, id: string, { status, headers = {}, body = '', cookies = [] }: Reply): HttpResponse {
  const type = headers['content-type'];
  return { kind: 'response', id, chain: [id], url: request.url, status, headers: new Map(Object.entries(headers)), setCookies: cookies, contentType: type?.split(';')[0]?.toLowerCase() ?? null, text: body, truncated: false };
}

export interface Impersonation {
  scout: Scout;
  discovery: Discovery;
  asked: HttpRequest[];
  told: ScanEvent[];
}

/** A scout on `target` in front of `web`, with an empty notebook. Redirects are not followed. */
export function impersonate(web: Web, target: Target = orchard): Impersonation {
  const asked: HttpRequest[] = [];
  const told: ScanEvent[] = [];
  const http: HttpClient = {
    exchanges: [], spent: { requests: 0, bytes: 0 }, left: 90, timeIsUp: false,
    request(request): Promise<HttpAnswer> {
      asked.push(request);
      const id = `x${asked.length}`;
      const reply = web(request);
      return Promise.resolve(reply ? responseOf(request, id, reply) : { kind: 'failure', id, chain: [id], url: request.url, failure: { step: 'connect', code: 'ECONNREFUSED', message: 'It refused the connection.' } });
    },
    resolves: () => Promise.resolve('yes'),
    addresses: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
  const scout = createScout(target, http, (event) => told.push(event), () => 0);
  const discovery: Discovery = { notebook: createNotebook(), frontier: createFrontier(scout.affiliation), sites: [new URL(target.url).origin], home: null, unreachable: null, outage: null, optedOut: false };
  return { scout, discovery, asked, told };
}
