/** The newest report of a domain. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveReport } from '@/app/report-props.ts';
import { ReportDocument, type ReportDocumentProps } from '@/components/report/report-document.tsx';
import { latestHead } from '@/lib/listed.ts';
import { ScanError } from '@/lib/scan/errors.ts';
import { parseTarget } from '@/lib/scan/target/index.ts';
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
    const head = await latestHead(asked);
    if (head) return { head, newest: true };
    const domain = registrableDomain(asked);
    if (domain === null || domain === asked.toLowerCase() || !(await latestHead(domain))) return { notFound: true };
    return { redirect: `/report/${encodeURIComponent(domain)}` };
  });
