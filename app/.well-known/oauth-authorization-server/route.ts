import { json, otherMethods } from '@/app/api/answers.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { serverMetadata } from '@/lib/oauth/metadata.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** RFC 8414 §3. */
export const GET = (): Response => json(serverMetadata(siteOrigin()), 200, { 'cache-control': 'public, max-age=3600' });
