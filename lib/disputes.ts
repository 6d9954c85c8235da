/** “This is wrong”: what a visitor says about one finding of a report, checked and stored for the operator. */
import { addDispute, DisputeOpen, type DisputeText } from './admin/disputes.ts';
import { reaching } from './db/unavailable.ts';
import { askerAt } from './limits/visitors.ts';
import { antiPatterns, signals } from './scan/judge/index.ts';
import type { Report } from './scan/schema/report.ts';
import { grantWords } from './scan/vocabulary.ts';
import { scanById } from './scans.ts';

const longestText = 2000;

/** What has to be put right, and in which field. */
export interface DisputeProblem {
  field: 'finding' | 'expected' | 'reason' | 'exchange';
  message: string;
}

/** Every finding of a report that can be disputed: its anchor on the page, and its name. */
export function findingsOf(report: Report): Map<string, string> {
  const titleOf = (list: readonly { meta: { id: string; title: string } }[], id: string) =>
    list.find(({ meta }) => meta.id === id)?.meta.title ?? id;
  return new Map([
    ['answer', 'The answer and the sentence under it'],
    ...report.signals.map(({ id }) => [`signal-${id}`, titleOf(signals, id)] as const),
    ...report.antiPatterns.map(({ id }) => [`anti-pattern-${id}`, titleOf(antiPatterns, id)] as const),
    ...report.contradictions.map(({ id, summary }) => [`contradiction-${id}`, summary] as const),
    ...report.flows.map(({ id }) => [`flow-${id}`, `${grantWords[id].name} flow`] as const),
  ]);
}

/** A finding by its anchor, named as on reports; for lists that have no report at hand. */
export function findingName(anchor: string): string {
  const named = [
    ['signal-', signals.map(({ meta }) => [meta.id, meta.title])],
    ['anti-pattern-', antiPatterns.map(({ meta }) => [meta.id, meta.title])],
    ['flow-', Object.entries(grantWords).map(([id, { name }]) => [id, `${name} flow`])],
  ] as const;
  if (anchor === 'answer') return 'The answer and the sentence under it';
  for (const [prefix, names] of named)
    if (anchor.startsWith(prefix)) return names.find(([id]) => prefix + id === anchor)?.[1] ?? anchor;
  return anchor.startsWith('contradiction-') ? `Contradiction: ${anchor.slice('contradiction-'.length)}` : anchor;
}

function checked(text: string, field: 'expected' | 'reason', empty: string): DisputeProblem | null {
  if (text.trim() === '') return { field, message: empty };
  if (text.length > longestText)
    return {
      field,
      message: `That is ${text.length.toLocaleString('en')} characters; ${longestText.toLocaleString('en')} are enough.`,
    };
  return null;
}

/** What has to be put right before a dispute can be taken; null when nothing. */
export function problemOf(report: Report, { finding, expected, reason, exchange }: DisputeText): DisputeProblem | null {
  if (!findingsOf(report).has(finding))
    return { field: 'finding', message: 'Choose the finding that is wrong: this report has no such finding.' };
  if (exchange !== null && !report.exchanges.some(({ id }) => id === exchange))
    return {
      field: 'exchange',
      message: 'This report has no such exchange. Name one of its evidence, such as `x3`, or leave the field empty.',
    };
  return (
    checked(expected, 'expected', 'Say what the report should say.') ??
    checked(reason, 'reason', 'Say why: what your server answers, or where your documentation says it.')
  );
}

/**
 * Stores a dispute of the visitor at `address` (null: not known). Resolves to its id, to what has to be put right, or to null when there is
 * no such report.
 * @throws {LimitReached} when they have sent too many, {ServiceUnavailable}
 */
export async function dispute(
  scanId: string,
  text: DisputeText,
  address: string | null,
): Promise<{ id: string } | DisputeProblem | null> {
  const report = (await scanById(scanId))?.report;
  if (!report) return null;
  const problem = problemOf(report, text);
  if (problem) return problem;
  const asker = await askerAt(address);
  try {
    return { id: await reaching(() => addDispute(scanId, text, asker)) };
  } catch (error) {
    if (!(error instanceof DisputeOpen)) throw error;
    return {
      field: 'finding',
      message: 'You have already said that this finding is wrong. The operator of this site has yet to answer.',
    };
  }
}
