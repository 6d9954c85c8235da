/** Works off the lists of operators while the worker runs. */
import { feedBulk } from '../lib/admin/bulk-feed.ts';
import { log } from '../lib/log.ts';

const EVERY_MS = 2000;

/** Asks for further scans every few seconds, until the returned function is called. */
export function startBulkFeed(): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const once = async () => {
    try {
      const asked = await feedBulk();
      if (asked > 0) log('bulk').info({ asked }, 'scans of lists asked for');
    } catch (err) {
      log('bulk').warn({ err }, 'lists not gone on with, will be tried again');
    }
    if (!stopped) timer = setTimeout(() => void once(), EVERY_MS);
  };
  timer = setTimeout(() => void once(), EVERY_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
