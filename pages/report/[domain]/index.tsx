/** The report that stands for a domain, or for a host or port of it. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveReport } from '@/app/report-props.ts';
import { SentDocument } from '@/components/report/document-frame.tsx';
import { namePath } from '@/lib/addresses.ts';
import { subjectNamed } from '@/lib/db/faces.ts';
import { latestHead, neighbours } from '@/lib/listed.ts';

export const config: PageConfig = { unstable_runtimeJS: false };

export default SentDocument;

export const getServerSideProps: GetServerSideProps<Record<string, never>, { domain: string }> = (context) =>
  serveReport(context, async () => {
    const asked = context.params?.domain ?? '';
    const subject = subjectNamed(asked);
    const head = await latestHead(asked);
    // `api.example.com` speaks for `example.com`; there the report is read.
    if (head)
      return subject.name === asked.toLowerCase()
        ? { head, asked: subject.name }
        : { redirect: namePath(subject.name) };
    // Nothing speaks for the name, but a host beside or below it has a report of its own, and says whose it is.
    const [other] = await neighbours(subject);
    return other ? { redirect: namePath(other.name) } : { notFound: true };
  });
