import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { tryAgain } from '@/app/actions.ts';
import { permalink, reportPath, scanState, stepOf } from '@/app/scan-view.ts';
import { LiveScan } from '@/components/live/live-scan.tsx';
import { eventsSince, queueState, scanById, scanHistory, type StoredScan } from '@/lib/scans.ts';

export async function generateMetadata({ params }: PageProps<'/scan/[id]'>): Promise<Metadata> {
  const scan = await scanById((await params).id);
  return { title: scan ? `Scan of ${scan.host}` : 'Unknown scan', robots: { index: false } };
}

/** The domain's address when this is its newest report, else the scan's own. */
async function whereReported(scan: StoredScan): Promise<string> {
  if (scan.unlisted) return reportPath(scan);
  const [newest] = await scanHistory(scan.domain, 1);
  return newest?.id === scan.id ? reportPath(scan) : permalink(scan);
}

/** The scan so far, drawn by the server, so that a reload or a browser without scripts sees as much as the live page. */
export default async function ScanPage({ params }: PageProps<'/scan/[id]'>) {
  const { id } = await params;
  const scan = await scanById(id);
  if (!scan) notFound();
  if (scan.status === 'done') redirect((await whereReported(scan)) as Route);
  const [queue, events] = await Promise.all([queueState(id), eventsSince(id, 0)]);
  return (
    <div className="pt-10 sm:pt-14">
      {scan.status !== 'failed' && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <LiveScan id={id} host={new URL(scan.targetUrl).host} steps={events.map(stepOf)} state={scanState(scan, queue)} startedAt={scan.startedAt?.toISOString() ?? null} retry={tryAgain} />
    </div>
  );
}
