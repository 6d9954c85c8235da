import type { Metadata } from 'next';
import { settings } from '@/lib/settings.ts';
import { userAgent } from '@/lib/scan/index.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: 'About the scanner', description: `What ${settings().siteName} sends when it scans a site, what it never does, and how to opt out.`, alternates: { canonical: '/bot' } };
}

const pre = 'overflow-x-auto rounded-sm border border-hair bg-sheet p-3 text-xs leading-relaxed';

export default function Bot() {
  const { siteName, scanMaxRequests, scanTimeoutS, cooldownS, siteUrl } = settings();
  // As worker/index.ts makes it.
  const sent = siteUrl ? userAgent.replace(/\(.*\)/, `(+${siteUrl}/bot)`) : userAgent;
  return (
    <>
      <div className="pt-8 pb-12 sm:pt-12">
        <h1 className="text-3xl sm:text-4xl">About the scanner</h1>
        <p className="mt-4 max-w-prose text-lg text-soft">You have seen {siteName} in your log? Somebody typed your address into this site to learn how far an AI agent would get with your API.</p>
      </div>
      <section className="section" aria-labelledby="who">
        <h2 id="who" className="text-xl">Who it is</h2>
        <div className="max-w-prose">
          <p>Every request carries this User-Agent:</p>
          <pre tabIndex={0} role="group" aria-label="User-Agent" className={`${pre} mt-3`}>{sent}</pre>
          <p className="mt-4">It comes from the addresses of this server, over HTTP or HTTPS, and never pretends to be a browser. Pages that are empty without JavaScript are opened in a headless Chromium, through the same checks.</p>
        </div>
      </section>
      <section className="section" aria-labelledby="what">
        <h2 id="what" className="text-xl">What it does</h2>
        <div className="max-w-prose space-y-4">
          <p>At most {scanMaxRequests} requests in {scanTimeoutS} seconds, at most eight at once and four at once to one host. At least {cooldownS} seconds pass between two scans of one domain.</p>
          <p>It reads public pages, documents at well-known places and API descriptions. It calls endpoints without credentials, and with a random bearer token that fits nothing. It asks a token endpoint for a token with a random client that does not exist.</p>
        </div>
      </section>
      <section className="section" aria-labelledby="never">
        <h2 id="never" className="text-xl">What it never does</h2>
        <ul className="max-w-prose list-disc space-y-2 pl-5 marker:text-rule">
          <li>Create, change or delete anything. It sends no form and registers no client.</li>
          <li>Guess passwords, keys or tokens.</li>
          <li>Reach into networks that are not public.</li>
          <li>Keep secrets: credentials in answers are taken out before a report is stored.</li>
        </ul>
      </section>
      <section className="section" aria-labelledby="out">
        <h2 id="out" className="text-xl">How to opt out</h2>
        <div className="max-w-prose">
          <p>Put this into the robots.txt of the host:</p>
          <pre tabIndex={0} role="group" aria-label="robots.txt" className={`${pre} mt-3`}>{'User-agent: Latchkey\nDisallow: /'}</pre>
          <p className="mt-4">A scan asks for robots.txt together with the address that was typed, stops there, and its report says no more than that. Rules for other names, and for <code className="text-sm">*</code>, are about crawlers; one scan that a person asked for is not crawling.</p>
        </div>
      </section>
    </>
  );
}
