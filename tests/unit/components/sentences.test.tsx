/** Reads whole reports as a person does: the singular of one, and sentences that two places must agree on. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { badgeMessage } from '../../../components/badge.ts';
import { endOf, stationsOf } from '../../../components/journey.ts';
import { notLookedAt } from '../../../components/report/measured.tsx';
import { ReportPage } from '../../../components/report/report-page.tsx';
import { chaptersOf } from '../../../content/faq.ts';
import { settings } from '../../../lib/settings.ts';
import { headlineOf, tierShown } from '../../../lib/scan/schema/scores.ts';
import { pluralsOfOne, textOf } from '../../setup/singular.ts';
import { answerWords } from '../../../lib/scan/vocabulary.ts';
import { findingsToCsv } from '../../../lib/export/csv.ts';
import { reportsToHtml } from '../../../lib/export/html.ts';
import { reportToMarkdown } from '../../../lib/export/markdown.ts';
import { reportToSarif } from '../../../lib/export/sarif.ts';
import { printReport } from '../../../lib/cli/print.ts';
import type { Report } from '../../../lib/scan/schema/report.ts';
import { blockedReport, noApiReport, openReport, unreachableReport, walledReport } from './sample-report.ts';

/** What a reader sees: the text of the page with a space between its elements. */
function read(report: Report): string {
  const html = renderToStaticMarkup(
    <ReportPage report={report} permalink="/report/example/1" domain="example" again={null} />,
  );
  return textOf(html);
}

/** The same report with one of everything that is counted. */
function withOne(report: Report): Report {
  const { reach } = report.evidence;
  return {
    ...report,
    scan: { ...report.scan, requests: 1 },
    exchanges: report.exchanges.slice(0, 1),
    fixes: report.fixes.slice(0, 4).map((fix) => ({ ...fix, gain: 1 })),
    flows: report.flows.slice(0, 1),
    antiPatterns: report.antiPatterns.slice(0, 1),
    checklist: report.checklist.slice(0, 1),
    evidence: {
      ...report.evidence,
      reach: { ...reach, probes: 1, blocked: Math.min(1, reach.blocked), failed: Math.min(1, reach.failed) },
    },
  };
}

/** Every text of a document, at any depth. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(sentencesIn) : [];
}

const kinds: [string, Report][] = [
  ['open', openReport()],
  ['walled', walledReport()],
  ['blocked', blockedReport()],
  ['no API', noApiReport()],
  ['unreachable', unreachableReport()],
];
const all = kinds.flatMap(([name, report]): [string, Report][] => [
  [name, report],
  [`${name}, one of everything`, withOne(report)],
]);

describe.each(all)('a report: %s', (_, report) => {
  it('counts one in the singular', () => {
    const text = read(report);
    const exports = [
      reportToMarkdown(report),
      textOf(reportsToHtml([report])),
      printReport(report),
      printReport(report, { colour: false, plain: true }),
      findingsToCsv(report),
      ...sentencesIn(reportToSarif(report, { toolName: 'Latchkey', helpUri: 'https://example.com/' })),
    ];
    for (const said of [text, ...exports]) expect(pluralsOfOne(said)).toEqual([]);
    expect(text).not.toMatch(/\b0 of \d+ items of the checklist is\b/);
  });

  it('says one answer everywhere', () => {
    const { answer } = report;
    if (!answer) return expect.unreachable('a report of today has an answer');
    expect(answer.word).toBe(answerWords[answer.id].word);
    const text = read(report);
    expect(text).toContain(`Can an AI agent let itself in? ${answer.word}`);
    expect(reportToMarkdown(report)).toContain(`**${answer.word}.**`);
    expect(printReport(report)).toContain(`${answer.word}.`);
    const headline = headlineOf(report);
    const badge = badgeMessage({
      outcome: report.outcome,
      answer: answer.id,
      d7: headline?.value ?? null,
      tier: headline?.tier ?? null,
      provisional: headline?.provisional ?? false,
      journey: report.journey,
    });
    expect(findingsToCsv(report)).not.toMatch(/\bundefined\b|\[object/);
    if (headline) expect(badge.text).toContain(answer.word.toLowerCase());
    // The door that is drawn is the door of the answer.
    const drawn = { open: 'open', unknown: 'ajar', wall: 'shut', running: null }[endOf(stationsOf(report.journey))];
    if (report.outcome === 'scored') expect(drawn).toBe(answer.door);
    if (drawn !== 'open') expect(text).not.toContain('the door is open');
  });

  it('praises no door that is not open to a program by itself', () => {
    const medal = /bronze|silver|gold|platinum/i;
    // Whatever the score, it is not the figure that decides.
    const high: Report = {
      ...report,
      score: { ...report.score, tier: 'gold' },
      scores: report.scores?.map((score) => ({ ...score, tier: 'gold' as const })),
    };
    const praised = report.outcome === 'scored' && tierShown(report, 'gold') !== null;
    for (const said of [read(high), reportToMarkdown(high), reportsToHtml([high]), printReport(high)])
      expect(medal.test(said)).toBe(praised);
  });

  it('has a sentence that does not contradict its word', () => {
    const fitting: Record<keyof typeof answerWords, Report['verdict']['kind'][]> = {
      yes: ['open'],
      key: ['open', 'human'],
      person: ['human', 'wall'],
      no: ['wall', 'human'],
      unknown: ['unknown', 'no-api', 'unreachable', 'open'],
    };
    expect(fitting[report.answer?.id ?? 'unknown']).toContain(report.verdict.kind);
  });

  it('never says that nothing was blocked where something was', () => {
    const { reach } = report.evidence;
    const said = notLookedAt(report);
    expect(said === 'Nothing was blocked.').toBe(reach.blocked + reach.failed === 0 && !reach.optedOut);
    const sentence = /: (\d+) of (\d+) probes? (?:was|were) blocked or got no answer/.exec(report.verdict.sentence);
    if (sentence && report.evidence.reach.probes > 1) {
      expect(Number(sentence[1])).toBe(reach.blocked + reach.failed);
      expect(Number(sentence[2])).toBe(reach.probes);
    }
  });
});

it('says of a site that refuses us by robots.txt that nothing was looked at', () => {
  const report = unreachableReport();
  const refused = { ...report, evidence: { ...report.evidence, reach: { ...report.evidence.reach, optedOut: true } } };
  expect(notLookedAt(refused)).toBe('Nothing was looked at: robots.txt asks the scanner to stay out.');
});

it('promises in the answers to questions what a report says', () => {
  const answers = chaptersOf(settings()).flatMap(({ questions }) => questions.flatMap((question) => question.answers));
  const said = answers.flatMap((answer) =>
    [...answer.matchAll(/the report says “([^”]+)”/g)].map(([, words = '']) => words),
  );
  expect(said).toEqual(['Unknown: an agent cannot find this out']);
  const report = openReport();
  const [first, ...rest] = report.signals;
  if (!first) return expect.unreachable('a report has signals');
  const silent = { ...report, signals: [{ ...first, status: 'unknown' as const, silent: true, value: 0 }, ...rest] };
  for (const words of said) expect(read(silent)).toContain(words);
});

it('says whose credentials a scan sends as each mode does it', () => {
  const report = openReport();
  const sent = (mode: Report['scan']['mode']) => read({ ...report, scan: { ...report.scan, mode } });
  expect(sent('public')).toContain('A public scan sends nobody’s credentials, only invented ones that must be refused');
  expect(sent('verified')).toContain('used the owner’s own client');
  for (const mode of ['public', 'verified', 'example'] as const)
    expect(sent(mode)).not.toMatch(/sends no credentials/i);
});
