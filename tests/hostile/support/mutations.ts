/** Ways to spoil a text or a JSON value, as fast-check arbitraries: a failing case shrinks to the fewest, smallest changes. */
import fc from 'fast-check';

/** Pieces that mean something to some reader of ours, and pieces that mean nothing to anybody. */
const dictionary = [
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u001b[31m',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u2028',
  '💥',
  'ﬁ',
  '＜',
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<script>',
  '</script>',
  '<style>',
  '<svg>',
  '<title>',
  '<base href="',
  '<a href="',
  '<a href=javascript:alert(1)>',
  '<meta http-equiv=refresh content="0;url=',
  '<form>',
  '<input type=password name=',
  '<pre>',
  '<table><tr><td>',
  '<p>',
  '&#0;',
  '&#x110000;',
  '&amp',
  '&',
  '#',
  '- ',
  '* ',
  '```',
  '~~~',
  '[',
  '](',
  ')',
  '![',
  '|',
  '---\n',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '{}',
  '[]',
  'null',
  'true',
  '1e999',
  '-0',
  '1'.repeat(400),
  '{"',
  '":',
  '"__proto__":',
  '"constructor":',
  '"$ref":"#"',
  '"$ref":"#/paths"',
  '"toString":',
  '&a [*a,*a]',
  '*a',
  '<<: *a',
  '!!js/function',
  '!!binary',
  '%YAML 1.2',
  '? ',
  '=',
  ';',
  ',',
  '==',
  'Bearer ',
  'Basic ',
  'realm="',
  'error=',
  'resource_metadata="',
  'scope=',
  'Digest ',
  'https://',
  'http://[::1',
  'https://a@b:c/',
  '//',
  '/../..',
  '%00',
  '%',
  '%zz',
  '?',
  'x'.repeat(3000),
  'é'.repeat(500),
  '..',
  'file:///',
  'data:text/html,',
  'javascript:',
  'client_credentials',
  'grant_type',
  'token expires in 3600 seconds',
  'API key',
  'Authorization: Bearer',
  'curl -H ',
  'expires_in',
  'captcha',
  'openapi: 3.1.0\n',
  'swagger: 2.0\n',
];

type Spoil = {
  kind: 'delete' | 'insert' | 'replace' | 'repeat' | 'cut' | 'flip' | 'swap' | 'double';
  at: number;
  size: number;
  piece: string;
};

const spoil: fc.Arbitrary<Spoil> = fc.record({
  kind: fc.constantFrom('delete', 'insert', 'insert', 'replace', 'repeat', 'cut', 'flip', 'swap', 'double'),
  at: fc.nat(1_000_000),
  size: fc.nat(60),
  piece: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...dictionary) },
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
});

function apply(text: string, { kind, at, size, piece }: Spoil): string {
  const from = text.length === 0 ? 0 : at % (text.length + 1);
  const to = Math.min(text.length, from + size);
  switch (kind) {
    case 'delete':
      return text.slice(0, from) + text.slice(to);
    case 'insert':
      return text.slice(0, from) + piece + text.slice(from);
    case 'replace':
      return text.slice(0, from) + piece + text.slice(to);
    case 'repeat':
      return text.slice(0, from) + text.slice(from, to).repeat(1 + (at % 40)) + text.slice(to);
    case 'cut':
      return text.slice(0, from);
    case 'flip':
      return (
        text.slice(0, from) +
        String.fromCharCode((text.charCodeAt(from) || 0) ^ (1 << (size % 8))) +
        text.slice(from + 1)
      );
    case 'swap':
      return text.slice(to) + text.slice(from, to) + text.slice(0, from);
    case 'double':
      return text.length < 50_000 ? text + text.slice(from) : text;
  }
}

/** One of the texts, spoiled up to eight times. */
export function spoiled(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...(texts.length > 0 ? texts : [''])), fc.array(spoil, { maxLength: 8 }))
    .map(([text, changes]) => changes.reduce(apply, text).slice(0, 400_000));
}

/** Values that a document may hold where none was expected. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    1e21,
    '',
    ' ',
    [],
    {},
    [[]],
    [null],
    { '': '' },
    'https://',
    'javascript:alert(1)',
    'x'.repeat(5000),
    { $ref: '#' },
    { $ref: '#/components' },
    { $ref: '#/paths/~1' },
    { $ref: 'https://169.254.169.254/' },
    { $ref: 1 },
  ),
  fc.constant(
    JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":2,"length":-1}',
    ) as unknown,
  ),
  fc.nat(300).map((depth) => JSON.parse(`${'['.repeat(depth + 1)}${']'.repeat(depth + 1)}`) as unknown),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.string({ maxLength: 8 }), { maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Change {
  at: number;
  key: string | null;
  value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(100_000),
  key: fc.option(
    fc.constantFrom(
      '__proto__',
      'constructor',
      '',
      '$ref',
      'type',
      'security',
      'servers',
      'flows',
      'scopes',
      'issuer',
      'error',
      'paths',
      '200',
      'x'.repeat(300),
    ),
    { nil: null },
  ),
  value: strange,
});

/** Every place of a value down to forty levels, as a setter. */
function places(value: unknown, set: (next: unknown) => void, found: ((next: unknown) => void)[], depth = 0): void {
  found.push(set);
  if (typeof value !== 'object' || value === null || found.length > 20_000 || depth > 40) return;
  for (const [key, item] of Object.entries(value))
    places(
      item,
      (next) =>
        Object.defineProperty(value, key, { value: next, enumerable: true, configurable: true, writable: true }),
      found,
      depth + 1,
    );
}

/** One of the JSON texts with up to six of its values replaced, or members added; then serialised. */
export function spoiledJson(texts: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 6 })).map(([text, changes]) => {
    let root = JSON.parse(text) as unknown;
    for (const { at, key, value } of changes) {
      const found: ((next: unknown) => void)[] = [];
      places(
        root,
        (next) => {
          root = next;
        },
        found,
      );
      const place = found[at % found.length];
      // A copy: the same value put in twice must not come to hold itself.
      const copy = structuredClone(value);
      if (place) place(key === null ? copy : Object.fromEntries([[key, copy]]));
    }
    return JSON.stringify(root);
  });
}
