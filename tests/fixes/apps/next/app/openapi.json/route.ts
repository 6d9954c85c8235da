import { document } from '../../site.ts';

export const dynamic = 'force-dynamic';
export const GET = (): Response => document('openapi.json');
