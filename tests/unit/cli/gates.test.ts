import { describe, expect, it } from 'vitest';
import { judgeGates, whatGotWorse, worst, type Gates } from '../../../lib/cli/gates.ts';
import type { Report } from '../../../lib/scan/schema/report.ts';
import { openReport, unreachableReport, walledReport } from '../components/sample-report.ts';

const none: Gates = { failUnder: null, failOn: [], baseline: null };
const judge = (report: Report, gates: Partial<Gates>) => judgeGates(report, { ...none, ...gates });
const open = openReport();
const score = open.scores[0]?.value ?? 0;
const scored = (change: Partial<Report['scores'][number]>): Report => ({
  ...open,
  scores: open.scores.map((one) => ({ ...one, ...change })),
});

describe('--fail-under', () => {
  it.each([
    [score, 0],
    [score + 1, 1],
    [0, 0],
  ])('%i: %i', (failUnder, code) => expect(judge(open, { failUnder }).code).toBe(code));
  it.each([
    [70, 0],
    [71, 2],
    [90, 2],
    [91, 1],
  ])('a provisional score between 70 and 90, at %i: %i', (failUnder, code) => {
    const report = scored({ value: 80, provisional: true, range: { low: 70, high: 90 } });
    expect(judge(report, { failUnder }).code).toBe(code);
  });
  it('fails where there is no score although the scan ended', () => {
    const report: Report = { ...scored({ value: null }), outcome: 'no-api' };
    expect(judge(report, {})).toEqual({ code: 0, sentences: [] });
    expect(judge(report, { failUnder: 0 }).code).toBe(1);
  });
});

describe('an unfinished scan', () => {
  it.each(['blocked', 'unreachable', 'refused'] as const)('passes no gate: %s', (outcome) => {
    const report: Report = { ...open, outcome };
    expect(judge(report, {})).toEqual({ code: 2, sentences: [] });
    for (const gates of [{ failUnder: 0 }, { failOn: ['captcha-before-token'] }, { baseline: open }])
      expect(judge(report, gates)).toEqual({ code: 2, sentences: [expect.stringMatching(/no gate is passed/)] });
  });
});

describe('--fail-on', () => {
  const report: Report = {
    ...open,
    signals: open.signals.map((signal) => ({ ...signal, status: signal.id === 'token-expiry' ? 'fail' : 'partial' })),
    antiPatterns: open.antiPatterns.map((trap) => ({
      ...trap,
      status: trap.id === 'captcha-before-token' ? 'present' : 'unknown',
    })),
    contradictions: [],
  };
  it.each([
    [['token-expiry'], 1],
    [['structured-401'], 0],
    [['captcha-before-token'], 1],
    [['session-cookie-only', 'structured-401'], 0],
    [['session-cookie-only', 'token-expiry'], 1],
    [['contradictions'], 0],
  ])('%j: %i', (failOn, code) => expect(judge(report, { failOn }).code).toBe(code));
  it('contradictions stand for any of them', () => {
    const torn = { ...report, contradictions: [{ id: 'x', summary: 'x', about: [], evidence: [] }] };
    expect(judge(torn, { failOn: ['contradictions'] }).code).toBe(1);
  });
});

describe('--baseline', () => {
  const changed = (status: Report['signals'][number]['status']): Report => ({
    ...open,
    signals: open.signals.map((signal) => (signal.id === 'structured-401' ? { ...signal, status } : signal)),
  });
  it.each<[string, Report, Report, number]>([
    ['the same', open, open, 0],
    ['worse', changed('pass'), changed('partial'), 1],
    ['better', changed('fail'), changed('partial'), 0],
    ['not seen any more', changed('pass'), changed('unknown'), 0],
    ['a lower score', scored({ value: 80 }), scored({ value: 79 }), 1],
    ['a higher score', scored({ value: 79 }), scored({ value: 80 }), 0],
    [
      'lower only by what was not seen',
      scored({ value: 80 }),
      scored({ value: 60, provisional: true, range: { low: 50, high: 85 } }),
      0,
    ],
    [
      'lower even with what was not seen',
      scored({ value: 80 }),
      scored({ value: 60, provisional: true, range: { low: 50, high: 75 } }),
      1,
    ],
    ['no score any more', open, { ...scored({ value: null }), outcome: 'no-api' }, 1],
  ])('%s', (_name, baseline, report, code) => expect(judge(report, { baseline }).code).toBe(code));
  it('says what', () =>
    expect(whatGotWorse(changed('pass'), changed('fail'))).toEqual(['signal structured-401 went from pass to fail.']));
});

it('several verdicts: what could not be told outweighs what failed', () => {
  const verdicts = [walledReport(), unreachableReport(), open].map((report) => judge(report, { failUnder: 50 }));
  expect(verdicts.map(({ code }) => code)).toEqual([1, 2, 0]);
  expect(worst(verdicts).code).toBe(2);
  expect(worst([])).toEqual({ code: 0, sentences: [] });
});
