import { describe, expect, it } from 'vitest';
import { clock } from '../../../components/live/clock.ts';
import { ago, stamp } from '../../../components/times.ts';
import { count, duration, resultWord, size } from '../../../components/words.ts';
import { byWorth } from '../../../components/report/findings.tsx';
import { openReport } from './sample-report.ts';

it.each([
  [0, 'just now'],
  [44, 'just now'],
  [50, '1 minute ago'],
  [200, '3 minutes ago'],
  [3599, '59 minutes ago'],
  [7200, '2 hours ago'],
  [90_000, 'yesterday'],
  [86_400 * 3, '3 days ago'],
  [86_400 * 70, '2 months ago'],
  [86_400 * 800, '2 years ago'],
  [-500, 'just now'],
])('%d seconds ago is “%s”', (seconds, words) => {
  const now = new Date('2026-11-23T21:05:00Z');
  expect(ago(new Date(now.getTime() - seconds * 1000), now)).toBe(words);
});

it('gives absolute times with their zone', () =>
  expect(stamp(new Date('2026-11-23T21:05:00Z'))).toBe('23 November 2026 at 21:05 UTC'));
it.each([
  [0, '0 ms'],
  [840, '840 ms'],
  [2440, '2.4 s'],
  [45_000, '45 s'],
  [72_000, '1 min 12 s'],
])('%d ms is “%s”', (ms, words) => expect(duration(ms)).toBe(words));
it.each([
  [912, '912 B'],
  [14_200, '14 kB'],
  [1_240_000, '1.2 MB'],
])('%d bytes are “%s”', (bytes, words) => expect(size(bytes)).toBe(words));
it.each([
  [0, '0 requests'],
  [1, '1 request'],
  [12_400, '12,400 requests'],
])('%d is “%s”', (number, words) => expect(count(number, 'request')).toBe(words));
it.each([
  [-3, '0:00'],
  [7.9, '0:07'],
  [102, '1:42'],
])('%d seconds are %s on the clock', (seconds, words) => expect(clock(seconds)).toBe(words));

describe('signals by worth', () => {
  it('begins with the heaviest group and keeps the groups together', () => {
    expect(byWorth(openReport().signals).map(({ weight }) => weight)).toEqual([30, 30, 30, 15, 12, 8, 5]);
    expect(byWorth(openReport().signals)[0]?.id).toBe('structured-401');
  });
});

it.each<[string, Partial<Parameters<typeof resultWord>[0]>, string]>([
  ['an answer', { answer: 'key' }, 'With a key'],
  ['a closed door, however high the score', { answer: 'no', tier: 'gold' }, 'No'],
  ['a door that nobody could tell', { answer: 'unknown', tier: 'bronze' }, 'Could not tell'],
  ['a report of old that let agents in', { tier: 'gold' }, 'Gold'],
  ['one whose walk met a wall', { tier: 'gold', journey: [{ status: 'blocked' }] }, 'Scored'],
  ['no score', { d7: null, tier: null, outcome: 'no-api' }, 'No API found'],
  ['an outcome of a later version', { d7: null, tier: null, outcome: 'other' }, 'Unknown'],
])('lists say of %s how it ended', (_, scan, word) =>
  expect(
    resultWord({ answer: null, tier: 'silver', d7: 80, outcome: 'scored', journey: [{ status: 'ok' }], ...scan }),
  ).toBe(word),
);
