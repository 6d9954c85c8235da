/**
 * Scans that must keep their distance: the rules by which one target is scanned once at a time, with a pause in between. Every time here is
 * the database's, whose clock all processes share.
 */
import { isIP } from 'node:net';
import type { Target } from '../scan/types.ts';
import type { Prisma } from './index.ts';

export type Transaction = Prisma.TransactionClient;

/** A run that showed no life for so long is taken from its worker. */
export const STALE_SECONDS = 10;
/** How far ahead of the clock a stored time may be: more of it, and the clock has been set back since. */
const AHEAD_MS = 1000;

/** What stands for a target's neighbours: a name to lock, and a condition on scan rows. */
export interface Neighbourhood {
  key: string;
  where: Prisma.ScanWhereInput;
}

/**
 * Which scans must keep their distance from a scan of `target`: those of its registrable domain. On an address, or a name without
 * a domain, each port is a server of its own, so there it is those of the origin.
 */
export function neighbourhood(target: Pick<Target, 'url' | 'domain'>): Neighbourhood {
  const { hostname, origin } = new URL(target.url);
  const alone = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || !hostname.includes('.');
  return alone
    ? { key: origin, where: { domain: target.domain, targetUrl: { startsWith: `${origin}/` } } }
    : { key: target.domain, where: { domain: target.domain } };
}

/** The database's time at this moment, not that of the transaction's begin: a lock may have been waited for since. */
export async function clock(tx: Transaction): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp()::timestamptz(3) AS now`;
  return rows[0]?.now ?? new Date();
}

/** Takes the lock under which scans of one neighbourhood are made and taken one after the other; it ends with the transaction. */
export async function lockNeighbourhood(tx: Transaction, { key }: Neighbourhood): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`scan:${key}`}, 0))`;
}

/** Times between `ms` ago and now. A time ahead of the clock comes from before the clock was set back and counts for nothing. */
export function within(ms: number, now: Date): { gt: Date; lt: Date } {
  return { gt: new Date(now.getTime() - ms), lt: new Date(now.getTime() + AHEAD_MS) };
}

/** When a further scan of the neighbourhood may start: `pauseMs` after the last one started, will start or ended. */
export async function earliestStart(
  tx: Transaction,
  where: Prisma.ScanWhereInput,
  now: Date,
  pauseMs: number,
): Promise<Date> {
  const near = await tx.scan.findMany({
    where: { ...where, OR: [{ status: { in: ['queued', 'running'] } }, { finishedAt: within(pauseMs, now) }] },
    select: { status: true, notBefore: true, finishedAt: true },
  });
  const ends = near.map(({ status, notBefore, finishedAt }) => {
    if (status === 'queued') return Math.max(notBefore.getTime(), now.getTime());
    return status === 'running' ? now.getTime() : (finishedAt?.getTime() ?? 0);
  });
  return new Date(Math.max(now.getTime(), ...ends.map((end) => end + pauseMs)));
}

/**
 * Until when a scan that is about to start must wait all the same, because a neighbour runs or has ended less than `pauseMs` ago: the plan of
 * `earliestStart` does not hold when scans take long or the queue stood still. Null: it may start.
 */
export async function occupiedUntil(
  tx: Transaction,
  where: Prisma.ScanWhereInput,
  now: Date,
  { pauseMs, lookAgainMs }: { pauseMs: number; lookAgainMs: number },
): Promise<Date | null> {
  const alive = { status: 'running' as const, heartbeatAt: within(STALE_SECONDS * 1000, now) };
  const near = await tx.scan.findMany({
    where: { ...where, OR: [alive, { finishedAt: within(pauseMs, now) }] },
    select: { finishedAt: true },
  });
  if (near.length === 0) return null;
  return new Date(
    Math.max(
      ...near.map(({ finishedAt }) => (finishedAt ? finishedAt.getTime() + pauseMs : now.getTime() + lookAgainMs)),
    ),
  );
}
