import { json, otherMethods } from '@/app/api/answers.ts';
import { description } from '@/app/api/description.ts';
import { settings } from '@/lib/settings.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** This API's own description. */
export function GET(request: Request): Response {
  const { siteName, siteUrl } = settings();
  return json(description(siteName, siteUrl ?? new URL(request.url).origin), 200, { 'cache-control': 'public, max-age=300' });
}
