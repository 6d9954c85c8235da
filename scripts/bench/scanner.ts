/** An engine in a process of its own: scans what it is sent, all of it at once, and says what that took. Bundled around the engine of any commit. */
import { parseTarget, scan, type ScanOptions } from '../../lib/scan/index.ts';

/** A world to scan. All its hosts listen at these two addresses. */
export interface Order {
  target: string;
  options: ScanOptions;
  https: { host: string; port: number };
  http: { host: string; port: number };
}

/** What the scans took together. */
export interface Scanned {
  ms: number;
  cpuMs: number;
  requests: number;
}

async function scanToEnd({ target, options, https, http }: Order): Promise<number> {
  const connectTo = (_host: string, port: number) => (port === 80 ? http : https);
  const run = scan(parseTarget(target, { allowNets: options.allowNets ?? [] }), {
    ...options,
    connectTo,
    browserPath: null,
  });
  for (;;) {
    const step = await run.next();
    if (!step.done) continue;
    const {
      outcome,
      scan: { requests },
    } = step.value;
    if (outcome !== 'scored')
      throw new Error(`The scan of ${target} ended as ${outcome}: there is nothing to measure.`);
    return requests;
  }
}

process.on('message', (orders: Order[]) => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  void Promise.all(orders.map(scanToEnd)).then((requests) => {
    const { user, system } = process.cpuUsage(cpu);
    const scanned: Scanned = {
      ms: performance.now() - started,
      cpuMs: (user + system) / 1000,
      requests: requests.reduce((all, one) => all + one, 0),
    };
    process.send?.(scanned);
  });
});
