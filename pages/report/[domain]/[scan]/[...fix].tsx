/** One fix of a scan's report, with the files for one framework. */
import type { PageConfig } from 'next';
import { serveFix } from '@/app/fix-props.ts';
import { SentDocument } from '@/components/report/document-frame.tsx';

export const config: PageConfig = { unstable_runtimeJS: false };

export default SentDocument;

export const getServerSideProps = serveFix;
