/** Workers that are killed with -9 in the middle of their scans, two at a time, on PostgreSQL's queue. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { requestScan } from '../../lib/scans.ts';
import { db } from '../../lib/db/index.ts';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { startWorker, until, type WorkerProcess } from '../integration/workers.ts';
import { tally } from '../setup/tally.ts';
import { openLedger, readLedger } from './ledger.ts';
import { processesBelow, survivors, type ProcessRow } from './processes.ts';
import { randomNumbers, seed } from './random.ts';

const SCANS = 50;
const KILLS = 12;
const database = process.env.DATABASE_URL ?? '';
process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.COOLDOWN_S = '1';

let api: LoopbackServer;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  await openLedger(database);
  // Every address of 127.0.0.0/8 is a target of its own, so that all of them may run at once.
  api = await startApi({ delayMs: 60, host: '0.0.0.0' });
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end('SIGKILL')));
});

afterAll(async () => {
  await closeVisitors();
  await api.close();
});

const target = (number: number, path = '') =>
  `http://127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}:${new URL(api.url).port}/${path}`;

const ended = (ids: readonly string[], ms: number) =>
  until(
    'every scan to end',
    async () => {
      const account = await readLedger(database, ids);
      return account.waiting + account.running === 0 ? account : null;
    },
    ms,
  );

describe('a worker that is killed', () => {
  it(
    `at ${KILLS} random moments of ${SCANS} scans loses none, ends none twice, and leaves no process behind (seed ${seed})`,
    { timeout: 180_000 },
    async () => {
      const random = randomNumbers(seed);
      const requested = await Promise.all(Array.from({ length: SCANS }, (_, number) => requestScan(target(number))));
      const ids = requested.map(({ scan }) => scan.id);
      const left: ProcessRow[] = [];
      const pair = await Promise.all([startWorker({ SCAN_BROWSER: 'auto' }), startWorker()]);
      for (let kill = 0; kill < KILLS; kill++) {
        await new Promise((resolve) => setTimeout(resolve, 100 + random() * 900));
        const victim = Math.floor(random() * 2);
        left.push(...processesBelow(pair[victim]?.child.pid ?? 0));
        await pair[victim]?.end('SIGKILL');
        pair[victim] = await startWorker(victim === 0 ? { SCAN_BROWSER: 'auto' } : {});
      }
      workers.push(...pair);
      const account = await ended(ids, 120_000);
      tally('worker killed with -9', {
        'scans accepted': account.accepted,
        ended: account.ended,
        done: account.done,
        failed: account.failed,
        twice: account.twice,
        lost: account.lost,
        kills: KILLS,
        seed,
      });
      expect(account).toMatchObject({
        accepted: SCANS,
        ended: SCANS,
        twice: 0,
        lost: 0,
        waiting: 0,
        running: 0,
        torn: 0,
      });
      // Three attempts are allowed; a scan that was hit three times ends as interrupted, which must stay rare.
      expect(account.done).toBeGreaterThanOrEqual(SCANS - KILLS);
      await until('no process left behind', async () => survivors(left).length === 0, 15_000);
    },
  );
});

describe('a worker that is killed while a browser renders for it', () => {
  it('leaves no browser behind', { timeout: 60_000 }, async () => {
    const page =
      '<!doctype html><html><head><title>Developer documentation</title><script src="/app.js"></script></head><body><div id="root"></div></body></html>';
    const site = createServer((request, response) => {
      if (request.url === '/app.js')
        setTimeout(() => response.writeHead(200, { 'content-type': 'text/javascript' }).end(''), 5000);
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const worker = await startWorker({ SCAN_BROWSER: 'auto' });
    await requestScan(`http://127.0.0.1:${(site.address() as AddressInfo).port}/docs`);
    const browsers = await until(
      'a browser',
      async () => {
        const below = processesBelow(worker.child.pid ?? 0).filter(({ command }) => /chrom/i.test(command));
        return below.length >= 2 && below;
      },
      30_000,
    );
    await worker.end('SIGKILL');
    await until('no browser left behind', async () => survivors(browsers).length === 0, 10_000);
    tally('worker killed while rendering', {
      'browser processes': browsers.length,
      'left behind': survivors(browsers).length,
    });
    site.closeAllConnections();
    site.close();
    await db().scan.updateMany({
      where: { status: { in: ['queued', 'running'] } },
      data: { status: 'failed', claim: null },
    });
  });
});

describe('two workers', () => {
  it('that get the same job at once run it once', { timeout: 60_000 }, async () => {
    const { scan } = await requestScan(target(300));
    const before = api.requests();
    workers.push(...(await Promise.all([startWorker(), startWorker()])));
    const { enqueueScan } = await import('../../lib/queue/index.ts');
    await Promise.all(Array.from({ length: 10 }, () => enqueueScan(scan.id)));
    const account = await ended([scan.id], 30_000);
    expect(account).toMatchObject({ accepted: 1, ended: 1, done: 1, twice: 0, torn: 0 });
    const once = api.requests() - before;
    const { attempts, requests } = await db().scan.findUniqueOrThrow({
      where: { id: scan.id },
      select: { attempts: true, requests: true },
    });
    expect(attempts).toBe(1);
    expect(once).toBeLessThanOrEqual((requests ?? 0) + 5);
  });

  it(
    'scan one target one at a time, with the pause in between, however many wait for it',
    { timeout: 90_000 },
    async () => {
      const asked = await Promise.all(
        Array.from({ length: 4 }, (_, number) => requestScan(target(301, `path-${number}`))),
      );
      const ids = asked.map(({ scan }) => scan.id);
      // The queue stood still: all of them are due at once.
      await db()
        .$executeRaw`UPDATE scan SET not_before = now() - interval '1 hour', created_at = created_at - interval '1 minute' WHERE id = ANY(${ids}::uuid[])`;
      workers.push(...(await Promise.all([startWorker(), startWorker()])));
      const account = await ended(ids, 70_000);
      expect(account).toMatchObject({ ended: 4, done: 4 });
      const runs = await db().scan.findMany({
        where: { id: { in: ids } },
        orderBy: { startedAt: 'asc' },
        select: { startedAt: true, finishedAt: true },
      });
      const gaps = runs
        .slice(1)
        .map(({ startedAt }, index) => (startedAt?.getTime() ?? 0) - (runs[index]?.finishedAt?.getTime() ?? 0));
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1000);
    },
  );
});
