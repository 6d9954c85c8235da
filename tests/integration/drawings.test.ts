/** What reports look like is drawn once over all processes, anew when what it shows has changed, and goes with its scan. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawnOnce } from '../../lib/db/drawings.ts';
import { db } from '../../lib/db/index.ts';
import type { Report } from '../../lib/scan/schema/report.ts';
import { openReport } from '../unit/components/sample-report.ts';

let scanId: string;
let drawn: string[];

beforeEach(async () => {
  drawn = [];
  const report = openReport();
  const { domain, host, url: targetUrl } = report.target;
  const site = await db().site.create({ data: { domain } });
  const scan = await db().scan.create({
    data: {
      siteId: site.id,
      status: 'done',
      input: host,
      targetUrl,
      host,
      domain,
      report: JSON.parse(JSON.stringify(report)) as object,
    },
  });
  scanId = scan.id;
});

afterEach(async () => {
  await db().site.deleteMany();
});

const ask = (shows: string, id = scanId) =>
  drawnOnce(id, 'picture', shows, async ({ target }: Report) => {
    drawn.push(shows);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return new TextEncoder().encode(`${target.host} ${shows}`);
  }).then((bytes) => bytes && new TextDecoder().decode(bytes));

describe('a drawing', () => {
  it('is made once however many ask at the same time, also more than there are connections', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask('first')));
    expect(new Set(answers)).toEqual(new Set([`${openReport().target.host} first`]));
    expect(drawn).toEqual(['first']);
  });

  it('is made anew when what it shows has changed, and only the new one is kept', async () => {
    await ask('first');
    expect(await ask('second')).toMatch(/ second$/);
    await ask('second');
    expect(drawn).toEqual(['first', 'second']);
    expect(await db().drawing.count()).toBe(1);
  });

  it('is nothing without a report, and goes with its scan', async () => {
    expect(await ask('first', '00000000-0000-4000-8000-000000000000')).toBeNull();
    await ask('first');
    await db().scan.delete({ where: { id: scanId } });
    expect(await db().drawing.count()).toBe(0);
    expect(await ask('first')).toBeNull();
  });

  it('that fails leaves nothing behind, and the next one draws', async () => {
    await expect(drawnOnce(scanId, 'picture', 'first', () => Promise.reject(new Error('no ink')))).rejects.toThrow(
      'no ink',
    );
    expect(await ask('first')).toMatch(/ first$/);
  });
});
