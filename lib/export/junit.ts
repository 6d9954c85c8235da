/** Reports as JUnit XML, which CI servers show as tests: a suite for each target, a case for each signal, anti-pattern and step of a handshake. */
import { printable } from '../cli/printable.ts';
import type { Report } from '../scan/schema/report.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text on one line as an XML attribute or element: no markup, and no character that XML 1.0 §2.2 does not allow. */
const xml = (text: string): string =>
  printable(text.replace(/\s+/g, ' ').trim())
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

type Result = { kind: 'passed' } | { kind: 'failure' | 'error' | 'skipped'; type: string; message: string };
interface Case {
  name: string;
  group: string;
  result: Result;
}

const ofSignal = ({ id, status, summary }: Report['signals'][number]): Case => ({
  name: id,
  group: 'signals',
  result:
    status === 'fail'
      ? { kind: 'failure', type: 'fail', message: summary }
      : status === 'unknown' || status === 'n/a'
        ? { kind: 'skipped', type: status, message: summary }
        : { kind: 'passed' },
});

const ofTrap = ({ id, status, summary }: Report['antiPatterns'][number]): Case => ({
  name: id,
  group: 'anti-patterns',
  result:
    status === 'present'
      ? { kind: 'failure', type: 'present', message: summary }
      : status === 'unknown'
        ? { kind: 'skipped', type: 'unknown', message: summary }
        : { kind: 'passed' },
});

const ofStep = ({ id, status, summary }: NonNullable<Report['handshake']>[number]): Case => ({
  name: id,
  group: 'handshake',
  result:
    status === 'failed'
      ? { kind: 'failure', type: 'failed', message: summary }
      : status === 'unknown'
        ? { kind: 'skipped', type: 'unknown', message: summary }
        : { kind: 'passed' },
});

function casesOf(report: Report): Case[] {
  if (report.outcome === 'scored')
    return [
      ...report.signals.map(ofSignal),
      ...report.antiPatterns.map(ofTrap),
      ...(report.handshake ?? []).map(ofStep),
    ];
  const message = report.verdict.sentence;
  const kind = report.outcome === 'no-api' ? 'skipped' : 'error';
  return [{ name: 'scan', group: 'scan', result: { kind, type: report.outcome, message } }];
}

function caseXml(host: string, { name, group, result }: Case): string {
  const open = `    <testcase name="${xml(name)}" classname="${xml(`${host}.${group}`)}" time="0"`;
  if (result.kind === 'passed') return `${open}/>`;
  // As text and not as an attribute, which older schemas do not know here.
  const inner =
    result.kind === 'skipped'
      ? `<skipped>${xml(result.message)}</skipped>`
      : `<${result.kind} message="${xml(result.message)}" type="${xml(result.type)}">${xml(result.message)}</${result.kind}>`;
  return `${open}>${inner}</testcase>`;
}

const countOf = (cases: readonly Case[], kind: Result['kind']) =>
  cases.filter(({ result }) => result.kind === kind).length;
const counts = (cases: readonly Case[]): string =>
  `tests="${cases.length}" failures="${countOf(cases, 'failure')}" errors="${countOf(cases, 'error')}"`;

/** The reports as one JUnit document, ending in a newline. A partly met signal passes; what could not be told is skipped, an unfinished scan is an error. */
export function reportsToJunit(reports: readonly Report[]): string {
  const suites = reports.map((report) => ({ report, cases: casesOf(report) }));
  const seconds = ({ scan }: Report) => (scan.durationMs / 1000).toFixed(3);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="latchkey" ${counts(suites.flatMap(({ cases }) => cases))} time="${reports.reduce((sum, report) => sum + report.scan.durationMs / 1000, 0).toFixed(3)}">`,
    ...suites.flatMap(({ report, cases }, id) => [
      `  <testsuite name="${xml(report.target.host)}" id="${id}" ${counts(cases)} skipped="${countOf(cases, 'skipped')}" timestamp="${report.scan.startedAt.slice(0, 19)}" hostname="${xml(report.target.host)}" time="${seconds(report)}">`,
      ...cases.map((one) => caseXml(report.target.host, one)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}
