import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../lib/export/places.ts';
import { sarifProblems } from './official-sarif.ts';
import { z } from 'zod';
import { reportsToSarif, reportToSarif } from '../../../lib/export/sarif.ts';
import type { Report } from '../../../lib/scan/schema/report.ts';
import { openReport, unreachableReport, walledReport } from '../components/sample-report.ts';

/** The parts of the SARIF 2.1.0 schema that we write. */
const place = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation: z.strictObject({ uri: z.url({ protocol: /^https?$/ }) }) }),
});
const rule = z.strictObject({
  tags: z.array(z.string()),
  fix: z.string(),
  kind: z.enum(['signal', 'anti-pattern']),
  points: z.number().optional(),
  blocking: z.boolean().optional(),
});
const text = z.strictObject({
  text: z
    .string()
    .min(1)
    .regex(/^(?:[^{}[\]\\]|\{\{|\}\}|\\[[\]\\])*$/),
});
const headers = z.record(z.string(), z.string());
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string(),
          informationUri: z.url().optional(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              name: z.string(),
              shortDescription: text,
              fullDescription: text,
              help: text,
              helpUri: z.url().optional(),
              defaultConfiguration: z.strictObject({ level: z.enum(['error', 'warning', 'note']) }),
              properties: rule,
            }),
          ),
        }),
      }),
      automationDetails: z.strictObject({ id: z.string() }),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          startTimeUtc: z.iso.datetime(),
          endTimeUtc: z.iso.datetime(),
        }),
      ),
      properties: z.strictObject({
        outcome: z.string(),
        score: z.number().nullable(),
        tier: z.string().nullable(),
        scores: z.array(
          z.strictObject({
            id: z.string(),
            value: z.int().nullable(),
            tier: z.string().nullable(),
            confidence: z.string(),
          }),
        ),
        methodology: z.string(),
      }),
      webRequests: z.array(
        z.strictObject({
          protocol: z.string(),
          method: z.string(),
          target: z.string(),
          headers,
          body: z.strictObject({ text: z.string() }).optional(),
        }),
      ),
      webResponses: z.array(
        z.union([
          z.strictObject({ noResponseReceived: z.literal(true) }),
          z.strictObject({
            protocol: z.string(),
            statusCode: z.int(),
            headers,
            body: z.strictObject({ text: z.string() }),
          }),
        ]),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level: z.enum(['error', 'warning', 'note', 'none']),
          kind: z.enum(['fail', 'pass', 'open', 'notApplicable']),
          message: text,
          locations: z.array(place),
          relatedLocations: z.array(place.extend({ id: z.int().min(1) })).optional(),
          webRequest: z.strictObject({ index: z.int() }).optional(),
          webResponse: z.strictObject({ index: z.int() }).optional(),
          partialFingerprints: z.record(z.string(), z.string()),
          properties: z.strictObject({ confidence: z.string(), status: z.string() }),
        }),
      ),
    }),
  ]),
});

/** As it is read back from a file. */
function written(report: Report) {
  const parsed: unknown = JSON.parse(
    JSON.stringify(reportToSarif(report, { helpUri: 'https://latchkey.example/methodology' })),
  );
  expect(sarifProblems(parsed)).toEqual([]);
  return log.parse(parsed).runs[0];
}

describe('a report as SARIF', () => {
  it('has a rule and a result for each signal and anti-pattern', () => {
    const report = walledReport();
    const run = written(report);
    expect(run.results.map((result) => result.ruleId)).toEqual([
      ...report.signals.map((s) => s.id),
      ...report.antiPatterns.map((a) => a.id),
    ]);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    // §3.27.10: only what fails has a level.
    for (const result of run.results) expect(result.level === 'none').toBe(result.kind !== 'fail');
  });

  it('points at the exchange that a result rests on', () => {
    const run = written(openReport());
    const found = run.results.find((result) => result.ruleId === 'structured-401');
    expect(run.webRequests[found?.webRequest?.index ?? -1]?.target).toContain('/v1/shifts');
    expect(found?.locations[0]?.physicalLocation.artifactLocation.uri).toContain('/v1/shifts');
  });

  it('judges nothing where nothing was judged', () => expect(written(unreachableReport()).results).toEqual([]));

  it('makes neither placeholder nor link of what a target says, and no location of what is no web address', () => {
    const report = walledReport();
    const hostile: Report = {
      ...report,
      target: { ...report.target, url: 'javascript:alert(1)' },
      signals: report.signals.map((signal) => ({
        ...signal,
        summary: '{0} [click](https://evil.example) \\ \u001b[31m',
        evidence: ['x1'],
      })),
      exchanges: report.exchanges.map((exchange) => ({
        ...exchange,
        request: { ...exchange.request, url: 'javascript:alert(1)', headers: [['__proto__', 'x']] },
      })),
    };
    const run = written(hostile);
    expect(run.results[0]?.message.text).toBe(String.raw`{{0}} \[click\](https://evil.example) \\ �\[31m`);
    expect(run.results.flatMap((result) => result.locations)).toEqual([]);
    // zod's records drop it when they read; the file holds it.
    expect(JSON.stringify(reportToSarif(hostile))).toContain('"headers":{"__proto__":"x"}');
  });

  it('is a log of the official schema, whatever was scanned and however many', () => {
    const several = [openReport(), walledReport(), unreachableReport()];
    const logged = JSON.parse(JSON.stringify(reportsToSarif(several))) as { runs: unknown[] };
    expect(sarifProblems(logged)).toEqual([]);
    expect(logged.runs).toHaveLength(3);
    // The check itself can fail.
    expect(sarifProblems({ ...logged, version: '2.0.0' })).not.toEqual([]);
    expect(sarifProblems({ ...logged, runs: [{ ...(logged.runs[0] as object), surplus: 1 }] })).not.toEqual([]);
  });

  it('is severe by the points that are lost', () => {
    const report = openReport();
    const lost = (value: number): Report => ({
      ...report,
      signals: report.signals.map((signal) => ({ ...signal, status: 'fail', value })),
    });
    const levels = (value: number) =>
      written(lost(value))
        .results.slice(0, report.signals.length)
        .map(({ level }) => level);
    // Of 30, 30, 30, 15, 12, 8 and 5 points.
    expect(levels(0)).toEqual(['error', 'error', 'error', 'error', 'error', 'warning', 'warning']);
    expect(levels(0.8)).toEqual(['warning', 'warning', 'warning', 'warning', 'note', 'note', 'note']);
  });

  it('points into the description that a report was made of', () => {
    const text = 'openapi: 3.1.0\ninfo: {title: x}\npaths:\n  /a:\n    get:\n      responses:\n        "401": {}\n';
    const logged = reportsToSarif([walledReport()], { placesOf: () => placesIn(text, 'api/open api.yaml') });
    const parsed = JSON.parse(JSON.stringify(logged)) as {
      runs: { results: { ruleId: string; locations: unknown[] }[] }[];
    };
    expect(sarifProblems(parsed)).toEqual([]);
    expect(parsed.runs[0]?.results.find(({ ruleId }) => ruleId === 'structured-401')?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'api/open%20api.yaml' }, region: { startLine: 7 } } },
    ]);
  });
});
