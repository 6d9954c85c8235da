/**
 * How often is a report right? Runs the engine over every impersonated world and real server, and prints what it got wrong.
 *   npm run accuracy -- --prose | --ablation | --sentences FILE | --train      the reader of documentation alone
 *   npm run accuracy -- [--only a,b] [--kind archetype|provider|server] [--latency MS] [--json FILE] [--log] [--parallel N]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Logged } from '../tests/worlds/lib/serve.ts';
import type { Report } from '../lib/scan/schema/report.ts';
import { compare, type Item } from '../tests/worlds/lib/compare.ts';
import { misconduct } from '../tests/worlds/lib/conduct.ts';
import { scanToEnd } from '../tests/worlds/lib/engine.ts';
import { runWorld } from '../tests/worlds/lib/run.ts';
import { ablation, proseFigures, sentenceFigures } from '../tests/corpus/figures.ts';
import { installed } from '../tests/servers/index.ts';
import { train } from '../tests/corpus/train.ts';
import { worlds } from '../tests/worlds/sites/index.ts';

interface Result {
  id: string;
  kind: 'archetype' | 'provider' | 'server';
  items: Item[];
  faults: string[];
  requests: number;
  unplanned: number;
  ms: number;
  d7: number | null;
  outcome: string;
  error: string | null;
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    kind: { type: 'string' },
    latency: { type: 'string' },
    json: { type: 'string' },
    log: { type: 'boolean' },
    parallel: { type: 'string' },
    quiet: { type: 'boolean' },
    prose: { type: 'boolean' },
    ablation: { type: 'boolean' },
    sentences: { type: 'string' },
    train: { type: 'boolean' },
  },
});
if (options.train) {
  train();
  process.exit();
}
if (options.prose || options.ablation || options.sentences !== undefined) {
  proseFigures();
  if (options.sentences !== undefined) await sentenceFigures(options.sentences);
  if (options.ablation) ablation();
  process.exit();
}
const only = options.only?.split(',').map((id) => id.trim());
const latencyMs = Number(options.latency ?? 0);
const wanted = (id: string, kind: string) => (only ? only.includes(id) : !options.kind || options.kind === kind);

function result(
  id: string,
  kind: Result['kind'],
  report: Report,
  items: Item[],
  faults: string[],
  log: readonly Logged[],
  ms: number,
): Result {
  if (options.log)
    for (const entry of log)
      console.log(
        `    ${entry.status} ${entry.planned ? ' ' : '?'} ${entry.method} ${entry.scheme}://${entry.host}${entry.path}${entry.search}`,
      );
  return {
    id,
    kind,
    items,
    faults,
    requests: log.length,
    unplanned: log.filter((entry) => !entry.planned).length,
    ms,
    d7: report.score.d7,
    outcome: report.outcome,
    error: null,
  };
}

function failed(id: string, kind: Result['kind'], error: unknown): Result {
  return {
    id,
    kind,
    items: [],
    faults: [],
    requests: 0,
    unplanned: 0,
    ms: 0,
    d7: null,
    outcome: '-',
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

const { here, lacking } = installed();

function jobs(): { id: string; kind: Result['kind']; run: () => Promise<Result> }[] {
  return [
    ...worlds.map((world) => ({
      id: world.id,
      kind: world.kind,
      run: async () => {
        const { report, items, faults, log, ms } = await runWorld(world, { latencyMs });
        return result(world.id, world.kind, report, items, faults, log, ms);
      },
    })),
    ...here.map((server) => ({
      id: server.id,
      kind: 'server' as const,
      run: async () => {
        const running = await server.start();
        try {
          const started = performance.now();
          const report = await scanToEnd(running.url, { allowNets: ['127.0.0.0/8'], browserPath: null });
          return result(
            server.id,
            'server',
            report,
            compare(running.expect, report),
            misconduct(running.log),
            running.log,
            Math.round(performance.now() - started),
          );
        } finally {
          await running.stop();
        }
      },
    })),
  ].filter((job) => wanted(job.id, job.kind));
}

const right = (items: readonly Item[]) => items.filter((item) => item.right).length;
const percent = (part: number, all: number) => (all === 0 ? '-' : `${((100 * part) / all).toFixed(1)}%`);
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

function printLine(it: Result): void {
  const decided = it.items.filter((item) => item.decided);
  const guards = it.items.filter((item) => !item.decided);
  const marks = `${String(right(decided)).padStart(2)}/${String(decided.length).padEnd(2)}  wrong ${guards.length - right(guards)}`;
  console.log(
    `${it.id.padEnd(26)} ${marks}  ${String(it.requests).padStart(3)} req (${String(it.unplanned).padStart(2)} unplanned)  ${String(it.ms).padStart(5)} ms  d7=${String(it.d7 ?? '-').padEnd(3)} ${it.outcome}${it.error ? `  ! ${it.error.split('\n')[0]}` : ''}`,
  );
  for (const fault of it.faults) console.log(`    ! ${fault}`);
  if (it.error && !options.quiet) console.log(it.error.split('\n').slice(1, 5).join('\n'));
}

function printConfusion(items: readonly (Item & { world: string })[]): void {
  const ids = [...new Set(items.filter((item) => item.part === 'signal').map((item) => item.id))];
  for (const id of ids) {
    const of = items.filter((item) => item.part === 'signal' && item.id === id);
    const columns = ['pass', 'partial', 'fail', 'unknown', 'n/a'];
    const rows = [...new Set(of.map((item) => [...item.expected].sort().join('|')))].sort();
    console.log(
      `\n${id.padEnd(34)} ${columns.map((column) => column.padStart(8)).join('')}   (rows: expected, columns: got)`,
    );
    for (const row of rows) {
      const here = of.filter((item) => [...item.expected].sort().join('|') === row);
      console.log(
        `  ${row.padEnd(32)} ${columns.map((column) => String(here.filter((item) => item.got === column).length || '.').padStart(8)).join('')}`,
      );
    }
  }
}

const queue = jobs();
if (only)
  for (const id of only)
    if (!queue.some((job) => job.id === id)) console.error(`there is no world or server called ${id}`);
const results: Result[] = [];
const workers = Array.from({ length: Number(options.parallel ?? 1) }, async () => {
  for (let job = queue.shift(); job; job = queue.shift()) {
    const { id, kind, run } = job;
    const one = await run().catch((error: unknown) => failed(id, kind, error));
    results.push(one);
    printLine(one);
  }
});
await Promise.all(workers);

const items = results.flatMap((it) => it.items.map((item) => ({ world: it.id, ...item })));
const decided = items.filter((item) => item.decided);
const guards = items.filter((item) => !item.decided);
const wrong = items.filter((item) => !item.right);
if (!options.quiet) {
  printConfusion(items);
  console.log('\nper item: right/decided, wrong claims/guards');
  for (const key of [...new Set(items.map((item) => `${item.part} ${item.id}`))].sort()) {
    const of = items.filter((item) => `${item.part} ${item.id}` === key);
    const d = of.filter((item) => item.decided);
    const g = of.filter((item) => !item.decided);
    console.log(
      `  ${key.padEnd(46)} ${`${right(d)}/${d.length}`.padStart(7)} ${percent(right(d), d.length).padStart(7)}   ${`${g.length - right(g)}/${g.length}`.padStart(7)}`,
    );
  }
  for (const { id, packages } of lacking) if (wanted(id, 'server')) console.log(`not run: ${id} needs ${packages}`);
  if (wrong.length > 0) console.log(`\nmismatches (${wrong.length})`);
  for (const item of wrong)
    console.log(
      `  ${item.world.padEnd(24)} ${`${item.part} ${item.id}`.padEnd(44)} expected ${item.expected.join('|')}  got ${item.got}${item.decided ? '' : '  (wrong claim)'}`,
    );
}
const faults = results.flatMap((it) => it.faults);
const errors = results.filter((it) => it.error !== null);
console.log(
  `\n${results.length} targets   decided ${right(decided)}/${decided.length} = ${percent(right(decided), decided.length)}   wrong claims ${guards.length - right(guards)}/${guards.length}   misconduct ${faults.length}   errors ${errors.length}`,
);
console.log(
  `median ${median(results.map((it) => it.ms))} ms, ${median(results.map((it) => it.requests))} requests; most ${Math.max(0, ...results.map((it) => it.requests))} requests, ${Math.max(0, ...results.map((it) => it.ms))} ms`,
);
if (!only && !options.kind) proseFigures();
if (options.json)
  writeFileSync(
    options.json,
    JSON.stringify(
      {
        totals: {
          decided: decided.length,
          right: right(decided),
          guards: guards.length,
          wrongClaims: guards.length - right(guards),
          misconduct: faults.length,
          errors: errors.length,
        },
        results,
      },
      null,
      1,
    ),
  );
// Misconduct and crashes fail the command; a wrong item is a figure to improve, and the test suite is where it fails.
process.exitCode = faults.length > 0 || errors.length > 0 ? 1 : 0;
