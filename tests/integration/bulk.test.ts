/** Lists of operators: worked off by real workers, a few at once, whoever dies meanwhile. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { feedBulk } from '../../lib/admin/bulk-feed.ts';
import {
  bulkLimits,
  bulkLines,
  bulkRun,
  changeBulk,
  pruneBulk,
  startBulk,
  type BulkForm,
} from '../../lib/admin/bulk.ts';
import { db } from '../../lib/db/index.ts';
import { bulkToCsv, bulkToJsonLines } from '../../lib/export/bulk.ts';
import { tally } from '../setup/tally.ts';
import { startApi, type LoopbackServer } from './servers.ts';
import { startWorker, until, type WorkerProcess } from './workers.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.COOLDOWN_S = '0';
process.env.QUEUE_LIMIT = '40';
process.env.TARGET_QUEUE_LIMIT = '1';
process.env.BLOCKED_TARGETS = '127.0.66.0/24';

const operator = 'operator@example.com';
let api: LoopbackServer;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  // Every address of 127.0.0.0/8 is a target of its own.
  api = await startApi({ delayMs: 20, host: '0.0.0.0' });
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((one) => one.end('SIGKILL')));
  await db().bulkRun.deleteMany();
  await db().site.deleteMany();
});

afterAll(async () => {
  await api.close();
});

const target = (number: number, path = '') => `http://127.0.31.${number}:${new URL(api.url).port}/${path}`;
const targets = (count: number) => Array.from({ length: count }, (_, number) => target(number + 1));

async function begin(text: string, over: Partial<BulkForm> = {}): Promise<string> {
  const started = await startBulk({ name: 'a list', text, atOnce: 3, unlisted: false, ...over }, operator);
  return 'id' in started ? started.id : expect.unreachable(started.problem);
}

const progress = async (id: string) => (await bulkRun(id)) ?? expect.unreachable('the list has gone');
const over = (id: string) =>
  until(
    'the list to be done',
    async () => {
      const run = await progress(id);
      return run.waiting + run.underWay === 0 && run;
    },
    60_000,
  );

const report = ({ scanId, ...line }: Awaited<ReturnType<typeof bulkLines>>[number]) => ({ ...line, report: scanId });

describe('a list', () => {
  it('is worked off, with a reason for each line that is none, and goes out as JSON lines and as CSV', async () => {
    const text = `# ours\n${targets(4).join('\n')}\nftp://example.com\nhttp://127.0.66.1:8080/\n${target(1)},again\n10.0.0.1\n`;
    const id = await begin(text, { unlisted: true });
    workers.push(await startWorker());
    expect(await over(id)).toMatchObject({ total: 8, scored: 4, refused: 4, failed: 0, gone: 0, paused: false });
    const lines = (await bulkLines(id, { limit: 100 })).map(report);
    expect(lines.map(({ line, status }) => `${line} ${status}`)).toEqual([
      '2 done',
      '3 done',
      '4 done',
      '5 done',
      '6 refused',
      '7 refused',
      '8 refused',
      '9 refused',
    ]);
    const [first, , , , , blocked, twice] = lines;
    expect(first).toMatchObject({ outcome: 'scored', score: expect.any(Number), sentence: expect.any(String) });
    expect(blocked?.problem).toContain('is not scanned here');
    expect(twice?.problem).toBe('Line 2 names the same address.');
    const parsed = bulkToJsonLines(lines)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; report: string | null });
    expect(parsed.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    const csv = bulkToCsv(lines).trimEnd().split('\r\n');
    expect(csv).toHaveLength(9);
    expect(csv[0]).toMatch(/^"line","input","status","problem",/);
    // The operator's own are not listed when they say so.
    expect(await db().scan.count({ where: { unlisted: false } })).toBe(0);
    // Reading it in pages gives the same.
    const pages = [
      ...(await bulkLines(id, { limit: 3 })),
      ...(await bulkLines(id, { limit: 3, after: 4 })),
      ...(await bulkLines(id, { limit: 3, skip: 6 })),
    ];
    expect(pages.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('never has more under way than it may, whichever workers ask at once', async () => {
    const id = await begin(targets(12).join('\n'));
    const asked = await Promise.all(Array.from({ length: 6 }, () => feedBulk()));
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await progress(id)).toMatchObject({ underWay: 3, waiting: 9 });
    expect(await feedBulk()).toBe(0);
    tally('lists of operators', { 'workers that asked at once': 6, 'scans that may be under way': 3, 'under way': 3 });
  });

  it('survives kill -9 of its worker: every line ends once', { timeout: 120_000 }, async () => {
    const slow = await startApi({ delayMs: 120, host: '0.0.0.0' });
    const text = targets(9)
      .map((url) => url.replace(new URL(api.url).port, new URL(slow.url).port))
      .join('\n');
    const id = await begin(text);
    for (let kill = 0; kill < 2; kill++) {
      const worker = await startWorker();
      await until('scans to run', async () => (await db().scan.count({ where: { status: 'running' } })) >= 2);
      await worker.end('SIGKILL');
    }
    workers.push(await startWorker());
    expect(await over(id)).toMatchObject({ total: 9, scored: 9 });
    expect(await db().scan.count()).toBe(9);
    await slow.close();
  });

  it('is asked for again where a worker died between taking a line and asking', async () => {
    const id = await begin(targets(2).join('\n'), { atOnce: 2 });
    await db().$executeRaw`UPDATE bulk_item SET status = 'taken', taken_at = now()`;
    expect(await feedBulk()).toBe(0);
    await db().$executeRaw`UPDATE bulk_item SET taken_at = now() - interval '11 seconds'`;
    expect(await feedBulk()).toBe(2);
    expect(await progress(id)).toMatchObject({ underWay: 2 });
  });

  it('puts off what its site cannot take yet', async () => {
    const id = await begin([target(1, 'a'), target(1, 'b')].join('\n'));
    expect(await feedBulk()).toBe(2);
    expect(await progress(id)).toMatchObject({ underWay: 1, waiting: 1, refused: 0 });
    workers.push(await startWorker());
    expect(await over(id)).toMatchObject({ scored: 2 });
  });

  it('leaves half of the line to visitors', async () => {
    const id = await begin(targets(3).join('\n'));
    const site = await db().site.create({ data: { domain: 'crowd.example' } });
    const waiting = (at: number) => ({
      siteId: site.id,
      input: 'x',
      targetUrl: `https://h${at}.crowd.example/`,
      host: `h${at}.crowd.example`,
      domain: 'crowd.example',
    });
    await db().scan.createMany({ data: Array.from({ length: 20 }, (_, at) => waiting(at)) });
    expect(await feedBulk()).toBe(0);
    await db().scan.deleteMany({ where: { targetUrl: 'https://h1.crowd.example/' } });
    expect(await feedBulk()).toBe(3);
    expect(await progress(id)).toMatchObject({ underWay: 3 });
  });

  it('goes by itself when it is old and done, and not before', async () => {
    const [done, open] = [await begin(target(1)), await begin(target(2))];
    await db().bulkItem.updateMany({ where: { runId: done }, data: { status: 'refused' } });
    expect(await pruneBulk(30)).toBe(0);
    await db().$executeRaw`UPDATE bulk_run SET created_at = now() - interval '31 days'`;
    expect(await pruneBulk(30)).toBe(1);
    expect(await bulkRun(done)).toBeNull();
    expect(await bulkRun(open)).not.toBeNull();
  });

  it('can be paused, gone on with and deleted; its scans stay, and a deleted scan is told as such', async () => {
    const id = await begin(targets(5).join('\n'));
    expect(await feedBulk()).toBe(3);
    await changeBulk(id, 'pause', operator);
    const [scan] = await db().scan.findMany();
    await db().scan.delete({ where: { id: scan?.id ?? '' } });
    expect(await feedBulk()).toBe(0);
    expect(await progress(id)).toMatchObject({ paused: true, underWay: 2, waiting: 2, gone: 1 });
    await changeBulk(id, 'resume', operator);
    expect(await feedBulk()).toBe(1);
    expect(await changeBulk(id, 'delete', operator)).toBe(true);
    expect(await bulkRun(id)).toBeNull();
    expect(await changeBulk(id, 'pause', operator)).toBe(false);
    expect(await db().bulkItem.count()).toBe(0);
    expect(await db().scan.count()).toBe(3);
    const deeds = await db().auditEntry.findMany({
      orderBy: { id: 'asc' },
      where: { action: { startsWith: 'bulk.' } },
    });
    expect(deeds.slice(-4).map(({ action }) => action)).toEqual([
      'bulk.start',
      'bulk.pause',
      'bulk.resume',
      'bulk.delete',
    ]);
  });
});

describe('what is no list', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `h${at}.example.com`).join('\n');
  it.each([
    ['nothing', '', /^The list is empty/],
    ['comments', '# a\n\n  # b', /^The list is empty/],
    ['no addresses', 'ftp://x\nnot an address', /^No line is an address\. Line 1: /],
    ['too many', many(bulkLimits.addresses + 1), /^These are 5,001 lines; a list may have 5,000\./],
  ])('%s is refused with a sentence', async (_, text, sentence) => {
    const refused = await startBulk({ name: '', text, atOnce: 1, unlisted: false }, operator);
    expect('problem' in refused && refused.problem).toMatch(sentence);
    expect(await db().bulkRun.count()).toBe(0);
  });

  it('is called by how many lines it has, refused ones too, where it has no name', async () => {
    const one = await begin(target(1), { name: '' });
    const three = await begin(`${target(2)}\n${target(3)}\nnot an address`, { name: ' ' });
    expect((await progress(one)).name).toMatch(/^1 line from /);
    expect((await progress(three)).name).toMatch(/^3 lines from /);
  });

  it('so many lists at once are not taken, whoever sends them together', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        startBulk({ name: `${at}`, text: target(at + 1), atOnce: 99, unlisted: false }, operator),
      ),
    );
    expect(all.filter((one) => 'id' in one)).toHaveLength(bulkLimits.lists);
    expect(all.flatMap((one) => ('problem' in one ? [one.problem] : []))[0]).toMatch(/^5 lists are under way/);
    expect((await db().bulkRun.findMany()).every(({ atOnce }) => atOnce === bulkLimits.atOnce)).toBe(true);
  });

  it('the largest list is stored and read in good time', async () => {
    const id = await begin(many(bulkLimits.addresses));
    expect(await progress(id)).toMatchObject({ total: 5000, waiting: 5000 });
    expect(await bulkLines(id, { limit: 100, skip: 4950 })).toHaveLength(50);
  });
});
