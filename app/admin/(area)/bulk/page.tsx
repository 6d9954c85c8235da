import type { Metadata } from 'next';
import { BulkForm } from '@/components/admin/bulk-form.tsx';
import { BulkBar, overOf, progressWords, standOf } from '@/components/admin/bulk-progress.tsx';
import { Fresh } from '@/components/admin/fresh.tsx';
import { Section } from '@/components/report/section.tsx';
import { When } from '@/components/when.tsx';
import { bulkLimits, bulkRuns } from '@/lib/admin/bulk.ts';
import { startList } from '../../actions.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Bulk' };

export default async function Bulk() {
  await requireOperator();
  const runs = await bulkRuns();
  const now = new Date();
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Bulk</h1>
      <p className="mt-3 max-w-prose text-soft">
        A list of addresses, scanned a few at once and at the pace that each site allows. It is kept in the database and
        goes on after any restart; while visitors fill half of the line, it waits.
      </p>
      {runs.some((run) => !run.paused && run.waiting + run.underWay > 0) && <Fresh />}
      <div className="mt-8">
        <Section id="new" title="A new list">
          <BulkForm action={startList} most={bulkLimits.addresses} mostAtOnce={bulkLimits.atOnce} />
        </Section>
        <Section id="lists" title="Lists">
          {runs.length === 0 ? (
            <p className="text-soft">There are none.</p>
          ) : (
            <ul className="-mt-3">
              {runs.map((run) => (
                <li key={run.id} className="border-b border-hair py-4">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                    <h3 className="font-sans text-base font-medium break-words">
                      <a href={`/admin/bulk/${run.id}`} className="link">
                        {run.name}
                      </a>
                    </h3>
                    <p className="num text-sm">
                      {standOf(run)}: {overOf(run).toLocaleString('en')} of {run.total.toLocaleString('en')}
                    </p>
                  </div>
                  <div className="mt-2">
                    <BulkBar run={run} />
                  </div>
                  <p className="mt-1.5 text-xs text-soft">
                    {progressWords(run)} · {run.createdBy}, <When at={run.createdAt} now={now} />
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </div>
  );
}
