/** The formats that reports are written in. Each is loaded when it is asked for. */
import type { Report } from '../scan/schema/report.ts';
import type { PlacesOf } from '../export/places.ts';
import { bare, type Style } from './style.ts';

export interface Rendering {
  /** For `text` on a terminal. */
  style?: Style;
  /** For formats that point into an API description. */
  placesOf?: PlacesOf;
}

interface Format {
  /** File name extensions that stand for it, without the dot. */
  extensions: readonly string[];
  meaning: string;
  render: (reports: readonly Report[], rendering: Rendering) => Promise<string>;
}

export const formats = {
  text: {
    extensions: ['txt'],
    meaning: 'for people to read',
    async render(reports, { style = bare }) {
      const { printReport } = await import('./print.ts');
      return reports.map((report) => printReport(report, style)).join('');
    },
  },
  json: {
    extensions: ['json'],
    meaning: 'the full report; an array if there are several',
    async render(reports) {
      const { printJson } = await import('./print.ts');
      return printJson(reports.length === 1 ? reports[0] : reports);
    },
  },
  jsonl: {
    extensions: ['jsonl', 'ndjson'],
    meaning: 'one full report per line',
    async render(reports) {
      const { printJson } = await import('./print.ts');
      return reports.map((report) => printJson(report, 0)).join('');
    },
  },
  markdown: {
    extensions: ['md', 'markdown'],
    meaning: 'for issues, pull requests and job summaries',
    async render(reports) {
      const { reportToMarkdown } = await import('../export/markdown.ts');
      return reports.map(reportToMarkdown).join('\n');
    },
  },
  sarif: {
    extensions: ['sarif'],
    meaning: 'SARIF 2.1.0, for code scanning',
    async render(reports, { placesOf }) {
      const [{ printJson }, { reportsToSarif }] = await Promise.all([
        import('./print.ts'),
        import('../export/sarif.ts'),
      ]);
      return printJson(reportsToSarif(reports, placesOf && { placesOf }));
    },
  },
  junit: {
    extensions: ['xml'],
    meaning: 'JUnit XML, for CI servers',
    async render(reports) {
      const { reportsToJunit } = await import('../export/junit.ts');
      return reportsToJunit(reports);
    },
  },
  html: {
    extensions: ['html', 'htm'],
    meaning: 'a self-contained page',
    async render(reports) {
      const { reportsToHtml } = await import('../export/html.ts');
      return reportsToHtml(reports);
    },
  },
  csv: {
    extensions: ['csv'],
    meaning: 'one finding per row, safe to open in a spreadsheet',
    async render(reports) {
      const { reportsToCsv } = await import('../export/csv.ts');
      return reportsToCsv(reports);
    },
  },
  github: {
    extensions: [],
    meaning: 'annotations for GitHub Actions',
    async render(reports, { placesOf }) {
      const { reportsToAnnotations } = await import('../export/annotations.ts');
      return reportsToAnnotations(reports, placesOf);
    },
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];

export const renderAs = (format: FormatName, reports: readonly Report[], rendering: Rendering = {}): Promise<string> =>
  (formats[format] as Format).render(reports, rendering);
