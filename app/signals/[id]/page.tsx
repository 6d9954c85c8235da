import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FixGuide } from '@/components/knowledge/fix-guide.tsx';
import { HandTests } from '@/components/knowledge/hand-tests.tsx';
import { Ladder } from '@/components/knowledge/ladder.tsx';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Related } from '@/components/knowledge/related.tsx';
import { Paragraphs } from '@/components/knowledge/rich.tsx';
import { SourceList } from '@/components/knowledge/source-list.tsx';
import { Wires } from '@/components/knowledge/wire.tsx';
import { Section } from '@/components/report/section.tsx';
import { signalArticles } from '@/content/signals.ts';
import { signals } from '@/lib/scan/judge/index.ts';
import { groups } from '@/lib/scan/dimensions/index.ts';

const signalOf = (id: string) => signals.find(({ meta }) => meta.id === id)?.meta ?? notFound();

export async function generateMetadata({ params }: PageProps<'/signals/[id]'>): Promise<Metadata> {
  const meta = signalOf((await params).id);
  return {
    title: `${meta.title}: test and fix`,
    description: `${meta.question} Why it matters to an AI agent, how to test it with curl, and how to fix it in your framework.`,
    alternates: { canonical: `/signals/${meta.id}` },
  };
}

export default async function SignalPage({ params }: PageProps<'/signals/[id]'>) {
  const meta = signalOf((await params).id);
  const article = signalArticles[meta.id];
  const group = groups.find(({ signals: members }) => members.includes(meta.id));
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <PageHead up={{ href: '/signals', name: 'Signals' }} title={meta.title} lead={meta.question}>
        <code className="text-xs">{meta.id}</code>
        {group && (
          <span className="num">
            {group.title}: weight {group.weight} of {total}
            {group.signals.length > 1 && ', for the better of its two signals'}
          </span>
        )}
        <a href={meta.spec.url} className="link">
          {meta.spec.label}
        </a>
      </PageHead>
      <Section id="why" title="Why it matters">
        <Paragraphs texts={article.why} />
        <div className="mt-8">
          <Wires samples={article.samples} />
        </div>
      </Section>
      <Section
        id="judged"
        title="How it is judged"
        note={
          <>
            The rungs and what they are worth, from{' '}
            <a className="link" href={`/methodology#${meta.id}`}>
              the table
            </a>{' '}
            that the engine reads.
          </>
        }
      >
        <Ladder signal={meta.id} />
        <dl className="mt-6 max-w-prose space-y-2">
          <div>
            <dt className="inline font-medium">What the scanner reads. </dt>
            <dd className="inline text-soft">{meta.reads}</dd>
          </div>
          <div>
            <dt className="inline font-medium">What it cannot see. </dt>
            <dd className="inline text-soft">{meta.blindSpot}</dd>
          </div>
          <div>
            <dt className="inline font-medium">Unknown. </dt>
            <dd className="inline text-soft">
              If we looked and nothing published says it, an agent cannot find it out either: worth nothing, and
              counted. If we could not look, it is left out of the sum.
            </dd>
          </div>
        </dl>
      </Section>
      <Section
        id="test"
        title="Test it by hand"
        note="Put your addresses in. Nothing here creates or changes anything, unless it says so."
      >
        <HandTests tests={article.tests} />
      </Section>
      <Section id="fix" title="Fix it" note="Built by the same code as the fixes in a report.">
        <FixGuide finding={meta.id} />
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
