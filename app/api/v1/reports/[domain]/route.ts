import { answering, json, otherMethods, problem } from '@/app/api/answers.ts';
import { decodedSegment, permalink } from '@/app/scan-view.ts';
import { latestReport } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The newest report of a registrable domain, exactly as the engine wrote it. */
export function GET(_: Request, context: RouteContext<'/api/v1/reports/[domain]'>): Promise<Response> {
  return answering(async () => {
    const domain = decodedSegment((await context.params).domain);
    const scan = domain === null ? null : await latestReport(domain);
    if (!scan?.report) return problem(404, 'unknown-domain', 'There is no report about this domain. POST /api/v1/scans asks for a scan.');
    return json(scan.report, 200, { link: `<${permalink(scan)}>; rel="alternate"; type="text/html"` });
  });
}
