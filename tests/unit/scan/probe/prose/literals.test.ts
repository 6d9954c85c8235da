import { describe, expect, test } from 'vitest';
import { requiredLiterals } from '../../../../../lib/scan/probe/prose/literals.ts';

describe('requiredLiterals', () => {
  test.each([
    ['a word', /\btoken\b/i, [['token']]],
    ['a long word is cut', /credentials/i, [['creden']]],
    ['a class of two letters', /authori[sz]e/i, [['author']]],
    ['words on both sides of a gap', /\bapprove\b.{0,20}\bscope\b/i, [['approv'], ['scope']]],
    ['alternatives', /(?:key|token)s? expire/i, [['expire', 'tokens']]],
    ['alternatives that cannot be listed', /(?:key\d|token\w{1,3})/i, [['key', 'token']]],
    ['an alternative without a word', /(?:key|\d{3})/i, []],
    ['optional parts', /(?:secret )?(?:\w+ )?key/i, [['key']]],
    ['repeated parts', /(?:secret ){1,3}key/i, [['secret'], ['key']]],
    ['repeated no times', /(?:secret ){0,3}key/i, [['key']]],
    ['lookaround is not part of the match', /(?<!foo)(?=bar)\bscope(?!baz)/i, [['scope']]],
    ['a named group', /(?<verb>expires)/i, [['expire']]],
    ['short words say nothing', /\bin\b|\bon\b/i, []],
    ['rare characters do', /[&?]key=|\b:/i, [['key=', ':']]],
    ['a list of strings is read by its longest words', /(?:as an? |in the )?(?:url |http )?query(?: string| parameter)/i, [['string', 'parame']]],
    ['one ideograph does', /申請/, [['申請']]],
    ['properties and escapes', /\p{L}\u3040\x41\.key/u, [['.key']]],
    ['capitals', /[Ww]e review/, [['review']]],
  ])('%s', (_name, pattern, expected) => {
    expect(requiredLiterals(pattern)).toEqual(expected);
  });
});
