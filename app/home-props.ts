/** The server's half of the home page, which also answers when what its form asks for is refused. */
import type { GetServerSidePropsContext } from 'next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Home } from '@/components/home.tsx';
import type { ShownReports } from '@/components/home-reports.tsx';
import type { ScanFormState } from '@/components/scan-form.tsx';
import { exampleReport } from '@/content/example-report.ts';
import { publicLeaderboard } from '@/lib/admin/leaderboard.ts';
import { everything } from '@/lib/admin/leaderboard-query.ts';
import { siteSetting } from '@/lib/admin/site-settings.ts';
import { reaching } from '@/lib/db/unavailable.ts';
import { exampleReports } from '@/lib/listed.ts';
import { log } from '@/lib/log.ts';
import { ServiceUnavailable } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import type { Parts } from './frame.ts';
import { headMarkup, ownDocument, plainDocument, type DocumentResult } from './plain-document.ts';
import type { Refusal } from './refusals.ts';
import { siteOrigin } from './site-origin.ts';
import { siteDescription, siteTitle } from './site-words.ts';

const longestPrefill = 2000;
const topScorers = 5;
const none: ShownReports = { examples: [], top: [] };

/** Reports to show under the form. The form itself needs no database to be drawn, so an outage only leaves them out. */
async function shownReports(): Promise<ShownReports> {
  try {
    // A site that scans its own network has no other names to show.
    const [examples, isPublic] = await Promise.all([
      exampleReports(settings().scanAllowNets.length > 0),
      reaching(() => siteSetting('public-leaderboard')),
    ]);
    const top = isPublic ? (await reaching(() => publicLeaderboard(everything, topScorers))).rows : [];
    return { examples, top };
  } catch (err) {
    if (!(err instanceof ServiceUnavailable)) throw err;
    log('web').warn({ err }, 'the home page is drawn without reports');
    return none;
  }
}

function homeParts(form: ScanFormState, shown: ShownReports): Parts {
  const { siteName, scanMaxRequests, scanTimeoutS } = settings();
  const origin = siteOrigin();
  return {
    head: headMarkup({
      title: siteTitle(siteName),
      description: siteDescription,
      address: `${origin}/`,
      picture: `${origin}/og/site.png`,
      indexed: form.error === null,
      front: true,
    }),
    body: renderToStaticMarkup(
      createElement(Home, { siteName, scanMaxRequests, scanTimeoutS, form, example: exampleReport(), shown }),
    ),
  };
}

/** The home page. `?target=` stands in the field. */
export async function serveHome(context: GetServerSidePropsContext): Promise<DocumentResult> {
  const { target } = context.query;
  const typed = typeof target === 'string' ? target.slice(0, longestPrefill) : '';
  const shown = await shownReports();
  // Addresses are as many as anybody likes to write: a page with one in it is drawn for who asked.
  const key = typed === '' ? `home ${JSON.stringify(shown)}` : null;
  return plainDocument(context, key, () => Promise.resolve(homeParts({ typed, unlisted: false, error: null }, shown)));
}

/** The home page again, under the status of a refusal, with its reason and with the form as it was sent. */
export async function refuseForm(
  context: GetServerSidePropsContext,
  sent: Pick<ScanFormState, 'typed' | 'unlisted'>,
  { code, message, status, retryAfterSeconds }: Refusal,
): Promise<DocumentResult> {
  // Where the database is away or busy it is not asked for more.
  const shown = status === 503 ? none : await shownReports();
  const parts = homeParts({ ...sent, error: { code, message } }, shown);
  return ownDocument(context, parts, status, retryAfterSeconds);
}
