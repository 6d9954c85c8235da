/** `latchkey compare <a> <b>`: what changed between two reports. */
import { markdownText } from '../../export/markdown.ts';
import { compareReports, type Comparison, type Direction } from '../../compare.ts';
import type { Report } from '../../scan/schema/report.ts';
import { readReport } from '../baseline.ts';
import { exitCodes, type ExitCode } from '../exit.ts';
import { writeFiles, writeOut } from '../files.ts';
import { whatGotWorse } from '../gates.ts';
import type { Outputs } from '../outputs.ts';
import { printable } from '../printable.ts';
import { printJson } from '../print.ts';
import { bare, coloursOf, styleFor, type Style } from '../style.ts';

export const compareFormats = ['text', 'json', 'markdown'] as const;
type CompareFormat = (typeof compareFormats)[number];

const words: Record<Direction, string> = {
  better: 'better',
  worse: 'worse',
  known: 'seen now',
  lost: 'not seen now',
  other: 'changed',
};
const figure = (score: number | null): string => (score === null ? 'none' : String(score));

/** One sentence on the score. */
const scoreSentence = ({ score }: Comparison): string =>
  score.before === score.after
    ? `The score is ${figure(score.after)}, as before.`
    : `The score went from ${figure(score.before)} to ${figure(score.after)}.`;

function asText(comparison: Comparison, worse: readonly string[], style: Style): string {
  const pc = coloursOf(style);
  const paint: Partial<Record<Direction, (text: string) => string>> = {
    better: pc.green,
    worse: pc.red,
    lost: pc.yellow,
  };
  return [
    scoreSentence(comparison),
    ...(comparison.changes.length === 0 ? ['No finding changed.'] : []),
    ...comparison.changes.map(({ kind, id, before, after, direction }) => {
      const word = words[direction];
      return style.plain
        ? `${word}: ${kind} ${id}, from ${before} to ${after}.`
        : `${(paint[direction] ?? pc.dim)(word.padEnd(12))} ${kind} ${id}: ${before} → ${after}`;
    }),
    worse.length === 0 ? 'Nothing got worse.' : 'Something got worse.',
    '',
  ].join('\n');
}

function asMarkdown(comparison: Comparison, after: Report): string {
  const rows = comparison.changes.map(
    ({ kind, id, before, after: now, direction }) => `| ${words[direction]} | ${kind} \`${id}\` | ${before} | ${now} |`,
  );
  return [
    `**${markdownText(after.target.host)}**: ${scoreSentence(comparison)}`,
    '',
    ...(rows.length > 0
      ? ['| | finding | before | now |', '| --- | --- | --- | --- |', ...rows]
      : ['No finding changed.']),
    '',
  ].join('\n');
}

/** Both are judged by the rules of this program, so that what differs is the target. */
export async function runCompare(
  beforeFile: string,
  afterFile: string,
  outputs: Outputs<CompareFormat>,
  flags: { plain?: boolean; quiet?: boolean },
): Promise<ExitCode> {
  const list = outputs.resolve();
  const before = await readReport(beforeFile, 'The first report');
  const after = await readReport(afterFile, 'The second report');
  const comparison = compareReports(before, after);
  const worse = whatGotWorse(before, after);
  const render = (format: CompareFormat, style: Style) =>
    format === 'json'
      ? printJson({ ...comparison, worse })
      : format === 'markdown'
        ? asMarkdown(comparison, after)
        : asText(comparison, worse, style);
  await writeFiles(
    list.flatMap(({ format, file }) => (file === null ? [] : [{ path: file, text: render(format, bare) }])),
  );
  const screen = list.find(({ file }) => file === null)?.format ?? (flags.quiet ? null : 'text');
  if (screen !== null) await writeOut(render(screen, styleFor(process.stdout, flags)));
  if (before.target.host !== after.target.host)
    process.stderr.write(
      `The reports are about different hosts, ${printable(before.target.host)} and ${printable(after.target.host)}.\n`,
    );
  return worse.length > 0 ? exitCodes.gateFailed.code : exitCodes.passed.code;
}
