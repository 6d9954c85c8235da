/** Works a list off: so many at once, one of a domain at a time, with a pause between two of one domain, and a second try when a host said when. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from './names.ts';

export interface LineOptions {
  concurrency: number;
  /** Between the end of a scan and the next of the same domain, in milliseconds. */
  pauseMs: number;
  signal: AbortSignal;
  /** Scans; resolves to the milliseconds after which it is worth another try, or null when it is done. */
  work: (entry: Entry, attempt: number) => Promise<number | null>;
}

/** At most one more try: a host that says "later" twice is taken at its word. */
const mostAttempts = 2;

interface Waiting {
  entry: Entry;
  attempt: number;
  /** On the clock of `performance.now`. */
  notBefore: number;
}

/** Resolves when every entry is done, or the work was stopped and what ran has ended. Rejects with the first error of `work`, after that too. */
export async function workOff(
  entries: readonly Entry[],
  { concurrency, pauseMs, signal, work }: LineOptions,
): Promise<void> {
  const waiting: Waiting[] = entries.map((entry) => ({ entry, attempt: 1, notBefore: 0 }));
  /** Domains with a scan under way, or when the next may begin. */
  const domains = new Map<string, number>();
  const running = new Set<Promise<void>>();
  let failure: { error: unknown } | null = null;

  const run = async ({ entry, attempt }: Waiting): Promise<void> => {
    const { domain } = entry.target;
    domains.set(domain, Number.POSITIVE_INFINITY);
    try {
      const later = await work(entry, attempt);
      if (later !== null && attempt < mostAttempts && !signal.aborted)
        waiting.push({ entry, attempt: attempt + 1, notBefore: performance.now() + later });
    } catch (error) {
      failure ??= { error };
    }
    domains.set(domain, performance.now() + pauseMs);
  };

  const readyAt = ({ entry, notBefore }: Waiting): number => Math.max(notBefore, domains.get(entry.target.domain) ?? 0);
  while (!signal.aborted && failure === null && (waiting.length > 0 || running.size > 0)) {
    const now = performance.now();
    while (running.size < concurrency) {
      const at = waiting.findIndex((one) => readyAt(one) <= now);
      if (at < 0) break;
      const [one] = waiting.splice(at, 1);
      if (one === undefined) break;
      const started: Promise<void> = run(one).finally(() => running.delete(started));
      running.add(started);
    }
    const next = Math.min(...waiting.map(readyAt));
    const idle = running.size < concurrency && Number.isFinite(next);
    const woken = new AbortController();
    await Promise.race([
      ...running,
      ...(idle
        ? [
            sleep(Math.max(1, next - now), undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(
              () => undefined,
            ),
          ]
        : []),
    ]);
    woken.abort();
  }
  await Promise.all(running);
  if (failure !== null) throw (failure as { error: unknown }).error;
}
