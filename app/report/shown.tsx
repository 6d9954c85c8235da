/** What the newest report and a scan's own page share: parsing what is stored, and everything around the report. */
import type { Metadata } from 'next';
import { startScan } from '@/app/actions.ts';
import { permalink, reportPath } from '@/app/scan-view.ts';
import { History } from '@/components/report/history.tsx';
import { ReportPage } from '@/components/report/report-page.tsx';
import { ScanAgain } from '@/components/report/scan-again.tsx';
import type { Report } from '@/lib/scan/report/schema.ts';
import { scanHistory, type StoredScan } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';

/** Title and description of a report. Only the newest listed report of a domain is for search engines. */
export function reportMetadata(scan: StoredScan & { report: Report }, newest: boolean): Metadata {
  const { report } = scan;
  const title = report.score.d7 === null ? report.target.host : `${report.target.host}: ${report.score.d7} of 100`;
  const description = report.verdict.sentence;
  return {
    title,
    description,
    alternates: { canonical: reportPath(scan) },
    robots: { index: newest && !scan.unlisted },
    openGraph: { title, description, type: 'article', url: reportPath(scan) },
  };
}

export async function ShownReport({ scan, newest }: { scan: StoredScan & { report: Report }; newest: boolean }) {
  const scans = scan.unlisted ? [] : await scanHistory(scan.domain, 10);
  const later = newest || scan.unlisted || scans[0]?.id === scan.id ? null : scans[0];
  const readyAt = new Date((scan.finishedAt ?? scan.createdAt).getTime() + settings().cooldownS * 1000);
  return (
    <ReportPage
      report={scan.report}
      now={new Date()}
      permalink={permalink(scan)}
      again={<ScanAgain action={startScan} target={scan.targetUrl} unlisted={scan.unlisted} readyAt={readyAt.toISOString()} />}
      notice={
        <>
          {later && <p className="mt-3 text-sm text-partly">There is a <a className="link" href={reportPath(scan)}>newer report</a> about this domain.</p>}
          {scan.unlisted && <p className="mt-3 text-sm text-soft">This report is not listed: only who has its address can read it.</p>}
        </>
      }
      history={<History scans={scans} current={scan.id} pathOf={(id) => permalink({ id, domain: scan.domain })} />}
    />
  );
}
