/** What is different from the scan before, in words; better and worse as an agent sees them. */
import { antiPatterns as antiPatternRegistry, signals as signalRegistry } from '../../lib/scan/judge/index.ts';
import type { Change, Comparison, Direction } from '../../lib/compare.ts';
import type { AntiPatternResult, FlowResult, SignalResult } from '../../lib/scan/schema/report.ts';
import { Status, type Shape, type Tone } from '../status.tsx';
import { KeptWhen } from '../when.tsx';
import { antiPatternStatus, flowName, offered, outcomeWord, signalStatus } from '../words.ts';
import { Section } from './section.tsx';

export interface Changed {
  /** When the earlier scan ended, ISO, and where its report is. */
  since: string;
  href: string;
  comparison: Comparison;
}

const look: Record<Direction, { word: string; shape: Shape; tone: Tone }> = {
  better: { word: 'Better', shape: 'full', tone: 'open' },
  worse: { word: 'Worse', shape: 'barred', tone: 'wall' },
  known: { word: 'Now known', shape: 'half', tone: 'unknown' },
  lost: { word: 'Out of view', shape: 'ring', tone: 'unknown' },
  other: { word: 'Changed', shape: 'dash', tone: 'unknown' },
};

const own = <Value,>(table: Record<string, Value>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

function nameOf({ kind, id }: Change): string {
  if (kind === 'signal') return signalRegistry.find(({ meta }) => meta.id === id)?.meta.title ?? id;
  if (kind === 'anti-pattern') return antiPatternRegistry.find(({ meta }) => meta.id === id)?.meta.title ?? id;
  return `${own<string>(flowName, id) ?? id} flow`;
}

function wordOf(kind: Change['kind'], status: string): string {
  const table: Record<string, { word: string }> = {
    signal: signalStatus as Record<SignalResult['status'], { word: string }>,
    flow: offered as Record<FlowResult['offered'], { word: string }>,
    'anti-pattern': antiPatternStatus as Record<AntiPatternResult['status'], { word: string }>,
  }[kind];
  return (own(table, status)?.word ?? status).toLowerCase();
}

/** The change of the score in a few words; null where there is nothing to compare. */
export function scoreChange({ score, methodology }: Comparison): string | null {
  if (score.before === null || score.after === null || methodology) return null;
  const by = score.after - score.before;
  return by === 0 ? null : by > 0 ? `+${by}` : `−${-by}`;
}

export function ChangedSince({ changed }: { changed: Changed | null }) {
  if (!changed) return null;
  const { score, outcome, methodology, changes } = changed.comparison;
  const by = scoreChange(changed.comparison);
  return (
    <Section id="changed" title="Since the last scan">
      <p className="max-w-prose">
        {by !== null && (
          <>
            The score went from {score.before} to {score.after} (
            <span className={`num font-medium ${by.startsWith('+') ? 'text-open' : 'text-wall'}`}>{by}</span>).
          </>
        )}
        {by === null &&
          !methodology &&
          outcome.before === outcome.after &&
          score.after !== null &&
          `The score is the same, ${score.after}.`}
        {outcome.before !== outcome.after &&
          ` The result was “${outcomeWord(outcome.before)}” and is now “${outcomeWord(outcome.after)}”.`}
        {methodology &&
          ` The methodology changed from ${methodology.before} to ${methodology.after}, so the two figures do not compare.`}
        {changes.length === 0 && ' No signal, flow or anti-pattern changed.'}
      </p>
      <p className="mt-1 text-sm text-soft">
        Compared with the{' '}
        <a className="link" href={changed.href}>
          scan before
        </a>
        , <KeptWhen at={changed.since} />.
      </p>
      {changes.length > 0 && (
        <ul className="mt-2 divide-y divide-hair">
          {changes.map((change) => (
            <li
              key={change.kind + change.id}
              className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
            >
              <Status {...look[change.direction]} />
              <span>
                <a href={`#${change.kind}-${change.id}`} className="hover:underline">
                  {nameOf(change)}
                </a>
                <span className="text-soft">
                  : {wordOf(change.kind, change.before)}, now {wordOf(change.kind, change.after)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
