/**
 * The format of a world: one business, its hosts and how they answer a client that brings nothing, and what a careful
 * engineer without a browser concludes from those answers. A world is data; `serve.ts` puts it on loopback.
 */
import type { GrantId } from '../../../lib/scan/types.ts';
import type { AntiPatternId, Outcome, SignalId } from '../../../lib/scan/schema/report.ts';

/** One request as a world sees it. Header names are lower case; `path` has no query. */
export interface Incoming {
  scheme: 'https' | 'http';
  method: string;
  host: string;
  path: string;
  search: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  /** The Authorization field split at the first space; scheme in lower case, empty when there is none. */
  authorization: { scheme: string; value: string };
  body: string;
  form: URLSearchParams;
  json: unknown;
  /** The values that `:name` parts of the route matched. */
  params: Record<string, string>;
}

export interface Answer {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string;
  /** Milliseconds to wait before the answer. */
  delayMs?: number;
  /** `hang`: never answer; `reset`: close the connection. */
  instead?: 'hang' | 'reset';
}

/** A fixed answer, or a rule. A rule that returns null passes the request on to the next route. */
export type Reply = Answer | ((request: Incoming) => Answer | null);

/**
 * One host. Route keys are `[METHODS ]/path`: several methods are joined by commas, none means any; `:name` matches one segment,
 * `*` anything; the first match wins, GET serves HEAD, a trailing slash is tolerated.
 */
export interface Site {
  headers?: Record<string, string>;
  routes: Record<string, Reply>;
  /** Everything that no route matches. Default: a plain 404 page. */
  otherwise?: Reply;
  /** What port 80 does. Default: redirect to https. */
  plain?: 'redirect' | 'same' | 'closed';
  /** `closed`: nothing listens on port 443. */
  secure?: 'open' | 'closed';
}

/** One right answer, or all right answers. A list that holds `unknown` is a guard: only a wrong claim counts. */
export type Right<T extends string> = T | readonly T[];

export type Offered = 'yes' | 'no' | 'unknown';
export type SignalStatus = 'pass' | 'partial' | 'fail' | 'unknown' | 'n/a';
export type TrapStatus = 'present' | 'absent' | 'unknown';
export type JudgedFlow = Extract<
  GrantId,
  'authorization_code' | 'client_credentials' | 'implicit' | 'device_code' | 'refresh_token' | 'password'
>;

export interface Expectation {
  /** Origins that must be found, each with its alternatives; empty: none may be claimed; left out: not judged. */
  apiBases?: readonly Right<string>[];
  /** URLs of which one must be found; null: none may be claimed; a list with null: a guard; left out: not judged. */
  tokenEndpoint?: string | null | readonly (string | null)[];
  flows: Partial<Record<JudgedFlow, Right<Offered>>>;
  signals: Partial<Record<SignalId, Right<SignalStatus>>>;
  antiPatterns: Partial<Record<AntiPatternId, Right<TrapStatus>>>;
  outcome?: Right<Outcome>;
}

export interface World {
  id: string;
  kind: 'archetype' | 'provider';
  /** What the world is about, in one line. */
  title: string;
  /** What the visitor types. */
  target: string;
  /** State of what is imitated, year and month. */
  dated: string;
  sources: readonly string[];
  hosts: Record<string, Site>;
  expect: Expectation;
  /** Reasons, by expected item or by `target`. */
  why: Record<string, string>;
  /** Scan budget to use instead of the default, for worlds about slowness. */
  budget?: { requestMs?: number; totalMs?: number };
}

export const judgedFlows: readonly JudgedFlow[] = [
  'authorization_code',
  'client_credentials',
  'implicit',
  'device_code',
  'refresh_token',
  'password',
];
export const judgedTraps: readonly AntiPatternId[] = [
  'browser-only-oauth',
  'captcha-before-token',
  'session-cookie-only',
  'manual-key-approval',
  'token-rotation-without-refresh',
];

/** No one says that it is offered: only the claim `yes` would be wrong. */
export const notOffered = ['no', 'unknown'] as const;
/** Nothing there to credit: only a claim of credit would be wrong. */
export const noCredit = ['fail', 'unknown', 'n/a'] as const;
/** Static keys: nothing expires, so neither `pass` nor `fail` is right. */
export const staticKeys = ['n/a', 'partial', 'unknown'] as const;
/** Any of the honest readings of a self-service that is not spelled out. */
export const signUp = ['pass', 'partial'] as const;
/** What an API of static keys that one makes oneself can be credited with, however it takes them. */
export const keyApi = {
  'client-credentials': noCredit,
  'oauth-discovery': noCredit,
  'self-service-keys': signUp,
  'token-expiry': staticKeys,
  'scope-restriction': noCredit,
} as const;

/**
 * Completes an expectation: flows that are not named may not be claimed as offered, anti-patterns that are not named may not
 * be claimed as present. `notJudged` takes an item out again. Signals are judged only when named.
 */
export function expectation(
  stated: Partial<Expectation> & { notJudged?: readonly (JudgedFlow | AntiPatternId)[] },
): Expectation {
  const { notJudged = [], ...rest } = stated;
  const flows: Expectation['flows'] = {};
  for (const id of judgedFlows) if (!notJudged.includes(id)) flows[id] = notOffered;
  const antiPatterns: Expectation['antiPatterns'] = {};
  for (const id of judgedTraps) if (!notJudged.includes(id)) antiPatterns[id] = ['absent', 'unknown'];
  return {
    outcome: 'scored',
    ...rest,
    flows: { ...flows, ...rest.flows },
    signals: { ...rest.signals },
    antiPatterns: { ...antiPatterns, ...rest.antiPatterns },
  };
}
