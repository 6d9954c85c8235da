/** The Report as a document: valid, the same bytes every time, and judged again from itself alone. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ScanError } from '../../../lib/scan/errors.ts';
import { parseTarget, scan } from '../../../lib/scan/index.ts';
import { conclude, rejudge } from '../../../lib/scan/conclude.ts';
import { report as schema, type Report } from '../../../lib/scan/schema/report.ts';
import { methodology } from '../../../lib/scan/score/methodology.ts';
import { runWorld } from '../../worlds/lib/run.ts';
import { worlds } from '../../worlds/sites/index.ts';
import {
  authorizationServer,
  call,
  captcha,
  challenge,
  deadEndpoint,
  description,
  facts,
  flow,
  guardedApi,
  keyPage,
  knowsGrant,
  mcpFact,
  named,
  oauthScheme,
  openApi,
  pageFact,
  protectedResource,
  registration,
  scheme,
  statement,
  target,
  tokenAnswer,
  tokenEndpoint,
  toLogin,
  walled,
  type Given,
} from './judge/facts.ts';
import { seed } from './read/seed.ts';

const scanned: Report['scan'] = {
  id: 's1',
  startedAt: '2026-11-20T10:00:00.000Z',
  finishedAt: '2026-11-20T10:00:02.500Z',
  durationMs: 2500,
  requests: 41,
  bytes: 90_000,
  mode: 'public',
};
const exchanges: Report['exchanges'] = [
  {
    id: 'x1',
    purpose: 'home',
    request: { method: 'GET', url: 'https://orchard.example/', headers: [['accept', 'text/html']], body: null },
    response: { status: 200, headers: [['content-type', 'text/html']], body: '<p>', bodyBytes: 3, truncated: false },
    error: null,
    ms: 12,
  },
  {
    id: 'x10',
    purpose: 'bare call',
    request: { method: 'GET', url: 'https://api.orchard.example/v1/pears', headers: [], body: null },
    response: null,
    error: { step: 'headers', code: 'timeout', message: 'It took too long.' },
    ms: 8000,
  },
];

/** A port on which nothing listens: opened and closed again. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  await once(server.close(), 'close');
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  return address.port;
}

function assembled(given: Given): Report {
  const { surface, evidence } = facts(given);
  return conclude({ target, surface, evidence, exchanges, scan: scanned });
}

const rich: Given = {
  calls: [
    call({ error: named(), challenges: [challenge('Bearer', { realm: 'api' })], sessionCookies: ['sid'] }),
    call(toLogin, { kind: 'mcp', method: 'POST' }),
  ],
  tokenEndpoints: [
    tokenEndpoint({ ...knowsGrant, basic: tokenAnswer(), bogus: tokenAnswer({ code: null, format: 'html' }) }),
    tokenEndpoint({ ...deadEndpoint, url: 'https://old.orchard.example/token' }),
  ],
  authorizationServers: [authorizationServer({ grantTypes: ['authorization_code'], scopes: ['read'] })],
  protectedResources: [protectedResource()],
  descriptions: [description([scheme(), oauthScheme(flow('authorization_code'))])],
  registrations: [registration()],
  statements: [statement('approval', 'We review every request.'), statement('expires', 'One hour.', { value: '3600' })],
  captchas: [captcha()],
  pages: [pageFact('docs')],
  mcp: [mcpFact()],
  surface: { keyPages: [keyPage('sign-up')] },
};
const examples: [string, Given][] = [
  ['a full report', rich],
  ['an open API', openApi],
  ['a guarded API', guardedApi],
  ['no API', { surface: { apiBases: [] } }],
  ['a firewall', { calls: [call({ status: 403, wall: 'Akamai' })], reach: walled }],
  [
    'out of reach',
    { surface: { apiBases: [] }, reach: { unreachable: { step: 'dns', code: 'ENOTFOUND', message: 'No such name.' } } },
  ],
  ['opted out', { reach: { optedOut: true } }],
];

describe('conclude', () => {
  it.each(examples)('%s fits the schema', (_name, given) =>
    expect(schema.parse(assembled(given))).toEqual(assembled(given)),
  );
  it.each(examples)('%s: the same input gives the same bytes, also after a round trip through JSON', (_name, given) => {
    const { surface, evidence } = facts(given);
    const first = JSON.stringify(conclude({ target, surface, evidence, exchanges, scan: scanned }));
    expect(JSON.stringify(conclude({ target, surface, evidence, exchanges, scan: scanned }))).toBe(first);
    const copy = JSON.parse(JSON.stringify({ target, surface, evidence, exchanges, scan: scanned })) as Parameters<
      typeof conclude
    >[0];
    expect(JSON.stringify(conclude(copy))).toBe(first);
  });
  it('says by which methodology it was judged', () =>
    expect(assembled(guardedApi).engine.methodology).toBe(methodology));
  it('keeps what it was given', () =>
    expect(assembled(rich)).toMatchObject({ scan: scanned, exchanges, target, ...facts(rich) }));
});

describe('rejudge', () => {
  it.each(examples)('%s: gives the same bytes', (_name, given) => {
    const report = assembled(given);
    expect(JSON.stringify(rejudge(JSON.parse(JSON.stringify(report))))).toBe(JSON.stringify(report));
  });

  it('believes the evidence, not the findings that are stored beside it', () => {
    const report = assembled(guardedApi);
    const forged = {
      ...report,
      score: { ...report.score, d7: 100, tier: 'platinum' as const },
      signals: report.signals.map((s) => ({ ...s, status: 'pass' as const, value: 1 })),
      engine: { version: '0.0.0', methodology: '2020-01' },
    };
    expect(rejudge(forged)).toEqual(report);
  });

  it('drops members that the schema does not know', () => {
    expect(JSON.stringify(rejudge({ ...assembled(guardedApi), extra: 'x' }))).toBe(
      JSON.stringify(assembled(guardedApi)),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a string', 'report'],
    ['a list', []],
    ['an empty object', {}],
    ['another schema version', { ...assembled(guardedApi), schemaVersion: 2 }],
    ['a report without evidence', { ...assembled(guardedApi), evidence: undefined }],
    [
      'a rung outside 0 to 1',
      { ...assembled(guardedApi), signals: [{ ...assembled(guardedApi).signals[0], value: 7 }] },
    ],
    ['a date that is none', { ...assembled(guardedApi), scan: { ...scanned, startedAt: 'yesterday' } }],
    [
      'an unknown member of a vocabulary',
      {
        ...assembled(guardedApi),
        surface: {
          ...facts(guardedApi).surface,
          apiBases: [{ url: 'https://a.example', via: 'magic', evidence: [], kind: 'rest' }],
        },
      },
    ],
  ])('refuses %s with a sentence that helps', (_name, document) => {
    let refusal: unknown;
    try {
      rejudge(document);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(ScanError);
    expect(refusal).toMatchObject({
      code: 'bad-report',
      message: expect.stringMatching(
        /^This is not a report that can be judged again: .+ Give the JSON that a scan printed with --json\.$/,
      ),
    });
  });

  it('names the place of the fault', () => {
    const report = assembled(guardedApi);
    expect(() => rejudge({ ...report, scan: { ...report.scan, requests: 'many' } })).toThrow(/scan\.requests/);
  });

  it(`judges whatever text stands in the place of an address, or refuses it (seed ${seed})`, () => {
    const texts = fc.oneof(
      fc.constantFrom(
        '',
        'x',
        '{base}',
        'https://',
        'http://[',
        '//',
        'javascript:alert(1)',
        'https://<t>.example/',
        '__proto__',
        'https://a.example:99999/',
      ),
      fc.string({ maxLength: 40 }),
      fc.webUrl(),
    );
    const poison = (value: unknown, text: string): unknown => {
      if (typeof value === 'string') return /^https?:\/\//.test(value) ? text : value;
      if (Array.isArray(value)) return value.map((item) => poison(item, text));
      return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, poison(item, text)]))
        : value;
    };
    fc.assert(
      fc.property(texts, fc.constantFrom(...examples), (text, [, given]) => {
        const again = rejudge(poison(assembled(given), text));
        expect(schema.safeParse(again).success).toBe(true);
        expect(JSON.stringify(rejudge(again))).toBe(JSON.stringify(again));
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe.each(['key-header', 'key-query'])('a real scan of the world %s', (id) => {
  let report: Report;
  beforeAll(async () => {
    const world = worlds.find((w) => w.id === id);
    if (!world) throw new Error(`There is no world ${id}.`);
    ({ report } = await runWorld(world));
  }, 60_000);

  it('fits the schema', () => {
    expect(report.outcome).toBe('scored');
    expect(schema.parse(report)).toEqual(report);
  });
  it('is judged again to the same document, byte for byte', () => {
    expect(rejudge(report)).toEqual(report);
    // Not toBe: the difference of two such texts fills a terminal.
    expect(JSON.stringify(rejudge(JSON.parse(JSON.stringify(report)))) === JSON.stringify(report)).toBe(true);
  });
  it('cites only exchanges that it holds', () => {
    const held = new Set(report.exchanges.map((e) => e.id));
    const cited = [
      report.signals,
      report.flows,
      report.antiPatterns,
      report.checklist,
      report.journey,
      report.contradictions,
      report.verdict.chain,
    ].flatMap((list) => list.flatMap((item) => item.evidence));
    expect([...new Set(cited)].filter((exchange) => !held.has(exchange))).toEqual([]);
    expect(cited.length).toBeGreaterThan(10);
  });
});

it('a scan that nobody answers ends in a report that is judged again to itself', async () => {
  const port = await closedPort();
  const events = scan(parseTarget(`http://127.0.0.1:${port}/`, { allowNets: ['127.0.0.0/8'] }), {
    allowNets: ['127.0.0.0/8'],
    browserPath: null,
    id: 's2',
  });
  let step = await events.next();
  while (!step.done) step = await events.next();
  expect(step.value).toMatchObject({ outcome: 'unreachable', score: { d7: null }, scan: { id: 's2' } });
  expect(JSON.stringify(rejudge(step.value))).toBe(JSON.stringify(step.value));
});
