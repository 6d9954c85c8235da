/** Reads the scores of a report, of whatever methodology. */
import type { AnswerId } from '../vocabulary.ts';
import type { DimensionScore, Report, Tier } from './report.ts';

/** A row per dimension, the first being the headline. Reports of methodology 2026-11 hold D7 alone, under the name `score`. */
export function scoresOf(report: Pick<Report, 'score'> & Partial<Pick<Report, 'scores'>>): DimensionScore[] {
  if (report.scores?.length) return report.scores;
  const { d7: value, ...rest } = report.score;
  return [{ id: 'security', code: 'D7', name: 'Security', value, confidence: 'inferred', ...rest }];
}

/** The score that stands for a report where there is room for one; null when it has none. */
export function headlineOf(report: Parameters<typeof scoresOf>[0]): (DimensionScore & { value: number }) | null {
  const [first] = scoresOf(report);
  return first && first.value !== null ? { ...first, value: first.value } : null;
}

/** What the door of a report looks like to a reader; `answer` is null for methodology 2026-11. */
export interface Door {
  answer: AnswerId | null;
  journey: readonly { status: Report['journey'][number]['status'] }[];
}

/**
 * The tier that people are shown beside a score, or null. Tiers above *not ready* praise, so one stands only where a program gets in by itself and no
 * wall is drawn on its way; a report without an answer needs a walk without a gap. Data (JSON, CSV, SARIF) keep every tier.
 */
export function shownTier(tier: Tier | null, { answer, journey }: Door): Tier | null {
  if (tier === null || tier === 'not ready') return tier;
  const letsIn =
    answer === null
      ? journey.every(({ status }) => status === 'ok')
      : (answer === 'yes' || answer === 'key') && journey.every(({ status }) => status !== 'blocked');
  return letsIn ? tier : null;
}

/** The same for a score of a report. */
export const tierShown = (
  report: Pick<Report, 'journey'> & Partial<Pick<Report, 'answer'>>,
  tier: Tier | null,
): Tier | null => shownTier(tier, { answer: report.answer?.id ?? null, journey: report.journey });
