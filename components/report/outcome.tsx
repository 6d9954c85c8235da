/** What a report without a score says instead: what happened, and what the owner can check. */
import type { ReactNode } from 'react';
import type { Report } from '../../lib/scan/report/schema.ts';
import type { Failure } from '../../lib/scan/types.ts';
import { visible } from './exchange-text.ts';
import { Section } from './section.tsx';

/** Which step failed, as a heading, and what its owner can look at. */
const failures: Record<Failure['step'], { what: string; checks: readonly string[] }> = {
  guard: { what: 'The scanner refused to connect', checks: ['The name leads to an address that is not public. A scan from outside reaches public addresses only.', 'Check the A and AAAA records of the name.'] },
  dns: { what: 'The name was not found', checks: ['Check the spelling of the address.', 'Check that the name has an A or AAAA record and that its name servers answer from outside your network.', 'A name that was made a moment ago can take a while to be known everywhere.'] },
  connect: { what: 'No connection', checks: ['Check that a server listens on this port.', 'Check that no firewall drops connections from outside.', 'If there is an AAAA record, check that the server answers on IPv6 too.'] },
  tls: { what: 'No secure connection', checks: ['Check that the certificate is valid now and covers this name.', 'Check that the server sends the intermediate certificates along.', 'Check that it speaks TLS 1.2 or 1.3.'] },
  send: { what: 'The request could not be sent', checks: ['The server closed the connection at once. Check its log, and the log of any proxy before it.'] },
  headers: { what: 'No answer in time', checks: ['The server took the connection and then said nothing for eight seconds. Check its log and its load.'] },
  body: { what: 'The answer broke off', checks: ['The server began to answer and stopped. Check its log, and content-length or transfer-encoding if a proxy is before it.'] },
  budget: { what: 'The scan ran out of time', checks: ['The server was too slow for the time of one scan. Try again when it is less busy.'] },
  aborted: { what: 'The scan was broken off', checks: ['Scan again.'] },
};

function List({ items }: { items: readonly ReactNode[] }) {
  return <ul className="max-w-prose list-disc space-y-2 pl-5 marker:text-rule">{items.map((item, index) => <li key={index}>{item}</li>)}</ul>;
}

function Unreachable({ report }: { report: Report }) {
  const failure = report.evidence.reach.unreachable;
  const { what, checks } = failures[failure?.step ?? 'connect'];
  return (
    <Section id="advice" title="What to check" note="This is not a score. Nothing was seen of the API, so nothing is said about it.">
      <p className="mb-4 max-w-prose">
        {what}.{' '}
        {failure && (
          <>
            The scanner saw: <span className="font-mono text-sm break-words">{visible(failure.message)}</span> <code className="text-xs text-soft">({failure.code})</code>
          </>
        )}
      </p>
      <List items={checks} />
    </Section>
  );
}

function Blocked({ report }: { report: Report }) {
  const { reach } = report.evidence;
  const walls = [...new Set(reach.walls.map(({ product }) => product))];
  const lost = reach.blocked + reach.failed;
  return (
    <Section id="advice" title="How to let the scanner through" note="This is not a score. A door that was not seen gets no number.">
      <p className="max-w-prose">
        {lost > 0 ? `${reach.blocked} of ${reach.probes} probes were blocked${reach.failed > 0 ? ` and ${reach.failed} got no answer` : ''}.` : `All ${reach.probes} probes were answered, but none showed a protected endpoint.`}
        {walls.length > 0 && ` In the way: ${walls.join(', ')}.`} What stops this scanner stops an agent too: it has no browser either, and no way to prove that it is a person.
      </p>
      <h3 className="mt-6 mb-3 font-sans text-base font-medium">So that an agent, and this scanner, can be judged by what they do</h3>
      <List
        items={[
          'Leave the API host and the token endpoint out of bot detection and challenge pages; limit requests per client instead.',
          <>If you want the scan alone to pass: allow requests whose User-Agent names this scanner. <a className="link" href="/bot">What it sends</a>.</>,
          'Give the address of the API itself, such as api.example.com, when the challenge guards only the website.',
          'Answer a refusal in JSON with 401 or 429, so that a program can tell what to do.',
        ]}
      />
    </Section>
  );
}

function NoApi({ report }: { report: Report }) {
  const { domain } = report.target;
  return (
    <Section id="advice" title="What to publish first" note="This is not a score: there is nothing to authenticate to. Any overall readiness score is capped at 29 until there is.">
      <p className="max-w-prose">No answer, document or link led to an API. If you have one, an agent cannot find it from here. In the order in which it helps:</p>
      <ol className="mt-4 max-w-prose list-decimal space-y-2 pl-5 marker:text-soft">
        <li>An OpenAPI description at a fixed address, such as <code className="text-sm">https://{domain}/openapi.json</code>, with its <code className="text-sm">servers</code> and <code className="text-sm">securitySchemes</code>.</li>
        <li>A link to it: an <code className="text-sm">/.well-known/api-catalog</code> (<a className="link" href="https://www.rfc-editor.org/rfc/rfc9727.html">RFC 9727</a>), and a line in <code className="text-sm">/llms.txt</code>.</li>
        <li>An endpoint that answers 401 with a JSON body when it is called without credentials, so that an agent sees what to bring.</li>
        <li>A token endpoint that takes <code className="text-sm">grant_type=client_credentials</code>, named in <code className="text-sm">/.well-known/oauth-authorization-server</code>.</li>
      </ol>
      <p className="mt-5 max-w-prose">The API lives under another name? <a className="link" href={`/?target=${encodeURIComponent(`api.${domain}`)}`}>Scan that one</a>.</p>
    </Section>
  );
}

function Refused({ report }: { report: Report }) {
  return (
    <Section id="advice" title="What that means" note="This is not a score.">
      <p className="max-w-prose">
        The robots.txt of {report.target.host} forbids this scanner, and it kept to that. To allow it again, take out the rule for its name. <a className="link" href="/bot">How the rule is read</a>.
      </p>
    </Section>
  );
}

/** Nothing for a report with a score. */
export function OutcomeAdvice({ report }: { report: Report }) {
  switch (report.outcome) {
    case 'unreachable':
      return <Unreachable report={report} />;
    case 'blocked':
      return <Blocked report={report} />;
    case 'no-api':
      return <NoApi report={report} />;
    case 'refused':
      return <Refused report={report} />;
    case 'scored':
      return null;
  }
}
