import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FixGuide } from '@/components/knowledge/fix-guide.tsx';
import { HandTests } from '@/components/knowledge/hand-tests.tsx';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Related } from '@/components/knowledge/related.tsx';
import { Paragraphs, Rich } from '@/components/knowledge/rich.tsx';
import { SourceList } from '@/components/knowledge/source-list.tsx';
import { Wires } from '@/components/knowledge/wire.tsx';
import { Section } from '@/components/report/section.tsx';
import { antiPatternArticles } from '@/content/anti-patterns.ts';
import { antiPatterns } from '@/lib/scan/judge/index.ts';
import { caps } from '@/lib/scan/dimensions/index.ts';

const antiPatternOf = (id: string) => antiPatterns.find(({ meta }) => meta.id === id)?.meta ?? notFound();

export async function generateMetadata({ params }: PageProps<'/anti-patterns/[id]'>): Promise<Metadata> {
  const meta = antiPatternOf((await params).id);
  return {
    title: `${meta.title}: the trap and the way out`,
    description: `${meta.trap} ${meta.cure} How to recognise it with curl, and what to paste to get rid of it.`,
    alternates: { canonical: `/anti-patterns/${meta.id}` },
  };
}

export default async function AntiPatternPage({ params }: PageProps<'/anti-patterns/[id]'>) {
  const meta = antiPatternOf((await params).id);
  const article = antiPatternArticles[meta.id];
  return (
    <>
      <PageHead up={{ href: '/anti-patterns', name: 'Anti-patterns' }} title={meta.title} lead={meta.trap}>
        <code className="text-xs">{meta.id}</code>
        {meta.blocking ? (
          <span className="font-medium text-wall">
            Blocking: seen or declared, it holds the score at {caps['blocking-anti-pattern'].limit}
          </span>
        ) : (
          <span>Not blocking: it costs what its signals cost</span>
        )}
      </PageHead>
      <Section id="why" title="Why it stops an agent">
        <Paragraphs texts={article.why} />
        <div className="mt-8">
          <Wires samples={article.samples} />
        </div>
      </Section>
      <Section id="judged" title="How it is judged">
        <dl className="max-w-prose space-y-2">
          <div>
            <dt className="inline font-medium">Present </dt>
            <dd className="inline text-soft">
              when <Rich text={article.presentWhen} />
            </dd>
          </div>
          <div>
            <dt className="inline font-medium">Never present </dt>
            <dd className="inline text-soft">
              when <Rich text={article.neverWhen} />
            </dd>
          </div>
          <div>
            <dt className="inline font-medium">Unknown </dt>
            <dd className="inline text-soft">
              when nothing published says so, or we could not look. It then takes no points away.
            </dd>
          </div>
        </dl>
      </Section>
      <Section id="test" title="Test it by hand" note="Put your addresses in.">
        <HandTests tests={article.tests} />
      </Section>
      <Section id="fix" title="The way out" note="Built by the same code as the fixes in a report.">
        <p className="mb-6 max-w-prose border-l-2 border-open pl-4 font-serif text-lg">{meta.cure}</p>
        <FixGuide finding={meta.id} />
      </Section>
      <Section id="objections" title="But">
        <dl className="max-w-prose space-y-5">
          {article.objections.map(({ says, answer }) => (
            <div key={says}>
              <dt className="font-serif text-lg">“{says}”</dt>
              <dd className="mt-0.5 text-soft">
                <Rich text={answer} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="standards" title="Standards">
        <SourceList sources={article.sources} />
      </Section>
      <Section id="next" title="Read on">
        <Related paths={article.related} />
      </Section>
    </>
  );
}
