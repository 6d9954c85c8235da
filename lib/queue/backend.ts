/** Where BullMQ keeps its jobs: Redis when REDIS_URL is set, else PostgreSQL in the schema `bullmq`. Chosen here and nowhere else. */
import { createPostgresBackend, Queue, withBackend, Worker, type JobsOptions } from 'bullmq';
import { databaseUrl, settings } from '../settings.ts';

const QUEUE = 'scans';
const JOB = 'scan';
const onPostgres = withBackend(createPostgresBackend);

/** BullMQ's own tables are made by scripts/migrate.mjs, never by a running process. */
function postgresConnection(max: number) {
  return { connectionString: databaseUrl(), max, connectionTimeoutMillis: 5000, application_name: 'latchkey-queue' };
}

/** BullMQ makes the ioredis client itself, so that an installation without Redis never loads it. */
function redisConnection(url: string) {
  return { url, connectTimeout: 5000 };
}

/** How many held-back jobs one sweep looks through. */
const MAX_HELD = 1000;

/** One job to be. `delayMs` holds it back. */
export interface NewJob<Payload> {
  id: string;
  payload: Payload;
  delayMs: number;
}

/** The producing end of the queue. */
export interface Producer<Payload> {
  /** Adds jobs; one whose id is already waiting, delayed or running is left as it is. */
  add(jobs: readonly NewJob<Payload>[]): Promise<void>;
  /** Ends the delay of those jobs that have one. */
  hurry(ids: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}

/** The consuming end of the queue. */
export interface Consumer {
  /** Takes no more jobs; resolves when the running ones have ended. */
  close(): Promise<void>;
}

const jobOptions: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 2000 },
  // A job that stayed would keep its id taken, and the sweeper could not enqueue that scan again.
  removeOnComplete: true,
  removeOnFail: true,
};

/** What both backends' queues have in common. */
interface AnyQueue {
  addBulk(jobs: { name: string; data: unknown; opts: JobsOptions }[]): Promise<unknown>;
  getDelayed(start: number, end: number): Promise<{ id?: string | undefined; promote(): Promise<void> }[]>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Opens the producing end on the backend that the settings choose. `onError` hears of lost connections, which heal by themselves. */
export function openProducer<Payload>(onError: (error: Error) => void): Producer<Payload> {
  const { redisUrl, queuePrefix } = settings();
  const queue: AnyQueue = redisUrl
    ? new Queue<unknown>(QUEUE, {
        connection: { ...redisConnection(redisUrl), enableOfflineQueue: false, maxRetriesPerRequest: 1 },
        prefix: queuePrefix,
      })
    : new onPostgres.Queue<unknown>(QUEUE, { connection: postgresConnection(2) });
  queue.on('error', onError);
  return {
    async add(jobs) {
      await queue.addBulk(
        jobs.map(({ id, payload, delayMs }) => ({
          name: JOB,
          data: payload,
          opts: { ...jobOptions, jobId: id, delay: delayMs },
        })),
      );
    },
    async hurry(ids) {
      const held = (await queue.getDelayed(0, MAX_HELD)).filter(({ id }) => id !== undefined && ids.has(id));
      // One that starts by itself in this very moment can no longer be promoted, which is as good.
      const outcomes = await Promise.allSettled(held.map((job) => job.promote()));
      for (const outcome of outcomes)
        if (outcome.status === 'rejected')
          onError(outcome.reason instanceof Error ? outcome.reason : new Error(String(outcome.reason)));
    },
    close: () => queue.close(),
  };
}

/**
 * Opens the consuming end. `work` gets each job's payload, not yet validated; when it rejects, the job is tried again, up to three times.
 */
export function openConsumer(
  work: (payload: unknown) => Promise<unknown>,
  concurrency: number,
  onError: (error: Error) => void,
): Consumer {
  const { redisUrl, queuePrefix } = settings();
  // A worker that is killed frees its jobs after lockDuration, found by a check every stalledInterval. Attempts are bounded by the
  // scan's row, so a job may stall more often than BullMQ's default of once.
  const options = { concurrency, lockDuration: 10_000, stalledInterval: 5000, maxStalledCount: 5 };
  const run = (job: { data: unknown }) => work(job.data);
  const worker = redisUrl
    ? new Worker(QUEUE, run, {
        ...options,
        connection: { ...redisConnection(redisUrl), maxRetriesPerRequest: null },
        prefix: queuePrefix,
      })
    : new onPostgres.Worker(QUEUE, run, { ...options, connection: postgresConnection(4) });
  // An emitter without a listener for `error` ends the process; both backends connect again by themselves.
  worker.on('error', onError);
  return { close: () => worker.close() };
}
