/** Every scan as the operator sees it, listed or not, and what may be done to one. */
import { z } from 'zod';
import { db, type Prisma } from '../db/index.ts';
import { storableText } from '../db/json.ts';
import { outcomes } from '../scan/schema/report.ts';
import { retryScan } from '../scans.ts';
import { audit } from './audit.ts';

const statuses = ['queued', 'running', 'done', 'failed'] as const;
const longestText = 200;

/** What is asked of the list, from an address: anything odd falls back to its default. */
export const scansQuery = z.object({
  status: z.enum(['', ...statuses]).catch(''),
  outcome: z.enum(['', ...outcomes]).catch(''),
  text: z.string().trim().max(longestText).transform(storableText).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ScansQuery = z.infer<typeof scansQuery>;

const fields = {
  id: true,
  status: true,
  input: true,
  targetUrl: true,
  domain: true,
  unlisted: true,
  mode: true,
  createdAt: true,
  notBefore: true,
  startedAt: true,
  finishedAt: true,
  heartbeatAt: true,
  attempts: true,
  errorCode: true,
  errorMessage: true,
  outcome: true,
  methodology: true,
  engineVersion: true,
  d7: true,
  tier: true,
  requests: true,
  durationMs: true,
} as const;

export type AdminScan = Prisma.ScanGetPayload<{ select: typeof fields }>;

/** Prisma hands `%` and `_` on as wildcards; here they mean themselves. */
const holds = (text: string) => ({ contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' }) as const;

const isId = (text: string) => z.uuid().safeParse(text).success;

/** One page of scans, newest first, and how many match. The text is looked for in domain and address, or is a scan's id. */
export async function findScans(
  { status, outcome, text, page }: ScansQuery,
  perPage: number,
): Promise<{ rows: AdminScan[]; total: number }> {
  const where: Prisma.ScanWhereInput = {
    ...(status && { status }),
    ...(outcome && { outcome }),
    ...(text && (isId(text) ? { id: text } : { OR: [{ domain: holds(text) }, { targetUrl: holds(text) }] })),
  };
  const [rows, total] = await Promise.all([
    db().scan.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: fields,
    }),
    db().scan.count({ where }),
  ]);
  return { rows, total };
}

/** One scan, or null. */
export async function adminScan(id: string): Promise<AdminScan | null> {
  return isId(id) ? db().scan.findUnique({ where: { id }, select: fields }) : null;
}

export interface QueueView {
  waiting: number;
  running: number;
  /** Failed in the last 24 hours. */
  failed: number;
  /** Milliseconds that the one waiting longest has been due; null when none is. */
  oldestDueMs: number | null;
  /** Those that run, and those that will next. */
  next: AdminScan[];
}

const inView = 12;

/** How the queue stands, counted in the table: right also while the queue itself is down. */
export async function queueView(now: Date): Promise<QueueView> {
  const [waiting, running, failed, ahead, walking] = await Promise.all([
    db().scan.count({ where: { status: 'queued' } }),
    db().scan.count({ where: { status: 'running' } }),
    db().scan.count({ where: { status: 'failed', finishedAt: { gt: new Date(now.getTime() - 86_400_000) } } }),
    db().scan.findMany({
      where: { status: 'queued' },
      orderBy: [{ notBefore: 'asc' }, { createdAt: 'asc' }],
      take: inView,
      select: fields,
    }),
    db().scan.findMany({ where: { status: 'running' }, orderBy: { startedAt: 'asc' }, take: inView, select: fields }),
  ]);
  const due = ahead[0] ? now.getTime() - ahead[0].notBefore.getTime() : null;
  return {
    waiting,
    running,
    failed,
    oldestDueMs: due === null || due < 0 ? null : due,
    next: [...walking, ...ahead].slice(0, inView),
  };
}

/** Puts a failed scan back in line. False when there is nothing to retry. @throws {ScanError} when its target is blocked, {LimitReached}, {ServiceUnavailable} */
export async function retry(id: string, actor: string): Promise<boolean> {
  const known = await adminScan(id);
  if (known?.status !== 'failed') return false;
  const scan = await retryScan(id);
  if (scan?.status !== 'queued') return false;
  await audit(actor, 'scan.retry', id, { target: known.targetUrl });
  return true;
}

/** Ends a scan that waits or runs: its worker notices at the next sign of life that it has lost it. False when it was over. */
export async function cancel(id: string, actor: string): Promise<boolean> {
  if (!isId(id)) return false;
  return db().$transaction(async (tx) => {
    const { count } = await tx.scan.updateMany({
      where: { id, status: { in: ['queued', 'running'] } },
      data: {
        status: 'failed',
        claim: null,
        heartbeatAt: null,
        finishedAt: new Date(),
        errorCode: 'cancelled',
        errorMessage: 'The operator of this site cancelled the scan.',
      },
    });
    if (count === 0) return false;
    await audit(actor, 'scan.cancel', id, undefined, tx);
    return true;
  });
}

/** Deletes a scan with its report, steps and results. False when there is none. */
export async function remove(id: string, actor: string): Promise<boolean> {
  if (!isId(id)) return false;
  return db().$transaction(async (tx) => {
    const known = await tx.scan.findUnique({ where: { id }, select: { targetUrl: true } });
    if (!known) return false;
    const { count } = await tx.scan.deleteMany({ where: { id } });
    if (count > 0) await audit(actor, 'scan.delete', id, { target: known.targetUrl }, tx);
    return count > 0;
  });
}

/** Deletes every scan of a domain. Returns how many. */
export async function removeDomain(domain: string, actor: string): Promise<number> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.scan.deleteMany({ where: { domain } });
    if (count > 0) await audit(actor, 'scan.delete', domain, { scans: count }, tx);
    return count;
  });
}
