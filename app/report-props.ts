/** The server's half of report pages: what is read for them, and the answers that are no report. */
import type { GetServerSidePropsContext } from 'next';
import { createElement } from 'react';
import { ReportBody, type ShownReport } from '@/components/report/report-body.tsx';
import { headOf } from '@/components/report/report-document.tsx';
import { resultWord } from '@/components/words.ts';
import { exampleReport } from '@/content/example-report.ts';
import { compare } from '@/lib/compare.ts';
import { disputeMarks, type DisputeMark } from '@/lib/admin/disputes.ts';
import { subjectOf, type Subject } from '@/lib/db/faces.ts';
import { reaching } from '@/lib/db/unavailable.ts';
import { faceChoice } from '@/lib/db/face-choices.ts';
import { endOf, latestHead, neighbours, newerOutside, previousScan, type ReportHead } from '@/lib/listed.ts';
import type { Report } from '@/lib/scan/schema/report.ts';
import { headlineOf } from '@/lib/scan/schema/scores.ts';
import { scanById, scanHistory } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import { plainDocument, whileReachable, type DocumentResult } from './plain-document.tsx';
import { examplePath, namePath, permalink } from '@/lib/addresses.ts';
import { reportPath } from '@/lib/present.ts';
import { siteOrigin } from './site-origin.ts';

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

/** The report with its head; null when it is gone. */
const contentOf = (shown: ShownReport | null) =>
  shown && {
    head: headOf(shown),
    content: createElement(ReportBody, { siteName: settings().siteName, shown }),
  };

/** The example report, which no table holds and nothing stands beside. */
export const serveExample = (context: GetServerSidePropsContext): Promise<DocumentResult> =>
  plainDocument(context, 'example', async () => {
    const report = exampleReport();
    const { domain, url: targetUrl } = report.target;
    return contentOf({
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
    });
  });

/** Runs `answer` and puts it into the terms of Next. */
export const serveReport = (
  context: GetServerSidePropsContext,
  answer: () => Promise<Answer>,
): Promise<DocumentResult> =>
  whileReachable(context, async () => {
    const result = await answer();
    if ('notFound' in result) return result;
    if ('redirect' in result) return { redirect: { destination: result.redirect, permanent: false } };
    const { head, asked } = result;
    const surroundings = await around(head, asked);
    const { face, disputes, chosen, outside } = surroundings;
    const key = [head.id, asked, face?.id, chosen, outside?.id, JSON.stringify(disputes)].join(' ');
    return plainDocument(context, key, async () => contentOf(await shownReport(head, asked, surroundings)));
  });
