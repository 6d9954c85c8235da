/**
 * The worker's side of scan rows: taking one, showing life, storing what came out. A run holds a fencing token (`claim`); every write
 * names it, so that a worker that lost its scan, being slow or thought dead, cannot write over the one that has it now.
 */
import { randomUUID } from 'node:crypto';
import { report as reportSchema, type Report } from '../scan/schema/report.ts';
import { scoresOf } from '../scan/schema/scores.ts';
import type { ScanEvent, Target } from '../scan/types.ts';
import type { Drawing } from './drawings.ts';
import { db, Prisma } from './index.ts';
import { storableJson, storableText } from './json.ts';
import { forgotten, nextInLine } from './line.ts';
import { clock, lockNeighbourhood, neighbourhood, occupiedUntil, STALE_SECONDS } from './neighbourhood.ts';

/** How often a scan is taken before it ends as failed. */
export const MAX_ATTEMPTS = 3;
/** How soon a scan whose target is being scanned is looked at again. */
const LOOK_AGAIN_MS = 2000;

/**
 * A running scan without a sign of life for STALE_SECONDS. A sign from the future is none: the clock has been set back since, and nobody
 * knows for how long the worker has been silent.
 */
const silent = Prisma.sql`(status = 'running' AND (heartbeat_at IS NULL OR heartbeat_at NOT BETWEEN now() - make_interval(secs => ${STALE_SECONDS}) AND now() + make_interval(secs => ${STALE_SECONDS})))`;

/** A scan that this process holds. */
export interface Run {
  id: string;
  claim: string;
  attempt: number;
  target: Target;
  /** `verified`: an owner's credential waits for this run. */
  mode: string;
  /** Highest number of a step stored by earlier attempts. */
  lastSeq: number;
}

interface ClaimedRow {
  attempts: number;
  last_seq: number;
}

/**
 * Takes a scan: one that is queued, or running without a sign of life. Null when there is nothing to do now: it is done, failed, held by
 * another worker, not there, or has used up its attempts (it then ends as failed, here); or its target is being scanned, or was less than
 * `pauseMs` ago, so that it waits on in the table until the sweeper enqueues it again.
 */
export async function claimScan(id: string, pauseMs = 0): Promise<Run | null> {
  const known = await db().scan.findUnique({
    where: { id },
    select: { input: true, targetUrl: true, host: true, domain: true, mode: true },
  });
  if (!known) return null;
  const target = { input: known.input, url: known.targetUrl, host: known.host, domain: known.domain };
  const near = neighbourhood(target);
  const claim = randomUUID();
  const row = await db().$transaction(async (tx) => {
    await lockNeighbourhood(tx, near);
    const notBefore = await occupiedUntil(tx, { ...near.where, id: { not: id } }, await clock(tx), {
      pauseMs,
      lookAgainMs: LOOK_AGAIN_MS,
    });
    if (notBefore) {
      const { count } = await tx.scan.updateMany({ where: { id, status: 'queued' }, data: { notBefore } });
      if (count > 0) return 'later';
    }
    const rows = await tx.$queryRaw<ClaimedRow[]>`
      UPDATE scan SET status = 'running', attempts = attempts + 1, claim = ${claim}::uuid, heartbeat_at = now(), started_at = now()
      WHERE id = ${id}::uuid AND attempts < ${MAX_ATTEMPTS} AND (status = 'queued' OR ${silent})
      RETURNING attempts, (SELECT coalesce(max(seq), 0) FROM scan_event WHERE scan_id = scan.id) AS last_seq`;
    return rows[0] ?? null;
  });
  if (row === 'later') return null;
  if (!row) {
    await failExhausted(id);
    return null;
  }
  return { id, claim, attempt: row.attempts, target, mode: known.mode, lastSeq: row.last_seq };
}

/** Scans that are looked at before a worker gives up taking one. */
const MOST_LOOKED_AT = 20;

/**
 * Takes the scan whose turn it is: a job is a ticket, and the table says whom it serves. `id`: the job's own scan, which is taken when it is in
 * no line, as after the death of its worker. Null when there is nothing to do now.
 */
export async function claimNext(
  id: string,
  { pauseMs, visitorRunning }: { pauseMs: number; visitorRunning: number },
): Promise<Run | null> {
  for (const next of await nextInLine(visitorRunning, MOST_LOOKED_AT)) {
    const run = await claimScan(next, pauseMs);
    if (run) return run;
  }
  const own = await db().scan.findUnique({ where: { id }, select: { status: true } });
  return own?.status === 'running' ? claimScan(id, pauseMs) : null;
}

/** Ends a scan that has no attempts left and that nobody holds. */
async function failExhausted(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE scan SET status = 'failed', finished_at = now(), claim = NULL, visitor = NULL, network = NULL, error_code = coalesce(error_code, 'interrupted'),
      error_message = coalesce(error_message, 'The scan was interrupted each time it was tried.')
    WHERE id = ${id}::uuid AND attempts >= ${MAX_ATTEMPTS} AND (status = 'queued' OR ${silent})`;
}

/** Shows life. False when the run has lost its scan and must stop. */
export async function heartbeat({ id, claim }: Run): Promise<boolean> {
  const count = await db()
    .$executeRaw`UPDATE scan SET heartbeat_at = now() WHERE id = ${id}::uuid AND claim = ${claim}::uuid AND status = 'running'`;
  return count > 0;
}

/** Stores steps, numbered from `fromSeq`; false, and nothing stored, when the run has lost its scan. */
export async function storeEvents(
  { id, claim, attempt }: Run,
  fromSeq: number,
  events: readonly { at: Date; data: ScanEvent }[],
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const held = await tx.scan.count({ where: { id, claim } });
    if (held === 0) return false;
    await tx.scanEvent.createMany({
      data: events.map(({ at, data }, index) => ({
        scanId: id,
        seq: fromSeq + index,
        attempt,
        at,
        data: storableJson(data),
      })),
    });
    return true;
  });
}

/**
 * Stores the report with its result rows and its drawing and ends the scan, all or nothing. False, and nothing stored, when the run has lost its scan.
 * @throws {ZodError} when the report is not one: a fault of ours that must not reach readers.
 */
export async function storeReport({ id, claim }: Run, given: Report, drawing: Drawing | null = null): Promise<boolean> {
  const report = reportSchema.parse(given);
  const { engine, outcome, answer, scan, signals, flows, antiPatterns, journey } = report;
  const scores = scoresOf(report);
  const [headline] = scores;
  return db().$transaction(async (tx) => {
    const { count } = await tx.scan.updateMany({
      where: { id, claim, status: 'running' },
      data: {
        status: 'done',
        ...forgotten,
        claim: null,
        heartbeatAt: null,
        finishedAt: await clock(tx),
        errorCode: null,
        errorMessage: null,
        outcome,
        answer: answer?.id ?? null,
        engineVersion: engine.version,
        methodology: engine.methodology,
        d7: headline?.value ?? null,
        tier: headline?.tier ?? null,
        provisional: headline?.provisional ?? false,
        requests: scan.requests,
        durationMs: scan.durationMs,
        report: storableJson(given),
        journey: journey.map(({ step, status, wall }) => ({ step, status, wall: wall && storableText(wall) })),
      },
    });
    if (count === 0) return false;
    await tx.scoreResult.createMany({
      data: scores.map(({ id: dimensionId, value, tier, provisional, confidence }) => ({
        scanId: id,
        dimensionId,
        value,
        tier,
        provisional,
        confidence,
      })),
    });
    await tx.signalResult.createMany({
      data: signals.map(({ id: signalId, status, value, confidence }) => ({
        scanId: id,
        signalId,
        status,
        value,
        confidence,
      })),
    });
    await tx.flowResult.createMany({
      data: flows.map(({ id: flowId, offered, verdict, confidence }) => ({
        scanId: id,
        flowId,
        offered,
        verdict,
        confidence,
      })),
    });
    await tx.antiPatternResult.createMany({
      data: antiPatterns.map(({ id: antiPatternId, status, confidence }) => ({
        scanId: id,
        antiPatternId,
        status,
        confidence,
      })),
    });
    if (drawing) await tx.drawing.create({ data: { scanId: id, kind: 'document', ...drawing } });
    return true;
  });
}

/**
 * Gives a scan back after an error of ours: queued again while attempts are left, else failed with a sentence for its reader.
 * Returns which of the two; null when the run has lost its scan.
 */
export async function recordFailure(
  { id, claim, attempt }: Run,
  code: string,
  message: string,
): Promise<'queued' | 'failed' | null> {
  const status = attempt < MAX_ATTEMPTS ? 'queued' : 'failed';
  const finishedAt = status === 'failed' ? await clock(db()) : null;
  const { count } = await db().scan.updateMany({
    where: { id, claim, status: 'running' },
    data: {
      status,
      claim: null,
      heartbeatAt: null,
      errorCode: code,
      errorMessage: storableText(message),
      finishedAt,
      ...(status === 'failed' && forgotten),
    },
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
    UPDATE scan SET status = 'queued', claim = NULL, heartbeat_at = NULL WHERE ${silent}`;
}

/**
 * Queued scans that are due and should have a job, oldest first; not those younger than `settledMs`, which are on their way into the queue.
 * A due time more than `farthestMs` ahead is brought back to now: nobody sets one, so the clock has been set back since it was set.
 */
export async function findWaiting(
  limit: number,
  { settledMs, farthestMs }: { settledMs: number; farthestMs: number },
): Promise<{ id: string; overdueMs: number }[]> {
  await db()
    .$executeRaw`UPDATE scan SET not_before = now() WHERE status = 'queued' AND not_before > now() + make_interval(secs => ${farthestMs / 1000})`;
  return db().$queryRaw`
    SELECT id, (extract(epoch FROM now() - not_before) * 1000)::float8 AS "overdueMs" FROM scan WHERE status = 'queued' AND not_before <= now()
      AND created_at NOT BETWEEN now() - make_interval(secs => ${settledMs / 1000}) AND now() + interval '1 second'
    ORDER BY not_before LIMIT ${limit}`;
}
