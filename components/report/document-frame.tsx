/** The page around documents without the framework's scripts. */
import Head from 'next/head';
import { Frame } from '../frame.tsx';
import type { Theme } from '../theme.ts';

/** Where the head and the main part of a document go in the page around it. */
export const headMark = 'head of the document';
export const bodyMark = '<!--body of the document-->';

export interface DocumentFrameProps {
  siteName: string;
  theme: Theme;
  leaderboard: boolean;
}

/** The page around documents, the same for all; app/frame.ts puts each into it. */
export function DocumentFrame({ siteName, theme, leaderboard }: DocumentFrameProps) {
  return (
    <>
      <Head>
        <title>{headMark}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="application-name" content={siteName} />
        <meta name="color-scheme" content="light dark" />
        <meta key="light" name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta key="dark" name="theme-color" media="(prefers-color-scheme: dark)" content="#15140f" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      </Head>
      <Frame siteName={siteName} theme={theme} leaderboard={leaderboard}>
        {/* Markup that React has made: whatever a target sent is escaped in it. */}
        <div className="contents" dangerouslySetInnerHTML={{ __html: bodyMark }} />
      </Frame>
    </>
  );
}

/** In place of a page that has sent its answer itself. */
export const SentDocument = (): null => null;
