import { page } from '../../site.ts';

export const dynamic = 'force-dynamic';
export const GET = (): Response => page('docs');
