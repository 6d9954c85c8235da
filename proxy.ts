/** A nonce for each page, and 503 for pages that need a database which cannot be reached: a page itself cannot set that status. */
import Negotiator from 'negotiator';
import { NextResponse, type NextRequest } from 'next/server';
import { reachable } from './app/reachable.ts';
import { nonceHeader } from './app/nonce.ts';
import { pagePolicy } from './app/policy.ts';
import { notFromHere, senderOf } from './app/sender.ts';
import { unavailablePage } from './app/unavailable-page.ts';

// Reports set their own status (pages/report); a page of the app directory cannot.
const needsDatabase = /^\/(?:scan\/|removal\/|verify\/|admin(?:\/|$)|leaderboard$)/;

/** Whether the path is percent-encoded UTF-8. Next answers 500 to one that is not; it is only an address that leads nowhere. */
function wellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Headers that Next's own scripts send and that are JSON; Next answers 500 when they are not. */
const frameworkState = 'next-router-state-tree';

/** Why a request is refused before Next looks at it, or null. */
function refused({ method, headers }: NextRequest): NextResponse | null {
  const plain = (status: number, sentence: string) =>
    new NextResponse(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  if (method === 'POST' && senderOf(headers) !== 'here') return plain(403, notFromHere);
  const state = headers.get(frameworkState);
  if (state !== null && !isEncodedJson(state))
    return plain(400, `The field ${frameworkState} is not what a page of this site sends.`);
  return null;
}

function isEncodedJson(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(text)));
  } catch (error) {
    if (error instanceof URIError || error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Leads to no page, so that the 404 page is drawn. */
const nowhere = '/not-an-address';

/** Whether a reader would rather have Markdown than HTML; browsers name HTML first. */
const wantsMarkdown = (accept: string | null): boolean =>
  accept !== null &&
  new Negotiator({ headers: { accept } }).mediaType(['text/html', 'text/markdown']) === 'text/markdown';

/** Where a page that is asked for as Markdown, by its name or by `Accept`, is to be had so; null for other requests. */
function markdownOf({ method, nextUrl: { pathname }, headers }: NextRequest): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (pathname === '/markdown' || pathname.startsWith('/markdown/')) return null;
  const page = pathname.endsWith('.md') ? pathname.slice(0, -'.md'.length) : pathname;
  if (page === pathname && !wantsMarkdown(headers.get('accept'))) return null;
  return `/markdown${page === '/' ? '' : page}`;
}

/** An address of this process: one that is put together from what the visitor sent would be asked for over the network. */
function within(request: NextRequest, pathname: string): URL {
  const url = request.nextUrl.clone();
  url.pathname = pathname;
  return url;
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refusal = refused(request);
  if (refusal) return refusal;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = pagePolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the request's policy; the 404 page reads what was asked for.
  headers.set('content-security-policy', policy);
  headers.set(nonceHeader, nonce);
  headers.set('x-pathname', request.nextUrl.pathname);
  const next = { request: { headers } };
  const { pathname } = request.nextUrl;
  if (needsDatabase.test(pathname) && (request.method === 'GET' || request.method === 'HEAD') && !(await reachable())) {
    const { body, headers: fields } = await unavailablePage(request.headers.get('cookie') ?? '');
    return new NextResponse(body, { status: 503, headers: fields });
  }
  const elsewhere = wellFormed(pathname) ? markdownOf(request) : nowhere;
  const response =
    elsewhere === null ? NextResponse.next(next) : NextResponse.rewrite(within(request, elsewhere), next);
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: [
    {
      source:
        '/((?!api/|_next/static|_next/image|favicon.ico|icon.svg|enhance.js|badge/|og/|robots.txt|sitemap.xml|oauth/|mcp$|\\.well-known/|openapi.json|llms.txt|auth.md).*)',
    },
  ],
};
