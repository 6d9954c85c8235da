/** A report for the terminal: verdict first, evidence ids last. */
import pc from 'picocolors';
import type { Report } from '../scan/index.ts';
import { printable } from './printable.ts';

const marks = { pass: pc.green('●'), partial: pc.yellow('◐'), fail: pc.red('⊖'), unknown: pc.dim('○'), 'n/a': pc.dim('–') } as const;
const stations = { find: 'find', understand: 'understand', 'get-credential': 'get a credential', 'get-token': 'get a token', call: 'call' } as const;

/** The walk in one line: solid as far as an agent gets, then the wall. */
function walk(report: Report): string {
  const stop = report.journey.findIndex((step) => step.status === 'blocked');
  return report.journey.map((step, index) => {
    const name = stations[step.step];
    if (index === stop) return `${pc.red('▌')}${pc.red(printable(step.wall ?? 'wall'))} ┄ ${pc.dim(name)}`;
    if (stop >= 0 && index > stop) return pc.dim(name);
    return step.status === 'ok' ? pc.green(name) : pc.dim(`${name}?`);
  }).join(pc.dim(' ── '));
}

/** What JSON may hold unescaped although a terminal acts on it: C1 controls, format characters, the two odd line ends. */
const actsOnTerminal = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
const escaped = (character: string): string => [...Array(character.length).keys()].map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');

/** Renders the report as JSON, ending in a newline: the same document, with every character escaped that would act on a terminal. */
export function printJson(report: Report): string {
  return `${JSON.stringify(report, null, 2).replace(actsOnTerminal, escaped)}\n`;
}

/** Renders the whole report as text, ending in a newline. */
export function printReport(report: Report): string {
  const lines: string[] = [''];
  const { score } = report;
  lines.push(pc.bold(printable(report.verdict.sentence)), '');
  if (score.d7 !== null) {
    const range = score.provisional && score.range ? pc.yellow(` provisional, between ${score.range.low} and ${score.range.high}`) : '';
    lines.push(`D7 Security ${pc.bold(String(score.d7))}/100, ${score.tier ?? ''}${range}${score.caps.map((cap) => pc.red(` · capped at ${cap.limit}: ${printable(cap.reason)}`)).join('')}`);
  } else lines.push(`No score (${report.outcome}).`);
  lines.push('', walk(report), '');
  if (report.outcome === 'scored' || report.outcome === 'blocked') {
    for (const signal of report.signals) lines.push(`${marks[signal.status]} ${signal.status.padEnd(7)} ${signal.id.padEnd(19)} ${printable(signal.summary)} ${pc.dim(signal.evidence.join(' '))}`);
    lines.push('');
    for (const flow of report.flows.filter((f) => f.offered !== 'unknown')) lines.push(`${flow.offered === 'yes' ? pc.green('yes') : pc.dim('no ')} ${flow.id.padEnd(24)} ${flow.verdict}`);
    for (const trap of report.antiPatterns.filter((a) => a.status === 'present')) lines.push('', `${pc.red('Trap')} ${trap.id}: ${printable(trap.summary)} ${pc.dim(trap.evidence.join(' '))}`);
    for (const contradiction of report.contradictions) lines.push('', `${pc.yellow('Contradiction')} ${printable(contradiction.summary)} ${pc.dim(contradiction.evidence.join(' '))}`);
  }
  const fixes = report.fixes.slice(0, 3);
  if (fixes.length > 0) {
    lines.push('', pc.bold('What to fix first'));
    for (const fix of fixes) lines.push(`${fix.gain > 0 ? pc.green(`+${fix.gain}`.padStart(4)) : '    '} ${printable(fix.title)} ${pc.dim(`(${fix.effort})`)}`);
  }
  lines.push('', pc.dim(`${report.scan.requests} requests, ${(report.scan.durationMs / 1000).toFixed(1)} s, methodology ${report.engine.methodology}. The evidence is in the report: --json.`), '');
  return lines.join('\n');
}
