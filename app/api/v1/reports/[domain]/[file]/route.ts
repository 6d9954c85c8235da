import { answering, otherMethods } from '@/app/api/answers.ts';
import { withReportOf } from '@/app/api/report-of.ts';
import { reportFile } from '@/app/report-file.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The report that stands for a name as a file. */
export function GET(request: Request, context: RouteContext<'/api/v1/reports/[domain]/[file]'>): Promise<Response> {
  return answering(async () => {
    const { domain, file } = await context.params;
    return withReportOf(domain, (head) => reportFile(head, file, request));
  });
}
