/**
 * Work that a browser does for a further try after many wrong ones: it finds a number with which a SHA-256 begins with so many zero bits. Guessing
 * gets dear, and nobody's guesses keep the operator out.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { authSecret } from './secret.ts';

/** Zero bits for the first try that costs work: a second or so of a browser. */
const leastBits = 14;
/** Bits for any number of tries, so that the right password gets in after seconds, on a slow telephone too. */
const mostBits = 17;
/** How long a challenge may be answered. */
const lifetimeMs = 10 * 60_000;

const shape = /^(\d{13})\.(\d{1,2})\.([\w-]{22})\.([\w-]{43})$/;

const signature = async (email: string, told: string) =>
  createHmac('sha256', await authSecret())
    .update(`work ${email} ${told}`)
    .digest('base64url');

/** A challenge for one more try at an address after `tries`; each doubling of them costs twice the work. Nothing is stored. */
export async function makeChallenge(email: string, tries: number): Promise<string> {
  const bits = Math.min(mostBits, leastBits + Math.floor(Math.log2(Math.max(1, tries / 5))));
  const told = `${Date.now() + lifetimeMs}.${bits}.${randomBytes(16).toString('base64url')}`;
  return `${told}.${await signature(email, told)}`;
}

/** Zero bits at the beginning of the digest. */
function zeroBits(digest: Buffer): number {
  const byte = digest.findIndex((value) => value !== 0);
  return byte === -1 ? digest.length * 8 : byte * 8 + Math.clz32(digest[byte] ?? 0) - 24;
}

/** Seconds in which a challenge must not be taken a second time, and the name under which that is noted; null when it is not solved. */
export async function solvedWork(
  email: string,
  challenge: string,
  answer: string,
): Promise<{ name: string; seconds: number } | null> {
  const [, until = '', bits = '', name = '', given = ''] = shape.exec(challenge) ?? [];
  if (name === '' || !/^\d{1,15}$/.test(answer) || Number(until) < Date.now()) return null;
  const expected = await signature(email, `${until}.${bits}.${name}`);
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return null;
  const digest = createHash('sha256').update(`${challenge} ${answer}`).digest();
  return zeroBits(digest) < Number(bits) ? null : { name, seconds: Math.ceil(lifetimeMs / 1000) };
}
