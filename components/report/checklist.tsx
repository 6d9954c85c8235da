/** The seven items that make an API ready for agents in thirty minutes, judged for this target. */
import { checklist as registry } from '../../lib/scan/judge/index.ts';
import type { Report } from '../../lib/scan/report/schema.ts';
import { Status } from '../status.tsx';
import { checklistStatus } from '../words.ts';
import { Cites } from './cite.tsx';
import { Section } from './section.tsx';

export function Checklist({ items }: { items: Report['checklist'] }) {
  const done = items.filter(({ status }) => status === 'done').length;
  return (
    <Section id="checklist" title="Checklist" note={`Seven items, about thirty minutes of work. ${done} of ${items.length} ${done === 1 ? 'is' : 'are'} done.`}>
      <ol className="-mt-3 divide-y divide-hair">
        {items.map((item) => {
          const meta = registry.find((known) => known.meta.id === item.id)?.meta;
          return (
            <li key={item.id} className="grid gap-x-6 gap-y-0.5 py-3.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
              <div className="sm:pt-0.5">
                <Status {...checklistStatus[item.status]} />
              </div>
              <div className="max-w-prose">
                <p>
                  {meta?.title ?? item.id}
                  {meta?.recommended && <span className="text-sm text-soft"> (recommended)</span>}
                </p>
                <p className="text-sm text-soft">
                  {item.summary} <Cites evidence={item.evidence} />
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
