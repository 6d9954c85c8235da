import type { Metadata } from 'next';
import { RemovalForm } from '@/components/removal-form.tsx';
import { sendRemoval } from './actions.ts';

export const metadata: Metadata = {
  title: 'Taking reports down',
  description:
    'For owners: how to correct a report, keep the scanner out, or have reports about your domain taken down.',
  alternates: { canonical: '/removal' },
  robots: { index: false },
};

const longestDomain = 253;

export default async function Removal({ searchParams }: PageProps<'/removal'>) {
  const { domain } = await searchParams;
  return (
    <>
      <div className="pt-8 pb-10 sm:pt-12">
        <h1 className="max-w-[22ch] text-3xl sm:text-4xl">Is it your API?</h1>
        <p className="mt-4 max-w-prose text-lg text-soft">Often there is a quicker way than taking a report down.</p>
      </div>
      <section className="section" aria-labelledby="quicker">
        <h2 id="quicker" className="text-xl">
          Quicker ways
        </h2>
        <ul className="max-w-prose list-disc space-y-2 pl-5 marker:text-rule">
          <li>
            It is out of date: scan again. The report under your domain is then that of the newest scan with a score.
          </li>
          <li>
            It is wrong: say in the form which finding, and what the server really answers. Each finding names the
            exchange it rests on.
          </li>
          <li>
            You want no scans at all: put <code className="text-sm">User-agent: Latchkey</code> and{' '}
            <code className="text-sm">Disallow: /</code> into your robots.txt.{' '}
            <a href="/bot" className="link">
              How the rule is read
            </a>
            .
          </li>
        </ul>
      </section>
      <section className="section" aria-labelledby="request">
        <div>
          <h2 id="request" className="text-xl">
            Take reports down
          </h2>
          <p className="mt-2 text-sm text-soft">
            The next page names a DNS record and a file; one of them shows that the domain is yours. Then the operator
            of this site reads your request and answers by mail. Your address is used for that alone.
          </p>
        </div>
        <RemovalForm action={sendRemoval} domain={typeof domain === 'string' ? domain.slice(0, longestDomain) : ''} />
      </section>
    </>
  );
}
