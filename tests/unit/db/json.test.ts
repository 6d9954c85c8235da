import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storableJson, storableText } from '../../../lib/db/json.ts';

describe('storable values', () => {
  it.each([
    ['plain', 'plain'],
    ['a\0b', 'a\uFFFDb'],
    ['half \uD83D pair', 'half \uFFFD pair'],
    ['whole \uD83D\uDE00 pair', 'whole \uD83D\uDE00 pair'],
  ])('text %j becomes %j', (given, expected) => {
    expect(storableText(given)).toBe(expected);
  });

  it('cleans strings and keys at any depth, and leaves the rest', () => {
    const given = { list: ['\0', 1, null, true], inner: { 'ke\0y': '\uDC00', gone: undefined }, date: new Date(0) };
    expect(storableJson(given)).toEqual({
      list: ['\uFFFD', 1, null, true],
      inner: { 'ke\uFFFDy': '\uFFFD' },
      date: '1970-01-01T00:00:00.000Z',
    });
  });

  it('leaves no NUL and no half pair in any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })), (value) => {
        const text = JSON.stringify(storableJson(value));
        expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
    );
  });
});
