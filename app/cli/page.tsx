import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metadata } from 'next';
import { documentParts } from '@/components/knowledge/document.ts';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Section } from '@/components/report/section.tsx';

export const metadata: Metadata = {
  title: 'The command line',
  description:
    'Scan from a terminal and in CI: every command and flag, gates, formats, exit codes, and lists of many names.',
  alternates: { canonical: '/cli' },
};

let parts: Promise<ReturnType<typeof documentParts>> | undefined;
const manual = () => (parts ??= readFile(join(process.cwd(), 'docs/cli.md'), 'utf8').then(documentParts));

export default async function CommandLine() {
  const { lead, parts: sections } = await manual();
  return (
    <>
      <PageHead
        title="The command line"
        lead="The same engine in a terminal and in CI, without a site, a database or an account."
      />
      <Section id="commands" title="Commands">
        <Document html={lead} />
      </Section>
      {sections.map(({ id, title, html }) => (
        <Section key={id} id={id} title={title}>
          <Document html={html} />
        </Section>
      ))}
    </>
  );
}

/** Markup that micromark made of a document of ours: nothing of a visitor or of a target is in it. */
const Document = ({ html }: { html: string }) => (
  <div className="document" dangerouslySetInnerHTML={{ __html: html }} />
);
