import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../../lib/scan/read/page/index.ts';
import { sentencesOf, unitsOf } from '../../../../../lib/scan/read/prose/units.ts';

describe('sentencesOf', () => {
  test.each([
    ['Create a key. Copy it.', ['Create a key.', 'Copy it.']],
    ['Use e.g. Postman. Then call.', ['Use e.g. Postman.', 'Then call.']],
    [
      'Send Authorization: Bearer sk_test_... to https://api.acme.com.',
      ['Send Authorization: Bearer sk_test_... to https://api.acme.com.'],
    ],
    ['Call v1.2 of Node.js now. Done', ['Call v1.2 of Node.js now.', 'Done']],
    ['Is it free? Yes! "Really." Sure.', ['Is it free?', 'Yes!', '"Really."', 'Sure.']],
    ['キーを発行します。次に送信します。', ['キーを発行します。', '次に送信します。']],
    ['First line\nSecond line', ['First line', 'Second line']],
    ['Das gilt z. B. Für Schlüssel.', ['Das gilt z. B. Für Schlüssel.']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('unitsOf', () => {
  const units = (text: string) =>
    unitsOf(readPage({ text, contentType: 'text/markdown', url: 'https://docs.acme.com/a.md', evidence: [] }));

  test('carry heading, lead-in and table header', () => {
    const found = units(
      '# Keys\n\nThese scopes exist:\n\n- read:org\n\n| Grant | Supported |\n| --- | --- |\n| code | yes |\n',
    );
    expect(found.map(({ kind, text, heading, before, header }) => ({ kind, text, heading, before, header }))).toEqual([
      { kind: 'heading', text: 'Keys', heading: 'Keys', before: '', header: '' },
      { kind: 'sentence', text: 'These scopes exist:', heading: 'Keys', before: '', header: '' },
      { kind: 'item', text: 'read:org', heading: 'Keys', before: 'These scopes exist:', header: '' },
      {
        kind: 'row',
        text: 'Grant | Supported',
        heading: 'Keys',
        before: 'These scopes exist:',
        header: 'Grant | Supported',
      },
      { kind: 'row', text: 'code | yes', heading: 'Keys', before: 'These scopes exist:', header: 'Grant | Supported' },
    ]);
  });

  test('samples are read whole and line by line', () => {
    expect(units('```\ncurl a \\\n  -u bob\n```').map(({ kind, text }) => [kind, text])).toEqual([
      ['sample', 'curl a \\\n  -u bob'],
      ['line', 'curl a \\'],
      ['line', '-u bob'],
    ]);
  });

  test('typographic signs become plain, one for one', () => {
    const [unit] = units('Don’t send “keys” – ever.');
    expect(unit?.quote).toBe('Don’t send “keys” – ever.');
    expect(unit?.text).toBe('Don\'t send "keys" - ever.');
  });
});
