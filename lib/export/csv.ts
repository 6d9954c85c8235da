/** Tables as CSV (RFC 4180) that a spreadsheet opens as text and numbers, never as formulas. */
import type { Report } from '../scan/schema/report.ts';
import { printable } from '../cli/printable.ts';

export type Cell = string | number | boolean | Date | null;

/**
 * What a spreadsheet takes for the beginning of a formula or command (OWASP, CSV injection), after blanks that it skips. The wide forms
 * are read like the narrow ones by some of them.
 */
const formula = /^[\s'"]*[=+\-@|%\u2212\uff1d\uff0b\uff0d\uff20]/u;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  const plain = printable(cell.replace(/\s+/g, ' ').trim());
  // Quoted always, so that a spreadsheet which separates by semicolons or tabs splits nothing inside.
  return `"${(formula.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}

/** A document with a header line and CRLF line ends. Texts are cut to one line; numbers stay numbers; null is an empty field. */
export function csvDocument(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** One site of the leaderboard, as the export shows it. */
export interface LeaderboardRow {
  /** Null for a site that the public does not see. */
  rank: number | null;
  domain: string;
  /** D7, 0 to 100; null when there is none. */
  score: number | null;
  tier: string | null;
  provisional: boolean;
  industry: string | null;
  pinned: boolean;
  hidden: boolean;
  /** Ids of the flows that are offered. */
  flows: readonly string[];
  /** Ids of the anti-patterns that are present. */
  antiPatterns: readonly string[];
  /** Methodology that the score was computed under. */
  methodology: string | null;
  finishedAt: Date | null;
  /** Address of the report, absolute. */
  reportUrl: string;
}

const columns = [
  'rank',
  'domain',
  'score',
  'tier',
  'provisional',
  'industry',
  'pinned',
  'hidden',
  'flows',
  'anti_patterns',
  'methodology',
  'finished_at',
  'report',
] as const;

/** The leaderboard as CSV, in the order given. Save it as `text/csv; charset=utf-8`. */
export function leaderboardToCsv(rows: readonly LeaderboardRow[]): string {
  return csvDocument(
    columns,
    rows.map((row) => [
      row.rank,
      row.domain,
      row.score,
      row.tier,
      row.provisional,
      row.industry,
      row.pinned,
      row.hidden,
      row.flows.join(' '),
      row.antiPatterns.join(' '),
      row.methodology,
      row.finishedAt,
      row.reportUrl,
    ]),
  );
}

const findingColumns = ['kind', 'id', 'status', 'confidence', 'summary', 'exchanges'] as const;

/** The findings of a report, one a row: signals, flows, anti-patterns, checklist and contradictions, with the exchanges they rest on. */
function findingRows(report: Report): Cell[][] {
  const row = (
    kind: string,
    { id, summary, evidence }: { id: string; summary: string; evidence: string[] },
    status: string,
    confidence = '',
  ) => [kind, id, status, confidence, summary, evidence.join(' ')];
  return [
    ...report.signals.map((one) => row('signal', one, one.status, one.confidence)),
    ...report.flows.map((one) => row('flow', one, one.offered, one.confidence)),
    ...report.antiPatterns.map((one) => row('anti-pattern', one, one.status, one.confidence)),
    ...report.checklist.map((one) => row('checklist', one, one.status)),
    ...report.contradictions.map((one) => row('contradiction', one, 'present')),
  ];
}

/** The findings of one report as CSV. */
export const findingsToCsv = (report: Report): string => csvDocument(findingColumns, findingRows(report));

/** The findings of several reports as CSV, each row beginning with its target and the outcome of its scan. */
export const reportsToCsv = (reports: readonly Report[]): string =>
  csvDocument(
    ['target', 'outcome', ...findingColumns],
    reports.flatMap((report) => findingRows(report).map((row) => [report.target.url, report.outcome, ...row])),
  );
