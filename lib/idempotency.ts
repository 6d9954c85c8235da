/** The same request sent again makes no second scan: what an Idempotency-Key has made is remembered for a day. */
import { db } from './db/index.ts';
import { reaching } from './db/unavailable.ts';
import { digest } from './oauth/secrets.ts';

/** A first request that has made nothing after so long has ended with its process. */
const leaseSeconds = 60;

/** `again`: this was done before; `other-body`: the key was used for something else; `busy`: the first request is still at it. */
export type Replay = { kind: 'again'; scanId: string } | { kind: 'other-body' } | { kind: 'busy' };

/**
 * Does `work` once for each key of each sender. `work` gives the id of the scan that it made or joined; when it throws, nothing is remembered.
 * @throws what `work` throws, {ServiceUnavailable}
 */
export async function once<T extends { id: string }>(
  sender: string,
  key: string,
  body: string,
  work: () => Promise<T>,
): Promise<{ kind: 'done'; result: T } | Replay> {
  const hash = digest(`${sender}\n${key}`);
  const bodyHash = digest(body);
  // Taken over is the key of a request that died on its way, and of one whose scan is gone.
  const taken = await reaching(
    () => db().$executeRaw`
      INSERT INTO idempotent_request AS known (hash, body_hash) VALUES (${hash}, ${bodyHash})
      ON CONFLICT (hash) DO UPDATE SET scan_id = NULL, created_at = now() WHERE known.body_hash = ${bodyHash} AND CASE
        WHEN known.scan_id IS NULL THEN known.created_at NOT BETWEEN now() - make_interval(secs => ${leaseSeconds}) AND clock_timestamp()
        ELSE NOT EXISTS (SELECT FROM scan WHERE id = known.scan_id) END`,
  );
  if (taken === 0) {
    const known = await reaching(() => db().idempotentRequest.findUnique({ where: { hash } }));
    if (known && known.bodyHash !== bodyHash) return { kind: 'other-body' };
    return known?.scanId ? { kind: 'again', scanId: known.scanId } : { kind: 'busy' };
  }
  try {
    const result = await work();
    await reaching(() => db().idempotentRequest.update({ where: { hash }, data: { scanId: result.id } }));
    return { kind: 'done', result };
  } catch (error) {
    await db().idempotentRequest.deleteMany({ where: { hash, scanId: null } });
    throw error;
  }
}
