/** What a reader may ask of the leaderboard, as it stands in an address. No database here: components build links with it. */
import { z } from 'zod';
import { storableText } from '../db/json.ts';
import { grantId } from '../scan/schema/facts.ts';
import { antiPatternIds, tiers } from '../scan/schema/report.ts';

export const sorts = ['score', 'newest', 'domain', 'duration'] as const;
export type Sort = (typeof sorts)[number];

const longestText = 100;
const day = z.iso.date();
const words = z.string().trim().max(longestText).transform(storableText).catch('');

/** What a reader asked for. Parsed from an address, so that anything odd falls back to its default instead of failing. */
export const leaderboardQuery = z.object({
  sort: z.enum(sorts).catch('score'),
  order: z.enum(['asc', 'desc', '']).catch(''),
  tier: z.enum(['', ...tiers]).catch(''),
  flow: z.union([z.literal(''), grantId]).catch(''),
  /** An anti-pattern that is present, or `none`: no present one. */
  trap: z.enum(['', 'none', ...antiPatternIds]).catch(''),
  /** Days of the scan, both included, UTC. */
  from: z.union([z.literal(''), day]).catch(''),
  to: z.union([z.literal(''), day]).catch(''),
  text: words,
  industry: words,
  show: z.enum(['all', 'listed', 'hidden', 'pinned']).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LeaderboardQuery = z.infer<typeof leaderboardQuery>;

/** Every member at its default. */
export const everything: LeaderboardQuery = leaderboardQuery.parse({});

const natural: Record<Sort, 'asc' | 'desc'> = { score: 'desc', newest: 'desc', domain: 'asc', duration: 'asc' };

/** Which way a sort goes: as asked, else the way that one expects. */
export function orderOf({ sort, order }: Pick<LeaderboardQuery, 'sort' | 'order'>): 'asc' | 'desc' {
  return order || natural[sort];
}
