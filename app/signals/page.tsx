import type { Metadata } from 'next';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { signals } from '@/lib/scan/judge/index.ts';
import { groups } from '@/lib/scan/dimensions/index.ts';

export const metadata: Metadata = {
  title: 'Signals',
  description:
    'Seven properties that decide whether an AI agent can let itself in to an API: why each one matters, how to test it by hand, how to fix it.',
  alternates: { canonical: '/signals' },
};

const heaviest = Math.max(...groups.map(({ weight }) => weight));

export default function Signals() {
  return (
    <>
      <PageHead
        title="Seven signals"
        lead="What decides whether an agent can let itself in. Each page says why, how it is judged, how to test it with curl, and what to paste."
      />
      <div className="section">
        <p className="text-sm text-soft">
          By what they are worth.{' '}
          <a href="/methodology" className="link">
            How they add up
          </a>
          .
        </p>
        <ul className="-mt-5 divide-y divide-hair">
          {signals.map(({ meta }) => {
            const group = groups.find(({ signals: members }) => members.includes(meta.id));
            return (
              <li key={meta.id} className="grid gap-x-8 gap-y-2 py-5 sm:grid-cols-[minmax(0,1fr)_13rem]">
                <div className="max-w-prose">
                  <h2 className="text-lg">
                    <a href={`/signals/${meta.id}`} className="link">
                      {meta.title}
                    </a>
                  </h2>
                  <p className="mt-0.5 text-soft">{meta.question}</p>
                </div>
                {group && (
                  <div className="num text-sm sm:pt-1">
                    <p>
                      {group.title}: {group.weight}
                    </p>
                    <svg aria-hidden="true" width="100%" height={6} className="mt-1.5 block">
                      <rect y={5} width="100%" height={1} className="fill-hair" />
                      <rect width={`${(100 * group.weight) / heaviest}%`} height={6} className="fill-ink" />
                    </svg>
                    {group.signals.length > 1 && <p className="mt-1 text-xs text-soft">the better of two counts</p>}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
