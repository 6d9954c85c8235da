import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { Frame } from '@/components/frame.tsx';
import { themeCookie, themeOf } from '@/components/theme.ts';
import { publicLeaderboardKnown } from '@/lib/admin/site-settings.ts';
import { settings } from '@/lib/settings.ts';
import { fontVariables } from './fonts.ts';
import { nonceHeader } from './nonce.ts';
import { siteOrigin } from './site-origin.ts';
import { siteDescription, siteTitle } from './site-words.ts';
import './globals.css';

export function generateMetadata(): Metadata {
  const { siteName } = settings();
  const title = siteTitle(siteName);
  return {
    metadataBase: new URL(siteOrigin()),
    title: { default: title, template: `%s · ${siteName}` },
    description: siteDescription,
    applicationName: siteName,
    // Next fills in each page’s own title and description.
    openGraph: {
      type: 'website',
      siteName,
      images: [{ url: '/og/site.png', width: 1200, height: 630, alt: title }],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#15140f' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered on request: the nonce of the content security policy is new each time.
  await connection();
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get(nonceHeader) ?? undefined;
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      className={fontVariables}
      suppressHydrationWarning
    >
      <body className="flex min-h-svh flex-col">
        <Frame siteName={settings().siteName} theme={theme} leaderboard={publicLeaderboardKnown()}>
          {children}
        </Frame>
        <script src="/enhance.js" defer nonce={nonce} />
      </body>
    </html>
  );
}
