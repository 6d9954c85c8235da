/**
 * Who may send now: a bound on requests in flight over all hosts and per host, first come first served among hosts that have room. A host has room
 * for as many as have been in flight there at once; one more is let go, up to the bound, when it has waited as long as it was willing to.
 */
export class Slots {
  readonly #total: number;
  readonly #perHost: number;
  #taken = 0;
  readonly #byHost = new Map<string, number>();
  /** How many requests each host has had in flight at once: so many connections it has. */
  readonly #widths = new Map<string, number>();
  readonly #widenedAt = new Map<string, number>();
  readonly #waiting: { host: string; go: (granted: boolean) => void }[] = [];
  #closed = false;

  constructor(total: number, perHost: number) {
    this.#total = total;
    this.#perHost = perHost;
  }

  /**
   * Resolves to true once `host` has a slot, which `release` gives back; to false when `close` came first. For `patienceMs` milliseconds the request
   * waits for a connection that the host has already.
   */
  take(host: string, patienceMs = 0): Promise<boolean> {
    if (this.#closed) return Promise.resolve(false);
    if (patienceMs === 0) this.#widen(host, this.#waiting.filter((waiter) => waiter.host === host).length);
    if (this.#hasRoom(host)) {
      this.#grant(host);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      let impatience: NodeJS.Timeout | undefined;
      const wait = (ms: number): void => {
        impatience = setTimeout(() => {
          // One at a time: the last connection that was opened may be all that it takes.
          const since = performance.now() - (this.#widenedAt.get(host) ?? 0);
          if (since < patienceMs) wait(patienceMs - since);
          else {
            this.#widen(host);
            this.#next();
          }
        }, ms).unref();
      };
      if (patienceMs > 0) wait(patienceMs);
      this.#waiting.push({
        host,
        go(granted) {
          clearTimeout(impatience);
          resolve(granted);
        },
      });
    });
  }

  /** Makes room for one more of `host`, which has got a further connection. */
  extend(host: string): void {
    this.#widths.set(host, Math.min(this.#perHost, (this.#widths.get(host) ?? 1) + 1));
  }

  release(host: string): void {
    this.#taken -= 1;
    const left = (this.#byHost.get(host) ?? 1) - 1;
    if (left === 0) this.#byHost.delete(host);
    else this.#byHost.set(host, left);
    this.#next();
  }

  /** Sends everybody who waits away, and everybody who comes later. */
  close(): void {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) waiter.go(false);
  }

  #next(): void {
    const next = this.#waiting.findIndex((waiter) => this.#hasRoom(waiter.host));
    const [waiter] = next === -1 ? [] : this.#waiting.splice(next, 1);
    if (waiter === undefined) return;
    this.#grant(waiter.host);
    waiter.go(true);
  }

  /** Makes room for one more than are in flight now, and than `waiting` that go first. */
  #widen(host: string, waiting = 0): void {
    const wanted = Math.max(this.#widths.get(host) ?? 1, (this.#byHost.get(host) ?? 0) + waiting + 1);
    this.#widths.set(host, Math.min(this.#perHost, wanted));
    this.#widenedAt.set(host, performance.now());
  }

  #hasRoom(host: string): boolean {
    return this.#taken < this.#total && (this.#byHost.get(host) ?? 0) < (this.#widths.get(host) ?? 1);
  }

  #grant(host: string): void {
    this.#taken += 1;
    this.#byHost.set(host, (this.#byHost.get(host) ?? 0) + 1);
  }
}
