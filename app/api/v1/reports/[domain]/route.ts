import { answering, otherMethods } from '@/app/api/answers.ts';
import { withReportOf } from '@/app/api/report-of.ts';
import { reportAs } from '@/app/report-file.ts';
import { permalink } from '@/lib/addresses.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The report that stands for a name (lib/db/faces.ts), in the format that `Accept` names: JSON, Markdown, SARIF or CSV. */
export function GET(request: Request, context: RouteContext<'/api/v1/reports/[domain]'>): Promise<Response> {
  return answering(async () =>
    withReportOf((await context.params).domain, (head) =>
      reportAs(head, request, { link: `<${permalink(head)}>; rel="alternate"; type="text/html"` }),
    ),
  );
}
