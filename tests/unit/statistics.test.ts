import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flows, signals } from '../../lib/scan/judge/index.ts';
import { arrange, descriptionSurvey, quotedBrowserOnly, type CountRow, type TotalRow } from '../../lib/statistics.ts';

const none: TotalRow = { scans: 0, domains: 0, first: null, last: null, lower: null, median: null, upper: null };
const at = new Date('2026-11-23T12:00:00Z');
const row = (kind: string, id: string, value: string, count: number): CountRow => ({ kind, id, value, count });

describe('arrange', () => {
  it('gives zeros for everything that the engine knows when there is no row', () => {
    const empty = arrange(none, [], at);
    expect(empty).toMatchObject({
      asOf: '2026-11-23T12:00:00.000Z',
      scans: 0,
      base: 0,
      d7: null,
      first: null,
      methodologies: {},
      oauth: { total: 0, browserOnly: 0, clientCredentials: 0 },
    });
    expect(Object.keys(empty.signals)).toEqual(signals.map(({ meta }) => meta.id));
    expect(Object.keys(empty.flows)).toEqual(flows.map(({ meta }) => meta.id));
    expect(empty.signals['structured-401']).toEqual({ pass: 0, partial: 0, fail: 0, unknown: 0, 'n/a': 0 });
    expect(empty.tiers).toEqual({ platinum: 0, gold: 0, silver: 0, bronze: 0, 'not ready': 0 });
  });

  it('puts each count where it belongs, and the same word of different kinds apart', () => {
    const rows = [
      row('outcome', '', 'scored', 3),
      row('outcome', '', 'blocked', 1),
      row('tier', '', 'gold', 2),
      row('signal', 'bearer-token', 'unknown', 2),
      row('flow', 'implicit', 'unknown', 5),
      row('anti-pattern', 'browser-only-oauth', 'present', 1),
      row('oauth', '', 'total', 2),
      row('oauth', '', 'browser-only', 1),
      row('methodology', '', '2026-11', 4),
    ];
    const first = new Date('2026-11-01T00:00:00Z');
    const found = arrange({ scans: 9, domains: 4, first, last: at, lower: 40, median: 61, upper: 80 }, rows, at);
    expect(found).toMatchObject({
      scans: 9,
      domains: 4,
      base: 3,
      first: first.toISOString(),
      d7: { lower: 40, median: 61, upper: 80 },
      methodologies: { '2026-11': 4 },
    });
    expect(found.outcomes).toEqual({
      scored: 3,
      'no-api': 0,
      blocked: 1,
      unreachable: 0,
      refused: 0,
    });
    expect(found.tiers.gold).toBe(2);
    expect(found.signals['bearer-token'].unknown).toBe(2);
    expect(found.signals['structured-401'].unknown).toBe(0);
    expect(found.flows.implicit).toEqual({ yes: 0, no: 0, unknown: 5 });
    expect(found.antiPatterns['browser-only-oauth']).toEqual({ present: 1, absent: 0, unknown: 0 });
    expect(found.oauth).toEqual({ total: 2, browserOnly: 1, clientCredentials: 0 });
  });

  it('leaves out ids and words that the engine no longer knows', () => {
    const found = arrange(
      none,
      [row('signal', 'gone', 'pass', 777), row('signal', 'bearer-token', 'excellent', 777)],
      at,
    );
    expect(JSON.stringify(found)).not.toContain('777');
  });
});

describe('the survey', () => {
  it('is whole: no part is larger than what it is a part of', () => {
    const { documents, oauth, withSecurity, providers } = descriptionSurvey;
    expect(documents.read + documents.malformed + documents.absent + documents.crashed).toBe(documents.found);
    for (const { total, withoutClientCredentials, browserOnly, nothingElse } of [oauth.byDocument, oauth.byProvider])
      expect([nothingElse, browserOnly, withoutClientCredentials, total].toSorted((a, b) => a - b)).toEqual([
        nothingElse,
        browserOnly,
        withoutClientCredentials,
        total,
      ]);
    expect(oauth.byDocument.total).toBeLessThanOrEqual(withSecurity);
    expect(oauth.byProvider.total).toBeLessThanOrEqual(providers);
  });

  it('stands beside the same quoted figure as in the command that writes it', () => {
    const [, quoted] =
      /const QUOTED = ([\d.]+);/.exec(readFileSync(new URL('../../scripts/survey.mjs', import.meta.url), 'utf8')) ?? [];
    expect(Number(quoted)).toBe(quotedBrowserOnly);
  });
});
