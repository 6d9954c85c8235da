/** Earlier scans of the domain, newest first. */
import { tierFloors } from '../../lib/scan/score/methodology.ts';
import { stamp } from '../times.ts';
import { Section } from './section.tsx';
import { HeadRow } from '../head-row.tsx';

export interface HistoryRow {
  id: string;
  /** Permanent address of its report. */
  href: string;
  /** ISO time. */
  finishedAt: string | null;
  targetUrl: string;
  d7: number | null;
  /** How it ended, in a word. */
  result: string;
}

const height = 88;
const top = 12;
/** Pixels from the top for a score. */
const y = (d7: number) => top + ((100 - d7) / 100) * (height - 2 * top);

/** The scores of one address over time. The table below holds the same, for those who do not see it. */
function Chart({ scans, current }: { scans: readonly HistoryRow[]; current: string }) {
  const points = scans
    .flatMap(({ id, d7, finishedAt }) =>
      d7 === null || finishedAt === null ? [] : [{ id, d7, at: Date.parse(finishedAt) }],
    )
    .toSorted((a, b) => a.at - b.at);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first === last) return null;
  // Ends are kept clear of the edges, so that the last figure has room.
  const x = (at: number) => `${2 + ((at - first.at) / Math.max(1, last.at - first.at)) * 90}%`;
  const said = `The score over ${points.length} scans, from ${first.d7} on ${stamp(new Date(first.at))} to ${last.d7} on ${stamp(new Date(last.at))}.`;
  return (
    <figure className="mb-3">
      <svg role="img" aria-label={said} width="100%" height={height} className="num overflow-visible">
        {tierFloors.map(({ floor, tier }) => (
          <line key={tier} x1="0%" x2="100%" y1={y(floor)} y2={y(floor)} strokeWidth={1} className="stroke-hair" />
        ))}
        {points.slice(1).map((point, index) => (
          <line
            key={point.id}
            x1={x(points[index]?.at ?? point.at)}
            y1={y(points[index]?.d7 ?? point.d7)}
            x2={x(point.at)}
            y2={y(point.d7)}
            strokeWidth={2}
            className="stroke-ink"
          />
        ))}
        {points.map((point) => (
          <circle
            key={point.id}
            cx={x(point.at)}
            cy={y(point.d7)}
            r={point.id === current ? 5.5 : 3.5}
            strokeWidth={2}
            className={point.id === current ? 'fill-ink stroke-ink' : 'fill-paper stroke-ink'}
          />
        ))}
        <text x="94.5%" y={y(last.d7) + 5} className="fill-ink text-sm font-medium">
          {last.d7}
        </text>
      </svg>
      <figcaption className="text-xs text-soft">Oldest first; the lines are the floors of the tiers.</figcaption>
    </figure>
  );
}

/** Nothing while this is the only scan. `targetUrl`: the address whose scores are drawn. */
export function History({
  scans,
  current,
  targetUrl,
}: {
  scans: readonly HistoryRow[];
  current: string;
  targetUrl: string;
}) {
  if (scans.length < 2) return null;
  return (
    <Section id="history" title="History">
      <details className="border-y border-hair">
        <summary className="fold py-2 text-sm">The last {scans.length} scans under this domain</summary>
        <Chart scans={scans.filter((scan) => scan.targetUrl === targetUrl)} current={current} />
        <table className="w-full text-left text-sm">
          <HeadRow columns={['Finished', 'Scanned', { name: 'Score', right: true }, 'Result']} gap="pr-5" />
          <tbody>
            {scans.map((scan, index) => {
              const before = scans[index + 1];
              const change =
                scan.d7 !== null && before && before.d7 !== null && before.targetUrl === scan.targetUrl
                  ? scan.d7 - before.d7
                  : 0;
              return (
                <tr key={scan.id} className="border-b border-hair">
                  <td className="py-2.5 pr-5">
                    {scan.id === current ? (
                      <span className="font-medium">This scan</span>
                    ) : (
                      <a href={scan.href} className="link">
                        {scan.finishedAt ? stamp(new Date(scan.finishedAt)) : 'Unknown'}
                      </a>
                    )}
                  </td>
                  <td className="py-2.5 pr-5 font-mono text-xs break-all">
                    {scan.targetUrl.replace(/^https:\/\/([^/]+)\/$/, '$1')}
                  </td>
                  <td className="py-2.5 pr-5 text-right">
                    {scan.d7 ?? '–'}
                    {change !== 0 && (
                      <span className={`ml-1.5 text-xs ${change > 0 ? 'text-open' : 'text-wall'}`}>
                        {change > 0 ? `+${change}` : `−${-change}`}
                      </span>
                    )}
                  </td>
                  <td className="py-2.5">{scan.result}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
