/** How many new scans one visitor, or one client with a credential, may ask for. */
import { log } from '../log.ts';
import { settings } from '../settings.ts';
import { giveBack, left, take, type Counted, type Left, type Rate } from './counters.ts';
import { inWords, LimitReached } from './reached.ts';

const nameOf = (who: Counted): string => ('client' in who ? 'client-scan' : 'visitor');

/** A credential says who asks, so that more can be allowed. */
function rateOf(who: Counted): Rate {
  const { visitorScans, clientScans, visitorWindowS } = settings();
  return { points: 'client' in who ? clientScans : visitorScans, seconds: visitorWindowS };
}

function refused(who: Counted, { resetSeconds }: Left): LimitReached {
  const { points, seconds } = rateOf(who);
  const allowance = `${points} new scan${points === 1 ? '' : 's'} every ${inWords(seconds)}`;
  return new LimitReached(
    'too-many-requests',
    `One ${'client' in who ? 'client' : 'visitor'} may ask for ${allowance}, and you have. Please try again in ${inWords(resetSeconds)}.`,
    { retryAfterSeconds: resetSeconds },
  );
}

/**
 * Counts one new scan. Resolves to what takes it back, for when the scan did not come about.
 * @throws {LimitReached} `too-many-requests`, {ServiceUnavailable} when the database is down.
 */
export async function countScan(who: Counted): Promise<() => Promise<void>> {
  const state = await take(nameOf(who), rateOf(who), who);
  if (!state.allowed) throw refused(who, state);
  return async () => {
    try {
      await giveBack(nameOf(who), rateOf(who), who);
    } catch (err) {
      // One scan less until the window ends is no reason to fail the request.
      log('limits').warn({ err }, 'count not taken back');
    }
  };
}

/** What somebody may still ask for. @throws {ServiceUnavailable} */
export async function scansLeft(who: Counted): Promise<{ limit: number; seconds: number } & Omit<Left, 'allowed'>> {
  const { points, seconds } = rateOf(who);
  const { remaining, resetSeconds } = await left(nameOf(who), { points, seconds }, who);
  return { limit: points, seconds, remaining, resetSeconds };
}

export { askerAt, closeCounters as closeVisitors, type Asker } from './counters.ts';
