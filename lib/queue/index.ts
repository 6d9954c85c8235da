/**
 * The queue of scans. It is transport only: a scan is a row before it is a job, the job carries nothing but the row's id, and
 * whatever gets lost here is enqueued again by worker/sweeper.ts.
 */
import { z } from 'zod';
import { log } from '../log.ts';
import { openConsumer, openProducer, type Consumer, type Producer } from './backend.ts';

/** What a job carries. */
export const scanJob = z.object({ scanId: z.uuid() });
export type ScanJob = z.infer<typeof scanJob>;

/** How long a request waits for the queue before it leaves its scan to the sweeper. */
const ENQUEUE_MS = 3000;

// `next dev` evaluates modules again after each change; the producer and its connections stay.
const shared = globalThis as typeof globalThis & { latchkeyProducer?: Producer<ScanJob> };

/** Errors without a turn of the event loop in between: more, and nothing else in this process would ever run again. */
const MOST_AT_ONCE = 100;
let atOnce = 0;

/**
 * Notes a lost connection, which heals by itself. BullMQ's PostgreSQL backend may ask again without a pause when the server dies as it connects, and
 * no timer or signal is heard then: the process ends, and whoever started it starts it anew.
 */
function noteLost(err: unknown): void {
  log('queue').warn({ err }, 'queue connection');
  if (atOnce === 0) setImmediate(() => (atOnce = 0));
  atOnce += 1;
  if (atOnce < MOST_AT_ONCE) return;
  log('queue').fatal({ err }, 'the queue fails without a pause');
  process.exit(1);
}

function producer(): Producer<ScanJob> {
  shared.latchkeyProducer ??= openProducer<ScanJob>(noteLost);
  return shared.latchkeyProducer;
}

function timeLimit(ms: number): { expired: Promise<never>; cancel: () => void } {
  let cancel = () => {};
  const expired = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`The queue did not answer within ${ms} ms.`)), ms);
    cancel = () => clearTimeout(timer);
  });
  return { expired, cancel };
}

/**
 * Puts scans into the queue, each to start `delayMs` from now at the earliest. Enqueuing one that is already there changes nothing.
 * Rejects within three seconds when the queue cannot be reached.
 */
export async function enqueueScans(scans: readonly { id: string; delayMs: number }[]): Promise<void> {
  if (scans.length === 0) return;
  const jobs = scans.map(({ id, delayMs }) => ({ id, payload: { scanId: id }, delayMs }));
  const limit = timeLimit(ENQUEUE_MS);
  try {
    await Promise.race([producer().add(jobs), limit.expired]);
  } finally {
    limit.cancel();
  }
}

/** Lets those of the scans start now whose jobs are held back. */
export async function hurryScans(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await producer().hurry(new Set(ids));
}

/** Puts one scan into the queue; see enqueueScans. */
export function enqueueScan(id: string, delayMs = 0): Promise<void> {
  return enqueueScans([{ id, delayMs }]);
}

/** Calls `work` with each scan's id, at most `concurrency` at once. A rejection puts the job back for a later attempt. */
export function consumeScans(work: (scanId: string) => Promise<unknown>, concurrency: number): Consumer {
  return openConsumer((payload) => work(scanJob.parse(payload).scanId), concurrency, noteLost);
}

/** Closes the producing end; the next enqueue opens it again. */
export async function closeQueue(): Promise<void> {
  const open = shared.latchkeyProducer;
  delete shared.latchkeyProducer;
  await open?.close();
}
