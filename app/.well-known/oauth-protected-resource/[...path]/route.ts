import { json, otherMethods, problem } from '@/app/api/answers.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { resourceMetadata, resourcePaths } from '@/lib/oauth/metadata.ts';
import { settings } from '@/lib/settings.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** RFC 9728 §3.1: the path of the resource follows the well-known one. */
export async function GET(
  _: Request,
  context: RouteContext<'/.well-known/oauth-protected-resource/[...path]'>,
): Promise<Response> {
  const asked = `/${(await context.params).path.join('/')}`;
  const path = resourcePaths.find((one) => one === asked);
  if (!path)
    return problem(404, 'unknown-resource', `The protected resources here are ${resourcePaths.join(' and ')}.`);
  return json(resourceMetadata(siteOrigin(), path, settings().siteName), 200, {
    'cache-control': 'public, max-age=3600',
  });
}
