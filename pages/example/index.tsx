/** The example report of a fresh installation. It is no scan of this site: no list, rank or statistic knows it. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveExample } from '@/app/report-props.ts';
import { SentDocument } from '@/components/report/document-frame.tsx';

export const config: PageConfig = { unstable_runtimeJS: false };

export default SentDocument;

export const getServerSideProps: GetServerSideProps = serveExample;
