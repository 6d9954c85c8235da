/** The counting query on a real database. */
import { describe, expect, it } from 'vitest';
import { db } from '../../lib/db/index.ts';

interface Row {
  domain: string;
  day: number;
  outcome?: string;
  d7?: number | null;
  unlisted?: boolean;
  mode?: string;
  status?: 'done' | 'failed' | 'queued';
  browserOnly?: 'present' | 'absent' | 'unknown';
  clientCredentials?: 'yes' | 'no' | 'unknown';
  code?: 'yes' | 'no' | 'unknown';
  challenge?: string;
}

const tierOf = (d7: number | null) => (d7 === null ? null : d7 >= 75 ? 'gold' : 'bronze');

async function store({
  domain,
  day,
  outcome = 'scored',
  d7 = outcome === 'scored' ? 60 : null,
  unlisted = false,
  mode = 'public',
  status = 'done',
  browserOnly = 'unknown',
  clientCredentials = 'unknown',
  code = 'unknown',
  challenge = 'pass',
}: Row): Promise<void> {
  const { id: siteId } = await db().site.upsert({ where: { domain }, create: { domain }, update: {} });
  const finishedAt = status === 'done' ? new Date(Date.UTC(2026, 10, day)) : null;
  await db().scan.create({
    data: {
      siteId,
      status,
      input: domain,
      targetUrl: `https://${domain}/`,
      host: domain,
      domain,
      mode,
      unlisted,
      finishedAt,
      outcome: status === 'done' ? outcome : null,
      d7,
      tier: tierOf(d7),
      methodology: '2026-11',
      signals: { create: [{ signalId: 'structured-401', status: challenge, confidence: 'observed' }] },
      flows: {
        create: [
          {
            flowId: 'client_credentials',
            offered: clientCredentials,
            verdict: 'agent-friendly',
            confidence: 'declared',
          },
          { flowId: 'authorization_code', offered: code, verdict: 'human-once', confidence: 'declared' },
        ],
      },
      antiPatterns: { create: [{ antiPatternId: 'browser-only-oauth', status: browserOnly, confidence: 'declared' }] },
    },
  });
}

/** The module keeps its count for a while, which another test must not see. */
async function countedAnew() {
  const { vi } = await import('vitest');
  vi.resetModules();
  const { scanStatistics } = await import('../../lib/statistics.ts');
  return scanStatistics();
}

describe('the statistics', () => {
  it('are all zeros for an empty database', async () => {
    expect(await countedAnew()).toMatchObject({
      scans: 0,
      domains: 0,
      base: 0,
      first: null,
      last: null,
      d7: null,
      oauth: { total: 0 },
      tiers: { gold: 0 },
    });
  });

  it('count the newest listed scan of each domain, and only those with a score below it', async () => {
    await store({ domain: 'once-bad.example', day: 1, d7: 41, browserOnly: 'present', code: 'yes', challenge: 'fail' });
    await store({
      domain: 'once-bad.example',
      day: 9,
      d7: 90,
      browserOnly: 'absent',
      code: 'yes',
      clientCredentials: 'yes',
    });
    await store({
      domain: 'walled.example',
      day: 3,
      d7: 49,
      browserOnly: 'present',
      code: 'yes',
      challenge: 'partial',
    });
    await store({ domain: 'keys.example', day: 4, d7: 80, challenge: 'pass' });
    await store({ domain: 'blocked.example', day: 5, outcome: 'blocked', challenge: 'unknown', code: 'yes' });
    await store({ domain: 'secret.example', day: 6, unlisted: true, d7: 99 });
    await store({ domain: 'secret.example', day: 7, mode: 'spec', d7: 99 });
    await store({ domain: 'broken.example', day: 8, status: 'failed' });
    await store({ domain: 'waiting.example', day: 8, status: 'queued' });

    const found = await countedAnew();
    expect(found).toMatchObject({
      scans: 5,
      domains: 4,
      base: 3,
      first: '2026-11-01T00:00:00.000Z',
      last: '2026-11-09T00:00:00.000Z',
      d7: { lower: 49, median: 80, upper: 90 },
      outcomes: { scored: 3, blocked: 1, 'no-api': 0 },
      tiers: { gold: 2, bronze: 1 },
      methodologies: { '2026-11': 4 },
    });
    expect(found.signals['structured-401']).toEqual({ pass: 2, partial: 1, fail: 0, unknown: 0, 'n/a': 0 });
    expect(found.flows.authorization_code).toEqual({ yes: 2, no: 0, unknown: 1 });
    expect(found.antiPatterns['browser-only-oauth']).toEqual({ present: 1, absent: 1, unknown: 1 });
    expect(found.oauth).toEqual({ total: 2, browserOnly: 1, clientCredentials: 1 });
  });

  it('are counted once for visitors who come together, and anew later', async () => {
    const { vi } = await import('vitest');
    vi.resetModules();
    const { scanStatistics } = await import('../../lib/statistics.ts');
    const [one, other] = await Promise.all([scanStatistics(), scanStatistics()]);
    expect(other).toBe(one);
    await store({ domain: 'late.example', day: 10, d7: 70 });
    expect(await scanStatistics()).toBe(one);
    vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ['Date'] });
    try {
      expect((await scanStatistics()).domains).toBe(one.domains + 1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('count ten thousand scans, and say how long it took', async () => {
    await db()
      .$executeRaw`INSERT INTO site (id, domain) SELECT gen_random_uuid(), 'n' || n || '.example' FROM generate_series(1, 5000) n`;
    await db().$executeRaw`
      INSERT INTO scan (id, site_id, status, input, target_url, host, domain, finished_at, outcome, d7, tier, methodology)
      SELECT gen_random_uuid(), id, 'done', domain, 'https://' || domain || '/', domain, domain, now() - make_interval(mins => copy), 'scored', 50, 'bronze', '2026-11'
      FROM site CROSS JOIN generate_series(1, 2) copy WHERE domain LIKE 'n%.example'`;
    await db()
      .$executeRaw`INSERT INTO signal_result (scan_id, signal_id, status, confidence) SELECT id, 'token-expiry', 'pass', 'declared' FROM scan WHERE domain LIKE 'n%.example'`;
    await db()
      .$executeRaw`INSERT INTO flow_result (scan_id, flow_id, offered, verdict, confidence) SELECT id, flow, 'yes', 'human-once', 'declared' FROM scan CROSS JOIN (VALUES ('implicit'), ('device_code'), ('password')) flows (flow) WHERE domain LIKE 'n%.example'`;
    await db()
      .$executeRaw`INSERT INTO anti_pattern_result (scan_id, anti_pattern_id, status, confidence) SELECT id, 'captcha-before-token', 'absent', 'declared' FROM scan WHERE domain LIKE 'n%.example'`;
    // As autovacuum does it some time after so many rows have come.
    await db().$executeRaw`ANALYZE`;
    const since = performance.now();
    const found = await countedAnew();
    const took = performance.now() - since;
    console.log(`statistics over 10,000 scans: ${Math.round(took)} ms`);
    expect(found.flows.implicit.yes).toBe(5000);
    expect(found.oauth.total).toBe(5002);
  });
});
