/** Earlier scans of the domain, newest first. */
import type { ScanSummary } from '../../lib/scans.ts';
import { stamp } from '../when.tsx';
import { outcomeWord } from '../words.ts';
import { tierWord } from './score-figure.tsx';
import { Section } from './section.tsx';

type Row = Pick<ScanSummary, 'id' | 'finishedAt' | 'd7' | 'tier' | 'outcome' | 'methodology' | 'targetUrl'>;

/** Nothing while this is the only scan. `pathOf` gives a scan's permanent address. */
export function History({ scans, current, pathOf }: { scans: readonly Row[]; current: string; pathOf: (id: string) => string }) {
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
                  {scan.id === current ? <span className="font-medium">This scan</span> : <a href={pathOf(scan.id)} className="link">{scan.finishedAt ? stamp(scan.finishedAt) : 'Unknown'}</a>}
                </td>
                <td className="py-2.5 pr-5 font-mono text-xs break-all">{scan.targetUrl.replace(/^https:\/\/([^/]+)\/$/, '$1')}</td>
                <td className="py-2.5 pr-5 text-right">
                  {scan.d7 ?? '–'}
                  {change !== 0 && <span className={`ml-1.5 text-xs ${change > 0 ? 'text-open' : 'text-wall'}`}>{change > 0 ? `+${change}` : `−${-change}`}</span>}
                </td>
                <td className="py-2.5">{tierWord(scan.tier as Parameters<typeof tierWord>[0]) ?? outcomeWord(scan.outcome)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
