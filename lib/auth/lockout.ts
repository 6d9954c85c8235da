/**
 * Guessing passwords: five tries in a quarter of an hour for one address are free, counted for every web process together; each further one costs
 * work (work.ts). Nobody is locked out by what others try.
 */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '../db/index.ts';
import { placeOf } from '../limits/address.ts';

/** Tries that cost no work. */
export const freeTries = 5;
const windowSeconds = 15 * 60;

/** What the limiter needs of a database client. Prisma gives BIGINT as bigint, with which the limiter cannot count. */
const client = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await db().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    return {
      rows: rows.map((row) => ({ ...row, ...(typeof row.expire === 'bigint' && { expire: Number(row.expire) }) })),
      rowCount: rows.length,
    };
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
    points: freeTries,
    duration: windowSeconds,
  });
  return limiter;
}

/** Each try costs a slow hash, so this process takes only so many without work, whoever asks. */
const perProcess = new RateLimiterMemory({ points: 120, duration: 60 });

/** Tries of one visitor in a minute, for whatever addresses. */
const triesOfVisitor = 20;
const perVisitor = new RateLimiterMemory({ points: triesOfVisitor, duration: 60 });

// The table need not hold the addresses that strangers type.
const keyOf = (email: string) => createHash('sha256').update(email).digest('hex');

/** Whether a try is free, costs work after so many, or comes from a visitor who must wait. */
export type Try = { kind: 'free' } | { kind: 'work'; tries: number } | { kind: 'wait'; waitMs: number };

const refusalOf = async (consuming: Promise<RateLimiterRes>): Promise<RateLimiterRes | null> => {
  try {
    await consuming;
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
};

/**
 * Counts a try before it is made, so that tries made at once count too. `visitor`: the address that it comes from, null when it is not known;
 * left out, only the other limits count.
 */
export async function countTry(email: string, visitor?: string | null): Promise<Try> {
  const own =
    visitor === undefined ? null : await refusalOf(perVisitor.consume(visitor === null ? '' : placeOf(visitor)));
  if (own) return { kind: 'wait', waitMs: own.msBeforeNext };
  const address = await refusalOf(perAddress().consume(keyOf(email)));
  if (address) return { kind: 'work', tries: address.consumedPoints };
  return (await refusalOf(perProcess.consume('all'))) ? { kind: 'work', tries: freeTries } : { kind: 'free' };
}

/** Notes that a piece of work has been used; false when it had been. */
export async function useOnce({ name, seconds }: { name: string; seconds: number }): Promise<boolean> {
  const { consumedPoints } = await perAddress().penalty(`work ${name}`, 1, { customDuration: seconds });
  return consumedPoints === 1;
}

/** Forgets the tries for an address: it signed in, or set a new password. */
export async function forgetTries(email: string): Promise<void> {
  await perAddress().delete(keyOf(email));
}
