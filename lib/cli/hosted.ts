/** Scans on a hosted instance, through its API and its OAuth. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch, ProxyAgent, type Dispatcher, type RequestInit } from 'undici';
import { z } from 'zod';
import { isLoopback } from '../scan/loopback.ts';
import { parseTarget, type ScanEvent } from '../scan/index.ts';
import { report as schema } from '../scan/schema/report.ts';
import { userAgent } from '../scan/user-agent.ts';
import { isSystemError, Refusal } from './exit.ts';
import { certificates, everyNet } from './local.ts';
import { printable } from './printable.ts';
import { proxyOf } from './proxy.ts';
import { interrupted, type ScanFlags, type Scanner } from './scanner.ts';

const pollMs = 700;
/** How long one answer may take, and how often a connection that breaks is tried again. */
const answerMs = 60_000;
const tries = 5;
/** A place in line is waited for so long, in seconds; then the server is too busy for us. */
const longestWaitS = 3600;

const metadata = z.looseObject({ token_endpoint: z.url() });
const tokenAnswer = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive().default(60) });
const problem = z.looseObject({
  detail: z.string().optional(),
  error_description: z.string().optional(),
  title: z.string().optional(),
});
const state = z.looseObject({
  id: z.uuid(),
  status: z.enum(['queued', 'running', 'done', 'failed']),
  error: z.object({ code: z.string().nullable(), message: z.string().nullable() }).nullish(),
  steps: z.array(z.looseObject({ seq: z.number(), data: z.unknown() })).default([]),
  report: z.unknown().optional(),
});

interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
}

const seconds = (headers: Headers): number | null => {
  const value = headers.get('retry-after');
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null;
};

/** Origin of the instance. @throws Refusal when it is none that a token may be sent to */
function originOf(server: string): string {
  const url = URL.canParse(server) ? new URL(server) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Refusal('--server takes the address of an instance, such as https://latchkey.example.');
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new Refusal(
      '--server has to be an https address, so that tokens stay secret; http works only for this machine.',
    );
  return url.origin;
}

class Instance {
  readonly origin: string;
  readonly #dispatcher: Dispatcher;
  readonly #environment: NodeJS.ProcessEnv;
  #token: { value: string; until: number } | null = null;

  constructor(origin: string, dispatcher: Dispatcher, environment: NodeJS.ProcessEnv) {
    this.origin = origin;
    this.#dispatcher = dispatcher;
    this.#environment = environment;
  }

  async #fetch(path: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(new URL(path, this.origin), {
          ...init,
          redirect: 'error',
          dispatcher: this.#dispatcher,
          signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
        });
        const text = await response.text();
        return { status: response.status, headers: response.headers as unknown as Headers, text, body: jsonOf(text) };
      } catch (error) {
        if (signal.aborted) throw new Refusal(interrupted);
        if (attempt < tries) await sleep(attempt * 500, undefined, { signal }).catch(() => undefined);
        else throw new Refusal(`${this.origin} could not be reached: ${reason(error)}.`, { cause: error });
      }
    }
  }

  /** A token of the environment, or one that the instance gives for a client of the environment; null: ask as anybody. */
  async #bearer(signal: AbortSignal): Promise<string | null> {
    const { LATCHKEY_TOKEN, LATCHKEY_SERVER_CLIENT_ID, LATCHKEY_SERVER_CLIENT_SECRET } = this.#environment;
    if (LATCHKEY_TOKEN) return LATCHKEY_TOKEN;
    if (!LATCHKEY_SERVER_CLIENT_ID || !LATCHKEY_SERVER_CLIENT_SECRET) return null;
    if (this.#token && this.#token.until > Date.now()) return this.#token.value;
    const found = metadata.safeParse((await this.#fetch('/.well-known/oauth-authorization-server', {}, signal)).body);
    if (!found.success) throw new Refusal(`${this.origin} publishes no authorization server metadata.`);
    const endpoint = new URL(found.data.token_endpoint);
    // RFC 8414 §3.3 in small: the secret goes to the instance that was named, and nowhere else.
    if (endpoint.origin !== this.origin)
      throw new Refusal(
        `${this.origin} names a token endpoint on another host, ${endpoint.origin}: use that as --server.`,
      );
    const encode = (text: string) => encodeURIComponent(text);
    const answer = await this.#fetch(
      // Whole: of `//host/token` alone a path would make another host.
      endpoint.href,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${Buffer.from(`${encode(LATCHKEY_SERVER_CLIENT_ID)}:${encode(LATCHKEY_SERVER_CLIENT_SECRET)}`).toString('base64')}`,
        },
        body: 'grant_type=client_credentials',
      },
      signal,
    );
    const token = tokenAnswer.safeParse(answer.body);
    if (!token.success) throw refusalOf(this.origin, answer);
    this.#token = { value: token.data.access_token, until: Date.now() + (token.data.expires_in - 20) * 1000 };
    return this.#token.value;
  }

  /** Calls the API; waits where it says how long. @throws Refusal with what it said when it refuses */
  async call(path: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
    let waited = 0;
    let renewed = false;
    for (;;) {
      const bearer = await this.#bearer(signal);
      const answer = await this.#fetch(
        path,
        {
          ...init,
          headers: {
            accept: 'application/json',
            'user-agent': userAgent,
            ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
          },
        },
        signal,
      );
      if (answer.status < 300) return answer;
      const pause = seconds(answer.headers);
      if (answer.status === 401 && this.#token && !renewed) {
        renewed = true;
        this.#token = null;
      } else if ((answer.status === 429 || answer.status === 503) && pause !== null && waited + pause <= longestWaitS) {
        waited += Math.max(1, pause);
        await sleep(Math.max(1, pause) * 1000, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) throw new Refusal(interrupted);
      } else throw refusalOf(this.origin, answer);
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (isSystemError(cause)) return cause.code ?? cause.message;
  return cause instanceof Error ? printable(cause.message) : String(cause);
}

function refusalOf(origin: string, { status, body }: Answer): Refusal {
  const said = problem.safeParse(body).data;
  const sentence = said?.detail ?? said?.error_description ?? said?.title ?? 'no reason was given.';
  return new Refusal(`${origin} answered ${status}: ${printable(sentence.slice(0, 500))}`);
}

/** What an instance cannot be told by its API. */
const localOnly: readonly (keyof ScanFlags)[] = [
  'allowPrivate',
  'maxRequests',
  'timeout',
  'header',
  'resolve',
  'userAgent',
];
const flagNames: Partial<Record<keyof ScanFlags, string>> = {
  allowPrivate: '--allow-private',
  maxRequests: '--max-requests',
  userAgent: '--user-agent',
};

async function dispatcherOf({ proxy, ca }: ScanFlags): Promise<Dispatcher> {
  const tls = ca === undefined ? {} : { ca: await certificates(ca) };
  const through = proxyOf(proxy);
  if (through === undefined) return new Agent({ connect: tls });
  return new ProxyAgent({ uri: through.href, requestTls: tls, proxyTls: tls });
}

/** @throws Refusal when the flags cannot be carried to an instance */
export async function hostedScanner(server: string, flags: ScanFlags): Promise<Scanner> {
  const given = localOnly.find((name) => {
    const value = flags[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
  if (given !== undefined)
    throw new Refusal(
      `${flagNames[given] ?? `--${given}`} cannot be used with --server: an instance scans with its own settings.`,
    );
  const instance = new Instance(originOf(server), await dispatcherOf(flags), process.env);

  return {
    // What may be scanned from there is the instance's to say.
    target: (input) => parseTarget(input, { allowNets: everyNet }),
    async scan(target, { signal, tell }) {
      const body = JSON.stringify({ target: target.url, again: true, unlisted: flags.unlisted ?? false });
      const asked = state.parse((await instance.call('/api/v1/scans', { method: 'POST', body }, signal)).body);
      let after = 0;
      for (;;) {
        const now = state.parse((await instance.call(`/api/v1/scans/${asked.id}?after=${after}`, {}, signal)).body);
        for (const step of now.steps) {
          after = Math.max(after, step.seq);
          if (isEvent(step.data)) tell(step.data);
        }
        if (now.status === 'failed')
          throw new Refusal(
            `${instance.origin} could not finish the scan: ${printable(now.error?.message ?? 'no reason was given.')}`,
          );
        if (now.status === 'done') {
          const report = schema.safeParse(now.report);
          if (report.success) return report.data;
          throw new Refusal(`${instance.origin} made a report that this version of latchkey cannot read: update it.`);
        }
        await sleep(pollMs, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) throw new Refusal(interrupted);
      }
    },
  };
}

const isEvent = (data: unknown): data is ScanEvent =>
  typeof data === 'object' && data !== null && 'type' in data && 'text' in data && typeof data.text === 'string';
