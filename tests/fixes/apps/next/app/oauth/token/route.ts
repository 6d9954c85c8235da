import { hasServer, peopleToken } from '../../../site.ts';

async function before(request: Request): Promise<Response> {
  if (!hasServer) return new Response('Not found', { status: 404 });
  const { status, body } = peopleToken(new URLSearchParams(await request.text()));
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

export const POST = before;
