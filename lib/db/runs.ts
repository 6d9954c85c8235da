/**
 * The worker's side of scan rows: taking one, showing life, storing what came out. A run holds a fencing token (`claim`); every write
 * names it, so that a worker that lost its scan, being slow or thought dead, cannot write over the one that has it now.
 */
import { randomUUID } from 'node:crypto';
import { report as reportSchema, type Report } from '../scan/report/schema.ts';
import type { ScanEvent, Target } from '../scan/types.ts';
import { db } from './index.ts';
import { storableJson, storableText } from './json.ts';

/** How often a scan is taken before it ends as failed. */
export const MAX_ATTEMPTS = 3;
/** A run that showed no life for so long is taken from its worker. */
export const STALE_SECONDS = 10;

/** A scan that this process holds. */
export interface Run {
  id: string;
  claim: string;
  attempt: number;
  target: Target;
  /** Highest number of a step stored by earlier attempts. */
  lastSeq: number;
}

interface ClaimedRow {
  attempts: number;
  input: string;
  target_url: string;
  host: string;
  domain: string;
  last_seq: number;
}

/**
 * Takes a scan: one that is queued, or running without a sign of life. Null when there is nothing to do: it is done, failed, held by
 * another worker, not there, or has used up its attempts (it then ends as failed, here).
 */
export async function claimScan(id: string): Promise<Run | null> {
  const claim = randomUUID();
  const rows = await db().$queryRaw<ClaimedRow[]>`
    UPDATE scan SET status = 'running', attempts = attempts + 1, claim = ${claim}::uuid, heartbeat_at = now(), started_at = now()
    WHERE id = ${id}::uuid AND attempts < ${MAX_ATTEMPTS}
      AND (status = 'queued' OR (status = 'running' AND heartbeat_at < now() - make_interval(secs => ${STALE_SECONDS})))
    RETURNING attempts, input, target_url, host, domain, (SELECT coalesce(max(seq), 0) FROM scan_event WHERE scan_id = scan.id) AS last_seq`;
  const row = rows[0];
  if (!row) {
    await failExhausted(id);
    return null;
  }
  const target = { input: row.input, url: row.target_url, host: row.host, domain: row.domain };
  return { id, claim, attempt: row.attempts, target, lastSeq: row.last_seq };
}

/** Ends a scan that has no attempts left and that nobody holds. */
async function failExhausted(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE scan SET status = 'failed', finished_at = now(), claim = NULL, error_code = coalesce(error_code, 'interrupted'),
      error_message = coalesce(error_message, 'The scan was interrupted each time it was tried.')
    WHERE id = ${id}::uuid AND attempts >= ${MAX_ATTEMPTS}
      AND (status = 'queued' OR (status = 'running' AND heartbeat_at < now() - make_interval(secs => ${STALE_SECONDS})))`;
}

/** Shows life. False when the run has lost its scan and must stop. */
export async function heartbeat({ id, claim }: Run): Promise<boolean> {
  const count = await db().$executeRaw`UPDATE scan SET heartbeat_at = now() WHERE id = ${id}::uuid AND claim = ${claim}::uuid AND status = 'running'`;
  return count > 0;
}

/** Stores steps, numbered from `fromSeq`; false, and nothing stored, when the run has lost its scan. */
export async function storeEvents({ id, claim, attempt }: Run, fromSeq: number, events: readonly { at: Date; data: ScanEvent }[]): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const held = await tx.scan.count({ where: { id, claim } });
    if (held === 0) return false;
    await tx.scanEvent.createMany({ data: events.map(({ at, data }, index) => ({ scanId: id, seq: fromSeq + index, attempt, at, data: storableJson(data) })) });
    return true;
  });
}

/**
 * Stores the report with its result rows and ends the scan, all or nothing. False, and nothing stored, when the run has lost its scan.
 * @throws {ZodError} when the report is not one: a fault of ours that must not reach readers.
 */
export async function storeReport({ id, claim }: Run, given: Report): Promise<boolean> {
  const { engine, outcome, score, scan, signals, flows, antiPatterns, journey } = reportSchema.parse(given);
  return db().$transaction(async (tx) => {
    const { count } = await tx.scan.updateMany({
      where: { id, claim, status: 'running' },
      data: {
        status: 'done',
        claim: null,
        heartbeatAt: null,
        finishedAt: new Date(),
        errorCode: null,
        errorMessage: null,
        outcome,
        engineVersion: engine.version,
        methodology: engine.methodology,
        d7: score.d7,
        tier: score.tier,
        provisional: score.provisional,
        requests: scan.requests,
        durationMs: scan.durationMs,
        report: storableJson(given),
        journey: journey.map(({ step, status, wall }) => ({ step, status, wall: wall && storableText(wall) })),
      },
    });
    if (count === 0) return false;
    await tx.signalResult.createMany({ data: signals.map(({ id: signalId, status, value, confidence }) => ({ scanId: id, signalId, status, value, confidence })) });
    await tx.flowResult.createMany({ data: flows.map(({ id: flowId, offered, verdict, confidence }) => ({ scanId: id, flowId, offered, verdict, confidence })) });
    await tx.antiPatternResult.createMany({
      data: antiPatterns.map(({ id: antiPatternId, status, confidence }) => ({ scanId: id, antiPatternId, status, confidence })),
    });
    return true;
  });
}

/**
 * Gives a scan back after an error of ours: queued again while attempts are left, else failed with a sentence for its reader.
 * Returns which of the two; null when the run has lost its scan.
 */
export async function recordFailure({ id, claim, attempt }: Run, code: string, message: string): Promise<'queued' | 'failed' | null> {
  const status = attempt < MAX_ATTEMPTS ? 'queued' : 'failed';
  const { count } = await db().scan.updateMany({
    where: { id, claim, status: 'running' },
    data: { status, claim: null, heartbeatAt: null, errorCode: code, errorMessage: storableText(message), ...(status === 'failed' && { finishedAt: new Date() }) },
  });
  return count > 0 ? status : null;
}

/** Gives a scan back untouched, because this worker stops: it does not count as an attempt. */
export async function releaseRun({ id, claim }: Run): Promise<void> {
  await db().scan.updateMany({
    where: { id, claim, status: 'running' },
    data: { status: 'queued', claim: null, heartbeatAt: null, startedAt: null, attempts: { decrement: 1 } },
  });
}

/** Puts runs without a sign of life back in line; returns how many. */
export async function requeueStale(): Promise<number> {
  return db().$executeRaw`
    UPDATE scan SET status = 'queued', claim = NULL, heartbeat_at = NULL
    WHERE status = 'running' AND (heartbeat_at IS NULL OR heartbeat_at < now() - make_interval(secs => ${STALE_SECONDS}))`;
}

/** Queued scans that are due and should have a job, oldest first. */
export function findWaiting(limit: number, olderThanMs: number): Promise<{ id: string; notBefore: Date }[]> {
  const due = new Date(Date.now() - olderThanMs);
  return db().scan.findMany({
    where: { status: 'queued', createdAt: { lt: due }, notBefore: { lt: due } },
    orderBy: { notBefore: 'asc' },
    take: limit,
    select: { id: true, notBefore: true },
  });
}
