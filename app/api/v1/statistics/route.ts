import { answering, json, otherMethods } from '@/app/api/answers.ts';
import { descriptionSurvey, quotedBrowserOnly, scanStatistics } from '@/lib/statistics.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The figures of /statistics. */
export function GET(): Promise<Response> {
  return answering(async () =>
    json(
      { scans: await scanStatistics(), survey: descriptionSurvey, quoted: { browserOnlyOauth: quotedBrowserOnly } },
      200,
      { 'cache-control': 'public, max-age=30', link: '</statistics>; rel="alternate"; type="text/html"' },
    ),
  );
}
