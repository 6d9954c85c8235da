/** A point in time in words: relative for reading, absolute for the record. */

const spans: readonly [limit: number, unit: number, name: Intl.RelativeTimeFormatUnit][] = [
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [86_400 * 31, 86_400, 'day'],
  [86_400 * 365, 86_400 * 30.44, 'month'],
  [Infinity, 86_400 * 365.25, 'year'],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** `just now`, `3 minutes ago`, `yesterday`. Times ahead count as now: clocks differ. */
export function ago(at: Date, now: Date): string {
  const seconds = (now.getTime() - at.getTime()) / 1000;
  if (seconds < 45) return 'just now';
  const [, unit, name] = spans.find(([limit]) => seconds < limit) ?? [0, 86_400, 'day' as const];
  return relative.format(-Math.max(1, Math.floor(seconds / unit)), name);
}

/** `23 November 2026 at 21:05 UTC`. */
export function stamp(at: Date): string {
  return `${absolute.format(at)} UTC`;
}
