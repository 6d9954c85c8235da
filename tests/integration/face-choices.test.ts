/** Whose word counts for what a domain shows: owners who have verified, owners who choose, and strangers who would like to. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../lib/admin/leaderboard-query.ts';
import { leaderboard } from '../../lib/admin/leaderboard.ts';
import { ruledBy } from '../../lib/db/face-choices.ts';
import { choiceDays, verifiedDays } from '../../lib/db/faces.ts';
import { db } from '../../lib/db/index.ts';
import { findRequest } from '../../lib/db/verifications.ts';
import { chooseFace, faceOffer } from '../../lib/faces.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { latestHead, newerOutside } from '../../lib/listed.ts';
import { latestReport } from '../../lib/scans.ts';
import { proofOf } from '../../lib/proof.ts';
import { beginVerification, lookForVerification } from '../../lib/verification.ts';
import { lookOnce } from '../../worker/proofs.ts';
import { startNameServer, type NameServer } from '../setup/name-server.ts';
import { tally } from '../setup/tally.ts';
import { store } from './stored-scan.ts';
import { until } from './workers.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
const visitor = '192.0.2.7';
const stranger = '192.0.2.8';
let names: NameServer;

beforeAll(async () => {
  names = await startNameServer();
});

afterEach(async () => {
  names.records.clear();
  await db().verificationRequest.deleteMany();
  await db().faceChoice.deleteMany();
  await db().site.deleteMany();
});

afterAll(async () => {
  names.close();
  await closeVisitors();
});

const api = 'https://api.example.com/';
const shown = async (name: string) => {
  const [head, report] = await Promise.all([latestHead(name), latestReport(name)]);
  expect(head?.id).toBe(report?.id);
  return head?.id ?? null;
};

/** A worker looks as soon as it may: two looks at one address keep a distance, which no test waits for. */
async function look(): Promise<void> {
  await db().$executeRaw`UPDATE verification_request SET looked_at = looked_at - interval '1 minute'`;
  await lookOnce({ allowNets: [], dnsServers: [names.address], userAgent: 'test' });
}

/** A request whose proof stands in a TXT record of the domain and has been found. */
async function proved(url: string, by = visitor): Promise<string> {
  const id = await beginVerification(url, by);
  const { domain, token } = (await findRequest(id)) ?? expect.unreachable();
  const { recordName, recordValue } = proofOf(domain, token, { purpose: 'verification' });
  names.records.set(recordName, [recordValue]);
  await lookForVerification(id, by);
  await until('the proof to be found', async () => {
    await look();
    return (await findRequest(id))?.provedAt;
  });
  return id;
}

describe('a published verified report', () => {
  it('stands before newer scans of its address from outside, which are linked beside it', async () => {
    const own = await store({ url: api, mode: 'verified', d7: 96, ago: 30 });
    await store({ url: api, d7: 71, ago: 20 });
    const newest = await store({ url: api, d7: 70, ago: 1, observed: 7 });
    await store({ url: 'https://www.example.com/', d7: 3, ago: 1, observed: 0 });
    expect(await shown('example.com')).toBe(own);
    const head = (await latestHead('example.com')) ?? expect.unreachable();
    expect(await newerOutside(head)).toEqual({ id: newest, d7: 70 });
    // Ranks rest on what strangers see.
    const { rows } = await leaderboard(everything, 10);
    expect(rows.map(({ scanId }) => scanId)).toEqual([newest]);
  });

  it('gives way when it is old, and to a newer one of its owner', async () => {
    await store({ url: api, mode: 'verified', d7: 96, ago: verifiedDays + 1 });
    const outside = await store({ url: api, d7: 70, ago: 2 });
    expect(await shown('example.com')).toBe(outside);
    const first = await store({ url: api, mode: 'verified', d7: 90, ago: 3 });
    expect(await shown('example.com')).toBe(first);
    const second = await store({ url: api, mode: 'verified', d7: 80, ago: 1 });
    expect(await shown('example.com')).toBe(second);
    expect(await newerOutside((await latestHead('example.com')) ?? expect.unreachable())).toBeNull();
  });

  it('that is unlisted stands for nothing', async () => {
    await store({ url: api, mode: 'verified', d7: 96, ago: 1, unlisted: true });
    const outside = await store({ url: api, d7: 70, ago: 2 });
    expect(await shown('example.com')).toBe(outside);
  });
});

describe('the owner of a domain', () => {
  it('lets any of its hosts speak, and takes that back', async () => {
    const ruled = await store({ url: api, d7: 70, ago: 2, observed: 6 });
    const blog = await store({ url: 'https://shop.example.com/v2', d7: 88, ago: 3, observed: 1 });
    const id = await proved(api);
    const offer = (await faceOffer(id, visitor)) ?? expect.unreachable();
    expect(offer).toMatchObject({ name: 'example.com', stands: ruled, chosen: null, wish: null });
    expect(offer.options.map(({ scanId }) => scanId).toSorted()).toEqual([ruled, blog].toSorted());

    expect(await chooseFace(id, blog, visitor)).toBe(true);
    expect((await faceOffer(id, visitor))?.wish).toBe('waits');
    expect(await shown('example.com')).toBe(ruled);
    await look();
    expect(await faceOffer(id, visitor)).toMatchObject({ stands: blog, wish: null, chosen: { mode: 'public' } });
    expect(await shown('example.com')).toBe(blog);
    expect(await shown('shop.example.com')).toBe(blog);
    const { rows } = await leaderboard(everything, 10);
    expect(rows.map(({ scanId }) => scanId)).toEqual([blog]);
    // It is the address that was chosen: its next report stands as well.
    const next = await store({ url: 'https://shop.example.com/v2', d7: 50, ago: 1, observed: 1 });
    expect(await shown('example.com')).toBe(next);

    expect(await chooseFace(id, '', visitor)).toBe(true);
    await look();
    expect(await shown('example.com')).toBe(ruled);
    expect(await db().faceChoice.count()).toBe(0);
  });

  it('sets a verified report aside for those from outside, and back', async () => {
    const own = await store({ url: api, mode: 'verified', d7: 96, ago: 5 });
    const outside = await store({ url: api, d7: 70, ago: 1 });
    const id = await proved(api);
    await chooseFace(id, outside, visitor);
    await look();
    expect(await shown('example.com')).toBe(outside);
    await chooseFace(id, own, visitor);
    await look();
    expect(await shown('example.com')).toBe(own);
    // Chosen or not, an old verified report gives way.
    await db()
      .$executeRaw`UPDATE scan SET finished_at = now() - make_interval(days => ${verifiedDays + 1}) WHERE id = ${own}::uuid`;
    expect(await shown('example.com')).toBe(outside);
  });

  it('whose proof has gone changes nothing', async () => {
    const ruled = await store({ url: api, d7: 70, ago: 2, observed: 6 });
    const other = await store({ url: 'https://www.example.com/', d7: 88, ago: 3, observed: 1 });
    const id = await proved(api);
    names.records.clear();
    await chooseFace(id, other, visitor);
    await look();
    expect(await faceOffer(id, visitor)).toMatchObject({ stands: ruled, wish: 'unproved', chosen: null });
    expect(await shown('example.com')).toBe(ruled);
  });

  it('is bound by a choice for a year, and no longer by one whose address has no report', async () => {
    const ruled = await store({ url: api, d7: 70, ago: 2, observed: 6 });
    const other = await store({ url: 'https://www.example.com/', d7: 88, ago: 3, observed: 1 });
    const id = await proved(api);
    await chooseFace(id, other, visitor);
    await look();
    expect(await shown('example.com')).toBe(other);
    await db().$executeRaw`UPDATE face_choice SET chosen_at = now() - make_interval(days => ${choiceDays + 1})`;
    expect(await shown('example.com')).toBe(ruled);
    expect((await faceOffer(id, visitor))?.chosen).toBeNull();
    await db().$executeRaw`UPDATE face_choice SET chosen_at = now()`;
    await db().scan.delete({ where: { id: other } });
    expect(await shown('example.com')).toBe(ruled);
  });
});

describe('somebody else', () => {
  it('is offered nothing, chooses nothing, and an owner chooses nothing of another domain', async () => {
    const ruled = await store({ url: api, d7: 70, ago: 2 });
    const foreign = await store({ url: 'https://elsewhere.example.net/', d7: 99, ago: 1 });
    const unlisted = await store({ url: 'https://www.example.com/', d7: 99, ago: 1, unlisted: true });
    const noScore = await store({ url: 'https://example.com/', d7: null, ago: 1 });
    const id = await proved(api);
    const unproved = await beginVerification(api, stranger);
    const tries: [string, string, string][] = [
      [id, ruled, stranger],
      [unproved, ruled, stranger],
      [id, foreign, visitor],
      [id, unlisted, visitor],
      [id, noScore, visitor],
      [id, crypto.randomUUID(), visitor],
      [id, 'x', visitor],
      ['x', ruled, visitor],
    ];
    for (const attempt of tries) expect(await chooseFace(...attempt)).toBe(false);
    expect(await faceOffer(id, stranger)).toBeNull();
    expect(await faceOffer(unproved, stranger)).toBeNull();
    await look();
    expect(await db().faceChoice.count()).toBe(0);
    expect(await shown('example.com')).toBe(ruled);
    tally('choices of strangers', { tried: tries.length, held: 0 });
  });

  const table: readonly [what: string, domain: string, url: string, by: 'record' | 'file', name: string | null][] = [
    ['a record of the domain', 'example.com', 'https://blog.example.com/', 'record', 'example.com'],
    ['a file of the apex', 'example.com', 'https://example.com/v1', 'file', 'example.com'],
    ['a file of api., which others may run', 'example.com', api, 'file', null],
    ['a file of www., which others may run', 'example.com', 'https://www.example.com/', 'file', null],
    ['a file of a host that stands alone', 'example.com', 'https://blog.example.com/', 'file', 'blog.example.com'],
    ['a file of another port', 'example.com', 'https://example.com:8443/', 'file', 'example.com:8443'],
    ['a file of a port of an address', '192.0.2.1', 'http://192.0.2.1:8080/', 'file', '192.0.2.1:8080'],
  ];
  it.each(table)('%s rules what it proves', (_, domain, targetUrl, by, name) => {
    expect(ruledBy({ domain, targetUrl }, by)?.name ?? null).toBe(name);
  });
});
