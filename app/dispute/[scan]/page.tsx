import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permalink } from '@/lib/addresses.ts';
import { DisputeForm } from '@/components/dispute-form.tsx';
import { findingsOf } from '@/lib/disputes.ts';
import { scanById } from '@/lib/scans.ts';
import { sendDispute } from './actions.ts';

export const metadata: Metadata = {
  title: 'A finding is wrong',
  description: 'Say which finding of a report is wrong, what it should say, and why.',
  robots: { index: false },
};

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 200) : '');

export default async function Dispute({ params, searchParams }: PageProps<'/dispute/[scan]'>) {
  const [{ scan: id }, asked] = await Promise.all([params, searchParams]);
  const scan = await scanById(id);
  if (!scan?.report) notFound();
  const findings = [...findingsOf(scan.report)];
  const back = permalink(scan);
  if (one(asked.sent) === 'yes')
    return (
      <div className="max-w-prose pt-8 pb-10 sm:pt-12">
        <h1 className="text-3xl sm:text-4xl">Thank you</h1>
        <p className="mt-4 text-lg text-soft">
          The operator of this site reads it and answers on the report. Until then the finding is marked as disputed
          there; the score stays as it is.
        </p>
        <p className="mt-6">
          <a href={back} className="link">
            Back to the report
          </a>
        </p>
      </div>
    );
  const finding = one(asked.finding);
  return (
    <>
      <div className="pt-8 pb-8 sm:pt-12">
        <h1 className="max-w-[22ch] text-3xl sm:text-4xl">What is wrong?</h1>
        <p className="mt-4 max-w-prose text-soft">
          About the report on{' '}
          <a href={back} className="link font-mono text-sm break-all">
            {new URL(scan.report.target.url).host}
          </a>
          . Every finding rests on exchanges that you can read there. If one was read wrongly, say what it should have
          been: corrections become tests of the scanner. Nothing that you write is published.
        </p>
      </div>
      <DisputeForm
        action={sendDispute}
        scan={id}
        findings={findings}
        exchanges={scan.report.exchanges.map((exchange) => exchange.id)}
        finding={findings.some(([known]) => known === finding) ? finding : ''}
        exchange={one(asked.exchange)}
      />
    </>
  );
}
