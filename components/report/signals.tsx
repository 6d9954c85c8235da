/** The signals by what they are worth: status, reason, confidence, evidence, points. */
import { signals as registry } from '../../lib/scan/judge/index.ts';
import type { SignalResult } from '../../lib/scan/report/schema.ts';
import { groups } from '../../lib/scan/score/methodology.ts';
import { Status } from '../status.tsx';
import { signalStatus } from '../words.ts';
import { Basis } from './cite.tsx';
import { Section } from './section.tsx';

/** Heaviest group first; inside a group that counts its best signal, the better one first. */
export function byWorth(signals: readonly SignalResult[]): SignalResult[] {
  const order = (signal: SignalResult) => groups.findIndex(({ id }) => id === signal.group);
  return signals.toSorted((a, b) => b.weight - a.weight || order(a) - order(b) || (b.value ?? -1) - (a.value ?? -1));
}

/** What the signal brought in of what its group is worth, or why it brought nothing. */
function worth(signal: SignalResult, all: readonly SignalResult[]): { figure: string; note: string } {
  const best = all.filter(({ group }) => group === signal.group).toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))[0];
  const of = `of ${signal.weight}`;
  if (signal.status === 'n/a') return { figure: '–', note: 'not counted' };
  if (best && best.id !== signal.id && (best.value ?? -1) >= (signal.value ?? 0)) return { figure: '–', note: `counted by the better of two` };
  if (signal.value === null) return { figure: '?', note: `${of}, not counted` };
  return { figure: points(signal.weight * signal.value), note: of };
}

const points = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });

export function Signals({ signals }: { signals: readonly SignalResult[] }) {
  const sorted = byWorth(signals);
  return (
    <Section id="signals" title="Signals" note={<>Seven properties, by what they are worth. <a className="link" href="/methodology">How they are counted</a>.</>}>
      <ul className="-mt-5 divide-y divide-hair">
        {sorted.map((signal) => {
          const meta = registry.find((item) => item.meta.id === signal.id)?.meta;
          const { figure, note } = worth(signal, signals);
          return (
            <li key={signal.id} id={`signal-${signal.id}`} className="grid gap-x-6 gap-y-1 py-5 sm:grid-cols-[8.5rem_minmax(0,1fr)_5.5rem]">
              <div className="sm:pt-0.5">
                <Status {...signalStatus[signal.status]} />
              </div>
              <div className="max-w-prose">
                <h3 className="font-sans text-base font-medium">
                  <a href={`/methodology#${signal.id}`} className="hover:underline">{meta?.title ?? signal.id}</a>
                </h3>
                <p className="mt-0.5 text-soft">{signal.summary}</p>
                {signal.status === 'unknown' && signal.silent && <p className="mt-0.5 text-sm text-soft">An agent cannot find this out.</p>}
                <Basis confidence={signal.confidence} evidence={signal.evidence} />
              </div>
              <p className="num text-sm sm:text-right">
                <a href={`/methodology#${signal.id}`} className="group">
                  <span className="text-lg group-hover:underline">{figure}</span> <span className="text-xs text-soft sm:block">{note}</span>
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
