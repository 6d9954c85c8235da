/** A drawn report with what is shown around it, which may change. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ChangedSince, scoreChange, type Changed } from './changed.tsx';
import { History, type HistoryRow } from './history.tsx';
import { OtherHosts, type OtherHost } from './other-hosts.tsx';
import type { Drawn, ReportSummary } from './drawn.tsx';
import { SectionLinks } from './report-nav.tsx';
import { ScanAgain } from './scan-again.tsx';
import { Share } from './share.tsx';

/** What a stored scan is shown with. */
export interface ShownReport {
  summary: ReportSummary;
  /** Address of the report under its domain, or its own where it is not listed. */
  canonical: string;
  /** Address of this very scan's report. */
  permalink: string;
  /** Public origin of the site. */
  origin: string;
  /** The registrable domain or the address. */
  domain: string;
  /** What the report is kept under: the domain, or a host or port of it that stands alone. */
  name: string;
  targetUrl: string;
  unlisted: boolean;
  /** Only the report that stands for a name is for search engines. */
  indexed: boolean;
  /** Another scan, newer than this one or not, stands for the name. */
  standsAside: 'newer' | 'other' | null;
  /** Whoever owns the name has chosen this report. */
  chosen: boolean;
  /** A scan from outside that is newer than this verified one. */
  outside: { href: string; d7: number | null } | null;
  /** Address of a later scan that got no score, so that this one still stands for the name. */
  unscoredSince: string | null;
  /** ISO time before which no new scan of the domain starts. */
  readyAt: string;
  history: HistoryRow[];
  /** Hosts and ports of the same domain that stand beside this one. */
  others: OtherHost[];
  /** What is different from the scan of this address before; null when there was none. */
  changed: Changed | null;
}

/** Whether this report stands for its name, where that needs saying. */
function Standing({
  standsAside,
  unscoredSince,
  name,
  canonical,
}: Pick<ShownReport, 'standsAside' | 'unscoredSince' | 'name' | 'canonical'>) {
  if (standsAside !== null) {
    const kept = <span className="font-mono text-[0.92em] break-all">{name}</span>;
    return (
      <p className="mt-3 text-sm text-partly">
        {standsAside === 'newer' ? (
          <>
            There is a{' '}
            <a className="link" href={canonical}>
              newer report
            </a>{' '}
            about {kept}.
          </>
        ) : (
          <>
            The report that stands for {kept} is{' '}
            <a className="link" href={canonical}>
              another one
            </a>
            .
          </>
        )}
      </p>
    );
  }
  if (unscoredSince !== null)
    return (
      <p className="mt-3 text-sm text-partly">
        A{' '}
        <a className="link" href={unscoredSince}>
          later scan
        </a>{' '}
        got no score, so the last score stands.
      </p>
    );
  return null;
}

/** Why an older report stands: its owner's word, beside what strangers saw since. */
function OwnersWord({ chosen, outside, name }: Pick<ShownReport, 'chosen' | 'outside' | 'name'>) {
  if (!chosen && outside === null) return null;
  return (
    <p className="mt-3 text-sm text-soft">
      {chosen && `Whoever runs ${name} has chosen this report. `}
      {outside && (
        <>
          A{' '}
          <a className="link" href={outside.href}>
            newer scan from outside
          </a>{' '}
          {outside.d7 === null ? 'got no score' : `got ${outside.d7} of 100`}.
        </>
      )}
    </p>
  );
}

/** By how much the score changed since the last scan. */
function Change({ changed }: ShownReport) {
  const by = changed ? scoreChange(changed.comparison) : null;
  return by === null ? null : (
    <p className="num mt-3 text-sm">
      <a className="link" href="#changed">
        {by} since the last scan
      </a>
    </p>
  );
}

/** The buttons beside the name. */
const Buttons = ({ summary, ...shown }: ShownReport) =>
  summary.mode === 'example' ? (
    <a href="/#scan" className="button no-print">
      Scan your own API
    </a>
  ) : (
    <div className="flex flex-wrap items-start gap-2">
      <Share
        scanId={summary.id}
        origin={shown.origin}
        canonical={shown.canonical}
        permalink={shown.permalink}
        name={shown.name}
        unlisted={shown.unlisted}
      />
      <ScanAgain target={shown.targetUrl} unlisted={shown.unlisted} readyAt={shown.readyAt} />
      {summary.mode === 'public' && !shown.unlisted && (
        <a
          className="button-quiet no-print"
          href={`/verify?${new URLSearchParams({ target: shown.targetUrl }).toString()}`}
        >
          Verify with your own client
        </a>
      )}
    </div>
  );

const Notice = ({ siteName, ...shown }: ShownReport & { siteName: string }) => (
  <>
    {shown.summary.mode === 'example' && (
      <p className="mt-3 max-w-prose text-sm text-partly">
        An example. The business is invented and its servers come with {siteName}; the scan of them and every exchange
        below are real.
      </p>
    )}
    <Standing {...shown} />
    <OwnersWord {...shown} />
    <Change {...shown} />
    {shown.unlisted && (
      <p className="mt-3 text-sm text-soft">
        This report is not listed. Anyone who has its address can read it; nobody else will find it.
      </p>
    )}
  </>
);

const LaterSections = ({ changed, history }: ShownReport) => (
  <SectionLinks
    sections={[
      ...(changed ? ([['changed', 'Changes']] as const) : []),
      ...(history.length > 1 ? ([['history', 'History']] as const) : []),
    ]}
  />
);

const Later = ({ summary, changed, history, targetUrl, others, domain }: ShownReport) => (
  <>
    <ChangedSince changed={changed} />
    <History scans={history} current={summary.id} targetUrl={targetUrl} />
    <OtherHosts hosts={others} domain={domain} />
  </>
);

/** The markup of the whole: the drawing with its holes filled, in the order in which the page has them. */
export function reportBody(siteName: string, { pieces }: Drawn, shown: ShownReport): string {
  const around: ReactNode[] = [
    <Buttons key="again" {...shown} />,
    <Notice key="notice" siteName={siteName} {...shown} />,
    <LaterSections key="sections" {...shown} />,
    <Later key="history" {...shown} />,
  ];
  return pieces.map((piece, index) => piece + renderToStaticMarkup(around[index])).join('');
}
