import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LeaderboardFilters } from '@/components/admin/leaderboard-filters.tsx';
import { isFiltered, leaderboardHref } from '@/components/admin/leaderboard-href.ts';
import { LeaderboardTable } from '@/components/admin/leaderboard-table.tsx';
import { Pager } from '@/components/admin/pager.tsx';
import { count } from '@/components/words.ts';
import { industries, publicLeaderboard } from '@/lib/admin/leaderboard.ts';
import { leaderboardQuery } from '@/lib/admin/leaderboard-query.ts';
import { siteSetting } from '@/lib/admin/site-settings.ts';

export const metadata: Metadata = {
  title: 'Leaderboard',
  description: 'The APIs that let an AI agent in without a person, by score.',
  alternates: { canonical: '/leaderboard' },
};

const path = '/leaderboard';
const perPage = 50;

export default async function Leaderboard({ searchParams }: PageProps<'/leaderboard'>) {
  if (!(await siteSetting('public-leaderboard'))) notFound();
  const query = leaderboardQuery.parse(await searchParams);
  const [{ rows, total }, tags] = await Promise.all([publicLeaderboard(query, perPage), industries({ listed: true })]);
  return (
    <div className="pt-8 sm:pt-12">
      <h1 className="text-3xl sm:text-4xl">Leaderboard</h1>
      <p className="mt-4 max-w-prose text-lg text-soft">
        Who lets an agent in without a person, by the newest scan of each site. Everybody starts from the same{' '}
        <a href="/methodology" className="link">
          published table
        </a>
        ; equal scores share a rank.
      </p>
      <div className="mt-8">
        <LeaderboardFilters path={path} query={query} industries={tags} operator={false} />
      </div>
      <p role="status" className="mt-6 text-sm text-soft">
        {isFiltered(query) ? `${count(total, 'site')} found.` : `${count(total, 'site')} ranked.`}
      </p>
      {rows.length > 0 ? (
        <LeaderboardTable rows={rows} query={query} path={path} now={new Date()} />
      ) : (
        <p className="mt-6 border-y border-hair py-10 text-soft">
          {isFiltered(query)
            ? 'No site fits. Clear a filter to see more.'
            : 'No site has been ranked yet. Scan one from the home page.'}
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
