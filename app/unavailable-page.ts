/** The page about an outage under status 503. Next keeps no status on a rewrite and gives a page no way to set one. */
import { log } from '@/lib/log.ts';
import { settings } from '@/lib/settings.ts';

export const retryAfterSeconds = 10;

/** Fetches the page from this very process (launcher and Next write its port into PORT) with the visitor's cookies, for their choice of colours. */
export async function unavailablePage(cookie: string): Promise<Response> {
  const headers = new Headers({ 'retry-after': String(retryAfterSeconds), 'cache-control': 'no-store' });
  let page: Response;
  try {
    page = await fetch(`http://127.0.0.1:${settings().port}/unavailable`, { headers: { cookie } });
  } catch (err) {
    // A server that listens on one outside address alone does not answer itself here.
    log('web').warn({ err }, 'the page about the outage could not be fetched');
    return new Response(`Reports cannot be read right now. Try again in ${retryAfterSeconds} seconds.\n`, {
      status: 503,
      headers,
    });
  }
  // The policy goes along: its nonce is the one that the page was drawn with.
  for (const name of ['content-type', 'content-security-policy']) {
    const value = page.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(page.body, { status: 503, headers });
}
