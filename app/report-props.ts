/** The server's half of report pages: what is read for them, and the answers that are no report. */
import type { GetServerSidePropsContext } from 'next';
import { drawnBytes, drawReport, readDrawn, showing, type Drawn } from '@/components/report/drawn.tsx';
import { reportBody, type ShownReport } from '@/components/report/report-body.tsx';
import { headOf } from '@/components/report/report-document.tsx';
import { resultWord } from '@/components/words.ts';
import { exampleReport } from '@/content/example-report.ts';
import { compare } from '@/lib/compare.ts';
import { subjectOf, type Subject } from '@/lib/db/faces.ts';
import { drawnOnce } from '@/lib/db/drawings.ts';
import { reaching } from '@/lib/db/unavailable.ts';
import {
  endOf,
  latestHead,
  neighbours,
  newerOutside,
  previousScan,
  type FullHead,
  type ReportHead,
} from '@/lib/listed.ts';
import { scanHistory } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import type { Parts } from './frame.ts';
import { headMarkup, plainDocument, whileReachable, type DocumentResult } from './plain-document.ts';
import { examplePath, namePath, permalink } from '@/lib/addresses.ts';
import { reportPath } from '@/lib/present.ts';
import { siteOrigin } from './site-origin.ts';

/** Which report to show. `asked`: the domain or host that it stands for; null: it is asked for as one scan's. */
export type Answer = { head: FullHead; asked: string | null } | { notFound: true } | { redirect: string };

/** Earlier scans that a report lists. */
const historyLength = 20;

/** Which other reports there are that say something about this one. */
interface Around {
  face: ReportHead | null;
  /** A scan from outside that is newer than this verified one. */
  outside: { id: string; d7: number | null } | null;
}

async function around(head: ReportHead, asked: string | null): Promise<Around> {
  const [face, outside] = await Promise.all([
    asked !== null || head.unlisted ? head : latestHead(subjectOf(head).name),
    newerOutside(head),
  ]);
  return { face, outside };
}

/** The report's drawing; null when it is gone. @throws {ServiceUnavailable} */
async function drawnReport(head: FullHead): Promise<Drawn | null> {
  const { domain, disputes } = head;
  const bytes = await reaching(() =>
    drawnOnce(head.id, 'document', showing(disputes), (report) =>
      drawnBytes({ report, permalink: permalink(head), domain, disputes }),
    ),
  );
  return bytes && readDrawn(bytes);
}

/** What else is listed under a name: earlier scans, the one before of the same address, and other hosts. */
async function beside(head: FullHead, subject: Subject) {
  if (head.unlisted || head.alone) return { scans: [], previous: null, others: [] };
  const [scans, others, previous] = await Promise.all([
    scanHistory(subject.name, historyLength),
    neighbours(subject),
    previousScan(head),
  ]);
  return { scans, previous, others };
}

const partsOf = (drawn: Drawn, shown: ShownReport): Parts => ({
  head: headMarkup(headOf(shown)),
  body: reportBody(settings().siteName, drawn, shown),
});

/** A stored report with what is shown around it; null when it is gone. Nothing in it depends on the moment. @throws {ServiceUnavailable} */
async function shownReport(head: FullHead, asked: string | null, { face, outside }: Around): Promise<Parts | null> {
  // An owner may let any host of a domain speak for it.
  const subject = asked === null ? subjectOf(head) : { domain: head.domain, name: asked };
  const [drawn, { scans, previous, others }] = await Promise.all([drawnReport(head), beside(head, subject)]);
  if (!drawn) return null;
  const { summary } = drawn;
  return partsOf(drawn, {
    summary,
    canonical: asked === null ? reportPath(head) : namePath(asked),
    permalink: permalink(head),
    origin: siteOrigin(),
    domain: head.domain,
    name: subject.name,
    targetUrl: head.targetUrl,
    unlisted: head.unlisted,
    indexed: asked !== null && !head.unlisted,
    standsAside:
      asked !== null || head.unlisted || !face || face.id === head.id
        ? null
        : face.finishedAt > head.finishedAt
          ? 'newer'
          : 'other',
    chosen: head.chosen,
    outside: outside && { href: permalink({ id: outside.id, domain: head.domain }), d7: outside.d7 },
    unscoredSince: asked !== null && head.d7 !== null && scans[0]?.d7 === null ? permalink(scans[0]) : null,
    readyAt: new Date(head.finishedAt.getTime() + settings().cooldownS * 1000).toISOString(),
    history: scans.map(({ id, finishedAt, targetUrl, d7, ...row }) => ({
      id,
      href: permalink({ id, domain: head.domain }),
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
      href: permalink({ id: previous.id, domain: head.domain }),
      comparison: compare(previous, summary.judged),
    },
  });
}

/** The example report, which no table holds and nothing stands beside. */
export const serveExample = (context: GetServerSidePropsContext): Promise<DocumentResult> =>
  plainDocument(context, 'example', () => {
    const report = exampleReport();
    const { domain, url: targetUrl } = report.target;
    const drawn = drawReport({ report, permalink: examplePath, domain, disputes: [] });
    const parts = partsOf(drawn, {
      summary: drawn.summary,
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
      history: [],
      others: [],
      changed: null,
    });
    return Promise.resolve(parts);
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
    const { face, outside } = surroundings;
    const key = [head.id, asked, face?.id, head.chosen, outside?.id, JSON.stringify(head.disputes)].join(' ');
    return plainDocument(context, key, () => shownReport(head, asked, surroundings));
  });
