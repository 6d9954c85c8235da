/** Next.js 16: what proxy.ts refuses, told so that a program understands it. */
import { NextResponse, type NextRequest } from 'next/server';
import { mustRestate, refusal } from '../node/refusal.ts';

/** Your proxy function: a response, or nothing where it lets the request through. */
export type Guard = (request: NextRequest) => Response | undefined | Promise<Response | undefined>;

/** Runs your guard. Below the API's path, what it refuses to a program is told as JSON. Its answers to browsers stay; what it lets through is answered as before. */
export function restate(guard: Guard): Guard {
  return async (request) => {
    const answer = await guard(request);
    const field = (name: string) => request.headers.get(name);
    const ours = request.nextUrl.pathname.startsWith('{{PREFIX}}');
    if (!answer || !ours || !mustRestate(answer.status, field)) return answer;
    const { headers, body } = refusal(field, await answer.text());
    return new NextResponse(body, { status: 401, headers });
  };
}
