import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { refusalHeader } from '../refused-page.ts';

export const metadata: Metadata = { title: 'Not right now', robots: { index: false } };

/** Fetched by refused-page.ts, which sends it on with its status. */
export default async function BusyPage() {
  const sentence = (await headers()).get(refusalHeader());
  return (
    <div className="pt-10 sm:pt-16">
      <h1 className="max-w-[22ch] text-3xl sm:text-4xl">Not right now</h1>
      <p className="mt-4 max-w-prose text-lg text-soft">
        {sentence ? decodeURIComponent(sentence) : 'Nothing is in your way at the moment.'}
      </p>
      <p className="mt-8">
        <a href="/" className="button">
          Back to the form
        </a>
      </p>
    </div>
  );
}
