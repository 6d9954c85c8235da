/** What is on the operator's blocklist at this moment. */
import { settings } from '../settings.ts';
import { db } from './index.ts';

/** Every entry that holds now: those of BLOCKED_TARGETS and those that operators have added while the site runs. */
export async function blockedEntries(): Promise<string[]> {
  const stored = await db().blockedTarget.findMany({ select: { entry: true } });
  return [...settings().blockedTargets, ...stored.map(({ entry }) => entry)];
}
