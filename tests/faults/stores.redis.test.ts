/** Redis that forgets everything in the middle of scans, and one that is restarted. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/prepare.mjs';
import { root } from '../../scripts/processes.mjs';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { startWorker, type WorkerProcess } from '../integration/workers.ts';
import { tally } from '../setup/tally.ts';
import { openLedger } from './ledger.ts';
import { startRedis } from './processes.ts';
import { ended, fresh, targetAt, whole } from './stores.ts';

const { DATABASE_URL } = process.env;
let api: LoopbackServer;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
  api = await startApi({ delayMs: 80, host: '0.0.0.0' });
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end('SIGKILL')));
  process.env.DATABASE_URL = DATABASE_URL;
  delete process.env.REDIS_URL;
  delete process.env.QUEUE_PREFIX;
});

afterAll(() => api.close());

describe('Redis', () => {
  it(
    'counts visitors exactly over several processes, and PostgreSQL does while it is away',
    { timeout: 60_000 },
    async () => {
      const redis = await startRedis();
      Object.assign(process.env, { REDIS_URL: redis.url, QUEUE_PREFIX: redis.prefix, VISITOR_SCANS: '10' });
      const script = await bundle('tests/faults/visitor-counter.ts', `.cache/test-counter-${process.pid}.mjs`);
      const counters = await Promise.all(
        [1, 2, 3].map(async () => {
          const child = fork(script, {
            cwd: root,
            execArgv: [],
            stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
            env: process.env,
          });
          await once(child, 'message');
          return child;
        }),
      );
      /** Asks all processes at once; how many were allowed in all. */
      const count = async (address: string, times: number) => {
        const answers = counters.map(async (child) => {
          const answer = once(child, 'message');
          child.send({ address, times: times / counters.length });
          const [{ count: allowed, error }] = (await answer) as [{ count?: number; error?: string }];
          if (allowed === undefined) throw new Error(error);
          return allowed;
        });
        return (await Promise.all(answers)).reduce((sum, allowed) => sum + allowed, 0);
      };
      expect(await count('203.0.113.1', 60)).toBe(10);
      expect(await count('203.0.113.2', 3)).toBe(3);
      await redis.stop();
      expect(await count('203.0.113.2', 60)).toBe(10);
      expect(await count('203.0.113.3', 60)).toBe(10);
      tally('visitor limit on Redis', { 'asked at once': 60, counted: 10, 'counted while Redis is away': 10 });
      for (const child of counters) child.disconnect();
      delete process.env.VISITOR_SCANS;
    },
  );

  it('that forgets everything and is restarted with nothing loses no scan', { timeout: 150_000 }, async () => {
    const redis = await startRedis();
    const url = DATABASE_URL ?? '';
    await openLedger(url);
    process.env.REDIS_URL = redis.url;
    process.env.QUEUE_PREFIX = redis.prefix;
    const { requestScan, close } = await fresh();
    const ids: string[] = [];
    const ask = async (from: number, count: number) => {
      const asked = await Promise.all(
        Array.from({ length: count }, (_, number) =>
          // As many visitors as scans: one alone may not have so many waiting.
          requestScan(targetAt(api, from + number), { visitor: `203.0.${from + number}.9` }),
        ),
      );
      ids.push(...asked.map(({ scan }) => scan.id));
    };
    await ask(100, 8);
    await redis.flush();
    workers.push(...(await Promise.all([startWorker(), startWorker()])));
    await ask(110, 8);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await redis.flush();
    await redis.restart();
    await ask(120, 8);
    await redis.flush();
    const account = await ended(url, ids);
    tally('Redis flushed and restarted', {
      'scans accepted': account.accepted,
      ended: account.ended,
      done: account.done,
      failed: account.failed,
      twice: account.twice,
      lost: account.lost,
    });
    expect(account).toMatchObject({ accepted: 24, ended: 24, done: 24, ...whole });
    await close();
    await Promise.all(workers.splice(0).map((worker) => worker.end('SIGKILL')));
    await redis.stop();
  });
});
