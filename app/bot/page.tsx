import type { Metadata } from 'next';
import { buckets } from '@/lib/limits/restraint.ts';
import { settings } from '@/lib/settings.ts';
import { directoryPath } from '@/lib/signing.ts';
import { userAgent } from '@/lib/scan/user-agent.ts';
import { verifyBudget } from '@/lib/scan/verify/budget.ts';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: 'About the scanner',
    description: `What ${settings().siteName} sends when it scans a site, what it never does, and how to opt out.`,
    alternates: { canonical: '/bot' },
  };
}

const pre = 'overflow-x-auto rounded-sm border border-hair bg-sheet p-3 text-xs leading-relaxed';

export default function Bot() {
  const { siteName, scanMaxRequests, scanTimeoutS, cooldownS, siteUrl, signingKey } = settings();
  // As worker/index.ts makes it.
  const sent = siteUrl ? userAgent.replace(/\(.*\)/, `(+${siteUrl}/bot)`) : userAgent;
  return (
    <>
      <div className="pt-8 pb-12 sm:pt-12">
        <h1 className="text-3xl sm:text-4xl">About the scanner</h1>
        <p className="mt-4 max-w-prose text-lg text-soft">
          If you have seen {siteName} in your log, somebody typed your address into this site to learn how far an AI
          agent would get with your API.
        </p>
      </div>
      <section className="section" aria-labelledby="who">
        <h2 id="who" className="text-xl">
          Who it is
        </h2>
        <div className="max-w-prose">
          <p>Every request carries this User-Agent:</p>
          <pre tabIndex={0} role="group" aria-label="User-Agent" className={`${pre} mt-3`}>
            {sent}
          </pre>
          <p className="mt-4">
            It comes from the addresses of this server, over HTTP or HTTPS, and never pretends to be a browser. Pages
            that are empty without JavaScript are opened in a headless Chromium, through the same checks.
          </p>
        </div>
      </section>
      <section className="section" aria-labelledby="what">
        <h2 id="what" className="text-xl">
          What it does
        </h2>
        <div className="max-w-prose space-y-4">
          <p>
            At most {scanMaxRequests} requests in {scanTimeoutS} seconds, at most eight at once and four at once to one
            host. At least {cooldownS} seconds pass between two scans of one domain. All scans together send at most{' '}
            {buckets.own.points} requests to one address in each {buckets.own.duration} seconds, and at most{' '}
            {buckets.foreign.points} in each {buckets.foreign.duration} seconds if none of its names was typed here.
            Owners who verify with a client of their own have at most {verifyBudget.requests} more sent.
          </p>
          <p>
            It reads public pages, documents at well-known addresses and API descriptions. It calls endpoints without
            credentials, and with a random bearer token that opens nothing. It asks a token endpoint for a token with a
            random client that does not exist. On somebody else’s host it does so only where that host says that tokens
            are asked for there, or at most twice at a path like <code className="text-sm">/oauth/token</code>.
          </p>
        </div>
      </section>
      <section className="section" aria-labelledby="never">
        <h2 id="never" className="text-xl">
          What it never does
        </h2>
        <ul className="max-w-prose list-disc space-y-2 pl-5 marker:text-rule">
          <li>
            Ask for an address that says it changes something, such as <code className="text-sm">/logout</code> or{' '}
            <code className="text-sm">?action=delete</code>.
          </li>
          <li>
            Set out to create anything. It submits no forms, and asks about registration with bodies that no server can
            make a client of. Should one do so all the same, it asks for that client to be deleted.
          </li>
          <li>Guess passwords, keys or tokens.</li>
          <li>Reach into networks that are not public.</li>
          <li>Keep secrets: credentials in answers are taken out before a report is stored.</li>
        </ul>
      </section>
      {signingKey && siteUrl && (
        <section className="section" aria-labelledby="signed">
          <h2 id="signed" className="text-xl">
            How to let it in
          </h2>
          <div className="max-w-prose space-y-4">
            <p>
              Every request is signed (HTTP Message Signatures, RFC 9421, with the tag <code>web-bot-auth</code>). A
              firewall that checks Web Bot Auth can let it in by that proof, and nobody else under its name. The keys
              are at{' '}
              <a href={directoryPath} className="link wrap-anywhere">
                {siteUrl}
                {directoryPath}
              </a>
              .
            </p>
          </div>
        </section>
      )}
      <section className="section" aria-labelledby="out">
        <h2 id="out" className="text-xl">
          How to opt out
        </h2>
        <div className="max-w-prose">
          <p>Put this into the robots.txt of each host that should be left alone:</p>
          <pre tabIndex={0} role="group" aria-label="robots.txt" className={`${pre} mt-3`}>
            {'User-agent: Latchkey\nDisallow: /'}
          </pre>
          <p className="mt-4">
            Every host and port is asked for its robots.txt before anything else, and rules for paths are obeyed as RFC
            9309 says. A robots.txt that cannot be read for now, such as one that answers 503, counts as a no. If the
            address that was typed is closed, the report says no more than that.
          </p>
          <p className="mt-4">
            A group for Latchkey decides alone. Without one, rules for <code className="text-sm">*</code> hold on every
            host outside the domain that was typed, which a scan reaches by links as a crawler does. They do not hold
            for the domain itself: a person asked for that one.
          </p>
        </div>
      </section>
    </>
  );
}
