import { document, guard } from '../../../site.ts';

export const dynamic = 'force-dynamic';
export const GET = (): Response =>
  guard === 'oauth' ? document('authorization-server.json') : new Response('Not found', { status: 404 });
