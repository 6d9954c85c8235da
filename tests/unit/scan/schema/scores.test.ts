/** The scores of a report, also of one that was made before reports had rows of them. */
import { expect, it } from 'vitest';
import type { DimensionScore, Report } from '../../../../lib/scan/schema/report.ts';
import { headlineOf, scoresOf, shownTier, type Door } from '../../../../lib/scan/schema/scores.ts';

const rest = {
  tier: 'gold' as const,
  provisional: false,
  range: { low: 80, high: 80 },
  weight: 0.12,
  points: 9.6,
  caps: [],
};
const score: Report['score'] = { d7: 80, ...rest };
const row = (over: Partial<DimensionScore> = {}): DimensionScore => ({
  id: 'security',
  code: 'D7',
  name: 'Security',
  value: 80,
  confidence: 'observed',
  ...rest,
  ...over,
});

it('are its rows', () => {
  const rows = [row(), row({ id: 'other', code: 'D9', name: 'Other', value: 12 })];
  expect(scoresOf({ score, scores: rows })).toEqual(rows);
  expect(headlineOf({ score, scores: rows })).toEqual(rows[0]);
});
it('are D7 alone where there were no rows yet', () => {
  expect(scoresOf({ score })).toEqual([row({ confidence: 'inferred' })]);
  expect(scoresOf({ score, scores: [] })).toEqual([row({ confidence: 'inferred' })]);
});
it('have no headline where there is no score', () =>
  expect(headlineOf({ score: { ...score, d7: null }, scores: [row({ value: null })] })).toBeNull());

const steps = (...statuses: Door['journey'][number]['status'][]): Door['journey'] =>
  statuses.map((status) => ({ status }));
it.each<[string, Door, boolean]>([
  ['a program that gets in by itself', { answer: 'yes', journey: steps('ok', 'ok') }, true],
  ['a key that somebody makes once', { answer: 'key', journey: steps('ok', 'ok') }, true],
  ['a door that is ajar', { answer: 'yes', journey: steps('ok', 'unknown') }, true],
  ['a wall on the way', { answer: 'key', journey: steps('ok', 'blocked') }, false],
  ['a person who must consent', { answer: 'person', journey: steps('ok', 'ok') }, false],
  ['a closed door', { answer: 'no', journey: steps('blocked') }, false],
  ['a door that nobody could tell', { answer: 'unknown', journey: steps('ok', 'unknown') }, false],
  ['a report of old, whose walk arrived', { answer: null, journey: steps('ok', 'ok') }, true],
  ['a report of old, whose walk has a gap', { answer: null, journey: steps('ok', 'unknown') }, false],
])('praise for %s', (_, door, shown) => {
  for (const tier of ['platinum', 'gold', 'silver', 'bronze'] as const)
    expect(shownTier(tier, door)).toBe(shown ? tier : null);
  // No praise, so no harm.
  expect(shownTier('not ready', door)).toBe('not ready');
  expect(shownTier(null, door)).toBeNull();
});
