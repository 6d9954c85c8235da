/** Runs the stages: target → discover → probe → judge → score → fixes → report. */
import './can-parse.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { awaitedLater } from './awaited-later.ts';
import { discover } from './discover/index.ts';
import { createScout } from './discover/scout.ts';
import { createHttpClient, defaultBudget } from './http/client.ts';
import { concealEvent, concealFacts } from './http/conceal.ts';
import { redactQuote } from './http/redact.ts';
import { createProbing } from './probe/index.ts';
import { readDescription } from './discover/openapi.ts';
import { ScanError } from './errors.ts';
import { createRenderer } from './render/index.ts';
import { renderPages } from './render/pages.ts';
import { assembleReport } from './report/assemble.ts';
import { parseTarget } from './target/index.ts';
import type { Report } from './report/schema.ts';
import type { Evidence, Exchange, Reach, ScanEvent, ScanOptions, Surface, Target } from './types.ts';

export type { ScanEvent, ScanOptions, Target } from './types.ts';
export type { Report } from './report/schema.ts';
export { ScanError, type ScanErrorCode } from './errors.ts';
export { parseTarget } from './target/index.ts';
export { rejudge } from './report/assemble.ts';

/** Sent with every request; the page it names explains the scanner and how to opt out. */
export const userAgent = 'Latchkey/0.1 (+https://latchkey.example/bot)';

/** Lets a producer push while a consumer pulls. */
function channel<T>(): { push(item: T): void; end(): void; items: AsyncGenerator<T, void> } {
  const queue: T[] = [];
  let ended = false;
  let wake = () => {};
  return {
    push(item) {
      queue.push(item);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    items: (async function* items() {
      for (;;) {
        const next = queue.shift();
        if (next !== undefined) yield next;
        else if (ended) return;
        else await new Promise<void>((resolve) => { wake = resolve; });
      }
    })(),
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
  const http = createHttpClient({
    randoms,
    budget: { ...defaultBudget, ...options.budget },
    allowNets: options.allowNets ?? [],
    userAgent: options.userAgent ?? userAgent,
    ...(options.denies ? { denies: options.denies } : {}),
    ...(options.dnsServers ? { dnsServers: options.dnsServers } : {}),
    ...(options.connectTo ? { connectTo: options.connectTo } : {}),
    ...(options.ca ? { ca: options.ca } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const renderer = options.browserPath === undefined ? 'off' : options.browserPath === null ? null : createRenderer({
    browserPath: options.browserPath, allowNets: options.allowNets ?? [], userAgent: options.userAgent ?? userAgent,
    ...(options.denies ? { denies: options.denies } : {}),
    ...(options.dnsServers ? { dnsServers: options.dnsServers } : {}),
    ...(options.connectTo ? { connectTo: options.connectTo } : {}),
    ...(options.ca ? { ca: options.ca } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
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
        onRound: probing.advance,
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

/** Larger descriptions than any that is published; the reader is bounded in time and memory below it. */
const largestDescription = 64 * 1024 * 1024;

/**
 * Judges an API description alone (mode `spec`): nothing of the target is called, every finding is at most `declared`.
 * @param source path of a file, or an http(s) URL, which is fetched through the same guard as a scan
 * @throws ScanError `bad-description` when it cannot be fetched or is not an OpenAPI document
 */
export async function scanDescription(source: string, options: { allowNets?: string[]; readFile: (path: string) => Promise<string> }): Promise<Report> {
  const started = Date.now();
  const remote = /^https?:\/\//i.test(source);
  let exchanges: readonly Exchange[] = [];
  let target: Target = { input: source, url: 'https://description.invalid/', host: 'description.invalid', domain: 'description.invalid' };
  let text: string;
  let bytes = 0;
  if (remote) {
    target = parseTarget(source, { allowNets: options.allowNets ?? [] });
    const http = createHttpClient({ budget: { ...defaultBudget, totalBytes: largestDescription, requestMs: 30_000 }, allowNets: options.allowNets ?? [], userAgent });
    try {
      const answer = await http.request({ url: target.url, purpose: 'API description', follow: 5, maxBytes: largestDescription, headers: { accept: 'application/json, application/yaml, text/yaml;q=0.9, */*;q=0.5' } });
      if (answer.kind === 'failure') throw new ScanError('bad-description', `The API description could not be fetched: ${answer.failure.message}`);
      if (answer.status !== 200) throw new ScanError('bad-description', `The API description could not be fetched: HTTP ${answer.status}.`);
      ({ text } = answer);
      exchanges = http.exchanges;
      bytes = http.spent.bytes;
    } finally {
      await http.close();
    }
  } else text = await options.readFile(source);
  const read = readDescription({ text, url: target.url, via: 'target', evidence: exchanges.map((e) => e.id) });
  if (read.kind !== 'present') throw new ScanError('bad-description', `This is not an OpenAPI document: ${redactQuote(read.kind === 'malformed' ? read.problem : read.reason)}. Give an OpenAPI 2.0 or 3.x file in JSON or YAML.`);
  const description = read.value;
  const base = description.servers[0];
  if (!remote && base && URL.canParse(base) && new URL(base).hostname !== 'description.invalid') {
    const { hostname, href } = new URL(base);
    target = { input: source, url: href, host: hostname, domain: hostname };
  }
  const surface: Surface = {
    apiBases: description.servers.filter((server) => URL.canParse(server)).slice(0, 8).map((url) => ({ url, via: 'description' as const, evidence: description.evidence, kind: 'rest' as const })),
    tokenEndpoints: [...new Set(description.schemes.flatMap((s) => s.flows.flatMap((f) => (f.tokenUrl ? [f.tokenUrl] : []))))].map((url) => ({ url, via: 'description' as const, evidence: description.evidence })),
    authorizationEndpoints: [...new Set(description.schemes.flatMap((s) => s.flows.flatMap((f) => (f.authorizationUrl ? [f.authorizationUrl] : []))))].map((url) => ({ url, via: 'description' as const, evidence: description.evidence })),
    authorizationServers: [], protectedResources: [], docs: [], keyPages: [], mcp: [], agentCards: [], graphql: [],
    descriptions: [{ url: description.url, via: description.via, evidence: description.evidence, title: description.title }],
  };
  const evidence: Evidence = {
    calls: [], tokenEndpoints: [], authorizationServers: [], protectedResources: [], descriptions: [description], registrations: [], statements: [], captchas: [], pages: [], mcp: [], metadataLookups: [],
    reach: { probes: 0, blocked: 0, failed: 0, walls: [], unreachable: null, optedOut: false, browser: 'off' },
  };
  const finished = Date.now();
  return assembleReport({
    target, ...concealFacts({ surface, evidence }, []), exchanges,
    scan: { id: randomUUID(), startedAt: new Date(started).toISOString(), finishedAt: new Date(finished).toISOString(), durationMs: finished - started, requests: exchanges.length, bytes, mode: 'spec' },
  });
}
