/**
 * The page for a request from a plain form that was refused, under the status of the refusal. Like the page about an outage it is drawn by
 * this very process. The sentence goes along in a header whose name no visitor can know, so that nobody can put words into our mouth.
 */
import { randomUUID } from 'node:crypto';
import { log } from '@/lib/log.ts';
import type { LimitReached } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';

// Routes and pages are bundled apart; they share the name through globalThis.
const shared = globalThis as typeof globalThis & { latchkeyRefusalHeader?: string };

/** Name of the header that carries the sentence, percent-encoded. */
export const refusalHeader = () => (shared.latchkeyRefusalHeader ??= `x-refusal-${randomUUID()}`);

/** The page that says why and when to come back. `cookie`: the visitor's, for their choice of colours. */
export async function refusedPage(
  { message, status, retryAfterSeconds }: LimitReached,
  cookie: string,
): Promise<Response> {
  const headers = new Headers({ 'retry-after': String(retryAfterSeconds), 'cache-control': 'no-store' });
  let page: Response;
  try {
    page = await fetch(`http://127.0.0.1:${settings().port}/busy`, {
      headers: { cookie, [refusalHeader()]: encodeURIComponent(message) },
    });
  } catch (err) {
    // A server that listens on one outside address alone does not answer itself here.
    log('web').warn({ err }, 'the page about a refusal could not be fetched');
    return new Response(`${message}\n`, { status, headers });
  }
  // The policy goes along: its nonce is the one that the page was drawn with.
  for (const name of ['content-type', 'content-security-policy']) {
    const value = page.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(page.body, { status, headers });
}
