import { answering, otherMethods, problem, unknownDomain } from '@/app/api/answers.ts';
import { ownRequest, pageAsMarkdown } from '@/app/markdown.ts';
import { reportFile } from '@/app/report-file.ts';
import { decodedSegment } from '@/app/segments.ts';
import { headById, latestHead } from '@/lib/listed.ts';
import { fixBrief } from '@/lib/scan/fix/brief.ts';
import { scanById } from '@/lib/scans.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** The brief for one fix of a scan's report, or null. */
async function fixAsMarkdown(scan: string, fix: readonly string[]): Promise<string | null> {
  const report = (await scanById(scan))?.report;
  return report ? fixBrief(report.fixes, fix) : null;
}

/** What `/some/page.md`, and `/some/page` for who accepts Markdown, answer with (proxy.ts leads here). */
export function GET(request: Request, context: RouteContext<'/markdown/[[...path]]'>): Promise<Response> {
  return answering(async () => {
    const path = (await context.params).path ?? [];
    const [first, domain, id, ...fix] = path.map((segment) => decodedSegment(segment) ?? '');
    const report = first === 'report' && domain !== undefined;
    if (report && fix.length === 0) {
      const head = id === undefined ? await latestHead(domain) : await headById(id);
      if (head) return reportFile(head, 'report.md', request);
      return unknownDomain();
    }
    const page = async () => (request.headers.has(ownRequest) ? null : pageAsMarkdown(`/${path.join('/')}`));
    const markdown = report ? await fixAsMarkdown(id ?? '', fix) : await page();
    if (markdown === null)
      return problem(
        404,
        'unknown-page',
        'There is no such page. /llms.txt lists the pages that can be had as Markdown.',
      );
    return new Response(markdown, {
      headers: {
        'content-type': 'text/markdown; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
        vary: 'accept',
      },
    });
  });
}
