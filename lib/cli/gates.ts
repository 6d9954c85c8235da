/** Whether a report passes what a pipeline asks of it. Pure. */
import { compareReports, type Change } from '../compare.ts';
import type { Report } from '../scan/schema/report.ts';
import { headlineOf } from '../scan/schema/scores.ts';
import { exitCodes, type ExitCode } from './exit.ts';

export interface Gates {
  /** Lowest headline score that passes. */
  failUnder: number | null;
  /** Ids of signals that must not fail and anti-patterns that must not be there; `contradictions`: none at all. */
  failOn: readonly string[];
  /** An earlier report of the same target: nothing may be worse than in it. */
  baseline: Report | null;
}

export interface Verdict {
  code: ExitCode;
  /** Why it did not pass, or could not be told; empty when it passed. */
  sentences: string[];
}

const passed: Verdict = { code: exitCodes.passed.code, sentences: [] };
const failed = (...sentences: string[]): Verdict => ({ code: exitCodes.gateFailed.code, sentences });
const untold = (...sentences: string[]): Verdict => ({ code: exitCodes.notRun.code, sentences });

/** Outcomes of a scan that saw what there is to see. */
export const isFinished = ({ outcome }: Pick<Report, 'outcome'>): boolean =>
  outcome === 'scored' || outcome === 'no-api';

function underScore(report: Report, least: number): Verdict {
  const score = headlineOf(report);
  if (score === null) return failed(`There is no score (${report.outcome}), so it cannot be ${least} or more.`);
  // What was not seen could lift or sink a provisional score: it passes or fails only where that decides nothing.
  const { low, high } = (score.provisional ? score.range : null) ?? { low: score.value, high: score.value };
  if (low >= least) return passed;
  if (high < least) return failed(`The score ${score.value} is under ${least}.`);
  return untold(
    `The score is provisional, between ${low} and ${high}, so nobody can say whether it is ${least} or more.`,
  );
}

function onFindings(report: Report, ids: readonly string[]): Verdict {
  const found = ids.flatMap((id) => {
    if (id === 'contradictions')
      return report.contradictions.length > 0 ? [`There are contradictions: ${report.contradictions.length}.`] : [];
    const signal = report.signals.find((one) => one.id === id);
    if (signal) return signal.status === 'fail' ? [`${id} fails: ${signal.summary}`] : [];
    const trap = report.antiPatterns.find((one) => one.id === id);
    return trap?.status === 'present' ? [`${id} is present: ${trap.summary}`] : [];
  });
  return found.length > 0 ? failed(...found) : passed;
}

const inWords = ({ kind, id, before, after }: Change): string => `${kind} ${id} went from ${before} to ${after}`;

/** What is worse in `after`, in sentences. A score that fell only as far as something was not seen this time is not worse. */
export function whatGotWorse(before: Report, after: Report): string[] {
  const worse = compareReports(before, after)
    .changes.filter(({ direction }) => direction === 'worse')
    .map((change) => `${inWords(change)}.`);
  const [was, is] = [headlineOf(before), headlineOf(after)];
  if (was !== null && isFinished(after)) {
    const most = is === null ? null : ((is.provisional ? is.range?.high : null) ?? is.value);
    if (most === null) worse.push(`The score was ${was.value}, and there is none now (${after.outcome}).`);
    else if (most < was.value) worse.push(`The score fell from ${was.value} to ${most}.`);
  }
  return worse;
}

/** The verdict on one report. An unfinished scan passes nothing, whatever is asked. */
export function judgeGates(report: Report, { failUnder, failOn, baseline }: Gates): Verdict {
  const asked = failUnder !== null || failOn.length > 0 || baseline !== null;
  if (!isFinished(report))
    return untold(
      ...(asked ? [`The scan of ${report.target.host} did not finish (${report.outcome}): no gate is passed.`] : []),
    );
  return worst([
    failUnder === null ? passed : underScore(report, failUnder),
    onFindings(report, failOn),
    baseline === null ? passed : failedIf(whatGotWorse(baseline, report)),
  ]);
}

const failedIf = (sentences: string[]): Verdict => (sentences.length > 0 ? failed(...sentences) : passed);

/** Several verdicts as one: what could not be told outweighs what failed. */
export const worst = (verdicts: readonly Verdict[]): Verdict => ({
  code: verdicts.reduce<ExitCode>((most, { code }) => (code > most ? code : most), exitCodes.passed.code),
  sentences: verdicts.flatMap(({ sentences }) => sentences),
});
