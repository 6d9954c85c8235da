/** Findings in lists that have no report at hand carry the names that reports give them. */
import { expect, it } from 'vitest';
import { findingName, findingsOf } from '../../lib/disputes.ts';
import { antiPatterns, signals } from '../../lib/scan/judge/index.ts';
import { exampleReport } from '../../content/example-report.ts';

it('names every finding of a report as the report does, and contradictions by their id', () => {
  const findings = findingsOf(exampleReport());
  expect(findings.size).toBeGreaterThan(signals.length + antiPatterns.length);
  for (const [anchor, name] of findings)
    if (!anchor.startsWith('contradiction-')) expect(findingName(anchor)).toBe(name);
  expect(findingName('contradiction-grant-refused')).toBe('Contradiction: grant-refused');
  expect(findingName('signal-of-old')).toBe('signal-of-old');
});
