/** Forgetting old scans, so that the database does not grow for ever. */
import { db } from './index.ts';

/** Which scans are kept. */
export interface Retention {
  /** Reports of each host that are kept however old they are, the newest; those with a score, and listed ones, counted apart. */
  keepReports: number;
  /** Days for which every report and every failure is kept. */
  keepDays: number;
}

/** Days for which the steps of a finished scan are kept: its page replays them only while it is fresh. */
const STEP_DAYS = 2;
/** Rows of one statement, so that none holds its locks for long. */
const BATCH = 200;

/**
 * Deletes up to 200 scans that are both old and not among their host's newest, and the steps of as many scans that ended days ago.
 * Returns how many; when one of them is 200 there may be more. Runs once at a time over all workers: another one's call returns zeros.
 */
export async function prune({ keepReports, keepDays }: Retention): Promise<{ scans: number; walks: number }> {
  return db().$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<
      { taken: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtextextended('prune', 0)) AS taken`;
    if (!lock?.taken) return { scans: 0, walks: 0 };
    const scans = await tx.$executeRaw`
      DELETE FROM scan WHERE id IN (
        SELECT id FROM (
          SELECT id, status, finished_at, row_number() OVER (
            PARTITION BY split_part(target_url, '/', 3), unlisted, status, d7 IS NULL ORDER BY finished_at DESC) AS place
          FROM scan WHERE status IN ('done', 'failed')
        ) AS ranked
        WHERE finished_at < now() - make_interval(days => ${keepDays}) AND (status = 'failed' OR place > ${keepReports})
        LIMIT ${BATCH})`;
    const walks = await tx.$queryRaw<unknown[]>`
      WITH old AS (
        SELECT id FROM scan WHERE status IN ('done', 'failed') AND finished_at < now() - make_interval(days => ${STEP_DAYS})
          AND EXISTS (SELECT FROM scan_event WHERE scan_id = scan.id)
        LIMIT ${BATCH}
      ), gone AS (DELETE FROM scan_event WHERE scan_id IN (SELECT id FROM old))
      SELECT id FROM old`;
    return { scans, walks: walks.length };
  });
}
