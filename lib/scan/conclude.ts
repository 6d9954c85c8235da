/** Everything after looking, in one line: a scan, a description alone and a stored report are judged the same way. */
import { ScanError } from './errors.ts';
import { proposeFixes } from './fix/index.ts';
import { readCase } from './judge/case.ts';
import { judge } from './judge/index.ts';
import { qualify } from './read/prose/qualify.ts';
import { assembleReport } from './report/assemble.ts';
import { fitStored } from './report/fit.ts';
import { report as schema, type Report } from './schema/report.ts';
import { score } from './score/index.ts';
import type { Facts } from './types.ts';

/** What is stored of a scan before anything is judged. */
const stored = schema.pick({ scan: true, surface: true, evidence: true, exchanges: true });

/**
 * Judges, scores and proposes fixes: facts → case → findings → score → fixes → report.
 * Pure: the same facts give the same report, byte for byte.
 * @throws ZodError when looking made facts that the schema does not know: our own mistake
 */
export function conclude(facts: Facts): Report {
  // Members in the order of the schema: a report that was stored and read back is judged to the same bytes.
  const known = { target: facts.target, ...fitStored(stored.parse(facts)) };
  const subject = readCase(known.target, known.surface, known.evidence);
  const findings = judge(subject);
  const scored = score(findings);
  const fixes = proposeFixes(subject, findings, scored, known.exchanges);
  return assembleReport(known, findings, scored, fixes);
}

/**
 * Judges a stored report again from its surface and evidence, without a request.
 * @throws ScanError `bad-report` when the document is not a report of this schema version.
 */
export function rejudge(document: unknown): Report {
  const parsed = schema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ScanError(
      'bad-report',
      `This is not a report that can be judged again: ${issue ? `${issue.path.join('.')}: ${issue.message}` : 'it does not fit the schema'}. Give the JSON that a scan printed with --json.`,
      { cause: parsed.error },
    );
  }
  const { engine, evidence, ...facts } = parsed.data;
  // Statements of that methodology carry their sentence and little else: what it says is read from it again.
  const statements =
    engine.methodology === '2026-11'
      ? evidence.statements.map((statement) => ({ ...statement, ...qualify(statement.topic, statement.quote) }))
      : evidence.statements;
  return conclude({ ...facts, evidence: { ...evidence, statements } });
}
