/** Stored reports, read back and judged by the rules of this program, so that old and new compare. */
import { rejudge, ScanError } from '../scan/index.ts';
import type { Report } from '../scan/schema/report.ts';
import { Refusal } from './exit.ts';
import { parseJson, readText } from './files.ts';

/** The reports in a file: one, an array, or one a line. @throws Refusal when it holds anything else */
export async function readReports(path: string, what: string): Promise<Report[]> {
  const text = await readText(path, what);
  const documents = /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)
    ? text
        .split('\n')
        .flatMap((line, at) => (line.trim() === '' ? [] : [parseJson(line, `${what} (${path}), line ${at + 1}`)]))
    : [parseJson(text, `${what} (${path})`)].flat();
  if (documents.length === 0) throw new Refusal(`${what} (${path}) contains no report.`);
  return documents.map((document) => {
    try {
      return rejudge(document);
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      throw new Refusal(`${what} (${path}): ${error.message}`, { cause: error });
    }
  });
}

/** One report. @throws Refusal when the file holds none or several */
export async function readReport(path: string, what: string): Promise<Report> {
  const [report, ...more] = await readReports(path, what);
  if (report === undefined || more.length > 0)
    throw new Refusal(`${what} (${path}) contains ${more.length + 1} reports where one is needed.`);
  return report;
}

/**
 * The earlier report that belongs to `report`. Descriptions alone name no target that stays, so one belongs to the other.
 * @throws Refusal when there is none
 */
export function baselineFor(report: Report, baselines: readonly Report[]): Report {
  const [only] = baselines;
  if (baselines.length === 1 && only?.scan.mode === 'spec' && report.scan.mode === 'spec') return only;
  const found = baselines.find(
    ({ target, scan }) => target.url === report.target.url && scan.mode === report.scan.mode,
  );
  if (found) return found;
  throw new Refusal(
    `The baseline has no report on ${report.target.url} (${report.scan.mode}): make it with the same address and command.`,
  );
}
