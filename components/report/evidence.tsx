/**
 * The exchanges that a report rests on, in the order in which they were sent. The others, which are many and which nothing leads to, stand on a
 * page of their own with all of them, so that a report carries what it proves and no more.
 */
import { antiPatterns as antiPatternRegistry, signals as signalRegistry } from '../../lib/scan/judge/index.ts';
import type { Report } from '../../lib/scan/schema/report.ts';
import { evidencePage } from '../../lib/addresses.ts';
import { PageHead } from '../knowledge/page-head.tsx';
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

/** Exchanges that anything on a report links to. */
function linked(report: Report): Set<string> {
  const places = [
    ...[report.signals, report.flows, report.antiPatterns, report.contradictions, report.checklist],
    ...[report.handshake ?? [], report.verdict.chain],
  ];
  return new Set(places.flatMap((place) => place.flatMap(({ evidence }) => evidence)));
}

const note = (
  <>
    As sent and received. Lines marked{' '}
    <span aria-hidden="true" className="font-mono font-medium text-ink">
      |
    </span>
    <span className="sr-only">with a bar</span> are what findings rest on. Secrets are redacted.
  </>
);

function List({ report, exchanges, base = '' }: { report: Report; exchanges: Report['exchanges']; base?: string }) {
  const cited = citations(report);
  return exchanges.map((exchange) => (
    <ExchangeDetails
      key={exchange.id}
      exchange={exchange}
      citedBy={(cited.get(exchange.id) ?? []).slice(0, 6).map(({ href, name }) => ({ href: base + href, name }))}
    />
  ));
}

/** `at`: the address of the scan's report. */
export function Evidence({ report, at }: { report: Report; at: string }) {
  const needed = linked(report);
  const proving = report.exchanges.filter(({ id }) => needed.has(id));
  const shown = proving.length === 0 ? report.exchanges : proving;
  const others = report.exchanges.length - shown.length;
  return (
    <Section id="evidence" title="Evidence" note={note}>
      {report.exchanges.length === 0 ? (
        <p className="text-soft">No request was sent.</p>
      ) : (
        <details className="border-y border-hair">
          <summary className="fold py-2 text-sm">
            {shown.length === 1 ? 'The one exchange' : `The ${count(shown.length, 'exchange')}`}
            {proving.length > 0 && <span className="text-soft"> that findings rest on</span>}
          </summary>
          <div className="border-t border-hair">
            <List report={report} exchanges={shown} />
          </div>
        </details>
      )}
      {others > 0 && (
        <p className="no-print pt-3 text-sm">
          <a href={`${at}/${evidencePage}`} rel="nofollow" data-all-exchanges="" className="link">
            All {count(report.exchanges.length, 'exchange')}
          </a>
        </p>
      )}
    </Section>
  );
}

/** Every exchange of a scan, on a page of its own. */
export function EvidencePage({ report, at }: { report: Report; at: string }) {
  const { host } = new URL(report.target.url);
  return (
    <article className="max-w-4xl">
      <PageHead up={{ href: at, name: `The report on ${host}` }} title="Evidence" lead={note}>
        <span>{count(report.exchanges.length, 'exchange')}</span>
      </PageHead>
      <div className="border-t border-hair">
        <List report={report} exchanges={report.exchanges} base={at} />
      </div>
    </article>
  );
}
