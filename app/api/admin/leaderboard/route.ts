/** The leaderboard for operators' programs and spreadsheets: JSON, or CSV with `?format=csv`. The same query as on the page, without its pages. */
import { answering, otherMethods, problem } from '../../answers.ts';
import { permalink } from '../../../scan-view.ts';
import { exportLimit, leaderboard } from '@/lib/admin/leaderboard.ts';
import { leaderboardQuery } from '@/lib/admin/leaderboard-query.ts';
import { operatorOfApi } from '@/lib/auth/index.ts';
import { leaderboardToCsv } from '@/lib/export/csv.ts';
import { settings } from '@/lib/settings.ts';

const methods = otherMethods(['GET']);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = methods;

// Nobody else's page may read it, and no cache may keep it.
const shared = { 'cache-control': 'private, no-store', vary: 'cookie, authorization' };

export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    if (!(await operatorOfApi(request.headers))) {
      return problem(401, 'unauthorized', 'This address is for operators. Sign in at /admin/login, or send a token as `Authorization: Bearer`.', { 'www-authenticate': 'Bearer realm="operator"' });
    }
    const parameters = Object.fromEntries(new URL(request.url).searchParams);
    const query = leaderboardQuery.parse({ ...parameters, page: 1 });
    const { rows, total } = await leaderboard(query, exportLimit);
    const { siteUrl, port } = settings();
    const list = rows.map(({ rank, domain, d7, tier, provisional, industry, pinned, hidden, flows, traps, methodology, finishedAt, journey, scanId }) => ({
      rank,
      domain,
      score: d7,
      tier,
      provisional,
      industry,
      pinned,
      hidden,
      flows,
      antiPatterns: traps,
      methodology,
      finishedAt,
      walk: journey.map(({ step, status, wall }) => ({ step, status, wall })),
      reportUrl: `${siteUrl ?? `http://127.0.0.1:${port}`}${permalink({ id: scanId, domain })}`,
    }));
    if (parameters.format !== 'csv') return Response.json({ total, sites: list }, { headers: shared });
    return new Response(leaderboardToCsv(list), {
      headers: { ...shared, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="leaderboard-${new Date().toISOString().slice(0, 10)}.csv"` },
    });
  });
}
