/** Starts the whole product, as `npm start` does, on a random port with a data folder of its own. */
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { anyPort, root } from '../../scripts/processes.mjs';

/** A running product. */
export interface Product {
  /** Address of the site, without a slash at the end. */
  url: string;
  /** Process number of the launcher. */
  pid: number;
  /** Its data folder. */
  dataFolder: string;
  /** What the launcher and its children have written so far. */
  output(): string;
  /** Stops everything and removes the data folder; resolves when no process is left. */
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** Settings besides DATA_DIR and PORT; addresses of this machine may be scanned unless SCAN_ALLOW_NETS says otherwise. */
  env?: Record<string, string>;
  /** Run the queue on this Redis, under a prefix of its own. */
  redisUrl?: string;
}

/** Removes what a product has left in Redis. */
export async function forget(redisUrl: string, prefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    const keys = await redis.keys(`${prefix}:*`);
    if (keys.length > 0) await redis.del(keys);
  } finally {
    redis.disconnect();
  }
}

/** What every product of a test is started with, unless it says otherwise. */
export const productEnv = (data: string, port: number): Record<string, string> => ({
  NODE_ENV: 'production',
  DATA_DIR: data,
  PORT: String(port),
  SCAN_ALLOW_NETS: '127.0.0.0/8,::1/128',
  LOG_LEVEL: 'info',
  // What a worker does with a browser is tried where it says so: each start of one costs as much as the worker's own.
  SCAN_BROWSER: 'off',
  // A test suite asks for more scans in ten minutes than a visitor.
  VISITOR_SCANS: '10000',
  VISITOR_WAITING: '10000',
  VISITOR_RUNNING: '1000',
});

/** Resolves when the site answers. @throws with everything that was written, when it does not come up. */
export async function startProduct({ env = {}, redisUrl }: ProductOptions = {}): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), 'latchkey-e2e-'));
  await chmod(data, 0o755);
  const port = await anyPort();
  const prefix = `e2e-${port}`;
  let said = '';
  const launcher = fork(join(root, 'scripts/start.mjs'), {
    cwd: root,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...productEnv(data, port),
      ...(redisUrl && { REDIS_URL: redisUrl, QUEUE_PREFIX: prefix }),
      ...env,
    },
  });
  for (const stream of [launcher.stdout, launcher.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-200_000)));
  const exited = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  const stop = async () => {
    if (launcher.exitCode === null && launcher.signalCode === null) launcher.kill('SIGTERM');
    await exited;
    if (redisUrl) await forget(redisUrl, prefix);
    await rm(data, { recursive: true, force: true });
  };
  const ready = new Promise<string>((resolve, reject) => {
    launcher.once('message', (message: { url: string }) => resolve(message.url));
    launcher.once('error', reject);
    launcher.once('exit', (code) =>
      reject(new Error(`The product ended with ${String(code)} while starting:\n${said}`)),
    );
  });
  try {
    const url = await ready;
    return { url, dataFolder: env.DATA_DIR ?? data, pid: launcher.pid ?? 0, output: () => said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
