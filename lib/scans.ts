/**
 * Asking for scans and reading them: what pages, API and commands call. The scan's row is the truth; the queue is told after the
 * row is committed, and a scan whose job got lost is enqueued again by the worker's sweeper.
 */
import { z } from 'zod';
import {
  findEvents,
  findHistory,
  findLatest,
  findQueueState,
  findScan,
  insertOrJoin,
  requeueFailed,
  type QueueState,
  type ScanSummary,
  type StoredEvent,
  type StoredScan,
} from './db/scans.ts';
import { reaching } from './db/unavailable.ts';
import { log } from './log.ts';
import { enqueueScan } from './queue/index.ts';
import { parseTarget } from './scan/target/index.ts';
import { settings } from './settings.ts';

export { ServiceUnavailable } from './db/unavailable.ts';
export type { QueueState, ScanSummary, StoredEvent, StoredScan } from './db/scans.ts';

/** Prisma throws on an id that is no UUID; to a visitor it is just an unknown scan. */
const isId = (id: string) => z.uuid().safeParse(id).success;

/** An accepted scan is not lost when the queue is down: the sweeper will find its row. */
async function enqueueOrLeave(scan: ScanSummary): Promise<void> {
  try {
    await enqueueScan(scan.id, scan.notBefore);
  } catch (err) {
    log('scans').warn({ err, scanId: scan.id }, 'queue unreachable, scan left to the sweeper');
  }
}

export interface RequestOptions {
  /** Reachable by its id only: not the domain's latest report, never ranked. */
  unlisted?: boolean;
  /** Do not settle for a scan that has just finished; the new one waits until the pause of its domain is over. */
  again?: boolean;
}

/**
 * Accepts what a visitor typed as a scan, or joins the scan of the same address that is queued, running or just done.
 * @throws {ScanError} when the input is refused, {ServiceUnavailable} when the scan could not be stored.
 */
export async function requestScan(input: string, { unlisted = false, again = false }: RequestOptions = {}): Promise<{ scan: ScanSummary; joined: boolean }> {
  const { scanAllowNets, cooldownS } = settings();
  const target = parseTarget(input, { allowNets: scanAllowNets });
  const result = await reaching(() => insertOrJoin(target, { unlisted, again, cooldownMs: cooldownS * 1000 }));
  if (!result.joined) await enqueueOrLeave(result.scan);
  return result;
}

/** Lets a failed scan be tried again; other scans are given back unchanged. Null: no such scan. @throws {ServiceUnavailable} */
export async function retryScan(id: string): Promise<ScanSummary | null> {
  if (!isId(id)) return null;
  const scan = await reaching(() => requeueFailed(id, settings().cooldownS * 1000));
  if (scan?.status === 'queued') await enqueueOrLeave(scan);
  return scan;
}

/** A scan with its report (null until done), or null for an unknown id. @throws {ServiceUnavailable} */
export async function scanById(id: string): Promise<StoredScan | null> {
  return isId(id) ? reaching(() => findScan(id)) : null;
}

/** The newest finished, listed scan of a registrable domain (or address), or null. @throws {ServiceUnavailable} */
export function latestReport(domain: string): Promise<StoredScan | null> {
  return reaching(() => findLatest(domain.toLowerCase()));
}

/** Finished, listed scans of a domain, newest first, without reports. @throws {ServiceUnavailable} */
export function scanHistory(domain: string, limit = 20): Promise<ScanSummary[]> {
  return reaching(() => findHistory(domain.toLowerCase(), limit));
}

/** Steps of a scan after number `seq` (0: all), in order, at most 500. @throws {ServiceUnavailable} */
export async function eventsSince(id: string, seq: number): Promise<StoredEvent[]> {
  return isId(id) ? reaching(() => findEvents(id, seq, 500)) : [];
}

/** How a scan stands and how many are ahead of it, or null for an unknown id. @throws {ServiceUnavailable} */
export async function queueState(id: string): Promise<QueueState | null> {
  return isId(id) ? reaching(() => findQueueState(id)) : null;
}
