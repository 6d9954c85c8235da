/** What tests share in which a store goes away in the middle of scans. */
import { vi } from 'vitest';
import type { LoopbackServer } from '../integration/servers.ts';
import { until } from '../integration/workers.ts';
import { readLedger, type Account } from './ledger.ts';

/** An account in which every scan that was accepted ended once. */
export const whole = { twice: 0, lost: 0, waiting: 0, running: 0, torn: 0 };

/** The modules as a fresh process would see them under the present settings. */
export async function fresh() {
  vi.resetModules();
  const [scans, queue, database, visitors] = await Promise.all([
    import('../../lib/scans.ts'),
    import('../../lib/queue/index.ts'),
    import('../../lib/db/index.ts'),
    import('../../lib/limits/visitors.ts'),
  ]);
  return {
    ...scans,
    async close() {
      await queue.closeQueue();
      await visitors.closeVisitors();
      await database.closeDb();
    },
  };
}

/** One of many addresses of a server that listens on all of loopback. */
export const targetAt = (api: LoopbackServer, number: number): string =>
  `http://127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}:${new URL(api.url).port}/`;

/** The account of these scans once each has ended. */
export const ended = (url: string, ids: readonly string[], ms = 90_000): Promise<Account> =>
  until(
    'every scan to end',
    async () => {
      const account = await readLedger(url, ids);
      return account.waiting + account.running === 0 ? account : null;
    },
    ms,
  );
