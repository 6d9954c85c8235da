import { page } from '../../site.ts';

export const dynamic = 'force-dynamic';
export const GET = (): Response => page('login');

export async function POST(request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  if (form.get('name') !== 'ann' || form.get('password') !== 'tulip') return page('login', 403);
  return new Response(null, { status: 302, headers: { location: '/', 'set-cookie': 'sid=ann; Path=/; HttpOnly' } });
}
