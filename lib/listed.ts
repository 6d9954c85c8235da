/**
 * What strangers are shown about listed reports without reading a whole one: the badge, the site map, the examples on the home page, what
 * changed since the last scan. A report that is not listed appears in none of them.
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import type { ScanGetPayload } from './db/generated/models/Scan.ts';
import { db, type Prisma } from './db/index.ts';
import { storableText } from './db/json.ts';
import { reaching } from './db/unavailable.ts';
import type { Judged } from './compare.ts';
import { isReserved } from './scan/http/url-guard.ts';
import { journeySteps, outcomes, tiers, type Outcome, type Report, type Tier } from './scan/report/schema.ts';

/** Whether a domain is a name of the public internet, not an address, a bare name or one that is reserved: nobody else could check those. */
export function isPublicName(domain: string): boolean {
  return domain.includes('.') && !domain.startsWith('[') && isIP(domain) === 0 && !isReserved(domain);
}

/** A report in one line. */
export interface ReportHead {
  id: string;
  domain: string;
  targetUrl: string;
  unlisted: boolean;
  outcome: Outcome | null;
  d7: number | null;
  tier: Tier | null;
  provisional: boolean;
  finishedAt: Date;
  /** The five steps without their sentences. */
  journey: Report['journey'];
}

const headFields = { id: true, domain: true, targetUrl: true, unlisted: true, outcome: true, d7: true, tier: true, provisional: true, createdAt: true, finishedAt: true, journey: true } as const;

const journeyParts = z.array(z.object({ step: z.enum(journeySteps), status: z.enum(['ok', 'blocked', 'unknown']), wall: z.string().nullable() })).catch([]);
const outcome = z.enum(outcomes).nullable().catch(null);
const tier = z.enum(tiers).nullable().catch(null);

type HeadRow = ScanGetPayload<{ select: typeof headFields }>;

function headOf(row: HeadRow): ReportHead {
  return {
    id: row.id,
    domain: row.domain,
    targetUrl: row.targetUrl,
    unlisted: row.unlisted,
    outcome: outcome.parse(row.outcome),
    d7: row.d7,
    tier: tier.parse(row.tier),
    provisional: row.provisional ?? false,
    finishedAt: row.finishedAt ?? row.createdAt,
    journey: journeyParts.parse(row.journey).map((part) => ({ ...part, summary: '', evidence: [] })),
  };
}

const listed = { status: 'done', unlisted: false, mode: 'public' } as const satisfies Prisma.ScanWhereInput;

/** Questions that the database is answering right now: a crowd that asks the same thing at once asks it once. */
const asking = new Map<string, Promise<ReportHead | null>>();

function asked(key: string, find: () => Promise<HeadRow | null>): Promise<ReportHead | null> {
  const known = asking.get(key);
  if (known) return known;
  const answer = reaching(find)
    .then((row) => row && headOf(row))
    .finally(() => asking.delete(key));
  asking.set(key, answer);
  return answer;
}

/** The newest listed report of a domain, or null; any text may be asked for. @throws {ServiceUnavailable} */
export function latestHead(domain: string): Promise<ReportHead | null> {
  const name = storableText(domain.toLowerCase());
  return asked(`domain ${name}`, () => db().scan.findFirst({ where: { domain: name, ...listed }, orderBy: { finishedAt: 'desc' }, select: headFields }));
}

/** One finished scan's report, listed or not; null when there is none. @throws {ServiceUnavailable} */
export async function headById(id: string): Promise<ReportHead | null> {
  return z.uuid().safeParse(id).success ? asked(`scan ${id}`, () => db().scan.findFirst({ where: { id, status: 'done' }, select: headFields })) : null;
}

/** Domains with a listed report and the time of the newest, newest first; those that the operator hides are left out. @throws {ServiceUnavailable} */
export async function listedDomains(limit: number): Promise<{ domain: string; finishedAt: Date }[]> {
  const rows = await reaching(
    () => db().$queryRaw<{ domain: string; finished_at: Date }[]>`
      SELECT scan.domain, max(scan.finished_at) AS finished_at FROM scan JOIN site ON site.id = scan.site_id
      WHERE scan.status = 'done' AND NOT scan.unlisted AND scan.mode = 'public' AND scan.finished_at IS NOT NULL AND NOT site.hidden
      GROUP BY scan.domain ORDER BY 2 DESC LIMIT ${limit}`,
  );
  return rows.filter(({ domain }) => isPublicName(domain)).map(({ domain, finished_at: finishedAt }) => ({ domain, finishedAt }));
}

/** Among how many of the newest reports examples are looked for. */
const recent = 60;

/**
 * Up to three recent listed reports that show different ends of the walk: the best, the worst, and one between. Each domain once, hidden
 * ones never. `everyName`: also addresses and reserved names, for a site that scans its own network. @throws {ServiceUnavailable}
 */
export async function exampleReports(everyName: boolean): Promise<ReportHead[]> {
  const rows = await reaching(() => db().scan.findMany({ where: { ...listed, d7: { not: null }, site: { hidden: false } }, orderBy: { finishedAt: 'desc' }, take: recent, select: headFields }));
  const newest = rows.map(headOf).filter(({ domain }, index, all) => (everyName || isPublicName(domain)) && all.findIndex((other) => other.domain === domain) === index);
  const ranked = newest.toSorted((a, b) => (b.d7 ?? 0) - (a.d7 ?? 0));
  const picked = ranked.length <= 3 ? ranked : [ranked[0], ranked[ranked.length >> 1], ranked.at(-1)];
  return picked.flatMap((head) => head ?? []);
}

/** What is compared of a scan, from its result rows, and when it ended. */
export type JudgedScan = Judged & { id: string; finishedAt: Date };

/** The listed scan of the same address that was finished last before `before`, or null. @throws {ServiceUnavailable} */
export async function previousScan({ domain, targetUrl, finishedAt }: Pick<ReportHead, 'domain' | 'targetUrl' | 'finishedAt'>): Promise<JudgedScan | null> {
  const row = await reaching(() =>
    db().scan.findFirst({
      where: { domain, targetUrl, ...listed, finishedAt: { lt: finishedAt } },
      orderBy: { finishedAt: 'desc' },
      select: { id: true, finishedAt: true, createdAt: true, outcome: true, methodology: true, d7: true, signals: true, flows: true, antiPatterns: true },
    }),
  );
  if (!row) return null;
  return {
    id: row.id,
    finishedAt: row.finishedAt ?? row.createdAt,
    outcome: row.outcome ?? '',
    methodology: row.methodology ?? '',
    d7: row.d7,
    signals: row.signals.map(({ signalId: id, status }) => ({ id, status })),
    flows: row.flows.map(({ flowId: id, offered }) => ({ id, offered })),
    antiPatterns: row.antiPatterns.map(({ antiPatternId: id, status }) => ({ id, status })),
  };
}
