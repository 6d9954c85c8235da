/**
 * Which scan stands for a name. Anybody may scan any host, port and path of a domain, so what a domain's report, badge and rank show is
 * decided here and nowhere else:
 *
 * - A domain is spoken for by its apex, `www.` and `api.` on the default ports. Every other host and port stands alone, under its own name.
 *   A host below a public suffix of user content (`owner.github.io`) is a domain of its own: lib/scan/target says so.
 * - An address has no such hosts; of its ports the default one speaks, else the one that was scanned first.
 * - A scan without a score never takes the place of one with a score.
 * - Of one URL the newest scan counts; a verified one that its owner has published goes before newer ones from outside for `verifiedDays`. A
 *   root over https goes before a path, under which strangers may publish; then a whole look before a provisional one, then the scan that rests
 *   on more of what the server itself did; among equals the newest.
 * - What the owner of the domain, or of a host that stands alone, has chosen goes before all of that (face-choices.ts): an address, and of its
 *   scans the verified or those from outside.
 */
import { isIP } from 'node:net';
import { registrableDomain } from '../scan/target/index.ts';
import { db, Prisma } from './index.ts';
import { storableText } from './json.ts';

/** Prefixes of the hosts that speak for a domain. */
const prefixes = ['', 'www.', 'api.'] as const;

/** What reports are kept under. */
export interface Subject {
  /** Registrable domain, or address. */
  domain: string;
  /** The domain itself, or the host (with its port, unless that is the default one) that stands alone. */
  name: string;
}

/** Days for which a published verified report stands before newer scans of its address from outside. */
export const verifiedDays = 90;
/** Days for which an owner's choice holds. */
export const choiceDays = 365;
/** The condition for choices that hold. */
export const choiceHolds = Prisma.sql`chosen_at > now() - make_interval(days => ${choiceDays})`;

const speaksFor = (authority: string, domain: string) => prefixes.some((prefix) => authority === prefix + domain);

/** What a scan is kept under. */
export function subjectOf({ domain, targetUrl }: { domain: string; targetUrl: string }): Subject {
  const { host } = new URL(targetUrl);
  return { domain, name: speaksFor(host, domain) ? domain : host };
}

/** What a reader means by a name such as `example.com`, `blog.example.com` or `example.com:8443`; any text may be asked for. */
export function subjectNamed(text: string): Subject {
  const name = storableText(text.toLowerCase()).slice(0, 300);
  const url = /^[^/?#@\\\s]+$/.test(name) && URL.canParse(`https://${name}/`) ? new URL(`https://${name}/`) : null;
  if (!url) return { domain: name, name };
  return subjectOf({ domain: registrableDomain(url.hostname), targetUrl: url.href });
}

/** Scans that the public may see: those of strangers, and verified ones that their owner has published. */
export const listed = {
  status: 'done',
  unlisted: false,
  mode: { in: ['public', 'verified'] },
} satisfies Prisma.ScanWhereInput;

/** `%` and `_` mean themselves. */
const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** The condition for scans that are kept under a subject. */
export function keptUnder({ domain, name }: Subject): Prisma.ScanWhereInput {
  const hosts = name === domain ? prefixes.map((prefix) => prefix + domain) : [name];
  const beginnings = hosts.flatMap((host) => [`https://${host}/`, `http://${host}/`]);
  return { domain, OR: beginnings.map((beginning) => ({ targetUrl: { startsWith: literally(beginning) } })) };
}

const ownHosts = Prisma.join(prefixes.map((prefix) => Prisma.sql`${prefix} || domain`));

/** Findings that rest on the server's own behaviour first, then all that are decided. */
const evidence = Prisma.sql`(SELECT count(*) FILTER (WHERE confidence IN ('verified', 'observed')) * 1000 + count(*) FROM signal_result
  WHERE scan_id = named.id AND status IN ('pass', 'partial', 'fail'))`;

const order = Prisma.sql`d7 IS NULL, target_url = 'https://' || authority || '/' DESC, coalesce(provisional, false), ${evidence} DESC, finished_at DESC NULLS LAST`;

/** A verified scan that goes before newer ones of its address: published, fresh, and not set aside by its owner for those from outside. */
const ownersWord = Prisma.sql`mode = 'verified' AND finished_at > now() - make_interval(days => ${verifiedDays}) AND NOT EXISTS (
  SELECT FROM face_choice WHERE domain = scan.domain AND target_url = scan.target_url AND face_choice.mode = 'public' AND ${choiceHolds})`;

/** One row (id, domain, name, d7, tier, outcome, finished_at) for each subject among the listed scans that fulfil `where`. */
function subjects(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH newest AS (
      SELECT DISTINCT ON (domain, target_url COLLATE "C", d7 IS NULL) id, domain, target_url, split_part(target_url, '/', 3) AS authority, d7, tier, outcome, provisional, finished_at
      FROM scan WHERE status = 'done' AND NOT unlisted AND mode IN ('public', 'verified') AND ${where}
      ORDER BY domain, target_url COLLATE "C", d7 IS NULL, (${ownersWord}) DESC, finished_at DESC NULLS LAST
    ), named AS (
      SELECT newest.*, CASE WHEN authority IN (${ownHosts}) THEN domain ELSE authority END AS name, false AS chosen FROM newest
      UNION ALL
      SELECT newest.*, choice.name, true FROM newest JOIN face_choice choice USING (domain, target_url) WHERE d7 IS NOT NULL AND ${choiceHolds}
    )
    SELECT DISTINCT ON (domain, name) id, domain, name, d7, tier, outcome, finished_at FROM named ORDER BY domain, name, chosen DESC, ${order}`;
}

/** When a host or port that stands alone was first scanned; null for the domain itself. */
const since = Prisma.sql`CASE WHEN name <> domain THEN
  (SELECT min(created_at) FROM scan first WHERE first.domain = subject.domain AND split_part(first.target_url, '/', 3) = subject.name) END`;

/** A subquery with one row for each domain that has a scan which speaks for it: `id` of the scan, `domain`, `finished_at`. `where`: a condition on scans. */
export function faces(where: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (domain) id, domain, finished_at FROM (${subjects(where)}) subject
    WHERE name = domain OR domain LIKE '[%' OR domain NOT LIKE '%.%' OR domain ~ '^[0-9.]+$'
    ORDER BY domain, d7 IS NULL, name = domain DESC, ${since}`;
}

/** A subquery for the id of the scan that stands for a subject. */
export function faceId({ domain, name }: Subject): Prisma.Sql {
  const ofDomain = Prisma.sql`domain = ${domain}`;
  return name === domain
    ? Prisma.sql`(SELECT id FROM (${faces(ofDomain)}) face)`
    : Prisma.sql`(SELECT id FROM (${subjects(ofDomain)}) subject WHERE name = ${name})`;
}

/** The scan that stands for a subject, or null. */
export async function faceOf(subject: Subject): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string | null }[]>`SELECT ${faceId(subject)}::text AS id`;
  return row?.id ?? null;
}

/** What else is kept under the domain of a subject. */
export interface Neighbour {
  name: string;
  d7: number | null;
  tier: string | null;
  outcome: string | null;
  answer: string | null;
  journey: unknown;
  finishedAt: Date | null;
}

/** The other subjects of the same domain that have a score, the domain itself first, then as they were first scanned. */
export function neighboursOf({ domain, name }: Subject, limit: number): Promise<Neighbour[]> {
  return db().$queryRaw`
    SELECT name, d7, tier, outcome, finished_at AS "finishedAt", (SELECT answer FROM scan WHERE scan.id = subject.id) AS answer,
      (SELECT journey FROM scan WHERE scan.id = subject.id) AS journey FROM (${subjects(Prisma.sql`domain = ${domain}`)}) subject
    WHERE name <> ${name} AND d7 IS NOT NULL ORDER BY name = domain DESC, ${since} LIMIT ${limit}`;
}

/** Whether the text is an address rather than a name. */
export const isAddress = (domain: string): boolean => isIP(domain.replace(/^\[|\]$/g, '')) !== 0;
