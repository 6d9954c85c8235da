/** The page around documents, which app/frame.ts fetches from this process. */
import type { GetServerSideProps, PageConfig } from 'next';
import { DocumentFrame, type DocumentFrameProps } from '@/components/report/document-frame.tsx';
import { themeCookie, themeOf } from '@/components/theme.ts';
import { settings } from '@/lib/settings.ts';

export const config: PageConfig = { unstable_runtimeJS: false };

export default DocumentFrame;

export const getServerSideProps: GetServerSideProps<DocumentFrameProps> = ({ req, res, query }) => {
  res.setHeader('x-robots-tag', 'noindex');
  const { siteName } = settings();
  const theme = themeOf(req.cookies[themeCookie]);
  return Promise.resolve({ props: { siteName, theme, leaderboard: query.leaderboard === 'yes' } });
};
