/** Every question about scan rows that pages and API ask, and the one insert that makes a scan. The worker's side is runs.ts. */
import { isIP } from 'node:net';
import type { Report } from '../scan/report/schema.ts';
import type { ScanEvent, Target } from '../scan/types.ts';
import type { ScanGetPayload } from './generated/models/Scan.ts';
import { db, type Prisma } from './index.ts';
import { storableText } from './json.ts';

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

type Transaction = Prisma.TransactionClient;

/**
 * Which scans must keep their distance from a scan of `target`: those of its registrable domain. On an address, or a name without
 * a domain, each port is a server of its own, so there it is those of the origin.
 */
function neighbourhood(target: Target): { key: string; where: Prisma.ScanWhereInput } {
  const { hostname, origin } = new URL(target.url);
  const alone = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || !hostname.includes('.');
  return alone
    ? { key: origin, where: { domain: target.domain, targetUrl: { startsWith: `${origin}/` } } }
    : { key: target.domain, where: { domain: target.domain } };
}

/** When a further scan of the neighbourhood may start: `pauseMs` after the last one started, will start or ended. */
async function earliestStart(tx: Transaction, where: Prisma.ScanWhereInput, now: Date, pauseMs: number): Promise<Date> {
  const near = await tx.scan.findMany({
    where: { ...where, OR: [{ status: { in: ['queued', 'running'] } }, { finishedAt: { gt: new Date(now.getTime() - pauseMs) } }] },
    select: { status: true, notBefore: true, finishedAt: true },
  });
  const ends = near.map(({ status, notBefore, finishedAt }) => {
    if (status === 'queued') return Math.max(notBefore.getTime(), now.getTime());
    return status === 'running' ? now.getTime() : (finishedAt?.getTime() ?? 0);
  });
  return new Date(Math.max(now.getTime(), ...ends.map((end) => end + pauseMs)));
}

/** Takes the lock under which scans of one neighbourhood are made one after the other; it ends with the transaction. */
async function lockNeighbourhood(tx: Transaction, key: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`scan:${key}`}, 0))`;
}

/**
 * Makes a scan row for the target, or finds the one to join: same address and visibility, and queued, running, or done less than
 * `cooldownMs` ago (`again`: a done one is not joined; the new one waits until the pause is over). Safe against parallel requests.
 */
export function insertOrJoin(
  target: Target,
  { unlisted, again, cooldownMs }: { unlisted: boolean; again: boolean; cooldownMs: number },
): Promise<{ scan: ScanSummary; joined: boolean }> {
  const { key, where } = neighbourhood(target);
  return db().$transaction(async (tx) => {
    await lockNeighbourhood(tx, key);
    const now = new Date();
    const fresh: Prisma.ScanWhereInput[] = again || cooldownMs === 0 ? [] : [{ status: 'done', finishedAt: { gt: new Date(now.getTime() - cooldownMs) } }];
    const same = await tx.scan.findFirst({
      where: { targetUrl: target.url, mode: 'public', unlisted, OR: [{ status: { in: ['queued', 'running'] } }, ...fresh] },
      orderBy: { createdAt: 'desc' },
      select: summaryFields,
    });
    if (same) return { scan: same, joined: true };
    // Not upsert: the lock is on the address, and first scans of two addresses of one domain may arrive at once.
    await tx.site.createMany({ data: [{ domain: target.domain }], skipDuplicates: true });
    const { id: siteId } = await tx.site.findUniqueOrThrow({ where: { domain: target.domain }, select: { id: true } });
    const { input, url: targetUrl, host, domain } = target;
    const notBefore = await earliestStart(tx, where, now, cooldownMs);
    const scan = await tx.scan.create({
      data: { siteId, input: storableText(input), targetUrl, host, domain, unlisted, createdAt: now, notBefore },
      select: summaryFields,
    });
    return { scan, joined: false };
  });
}

/** Puts a failed scan back in line with a fresh count of attempts; another scan is given back as it is, an unknown id gives null. */
export function requeueFailed(id: string, cooldownMs: number): Promise<ScanSummary | null> {
  return db().$transaction(async (tx) => {
    const known = await tx.scan.findUnique({ where: { id }, select: summaryFields });
    if (known?.status !== 'failed') return known;
    const { key, where } = neighbourhood({ input: known.input, url: known.targetUrl, host: known.host, domain: known.domain });
    await lockNeighbourhood(tx, key);
    const notBefore = await earliestStart(tx, { ...where, id: { not: id } }, new Date(), cooldownMs);
    await tx.scan.updateMany({
      where: { id, status: 'failed' },
      data: { status: 'queued', attempts: 0, notBefore, startedAt: null, finishedAt: null, errorCode: null, errorMessage: null },
    });
    return tx.scan.findUnique({ where: { id }, select: summaryFields });
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
