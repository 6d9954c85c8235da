import type { Metadata } from 'next';
import { HeadRow } from '@/components/head-row.tsx';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Section } from '@/components/report/section.tsx';
import { methodologyChanges } from '@/content/methodology-changes.ts';
import { methodology } from '@/lib/scan/score/methodology.ts';

export const metadata: Metadata = {
  title: 'What changed in the methodology',
  description: 'What each version of the methodology changed, what was worth what before, and how far scores moved.',
  alternates: { canonical: '/methodology/changes' },
};

export default function MethodologyChanges() {
  return (
    <>
      <PageHead
        up={{ href: '/methodology', name: 'Methodology' }}
        title="What changed"
        lead={`Scans are judged by ${methodology}. Newest first: what each version changed, and how far scores moved. A published report keeps the score that it was given.`}
      />
      {methodologyChanges.map(({ version, from, moved, rows }) => (
        <Section key={version} id={version} title={version} note={`From ${from}.`}>
          <p className="max-w-prose">{moved}</p>
          <table className="mt-4 w-full text-left text-sm wrap-anywhere">
            <HeadRow columns={['What', 'Before', 'Now']} gap="pr-4" />
            <tbody>
              {rows.map(({ what, before, now }) => (
                <tr key={what} className="border-b border-rule align-baseline">
                  <th scope="row" className="py-2 pr-4 font-normal">
                    {what}
                  </th>
                  <td className="py-2 pr-4">{before}</td>
                  <td className="py-2">{now}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ))}
    </>
  );
}
