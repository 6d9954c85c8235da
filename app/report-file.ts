/** A report as a file to keep or to hand on: the whole of it as JSON, for people as Markdown, for code scanning as SARIF. */
import { reportToMarkdown } from '@/lib/export/markdown.ts';
import { reportToSarif } from '@/lib/export/sarif.ts';
import type { Report } from '@/lib/scan/report/schema.ts';
import { settings } from '@/lib/settings.ts';
import { problem } from './api/answers.ts';
import { siteOrigin } from './site-origin.ts';

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const formats: Readonly<Record<string, { type: string; write: (report: Report) => string }>> = {
  'report.json': { type: 'application/json', write: pretty },
  'report.md': { type: 'text/markdown; charset=utf-8', write: reportToMarkdown },
  'report.sarif': { type: 'application/sarif+json', write: (report) => pretty(reportToSarif(report, { toolName: settings().siteName, helpUri: `${siteOrigin()}/methodology` })) },
};

/** A file name that every system takes: the domain's letters, digits, dots and hyphens, and the day. */
function nameOf(report: Report, extension: string): string {
  const host = new URL(report.target.url).host.replace(/[^a-z0-9.-]+/gi, '-');
  return `${host}-${report.scan.finishedAt.slice(0, 10)}.${extension}`;
}

/**
 * The answer for `file` (`report.json`, `report.md`, `report.sarif`), 404 for another name. The same scan is the same file for good; caches
 * ask again after a minute because an owner may have it taken down.
 */
export function reportFile(report: Report, file: string, request: Request): Response {
  const format = Object.hasOwn(formats, file) ? formats[file] : undefined;
  if (!format) return problem(404, 'unknown-file', 'A report is here as report.json, report.md and report.sarif.');
  const headers = {
    etag: `"${report.scan.id}"`,
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=60',
  };
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  return new Response(format.write(report), {
    headers: { ...headers, 'content-type': format.type, 'content-disposition': `inline; filename="${nameOf(report, file.slice(file.indexOf('.') + 1))}"` },
  });
}
