/** Every question about scan rows that pages and API ask, and the one insert that makes a scan. The worker's side is runs.ts. */
import type { Report } from '../scan/report/schema.ts';
import type { ScanEvent, Target } from '../scan/types.ts';
import { inWords, LimitReached } from '../limits/reached.ts';
import type { ScanGetPayload } from './generated/models/Scan.ts';
import { db, type Prisma } from './index.ts';
import { storableText } from './json.ts';
import { clock, earliestStart, lockNeighbourhood, neighbourhood, within, type Neighbourhood, type Transaction } from './neighbourhood.ts';

const summaryFields = {
  id: true,
  status: true,
  input: true,
  targetUrl: true,
  host: true,
  domain: true,
  mode: true,
  unlisted: true,
  createdAt: true,
  notBefore: true,
  startedAt: true,
  finishedAt: true,
  attempts: true,
  errorCode: true,
  errorMessage: true,
  outcome: true,
  engineVersion: true,
  methodology: true,
  d7: true,
  tier: true,
  provisional: true,
  requests: true,
  durationMs: true,
} as const;

/** A scan without its report. */
export type ScanSummary = ScanGetPayload<{ select: typeof summaryFields }>;
/** A scan with its report, which is null until the scan is done. */
export type StoredScan = ScanSummary & { report: Report | null };
/** One stored step. `seq` counts over all attempts; when `attempt` grows, the walk began again. */
export interface StoredEvent {
  seq: number;
  attempt: number;
  at: Date;
  data: ScanEvent;
}

// What is stored was written by runs.ts, which takes only these types; so reading trusts them.
const withReport = (row: ScanSummary & { report: Prisma.JsonValue }): StoredScan => ({ ...row, report: row.report as unknown as Report | null });

/** Under this many free places the queue is counted once more with everybody else waiting, so that its limit holds exactly. */
const NEARLY_FULL = 50;
/** How much of a full queue should have gone before somebody comes back. */
const SHARE_TO_CLEAR = 0.1;

/** How long, in seconds, until a tenth of a full queue has been worked off, judged by the scans of late. */
async function secondsUntilRoom(tx: Transaction, queueLimit: number): Promise<number> {
  const late = await tx.scan.findMany({ where: { status: 'done' }, orderBy: { createdAt: 'desc' }, take: 50, select: { durationMs: true } });
  const running = await tx.scan.count({ where: { status: 'running' } });
  const meanMs = late.length === 0 ? 20_000 : late.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / late.length;
  return Math.min(600, Math.max(10, (SHARE_TO_CLEAR * queueLimit * meanMs) / 1000 / Math.max(1, running)));
}

export interface QueueLimits {
  /** Scans that may wait in all. */
  queueLimit: number;
  /** Scans of one neighbourhood that may wait. */
  targetQueueLimit: number;
}

/** Lets pass when there is room to wait. @throws {LimitReached} `target-busy` or `busy`. */
async function refuseWhenFull(tx: Transaction, { key, where }: Neighbourhood, now: Date, { queueLimit, targetQueueLimit }: QueueLimits): Promise<void> {
  const near = await tx.scan.findMany({ where: { ...where, status: 'queued' }, orderBy: { notBefore: 'asc' }, select: { notBefore: true } });
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
  if (waiting + NEARLY_FULL >= queueLimit) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('queue', 0))`;
    waiting = await count();
  }
  if (waiting < queueLimit) return;
  const seconds = await secondsUntilRoom(tx, queueLimit);
  throw new LimitReached(
    'busy',
    `We are busy: ${waiting} scan${waiting === 1 ? ' waits' : 's wait'}, which is as many as we take, and yours would be number ${waiting + 1}. Please try again in about ${inWords(seconds)}.`,
    { retryAfterSeconds: seconds, position: waiting + 1 },
  );
}

/** Which scans a request for the target joins: of the same address and visibility, and queued, running, or done less than `cooldownMs` ago. */
function joinable(target: Target, { unlisted, again, cooldownMs }: JoinOptions, now: Date): Prisma.ScanWhereInput {
  const fresh: Prisma.ScanWhereInput[] = again || cooldownMs === 0 ? [] : [{ status: 'done', finishedAt: within(cooldownMs, now) }];
  return { targetUrl: target.url, mode: 'public', unlisted, OR: [{ status: { in: ['queued', 'running'] } }, ...fresh] };
}

interface JoinOptions {
  unlisted: boolean;
  /** A scan that is done is not joined; the new one waits until the pause is over. */
  again: boolean;
  /** Milliseconds for which a finished scan is joined, and the pause between scans of one neighbourhood. */
  cooldownMs: number;
}

const findJoinable = async (tx: Transaction, target: Target, options: JoinOptions, now: Date): Promise<ScanSummary | null> =>
  tx.scan.findFirst({ where: joinable(target, options, now), orderBy: { createdAt: 'desc' }, select: summaryFields });

/** The scan that a request for the target joins, or null. */
export async function findToJoin(target: Target, options: JoinOptions): Promise<ScanSummary | null> {
  const client = db();
  return findJoinable(client, target, options, await clock(client));
}

/** A scan that waits, and how long it is to wait by the database's clock. */
export interface Waiting {
  scan: ScanSummary;
  delayMs: number;
}

const waiting = (scan: ScanSummary, now: Date): Waiting => ({ scan, delayMs: Math.max(0, scan.notBefore.getTime() - now.getTime()) });

/**
 * Makes a scan row for the target, or finds the one to join. Safe against parallel requests, also of several processes. `charge` is called when
 * a row is about to be made, and never for a scan that is joined; what it throws is thrown.
 * @throws {LimitReached} when too many wait already.
 */
export function insertOrJoin(target: Target, options: JoinOptions & QueueLimits, charge: () => Promise<void>): Promise<Waiting & { joined: boolean }> {
  const near = neighbourhood(target);
  return db().$transaction(async (tx) => {
    await lockNeighbourhood(tx, near);
    const now = await clock(tx);
    const same = await findJoinable(tx, target, options, now);
    if (same) return { ...waiting(same, now), joined: true };
    await refuseWhenFull(tx, near, now, options);
    await charge();
    const { id: siteId } = await tx.site.upsert({ where: { domain: target.domain }, create: { domain: target.domain }, update: {}, select: { id: true } });
    const { input, url: targetUrl, host, domain } = target;
    const notBefore = await earliestStart(tx, near.where, now, options.cooldownMs);
    const scan = await tx.scan.create({
      data: { siteId, input: storableText(input), targetUrl, host, domain, unlisted: options.unlisted, createdAt: now, notBefore },
      select: summaryFields,
    });
    return { ...waiting(scan, now), joined: false };
  });
}

/**
 * Puts a failed scan back in line with a fresh count of attempts; another scan is given back as it is, an unknown id gives null. `charge` is
 * called when the scan is about to be put back; what it throws is thrown.
 * @throws {LimitReached} when too many wait already.
 */
export function requeueFailed(id: string, { cooldownMs, ...limits }: { cooldownMs: number } & QueueLimits, charge: () => Promise<void>): Promise<Waiting | null> {
  return db().$transaction(async (tx) => {
    const known = await tx.scan.findUnique({ where: { id }, select: summaryFields });
    if (!known) return null;
    const near = neighbourhood({ url: known.targetUrl, domain: known.domain });
    await lockNeighbourhood(tx, near);
    const now = await clock(tx);
    if (known.status !== 'failed') return waiting(known, now);
    await refuseWhenFull(tx, near, now, limits);
    await charge();
    const notBefore = await earliestStart(tx, { ...near.where, id: { not: id } }, now, cooldownMs);
    await tx.scan.updateMany({
      where: { id, status: 'failed' },
      data: { status: 'queued', attempts: 0, notBefore, startedAt: null, finishedAt: null, errorCode: null, errorMessage: null },
    });
    const scan = await tx.scan.findUnique({ where: { id }, select: summaryFields });
    return scan && waiting(scan, now);
  });
}

/** One scan with its report, or null. */
export async function findScan(id: string): Promise<StoredScan | null> {
  const row = await db().scan.findUnique({ where: { id }, select: { ...summaryFields, report: true } });
  return row && withReport(row);
}

const listed = { status: 'done', unlisted: false, mode: 'public' } as const satisfies Prisma.ScanWhereInput;

/** The newest listed scan of a domain that is done, or null. */
export async function findLatest(domain: string): Promise<StoredScan | null> {
  const row = await db().scan.findFirst({ where: { domain, ...listed }, orderBy: { finishedAt: 'desc' }, select: { ...summaryFields, report: true } });
  return row && withReport(row);
}

/** Listed, done scans of a domain, newest first. */
export function findHistory(domain: string, limit: number): Promise<ScanSummary[]> {
  return db().scan.findMany({ where: { domain, ...listed }, orderBy: { finishedAt: 'desc' }, take: limit, select: summaryFields });
}

/** Steps with a higher number than `seq`, in order. */
export async function findEvents(scanId: string, seq: number, limit: number): Promise<StoredEvent[]> {
  const rows = await db().scanEvent.findMany({ where: { scanId, seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: limit });
  return rows.map(({ seq: number, attempt, at, data }) => ({ seq: number, attempt, at, data: data as unknown as ScanEvent }));
}

/** How a scan stands: its status and how many queued scans are ahead of it. */
export interface QueueState {
  status: ScanSummary['status'];
  attempts: number;
  /** Queued scans that are to start before it; 0 when it is not queued. */
  ahead: number;
  /** It will not start before this, to leave its target in peace. */
  notBefore: Date;
}

/** How a scan stands, or null when there is none. The place is counted in the table, which is right also while the queue is down. */
export async function findQueueState(id: string): Promise<QueueState | null> {
  const scan = await db().scan.findUnique({ where: { id }, select: { status: true, attempts: true, notBefore: true, createdAt: true } });
  if (!scan) return null;
  const { status, attempts, notBefore } = scan;
  const ahead =
    status === 'queued' ? await db().scan.count({ where: { status: 'queued', OR: [{ notBefore: { lt: notBefore } }, { notBefore, createdAt: { lt: scan.createdAt } }] } }) : 0;
  return { status, attempts, ahead, notBefore };
}
