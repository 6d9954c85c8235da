/** The rows as a table, as a page and as a few sentences. Pure. */
import { csvDocument } from '../../export/csv.ts';
import { html, page, status, table } from '../../export/html.ts';
import { printable } from '../printable.ts';
import { counted } from '../../scan/counted.ts';
import { shownTier } from '../../scan/schema/scores.ts';
import { coloursOf, type Style } from '../style.ts';
import { share, type Row, type Summary } from './rows.ts';

const columns = [
  'line',
  'url',
  'domain',
  'outcome',
  'answer',
  'score',
  'tier',
  'provisional',
  'stopsAt',
  'requests',
  'durationMs',
  'attempts',
  'methodology',
  'finishedAt',
  'sentence',
] as const;

export const rowsToCsv = (rows: readonly Row[]): string =>
  csvDocument(
    [...columns, 'flows', 'antiPatterns'],
    rows.map((row) => [...columns.map((name) => row[name]), row.flows.join(' '), row.antiPatterns.join(' ')]),
  );

const counts = (of: Record<string, number>): string =>
  Object.entries(of)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** What the summary says, as pairs of a name and a value. */
export function figures({
  total,
  outcomes,
  answers,
  tiers,
  median,
  oauth,
  survey,
  antiPatterns,
}: Summary): [string, string][] {
  return [
    ['names', String(total)],
    ['outcomes', counts(outcomes)],
    ['answers', counts(answers)],
    ['tiers', counts(tiers)],
    ['median score', median === null ? 'none' : String(median)],
    ['browser-only OAuth', `${share(oauth.browserOnly, oauth.total)} of those that offer OAuth`],
    ['in published descriptions', `${share(survey.browserOnly, survey.total)} (${survey.source})`],
    ['anti-patterns', counts(antiPatterns)],
  ].flatMap(([name = '', value = '']): [string, string][] => (value === '' ? [] : [[name, value]]));
}

export function summaryText(summary: Summary, style: Style): string {
  const pc = coloursOf(style);
  return figures(summary)
    .map(([name, value]) => (style.plain ? `${name}: ${value}\n` : `${pc.dim(name.padEnd(26))} ${value}\n`))
    .join('');
}

/** The tier where it may be shown beside the answer. */
const tierOf = ({ tier, answer, stopsAt }: Row) =>
  shownTier(tier, { answer, journey: stopsAt === null ? [] : [{ status: 'blocked' }] });

/** Best first; what has no score comes last, in the order of the list. */
const ranked = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || a.line - b.line);

export function rowsToHtml(rows: readonly Row[], summary: Summary): string {
  const [latest = ''] = rows
    .map(({ finishedAt }) => finishedAt)
    .sort()
    .reverse();
  return page(
    `Latchkey: ${counted(rows.length, 'name')}`,
    html`<h1>Can an AI agent let itself in?</h1>
      <p>${counted(rows.length, 'name')} scanned, the last on ${latest.slice(0, 10)}.</p>
      <div class="figures">
        <div>
          <b
            >${summary.oauth.total === 0 ? 'none' : `${Math.round((100 * summary.oauth.browserOnly) / summary.oauth.total)} %`}</b
          >of the ${summary.oauth.total} with OAuth let nobody in without a browser
        </div>
        <div>
          <b>${Math.round((100 * summary.survey.browserOnly) / summary.survey.total)} %</b>of the
          ${summary.survey.total} providers with published descriptions (${summary.survey.source})
        </div>
        <div><b>${summary.median ?? 'none'}</b>median score</div>
      </div>
      ${table([], figures(summary))}
      <h2>Every name</h2>
      ${table(
        ['name', 'score', 'tier', 'answer', 'stops at', 'what was seen'],
        ranked(rows).map((row) => [
          row.url,
          row.score ?? '',
          [tierOf(row), row.provisional && 'provisional'].filter(Boolean).join(', '),
          row.outcome === 'scored' ? (row.answer ?? '') : status(row.outcome),
          row.stopsAt ?? '',
          row.sentence,
        ]),
        [1],
      )}`,
  );
}

/** Seconds in words, roughly. */
export function roughly(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** The line of progress: a bar, counts and the time that is left. `since`: seconds that this run has taken for `doneNow` names. */
export function progressLine(state: {
  done: number;
  total: number;
  doneNow: number;
  since: number;
  now: string;
}): string {
  const { done, total, doneNow, since, now } = state;
  const width = 24;
  const filled = total === 0 ? width : Math.floor((width * done) / total);
  const left = doneNow === 0 ? '' : ` · ${roughly((since / doneNow) * (total - done))} left`;
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}${left} · ${printable(now)}`;
}
