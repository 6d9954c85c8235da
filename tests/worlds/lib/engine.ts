/** The engine under examination. */
import type { Engine } from './run.ts';

/** Loads `scan` from the engine. Throws when it is not there. */
export async function loadEngine(): Promise<Engine> {
  const where = new URL('../../../lib/scan/index.ts', import.meta.url).href;
  const loaded = (await import(where)) as { scan: Engine };
  return loaded.scan;
}
