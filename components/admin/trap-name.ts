import { antiPatterns } from '../../lib/scan/judge/index.ts';
import type { AntiPatternId } from '../../lib/scan/schema/report.ts';

/** Anti-patterns by the name that reports give them. */
export const trapName = Object.fromEntries(antiPatterns.map(({ meta }) => [meta.id, meta.title])) as Record<
  AntiPatternId,
  string
>;
