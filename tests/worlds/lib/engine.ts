/** The engine under examination, asked the way its users ask: with what somebody typed. */
import { parseTarget, scan } from '../../../lib/scan/index.ts';
import type { Report } from '../../../lib/scan/schema/report.ts';
import type { ScanOptions } from '../../../lib/scan/types.ts';

/** Scans to the end and returns the report. Throws what the engine throws. */
export async function scanToEnd(input: string, options: ScanOptions): Promise<Report> {
  const events = scan(parseTarget(input, { allowNets: options.allowNets ?? [] }), options);
  for (;;) {
    const step = await events.next();
    if (step.done) return step.value;
  }
}
