import { describe, expect, test } from 'vitest';
import { DURATION, secondsOf } from '../../../../../lib/scan/probe/prose/duration.ts';

const read = (text: string): number | null => {
  const match = new RegExp(DURATION, 'iu').exec(text);
  return match === null ? null : secondsOf(match[1] ?? '', match[2] ?? '');
};

describe('durations', () => {
  test.each([
    ['3600 seconds', 3_600], ['1799s', 1_799], ['14399 s', 14_399], ['60 minutes', 3_600], ['one hour', 3_600], ['an hour', 3_600], ['24h', 86_400], ['2 hrs', 7_200],
    ['30 days', 2_592_000], ['two weeks', 1_209_600], ['six months', 15_552_000], ['1 year', 31_536_000], ['7,200 seconds', 7_200], ['1.5 hours', 5_400], ['60-day', 5_184_000],
    ['60 Minuten', 3_600], ['einer Stunde', 3_600], ['2 heures', 7_200], ['30 días', 2_592_000], ['1時間', 3_600], ['2小时', 7_200], ['30 분', 1_800],
    ['and client', null], ['a domain', null], ['version 5', null], ['5 stars', null], ['', null],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
