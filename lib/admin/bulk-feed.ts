/** Asks for the scans of operators' lists, so many of each list at once as it may have. Any number of workers may do so: the table says who asks for what. */
import { db, type Prisma } from '../db/index.ts';
import { storableText } from '../db/json.ts';
import { LimitReached } from '../limits/reached.ts';
import { ScanError } from '../scan/errors.ts';
import { requestScan } from '../scans.ts';
import { settings } from '../settings.ts';

/** Seconds after which a line is asked for again that was put off, or whose worker has died over it. */
const againS = 10;
/** The part of the line that lists leave to visitors. */
const forVisitors = 0.5;

interface Taken {
  runId: string;
  line: number;
  input: string;
  unlisted: boolean;
}

/** Lines of one list that may be asked for now, marked as taken: by one worker at a time, so that a list never has more under way than it may. */
function take(runId: string): Promise<Taken[]> {
  return db().$transaction(async (tx) => {
    const [run] = await tx.$queryRaw<{ atOnce: number; unlisted: boolean }[]>`
      SELECT at_once AS "atOnce", unlisted FROM bulk_run WHERE id = ${runId}::uuid AND NOT paused FOR UPDATE SKIP LOCKED`;
    if (!run) return [];
    const [now] = await tx.$queryRaw<{ underWay: number }[]>`
      SELECT count(*)::int AS "underWay" FROM bulk_item item LEFT JOIN scan ON scan.id = scan_id
      WHERE run_id = ${runId}::uuid AND (scan.status IN ('queued', 'running') OR item.status = 'taken' AND taken_at > now() - make_interval(secs => ${againS}))`;
    const free = run.atOnce - (now?.underWay ?? 0);
    if (free <= 0) return [];
    const rows = await tx.$queryRaw<{ line: number; input: string }[]>`
      UPDATE bulk_item SET status = 'taken', taken_at = now() WHERE run_id = ${runId}::uuid AND line IN (
        SELECT line FROM bulk_item WHERE run_id = ${runId}::uuid AND status IN ('waiting', 'taken')
          AND (taken_at IS NULL OR taken_at NOT BETWEEN now() - make_interval(secs => ${againS}) AND now() + interval '1 second')
        ORDER BY taken_at NULLS FIRST, line LIMIT ${free})
      RETURNING line, input`;
    return rows.toSorted((a, b) => a.line - b.line).map((row) => ({ ...row, runId, unlisted: run.unlisted }));
  });
}

/** Asks for one line's scan, as the operator. What cannot be scanned is noted with the reason; what must wait is put off. */
async function ask({ runId, line, input, unlisted }: Taken): Promise<void> {
  const note = (data: Prisma.BulkItemUncheckedUpdateManyInput) =>
    db().bulkItem.updateMany({ where: { runId, line, status: 'taken' }, data });
  try {
    const { scan } = await requestScan(input, { unlisted });
    await note({ status: 'asked', scanId: scan.id, problem: null });
  } catch (error) {
    if (error instanceof ScanError) await note({ status: 'refused', problem: storableText(error.message) });
    else if (error instanceof LimitReached) await note({ status: 'waiting' });
    else throw error;
  }
}

/** Asks for what may be asked for now, list by list; returns how many scans that were. */
export async function feedBulk(): Promise<number> {
  const open = await db().bulkRun.findMany({
    where: { paused: false, items: { some: { status: { in: ['waiting', 'taken'] } } } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  let asked = 0;
  for (const { id } of open) {
    const waiting = await db().scan.count({ where: { status: 'queued' } });
    if (waiting >= settings().queueLimit * (1 - forVisitors)) break;
    for (const line of await take(id)) {
      await ask(line);
      asked += 1;
    }
  }
  return asked;
}
