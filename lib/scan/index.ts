/** Runs the stages: target → discover → probe → judge → score → fixes → report. */
import './can-parse.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { awaitedLater } from './awaited-later.ts';
import { discover } from './discover/index.ts';
import { createScout } from './discover/scout.ts';
import { createHttpClient, defaultBudget } from './http/client.ts';
import { channel } from './channel.ts';
import { concealEvent, concealFacts } from './http/conceal.ts';
import { createProbing } from './probe/index.ts';
import { createRenderer } from './render/index.ts';
import { awaitsRendering, renderPages } from './render/pages.ts';
import { assembleReport } from './report/assemble.ts';
import { userAgent } from './user-agent.ts';
import type { Report } from './report/schema.ts';
import type { Reach, ScanEvent, ScanOptions, Target } from './types.ts';

export type { ScanEvent, ScanOptions, Target } from './types.ts';
export type { Report } from './report/schema.ts';
export { ScanError, type ScanErrorCode } from './errors.ts';
export { parseTarget } from './target/index.ts';
export { rejudge } from './report/assemble.ts';
export { scanDescription } from './description.ts';
export { userAgent } from './user-agent.ts';

/** What the client and the browser's proxy must agree on: whom they may reach, through which names and sockets, as whom, until when. */
function wayOut({ allowNets = [], userAgent: name = userAgent, denies, dnsServers, connectTo, ca, signal }: ScanOptions) {
  return {
    allowNets, userAgent: name,
    ...(denies && { denies }), ...(dnsServers && { dnsServers }), ...(connectTo && { connectTo }), ...(ca && { ca }), ...(signal && { signal }),
  };
}

/**
 * Scans a target: yields what is found while it runs, returns the Report.
 * What the target does becomes an outcome of the report, never an exception; only our own mistakes are thrown.
 */
export async function* scan(target: Target, options: ScanOptions = {}): AsyncGenerator<ScanEvent, Report> {
  const started = Date.now();
  const since = () => Date.now() - started;
  /** Everything random that this scan sends; whatever a target repeats of it is shown as `[random]`. */
  const randoms: string[] = [];
  const way = wayOut(options);
  const http = createHttpClient({ ...way, randoms, budget: { ...defaultBudget, ...options.budget } });
  const renderer = options.browserPath === undefined ? 'off' : options.browserPath === null ? null : createRenderer({ ...way, browserPath: options.browserPath });
  const events = channel<ScanEvent>();
  const tell = (event: ScanEvent) => events.push(concealEvent(event, randoms));
  const stage = (name: Extract<ScanEvent, { type: 'stage' }>['stage'], text: string) => tell({ type: 'stage', stage: name, text, requests: http.spent.requests, ms: since() });
  const random = () => {
    const made = randomBytes(18).toString('hex');
    randoms.push(made);
    return made;
  };
  const seed = randomBytes(6).toString('hex');
  const run = async (): Promise<Report> => {
    try {
      const scout = createScout(target, http, tell, since);
      stage('discover', `Looking for the API of ${target.host}`);
      const probing = createProbing(scout, { random, seed });
      let browser: Reach['browser'] = renderer === 'off' ? 'off' : 'not-needed';
      const discovery = await discover(scout, seed, {
        onRound: (known) => {
          if (renderer !== null && renderer !== 'off' && awaitsRendering(known.notebook)) renderer.warm();
          probing.advance(known);
        },
        render: async ({ notebook, frontier }) => {
          browser = await renderPages(scout, notebook, frontier, renderer);
        },
      });
      stage('probe', 'Knocking without credentials');
      const { surface, evidence } = concealFacts(await probing.finish(discovery, browser), randoms);
      stage('judge', 'Judging from the evidence');
      const finished = Date.now();
      return assembleReport({
        target, surface, evidence, exchanges: http.exchanges,
        scan: { id: options.id ?? randomUUID(), startedAt: new Date(started).toISOString(), finishedAt: new Date(finished).toISOString(), durationMs: finished - started, requests: http.spent.requests, bytes: http.spent.bytes, mode: 'public' },
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
