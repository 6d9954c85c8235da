/** One crawl of one business: what every source asks with, and what has been learned so far. */
import { randomUUID } from 'node:crypto';
import { createReadApart } from '../apart/index.ts';
import type { Input, Kind, Reading } from '../apart/readers.ts';
import { failureOf } from '../http/failures.ts';
import { readJson } from '../read/json-body.ts';
import { looksLikeLogin, sessionCookieNames } from '../read/session-cookie.ts';
import { detectWall } from '../read/wall.ts';
import type {
  HttpAnswer,
  HttpClient,
  HttpRequest,
  HttpResponse,
  JourneyStep,
  Reach,
  ScanEvent,
  Target,
} from '../types.ts';
import { urlOf } from '../text.ts';
import { createAffiliation, type Affiliation } from './affiliation.ts';
import { createKnown, type Known } from './known.ts';

export interface Crawl {
  readonly target: Target;
  readonly http: HttpClient;
  readonly affiliation: Affiliation;
  /** Sends one request, once: the same method, URL and credentials are answered from memory. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
  /**
   * Sends what a rendered page asks for, or answers it with what the scan was answered to the same. It is no probe: nothing is concluded
   * from it about the target, and the scan's own requests are not answered by it.
   */
  askForPage(request: HttpRequest): Promise<HttpAnswer>;
  /** The product whose challenge page answered instead of the target, else null. */
  wallOf(answer: HttpAnswer): string | null;
  /** Reads a document that the exchange `id` brought, in a thread unless it is small; null when it was left unread, which the exchange then says. */
  read<K extends Kind>(kind: K, input: Input<K>, id: string | undefined): Promise<Reading<K> | null>;
  /** Names of the session cookies that a host has set on any of its pages. */
  sessionsOf(host: string): string[];
  found(step: JourneyStep, text: string, url?: string | null): void;
  readonly reach: Pick<Reach, 'probes' | 'blocked' | 'failed' | 'walls'>;
  readonly known: Known;
  /** A fresh string that is bound to fail as a credential. */
  random(): string;
  /** Names the paths and hosts of this crawl that cannot exist. */
  readonly seed: string;
}

/** What a crawl is made of. `emit` takes its events, `now` gives the milliseconds since it began; `random` and `seed` as in `Crawl`. */
export interface CrawlOptions {
  target: Target;
  http: HttpClient;
  emit?: (event: ScanEvent) => void;
  now?: () => number;
  random?: () => string;
  seed?: string;
}

const jsonFirst = 'application/json, application/problem+json;q=0.9, */*;q=0.1';
export const htmlFirst = 'text/html,application/xhtml+xml;q=0.9,text/markdown;q=0.8,*/*;q=0.5';

/** Who asks for a page and who asks for JSON may be answered differently, so `asPage` is part of what was asked. */
const keyOf = ({ method = 'GET', url, headers, body = '' }: HttpRequest, asPage: boolean): string =>
  JSON.stringify([method, url, headers?.['authorization'] ?? '', body, asPage]);

export function createCrawl({
  target,
  http,
  emit = () => undefined,
  now = () => 0,
  random = randomUUID,
  seed = randomUUID(),
}: CrawlOptions): Crawl {
  const affiliation = createAffiliation(target.domain, target.host);
  const known = createKnown(affiliation);
  const memory = new Map<string, Promise<HttpAnswer>>();
  const walls = new Map<string, string | null>();
  const reach: Crawl['reach'] = { probes: 0, blocked: 0, failed: 0, walls: [] };
  const tolds = new Set<string>();
  const readApart = createReadApart();
  /** Hosts that answered 429, with that exchange: the first such answer is obeyed for the rest of the scan (STANDARDS J5). */
  const limited = new Map<string, string>();
  /** Hosts that let us wait for nothing and never answered: waiting again would use up the scan's time. */
  const mute = new Map<string, HttpAnswer & { kind: 'failure' }>();
  const answered = new Set<string>();
  /** Session cookies that hosts have set, as `host name`. */
  const sessions = new Set<string>();
  // What is no URL is refused by the client's guard, as evidence like everything else.
  const hostOf = (url: string): string => urlOf(url)?.host ?? '';
  /** The answer to what is not sent, because its host has asked for quiet or says nothing. */
  const heldBack = (request: HttpRequest): HttpAnswer | null => {
    const host = hostOf(request.url);
    const halt = limited.get(host);
    if (halt)
      return {
        kind: 'failure',
        id: halt,
        chain: [halt],
        url: request.url,
        failure: {
          step: 'guard',
          code: 'rate-limited',
          message: `${host} asked to slow down (HTTP 429), so it was not asked again.`,
        },
      };
    const silent = answered.has(host) ? undefined : mute.get(host);
    return silent ? { ...silent, url: request.url } : null;
  };
  const exchange = async (request: HttpRequest): Promise<HttpAnswer> => {
    const host = hostOf(request.url);
    const answer = await http.request({ ...request, headers: { accept: jsonFirst, ...request.headers } });
    const outcome = answer.kind === 'failure' ? answer.failure.code : String(answer.status);
    const text = `${request.purpose}: ${outcome}`;
    emit({ type: 'request', text, url: answer.url, requests: http.spent.requests, ms: now() });
    if (answer.kind === 'failure') {
      if (answer.failure.code === 'timeout' && new URL(answer.url).host === host) mute.set(host, answer);
      return answer;
    }
    answered.add(host);
    if (answer.status === 429) limited.set(new URL(answer.url).host, answer.id);
    return answer;
  };
  /** Only the target's own hosts can be closed to us: a name that does not exist and a foreign site are no doors of this business. */
  const isProbe = (answer: HttpAnswer): boolean =>
    affiliation.own(answer.url) &&
    !(answer.kind === 'failure' && ['budget', 'guard', 'dns'].includes(answer.failure.step));
  /** A redirect that carries an authorization request (RFC 6749 §4.1.1) names the authorization server, unless a log-in link was followed. */
  const noteLogin = (asked: string, answer: HttpAnswer): void => {
    for (const hop of http.exchanges.filter(({ id }) => answer.chain.includes(id))) {
      const location = hop.response?.headers.find(([name]) => name === 'location')?.[1] ?? '';
      const asksToLogIn = `${location} ${hop.request.url}`.includes('response_type');
      if (!asksToLogIn || !URL.canParse(location, hop.request.url)) continue;
      const to = new URL(location, hop.request.url);
      if (to.searchParams.has('response_type') && to.searchParams.has('client_id') && !looksLikeLogin(asked)) {
        const place = to.origin + to.pathname;
        known.logins.set(place, [...(known.logins.get(place) ?? []), hop.id]);
      }
    }
  };
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    const held = heldBack(request);
    if (held) return held;
    const answer = await exchange(request);
    noteLogin(request.url, answer);
    if (answer.kind === 'failure') {
      if (isProbe(answer)) {
        reach.probes += 1;
        reach.failed += 1;
      }
      return answer;
    }
    if (isProbe(answer)) reach.probes += 1;
    for (const name of sessionCookieNames(answer.setCookies)) sessions.add(`${new URL(answer.url).host} ${name}`);
    const wall = detectWall({
      status: answer.status,
      headers: answer.headers,
      setCookies: answer.setCookies,
      text: answer.text,
    });
    walls.set(answer.id, wall);
    if (wall) {
      if (isProbe(answer)) reach.blocked += 1;
      const { origin } = new URL(answer.url);
      if (!reach.walls.some((w) => w.product === wall && new URL(w.url).origin === origin)) {
        reach.walls.push({ product: wall, url: answer.url, evidence: [answer.id] });
        emit({
          type: 'wall',
          step: 'find',
          text: `${wall} stands before ${new URL(answer.url).host}`,
          url: answer.url,
          requests: http.spent.requests,
          ms: now(),
        });
      }
    }
    return answer;
  };
  return {
    target,
    http,
    reach,
    affiliation,
    known,
    random,
    seed,
    ask(request) {
      const key = keyOf(request, request.headers?.['accept'] === htmlFirst);
      const before = memory.get(key);
      if (before) return before;
      const sent = send(request);
      memory.set(key, sent);
      return sent;
    },
    askForPage: async (request) =>
      memory.get(keyOf(request, true)) ?? memory.get(keyOf(request, false)) ?? heldBack(request) ?? exchange(request),
    async read(kind, input, id) {
      const read = await readApart(kind, input);
      if (read.ok) return read.reading;
      const brought = http.exchanges.find((one) => one.id === id);
      if (brought?.error === null) {
        reach.failed += 1;
        brought.error = failureOf('body', 'unread', `The document was left unread: ${read.problem}.`);
      }
      return null;
    },
    sessionsOf: (host) =>
      [...sessions].filter((one) => one.startsWith(`${host} `)).map((one) => one.slice(host.length + 1)),
    wallOf: (answer) => (answer.kind === 'response' ? (walls.get(answer.id) ?? null) : null),
    found(step, text, url = null) {
      if (tolds.has(`${step} ${text}`)) return;
      tolds.add(`${step} ${text}`);
      emit({ type: 'found', step, text, url, requests: http.spent.requests, ms: now() });
    },
  };
}

/** The answer when it is a response that no wall wrote, else null. */
export function plain(crawl: Crawl, answer: HttpAnswer): HttpResponse | null {
  return answer.kind === 'response' && !crawl.wallOf(answer) ? answer : null;
}

/** What a body is as a JSON object or array, whatever its media type says (STANDARDS G5); undefined when it is none. */
export function parseJson(text: string): unknown {
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[') return undefined;
  const read = readJson(text);
  return read.ok ? read.value : undefined;
}

/** XML that is read by browsers, feed readers, search engines or printers of pictures, and no answer of a service. */
const publishedXml = /xhtml|<(?:html|rss|feed|rdf:rdf|urlset|sitemapindex|svg|opml|opensearchdescription)\b/i;

/** An answer that a program wrote for programs: a refusal, JSON, or XML that is no page. */
export const looksLikeApi = ({ status, headers, text, contentType }: HttpResponse): boolean =>
  status === 401 ||
  headers.has('www-authenticate') ||
  parseJson(text) !== undefined ||
  /[/+]json$/.test(contentType ?? '') ||
  ((contentType ?? '').endsWith('xml') && !publishedXml.test(`${contentType} ${text.slice(0, 2000)}`));

/** The random path that unmasks catch-all answers (STANDARDS G1). */
export const controlPath = (seed: string): string => `/latchkey-control-${seed}`;
