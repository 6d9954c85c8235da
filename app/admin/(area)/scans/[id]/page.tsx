import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Confirm } from '@/components/admin/confirm.tsx';
import { endOfScan, ScanStatus } from '@/components/admin/scan-status.tsx';
import { ScanActions } from '@/components/admin/scan-table.tsx';
import { Section } from '@/components/report/section.tsx';
import { stamp } from '@/components/times.ts';
import { count, duration, tierWord } from '@/components/words.ts';
import { adminScan } from '@/lib/admin/scans.ts';
import { faceChoice } from '@/lib/db/face-choices.ts';
import { subjectOf } from '@/lib/db/faces.ts';
import { tiers } from '@/lib/scan/schema/report.ts';
import { eventsSince } from '@/lib/scans.ts';
import { permalink } from '@/lib/addresses.ts';
import { changeScan, deleteScan, endChoice } from '../../../actions.ts';
import { requireOperator } from '../../../session.ts';

export const metadata: Metadata = { title: 'Scan' };

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-hair py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="text-soft">{name}</dt>
      <dd className="num break-words">{children}</dd>
    </div>
  );
}

const time = (at: Date | null) => (at ? <time dateTime={at.toISOString()}>{stamp(at)}</time> : '–');

export default async function Inspect({ params }: PageProps<'/admin/scans/[id]'>) {
  await requireOperator();
  const scan = await adminScan((await params).id);
  if (!scan) notFound();
  const { name } = subjectOf(scan);
  const [events, choice] = await Promise.all([eventsSince(scan.id, 0), faceChoice(name)]);
  const tier = tiers.find((name) => name === scan.tier) ?? null;
  const result = [endOfScan(scan), scan.d7 === null ? null : `D7 ${scan.d7}`, tierWord(tier)]
    .filter(Boolean)
    .join(', ');
  return (
    <div className="pt-8">
      <p className="text-sm">
        <a href="/admin/scans" className="link">
          All scans
        </a>
      </p>
      <h1 className="mt-3 text-2xl break-all">{scan.targetUrl}</h1>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <ScanStatus scan={scan} />
        {result !== '' && <span className="text-sm text-soft">{result}</span>}
      </div>
      <div className="mt-5 flex flex-wrap items-start gap-2">
        {scan.status === 'done' && (
          <a href={permalink(scan)} className="button-quiet">
            Report
          </a>
        )}
        {scan.status !== 'done' && (
          <a href={`/scan/${scan.id}`} className="button-quiet">
            Live page
          </a>
        )}
        <a href={`/api/v1/scans/${scan.id}`} className="button-quiet">
          JSON
        </a>
        <ScanActions scan={scan} action={changeScan} />
        <Confirm
          name="Delete"
          question={`Delete this scan${scan.status === 'done' ? ' and its report' : ''}? It cannot be undone.`}
          yes="Delete it"
          action={deleteScan}
        >
          <input type="hidden" name="id" value={scan.id} />
        </Confirm>
      </div>
      {scan.errorMessage !== null && (
        <p className="mt-6 max-w-prose border-l-2 border-wall pl-3">
          {scan.errorMessage} <code className="text-xs text-soft">{scan.errorCode}</code>
        </p>
      )}
      <div className="mt-8">
        <Section id="facts" title="The scan">
          <dl className="-mt-2 text-sm">
            <Fact name="Id">
              <code className="text-xs">{scan.id}</code>
            </Fact>
            <Fact name="Typed">
              <span className="break-all">{scan.input}</span>
            </Fact>
            <Fact name="Site">
              <a href={`/admin/scans?text=${encodeURIComponent(scan.domain)}`} className="link">
                {scan.domain}
              </a>
            </Fact>
            <Fact name="Listed">{scan.unlisted ? 'No, by its address only' : 'Yes'}</Fact>
            {choice && (
              <Fact name="Owner’s choice">
                For <span className="break-all">{name}</span>: <span className="break-all">{choice.targetUrl}</span>,{' '}
                {choice.mode === 'verified' ? 'the verified report' : 'from outside'}, since {time(choice.chosenAt)}
                <form action={endChoice} className="mt-1.5">
                  <input type="hidden" name="name" value={name} />
                  <button type="submit" className="link">
                    End it
                  </button>
                </form>
              </Fact>
            )}
            <Fact name="Asked">{time(scan.createdAt)}</Fact>
            <Fact name="Not before">{time(scan.notBefore)}</Fact>
            <Fact name="Started">{time(scan.startedAt)}</Fact>
            <Fact name="Finished">{time(scan.finishedAt)}</Fact>
            {scan.status === 'running' && <Fact name="Last sign of life">{time(scan.heartbeatAt)}</Fact>}
            <Fact name="Tries">{scan.attempts}</Fact>
            <Fact name="Took">{scan.durationMs === null ? '–' : duration(scan.durationMs)}</Fact>
            <Fact name="Requests">{scan.requests ?? '–'}</Fact>
            <Fact name="Engine, methodology">
              {[scan.engineVersion, scan.methodology].filter(Boolean).join(', ') || '–'}
            </Fact>
          </dl>
        </Section>
        <Section id="steps" title="Steps" note={events.length > 0 ? count(events.length, 'step') : undefined}>
          {events.length === 0 ? (
            <p className="text-soft">None has been stored.</p>
          ) : (
            <ol className="-mt-2 text-sm">
              {events.map(({ seq, attempt, data }) => (
                <li
                  key={seq}
                  className="grid grid-cols-[3.5rem_6.5rem_minmax(0,1fr)] gap-x-3 border-b border-hair py-1.5"
                >
                  <span className="num text-right text-soft">{duration(data.ms)}</span>
                  <span className={data.type === 'wall' ? 'text-wall' : 'text-soft'}>
                    {data.type === 'stage' ? data.stage : data.type === 'found' ? data.step : data.type}
                  </span>
                  <span className="break-words">
                    {data.text}
                    {attempt > 1 && <span className="text-xs text-soft"> (try {attempt})</span>}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Section>
      </div>
    </div>
  );
}
