/** The server's half of the page for the API. */
import type { GetServerSidePropsContext } from 'next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Developers } from '@/components/knowledge/developers.tsx';
import { settings } from '@/lib/settings.ts';
import { headMarkup, plainDocument, type DocumentResult } from './plain-document.ts';
import { siteOrigin } from './site-origin.ts';

export const serveDevelopers = (context: GetServerSidePropsContext): Promise<DocumentResult> =>
  plainDocument(context, 'developers', () => {
    const origin = siteOrigin();
    const { siteName, visitorScans, clientScans, visitorWindowS } = settings();
    const limits = { visitorScans, clientScans, visitorWindowS };
    return Promise.resolve({
      head: headMarkup({
        title: 'API',
        description:
          'Scan from a program: curl examples, events, credentials without a person, limits, errors, MCP, CI and the badge.',
        address: `${origin}/developers`,
        picture: `${origin}/og/site.png`,
        indexed: true,
      }),
      body: renderToStaticMarkup(createElement(Developers, { siteName, origin, ...limits })),
    });
  });
