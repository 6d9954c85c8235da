/**
 * One labelled piece of documentation, as Markdown (headings, tables and fenced samples count as such).
 * `expect`: topics that must be found, each `+topic` (affirmed) or `-topic` (denied), with `=value` where the value matters.
 * `also`: topics that may be found without being wrong, usually hints that a second reader would not have written down.
 */
export interface Entry {
  text: string;
  expect: string;
  also?: string;
  /** Whose manual it is from. */
  host?: string;
}

/** Shorthand for tables of entries. */
export const entry = (expect: string, text: string, also = ''): Entry => ({ text, expect, also });

/** Entries of one provider's manual: what is expected, the text, what may be found besides. */
export const of = (host: string, ...rows: (readonly [expect: string, text: string, also?: string])[]): Entry[] =>
  rows.map(([expect, text, also = '']) => ({ text, expect, also, host }));
