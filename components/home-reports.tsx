/** Real reports on the home page: where the walk ended for others, and who stands highest. */
import { namePath } from '../lib/addresses.ts';
import type { ReportHead } from '../lib/listed.ts';
import { stationsOf } from './journey.ts';
import { WalkMini } from './walk.tsx';
import { KeptWhen } from './when.tsx';
import { standingWord } from './words.ts';

/** The reports that the home page shows. */
export interface ShownReports {
  examples: readonly ReportHead[];
  top: readonly (Pick<ReportHead, 'domain' | 'answer' | 'tier' | 'journey'> & { rank: number | null; d7: number })[];
}

const hostOf = ({ targetUrl, domain }: Pick<ReportHead, 'targetUrl' | 'domain'>): string =>
  URL.canParse(targetUrl) ? new URL(targetUrl).host : domain;

/** Nothing while there is no report to show. */
export function ExampleReports({ reports }: { reports: ShownReports['examples'] }) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="examples" className="section">
      <div>
        <h2 id="examples" className="text-xl">
          Recent reports
        </h2>
        <p className="mt-2 max-w-prose text-sm text-soft">How far an agent got, from end to end.</p>
      </div>
      <ul className="-mt-4 divide-y divide-hair">
        {reports.map((head) => (
          <li key={head.id} className="grid items-center gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_124px_7rem]">
            <p className="min-w-0">
              <a href={namePath(head.domain)} className="link font-mono text-sm break-all">
                {hostOf(head)}
              </a>
              <span className="block text-xs text-soft">
                scanned <KeptWhen at={head.finishedAt} />
              </span>
            </p>
            <WalkMini stations={stationsOf(head.journey)} />
            <p className="num text-sm sm:text-right">
              <span className="font-serif text-lg">{head.d7}</span> {standingWord(head)}
              {head.provisional && <span className="text-partly"> (provisional)</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first few of the public leaderboard. */
export function TopScorers({ rows }: { rows: ShownReports['top'] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="top" className="section">
      <div>
        <h2 id="top" className="text-xl">
          Who lets agents in
        </h2>
        <p className="mt-2 text-sm text-soft">
          <a href="/leaderboard" className="link">
            The whole leaderboard
          </a>
        </p>
      </div>
      <ol className="-mt-3 divide-y divide-hair">
        {rows.map((row) => (
          <li
            key={row.domain}
            className="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-x-4 py-3 sm:grid-cols-[2.5rem_minmax(0,1fr)_124px_7rem]"
          >
            <span className="num text-soft">{row.rank ?? ''}</span>
            <a href={namePath(row.domain)} className="link font-mono text-sm break-all">
              {row.domain}
            </a>
            <span className="max-sm:hidden">
              <WalkMini stations={stationsOf(row.journey)} />
            </span>
            <span className="num text-right text-sm">
              <span className="font-serif text-lg">{row.d7}</span> {standingWord(row)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
