/** `/badge/<domain>.svg`, or `<host>.svg` and `<host>:<port>.svg` of one that stands alone: for READMEs and status pages. */
import { answering, otherMethods, problem } from '@/app/api/answers.ts';
import { decodedSegment } from '@/app/segments.ts';
import { badgeSvg } from '@/components/badge.ts';
import { latestHead } from '@/lib/listed.ts';
import { isHostName } from '@/lib/scan/http/url-guard.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** Names and addresses as they are written in reports, with or without a port. */
function isName(text: string): boolean {
  const host = text.replace(/:\d{1,5}$/, '');
  return isHostName(host) || /^\[[0-9a-f:.]{2,45}\]$/.test(host);
}

/** A domain that nobody has scanned gets a badge that says so: an image that is missing would look like a fault of the page around it. */
export function GET(request: Request, context: RouteContext<'/badge/[file]'>): Promise<Response> {
  return answering(async () => {
    const file = decodedSegment((await context.params).file)?.toLowerCase() ?? '';
    const domain = file.replace(/\.svg$/, '');
    if (domain === file || !isName(domain))
      return problem(404, 'unknown-badge', 'A badge is at /badge/<domain>.svg, such as /badge/example.com.svg.');
    const head = await latestHead(domain);
    const headers = {
      etag: `"${head?.id ?? 'none'}"`,
      'access-control-allow-origin': '*',
      // The image proxies of code hosts keep it for this long.
      'cache-control': 'public, max-age=300, stale-while-revalidate=3600',
    };
    if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
    return new Response(badgeSvg(domain, head), {
      headers: { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' },
    });
  });
}
