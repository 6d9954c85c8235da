/** `npm start` as a process: what it starts, says and leaves behind. */
import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/processes.mjs';
import { until } from '../integration/workers.ts';
import { startProduct, type Product } from '../setup/product.ts';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

const processes = (): Process[] =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
      return match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }] : [];
    });

/** Everything below a process, itself left out. */
function descendants(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] => all.flatMap((one) => (one.parent === parent ? [one, ...below(one.pid)] : []));
  return below(pid);
}

const alive = (pids: readonly number[]) => processes().filter(({ pid, command }) => pids.includes(pid) && !command.includes('<defunct>'));
const gone = (pids: readonly number[]) => until('every process gone', () => Promise.resolve(alive(pids).length === 0), 15_000);

const running: Product[] = [];
const servers: Server[] = [];

async function start(env: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct({ env });
  running.push(product);
  return product;
}

afterEach(async () => {
  // The last one first: it may work in the data folder of an earlier one, which goes with that one.
  for (const product of running.splice(0).reverse()) await product.stop();
  for (const server of servers.splice(0)) server.close();
});

describe('npm start', () => {
  it('brings up web, worker and PostgreSQL, and stops all of them on SIGTERM', async () => {
    const product = await start();
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
    const below = descendants(product.pid);
    const commands = below.map(({ command }) => command).join('\n');
    expect(commands).toMatch(/next-server|next\/dist\/bin\/next/);
    expect(commands).toMatch(/worker\.mjs/);
    expect(commands).toMatch(/postgres -D/);
    const since = Date.now();
    await product.stop();
    expect(Date.now() - since).toBeLessThan(8000);
    expect(alive(below.map(({ pid }) => pid))).toEqual([]);
  });

  it('leaves nothing behind when it is killed, and starts again on the same data', async () => {
    const data = await start();
    const scan = await fetch(`${data.url}/api/v1/scans`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ url: 'http://127.0.0.1:48123/kept' }) });
    expect(scan.status).toBe(202);
    const { id } = (await scan.json()) as { id: string };
    const below = descendants(data.pid).map(({ pid }) => pid);
    const again = startProduct({ env: { DATA_DIR: data.dataFolder } });
    await expect(again).rejects.toThrow('already runs here');
    process.kill(data.pid, 'SIGKILL');
    const next = await start({ DATA_DIR: data.dataFolder });
    await gone(below);
    expect((await fetch(`${next.url}/api/v1/scans/${id}`)).status).toBe(200);
  });

  it('starts a worker again that was killed, and the site stays up', async () => {
    const product = await start();
    const worker = descendants(product.pid).find(({ command }) => command.includes('worker.mjs'));
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    const next = await until('a new worker', () => Promise.resolve(descendants(product.pid).find(({ pid, command }) => command.includes('worker.mjs') && pid !== worker?.pid)));
    expect(next.pid).not.toBe(worker?.pid);
    expect(product.output()).toContain('The worker ended (SIGKILL) and is started again.');
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  });

  it('uses the next free port when its own is taken, and names it', async () => {
    const port = await freePort(0);
    const taken = createServer().listen(port, '127.0.0.1');
    servers.push(taken);
    const product = await start({ PORT: String(port) });
    expect(new URL(product.url).port).not.toBe(String(port));
    expect(product.output()).toContain(`Port ${port} is taken; using ${new URL(product.url).port}.`);
  });

  it('does not start a public site with a setting that makes it unsafe, unless it is told to', async () => {
    const env = { SITE_URL: 'https://latchkey-scan.com', SCAN_ALLOW_NETS: '127.0.0.0/8' };
    await expect(startProduct({ env })).rejects.toThrow('SCAN_ALLOW_NETS must be empty on a public site: with it, strangers aim the scanner at your own network. ALLOW_WEAK_SETTINGS=yes starts all the same.');
    const product = await start({ ...env, ALLOW_WEAK_SETTINGS: 'yes' });
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  });

  it('names a wrong setting and starts nothing', async () => {
    await expect(startProduct({ env: { SCAN_TIMEOUT_S: 'long' } })).rejects.toThrow('SCAN_TIMEOUT_S must be a whole number from 5 to 300.');
  });
});
