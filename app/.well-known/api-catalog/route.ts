import { otherMethods } from '@/app/api/answers.ts';
import { siteOrigin } from '@/app/site-origin.ts';
import { resourceMetadataUrl } from '@/lib/oauth/metadata.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

const type = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

/** Which APIs there are, and where each is described (RFC 9727 §2, RFC 9264 §4.2). */
export function GET(): Response {
  const origin = siteOrigin();
  const documentation = [
    { href: `${origin}/developers`, type: 'text/html' },
    { href: `${origin}/auth.md`, type: 'text/markdown' },
  ];
  const linkset = [
    {
      anchor: `${origin}/api/v1`,
      'service-desc': [{ href: `${origin}/openapi.json`, type: 'application/openapi+json' }],
      'service-doc': documentation,
      'service-meta': [{ href: resourceMetadataUrl(origin, '/api/v1'), type: 'application/json' }],
      status: [{ href: `${origin}/api/health`, type: 'application/json' }],
    },
    {
      anchor: `${origin}/mcp`,
      'service-doc': documentation,
      'service-meta': [{ href: resourceMetadataUrl(origin, '/mcp'), type: 'application/json' }],
    },
  ];
  return Response.json(
    { linkset },
    { headers: { 'content-type': type, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=3600' } },
  );
}
