/**
 * Things that are made from a report on request, such as its picture or a file: each made once, a few at a time, and only so many waiting.
 * A report never changes, so what has been made is kept until the room is needed.
 */
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { LimitReached } from '@/lib/limits/reached.ts';

/** Bytes of finished things that each kind keeps. */
const mostBytes = 32 * 1024 * 1024;
/** What may wait while others are made; more would be answered when nobody waits for it any more. */
const mostWaiting = 20;
const retryAfterSeconds = 5;

/** Makes things of one kind, one after the other. */
export class Drawing {
  readonly #made = new LRUCache<string, Buffer>({
    maxSize: mostBytes,
    sizeCalculation: (made) => made.length + 256,
  });
  readonly #making = new Map<string, Promise<Buffer>>();
  readonly #line = pLimit(1);

  /** What is kept under the key, or what `make` makes of it, for all who ask at once. @throws {LimitReached} `busy` when too many wait. */
  async of(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.#made.get(key) ?? this.#making.get(key);
    if (known) return known;
    if (this.#line.pendingCount >= mostWaiting)
      throw new LimitReached('busy', `We are busy. Please try again in ${retryAfterSeconds} seconds.`, {
        retryAfterSeconds,
      });
    const making = this.#line(make)
      .then((made) => {
        this.#made.set(key, made);
        return made;
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }
}
