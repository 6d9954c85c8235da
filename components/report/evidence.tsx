/** Every exchange of the scan, in the order in which they were sent. */
import { antiPatterns as antiPatternRegistry, signals as signalRegistry } from '../../lib/scan/judge/index.ts';
import type { Report } from '../../lib/scan/schema/report.ts';
import { count, flowName } from '../words.ts';
import { ExchangeDetails, type CitedBy } from './exchange.tsx';
import { Section } from './section.tsx';

/** Which findings rest on which exchange. */
export function citations(report: Report): Map<string, CitedBy[]> {
  const cited = new Map<string, CitedBy[]>();
  const add = (evidence: readonly string[], by: CitedBy) => {
    for (const id of evidence) cited.set(id, [...(cited.get(id) ?? []), by]);
  };
  for (const { id, evidence } of report.signals)
    add(evidence, { href: `#signal-${id}`, name: signalRegistry.find(({ meta }) => meta.id === id)?.meta.title ?? id });
  for (const { id, evidence } of report.flows) add(evidence, { href: `#flow-${id}`, name: `${flowName[id]} flow` });
  for (const { id, evidence } of report.antiPatterns)
    add(evidence, {
      href: `#anti-pattern-${id}`,
      name: antiPatternRegistry.find(({ meta }) => meta.id === id)?.meta.title ?? id,
    });
  for (const { id, evidence } of report.contradictions)
    add(evidence, { href: `#contradiction-${id}`, name: 'Contradiction' });
  for (const { evidence } of report.handshake ?? []) add(evidence, { href: '#handshake', name: 'The handshake' });
  return cited;
}

export function Evidence({ report }: { report: Report }) {
  const cited = citations(report);
  return (
    <Section
      id="evidence"
      title="Evidence"
      note={
        <>
          As sent and received. Lines marked{' '}
          <span aria-hidden="true" className="font-mono font-medium text-ink">
            |
          </span>
          <span className="sr-only">with a bar</span> are what findings rest on. Secrets are redacted.
        </>
      }
    >
      {report.exchanges.length === 0 ? (
        <p className="text-soft">No request was sent.</p>
      ) : (
        <details className="border-y border-hair">
          <summary className="fold py-2 text-sm">
            {report.exchanges.length === 1 ? 'The one exchange' : `All ${count(report.exchanges.length, 'exchange')}`}
            <span className="text-soft">, {count([...cited.keys()].length, 'cited', 'cited')} by findings</span>
          </summary>
          <div className="border-t border-hair">
            {report.exchanges.map((exchange) => (
              <ExchangeDetails
                key={exchange.id}
                exchange={exchange}
                citedBy={(cited.get(exchange.id) ?? []).slice(0, 6)}
              />
            ))}
          </div>
        </details>
      )}
    </Section>
  );
}
