import { everything, type LeaderboardQuery } from '../../lib/admin/leaderboard-query.ts';

/** The address of a leaderboard with some of its query changed; members at their default are left out. */
export function leaderboardHref(
  path: string,
  query: LeaderboardQuery,
  change: Partial<LeaderboardQuery> & { format?: string } = {},
): string {
  const merged = { ...query, ...change };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(merged))
    if (value !== '' && value !== everything[name as keyof LeaderboardQuery]) search.set(name, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Whether anything narrows the board: it then is not all that there is. */
export function isFiltered(query: LeaderboardQuery): boolean {
  return (
    (['tier', 'flow', 'trap', 'from', 'to', 'text', 'industry'] as const).some((name) => query[name] !== '') ||
    query.show !== everything.show
  );
}
