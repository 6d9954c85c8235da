import { answering, otherMethods, problem } from '@/app/api/answers.ts';
import { reportFile } from '@/app/report-file.ts';
import { decodedSegment } from '@/app/scan-view.ts';
import { latestReport } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The newest report of a registrable domain as a file. */
export function GET(request: Request, context: RouteContext<'/api/v1/reports/[domain]/[file]'>): Promise<Response> {
  return answering(async () => {
    const { domain: asked, file } = await context.params;
    const domain = decodedSegment(asked);
    const scan = domain === null ? null : await latestReport(domain);
    if (!scan?.report) return problem(404, 'unknown-domain', 'There is no report about this domain. POST /api/v1/scans asks for a scan.');
    return reportFile(scan.report, file, request);
  });
}
