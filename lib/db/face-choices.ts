/** What the owner of a domain wants to stand for it. A wish is kept with the request that proved the domain, and comes true when a worker has found the proof once more. */
import { z } from 'zod';
import { choiceDays, keptUnder, listed, subjectOf, type Subject } from './faces.ts';
import { db, Prisma } from './index.ts';
import { clock } from './neighbourhood.ts';

const modes = ['public', 'verified'] as const;
export type FaceMode = (typeof modes)[number];

/** `take`: the address and which of its scans; null: whatever the rules of faces.ts say. */
const wish = z.object({ take: z.object({ targetUrl: z.string(), mode: z.enum(modes) }).nullable() });

/** How a request was proved. */
export type ProvedBy = 'record' | 'file';

/**
 * What a proof lets its holder decide about; null: nothing. A record of the domain speaks for the domain. A file speaks for the host that serves it:
 * for the domain where that is the apex or an address, and for a host that stands alone; not where somebody else may run `www.` or `api.` for the domain.
 */
export function ruledBy({ domain, targetUrl }: { domain: string; targetUrl: string }, by: ProvedBy): Subject | null {
  if (by === 'record') return { domain, name: domain };
  const subject = subjectOf({ domain, targetUrl });
  return subject.name !== domain || new URL(targetUrl).host === domain ? subject : null;
}

/** A report that may be chosen: the newest of an address, of the owner's own or of those from outside. */
export interface FaceOption {
  scanId: string;
  targetUrl: string;
  mode: FaceMode;
  d7: number;
  finishedAt: Date;
}

/** Addresses that are offered; strangers may have any number of them scanned. */
const mostOptions = 24;

const under = (subject: Subject): Prisma.ScanWhereInput => ({
  // The owner of a domain may let any host of it speak.
  ...(subject.name === subject.domain ? { domain: subject.domain } : keptUnder(subject)),
  ...listed,
  d7: { not: null },
});

/** The reports that may stand for a subject: the owner's own first, then roots, then the newest. */
export async function faceOptions(subject: Subject): Promise<FaceOption[]> {
  const rows = await db().scan.findMany({
    where: under(subject),
    distinct: ['targetUrl', 'mode'],
    orderBy: { finishedAt: 'desc' },
    take: 10 * mostOptions,
    select: { id: true, targetUrl: true, mode: true, d7: true, finishedAt: true, createdAt: true },
  });
  const options = rows.map(({ id, targetUrl, mode, d7, finishedAt, createdAt }): FaceOption => ({
    scanId: id,
    targetUrl,
    mode: mode === 'verified' ? 'verified' : 'public',
    d7: d7 ?? 0,
    finishedAt: finishedAt ?? createdAt,
  }));
  const rank = ({ targetUrl, mode }: FaceOption) =>
    (mode === 'verified' ? 0 : 2) + (new URL(targetUrl).pathname === '/' ? 0 : 1);
  return options.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostOptions);
}

export interface FaceChoice {
  name: string;
  targetUrl: string;
  mode: FaceMode;
  chosenAt: Date;
}

/** The choice that holds for a name, or null. */
export async function faceChoice(name: string): Promise<FaceChoice | null> {
  const row = await db().faceChoice.findUnique({ where: { name } });
  if (!row) return null;
  const age = (await clock(db())).getTime() - row.chosenAt.getTime();
  return age < choiceDays * 86_400_000 ? { ...row, mode: row.mode === 'verified' ? 'verified' : 'public' } : null;
}

/** Notes the wish of a proved request: a report by its scan, or null for whatever the rules say. False where that report cannot be chosen. */
export async function wishFor(requestId: string, subject: Subject, scanId: string | null): Promise<boolean> {
  const where = { AND: [{ id: scanId ?? '' }, under(subject)] };
  const scan = scanId === null ? null : await db().scan.findFirst({ where, select: { targetUrl: true, mode: true } });
  if (scanId !== null && scan === null) return false;
  await db().verificationRequest.updateMany({
    where: { id: requestId, provedAt: { not: null } },
    data: { wish: { take: scan }, lookAt: await clock(db()) },
  });
  return true;
}

/** Fulfils the wishes about an address whose proof stands there now; returns how many. */
export async function fulfilWishes(targetUrl: string, found: Record<'records' | 'files', string[]>): Promise<number> {
  const requests = await db().verificationRequest.findMany({
    where: { targetUrl, wish: { not: Prisma.DbNull }, token: { in: [...found.records, ...found.files] } },
    orderBy: { lookAt: 'asc' },
    select: { id: true, domain: true, token: true, wish: true, lookAt: true },
  });
  for (const { id, domain, token, wish: wished, lookAt } of requests) {
    const subject = ruledBy({ domain, targetUrl }, found.records.includes(token) ? 'record' : 'file');
    const { take } = wish.parse(wished);
    await db().$transaction(async (tx) => {
      if (subject && take) {
        const chosen = { ...take, domain: subject.domain, chosenAt: await clock(tx) };
        const { name } = subject;
        await tx.faceChoice.upsert({ where: { name }, create: { name, ...chosen }, update: chosen });
      } else if (subject) await tx.faceChoice.deleteMany({ where: { name: subject.name } });
      // Not one that was asked for meanwhile.
      await tx.verificationRequest.updateMany({ where: { id, lookAt }, data: { wish: Prisma.DbNull } });
    });
  }
  return requests.length;
}
