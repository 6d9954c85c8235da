/** The random strings that a scan makes up: they open nothing, and where a target repeats them is evidence. */
import { randomValue } from './values.ts';

/** Whether `value` is, or in Base64 holds (RFC 7617 §2), one of our own random strings. */
export function holdsRandom(value: string, randoms: readonly string[]): boolean {
  if (randoms.length === 0) return false;
  if (randoms.some((random) => value.includes(random))) return true;
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return randoms.some((random) => decoded.includes(random));
}

/**
 * Replaces our own random strings before the patterns see them, so that they read `[random]` and not `[redacted]`: as they are, in any
 * case, and inside Base64, as a server repeats the Basic credentials that it was sent.
 */
export function markRandoms(text: string, randoms: readonly string[]): string {
  const long = randoms.filter((random) => random.length >= 8);
  if (long.length === 0) return text;
  let out = text;
  const lower = text.toLowerCase();
  for (const random of long)
    if (lower.includes(random.toLowerCase()))
      out = out.replace(new RegExp(random.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`), 'gi'), randomValue);
  return out.replace(/[A-Za-z0-9+/_-]{16,4096}={0,2}/g, (run) => (holdsRandom(run, long) ? randomValue : run));
}
