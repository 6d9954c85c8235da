import type { Metadata } from 'next';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Rich } from '@/components/knowledge/rich.tsx';
import { Section } from '@/components/report/section.tsx';
import { chaptersOf } from '@/content/faq.ts';
import { settings } from '@/lib/settings.ts';

export const metadata: Metadata = {
  title: 'Questions and answers',
  description:
    'What a scan sends, how to opt out, why something is unknown or has no score, what is stored, and how to let the scanner through.',
  alternates: { canonical: '/faq' },
};

export default function Faq() {
  const chapters = chaptersOf(settings());
  return (
    <>
      <PageHead title="Questions and answers" lead="Short answers. Where we cannot do something, they say so." />
      {chapters.map((chapter) => (
        <Section key={chapter.id} id={chapter.id} title={chapter.title}>
          <div className="-mt-5 divide-y divide-hair">
            {chapter.questions.map(({ id, asks, answers }) => (
              <section key={id} id={id} aria-labelledby={`${id}-asks`} className="max-w-prose scroll-mt-4 py-5">
                <h3 id={`${id}-asks`} className="text-lg">
                  <a href={`#${id}`} className="hover:underline">
                    {asks}
                  </a>
                </h3>
                {answers.map((answer) => (
                  <p key={answer} className="mt-1.5 text-soft">
                    <Rich text={answer} />
                  </p>
                ))}
              </section>
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}
