/** How this was measured, so that a reader could repeat it, and what could not be looked at. */
import type { ReactNode } from 'react';
import type { Report } from '../../lib/scan/schema/report.ts';
import { TargetUrl } from '../target-url.tsx';
import { count, duration, size, viaWord } from '../words.ts';
import { stamp } from '../times.ts';
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
  'none-found': 'Some pages are empty without JavaScript and could not be read: no browser was available.',
  failed: 'Some pages are empty without JavaScript and could not be rendered.',
  off: 'Pages that need JavaScript were not rendered.',
};

const roleWord: Record<Report['verdict']['chain'][number]['role'], string> = {
  site: 'Site',
  docs: 'Documentation',
  api: 'API',
  'protected-resource': 'Protected resource',
  issuer: 'Issuer',
  'token-endpoint': 'Token endpoint',
};

/** The chain of origins that the verdict rests on: what was found, and how. */
function Found({ report }: { report: Report }) {
  const { surface, verdict } = report;
  const via = new Map(
    [...surface.apiBases, ...surface.tokenEndpoints, ...surface.docs, ...surface.protectedResources].map((item) => [
      item.url,
      item.via,
    ]),
  );
  return (
    <dl id="found" className="text-sm">
      {verdict.chain.map((link) => {
        const how =
          via.get(link.origin) ??
          surface.apiBases.find(({ url }) => link.role === 'api' && url.startsWith(link.origin))?.via;
        return (
          <Row key={link.role + link.origin} name={roleWord[link.role]}>
            <TargetUrl url={link.origin} /> <span className="text-soft">{how ? `through ${viaWord[how]} ` : ''}</span>
            <Cites evidence={link.evidence.slice(0, 3)} />
          </Row>
        );
      })}
    </dl>
  );
}

/** What stayed out of view, and why. Where robots.txt refused the scanner that is what it says, not that nothing was blocked. */
export function notLookedAt({ evidence: { reach } }: Pick<Report, 'evidence'>): string {
  if (reach.optedOut) return 'Nothing was looked at: robots.txt asks the scanner to stay out.';
  const probes = count(reach.probes, 'probe');
  if (reach.probes === 1 && reach.blocked + reach.failed > 0)
    return reach.blocked > 0 ? 'The one probe was blocked.' : 'The one probe got no answer.';
  const lost = [
    reach.blocked > 0 ? `${reach.blocked} of ${probes} ${reach.blocked === 1 ? 'was' : 'were'} blocked` : '',
    reach.failed > 0 ? `${reach.failed}${reach.blocked > 0 ? '' : ` of ${probes}`} got no answer` : '',
  ].filter(Boolean);
  return lost.length === 0 ? 'Nothing was blocked.' : `${lost.join(' and ')}.`;
}

const ofStrangers =
  'A public scan sends nobody’s credentials, only invented ones that must be refused, and changes nothing.';
/** Whose credentials were sent. */
const sent: Record<Report['scan']['mode'], string> = {
  public: ofStrangers,
  example: ofStrangers,
  verified: 'This scan used the owner’s own client, once.',
  spec: 'Only the description was read; nothing was called.',
};

export function Measured({ report, permalink, domain }: { report: Report; permalink: string; domain: string }) {
  const { scan, engine, target, verdict } = report;
  const { reach } = report.evidence;
  const notSeen = `${notLookedAt(report)} ${browserWord[reach.browser]}`;
  return (
    <Section
      id="measured"
      title="How this was measured"
      note={
        <>
          {sent[scan.mode]}{' '}
          <a className="link" href="/bot">
            About the scanner
          </a>
          .
        </>
      }
    >
      <p className="max-w-prose text-sm">
        {count(scan.requests, 'request')}, {size(scan.bytes)} received, in {duration(scan.durationMs)}. {notSeen}
      </p>
      {verdict.chain.length > 0 && (
        <details className="mt-3 border-t border-hair">
          <summary className="fold py-2 text-sm">What was found: the addresses that an agent meets on the way</summary>
          <Found report={report} />
        </details>
      )}
      <details className="border-y border-hair">
        <summary className="fold py-2 text-sm">The scan in detail</summary>
        <dl className="text-sm">
          <Row name="Typed">
            <span className="font-mono text-xs break-all">{target.input}</span>
          </Row>
          <Row name="Scanned">
            <TargetUrl url={target.url} />
          </Row>
          <Row name="When">
            {stamp(new Date(scan.startedAt))}, took {duration(scan.durationMs)}
          </Row>
          <Row name="Not looked at">{notSeen}</Row>
          <Row name="Methodology">
            <a className="link" href="/methodology">
              {engine.methodology}
            </a>
            , engine {engine.version}
          </Row>
        </dl>
      </details>
      {scan.mode !== 'example' && <Elsewhere scan={scan.id} permalink={permalink} domain={domain} />}
    </Section>
  );
}

/** The same report under its permanent address and as files, and the way to have it taken down. */
function Elsewhere({ scan, permalink, domain }: { scan: string; permalink: string; domain: string }) {
  return (
    <p className="mt-3 flex flex-wrap gap-x-5 text-sm">
      <a className="link inline-block py-0.5" href={permalink}>
        Permanent address of this scan
      </a>
      <a className="link inline-block py-0.5" href={`/api/v1/scans/${scan}/report.json`}>
        The report as JSON
      </a>
      <a className="link inline-block py-0.5" href={`/api/v1/scans/${scan}/report.csv`}>
        Its findings as CSV
      </a>
      <a className="link inline-block py-0.5" href={`/removal?domain=${encodeURIComponent(domain)}`}>
        Ask to have reports taken down
      </a>
    </p>
  );
}
