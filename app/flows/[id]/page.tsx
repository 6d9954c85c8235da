import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Asks } from '@/components/knowledge/asks.tsx';
import { FlowDrawing } from '@/components/knowledge/flow-drawing.tsx';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Related } from '@/components/knowledge/related.tsx';
import { Paragraphs, Rich } from '@/components/knowledge/rich.tsx';
import { SourceList } from '@/components/knowledge/source-list.tsx';
import { Wires } from '@/components/knowledge/wire.tsx';
import { Section } from '@/components/report/section.tsx';
import { flowName } from '@/components/words.ts';
import { flowArticles } from '@/content/flows.ts';
import { flows } from '@/lib/scan/judge/index.ts';

const flowOf = (id: string) => flows.find(({ meta }) => meta.id === id) ?? notFound();

export async function generateMetadata({ params }: PageProps<'/flows/[id]'>): Promise<Metadata> {
  const { meta } = flowOf((await params).id);
  const name = flowName[meta.id];
  return {
    title: `${name} for agents`,
    description: `${meta.about} What the ${name.toLowerCase()} grant asks of people, as HTTP, and what it means for an AI agent.`,
    alternates: { canonical: `/flows/${meta.id}` },
  };
}

export default async function FlowPage({ params }: PageProps<'/flows/[id]'>) {
  const flow = flowOf((await params).id);
  const { meta } = flow;
  const article = flowArticles[meta.id];
  const name = flowName[meta.id];
  return (
    <>
      <PageHead up={{ href: '/flows', name: 'Flows' }} title={name} lead={meta.about}>
        <code className="text-xs">{meta.id}</code>
        <span>
          <Asks flow={flow} />
        </span>
        <a href={meta.spec.url} className="link">
          {meta.spec.label}
        </a>
      </PageHead>
      <Section id="what" title="What happens">
        <FlowDrawing flow={article} name={name} />
        <ol className="mt-6 max-w-prose list-decimal space-y-1.5 pl-5 marker:text-soft">
          {article.steps.map(({ says }) => (
            <li key={says}>{says}</li>
          ))}
        </ol>
        <div className="mt-8">
          <Paragraphs texts={article.what} />
        </div>
      </Section>
      <Section id="agents" title="For an agent">
        <Paragraphs texts={article.forAgents} />
      </Section>
      <Section id="wire" title="On the wire">
        <Wires samples={article.samples} />
      </Section>
      <Section
        id="seen"
        title="How the scanner sees it"
        note="Offered when one of these says so; not offered when the server or its documents deny it; unknown when nothing speaks of it."
      >
        <ul className="max-w-prose list-disc space-y-1.5 pl-5 marker:text-rule">
          {article.seen.map((text) => (
            <li key={text}>
              <Rich text={text} />
            </li>
          ))}
        </ul>
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
