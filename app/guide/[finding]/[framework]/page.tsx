/** The code of one fix for one framework: `/guide/<signal or anti-pattern>/<framework>`. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { FrameworkFiles, FrameworkLinks, guideOf, WhoseAddresses } from '@/components/knowledge/fix-guide.tsx';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Rich } from '@/components/knowledge/rich.tsx';

type Props = PageProps<'/guide/[finding]/[framework]'>;

/** Made once for the head and the body of a page. */
const shownAt = cache((finding: string, framework: string) => {
  const guide = guideOf(finding) ?? notFound();
  return { guide, chosen: guide.frameworks.find(({ id }) => id === framework) ?? notFound() };
});

async function shown({ params }: Props) {
  const { finding, framework } = await params;
  return shownAt(finding, framework);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { guide, chosen } = await shown(props);
  return {
    title: `${guide.title}: ${chosen.name}`,
    description: `${guide.built.reason} The files to paste into an app of ${chosen.name}.`,
    alternates: { canonical: chosen.path },
  };
}

export default async function FrameworkPage(props: Props) {
  const { guide, chosen } = await shown(props);
  return (
    <>
      <PageHead
        up={{ href: `${guide.path}#fix`, name: guide.title }}
        title={`${guide.definition.title}: ${chosen.name}`}
        lead={<Rich text={guide.built.reason} />}
      />
      <div className="max-w-4xl">
        <FrameworkLinks frameworks={guide.frameworks} current={chosen.id} />
        <div className="mt-6">
          <FrameworkFiles built={guide.built} name={chosen.name} />
        </div>
        <WhoseAddresses />
      </div>
    </>
  );
}
