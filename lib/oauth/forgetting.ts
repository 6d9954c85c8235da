/** What the authorization server no longer needs. */
import { db } from '../db/index.ts';
import { clock } from '../db/neighbourhood.ts';

const HOUR = 3_600_000;

/** Deletes clients, tokens and assertions that are over, and idempotency keys after a day, by the database's clock. Returns how many rows went. */
export async function forgetExpired(): Promise<number> {
  const now = await clock(db());
  const over = { where: { expiresAt: { lt: now } } };
  const gone = await Promise.all([
    db().oauthToken.deleteMany(over),
    db().oauthClient.deleteMany(over),
    db().usedOnce.deleteMany(over),
    db().idempotentRequest.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 24 * HOUR) } } }),
  ]);
  return gone.reduce((sum, { count }) => sum + count, 0);
}
