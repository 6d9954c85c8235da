/** A nonce for each page, and 503 for pages that need a database which cannot be reached: a page itself cannot set that status. */
import { NextResponse, type NextRequest } from 'next/server';
import { reachable } from './app/reachable.ts';
import { nonceHeader } from './app/nonce.ts';
import { pagePolicy } from './app/policy.ts';
import { unavailablePage } from './app/unavailable-page.ts';

// Reports set their own status (pages/report); a page of the app directory cannot.
const needsDatabase = /^\/(?:scan\/|admin(?:\/|$)|leaderboard$)/;

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

/** Leads to no page, so that the 404 page is drawn. */
const nowhere = '/not-an-address';

export async function proxy(request: NextRequest): Promise<NextResponse> {
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
  const response = wellFormed(pathname) ? NextResponse.next(next) : NextResponse.rewrite(new URL(nowhere, request.url), next);
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|favicon.ico|icon.svg|enhance.js|badge/|og/|robots.txt|sitemap.xml).*)' }],
};
