/**
 * One labelled piece of documentation, as Markdown (headings, tables and fenced samples count as such).
 * `expect`: topics that must be found, each `+topic` (affirmed) or `-topic` (denied), with `=value` where the value matters.
 * `also`: topics that may be found without being wrong, usually hints that a second reader would not have written down.
 */
export interface Entry {
  text: string;
  expect: string;
  also?: string;
}

/** Shorthand for tables of entries. */
export const entry = (expect: string, text: string, also = ''): Entry => ({ text, expect, also });
