/** One fix of a scan's report, with the files for one framework. */
import type { PageConfig } from 'next';
import { serveFix } from '@/app/fix-props.ts';
import { ReportDocument } from '@/components/report/report-document.tsx';

export const config: PageConfig = { unstable_runtimeJS: false };

export default ReportDocument;

export const getServerSideProps = serveFix;
