import { ElementType, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportsToJunit } from '../../../lib/export/junit.ts';
import type { Report } from '../../../lib/scan/schema/report.ts';
import { junitProblems } from './official-junit.ts';
import { openReport, unreachableReport, walledReport } from '../components/sample-report.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
interface Shape {
  name: string;
  attributes: Record<string, string>;
  children: Shape[];
  text: string;
}

/** Elements of an XML document; text between elements may only be blank. */
function shapeOf(node: Node): Shape[] {
  if (node.type !== ElementType.Tag) return [];
  const children = node.children.flatMap(shapeOf);
  const text = node.children.map((child) => (child.type === ElementType.Text ? child.data : '')).join('');
  if (children.length > 0) expect(text.trim()).toBe('');
  return [{ name: node.name, attributes: node.attribs, children, text }];
}

/** The structure that readers of JUnit XML agree on (the Ant task's, with counts as Jenkins and GitLab read them). */
const count = z.string().regex(/^\d+$/);
const time = z.string().regex(/^\d+(\.\d+)?$/);
const result = z.union([
  z.strictObject({
    name: z.enum(['failure', 'error']),
    attributes: z.strictObject({ message: z.string(), type: z.string() }),
    children: z.tuple([]),
    text: z.string().min(1),
  }),
  z.strictObject({
    name: z.literal('skipped'),
    attributes: z.strictObject({}),
    children: z.tuple([]),
    text: z.string().min(1),
  }),
]);
const testcase = z.strictObject({
  name: z.literal('testcase'),
  attributes: z.strictObject({ name: z.string().min(1), classname: z.string().min(1), time }),
  children: z.array(result).max(1),
  text: z.string(),
});
const suite = z.strictObject({
  name: z.literal('testsuite'),
  attributes: z.strictObject({
    name: z.string(),
    id: count,
    tests: count,
    failures: count,
    errors: count,
    skipped: count,
    time,
    hostname: z.string(),
    timestamp: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
  }),
  children: z.array(testcase).min(1),
  text: z.string(),
});
const suites = z.strictObject({
  name: z.literal('testsuites'),
  attributes: z.strictObject({ name: z.string(), tests: count, failures: count, errors: count, time }),
  children: z.array(suite),
  text: z.string(),
});

function read(reports: readonly Report[]) {
  const text = reportsToJunit(reports);
  expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true);
  const [root] = parseDocument(text, { xmlMode: true }).children.flatMap(shapeOf);
  const parsed = suites.parse(root);
  for (const one of parsed.children) {
    const cases = one.children.flatMap(({ children }) => children.map(({ name }) => name));
    const of = (name: string) => String(cases.filter((kind) => kind === name).length);
    expect(one.attributes).toMatchObject({
      tests: String(one.children.length),
      failures: of('failure'),
      errors: of('error'),
      skipped: of('skipped'),
    });
  }
  return parsed;
}

function hostile(): Report {
  const summary = '"/><testcase name="x"/> ]]> &lt; \u0000\u001b[2J\uFFFE\uD800 ';
  const report = walledReport();
  return { ...report, signals: report.signals.map((signal) => ({ ...signal, status: 'fail' as const, summary })) };
}

describe('reports as JUnit XML', () => {
  it('has a suite for each target and a case for each signal and anti-pattern, counted', () => {
    const report = walledReport();
    const [one] = read([report]).children;
    expect(one?.children.map(({ attributes }) => attributes.name)).toEqual([
      ...report.signals.map(({ id }) => id),
      ...report.antiPatterns.map(({ id }) => id),
    ]);
    const failed = one?.children
      .filter(({ children }) => children[0]?.name === 'failure')
      .map(({ attributes }) => attributes.name);
    expect(failed).toEqual([
      ...report.signals.filter(({ status }) => status === 'fail').map(({ id }) => id),
      ...report.antiPatterns.filter(({ status }) => status === 'present').map(({ id }) => id),
    ]);
    expect(read([openReport(), report]).children).toHaveLength(2);
  });
  it('tells of an unfinished scan as an error', () =>
    expect(read([unreachableReport()]).children[0]).toMatchObject({ attributes: { tests: '1', errors: '1' } }));
  it.each([
    ['a scored one', [openReport()]],
    ['one with a wall', [walledReport()]],
    ['one that did not come about', [unreachableReport()]],
    ['several', [openReport(), walledReport(), unreachableReport()]],
    ['one whose target writes markup', [hostile()]],
    ['none', []],
  ])('is valid by the schema that Jenkins reads: %s', async (_name, reports) =>
    expect(await junitProblems(reportsToJunit(reports))).toEqual([]),
  );
  it('is held to a schema that finds faults', async () => {
    const text = reportsToJunit([walledReport()]);
    for (const spoiled of [
      text.replace('<testcase name=', '<testcase named='),
      text.replace('</testsuite>', '<verdict/></testsuite>'),
      text.replace('<testsuites ', '<suites '),
    ])
      expect(await junitProblems(spoiled)).not.toEqual([]);
  });
  it('makes no markup of what a target says', () => {
    const report = hostile();
    const [one] = read([report]).children;
    expect(one?.children).toHaveLength(report.signals.length + report.antiPatterns.length);
    expect(one?.children[0]?.children[0]?.text).toBe('"/><testcase name="x"/> ]]> &lt; ��[2J��');
  });
});
