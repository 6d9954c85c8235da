import { answering, otherMethods, problem, unknownScan } from '@/app/api/answers.ts';
import { reportFile } from '@/app/report-file.ts';
import { scanById } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The report of one scan as a file, also of one that is not listed. */
export function GET(request: Request, context: RouteContext<'/api/v1/scans/[id]/[file]'>): Promise<Response> {
  return answering(async () => {
    const { id, file } = await context.params;
    const scan = await scanById(id);
    if (!scan) return unknownScan();
    if (!scan.report) return problem(404, 'no-report-yet', `This scan has no report yet: it is ${scan.status}.`);
    return reportFile(scan.report, file, request);
  });
}
