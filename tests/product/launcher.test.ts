/** `npm start` as a process: what it starts, says and leaves behind. */
import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { anyPort, root } from '../../scripts/processes.mjs';
import { until } from '../integration/workers.ts';
import { productEnv, startProduct, type Product } from '../setup/product.ts';

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
  const below = (parent: number): Process[] =>
    all.flatMap((one) => (one.parent === parent ? [one, ...below(one.pid)] : []));
  return below(pid);
}

const alive = (pids: readonly number[]) =>
  processes().filter(({ pid, command }) => pids.includes(pid) && !command.includes('<defunct>'));
/** A worker, and not the process in which one tries its browser. */
const isWorker = (command: string) => command.includes('worker.mjs') && !command.includes('try-browser');
const gone = (pids: readonly number[]) =>
  until('every process gone', () => Promise.resolve(alive(pids).length === 0), 15_000);

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
  it('brings up as many web processes as it is told on one port, worker and PostgreSQL, and stops all of them on SIGTERM', async () => {
    const product = await start({ WEB_PROCESSES: '2' });
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
    const below = descendants(product.pid);
    expect(below.filter(({ command }) => /next-server|next\/dist\/bin\/next/.test(command))).toHaveLength(2);
    const commands = below.map(({ command }) => command).join('\n');
    expect(commands).toMatch(/worker\.mjs/);
    expect(commands).toMatch(/postgres -D/);
    const since = Date.now();
    await product.stop();
    expect(Date.now() - since).toBeLessThan(8000);
    expect(alive(below.map(({ pid }) => pid))).toEqual([]);
  });

  it('leaves nothing behind when it is killed, and starts again on the same data', async () => {
    const data = await start({ WEB_PROCESSES: '2' });
    const scan = await fetch(`${data.url}/api/v1/scans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: 'http://127.0.0.1:48123/kept' }),
    });
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
    const worker = descendants(product.pid).find(({ command }) => isWorker(command));
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    const next = await until('a new worker', () =>
      Promise.resolve(descendants(product.pid).find(({ pid, command }) => isWorker(command) && pid !== worker?.pid)),
    );
    expect(next.pid).not.toBe(worker?.pid);
    expect(product.output()).toContain('The worker ended (SIGKILL) and is started again.');
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('ends in order when only npm is ended, by %s', async (signal) => {
    const data = await mkdtemp(join(tmpdir(), 'latchkey-npm-'));
    // As root PostgreSQL runs as "nobody", who must be able to enter.
    await chmod(data, 0o755);
    const npm = spawn('npm', ['start'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...productEnv(data, await anyPort()) },
    });
    let said = '';
    for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    try {
      await until('the product', () => Promise.resolve(/is ready at/.test(said)), 80_000);
      const below = descendants(npm.pid ?? 0).map(({ pid }) => pid);
      expect(below.length).toBeGreaterThan(4);
      npm.kill(signal);
      await gone(below);
      // In order: the last thing that a launcher does is to give its data folder back, after PostgreSQL has shut down.
      await expect(readFile(join(data, 'launcher.json'))).rejects.toThrow('ENOENT');
      await expect(readFile(join(data, 'postgres', 'postmaster.pid'))).rejects.toThrow(/ENOENT|EACCES/);
    } finally {
      for (const { pid } of alive(descendants(npm.pid ?? 0).map(({ pid: each }) => each))) process.kill(pid, 'SIGKILL');
      npm.kill('SIGKILL');
      await rm(data, { recursive: true, force: true });
    }
  });

  it('never gives up on a worker that keeps dying, and the site stays up', async () => {
    const product = await start();
    const killed = new Set<number>();
    for (let death = 1; death <= 5; death += 1) {
      const worker = await until(
        'a worker',
        () =>
          Promise.resolve(descendants(product.pid).find(({ pid, command }) => isWorker(command) && !killed.has(pid))),
        30_000,
      );
      killed.add(worker.pid);
      process.kill(worker.pid, 'SIGKILL');
    }
    await until('the fifth word', () => Promise.resolve(product.output().includes('is started again in 16 s')));
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  });

  it('lets the site into its database and nowhere else on the server', async () => {
    const product = await start();
    const { databaseUrl } = JSON.parse(await readFile(join(product.dataFolder, 'launcher.json'), 'utf8')) as {
      databaseUrl: string;
    };
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query(
        'SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user',
      );
      expect(rows).toEqual([
        { rolname: 'latchkey', rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false },
      ]);
      await expect(client.query("COPY (SELECT 1) TO PROGRAM 'true'")).rejects.toThrow('permission denied');
      await expect(client.query("SELECT pg_read_file('postgresql.conf')")).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  });

  it('uses the next free port when its own is taken, and names it', async () => {
    const port = await anyPort();
    const taken = createServer().listen(port, '127.0.0.1');
    servers.push(taken);
    const product = await start({ PORT: String(port) });
    expect(new URL(product.url).port).not.toBe(String(port));
    expect(product.output()).toContain(`Port ${port} is taken; using ${new URL(product.url).port}.`);
  });

  it('does not start a public site with a setting that makes it unsafe, unless it is told to', async () => {
    const env = { SITE_URL: 'https://latchkey-scan.com', SCAN_ALLOW_NETS: '127.0.0.0/8' };
    await expect(startProduct({ env })).rejects.toThrow(
      'SCAN_ALLOW_NETS must be empty on a public site: with it, strangers aim the scanner at your own network. ALLOW_WEAK_SETTINGS=yes starts all the same.',
    );
    const product = await start({ ...env, ALLOW_WEAK_SETTINGS: 'yes' });
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  });

  it('does not start on every network of the machine without a public address', async () => {
    await expect(startProduct({ env: { HOST: '0.0.0.0', SCAN_ALLOW_NETS: '' } })).rejects.toThrow(
      'SITE_URL must be set on a public site',
    );
  });

  it('names a wrong setting and starts nothing', async () => {
    await expect(startProduct({ env: { SCAN_TIMEOUT_S: 'long' } })).rejects.toThrow(
      'SCAN_TIMEOUT_S must be a whole number from 5 to 300.',
    );
  });
});
