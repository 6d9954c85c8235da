/** Who may send now: a bound on requests in flight over all hosts and per host, first come first served among hosts that have room. */
export class Slots {
  readonly #total: number;
  readonly #perHost: number;
  #taken = 0;
  readonly #byHost = new Map<string, number>();
  readonly #waiting: { host: string; go: (granted: boolean) => void }[] = [];
  #closed = false;

  constructor(total: number, perHost: number) {
    this.#total = total;
    this.#perHost = perHost;
  }

  /** Resolves to true once `host` has a slot, which `release` gives back; to false when `close` came first. */
  take(host: string): Promise<boolean> {
    if (this.#closed) return Promise.resolve(false);
    if (this.#hasRoom(host)) {
      this.#grant(host);
      return Promise.resolve(true);
    }
    return new Promise((go) => this.#waiting.push({ host, go }));
  }

  release(host: string): void {
    this.#taken -= 1;
    const left = (this.#byHost.get(host) ?? 1) - 1;
    if (left === 0) this.#byHost.delete(host);
    else this.#byHost.set(host, left);
    const next = this.#waiting.findIndex((waiter) => this.#hasRoom(waiter.host));
    const [waiter] = next === -1 ? [] : this.#waiting.splice(next, 1);
    if (waiter === undefined) return;
    this.#grant(waiter.host);
    waiter.go(true);
  }

  /** Sends everybody who waits away, and everybody who comes later. */
  close(): void {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) waiter.go(false);
  }

  #hasRoom(host: string): boolean {
    return this.#taken < this.#total && (this.#byHost.get(host) ?? 0) < this.#perHost;
  }

  #grant(host: string): void {
    this.#taken += 1;
    this.#byHost.set(host, (this.#byHost.get(host) ?? 0) + 1);
  }
}
