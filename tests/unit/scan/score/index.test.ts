/** DESIGN §6 to the letter: groups into D7, caps, tiers, silent and unobserved. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignalId } from '../../../../lib/scan/schema/report.ts';
import { computeScore as compute, tierOf, type ScoreInput } from '../../../../lib/scan/score/index.ts';
import { caps, groups, ladders, priceOf } from '../../../../lib/scan/dimensions/index.ts';
import { security } from '../../../../lib/scan/dimensions/security.ts';
import { seed } from '../read/seed.ts';

const computeScore = (input: ScoreInput) => compute(security, input);

type State = ScoreInput['signals'][number];
/** A rung of the signal's ladder, `n/a`, `silent` or `unobserved`. */
type Given = string;

/** The signals of this dimension: others may stand beside it. */
const ids = security.groups.flatMap((group) => Object.keys(group.ladders) as SignalId[]);

const confidence = 'observed' as const;
function state(id: SignalId, given: Given): State {
  if (given === 'n/a') return { id, status: 'n/a', value: null, silent: false, confidence };
  if (given === 'silent') return { id, status: 'unknown', value: 0, silent: true, confidence };
  if (given === 'unobserved') return { id, status: 'unknown', value: null, silent: false, confidence };
  const { status, value } = priceOf(id, given);
  return { id, status, value, silent: false, confidence };
}

/** Everything passes in full, but for what a row says. */
const best: Record<SignalId, Given> = {
  'structured-401': '401-names-error',
  'client-credentials': 'observed',
  'bearer-token': 'observed',
  'oauth-discovery': 'valid',
  'self-service-keys': 'open-registration',
  'token-expiry': 'renewable',
  'scope-restriction': 'scoped',
};
const worst: Record<SignalId, Given> = {
  'structured-401': 'no-answer-for-programs',
  'client-credentials': 'denied',
  'bearer-token': 'refused',
  'oauth-discovery': 'none',
  'self-service-keys': 'approval',
  'token-expiry': 'person-renews',
  'scope-restriction': 'none',
};
const open: Record<SignalId, Given> = {
  'structured-401': 'success',
  'client-credentials': 'n/a',
  'bearer-token': 'n/a',
  'oauth-discovery': 'n/a',
  'self-service-keys': 'n/a',
  'token-expiry': 'n/a',
  'scope-restriction': 'n/a',
};

function input(
  from: Record<SignalId, Given>,
  over: Partial<Record<SignalId, Given>> = {},
  rest: Partial<ScoreInput> = {},
): ScoreInput {
  const given = { ...from, ...over };
  return {
    signals: ids.map((id) => state(id, given[id])),
    done: [],
    contradicted: false,
    scored: true,
    caps: [],
    ...rest,
  };
}
const d7 = (...of: Parameters<typeof input>) => computeScore(input(...of)).value;

describe('D7 = 100 × Σ(weight × value) / Σ(weight)', () => {
  it.each<[string, number, Parameters<typeof input>]>([
    // 30 × 0.87 + 70
    ['everything that a public scan can see', 96, [best]],
    ['nothing works', 0, [worst]],
    ['only the challenge', 26, [worst, { 'structured-401': '401-names-error' }]],
    ['only the credential', 30, [worst, { 'client-credentials': 'observed' }]],
    ['only discovery', 15, [worst, { 'oauth-discovery': 'valid' }]],
    ['only self-service', 12, [worst, { 'self-service-keys': 'agent-sign-up' }]],
    ['only the life of tokens', 8, [worst, { 'token-expiry': 'renewable' }]],
    ['only scopes', 5, [worst, { 'scope-restriction': 'scoped' }]],
    ['bearer stands in for client_credentials', 96, [best, { 'client-credentials': 'denied' }]],
    ['client_credentials stands in for bearer', 96, [best, { 'bearer-token': 'refused' }]],
    ['both together count once', 96, [best, { 'client-credentials': 'documented' }]],
    // (26.1 + 0.6 × 30 + 0 + 6 + 0) / (100 − 8)
    [
      'static keys: the life of tokens does not apply',
      54,
      [
        worst,
        {
          'structured-401': '401-names-error',
          'client-credentials': 'n/a',
          'bearer-token': 'own-header',
          'oauth-discovery': 'n/a',
          'self-service-keys': 'sign-up',
          'token-expiry': 'n/a',
        },
      ],
    ],
    [
      '… with the scheme documented under securitySchemes',
      71,
      [
        worst,
        {
          'structured-401': '401-names-error',
          'client-credentials': 'n/a',
          'bearer-token': 'own-header',
          'oauth-discovery': 'n/a',
          'self-service-keys': 'sign-up',
          'token-expiry': 'n/a',
        },
        { done: ['openapi-security'] },
      ],
    ],
    [
      'documented schemes stand in for discovery only where no OAuth is',
      81,
      [best, { 'oauth-discovery': 'none' }, { done: ['openapi-security'] }],
    ],
    ['an open API', 100, [open]],
    ['an open API with a description', 100, [open, {}, { done: ['openapi-security'] }]],
    ['an open API whose metadata nobody could look for', 100, [open, { 'oauth-discovery': 'unobserved' }]],
    ['an open API that publishes metadata for show', 100, [open, { 'oauth-discovery': 'faulty' }]],
  ])('%s: %i', (_name, expected, of) => expect(d7(...of)).toBe(expected));

  it('gives the points that it adds to the Agent Readiness Score, to one place', () => {
    expect(computeScore(input(best))).toMatchObject({ weight: 0.12, points: 11.5, tier: 'platinum' });
  });
});

describe('unknown', () => {
  it('counts as zero in the sum when it is silent', () => {
    const score = computeScore(input(best, { 'scope-restriction': 'silent' }));
    expect(score).toMatchObject({ value: 91, provisional: false, range: { low: 91, high: 91 } });
  });
  it('stays out of the sum when it is unobserved, with the range between all failing and all passing', () => {
    const score = computeScore(input(best, { 'scope-restriction': 'unobserved', 'token-expiry': 'person-renews' }));
    // (96.1 − 8 − 5) / 95; low / 100; high with the 5 back
    expect(score).toMatchObject({ value: 87, provisional: true, range: { low: 83, high: 88 } });
  });
  it('is no hole while another signal of the group passes', () => {
    expect(computeScore(input(best, { 'bearer-token': 'unobserved' }))).toMatchObject({
      value: 96,
      provisional: false,
    });
    expect(computeScore(input(best, { 'client-credentials': 'unobserved', 'bearer-token': 'basic' }))).toMatchObject({
      provisional: false,
    });
  });
  it.each<[string, Partial<Record<SignalId, Given>>]>([
    ['the challenge', { 'structured-401': 'unobserved' }],
    ['the credential', { 'client-credentials': 'unobserved', 'bearer-token': 'unobserved' }],
    ['the credential, of which the rest is silent', { 'client-credentials': 'silent', 'bearer-token': 'unobserved' }],
  ])('gives no score when %s was not seen', (_name, over) => {
    expect(computeScore(input(best, over))).toMatchObject({ value: null, tier: null, provisional: true, range: null });
  });
  it('gives a score, a bad one, when the credential is silent', () =>
    expect(d7(best, { 'client-credentials': 'silent', 'bearer-token': 'silent' })).toBe(66));
});

describe('caps', () => {
  const cap = (id: keyof typeof caps) => ({ id, reason: 'because' });
  it('limit D7, and tell why', () => {
    expect(computeScore(input(best, {}, { caps: [cap('plain-http')] }))).toMatchObject({
      value: 39,
      tier: 'not ready',
      caps: [{ id: 'plain-http', limit: 39, reason: 'because' }],
    });
    expect(computeScore(input(best, {}, { caps: [cap('blocking-anti-pattern')] }))).toMatchObject({
      value: 49,
      tier: 'bronze',
    });
    expect(d7(best, {}, { caps: [cap('blocking-anti-pattern'), cap('plain-http')] })).toBe(39);
  });
  it('lift nothing', () => expect(d7(worst, {}, { caps: [cap('plain-http')] })).toBe(0));
  it('hold the range too', () =>
    expect(
      computeScore(input(best, { 'scope-restriction': 'unobserved' }, { caps: [cap('plain-http')] })).range,
    ).toEqual({ low: 39, high: 39 }));
});

it('has no score where the door was not seen', () => {
  expect(computeScore(input(best, {}, { scored: false }))).toMatchObject({
    value: null,
    tier: null,
    provisional: false,
    range: null,
    points: null,
    caps: [],
  });
});
describe('the confidence of a score', () => {
  const at =
    (id: SignalId, level: State['confidence']) =>
    (from: ScoreInput): ScoreInput => ({
      ...from,
      signals: from.signals.map((s) => (s.id === id ? { ...s, confidence: level } : s)),
    });
  it('is the one on which at least half of the points rest', () => {
    expect(computeScore(input(best)).confidence).toBe('observed');
    const some = at('oauth-discovery', 'declared')(at('self-service-keys', 'documented')(input(best)));
    expect(computeScore(some).confidence).toBe('observed');
    const most = at('structured-401', 'declared')(at('client-credentials', 'documented')(some));
    expect(computeScore(at('bearer-token', 'documented')(most)).confidence).toBe('declared');
  });
  it('is one step lower where something is contradicted', () =>
    expect(computeScore(input(best, {}, { contradicted: true })).confidence).toBe('declared'));
  it('is the lowest where no point rests on anything', () =>
    expect(computeScore(input(worst, { 'structured-401': 'no-answer-for-programs' })).confidence).toBe('inferred'));
});

it('has no score where nothing applies', () =>
  expect(d7(Object.fromEntries(ids.map((id) => [id, 'n/a'])) as typeof open)).toBeNull());

it.each([
  [100, 'platinum'],
  [90, 'platinum'],
  [89, 'gold'],
  [75, 'gold'],
  [74, 'silver'],
  [60, 'silver'],
  [59, 'bronze'],
  [40, 'bronze'],
  [39, 'not ready'],
  [0, 'not ready'],
])('%i is %s', (score, tier) => expect(tierOf(score)).toBe(tier));

// ---------------------------------------------------------------- properties

const anyState = (id: SignalId): fc.Arbitrary<State> =>
  fc.constantFrom(...Object.keys(ladders[id]), 'n/a', 'silent', 'unobserved').map((given) => state(id, given));
const anyInput: fc.Arbitrary<ScoreInput> = fc.record({
  signals: fc.tuple(...ids.map(anyState)),
  done: fc.subarray(['openapi-security' as const]),
  contradicted: fc.boolean(),
  scored: fc.boolean(),
  caps: fc.subarray([
    { id: 'plain-http' as const, reason: 'r' },
    { id: 'blocking-anti-pattern' as const, reason: 'r' },
  ]),
});
const change = (from: ScoreInput, id: SignalId, to: State): ScoreInput => ({
  ...from,
  signals: from.signals.map((s) => (s.id === id ? to : s)),
});
const many = { seed, numRuns: 3000 };
const anyId = fc.constantFrom(...ids);

describe(`for every input (seed ${seed})`, () => {
  it('a signal that turns into a full pass never lowers D7', () =>
    fc.assert(
      fc.property(anyInput, anyId, (before, id) => {
        const now = computeScore(before).value;
        const top = Math.max(...Object.values(ladders[id]).map((rung) => rung.value));
        const then = computeScore(
          change(before, id, { id, status: 'pass', value: top, silent: false, confidence }),
        ).value;
        // A signal that does not apply has no pass to turn into: it would bring its whole group into the sum.
        if (now !== null && before.signals.find((s) => s.id === id)?.status !== 'n/a')
          expect(then).toBeGreaterThanOrEqual(now);
      }),
      many,
    ));

  it('a step up the ladder never lowers D7', () =>
    fc.assert(
      fc.property(anyInput, anyId, (before, id) => {
        const rungs = Object.entries(ladders[id])
          .sort(([, a], [, b]) => a.value - b.value)
          .map(([rung]) => computeScore(change(before, id, state(id, rung))).value);
        for (const [index, value] of rungs.entries()) {
          const lower = rungs[index - 1];
          if (index > 0 && value !== null && lower !== null && lower !== undefined)
            expect(value).toBeGreaterThanOrEqual(lower);
        }
      }),
      many,
    ));

  it('unknown never counts as pass', () =>
    fc.assert(
      fc.property(anyInput, anyId, (before, id) => {
        const as = (given: Given) => computeScore(change(before, id, state(id, given)));
        const floor = Object.entries(ladders[id]).sort(([, a], [, b]) => a.value - b.value)[0]?.[0] ?? '';
        const top = Object.entries(ladders[id]).sort(([, a], [, b]) => b.value - a.value)[0]?.[0] ?? '';
        const [silent, unobserved, lowest, highest] = [
          as('silent').value,
          as('unobserved').value,
          as(floor).value,
          as(top).value,
        ];
        if (silent !== null && highest !== null) expect(silent).toBeLessThanOrEqual(highest);
        if (silent !== null && lowest !== null) expect(silent).toBeLessThanOrEqual(lowest);
        if (unobserved !== null && highest !== null) expect(unobserved).toBeLessThanOrEqual(highest);
      }),
      many,
    ));

  it('low ≤ D7 ≤ high, and they differ only when something was not observed', () =>
    fc.assert(
      fc.property(anyInput, (given) => {
        const { value, range, provisional } = computeScore(given);
        if (value === null) expect(range).toBeNull();
        else {
          expect(range?.low).toBeLessThanOrEqual(value);
          expect(range?.high).toBeGreaterThanOrEqual(value);
          if (!provisional) expect(range).toEqual({ low: value, high: value });
        }
      }),
      many,
    ));

  it('caps hold, D7 is a whole number from 0 to 100, and its tier is the one of that number', () =>
    fc.assert(
      fc.property(anyInput, (given) => {
        const { value, tier, points, range, caps: applied } = computeScore(given);
        if (value === null) expect([tier, points, applied]).toEqual([null, null, []]);
        else {
          expect(Number.isInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(Math.min(100, ...given.caps.map(({ id }) => caps[id].limit)));
          expect(range?.high).toBeLessThanOrEqual(Math.min(100, ...given.caps.map(({ id }) => caps[id].limit)));
          expect(tier).toBe(tierOf(value));
          expect(points).toBeCloseTo(value * 0.12, 1);
        }
      }),
      many,
    ));

  it('no door that was not seen is scored, and the order of signals decides nothing', () =>
    fc.assert(
      fc.property(anyInput, (given) => {
        const members = (id: string) =>
          given.signals.filter((s) => groups.find((g) => g.id === id)?.signals.includes(s.id) && s.status !== 'n/a');
        const unseen = ['challenge', 'credential'].some(
          (id) => members(id).every((s) => (s.value ?? 0) === 0) && members(id).some((s) => s.value === null),
        );
        const score = computeScore(given);
        if (!given.scored || unseen) expect(score.value).toBeNull();
        expect(computeScore({ ...given, signals: given.signals.toReversed() })).toEqual(score);
      }),
      many,
    ));
});
