/**
 * Speed and memory, side by side in one run: `npm run bench [-- engine|worker|pages|door|cli|bulk|bulk-memory|bulk-server]`.
 *   engine: scans per second, CPU per request, requests per scan, on a loopback TLS target in a process of its own
 *   worker: memory of the worker at rest and with 50 scans in flight
 *   pages: the report page with 10,000 scans in the database, alone and with 50 visitors
 *   door: 200 requests a second on the API's reads and on the token endpoint, beside the health route
 *   cli: installed size and start of the command, beside three others from npm
 *   bulk-memory: what bulk holds with 1, 8, 16 and 32 scans of large sites at once
 *   bulk, bulk-server: 500 hosts, killed twice and resumed, from this machine and through an instance
 * Figures are printed, never asserted: machines differ.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseTarget, scan, type ScanOptions } from '../lib/scan/index.ts';
import { startProduct } from '../tests/setup/product.ts';
import { bulk, bulkMemory, bulkServer } from './bench/bulk.ts';
import { cli } from './bench/cli.ts';
import { door } from './bench/door.ts';
import { pages } from './bench/pages.ts';

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const row = (name: string, value: string, aim = '') =>
  console.log(`  ${name.padEnd(44)} ${value.padStart(14)}   ${aim}`);

interface Served {
  child: ChildProcess;
  target: string;
  options: ScanOptions;
}

async function startTarget(id: string, latencyMs: number): Promise<Served> {
  const child = fork(new URL('./bench/target.ts', import.meta.url), [id, String(latencyMs)], {
    execArgv: ['--import', 'tsx'],
  });
  const told = await new Promise<{
    target: string;
    options: ScanOptions;
    https: { host: string; port: number };
    http: { host: string; port: number };
  }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as never));
    child.once('exit', (code) => reject(new Error(`The target ended with ${String(code)}.`)));
  });
  return {
    child,
    target: told.target,
    options: { ...told.options, connectTo: (_host, port) => (port === 80 ? told.http : told.https) },
  };
}

async function scanOnce({ target, options }: Served): Promise<{ ms: number; requests: number }> {
  const started = performance.now();
  const run = scan(parseTarget(target, { allowNets: options.allowNets ?? [] }), { ...options, browserPath: null });
  for (;;) {
    const step = await run.next();
    if (step.done) {
      if (step.value.outcome !== 'scored')
        throw new Error(`The scan ended as ${step.value.outcome}: there is nothing to measure.`);
      return { ms: performance.now() - started, requests: step.value.scan.requests };
    }
  }
}

async function engine(): Promise<void> {
  console.log('\nengine, loopback TLS target');
  for (const latencyMs of [0, 100]) {
    const served = await startTarget('asana', latencyMs);
    try {
      for (let i = 0; i < 3; i += 1) await scanOnce(served);
      const alone = [];
      for (let i = 0; i < 5; i += 1) alone.push(await scanOnce(served));
      const cpu = process.cpuUsage();
      const started = performance.now();
      const count = latencyMs === 0 ? 40 : 10;
      const together = (
        await Promise.all(
          Array.from({ length: 8 }, async () => {
            const mine = [];
            for (let i = 0; i < count / 8; i += 1) mine.push(await scanOnce(served));
            return mine;
          }),
        )
      ).flat();
      const used = process.cpuUsage(cpu);
      const seconds = (performance.now() - started) / 1000;
      const requests = together.reduce((sum, one) => sum + one.requests, 0);
      row(
        `one scan, ${latencyMs} ms added latency`,
        `${median(alone.map((a) => a.ms)).toFixed(0)} ms`,
        latencyMs === 100 ? 'aim: under 2000 ms' : '',
      );
      row('requests per scan', `${median(alone.map((a) => a.requests))}`, 'aim: typically under 60');
      row('eight at once', `${(together.length / seconds).toFixed(1)} scans/s`);
      row('CPU per request', `${((used.user + used.system) / 1000 / requests).toFixed(2)} ms`, 'aim: 1 ms');
    } finally {
      served.child.disconnect();
    }
  }
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** The worker is the launcher's child whose command line names its bundle. */
function workerPid(launcher: number): number {
  const children = readFileSync(`/proc/${launcher}/task/${launcher}/children`, 'utf8').trim().split(/\s+/).map(Number);
  const worker = children.find((pid) => /worker/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')));
  if (!worker) throw new Error('The worker process was not found.');
  return worker;
}

async function worker(): Promise<void> {
  console.log('\nworker, memory (Linux only)');
  // Slow enough that fifty scans overlap.
  const slow = createServer(
    (_request, response) =>
      void setTimeout(
        () =>
          response
            .writeHead(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer' })
            .end('{"error":"unauthorized"}'),
        700,
      ),
  );
  const servers = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const server = createServer(slow.listeners('request')[0] as never);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const visitor = { VISITOR_SCANS: '60', VISITOR_WAITING: '60', VISITOR_RUNNING: '60' };
  const product = await startProduct({ env: { ...visitor, SCAN_CONCURRENCY: '50', LOG_LEVEL: 'error' } });
  try {
    const pid = workerPid(product.pid);
    await sleep(3_000);
    row('at rest', `${residentMb(pid).toFixed(0)} MB`, 'aim: 120 MB');
    const accepted = await Promise.all(
      servers.map((server) =>
        fetch(`${product.url}/api/v1/scans`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ target: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
        }),
      ),
    );
    row('scans accepted', String(accepted.filter(({ ok }) => ok).length), 'of 50');
    let peak = 0;
    for (let i = 0; i < 80; i += 1) {
      peak = Math.max(peak, residentMb(pid));
      await sleep(100);
    }
    row('with 50 scans in flight, peak', `${peak.toFixed(0)} MB`, 'aim: 200 MB');
  } finally {
    await product.stop();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}

const parts = { engine, worker, pages, door, cli, bulk, 'bulk-memory': bulkMemory, 'bulk-server': bulkServer };
const [, , only] = process.argv;
for (const [name, part] of Object.entries(parts)) if (!only || only === name) await part();
process.exit(0);
