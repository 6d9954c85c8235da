import { describe, expect, it } from 'vitest';
import { compare, type Judged } from '../../lib/compare.ts';

const scan = (extra: Partial<Judged> = {}): Judged => ({
  outcome: 'scored',
  methodology: '2026-11',
  d7: 50,
  signals: [],
  flows: [],
  antiPatterns: [],
  ...extra,
});

describe('compare', () => {
  it('finds nothing between a scan and itself', () => {
    const one = scan({
      signals: [{ id: 'structured-401', status: 'pass' }],
      flows: [{ id: 'implicit', offered: 'no' }],
      antiPatterns: [{ id: 'session-cookie-only', status: 'absent' }],
    });
    expect(compare(one, one)).toEqual({
      score: { before: 50, after: 50 },
      outcome: { before: 'scored', after: 'scored' },
      methodology: null,
      changes: [],
    });
  });

  it.each([
    ['fail', 'pass', 'better'],
    ['fail', 'partial', 'better'],
    ['pass', 'partial', 'worse'],
    ['unknown', 'fail', 'known'],
    ['unknown', 'pass', 'known'],
    ['pass', 'unknown', 'lost'],
    ['pass', 'n/a', 'other'],
    ['unknown', 'n/a', 'other'],
  ])('a signal from %s to %s is %s', (before, after, direction) => {
    const signals = (status: string) => scan({ signals: [{ id: 'token-expiry', status }] });
    expect(compare(signals(before), signals(after)).changes).toEqual([
      { kind: 'signal', id: 'token-expiry', before, after, direction },
    ]);
  });

  it.each([
    ['client_credentials', 'no', 'yes', 'better'],
    ['jwt_bearer', 'yes', 'no', 'worse'],
    ['implicit', 'yes', 'no', 'other'],
    ['device_code', 'unknown', 'yes', 'known'],
  ])('the flow %s from %s to %s is %s', (id, before, after, direction) => {
    const flows = (offered: string) => scan({ flows: [{ id, offered }] });
    expect(compare(flows(before), flows(after)).changes[0]?.direction).toBe(direction);
  });

  it('a trap that is gone is better, a new one worse', () => {
    const trap = (status: string) => scan({ antiPatterns: [{ id: 'captcha-before-token', status }] });
    expect(compare(trap('present'), trap('absent')).changes[0]?.direction).toBe('better');
    expect(compare(trap('absent'), trap('present')).changes[0]?.direction).toBe('worse');
  });

  it('names another methodology, and compares no signal that only one of the two knows', () => {
    const result = compare(
      scan({ methodology: '2026-11', signals: [{ id: 'old', status: 'pass' }] }),
      scan({ methodology: '2027-02', d7: 60, signals: [{ id: 'new', status: 'fail' }] }),
    );
    expect(result.methodology).toEqual({ before: '2026-11', after: '2027-02' });
    expect(result.changes).toEqual([]);
    expect(result.score).toEqual({ before: 50, after: 60 });
  });

  it('is its own mirror: looked at from behind, better is worse', () => {
    const a = scan({
      signals: [{ id: 'structured-401', status: 'fail' }],
      antiPatterns: [{ id: 'session-cookie-only', status: 'present' }],
    });
    const b = scan({
      signals: [{ id: 'structured-401', status: 'pass' }],
      antiPatterns: [{ id: 'session-cookie-only', status: 'absent' }],
    });
    expect(compare(a, b).changes.map(({ direction }) => direction)).toEqual(['better', 'better']);
    expect(compare(b, a).changes.map(({ direction }) => direction)).toEqual(['worse', 'worse']);
  });
});
