/** The example report is what a scan of its small business shows today, and says that it is an example. */
import { expect, test } from 'vitest';
import { exampleReport } from '../../content/example-report.ts';
import type { Report } from '../../lib/scan/schema/report.ts';
import { runWorld } from './lib/run.ts';
import { exampleWorld } from './sites/example.ts';

/** What a reader is told. Exchanges are numbered as they come in, so their numbers are no part of it. */
const told = ({ answer, outcome, score, verdict, signals, flows, antiPatterns, journey, fixes }: Report) => ({
  answer,
  outcome,
  score,
  sentence: verdict.sentence,
  signals: signals.map(({ id, status, rung, confidence }) => ({ id, status, rung, confidence })),
  flows: flows.map(({ id, offered, verdict: asks }) => ({ id, offered, asks })),
  antiPatterns: antiPatterns.map(({ id, status }) => ({ id, status })),
  journey: journey.map(({ step, status, wall }) => ({ step, status, wall })),
  fixes: fixes.map(({ id, gain }) => ({ id, gain })),
});

test('the example is what a scan shows today; when it is not: npm run example', { timeout: 60_000 }, async () => {
  const { report, items, faults } = await runWorld(exampleWorld);
  expect({ wrong: items.filter(({ right }) => !right), faults }).toEqual({ wrong: [], faults: [] });
  const example = exampleReport();
  expect(told(example)).toEqual(told(report));
  expect([example.scan.mode, report.scan.mode]).toEqual(['example', 'public']);
});
