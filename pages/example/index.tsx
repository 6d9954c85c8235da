/** The example report of a fresh installation. It is no scan of this site: no list, rank or statistic knows it. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveExample } from '@/app/report-props.ts';
import { ReportDocument } from '@/components/report/report-document.tsx';

export const config: PageConfig = { unstable_runtimeJS: false };

export default ReportDocument;

export const getServerSideProps: GetServerSideProps = serveExample;
