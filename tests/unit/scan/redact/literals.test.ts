/** Secrets that are known to the letter: hidden whole, in pieces and in every encoding, and nothing else with them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Literals, shortestSecret } from '../../../../lib/scan/redact/literals.ts';
import { seed } from '../read/seed.ts';

const secret = 'kiosk+harbour/ledger "quartz" & walnut=9';
const knowing = (...words: string[]) => {
  const literals = new Literals();
  literals.add(...words);
  return literals;
};
const base64 = (text: string) => Buffer.from(text).toString('base64');

const written: Record<string, (word: string) => string> = {
  'as it is': (word) => word,
  'in capitals': (word) => word.toUpperCase(),
  'percent-encoded': encodeURIComponent,
  'percent-encoded twice': (word) => encodeURIComponent(encodeURIComponent(word)),
  'as a form': (word) => new URLSearchParams({ word }).toString(),
  'in JSON': (word) => JSON.stringify({ w: word }),
  'in JSON in JSON': (word) => JSON.stringify(JSON.stringify({ w: word })),
  'in JSON with escapes for all': (word) =>
    [...word].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'in HTML': (word) => word.replace(/[<>&"']/g, (sign) => ({ '&': '&amp;', '"': '&quot;' })[sign] ?? sign),
  'in HTML by numbers': (word) => [...word].map((sign) => `&#${sign.charCodeAt(0)};`).join(''),
  'in Base64': base64,
  'in Base64 after a user': (word) => base64(`a-user:${word}`),
  'in Base64 within something longer': (word) => base64(`before ${word} after`),
  'in Base64 for addresses': (word) => Buffer.from(`x${word}`).toString('base64url'),
  'in Base64, percent-encoded': (word) => encodeURIComponent(base64(word)),
  'in Base64 twice': (word) => base64(base64(word)),
  'in hexadecimal': (word) => Buffer.from(word).toString('hex'),
  'in capital hexadecimal': (word) => Buffer.from(word).toString('hex').toUpperCase(),
};

describe('a known secret', () => {
  it.each(Object.entries(written))('is hidden %s', (_how, write) => {
    const shown = knowing(secret).hide(`said: ${write(secret)}!`);
    expect(shown).toContain('[redacted]');
    expect(shown.startsWith('said: ')).toBe(true);
    // What is left of the encoded text tells less than a piece.
    const left = shown.replaceAll('[redacted]', '\n').split('\n');
    const whole = write(secret);
    for (const part of left)
      for (let at = 0; at + 12 <= part.length; at += 1) expect(whole.includes(part.slice(at, at + 12))).toBe(false);
  });

  it(`loses every piece of twelve characters, wherever it was cut (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.string({
          minLength: 24,
          maxLength: 200,
          unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGH23456789'),
        }),
        fc.nat(),
        fc.nat(),
        (word, from, length) => {
          const at = from % (word.length - 11);
          const piece = word.slice(at, at + 12 + (length % (word.length - at - 11)));
          return !knowing(word).hide(`<${piece}>`).includes(piece);
        },
      ),
      { seed },
    );
  });

  it('leaves other texts alone, and short words unknown', () => {
    const literals = knowing(secret, 'short');
    expect(literals.size).toBe(1);
    expect('short'.length).toBeLessThan(shortestSecret);
    const text = 'A short harbour ledger about quartz, kiosks and walnuts.';
    expect(literals.hide(text)).toBe(text);
    expect(new Literals().hide(secret)).toBe(secret);
  });

  it('is hidden in every text of a value, names of members included', () => {
    const value = { list: [secret, { [secret]: 1 }], number: 1, nothing: null };
    expect(knowing(secret).hideIn(value)).toEqual({
      list: ['[redacted]', { '[redacted]': 1 }],
      number: 1,
      nothing: null,
    });
  });
});
