/** The same request sent again makes no second scan: what an Idempotency-Key has made is remembered for a day. */
import { db } from './db/index.ts';
import { reaching } from './db/unavailable.ts';
import { digest } from './oauth/secrets.ts';

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
  const { count } = await reaching(() =>
    db().idempotentRequest.createMany({ data: [{ hash, bodyHash }], skipDuplicates: true }),
  );
  if (count === 0) {
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
