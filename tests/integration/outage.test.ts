/** What a visitor meets while the database or the queue is down. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anyPort } from '../../scripts/processes.mjs';

const { DATABASE_URL } = process.env;

/** The modules as a fresh process would see them under the present settings. */
async function fresh() {
  vi.resetModules();
  const [scans, queue, database] = await Promise.all([
    import('../../lib/scans.ts'),
    import('../../lib/queue/index.ts'),
    import('../../lib/db/index.ts'),
  ]);
  return { ...scans, ...queue, ...database };
}

describe('an outage', () => {
  let nobody: number;

  beforeEach(async () => {
    nobody = await anyPort();
    process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
  });

  afterEach(async () => {
    const { closeQueue, closeDb } = await fresh();
    await closeQueue();
    await closeDb();
    process.env.DATABASE_URL = DATABASE_URL;
    delete process.env.REDIS_URL;
  });

  it('of the database is answered with ServiceUnavailable by every call, within seconds and without its address', async () => {
    process.env.DATABASE_URL = `postgresql://app:secret@127.0.0.1:${nobody}/x`;
    const {
      requestScan,
      scanById,
      latestReport,
      scanHistory,
      eventsSince,
      queueState,
      retryScan,
      ServiceUnavailable,
      db,
    } = await fresh();
    const { reaching } = await import('../../lib/db/unavailable.ts');
    const id = crypto.randomUUID();
    const since = Date.now();
    const calls = [
      requestScan('http://127.0.0.1:1234/'),
      scanById(id),
      latestReport('x.example'),
      scanHistory('x.example'),
      eventsSince(id, 0),
      queueState(id),
      retryScan(id),
      reaching(() => db().$queryRaw`SELECT 1`),
    ];
    for (const outcome of await Promise.allSettled<unknown>(calls)) {
      if (outcome.status === 'fulfilled') expect.unreachable('a call succeeded without a database');
      else {
        expect(outcome.reason).toBeInstanceOf(ServiceUnavailable);
        expect(outcome.reason).toMatchObject({
          message: 'The database cannot be reached right now.',
          retryAfterSeconds: 10,
        });
      }
    }
    expect(Date.now() - since).toBeLessThan(10_000);
  });

  it('of the queue loses no scan: it is accepted, and swept into the queue when that is back', async () => {
    process.env.REDIS_URL = `redis://127.0.0.1:${nobody}`;
    const down = await fresh();
    const since = Date.now();
    const { scan } = await down.requestScan('http://127.0.0.1:1234/queue-down');
    expect(Date.now() - since).toBeLessThan(5000);
    expect((await down.scanById(scan.id))?.status).toBe('queued');
    expect(await down.queueState(scan.id)).toMatchObject({ status: 'queued', ahead: 0 });
    await down.db()
      .$executeRaw`UPDATE scan SET created_at = now() - interval '1 minute', not_before = now() - interval '1 minute' WHERE id = ${scan.id}::uuid`;
    await down.closeQueue();
    await down.closeDb();

    delete process.env.REDIS_URL;
    const back = await fresh();
    const { sweep } = await import('../../worker/sweeper.ts');
    const delivered: string[] = [];
    const consumer = back.consumeScans(async (id) => void delivered.push(id), 1);
    expect(await sweep()).toEqual({ stale: 0, waiting: 1 });
    await vi.waitFor(() => expect(delivered).toEqual([scan.id]), { timeout: 5000 });
    await consumer.close();
  });

  it('does not hide a refusal: bad input is named also while the database is down', async () => {
    process.env.DATABASE_URL = `postgresql://app:secret@127.0.0.1:${nobody}/x`;
    const { requestScan } = await fresh();
    await expect(requestScan('ftp://example.com')).rejects.toMatchObject({ name: 'ScanError', code: 'bad-scheme' });
  });
});
