/** What hosts have shown of themselves in one scan, so that those which refuse or swallow requests are left alone. */
import type { Failure } from '../types.ts';

/** Requests to one origin that may time out before the rest is not sent: a host that swallows requests would eat the scan's time. */
const maxTimeouts = 3;

/** A failure with the exchange that proved it. */
export interface Proof {
  id: string;
  failure: Failure;
}

export class Standing {
  readonly #dead = new Map<string, Proof>();
  readonly #timeouts = new Map<string, number>();
  readonly #alive = new Set<string>();

  /** Why nothing more is asked there; undefined while there is no reason. */
  dead(hostname: string, origin: string): Proof | undefined {
    return this.#dead.get(hostname) ?? this.#dead.get(origin);
  }

  /** Whether an origin has answered: only there can a connection have gone stale. */
  isAlive(origin: string): boolean {
    return this.#alive.has(origin);
  }

  answered(origin: string): void {
    this.#alive.add(origin);
    this.#timeouts.delete(origin);
  }

  /** A name that leads nowhere. */
  lost(hostname: string, proof: Proof): void {
    this.#dead.set(hostname, proof);
  }

  failed(origin: string, proof: Proof): void {
    if (this.#alive.has(origin)) return;
    const { step, code } = proof.failure;
    const count = (this.#timeouts.get(origin) ?? 0) + 1;
    if (step === 'connect' || step === 'tls' || step === 'guard') this.#dead.set(origin, proof);
    else if (code === 'timeout') {
      this.#timeouts.set(origin, count);
      if (count >= maxTimeouts) this.#dead.set(origin, proof);
    }
  }
}
