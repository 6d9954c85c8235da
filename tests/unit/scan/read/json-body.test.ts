import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, readWholeJson } from '../../../../lib/scan/read/json-body.ts';

const valueOf = (text: string): unknown => {
  const read = readJson(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
};

/** Lists, objects and members of a value, without recursion. */
function partsOf(value: unknown): number {
  let parts = 0;
  const open = [value];
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    parts += 1;
    if (typeof next === 'object' && next !== null) for (const child of Object.values(next)) open.push(child ?? 'null');
  }
  return parts;
}

const MiB = 1024 * 1024;
const many = (piece: (i: number) => string, size = MiB): string => {
  const pieces: string[] = [];
  for (let i = 0, length = 0; length < size; i += 1) length += pieces[pieces.push(piece(i)) - 1]?.length ?? 0;
  return pieces.join(',');
};

describe('a document on the main thread', () => {
  test('is read whole when it is small, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(valueOf(text)).toEqual(JSON.parse(text));
      }),
    );
  });
  test.each([
    ['numbers in a list', `[${many(String)}]`],
    ['names in an object', `{${many((i) => `"k${i}":${i}`)}}`],
    ['objects of a shape each', `[${many((i) => `{"k${i}":1}`)}]`],
    ['empty objects', `[${many(() => '{}')}]`],
    ['lists within lists', '['.repeat(MiB / 2) + ']'.repeat(MiB / 2)],
    ['objects within objects', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`],
    ['strings full of signs', `[${many((i) => `"[{,\\"${i}\\\\\\\\"`)}]`],
    ['names full of signs', `{${many((i) => `"]},\\"${i}":[]`)}}`],
  ])('is read as far as it is cheap: %s', (_name, text) => {
    const value = valueOf(text);
    const parts = partsOf(value);
    expect(parts).toBeGreaterThan(5000);
    expect(parts).toBeLessThanOrEqual(20_002);
  });
  test('begins as it does when it is read whole', () => {
    const text = `{"first":{"a":[1,"x\\"],"]},"rest":[${many((i) => `{"id":${i},"name":"n${i}"}`)}]}`;
    const part = valueOf(text) as { first: unknown; rest: unknown[] };
    const whole = JSON.parse(text) as typeof part;
    expect(part.first).toEqual(whole.first);
    expect(part.rest.length).toBeGreaterThan(5000);
    expect(part.rest.slice(0, -1)).toEqual(whole.rest.slice(0, part.rest.length - 1));
  });
  test('that is broken early is none, however long', () => {
    for (const text of [`{"a" 1,${many(String)}}`, `["x${'y'.repeat(MiB)}`, `${'['.repeat(100)}}${many(String)}`])
      expect(readJson(text).ok).toBe(false);
  });
  test('is read to its end apart', () => {
    const text = `[${many(String)}]`;
    expect(readWholeJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });
});
