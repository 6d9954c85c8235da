/** A report as a whole document: title and description, the frame, the report or the reason why it cannot be read. */
import Head from 'next/head';
import type { Report } from '../../lib/scan/report/schema.ts';
import { Frame } from '../frame.tsx';
import type { Theme } from '../theme.ts';
import { Unavailable } from '../unavailable.tsx';
import { History, type HistoryRow } from './history.tsx';
import { ReportPage } from './report-page.tsx';
import { ScanAgain } from './scan-again.tsx';

/** What a stored scan is shown with; everything can be written as JSON. */
export interface ShownReport {
  report: Report;
  /** Address of the report under its domain, or its own where it is not listed. */
  canonical: string;
  /** Address of this very scan's report. */
  permalink: string;
  targetUrl: string;
  unlisted: boolean;
  /** Only the newest listed report of a domain is for search engines. */
  indexed: boolean;
  /** A newer scan of the domain has been finished. */
  outdated: boolean;
  /** ISO time before which no new scan of the domain starts. */
  readyAt: string;
  history: HistoryRow[];
  now: string;
}

export interface ReportDocumentProps {
  siteName: string;
  /** Public origin of the site, when it is known. */
  siteUrl: string | null;
  theme: Theme;
  /** Null while the database cannot be reached. */
  shown: ShownReport | null;
}

/** Title and description for tabs, search engines and previews. */
function aboutReport({ report }: ShownReport): { title: string; description: string } {
  const { host } = new URL(report.target.url);
  return { title: report.score.d7 === null ? host : `${host}: ${report.score.d7} of 100`, description: report.verdict.sentence };
}

export function ReportDocument({ siteName, siteUrl, theme, shown }: ReportDocumentProps) {
  const about = shown && aboutReport(shown);
  const address = shown && siteUrl !== null ? siteUrl + shown.canonical : null;
  return (
    <>
      <Head>
        <title>{`${about?.title ?? 'Back in a moment'} · ${siteName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta key="light" name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta key="dark" name="theme-color" media="(prefers-color-scheme: dark)" content="#15140f" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
        <meta name="robots" content={shown?.indexed ? 'index, follow' : 'noindex'} />
        {about && <meta name="description" content={about.description} />}
        {about && <meta property="og:title" content={about.title} />}
        {about && <meta property="og:description" content={about.description} />}
        {about && <meta property="og:type" content="article" />}
        {about && <meta property="og:site_name" content={siteName} />}
        {address !== null && <link rel="canonical" href={address} />}
        {address !== null && <meta property="og:url" content={address} />}
      </Head>
      <Frame siteName={siteName} theme={theme}>
        {shown === null ? (
          <Unavailable />
        ) : (
          <ReportPage
            report={shown.report}
            now={new Date(shown.now)}
            permalink={shown.permalink}
            again={<ScanAgain target={shown.targetUrl} unlisted={shown.unlisted} readyAt={shown.readyAt} />}
            notice={
              <>
                {shown.outdated && <p className="mt-3 text-sm text-partly">There is a <a className="link" href={shown.canonical}>newer report</a> about this domain.</p>}
                {shown.unlisted && <p className="mt-3 text-sm text-soft">This report is not listed: only who has its address can read it.</p>}
              </>
            }
            history={<History scans={shown.history} current={shown.report.scan.id} />}
          />
        )}
      </Frame>
    </>
  );
}
