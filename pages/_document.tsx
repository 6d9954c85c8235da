import NextDocument, {
  Head,
  Html,
  Main,
  NextScript,
  type DocumentContext,
  type DocumentInitialProps,
} from 'next/document';
import { fontVariables } from '../app/fonts.ts';
import { nonceHeader } from '../app/nonce.ts';
import { isDevPolicy } from '../app/policy.ts';
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
  // These documents are kept and sent again (app/frame.ts), under a policy without a nonce. Only the development server adds scripts of its own.
  const { [nonceHeader]: nonce, 'content-security-policy': policy } = context.req?.headers ?? {};
  const cookies = (context.req as { cookies?: Partial<Record<string, string>> } | undefined)?.cookies;
  return {
    ...(await NextDocument.getInitialProps(context)),
    nonce: typeof nonce === 'string' && isDevPolicy(policy) ? nonce : undefined,
    theme: themeOf(cookies?.[themeCookie]),
  };
};
