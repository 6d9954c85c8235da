/**
 * Documents without the framework's scripts: drawn in one piece, put into what Next has drawn once for all of them, kept (report-cache.ts) and
 * sent again. Drawn as part of the page, they would go through a stream of small chunks, which takes as long again.
 */
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Frame } from '@/components/frame.tsx';
import { HeadTags, type DocumentHead } from '@/components/report/report-document.tsx';
import { themeCookie, themeOf, type Theme } from '@/components/theme.ts';
import { Unavailable } from '@/components/unavailable.tsx';
import { ServiceUnavailable } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import { isDevPolicy } from './policy.ts';
import { answerKept, answerOnce, documentHeaders, type Parts } from './report-cache.ts';
import { retryAfterSeconds } from './unavailable-page.ts';

export type DocumentResult = GetServerSidePropsResult<Record<string, never>>;

interface Content {
  head: DocumentHead | null;
  content: ReactNode;
}

function drawn(theme: Theme, { head, content }: Content): Parts {
  const { siteName } = settings();
  const body = renderToStaticMarkup(
    <Frame siteName={siteName} theme={theme}>
      {content}
    </Frame>,
  );
  return { head: renderToStaticMarkup(<HeadTags siteName={siteName} head={head} />), body };
}

/** The reader's colours, and whether the development server asks, which keeps no document. */
const readerOf = ({ cookies, headers }: GetServerSidePropsContext['req']) => ({
  theme: themeOf(cookies[themeCookie]),
  dev: isDevPolicy(headers['content-security-policy']),
});

/**
 * The document under a key, from which everything that it shows follows; only the reader's colours are added. `content` is asked for when no
 * document is kept; null: there is no such page.
 */
export async function plainDocument(
  { req, res }: GetServerSidePropsContext,
  key: string,
  content: () => Promise<Content | null>,
): Promise<DocumentResult> {
  const { theme, dev } = readerOf(req);
  const draw = async () => {
    const shown = await content();
    return shown && drawn(theme, shown);
  };
  return (await answerKept(key, dev ? null : theme, req, res, draw)) ? { props: {} } : { notFound: true };
}

/** Runs `answer`; while the database cannot be reached the page says so under status 503. */
export async function whileReachable(
  { req, res }: GetServerSidePropsContext,
  answer: () => Promise<DocumentResult>,
): Promise<DocumentResult> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    const { theme, dev } = readerOf(req);
    res.statusCode = 503;
    if (!dev) documentHeaders(res);
    res.setHeader('cache-control', 'no-store');
    res.setHeader('retry-after', String(retryAfterSeconds));
    answerOnce(null, res, drawn(theme, { head: null, content: <Unavailable /> }));
    return { props: {} };
  }
}
