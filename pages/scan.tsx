/** Where the forms of pages are sent. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveScan } from '@/app/scan-props.ts';
import { SentDocument } from '@/components/report/document-frame.tsx';

export const config: PageConfig = { unstable_runtimeJS: false };

export default SentDocument;

export const getServerSideProps: GetServerSideProps = serveScan;
