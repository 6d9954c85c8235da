/** What a report without a score says instead: what happened, and what the owner can check. */
import type { Report } from '../../lib/scan/schema/report.ts';
import type { Failure } from '../../lib/scan/types.ts';
import { noApiOverallCap } from '../../lib/scan/score/methodology.ts';
import { visible } from './exchange-text.ts';
import { notLookedAt } from './measured.tsx';
import { OpenFix } from './fixes.tsx';
import { Section } from './section.tsx';

/** Which step failed, as a heading, and what its owner can look at. */
const failures: Record<Failure['step'], { what: string; checks: readonly string[] }> = {
  guard: {
    what: 'The scanner refused to connect',
    checks: [
      'The name resolves to an address that is not public. A scan from outside reaches public addresses only.',
      'Check the A and AAAA records of the name.',
    ],
  },
  dns: {
    what: 'The name was not found',
    checks: [
      'Check the spelling of the address.',
      'Check that the name has an A or AAAA record and that its name servers answer from outside your network.',
      'A name that was made a moment ago can take a while to be known everywhere.',
    ],
  },
  connect: {
    what: 'No connection',
    checks: [
      'Check that a server listens on this port.',
      'Check that no firewall drops connections from outside.',
      'If there is an AAAA record, check that the server answers on IPv6 too.',
    ],
  },
  tls: {
    what: 'No secure connection',
    checks: [
      'Check that the certificate is valid now and covers this name.',
      'Check that the server sends the intermediate certificates along.',
      'Check that it speaks TLS 1.2 or 1.3.',
    ],
  },
  send: {
    what: 'The request could not be sent',
    checks: ['The server closed the connection at once. Check its log, and the log of any proxy before it.'],
  },
  headers: {
    what: 'No answer in time',
    checks: ['The server took the connection and then said nothing for eight seconds. Check its log and its load.'],
  },
  body: {
    what: 'The answer broke off',
    checks: [
      'The server began to answer and stopped. Check its log, and content-length or transfer-encoding if a proxy is before it.',
    ],
  },
  budget: {
    what: 'The scan ran out of time',
    checks: ['The server was too slow for the time of one scan. Try again when it is less busy.'],
  },
  aborted: { what: 'The scan was stopped', checks: ['Scan again.'] },
};

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="max-w-prose list-disc space-y-2 pl-5 marker:text-rule">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Unreachable({ report }: { report: Report }) {
  const failure = report.evidence.reach.unreachable;
  const { what, checks } = failures[failure?.step ?? 'connect'];
  return (
    <Section
      id="advice"
      title="What to check"
      note="This is not a score. Nothing was seen of the API, so nothing is said about it."
    >
      <p className="mb-4 max-w-prose">
        {what}.{' '}
        {failure && (
          <>
            The scanner saw: <span className="font-mono text-sm break-words">{visible(failure.message)}</span>{' '}
            <code className="text-xs text-soft">({failure.code})</code>
          </>
        )}
      </p>
      <List items={checks} />
    </Section>
  );
}

interface Advised {
  report: Report;
  /** The address of the scan's report. */
  at: string;
}

function Blocked({ report, at }: Advised) {
  const { reach } = report.evidence;
  const walls = [...new Set(reach.walls.map(({ product }) => product))];
  const fix = report.fixes.find(({ id }) => id === 'allow-scanner');
  return (
    <Section
      id="advice"
      title="How to let the scanner through"
      note="This is not a score. A door that was not seen gets no number."
    >
      <p className="max-w-prose">
        {notLookedAt(report)}
        {walls.length > 0 && ` In the way: ${walls.join(', ')}.`} What stops this scanner stops an agent too: it has no
        browser either, and no way to prove that it is a person.{' '}
        <a className="link" href="/bot">
          What the scanner sends
        </a>
        .
      </p>
      {fix && <OpenFix fix={fix} at={at} />}
    </Section>
  );
}

/** Everything was answered, yet nothing showed the door. */
function Unseen() {
  return (
    <Section
      id="advice"
      title="What would show it"
      note="This is not a score. A door that was not seen gets no number."
    >
      <p className="mb-4 max-w-prose">
        Every probe was answered, but no answer came from an endpoint that is known to need credentials.
      </p>
      <List
        items={[
          'Scan the address of one endpoint that needs a token, such as the list of your most common resource.',
          'Publish an API description whose operations say which of them need credentials; the next scan finds and asks them.',
          'Check that a path that does not exist answers 404: where every path answers alike, no answer tells anything.',
        ]}
      />
    </Section>
  );
}

function NoApi({ report, at }: Advised) {
  const { domain, host } = report.target;
  const fix = report.fixes.find(({ id }) => id === 'publish-api');
  const elsewhere = `api.${domain}`;
  return (
    <Section
      id="advice"
      title="What to publish first"
      note={`This is not a score: there is nothing to authenticate to. Any overall readiness score is capped at ${noApiOverallCap} until there is.`}
    >
      <p className="max-w-prose">
        No answer, document or link led to an API. If you have one, an agent cannot find it from here; if you have none,
        an agent can only read your pages.
      </p>
      {fix && <OpenFix fix={fix} at={at} />}
      {/[a-z]$/.test(domain) && host !== elsewhere && (
        <p className="mt-5 max-w-prose">
          Does the API live under another name?{' '}
          <a className="link" href={`/?target=${encodeURIComponent(elsewhere)}`}>
            Scan that one
          </a>
          .
        </p>
      )}
    </Section>
  );
}

function Refused({ report }: { report: Report }) {
  return (
    <Section id="advice" title="What that means" note="This is not a score.">
      <p className="max-w-prose">
        The robots.txt of {report.target.host} forbids this scanner, and it complied. To allow it again, take out the
        rule for its name.{' '}
        <a className="link" href="/bot">
          How the rule is read
        </a>
        .
      </p>
    </Section>
  );
}

/** Nothing for a report with a score. */
export function OutcomeAdvice({ report, at }: Advised) {
  switch (report.outcome) {
    case 'unreachable':
      return <Unreachable report={report} />;
    case 'blocked':
      // Every probe may have been answered, and none told anything.
      return report.evidence.reach.blocked + report.evidence.reach.failed > 0 ? (
        <Blocked report={report} at={at} />
      ) : (
        <Unseen />
      );
    case 'no-api':
      return <NoApi report={report} at={at} />;
    case 'refused':
      return <Refused report={report} />;
    case 'scored':
      return null;
  }
}
