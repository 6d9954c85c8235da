/**
 * One signal for "this process is going down". Next waits for open streams and would wait for events streams forever; they end when
 * this fires. It lives on globalThis because instrumentation and routes are bundled apart.
 */
const shared = globalThis as typeof globalThis & { latchkeyShutdown?: AbortController };

const controller = () => (shared.latchkeyShutdown ??= new AbortController());

/** Fires once when the process has been asked to stop. */
export function shutdown(): AbortSignal {
  return controller().signal;
}

/** Tells everything that listens to `shutdown()` to end. */
export function beginShutdown(): void {
  controller().abort();
}
