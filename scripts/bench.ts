/**
 * Speed and memory, side by side in one run: `npm run bench [-- engine|worker|pages|door|cli|bulk|bulk-memory|bulk-server]`.
 *   engine: scans per second, CPU per request, requests per scan, on a loopback TLS target in a process of its own
 *   engine <commit>: the same beside the engine of that commit, in turns, world by world
 *   worker: memory of the worker at rest and with 50 scans in flight
 *   pages: the report page with 10,000 scans in the database, alone and with 50 visitors
 *   door: 200 requests a second on the API's reads and on the token endpoint, beside the health route
 *   cli: installed size and start of the command, beside three others from npm
 *   bulk-memory: what bulk holds with 1, 8, 16 and 32 scans of large sites at once
 *   bulk, bulk-server: 500 hosts, killed twice and resumed, from this machine and through an instance
 * Figures are printed, never asserted: machines differ.
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../tests/setup/product.ts';
import { bulk, bulkMemory, bulkServer } from './bench/bulk.ts';
import { cli } from './bench/cli.ts';
import { door } from './bench/door.ts';
import { engine, engineBeside } from './bench/engine.ts';
import { pages } from './bench/pages.ts';

const row = (name: string, value: string, aim = '') =>
  console.log(`  ${name.padEnd(44)} ${value.padStart(14)}   ${aim}`);

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
    for (const refused of accepted.filter(({ ok }) => !ok)) row(`refused: ${refused.status}`, await refused.text());
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
const [, , only, commit] = process.argv;
if (only === 'engine' && commit) await engineBeside(commit);
else for (const [name, part] of Object.entries(parts)) if (!only || only === name) await part();
process.exit(0);
