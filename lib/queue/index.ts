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

function producer(): Producer<ScanJob> {
  shared.latchkeyProducer ??= openProducer<ScanJob>((err) => log('queue').warn({ err }, 'queue connection'));
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
 * Puts scans into the queue, each not to start before its time. Enqueuing one that is already there changes nothing.
 * Rejects within three seconds when the queue cannot be reached.
 */
export async function enqueueScans(scans: readonly { id: string; notBefore: Date }[]): Promise<void> {
  if (scans.length === 0) return;
  const now = Date.now();
  const jobs = scans.map(({ id, notBefore }) => ({ id, payload: { scanId: id }, delayMs: Math.max(0, notBefore.getTime() - now) }));
  const limit = timeLimit(ENQUEUE_MS);
  try {
    await Promise.race([producer().add(jobs), limit.expired]);
  } finally {
    limit.cancel();
  }
}

/** Puts one scan into the queue; see enqueueScans. */
export function enqueueScan(id: string, notBefore: Date = new Date()): Promise<void> {
  return enqueueScans([{ id, notBefore }]);
}

/** Calls `work` with each scan's id, at most `concurrency` at once. A rejection puts the job back for a later attempt. */
export function consumeScans(work: (scanId: string) => Promise<void>, concurrency: number): Consumer {
  return openConsumer(
    (payload) => work(scanJob.parse(payload).scanId),
    concurrency,
    (err) => log('queue').warn({ err }, 'queue connection'),
  );
}

/** Closes the producing end; the next enqueue opens it again. */
export async function closeQueue(): Promise<void> {
  const open = shared.latchkeyProducer;
  delete shared.latchkeyProducer;
  await open?.close();
}
