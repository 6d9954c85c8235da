/** The registries, the caps that judging asks for, and the outcome. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { antiPatterns, flows, judge, signals } from '../../../../lib/scan/judge/index.ts';
import { readCase } from '../../../../lib/scan/judge/case.ts';
import { cite } from '../../../../lib/scan/judge/types.ts';
import { antiPatternIds, signalIds } from '../../../../lib/scan/schema/report.ts';
import { grantIds } from '../../../../lib/scan/vocabulary.ts';
import { hostOf, originOf } from '../../../../lib/scan/judge/origin.ts';
import { seed } from '../read/seed.ts';
import {
  answer,
  authorizationServer,
  call,
  captcha,
  challenge,
  data,
  deadEndpoint,
  deniesGrant,
  description,
  emptyEvidence,
  emptySurface,
  facts,
  failedCall,
  flow,
  guardedApi,
  judged,
  keyPage,
  keyScheme,
  knowsGrant,
  lookup,
  named,
  oauthScheme,
  openApi,
  page,
  pageFact,
  protectedResource,
  registration,
  scheme,
  statement,
  target,
  tokenEndpoint,
  toLogin,
  walled,
  type Given,
} from './facts.ts';

describe('the registries', () => {
  it('hold every id once', () => {
    expect(signals.map((s) => s.meta.id)).toEqual([...signalIds]);
    expect(antiPatterns.map((a) => a.meta.id)).toEqual([...antiPatternIds]);
    expect(flows.map((f) => f.meta.id).sort()).toEqual([...grantIds].sort());
  });
  it('call those traps blocking behind which no other way was found (DESIGN §6)', () => {
    expect(antiPatterns.filter((a) => a.meta.blocking).map((a) => a.meta.id)).toEqual([
      'browser-only-oauth',
      'session-cookie-only',
      'manual-key-approval',
    ]);
  });
});

const plain = (url: string): Given => ({
  ...guardedApi,
  surface: { tokenEndpoints: [{ url, via: 'docs-sample', evidence: ['x30'] }] },
  tokenEndpoints: [tokenEndpoint({ ...knowsGrant, url })],
});
const capsOf = (given: Given) => judged(given).security.caps.map((cap) => cap.id);

describe('a contradiction', () => {
  const says = (polarity: 'affirm' | 'deny') =>
    statement('grant:client_credentials', 'Client credentials.', { polarity, strength: 3 });
  const lists = { authorizationServers: [authorizationServer({ grantTypes: ['client_credentials'] })] };
  const cc = (given: Given) => judged(given).signals.find((s) => s.id === 'client-credentials');
  it('takes a step of confidence from what a document declares, and its price follows', () => {
    expect(cc({ ...lists, statements: [says('affirm')] })).toMatchObject({ rung: 'declared', confidence: 'declared' });
    expect(cc({ ...lists, statements: [says('deny')] })).toMatchObject({
      rung: 'documented',
      confidence: 'documented',
      summary: expect.stringMatching(/Something else says otherwise\.$/) as string,
    });
  });
  it('takes nothing from behaviour that was seen', () =>
    expect(cc({ ...lists, statements: [says('deny')], tokenEndpoints: [tokenEndpoint(knowsGrant)] })).toMatchObject({
      rung: 'observed',
      confidence: 'observed',
    }));
});

describe('caps', () => {
  it.each<[string, string[], Given]>([
    ['a token endpoint over plain HTTP', ['plain-http'], plain('http://id.orchard.example/token')],
    [
      'an endpoint that asks for credentials over plain HTTP',
      ['plain-http'],
      {
        calls: [
          call({ error: named(), challenges: [challenge('Bearer')] }, { url: 'http://api.orchard.example/v1/me' }),
        ],
      },
    ],
    ['loopback does not leave the machine', [], plain('http://127.0.0.1:8080/token')],
    ['HTTPS', [], plain('https://id.orchard.example/token')],
    [
      'browser-only OAuth that is declared',
      ['blocking-anti-pattern'],
      {
        ...guardedApi,
        authorizationServers: [authorizationServer({ grantTypes: ['authorization_code'] })],
        protectedResources: [protectedResource()],
      },
    ],
    [
      'approval that only prose speaks of',
      [],
      { ...guardedApi, statements: [statement('approval', 'We review every request.')] },
    ],
    ['a CAPTCHA does not block every way', [], { ...guardedApi, captchas: [captcha()] }],
  ])('%s', (_name, ids, given) => expect(capsOf(given)).toEqual(ids));

  it('hold D7 down', () => {
    expect(judged(plain('http://id.orchard.example/token')).security.value).toBeLessThanOrEqual(39);
    expect(judged(plain('https://id.orchard.example/token')).security.value).toBeGreaterThan(49);
  });
});

const blockedCalls = { calls: [call({ status: 403, wall: 'Cloudflare' })], reach: walled };
describe('the outcome', () => {
  it.each<[string, Given]>([
    ['scored', guardedApi],
    ['scored', openApi],
    ['no-api', { surface: { apiBases: [] } }],
    ['no-api', { surface: { apiBases: [] }, reach: { probes: 20, blocked: 3 } }],
    ['blocked', { surface: { apiBases: [] }, reach: walled }],
    ['blocked', { surface: { apiBases: [] }, tokenEndpoints: [tokenEndpoint()] }],
    ['no-api', { surface: { apiBases: [] }, tokenEndpoints: [tokenEndpoint({ life: 'dead' })] }],
    ['blocked', blockedCalls],
    ['blocked', { calls: [call({ status: 429 })] }],
    // Every probe was answered, and none showed a door: the sentence says that nothing stood in the way.
    ['blocked', { calls: [call({ status: 404 })] }],
    [
      'unreachable',
      {
        surface: { apiBases: [] },
        reach: { unreachable: { step: 'dns', code: 'ENOTFOUND', message: 'No such name.' } },
      },
    ],
    ['refused', { ...guardedApi, reach: { optedOut: true } }],
  ])('%s', (outcome, given) => {
    const { outcome: found, security } = judged(given);
    expect(found).toBe(outcome);
    // Never a bad score for a door that we did not see.
    if (found !== 'scored') expect(security).toMatchObject({ value: null, tier: null, range: null, points: null });
    else expect(security.value).not.toBeNull();
  });

  it.each<[string, Given]>([
    ['the challenge', { calls: [failedCall()] }],
    ['the credential', { calls: [], descriptions: [], reach: walled }],
  ])('is blocked when %s was not seen', (_name, given) => expect(judged(given).outcome).toBe('blocked'));

  it('is scored exactly when there is a score', () => {
    fc.assert(
      fc.property(mixed, (given) => {
        const { outcome, security } = judged(given);
        expect(outcome === 'scored').toBe(security.value !== null);
      }),
      { seed, numRuns: 300 },
    );
  });
});

/** Facts of every kind, mixed at random, so that judges meet combinations that nobody wrote down. */
const mixed: fc.Arbitrary<Given> = fc.record({
  calls: fc.subarray([
    call({ error: named() }),
    call(toLogin),
    call({ status: 200, error: data }),
    call({ status: 200, error: data, digest: 'other' }),
    failedCall(),
    call({ challenges: [challenge('Basic')] }),
    call({ status: 404, error: page }, { bearer: answer({ error: named() }) }),
  ]),
  tokenEndpoints: fc.subarray([
    tokenEndpoint(),
    tokenEndpoint(knowsGrant),
    tokenEndpoint(deniesGrant),
    tokenEndpoint(deadEndpoint),
    tokenEndpoint({ life: 'unknown' }),
  ]),
  authorizationServers: fc.subarray([
    authorizationServer(),
    authorizationServer({ grantTypes: ['authorization_code'] }),
    authorizationServer({ grantTypes: ['client_credentials'], conformance: 'non-conforming' }),
  ]),
  protectedResources: fc.subarray([protectedResource(), protectedResource({ resource: 'not an address' })]),
  descriptions: fc.subarray([
    description([scheme()]),
    description([oauthScheme(flow('implicit'))]),
    description([keyScheme('cookie', 'sid')]),
  ]),
  registrations: fc.subarray([registration(), registration({ state: 'unknown' })]),
  statements: fc.subarray([
    statement('approval', 'We review.'),
    statement('self-service', 'Create.'),
    statement('expires', 'One hour.'),
    statement('renews-by-person', 'Sign in again.'),
    statement('no-tokens', 'None.'),
    statement('cookie', 'Cookie.'),
  ]),
  captchas: fc.subarray([captcha(), captcha({ guards: 'other' })]),
  metadataLookups: fc.subarray([lookup('absent'), lookup('unobserved'), lookup('malformed')]),
  pages: fc.subarray([pageFact('docs'), pageFact('sign-up')]),
  reach: fc.constantFrom({}, walled, { failed: 3 }, { probes: 0 }),
  surface: fc.constantFrom(
    {},
    { apiBases: [] },
    { keyPages: [keyPage('keys')] },
    { mcp: [{ url: 'not an address', via: 'docs-text' as const, evidence: ['x3'] }] },
  ),
});

describe('judging', () => {
  it('is pure: the same facts, the same findings, and the facts stay as they were', () => {
    fc.assert(
      fc.property(mixed, (given) => {
        const { surface, evidence } = facts(given);
        const before = JSON.stringify({ surface, evidence });
        const first = JSON.stringify(judge(readCase(target, surface, evidence)));
        expect(JSON.stringify(judge(readCase(target, surface, evidence)))).toBe(first);
        expect(JSON.stringify({ surface, evidence })).toBe(before);
        const copy = JSON.parse(before) as ReturnType<typeof facts>;
        expect(JSON.stringify(judge(readCase(target, copy.surface, copy.evidence)))).toBe(first);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('cites only exchanges that the facts name, and every decided finding cites some', () => {
    fc.assert(
      fc.property(mixed, (given) => {
        const { surface, evidence } = facts(given);
        const known = JSON.stringify({ surface, evidence });
        const found = judge(readCase(target, surface, evidence));
        for (const list of [
          found.signals,
          found.flows,
          found.antiPatterns,
          found.checklist,
          found.journey,
          found.contradictions,
        ]) {
          for (const item of list) for (const id of item.evidence) expect(known).toContain(`"${id}"`);
        }
        for (const signal of found.signals)
          if (signal.kind === 'rung' && signal.confidence !== 'declared')
            expect(signal.evidence.length).toBeGreaterThan(0);
        for (const trap of found.antiPatterns)
          if (trap.status === 'present') expect(trap.evidence.length).toBeGreaterThan(0);
        for (const contradiction of found.contradictions) expect(contradiction.evidence.length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('knows nothing of nothing', () => {
    const found = judge(readCase(target, emptySurface, emptyEvidence));
    expect(found.outcome).toBe('no-api');
    expect(found.signals.filter((s) => s.kind === 'rung')).toEqual([]);
    expect(found.antiPatterns.filter((a) => a.status === 'present')).toEqual([]);
    expect(found.flows.filter((f) => f.offered !== 'unknown')).toEqual([]);
  });
});

it('cites each exchange once, in order, eight at most', () => {
  expect(cite(['x1', 'x2', 'x2', 'x3'])).toEqual(['x1', 'x2', 'x3']);
  expect(cite(Array.from({ length: 20 }, (_, index) => `x${index}`))).toHaveLength(8);
});

it('reads origins and hosts of addresses that may not parse', () => {
  expect([
    originOf('https://a.example:8443/x?y'),
    originOf('https://<t>.example'),
    hostOf('https://a.example:8443/x'),
    hostOf('{base}'),
  ]).toEqual(['https://a.example:8443', 'https://<t>.example', 'a.example', '']);
});
