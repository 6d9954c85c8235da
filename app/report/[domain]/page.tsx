import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { reportMetadata, ShownReport } from '@/app/report/shown.tsx';
import { decodedSegment } from '@/app/scan-view.ts';
import { ScanError } from '@/lib/scan/errors.ts';
import type { Report } from '@/lib/scan/report/schema.ts';
import { parseTarget } from '@/lib/scan/target/index.ts';
import { latestReport, type StoredScan } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';

// Metadata and page ask for the same report; one query serves both.
const newestReport = cache(async (segment: string): Promise<(StoredScan & { report: Report }) | null> => {
  const domain = decodedSegment(segment);
  const scan = domain === null ? null : await latestReport(domain);
  return scan?.report ? { ...scan, report: scan.report } : null;
});

/** Reports are kept under the registrable domain: `api.example.com` belongs to `example.com`. Null when the text is no address. */
function registrableDomain(segment: string): string | null {
  try {
    return parseTarget(decodedSegment(segment) ?? '', { allowNets: settings().scanAllowNets }).domain;
  } catch (error) {
    if (error instanceof ScanError) return null;
    throw error;
  }
}

export async function generateMetadata({ params }: PageProps<'/report/[domain]'>): Promise<Metadata> {
  const scan = await newestReport((await params).domain);
  return scan ? reportMetadata(scan, true) : { title: 'No report yet' };
}

export default async function LatestReport({ params }: PageProps<'/report/[domain]'>) {
  const { domain: segment } = await params;
  const scan = await newestReport(segment);
  if (scan) return <ShownReport scan={scan} newest />;
  const domain = registrableDomain(segment);
  if (domain === null || domain === decodedSegment(segment)?.toLowerCase() || !(await newestReport(encodeURIComponent(domain)))) notFound();
  redirect(`/report/${encodeURIComponent(domain)}` as Route);
}
