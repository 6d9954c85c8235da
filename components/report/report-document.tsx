/** A report as a whole document: title and description, the frame, the report or the reason why it cannot be read. */
import Head from 'next/head';
import type { Report } from '../../lib/scan/report/schema.ts';
import { Frame } from '../frame.tsx';
import type { Theme } from '../theme.ts';
import { Unavailable } from '../unavailable.tsx';
import { ChangedSince, scoreChange, type Changed } from './changed.tsx';
import { History, type HistoryRow } from './history.tsx';
import { ReportPage } from './report-page.tsx';
import { ScanAgain } from './scan-again.tsx';
import { Share } from './share.tsx';

/** What a stored scan is shown with; everything can be written as JSON. */
export interface ShownReport {
  report: Report;
  /** Address of the report under its domain, or its own where it is not listed. */
  canonical: string;
  /** Address of this very scan's report. */
  permalink: string;
  /** Public origin of the site. */
  origin: string;
  /** What reports are kept under: the registrable domain or the address. */
  domain: string;
  targetUrl: string;
  unlisted: boolean;
  /** Only the newest listed report of a domain is for search engines. */
  indexed: boolean;
  /** A newer scan of the domain has been finished. */
  outdated: boolean;
  /** ISO time before which no new scan of the domain starts. */
  readyAt: string;
  history: HistoryRow[];
  /** What is different from the scan of this address before; null when there was none. */
  changed: Changed | null;
}

export interface ReportDocumentProps {
  siteName: string;
  theme: Theme;
  /** Null while the database cannot be reached. */
  shown: ShownReport | null;
}

/** Title and description for tabs, search engines and previews. */
function aboutReport({ report }: ShownReport): { title: string; description: string } {
  const { host } = new URL(report.target.url);
  return { title: report.score.d7 === null ? host : `${host}: ${report.score.d7} of 100`, description: report.verdict.sentence };
}

export function ReportDocument({ siteName, theme, shown }: ReportDocumentProps) {
  const about = shown && aboutReport(shown);
  const address = shown && shown.origin + shown.canonical;
  const picture = shown && `${shown.origin}/og/${shown.report.scan.id}.png`;
  const by = shown?.changed ? scoreChange(shown.changed.comparison) : null;
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
        {picture !== null && <meta property="og:image" content={picture} />}
        {picture !== null && <meta property="og:image:width" content="1200" />}
        {picture !== null && <meta property="og:image:height" content="630" />}
        {about && <meta property="og:image:alt" content={about.description} />}
        {picture !== null && <meta name="twitter:card" content="summary_large_image" />}
      </Head>
      <Frame siteName={siteName} theme={theme}>
        {shown === null ? (
          <Unavailable />
        ) : (
          <ReportPage
            report={shown.report}
            permalink={shown.permalink}
            again={
              <div className="flex items-start gap-2">
                <Share report={shown.report} origin={shown.origin} canonical={shown.canonical} permalink={shown.permalink} domain={shown.domain} unlisted={shown.unlisted} />
                <ScanAgain target={shown.targetUrl} unlisted={shown.unlisted} readyAt={shown.readyAt} />
              </div>
            }
            notice={
              <>
                {shown.outdated && <p className="mt-3 text-sm text-partly">There is a <a className="link" href={shown.canonical}>newer report</a> about this domain.</p>}
                {by !== null && <p className="num mt-3 text-sm"><a className="link" href="#changed">{by} since the last scan</a></p>}
                {shown.unlisted && <p className="mt-3 text-sm text-soft">This report is not listed: only who has its address can read it.</p>}
              </>
            }
            history={
              <>
                <ChangedSince changed={shown.changed} />
                <History scans={shown.history} current={shown.report.scan.id} targetUrl={shown.targetUrl} />
              </>
            }
            domain={shown.domain}
          />
        )}
      </Frame>
    </>
  );
}
