/** The version of the numbers, and those that hold for every dimension; the rest stands in dimensions/. */
import type { Tier } from '../schema/report.ts';

/** A change to any number, or to what earns it, changes this, so that a stored report says by which numbers it was judged. */
export const methodology = '2026-12.8';

/** Lowest score of each tier, best first. */
export const tierFloors: readonly { tier: Tier; floor: number }[] = [
  { tier: 'platinum', floor: 90 },
  { tier: 'gold', floor: 75 },
  { tier: 'silver', floor: 60 },
  { tier: 'bronze', floor: 40 },
  { tier: 'not ready', floor: 0 },
];

/** Without a callable endpoint D7 is null, and any overall readiness score built on it is capped here. */
export const noApiOverallCap = 29;
