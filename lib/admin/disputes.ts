/** What visitors say is wrong in reports. The operator answers; nothing in a report changes by itself. */
import { createHash } from 'node:crypto';
import { db, Prisma } from '../db/index.ts';
import { storableText } from '../db/json.ts';
import { clock } from '../db/neighbourhood.ts';
import { inWords, LimitReached } from '../limits/reached.ts';
import type { Asker } from '../limits/visitors.ts';
import { audit } from './audit.ts';

export const rulings = ['right', 'wrong'] as const;
export type Ruling = (typeof rulings)[number];

export interface DisputeText {
  /** Anchor of the finding on the report, such as `signal-structured-401`. */
  finding: string;
  expected: string;
  reason: string;
  /** The exchange that shows it, such as `x7`. */
  exchange: string | null;
}

/** Disputes of one visitor in a day, and of the network around them. */
const perDay = { visitor: 10, network: 30 } as const;
const dayMs = 86_400_000;
/** Disputes that the operator is shown at once, and that are exported. */
const mostShown = 500;

/** The visitor has an open dispute about that finding already. */
export class DisputeOpen extends Error {}

const clip = (text: string, longest: number) => storableText(text).trim().slice(0, longest);

/**
 * Stores a dispute and returns its id. The texts are to be checked by the caller.
 * @throws {LimitReached} `too-many-requests`, {DisputeOpen}
 */
export function addDispute(scanId: string, text: DisputeText, { visitor, network }: Asker): Promise<string> {
  const openBy = createHash('sha256').update([scanId, text.finding, visitor].join(' ')).digest('hex');
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`asker:${network}`}, 0))`;
    const now = await clock(tx);
    if (await tx.dispute.findUnique({ where: { openBy }, select: { id: true } })) throw new DisputeOpen();
    const late = await tx.dispute.findMany({
      where: { network, createdAt: { gt: new Date(now.getTime() - dayMs) } },
      orderBy: { createdAt: 'asc' },
      select: { visitor: true, createdAt: true },
    });
    const own = late.filter((dispute) => dispute.visitor === visitor);
    const full = own.length >= perDay.visitor ? own : late.length >= perDay.network ? late : null;
    if (full) {
      const seconds = ((full[0]?.createdAt.getTime() ?? 0) + dayMs - now.getTime()) / 1000;
      throw new LimitReached(
        'too-many-requests',
        `${full.length} disputes came from ${full === own ? 'you' : 'your network'} within a day, which is as many as we take. Please try again in ${inWords(seconds)}.`,
        { retryAfterSeconds: seconds },
      );
    }
    const { id } = await tx.dispute.create({
      data: {
        scanId,
        finding: clip(text.finding, 100),
        expected: clip(text.expected, 2000),
        reason: clip(text.reason, 2000),
        exchange: text.exchange === null ? null : clip(text.exchange, 20),
        visitor,
        network,
        openBy,
        createdAt: now,
      },
      select: { id: true },
    });
    return id;
  });
}

/** How the disputes about a report stand, by finding: open ones first; an answered one says what came of it. */
export interface DisputeMark {
  finding: string;
  open: boolean;
  ruling: Ruling | null;
  answer: string | null;
}

/** A subquery of a scan's row for the marks of its report: for each finding the open dispute, else the last answered one; null when there are none. */
export const disputeMarks = Prisma.sql`(
  SELECT json_agg(mark) FROM (
    SELECT DISTINCT ON (finding) finding, resolved_at IS NULL AS open, ruling, answer FROM dispute
    WHERE scan_id = scan.id ORDER BY finding, resolved_at DESC NULLS FIRST LIMIT ${mostShown}
  ) mark)`;

const rowFields = {
  id: true,
  scanId: true,
  finding: true,
  expected: true,
  reason: true,
  exchange: true,
  createdAt: true,
  resolvedAt: true,
  resolvedBy: true,
  ruling: true,
  answer: true,
  scan: { select: { domain: true, targetUrl: true, methodology: true, engineVersion: true } },
} as const;

/** Open disputes, oldest first. */
export const openDisputes = () =>
  db().dispute.findMany({
    where: { resolvedAt: null },
    orderBy: { createdAt: 'asc' },
    take: mostShown,
    select: rowFields,
  });

/** Answered disputes, newest first: what the engine's next tests are written from. */
export const answeredDisputes = (limit = mostShown) =>
  db().dispute.findMany({
    where: { resolvedAt: { not: null } },
    orderBy: { resolvedAt: 'desc' },
    take: limit,
    select: rowFields,
  });

/** Answers a dispute. False when it was not open. */
export function answerDispute(id: string, ruling: Ruling, answer: string, actor: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.dispute.updateMany({
      where: { id, resolvedAt: null },
      data: {
        resolvedAt: await clock(tx),
        resolvedBy: actor,
        ruling,
        answer: clip(answer, 2000),
        openBy: null,
        visitor: null,
        network: null,
      },
    });
    if (count === 0) return false;
    const { scan, finding } = await tx.dispute.findUniqueOrThrow({
      where: { id },
      select: { finding: true, scan: { select: { domain: true } } },
    });
    await audit(actor, 'dispute.answer', scan.domain, { id, finding, ruling }, tx);
    return true;
  });
}

/** Forgets who disputed what, two days after. */
export async function pruneDisputes(): Promise<void> {
  await db()
    .$executeRaw`UPDATE dispute SET visitor = NULL, network = NULL WHERE network IS NOT NULL AND created_at < now() - interval '2 days'`;
}
