import type { Metadata } from 'next';
import { LeaderboardFilters } from '@/components/admin/leaderboard-filters.tsx';
import { isFiltered, leaderboardHref } from '@/components/admin/leaderboard-href.ts';
import { LeaderboardTable } from '@/components/admin/leaderboard-table.tsx';
import { Pager } from '@/components/admin/pager.tsx';
import { count } from '@/components/words.ts';
import { exportLimit, industries, leaderboard } from '@/lib/admin/leaderboard.ts';
import { leaderboardQuery } from '@/lib/admin/leaderboard-query.ts';
import { siteSetting } from '@/lib/admin/site-settings.ts';
import { changeSite } from '../../actions.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Leaderboard' };

const path = '/admin/leaderboard';
const perPage = 50;

export default async function AdminLeaderboard({ searchParams }: PageProps<'/admin/leaderboard'>) {
  await requireOperator();
  const query = leaderboardQuery.parse(await searchParams);
  const [{ rows, total }, tags, isPublic] = await Promise.all([
    leaderboard(query, perPage),
    industries(),
    siteSetting('public-leaderboard'),
  ]);
  const exported = (format: 'csv' | 'json') => leaderboardHref('/api/admin/leaderboard', query, { format, page: 1 });
  return (
    <div className="pt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h1 className="text-3xl">Leaderboard</h1>
        <p className="text-sm text-soft">
          {isPublic ? (
            <>
              Public at{' '}
              <a href="/leaderboard" className="link">
                /leaderboard
              </a>
              .
            </>
          ) : (
            <>
              Only operators see it.{' '}
              <a href="/admin/settings" className="link">
                Switch it on
              </a>{' '}
              for everybody.
            </>
          )}
        </p>
      </div>
      <div className="mt-6">
        <LeaderboardFilters path={path} query={query} industries={tags} operator />
      </div>
      <div className="mt-6 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 text-sm text-soft">
        <p role="status">
          {count(total, 'site')}
          {isFiltered(query) ? ' found' : ' with a score'}.
        </p>
        {total > 0 && (
          <p>
            Export {total > exportLimit ? `the first ${exportLimit.toLocaleString('en')}` : 'all'} as{' '}
            <a href={exported('csv')} download className="link">
              CSV
            </a>{' '}
            or{' '}
            <a href={exported('json')} className="link">
              JSON
            </a>
          </p>
        )}
      </div>
      {rows.length > 0 ? (
        <>
          <LeaderboardTable rows={rows} query={query} path={path} now={new Date()} change={changeSite} />
          <datalist id="industries">
            {tags.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      ) : (
        <p className="mt-6 border-y border-hair py-10 text-soft">
          {isFiltered(query)
            ? 'No site fits. Clear a filter to see more.'
            : 'No listed scan has a score yet. Each site appears here after its first one.'}
        </p>
      )}
      <Pager
        page={query.page}
        perPage={perPage}
        total={total}
        href={(page) => leaderboardHref(path, query, { page })}
        label="Pages of the leaderboard"
      />
    </div>
  );
}
