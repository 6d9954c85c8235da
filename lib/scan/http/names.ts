/** Names of one scan: each host and port is looked up once, and everything later uses what was found then (STANDARDS §10 U1, U6). */
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pin } from './connector.ts';
import { failureOf } from './failures.ts';
import { findPin, type LookupOptions, type PinVerdict } from './lookup.ts';
import { bareHost, judgeHost } from './url-guard.ts';

/** A name without public address is told after a multiple of this, in milliseconds (STANDARDS §10 U10). */
const evenMs = 250;
/** Names looked up in one scan. */
const maxNames = 300;
const tooManyNames = failureOf('budget', 'names', 'The scan has looked up as many names as it may.');

export class Names {
  readonly #options: LookupOptions;
  readonly #lookups = new Map<string, Promise<PinVerdict>>();
  readonly #pins = new Map<string, Pin>();
  /** When it may be told of each name that it has no public address. */
  readonly #tellAt = new Map<string, number>();

  constructor(options: LookupOptions) {
    this.#options = options;
  }

  /** Where a host and port may be connected to, once that has been looked up. */
  pin(hostname: string, port: number): Pin | undefined {
    return this.#pins.get(`${hostname}:${port}`);
  }

  lookUp(hostname: string, port: number): Promise<PinVerdict> {
    const key = `${hostname}:${port}`;
    const known = this.#lookups.get(key);
    if (known !== undefined) return known;
    if (this.#lookups.size >= maxNames)
      return Promise.resolve({ kind: 'failed', failure: tooManyNames, answer: 'unknown' });
    const begun = performance.now();
    const lookup = findPin(hostname, port, this.#options).then((found) => {
      if (found.kind === 'pinned') this.#pins.set(key, found.pin);
      else this.#tellAt.set(key, begun + Math.ceil((performance.now() - begun) / evenMs) * evenMs);
      return found;
    });
    this.#lookups.set(key, lookup);
    return lookup;
  }

  /**
   * Resolves when it may be told that a name which was looked up has no public address. Names of insides are refused sooner or later than names that do
   * not exist are looked up; neither may show, so that both are told a multiple of the same time after their lookup began.
   */
  async untilTold(hostname: string, port: number): Promise<void> {
    const left = (this.#tellAt.get(`${hostname}:${port}`) ?? 0) - performance.now();
    if (left > 0) await sleep(left);
  }

  /** The same for a name as a page writes it; null when the name itself is refused. */
  async lookUpName(host: string): Promise<PinVerdict | null> {
    const name = bareHost(host.toLowerCase());
    if (judgeHost(isIP(name) === 6 ? `[${name}]` : name, this.#options.allowNets) !== null) return null;
    return this.lookUp(name, 443);
  }
}
