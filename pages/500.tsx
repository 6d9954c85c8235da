import type { PageConfig } from 'next';
import Head from 'next/head';

export const config: PageConfig = { unstable_runtimeJS: false };

/** A fault of ours in a report. Made once at build time, so it knows neither the site's name nor the reader's colours. */
export default function Fault() {
  return (
    <main className="mx-auto w-full max-w-page px-5 py-16 sm:px-8">
      <Head>
        <title>Something went wrong</title>
      </Head>
      <p className="eyebrow">500</p>
      <h1 className="mt-2 max-w-[22ch] text-3xl sm:text-4xl">Something went wrong on our side</h1>
      <p className="mt-4 max-w-prose text-lg text-soft">
        It is not about the site you looked at. Trying again often helps.
      </p>
      <p className="mt-8">
        <a href="?" className="button">
          Try again
        </a>
      </p>
    </main>
  );
}
