/** Puts a report together, and judges a stored one again. */
import { ScanError } from '../errors.ts';
import { proposeFixes } from '../fixes/index.ts';
import { judge } from '../judge/index.ts';
import { methodology } from '../score/methodology.ts';
import type { Evidence, Exchange, Surface, Target } from '../types.ts';
import { report as schema, schemaVersion, type Report } from './schema.ts';

/** Version of the engine's code; evidence of one version may be judged by another. */
export const engineVersion = '0.1.0';

/** What is stored of a scan before anything is judged. */
const stored = schema.pick({ scan: true, surface: true, evidence: true, exchanges: true });

/**
 * Judges, scores and proposes fixes. Pure: the same input gives the same report, byte for byte.
 * @throws ZodError when a stage before this one made facts that the schema does not know: our own mistake
 */
export function assembleReport(input: { target: Target; surface: Surface; evidence: Evidence; exchanges: readonly Exchange[]; scan: Report['scan'] }): Report {
  const { target } = input;
  // Members in the order of the schema: a report that was stored and read back is judged to the same bytes.
  const { surface, evidence, exchanges, scan } = stored.parse(input);
  const judged = judge(target, surface, evidence);
  const { scoreInput: _input, ...findings } = judged;
  return {
    schemaVersion,
    engine: { version: engineVersion, methodology },
    scan,
    target: { input: target.input, url: target.url, host: target.host, domain: target.domain },
    outcome: findings.outcome,
    verdict: findings.verdict,
    surface,
    evidence,
    flows: findings.flows,
    signals: findings.signals,
    antiPatterns: findings.antiPatterns,
    contradictions: findings.contradictions,
    checklist: findings.checklist,
    journey: findings.journey,
    score: findings.score,
    fixes: proposeFixes(target, surface, evidence, judged),
    exchanges,
  };
}

/**
 * Judges a stored report again from its surface and evidence, without a request.
 * @throws ScanError `bad-report` when the document is not a report of this schema version.
 */
export function rejudge(document: unknown): Report {
  const parsed = schema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ScanError('bad-report', `This is not a report that can be judged again: ${issue ? `${issue.path.join('.')}: ${issue.message}` : 'it does not fit the schema'}. Give the JSON that a scan printed with --json.`, { cause: parsed.error });
  }
  const { target, surface, evidence, exchanges, scan } = parsed.data;
  return assembleReport({ target, surface, evidence, exchanges, scan });
}
