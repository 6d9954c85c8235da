/** Rows that look like finished scans, for tests of lists: written straight into the tables, without an engine. */
import { db } from '../../lib/db/index.ts';
import { tierFloors } from '../../lib/scan/score/methodology.ts';

export interface SeedScan {
  domain: string;
  d7: number | null;
  /** Day, or ISO time. */
  finishedAt: string;
  flows?: string[];
  traps?: string[];
  unlisted?: boolean;
  status?: 'done' | 'failed' | 'queued' | 'running';
  mode?: string;
  journey?: boolean;
}

/** Stores one scan with its site; returns its id. */
export async function storeScan({
  domain,
  d7,
  finishedAt,
  flows = [],
  traps = [],
  unlisted = false,
  status = 'done',
  mode = 'public',
  journey = false,
}: SeedScan): Promise<string> {
  const at = new Date(finishedAt);
  const ended = status === 'done' || status === 'failed';
  const { id } = await db().scan.create({
    data: {
      site: { connectOrCreate: { where: { domain }, create: { domain } } },
      status,
      unlisted,
      mode,
      d7,
      input: domain,
      targetUrl: `https://api.${domain}/`,
      host: `api.${domain}`,
      domain,
      createdAt: at,
      startedAt: status === 'queued' ? null : at,
      finishedAt: ended ? at : null,
      heartbeatAt: status === 'running' ? new Date() : null,
      attempts: status === 'queued' ? 0 : 1,
      outcome: status === 'done' ? (d7 === null ? 'no-api' : 'scored') : null,
      ...(status === 'failed' && {
        errorCode: 'time-limit',
        errorMessage: 'The scan took longer than it may and was stopped.',
      }),
      tier: d7 === null ? null : (tierFloors.find(({ floor }) => d7 >= floor)?.tier ?? null),
      methodology: '2026-11',
      provisional: false,
      requests: 40,
      durationMs: 4000,
      ...(journey && {
        journey: [
          { step: 'find', status: 'ok', wall: null },
          { step: 'get-token', status: 'blocked', wall: 'login page' },
        ],
      }),
      flows: {
        create: flows.map((flowId) => ({ flowId, offered: 'yes', verdict: 'agent-friendly', confidence: 'observed' })),
      },
      antiPatterns: {
        create: traps.map((antiPatternId) => ({ antiPatternId, status: 'present', confidence: 'observed' })),
      },
    },
    select: { id: true },
  });
  return id;
}

/** Stores many scans at once, spread over `sites` sites called `site-1.com` and so on, with reports too long to lie in the row itself. */
export async function seedScans(scans: number, sites: number): Promise<void> {
  await db()
    .$executeRaw`INSERT INTO site (id, domain) SELECT gen_random_uuid(), 'site-' || n || '.com' FROM generate_series(1, ${sites}::int) n ON CONFLICT DO NOTHING`;
  await db().$executeRaw`
    INSERT INTO scan (id, site_id, status, input, target_url, host, domain, created_at, started_at, finished_at, attempts, outcome, engine_version, methodology, d7, tier, provisional, requests, duration_ms, journey, report)
    SELECT gen_random_uuid(), site.id, 'done', site.domain, 'https://api.' || site.domain || '/', 'api.' || site.domain, site.domain, t, t, t, 1, 'scored', '0.1.0', '2026-11', s.d7,
      CASE WHEN s.d7 >= 90 THEN 'platinum' WHEN s.d7 >= 75 THEN 'gold' WHEN s.d7 >= 60 THEN 'silver' WHEN s.d7 >= 40 THEN 'bronze' ELSE 'not ready' END, false, 40, 3000 + n % 7000,
      '[{"step":"find","status":"ok","wall":null},{"step":"understand","status":"ok","wall":null},{"step":"get-credential","status":"ok","wall":null},{"step":"get-token","status":"blocked","wall":"login page"},{"step":"call","status":"unknown","wall":null}]'::jsonb,
      jsonb_build_object('text', (SELECT string_agg(md5(n::text || i::text), '') FROM generate_series(1, 120) i))
    FROM generate_series(1, ${scans}::int) n
      JOIN site ON site.domain = 'site-' || (1 + n * 7919 % ${sites}::int) || '.com',
      LATERAL (SELECT (n * 48271 % 101)::int AS d7, now() - make_interval(mins => n * 13 % 100000, secs => n % 60) AS t) s`;
  await db().$executeRaw`
    INSERT INTO flow_result (scan_id, flow_id, offered, verdict, confidence)
    SELECT id, f, CASE WHEN (d7 + length(f)) % 3 = 0 THEN 'yes' ELSE 'unknown' END, 'agent-friendly', 'declared'
    FROM scan, unnest(ARRAY['client_credentials', 'authorization_code_pkce', 'device_code', 'implicit', 'password', 'refresh_token']) f WHERE domain LIKE 'site-%' ON CONFLICT DO NOTHING`;
  await db().$executeRaw`
    INSERT INTO anti_pattern_result (scan_id, anti_pattern_id, status, confidence)
    SELECT id, a, CASE WHEN (d7 + length(a)) % 5 = 0 THEN 'present' ELSE 'absent' END, 'declared'
    FROM scan, unnest(ARRAY['browser-only-oauth', 'captcha-before-token', 'session-cookie-only', 'manual-key-approval', 'token-rotation-without-refresh']) a WHERE domain LIKE 'site-%' ON CONFLICT DO NOTHING`;
  await db().$executeRaw`ANALYZE`;
}
