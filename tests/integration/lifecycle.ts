/** The life of a scan from request to report, the same on both queue backends. Settings must be in place before this is called. */
import { randomUUID } from 'node:crypto';
import { Queue, withBackend, createPostgresBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimScan, heartbeat, recordFailure, storeReport } from '../../lib/db/runs.ts';
import { db } from '../../lib/db/index.ts';
import { consumeScans } from '../../lib/queue/index.ts';
import { buckets } from '../../lib/limits/restraint.ts';
import { openRestraint } from '../../lib/limits/shared-restraint.ts';
import { report as reportSchema } from '../../lib/scan/schema/report.ts';
import {
  eventsSince,
  latestReport,
  queueState,
  requestScan,
  retryScan,
  scanById,
  scanHistory,
} from '../../lib/scans.ts';
import { settings } from '../../lib/settings.ts';
import { processScan, type ProcessOptions } from '../../worker/process-scan.ts';
import { sweep } from '../../worker/sweeper.ts';
import { tally } from '../setup/tally.ts';
import { startApi, type LoopbackServer } from './servers.ts';
import { startWorker, until, type WorkerProcess } from './workers.ts';

const options = (extra: Partial<ProcessOptions> = {}): ProcessOptions => ({
  scan: { allowNets: settings().scanAllowNets },
  limitMs: 30_000,
  stopping: new AbortController().signal,
  ...extra,
});

/** Empties the queue behind the product's back, as a lost Redis would. */
async function wipeQueue(): Promise<void> {
  const { redisUrl, databaseUrl, queuePrefix } = settings();
  if (redisUrl) {
    const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
    const queue = new Queue('scans', { connection, prefix: queuePrefix });
    await queue.obliterate({ force: true });
    await queue.close();
    connection.disconnect();
    return;
  }
  const queue = new (withBackend(createPostgresBackend).Queue)('scans', {
    connection: { connectionString: databaseUrl, max: 2 },
  });
  await queue.obliterate({ force: true });
  await queue.close();
}

const done = (id: string, ms?: number) =>
  until(`scan ${id} done`, async () => ((await scanById(id))?.status === 'done' ? scanById(id) : null), ms);

/** Moves a scan's creation into the past, so that the sweeper takes it for settled. */
const age = (id: string) =>
  db()
    .$executeRaw`UPDATE scan SET created_at = created_at - interval '1 minute', not_before = not_before - interval '1 minute' WHERE id = ${id}::uuid`;

async function rowsOf(scanId: string) {
  const [signals, flows, antiPatterns] = await Promise.all([
    db().signalResult.findMany({ where: { scanId } }),
    db().flowResult.findMany({ where: { scanId } }),
    db().antiPatternResult.findMany({ where: { scanId } }),
  ]);
  return { signals, flows, antiPatterns };
}

/** Declares the tests. */
export function describeLifecycle(backend: 'postgres' | 'redis'): void {
  describe(`scans on ${backend}`, () => {
    const closers: (() => Promise<unknown>)[] = [];
    let api: LoopbackServer;
    let workers: WorkerProcess[] = [];

    const worker = async (env?: Record<string, string>) => {
      const started = await startWorker(env);
      workers.push(started);
      return started;
    };

    beforeEach(async () => {
      expect(settings().redisUrl === undefined ? 'postgres' : 'redis').toBe(backend);
      api = await startApi();
      closers.push(api.close);
    });

    afterEach(async () => {
      await Promise.all(workers.map((running) => running.end('SIGKILL')));
      workers = [];
      for (const close of closers.splice(0)) await close();
      await db().scan.updateMany({
        where: { status: { in: ['queued', 'running'] } },
        data: { status: 'failed', claim: null, finishedAt: new Date() },
      });
      await wipeQueue();
    });

    afterAll(wipeQueue);

    it('takes a request through the queue to a stored report with result rows and steps', async () => {
      const consumer = consumeScans((id) => processScan(id, options()), 2);
      closers.push(() => consumer.close());
      const { scan: queued, joined } = await requestScan(`${api.url}/v1`);
      expect({ joined, status: queued.status }).toEqual({ joined: false, status: 'queued' });

      const stored = await done(queued.id);
      expect(() => reportSchema.parse(stored.report)).not.toThrow();
      expect(stored).toMatchObject({
        attempts: 1,
        outcome: stored.report?.outcome,
        d7: stored.report?.score.d7,
        requests: stored.report?.scan.requests,
        errorCode: null,
      });
      expect(stored.report?.scan.id).toBe(queued.id);
      const { signals, flows, antiPatterns } = await rowsOf(queued.id);
      expect(new Map(signals.map((row) => [row.signalId, row.status]))).toEqual(
        new Map(stored.report?.signals.map((signal) => [signal.id, signal.status])),
      );
      expect(new Map(flows.map((row) => [row.flowId, row.offered]))).toEqual(
        new Map(stored.report?.flows.map((flow) => [flow.id, flow.offered])),
      );
      expect(antiPatterns).toHaveLength(stored.report?.antiPatterns.length ?? -1);

      const events = await eventsSince(queued.id, 0);
      expect(events.length).toBeGreaterThan(2);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect(await eventsSince(queued.id, 2)).toEqual(events.slice(2));
      expect((await latestReport(new URL(api.url).host))?.id).toBe(queued.id);
    });

    it('joins twenty parallel requests for one address into one scan', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, () => requestScan(`${api.url}/joined`)));
      expect(new Set(results.map(({ scan }) => scan.id)).size).toBe(1);
      expect(results.filter(({ joined }) => !joined)).toHaveLength(1);
      expect(await db().scan.count({ where: { targetUrl: `${api.url}/joined` } })).toBe(1);
    });

    it('joins a scan that is just done, not one that failed, and keeps unlisted ones apart', async () => {
      const first = await requestScan(api.url);
      await processScan(first.scan.id, options());
      expect(await requestScan(api.url)).toMatchObject({ joined: true, scan: { id: first.scan.id, status: 'done' } });

      const unlisted = await requestScan(api.url, { unlisted: true });
      expect(unlisted).toMatchObject({ joined: false, scan: { unlisted: true } });
      await processScan(unlisted.scan.id, options());
      expect((await latestReport(new URL(api.url).host))?.id).toBe(first.scan.id);
      expect((await scanHistory(new URL(api.url).host)).map(({ id }) => id)).not.toContain(unlisted.scan.id);

      await db().scan.update({ where: { id: first.scan.id }, data: { status: 'failed' } });
      expect((await requestScan(api.url)).joined).toBe(false);
    });

    it('leaves a pause between two scans of one server, and none between two servers', async () => {
      const first = await requestScan(`${api.url}/a`);
      const second = await requestScan(`${api.url}/b`);
      const third = await requestScan(`${api.url}/c`);
      const other = await startApi();
      closers.push(other.close);
      const elsewhere = await requestScan(other.url);
      const wait = (scan: { notBefore: Date; createdAt: Date }) =>
        Math.round((scan.notBefore.getTime() - scan.createdAt.getTime()) / 1000);
      expect([first, second, third, elsewhere].map(({ scan }) => wait(scan))).toEqual([0, 60, 120, 0]);
      expect(await queueState(third.scan.id)).toMatchObject({ status: 'queued', ahead: 3 });
    });

    it('scans again when asked to, after the pause', async () => {
      const first = await requestScan(api.url);
      await processScan(first.scan.id, options());
      const again = await requestScan(api.url, { again: true });
      expect(again.joined).toBe(false);
      expect(again.scan.notBefore.getTime() - Date.now()).toBeGreaterThan(50_000);
      expect((await requestScan(api.url, { again: true })).scan.id).toBe(again.scan.id);
    });

    it('enqueues again what a wiped queue forgot', async () => {
      const { scan: queued } = await requestScan(api.url);
      await age(queued.id);
      await wipeQueue();
      const consumer = consumeScans((id) => processScan(id, options()), 2);
      closers.push(() => consumer.close());
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect((await scanById(queued.id))?.status).toBe('queued');
      expect(await sweep()).toEqual({ stale: 0, waiting: 1 });
      expect((await done(queued.id)).attempts).toBe(1);
    });

    it('stores one report when a job is delivered three times', async () => {
      const { scan: queued } = await requestScan(api.url);
      await Promise.all([processScan(queued.id, options()), processScan(queued.id, options())]);
      const requests = api.requests();
      await processScan(queued.id, options());
      expect(api.requests()).toBe(requests);
      const stored = await done(queued.id);
      expect(stored.attempts).toBe(1);
      expect((await rowsOf(queued.id)).signals).toHaveLength(stored.report?.signals.length ?? -1);
    });

    it('does not let a worker that lost its scan write over the new one', async () => {
      const { scan: queued } = await requestScan(api.url);
      const slow = await claimScan(queued.id);
      await db().$executeRaw`UPDATE scan SET heartbeat_at = now() - interval '1 minute' WHERE id = ${queued.id}::uuid`;
      await processScan(queued.id, options());
      const stored = await done(queued.id);
      expect(stored.attempts).toBe(2);
      expect(slow && (await heartbeat(slow))).toBe(false);
      expect(slow && stored.report && (await storeReport(slow, stored.report))).toBe(false);
      expect(slow && (await recordFailure(slow, 'internal', 'late'))).toBeNull();
      expect((await scanById(queued.id))?.finishedAt).toEqual(stored.finishedAt);
    });

    it('ends as a readable failure after three attempts, and can be tried again', async () => {
      const slow = await startApi({ delayMs: 400 });
      closers.push(slow.close);
      const { scan: queued } = await requestScan(slow.url);
      const tooShort = options({ limitMs: 150 });
      await expect(processScan(queued.id, tooShort)).rejects.toThrow('time limit');
      expect(await scanById(queued.id)).toMatchObject({ status: 'queued', attempts: 1, errorCode: 'time-limit' });
      await expect(processScan(queued.id, tooShort)).rejects.toThrow('time limit');
      await processScan(queued.id, tooShort);
      expect(await scanById(queued.id)).toMatchObject({
        status: 'failed',
        attempts: 3,
        errorCode: 'time-limit',
        errorMessage: 'The scan took longer than it may and was stopped.',
        report: null,
      });
      await processScan(queued.id, tooShort);
      expect((await scanById(queued.id))?.attempts).toBe(3);

      expect(await retryScan(queued.id)).toMatchObject({ status: 'queued', attempts: 0, errorCode: null });
      await processScan(queued.id, options());
      expect(await scanById(queued.id)).toMatchObject({
        status: 'done',
        attempts: 1,
        errorCode: null,
        errorMessage: null,
      });
      expect((await retryScan(queued.id))?.status).toBe('done');
    });

    it('ends a scan that kills every worker', async () => {
      const { scan: queued } = await requestScan(api.url);
      for (let attempt = 1; attempt <= 3; attempt++) {
        expect((await claimScan(queued.id))?.attempt).toBe(attempt);
        await db()
          .$executeRaw`UPDATE scan SET heartbeat_at = now() - interval '1 minute' WHERE id = ${queued.id}::uuid`;
      }
      expect((await sweep()).stale).toBe(1);
      await processScan(queued.id, options());
      expect(await scanById(queued.id)).toMatchObject({
        status: 'failed',
        errorCode: 'interrupted',
        errorMessage: 'The scan was interrupted each time it was tried.',
      });
    });

    it('stores whatever a target says', async () => {
      const hostile = await startApi({
        text: "NUL \0, half a pair \uD800, <script>alert(1)</script>, \u202E, '; DROP TABLE scan; --",
      });
      closers.push(hostile.close);
      const { scan: queued } = await requestScan(hostile.url);
      await processScan(queued.id, options());
      const stored = await done(queued.id);
      expect(stored.outcome).toBe('scored');
      expect(JSON.stringify(stored.report)).toContain('<script>alert(1)</script>');
    });

    it('knows no scan by a strange id', async () => {
      for (const id of ['', 'nope', "'; DROP TABLE scan; --", randomUUID()]) {
        expect([await scanById(id), await queueState(id), await retryScan(id), await eventsSince(id, 0)]).toEqual([
          null,
          null,
          null,
          [],
        ]);
      }
    });

    it('finishes a scan whose worker was killed in the middle of it', async () => {
      const slow = await startApi({ delayMs: 400 });
      closers.push(slow.close);
      const { scan: queued } = await requestScan(slow.url);
      const first = await worker();
      await until(
        'the walk has begun',
        async () => slow.requests() > 1 && (await eventsSince(queued.id, 0)).length > 0,
      );
      expect(await first.end('SIGKILL')).toBe('SIGKILL');
      expect((await scanById(queued.id))?.status).toBe('running');
      const second = await worker();
      const stored = await done(queued.id, 50_000);
      expect(stored.attempts).toBe(2);
      expect((await rowsOf(queued.id)).flows).toHaveLength(stored.report?.flows.length ?? -1);
      const events = await eventsSince(queued.id, 0);
      expect(new Set(events.map(({ attempt }) => attempt))).toEqual(new Set([1, 2]));
      expect(await second.end('SIGTERM')).toBe(0);
    });

    it('hands a scan back when its worker is asked to stop', async () => {
      const slow = await startApi({ delayMs: 250 });
      closers.push(slow.close);
      const { scan: queued } = await requestScan(slow.url);
      const first = await worker({ DRAIN_S: '0' });
      await until(
        'the walk has begun',
        async () => slow.requests() > 1 && (await scanById(queued.id))?.status === 'running',
      );
      expect(await first.end('SIGTERM')).toBe(0);
      expect(await scanById(queued.id)).toMatchObject({
        status: 'queued',
        attempts: 0,
        startedAt: null,
        errorCode: null,
      });
      await worker();
      expect((await done(queued.id, 30_000)).attempts).toBe(1);
    });

    it('asks one domain no more than its bucket holds, in all workers together', async () => {
      const { restraint, close } = await openRestraint();
      const other = await openRestraint();
      closers.push(close, other.close);
      const domain = `victim-${randomUUID()}.org`;
      // Each process takes from the store in leases, and what is left of one is its own. Each asks a host of its own, so that the domain's bucket is the one that ends.
      const asked = await Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          (i % 2 === 0 ? restraint : other.restraint)({
            addresses: [`2001:db8:${i.toString(16)}::1`],
            host: `${i % 2 === 0 ? 'one' : 'two'}.${domain}`,
            own: false,
          }),
        ),
      );
      const granted = asked.filter((wait) => wait === 0).length;
      expect(granted).toBeGreaterThan(buckets.foreign.points - 2 * buckets.foreign.lease);
      expect(granted).toBeLessThanOrEqual(buckets.foreign.points);
      for (const wait of asked) expect(wait).toBeLessThanOrEqual(buckets.foreign.duration * 1000);
      tally(`one domain on ${backend}`, { asked: asked.length, granted });
    });

    it('lets a running scan end before its worker stops, when it is given the time', async () => {
      const slow = await startApi({ delayMs: 200 });
      closers.push(slow.close);
      const { scan: queued } = await requestScan(slow.url);
      const first = await worker({ DRAIN_S: '30' });
      await until('the walk has begun', async () => slow.requests() > 1);
      expect(await first.end('SIGTERM')).toBe(0);
      expect(await scanById(queued.id)).toMatchObject({ status: 'done', attempts: 1 });
    });
  });
}
