import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ScanForm } from '@/components/scan-form.tsx';
import { decodedSegment } from '@/app/segments.ts';

export const metadata: Metadata = { title: 'Not found', robots: { index: false } };

const longestDomain = 253;

export default async function NotFound() {
  const path = (await headers()).get('x-pathname') ?? '';
  const segment = /^\/report\/([^/]+)/.exec(path)?.[1];
  const domain = segment === undefined ? null : decodedSegment(segment);
  const about = domain !== null && domain.length <= longestDomain ? domain : null;
  const scan = path.startsWith('/scan/');
  return (
    <div className="pt-10 sm:pt-16">
      <p className="eyebrow">404</p>
      <h1 className="mt-2 max-w-[22ch] text-3xl break-words sm:text-4xl">
        {about !== null
          ? `No report about ${about} yet`
          : scan
            ? 'There is no such scan'
            : 'There is nothing at this address'}
      </h1>
      <p className="mt-4 mb-8 max-w-prose text-lg text-soft">
        {about !== null
          ? 'Nobody has scanned it so far. It takes less than a minute.'
          : scan
            ? 'The address may have been cut short. A new scan takes less than a minute.'
            : 'You may have followed an old link. Or scan something:'}
      </p>
      <ScanForm typed={about ?? ''} />
    </div>
  );
}
