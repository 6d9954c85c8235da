import { answering, json, otherMethods, problem } from '@/app/api/answers.ts';
import { standingJson } from '@/lib/present.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { publicLeaderboard } from '@/lib/admin/leaderboard.ts';
import { leaderboardQuery } from '@/lib/admin/leaderboard-query.ts';
import { siteSetting } from '@/lib/admin/site-settings.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

const perPage = 50;

/** The public leaderboard with the filters of its page; `cursor` is the number of the next page. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    if (!(await siteSetting('public-leaderboard')))
      return problem(404, 'no-leaderboard', 'The operator of this site publishes no leaderboard.');
    const { searchParams } = new URL(request.url);
    const query = leaderboardQuery.parse({
      ...Object.fromEntries(searchParams),
      page: searchParams.get('cursor') ?? 1,
    });
    const { rows, total } = await publicLeaderboard(query, perPage);
    const next = query.page * perPage < total ? String(query.page + 1) : null;
    const sites = rows.map((row) => standingJson(row, siteOrigin()));
    return json({ total, sites, next }, 200, { 'cache-control': 'public, max-age=60' });
  });
}
