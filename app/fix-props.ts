/** The server's half of pages below a report, and the same of the example: one fix, `…/<fix>/<framework>`, and all exchanges, `…/evidence`. */
import type { GetServerSidePropsContext } from 'next';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { EvidencePage } from '@/components/report/evidence.tsx';
import { FixPage } from '@/components/report/fix-page.tsx';
import { headBelow } from '@/components/report/report-document.tsx';
import { exampleReport } from '@/content/example-report.ts';
import { evidencePage, examplePath, permalink } from '@/lib/addresses.ts';
import { headById } from '@/lib/listed.ts';
import { fixAt } from '@/lib/scan/fix/whole.ts';
import type { Report } from '@/lib/scan/schema/report.ts';
import { scanById } from '@/lib/scans.ts';
import type { Parts } from './frame.ts';
import { headMarkup, plainDocument, whileReachable, type DocumentResult } from './plain-document.ts';
import { siteOrigin } from './site-origin.ts';

/** What the path names: a fix, and a framework or none; or the exchanges. */
export type FixParams = { fix: string[] };

function shownFix(report: Report, at: string, path: readonly string[]): Parts | null {
  const parts = (place: string, about: Parameters<typeof headBelow>[3], body: ReactElement): Parts => ({
    head: headMarkup(headBelow(report, siteOrigin() + at, place, about)),
    body: renderToStaticMarkup(body),
  });
  if (path.join('/') === evidencePage)
    return parts(
      evidencePage,
      { title: 'Evidence', why: 'Every exchange of the scan, as sent and received.' },
      createElement(EvidencePage, { report, at }),
    );
  const found = fixAt(report.fixes, path);
  return found && parts(found.fix.id, found.fix, createElement(FixPage, { report, at, ...found }));
}

const keyOf = (scan: string, path: readonly string[]) => ['fix', scan, ...path].join(' ').toLowerCase();

export const serveExampleFix = (context: GetServerSidePropsContext<FixParams>): Promise<DocumentResult> => {
  const path = context.params?.fix ?? [];
  return plainDocument(context, keyOf('example', path), async () => shownFix(exampleReport(), examplePath, path));
};

export const serveFix = (
  context: GetServerSidePropsContext<FixParams & { domain: string; scan: string }>,
): Promise<DocumentResult> =>
  whileReachable(context, async () => {
    const { domain = '', scan: id = '', fix: path = [] } = context.params ?? {};
    const head = await headById(id);
    if (head?.domain !== domain.toLowerCase()) return { notFound: true };
    return plainDocument(context, keyOf(head.id, path), async () => {
      const report = (await scanById(head.id))?.report;
      return report ? shownFix(report, permalink(head), path) : null;
    });
  });
