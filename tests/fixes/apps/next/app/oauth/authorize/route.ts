import { hasServer, make } from '../../../site.ts';

export function GET(request: Request): Response {
  if (!hasServer) return new Response('Not found', { status: 404 });
  const query = new URL(request.url).searchParams;
  const signedIn = /\bsid=ann\b/.test(request.headers.get('cookie') ?? '');
  const back = `${query.get('redirect_uri') ?? ''}?code=${signedIn ? make('code') : ''}&state=${query.get('state') ?? ''}`;
  return new Response(null, { status: 302, headers: { location: signedIn ? back : '/login' } });
}
