import type { Metadata } from 'next';
import { Unavailable } from '@/components/unavailable.tsx';

export const metadata: Metadata = { title: 'Back in a moment', robots: { index: false } };

/** Fetched by unavailable-page.ts, which sends it on with its status. */
export default function UnavailablePage() {
  return <Unavailable />;
}
