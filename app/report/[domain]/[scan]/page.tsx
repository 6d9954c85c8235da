import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { reportMetadata, ShownReport } from '@/app/report/shown.tsx';
import { decodedSegment } from '@/app/scan-view.ts';
import { scanById } from '@/lib/scans.ts';

const stored = cache(scanById);

export async function generateMetadata({ params }: PageProps<'/report/[domain]/[scan]'>): Promise<Metadata> {
  const scan = await stored((await params).scan);
  return scan?.report ? reportMetadata({ ...scan, report: scan.report }, false) : { title: 'Unknown scan' };
}

/** One scan's report at an address that never shows another one. */
export default async function ScanReport({ params }: PageProps<'/report/[domain]/[scan]'>) {
  const { domain, scan: id } = await params;
  const scan = await stored(id);
  if (!scan || scan.domain !== decodedSegment(domain)?.toLowerCase()) notFound();
  if (!scan.report) redirect(`/scan/${scan.id}`);
  return <ShownReport scan={{ ...scan, report: scan.report }} newest={false} />;
}
