import { describe, expect, it } from 'vitest';
import { fitStored, mostExchanges, mostFacts } from '../../../../lib/scan/report/fit.ts';
import { report as schema, type Report } from '../../../../lib/scan/schema/report.ts';
import { authorizationServer, call, facts, statement } from '../judge/facts.ts';

const stored = schema.pick({ surface: true, evidence: true, exchanges: true });
const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

const exchange = (n: number, fill: string): Report['exchanges'][number] => ({
  id: `x${n}`,
  purpose: 'bare call',
  request: { method: 'GET', url: `https://api.example/${n}/${fill}`, headers: [['accept', '*/*']], body: null },
  response: {
    status: 200,
    headers: many(60, (m) => [`x-${m}`, fill]),
    body: fill.repeat(4).slice(0, 4096),
    bodyBytes: 4096,
    truncated: false,
  },
  error: null,
  ms: 1,
});

/** As much as a target can make a scan store, in characters that take three bytes each. */
function fat(fill: string) {
  const { surface, evidence } = facts({});
  const place = (n: number) => ({
    url: `https://api.example/${n}/${fill}`,
    via: 'docs-text' as const,
    evidence: ['x1'],
  });
  return stored.parse({
    surface: { ...surface, tokenEndpoints: many(300, place), authorizationEndpoints: many(300, place) },
    evidence: {
      ...evidence,
      statements: many(1000, (n) => statement('approval', `${n} ${fill}`.slice(0, 300), { url: place(n).url })),
      calls: many(90, () => call(null, { url: `https://api.example/${fill}` })),
      authorizationServers: many(20, () => authorizationServer({ scopes: many(500, () => fill) })),
    },
    exchanges: many(90, (n) => exchange(n, fill)),
  });
}

describe('fitStored', () => {
  it.each(['y'.repeat(1024), '鍵'.repeat(1024), '\u{1f511}'.repeat(512)])(
    'bounds what a target makes us store',
    (fill) => {
      const given = fat(fill);
      expect(size(given)).toBeGreaterThan(2 * (mostFacts + mostExchanges));
      const fitting = fitStored(given);
      expect(size({ surface: fitting.surface, evidence: fitting.evidence })).toBeLessThanOrEqual(mostFacts);
      expect(size(fitting.exchanges)).toBeLessThanOrEqual(mostExchanges);
      // Still a report's facts; every exchange is there to be cited, and says that its body was cut.
      expect(stored.parse(fitting)).toEqual(fitting);
      expect(fitting.exchanges.map(({ id }) => id)).toEqual(given.exchanges.map(({ id }) => id));
      expect(fitting.exchanges.every(({ response }) => response?.truncated)).toBe(true);
      for (const { url } of fitting.surface.tokenEndpoints) expect(new URL(url).hostname).toBe('api.example');
      expect(JSON.stringify(fitting).isWellFormed()).toBe(true);
      // Judged again, it is not cut again.
      expect(fitStored(fitting)).toEqual(fitting);
    },
  );

  it('leaves what fits as it is', () => {
    const small = { ...facts({}), exchanges: [exchange(1, 'y')] };
    expect(fitStored(small)).toEqual(small);
  });
});
