/**
 * Clocks that jump. Everything that decides is the database's clock, so a process whose own clock is wrong changes nothing; and when the
 * database's clock itself jumps, stored times look as if they had moved the other way, which is what these tests do to them.
 */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '../../lib/db/index.ts';
import { claimScan, heartbeat, requeueStale } from '../../lib/db/runs.ts';
import { consumeScans } from '../../lib/queue/index.ts';
import { requestScan, scanById } from '../../lib/scans.ts';
import { processScan } from '../../worker/process-scan.ts';
import { sweep } from '../../worker/sweeper.ts';
import { until } from '../integration/workers.ts';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { openLedger, readLedger } from './ledger.ts';
import { tally } from '../setup/tally.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
let api: LoopbackServer;
let number = 0;
const ids: string[] = [];
const options = { scan: { allowNets: ['127.0.0.0/8'] }, limitMs: 30_000, stopping: new AbortController().signal };

/** A target that no other test has. */
const target = () => `http://127.0.9.${(number += 1)}:${new URL(api.url).port}/`;
const ask = async (url = target()) => {
  const { scan } = await requestScan(url, { again: true });
  ids.push(scan.id);
  return scan;
};

/** Moves the stored times of a scan, as seen from a clock that has jumped by `hours` the other way. */
const shift = (id: string, hours: number) =>
  db()
    .$executeRaw`UPDATE scan SET created_at = created_at + make_interval(hours => ${hours}::int), not_before = not_before + make_interval(hours => ${hours}::int),
    started_at = started_at + make_interval(hours => ${hours}::int), finished_at = finished_at + make_interval(hours => ${hours}::int), heartbeat_at = heartbeat_at + make_interval(hours => ${hours}::int)
    WHERE id = ${id}::uuid`;

beforeAll(async () => {
  await openLedger(process.env.DATABASE_URL ?? '');
  api = await startApi({ host: '0.0.0.0' });
  return () => api.close();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a process whose clock is wrong', () => {
  it.each([
    ['an hour fast', 3_600_000],
    ['a day slow', -86_400_000],
  ])('by being %s plans scans as any other', async (_, offset) => {
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now + offset });
    const url = target();
    const first = await ask(url);
    const second = await ask(`${url}second`);
    vi.useRealTimers();
    expect(Math.abs(first.createdAt.getTime() - now)).toBeLessThan(5000);
    expect(Math.abs(first.notBefore.getTime() - now)).toBeLessThan(5000);
    expect(second.notBefore.getTime() - first.notBefore.getTime()).toBeGreaterThanOrEqual(60_000);
    expect(second.notBefore.getTime() - first.notBefore.getTime()).toBeLessThan(62_000);
    vi.useFakeTimers({ toFake: ['Date'], now: now + offset });
    await processScan(first.id, options);
    vi.useRealTimers();
    const done = await scanById(first.id);
    expect(done?.status).toBe('done');
    expect(Math.abs((done?.finishedAt?.getTime() ?? 0) - now)).toBeLessThan(10_000);
    // Joined although the asking process believes that the scan is an hour or a day away.
    vi.useFakeTimers({ toFake: ['Date'], now: now + offset });
    expect(await requestScan(url)).toMatchObject({ joined: true, scan: { id: first.id } });
    vi.useRealTimers();
    await processScan(second.id, options);
  });
});

describe('the database’s clock', () => {
  it('set back an hour does not keep a dead worker’s scan: its last sign of life lies in the future', async () => {
    const { id } = await ask();
    const dead = await claimScan(id);
    expect(dead).not.toBeNull();
    await shift(id, 1);
    expect(await requeueStale()).toBe(1);
    await processScan(id, options);
    expect(await scanById(id)).toMatchObject({ status: 'done', attempts: 2 });
  });

  it('set back does not take a scan from a worker that lives and says so again', async () => {
    const { id } = await ask();
    const run = await claimScan(id);
    await shift(id, 1);
    expect(run && (await heartbeat(run))).toBe(true);
    expect(await requeueStale()).toBe(0);
    await shift(id, -1);
    expect(await requeueStale()).toBe(1);
    await processScan(id, options);
  });

  it('set back an hour does not leave a scan waiting for an hour', async () => {
    const delivered: string[] = [];
    const { id } = await ask();
    await processScan(id, options);
    const url = (await scanById(id))?.targetUrl ?? '';
    const next = await ask(url);
    expect(next.notBefore.getTime() - next.createdAt.getTime()).toBeGreaterThan(50_000);
    await shift(next.id, 1);
    await shift(id, 1);
    const consumer = consumeScans(async (given) => void delivered.push(given), 1);
    expect((await sweep()).waiting).toBe(1);
    // The queue's own copy is still held back; once the scan is long overdue it is hurried.
    await db().$executeRaw`UPDATE scan SET not_before = now() - interval '1 minute' WHERE id = ${next.id}::uuid`;
    await sweep();
    await until('the delivery', async () => delivered.includes(next.id), 10_000);
    await consumer.close();
    await processScan(next.id, options);
    expect((await scanById(next.id))?.status).toBe('done');
  });

  it('set back does not make an old report the newest scan for ever, nor the pause endless', async () => {
    const first = await ask();
    await processScan(first.id, options);
    await shift(first.id, 24);
    const again = await ask(first.targetUrl);
    expect(again.id).not.toBe(first.id);
    expect(again.notBefore.getTime() - again.createdAt.getTime()).toBeLessThan(1000);
    await processScan(again.id, { ...options, pauseMs: 60_000 });
    expect((await scanById(again.id))?.status).toBe('done');
  });

  it('set forward makes a living worker look dead: its scan runs again and still ends once', async () => {
    const { id } = await ask();
    const slow = await claimScan(id);
    await shift(id, -1);
    await sweep();
    await processScan(id, options);
    expect(slow && (await heartbeat(slow))).toBe(false);
    expect((await scanById(id))?.status).toBe('done');
  });

  it('in all of this every scan ended once', async () => {
    const account = await readLedger(process.env.DATABASE_URL ?? '', ids);
    tally('clocks that jump', {
      'scans accepted': account.accepted,
      ended: account.ended,
      twice: account.twice,
      lost: account.lost,
    });
    expect(account).toMatchObject({
      accepted: ids.length,
      ended: ids.length,
      twice: 0,
      lost: 0,
      waiting: 0,
      running: 0,
      torn: 0,
    });
  });
});
