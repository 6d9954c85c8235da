/** `latchkey fix <report> <finding>`: what to do about a finding of a report, with the files that are ready to paste. */
import { counted } from '../../scan/counted.ts';
import { codeNames, frameworkNamed, wholeFix } from '../../scan/fix/whole.ts';
import { briefFor } from '../../scan/fix/brief.ts';
import { antiPatterns, signals } from '../../scan/judge/index.ts';
import { readReport } from '../baseline.ts';
import { exitCodes, Refusal, type ExitCode } from '../exit.ts';
import { writeOut } from '../files.ts';
import { knownId } from '../findings.ts';
import { printable } from '../printable.ts';
import { printJson } from '../print.ts';
import { coloursOf, styleFor } from '../style.ts';

/** Lines of a ready-made file keep their indentation; nothing else in them may act on a terminal. */
const lines = (text: string): string[] =>
  text.split(/\r\n?|\n/).map((line) => line.split('\t').map(printable).join('  '));

export async function runFix(
  file: string,
  finding: string,
  {
    json = false,
    agent = false,
    plain = false,
    framework,
  }: { json?: boolean; agent?: boolean; plain?: boolean; framework?: string },
): Promise<ExitCode> {
  const report = await readReport(file, 'The report');
  const fixOf = new Map<string, string>([
    ...signals.map(({ meta }): [string, string] => [meta.id, meta.fix]),
    ...antiPatterns.map(({ meta }): [string, string] => [meta.id, meta.fix]),
    ...report.fixes.map(({ id }): [string, string] => [id, id]),
  ]);
  const wanted = fixOf.get(knownId(finding, [...fixOf.keys()]));
  const stored = report.fixes.find(({ id }) => id === wanted);
  if (!stored) {
    const has = report.fixes.map(({ id }) => id).join(', ');
    throw new Refusal(
      `The report on ${printable(report.target.host)} has no fix for ${finding}: ${has === '' ? 'there is nothing to fix in it.' : `it has fixes for ${has}.`}`,
    );
  }
  const named = framework === undefined ? undefined : frameworkNamed(stored, framework);
  const names = codeNames(stored);
  if (framework !== undefined && named === undefined)
    throw new Refusal(
      names.length === 0
        ? `${stored.id} needs no code.`
        : `${stored.id} has no files for ${framework}; it has them for ${names.join(', ')}.`,
    );
  // Code of one framework is read on a terminal; all of it is for programs.
  const found = json || named !== undefined ? wholeFix(stored, named) : stored;
  if (json) await writeOut(printJson(found));
  else if (agent) {
    const brief = named === undefined ? found.agentText : briefFor(found, named);
    await writeOut(`${lines(brief).join('\n')}\n`);
  } else {
    const pc = coloursOf(styleFor(process.stdout, { plain }));
    const gain = found.gain > 0 ? `, gains ${counted(found.gain, 'point')}` : '';
    await writeOut(
      [
        pc.bold(printable(found.title)),
        pc.dim(`takes ${found.effort}${gain}`),
        '',
        printable(found.why),
        '',
        ...found.steps.map((step, at) => `${at + 1}. ${printable(step)}`),
        ...found.artefacts.flatMap(({ title, text }) => [
          '',
          pc.bold(printable(title)),
          ...(plain ? [] : [pc.dim('─'.repeat(40))]),
          ...lines(text),
        ]),
        ...(names.length > 0 && named === undefined
          ? ['', `For files to paste, name your framework with --framework: ${names.join(', ')}.`]
          : []),
        '',
      ].join('\n'),
    );
  }
  return exitCodes.passed.code;
}
