/** A list's lines as JSON lines and as CSV. Pure. */
import type { BulkLine } from '../admin/bulk.ts';
import { csvDocument } from './csv.ts';

const columns = [
  'line',
  'input',
  'status',
  'problem',
  'domain',
  'outcome',
  'answer',
  'score',
  'tier',
  'provisional',
  'requests',
  'durationMs',
  'methodology',
  'finishedAt',
  'sentence',
] as const;

/** A line as it leaves: with the address of its report instead of an id of ours. */
export type BulkExportLine = Omit<BulkLine, 'scanId'> & { report: string | null };

export const bulkToCsv = (lines: readonly BulkExportLine[]): string =>
  csvDocument(
    [...columns, 'flows', 'antiPatterns', 'report'],
    lines.map((line) => [
      ...columns.map((name) => line[name]),
      line.flows.join(' '),
      line.antiPatterns.join(' '),
      line.report,
    ]),
  );

export const bulkToJsonLines = (lines: readonly BulkExportLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');
