/** Earlier scans of the domain, newest first. */
import type { Tier } from '../../lib/scan/report/schema.ts';
import { stamp } from '../when.tsx';
import { outcomeWord } from '../words.ts';
import { tierWord } from './score-figure.tsx';
import { Section } from './section.tsx';

export interface HistoryRow {
  id: string;
  /** Permanent address of its report. */
  href: string;
  /** ISO time. */
  finishedAt: string | null;
  targetUrl: string;
  d7: number | null;
  tier: string | null;
  outcome: string | null;
}

/** Nothing while this is the only scan. */
export function History({ scans, current }: { scans: readonly HistoryRow[]; current: string }) {
  if (scans.length < 2) return null;
  return (
    <Section id="history" title="History" note="The last scans under this domain.">
      <table className="-mt-3 w-full text-left text-sm">
        <thead>
          <tr className="border-b border-rule text-xs text-soft">
            <th scope="col" className="py-2 pr-5 font-normal">Finished</th>
            <th scope="col" className="py-2 pr-5 font-normal">Scanned</th>
            <th scope="col" className="py-2 pr-5 text-right font-normal">Score</th>
            <th scope="col" className="py-2 font-normal">Result</th>
          </tr>
        </thead>
        <tbody>
          {scans.map((scan, index) => {
            const before = scans[index + 1];
            const change = scan.d7 !== null && before && before.d7 !== null && before.targetUrl === scan.targetUrl ? scan.d7 - before.d7 : 0;
            return (
              <tr key={scan.id} className="border-b border-hair">
                <td className="py-2.5 pr-5">
                  {scan.id === current ? <span className="font-medium">This scan</span> : <a href={scan.href} className="link">{scan.finishedAt ? stamp(new Date(scan.finishedAt)) : 'Unknown'}</a>}
                </td>
                <td className="py-2.5 pr-5 font-mono text-xs break-all">{scan.targetUrl.replace(/^https:\/\/([^/]+)\/$/, '$1')}</td>
                <td className="py-2.5 pr-5 text-right">
                  {scan.d7 ?? '–'}
                  {change !== 0 && <span className={`ml-1.5 text-xs ${change > 0 ? 'text-open' : 'text-wall'}`}>{change > 0 ? `+${change}` : `−${-change}`}</span>}
                </td>
                <td className="py-2.5">{tierWord(scan.tier as Tier | null) ?? outcomeWord(scan.outcome)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
