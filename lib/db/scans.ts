/** Every question about scan rows that pages and API ask, and the one insert that makes a scan. The worker's side is runs.ts. */
import type { Report } from '../scan/schema/report.ts';
import type { ScanEvent, Target } from '../scan/types.ts';
import type { Asker } from '../limits/visitors.ts';
import type { ScanGetPayload } from './generated/models/Scan.ts';
import { faceOf, keptUnder, listed, subjectNamed } from './faces.ts';
import { db, type Prisma } from './index.ts';
import { storableText } from './json.ts';
import { forgotten, nextTurn, placeInLine, refuseWhenFull, type Place, type QueueLimits } from './line.ts';
import { clock, earliestStart, lockNeighbourhood, neighbourhood, within, type Transaction } from './neighbourhood.ts';

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
  answer: true,
  journey: true,
  engineVersion: true,
  methodology: true,
  d7: true,
  tier: true,
  provisional: true,
  requests: true,
  durationMs: true,
  clientId: true,
} as const;

/** Scans whose time tells how long the next one takes. */
const timed = 50;

/** The median time of the last finished scans in milliseconds; null while there are fewer than three. */
export async function findUsualMs(): Promise<number | null> {
  const rows = await db().scan.findMany({
    where: { status: 'done', durationMs: { not: null } },
    orderBy: { createdAt: 'desc' },
    take: timed,
    select: { durationMs: true },
  });
  const times = rows.flatMap(({ durationMs }) => durationMs ?? []).toSorted((a, b) => a - b);
  return times.length < 3 ? null : (times[times.length >> 1] ?? null);
}

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
const withReport = (row: ScanSummary & { report: Prisma.JsonValue }): StoredScan => ({
  ...row,
  report: row.report as unknown as Report | null,
});

/** Which scans a request for the target joins: of the same address and visibility, and queued, running, or done less than `cooldownMs` ago. */
function joinable(target: Target, { unlisted, again, cooldownMs }: JoinOptions, now: Date): Prisma.ScanWhereInput {
  const fresh: Prisma.ScanWhereInput[] =
    again || cooldownMs === 0 ? [] : [{ status: 'done', finishedAt: within(cooldownMs, now) }];
  return { targetUrl: target.url, mode: 'public', unlisted, OR: [{ status: { in: ['queued', 'running'] } }, ...fresh] };
}

interface JoinOptions {
  unlisted: boolean;
  /** The client that asks, with its token or key. */
  client?: string | undefined;
  /** A scan that is done is not joined; the new one waits until the pause is over. */
  again: boolean;
  /** Milliseconds for which a finished scan is joined, and the pause between scans of one neighbourhood. */
  cooldownMs: number;
}

type InsertOptions = Pick<JoinOptions, 'unlisted' | 'client' | 'cooldownMs'> & {
  /** The id of a scan for which an owner's credential is sealed. */
  verified?: string;
};

/**
 * Joins the scan of the target, if there is one: from then on it is no longer its client's alone. Null also when it was cancelled just now.
 */
async function join(tx: Transaction, target: Target, options: JoinOptions, now: Date): Promise<ScanSummary | null> {
  const scan = await tx.scan.findFirst({
    where: joinable(target, options, now),
    orderBy: { createdAt: 'desc' },
    select: summaryFields,
  });
  if (scan === null || scan.clientId === null || scan.clientId === options.client) return scan;
  const { count } = await tx.scan.updateMany({
    where: { id: scan.id, status: { not: 'failed' } },
    data: { joined: true },
  });
  return count === 0 ? null : scan;
}

/** The scan that a request for the target joins, or null. */
export async function findToJoin(target: Target, options: JoinOptions): Promise<ScanSummary | null> {
  const client = db();
  return join(client, target, options, await clock(client));
}

/** A scan that waits, and how long it is to wait by the database's clock. */
export interface Waiting {
  scan: ScanSummary;
  delayMs: number;
}

export const waiting = (scan: ScanSummary, now: Date): Waiting => ({
  scan,
  delayMs: Math.max(0, scan.notBefore.getTime() - now.getTime()),
});

/** The row itself; who calls it holds the lock of the neighbourhood. */
export async function insertScan(
  tx: Transaction,
  target: Target,
  { unlisted, client, cooldownMs, ...more }: InsertOptions,
  asker: Asker | null,
  now: Date,
): Promise<ScanSummary> {
  const { id: siteId } = await tx.site.upsert({
    where: { domain: target.domain },
    create: { domain: target.domain },
    update: {},
    select: { id: true },
  });
  const { input, url: targetUrl, host, domain } = target;
  return tx.scan.create({
    data: {
      ...(more.verified && { id: more.verified, mode: 'verified' }),
      siteId,
      input: storableText(input),
      targetUrl,
      host,
      domain,
      unlisted,
      clientId: client ?? null,
      createdAt: now,
      notBefore: await earliestStart(tx, neighbourhood(target).where, now, cooldownMs),
      ...asker,
      turn: await nextTurn(tx, asker),
    },
    select: summaryFields,
  });
}

/**
 * Makes a scan row for the target, or finds the one to join. Safe against parallel requests, also of several processes. `charge` is called when
 * a row is about to be made, and never for a scan that is joined; what it throws is thrown.
 * @throws {LimitReached} when too many wait already.
 */
export function insertOrJoin(
  target: Target,
  options: JoinOptions & QueueLimits,
  asker: Asker | null,
  charge: () => Promise<void>,
): Promise<Waiting & { joined: boolean }> {
  const near = neighbourhood(target);
  return db().$transaction(async (tx) => {
    await lockNeighbourhood(tx, near);
    const now = await clock(tx);
    const same = await join(tx, target, options, now);
    if (same) return { ...waiting(same, now), joined: true };
    await refuseWhenFull(tx, near, now, options, asker);
    await charge();
    const scan = await insertScan(tx, target, options, asker, now);
    return { ...waiting(scan, now), joined: false };
  });
}

/**
 * Puts a failed scan back in line with a fresh count of attempts; another scan is given back as it is, an unknown id gives null. `charge` is
 * called when the scan is about to be put back; what it throws is thrown.
 * @throws {LimitReached} when too many wait already.
 */
export function requeueFailed(
  id: string,
  { cooldownMs, ...limits }: { cooldownMs: number } & QueueLimits,
  asker: Asker | null,
  charge: () => Promise<void>,
): Promise<Waiting | null> {
  return db().$transaction(async (tx) => {
    const known = await tx.scan.findUnique({ where: { id }, select: summaryFields });
    if (!known) return null;
    const near = neighbourhood({ url: known.targetUrl, domain: known.domain });
    await lockNeighbourhood(tx, near);
    const now = await clock(tx);
    if (known.status !== 'failed') return waiting(known, now);
    await refuseWhenFull(tx, near, now, limits, asker);
    await charge();
    const notBefore = await earliestStart(tx, { ...near.where, id: { not: id } }, now, cooldownMs);
    await tx.scan.updateMany({
      where: { id, status: 'failed' },
      data: {
        status: 'queued',
        attempts: 0,
        notBefore,
        ...asker,
        turn: await nextTurn(tx, asker),
        startedAt: null,
        finishedAt: null,
        errorCode: null,
        errorMessage: null,
      },
    });
    const scan = await tx.scan.findUnique({ where: { id }, select: summaryFields });
    return scan && waiting(scan, now);
  });
}

/** Where a page of a list begins: after this moment, and among rows of the same moment after this id. */
export interface ListPlace {
  at: Date;
  id: string;
}

const older = (field: 'createdAt' | 'finishedAt', after: ListPlace | null): Prisma.ScanWhereInput =>
  after ? { OR: [{ [field]: { lt: after.at } }, { [field]: after.at, id: { lt: after.id } }] } : {};

/** Scans that a client has asked for, newest first. */
export function findOwn(clientId: string, limit: number, after: ListPlace | null): Promise<ScanSummary[]> {
  return db().scan.findMany({
    where: { clientId, ...older('createdAt', after) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: summaryFields,
  });
}

/**
 * What this client asked for and waits or runs is no longer its own: the scan ends and its worker's claim is taken away, or it goes on for those who
 * have joined it, and still counts for who asked. Null when there was no such scan.
 */
export async function cancelOwn(id: string, clientId: string): Promise<ScanSummary | null> {
  const own = { id, clientId, status: { in: ['queued', 'running'] } } satisfies Prisma.ScanWhereInput;
  const ended = await db().scan.updateMany({
    where: { ...own, joined: false },
    data: {
      status: 'failed',
      ...forgotten,
      claim: null,
      heartbeatAt: null,
      finishedAt: await clock(db()),
      errorCode: 'cancelled',
      errorMessage: 'Whoever asked for this scan has cancelled it.',
    },
  });
  const left = ended.count > 0 ? ended : await db().scan.updateMany({ where: own, data: { clientId: null } });
  return left.count === 0 ? null : db().scan.findUnique({ where: { id }, select: summaryFields });
}

/** One scan with its report, or null. */
export async function findScan(id: string): Promise<StoredScan | null> {
  const row = await db().scan.findUnique({ where: { id }, select: { ...summaryFields, report: true } });
  return row && withReport(row);
}

/** The listed scan that stands for a domain, or for a host of it that stands alone; null when there is none. */
export async function findFace(name: string): Promise<StoredScan | null> {
  const id = await faceOf(subjectNamed(name));
  return id === null ? null : findScan(id);
}

/** Listed, done scans of what is meant by the name, newest first. */
export function findHistory(name: string, limit: number, after: ListPlace | null = null): Promise<ScanSummary[]> {
  return db().scan.findMany({
    where: { AND: [keptUnder(subjectNamed(name)), listed, older('finishedAt', after)] },
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: summaryFields,
  });
}

/** Steps with a higher number than `seq`, in order. */
export async function findEvents(scanId: string, seq: number, limit: number): Promise<StoredEvent[]> {
  const rows = await db().scanEvent.findMany({
    where: { scanId, seq: { gt: seq } },
    orderBy: { seq: 'asc' },
    take: limit,
  });
  return rows.map(({ seq: number, attempt, at, data }) => ({
    seq: number,
    attempt,
    at,
    data: data as unknown as ScanEvent,
  }));
}

/** How a scan stands: its status, and its place in line while it is queued. */
export interface QueueState extends Place {
  status: ScanSummary['status'];
  attempts: number;
  /** It will not start before this, to leave its target in peace. */
  notBefore: Date;
}

/** How a scan stands, or null when there is none. */
export async function findQueueState(id: string): Promise<QueueState | null> {
  const scan = await db().scan.findUnique({ where: { id }, select: { status: true, attempts: true, notBefore: true } });
  if (!scan) return null;
  const place = scan.status === 'queued' ? await placeInLine(id) : null;
  return { ...scan, ahead: place?.ahead ?? 0, waitS: place?.waitS ?? null };
}
