import { answering, json, otherMethods, problem, unknownDomain } from '@/app/api/answers.ts';
import { nextLink, pageOf, paged } from '@/app/api/cursor.ts';
import { decodedSegment } from '@/app/segments.ts';
import { scanJson } from '@/lib/present.ts';
import { scanHistory } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The listed scans of a domain that are done, newest first. */
export function GET(request: Request, context: RouteContext<'/api/v1/reports/[domain]/history'>): Promise<Response> {
  return answering(async () => {
    const domain = decodedSegment((await context.params).domain) ?? '';
    const page = pageOf(request.url);
    if (!page)
      return problem(
        400,
        'bad-cursor',
        'This cursor did not come from here. Take `next` from the page before, or leave it out.',
      );
    const found = await scanHistory(domain, page.limit + 1, page.after);
    const { rows, next } = paged(found, page.limit, ({ finishedAt, createdAt, id }) => ({
      at: finishedAt ?? createdAt,
      id,
    }));
    if (rows.length === 0 && !page.after) return unknownDomain();
    return json({ domain, scans: rows.map(scanJson), next }, 200, nextLink(request.url, next));
  });
}
