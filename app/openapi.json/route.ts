import { otherMethods } from '@/app/api/answers.ts';
import { description } from '@/app/api/description.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { settings } from '@/lib/settings.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

let text: string | undefined;

/** This API's own description: the same for as long as the process runs, so written once. */
export function GET(): Response {
  text ??= JSON.stringify(description(settings().siteName, siteOrigin()));
  return new Response(text, {
    headers: {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
    },
  });
}
