/**
 * How much all scans together may ask of one address, host or registrable domain, whatever was typed. A scan of a site takes from the larger
 * bucket; what its pages, documents and metadata name elsewhere, from the smaller one, so that many scans that name one victim do not add up.
 */
import { RateLimiterMemory, type RateLimiterAbstract, type RateLimiterRes } from 'rate-limiter-flexible';
import { domainOf } from '../scan/http/domain.ts';
import type { Contact, Restraint } from '../scan/types.ts';
import { placeOf } from './address.ts';
import { isBlocked } from './blocklist.ts';

/** `points` requests in `duration` seconds. `lease`: how many are fetched from the store at once, so that not each request waits for it. */
export const buckets = {
  own: { points: 150, duration: 30, lease: 10 },
  foreign: { points: 40, duration: 40, lease: 4 },
} as const;
export type BucketKind = keyof typeof buckets;

/** Buckets of which this process holds leases. */
const maxLeases = 10_000;

interface Lease {
  left: number;
  endsAt: number;
}

/** One kind of bucket; the counts are the limiter's. */
class Bucket {
  readonly #limiter: RateLimiterAbstract;
  readonly #size: number;
  readonly #leases = new Map<string, Promise<Lease>>();

  constructor(limiter: RateLimiterAbstract, size: number) {
    this.#limiter = limiter;
    this.#size = size;
  }

  /** Takes one; resolves to 0, or to the milliseconds until there is one again. */
  async take(key: string): Promise<number> {
    for (;;) {
      const pending = this.#leases.get(key) ?? this.#fetch(key);
      const lease = await pending;
      const now = Date.now();
      if (lease.endsAt > now && lease.left > 0) {
        lease.left -= 1;
        return 0;
      }
      if (lease.endsAt > now && lease.left < 0) return lease.endsAt - now;
      if (this.#leases.get(key) === pending) this.#leases.delete(key);
    }
  }

  #fetch(key: string): Promise<Lease> {
    const [oldest] = this.#leases.size >= maxLeases ? this.#leases.keys() : [];
    if (oldest !== undefined) this.#leases.delete(oldest);
    const lease = this.#consume(key).catch((error: unknown) => {
      this.#leases.delete(key);
      throw error;
    });
    this.#leases.set(key, lease);
    return lease;
  }

  async #consume(key: string): Promise<Lease> {
    try {
      const { msBeforeNext } = await this.#limiter.consume(key, this.#size);
      return { left: this.#size, endsAt: Date.now() + msBeforeNext };
    } catch (error) {
      if (error instanceof Error) throw error;
      return { left: -1, endsAt: Date.now() + Math.max(50, (error as RateLimiterRes).msBeforeNext) };
    }
  }
}

/** The buckets that a request takes from. IPv6 addresses count by their /64, which one machine may have all of. */
function keysOf({ addresses, host }: Contact): string[] {
  return [...new Set([...addresses.map((address) => `a:${placeOf(address)}`), `h:${host}`, `d:${domainOf(host)}`])];
}

/**
 * Makes the restraint of a process. `limiterOf` gives the counts for a kind; `exempt`: CIDR blocks whose addresses are the operator's own and
 * need no protection from him.
 */
export function createRestraint(
  limiterOf: (kind: BucketKind) => RateLimiterAbstract,
  exempt: readonly string[],
): Restraint {
  const own = new Bucket(limiterOf('own'), buckets.own.lease);
  const foreign = new Bucket(limiterOf('foreign'), buckets.foreign.lease);
  return async (contact) => {
    const addresses = contact.addresses.filter((address) => !isBlocked(address, exempt));
    if (addresses.length === 0 && contact.addresses.length > 0) return 0;
    const bucket = contact.own ? own : foreign;
    const waits = await Promise.all(keysOf({ ...contact, addresses }).map((key) => bucket.take(key)));
    return Math.max(...waits);
  };
}

/** Counts in this process alone. */
export const memoryLimiter = (kind: BucketKind): RateLimiterAbstract =>
  new RateLimiterMemory({ points: buckets[kind].points, duration: buckets[kind].duration, keyPrefix: kind });
