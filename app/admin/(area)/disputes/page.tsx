import type { Metadata } from 'next';
import { SmallInput } from '@/components/admin/fields.tsx';
import { Section } from '@/components/report/section.tsx';
import { When } from '@/components/when.tsx';
import { evidencePage, permalink } from '@/lib/addresses.ts';
import { answeredDisputes, openDisputes } from '@/lib/admin/disputes.ts';
import { findingName } from '@/lib/disputes.ts';
import { answerOneDispute } from '../../actions.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Disputes' };

type Row = Awaited<ReturnType<typeof openDisputes>>[number];

function About({ row, now }: { row: Row; now: Date }) {
  const report = permalink({ id: row.scanId, domain: row.scan.domain });
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="font-sans text-base font-medium break-all">
          <a href={`${report}#${row.finding}`} className="link">
            {row.scan.domain}: {findingName(row.finding)}
          </a>
        </h3>
        <p className="text-xs text-soft">
          <When at={row.createdAt} now={now} />
        </p>
      </div>
      <p className="mt-2 max-w-prose text-sm break-words whitespace-pre-line">
        <span className="text-soft">Should say: </span>
        {row.expected}
      </p>
      <p className="mt-1 max-w-prose text-sm break-words whitespace-pre-line">
        <span className="text-soft">Because: </span>
        {row.reason}{' '}
        {row.exchange !== null && (
          <a href={`${report}/${evidencePage}#${row.exchange}`} className="link font-mono text-xs">
            [{row.exchange}]
          </a>
        )}
      </p>
    </>
  );
}

export default async function Disputes() {
  await requireOperator();
  const [open, answered] = await Promise.all([openDisputes(), answeredDisputes(20)]);
  const now = new Date();
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Disputes</h1>
      <p className="mt-3 max-w-prose text-soft">
        What readers say is wrong. Your answer stands on the report; the score stays, since a report is what was seen.
        Answered ones are{' '}
        <a href="/api/admin/disputes" className="link">
          a list of JSON lines
        </a>{' '}
        to write the next tests from.
      </p>
      <div className="mt-8">
        <Section id="open" title="Open">
          {open.length === 0 ? (
            <p className="text-soft">There are none.</p>
          ) : (
            <ul className="-mt-3">
              {open.map((row) => (
                <li key={row.id} className="border-b border-hair py-4">
                  <About row={row} now={now} />
                  <form action={answerOneDispute} className="mt-3 flex flex-wrap items-end gap-2">
                    <input type="hidden" name="id" value={row.id} />
                    <div className="min-w-60 grow">
                      <SmallInput
                        id={`answer-${row.id}`}
                        name="answer"
                        label="Your answer, for everybody to read"
                        required
                        maxLength={2000}
                        autoComplete="off"
                      />
                    </div>
                    <button type="submit" name="ruling" value="right" className="button-quiet h-9">
                      The report is wrong
                    </button>
                    <button type="submit" name="ruling" value="wrong" className="button-quiet h-9">
                      The report stands
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="answered" title="Answered">
          {answered.length === 0 ? (
            <p className="text-soft">None yet.</p>
          ) : (
            <ul className="-mt-3">
              {answered.map((row) => (
                <li key={row.id} className="border-b border-hair py-4">
                  <About row={row} now={now} />
                  <p className="mt-1 max-w-prose text-sm">
                    <span className="text-soft">
                      {row.ruling === 'right' ? 'The report is wrong' : 'The report stands'}, says {row.resolvedBy}
                      :{' '}
                    </span>
                    {row.answer}
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
