/** A report in a format to keep or to hand on: the whole of it as JSON, for people as Markdown, for code scanning as SARIF, its findings as CSV. */
import Negotiator from 'negotiator';
import { findingsToCsv } from '@/lib/export/csv.ts';
import { reportToMarkdown } from '@/lib/export/markdown.ts';
import { reportToSarif } from '@/lib/export/sarif.ts';
import type { ReportHead } from '@/lib/listed.ts';
import type { Report } from '@/lib/scan/schema/report.ts';
import { scanById } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import { problem } from './api/answers.ts';
import { Drawing } from './drawing.ts';
import { siteOrigin } from './site-origin.ts';

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

interface Format {
  extension: string;
  type: string;
  write: (report: Report) => string;
}

/** The first is what somebody gets who accepts anything. */
const formats: readonly Format[] = [
  { extension: 'json', type: 'application/json', write: pretty },
  { extension: 'md', type: 'text/markdown; charset=utf-8', write: reportToMarkdown },
  {
    extension: 'sarif',
    type: 'application/sarif+json',
    write: (report) =>
      pretty(reportToSarif(report, { toolName: settings().siteName, helpUri: `${siteOrigin()}/methodology` })),
  },
  { extension: 'csv', type: 'text/csv; charset=utf-8', write: findingsToCsv },
];

/** Names of the files, `report.json` first. */
export const reportFiles = formats.map(({ extension }) => `report.${extension}`);
const mediaType = ({ type }: Format): string => type.split(';')[0] ?? type;
/** Media types of the formats, in the same order. */
export const reportTypes = formats.map(mediaType);

const files = new Drawing();

/** A file name that every system takes: the host's letters, digits, dots and hyphens, and the day. */
function nameOf({ targetUrl, finishedAt }: ReportHead, extension: string): string {
  const host = new URL(targetUrl).host.replace(/[^a-z0-9.-]+/gi, '-');
  return `${host}-${finishedAt.toISOString().slice(0, 10)}.${extension}`;
}

/**
 * The same scan in one format is the same bytes for good; caches ask again after a minute because an owner may have it taken down.
 * @throws {LimitReached} `busy`
 */
async function written(
  head: ReportHead,
  format: Format,
  request: Request,
  headers: Record<string, string>,
): Promise<Response> {
  const fields = {
    etag: `"${head.id}.${format.extension}"`,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, link',
    'cache-control': 'public, max-age=60',
    ...headers,
  };
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(fields.etag)) return new Response(null, { status: 304, headers: fields });
  const bytes = await files.of(`${head.id} ${format.extension}`, async () => {
    const report = (await scanById(head.id))?.report;
    if (!report) throw new Error('The report was taken down while its file was being written.');
    return Buffer.from(format.write(report));
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...fields,
      'content-type': format.type,
      'content-disposition': `inline; filename="${nameOf(head, format.extension)}"`,
    },
  });
}

/** The answer for a file by its name (`report.json`, `report.md`, `report.sarif`, `report.csv`), 404 for another. */
export async function reportFile(head: ReportHead, file: string, request: Request): Promise<Response> {
  const format = formats.find(({ extension }) => file === `report.${extension}`);
  if (!format) return problem(404, 'unknown-file', `A report is here as ${reportFiles.join(', ')}.`);
  return written(head, format, request, {});
}

/** The answer in the format that `Accept` prefers (RFC 9110 §12.5.1), 406 when it takes none of them. */
export async function reportAs(
  head: ReportHead,
  request: Request,
  headers: Record<string, string> = {},
): Promise<Response> {
  const accept = request.headers.get('accept') ?? '*/*';
  const chosen = new Negotiator({ headers: { accept } }).mediaType(reportTypes);
  const format = formats.find((one) => mediaType(one) === chosen);
  if (!format)
    return problem(406, 'not-acceptable', `A report can be had as ${reportTypes.join(', ')}.`, { vary: 'accept' });
  return written(head, format, request, { ...headers, vary: 'accept' });
}
