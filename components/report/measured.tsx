/** How this was measured, so that a reader could repeat it, and what could not be looked at. */
import type { ReactNode } from 'react';
import type { Report } from '../../lib/scan/report/schema.ts';
import { TargetUrl } from '../target-url.tsx';
import { count, duration, size, viaWord } from '../words.ts';
import { stamp } from '../when.tsx';
import { Cites } from './cite.tsx';
import { Section } from './section.tsx';

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-hair py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-soft">{name}</dt>
      <dd className="num min-w-0">{children}</dd>
    </div>
  );
}

const browserWord: Record<Report['evidence']['reach']['browser'], string> = {
  used: 'Pages that are empty without JavaScript were rendered.',
  'not-needed': 'No page needed JavaScript.',
  'none-found': 'Some pages are empty without JavaScript and could not be read: no browser at hand.',
  failed: 'Some pages are empty without JavaScript and could not be rendered.',
  off: 'Pages that need JavaScript were not rendered.',
};

const roleWord: Record<Report['verdict']['chain'][number]['role'], string> = {
  site: 'Site', docs: 'Documentation', api: 'API', 'protected-resource': 'Protected resource', issuer: 'Issuer', 'token-endpoint': 'Token endpoint',
};

/** The chain of origins that the verdict rests on: what was found, and how. */
export function Found({ report }: { report: Report }) {
  const { surface, verdict } = report;
  if (verdict.chain.length === 0) return null;
  const via = new Map([...surface.apiBases, ...surface.tokenEndpoints, ...surface.docs, ...surface.protectedResources].map((item) => [item.url, item.via]));
  return (
    <Section id="found" title="What was found" note="The addresses that an agent meets on the way, in that order.">
      <ol className="-mt-3 divide-y divide-hair">
        {verdict.chain.map((link) => {
          const how = via.get(link.origin) ?? surface.apiBases.find(({ url }) => link.role === 'api' && url.startsWith(link.origin))?.via;
          return (
            <li key={link.role + link.origin} className="grid gap-x-6 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
              <span className="text-soft">{roleWord[link.role]}</span>
              <span className="min-w-0">
                <TargetUrl url={link.origin} /> <span className="text-sm text-soft">{how ? `through ${viaWord[how]} ` : ''}</span>
                <Cites evidence={link.evidence.slice(0, 3)} />
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

export function Measured({ report, permalink, domain }: { report: Report; permalink: string; domain: string }) {
  const { scan, engine, target } = report;
  const { reach } = report.evidence;
  const lost = [reach.blocked > 0 ? `${reach.blocked} of ${reach.probes} probes were blocked` : '', reach.failed > 0 ? `${reach.failed} got no answer` : ''].filter(Boolean).join(', ');
  return (
    <Section id="measured" title="How this was measured" note={<>A public scan sends no credentials and changes nothing. <a className="link" href="/bot">About the scanner</a>.</>}>
      <dl className="-mt-2.5 text-sm">
        <Row name="Typed"><span className="font-mono text-xs break-all">{target.input}</span></Row>
        <Row name="Scanned"><TargetUrl url={target.url} /></Row>
        <Row name="When">{stamp(new Date(scan.startedAt))}, took {duration(scan.durationMs)}</Row>
        <Row name="Traffic">{count(scan.requests, 'request')}, {size(scan.bytes)} received</Row>
        <Row name="Not looked at">{lost === '' ? 'Nothing was blocked.' : `${lost[0]?.toUpperCase() ?? ''}${lost.slice(1)}.`} {browserWord[reach.browser]}</Row>
        <Row name="Methodology"><a className="link" href="/methodology">{engine.methodology}</a>, engine {engine.version}</Row>
        <Row name="This scan"><a className="link" href={permalink}>Permanent address</a> · <a className="link" href={`/api/v1/scans/${scan.id}/report.json`}>the report as JSON</a></Row>
        <Row name="Yours?"><a className="link" href={`/removal?domain=${encodeURIComponent(domain)}`}>Ask to have reports taken down</a></Row>
      </dl>
    </Section>
  );
}
