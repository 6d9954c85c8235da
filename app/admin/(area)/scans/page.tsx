import type { Metadata } from 'next';
import { SmallInput, SmallSelect } from '@/components/admin/fields.tsx';
import { Pager } from '@/components/admin/pager.tsx';
import { ScanTable } from '@/components/admin/scan-table.tsx';
import { count, duration, outcomeWord } from '@/components/words.ts';
import { findScans, queueView, scansQuery, type ScansQuery } from '@/lib/admin/scans.ts';
import { outcomes } from '@/lib/scan/schema/report.ts';
import { changeScan } from '../../actions.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Scans' };

const perPage = 50;

function href(query: ScansQuery, page: number): string {
  const search = new URLSearchParams();
  for (const name of ['status', 'outcome', 'text'] as const) if (query[name] !== '') search.set(name, query[name]);
  if (page > 1) search.set('page', String(page));
  return search.size > 0 ? `/admin/scans?${search.toString()}` : '/admin/scans';
}

function Figure({ name, value, note, link }: { name: string; value: number; note?: string | null; link: string }) {
  return (
    <div>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="num mt-1 font-serif text-2xl">
        <a href={link} className="hover:underline">
          {value.toLocaleString('en')}
        </a>
      </dd>
      {note && <dd className="text-xs text-soft">{note}</dd>}
    </div>
  );
}

export default async function Scans({ searchParams }: PageProps<'/admin/scans'>) {
  await requireOperator();
  const query = scansQuery.parse(await searchParams);
  const now = new Date();
  const [{ rows, total }, queue] = await Promise.all([findScans(query, perPage), queueView(now)]);
  const filtered = query.status !== '' || query.outcome !== '' || query.text !== '';
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Scans</h1>
      <section aria-labelledby="queue" className="mt-6">
        <h2 id="queue" className="sr-only">
          The queue
        </h2>
        <dl className="flex flex-wrap gap-x-12 gap-y-4">
          <Figure
            name="Waiting"
            value={queue.waiting}
            note={queue.oldestDueMs === null ? null : `due for ${duration(queue.oldestDueMs)}`}
            link="/admin/scans?status=queued"
          />
          <Figure name="Running" value={queue.running} link="/admin/scans?status=running" />
          <Figure name="Failed in 24 hours" value={queue.failed} link="/admin/scans?status=failed" />
        </dl>
        {queue.next.length > 0 && !filtered && query.page === 1 && (
          <>
            <h3 className="mt-8 text-lg">Running and next</h3>
            <ScanTable rows={queue.next} now={now} action={changeScan} label="Running and next" />
          </>
        )}
      </section>
      <section aria-labelledby="all" className="mt-10">
        <h2 id="all" className="text-xl">
          All scans
        </h2>
        <form
          method="get"
          action="/admin/scans"
          role="search"
          aria-label="Scans"
          className="no-print mt-4 grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:grid-cols-[2fr_1fr_1fr_auto]"
        >
          <SmallInput
            id="text"
            name="text"
            type="search"
            label="Domain, address or id"
            defaultValue={query.text}
            maxLength={200}
          />
          <SmallSelect id="status" name="status" label="Status" defaultValue={query.status}>
            <option value="">Any</option>
            <option value="queued">Waiting</option>
            <option value="running">Running</option>
            <option value="done">Done</option>
            <option value="failed">Failed</option>
          </SmallSelect>
          <SmallSelect id="outcome" name="outcome" label="Result" defaultValue={query.outcome}>
            <option value="">Any</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {outcomeWord(outcome)}
              </option>
            ))}
          </SmallSelect>
          <div className="flex items-center gap-4">
            <button type="submit" className="button-quiet h-9 px-5">
              Filter
            </button>
            {filtered && (
              <a href="/admin/scans" className="link text-sm">
                Clear
              </a>
            )}
          </div>
        </form>
        <p role="status" className="mt-5 text-sm text-soft">
          {count(total, 'scan')}
          {filtered ? ' found' : ''}.
        </p>
        {rows.length > 0 ? (
          <ScanTable rows={rows} now={now} action={changeScan} label="All scans" />
        ) : (
          <p className="mt-4 border-y border-hair py-10 text-soft">
            {filtered ? 'No scan fits.' : 'Nobody has asked for a scan yet.'}
          </p>
        )}
        <Pager
          page={query.page}
          perPage={perPage}
          total={total}
          href={(page) => href(query, page)}
          label="Pages of scans"
        />
      </section>
    </div>
  );
}
