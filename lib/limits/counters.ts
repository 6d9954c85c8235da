/**
 * Named counts of what one visitor or client does in a while, exact across all web processes: in Redis when there is one, else in PostgreSQL
 * in the schema `limits`. Addresses are never stored, only keyed hashes that outlive their window by little.
 */
import type { Redis } from 'ioredis';
import pg from 'pg';
import {
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { reaching } from '../db/unavailable.ts';
import { log } from '../log.ts';
import { databaseUrl, settings } from '../settings.ts';
import { networkKey, visitorKey } from './address.ts';

/** How many within how long. */
export interface Rate {
  points: number;
  seconds: number;
}

/** What is left of a rate, and after how many seconds it is whole again. */
export interface Left {
  allowed: boolean;
  remaining: number;
  resetSeconds: number;
}

/** How long the first request of a process waits for Redis before it counts in PostgreSQL. */
const CONNECT_MS = 2000;

interface Store {
  limiter(name: string, rate: Rate): RateLimiterAbstract;
  secret: string;
  close(): Promise<void>;
}

const shared = globalThis as typeof globalThis & { latchkeyCounters?: Promise<Store> };

/** The key of the hashes, the same for all processes; it was drawn when the database was made. */
async function readSecret(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ value: string }>('SELECT value FROM limits.secret');
  const value = rows[0]?.value;
  if (value === undefined) throw new Error('The table limits.secret is empty: run `npm run db:migrate`.');
  return value;
}

/** A client that answers at once: while Redis is away commands fail instead of waiting, and it connects again by itself. */
export async function openRedis(url: string): Promise<Redis> {
  // An installation without Redis never loads it.
  const ioredis = await import('ioredis');
  const redis = new ioredis.Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: CONNECT_MS,
    commandTimeout: CONNECT_MS,
  });
  redis.on('error', (err: Error) => log('limits').warn({ err }, 'redis connection'));
  const patience = new Promise<void>((resolve) => setTimeout(resolve, CONNECT_MS).unref());
  // A failure is told to the listener above too; it heals while the process runs.
  await Promise.race([
    redis
      .connect()
      .catch((err: unknown) => log('limits').warn({ err }, 'visitors are counted in PostgreSQL until Redis is back')),
    patience,
  ]);
  return redis;
}

async function open(): Promise<Store> {
  const { redisUrl, queuePrefix } = settings();
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    max: 2,
    connectionTimeoutMillis: 5000,
    statement_timeout: 5000,
    application_name: 'latchkey-limits',
  });
  // A pool without a listener ends the process when the server closes an idle connection.
  pool.on('error', (err) => log('limits').warn({ err }, 'database connection'));
  try {
    const secret = await readSecret(pool);
    const redis = redisUrl ? await openRedis(redisUrl) : null;
    const made = new Map<string, RateLimiterAbstract>();
    const make = (name: string, { points, seconds }: Rate): RateLimiterAbstract => {
      const limits = { points, duration: seconds };
      const inPostgres = new RateLimiterPostgres({
        ...limits,
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'limits',
        tableName: 'visitor',
        tableCreated: true,
        keyPrefix: name,
      });
      return redis
        ? new RateLimiterRedis({
            ...limits,
            storeClient: redis,
            keyPrefix: `${queuePrefix}:${name}`,
            rejectIfRedisNotReady: true,
            insuranceLimiter: inPostgres,
          })
        : inPostgres;
    };
    return {
      secret,
      limiter(name, rate) {
        const key = `${name} ${rate.points} ${rate.seconds}`;
        const limiter = made.get(key) ?? make(name, rate);
        made.set(key, limiter);
        return limiter;
      },
      async close() {
        redis?.disconnect();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function store(): Promise<Store> {
  shared.latchkeyCounters ??= open().catch((error: unknown) => {
    // The next request tries again.
    delete shared.latchkeyCounters;
    throw error;
  });
  return shared.latchkeyCounters;
}

const leftOf = (allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Left => ({
  allowed,
  remaining: Math.max(0, remainingPoints),
  resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
});

/** Whom a count is about: a visitor or the network around them, by address (null: all whose address is unknown together), or a client by its id. */
export type Counted = { visitor: string | null } | { network: string | null } | { client: string };

function keyOf(who: Counted, secret: string): string {
  if ('client' in who) return who.client;
  return 'visitor' in who ? visitorKey(who.visitor ?? 'unknown', secret) : networkKey(who.network ?? 'unknown', secret);
}

/** Takes one from the count `name` of somebody. @throws {ServiceUnavailable} when the database is down. */
export function take(name: string, rate: Rate, who: Counted): Promise<Left> {
  return reaching(async () => {
    const { limiter, secret } = await store();
    try {
      return leftOf(true, await limiter(name, rate).consume(keyOf(who, secret)));
    } catch (error) {
      if (error instanceof Error) throw error;
      return leftOf(false, error as RateLimiterRes);
    }
  });
}

/** What is left, without taking. @throws {ServiceUnavailable} */
export function left(name: string, rate: Rate, who: Counted): Promise<Left> {
  return reaching(async () => {
    const { limiter, secret } = await store();
    const known = await limiter(name, rate).get(keyOf(who, secret));
    return known
      ? leftOf(known.remainingPoints > 0, known)
      : { allowed: true, remaining: rate.points, resetSeconds: rate.seconds };
  });
}

/** Gives one back. */
export async function giveBack(name: string, rate: Rate, who: Counted): Promise<void> {
  const { limiter, secret } = await store();
  await limiter(name, rate).reward(keyOf(who, secret));
}

/** Who asks, as keyed hashes: the visitor, and the network around them. */
export interface Asker {
  visitor: string;
  network: string;
}

/** The names under which the visitor at `address` is counted; all whose address is unknown are one. @throws {ServiceUnavailable} */
export function askerAt(address: string | null): Promise<Asker> {
  return reaching(async () => {
    const { secret } = await store();
    return { visitor: visitorKey(address ?? 'unknown', secret), network: networkKey(address ?? 'unknown', secret) };
  });
}

/** Closes the connections; the next count opens them again. */
export async function closeCounters(): Promise<void> {
  const opened = shared.latchkeyCounters;
  delete shared.latchkeyCounters;
  await (await opened)?.close();
}
