/** Findings as workflow commands of GitHub Actions, which shows them on the lines of the API description. */
import { printable } from '../cli/printable.ts';
import type { Report } from '../scan/schema/report.ts';
import type { PlacesOf } from './places.ts';

const data = (text: string): string => printable(text.replace(/\s+/g, ' ').trim()).replaceAll('%', '%25');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One command a line: errors for what fails, warnings for what is met in part. Without a description they stand on no file. */
export function reportsToAnnotations(reports: readonly Report[], placesOf: PlacesOf = () => null): string {
  const lines = reports.flatMap((report) => {
    const places = placesOf(report);
    const line = (level: 'error' | 'warning' | 'notice', id: string, summary: string) => {
      const at = places === null ? '' : `file=${property(places.uri)},line=${places.lineOf(id)},`;
      return `::${level} ${at}title=${property(`Latchkey: ${id}`)}::${data(summary)}`;
    };
    if (report.outcome !== 'scored') return [line('error', report.outcome, report.verdict.sentence)];
    return [
      ...report.signals.flatMap(({ id, status, summary }) =>
        status === 'fail' || status === 'partial' ? [line(status === 'fail' ? 'error' : 'warning', id, summary)] : [],
      ),
      ...report.antiPatterns.flatMap(({ id, status, summary }) =>
        status === 'present' ? [line('error', id, summary)] : [],
      ),
    ];
  });
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
