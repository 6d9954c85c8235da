/** What every part of a scan shares while it talks to the target: the client, the reading of walls, and what was told so far. */
import { detectWall } from '../protocol/wall.ts';
import type { HttpAnswer, HttpClient, HttpRequest, HttpResponse, JourneyStep, Reach, ScanEvent, Target } from '../types.ts';
import { createAffiliation, type Affiliation } from './affiliation.ts';

export interface Scout {
  readonly target: Target;
  readonly http: HttpClient;
  readonly affiliation: Affiliation;
  /** Sends one request, once: the same method, URL and credentials are answered from memory. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
  /** The product whose challenge page answered instead of the target, else null. */
  wallOf(answer: HttpAnswer): string | null;
  found(step: JourneyStep, text: string, url?: string | null): void;
  readonly reach: Pick<Reach, 'probes' | 'blocked' | 'failed' | 'walls'>;
}

const jsonFirst = 'application/json, application/problem+json;q=0.9, */*;q=0.1';
export const htmlFirst = 'text/html,application/xhtml+xml;q=0.9,text/markdown;q=0.8,*/*;q=0.5';

export function createScout(target: Target, http: HttpClient, emit: (event: ScanEvent) => void, now: () => number): Scout {
  const memory = new Map<string, Promise<HttpAnswer>>();
  const walls = new Map<string, string | null>();
  const reach: Scout['reach'] = { probes: 0, blocked: 0, failed: 0, walls: [] };
  const tolds = new Set<string>();
  /** Hosts that answered 429, with that exchange: the first such answer is obeyed for the rest of the scan (STANDARDS J5). */
  const limited = new Map<string, string>();
  /** Hosts that let us wait for nothing and never answered: waiting again would use up the scan's time. */
  const mute = new Map<string, HttpAnswer & { kind: 'failure' }>();
  const answered = new Set<string>();
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    // What is no URL is refused by the client's guard, as evidence like everything else.
    const host = URL.canParse(request.url) ? new URL(request.url).host : '';
    const halt = limited.get(host);
    if (halt) return { kind: 'failure', id: halt, chain: [halt], url: request.url, failure: { step: 'guard', code: 'rate-limited', message: `${host} asked to slow down (HTTP 429), so it was not asked again.` } };
    const silent = answered.has(host) ? undefined : mute.get(host);
    if (silent) return { ...silent, url: request.url };
    const answer = await http.request({ ...request, headers: { accept: jsonFirst, ...request.headers } });
    if (answer.kind === 'failure') {
      if (answer.failure.code === 'timeout' && new URL(answer.url).host === host) mute.set(host, answer);
      if (answer.failure.step !== 'budget' && answer.failure.step !== 'guard') {
        reach.probes += 1;
        reach.failed += 1;
      }
      return answer;
    }
    reach.probes += 1;
    answered.add(host);
    if (answer.status === 429) limited.set(new URL(answer.url).host, answer.id);
    const wall = detectWall({ status: answer.status, headers: answer.headers, setCookies: answer.setCookies, text: answer.text });
    walls.set(answer.id, wall);
    if (wall) {
      reach.blocked += 1;
      const { origin } = new URL(answer.url);
      if (!reach.walls.some((w) => w.product === wall && new URL(w.url).origin === origin)) {
        reach.walls.push({ product: wall, url: answer.url, evidence: [answer.id] });
        emit({ type: 'wall', step: 'find', text: `${wall} stands before ${new URL(answer.url).host}`, url: answer.url, requests: http.spent.requests, ms: now() });
      }
    }
    return answer;
  };
  return {
    target, http, reach,
    affiliation: createAffiliation(target.domain, target.host),
    ask(request) {
      const key = JSON.stringify([request.method ?? 'GET', request.url, request.headers?.['authorization'] ?? '', request.body ?? '']);
      const known = memory.get(key);
      if (known) return known;
      const sent = send(request);
      memory.set(key, sent);
      return sent;
    },
    wallOf: (answer) => (answer.kind === 'response' ? (walls.get(answer.id) ?? null) : null),
    found(step, text, url = null) {
      if (tolds.has(`${step} ${text}`)) return;
      tolds.add(`${step} ${text}`);
      emit({ type: 'found', step, text, url, requests: http.spent.requests, ms: now() });
    },
  };
}

/** The answer when it is a response that no wall wrote, else null. */
export function plain(scout: Scout, answer: HttpAnswer): HttpResponse | null {
  return answer.kind === 'response' && !scout.wallOf(answer) ? answer : null;
}

/** Whether a body parses as a JSON object or array, whatever its media type says (STANDARDS G5). */
export function parseJson(text: string): unknown {
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: the caller treats it as text.
    return undefined;
  }
}

/** An answer that a program wrote for programs: a refusal, JSON, or XML that is no page. */
export const looksLikeApi = (answer: HttpResponse): boolean =>
  answer.status === 401 || answer.headers.has('www-authenticate') || parseJson(answer.text) !== undefined || (/xml/.test(answer.contentType ?? '') && !/xhtml|<html/i.test(`${answer.contentType} ${answer.text.slice(0, 200)}`) && answer.status !== 200);

/** The random path that unmasks catch-all answers (STANDARDS G1). */
export const controlPath = (seed: string): string => `/latchkey-control-${seed}`;
