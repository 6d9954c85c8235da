/**
 * What strangers are shown about listed reports without reading a whole one: the badge, the site map, the examples on the home page, what
 * changed since the last scan. A report that is not listed appears in none of them.
 */
import { z } from 'zod';
import type { ScanGetPayload } from './db/generated/models/Scan.ts';
import {
  choiceHolds,
  faceId,
  faces,
  isAddress,
  listed,
  neighboursOf,
  subjectNamed,
  type Neighbour,
  type Subject,
} from './db/faces.ts';
import { db, Prisma } from './db/index.ts';
import { reaching } from './db/unavailable.ts';
import { disputeMarks, type DisputeMark } from './admin/disputes.ts';
import type { Judged } from './compare.ts';
import { isReserved } from './scan/http/url-guard.ts';
import { journeySteps, outcomes, tiers, type Outcome, type Report, type Tier } from './scan/schema/report.ts';
import { answerIds, type AnswerId } from './scan/vocabulary.ts';

/** Whether a domain is a name of the public internet, not an address, a bare name or one that is reserved: nobody else could check those. */
export function isPublicName(domain: string): boolean {
  return domain.includes('.') && !isAddress(domain) && !isReserved(domain);
}

/** A report in one line. */
export interface ReportHead {
  id: string;
  domain: string;
  targetUrl: string;
  /** `verified`: done with its owner's own client. */
  mode: string;
  unlisted: boolean;
  outcome: Outcome | null;
  /** The answer in one word; null for reports of methodology 2026-11. */
  answer: AnswerId | null;
  d7: number | null;
  tier: Tier | null;
  provisional: boolean;
  finishedAt: Date;
  /** The five steps without their sentences. */
  journey: Report['journey'];
}

/** The head of one report, with what may change about it. */
export interface FullHead extends ReportHead {
  /** What readers say is wrong. */
  disputes: DisputeMark[];
  /** Its owner has chosen it for the name that was asked for. */
  chosen: boolean;
  /** No other scan of its domain is listed, as with most. */
  alone: boolean;
}

const headFields = {
  id: true,
  domain: true,
  targetUrl: true,
  mode: true,
  unlisted: true,
  outcome: true,
  answer: true,
  d7: true,
  tier: true,
  provisional: true,
  createdAt: true,
  finishedAt: true,
  journey: true,
} as const;

const journeyParts = z
  .array(
    z.object({ step: z.enum(journeySteps), status: z.enum(['ok', 'blocked', 'unknown']), wall: z.string().nullable() }),
  )
  .catch([]);
/** The steps of a stored walk without their sentences; what was stored before walks were has none. */
export const storedJourney = (row: unknown): Report['journey'] =>
  journeyParts.parse(row).map((part) => ({ ...part, summary: '', evidence: [] }));
const outcome = z.enum(outcomes).nullable().catch(null);
const tier = z.enum(tiers).nullable().catch(null);
const answer = z.enum(answerIds).nullable().catch(null);

/** What lists need to say of a stored scan how it ended. */
export const endOf = (row: {
  outcome: string | null;
  answer: string | null;
  d7: number | null;
  tier: string | null;
  journey: unknown;
}) => ({
  outcome: outcome.parse(row.outcome),
  answer: answer.parse(row.answer),
  d7: row.d7,
  tier: tier.parse(row.tier),
  journey: storedJourney(row.journey),
});

type HeadRow = ScanGetPayload<{ select: typeof headFields }>;

function headOf(row: HeadRow): ReportHead {
  return {
    id: row.id,
    domain: row.domain,
    targetUrl: row.targetUrl,
    mode: row.mode,
    unlisted: row.unlisted,
    ...endOf(row),
    provisional: row.provisional ?? false,
    finishedAt: row.finishedAt ?? row.createdAt,
  };
}

/** Questions that the database is answering right now: a crowd that asks the same thing at once asks it once. */
const asking = new Map<string, Promise<FullHead | null>>();

/** The report whose scan fulfils `where`; `name`: what it was asked for by. */
function asked(key: string, where: Prisma.Sql, name: string | null): Promise<FullHead | null> {
  const known = asking.get(key);
  if (known) return known;
  const answer = reaching(
    () => db().$queryRaw<
      (HeadRow & Omit<FullHead, keyof ReportHead | 'disputes'> & { disputes: DisputeMark[] | null })[]
    >`
      SELECT id::text, domain, target_url AS "targetUrl", mode, unlisted, outcome, answer, d7, tier, provisional, created_at AS "createdAt",
        finished_at AS "finishedAt", journey, ${disputeMarks} AS disputes,
        EXISTS (SELECT FROM face_choice choice WHERE choice.name = ${name} AND choice.target_url = scan.target_url AND choice.mode = scan.mode
          AND ${choiceHolds}) AS chosen,
        NOT EXISTS (SELECT FROM scan other WHERE other.domain = scan.domain AND other.status = 'done' AND NOT other.unlisted
          AND other.mode IN ('public', 'verified') AND other.id <> scan.id) AS alone
      FROM scan WHERE ${where}`,
  )
    .then(([row]) => {
      if (!row) return null;
      const { chosen, alone, disputes } = row;
      return { ...headOf(row), chosen, alone, disputes: disputes ?? [] };
    })
    .finally(() => asking.delete(key));
  asking.set(key, answer);
  return answer;
}

/** The report that stands for a name (lib/db/faces.ts), or null; any text may be asked for. @throws {ServiceUnavailable} */
export function latestHead(name: string): Promise<FullHead | null> {
  const subject = subjectNamed(name);
  return asked(`name ${subject.domain} ${subject.name}`, Prisma.sql`id = ${faceId(subject)}`, subject.name);
}

/** How many other hosts of a domain are listed. */
const mostNeighbours = 20;

/** The hosts and ports of a subject's domain that stand beside it, with their scores. @throws {ServiceUnavailable} */
export function neighbours(subject: Subject): Promise<Neighbour[]> {
  return reaching(() => neighboursOf(subject, mostNeighbours));
}

/** One finished scan's report, listed or not; null when there is none. @throws {ServiceUnavailable} */
export async function headById(id: string): Promise<FullHead | null> {
  return z.uuid().safeParse(id).success
    ? asked(`scan ${id}`, Prisma.sql`id = ${id}::uuid AND status = 'done'`, null)
    : null;
}

/** Domains with a report that stands for them and the time of that, newest first; those that the operator hides are left out. @throws {ServiceUnavailable} */
export async function listedDomains(limit: number): Promise<{ domain: string; finishedAt: Date }[]> {
  const rows = await reaching(
    () => db().$queryRaw<{ domain: string; finished_at: Date }[]>`
      SELECT domain, finished_at FROM (${faces()}) face JOIN site USING (domain)
      WHERE finished_at IS NOT NULL AND NOT site.hidden ORDER BY 2 DESC LIMIT ${limit}`,
  );
  return rows
    .filter(({ domain }) => isPublicName(domain))
    .map(({ domain, finished_at: finishedAt }) => ({ domain, finishedAt }));
}

/** Among how many of the newest reports examples are looked for. */
const recent = 60;

/**
 * Up to three recent listed reports that show different ends of the walk: the best, the worst, and one between. Each domain once, hidden
 * ones never. `everyName`: also addresses and reserved names, for a site that scans its own network. @throws {ServiceUnavailable}
 */
export async function exampleReports(everyName: boolean): Promise<ReportHead[]> {
  const rows = await reaching(async () => {
    const newest = await db().$queryRaw<{ id: string }[]>`
      SELECT scan.id::text FROM (${faces(Prisma.sql`d7 IS NOT NULL`)}) face JOIN scan USING (id) JOIN site ON site.id = scan.site_id
      WHERE NOT site.hidden ORDER BY scan.finished_at DESC LIMIT ${recent}`;
    return db().scan.findMany({
      where: { id: { in: newest.map(({ id }) => id) } },
      orderBy: { finishedAt: 'desc' },
      select: headFields,
    });
  });
  const newest = rows.map(headOf).filter(({ domain }) => everyName || isPublicName(domain));
  const ranked = newest.toSorted((a, b) => (b.d7 ?? 0) - (a.d7 ?? 0));
  const picked = ranked.length <= 3 ? ranked : [ranked[0], ranked[ranked.length >> 1], ranked.at(-1)];
  return picked.flatMap((head) => head ?? []);
}

/** The newest listed scan of a verified report's address from outside that is newer than it, or null. @throws {ServiceUnavailable} */
export async function newerOutside({ mode, unlisted, domain, targetUrl, finishedAt }: ReportHead): Promise<{
  id: string;
  d7: number | null;
} | null> {
  if (mode !== 'verified' || unlisted) return null;
  return reaching(() =>
    db().scan.findFirst({
      where: { domain, targetUrl, ...listed, mode: 'public', finishedAt: { gt: finishedAt } },
      orderBy: { finishedAt: 'desc' },
      select: { id: true, d7: true },
    }),
  );
}

/** What is compared of a scan, from its result rows, and when it ended. */
export type JudgedScan = Judged & { id: string; finishedAt: Date };

/** The listed scan of the same address that was finished last before `before`, or null. @throws {ServiceUnavailable} */
export async function previousScan({
  domain,
  targetUrl,
  finishedAt,
}: Pick<ReportHead, 'domain' | 'targetUrl' | 'finishedAt'>): Promise<JudgedScan | null> {
  const row = await reaching(() =>
    db().scan.findFirst({
      where: { domain, targetUrl, ...listed, finishedAt: { lt: finishedAt } },
      orderBy: { finishedAt: 'desc' },
      select: {
        id: true,
        finishedAt: true,
        createdAt: true,
        outcome: true,
        methodology: true,
        d7: true,
        signals: true,
        flows: true,
        antiPatterns: true,
      },
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
