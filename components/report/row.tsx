/**
 * One finding on one line, which unfolds to its reason, its evidence and its fix. The anchor is inside the fold, so that a link to it opens
 * it without script.
 */
import type { ReactNode } from 'react';
import { Status } from '../status.tsx';
import type { StatusWord } from '../words.ts';

interface RowProps {
  id: string;
  status: StatusWord;
  title: ReactNode;
  /** What stands at the end of the line: points, or what a grant asks of people. */
  end?: ReactNode;
  /** Said under the title, for all to see. */
  note?: ReactNode;
  children: ReactNode;
}

export function Row({ id, status, title, end, note, children }: RowProps) {
  return (
    <details data-row={id} className="group border-b border-hair">
      <summary className="grid list-none grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 py-2 hover:bg-sheet sm:grid-cols-[8.5rem_minmax(0,1fr)_auto] [&::-webkit-details-marker]:hidden">
        <span className="max-sm:col-span-2">
          <Status {...status} />
        </span>
        <span className="min-w-0">
          <span className="decoration-rule underline-offset-4 group-open:font-medium group-hover:underline">
            {title}
          </span>
          {note !== undefined && <span className="block text-xs text-soft">{note}</span>}
        </span>
        <span className="num text-right text-sm whitespace-nowrap">{end}</span>
      </summary>
      <div id={id} className="max-w-prose scroll-mt-32 pt-1 pb-5 text-sm sm:ml-[9.5rem]">
        {children}
      </div>
    </details>
  );
}

/** Rows that are in order or do not apply, behind one line. `printed`: whether they stand open on paper. */
export function Folded({ label, printed = true, children }: { label: string; printed?: boolean; children: ReactNode }) {
  return (
    <details className={`border-b border-hair ${printed ? 'print-open' : ''}`}>
      <summary className="fold py-2 text-sm text-soft">{label}</summary>
      <div className="mb-3 border-t border-hair">{children}</div>
    </details>
  );
}
