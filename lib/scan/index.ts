/** Runs the stages: look → read → judge → score → fix → report. */
import './can-parse.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { awaitedLater } from './awaited-later.ts';
import { namesExampleHost, ownHosts } from './look/affiliation.ts';
import { createCrawl } from './look/crawl.ts';
import { look } from './look/index.ts';
import { read } from './read/index.ts';
import { createHttpClient, defaultBudget } from './http/client.ts';
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
import type { HttpClient, Looked, ScanEvent, ScanOptions, Target, Verification } from './types.ts';
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
  const started = Date.now();
  const since = () => Date.now() - started;
  /** Everything random that this scan sends; whatever a target repeats of it is shown as `[random]`. */
  const randoms: string[] = [];
  /** The owner's credentials, and every token that they bring. */
  const secrets = new Literals();
  if (options.verify) learnCredentials(options.verify, secrets);
  const {
    allowNets = [],
    userAgent: name = userAgent,
    denies,
    dnsServers,
    connectTo,
    ca,
    proxy,
    signal,
    browserPath,
  } = options;
  const client = { allowNets, userAgent: name, denies, dnsServers, connectTo, ca, proxy, signal, randoms, secrets };
  const shared = { ...client, restraint: options.restraint, sign: options.sign };
  const http = createHttpClient({ ...shared, own: ownHosts(target), budget: { ...defaultBudget, ...options.budget } });
  const events = channel<ScanEvent>();
  const tell = (event: ScanEvent) => events.push(secrets.hideIn(concealEvent(event, randoms)));
  const stage = (name: Extract<ScanEvent, { type: 'stage' }>['stage'], text: string) =>
    tell({ type: 'stage', stage: name, text, requests: http.spent.requests, ms: since() });
  const random = () => {
    const made = randomBytes(18).toString('hex');
    randoms.push(made);
    return made;
  };
  const seed = randomBytes(6).toString('hex');
  const crawl = createCrawl({ target, http, emit: tell, now: since, random, seed });
  const renderer =
    browserPath === undefined
      ? 'off'
      : browserPath === null
        ? null
        : createRenderer({ browserPath, crawl, allowNets, userAgent: name, user: options.renderAs, signal });
  /** Requests and bytes of looking and of the handshake together. */
  const spent = { requests: 0, bytes: 0 };
  const note = (used: HttpClient) => {
    spent.requests += used.spent.requests;
    spent.bytes += used.spent.bytes;
  };
  const handshake = async (request: VerifyRequest, { surface, facts }: Looked): Promise<Verification | null> => {
    // Who asks us to stay out is not verified either, and what cannot be reached shows nothing.
    if (facts.reach.optedOut || facts.reach.unreachable) return null;
    stage('verify', 'Doing the handshake with your client');
    const clients: HttpClient[] = [];
    // A client of its own: its budget is not what looking has left, and nothing is posted to a host that was not confirmed.
    const connect = (hosts: readonly string[]) => {
      const own = (name: string) => hosts.some((host) => new URL(`http://${host}`).hostname === name);
      const budget = { ...defaultBudget, ...options.budget, ...verifyBudget };
      const opened = createHttpClient({ ...shared, own, exchanges: http.exchanges, budget });
      clients.push(opened);
      return opened;
    };
    const told = (step: 'get-token' | 'call', text: string) => {
      const requests = [http, ...clients].reduce((all, one) => all + one.spent.requests, 0);
      tell({ type: 'found', step, text, url: null, requests, ms: since() });
    };
    const context = { request, target, surface, evidence: facts, secrets, random, tell: told, signal };
    try {
      return await verify({ ...context, confirm: options.confirmHosts, connect });
    } finally {
      for (const opened of clients) {
        note(opened);
        await opened.close();
      }
    }
  };
  const run = async (): Promise<Report> => {
    try {
      stage('discover', `Looking for the API of ${target.host}`);
      const looked = await look(crawl, renderer);
      const facts = await read(
        looked,
        (page) => crawl.read('statements', page, page.evidence[0]),
        (quote) => namesExampleHost(quote, target.host),
      );
      const verification = options.verify ? await handshake(options.verify, looked) : null;
      note(http);
      const { surface, evidence } = secrets.hideIn(
        concealFacts(
          { surface: facts.surface, evidence: { ...facts.evidence, ...(verification && { verification }) } },
          randoms,
        ),
      );
      stage('judge', 'Judging from the evidence');
      const finished = Date.now();
      return conclude({
        target,
        surface,
        evidence,
        // Once more over all of them: what was recorded before a token was known is hidden too.
        exchanges: secrets.hideIn(http.exchanges),
        scan: {
          id: options.id ?? randomUUID(),
          startedAt: new Date(started).toISOString(),
          finishedAt: new Date(finished).toISOString(),
          durationMs: finished - started,
          ...spent,
          mode: options.verify ? 'verified' : 'public',
        },
      });
    } finally {
      if (renderer !== null && renderer !== 'off') await renderer.close();
      await http.close();
      events.end();
    }
  };
  const report = awaitedLater(run());
  yield* events.items;
  return await report;
}
