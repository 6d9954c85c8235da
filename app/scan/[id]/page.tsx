import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { tryAgain } from '@/app/actions.ts';
import { permalink } from '@/lib/addresses.ts';
import { reportPath, scanState, stepOf } from '@/lib/present.ts';
import { LiveScan } from '@/components/live/live-scan.tsx';
import { subjectOf } from '@/lib/db/faces.ts';
import { latestHead } from '@/lib/listed.ts';
import { eventsSince, queueState, scanById, usualScanMs, type StoredScan } from '@/lib/scans.ts';

export async function generateMetadata({ params }: PageProps<'/scan/[id]'>): Promise<Metadata> {
  const scan = await scanById((await params).id);
  return { title: scan ? `Scan of ${scan.host}` : 'Unknown scan', robots: { index: false } };
}

/** The address of the domain or host when this scan stands for it, else the scan's own. */
async function whereReported(scan: StoredScan): Promise<string> {
  if (scan.unlisted) return reportPath(scan);
  const face = await latestHead(subjectOf(scan).name);
  return face?.id === scan.id ? reportPath(scan) : permalink(scan);
}

/** The scan so far, drawn by the server, so that a reload or a browser without scripts sees as much as the live page. */
export default async function ScanPage({ params }: PageProps<'/scan/[id]'>) {
  const { id } = await params;
  const scan = await scanById(id);
  if (!scan) notFound();
  if (scan.status === 'done') redirect((await whereReported(scan)) as Route);
  const [queue, events, usualMs] = await Promise.all([queueState(id), eventsSince(id, 0), usualScanMs()]);
  return (
    <div className="pt-10 sm:pt-14">
      {scan.status !== 'failed' && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <LiveScan
        id={id}
        host={new URL(scan.targetUrl).host}
        steps={events.map(stepOf)}
        state={scanState(scan, queue)}
        startedAt={scan.startedAt?.toISOString() ?? null}
        usualMs={usualMs}
        retry={tryAgain}
        verifyAgain={
          scan.mode === 'verified' ? `/verify?${new URLSearchParams({ target: scan.targetUrl }).toString()}` : null
        }
      />
    </div>
  );
}
