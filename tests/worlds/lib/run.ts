/** Scans a world with the engine, in this process, and marks the report. */
import type { Report } from '../../../lib/scan/schema/report.ts';
import { compare, type Item } from './compare.ts';
import { misconduct } from './conduct.ts';
import { scanToEnd } from './engine.ts';
import { serve, type Logged } from './serve.ts';
import type { World } from './world.ts';

export interface Examination {
  items: Item[];
  faults: string[];
  log: Logged[];
  report: Report;
  ms: number;
}

/** Serves the world, scans its target and marks what came out. Throws what the engine throws. */
export async function runWorld(world: World, settings: { latencyMs?: number } = {}): Promise<Examination> {
  const served = await serve(world, settings);
  try {
    const started = performance.now();
    const report = await scanToEnd(world.target, {
      ...served.options,
      browserPath: null,
      ...(world.budget ? { budget: world.budget } : {}),
    });
    return {
      items: compare(world.expect, report),
      faults: misconduct(served.log),
      log: served.log,
      report,
      ms: Math.round(performance.now() - started),
    };
  } finally {
    await served.stop();
  }
}
