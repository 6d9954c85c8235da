/** Next.js 16: a token beside your guard. */
import { NextResponse } from 'next/server';
import { callerOf } from '../node/machine-clients.ts';
import { restate, type Guard } from './restate.ts';

/** Who holds a known token goes on; everybody else is the guard's, as before. Route handlers ask `callerOf` who it is. */
export function beside(guard: Guard): Guard {
  const otherwise = restate(guard);
  return async (request) => {
    const ours = request.nextUrl.pathname.startsWith('{{PREFIX}}');
    const known = ours && (await callerOf(request.headers.get('authorization')));
    return known ? NextResponse.next() : otherwise(request);
  };
}
