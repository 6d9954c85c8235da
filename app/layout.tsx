import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/site-footer.tsx';
import { SiteHeader } from '@/components/site-header.tsx';
import { themeCookie, themeOf } from '@/components/theme.ts';
import { settings } from '@/lib/settings.ts';
import { mono, sans, serif } from './fonts.ts';
import './globals.css';

export function generateMetadata(): Metadata {
  const { siteName, siteUrl } = settings();
  return {
    metadataBase: siteUrl ? new URL(siteUrl) : undefined,
    title: { default: `${siteName}: can an AI agent let itself in?`, template: `%s · ${siteName}` },
    description: 'Type the address of your API. See how far an AI agent gets on its own, where it stops, and what to change.',
    applicationName: siteName,
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
  const { siteName } = settings();
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} className={`${serif.variable} ${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <body className="flex min-h-svh flex-col">
        <a href="#main" className="button-quiet absolute top-2 left-2 z-10 not-focus:sr-only">Skip to the content</a>
        <SiteHeader siteName={siteName} />
        <main id="main" className="mx-auto w-full max-w-page px-5 pb-16 sm:px-8">{children}</main>
        <SiteFooter siteName={siteName} theme={theme} />
      </body>
    </html>
  );
}
