/** One scan's report, at an address that never shows another one. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveReport } from '@/app/report-props.ts';
import { SentDocument } from '@/components/report/document-frame.tsx';
import { headById } from '@/lib/listed.ts';
import { scanById } from '@/lib/scans.ts';

export const config: PageConfig = { unstable_runtimeJS: false };

export default SentDocument;

export const getServerSideProps: GetServerSideProps<Record<string, never>, { domain: string; scan: string }> = (
  context,
) =>
  serveReport(context, async () => {
    const { domain: asked = '', scan: id = '' } = context.params ?? {};
    const domain = asked.toLowerCase();
    const head = await headById(id);
    if (head) return head.domain === domain ? { head, asked: null } : { notFound: true };
    const unfinished = await scanById(id);
    return unfinished?.domain === domain ? { redirect: `/scan/${unfinished.id}` } : { notFound: true };
  });
