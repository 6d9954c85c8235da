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
          {/* A phone has no room for three columns of sentences: there a row is a paragraph. */}
          <table className="mt-4 w-full text-left text-sm wrap-break-word max-sm:[&_:is(tbody,tr,th,td)]:block max-sm:[&_thead]:sr-only">
            <HeadRow columns={['What', 'Before', 'Now']} gap="pr-4" />
            <tbody>
              {rows.map(({ what, before, now }) => (
                <tr key={what} className="border-b border-rule align-baseline max-sm:py-2">
                  <th scope="row" className="font-normal max-sm:font-medium sm:py-2 sm:pr-4">
                    {what}
                  </th>
                  <td className="sm:py-2 sm:pr-4">
                    <span className="text-soft sm:hidden">Before: </span>
                    {before}
                  </td>
                  <td className="sm:py-2">
                    <span className="text-soft sm:hidden">Now: </span>
                    {now}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ))}
    </>
  );
}
