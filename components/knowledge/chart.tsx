/**
 * Charts that are tables: each row holds its name, a bar for the eye, and the counts, so that nothing is said by the drawing alone. Parts
 * of a bar differ by shape as the marks of a status do: full, half, barred, outlined, a line.
 */
import type { ReactNode } from 'react';
import { StatusShape, type Shape, type Tone } from '../status.tsx';
import type { StatusWord } from '../words.ts';

const height = 14;
const fill: Record<Tone, string> = {
  open: 'fill-open',
  partly: 'fill-partly',
  wall: 'fill-wall',
  unknown: 'fill-unknown',
};
const text: Record<Tone, string> = {
  open: 'text-open',
  partly: 'text-partly',
  wall: 'text-wall',
  unknown: 'text-unknown',
};
const stroke: Record<Tone, string> = {
  open: 'stroke-open',
  partly: 'stroke-partly',
  wall: 'stroke-wall',
  unknown: 'stroke-unknown',
};

/** A part of a bar, from `x` on, both in per cent of its width. A nested drawing clips what its outline would add. */
function Part({ x, width, shape, tone, last }: { x: number; width: number; shape: Shape; tone: Tone; last: boolean }) {
  return (
    <svg x={`${x}%`} width={`${width}%`} height={height}>
      {shape === 'dash' ? (
        <rect y={height / 2 - 0.75} width="100%" height={1.5} className={fill[tone]} />
      ) : (
        <>
          {shape !== 'ring' && (
            <rect y={shape === 'half' ? height / 2 : 0} width="100%" height={height} className={fill[tone]} />
          )}
          {(shape === 'ring' || shape === 'half') && (
            <rect width="100%" height={height} fill="none" strokeWidth={2.4} className={stroke[tone]} />
          )}
          {shape === 'barred' && <rect y={height / 2 - 1} width="100%" height={2} className="fill-paper" />}
        </>
      )}
      {/* Keeps neighbours apart. */}
      {!last && <rect x="100%" width={2} height={height} className="-translate-x-0.5 fill-paper" />}
    </svg>
  );
}

/** Shares are shown from this many on; below it a per cent sign would promise more than the counts hold. */
export const enoughForShares = 20;

/** `41 %`; one decimal where rounding would say none or all. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  const value = (100 * part) / whole;
  return `${(value > 0 && value < 1) || (value > 99 && value < 100) ? value.toFixed(1) : Math.round(value)} %`;
}

export interface ShareRow {
  label: string;
  href?: string;
  /** One count per column. */
  counts: readonly number[];
}

/** How often each row came out each way. All rows share one base; the share is that of the first column. */
export function ShareTable({
  caption,
  columns,
  rows,
  base,
}: {
  caption: string;
  columns: readonly StatusWord[];
  rows: readonly ShareRow[];
  base: number;
}) {
  const shares = base >= enoughForShares;
  return (
    <table className="-mt-2 w-full text-left text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-rule align-bottom">
          <th scope="col" className="py-2 pr-4 text-xs font-normal text-soft">
            Name
          </th>
          <td aria-hidden="true" className="w-[30%]" />
          {columns.map((column) => (
            <th key={column.word} scope="col" className="py-2 pl-4 font-medium">
              <span
                className={`flex items-center justify-end gap-1.5 text-right text-xs ${columns.length > 3 ? '' : 'whitespace-nowrap'} ${text[column.tone]}`}
              >
                <StatusShape shape={column.shape} />
                {column.word}
              </span>
            </th>
          ))}
          {shares && columns[0] && (
            <th scope="col" className="py-2 pl-4 text-right text-xs font-normal text-soft">
              Share {columns[0].word.toLowerCase()}
            </th>
          )}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map(({ label, href, counts }) => {
          const total = counts.reduce((sum, count) => sum + count, 0);
          return (
            <tr key={label} className="border-b border-hair max-md:block max-md:py-3">
              <th scope="row" className="py-2.5 pr-4 font-medium max-md:block max-md:py-0 md:min-w-44">
                {href === undefined ? (
                  label
                ) : (
                  <a href={href} className="link">
                    {label}
                  </a>
                )}
              </th>
              <td className="py-2.5 max-md:my-1.5 max-md:block max-md:py-0">
                <StackedBar counts={counts} columns={columns} total={total} />
              </td>
              {counts.map((count, index) => {
                const column = columns[index];
                return (
                  <td
                    key={column?.word ?? index}
                    className={`py-2.5 pl-4 text-right max-md:mr-4 max-md:p-0 ${count === 0 ? 'max-md:hidden' : 'max-md:inline-block'}`}
                  >
                    {column && (
                      <span className="mr-1.5 inline-flex items-center gap-1.5 text-soft md:hidden">
                        <StatusShape shape={column.shape} />
                        {column.word}
                      </span>
                    )}
                    {count.toLocaleString('en')}
                  </td>
                );
              })}
              {shares && (
                <td className="py-2.5 pl-4 text-right font-medium max-md:inline-block max-md:p-0">
                  {share(counts[0] ?? 0, total)}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function StackedBar({
  counts,
  columns,
  total,
}: {
  counts: readonly number[];
  columns: readonly StatusWord[];
  total: number;
}) {
  const widths = counts.map((count) => (total === 0 ? 0 : (100 * count) / total));
  return (
    <svg aria-hidden="true" width="100%" height={height} className="block">
      {widths.map((width, index) => {
        const column = columns[index];
        return (
          column &&
          width > 0 && (
            <Part
              key={column.word}
              x={widths.slice(0, index).reduce((sum, before) => sum + before, 0)}
              width={width}
              shape={column.shape}
              tone={column.tone}
              last={counts.slice(index + 1).every((count) => count === 0)}
            />
          )
        );
      })}
    </svg>
  );
}

export interface BarRow {
  label: ReactNode;
  /** What tells rows apart for React. */
  id: string;
  note?: ReactNode;
  /** From 0 to 1; null where there is nothing to draw. */
  value: number | null;
  figure: string;
  /** The counts behind the figure. */
  basis: string;
  tone?: Tone;
}

/** One bar per row, each with its figure and what that rests on. */
export function BarTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: [label: string, figure: string, basis: string];
  rows: readonly BarRow[];
}) {
  return (
    <table className="-mt-2 w-full text-left text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-rule text-xs text-soft">
          <th scope="col" className="py-2 pr-4 font-normal">
            {head[0]}
          </th>
          <td aria-hidden="true" className="w-[34%]" />
          <th scope="col" className="py-2 pl-4 text-right font-normal">
            {head[1]}
          </th>
          <th scope="col" className="py-2 pl-4 text-right font-normal">
            {head[2]}
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map(({ id, label, note, value, figure, basis, tone = 'wall' }) => (
          <tr key={id} className="border-b border-hair max-md:block max-md:py-3">
            <th scope="row" className="py-2.5 pr-4 font-medium max-md:block max-md:py-0">
              {label}
              {note !== undefined && <span className="block text-xs font-normal text-soft">{note}</span>}
            </th>
            <td className="py-2.5 max-md:my-1.5 max-md:block max-md:py-0">
              <svg aria-hidden="true" width="100%" height={height} className="block">
                <rect y={height / 2} width="100%" height={1} className="fill-hair" />
                {value !== null && <rect width={`${value * 100}%`} height={height} className={fill[tone]} />}
              </svg>
            </td>
            <td className="py-2.5 pl-4 text-right font-serif text-lg whitespace-nowrap max-md:inline-block max-md:py-0 max-md:pr-3 max-md:pl-0">
              {figure}
            </td>
            <td className="py-2.5 pl-4 text-right whitespace-nowrap text-soft max-md:inline-block max-md:p-0">
              {basis}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
