import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { clean, literal, quotedString, shellWord, webUrl, yaml, type Tree } from '../../../../lib/scan/fix/quote.ts';
import { runShell } from './shell.ts';
import { isLoopback } from '../../../../lib/scan/loopback.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '\\',
      '`',
      '$',
      '(',
      ')',
      '\n',
      '#',
      '{',
      '}',
      ':',
      '-',
      ' ',
      'a',
      '\u2028',
      '\u202e',
    ),
    maxLength: 30,
  }),
);

describe('clean', () => {
  it.each([
    ['a\u0000b\u001b[31mc', 'a b [31mc'],
    ['line one\r\nline two', 'line one line two'],
    ['right\u202Eleft\u200B zero', 'right left zero'],
    ['one\u2028two', 'one two'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
  ])('%j becomes %j', (text, expected) => expect(clean(text, 100)).toBe(expected));

  it('cuts with an ellipsis, never inside a surrogate pair', () => {
    expect(clean('abcdef', 4)).toBe('abc…');
    expect(clean('ab😀cd', 4)).toBe('ab…');
  });

  it('keeps its limit and prints on one line, whatever comes', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const line = clean(text, limit);
        return line.length <= limit && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line);
      }),
    );
  });
});

describe('webUrl', () => {
  it.each([
    ['https://a.example/x#y', 'https://a.example/x'],
    ['https://a.example', 'https://a.example'],
    ['https://a.example/', 'https://a.example/'],
    ['http://[::1]:8080/x', 'http://[::1]:8080/x'],
    ['https://BÜCHER.example/ä "q"', 'https://xn--bcher-kva.example/%C3%A4%20%22q%22'],
    ['https://a.example/`{x}`?`${y}|\\^', 'https://a.example/%60%7Bx%7D%60?%60$%7By%7D%7C%5C%5E'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['ftp://a.example/', null],
    ['https://user:secret@a.example/', null],
    ['https://a"b.example/', null],
    ["https://a'$(x).example/", null],
    [`https://a.example/${'x'.repeat(600)}`, null],
    ['/relative', null],
    [null, null],
  ])('%s becomes %s', (text, expected) => expect(webUrl(text)).toBe(expected));

  it('is stable, and holds nothing that is not for URIs', () => {
    fc.assert(
      fc.property(anyText, anyText, (path, query) => {
        const url = webUrl(`https://a.example/${path}?${query}`);
        if (url === null) return true;
        return /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/.test(url) && webUrl(url) === url;
      }),
    );
  });
});

it('knows the addresses that stay inside a machine', () => {
  expect(['localhost', '127.0.0.1', '[::1]', 'localhost.example', '128.0.0.1'].map(isLoopback)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

describe('literals', () => {
  it('read back as the cleaned text in JavaScript and TypeScript', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(runInNewContext(literal('typescript', text))).toBe(clean(text, 1000));
        expect(literal('typescript', text)).toMatch(/^'(?:[^'\\\n]|\\.)*'$/u);
      }),
    );
  });

  it('read back as the cleaned text in Python, Java, Go and C#', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('python' as const, 'java' as const, 'go' as const, 'csharp' as const),
        (text, language) => {
          expect(JSON.parse(literal(language, text))).toBe(clean(text, 1000));
        },
      ),
    );
  });

  it('use quotes in PHP and Ruby in which nothing is expanded', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('php' as const, 'ruby' as const), (text, language) => {
        const quoted = literal(language, text);
        expect(quoted).toMatch(/^'(?:[^'\\]|\\['\\])*'$/u);
        expect(quoted.slice(1, -1).replace(/\\(['\\])/g, '$1')).toBe(clean(text, 1000));
      }),
    );
  });

  it('stay one word of a shell', () => {
    for (const text of [
      "it's",
      '$(touch pwned)',
      '`touch pwned`',
      '"; exit 3; "',
      '-n',
      'a b\nc',
      "'''",
      '*',
      '~',
      '\\',
    ]) {
      expect(runShell(`curl ${shellWord(text)}`)).toEqual([[clean(text, 1000)]]);
    }
  });

  it('keep a quoted-string closed', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) => /^(?:[^"\\]|\\["\\])*$/.test(quotedString(text)) && /^[\x20-\x7e]*$/.test(quotedString(text)),
      ),
    );
  });
});

describe('documents', () => {
  const tree = fc.letrec<{ node: Tree }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(
        anyText.map((text) => clean(text, 1000)),
        fc.integer(),
        fc.boolean(),
        fc.constantFrom('yes', 'no', 'null', '~', '1.0', '0x1f', '- a', 'a: b', '# x', '*a', '&a', '!a', ''),
      ),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom('401', 'on', 'a b', 'x-y'),
          fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }).map((key) => clean(key, 20)),
        ),
        tie('node'),
        { maxKeys: 3, noNullPrototype: true },
      ),
    ),
  })).node;

  it('read back from YAML', () => {
    fc.assert(
      fc.property(
        tree.filter((value) => !JSON.stringify(value).includes('"__proto__"')),
        (value) => {
          expect(load(yaml(value))).toEqual(value);
        },
      ),
      { numRuns: 300 },
    );
  });
});
