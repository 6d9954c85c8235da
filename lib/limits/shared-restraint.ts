/** The restraint of all workers: counted in Redis when there is one, else in PostgreSQL's schema `limits`; while neither answers, in each process. */
import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { log } from '../log.ts';
import type { Restraint } from '../scan/types.ts';
import { databaseUrl, settings } from '../settings.ts';
import { buckets, createRestraint, memoryLimiter, type BucketKind } from './restraint.ts';
import { openRedis } from './counters.ts';

/** Opens the counts. Addresses that the operator has opened to scans are his own, and exempt. */
export async function openRestraint(): Promise<{ restraint: Restraint; close(): Promise<void> }> {
  const { redisUrl, queuePrefix, scanAllowNets } = settings();
  const limits = (kind: BucketKind) => ({
    points: buckets[kind].points,
    duration: buckets[kind].duration,
    insuranceLimiter: memoryLimiter(kind),
  });
  if (redisUrl) {
    const redis = await openRedis(redisUrl);
    const inRedis = (kind: BucketKind): RateLimiterAbstract =>
      new RateLimiterRedis({
        ...limits(kind),
        storeClient: redis,
        keyPrefix: `${queuePrefix}:contact:${kind}`,
        rejectIfRedisNotReady: true,
      });
    return {
      restraint: createRestraint(inRedis, scanAllowNets),
      close() {
        redis.disconnect();
        return Promise.resolve();
      },
    };
  }
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    max: 2,
    connectionTimeoutMillis: 5000,
    statement_timeout: 5000,
    application_name: 'latchkey-restraint',
  });
  // A pool without a listener ends the process when the server closes an idle connection.
  pool.on('error', (err) => log('limits').warn({ err }, 'database connection'));
  const inPostgres = (kind: BucketKind): RateLimiterAbstract =>
    new RateLimiterPostgres({
      ...limits(kind),
      storeClient: pool,
      storeType: 'pool',
      schemaName: 'limits',
      tableName: 'contact',
      tableCreated: true,
      keyPrefix: kind,
    });
  return { restraint: createRestraint(inPostgres, scanAllowNets), close: () => pool.end() };
}
