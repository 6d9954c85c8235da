/** Reports as pages, annotations and tables, with hostile words in them. */
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { reportsToAnnotations } from '../../../lib/export/annotations.ts';
import { reportsToCsv } from '../../../lib/export/csv.ts';
import { reportsToHtml } from '../../../lib/export/html.ts';
import { placesIn } from '../../../lib/export/places.ts';
import type { Report } from '../../../lib/scan/schema/report.ts';
import { openReport, unreachableReport, walledReport } from '../components/sample-report.ts';

const attack = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&\u202e\u001b[2J\n::set-output name=a::b%0A`;
const hostile = (): Report => {
  const report = walledReport();
  return {
    ...report,
    target: { ...report.target, host: attack, url: attack },
    verdict: { ...report.verdict, sentence: attack },
    signals: report.signals.map((signal) => ({ ...signal, status: 'fail', summary: attack, evidence: [attack] })),
    antiPatterns: report.antiPatterns.map((trap) => ({ ...trap, status: 'present', summary: attack })),
    contradictions: [{ id: 'x', summary: attack, about: [], evidence: [attack] }],
    fixes: report.fixes.map((fix) => ({ ...fix, title: attack, why: attack, steps: [attack] })),
  };
};

describe('reports as a page', () => {
  const elements = (text: string) => {
    const found = new Set<string>();
    const walk = (nodes: ReturnType<typeof parseDocument>['children']) => {
      for (const node of nodes)
        if ('children' in node) {
          if ('name' in node) found.add(node.name);
          walk(node.children);
        }
    };
    walk(parseDocument(text).children);
    return found;
  };
  it('says what the report says, and loads nothing', () => {
    const page = reportsToHtml([openReport(), unreachableReport()]);
    expect(page).toContain(openReport().target.host);
    expect(page).toContain("default-src 'none'");
    expect(page.match(/<h1>/g)).toHaveLength(2);
  });
  it('makes no markup of what a target says', () => {
    const names = elements(reportsToHtml([hostile()]));
    expect([...names].filter((name) => ['script', 'img', 'iframe', 'link', 'a'].includes(name))).toEqual([]);
    expect(reportsToHtml([hostile()])).not.toMatch(/\u202e|\u001b/);
  });
});

describe('reports as annotations', () => {
  it('stand on the lines of the description, and hold no command of the target', () => {
    const text = reportsToAnnotations([hostile()], () => placesIn('info: {}\npaths: {}\n', 'a,b:c.yaml'));
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning) file=a%2Cb%3Ac\.yaml,line=\d+,title=Latchkey%3A [\w-]+::[^\n\r]*$/);
    expect(lines[0]).toContain('line=2,');
    expect(text).toContain('%250A');
  });
  it('tell of a scan that did not finish', () =>
    expect(reportsToAnnotations([unreachableReport()])).toMatch(/^::error title=Latchkey%3A unreachable::.+\n$/));
});

it('reports as a table name their target in each row', () => {
  const [head, ...rows] = reportsToCsv([openReport(), walledReport()]).trimEnd().split('\r\n');
  expect(head).toBe('"target","outcome","kind","id","status","confidence","summary","exchanges"');
  expect(rows.filter((row) => row.startsWith(`"${openReport().target.url}"`)).length).toBeGreaterThan(10);
  expect(rows.filter((row) => row.startsWith(`"${walledReport().target.url}"`)).length).toBeGreaterThan(10);
});
