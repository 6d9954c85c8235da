/** What a reader takes away: the address, the report as a file, a badge for a README. A fold, so that it opens without script. */
import type { ReactNode } from 'react';

interface ShareProps {
  scanId: string;
  /** Public origin of the site. */
  origin: string;
  /** Path to hand on, and that of this very scan. */
  canonical: string;
  permalink: string;
  /** What the report is kept under. */
  name: string;
  unlisted: boolean;
}

const files = [
  ['report.json', 'JSON', 'all of it, for programs'],
  ['report.md', 'Markdown', 'for issues and pull requests'],
  ['report.csv', 'CSV', 'the findings, for a spreadsheet'],
  ['report.sarif', 'SARIF', 'for code scanning'],
] as const;

function Snippet({ name, text }: { name: string; text: string }) {
  return (
    <div className="mt-2">
      <div className="flex items-end justify-between gap-4">
        <p className="text-xs text-soft">{name}</p>
        <button type="button" data-copy={text} className="button-quiet">
          Copy
        </button>
      </div>
      <pre
        tabIndex={0}
        role="group"
        aria-label={`${name} of the badge`}
        className="mt-1 overflow-x-auto rounded-sm border border-hair bg-sheet px-2.5 py-1.5 text-xs"
      >
        {text}
      </pre>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="border-t border-hair pt-3 not-first:mt-4 first:border-t-0 first:pt-0">
    <h2 className="font-sans text-sm font-medium">{title}</h2>
    {children}
  </div>
);

export function Share({ scanId, origin, canonical, permalink, name, unlisted }: ShareProps) {
  const address = origin + canonical;
  const badge = `${origin}/badge/${name}.svg`;
  const alt = `Agent access of ${name}`;
  return (
    <details data-menu="" className="no-print relative">
      <summary className="button-quiet list-none [&::-webkit-details-marker]:hidden">Share</summary>
      <div className="absolute top-full left-0 z-10 sm:right-0 sm:left-auto mt-2 w-[min(25rem,calc(100vw-2.5rem))] rounded-sm border border-rule bg-paper p-4 text-sm">
        <Part title="Address">
          <p className="mt-1 font-mono text-xs break-all text-soft">{address}</p>
          <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
            <button type="button" data-copy={address} className="button-quiet">
              Copy the address
            </button>
            {!unlisted && (
              <a href={permalink} className="link text-xs">
                Permanent address of this scan
              </a>
            )}
          </p>
        </Part>
        <Part title="Download">
          <ul className="mt-1 space-y-1">
            {files.map(([file, format, use]) => (
              <li key={file}>
                <a href={`/api/v1/scans/${scanId}/${file}`} download="" className="link">
                  {format}
                </a>{' '}
                <span className="text-xs text-soft">{use}</span>
              </li>
            ))}
          </ul>
        </Part>
        {!unlisted && (
          <Part title="Badge">
            {/* eslint-disable-next-line nextjs/no-img-element -- an SVG of ours gains nothing from an image service */}
            <img src={`/badge/${name}.svg`} alt={alt} height={20} loading="lazy" className="mt-2 h-5" />
            <Snippet name="Markdown" text={`[![${alt}](${badge})](${address})`} />
            <Snippet name="HTML" text={`<a href="${address}"><img src="${badge}" alt="${alt}" height="20"></a>`} />
          </Part>
        )}
      </div>
    </details>
  );
}
