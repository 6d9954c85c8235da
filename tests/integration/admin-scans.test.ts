import { describe, expect, it } from 'vitest';
import { auditLog } from '../../lib/admin/audit.ts';
import { block, blockEntryOf, storedBlocks, unblock } from '../../lib/admin/blocklist.ts';
import { currentLimits } from '../../lib/admin/limits.ts';
import { askRemoval, proveRemovals, removalProof, removals, resolveRemoval } from '../../lib/admin/removals.ts';
import {
  adminScan,
  cancel,
  findScans,
  queueView,
  remove,
  removeDomain,
  retry,
  scansQuery,
} from '../../lib/admin/scans.ts';
import { changeSiteSetting, siteSetting } from '../../lib/admin/site-settings.ts';
import { dailyNumbers, recentTroubles, totals } from '../../lib/admin/statistics.ts';
import { db } from '../../lib/db/index.ts';
import { claimScan, heartbeat, storeEvents } from '../../lib/db/runs.ts';
import { requestScan } from '../../lib/scans.ts';
import { storeScan } from './admin-seed.ts';

const me = 'me@example.com';
const unknown = '3f2c1a90-0d4e-4f6b-9a51-6c1a2b3c4d5e';
const today = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
const lastDeed = async () => {
  const [row] = (await auditLog({ page: 1, perPage: 1 })).rows;
  return `${row?.actor} ${row?.action} ${row?.subject}`;
};

describe('the list of scans', () => {
  it('is filtered by status, result and text; an id is found as one', async () => {
    const failed = await storeScan({ domain: 'alpha.com', d7: null, finishedAt: today(30), status: 'failed' });
    await storeScan({ domain: 'alpha.com', d7: 70, finishedAt: today(20) });
    await storeScan({ domain: 'per%cent.com', d7: null, finishedAt: today(10), unlisted: true });
    const find = async (query: Record<string, string>) =>
      (await findScans(scansQuery.parse(query), 50)).rows.map(({ domain, status }) => `${domain} ${status}`);
    expect(await find({})).toEqual(['per%cent.com done', 'alpha.com done', 'alpha.com failed']);
    expect(await find({ status: 'failed' })).toEqual(['alpha.com failed']);
    expect(await find({ outcome: 'scored' })).toEqual(['alpha.com done']);
    expect(await find({ text: 'ALPHA' })).toEqual(['alpha.com done', 'alpha.com failed']);
    expect(await find({ text: '%' })).toEqual(['per%cent.com done']);
    expect(await find({ text: failed })).toEqual(['alpha.com failed']);
    expect(await find({ status: 'x', outcome: 'y', page: '-1', text: 'x'.repeat(999) })).toHaveLength(3);
    expect((await findScans(scansQuery.parse({ page: '2' }), 2)).rows).toHaveLength(1);
  });
});

describe('one scan', () => {
  it('that runs is cancelled: its worker has lost it and can store nothing', async () => {
    const id = await storeScan({ domain: 'runs.com', d7: null, finishedAt: today(1), status: 'queued' });
    const run = await claimScan(id);
    expect((await queueView(new Date())).running).toBe(1);
    expect(await cancel(id, me)).toBe(true);
    expect(await adminScan(id)).toMatchObject({ status: 'failed', errorCode: 'cancelled' });
    expect(run && (await heartbeat(run))).toBe(false);
    expect(
      run &&
        (await storeEvents(run, 1, [
          { at: new Date(), data: { type: 'stage', stage: 'probe', text: 'x', requests: 1, ms: 1 } },
        ])),
    ).toBe(false);
    expect(await lastDeed()).toBe(`${me} scan.cancel ${id}`);
    expect(await cancel(id, me)).toBe(false);
    expect(await retry(id, me)).toBe(true);
    expect(await adminScan(id)).toMatchObject({ status: 'queued', attempts: 0, errorCode: null });
    expect(await lastDeed()).toBe(`${me} scan.retry ${id}`);
    expect((await queueView(new Date())).waiting).toBe(1);
    await cancel(id, me);
  });

  it('that is done is neither cancelled nor retried; one that is not there is nothing', async () => {
    const id = await storeScan({ domain: 'done.com', d7: 50, finishedAt: today(1) });
    expect([await cancel(id, me), await retry(id, me)]).toEqual([false, false]);
    for (const strange of [unknown, 'x', '', "'; DROP TABLE scan; --"])
      expect([
        await cancel(strange, me),
        await retry(strange, me),
        await remove(strange, me),
        await adminScan(strange),
      ]).toEqual([false, false, false, null]);
    expect(await adminScan(id)).toMatchObject({ status: 'done', d7: 50 });
  });

  it('is deleted with all that hangs on it', async () => {
    const id = await storeScan({
      domain: 'gone.com',
      d7: 50,
      finishedAt: today(1),
      flows: ['client_credentials'],
      traps: ['browser-only-oauth'],
    });
    expect(await remove(id, me)).toBe(true);
    expect(await lastDeed()).toBe(`${me} scan.delete ${id}`);
    expect([
      await db().flowResult.count({ where: { scanId: id } }),
      await db().antiPatternResult.count({ where: { scanId: id } }),
    ]).toEqual([0, 0]);
    await storeScan({ domain: 'gone.com', d7: 40, finishedAt: today(1) });
    await storeScan({ domain: 'gone.com', d7: 30, finishedAt: today(2) });
    expect([await removeDomain('gone.com', me), await removeDomain('gone.com', me)]).toEqual([2, 0]);
  });
});

describe('the blocklist', () => {
  it.each([
    [' Example.COM ', 'example.com'],
    ['https://user@api.example.com:8443/x?y#z', 'api.example.com'],
    ['example.com.', 'example.com'],
    ['bücher.example.com', 'xn--bcher-kva.example.com'],
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.77/24', '198.51.100.0/24'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:DB8:1::/32', '2001:db8::/32'],
    ['http://2130706433/', '127.0.0.1'],
    ['192.0.2.1/path', '192.0.2.1'],
    ['', null],
    ['com', null],
    ['two words.com', null],
    ['0.0.0.0/0', null],
    ['::/0', null],
    ['10.0.0.0/33', null],
    ['*.example.com', null],
    ['javascript:alert(1)', null],
    ['x'.repeat(5000), null],
  ])('%j is %j', (typed, entry) => expect(blockEntryOf(typed)).toBe(entry));

  it('refuses scans from the next request on, below a domain too', async () => {
    expect(await block('example.com', ' Its owner\n asked. ', me)).toBe('example.com');
    expect(await storedBlocks()).toMatchObject([{ entry: 'example.com', reason: 'Its owner asked.', addedBy: me }]);
    expect(await lastDeed()).toBe(`${me} block.add example.com`);
    await expect(requestScan('https://deep.api.example.com/')).rejects.toMatchObject({ code: 'blocked-target' });
    expect(await block('nonsense', '', me)).toBeNull();
    expect([await unblock('example.com', me), await unblock('example.com', me)]).toEqual([true, false]);
    expect((await requestScan('https://deep.api.example.com/')).joined).toBe(false);
  });
});

describe('the site', () => {
  it('keeps its leaderboard to itself until told otherwise, whatever is stored', async () => {
    expect(await siteSetting('public-leaderboard')).toBe(false);
    await changeSiteSetting('public-leaderboard', true, me);
    expect(await siteSetting('public-leaderboard')).toBe(true);
    await db().siteSetting.update({ where: { name: 'public-leaderboard' }, data: { value: 'true' } });
    expect(await siteSetting('public-leaderboard')).toBe(false);
  });

  it('takes removal requests, which are closed once', async () => {
    const id = await askRemoval(
      {
        domain: 'owner.com',
        contact: 'owner@owner.com',
        message: `NUL \0 ${'x'.repeat(9000)}`,
      },
      { visitor: 'v', network: 'n' },
    );
    expect(await removals()).toEqual([]);
    await proveRemovals('owner.com', [(await removalProof(id))?.token ?? '']);
    const [row] = await removals();
    expect(row).toMatchObject({ id, domain: 'owner.com', resolvedAt: null });
    expect(row?.message).toHaveLength(2000);
    expect([await resolveRemoval(id, me), await resolveRemoval(id, me)]).toEqual([true, false]);
    expect(await lastDeed()).toBe(`${me} removal.resolve owner.com`);
  });

  it('shows its limits as they apply, and no secret', () => {
    const shown = currentLimits();
    expect(shown.flatMap(({ rows }) => rows).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['VISITOR_SCANS', 'QUEUE_LIMIT', 'COOLDOWN_S', 'SCAN_MAX_REQUESTS', 'KEEP_DAYS']),
    );
    expect(shown.flatMap(({ rows }) => rows).every(({ isDefault }) => isDefault)).toBe(true);
    expect(JSON.stringify(shown)).not.toMatch(/postgres|redis|password/i);
  });
});

describe('statistics', () => {
  it('count days in UTC, with medians of what is done where there is enough of it', async () => {
    await db().scan.deleteMany();
    const noon = new Date();
    noon.setUTCHours(0, 0, 1, 0);
    const at = (daysAgo: number) => new Date(noon.getTime() - daysAgo * 86_400_000).toISOString();
    for (const d7 of [10, 20, 90, 15, 80]) await storeScan({ domain: 'a.com', d7, finishedAt: at(1) });
    await storeScan({ domain: 'b.com', d7: null, finishedAt: at(1), status: 'failed' });
    await storeScan({ domain: 'b.com', d7: null, finishedAt: at(0) });
    // One below the least: a median of four would be a figure of chance.
    for (const d7 of [1, 2, 3, 4]) await storeScan({ domain: 'few.com', d7, finishedAt: at(2) });
    await storeScan({ domain: 'few.com', d7: null, finishedAt: at(2) });
    await storeScan({ domain: 'old.com', d7: 1, finishedAt: at(5) });
    const days = await dailyNumbers(4);
    expect(
      days.map((day) => [
        day.asked,
        day.done,
        day.failed,
        day.scored,
        day.medianScore,
        day.medianMs,
        day.medianRequests,
      ]),
    ).toEqual([
      [1, 1, 0, 0, null, null, null],
      [6, 5, 1, 5, 20, 4000, 40],
      [5, 5, 0, 4, null, 4000, 40],
      [0, 0, 0, 0, null, null, null],
    ]);
    expect(days[0]?.day).toBe(noon.toISOString().slice(0, 10));
    expect((await recentTroubles()).find(({ what }) => what === 'no-api')?.count).toBe(1);
    expect(await totals()).toMatchObject({ scans: 13, unlisted: 0, bytes: expect.any(Number) as number });
  });
});
