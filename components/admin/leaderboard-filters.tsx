/** What narrows and orders the leaderboard: a plain form whose answer is an address that can be kept and sent on. */
import { antiPatternIds, tiers } from '../../lib/scan/schema/report.ts';
import { everything, type LeaderboardQuery } from '../../lib/admin/leaderboard-query.ts';
import { flowName, tierWord } from '../words.ts';
import { SmallInput, SmallSelect } from './fields.tsx';
import { isFiltered, leaderboardHref } from './leaderboard-href.ts';
import { trapName } from './trap-name.ts';

export function LeaderboardFilters({
  path,
  query,
  industries,
  operator,
}: {
  path: string;
  query: LeaderboardQuery;
  industries: readonly string[];
  operator: boolean;
}) {
  const more = query.industry !== '' || query.from !== '' || query.to !== '' || query.show !== everything.show;
  return (
    <form method="get" action={path} role="search" aria-label="Leaderboard" className="no-print">
      <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 lg:grid-cols-[1.3fr_1fr_1fr_1fr_auto]">
        <SmallInput
          id="text"
          name="text"
          type="search"
          label="Site or industry"
          defaultValue={query.text}
          maxLength={100}
        />
        <SmallSelect id="tier" name="tier" label="Tier" defaultValue={query.tier}>
          <option value="">Any</option>
          {tiers.map((tier) => (
            <option key={tier} value={tier}>
              {tierWord(tier)}
            </option>
          ))}
        </SmallSelect>
        <SmallSelect id="flow" name="flow" label="Offers" defaultValue={query.flow}>
          <option value="">Any flow</option>
          {Object.entries(flowName).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SmallSelect>
        <SmallSelect id="trap" name="trap" label="Anti-pattern" defaultValue={query.trap}>
          <option value="">With or without</option>
          <option value="none">None present</option>
          {antiPatternIds.map((id) => (
            <option key={id} value={id}>
              {trapName[id]}
            </option>
          ))}
        </SmallSelect>
        <div className="flex items-center gap-4">
          <button type="submit" className="button-quiet h-9 px-5">
            Filter
          </button>
          {isFiltered(query) && (
            <a
              href={leaderboardHref(path, { ...everything, sort: query.sort, order: query.order })}
              className="link text-sm"
            >
              Clear
            </a>
          )}
        </div>
      </div>
      <details open={more} className="mt-3 text-sm">
        <summary className="w-fit text-soft hover:text-ink">More filters</summary>
        <div className="mt-2 grid grid-cols-2 items-end gap-x-4 gap-y-3 lg:grid-cols-4">
          <SmallSelect id="industry" name="industry" label="Industry" defaultValue={query.industry}>
            <option value="">Any</option>
            {industries.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </SmallSelect>
          {operator && (
            <SmallSelect id="show" name="show" label="Show" defaultValue={query.show}>
              <option value="all">All sites</option>
              <option value="listed">What the public sees</option>
              <option value="hidden">Hidden</option>
              <option value="pinned">Pinned</option>
            </SmallSelect>
          )}
          <SmallInput id="from" name="from" type="date" label="Scanned from" defaultValue={query.from} />
          <SmallInput id="to" name="to" type="date" label="Scanned until" defaultValue={query.to} />
        </div>
      </details>
      <input type="hidden" name="sort" value={query.sort} />
      {query.order !== '' && <input type="hidden" name="order" value={query.order} />}
    </form>
  );
}
