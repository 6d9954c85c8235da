/** Memory of one worker over many scans: FAULT_SCANS of them, 200 unless `npm run hostile -- soak` asks for more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDb, db } from '../../lib/db/index.ts';
import { requestScan } from '../../lib/scans.ts';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { startWorker, until, type WorkerProcess } from '../integration/workers.ts';
import { tally } from '../setup/tally.ts';
import { openLedger, readLedger } from './ledger.ts';

const SCANS = Number(process.env.FAULT_SCANS ?? 200);
const BATCH = 20;
/**
 * What may be added per scan and still count as noise: 4 to 7 kB were measured on a quiet machine (less the more scans there are), 11 kB on one with
 * seven processes waiting for its two cores. A scan that keeps its report would add 60 kB and more.
 */
const MAX_SLOPE = 16 * 1024;
process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.COOLDOWN_S = '0';
const database = process.env.DATABASE_URL ?? '';

interface Memory {
  heap: number;
  external: number;
  rss: number;
  handles: number;
}

let api: LoopbackServer;
let worker: WorkerProcess;

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const memory = () =>
  new Promise<Memory>((resolve) => {
    worker.child.once('message', (message) => resolve(message as Memory));
    worker.child.send('heap');
  });

/** Bytes per scan by the median of the slopes between all pairs (Theil and Sen): one late collection does not bend it. */
function slope(points: readonly { scans: number; bytes: number }[]): number {
  const slopes = points.flatMap((left, index) =>
    points.slice(index + 1).map((right) => (right.bytes - left.bytes) / (right.scans - left.scans)),
  );
  slopes.sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

beforeAll(async () => {
  await openLedger(database);
  api = await startApi({ host: '0.0.0.0' });
  worker = await startWorker({ LOG_LEVEL: 'warn' }, [
    '--expose-gc',
    '--import',
    new URL('heap.mjs', import.meta.url).href,
  ]);
});

afterAll(async () => {
  await worker.end('SIGKILL');
  await closeDb();
  await api.close();
});

describe('a worker', () => {
  it(
    `does not grow over ${SCANS} scans, and the database keeps each of them once`,
    { timeout: 120_000 + SCANS * 2000 },
    async () => {
      const ids: string[] = [];
      const points: { scans: number; memory: Memory }[] = [];
      const { port } = new URL(api.url);
      while (ids.length < SCANS) {
        const from = ids.length;
        const asked = await Promise.all(
          Array.from({ length: BATCH }, (_, index) => {
            const number = from + index;
            return requestScan(
              `http://127.${10 + Math.floor(number / 62_500)}.${Math.floor(number / 250) % 250}.${1 + (number % 250)}:${port}/`,
            );
          }),
        );
        ids.push(...asked.map(({ scan }) => scan.id));
        await until(
          'a batch to end',
          async () => (await db().scan.count({ where: { status: { in: ['queued', 'running'] } } })) === 0,
          60_000,
        );
        points.push({ scans: ids.length, memory: await memory() });
      }
      const account = await readLedger(database, ids);
      // The first third fills caches: compiled code, prepared statements, DNS, pools.
      const settled = points.slice(Math.floor(points.length / 3));
      const perScan = slope(
        settled.map(({ scans, memory: { heap, external } }) => ({ scans, bytes: heap + external })),
      );
      const [first, last] = [settled[0]?.memory, settled.at(-1)?.memory];
      const [{ size } = { size: 0n }] = await db().$queryRaw<
        { size: bigint }[]
      >`SELECT pg_database_size(current_database()) AS size`;
      tally('soak', {
        'scans accepted': account.accepted,
        ended: account.ended,
        'heap before': megabytes(first?.heap ?? 0),
        'heap after': megabytes(last?.heap ?? 0),
        'resident before': megabytes(first?.rss ?? 0),
        'resident after': megabytes(last?.rss ?? 0),
        'bytes per scan': Math.round(perScan),
        'database per scan': `${Math.round(Number(size) / 1024 / SCANS)} kB`,
      });
      expect(account).toMatchObject({
        accepted: SCANS,
        ended: SCANS,
        done: SCANS,
        twice: 0,
        lost: 0,
        waiting: 0,
        running: 0,
        torn: 0,
      });
      expect(perScan).toBeLessThan(MAX_SLOPE);
      expect(last?.handles ?? Infinity).toBeLessThanOrEqual((first?.handles ?? 0) + 5);
    },
  );
});
