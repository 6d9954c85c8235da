/** Many who want the queue for themselves, and those who want one scan. */
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { countRegistrationOf } from '../../app/oauth/answers.ts';
import { pace, waitSeconds } from '../../lib/db/line.ts';
import { db } from '../../lib/db/index.ts';
import { openStream } from '../../lib/limits/streams.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { mcpServer } from '../../lib/mcp/server.ts';
import { readRegistration, registerClient } from '../../lib/oauth/clients.ts';
import { claimScan, heartbeat, recordFailure, storeEvents } from '../../lib/db/runs.ts';
import { cancelScan, LimitReached, queueState, requestScan } from '../../lib/scans.ts';
import { settings } from '../../lib/settings.ts';
import { processScan } from '../../worker/process-scan.ts';
import { tally } from '../setup/tally.ts';
import { startApi } from './servers.ts';
import { startWorker, until } from './workers.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';

let number = 0;
/** A target that nobody else asks for. */
const target = (port = 4000) => `http://127.1.${number >> 8}.${number++ & 255}:${port}/`;

/** Asks for so many scans from each address; returns how many were accepted, and the codes of refusals. */
async function ask(addresses: readonly string[], each: number): Promise<{ accepted: number; codes: Set<string> }> {
  let accepted = 0;
  const codes = new Set<string>();
  for (const visitor of addresses)
    for (let count = 0; count < each; count++)
      try {
        await requestScan(target(), { visitor });
        accepted += 1;
      } catch (error) {
        if (!(error instanceof LimitReached)) throw error;
        codes.add(error.code);
      }
  return { accepted, codes };
}

afterEach(async () => {
  await db().site.deleteMany();
});
afterAll(closeVisitors);

describe('the places of the queue', () => {
  it('are not filled by 18 addresses', { timeout: 240_000 }, async () => {
    const addresses = Array.from({ length: 18 }, (_, index) => `198.${index}.100.7`);
    const { accepted, codes } = await ask(addresses, 30);
    tally('18 addresses at the queue', { asked: 540, accepted, places: settings().queueLimit });
    expect(accepted).toBeLessThan(settings().queueLimit / 2);
    expect(codes).toEqual(new Set(['too-many-requests']));
    expect((await requestScan(target(), { visitor: '203.0.113.1' })).joined).toBe(false);
  });

  it.each([
    ['an IPv6 /48', Array.from({ length: 40 }, (_, index) => `2001:db8:7:${index.toString(16)}::1`), '2001:db8:8::1'],
    ['an IPv4 /24', Array.from({ length: 40 }, (_, index) => `198.51.100.${index}`), '198.51.101.1'],
  ])('are not filled by the addresses of %s', async (_, addresses, outside) => {
    const { accepted } = await ask(addresses, 2);
    expect(accepted).toBe(3 * settings().visitorWaiting);
    expect((await ask([outside], 1)).accepted).toBe(1);
  });

  it('are not filled over MCP, with as many clients as somebody likes', async () => {
    const visitor = '198.51.100.9';
    // Somebody with all live views open is told at once how a scan stands.
    const closers = Array.from({ length: settings().visitorStreams }, () => openStream(visitor));
    const said: string[] = [];
    for (let made = 0; made < 3; made++) {
      const { client } = await registerClient(readRegistration({}));
      const server = mcpServer({
        client: client.id,
        visitor,
        scopes: client.scopes,
        siteName: 'Latchkey',
        origin: 'http://127.0.0.1',
        pages: [],
        readPage: () => Promise.resolve(null),
      });
      const caller = new Client({ name: 'test', version: '1' });
      const [ours, theirs] = InMemoryTransport.createLinkedPair();
      await Promise.all([server.connect(ours), caller.connect(theirs)]);
      for (let count = 0; count < settings().visitorWaiting; count++) {
        const { content } = await caller.callTool({ name: 'scan_site', arguments: { target: target() } });
        said.push(JSON.stringify(content));
      }
      await caller.close();
    }
    for (const close of closers) close();
    expect(said.filter((text) => text.includes('The scan is queued')).length).toBe(settings().visitorWaiting);
    expect(said.at(-1)).toContain(`You have ${settings().visitorWaiting} scans`);
  });

  it('are left to more and more visitors as they fill up', async () => {
    const { id: siteId } = await db().site.create({ data: { domain: 'busy.example' } });
    const row = (index: number) => ({
      siteId,
      input: 'x',
      targetUrl: `https://n${index}.busy.example/`,
      host: `n${index}.busy.example`,
      domain: 'busy.example',
    });
    const fill = settings().queueLimit - 20;
    await db().scan.createMany({ data: Array.from({ length: fill }, (_, index) => row(index)) });
    expect((await ask(['198.51.100.1', '203.0.113.1'], 5)).accepted).toBe(2);
  });
});

describe('clients and keys', () => {
  it('are not registered without end by the holder of an IPv6 network', async () => {
    let registered = 0;
    for (let index = 0; index < 70; index++)
      try {
        await countRegistrationOf(`2001:db8:9:${index.toString(16)}::1`);
        registered += 1;
      } catch (error) {
        expect(error).toMatchObject({ code: 'slow_down', status: 429 });
      }
    expect(registered).toBe(60);
    await countRegistrationOf('2001:db8:a::1');
  });
});

describe('a scan that is cancelled', () => {
  it('ends for its own client alone, whatever its worker is at, and nobody knows any more who asked', async () => {
    const [mine, others] = await Promise.all([
      registerClient(readRegistration({})),
      registerClient(readRegistration({})),
    ]);
    for (let round = 0; round < 10; round++) {
      const { scan } = await requestScan(target(), { visitor: `203.0.113.${round}`, client: mine.client.id });
      const claimed = round % 2 === 0 ? await claimScan(scan.id) : null;
      expect(await cancelScan(scan.id, others.client.id)).toBeNull();
      const [cancelled, run] = await Promise.all([cancelScan(scan.id, mine.client.id), claimed ?? claimScan(scan.id)]);
      expect(cancelled).toMatchObject({ status: 'failed', errorCode: 'cancelled' });
      expect(await cancelScan(scan.id, mine.client.id)).toBeNull();
      if (run) {
        expect(await heartbeat(run)).toBe(false);
        expect(await storeEvents(run, 1, [])).toBe(false);
        expect(await recordFailure(run, 'internal', 'late')).toBeNull();
      }
      const row = await db().scan.findUnique({ where: { id: scan.id } });
      expect(row).toMatchObject({ status: 'failed', claim: null, visitor: null, network: null });
    }
  });
});

describe('a scan that is cancelled and that somebody else has joined', () => {
  const joiners = {
    'a visitor': { visitor: '198.51.100.77' },
    'another client': { visitor: '198.51.100.78', client: 'joiner' },
  };
  it.each(Object.entries(joiners))('goes on for whoever has joined it: %s', async (_who, joiner) => {
    const { client: mine } = await registerClient(readRegistration({}));
    const input = target();
    const { scan } = await requestScan(input, { visitor: '203.0.113.1', client: mine.id });
    expect(await requestScan(input, { visitor: '203.0.113.1', client: mine.id })).toMatchObject({ joined: true });
    const run = await claimScan(scan.id);
    expect(await requestScan(input, joiner)).toMatchObject({ joined: true, scan: { id: scan.id } });
    expect(await cancelScan(scan.id, mine.id)).toMatchObject({ status: 'running', errorCode: null, clientId: null });
    expect(run !== null && (await heartbeat(run))).toBe(true);
    // It still counts for who asked, or whoever asks and joins would have as many as they like.
    expect(await db().scan.findUnique({ where: { id: scan.id } })).toMatchObject({ visitor: expect.any(String) });
    expect(await cancelScan(scan.id, mine.id)).toBeNull();
  });

  it('is either ended or joined, when both happen at once', async () => {
    const { client: mine } = await registerClient(readRegistration({}));
    for (let round = 0; round < 10; round++) {
      const input = target();
      const { scan } = await requestScan(input, { visitor: '203.0.113.1', client: mine.id });
      const [, other] = await Promise.all([
        cancelScan(scan.id, mine.id),
        requestScan(input, { visitor: `198.51.100.${round}` }),
      ]);
      expect(await db().scan.findUnique({ where: { id: other.scan.id } })).toMatchObject({ status: 'queued' });
    }
  });
});

describe('the line', () => {
  it('serves who asks for one scan before the second of who asks for many', async () => {
    const greedy = [];
    for (let count = 0; count < 6; count++)
      greedy.push((await requestScan(target(), { visitor: '198.51.100.7' })).scan.id);
    const late = (await requestScan(target(), { visitor: '203.0.113.1' })).scan.id;
    const later = (await requestScan(target(), { visitor: '203.0.113.2' })).scan.id;
    expect((await queueState(late))?.ahead).toBe(1);
    expect((await queueState(later))?.ahead).toBe(2);
    expect((await queueState(greedy[1] ?? ''))?.ahead).toBe(3);
    const options = { scan: {}, limitMs: 30_000, stopping: new AbortController().signal, visitorRunning: 4 };
    const order: string[] = [];
    // The tickets come in the order of the requests.
    for (const ticket of [...greedy, late, later]) {
      await processScan(ticket, options);
      const [last] = await db().scan.findMany({ where: { status: 'done' }, orderBy: { finishedAt: 'desc' }, take: 1 });
      order.push(last?.id ?? '');
    }
    expect(order).toEqual([greedy[0], late, later, ...greedy.slice(1)]);
    expect(await db().scan.count({ where: { OR: [{ visitor: { not: null } }, { network: { not: null } }] } })).toBe(0);
  });

  it('lets nobody run more than they may while others wait', async () => {
    const ids = [];
    for (let count = 0; count < 4; count++)
      ids.push((await requestScan(target(), { visitor: '198.51.100.7' })).scan.id);
    await db().scan.updateMany({
      where: { id: { in: ids.slice(0, 2) } },
      data: { status: 'running', heartbeatAt: new Date() },
    });
    const other = (await requestScan(target(), { visitor: '203.0.113.1' })).scan.id;
    const options = { scan: {}, limitMs: 30_000, stopping: new AbortController().signal, visitorRunning: 2 };
    expect([await processScan(ids[2] ?? '', options), await processScan(ids[3] ?? '', options)]).toEqual([true, false]);
    expect((await db().scan.findUnique({ where: { id: other } }))?.status).toBe('done');
    expect(await db().scan.count({ where: { status: 'queued' } })).toBe(2);
  });
});

describe('the time that is named', () => {
  it('says nothing when nothing runs, and else follows from the pace', () => {
    expect(waitSeconds(3, { running: 0, scanSeconds: 10 })).toBeNull();
    expect(waitSeconds(3, { running: 2, scanSeconds: null })).toBeNull();
    expect(waitSeconds(0, { running: 4, scanSeconds: 10 })).toBe(3);
    expect(waitSeconds(499, { running: 8, scanSeconds: 45 })).toBe(2813);
  });

  it('is said beside what came true', async () => {
    const api = await startApi({ delayMs: 150, host: '0.0.0.0' });
    const port = Number(new URL(api.url).port);
    const worker = await startWorker({ SCAN_CONCURRENCY: '2', SCAN_ALLOW_NETS: '127.0.0.0/8' });
    try {
      const warm: string[] = [];
      for (let index = 0; index < 4; index++)
        warm.push((await requestScan(target(port), { visitor: `198.51.${index}.1` })).scan.id);
      await until(
        'the first scans to end',
        async () => (await db().scan.count({ where: { id: { in: warm }, status: 'done' } })) === 4,
        60_000,
      );
      const asked: { id: string; at: number; said: number | null }[] = [];
      for (let index = 0; index < 10; index++)
        asked.push({
          id: (await requestScan(target(port), { visitor: `198.51.${index}.1` })).scan.id,
          at: Date.now(),
          said: null,
        });
      await until('two to run', async () => (await pace()).running === 2);
      for (const scan of asked)
        Object.assign(scan, { at: Date.now(), said: (await queueState(scan.id))?.waitS ?? null });
      await until('all to end', async () => (await db().scan.count({ where: { status: 'done' } })) === 14, 60_000);
      const started = new Map((await db().scan.findMany()).map(({ id, startedAt }) => [id, startedAt?.getTime() ?? 0]));
      const waited = asked.flatMap(({ id, at, said }) =>
        said === null ? [] : [[said, ((started.get(id) ?? 0) - at) / 1000] as const],
      );
      tally('the wait, said and real, in seconds', {
        pairs: waited.map(([said, real]) => `${said}/${real.toFixed(1)}`).join(' '),
      });
      expect(waited.length).toBeGreaterThan(4);
      expect(waited.map(([said]) => said)).toEqual(waited.map(([said]) => said).toSorted((a, b) => a - b));
    } finally {
      await worker.end('SIGTERM');
      await api.close();
    }
  });
});
