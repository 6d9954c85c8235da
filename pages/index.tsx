/** The home page: one field that starts scans. */
import type { GetServerSideProps, PageConfig } from 'next';
import { serveHome } from '@/app/home-props.ts';
import { SentDocument } from '@/components/report/document-frame.tsx';

export const config: PageConfig = { unstable_runtimeJS: false };

export default SentDocument;

export const getServerSideProps: GetServerSideProps = serveHome;
