/**
 * A report drawn once: all of its document that never changes, with holes for what stands around it (report-body.tsx fills them). It is kept beside the
 * report, so that a reader's request reads bytes and draws next to nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { renderToStaticMarkup } from 'react-dom/server';
import type { DisputeMark } from '../../lib/admin/disputes.ts';
import type { Judged } from '../../lib/compare.ts';
import type { Report } from '../../lib/scan/schema/report.ts';
import { headlineOf } from '../../lib/scan/schema/scores.ts';
import version from '../generated/version.json' with { type: 'json' };
import { aboutReport } from './report-document.tsx';
import { ReportPage } from './report-page.tsx';

const compressed = promisify(brotliCompress);
const expanded = promisify(brotliDecompress);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** What is said of a report outside its own markup. */
export interface ReportSummary {
  id: string;
  mode: Report['scan']['mode'];
  title: string;
  description: string;
  judged: Judged;
}

export interface Drawn {
  summary: ReportSummary;
  /** The markup before, between and after the four holes. */
  pieces: string[];
}

const judged = (report: Report): Judged => ({
  outcome: report.outcome,
  methodology: report.engine.methodology,
  d7: headlineOf(report)?.value ?? null,
  signals: report.signals.map(({ id, status }) => ({ id, status })),
  flows: report.flows.map(({ id, offered }) => ({ id, offered })),
  antiPatterns: report.antiPatterns.map(({ id, status }) => ({ id, status })),
});

/** Everything besides the report that its drawing follows from: what draws it, and what readers say is wrong. */
export const showing = (disputes: readonly DisputeMark[]): string =>
  disputes.length === 0
    ? version
    : `${version} ${createHash('sha256').update(JSON.stringify(disputes)).digest('base64url')}`;

interface Placed {
  report: Report;
  /** Address of this very scan's report. */
  permalink: string;
  domain: string;
  disputes: readonly DisputeMark[];
}

const holes = 4;

/** @throws when a hole is not where the page has it. */
function drawn({ report, ...page }: Placed): Drawn & { hole: string } {
  // Nobody can have written it into what a target answered.
  const hole = randomUUID();
  const html = renderToStaticMarkup(
    <ReportPage report={report} {...page} again={hole} notice={hole} laterSections={hole} history={hole} />,
  );
  const pieces = html.split(hole);
  if (pieces.length !== holes + 1) throw new Error('A drawn report has not all of its holes.');
  const { id, mode } = report.scan;
  return { hole, pieces, summary: { id, mode, ...aboutReport(report), judged: judged(report) } };
}

export const drawReport = (placed: Placed): Drawn => drawn(placed);

/** The drawing as it is kept: the mark of the holes, the summary, and the markup, each on a line. */
export async function drawnBytes(placed: Placed): Promise<Uint8Array<ArrayBuffer>> {
  const { hole, summary, pieces } = drawn(placed);
  return new Uint8Array(await compressed([hole, JSON.stringify(summary), pieces.join(hole)].join('\n'), quality));
}

/** What `drawnBytes` has made. */
export async function readDrawn(bytes: Uint8Array): Promise<Drawn> {
  const text = (await expanded(bytes)).toString();
  const [first, second] = [text.indexOf('\n'), text.indexOf('\n', text.indexOf('\n') + 1)];
  return {
    summary: JSON.parse(text.slice(first + 1, second)) as ReportSummary,
    pieces: text.slice(second + 1).split(text.slice(0, first)),
  };
}
