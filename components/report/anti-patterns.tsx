/** The five traps, with the words of the target that a finding rests on. */
import { antiPatterns as registry } from '../../lib/scan/judge/index.ts';
import type { AntiPatternResult } from '../../lib/scan/report/schema.ts';
import { Status } from '../status.tsx';
import { antiPatternStatus } from '../words.ts';
import { Basis } from './cite.tsx';
import { Section } from './section.tsx';

const urgency = { present: 0, unknown: 1, absent: 2 };

export function AntiPatterns({ antiPatterns }: { antiPatterns: readonly AntiPatternResult[] }) {
  const sorted = antiPatterns.toSorted((a, b) => urgency[a.status] - urgency[b.status]);
  return (
    <Section id="anti-patterns" title="Anti-patterns" note="Five traps that stop an agent however good the rest is.">
      <ul className="-mt-5 divide-y divide-hair">
        {sorted.map((found) => {
          const meta = registry.find((item) => item.meta.id === found.id)?.meta;
          return (
            <li key={found.id} id={`anti-pattern-${found.id}`} className="grid gap-x-6 gap-y-1 py-5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
              <div className="sm:pt-0.5">
                <Status {...antiPatternStatus[found.status]} />
              </div>
              <div className="max-w-prose">
                <h3 className="font-sans text-base font-medium">
                  <a href={`/methodology#${found.id}`} className="hover:underline">{meta?.title ?? found.id}</a>
                </h3>
                <p className="mt-0.5 text-soft">{found.summary}</p>
                {found.quote !== null && (
                  <blockquote className="mt-2 border-l-2 border-wall pl-3 font-mono text-xs leading-relaxed text-ink">{found.quote}</blockquote>
                )}
                {found.status === 'present' && meta && <p className="mt-2 text-sm">{meta.cure}</p>}
                <Basis confidence={found.confidence} evidence={found.evidence} />
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
