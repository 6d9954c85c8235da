/** From reports to files, standard output and an exit code: the same for every command that ends in reports. */
import type { PlacesOf } from '../export/places.ts';
import type { Report } from '../scan/schema/report.ts';
import { baselineFor, readReports } from './baseline.ts';
import type { Config } from './config.ts';
import { Refusal, type ExitCode } from './exit.ts';
import { gateIds, knownId } from './findings.ts';
import { renderAs } from './formats.ts';
import { judgeGates, worst } from './gates.ts';
import { writeFiles, writeOut } from './files.ts';
import type { Outputs } from './outputs.ts';
import { printable } from './printable.ts';
import { styleFor } from './style.ts';

/** Flags of every command that ends in reports. */
export interface ReportFlags {
  config?: string;
  failUnder?: number;
  failOn?: readonly string[];
  baseline?: string;
  plain?: boolean;
  quiet?: boolean;
}

export interface Ending {
  write: (reports: readonly Report[], placesOf?: PlacesOf) => Promise<ExitCode>;
}

/**
 * Reads what the ending needs before anything is done, so that a scan is not made for nothing.
 * @throws Refusal for an unknown finding, an unreadable baseline, or outputs that collide
 */
export async function prepareEnding(outputs: Outputs, flags: ReportFlags, config: Config): Promise<Ending> {
  const list = outputs.resolve(config.outputs);
  const failOn = (flags.failOn ?? config.failOn ?? []).map((id) => knownId(id, gateIds));
  const failUnder = flags.failUnder ?? config.failUnder ?? null;
  if (failUnder !== null && !(failUnder >= 0 && failUnder <= 100))
    throw new Refusal('--fail-under takes a score, 0 to 100.');
  const baselinePath = flags.baseline ?? config.baseline;
  const baselines = baselinePath === undefined ? null : await readReports(baselinePath, 'The baseline');
  const toScreen = list.find(({ file }) => file === null)?.format ?? (flags.quiet ? null : 'text');

  return {
    async write(reports, placesOf) {
      const rendering = placesOf ? { placesOf } : {};
      const verdicts = reports.map((report) =>
        judgeGates(report, { failUnder, failOn, baseline: baselines && baselineFor(report, baselines) }),
      );
      const files = await Promise.all(
        list.flatMap(({ format, file }) =>
          file === null ? [] : [renderAs(format, reports, rendering).then((text) => ({ path: file, text }))],
        ),
      );
      await writeFiles(files);
      if (toScreen !== null)
        await writeOut(await renderAs(toScreen, reports, { ...rendering, style: styleFor(process.stdout, flags) }));
      const { code, sentences } = worst(verdicts);
      for (const sentence of sentences) process.stderr.write(`${printable(sentence)}\n`);
      return code;
    },
  };
}
