/** Every exchange of the scan, in the order in which they were sent. */
import { antiPatterns as antiPatternRegistry, signals as signalRegistry } from '../../lib/scan/judge/index.ts';
import type { Report } from '../../lib/scan/report/schema.ts';
import { count, flowName } from '../words.ts';
import { ExchangeDetails, type CitedBy } from './exchange.tsx';
import { Section } from './section.tsx';

/** Which findings rest on which exchange. */
export function citations(report: Report): Map<string, CitedBy[]> {
  const cited = new Map<string, CitedBy[]>();
  const add = (evidence: readonly string[], by: CitedBy) => {
    for (const id of evidence) cited.set(id, [...(cited.get(id) ?? []), by]);
  };
  for (const { id, evidence } of report.signals) add(evidence, { href: `#signal-${id}`, name: signalRegistry.find(({ meta }) => meta.id === id)?.meta.title ?? id });
  for (const { id, evidence } of report.flows) add(evidence, { href: `#flow-${id}`, name: `${flowName[id]} flow` });
  for (const { id, evidence } of report.antiPatterns) add(evidence, { href: `#anti-pattern-${id}`, name: antiPatternRegistry.find(({ meta }) => meta.id === id)?.meta.title ?? id });
  for (const { evidence } of report.contradictions) add(evidence, { href: '#contradictions', name: 'Contradictions' });
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
          All {count(report.exchanges.length, 'exchange')}, as sent and received. Lines marked <span aria-hidden="true" className="font-mono font-medium text-ink">|</span>
          <span className="sr-only">with a bar</span> are what findings rest on. Secrets are redacted.
        </>
      }
    >
      {report.exchanges.length === 0 ? (
        <p className="text-soft">No request was sent.</p>
      ) : (
        <div className="border-t border-hair">
          {report.exchanges.map((exchange) => (
            <ExchangeDetails key={exchange.id} exchange={exchange} citedBy={(cited.get(exchange.id) ?? []).slice(0, 6)} />
          ))}
        </div>
      )}
    </Section>
  );
}
