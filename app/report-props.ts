/** The server's half of report pages: what is read for them, and the answers that are no report. */
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next';
import type { ReportDocumentProps, ShownReport } from '@/components/report/report-document.tsx';
import { themeCookie, themeOf } from '@/components/theme.ts';
import { compare } from '@/lib/compare.ts';
import { latestHead, previousScan, type ReportHead } from '@/lib/listed.ts';
import type { Report } from '@/lib/scan/report/schema.ts';
import { scanById, scanHistory, ServiceUnavailable } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import { isDevPolicy } from './policy.ts';
import { answerKept, documentHeaders } from './report-cache.ts';
import { permalink, reportPath } from './scan-view.ts';
import { siteOrigin } from './site-origin.ts';
import { retryAfterSeconds } from './unavailable-page.ts';

/** Which report to show. `newest`: it is asked for as the domain's, not as one scan's. */
export type Answer = { head: ReportHead; newest: boolean } | { notFound: true } | { redirect: string };

/** Earlier scans that a report lists. */
const historyLength = 20;

const judged = ({ outcome, engine, score, signals, flows, antiPatterns }: Report) => ({ outcome, methodology: engine.methodology, d7: score.d7, signals, flows, antiPatterns });

/** A stored report with what is shown around it; null when it is gone. Nothing in it depends on the moment. @throws {ServiceUnavailable} */
async function shownReport(head: ReportHead, newest: boolean): Promise<ShownReport | null> {
  const [scan, scans, previous] = await Promise.all([scanById(head.id), head.unlisted ? [] : scanHistory(head.domain, historyLength), head.unlisted ? null : previousScan(head)]);
  if (!scan?.report) return null;
  const { report } = scan;
  return {
    report,
    canonical: reportPath(scan),
    permalink: permalink(scan),
    origin: siteOrigin(),
    domain: scan.domain,
    targetUrl: scan.targetUrl,
    unlisted: scan.unlisted,
    indexed: newest && !scan.unlisted,
    outdated: !newest && !scan.unlisted && scans[0]?.id !== scan.id,
    readyAt: new Date(head.finishedAt.getTime() + settings().cooldownS * 1000).toISOString(),
    history: scans.map(({ id, finishedAt, targetUrl, d7, tier, outcome }) => ({ id, href: permalink({ id, domain: scan.domain }), finishedAt: finishedAt?.toISOString() ?? null, targetUrl, d7, tier, outcome })),
    changed: previous && { since: previous.finishedAt.toISOString(), href: permalink({ id: previous.id, domain: scan.domain }), comparison: compare(previous, judged(report)) },
  };
}

type Result = GetServerSidePropsResult<ReportDocumentProps>;

/** Runs `answer` and puts it into the terms of Next; while the database cannot be reached the page says so under status 503. */
export async function serveReport({ req, res }: GetServerSidePropsContext, answer: () => Promise<Answer>): Promise<Result> {
  const theme = themeOf(req.cookies[themeCookie]);
  const frame = { siteName: settings().siteName, theme };
  const policy = req.headers['content-security-policy'];
  const dev = typeof policy === 'string' && isDevPolicy(policy);
  try {
    const result = await answer();
    if ('notFound' in result) return result;
    if ('redirect' in result) return { redirect: { destination: result.redirect, permanent: false } };
    const { head, newest } = result;
    const latest = newest || head.unlisted ? head : await latestHead(head.domain);
    // Everything that the document shows follows from these; see report-cache.ts. What is returned after an answer was sent is not drawn.
    const key = [head.id, newest, latest?.id, theme].join(' ');
    if (!dev && (await answerKept(key, req, res))) return { props: { ...frame, shown: null } };
    const shown = await shownReport(head, newest);
    return shown ? { props: { ...frame, shown } } : { notFound: true };
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    res.statusCode = 503;
    if (!dev) documentHeaders(res);
    res.setHeader('cache-control', 'no-store');
    res.setHeader('retry-after', String(retryAfterSeconds));
    return { props: { ...frame, shown: null } };
  }
}
