/** Next.js: an app that works for people, on Next's own server. */
import { NextResponse, type NextRequest } from 'next/server';
import * as site from './site.ts';

function requireLogin(request: NextRequest): Response {
  if (request.nextUrl.pathname !== '/v1/orders') return NextResponse.next();
  if (site.guard === 'key')
    return request.headers.get('x-api-key') === 'key-of-ann'
      ? NextResponse.next()
      : NextResponse.json({ message: 'The X-API-Key header is missing' }, { status: 403 });
  if (site.hasServer)
    return site.ofPeople(request.headers.get('authorization'))
      ? NextResponse.next()
      : NextResponse.json(
          { error: 'unauthorized', error_description: 'A token is needed.' },
          { status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="orders"' } },
        );
  if (request.cookies.get('sid')?.value === 'ann') return NextResponse.next();
  const answer = NextResponse.redirect(new URL('/login', request.url), 302);
  answer.cookies.set('sid', 'none');
  return answer;
}

export const proxy = requireLogin;
export const config = { matcher: '/v1/:path*' };
