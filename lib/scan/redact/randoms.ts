/** The random strings that a scan makes up: they open nothing, and where a target repeats them is evidence. */
import { randomValue } from './values.ts';

/** Whether `value` is, or in Base64 holds (RFC 7617 §2), one of our own random strings. */
export function holdsRandom(value: string, randoms: readonly string[]): boolean {
  if (randoms.length === 0) return false;
  if (randoms.some((random) => value.includes(random))) return true;
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return randoms.some((random) => decoded.includes(random));
}

/** What Base64 makes of a string, wherever in the encoded text it begins: of its whole groups, in both alphabets (RFC 4648 §4, §5). */
function inBase64(random: string): readonly string[] {
  const known = encoded.get(random);
  if (known !== undefined) return known;
  const made = [0, 1, 2].flatMap((before) => {
    const whole = Buffer.from(`${' '.repeat(before)}${random}`).toString('base64');
    const groups = whole.slice(before === 0 ? 0 : 4, Math.floor((before + random.length) / 3) * 4);
    return [...new Set([groups, groups.replaceAll('+', '-').replaceAll('/', '_')])];
  });
  if (encoded.size >= 1000) encoded.clear();
  encoded.set(random, made);
  return made;
}
const encoded = new Map<string, readonly string[]>();

/**
 * Replaces our own random strings before the patterns see them, so that they read `[random]` and not `[redacted]`: as they are, in any
 * case, and inside Base64, as a server repeats the Basic credentials that it was sent.
 */
export function markRandoms(text: string, randoms: readonly string[]): string {
  const lower = text.toLowerCase();
  let out = text;
  for (const random of randoms) {
    // No form of it is shorter than that, which spares most header fields.
    if (random.length < 8 || text.length < random.length - 2) continue;
    if (lower.includes(random.toLowerCase()))
      out = out.replace(new RegExp(random.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`), 'gi'), randomValue);
    if (inBase64(random).some((groups) => text.includes(groups)))
      out = out.replace(/[A-Za-z0-9+/_-]{16,4096}={0,2}/g, (run) => (holdsRandom(run, [random]) ? randomValue : run));
  }
  return out;
}
