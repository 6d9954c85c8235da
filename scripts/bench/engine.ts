/**
 * Speed of the engine on loopback TLS targets in a process of their own, and beside the engine of another commit: the same worlds, taken in turns,
 * so that whatever else the machine does meets both. Both engines are bundled as the worker is.
 */
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { root } from '../processes.mjs';
import type { Order, Scanned } from './scanner.ts';

/** Businesses of many kinds: keys, OAuth, manuals in HTML and Markdown, large descriptions, several hosts. */
const ids = [
  'asana',
  'paypal',
  'notion',
  'zoom',
  'hubspot',
  'digitalocean',
  'commercetools',
  'bunq',
  'neon',
  'keycloak',
  'mcp',
  'fastapi',
];
const rounds = 11;
/** Rounds before those that count: a worker runs for days, and V8 takes a few to have compiled what is used often. */
const warming = 5;

const row = (name: string, value: string, aim = '') =>
  console.log(`  ${name.padEnd(44)} ${value.padStart(14)}   ${aim}`);
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Resolves to the next message of a process, and rejects when it ends instead. */
function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The process ended with ${String(code)}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}

/** Starts worlds; resolves to what a scanner is to be told of each. */
async function startTargets(worlds: readonly string[], latencyMs: number) {
  const child = fork(new URL('./target.ts', import.meta.url), [worlds.join(), String(latencyMs)], {
    execArgv: ['--import', 'tsx'],
  });
  return { child, orders: await heard<(Order & { id: string })[]>(child) };
}

/** Bundles the engine of a tree, with what answers our orders around it. */
async function bundleEngine(tree: string, folder: string): Promise<string> {
  if (existsSync(join(tree, 'scripts/artefacts.mjs')))
    execFileSync(process.execPath, ['scripts/artefacts.mjs'], { cwd: tree });
  const options: BuildOptions = {
    absWorkingDir: tree,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['playwright-core', '@sparticuz/chromium'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  };
  const outfile = join(folder, 'scanner.mjs');
  const entry = 'scripts/bench/scanner.ts';
  if (tree !== root) copyFileSync(join(root, entry), join(tree, entry));
  await build({ ...options, entryPoints: [entry], outfile });
  const thread = 'lib/scan/apart/thread.ts';
  if (existsSync(join(tree, thread)))
    await build({ ...options, entryPoints: [thread], outfile: join(folder, 'reader.mjs') });
  return outfile;
}

interface Engine {
  name: string;
  child: ChildProcess;
  scan(orders: readonly Order[]): Promise<Scanned>;
  stop(): void;
}

async function startEngine(name: string, tree: string): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
  const child = fork(await bundleEngine(tree, folder), [], { execArgv: [] });
  return {
    name,
    child,
    async scan(orders) {
      const answer = heard<Scanned>(child);
      child.send(orders);
      return answer;
    },
    stop() {
      child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A tree of the repository as it was at `commit`, until `use` is over. */
async function withTree(commit: string, use: (tree: string) => Promise<void>): Promise<void> {
  const tree = mkdtempSync(join(tmpdir(), 'latchkey-tree-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
  git('worktree', 'add', '--detach', '--force', tree, commit);
  try {
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    await use(tree);
  } finally {
    git('worktree', 'remove', '--force', tree);
  }
}

/** Scans one world alone and eight times at once, with this tree's engine. */
export async function engine(): Promise<void> {
  console.log('\nengine, loopback TLS target');
  const ours = await startEngine('ours', root);
  try {
    for (const latencyMs of [0, 100]) {
      const { child, orders } = await startTargets(['asana'], latencyMs);
      try {
        for (let i = 0; i < 3; i += 1) await ours.scan(orders);
        const alone = [];
        for (let i = 0; i < 5; i += 1) alone.push(await ours.scan(orders));
        const together = [];
        for (let i = 0; i < (latencyMs === 0 ? 5 : 2); i += 1)
          together.push(await ours.scan(Array.from({ length: 8 }, () => orders).flat()));
        const aim = latencyMs === 100 ? 'aim: under 2000 ms' : '';
        row(`one scan, ${latencyMs} ms added latency`, `${median(alone.map(({ ms }) => ms)).toFixed(0)} ms`, aim);
        row('requests per scan', `${median(alone.map(({ requests }) => requests))}`, 'aim: typically under 60');
        row('eight at once', `${(8000 / median(together.map(({ ms }) => ms))).toFixed(1)} scans/s`);
        const cpu = sum(together.map((one) => one.cpuMs)) / sum(together.map(({ requests }) => requests));
        row('CPU per request', `${cpu.toFixed(2)} ms`, 'aim: 1.3 ms');
      } finally {
        child.disconnect();
      }
    }
  } finally {
    ours.stop();
  }
}

/** The same worlds by the engine of `commit` and by ours. */
export async function engineBeside(commit: string): Promise<void> {
  await withTree(commit, async (tree) => {
    const engines = [await startEngine(commit.slice(0, 7), tree), await startEngine('ours', root)];
    try {
      for (const latencyMs of [0, 50]) {
        const { child, orders } = await startTargets(ids, latencyMs);
        try {
          await compare(engines, orders, latencyMs);
        } finally {
          child.disconnect();
        }
      }
    } finally {
      for (const one of engines) one.stop();
    }
  });
}

async function compare(engines: readonly Engine[], orders: readonly (Order & { id: string })[], latencyMs: number) {
  console.log(
    `\nengine beside engine, ${latencyMs} ms added latency, medians of ${rounds} scans each, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const kept = new Map(engines.map(({ name }) => [name, new Map(orders.map(({ id }) => [id, [] as Scanned[]]))]));
  for (let round = -warming; round < rounds; round += 1)
    for (const order of orders)
      // Who comes second has warm caches in the target: they take turns in that too.
      for (const one of round % 2 === 0 ? engines : [...engines].reverse()) {
        const scanned = await one.scan([order]);
        if (round >= 0) kept.get(one.name)?.get(order.id)?.push(scanned);
      }
  const cells = (values: readonly (string | number)[]) => values.map((value) => String(value).padStart(16)).join('');
  console.log(`  ${'ms, CPU ms, requests'.padEnd(20)}${cells(engines.map(({ name }) => name))}`);
  const medians = (name: string, id: string) => {
    const of = kept.get(name)?.get(id) ?? [];
    return {
      ms: median(of.map((s) => s.ms)),
      cpuMs: median(of.map((s) => s.cpuMs)),
      requests: median(of.map((s) => s.requests)),
    };
  };
  for (const { id } of orders)
    console.log(
      `  ${id.padEnd(20)}${cells(
        engines.map(({ name }) => {
          const m = medians(name, id);
          return `${m.ms.toFixed(0)} ${m.cpuMs.toFixed(0)} ${m.requests}`;
        }),
      )}`,
    );
  const totals = engines.map(({ name }) => {
    const all = orders.map(({ id }) => medians(name, id));
    return {
      ms: sum(all.map((m) => m.ms)),
      cpuMs: sum(all.map((m) => m.cpuMs)),
      requests: sum(all.map((m) => m.requests)),
    };
  });
  const line = (what: string, of: (t: (typeof totals)[number]) => string) =>
    console.log(`  ${what.padEnd(20)}${cells(totals.map(of))}`);
  line('ms per scan', (t) => (t.ms / orders.length).toFixed(0));
  line('CPU ms per scan', (t) => (t.cpuMs / orders.length).toFixed(0));
  line('requests per scan', (t) => (t.requests / orders.length).toFixed(1));
  line('CPU ms per request', (t) => (t.cpuMs / t.requests).toFixed(2));
  console.log(`  load ${loadavg()[0]?.toFixed(1)}`);
}
