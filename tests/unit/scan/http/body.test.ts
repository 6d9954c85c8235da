import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BodyReader, codingsOf, decodeText, isBinaryType } from '../../../../lib/scan/http/body.ts';

interface Read {
  text: string;
  truncated: boolean;
  full: number;
  cost: number;
}

/** Feeds `bytes` in pieces of `size` and resolves with what came of it; rejects with the failure. `budget`: what the scan has left. */
function read(bytes: Buffer, field: string | undefined, cap = 1_000_000, size = 100, budget = Infinity): Promise<Read> {
  return new Promise((resolve, reject) => {
    let full = 0;
    let cost = 0;
    const reader = new BodyReader(codingsOf(field), cap, {
      done: (body) => resolve({ text: body.bytes.toString(), truncated: body.truncated, full, cost }),
      error: reject,
      full: () => (full += 1),
      reserve: (wanted) => {
        const granted = Math.min(wanted, budget - cost);
        cost += granted;
        return granted;
      },
    });
    for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
    reader.end();
  });
}

/** Bytes that hardly compress. */
const noise = (length: number) => Array.from({ length }, (_, i) => (i * i * 7919 + (i >> 3) * 31) % 251);
const text = 'The agent gets as far as your login page. '.repeat(100);

describe('content codings', () => {
  test.each([
    ['identity', undefined, Buffer.from(text)],
    ['gzip', 'gzip', gzipSync(text)],
    ['x-gzip', 'X-GZIP', gzipSync(text)],
    ['zlib deflate', 'deflate', deflateSync(text)],
    ['raw deflate', 'deflate', deflateRawSync(text)],
    ['brotli', 'br', brotliCompressSync(text)],
    ['two on top of each other', 'deflate, gzip', gzipSync(deflateSync(text))],
    ['raw deflate within', 'deflate, gzip', gzipSync(deflateRawSync(text))],
    ['two gzip members', 'gzip', Buffer.concat([gzipSync(text.slice(0, 50)), gzipSync(text.slice(50))])],
    ['one that nobody knows', 'aws-chunked', Buffer.from(text)],
  ])('%s', async (_name, field, bytes) => {
    expect(await read(bytes, field)).toEqual({
      text,
      truncated: false,
      full: 0,
      cost: Math.max(bytes.length, text.length),
    });
    expect((await read(bytes, field, 1_000_000, 1)).text).toBe(text);
  });

  test('empty stays empty', async () => {
    expect(await read(Buffer.alloc(0), 'gzip, br')).toEqual({ text: '', truncated: false, full: 0, cost: 0 });
  });

  test.each([
    ['identity', undefined, Buffer.from(text)],
    ['gzip', 'gzip', gzipSync(text)],
    ['nested', 'br, gzip', gzipSync(brotliCompressSync(text))],
  ])('the cap counts what is decoded: %s', async (_name, field, bytes) => {
    expect(await read(bytes, field, 1000)).toEqual({ text: text.slice(0, 1000), truncated: true, full: 1, cost: 1000 });
    expect(await read(bytes, field, text.length)).toMatchObject({ text, truncated: false });
    expect(await read(bytes, field, text.length - 1)).toMatchObject({ truncated: true });
  });

  test.each([
    ['identity', undefined, Buffer.from(text), 100],
    ['a small gzip', 'gzip', gzipSync(text), 100],
    ['a large gzip', 'gzip', gzipSync(Buffer.from(noise(40_000))), 1000],
    ['nested', 'br, gzip', gzipSync(brotliCompressSync(text)), 100],
  ])('no byte is kept that the budget has not granted: %s', async (_name, field, bytes, size) => {
    for (const budget of [0, 1, 700, 1999]) {
      const got = await read(bytes, field, 1_000_000, size, budget);
      expect(got.cost).toBeLessThanOrEqual(budget);
      expect(got.text.length).toBeLessThanOrEqual(budget);
      expect(got).toMatchObject({ truncated: true, full: 1 });
    }
  });

  test('a chunk costs sixteen bytes at least: tiny ones reach the cap sooner', async () => {
    expect(await read(Buffer.from(text), undefined, 1600, 1)).toEqual({
      text: text.slice(0, 100),
      truncated: true,
      full: 1,
      cost: 1600,
    });
    expect((await read(Buffer.from(text), undefined, text.length + 16, 16)).text).toBe(text);
  });

  test('a wire longer than the cap still gives what it decodes to', async () => {
    const got = await read(gzipSync(Buffer.from(noise(5000))), 'gzip', 2000);
    expect([got.truncated, got.full]).toEqual([true, 1]);
    expect(got.cost).toBe(2000);
  });

  test.each([
    ['gzip', Buffer.from('plain text')],
    ['br', Buffer.from('plain text plain text')],
    ['gzip, gzip', gzipSync('not gzip')],
  ])('what is not %s is a failure', async (field, bytes) => {
    await expect(read(bytes, field)).rejects.toMatchObject({ failure: { step: 'body', code: 'bad-coding' } });
  });
});

describe('text', () => {
  const latin = Buffer.from([0x63, 0x61, 0x66, 0xe9]);
  test.each([
    ['utf-8 by default', Buffer.from('café'), '', 'café'],
    ['utf-8 with a mark', Buffer.from('\ufeffcafé'), 'text/plain; charset=latin1', 'café'],
    ['latin1', latin, 'text/plain; charset=ISO-8859-1', 'café'],
    ['latin1 quoted', latin, 'text/plain;charset="iso-8859-1"', 'café'],
    ['utf-16le with a mark', Buffer.from('\ufeffcafé', 'utf16le'), 'text/plain', 'café'],
    ['utf-16be with a mark', Buffer.from('\ufeffcafé', 'utf16le').swap16(), 'application/json', 'café'],
    ['Shift_JIS', Buffer.from([0x93, 0xfa, 0x96, 0x7b]), 'text/html; charset=Shift_JIS', '日本'],
    [
      'a meta element',
      Buffer.concat([Buffer.from('<meta charset="windows-1252">'), latin]),
      'text/html',
      '<meta charset="windows-1252">café',
    ],
    ['a charset that does not exist', Buffer.from('café'), 'text/plain; charset=nonsense', 'café'],
    ['bytes that mean nothing', Buffer.from([0xff, 0x41, 0xc3]), 'text/plain', '\ufffdA\ufffd'],
  ])('%s', (_name, bytes, contentType, expected) => {
    expect(decodeText(bytes, contentType)).toBe(expected);
  });

  test('media types without text', () => {
    expect(
      [
        'image/png',
        'font/woff2',
        'application/pdf',
        'image/svg+xml',
        'application/json',
        'application/octet-stream',
        null,
      ].map(isBinaryType),
    ).toEqual([true, true, true, false, false, false, false]);
  });
});
