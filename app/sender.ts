/** Where a request that changes something comes from. Other sites have no business starting scans, or anything else, through their visitors. */
import { isIP } from 'node:net';
import { bareHost, isReserved } from '@/lib/scan/http/url-guard.ts';
import { siteOrigin } from './site-origin.ts';

const originOf = (text: string): string | null => (URL.canParse(text) ? new URL(text).host : null);

/**
 * Whether a Host can be nobody else's: an address, a name without a dot, or a reserved one. Any other name is its owner's, who may let it lead here,
 * so that their page counts as of the same origin in a browser (DNS rebinding).
 */
function isOurs(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const name = bareHost(new URL(`http://${host}`).hostname);
  return isIP(name) !== 0 || !name.includes('.') || isReserved(name);
}

/**
 * `here`: a page of this site sent it; `elsewhere`: a page of another one; `program`: no browser, which would say where it stands
 * (Fetch Metadata §2.4, and Origin with every POST, Fetch §3.2).
 */
export function senderOf(headers: Pick<Headers, 'get'>): 'here' | 'elsewhere' | 'program' {
  const fetchSite = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (fetchSite === null && origin === null) return 'program';
  if (fetchSite !== null && fetchSite !== 'same-origin') return 'elsewhere';
  if (origin === null) return 'here';
  const from = originOf(origin);
  const host = headers.get('host');
  return from === originOf(siteOrigin()) || (from === host && host !== null && isOurs(host)) ? 'here' : 'elsewhere';
}

/** The sentence for a request of another site. */
export const notFromHere = 'This request comes from a page of another site. Open this site and send it from there.';

/** Whether the body is said to be JSON (RFC 8259 §11), with or without parameters: no form of another site can send that. */
export const isJson = (headers: Pick<Headers, 'get'>): boolean =>
  /^application\/json\s*(?:;|$)/i.test(headers.get('content-type') ?? '');
