/** One fix of the example report, with the files for one framework. */
import type { PageConfig } from 'next';
import { serveExampleFix } from '@/app/fix-props.ts';
import { SentDocument } from '@/components/report/document-frame.tsx';

export const config: PageConfig = { unstable_runtimeJS: false };

export default SentDocument;

export const getServerSideProps = serveExampleFix;
