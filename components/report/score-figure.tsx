/** The score as a figure above a ruler. Positions are per cent of the ruler, so the drawing follows any width. */
import { tierFloors } from '../../lib/scan/score/methodology.ts';
import type { DimensionScore, Tier } from '../../lib/scan/schema/report.ts';
import { scoreLabel, tierWord } from '../words.ts';

export { tierWord } from '../words.ts';

/** How far the score moves once everything could be observed; null when nothing is open. */
function bracketOf({ provisional, range }: DimensionScore): { low: number; high: number } | null {
  return provisional && range && range.low < range.high ? range : null;
}

function Ruler({ score, value }: { score: DimensionScore; value: number }) {
  const base = 30;
  const cap = score.caps.toSorted((a, b) => a.limit - b.limit)[0];
  const bracket = bracketOf(score);
  const marks = tierFloors.map(({ floor }) => floor).filter((floor) => floor > 0);
  return (
    <svg aria-hidden="true" width="100%" height={58} className="num overflow-visible">
      <line x1="0%" x2="100%" y1={base} y2={base} strokeWidth={1} className="stroke-rule" />
      {bracket && (
        <g className="stroke-partly" strokeWidth={1.5}>
          <line x1={`${bracket.low}%`} x2={`${bracket.high}%`} y1={base + 5} y2={base + 5} />
          <line x1={`${bracket.low}%`} x2={`${bracket.low}%`} y1={base + 1} y2={base + 9} />
          <line x1={`${bracket.high}%`} x2={`${bracket.high}%`} y1={base + 1} y2={base + 9} />
        </g>
      )}
      <line x1="0%" x2={`${value}%`} y1={base} y2={base} strokeWidth={4} className="stroke-ink" />
      {[0, ...marks, 100].map((mark) => (
        <g key={mark}>
          <line
            x1={`${mark}%`}
            x2={`${mark}%`}
            y1={base - 6}
            y2={base + 6}
            strokeWidth={1}
            className={value >= mark ? 'stroke-ink' : 'stroke-rule'}
          />
          <text
            x={`${mark}%`}
            y={base + 22}
            textAnchor={mark === 0 ? 'start' : mark === 100 ? 'end' : 'middle'}
            className="fill-soft text-[0.7rem]"
          >
            {mark}
          </text>
        </g>
      ))}
      {cap && (
        <svg x={`${cap.limit}%`} className="overflow-visible">
          <rect x={-2} y={base - 18} width={4} height={30} className="fill-wall" />
        </svg>
      )}
      <svg x={`${value}%`} className="overflow-visible">
        <path d={`M0 ${base - 5}L-5.5 ${base - 15}H5.5Z`} className="fill-ink" />
      </svg>
    </svg>
  );
}

/**
 * Figure, tier, ruler, and in words what the ruler's marks mean. Shows nothing where a report has no score. `tier`: the one that may be shown.
 */
export function ScoreFigure({ score, tier }: { score: DimensionScore; tier: Tier | null }) {
  const { value } = score;
  if (value === null) return null;
  const bracket = bracketOf(score);
  return (
    <div>
      <div className="flex items-end gap-4">
        <p className="num font-serif text-6xl font-normal tracking-tight">
          <a data-score="" href="/methodology#sum" title="How the score is counted">
            {value}
          </a>
        </p>
        <p className="pb-1 leading-snug">
          {tier && (
            <a href="/methodology#tiers" className="block font-serif text-xl hover:underline">
              {tierWord(tier)}
            </a>
          )}
          <span className="eyebrow block">
            {scoreLabel}, of 100{' '}
            <a
              href="/methodology"
              title={`${score.code} ${score.name}, one dimension of the Agent Readiness Score: can an agent authenticate by itself?`}
              className="link"
            >
              {score.code}
            </a>
            {score.provisional && (
              <span className="font-medium text-partly">
                {' '}
                ·{' '}
                <a href="/methodology#unknown" className="hover:underline">
                  provisional
                </a>
              </span>
            )}
          </span>
        </p>
      </div>
      <div className="mt-3">
        <Ruler score={score} value={value} />
      </div>
      {score.caps.map((cap) => (
        <p key={cap.id} className="mt-1 text-sm text-wall">
          {value < cap.limit ? `Cannot rise above ${cap.limit}` : `Capped at ${cap.limit}`}: {cap.reason}
        </p>
      ))}
      {bracket && (
        <p className="mt-1 text-sm text-partly">
          Between {bracket.low} and {bracket.high} once everything can be looked at.
        </p>
      )}
    </div>
  );
}
