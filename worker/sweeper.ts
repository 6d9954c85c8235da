/** Makes the queue agree with the table: unfinished scans whose job is gone get a new one, scans of dead workers are put back in line, credentials that nobody took are erased. */
import { findWaiting, requeueStale } from '../lib/db/runs.ts';
import { eraseCredentials } from '../lib/db/verifications.ts';
import { log } from '../lib/log.ts';
import { enqueueScans, hurryScans } from '../lib/queue/index.ts';
import { settings } from '../lib/settings.ts';

const BATCH = 500;
/** A row younger than this is still on its way into the queue by itself. */
const SETTLED_MS = 3000;
/** Longer than the queue's own pause before it tries a job again. */
const OVERDUE_MS = 30_000;
/** What a due time may be ahead beyond the pauses of everything that may wait in line for one target. */
const SLACK_MS = 60_000;

/**
 * One sweep. Enqueuing is idempotent (the job's id is the scan's), so it does not matter that most waiting scans have their job, nor
 * that every worker sweeps. Returns what it found.
 */
export async function sweep(): Promise<{ stale: number; waiting: number }> {
  await eraseCredentials();
  const stale = await requeueStale();
  const { cooldownS, targetQueueLimit } = settings();
  const farthestMs = (targetQueueLimit + 2) * cooldownS * 1000 + SLACK_MS;
  const waiting = await findWaiting(BATCH, { settledMs: SETTLED_MS, farthestMs });
  await enqueueScans(waiting.map(({ id }) => ({ id, delayMs: 0 })));
  // Enqueuing leaves a job that is held back as it is. One of a scan that was due long ago is held back by a clock that went wrong.
  await hurryScans(waiting.filter(({ overdueMs }) => overdueMs > OVERDUE_MS).map(({ id }) => id));
  return { stale, waiting: waiting.length };
}

/**
 * Sweeps now and then every `everyMs`, until the returned function is called; that resolves when a running sweep has ended.
 * `swept` is called after each sweep that went well.
 */
export function startSweeper(everyMs: number, swept: () => Promise<void>): () => Promise<void> {
  const logger = log('sweeper');
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const once = async () => {
    try {
      const { stale, waiting } = await sweep();
      await swept();
      if (stale > 0) logger.warn({ stale, waiting }, 'scans of a dead worker put back in line');
      else if (waiting > 0) logger.debug({ waiting }, 'swept');
    } catch (err) {
      logger.warn({ err }, 'sweep failed, will be repeated');
    }
  };
  const loop = () => {
    running = once().then(() => {
      if (!stopped) timer = setTimeout(loop, everyMs);
    });
  };
  loop();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
