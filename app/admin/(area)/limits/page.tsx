import type { Metadata } from 'next';
import { Prose } from '@/components/prose.tsx';
import { Section } from '@/components/report/section.tsx';
import { currentLimits } from '@/lib/admin/limits.ts';
import { requireOperator } from '../../session.ts';

export const metadata: Metadata = { title: 'Limits' };

export default async function Limits() {
  await requireOperator();
  return (
    <div className="pt-8">
      <h1 className="text-3xl">Limits</h1>
      <p className="mt-3 max-w-prose text-soft">
        What applies in this process right now. Limits come from the environment, so that every web process and worker
        has the same; change them in <code className="text-[0.92em]">.env</code> and start again.
      </p>
      <div className="mt-8">
        {currentLimits().map(({ title, rows }) => (
          <Section key={title} id={title.toLowerCase().replaceAll(' ', '-')} title={title}>
            <dl className="-mt-2 text-sm">
              {rows.map(({ name, value, isDefault, meaning }) => (
                <div
                  key={name}
                  className="grid gap-x-8 gap-y-0.5 border-b border-hair py-2.5 sm:grid-cols-[13rem_minmax(0,1fr)]"
                >
                  <dt>
                    <code className="text-xs">{name}</code>
                  </dt>
                  <dd>
                    <span className="num font-medium break-all">{value}</span>
                    {isDefault && <span className="ml-2 text-xs text-soft">default</span>}
                    <span className="mt-0.5 block max-w-prose text-soft">
                      <Prose text={meaning} />
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        ))}
      </div>
    </div>
  );
}
