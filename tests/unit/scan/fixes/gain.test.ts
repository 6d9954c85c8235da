import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFix, gainOf, topValue } from '../../../../lib/scan/fixes/gain.ts';
import { fixes, proposeFixes } from '../../../../lib/scan/fixes/index.ts';
import { fixIds, type FixId } from '../../../../lib/scan/fixes/types.ts';
import type { Judged } from '../../../../lib/scan/judge/index.ts';
import { antiPatternIds, signalIds, type AntiPatternId, type SignalId } from '../../../../lib/scan/report/schema.ts';
import { computeScore, type ScoreInput } from '../../../../lib/scan/score/index.ts';
import { ladders } from '../../../../lib/scan/score/methodology.ts';
import { judgeSite, sites, type Site } from './sites.ts';

/** Written out by hand, so that a change in a judge's `fix` member fails here. */
const signalOf: Partial<Record<FixId, SignalId>> = {
  'structured-401': 'structured-401', 'client-credentials': 'client-credentials', 'bearer-token': 'bearer-token', metadata: 'oauth-discovery',
  'self-service-keys': 'self-service-keys', 'token-expiry': 'token-expiry', 'scope-restriction': 'scope-restriction',
};
const blockingTrapOf: Partial<Record<FixId, AntiPatternId>> = {
  'client-credentials': 'browser-only-oauth', 'bearer-token': 'session-cookie-only', 'self-service-keys': 'manual-key-approval',
};

function expectedGain(id: FixId, judged: Pick<Judged, 'score' | 'scoreInput' | 'antiPatterns'>): number {
  const now = judged.score.d7;
  if (now === null) return 0;
  const signal = signalOf[id];
  const blocking = judged.antiPatterns
    .filter((a) => a.status === 'present' && (a.confidence === 'observed' || a.confidence === 'declared') && Object.values(blockingTrapOf).includes(a.id))
    .map((a) => a.id);
  const opens = blocking.length === 1 && blocking[0] === blockingTrapOf[id];
  const then = computeScore({
    ...judged.scoreInput,
    signals: judged.scoreInput.signals.map((s) => (s.id === signal && s.status !== 'n/a' ? { ...s, status: 'pass', value: id === 'structured-401' ? Math.max(0.87, s.value ?? 0) : 1, silent: false } : s)),
    openapiSecurity: id === 'openapi-security' ? true : judged.scoreInput.openapiSecurity,
    caps: judged.scoreInput.caps.filter((cap) => (cap.id === 'plain-http' ? id !== 'https' : !opens)),
  });
  return (then.d7 ?? now) - now;
}

const signalState = (id: SignalId) => fc.oneof(
  fc.constantFrom(...Object.values(ladders[id])).map(({ status, value }) => ({ id, status, value, silent: false })),
  fc.constantFrom({ id, status: 'n/a' as const, value: null, silent: false }, { id, status: 'unknown' as const, value: 0, silent: true }, { id, status: 'unknown' as const, value: null, silent: false }),
);
const scoreInput: fc.Arbitrary<ScoreInput> = fc.record({
  signals: fc.tuple(...signalIds.map(signalState)),
  openapiSecurity: fc.boolean(),
  callable: fc.constant(true),
  caps: fc.subarray([{ id: 'plain-http' as const, reason: 'r' }, { id: 'blocking-anti-pattern' as const, reason: 'r' }]),
});
const traps = fc.tuple(...antiPatternIds.map((id) => fc.record({
  id: fc.constant(id), status: fc.constantFrom('present' as const, 'absent' as const, 'unknown' as const), confidence: fc.constantFrom('observed' as const, 'declared' as const, 'documented' as const),
  summary: fc.constant(''), quote: fc.constant(null), evidence: fc.constant<string[]>([]), fix: fc.constant(null),
})));

it('takes the best rung that a fix can reach: a 2xx is not one of them', () => {
  expect(topValue('structured-401')).toBe(ladders['structured-401']['401-names-error'].value);
  const others = signalIds.filter((id) => id !== 'structured-401');
  expect(others.map(topValue)).toEqual(others.map(() => 1));
});

describe('the gain of a fix', () => {
  it('is the score computed afresh, minus the score, and never negative', () => {
    fc.assert(fc.property(scoreInput, traps, fc.constantFrom(...fixIds), (input, antiPatterns, id) => {
      const judged = { scoreInput: input, antiPatterns, score: computeScore(input) };
      const gain = gainOf(id, judged);
      expect(gain).toBe(expectedGain(id, judged));
      expect(gain).toBeGreaterThanOrEqual(0);
    }), { numRuns: 2000 });
  });

  it('leaves the input that it starts from alone', () => {
    const { judged } = judgeSite(sites.browserOnly);
    const before = JSON.stringify(judged);
    afterFix('client-credentials', judged);
    expect(JSON.stringify(judged)).toBe(before);
  });

  it('lifts the cap of a blocking anti-pattern only when no other one holds it up', () => {
    const cap = { id: 'blocking-anti-pattern' as const, reason: 'r' };
    const trap = (id: AntiPatternId) => ({ id, status: 'present' as const, confidence: 'observed' as const, summary: '', quote: null, evidence: [], fix: null });
    const base = { signals: [], openapiSecurity: false, callable: true, caps: [cap] };
    expect(afterFix('bearer-token', { scoreInput: base, antiPatterns: [trap('session-cookie-only')] }).caps).toEqual([]);
    expect(afterFix('bearer-token', { scoreInput: base, antiPatterns: [trap('session-cookie-only'), trap('browser-only-oauth')] }).caps).toEqual([cap]);
    expect(afterFix('captcha', { scoreInput: base, antiPatterns: [trap('session-cookie-only')] }).caps).toEqual([cap]);
    expect(afterFix('client-credentials', { scoreInput: base, antiPatterns: [] }).caps).toEqual([cap]);
  });
});

/** Evidence mixed from several sites, so that judges meet combinations that nobody wrote down. */
const mixed = fc.subarray(Object.values<Site>(sites), { minLength: 1, maxLength: 4 }).chain((chosen) => fc.subarray(['calls', 'authorizationServers', 'protectedResources', 'descriptions', 'tokenEndpoints', 'statements', 'captchas', 'registrations', 'metadataLookups'] as const).map((kept): Site => ({
  surface: Object.assign({}, ...chosen.map((site) => site.surface ?? {})),
  evidence: Object.fromEntries(kept.map((part) => [part, chosen.flatMap((site): unknown[] => site.evidence?.[part] ?? [])])),
})));

it('holds for fixes proposed for whole targets, which come sorted, what blocks an agent first, and one per id', () => {
  fc.assert(fc.property(mixed, (site) => {
    const { target, surface, evidence, judged } = judgeSite(site);
    const proposed = proposeFixes(target, surface, evidence, judged);
    const order = fixes.map((definition): string => definition.id);
    expect(new Set(proposed.map((f) => f.id)).size).toBe(proposed.length);
    proposed.forEach((fix, index) => {
      const id = fixIds.find((known) => known === fix.id);
      expect(id).toBeDefined();
      if (id) expect(fix.gain).toBe(expectedGain(id, judged));
      const before = proposed[index - 1];
      const blocks = (f: string) => Object.entries(blockingTrapOf).some(([fixId, trap]) => fixId === f && judged.antiPatterns.some((a) => a.id === trap && a.status === 'present'));
      if (!before) return;
      if (blocks(before.id) !== blocks(fix.id)) expect(blocks(before.id)).toBe(true);
      else expect(before.gain > fix.gain || (before.gain === fix.gain && order.indexOf(before.id) < order.indexOf(fix.id))).toBe(true);
    });
  }), { numRuns: 300 });
});
