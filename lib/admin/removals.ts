/** Requests of owners that reports about their site be taken down. The operator sees those whose sender has proved the domain. */
import { randomBytes } from 'node:crypto';
import { db, type Prisma } from '../db/index.ts';
import { storableText } from '../db/json.ts';
import { clock } from '../db/neighbourhood.ts';
import { inWords, LimitReached } from '../limits/reached.ts';
import type { Asker } from '../limits/visitors.ts';
import { audit } from './audit.ts';

export interface RemovalRow {
  id: string;
  domain: string;
  contact: string;
  message: string;
  createdAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

/** Open requests that the operator is shown at once. */
const mostShown = 500;
/** Requests of one visitor in a day, and of the network around them. */
const perDay = { visitor: 5, network: 15 } as const;
const dayMs = 86_400_000;
/** Days after which a request that nobody has proved is forgotten. */
const unprovedDays = 14;
/** Seconds between two looks at one domain, whoever asks for them. */
const lookEveryS = 60;

const clip = (text: string, longest: number) => storableText(text).trim().slice(0, longest);

/**
 * Stores a request and returns its id. Domain and address are to be checked by the caller. It is not for the operator to read until it is proved, so
 * that a flood fills nobody's list and takes nobody's place.
 * @throws {LimitReached} `too-many-requests`
 */
export function askRemoval(
  { domain, contact, message }: Pick<RemovalRow, 'domain' | 'contact' | 'message'>,
  { visitor, network }: Asker,
): Promise<string> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`asker:${network}`}, 0))`;
    const now = await clock(tx);
    const late = await tx.removalRequest.findMany({
      where: { network, createdAt: { gt: new Date(now.getTime() - dayMs) } },
      orderBy: { createdAt: 'asc' },
      select: { visitor: true, createdAt: true },
    });
    const own = late.filter((request) => request.visitor === visitor);
    const full = own.length >= perDay.visitor ? own : late.length >= perDay.network ? late : null;
    if (full) {
      const seconds = ((full[0]?.createdAt.getTime() ?? 0) + dayMs - now.getTime()) / 1000;
      throw new LimitReached(
        'too-many-requests',
        `${full.length} requests came from ${full === own ? 'you' : 'your network'} within a day, which is as many as we take. Please try again in ${inWords(seconds)}.`,
        { retryAfterSeconds: seconds },
      );
    }
    const { id } = await tx.removalRequest.create({
      data: {
        domain: clip(domain, 253),
        contact: clip(contact, 254),
        message: clip(message, 2000),
        token: randomBytes(18).toString('base64url'),
        visitor,
        network,
        createdAt: now,
      },
      select: { id: true },
    });
    return id;
  });
}

const proofFields = { id: true, domain: true, token: true, lookAt: true, lookedAt: true, provedAt: true } as const;

/** How far the proof of a request has come. */
export type RemovalProof = Prisma.RemovalRequestGetPayload<{ select: typeof proofFields }>;

/** The proof of a request, or null when there is no such one. */
export function removalProof(id: string): Promise<RemovalProof | null> {
  return db().removalRequest.findUnique({ where: { id }, select: proofFields });
}

/** Notes that a worker should look for the proof of a request. False when there is none to look for. */
export async function askForLook(id: string): Promise<boolean> {
  const { count } = await db().removalRequest.updateMany({
    where: { id, provedAt: null },
    data: { lookAt: await clock(db()) },
  });
  return count > 0;
}

/**
 * A domain whose proof somebody waits for, and that was not looked at within the last minute; it counts as looked at from now on, so that of many
 * workers one looks. Null when there is none.
 */
export async function takeDomainToProve(): Promise<string | null> {
  const rows = await db().$queryRaw<{ domain: string }[]>`
    WITH due AS (
      SELECT domain FROM removal_request asked WHERE proved_at IS NULL AND look_at IS NOT NULL AND (looked_at IS NULL OR looked_at < look_at)
        AND NOT EXISTS (SELECT FROM removal_request near WHERE near.domain = asked.domain AND near.looked_at > now() - make_interval(secs => ${lookEveryS}))
      ORDER BY look_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE removal_request SET looked_at = now() FROM due WHERE removal_request.domain = due.domain AND look_at IS NOT NULL AND proved_at IS NULL
    RETURNING due.domain`;
  return rows[0]?.domain ?? null;
}

/** Hands the requests of a domain whose tokens were found under it to the operator; returns how many. */
export async function proveRemovals(domain: string, found: readonly string[]): Promise<number> {
  const { count } = await db().removalRequest.updateMany({
    where: { domain, provedAt: null, token: { in: found.filter((token) => token !== '') } },
    data: { provedAt: await clock(db()), visitor: null, network: null },
  });
  return count;
}

/** Forgets requests that were never proved, and who sent those that were. */
export async function pruneRemovals(): Promise<void> {
  await db()
    .$executeRaw`DELETE FROM removal_request WHERE proved_at IS NULL AND created_at < now() - make_interval(days => ${unprovedDays})`;
  await db()
    .$executeRaw`UPDATE removal_request SET visitor = NULL, network = NULL WHERE network IS NOT NULL AND created_at < now() - interval '2 days'`;
}

/** Open requests that were proved, oldest first, then the last closed ones. */
export async function removals(): Promise<RemovalRow[]> {
  const proved = { provedAt: { not: null } };
  const [open, closed] = await Promise.all([
    db().removalRequest.findMany({
      where: { ...proved, resolvedAt: null },
      orderBy: { provedAt: 'asc' },
      take: mostShown,
    }),
    db().removalRequest.findMany({
      where: { ...proved, resolvedAt: { not: null } },
      orderBy: { resolvedAt: 'desc' },
      take: 20,
    }),
  ]);
  return [...open, ...closed];
}

/** Closes a request. False when it was not open. */
export async function resolveRemoval(id: string, actor: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.removalRequest.updateMany({
      where: { id, resolvedAt: null },
      data: { resolvedAt: new Date(), resolvedBy: actor },
    });
    if (count === 0) return false;
    const { domain } = await tx.removalRequest.findUniqueOrThrow({ where: { id }, select: { domain: true } });
    await audit(actor, 'removal.resolve', domain, { id }, tx);
    return true;
  });
}
