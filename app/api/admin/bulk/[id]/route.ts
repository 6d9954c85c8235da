/** What came of an operator's list: one JSON object a line, or CSV with `?format=csv`. May be fetched while it is being worked off. */
import { answering, otherMethods, problem } from '../../../answers.ts';
import { permalink } from '@/lib/addresses.ts';
import { siteOrigin } from '../../../../site-origin.ts';
import { bulkLines, bulkRun } from '@/lib/admin/bulk.ts';
import { operatorOfApi } from '@/lib/auth/index.ts';
import { bulkToCsv, bulkToJsonLines, type BulkExportLine } from '@/lib/export/bulk.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

/** Lines that are read at once: each brings a sentence out of a whole report. */
const atOnce = 500;

async function allLines(id: string): Promise<BulkExportLine[]> {
  const all: BulkExportLine[] = [];
  for (;;) {
    const lines = await bulkLines(id, { after: all.at(-1)?.line ?? 0, limit: atOnce });
    all.push(
      ...lines.map(({ scanId, ...line }) => ({
        ...line,
        report:
          scanId === null || line.domain === null || line.status !== 'done'
            ? null
            : siteOrigin() + permalink({ id: scanId, domain: line.domain }),
      })),
    );
    if (lines.length < atOnce) return all;
  }
}

export function GET(request: Request, context: RouteContext<'/api/admin/bulk/[id]'>): Promise<Response> {
  return answering(async () => {
    if (!(await operatorOfApi(request.headers)))
      return problem(
        401,
        'unauthorized',
        'This address is for operators. Sign in at /admin/login, or send a token as `Authorization: Bearer`.',
        { 'www-authenticate': 'Bearer realm="operator"' },
      );
    const { id } = await context.params;
    const run = await bulkRun(id);
    if (!run) return problem(404, 'not-found', 'There is no such list.');
    const lines = await allLines(run.id);
    const csv = new URL(request.url).searchParams.get('format') === 'csv';
    return new Response(csv ? bulkToCsv(lines) : bulkToJsonLines(lines), {
      headers: {
        'cache-control': 'private, no-store',
        vary: 'cookie, authorization',
        'content-type': csv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
        'content-disposition': `attachment; filename="bulk-${run.createdAt.toISOString().slice(0, 10)}-${run.id.slice(0, 8)}.${csv ? 'csv' : 'jsonl'}"`,
      },
    });
  });
}
