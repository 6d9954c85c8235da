import type { Metadata } from 'next';
import { Asks } from '@/components/knowledge/asks.tsx';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { flowName } from '@/components/words.ts';
import { flows } from '@/lib/scan/judge/index.ts';

export const metadata: Metadata = {
  title: 'Flows',
  description: 'Nine OAuth grants, what each one asks of people, and which of them an AI agent can use alone.',
  alternates: { canonical: '/flows' },
};

export default function Flows() {
  return (
    <>
      <PageHead
        title="Nine grants, and what they ask of people"
        lead="An OAuth server may offer any of these. For an agent one question decides: does somebody have to be there?"
      />
      <div className="section">
        <p className="text-sm text-soft">Kindest to agents first</p>
        <ul className="-mt-5 divide-y divide-hair">
          {flows.map((flow) => (
            <li key={flow.meta.id} className="grid gap-x-8 gap-y-1 py-5 sm:grid-cols-[minmax(0,1fr)_13rem]">
              <div className="max-w-prose">
                <h2 className="text-lg">
                  <a href={`/flows/${flow.meta.id}`} className="link">
                    {flowName[flow.meta.id]}
                  </a>
                </h2>
                <p className="mt-0.5 text-soft">{flow.meta.about}</p>
              </div>
              <p className="text-sm sm:pt-1">
                <Asks flow={flow} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
