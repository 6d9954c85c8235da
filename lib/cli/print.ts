/** A report for the terminal: verdict first, evidence ids last. */
import type { Report } from '../scan/index.ts';
import { counted } from '../scan/counted.ts';
import { hasFindings } from '../scan/schema/report.ts';
import { scoresOf, tierShown } from '../scan/schema/scores.ts';
import { orders, printable } from './printable.ts';
import { bare, coloursOf, type Style } from './style.ts';

type Colours = ReturnType<typeof coloursOf>;
type Status = Report['signals'][number]['status'];

const marks: Record<Status, (pc: Colours) => string> = {
  pass: (pc) => pc.green('●'),
  partial: (pc) => pc.yellow('◐'),
  fail: (pc) => pc.red('⊖'),
  unknown: (pc) => pc.dim('○'),
  'n/a': (pc) => pc.dim('–'),
};
const stations = {
  find: 'find',
  understand: 'understand',
  'get-credential': 'get a credential',
  'get-token': 'get a token',
  call: 'call',
} as const;

/** The walk in one line: solid as far as an agent gets, then the wall. */
function walk(report: Report, pc: Colours): string[] {
  const stop = report.journey.findIndex((step) => step.status === 'blocked');
  return [
    report.journey
      .map((step, index) => {
        const name = stations[step.step];
        if (index === stop) return `${pc.red('▌')}${pc.red(printable(step.wall ?? 'wall'))} ┄ ${pc.dim(name)}`;
        if (stop >= 0 && index > stop) return pc.dim(name);
        return step.status === 'ok' ? pc.green(name) : pc.dim(`${name}?`);
      })
      .join(pc.dim(' ── ')),
  ];
}

/** The walk in sentences. */
const plainWalk = (report: Report): string[] =>
  report.journey.map(
    (step, index) =>
      `Step ${index + 1} of ${report.journey.length}, ${stations[step.step]}: ${step.status}${step.wall === null ? '' : `, wall: ${printable(step.wall)}`}.`,
  );

/** What JSON may hold unescaped although a terminal or a CI server acts on it: C1 controls, format characters, the two odd line ends, orders. */
const actsOnReaders = new RegExp(String.raw`[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]|${orders.source}`, 'giu');
const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');

/** Renders a value as JSON, ending in a newline: the same document, with every character escaped that would act on whoever shows it. `indent` 0: one line. */
export function printJson(value: unknown, indent = 2): string {
  return `${JSON.stringify(value, null, indent).replace(actsOnReaders, escaped)}\n`;
}

function scoreLines(report: Report, pc: Colours): string[] {
  const scores = scoresOf(report).filter((score) => score.value !== null);
  if (scores.length === 0) return [`No score (${report.outcome}).`];
  return scores.map((score) => {
    const range =
      score.provisional && score.range
        ? pc.yellow(` provisional, between ${score.range.low} and ${score.range.high}`)
        : '';
    const tier = tierShown(report, score.tier);
    const caps = score.caps.map((cap) => pc.red(` · capped at ${cap.limit}: ${printable(cap.reason)}`)).join('');
    return `${score.code} ${score.name} ${pc.bold(String(score.value))}/100${tier === null ? '' : `, ${tier}`}${range}${caps}`;
  });
}

function findings(report: Report, { plain }: Style, pc: Colours): string[] {
  const cited = (ids: readonly string[]) => (plain ? '' : ` ${pc.dim(ids.join(' '))}`);
  const lines = report.signals.map((signal) =>
    plain
      ? `Signal ${signal.id}: ${signal.status}. ${printable(signal.summary)}`
      : `${marks[signal.status](pc)} ${signal.status.padEnd(7)} ${signal.id.padEnd(19)} ${printable(signal.summary)}${cited(signal.evidence)}`,
  );
  lines.push('');
  for (const flow of report.flows.filter((f) => f.offered !== 'unknown'))
    lines.push(
      plain
        ? `Flow ${flow.id}: ${flow.offered === 'yes' ? 'offered' : 'not offered'}, ${flow.verdict}.`
        : `${flow.offered === 'yes' ? pc.green('yes') : pc.dim('no ')} ${flow.id.padEnd(24)} ${flow.verdict}`,
    );
  for (const trap of report.antiPatterns.filter((a) => a.status === 'present'))
    lines.push('', `${pc.red('Trap')} ${trap.id}: ${printable(trap.summary)}${cited(trap.evidence)}`);
  for (const contradiction of report.contradictions)
    lines.push('', `${pc.yellow('Contradiction')} ${printable(contradiction.summary)}${cited(contradiction.evidence)}`);
  return lines;
}

const stepMarks = {
  passed: (pc: Colours) => pc.green('●'),
  failed: (pc: Colours) => pc.red('⊖'),
  unknown: (pc: Colours) => pc.dim('○'),
} as const;

/** What was done with the owner's own client. */
function handshake({ handshake: steps = [] }: Report, { plain }: Style, pc: Colours): string[] {
  if (steps.length === 0) return [];
  return [
    pc.bold('The handshake with your client'),
    ...steps.map(({ id, status, summary, evidence }) =>
      plain
        ? `Handshake ${id}: ${status}. ${printable(summary)}`
        : `${stepMarks[status](pc)} ${status.padEnd(7)} ${id.padEnd(12)} ${printable(summary)} ${pc.dim(evidence.join(' '))}`,
    ),
    '',
  ];
}

function firstFixes(report: Report, { plain }: Style, pc: Colours): string[] {
  const fixes = report.fixes.slice(0, 3);
  if (fixes.length === 0) return [];
  return [
    '',
    pc.bold('What to fix first'),
    ...fixes.map((fix) =>
      plain
        ? `Fix ${fix.id}: ${printable(fix.title)}${fix.gain > 0 ? `, gains ${counted(fix.gain, 'point')}` : ''}, takes ${fix.effort}.`
        : `${fix.gain > 0 ? pc.green(`+${fix.gain}`.padStart(4)) : '    '} ${printable(fix.title)} ${pc.dim(`(${fix.effort})`)}`,
    ),
  ];
}

/** Renders the whole report as text, ending in a newline. */
export function printReport(report: Report, style: Style = bare): string {
  const pc = coloursOf(style);
  const judged = hasFindings(report);
  return [
    '',
    ...(report.answer ? [pc.bold(`${report.answer.word}.`)] : []),
    pc.bold(printable(report.verdict.sentence)),
    '',
    ...scoreLines(report, pc),
    '',
    ...(style.plain ? plainWalk(report) : walk(report, pc)),
    '',
    ...handshake(report, style, pc),
    ...(judged ? findings(report, style, pc) : []),
    ...firstFixes(report, style, pc),
    '',
    pc.dim(
      `${printable(report.target.url)}: ${counted(report.scan.requests, 'request')}, ${(report.scan.durationMs / 1000).toFixed(1)} s, methodology ${report.engine.methodology}. The evidence is in the report: --json.`,
    ),
    '',
  ].join('\n');
}
