/**
 * How many new scans one visitor may ask for, counted exactly across all web processes: in Redis when there is one, else in PostgreSQL in
 * the schema `limits`, which scripts/migrate.mjs makes. Addresses are never stored, only keyed hashes that outlive their window by little.
 */
import type { Redis } from 'ioredis';
import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRedis, type RateLimiterAbstract, type RateLimiterRes } from 'rate-limiter-flexible';
import { reaching } from '../db/unavailable.ts';
import { log } from '../log.ts';
import { databaseUrl, settings } from '../settings.ts';
import { visitorKey } from './address.ts';
import { inWords, LimitReached } from './reached.ts';

/** How long the first request of a process waits for Redis before it counts in PostgreSQL. */
const CONNECT_MS = 2000;

interface Counter {
  limiter: RateLimiterAbstract;
  secret: string;
  close(): Promise<void>;
}

// `next dev` evaluates modules again after each change; connections stay.
const shared = globalThis as typeof globalThis & { latchkeyVisitors?: Promise<Counter> };

/** The key of the hashes, the same for all processes; it was drawn when the database was made. */
async function readSecret(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ value: string }>('SELECT value FROM limits.secret');
  const value = rows[0]?.value;
  if (value === undefined) throw new Error('The table limits.secret is empty: run `npm run db:migrate`.');
  return value;
}

/** A client that answers at once: while Redis is away commands fail instead of waiting, and it connects again by itself. */
async function openRedis(url: string): Promise<Redis> {
  // An installation without Redis never loads it.
  const ioredis = await import('ioredis');
  const redis = new ioredis.Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 0, connectTimeout: CONNECT_MS, commandTimeout: CONNECT_MS });
  redis.on('error', (err: Error) => log('limits').warn({ err }, 'redis connection'));
  const patience = new Promise<void>((resolve) => setTimeout(resolve, CONNECT_MS).unref());
  // A failure is told to the listener above too; it heals while the process runs.
  await Promise.race([redis.connect().catch((err: unknown) => log('limits').warn({ err }, 'visitors are counted in PostgreSQL until Redis is back')), patience]);
  return redis;
}

async function open(): Promise<Counter> {
  const { redisUrl, queuePrefix, visitorScans, visitorWindowS } = settings();
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 2, connectionTimeoutMillis: 5000, statement_timeout: 5000, application_name: 'latchkey-limits' });
  // A pool without a listener ends the process when the server closes an idle connection.
  pool.on('error', (err) => log('limits').warn({ err }, 'database connection'));
  try {
    const secret = await readSecret(pool);
    const limits = { points: visitorScans, duration: visitorWindowS };
    const inPostgres = new RateLimiterPostgres({ ...limits, storeClient: pool, storeType: 'pool', schemaName: 'limits', tableName: 'visitor', tableCreated: true, keyPrefix: '' });
    if (!redisUrl) return { limiter: inPostgres, secret, close: () => pool.end() };
    const redis = await openRedis(redisUrl);
    const limiter = new RateLimiterRedis({ ...limits, storeClient: redis, keyPrefix: `${queuePrefix}:visitor`, rejectIfRedisNotReady: true, insuranceLimiter: inPostgres });
    return {
      limiter,
      secret,
      async close() {
        redis.disconnect();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function counter(): Promise<Counter> {
  shared.latchkeyVisitors ??= open().catch((error: unknown) => {
    // The next request tries again.
    delete shared.latchkeyVisitors;
    throw error;
  });
  return shared.latchkeyVisitors;
}

function refused({ msBeforeNext }: RateLimiterRes): LimitReached {
  const { visitorScans, visitorWindowS } = settings();
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const allowance = `${visitorScans} new scan${visitorScans === 1 ? '' : 's'} every ${inWords(visitorWindowS)}`;
  return new LimitReached('too-many-requests', `One visitor may ask for ${allowance}, and you have. Please try again in ${inWords(seconds)}.`, { retryAfterSeconds: seconds });
}

/**
 * Counts one new scan of the visitor at `address`; all whose address is unknown share one count. Resolves to what takes it back, for
 * when the scan did not come about.
 * @throws {LimitReached} `too-many-requests`, {ServiceUnavailable} when the database is down.
 */
export function countScan(address: string | null): Promise<() => Promise<void>> {
  return reaching(async () => {
    const { limiter, secret } = await counter();
    const key = visitorKey(address ?? 'unknown', secret);
    try {
      await limiter.consume(key);
    } catch (error) {
      // The site's bundles each hold the library and share one counter, so that `instanceof` is not to be relied on.
      throw error instanceof Error ? error : refused(error as RateLimiterRes);
    }
    return async () => {
      try {
        await limiter.reward(key);
      } catch (err) {
        // The visitor has one scan less until the window ends, which is no reason to fail their request.
        log('limits').warn({ err }, 'count not taken back');
      }
    };
  });
}

/** Closes the connections; the next count opens them again. */
export async function closeVisitors(): Promise<void> {
  const opened = shared.latchkeyVisitors;
  delete shared.latchkeyVisitors;
  await (await opened)?.close();
}
