import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { exampleReport } from '../../../content/example-report.ts';
import { EvidencePage } from '../../../components/report/evidence.tsx';
import { missing } from '../../../components/report/findings.tsx';
import { ReportPage } from '../../../components/report/report-page.tsx';
import { ladders, signalIds } from '../../../lib/scan/dimensions/index.ts';
import type { Rung } from '../../../lib/scan/dimensions/types.ts';
import type { Report } from '../../../lib/scan/schema/report.ts';
import {
  blockedReport,
  exchangeOf,
  noApiReport,
  openReport,
  unreachableReport,
  walledReport,
} from './sample-report.ts';

const draw = (report: Report) =>
  renderToStaticMarkup(<ReportPage report={report} permalink="/report/example/1" domain="example" again={null} />);
/** The headings of the page, in order. */
const headings = (html: string) => [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, text]) => text);

describe('a report', () => {
  it('answers first and proves after: sections in the order of the design', () => {
    const html = draw(walledReport());
    expect(headings(html)).toEqual(['What to fix first', 'Findings', 'Flows', 'Evidence', 'How this was measured']);
    expect(html.indexOf('<h1')).toBeLessThan(html.indexOf('id="fixes"'));
  });

  it('draws the open door when nothing stops an agent, and a wall with its reason when something does', () => {
    expect(draw(openReport())).toContain('Nothing on the way needs a person');
    const walled = draw(walledReport());
    expect(walled).toContain('then stops at “Understand”: login page');
    expect(walled).not.toContain('the door is open');
  });

  it('shows at most three fixes unfolded', () => {
    const html = draw(walledReport());
    expect(html).toContain('1 further fix');
    expect(html.match(/id="fix-/g)).toHaveLength(4);
  });

  it('carries the exchanges that something on it links to; the page of exchanges has all', () => {
    const report = exampleReport();
    const html = draw(report);
    const ids = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, id]) => id));
    const named = ids(html, / href="#(x\d+)"/g);
    expect(named.size).toBeGreaterThan(5);
    expect(ids(html, / id="(x\d+)"/g)).toEqual(named);
    expect(html).toContain(`href="/report/example/1/evidence"`);
    const all = renderToStaticMarkup(<EvidencePage report={report} at="/report/example/1" />);
    expect(ids(all, / id="(x\d+)"/g)).toEqual(new Set(report.exchanges.map(({ id }) => id)));
    expect(all).toContain('href="/report/example/1#signal-structured-401"');
  });

  it('carries the code of the framework that answers and no other, each of which has an address', () => {
    const report = exampleReport();
    const coded = report.fixes.filter(({ code }) => code);
    expect(coded.length).toBeGreaterThan(0);
    const none = draw({
      ...report,
      fixes: report.fixes.map((fix) => ({ ...fix, code: fix.code && { ...fix.code, recognised: null } })),
    });
    expect(none.includes('with these files')).toBe(false);
    for (const { id, code } of coded)
      expect(none.match(new RegExp(`href="/report/example/1/${id}/[a-z]+#files-${id}"`, 'g'))).toHaveLength(
        code?.frameworks.length ?? 0,
      );
    const flask = draw({
      ...report,
      fixes: report.fixes.map((fix) => ({ ...fix, code: fix.code && { ...fix.code, recognised: 'Flask' } })),
    });
    const named = [...flask.matchAll(/data-file="([^"]+\.[a-z]+)"/g)].map(([, name = '']) => name.split('.').at(-1));
    expect(new Set(named.filter((ending) => ['py', 'rb', 'ts', 'go'].includes(ending ?? '')))).toEqual(new Set(['py']));
    expect(flask.match(/aria-current="true"[^>]*>Flask</g)).toHaveLength(coded.length);
  });

  it('lets every citation lead to an exchange, and every exchange back to what rests on it', () => {
    const report = openReport();
    const html = draw(report);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const cited = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    // x6, the control, is cited by nothing and kept by nobody.
    expect(cited.filter((id) => !ids.has(id))).toEqual([]);
    expect(cited).toContain('signal-structured-401');
  });

  it.each([
    [
      'unreachable',
      unreachableReport(),
      ['What to check', 'Evidence', 'How this was measured'],
      'Check that a server listens on this port.',
    ],
    [
      'blocked',
      blockedReport(),
      ['How to let the scanner through', 'Evidence', 'How this was measured'],
      '9 of 12 probes were blocked and 1 got no answer.',
    ],
    [
      'no-api',
      noApiReport(),
      ['What to publish first', 'Evidence', 'How this was measured'],
      'Offer an HTTP API at https://api.bakery.example.',
    ],
  ])('has no score for %s, but says what to do', (outcome, report, sections, advice) => {
    expect(report.outcome).toBe(outcome);
    const html = draw(report);
    expect(headings(html)).toEqual(sections);
    expect(html).toContain(advice);
    expect(html).not.toContain('Agent access, of 100');
    expect(html).not.toMatch(/Bronze|Silver|Gold|Platinum|Not ready/);
  });

  it.each(
    signalIds.flatMap((id) =>
      Object.entries(ladders[id] as Record<string, Rung>)
        .filter(([, { status, value }]) => status === 'pass' && value < 1)
        .map(([rung, { value }]) => ({ id, rung, value })),
    ),
  )('says of a passed $id on the rung $rung what would fill its points', ({ id, rung, value }) => {
    const signal = openReport().signals.find((one) => one.id === id);
    if (!signal) return expect.unreachable('every report holds every signal');
    expect(missing({ ...signal, status: 'pass', rung, value }, [])).toMatch(/^(?:The other )?[\d.]+ .*points? .+[.]$/);
    expect(missing({ ...signal, status: 'pass', rung, value: 1 }, [])).toBeNull();
  });

  it('shows hostile text as text, everywhere', () => {
    const report = walledReport();
    const attack = '<script>alert(1)</script>';
    const hostile: Report = {
      ...report,
      target: { ...report.target, input: attack },
      verdict: {
        ...report.verdict,
        sentence: attack,
        chain: [{ role: 'api', origin: 'javascript:alert(1)', evidence: [] }],
      },
      journey: report.journey.map((step) => ({ ...step, summary: attack, wall: step.wall && attack })),
      antiPatterns: report.antiPatterns.map((found) => ({ ...found, quote: attack })),
      exchanges: [
        exchangeOf('x1', attack, 'javascript:alert(1)', { status: 200, headers: [['x-evil', attack]], body: attack }),
      ],
    };
    const html = draw(hostile);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/href="javascript:/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('carries no style attribute, which the content security policy would refuse', () => {
    expect(draw(openReport())).not.toMatch(/ style="/);
  });
});
