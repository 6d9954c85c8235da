/** Names of one scan: each host and port is looked up once, and everything later uses what was found then (STANDARDS §10 U1, U6). */
import { isIP } from 'node:net';
import type { Pin } from './connector.ts';
import { failureOf } from './failures.ts';
import { findPin, type LookupOptions, type PinVerdict } from './lookup.ts';
import { bareHost, judgeHost } from './url-guard.ts';

/** Names looked up in one scan. */
const maxNames = 300;
const tooManyNames = failureOf('budget', 'names', 'The scan has looked up as many names as it may.');

export class Names {
  readonly #options: LookupOptions;
  readonly #lookups = new Map<string, Promise<PinVerdict>>();
  readonly #pins = new Map<string, Pin>();

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
    const lookup = findPin(hostname, port, this.#options).then((found) => {
      if (found.kind === 'pinned') this.#pins.set(key, found.pin);
      return found;
    });
    this.#lookups.set(key, lookup);
    return lookup;
  }

  /** The same for a name as a page writes it; null when the name itself is refused. */
  async lookUpName(host: string): Promise<PinVerdict | null> {
    const name = bareHost(host.toLowerCase());
    if (judgeHost(isIP(name) === 6 ? `[${name}]` : name, this.#options.allowNets) !== null) return null;
    return this.lookUp(name, 443);
  }
}
