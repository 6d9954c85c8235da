/** Too few database connections: in this process, and at the server. */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { requestScan, ServiceUnavailable } from '../../lib/scans.ts';
import { closeDb, db } from '../../lib/db/index.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { closeQueue } from '../../lib/queue/index.ts';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { startWorker, until, type WorkerProcess } from '../integration/workers.ts';
import { tally } from '../setup/tally.ts';
import { readLedger } from './ledger.ts';
import { startOwnPostgres, type OwnPostgres } from './own-postgres.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.DATABASE_POOL = '1';
let database = '';
let postgres: OwnPostgres;
let api: LoopbackServer;
let worker: WorkerProcess | undefined;
const target = (number: number) => `http://127.0.70.${1 + number}:${new URL(api.url).port}/`;

beforeAll(async () => {
  // Other tests need connections too: this one has a server for itself.
  postgres = await startOwnPostgres();
  database = postgres.url;
  process.env.DATABASE_URL = database;
  api = await startApi({ host: '0.0.0.0', delayMs: 30 });
});

afterEach(async () => {
  await worker?.end('SIGKILL');
  worker = undefined;
});

afterAll(async () => {
  await closeVisitors();
  await closeQueue();
  await closeDb();
  await api.close();
  await postgres.remove();
});

const ended = (ids: readonly string[]) =>
  until(
    'every scan to end',
    async () => {
      const account = await readLedger(database, ids);
      return account.waiting + account.running === 0 ? account : null;
    },
    60_000,
  );

/** Asks for scans all at once; what is not accepted must say honestly that it is not. */
async function askFor(numbers: readonly number[]): Promise<{ ids: string[]; refused: number }> {
  const outcomes = await Promise.allSettled(
    numbers.map((number) => requestScan(target(number), { visitor: `203.0.113.${number}` })),
  );
  const ids = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.scan.id] : []));
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ServiceUnavailable);
  return { ids, refused: outcomes.length - ids.length };
}

describe('with one connection for each process', () => {
  it('thirty requests at once are accepted or told that it is not possible now, and a worker with eight scans ends them all', async () => {
    const { ids, refused } = await askFor(Array.from({ length: 30 }, (_, number) => number));
    expect(ids.length).toBeGreaterThan(0);
    expect(await db().scan.count()).toBe(ids.length);
    worker = await startWorker({ SCAN_CONCURRENCY: '8', DATABASE_POOL: '1' });
    const account = await ended(ids);
    tally('one database connection', {
      'asked at once': 30,
      refused,
      'scans accepted': account.accepted,
      ended: account.ended,
      twice: account.twice,
      lost: account.lost,
    });
    expect(account).toMatchObject({
      accepted: ids.length,
      ended: ids.length,
      done: ids.length,
      twice: 0,
      lost: 0,
      torn: 0,
    });
  });
});

describe('when others have taken every connection of the server', () => {
  it('nothing that was accepted is lost, and everything works when they are gone', async () => {
    const before = await askFor([100, 101, 102]);
    worker = await startWorker({ SCAN_CONCURRENCY: '8' });
    // This process gives its own connection up, so that it has to ask for a new one.
    await db().$disconnect();
    const greedy: pg.Client[] = [];
    for (;;) {
      const client = new pg.Client({ connectionString: database });
      client.on('error', () => undefined);
      try {
        await client.connect();
        greedy.push(client);
      } catch (error) {
        expect(error).toMatchObject({ code: '53300' });
        break;
      }
    }
    expect(greedy.length).toBeGreaterThan(20);
    const meanwhile = await askFor([110, 111, 112]);
    expect(meanwhile).toEqual({ ids: [], refused: 3 });
    await Promise.all(greedy.map((client) => client.end()));
    const after = await askFor([120, 121]);
    expect(after.refused).toBe(0);
    const ids = [...before.ids, ...meanwhile.ids, ...after.ids];
    const account = await ended(ids);
    tally('every database connection taken', {
      'connections taken': greedy.length,
      refused: meanwhile.refused,
      'scans accepted': account.accepted,
      ended: account.ended,
      twice: account.twice,
      lost: account.lost,
    });
    expect(account).toMatchObject({
      accepted: ids.length,
      ended: ids.length,
      done: ids.length,
      twice: 0,
      lost: 0,
      torn: 0,
    });
  });
});
