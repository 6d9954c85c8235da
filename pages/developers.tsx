/** The page for the API: nothing on it needs the framework in the browser. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveDevelopers } from '@/app/developers-props.ts';
import { SentDocument } from '@/components/report/document-frame.tsx';

export const config: PageConfig = { unstable_runtimeJS: false };

export default SentDocument;

export const getServerSideProps: GetServerSideProps = serveDevelopers;
