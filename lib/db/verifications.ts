/** Rows of owners who verify with a client of their own: the proof of their address, and the sealed credential of one scan. */
import { randomBytes } from 'node:crypto';
import type { Asker } from '../limits/visitors.ts';
import { inWords, LimitReached } from '../limits/reached.ts';
import { keptMinutes } from '../credentials.ts';
import type { Report } from '../scan/schema/report.ts';
import type { Target } from '../scan/types.ts';
import { db, Prisma } from './index.ts';
import { refuseWhenFull, type QueueLimits } from './line.ts';
import { clock, lockNeighbourhood, neighbourhood } from './neighbourhood.ts';
import { insertScan, waiting, type Waiting } from './scans.ts';

/** Hours for which a request can be gone on with. */
export const requestHours = 24;
/** Requests of one visitor in a day, and of the network around them. */
const perDay = { visitor: 20, network: 60 } as const;
const dayMs = 86_400_000;
/** Seconds between two looks at one address, whoever asks for them. */
const lookEveryS = 15;

const fields = {
  id: true,
  domain: true,
  targetUrl: true,
  token: true,
  visitor: true,
  createdAt: true,
  lookAt: true,
  lookedAt: true,
  provedAt: true,
  provedBy: true,
  wish: true,
} as const;

export type VerificationRow = Prisma.VerificationRequestGetPayload<{ select: typeof fields }>;

/** Begins a request and returns its id. @throws {LimitReached} `too-many-requests` */
export function insertRequest({ domain, url }: Target, { visitor, network }: Asker): Promise<string> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`asker:${network}`}, 0))`;
    const now = await clock(tx);
    const since = { createdAt: { gt: new Date(now.getTime() - dayMs) }, network };
    const [all, own] = await Promise.all([
      tx.verificationRequest.count({ where: since }),
      tx.verificationRequest.count({ where: { ...since, visitor } }),
    ]);
    if (own >= perDay.visitor || all >= perDay.network)
      throw new LimitReached(
        'too-many-requests',
        `${own >= perDay.visitor ? own : all} verifications were begun from where you are within a day, which is as many as we take. Please try again in ${inWords(3600)}.`,
        { retryAfterSeconds: 3600 },
      );
    const token = randomBytes(18).toString('base64url');
    const data = { domain, targetUrl: url, token, visitor, network, createdAt: now };
    return (await tx.verificationRequest.create({ data, select: { id: true } })).id;
  });
}

/** A request that can still be gone on with, or null. */
export async function findRequest(id: string): Promise<VerificationRow | null> {
  const row = await db().verificationRequest.findUnique({ where: { id }, select: fields });
  if (!row) return null;
  const age = (await clock(db())).getTime() - row.createdAt.getTime();
  return age < requestHours * 3_600_000 ? row : null;
}

/** Notes that a worker should look for the proof. */
export async function askForLook(id: string): Promise<void> {
  await db().verificationRequest.updateMany({ where: { id, provedAt: null }, data: { lookAt: await clock(db()) } });
}

/** Rows whose proof somebody waits for: for the first time, or once more before a wish comes true. */
const awaited = Prisma.sql`look_at IS NOT NULL AND (proved_at IS NULL OR wish IS NOT NULL)`;

/** An address whose proof somebody waits for, once at a time over all workers; null when there is none. */
export async function takeAddressToProve(): Promise<{ domain: string; targetUrl: string } | null> {
  const rows = await db().$queryRaw<{ domain: string; targetUrl: string }[]>`
    WITH due AS (
      SELECT target_url FROM verification_request asked WHERE ${awaited} AND (looked_at IS NULL OR looked_at < look_at)
        AND created_at > now() - make_interval(hours => ${requestHours})
        AND NOT EXISTS (SELECT FROM verification_request near WHERE near.target_url = asked.target_url AND near.looked_at > now() - make_interval(secs => ${lookEveryS}))
      ORDER BY look_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE verification_request SET looked_at = now() FROM due WHERE verification_request.target_url = due.target_url AND ${awaited}
    RETURNING domain, due.target_url AS "targetUrl"`;
  return rows[0] ?? null;
}

/** Notes which requests of an address are proved; returns how many. */
export async function proveVerifications(
  targetUrl: string,
  found: Record<'records' | 'files', string[]>,
): Promise<number> {
  const now = await clock(db());
  const prove = async (provedBy: 'record' | 'file', tokens: readonly string[]) => {
    const { count } = await db().verificationRequest.updateMany({
      where: { targetUrl, provedAt: null, token: { in: tokens.filter((token) => token !== '') } },
      data: { provedAt: now, provedBy },
    });
    return count;
  };
  // The record speaks for more, so it goes first.
  return (await prove('record', found.records)) + (await prove('file', found.files));
}

/** The newest report of an address that strangers may see, from which the page works out where a credential would go. */
export async function newestReport(targetUrl: string): Promise<Report | null> {
  const row = await db().scan.findFirst({
    where: { targetUrl, status: 'done', unlisted: false },
    orderBy: { finishedAt: 'desc' },
    select: { report: true },
  });
  // Written by runs.ts, which takes only reports.
  return (row?.report as unknown as Report | undefined) ?? null;
}

/**
 * Makes a scan with its sealed credential, both or neither. `charge` is called when the row is about to be made; what it throws is thrown.
 * @throws {LimitReached}
 */
export function insertVerified(
  target: Target,
  {
    id,
    sealed,
    requestId,
    ...options
  }: QueueLimits & { id: string; sealed: string; requestId: string; unlisted: boolean; cooldownMs: number },
  asker: Asker,
  charge: () => Promise<void>,
): Promise<Waiting> {
  const near = neighbourhood(target);
  return db().$transaction(async (tx) => {
    await lockNeighbourhood(tx, near);
    const now = await clock(tx);
    await refuseWhenFull(tx, near, now, options, asker);
    await charge();
    const scan = await insertScan(tx, target, { ...options, verified: id }, asker, now);
    await tx.sealedCredential.create({ data: { scanId: id, requestId, sealed, createdAt: now } });
    return waiting(scan, now);
  });
}

/** Takes the credential of a scan: it is gone from the table when this resolves. Null when there is none that is fresh. */
export async function takeSealed(
  scanId: string,
): Promise<{ sealed: string; domain: string; targetUrl: string; token: string } | null> {
  const rows = await db().$queryRaw<
    { sealed: string; domain: string; targetUrl: string; token: string; fresh: boolean }[]
  >`
    DELETE FROM sealed_credential USING verification_request request
    WHERE scan_id = ${scanId}::uuid AND request.id = request_id
    RETURNING sealed, request.domain, request.target_url AS "targetUrl", request.token,
      sealed_credential.created_at BETWEEN now() - make_interval(mins => ${keptMinutes}) AND now() + interval '1 minute'
        AND request.proved_at IS NOT NULL AND request.created_at > now() - make_interval(hours => ${requestHours}) AS fresh`;
  const [row] = rows;
  return row?.fresh ? row : null;
}

/** Erases credentials that waited too long or whose scan has ended; returns how many. */
export function eraseCredentials(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM sealed_credential USING scan WHERE scan.id = scan_id
      AND (sealed_credential.created_at NOT BETWEEN now() - make_interval(mins => ${keptMinutes}) AND now() + interval '1 minute' OR scan.status IN ('done', 'failed'))`;
}

/** Forgets requests that can no longer be gone on with. */
export async function pruneRequests(): Promise<void> {
  await db()
    .$executeRaw`DELETE FROM verification_request WHERE created_at < now() - make_interval(hours => ${2 * requestHours})`;
}
