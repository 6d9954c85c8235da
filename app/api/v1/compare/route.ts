import { answering, json, otherMethods, problem } from '@/app/api/answers.ts';
import { scanJson } from '@/lib/present.ts';
import { compareReports } from '@/lib/compare.ts';
import { scanById } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** What differs between any two scans that have reports: `?before=<id>&after=<id>`. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { searchParams } = new URL(request.url);
    const [before, after] = await Promise.all(
      ['before', 'after'].map((name) => scanById(searchParams.get(name) ?? '')),
    );
    if (!before || !after)
      return problem(
        404,
        'unknown-scan',
        'Name two scans by their ids: ?before=<id>&after=<id>. At least one of these is not known.',
      );
    if (!before.report || !after.report)
      return problem(409, 'no-report-yet', 'Both scans need a report; at least one has none.');
    return json({ ...compareReports(before.report, after.report), before: scanJson(before), after: scanJson(after) });
  });
}
