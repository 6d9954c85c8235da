/**
 * The leaderboard: each site's scan that stands for it (lib/db/faces.ts), where that has a score and was made from outside: a verified one shows more, so
 * ranks would not be of one measure. Ranks are counted over the sites that the public may see, once, before any
 * filter; equal scores share a rank and the next rank skips (1, 1, 3).
 */
import { faces } from '../db/faces.ts';
import { db, Prisma } from '../db/index.ts';
import { storedJourney } from '../listed.ts';
import { reservedSuffixes } from '../scan/http/url-guard.ts';
import type { AnswerId } from '../scan/vocabulary.ts';
import type { AntiPatternId, Report, Tier } from '../scan/schema/report.ts';
import type { GrantId } from '../scan/types.ts';
import { orderOf, type LeaderboardQuery, type Sort } from './leaderboard-query.ts';

/** Most rows that one export holds. */
export const exportLimit = 10_000;

export interface Standing {
  /** Null for a site that the public does not see: hidden, or no public name. */
  rank: number | null;
  siteId: string;
  domain: string;
  hidden: boolean;
  pinned: boolean;
  industry: string | null;
  /** Whether the domain is a name of the public internet, not an address or a reserved name. */
  publicName: boolean;
  scanId: string;
  targetUrl: string;
  answer: AnswerId | null;
  d7: number;
  tier: Tier | null;
  provisional: boolean;
  methodology: string | null;
  finishedAt: Date | null;
  durationMs: number | null;
  requests: number | null;
  journey: Report['journey'];
  /** Flows that are offered. */
  flows: GrantId[];
  /** Anti-patterns that are present. */
  traps: AntiPatternId[];
}

interface Row extends Omit<Standing, 'rank' | 'journey'> {
  rank: bigint | null;
  journey: unknown;
  total: bigint;
}

/** `%` and `_` mean themselves in what a reader typed. */
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

// Addresses, names without a dot, and what RFC 6761 and ICANN keep out of the public DNS: nobody else could check such a report.
const publicName = Prisma.sql`(site.domain ~ '^[^:\[]*[.][^.:0-9][^.:]*$' AND NOT (regexp_replace(site.domain, '^.*[.]', '') = ANY (${[...reservedSuffixes]})))`;

function conditions(query: LeaderboardQuery): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (query.tier) parts.push(Prisma.sql`tier = ${query.tier}`);
  if (query.flow)
    parts.push(
      Prisma.sql`EXISTS (SELECT 1 FROM flow_result f WHERE f.scan_id = ranked.scan_id AND f.flow_id = ${query.flow} AND f.offered = 'yes')`,
    );
  if (query.trap === 'none')
    parts.push(
      Prisma.sql`NOT EXISTS (SELECT 1 FROM anti_pattern_result a WHERE a.scan_id = ranked.scan_id AND a.status = 'present')`,
    );
  else if (query.trap)
    parts.push(
      Prisma.sql`EXISTS (SELECT 1 FROM anti_pattern_result a WHERE a.scan_id = ranked.scan_id AND a.anti_pattern_id = ${query.trap} AND a.status = 'present')`,
    );
  if (query.from) parts.push(Prisma.sql`finished_at >= ${new Date(`${query.from}T00:00:00Z`)}`);
  if (query.to) parts.push(Prisma.sql`finished_at < ${new Date(Date.parse(`${query.to}T00:00:00Z`) + 86_400_000)}`);
  if (query.text)
    parts.push(
      Prisma.sql`(domain ILIKE ${like(query.text)} OR target_url ILIKE ${like(query.text)} OR industry ILIKE ${like(query.text)})`,
    );
  if (query.industry) parts.push(Prisma.sql`industry = ${query.industry}`);
  if (query.show === 'listed') parts.push(Prisma.sql`rank IS NOT NULL`);
  if (query.show === 'hidden') parts.push(Prisma.sql`hidden`);
  if (query.show === 'pinned') parts.push(Prisma.sql`pinned`);
  return Prisma.join(parts, ' AND ');
}

const columns: Record<Sort, Prisma.Sql> = {
  score: Prisma.sql`d7`,
  newest: Prisma.sql`finished_at`,
  domain: Prisma.sql`domain`,
  duration: Prisma.sql`duration_ms`,
};

function ordering(query: LeaderboardQuery): Prisma.Sql {
  const direction = orderOf(query) === 'asc' ? Prisma.sql`ASC NULLS LAST` : Prisma.sql`DESC NULLS LAST`;
  // Among equals the alphabet decides: neither age nor luck.
  return Prisma.sql`pinned DESC, ${columns[query.sort]} ${direction}, domain ASC`;
}

/** One page of the leaderboard, and how many sites match in all. Pinned sites come first; their rank stays what it is. */
export async function leaderboard(
  query: LeaderboardQuery,
  perPage: number,
): Promise<{ rows: Standing[]; total: number }> {
  const rows = await db().$queryRaw<Row[]>`
    WITH latest AS (
      SELECT scan.id, site_id, target_url, answer, d7, tier, provisional, methodology, scan.finished_at, duration_ms, requests
      FROM (${faces(Prisma.sql`d7 IS NOT NULL AND mode = 'public'`)}) face JOIN scan USING (id)
    ), named AS (
      SELECT latest.id AS scan_id, latest.*, site.domain, site.hidden, site.pinned, site.industry, ${publicName} AS public_name
      FROM latest JOIN site ON site.id = latest.site_id
    ), ranked AS (
      SELECT named.*, CASE WHEN public_name AND NOT hidden THEN rank() OVER (PARTITION BY public_name AND NOT hidden ORDER BY d7 DESC) END AS rank FROM named
    ), page AS (
      SELECT *, count(*) OVER () AS total FROM ranked WHERE ${conditions(query)} ORDER BY ${ordering(query)} LIMIT ${perPage} OFFSET ${(query.page - 1) * perPage}
    )
    SELECT rank, site_id::text AS "siteId", domain, hidden, pinned, industry, public_name AS "publicName", scan_id::text AS "scanId", target_url AS "targetUrl",
      answer, d7, tier, provisional, methodology, finished_at AS "finishedAt", duration_ms AS "durationMs", requests, total,
      (SELECT journey FROM scan WHERE scan.id = page.scan_id) AS journey,
      ARRAY(SELECT flow_id FROM flow_result f WHERE f.scan_id = page.scan_id AND f.offered = 'yes' ORDER BY flow_id) AS flows,
      ARRAY(SELECT anti_pattern_id FROM anti_pattern_result a WHERE a.scan_id = page.scan_id AND a.status = 'present' ORDER BY anti_pattern_id) AS traps
    FROM page ORDER BY ${ordering(query)}`;
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map(({ total: _total, rank, journey, ...row }) => ({
      ...row,
      rank: rank === null ? null : Number(rank),
      journey: storedJourney(journey),
    })),
  };
}

/** What the public sees: only sites that have a rank, whatever was asked for. */
export function publicLeaderboard(
  query: LeaderboardQuery,
  perPage: number,
): Promise<{ rows: Standing[]; total: number }> {
  return leaderboard({ ...query, show: 'listed' }, perPage);
}

/** Industries in use, by name; `listed`: without those of hidden sites only. */
export async function industries({ listed = false } = {}): Promise<string[]> {
  const rows = await db().site.findMany({
    where: { industry: { not: null }, ...(listed && { hidden: false }) },
    distinct: ['industry'],
    orderBy: { industry: 'asc' },
    take: 200,
    select: { industry: true },
  });
  return rows.flatMap(({ industry }) => (industry === null ? [] : [industry]));
}
