/** What the database forgets, so that it does not grow for ever. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '../../lib/db/index.ts';
import { prune } from '../../lib/db/retention.ts';
import { pruneAll } from '../../worker/retention.ts';
import { tally } from '../setup/tally.ts';

process.env.KEEP_REPORTS = '3';
process.env.KEEP_DAYS = '30';

/** Scans that ended `daysAgo` days ago, each with a step and a result row. */
async function store(
  domain: string,
  daysAgo: readonly number[],
  extra: { status?: 'done' | 'failed' | 'queued' | 'running'; unlisted?: boolean } = {},
): Promise<string[]> {
  const site = await db().site.upsert({ where: { domain }, create: { domain }, update: {} });
  const over = (extra.status ?? 'done') === 'done' || extra.status === 'failed';
  const rows = daysAgo.map((days) => {
    const id = randomUUID();
    const at = new Date(Date.now() - days * 86_400_000);
    return {
      id,
      siteId: site.id,
      status: 'done' as const,
      input: domain,
      targetUrl: `https://${domain}/${id}`,
      host: domain,
      domain,
      createdAt: at,
      notBefore: at,
      finishedAt: over ? at : null,
      report: { text: 'x'.repeat(2000) },
      ...extra,
    };
  });
  await db().scan.createMany({ data: rows });
  const ids = rows.map(({ id }) => id);
  await db().scanEvent.createMany({ data: ids.map((scanId) => ({ scanId, seq: 1, attempt: 1, data: {} })) });
  await db().signalResult.createMany({
    data: ids.map((scanId) => ({ scanId, signalId: 'scope-restriction', status: 'pass', confidence: 'declared' })),
  });
  return ids;
}

const left = async (ids: readonly string[]) => {
  const rows = await db().scan.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  return ids.map((id) => known.has(id));
};

beforeAll(() => db().scan.deleteMany());

describe('pruning', () => {
  it('keeps everything of the last days and the newest reports of each domain, listed and unlisted apart', async () => {
    const many = await store('many.example.com', [1, 5, 20, 29, 31, 60, 400]);
    const old = await store('old.example.com', [100, 200, 300, 400, 500]);
    const unlisted = await store('old.example.com', [50, 60], { unlisted: true });
    const failed = await store('many.example.com', [2, 40, 41], { status: 'failed' });
    const open = [
      ...(await store('old.example.com', [90], { status: 'queued' })),
      ...(await store('old.example.com', [90], { status: 'running' })),
    ];
    const before = await db().scan.count();
    const deleted = await pruneAll();
    expect(await left(many)).toEqual([true, true, true, true, false, false, false]);
    expect(await left(old)).toEqual([true, true, true, false, false]);
    expect(await left(unlisted)).toEqual([true, true]);
    expect(await left(failed)).toEqual([true, false, false]);
    expect(await left(open)).toEqual([true, true]);
    expect(deleted).toBe(7);
    expect(await db().scan.count()).toBe(before - deleted);
    expect(await pruneAll()).toBe(0);
  });

  it('forgets the steps of scans that ended days ago and keeps their results; what waits or runs keeps its steps', async () => {
    await db().scan.deleteMany();
    const [fresh = '', settled = ''] = await store('steps.example.com', [1, 5]);
    const [open = ''] = await store('steps.example.com', [9], { status: 'running' });
    await pruneAll();
    const count = async (scanId: string) => [
      await db().scanEvent.count({ where: { scanId } }),
      await db().signalResult.count({ where: { scanId } }),
    ];
    expect(await count(fresh)).toEqual([1, 1]);
    expect(await count(settled)).toEqual([0, 1]);
    expect(await count(open)).toEqual([1, 1]);
  });

  it('works in small batches, and once at a time however many workers prune', async () => {
    await db().scan.deleteMany();
    await store(
      'batch.example.com',
      Array.from({ length: 450 }, (_, index) => 100 + index),
    );
    const parallel = await Promise.all([1, 2, 3, 4].map(() => prune({ keepReports: 3, keepDays: 30 })));
    // Whoever comes while another prunes does nothing; whoever comes after it takes the next batch, and the last one what is left.
    for (const { scans } of parallel) expect([0, 200, 47]).toContain(scans);
    expect(parallel.some(({ scans }) => scans === 200)).toBe(true);
    expect(await db().scan.count()).toBe(450 - parallel.reduce((sum, { scans }) => sum + scans, 0));
    await db().$transaction(async (other) => {
      await other.$queryRaw`SELECT true AS taken FROM pg_advisory_xact_lock(hashtextextended('prune', 0))`;
      expect(await prune({ keepReports: 3, keepDays: 30 })).toEqual({ scans: 0, walks: 0 });
    });
    await pruneAll();
    expect(await db().scan.count()).toBe(3);
    tally('retention', { 'old reports': 450, kept: await db().scan.count() });
  });
});
