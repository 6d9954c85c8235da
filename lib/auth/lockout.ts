/** Guessing passwords: five tries in a quarter of an hour for one address, then a pause of as long; counted for every web process together. */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '../db/index.ts';
import { placeOf } from '../limits/address.ts';

/** Tries before the pause. */
export const triesBeforePause = 5;
const pauseSeconds = 15 * 60;

/** What the limiter needs of a database client. Prisma gives BIGINT as bigint, with which the limiter cannot count. */
const client = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await db().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    return { rows: rows.map((row) => ({ ...row, ...(typeof row.expire === 'bigint' && { expire: Number(row.expire) }) })), rowCount: rows.length };
  },
};

let limiter: RateLimiterPostgres | undefined;
function perAddress(): RateLimiterPostgres {
  limiter ??= new RateLimiterPostgres({
    storeClient: client,
    storeType: 'client',
    tableName: 'login_attempt',
    keyPrefix: 'login',
    tableCreated: true,
    clearExpiredByTimeout: true,
    points: triesBeforePause,
    duration: pauseSeconds,
    blockDuration: pauseSeconds,
  });
  return limiter;
}

/** Each try costs a slow hash, so this process takes only so many, whoever asks. */
const perProcess = new RateLimiterMemory({ points: 60, duration: 60 });

/** Tries of one visitor in a minute, for whatever addresses: the process's own limit is not for one of them to use up, or nobody could sign in. */
const triesOfVisitor = 20;
const perVisitor = new RateLimiterMemory({ points: triesOfVisitor, duration: 60 });

// The table need not hold the addresses that strangers type.
const keyOf = (email: string) => createHash('sha256').update(email).digest('hex');

/**
 * Counts a try before it is made, so that tries made at once count too. Milliseconds to wait when no more are left, else null. `visitor`: the
 * address that it comes from, null when it is not known; left out, only the other limits count.
 */
export async function countTry(email: string, visitor?: string | null): Promise<number | null> {
  try {
    if (visitor !== undefined) await perVisitor.consume(visitor === null ? '' : placeOf(visitor));
    await perProcess.consume('all');
    await perAddress().consume(keyOf(email));
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
    throw refusal;
  }
}

/** Forgets the tries for an address: it signed in, or set a new password. */
export async function forgetTries(email: string): Promise<void> {
  await perAddress().delete(keyOf(email));
}
