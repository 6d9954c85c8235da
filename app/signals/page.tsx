import type { Metadata } from 'next';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { signals } from '@/lib/scan/judge/index.ts';
import { groups } from '@/lib/scan/score/methodology.ts';

export const metadata: Metadata = {
  title: 'Signals',
  description: 'Seven properties that decide whether an AI agent can let itself in to an API: why each one matters, how to test it by hand, how to fix it.',
  alternates: { canonical: '/signals' },
};

export default function Signals() {
  return (
    <>
      <PageHead title="Seven signals" lead="What decides whether an agent can let itself in. Each page says why, how it is judged, how to test it with curl, and what to paste." />
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id} className="section">
          <div>
            <h2 id={group.id} className="text-xl">{group.title}</h2>
            <p className="num mt-1 text-sm text-soft">
              Weight {group.weight}{group.signals.length > 1 && ', for the better of two'}
            </p>
          </div>
          <ul className="-mt-3 divide-y divide-hair">
            {signals.filter(({ meta }) => meta.group === group.id).map(({ meta }) => (
              <li key={meta.id} className="max-w-prose py-3">
                <h3 className="text-lg"><a href={`/signals/${meta.id}`} className="link">{meta.title}</a></h3>
                <p className="mt-0.5 text-soft">{meta.question}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
