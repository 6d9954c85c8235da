/** Numbers of the day, and of the days before, for the operator: how much is scanned, how it ends, how long it takes. */
import { db } from '../db/index.ts';

/** Medians are of at least so many scans: of fewer, one odd scan would be the figure. */
export const enoughForMedian = 5;

export interface DayRow {
  /** UTC, such as 2026-11-23. */
  day: string;
  asked: number;
  done: number;
  failed: number;
  /** Scans that are done and have a score. */
  scored: number;
  /** Medians over the scans that are done, that of the score over those that have one; null where there are fewer than `enoughForMedian`. */
  medianMs: number | null;
  medianWaitMs: number | null;
  medianRequests: number | null;
  medianScore: number | null;
}

/** The last `days` days, today first, also those without a scan. */
export async function dailyNumbers(days: number): Promise<DayRow[]> {
  const rows = await db().$queryRaw<DayRow[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, count(scan.id)::int AS asked,
      count(*) FILTER (WHERE status = 'done')::int AS done, count(*) FILTER (WHERE status = 'failed')::int AS failed,
      count(*) FILTER (WHERE status = 'done' AND d7 IS NOT NULL)::int AS scored,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE status = 'done') AS "medianMs",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM started_at - created_at)::float8 * 1000) FILTER (WHERE status = 'done') AS "medianWaitMs",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY requests) FILTER (WHERE status = 'done') AS "medianRequests",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY d7) FILTER (WHERE status = 'done') AS "medianScore"
    FROM generate_series(date_trunc('day', now() AT TIME ZONE 'UTC') - make_interval(days => ${days - 1}::int), date_trunc('day', now() AT TIME ZONE 'UTC'), interval '1 day') day
      LEFT JOIN scan ON scan.created_at >= day AT TIME ZONE 'UTC' AND scan.created_at < (day + interval '1 day') AT TIME ZONE 'UTC'
    GROUP BY day ORDER BY day DESC`;
  return rows.map((row) => ({
    ...row,
    ...(row.done < enoughForMedian && { medianMs: null, medianWaitMs: null, medianRequests: null }),
    ...(row.scored < enoughForMedian && { medianScore: null }),
  }));
}

export interface Totals {
  sites: number;
  scans: number;
  unlisted: number;
  hidden: number;
  /** Bytes that scans, steps and results take on disk. */
  bytes: number;
}

/** What is stored in all. */
export async function totals(): Promise<Totals> {
  const [sites, scans, unlisted, hidden, size] = await Promise.all([
    db().site.count(),
    db().scan.count(),
    db().scan.count({ where: { unlisted: true } }),
    db().site.count({ where: { hidden: true } }),
    db().$queryRaw<{ bytes: bigint }[]>`
      SELECT (pg_total_relation_size('scan') + pg_total_relation_size('scan_event') + pg_total_relation_size('score_result') + pg_total_relation_size('signal_result') + pg_total_relation_size('flow_result') + pg_total_relation_size('anti_pattern_result'))::bigint AS bytes`,
  ]);
  return { sites, scans, unlisted, hidden, bytes: Number(size[0]?.bytes ?? 0) };
}

/** How the scans of the last 24 hours ended that ended without a score: outcome or error code, and how often; most frequent first. */
export async function recentTroubles(): Promise<{ what: string; count: number }[]> {
  return db().$queryRaw<{ what: string; count: number }[]>`
    SELECT coalesce(CASE WHEN status = 'failed' THEN error_code ELSE outcome END, 'unknown') AS what, count(*)::int AS count
    FROM scan WHERE finished_at > now() - interval '24 hours' AND (status = 'failed' OR outcome <> 'scored')
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`;
}
