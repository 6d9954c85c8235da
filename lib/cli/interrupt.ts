/** Ctrl-C and its like: the work hears of it and ends tidily; a second one ends the process at once. */
import { setMaxListeners } from 'node:events';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `work` with a signal that an interruption of the process sets off. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  // Each scan listens while it runs, and Node would warn of the eleventh.
  setMaxListeners(0, stop.signal);
  const interrupt = () => stop.abort();
  for (const name of signals) process.once(name, interrupt);
  try {
    return await work(stop.signal);
  } finally {
    for (const name of signals) process.off(name, interrupt);
  }
}
