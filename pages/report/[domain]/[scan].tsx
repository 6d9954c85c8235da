/** One scan's report, at an address that never shows another one. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveReport, shownReport } from '@/app/report-props.ts';
import { ReportDocument, type ReportDocumentProps } from '@/components/report/report-document.tsx';
import { scanById } from '@/lib/scans.ts';

export const config: PageConfig = { unstable_runtimeJS: false };

export default ReportDocument;

export const getServerSideProps: GetServerSideProps<ReportDocumentProps, { domain: string; scan: string }> = (context) =>
  serveReport(context, async () => {
    const { domain = '', scan: id = '' } = context.params ?? {};
    const scan = await scanById(id);
    if (!scan || scan.domain !== domain.toLowerCase()) return { notFound: true };
    if (!scan.report) return { redirect: `/scan/${scan.id}` };
    return { shown: await shownReport({ ...scan, report: scan.report }, false) };
  });
