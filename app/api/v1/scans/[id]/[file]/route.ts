import { answering, otherMethods } from '@/app/api/answers.ts';
import { withReportOfScan } from '@/app/api/report-of.ts';
import { reportFile } from '@/app/report-file.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The report of one scan as a file, also of one that is not listed. */
export function GET(request: Request, context: RouteContext<'/api/v1/scans/[id]/[file]'>): Promise<Response> {
  return answering(async () => {
    const { id, file } = await context.params;
    return withReportOfScan(id, (head) => reportFile(head, file, request));
  });
}
