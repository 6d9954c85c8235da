import NextDocument, { Head, Html, Main, NextScript, type DocumentContext, type DocumentInitialProps } from 'next/document';
import { fontVariables } from '../app/fonts.ts';
import { nonceHeader } from '../app/nonce.ts';
import { themeCookie, themeOf, type Theme } from '../components/theme.ts';

interface Extra {
  nonce: string | undefined;
  theme: Theme;
}

export default function PlainDocument({ nonce, theme }: Extra) {
  return (
    <Html lang="en" data-theme={theme === 'system' ? undefined : theme} className={fontVariables}>
      <Head nonce={nonce} />
      <body>
        <Main />
        <script src="/enhance.js" defer nonce={nonce} />
        <NextScript nonce={nonce} />
      </body>
    </Html>
  );
}

PlainDocument.getInitialProps = async (context: DocumentContext): Promise<DocumentInitialProps & Extra> => {
  const nonce = context.req?.headers[nonceHeader];
  const cookies = (context.req as { cookies?: Partial<Record<string, string>> } | undefined)?.cookies;
  return { ...(await NextDocument.getInitialProps(context)), nonce: typeof nonce === 'string' ? nonce : undefined, theme: themeOf(cookies?.[themeCookie]) };
};
