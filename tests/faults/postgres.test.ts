/** PostgreSQL that goes away in the middle of scans and comes back. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { startWorker, type WorkerProcess } from '../integration/workers.ts';
import { tally } from '../setup/tally.ts';
import { startOwnPostgres } from './own-postgres.ts';
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
});

afterAll(() => api.close());

describe('PostgreSQL', () => {
  it(
    'that is stopped and started twice, once as if the power had failed, loses no scan that was accepted',
    { timeout: 150_000 },
    async () => {
      const postgres = await startOwnPostgres();
      const { url } = postgres;
      process.env.DATABASE_URL = url;
      const { requestScan, ServiceUnavailable, close } = await fresh();
      const ids: string[] = [];
      let refused = 0;
      const ask = async (number: number) => {
        try {
          ids.push((await requestScan(targetAt(api, number))).scan.id);
        } catch (error) {
          // An honest "not now": the scan was not accepted.
          if (!(error instanceof ServiceUnavailable)) throw error;
          refused += 1;
        }
      };
      workers.push(...(await Promise.all([startWorker(), startWorker()])));
      await Promise.all(Array.from({ length: 12 }, (_, number) => ask(number)));

      const asked = [20, 21, 22, 23, 24, 25].map(ask);
      await postgres.stop();
      await Promise.all([...asked, ask(30), ask(31)]);
      expect(refused).toBeGreaterThanOrEqual(2);
      await postgres.start();
      await Promise.all([40, 41, 42, 43, 44, 45].map(ask));

      await postgres.kill();
      await postgres.start();
      await Promise.all([50, 51, 52].map(ask));

      const account = await ended(url, ids);
      tally('PostgreSQL restarted', {
        'scans accepted': account.accepted,
        ended: account.ended,
        done: account.done,
        failed: account.failed,
        twice: account.twice,
        lost: account.lost,
        'refused meanwhile': refused,
      });
      expect(account).toMatchObject({ accepted: ids.length, ended: ids.length, ...whole });
      expect(ids.length).toBeGreaterThanOrEqual(20);
      await Promise.all(workers.splice(0).map((worker) => worker.end('SIGTERM')));
      await close();
      await postgres.remove();
    },
  );

  it('that is gone together with the launcher takes the workers along', { timeout: 90_000 }, async () => {
    const postgres = await startOwnPostgres();
    const worker = await startWorker({ DATABASE_URL: postgres.url });
    workers.push(worker);
    const ended = new Promise((resolve) => worker.child.once('exit', resolve));
    // Both at once: a worker that has time to notice the database first ends of its own accord, and its channel with it.
    const gone = postgres.kill();
    worker.child.disconnect();
    await Promise.all([gone, ended]);
    await postgres.remove();
  });
});
