/** Runs the stages: look → read → judge → score → fix → report. */
import './can-parse.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { awaitedLater } from './awaited-later.ts';
import { namesExampleHost, ownHosts } from './look/affiliation.ts';
import { createCrawl } from './look/crawl.ts';
import { look } from './look/index.ts';
import { read } from './read/index.ts';
import { createHttpClient, defaultBudget, type HttpClientOptions } from './http/client.ts';
import { channel } from './channel.ts';
import { concealEvent, concealFacts } from './redact/facts.ts';
import { Literals } from './redact/literals.ts';
import { createRenderer } from './render/index.ts';
import { conclude } from './conclude.ts';
import { userAgent } from './user-agent.ts';
import { learnCredentials } from './verify/credentials.ts';
import { verifyBudget } from './verify/budget.ts';
import { verify } from './verify/index.ts';
import type { Report } from './schema/report.ts';
import type { Budget, HttpClient, Looked, ScanEvent, ScanOptions, Target, Verification } from './types.ts';
import type { VerifyRequest } from './schema/verify-request.ts';

export type { ScanEvent, ScanOptions, Target } from './types.ts';
export type { Report } from './schema/report.ts';
export { ScanError } from './errors.ts';
export { parseTarget } from './target/index.ts';
export { rejudge } from './conclude.ts';
export { scanDescription } from './description.ts';
export { userAgent } from './user-agent.ts';

/**
 * Scans a target: yields what is found while it runs, returns the Report.
 * What the target does becomes an outcome of the report, never an exception; only our own mistakes are thrown.
 */
export async function* scan(target: Target, options: ScanOptions = {}): AsyncGenerator<ScanEvent, Report> {
  const events = channel<ScanEvent>();
  const report = awaitedLater(run(target, options, events.push).finally(events.end));
  yield* events.items;
  return await report;
}

/** What the stages of one scan share. */
interface Running {
  target: Target;
  options: ScanOptions;
  /** What every client of this scan is opened with. */
  shared: Omit<HttpClientOptions, 'budget' | 'own'>;
  budget: Budget;
  /** The client that looks. */
  http: HttpClient;
  /** The owner's credentials, and every token that they bring. */
  secrets: Literals;
  random: () => string;
  tell: (event: ScanEvent) => void;
  /** Milliseconds since the scan began. */
  since: () => number;
}

async function run(target: Target, options: ScanOptions, push: (event: ScanEvent) => void): Promise<Report> {
  const started = Date.now();
  const since = () => Date.now() - started;
  /** Everything random that this scan sends; whatever a target repeats of it is shown as `[random]`. */
  const randoms: string[] = [];
  const random = () => {
    const made = randomBytes(18).toString('hex');
    randoms.push(made);
    return made;
  };
  const secrets = new Literals();
  if (options.verify) learnCredentials(options.verify, secrets);
  const { allowNets = [], userAgent: name = userAgent, browserPath, renderAs: user, signal } = options;
  const { ca, connectTo, denies, dnsServers, proxy, restraint, sign } = options;
  const shared = {
    allowNets,
    userAgent: name,
    signal,
    ca,
    connectTo,
    denies,
    dnsServers,
    proxy,
    restraint,
    sign,
    randoms,
    secrets,
  };
  const budget = { ...defaultBudget, ...options.budget };
  const http = createHttpClient({ ...shared, own: ownHosts(target), budget });
  const tell = (event: ScanEvent) => push(secrets.hideIn(concealEvent(event, randoms)));
  const stage = (word: 'discover' | 'verify' | 'judge', text: string) =>
    tell({ type: 'stage', stage: word, text, requests: http.spent.requests, ms: since() });
  const crawl = createCrawl({ target, http, emit: tell, now: since, random, seed: randomBytes(6).toString('hex') });
  const renderer =
    browserPath === undefined
      ? 'off'
      : browserPath === null
        ? null
        : createRenderer({ browserPath, crawl, allowNets, userAgent: name, user, signal });
  try {
    stage('discover', `Looking for the API of ${target.host}`);
    const looked = await look(crawl, renderer);
    const facts = await read(
      looked,
      (page) => crawl.read('statements', page, page.evidence[0]),
      (quote) => namesExampleHost(quote, target.host),
    );
    // Who asks us to stay out is not verified either, and what cannot be reached shows nothing.
    const { optedOut, unreachable } = looked.facts.reach;
    const request = optedOut || unreachable ? undefined : options.verify;
    if (request) stage('verify', 'Doing the handshake with your client');
    const running: Running = { target, options, shared, budget, http, secrets, random, tell, since };
    const handshake = request && (await shakeHands(running, request, looked));
    const concealed = concealFacts(
      {
        surface: facts.surface,
        evidence: { ...facts.evidence, ...(handshake && { verification: handshake.verification }) },
      },
      randoms,
    );
    stage('judge', 'Judging from the evidence');
    const finished = Date.now();
    return conclude({
      target,
      ...secrets.hideIn(concealed),
      // Once more over all of them: what was recorded before a token was known is hidden too.
      exchanges: secrets.hideIn(http.exchanges),
      scan: {
        id: options.id ?? randomUUID(),
        startedAt: new Date(started).toISOString(),
        finishedAt: new Date(finished).toISOString(),
        durationMs: finished - started,
        requests: http.spent.requests + (handshake?.spent.requests ?? 0),
        bytes: http.spent.bytes + (handshake?.spent.bytes ?? 0),
        mode: options.verify ? 'verified' : 'public',
      },
    });
  } finally {
    if (renderer !== null && renderer !== 'off') await renderer.close();
    await http.close();
  }
}

/** The handshake with the owner's client, and what it spent. */
async function shakeHands(
  { target, options, shared, budget, http, secrets, random, tell, since }: Running,
  request: VerifyRequest,
  { surface, facts }: Looked,
): Promise<{ verification: Verification; spent: HttpClient['spent'] }> {
  const clients: HttpClient[] = [];
  const spent = (what: keyof HttpClient['spent']) => clients.reduce((all, one) => all + one.spent[what], 0);
  // A client of its own: its budget is not what looking has left, and nothing is posted to a host that was not confirmed.
  const connect = (hosts: readonly string[]) => {
    const own = (name: string) => hosts.some((host) => new URL(`http://${host}`).hostname === name);
    const opened = createHttpClient({
      ...shared,
      own,
      exchanges: http.exchanges,
      budget: { ...budget, ...verifyBudget },
    });
    clients.push(opened);
    return opened;
  };
  const told = (step: 'get-token' | 'call', text: string) =>
    tell({ type: 'found', step, text, url: null, requests: http.spent.requests + spent('requests'), ms: since() });
  const { confirmHosts: confirm, signal } = options;
  try {
    const context = {
      request,
      target,
      surface,
      evidence: facts,
      secrets,
      random,
      tell: told,
      signal,
      confirm,
      connect,
    };
    const verification = await verify(context);
    return { verification, spent: { requests: spent('requests'), bytes: spent('bytes') } };
  } finally {
    for (const opened of clients) await opened.close();
  }
}
