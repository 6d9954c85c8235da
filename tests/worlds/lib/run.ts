/** Scans a world or a real server with the engine, in this process, and marks the report. */
import type { Report } from '../../../lib/scan/report/schema.ts';
import type { ScanEvent, ScanOptions } from '../../../lib/scan/types.ts';
import { compare, type Item } from './compare.ts';
import { misconduct } from './conduct.ts';
import { serve, type Logged } from './serve.ts';
import type { World } from './world.ts';

export type Engine = (target: string, options: ScanOptions) => AsyncGenerator<ScanEvent, Report>;

export interface Examination {
  items: Item[];
  faults: string[];
  log: Logged[];
  report: Report;
  ms: number;
}

/** Runs a scan to its end and returns the report. */
export async function runToEnd(engine: Engine, target: string, options: ScanOptions): Promise<Report> {
  const events = engine(target, options);
  for (;;) {
    const step = await events.next();
    if (step.done) return step.value;
  }
}

/** Serves the world, scans its target and marks what came out. Throws what the engine throws. */
export async function runWorld(engine: Engine, world: World, settings: { latencyMs?: number } = {}): Promise<Examination> {
  const served = await serve(world, settings);
  try {
    const started = performance.now();
    const report = await runToEnd(engine, world.target, { ...served.options, browserPath: null, ...(world.budget ? { budget: world.budget } : {}) });
    return { items: compare(world.expect, report), faults: misconduct(served.log), log: served.log, report, ms: Math.round(performance.now() - started) };
  } finally {
    await served.stop();
  }
}
