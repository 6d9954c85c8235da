import type { Metadata } from 'next';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { BrowserOnly, DeclaredFlows, NoScans, OwnScans } from '@/components/knowledge/state-of-agent-auth.tsx';
import { Section } from '@/components/report/section.tsx';
import { log } from '@/lib/log.ts';
import { ServiceUnavailable } from '@/lib/scans.ts';
import { descriptionSurvey, quotedBrowserOnly, scanStatistics, type ScanStatistics } from '@/lib/statistics.ts';

export const metadata: Metadata = {
  title: 'The state of agent auth',
  description:
    'How many APIs let an AI agent in: browser-only OAuth, flows, anti-patterns, tiers and signals, from our own scans and a survey of published API descriptions.',
  alternates: { canonical: '/statistics', types: { 'application/json': '/api/v1/statistics' } },
};

/** The figures, or null while the database is out of reach: the survey can be read all the same. */
async function readable(): Promise<ScanStatistics | null> {
  try {
    return await scanStatistics();
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    log('web').warn({ err: error }, 'statistics without our own scans: the database cannot be reached');
    return null;
  }
}

export default async function Statistics() {
  const scans = await readable();
  return (
    <>
      <PageHead
        title="The state of agent auth"
        lead="How many APIs let a program in by itself, and what stops it at the others. Every figure with its counts, its date and where it comes from."
      />
      <BrowserOnly survey={descriptionSurvey} quoted={quotedBrowserOnly} scans={scans} />
      {scans === null ? (
        <Section id="scans" title="Our own scans">
          <p className="max-w-prose">They cannot be read right now. Try again in a minute.</p>
        </Section>
      ) : scans.base === 0 ? (
        <NoScans scans={scans} />
      ) : (
        <OwnScans scans={scans} now={new Date()} />
      )}
      <DeclaredFlows survey={descriptionSurvey} />
      <Section id="counted" title="How it was counted">
        <div className="max-w-prose space-y-4">
          <p>
            Our own figures are counted in the database when you open this page, at most half a minute old. Unlisted
            scans are left out. Signals, flows, anti-patterns and tiers rest on scans that have a score;{' '}
            <a href="/methodology" className="link">
              how the score is made
            </a>
            .
          </p>
          <p>“Unknown” stays a column of its own. It is never added to either side.</p>
          <p>
            The same as JSON, for your own charts:{' '}
            <a href="/api/v1/statistics" className="link">
              <code className="text-[0.92em]">/api/v1/statistics</code>
            </a>
            .
          </p>
        </div>
      </Section>
    </>
  );
}
