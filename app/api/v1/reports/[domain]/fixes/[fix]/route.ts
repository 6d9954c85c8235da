import { answering, otherMethods } from '@/app/api/answers.ts';
import { withReportOf } from '@/app/api/report-of.ts';
import { reportFix } from '@/app/report-fix.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** One fix of the report that stands for a name, with its files. */
export function GET(
  request: Request,
  context: RouteContext<'/api/v1/reports/[domain]/fixes/[fix]'>,
): Promise<Response> {
  return answering(async () => {
    const { domain, fix } = await context.params;
    return withReportOf(domain, ({ id }) => reportFix(id, fix, request));
  });
}
