/** Lists of addresses that an operator has scanned: rows that outlive every process, worked off a few at once by workers (bulk-feed.ts). */
import { z } from 'zod';
import { readNames } from '../cli/bulk/names.ts';
import { db, Prisma } from '../db/index.ts';
import { storableText } from '../db/json.ts';
import { counted } from '../scan/counted.ts';
import { parseTarget } from '../scan/target/index.ts';
import { settings } from '../settings.ts';
import { audit, type AuditAction } from './audit.ts';

/** Addresses of one list, lists that are under way at once, and scans of one list that may wait or run at once. */
export const bulkLimits = { addresses: 5000, lists: 5, atOnce: 16 } as const;
const longestName = 80;
const longestLine = 300;

export interface BulkForm {
  name: string;
  /** One address a line, or a table whose first column holds them. */
  text: string;
  atOnce: number;
  unlisted: boolean;
}

/** Begins to work off a list. Resolves to its id, or to the sentence that says what to put right. */
export async function startBulk(form: BulkForm, actor: string): Promise<{ id: string } | { problem: string }> {
  const { scanAllowNets } = settings();
  const { entries, bad, repeated } = readNames(form.text, (input) => parseTarget(input, { allowNets: scanAllowNets }));
  if (entries.length === 0)
    return {
      problem:
        bad[0] === undefined
          ? 'The list is empty: enter one address a line.'
          : `No line is an address. Line ${bad[0].line}: ${bad[0].problem}`,
    };
  if (entries.length + bad.length > bulkLimits.addresses)
    return {
      problem: `These are ${(entries.length + bad.length).toLocaleString('en')} lines; a list may have ${bulkLimits.addresses.toLocaleString('en')}. Split it.`,
    };
  const lines = form.text.split(/\r\n?|\n/);
  const written = (line: number) => storableText(lines[line - 1] ?? '').slice(0, longestLine);
  const items = [
    ...entries.map(({ line, target }) => ({ line, input: target.url, status: 'waiting' as const, problem: null })),
    ...bad.map(({ line, problem }) => ({
      line,
      input: written(line),
      status: 'refused' as const,
      problem,
    })),
    ...repeated.map(({ line, first }) => ({
      line,
      input: written(line),
      status: 'refused' as const,
      problem: `Line ${first} names the same address.`,
    })),
  ];
  const name =
    storableText(form.name).replace(/\s+/g, ' ').trim().slice(0, longestName) ||
    `${counted(items.length, 'line')} from ${new URL(entries[0]?.target.url ?? '').host} on`;
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('bulk', 0))`;
    const underWay = await tx.bulkRun.count({ where: { items: { some: { status: { in: ['waiting', 'taken'] } } } } });
    if (underWay >= bulkLimits.lists)
      return { problem: `${underWay} lists are under way, which is as many as may. Wait for one, or delete one.` };
    const atOnce = Math.min(bulkLimits.atOnce, Math.max(1, Math.trunc(form.atOnce)));
    const { id } = await tx.bulkRun.create({
      data: { name, createdBy: actor, atOnce, unlisted: form.unlisted },
      select: { id: true },
    });
    await tx.bulkItem.createMany({ data: items.map((item) => ({ ...item, runId: id })) });
    await audit(actor, 'bulk.start', name, { addresses: entries.length, refused: bad.length }, tx);
    return { id };
  });
}

/** How far a list is. `scored`, `unscored` and `failed` are over; `gone`: the scan was deleted since. */
export interface BulkProgress {
  total: number;
  waiting: number;
  underWay: number;
  scored: number;
  unscored: number;
  failed: number;
  refused: number;
  gone: number;
}

export interface BulkRunRow extends BulkProgress {
  id: string;
  name: string;
  createdBy: string;
  createdAt: Date;
  atOnce: number;
  unlisted: boolean;
  paused: boolean;
  /** The last end of a scan of it. */
  lastEnd: Date | null;
}

const mostShown = 50;

async function runs(where: Prisma.Sql): Promise<BulkRunRow[]> {
  return db().$queryRaw<BulkRunRow[]>`
    SELECT run.id::text, run.name, run.created_by AS "createdBy", run.created_at AS "createdAt", run.at_once AS "atOnce", run.unlisted, run.paused,
      count(*)::int AS total,
      count(*) FILTER (WHERE item.status IN ('waiting', 'taken'))::int AS waiting,
      count(*) FILTER (WHERE scan.status IN ('queued', 'running'))::int AS "underWay",
      count(*) FILTER (WHERE scan.status = 'done' AND scan.d7 IS NOT NULL)::int AS scored,
      count(*) FILTER (WHERE scan.status = 'done' AND scan.d7 IS NULL)::int AS unscored,
      count(*) FILTER (WHERE scan.status = 'failed')::int AS failed,
      count(*) FILTER (WHERE item.status = 'refused')::int AS refused,
      count(*) FILTER (WHERE item.status = 'asked' AND item.scan_id IS NULL)::int AS gone,
      max(scan.finished_at) AS "lastEnd"
    FROM bulk_run run JOIN bulk_item item ON item.run_id = run.id LEFT JOIN scan ON scan.id = item.scan_id
    WHERE ${where} GROUP BY run.id ORDER BY run.created_at DESC LIMIT ${mostShown}`;
}

/** The newest lists. */
export const bulkRuns = (): Promise<BulkRunRow[]> => runs(Prisma.sql`true`);

/** One list, or null. */
export async function bulkRun(id: string): Promise<BulkRunRow | null> {
  return z.uuid().safeParse(id).success ? ((await runs(Prisma.sql`run.id = ${id}::uuid`))[0] ?? null) : null;
}

/** One line of a list with what came of it. */
export interface BulkLine {
  line: number;
  input: string;
  /** `waiting`, `queued`, `running`, `done`, `failed`, `refused` or `gone`. */
  status: string;
  /** Why there is no report. */
  problem: string | null;
  scanId: string | null;
  domain: string | null;
  outcome: string | null;
  answer: string | null;
  sentence: string | null;
  score: number | null;
  tier: string | null;
  provisional: boolean | null;
  /** Ids of the flows that are offered, and of the anti-patterns that are present. */
  flows: string[];
  antiPatterns: string[];
  requests: number | null;
  durationMs: number | null;
  methodology: string | null;
  finishedAt: Date | null;
}

/** The lines after `after`, at most `limit`, in the order of the list. */
export function bulkLines(
  id: string,
  { after = 0, limit, skip = 0 }: { after?: number; limit: number; skip?: number },
): Promise<BulkLine[]> {
  return db().$queryRaw<BulkLine[]>`
    SELECT item.line, item.input, item.problem,
      CASE WHEN item.status = 'taken' THEN 'waiting' WHEN item.status <> 'asked' THEN item.status::text ELSE coalesce(scan.status::text, 'gone') END AS status,
      scan.id::text AS "scanId", scan.domain, scan.outcome, scan.answer, scan.report #>> '{verdict,sentence}' AS sentence, scan.d7 AS score, scan.tier, scan.provisional,
      ARRAY(SELECT flow_id FROM flow_result WHERE scan_id = scan.id AND offered = 'yes' ORDER BY 1) AS flows,
      ARRAY(SELECT anti_pattern_id FROM anti_pattern_result WHERE scan_id = scan.id AND status = 'present' ORDER BY 1) AS "antiPatterns",
      scan.requests, scan.duration_ms AS "durationMs", scan.methodology, scan.finished_at AS "finishedAt"
    FROM (SELECT * FROM bulk_item WHERE run_id = ${id}::uuid AND line > ${after} ORDER BY line LIMIT ${limit} OFFSET ${skip}) item
      LEFT JOIN scan ON scan.id = item.scan_id
    ORDER BY item.line`.then((rows) =>
    rows.map((row) => ({
      ...row,
      problem: row.problem ?? (row.status === 'gone' ? 'The scan has been deleted.' : null),
    })),
  );
}

/** What an operator may do to a list. */
export const bulkDeeds = ['pause', 'resume', 'delete'] as const;
export type BulkDeed = (typeof bulkDeeds)[number];

/** Pauses a list, goes on with it, or deletes it; scans that it has stay. False: no such list. */
export function changeBulk(id: string, deed: BulkDeed, actor: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const run = await tx.bulkRun.findUnique({ where: { id }, select: { name: true } });
    if (!run) return false;
    if (deed === 'delete') await tx.bulkRun.delete({ where: { id } });
    else await tx.bulkRun.update({ where: { id }, data: { paused: deed === 'pause' } });
    await audit(actor, `bulk.${deed}` satisfies AuditAction, run.name, undefined, tx);
    return true;
  });
}

/** Forgets lists that are worked off and older than so many days, as old scans are. Returns how many. */
export function pruneBulk(keepDays: number): Promise<number> {
  return db().$executeRaw`
    DELETE FROM bulk_run WHERE created_at < now() - make_interval(days => ${keepDays})
      AND NOT EXISTS (SELECT FROM bulk_item WHERE run_id = bulk_run.id AND status IN ('waiting', 'taken'))`;
}
