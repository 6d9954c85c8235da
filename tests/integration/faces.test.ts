/** Whose scan stands for a domain: attacks of strangers on somebody's report and badge, and what owners and readers expect. */
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '../../lib/db/index.ts';
import { prune } from '../../lib/db/retention.ts';
import { leaderboard } from '../../lib/admin/leaderboard.ts';
import { everything } from '../../lib/admin/leaderboard-query.ts';
import { exampleReports, latestHead, listedDomains } from '../../lib/listed.ts';
import { latestReport, scanHistory } from '../../lib/scans.ts';
import { tally } from '../setup/tally.ts';
import { store, type Stored } from './stored-scan.ts';

/** What the public is shown under a name: by the page and the API, by the badge. */
const shownUnder = async (name: string) => {
  const [report, head] = await Promise.all([latestReport(name), latestHead(name)]);
  expect(head?.id).toBe(report?.id);
  return report?.id ?? null;
};

beforeEach(async () => {
  await db().site.deleteMany();
});

const good = { url: 'https://api.example.com/', d7: 91, ago: 3 };
let overwritten = 0;

const attacks: readonly [what: string, theirs: Stored][] = [
  ['another sub-domain', { url: 'https://blog.example.com/', d7: 3, ago: 1 }],
  ['a host far below', { url: 'https://api.staging.example.com/', d7: 3, ago: 1 }],
  ['another port of the apex', { url: 'https://example.com:8443/', d7: 3, ago: 1 }],
  ['another port of the same host', { url: 'https://api.example.com:9443/', d7: 3, ago: 1 }],
  ['a port below http', { url: 'http://api.example.com:8080/', d7: 3, ago: 1 }],
  ['a path of the same host', { url: 'https://api.example.com/health', d7: 3, ago: 1 }],
  ['a query of the same host', { url: 'https://api.example.com/?x=1', d7: 3, ago: 1 }],
  ['a path with more behind it', { url: 'https://api.example.com/open', d7: 100, ago: 1, observed: 7 }],
  ['the same host over plain http', { url: 'http://api.example.com/', d7: 3, ago: 1 }],
  ['a scan of the same address that failed', { url: 'https://api.example.com/', d7: null, ago: 1 }],
  ['a scan of the apex that found no API', { url: 'https://example.com/', d7: null, ago: 1 }],
  ['a scan of the apex that saw less', { url: 'https://example.com/', d7: 3, ago: 1, observed: 0, documented: 3 }],
  ['a scan of www that was half blocked', { url: 'https://www.example.com/', d7: 3, ago: 1, provisional: true }],
];

describe('a stranger who scans', () => {
  it.each(attacks)('%s does not change what the domain shows', async (_, theirs) => {
    const mine = await store(good);
    await store(theirs);
    const shown = await shownUnder('example.com');
    if (shown !== mine) overwritten += 1;
    expect(shown).toBe(mine);
    const { rows } = await leaderboard(everything, 10);
    expect(rows.map(({ scanId }) => scanId)).toEqual([mine]);
    expect((await exampleReports(false)).map(({ id }) => id)).toEqual([mine]);
  });

  it.each([
    ['github.io', 'https://owner.github.io/', 'https://stranger.github.io/'],
    ['a host of pages', 'https://owner.pages.dev/', 'https://stranger.pages.dev/'],
    ['the suffix itself', 'https://owner.github.io/', 'https://github.io/'],
  ])('their own site below a suffix of user content (%s) changes nobody else', async (_, owners, strangers) => {
    const mine = await store({ url: owners, ago: 3 });
    await store({ url: strangers, d7: 1, ago: 1 });
    expect(await shownUnder(new URL(owners).host)).toBe(mine);
  });

  it('a further port of an address does not change what the address shows', async () => {
    const first = await store({ url: 'http://127.0.0.9:4000/', ago: 3 });
    const second = await store({ url: 'http://127.0.0.9:5000/', d7: 100, ago: 1, observed: 7 });
    expect(await shownUnder('127.0.0.9')).toBe(first);
    expect(await shownUnder('127.0.0.9:5000')).toBe(second);
  });

  it('a domain twenty times without a score does not have its score pruned', async () => {
    const mine = await store({ ...good, ago: 300 });
    for (let day = 0; day < 25; day++) await store({ url: 'https://api.example.com/', d7: null, ago: 200 + day });
    for (let day = 0; day < 25; day++) await store({ url: `https://h${day}.example.com/`, d7: 1, ago: 200 + day });
    await prune({ keepReports: 20, keepDays: 180 });
    expect(await shownUnder('example.com')).toBe(mine);
  });

  it('is counted', () => {
    tally('faces of domains', { attacks: attacks.length, overwritten });
    expect(overwritten).toBe(0);
  });
});

describe('a domain shows', () => {
  it('the newest scan of the same address', async () => {
    await store(good);
    const newer = await store({ ...good, d7: 50, ago: 1 });
    expect(await shownUnder('example.com')).toBe(newer);
    expect(await shownUnder('EXAMPLE.com')).toBe(newer);
  });

  it('of apex, www and API the one with the most evidence, and of equals the newest', async () => {
    await store({ url: 'https://example.com/', ago: 1, observed: 1, documented: 3 });
    const api = await store({ url: 'https://api.example.com/', ago: 4, observed: 5 });
    expect(await shownUnder('example.com')).toBe(api);
    const www = await store({ url: 'https://www.example.com/', ago: 2, observed: 5 });
    expect(await shownUnder('example.com')).toBe(www);
    expect(await shownUnder('api.example.com')).toBe(www);
  });

  it('a path where no root has a score', async () => {
    await store({ url: 'https://example.com/', d7: null, ago: 1 });
    const path = await store({ url: 'https://example.com/api/v2', ago: 5 });
    expect(await shownUnder('example.com')).toBe(path);
  });

  it('a scan without a score where there is none with one', async () => {
    const only = await store({ url: 'https://example.com/', d7: null, ago: 1 });
    expect(await shownUnder('example.com')).toBe(only);
    await store({ url: 'https://blog.example.com/', ago: 0.5 });
    expect(await shownUnder('example.com')).toBe(only);
  });

  it('nothing of hosts that do not speak for it, nor what is not listed; each of those stands under its own name', async () => {
    const blog = await store({ url: 'https://blog.example.com/', ago: 2 });
    const port = await store({ url: 'https://example.com:8443/', ago: 1 });
    await store({ url: 'https://example.com/', ago: 1, unlisted: true });
    expect(await shownUnder('example.com')).toBeNull();
    expect(await shownUnder('blog.example.com')).toBe(blog);
    expect(await shownUnder('example.com:8443')).toBe(port);
    expect(await listedDomains(10)).toEqual([]);
    expect((await scanHistory('blog.example.com')).map(({ id }) => id)).toEqual([blog]);
    expect(await scanHistory('example.com')).toEqual([]);
  });

  it.each(['', 'x', '::', 'http://', 'a b', '%', '1', '[', 'example.com:99999', 'a'.repeat(5000), '\0'])(
    'nothing under %j',
    async (name) => {
      await store(good);
      expect(await shownUnder(name)).toBeNull();
      expect(await scanHistory(name)).toEqual([]);
    },
  );
});
