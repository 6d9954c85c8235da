/** The leaderboard for operators' programs and spreadsheets: JSON, or CSV with `?format=csv`. The same query as on the page, without its pages. */
import { optionalCaller, permitted } from '../../caller.ts';
import { answering, otherMethods, problem } from '../../answers.ts';
import { operatorStandingJson } from '@/lib/present.ts';
import { exportLimit, leaderboard } from '@/lib/admin/leaderboard.ts';
import { leaderboardQuery } from '@/lib/admin/leaderboard-query.ts';
import { operatorOfApi } from '@/lib/auth/index.ts';
import { leaderboardToCsv } from '@/lib/export/csv.ts';
import { siteOrigin } from '@/app/site-origin.ts';

const methods = otherMethods(['GET']);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = methods;

// Nobody else's page may read it, and no cache may keep it.
const shared = { 'cache-control': 'private, no-store', vary: 'cookie, authorization' };

/** A client of the operator's own, with a token for it (`admin -- client`). */
async function mayReadAsClient(request: Request): Promise<boolean> {
  const authorization = request.headers.get('authorization');
  if (!authorization?.toLowerCase().startsWith('bearer lkt_')) return false;
  const caller = await optionalCaller(request);
  return caller !== null && permitted(caller, 'admin:read') !== null;
}

export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    if (!(await operatorOfApi(request.headers)) && !(await mayReadAsClient(request))) {
      return problem(
        401,
        'unauthorized',
        'This address is for operators. Sign in at /admin/login, or send a token as `Authorization: Bearer`.',
        { 'www-authenticate': 'Bearer realm="operator"' },
      );
    }
    const parameters = Object.fromEntries(new URL(request.url).searchParams);
    const query = leaderboardQuery.parse({ ...parameters, page: 1 });
    const { rows, total } = await leaderboard(query, exportLimit);
    const list = rows.map((row) => operatorStandingJson(row, siteOrigin()));
    if (parameters.format !== 'csv') return Response.json({ total, sites: list }, { headers: shared });
    return new Response(leaderboardToCsv(list), {
      headers: {
        ...shared,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="leaderboard-${new Date().toISOString().slice(0, 10)}.csv"`,
      },
    });
  });
}
