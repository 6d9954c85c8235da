import type { Metadata } from 'next';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { antiPatterns } from '@/lib/scan/judge/index.ts';
import { caps } from '@/lib/scan/dimensions/index.ts';

export const metadata: Metadata = {
  title: 'Anti-patterns',
  description:
    'Five traps that stop an AI agent on its way to an API, how to recognise each one by hand, and the way out.',
  alternates: { canonical: '/anti-patterns' },
};

export default function AntiPatterns() {
  return (
    <>
      <PageHead
        title="Five traps"
        lead={`They stop an agent however good the rest is. A blocking one that is seen or declared, with no other path found, holds the score at ${caps['blocking-anti-pattern'].limit}.`}
      />
      <div className="section">
        <p className="text-sm text-soft">Anti-patterns</p>
        <ul className="-mt-5 divide-y divide-hair">
          {antiPatterns.map(({ meta }) => (
            <li key={meta.id} className="max-w-prose py-5">
              <h2 className="flex flex-wrap items-baseline gap-x-4 text-lg">
                <a href={`/anti-patterns/${meta.id}`} className="link">
                  {meta.title}
                </a>
                {meta.blocking && <span className="font-sans text-sm font-normal text-wall">blocking</span>}
              </h2>
              <p className="mt-1 text-soft">{meta.trap}</p>
              <p className="mt-1">{meta.cure}</p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
