/**
 * Asking for scans and reading them: what pages, API and commands call. The scan's row is the truth; the queue is told after the
 * row is committed, and a scan whose job got lost is enqueued again by the worker's sweeper.
 */
import { z } from 'zod';
import { blockedEntries } from './db/blocked.ts';
import {
  cancelOwn,
  findEvents,
  findFace,
  findHistory,
  findOwn,
  findQueueState,
  findScan,
  findToJoin,
  findUsualMs,
  insertOrJoin,
  requeueFailed,
  type ListPlace,
  type QueueState,
  type ScanSummary,
  type StoredEvent,
  type StoredScan,
  type Waiting,
} from './db/scans.ts';
import { reaching } from './db/unavailable.ts';
import { refuseBlocked } from './limits/blocklist.ts';
import { askerAt, countScan, scansLeft } from './limits/visitors.ts';
import { log } from './log.ts';
import { enqueueScan } from './queue/index.ts';
import { parseTarget } from './scan/target/index.ts';
import { settings } from './settings.ts';

export { LimitReached } from './limits/reached.ts';
export { scansLeft };
export { ServiceUnavailable } from './db/unavailable.ts';
export type { ListPlace, QueueState, ScanSummary, StoredEvent, StoredScan } from './db/scans.ts';

/** Prisma throws on an id that is no UUID; to a visitor it is just an unknown scan. */
const isId = (id: string) => z.uuid().safeParse(id).success;

/** An accepted scan is not lost when the queue is down: the sweeper will find its row. */
export async function enqueueOrLeave({ scan: { id }, delayMs }: Waiting): Promise<void> {
  try {
    await enqueueScan(id, delayMs);
  } catch (err) {
    log('scans').warn({ err, scanId: id }, 'queue unreachable, scan left to the sweeper');
  }
}

export interface RequestOptions {
  /** Reachable by its id only: not the domain's latest report, never ranked. */
  unlisted?: boolean;
  /** Do not settle for a scan that has just finished; the new one waits until the pause of its domain is over. */
  again?: boolean;
  /** The visitor's address, null when it is not known: what they ask for counts. Left out: the operator asks, and nothing counts. */
  visitor?: string | null;
  /** The client whose token or key came with the request: it counts there instead, and the scan is the client's own. */
  client?: string | undefined;
}

export const limits = () => {
  const { cooldownS, queueLimit, targetQueueLimit, visitorWaiting } = settings();
  return { cooldownMs: cooldownS * 1000, queueLimit, targetQueueLimit, visitorWaiting };
};

/** The visitor as the table knows them; null when the operator asks. */
const askerOf = (visitor: string | null | undefined) => (visitor === undefined ? null : askerAt(visitor));

/**
 * Does `work`, which calls what it is given when it makes a scan: that goes on the visitor's account, and is taken back when nothing comes of it.
 * Inside the work, so that of many requests for one address at once only the one that makes the scan is charged.
 */
export async function onAccountOf<T>(
  { visitor, client }: Pick<RequestOptions, 'visitor' | 'client'>,
  work: (charge: () => Promise<void>) => Promise<T>,
): Promise<T> {
  let takeBack: (() => Promise<void>) | undefined;
  const charge = async () => {
    if (client !== undefined) takeBack = await countScan({ client });
    else if (visitor !== undefined) takeBack = await countScan({ visitor });
  };
  try {
    return await reaching(() => work(charge));
  } catch (error) {
    await takeBack?.();
    throw error;
  }
}

/**
 * Accepts what a visitor typed as a scan, or joins the scan of the same address that is queued, running or just done.
 * @throws {ScanError} when the input is refused, {LimitReached} when it must wait, {ServiceUnavailable} when the scan could not be stored.
 */
export async function requestScan(
  input: string,
  { unlisted = false, again = false, visitor, client }: RequestOptions = {},
): Promise<{ scan: ScanSummary; joined: boolean }> {
  const target = parseTarget(input, { allowNets: settings().scanAllowNets });
  refuseBlocked(target.url, await reaching(blockedEntries));
  const options = { unlisted, again, client, ...limits() };
  const known = await reaching(() => findToJoin(target, options));
  if (known) return { scan: known, joined: true };
  const asker = await askerOf(visitor);
  const result = await onAccountOf({ visitor, client }, (charge) => insertOrJoin(target, options, asker, charge));
  if (!result.joined) await enqueueOrLeave(result);
  return { scan: result.scan, joined: result.joined };
}

/**
 * Lets a failed scan be tried again; other scans are given back unchanged. Null: no such scan.
 * @throws {ScanError} when its target has been blocked since, {LimitReached}, {ServiceUnavailable}
 */
export async function retryScan(
  id: string,
  { visitor }: Pick<RequestOptions, 'visitor'> = {},
): Promise<ScanSummary | null> {
  const known = await scanById(id);
  // The credentials of a verified scan are gone; its owner enters them anew.
  if (known?.status !== 'failed' || known.mode === 'verified') return known;
  refuseBlocked(known.targetUrl, await reaching(blockedEntries));
  const asker = await askerOf(visitor);
  const result = await onAccountOf({ visitor }, (charge) => requeueFailed(id, limits(), asker, charge));
  if (result?.scan.status === 'queued') await enqueueOrLeave(result);
  return result?.scan ?? null;
}

/** A scan with its report (null until done), or null for an unknown id. @throws {ServiceUnavailable} */
export async function scanById(id: string): Promise<StoredScan | null> {
  return isId(id) ? reaching(() => findScan(id)) : null;
}

/**
 * The scan that stands for a name (lib/db/faces.ts): a registrable domain, an address, or a host or port that stands alone. Null when there is
 * none; any text may be asked for. @throws {ServiceUnavailable}
 */
export function latestReport(name: string): Promise<StoredScan | null> {
  return reaching(() => findFace(name));
}

/** The usual time of a scan in milliseconds; null while too few have ended. @throws {ServiceUnavailable} */
export const usualScanMs = (): Promise<number | null> => reaching(findUsualMs);

/** Finished, listed scans that are kept under a name, newest first, without reports. @throws {ServiceUnavailable} */
export function scanHistory(name: string, limit = 20, after: ListPlace | null = null): Promise<ScanSummary[]> {
  return reaching(() => findHistory(name, limit, after));
}

/** Scans that a client has asked for, newest first, without reports. @throws {ServiceUnavailable} */
export function ownScans(client: string, limit: number, after: ListPlace | null): Promise<ScanSummary[]> {
  return reaching(() => findOwn(client, limit, after));
}

/** Ends a scan that this client has asked for, or lets go of it when others have joined it; null: it has none such that waits or runs. @throws {ServiceUnavailable} */
export async function cancelScan(id: string, client: string): Promise<ScanSummary | null> {
  return isId(id) ? reaching(() => cancelOwn(id, client)) : null;
}

/** Steps of a scan after number `seq` (0: all), in order, at most 500. @throws {ServiceUnavailable} */
export async function eventsSince(id: string, seq: number): Promise<StoredEvent[]> {
  return isId(id) ? reaching(() => findEvents(id, seq, 500)) : [];
}

/** How a scan stands and how many are ahead of it, or null for an unknown id. @throws {ServiceUnavailable} */
export async function queueState(id: string): Promise<QueueState | null> {
  return isId(id) ? reaching(() => findQueueState(id)) : null;
}
