/** The one table of numbers: complete, in range, and the same as DESIGN §6 and docs/methodology.md say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signals } from '../../../../lib/scan/judge/index.ts';
import { groupIds, signalIds, tiers } from '../../../../lib/scan/schema/report.ts';
import { caps, dimensions, groups, ladders, priceOf } from '../../../../lib/scan/dimensions/index.ts';
import type { Rung } from '../../../../lib/scan/dimensions/types.ts';
import { methodology, noApiOverallCap, tierFloors } from '../../../../lib/scan/score/methodology.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

describe('groups', () => {
  it('are those of DESIGN §6, with weights that sum to 100', () => {
    expect(groups.map(({ id, weight, signals: members }) => [id, weight, members.join(' ')])).toEqual([
      ['challenge', 30, 'structured-401'],
      ['credential', 30, 'client-credentials bearer-token'],
      ['discovery', 15, 'oauth-discovery'],
      ['self-service', 12, 'self-service-keys'],
      ['token-life', 8, 'token-expiry'],
      ['scope', 5, 'scope-restriction'],
    ]);
    expect(groups.reduce((sum, group) => sum + group.weight, 0)).toBe(100);
    expect(groups.map((group) => group.id)).toEqual([...groupIds]);
  });
  it('hold every signal once', () =>
    expect(groups.flatMap((group) => group.signals).sort()).toEqual(signals.map(({ meta }): string => meta.id).sort()));
});

describe('ladders', () => {
  it('are priced as DESIGN §6 says', () => {
    const prices = Object.fromEntries(
      signalIds.map((id) => [
        id,
        Object.fromEntries(Object.entries(ladders[id]).map(([rung, { value }]) => [rung, value])),
      ]),
    );
    expect(prices).toEqual({
      'structured-401': {
        success: 1,
        '401-names-error': 0.87,
        '401-json': 0.6,
        '401-challenge': 0.5,
        'json-other-status': 0.4,
        '401-text': 0.35,
        'login-redirect': 0.05,
        'no-answer-for-programs': 0,
      },
      'client-credentials': {
        observed: 1,
        declared: 1,
        federated: 1,
        'machine-grant': 0.9,
        documented: 0.8,
        'federated-documented': 0.8,
        'machine-grant-documented': 0.75,
        'device-code-only': 0.4,
        'authorization-code-only': 0.2,
        'implicit-only': 0.05,
        denied: 0,
      },
      'bearer-token': {
        observed: 1,
        declared: 0.95,
        documented: 0.8,
        'other-scheme': 0.6,
        'own-header': 0.6,
        basic: 0.5,
        digest: 0.4,
        signed: 0.4,
        query: 0.3,
        cookie: 0.1,
        refused: 0,
      },
      'oauth-discovery': { valid: 1, faulty: 0.4, 'token-endpoint-only': 0.5, none: 0 },
      'self-service-keys': {
        'agent-sign-up': 1,
        'open-registration': 1,
        'instant-keys': 0.9,
        'sign-up': 0.5,
        approval: 0,
      },
      'token-expiry': { renewable: 1, 'in-part': 0.3, 'person-renews': 0 },
      'scope-restriction': { scoped: 1, roles: 0.5, none: 0 },
    });
  });

  it('use the statuses of DESIGN §6', () => {
    const passing = Object.fromEntries(
      signalIds.map((id) => [
        id,
        Object.entries(ladders[id])
          .filter(([, rung]) => rung.status === 'pass')
          .map(([rung]) => rung),
      ]),
    );
    expect(passing).toEqual({
      'structured-401': ['success', '401-names-error'],
      'client-credentials': ['observed', 'declared', 'federated', 'documented', 'federated-documented'],
      'bearer-token': ['observed', 'declared', 'documented'],
      'oauth-discovery': ['valid'],
      'self-service-keys': ['agent-sign-up', 'open-registration', 'instant-keys'],
      'token-expiry': ['renewable'],
      'scope-restriction': ['scoped'],
    });
    const partial = signalIds.flatMap((id) =>
      Object.entries(ladders[id])
        .filter(([, rung]) => rung.status === 'partial')
        .map(([rung]) => `${id} ${rung}`),
    );
    expect(partial).toEqual([
      'structured-401 401-json',
      'structured-401 401-challenge',
      'structured-401 json-other-status',
      'structured-401 401-text',
      'client-credentials machine-grant',
      'client-credentials machine-grant-documented',
      'bearer-token other-scheme',
      'oauth-discovery faulty',
      'self-service-keys sign-up',
      'token-expiry in-part',
      'scope-restriction roles',
    ]);
  });

  it.each(signalIds)('%s: values lie in 0 to 1, a full pass is 1, and each rung has words', (id) => {
    const rungs = Object.values(ladders[id]);
    expect(Math.max(...rungs.map((rung) => rung.value))).toBe(1);
    for (const rung of rungs) {
      expect(rung.value).toBeGreaterThanOrEqual(0);
      expect(rung.value).toBeLessThanOrEqual(1);
      expect(rung.meaning).toMatch(/\S/);
    }
    expect(new Set(rungs.map((rung) => rung.meaning)).size).toBe(rungs.length);
  });

  it('never rank a pass below a fail', () => {
    for (const id of signalIds) {
      const of = (status: string) =>
        Object.values(ladders[id])
          .filter((rung) => rung.status === status)
          .map((rung) => rung.value);
      expect(Math.min(...of('pass'))).toBeGreaterThan(Math.max(0, ...of('fail')));
    }
  });

  const rank = { pass: 2, partial: 1, fail: 0 };
  it.each(signalIds)(
    '%s: a lower rung that is worth more than a higher one says why, here and in the document',
    (id) => {
      const rungs: Rung[] = Object.values(ladders[id]);
      const exceptions = rungs.filter((lower, at) =>
        rungs.some(
          (higher, before) => (before < at || rank[higher.status] > rank[lower.status]) && higher.value < lower.value,
        ),
      );
      expect(rungs.filter(({ because }) => because !== undefined)).toEqual(exceptions);
      for (const { because = '' } of exceptions) {
        expect(because).toMatch(/^Worth more than .+[.]$/);
        expect(read('docs/methodology.md')).toContain(because);
      }
    },
  );

  it('price only rungs that they hold', () => {
    expect(priceOf('scope-restriction', 'roles')).toBe(ladders['scope-restriction'].roles);
    for (const rung of ['gold', '', 'constructor', '__proto__', 'toString'])
      expect(() => priceOf('scope-restriction', rung)).toThrow(/names the rung/);
  });
});

it('caps, tiers and the weight in the Agent Readiness Score are those of DESIGN §6', () => {
  expect([
    caps['plain-http'].limit,
    caps['blocking-anti-pattern'].limit,
    noApiOverallCap,
    dimensions.map(({ code, weight }) => [code, weight]),
    dimensions.flatMap((dimension) => dimension.groups.flatMap((group) => ('standIn' in group ? [group.standIn] : []))),
  ]).toEqual([39, 49, 29, [['D7', 0.12]], [{ item: 'openapi-security', value: 1 }]]);
  expect(tierFloors.map(({ tier, floor }) => [tier, floor])).toEqual([
    ['platinum', 90],
    ['gold', 75],
    ['silver', 60],
    ['bronze', 40],
    ['not ready', 0],
  ]);
  expect(tierFloors.map(({ tier }) => tier)).toEqual([...tiers]);
});

describe('docs/methodology.md', () => {
  const text = read('docs/methodology.md');
  it('is about this methodology', () => expect(text).toContain(`# Methodology ${methodology}`));
  it('repeats the numbers of the table', () => {
    for (const { id, weight } of groups)
      expect(text).toMatch(new RegExp(`${id === 'token-life' ? 'token life' : id} ${weight}\\b`));
    for (const { limit } of Object.values(caps)) expect(text).toMatch(new RegExp(`\\b${limit}\\b`));
    for (const { tier, floor } of tierFloors)
      expect(text).toMatch(new RegExp(tier === 'not ready' ? `below that \\*not ready\\*` : `${tier} ${floor}`));
    for (const { weight } of dimensions) expect(text).toContain(`weight ${weight}`);
  });
});
