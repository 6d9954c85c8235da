/** How many live views this process serves, in all and for one visitor. Each asks the database several times a second, so they are not free. */
import { settings } from '../settings.ts';
import { placeOf } from './address.ts';
import { LimitReached } from './reached.ts';

// `next dev` evaluates modules again after each change; what is open stays open.
const shared = globalThis as typeof globalThis & { latchkeyStreams?: Map<string, number> };

/**
 * Counts one more stream of the visitor; call the returned function once when it has ended. Visitors whose address is unknown count as one.
 * @throws {LimitReached} `too-many-streams`, or `busy` when this process serves as many as it may
 */
export function openStream(visitor: string | null): () => void {
  const open = (shared.latchkeyStreams ??= new Map());
  const key = visitor === null ? '' : placeOf(visitor);
  const count = open.get(key) ?? 0;
  const { visitorStreams, streamLimit } = settings();
  if (count >= visitorStreams) {
    throw new LimitReached(
      'too-many-streams',
      `You have ${count} live views open, which is as many as one visitor may have. Close one, or ask for the scan's state instead.`,
      { retryAfterSeconds: 10 },
    );
  }
  const all = [...open.values()].reduce((sum, held) => sum + held, 0);
  if (all >= streamLimit)
    throw new LimitReached(
      'busy',
      "We are busy: as many live views are open as we serve at once. Ask for the scan's state instead.",
      { retryAfterSeconds: 10 },
    );
  open.set(key, count + 1);
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    const left = (open.get(key) ?? 1) - 1;
    if (left > 0) open.set(key, left);
    else open.delete(key);
  };
}
