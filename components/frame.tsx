/** What every page has around its content. */
import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import type { Theme } from './theme.ts';

export function Frame({
  siteName,
  theme,
  leaderboard,
  children,
}: {
  siteName: string;
  theme: Theme;
  leaderboard: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <a href="#main" className="button-quiet absolute top-2 left-2 z-10 not-focus:sr-only">
        Skip to the content
      </a>
      <SiteHeader siteName={siteName} />
      <main id="main" className="mx-auto w-full max-w-page px-5 pb-8 sm:px-8 sm:pb-12">
        {children}
      </main>
      <SiteFooter siteName={siteName} theme={theme} leaderboard={leaderboard} />
    </>
  );
}
