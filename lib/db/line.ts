/**
 * The line of waiting scans, in the table. Visitors take turns: a scan's round (`turn`) is one after the last of the same visitor, and never
 * before the round that is being served, so that whoever asks for many waits behind everybody who asks for one.
 */
import type { Asker } from '../limits/visitors.ts';
import { inWords, LimitReached } from '../limits/reached.ts';
import { db, type Prisma } from './index.ts';
import type { Neighbourhood, Transaction } from './neighbourhood.ts';

/** How many visitors' worth of scans a network may have. */
const NETWORK_SHARE = 3;
/** The part of the queue that must be free for a visitor to have all that they may; the last places are left to many. */
const ROOMY = 0.5;
/** Under this many free places the queue is counted once more with everybody else waiting, so that its limit holds exactly. */
const NEARLY_FULL = 50;
/** How much of a full queue should have gone before somebody comes back. */
const SHARE_TO_CLEAR = 0.1;
/** Scans of late by which the pace is judged. */
const OF_LATE = 50;

export interface QueueLimits {
  /** Scans that may wait in all. */
  queueLimit: number;
  /** Scans of one neighbourhood that may wait. */
  targetQueueLimit: number;
  /** Scans of one visitor that may wait or run. */
  visitorWaiting: number;
}

/** How fast the line moves. */
export interface Pace {
  /** Scans that run right now. While some wait, that is as many as the workers take. */
  running: number;
  /** Seconds that a scan takes: the mean of late, or how long the present ones have been running where that is more. Null: nobody knows yet. */
  scanSeconds: number | null;
}

/** Seconds until a scan starts that has `ahead` others before it; null when nothing runs, so that nobody can say. */
export function waitSeconds(ahead: number, { running, scanSeconds }: Pace): number | null {
  return running === 0 || scanSeconds === null ? null : Math.ceil(((ahead + 1) * scanSeconds) / running);
}

/** The pace by the database's clock, from when scans really started and ended, whatever came of them. */
export async function pace(tx: Transaction = db()): Promise<Pace> {
  const [row] = await tx.$queryRaw<{ running: number; late: number | null; present: number | null }[]>`
    SELECT (SELECT count(*)::int FROM scan WHERE status = 'running') AS running,
      (SELECT avg(extract(epoch FROM finished_at - started_at))::float8 FROM (
        SELECT started_at, finished_at FROM scan WHERE status IN ('done', 'failed') AND finished_at > now() - interval '1 day' AND started_at IS NOT NULL
        ORDER BY finished_at DESC LIMIT ${OF_LATE}) late) AS late,
      (SELECT avg(extract(epoch FROM clock_timestamp() - started_at))::float8 FROM scan WHERE status = 'running') AS present`;
  const { running = 0, late = null, present = null } = row ?? {};
  return { running, scanSeconds: late === null && present === null ? null : Math.max(0.1, late ?? 0, present ?? 0) };
}

/** "in about 3 minutes", or "later" when nobody can say. */
const when = (seconds: number | null) => (seconds === null ? 'later' : `in about ${inWords(seconds)}`);
/** When to come back if nobody can say. */
const SOME_TIME = 60;

/** Lets pass when the visitor and their network have fewer scans under way than they may. @throws {LimitReached} `too-many-requests` */
async function refuseGreedy(
  tx: Transaction,
  { visitor, network }: Asker,
  waiting: number,
  { queueLimit, visitorWaiting }: QueueLimits,
): Promise<void> {
  // Requests of one network are counted one after the other; the lock ends with the transaction.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`asker:${network}`}, 0))`;
  const free = Math.max(0, queueLimit - waiting) / queueLimit;
  const most = Math.max(1, Math.ceil(visitorWaiting * Math.min(1, free / ROOMY)));
  const [row] = await tx.$queryRaw<{ own: number; near: number }[]>`
    SELECT count(*) FILTER (WHERE visitor = ${visitor})::int AS own, count(*)::int AS near FROM scan WHERE status IN ('queued', 'running') AND network = ${network}`;
  const { own = 0, near = 0 } = row ?? {};
  if (own < most && near < most * NETWORK_SHARE) return;
  const { scanSeconds } = await pace(tx);
  const whose = own >= most ? `You have ${own}` : `Your network has ${near}`;
  const [noun, verb] = (own >= most ? own : near) === 1 ? ['scan', 'waits or runs'] : ['scans', 'wait or run'];
  throw new LimitReached(
    'too-many-requests',
    `${whose} ${noun} that ${verb}, which is as many as may right now. Please try again ${when(scanSeconds)}, when one has ended.`,
    { retryAfterSeconds: scanSeconds ?? SOME_TIME },
  );
}

/** Lets pass when there is room to wait. `asker`: null for the operator, whom only the queue's own limits bind. @throws {LimitReached} */
export async function refuseWhenFull(
  tx: Transaction,
  { key, where }: Neighbourhood,
  now: Date,
  limits: QueueLimits,
  asker: Asker | null,
): Promise<void> {
  const { queueLimit, targetQueueLimit } = limits;
  const near = await tx.scan.findMany({
    where: { ...where, status: 'queued' },
    orderBy: { notBefore: 'asc' },
    select: { notBefore: true },
  });
  if (near.length >= targetQueueLimit) {
    const seconds = Math.max(5, ((near[0]?.notBefore.getTime() ?? 0) - now.getTime()) / 1000);
    const waiting = near.length === 1 ? 'One scan' : `${near.length} scans`;
    throw new LimitReached(
      'target-busy',
      `${waiting} of ${key} wait already, and they run one after the other, with a pause for its servers. Yours would be number ${near.length + 1}. Please try again in about ${inWords(seconds)}.`,
      { retryAfterSeconds: seconds, position: near.length + 1 },
    );
  }
  const count = () => tx.scan.count({ where: { status: 'queued' } });
  let waiting = await count();
  if (asker) await refuseGreedy(tx, asker, waiting, limits);
  if (waiting + NEARLY_FULL >= queueLimit) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('queue', 0))`;
    waiting = await count();
  }
  if (waiting < queueLimit) return;
  const seconds = waitSeconds(Math.ceil(SHARE_TO_CLEAR * queueLimit), await pace(tx));
  throw new LimitReached(
    'busy',
    `We are busy: ${waiting} scan${waiting === 1 ? ' waits' : 's wait'}, which is as many as we take, and yours would be number ${waiting + 1}. Please try again ${when(seconds)}.`,
    { retryAfterSeconds: seconds ?? SOME_TIME, position: waiting + 1 },
  );
}

/** The round of a new scan; the operator's own join the round that is being served. */
export async function nextTurn(tx: Transaction, asker: Asker | null): Promise<number> {
  const [row] = await tx.$queryRaw<{ turn: number }[]>`
    SELECT greatest(
      coalesce((SELECT min(turn) FROM scan WHERE status = 'queued' AND not_before <= now()), (SELECT max(turn) FROM scan WHERE status = 'running'), 0),
      (SELECT max(turn) + 1 FROM scan WHERE status IN ('queued', 'running') AND visitor = ${asker?.visitor ?? null})
    )::int AS turn`;
  return row?.turn ?? 0;
}

/** Scans that could start now, in the order of the line, without those of visitors and networks that have as many running as they may. */
export async function nextInLine(visitorRunning: number, limit: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH running AS (SELECT visitor, network FROM scan WHERE status = 'running' AND visitor IS NOT NULL)
    SELECT id::text FROM scan WHERE status = 'queued' AND not_before <= now()
      AND (visitor IS NULL OR (SELECT count(*) FROM running WHERE running.visitor = scan.visitor) < ${visitorRunning}
        AND (SELECT count(*) FROM running WHERE running.network = scan.network) < ${visitorRunning * NETWORK_SHARE})
    ORDER BY turn, created_at LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** A scan's place in line. */
export interface Place {
  /** Queued scans that are to start before it. */
  ahead: number;
  /** Seconds until it starts at the present pace, its target's pause included; null when nobody can say. */
  waitS: number | null;
}

/** The place of a queued scan, or null when there is no such one. Counted in the table, which is right also while the queue is down. */
export async function placeInLine(id: string): Promise<Place | null> {
  const [row] = await db().$queryRaw<{ ahead: number; pause: number }[]>`
    SELECT (SELECT count(*)::int FROM scan other WHERE other.status = 'queued' AND CASE
        WHEN own.not_before > now() THEN (other.not_before, other.created_at) < (own.not_before, own.created_at)
        ELSE other.not_before <= now() AND (other.turn, other.created_at, other.id) < (own.turn, own.created_at, own.id) END) AS ahead,
      extract(epoch FROM own.not_before - clock_timestamp())::float8 AS pause
    FROM scan own WHERE own.id = ${id}::uuid AND own.status = 'queued'`;
  if (!row) return null;
  const wait = waitSeconds(row.ahead, await pace());
  return { ahead: row.ahead, waitS: wait === null ? null : Math.max(wait, Math.ceil(row.pause)) };
}

/** What a scan that has ended no longer says: who asked for it. */
export const forgotten = { visitor: null, network: null } as const satisfies Prisma.ScanUpdateManyMutationInput;
