/** The server's half of report pages: what is read for them, and the answers that are no report. */
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next';
import type { ReportDocumentProps, ShownReport } from '@/components/report/report-document.tsx';
import { themeCookie, themeOf } from '@/components/theme.ts';
import type { Report } from '@/lib/scan/report/schema.ts';
import { scanHistory, ServiceUnavailable, type StoredScan } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import { permalink, reportPath } from './scan-view.ts';
import { retryAfterSeconds } from './unavailable-page.ts';

export type Reported = StoredScan & { report: Report };
export type Answer = { shown: ShownReport } | { notFound: true } | { redirect: string };

/** Earlier scans that a report lists. */
const historyLength = 10;

/** A stored report with what is shown around it. @throws {ServiceUnavailable} */
export async function shownReport(scan: Reported, newest: boolean): Promise<ShownReport> {
  const scans = scan.unlisted ? [] : await scanHistory(scan.domain, historyLength);
  const finished = scan.finishedAt ?? scan.createdAt;
  return {
    report: scan.report,
    canonical: reportPath(scan),
    permalink: permalink(scan),
    targetUrl: scan.targetUrl,
    unlisted: scan.unlisted,
    indexed: newest && !scan.unlisted,
    outdated: !newest && !scan.unlisted && scans[0]?.id !== scan.id,
    readyAt: new Date(finished.getTime() + settings().cooldownS * 1000).toISOString(),
    history: scans.map(({ id, finishedAt, targetUrl, d7, tier, outcome }) => ({ id, href: permalink({ id, domain: scan.domain }), finishedAt: finishedAt?.toISOString() ?? null, targetUrl, d7, tier, outcome })),
    now: new Date().toISOString(),
  };
}

/** Runs `answer` and puts it into the terms of Next; while the database cannot be reached the page says so under status 503. */
export async function serveReport({ req, res }: GetServerSidePropsContext, answer: () => Promise<Answer>): Promise<GetServerSidePropsResult<ReportDocumentProps>> {
  const { siteName, siteUrl } = settings();
  const frame = { siteName, siteUrl: siteUrl ?? null, theme: themeOf(req.cookies[themeCookie]) };
  try {
    const result = await answer();
    if ('notFound' in result) return result;
    if ('redirect' in result) return { redirect: { destination: result.redirect, permanent: false } };
    return { props: { ...frame, shown: result.shown } };
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    res.statusCode = 503;
    res.setHeader('retry-after', String(retryAfterSeconds));
    return { props: { ...frame, shown: null } };
  }
}
