/** What is read of a target's documents away from the main thread: pure functions by name, each with what it may cost inline. */
import { readDescription } from '../read/openapi/index.ts';
import { readMentions } from '../look/mentions.ts';
import { readPage, type PageInput } from '../read/page/index.ts';
import { readStatements } from '../read/prose/index.ts';
import type { Page } from '../types.ts';

export const readers = {
  description: readDescription,
  /** A page, and what the URLs that it writes out are. */
  page(input: PageInput) {
    const page = readPage(input);
    return { page, mentions: readMentions(page) };
  },
  statements: (page: Page) => readStatements(page),
};

export type Readers = typeof readers;
export type Kind = keyof Readers;
export type Input<K extends Kind> = Parameters<Readers[K]>[0];
export type Reading<K extends Kind> = ReturnType<Readers[K]>;

/** Characters that a reader walks over. */
const lengthOf = (page: Page): number =>
  page.blocks.reduce((sum, { text }) => sum + text.length, 0) + 40 * (page.links.length + page.urls.length);

/** The size of each kind's input, in characters. */
export const sizes: { readonly [K in Kind]: (input: Input<K>) => number } = {
  description: ({ text }) => text.length,
  page: ({ text }) => text.length,
  statements: lengthOf,
};

/**
 * Inputs up to so many characters are read inline. Measured with the worst documents of `tests/hostile/reading.test.ts` on one core of two:
 * HTML costs up to 1 ms and 15 kB of heap per kB, mentions and statements up to 2 ms per kB, JSON 0.3 ms and 30 kB, YAML 2 ms and 220 kB
 * (flow collections of empty keys). Inline, a document thus holds the event loop for at most about 20 ms and takes under 1 MB.
 */
export const inlineUpTo: { readonly [K in Kind]: number } = {
  description: 4 * 1024,
  page: 16 * 1024,
  statements: 8 * 1024,
};
