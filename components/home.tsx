/** The home page: the field, what a report looks like, and what a scan does. */
import { examplePath } from '../lib/addresses.ts';
import type { Report } from '../lib/scan/schema/report.ts';
import type { GrantId } from '../lib/scan/types.ts';
import { HomeExample } from './home-example.tsx';
import { ExampleReports, TopScorers, type ShownReports } from './home-reports.tsx';
import { exampleStations, type Station } from './journey.ts';
import { ScanForm, type ScanFormState } from './scan-form.tsx';
import { WalkMini } from './walk.tsx';
import { flowName } from './words.ts';

const flows: readonly { id: GrantId; asks: string; verdict: string; walk: Station[] }[] = [
  {
    id: 'client_credentials',
    asks: 'Client id and secret go to the token endpoint, a token comes back. One request.',
    verdict: 'No person needed. Build this one.',
    walk: exampleStations(-1, ''),
  },
  {
    id: 'device_code',
    asks: 'The agent gets a short code; a person types it into a page on another screen.',
    verdict: 'A person, once.',
    walk: exampleStations(3, 'a code to type'),
  },
  {
    id: 'authorization_code_pkce',
    asks: 'A browser opens the login page, a person signs in and clicks Allow, the browser is sent back.',
    verdict: 'A person, and a browser.',
    walk: exampleStations(3, 'login page'),
  },
  {
    id: 'implicit',
    asks: 'The same, with the token in the address bar. OAuth 2.1 leaves it out.',
    verdict: 'Deprecated.',
    walk: exampleStations(3, 'login page'),
  },
];

/** Public APIs of different kinds; a click scans one. */
const suggestions = ['api.github.com', 'api.stripe.com', 'petstore.swagger.io'] as const;

export interface HomeProps {
  siteName: string;
  scanMaxRequests: number;
  scanTimeoutS: number;
  form: ScanFormState;
  example: Report;
  shown: ShownReports;
}

export function Home({ siteName, scanMaxRequests, scanTimeoutS, form, example, shown }: HomeProps) {
  return (
    <>
      <div className="pt-8 pb-12 sm:pt-12 sm:pb-16">
        <h1 className="max-w-[15ch] text-4xl sm:text-5xl">Can an AI agent let itself in?</h1>
        <p className="mt-5 max-w-prose text-lg text-soft">
          For teams that run an API. An agent has no browser, no eyes and nobody beside it: {siteName} walks its road to
          you, shows where that road ends, and how to open it.
        </p>
        <p className="mt-2 max-w-prose">It costs nothing, needs no account, and takes under a minute.</p>
        <div id="scan" className="mt-7 scroll-mt-8">
          <ScanForm {...form} />
          <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
            <a href={examplePath} className="link inline-block py-1">
              Read an example report
            </a>
            <span>or scan one of these:</span>
            {suggestions.map((host) => (
              <form key={host} action="/scan" method="post">
                <input type="hidden" name="target" value={host} />
                <button type="submit" className="link py-1 font-mono text-xs">
                  {host}
                </button>
              </form>
            ))}
          </div>
        </div>
      </div>

      <HomeExample report={example} href={examplePath} />

      <ExampleReports reports={shown.examples} />
      <TopScorers rows={shown.top} />

      <section aria-labelledby="flows" className="section">
        <div>
          <h2 id="flows" className="text-xl">
            Four OAuth flows
          </h2>
          <p className="mt-2 max-w-prose text-sm text-soft">Only the first one leaves people out.</p>
        </div>
        <ul className="-mt-5 divide-y divide-hair">
          {flows.map((flow) => (
            <li key={flow.id} className="grid gap-x-8 gap-y-2 py-5 sm:grid-cols-[minmax(0,1fr)_124px]">
              <div className="max-w-prose">
                <h3 className="font-sans text-base font-medium">
                  {flowName[flow.id]} <code className="ml-1 text-xs font-normal text-soft">{flow.id}</code>
                </h3>
                <p className="mt-0.5 text-soft">{flow.asks}</p>
                <p
                  className={`mt-0.5 text-sm font-medium ${flow.id === 'client_credentials' ? 'text-open' : flow.id === 'device_code' ? 'text-partly' : 'text-wall'}`}
                >
                  {flow.verdict}
                </p>
              </div>
              <div className="sm:pt-1">
                <WalkMini stations={flow.walk} />
              </div>
            </li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="report" className="section">
        <h2 id="report" className="text-xl">
          What you get
        </h2>
        <dl className="grid gap-x-10 gap-y-7 sm:grid-cols-3">
          <div>
            <dt className="font-medium">A verdict and a score</dt>
            <dd className="mt-1 text-soft">
              One sentence that says how far an agent gets, and a figure from 0 to 100 by a{' '}
              <a href="/methodology" className="link">
                published table
              </a>
              .
            </dd>
          </div>
          <div>
            <dt className="font-medium">The evidence</dt>
            <dd className="mt-1 text-soft">
              Every request and answer, as HTTP and as a curl command. Nothing is claimed without one.
            </dd>
          </div>
          <div>
            <dt className="font-medium">What to fix first</dt>
            <dd className="mt-1 text-soft">
              At most three things, with the points they bring, ready to paste or to hand to a coding agent.
            </dd>
          </div>
        </dl>
      </section>

      <section aria-labelledby="harmless" className="section">
        <h2 id="harmless" className="text-xl">
          What a scan does to you
        </h2>
        <p className="max-w-prose text-soft">
          At most {scanMaxRequests} requests in {scanTimeoutS} seconds, none of which signs up, creates, changes or
          deletes anything. It says who it is and obeys your robots.txt.{' '}
          <a href="/bot" className="link">
            More about the scanner
          </a>
          .
        </p>
      </section>
    </>
  );
}
