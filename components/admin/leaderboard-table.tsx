/** The leaderboard as a table, for the public and, with `change`, for operators who may change what stands in it. */
import { namePath, permalink } from '../../lib/addresses.ts';
import type { Standing } from '../../lib/admin/leaderboard.ts';
import { orderOf, type LeaderboardQuery, type Sort } from '../../lib/admin/leaderboard-query.ts';
import { stationsOf } from '../journey.ts';
import { StatusShape } from '../status.tsx';
import { WalkMini } from '../walk.tsx';
import { When } from '../when.tsx';
import { flowName, standingWord } from '../words.ts';
import { leaderboardHref } from './leaderboard-href.ts';
import { SiteActions, SiteTag } from './site-actions.tsx';
import { trapName } from './trap-name.ts';

interface HeadProps {
  sort: Sort;
  query: LeaderboardQuery;
  path: string;
  className?: string;
  children: string;
}

/** A column heading that sorts; a second click turns the order round. */
function SortHead({ sort, query, path, className = '', children }: HeadProps) {
  const current = query.sort === sort;
  const way = orderOf(query);
  const next = current ? (way === 'asc' ? 'desc' : 'asc') : '';
  return (
    <th
      scope="col"
      aria-sort={current ? (way === 'asc' ? 'ascending' : 'descending') : undefined}
      className={`py-2 font-normal whitespace-nowrap ${className}`}
    >
      <a
        href={leaderboardHref(path, query, { sort, order: next, page: 1 })}
        className={`hover:underline ${current ? 'font-medium text-ink' : ''}`}
      >
        {children}
        {current && <span aria-hidden="true"> {way === 'asc' ? '↑' : '↓'}</span>}
      </a>
    </th>
  );
}

/** The way that an agent prefers comes first. */
const byUse = (flows: Standing['flows']) =>
  flows.toSorted((a, b) => Number(b === 'client_credentials') - Number(a === 'client_credentials'));

export function LeaderboardTable({
  rows,
  query,
  path,
  now,
  change,
}: {
  rows: readonly Standing[];
  query: LeaderboardQuery;
  path: string;
  now: Date;
  change?: (data: FormData) => Promise<void>;
}) {
  return (
    <div
      className="relative -mx-5 mt-6 overflow-x-auto px-5 sm:mx-0 sm:px-0"
      tabIndex={0}
      role="region"
      aria-label="Leaderboard"
    >
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-b border-rule text-xs text-soft">
            <th scope="col" className="w-10 py-2 pr-3 text-right font-normal">
              Rank
            </th>
            <SortHead sort="domain" query={query} path={path} className="pr-6">
              Site
            </SortHead>
            <th scope="col" className="py-2 pr-6 font-normal max-sm:hidden">
              How far an agent gets
            </th>
            <SortHead sort="score" query={query} path={path} className="pr-6 text-right">
              Score
            </SortHead>
            <th scope="col" className="py-2 pr-6 font-normal max-sm:hidden">
              Seen there
            </th>
            <SortHead sort="newest" query={query} path={path} className={`max-sm:hidden ${change ? 'pr-6' : ''}`}>
              Scanned
            </SortHead>
            {change && (
              <th scope="col" className="py-2 font-normal">
                Actions
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.siteId} className="border-b border-hair align-top">
              <td className="num py-3 pr-3 text-right font-serif text-lg leading-6">
                {row.rank ?? <span className="text-unknown">–</span>}
              </td>
              <th scope="row" className="max-w-[17rem] min-w-40 py-3 pr-6 text-left font-normal">
                <a
                  href={change ? permalink({ id: row.scanId, domain: row.domain }) : namePath(row.domain)}
                  className="link text-base leading-6 font-medium break-all"
                >
                  {row.domain}
                </a>
                <span className="block text-xs text-soft">
                  {[
                    row.pinned && 'Pinned',
                    row.hidden && 'Hidden',
                    !row.publicName && 'Not a public name',
                    change ? null : row.industry,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {/* A phone has no room for the columns of these. */}
                <span className="block sm:hidden">
                  <WalkMini stations={stationsOf(row.journey)} />
                </span>
                {row.finishedAt && (
                  <span className="block text-xs text-soft sm:hidden">
                    <When at={row.finishedAt} now={now} />
                  </span>
                )}
                {change && <SiteTag row={row} action={change} />}
              </th>
              <td className="py-3 pr-6 max-sm:hidden">
                <WalkMini stations={stationsOf(row.journey)} />
              </td>
              <td className="num py-3 pr-6 text-right leading-6">
                <span className="font-serif text-lg leading-6">{row.d7}</span>
                <span className="block text-xs whitespace-nowrap text-soft">
                  {standingWord(row)}
                  {row.provisional && <span className="block text-partly">provisional</span>}
                </span>
              </td>
              <td className="max-w-56 py-3 pr-6 text-xs leading-5 max-sm:hidden">
                {byUse(row.flows).map((flow, index) => (
                  <span key={flow} className={flow === 'client_credentials' ? 'text-open' : 'text-soft'}>
                    {index > 0 && ', '}
                    {flowName[flow]}
                  </span>
                ))}
                {row.flows.length === 0 && row.traps.length === 0 && <span className="text-soft">No OAuth flow</span>}
                {row.traps.map((trap) => (
                  <span key={trap} className="flex items-center gap-1.5 text-wall">
                    <StatusShape shape="barred" />
                    {trapName[trap]}
                  </span>
                ))}
              </td>
              <td
                className={`py-3 text-xs leading-6 whitespace-nowrap text-soft max-sm:hidden ${change ? 'pr-6' : ''}`}
              >
                {row.finishedAt && <When at={row.finishedAt} now={now} />}
              </td>
              {change && (
                <td className="py-2.5">
                  <SiteActions row={row} action={change} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
