/** The newest report of a domain. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveReport, shownReport } from '@/app/report-props.ts';
import { ReportDocument, type ReportDocumentProps } from '@/components/report/report-document.tsx';
import { ScanError } from '@/lib/scan/errors.ts';
import { parseTarget } from '@/lib/scan/target/index.ts';
import { latestReport } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';

export const config: PageConfig = { unstable_runtimeJS: false };

export default ReportDocument;

/** Reports are kept under the registrable domain: `api.example.com` belongs to `example.com`. Null when the text is no address. */
function registrableDomain(text: string): string | null {
  try {
    return parseTarget(text, { allowNets: settings().scanAllowNets }).domain;
  } catch (error) {
    if (error instanceof ScanError) return null;
    throw error;
  }
}

export const getServerSideProps: GetServerSideProps<ReportDocumentProps, { domain: string }> = (context) =>
  serveReport(context, async () => {
    const asked = context.params?.domain ?? '';
    const scan = await latestReport(asked);
    if (scan?.report) return { shown: await shownReport({ ...scan, report: scan.report }, true) };
    const domain = registrableDomain(asked);
    if (domain === null || domain === asked.toLowerCase() || !(await latestReport(domain))) return { notFound: true };
    return { redirect: `/report/${encodeURIComponent(domain)}` };
  });
