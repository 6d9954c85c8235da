/** Real processes to hurt: web servers, what lies below a process, a Redis of the test's own. */
import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Redis } from 'ioredis';
import { anyPort, root } from '../../scripts/processes.mjs';
import { until } from '../integration/workers.ts';

export interface WebProcess {
  /** Without a slash at the end. */
  url: string;
  port: number;
  child: ChildProcess;
  output(): string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const quiet = { NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', LOG_LEVEL: 'warn' };

/** Starts a web server of the built site, as the launcher does, under the test's settings and those of `env`. */
export async function startWeb({
  port,
  env = {},
}: { port?: number; env?: Record<string, string> } = {}): Promise<WebProcess> {
  const at = port ?? (await anyPort());
  const child = fork(join(root, 'node_modules/next/dist/bin/next'), ['start', '-p', String(at), '-H', '127.0.0.1'], {
    cwd: root,
    execArgv: ['--import', pathToFileURL(join(root, 'scripts/with-parent.mjs')).href],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...quiet, PORT: String(at), SITE_URL: `http://127.0.0.1:${at}`, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-100_000)));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${at}`;
  await until(
    'the web server',
    async () => {
      if (child.exitCode !== null) throw new Error(`The web server ended while starting:\n${said}`);
      const answer = await fetch(url, { redirect: 'manual' }).catch(() => null);
      await answer?.body?.cancel();
      return answer !== null;
    },
    40_000,
  );
  return {
    url,
    port: at,
    child,
    output: () => said,
    async end(signal) {
      child.kill(signal);
      await exited;
    },
  };
}

export interface ProcessRow {
  pid: number;
  parent: number;
  command: string;
}

/** Every process of this machine that is not a zombie. */
export function processTable(): ProcessRow[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
      return match && !line.includes('<defunct>')
        ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }]
        : [];
    });
}

/** Everything below a process, itself left out. */
export function processesBelow(pid: number): ProcessRow[] {
  const all = processTable();
  const below = (parent: number): ProcessRow[] =>
    all.flatMap((one) => (one.parent === parent ? [one, ...below(one.pid)] : []));
  return below(pid);
}

/** Which of the processes are still there, being the same ones. */
export function survivors(rows: readonly ProcessRow[]): ProcessRow[] {
  const now = processTable();
  return rows.filter(({ pid, command }) => now.some((one) => one.pid === pid && one.command === command));
}

/** A Redis to hurt. */
export interface OwnRedis {
  url: string;
  /** Prefix for everything that the test keeps there. */
  prefix: string;
  /** Kills the server and starts it again with nothing in it. On a Redis that belongs to others: forgets the test's own keys. */
  restart(): Promise<void>;
  /** FLUSHALL. On a Redis that belongs to others: forgets the test's own keys. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

function canStartRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

const pings = async (url: string): Promise<boolean> => {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  // What goes wrong is told by the ping.
  client.on('error', () => undefined);
  const answer = await client.ping().catch((error: unknown) => String(error));
  client.disconnect();
  return answer === 'PONG';
};

/** A part of the Redis that the tests share, on a machine that cannot start one of its own. */
function borrowRedis(url: string): OwnRedis {
  const prefix = `fault-${randomUUID().slice(0, 8)}`;
  const forget = async () => {
    const client = new Redis(url);
    const keys = await client.keys(`${prefix}:*`);
    if (keys.length > 0) await client.del(keys);
    client.disconnect();
  };
  return { url, prefix, restart: forget, flush: forget, stop: forget };
}

/** Starts a Redis on a free port that keeps nothing on disk, so that a restart is a loss of everything. */
export async function startRedis(): Promise<OwnRedis> {
  if (!canStartRedis()) return borrowRedis(process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379');
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-redis-'));
  const port = await anyPort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess;
  const start = async () => {
    server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
      { stdio: 'ignore' },
    );
    await until('redis', () => pings(url));
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve());
      server.kill('SIGKILL');
    });
  await start();
  return {
    url,
    prefix: 'latchkey',
    async restart() {
      await stop();
      await start();
    },
    async flush() {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    async stop() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
