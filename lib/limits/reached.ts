/** A request that is right in itself and refused all the same, for now. The sentence is the same on form, page and API. */

/** `too-many-requests`: this visitor; `target-busy`: this domain; `busy`: everybody; `too-many-streams`: this visitor's open live views. */
export type LimitCode = 'too-many-requests' | 'target-busy' | 'busy' | 'too-many-streams';

/** "20 seconds", "3 minutes": the time as a person would say it, rounded up. */
export function inWords(seconds: number): string {
  const [count, unit] =
    seconds < 90 ? [Math.max(1, Math.ceil(seconds)), 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A limit has been reached; the request may be repeated after `retryAfterSeconds`. Nothing has been stored. */
export class LimitReached extends Error {
  readonly code: LimitCode;
  readonly retryAfterSeconds: number;
  /** Place in line that the request would have had, where there is a line. */
  readonly position: number | null;
  constructor(
    code: LimitCode,
    message: string,
    { retryAfterSeconds, position = null }: { retryAfterSeconds: number; position?: number | null },
  ) {
    super(message);
    this.name = 'LimitReached';
    this.code = code;
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterSeconds));
    this.position = position;
  }

  /** The HTTP status for it: 503 when the service is full (RFC 9110 §15.6.4), 429 when one visitor or target is (RFC 6585 §4). */
  get status(): 429 | 503 {
    return this.code === 'busy' ? 503 : 429;
  }
}
