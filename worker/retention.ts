/** Prunes old scans while the worker runs; what is kept is a setting. */
import { pruneBulk } from '../lib/admin/bulk.ts';
import { pruneDisputes } from '../lib/admin/disputes.ts';
import { pruneRemovals } from '../lib/admin/removals.ts';
import { prune } from '../lib/db/retention.ts';
import { pruneRequests } from '../lib/db/verifications.ts';
import { log } from '../lib/log.ts';
import { forgetExpired } from '../lib/oauth/forgetting.ts';
import { settings } from '../lib/settings.ts';

const EVERY_MS = 3_600_000;
/** The start of a worker is busy enough. */
const FIRST_MS = 60_000;
/** Between two batches, so that a large clean-up leaves the database to the scans. */
const BREATH_MS = 500;
/** Batches of one hour at most; the rest waits for the next. */
const MOST_BATCHES = 500;

/** Prunes until nothing is left to prune; returns how many scans went. `stopped` is asked between batches. */
export async function pruneAll(stopped: () => boolean = () => false): Promise<number> {
  const { keepReports, keepDays } = settings();
  let total = 0;
  for (let batch = 0; batch < MOST_BATCHES && !stopped(); batch++) {
    const { scans, walks } = await prune({ keepReports, keepDays });
    total += scans;
    if (scans + walks === 0) break;
    await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  }
  return total;
}

/** Prunes a minute after the start and then every hour, until the returned function is called. */
export function startPruning(): () => void {
  const logger = log('retention');
  let stopped = false;
  let timer: NodeJS.Timeout;
  const once = async () => {
    try {
      await pruneRemovals();
      await pruneDisputes();
      await pruneRequests();
      await pruneBulk(settings().keepDays);
      const scans = await pruneAll(() => stopped);
      if (scans > 0) logger.info({ scans }, 'old scans deleted');
      await forgetExpired();
    } catch (err) {
      logger.warn({ err }, 'old scans not deleted, will be tried again');
    }
    if (!stopped) timer = setTimeout(() => void once(), EVERY_MS);
  };
  timer = setTimeout(() => void once(), FIRST_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
