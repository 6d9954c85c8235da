/** Secrets that we give out: 256 random bits each, shown once, kept as a hash. So many bits need no slow hash. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret; the prefix tells scanners of leaked secrets, and people, what they have found. */
export const newSecret = (prefix: string): string => prefix + randomBytes(32).toString('base64url');

/** A new name that need not be kept secret. */
export const newId = (prefix: string): string => prefix + randomBytes(12).toString('base64url');

/** SHA-256, in base64url. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

const nobody = digest(newSecret(''));

/** Whether a secret is the one that was hashed. Takes as long when there is no hash. */
export function matches(secret: string, hash: string | null): boolean {
  const same = timingSafeEqual(Buffer.from(digest(secret)), Buffer.from(hash ?? nobody));
  return hash !== null && same;
}
