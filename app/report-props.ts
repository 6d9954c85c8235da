/** The server's half of report pages: what is read for them, and the answers that are no report. */
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ReportBody, type ShownReport } from '@/components/report/report-body.tsx';
import { headOf, type ReportDocumentProps } from '@/components/report/report-document.tsx';
import { resultWord } from '@/components/words.ts';
import { themeCookie, themeOf, type Theme } from '@/components/theme.ts';
import { exampleReport } from '@/content/example-report.ts';
import { compare } from '@/lib/compare.ts';
import { disputeMarks, type DisputeMark } from '@/lib/admin/disputes.ts';
import { subjectOf, type Subject } from '@/lib/db/faces.ts';
import { reaching } from '@/lib/db/unavailable.ts';
import { faceChoice } from '@/lib/db/face-choices.ts';
import { endOf, latestHead, neighbours, newerOutside, previousScan, type ReportHead } from '@/lib/listed.ts';
import type { Report } from '@/lib/scan/schema/report.ts';
import { headlineOf } from '@/lib/scan/schema/scores.ts';
import { scanById, scanHistory, ServiceUnavailable } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import { isDevPolicy } from './policy.ts';
import { answerKept, documentHeaders } from './report-cache.ts';
import { examplePath, namePath, permalink, reportPath } from '@/lib/present.ts';
import { siteOrigin } from './site-origin.ts';
import { retryAfterSeconds } from './unavailable-page.ts';

/** Which report to show. `asked`: the domain or host that it stands for; null: it is asked for as one scan's. */
export type Answer = { head: ReportHead; asked: string | null } | { notFound: true } | { redirect: string };

/** Earlier scans that a report lists. */
const historyLength = 20;

const judged = (report: Report) => ({
  outcome: report.outcome,
  methodology: report.engine.methodology,
  d7: headlineOf(report)?.value ?? null,
  signals: report.signals,
  flows: report.flows,
  antiPatterns: report.antiPatterns,
});

/** What may change around a report while it stays the same. */
interface Around {
  face: ReportHead | null;
  disputes: readonly DisputeMark[];
  /** Its owner has chosen it for the name that was asked for. */
  chosen: boolean;
  /** A scan from outside that is newer than this verified one. */
  outside: { id: string; d7: number | null } | null;
}

async function around(head: ReportHead, asked: string | null): Promise<Around> {
  const [disputes, face, choice, outside] = await Promise.all([
    reaching(() => disputeMarks(head.id)),
    asked !== null || head.unlisted ? head : latestHead(subjectOf(head).name),
    asked === null ? null : reaching(() => faceChoice(asked)),
    newerOutside(head),
  ]);
  return { disputes, face, chosen: choice?.targetUrl === head.targetUrl && choice.mode === head.mode, outside };
}

/** What else is listed under a name: earlier scans, the one before of the same address, and other hosts. */
async function beside(head: ReportHead, subject: Subject) {
  if (head.unlisted) return { scans: [], previous: null, others: [] };
  const [scans, others] = await Promise.all([scanHistory(subject.name, historyLength), neighbours(subject)]);
  // Most names have been scanned once, and what nobody scanned before needs no look for it.
  const alone = scans.length === 1 && scans[0]?.id === head.id && subject.name === subjectOf(head).name;
  return { scans, previous: alone ? null : await previousScan(head), others };
}

/** A stored report with what is shown around it; null when it is gone. Nothing in it depends on the moment. @throws {ServiceUnavailable} */
async function shownReport(
  head: ReportHead,
  asked: string | null,
  { face, disputes, chosen, outside }: Around,
): Promise<ShownReport | null> {
  // An owner may let any host of a domain speak for it.
  const subject = asked === null ? subjectOf(head) : { domain: head.domain, name: asked };
  const [scan, { scans, previous, others }] = await Promise.all([scanById(head.id), beside(head, subject)]);
  if (!scan?.report) return null;
  const { report } = scan;
  return {
    report,
    canonical: asked === null ? reportPath(scan) : namePath(asked),
    permalink: permalink(scan),
    origin: siteOrigin(),
    domain: scan.domain,
    name: subject.name,
    targetUrl: scan.targetUrl,
    unlisted: scan.unlisted,
    indexed: asked !== null && !scan.unlisted,
    standsAside:
      asked !== null || scan.unlisted || !face || face.id === scan.id
        ? null
        : face.finishedAt > head.finishedAt
          ? 'newer'
          : 'other',
    chosen,
    outside: outside && { href: permalink({ id: outside.id, domain: scan.domain }), d7: outside.d7 },
    unscoredSince: asked !== null && head.d7 !== null && scans[0]?.d7 === null ? permalink(scans[0]) : null,
    disputes: [...disputes],
    readyAt: new Date(head.finishedAt.getTime() + settings().cooldownS * 1000).toISOString(),
    history: scans.map(({ id, finishedAt, targetUrl, d7, ...row }) => ({
      id,
      href: permalink({ id, domain: scan.domain }),
      finishedAt: finishedAt?.toISOString() ?? null,
      targetUrl,
      d7,
      result: resultWord(endOf({ ...row, d7 })),
    })),
    others: others.map(({ name, finishedAt, d7, ...row }) => ({
      name,
      href: namePath(name),
      finishedAt: finishedAt?.toISOString() ?? null,
      d7,
      result: resultWord(endOf({ ...row, d7 })),
    })),
    changed: previous && {
      since: previous.finishedAt.toISOString(),
      href: permalink({ id: previous.id, domain: scan.domain }),
      comparison: compare(previous, judged(report)),
    },
  };
}

type Result = GetServerSidePropsResult<ReportDocumentProps>;

/**
 * The body is drawn here in one piece: drawn as part of the page it would go through a stream of small chunks, which takes as long again. A
 * report of a hundred exchanges has half a megabyte.
 */
function drawn(theme: Theme, shown: ShownReport | null): Result {
  const { siteName } = settings();
  const body = renderToStaticMarkup(createElement(ReportBody, { siteName, theme, shown }));
  return { props: { siteName, head: shown && headOf(shown), body } };
}

/** For a response that has been sent already. */
const answered = (): Result => ({ props: { siteName: settings().siteName, head: null, body: '' } });

/** The reader's colours, and whether the development server asks, which keeps no document. */
const readerOf = ({ cookies, headers }: GetServerSidePropsContext['req']) => ({
  theme: themeOf(cookies[themeCookie]),
  dev: isDevPolicy(headers['content-security-policy']),
});

/** The example report, which no table holds and nothing stands beside. */
export async function serveExample({ req, res }: GetServerSidePropsContext): Promise<Result> {
  const { theme, dev } = readerOf(req);
  if (!dev && (await answerKept(`example ${theme}`, req, res))) return answered();
  const report = exampleReport();
  const { domain, url: targetUrl } = report.target;
  const shown: ShownReport = {
    report,
    canonical: examplePath,
    permalink: examplePath,
    origin: siteOrigin(),
    domain,
    name: domain,
    targetUrl,
    unlisted: false,
    indexed: true,
    standsAside: null,
    chosen: false,
    outside: null,
    unscoredSince: null,
    readyAt: report.scan.finishedAt,
    disputes: [],
    history: [],
    others: [],
    changed: null,
  };
  return drawn(theme, shown);
}

/** Runs `answer` and puts it into the terms of Next; while the database cannot be reached the page says so under status 503. */
export async function serveReport(
  { req, res }: GetServerSidePropsContext,
  answer: () => Promise<Answer>,
): Promise<Result> {
  const { theme, dev } = readerOf(req);
  try {
    const result = await answer();
    if ('notFound' in result) return result;
    if ('redirect' in result) return { redirect: { destination: result.redirect, permanent: false } };
    const { head, asked } = result;
    const surroundings = await around(head, asked);
    const { face, disputes, chosen, outside } = surroundings;
    // Everything that the document shows follows from these; see report-cache.ts. What is returned after an answer was sent is not drawn.
    const key = [head.id, asked, face?.id, theme, chosen, outside?.id, JSON.stringify(disputes)].join(' ');
    if (!dev && (await answerKept(key, req, res))) return answered();
    const shown = await shownReport(head, asked, surroundings);
    return shown ? drawn(theme, shown) : { notFound: true };
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    res.statusCode = 503;
    if (!dev) documentHeaders(res);
    res.setHeader('cache-control', 'no-store');
    res.setHeader('retry-after', String(retryAfterSeconds));
    return drawn(theme, null);
  }
}
