import { answering, otherMethods } from '@/app/api/answers.ts';
import { withReportOfScan } from '@/app/api/report-of.ts';
import { reportFix } from '@/app/report-fix.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** One fix of the report of one scan, also of one that is not listed, with its files. */
export function GET(request: Request, context: RouteContext<'/api/v1/scans/[id]/fixes/[fix]'>): Promise<Response> {
  return answering(async () => {
    const { id, fix } = await context.params;
    return withReportOfScan(id, (head) => reportFix(head.id, fix, request));
  });
}
