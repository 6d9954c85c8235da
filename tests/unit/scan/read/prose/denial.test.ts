import { describe, expect, test } from 'vitest';
import { negatedNearby, supportPolarity } from '../../../../../lib/scan/read/prose/denial.ts';
import { Sentence, type Span } from '../../../../../lib/scan/read/prose/sentence.ts';

/** The words of a text that spell `word`. */
function at(sentence: Sentence, word: string): Span {
  const start = sentence.text.indexOf(word);
  const from = sentence.tokens.findIndex((token) => token.start >= start);
  const to = sentence.tokens.findIndex((token) => token.start >= start + word.length);
  return { from, to: to < 0 ? sentence.tokens.length : to };
}

describe('supportPolarity', () => {
  test.each([
    ['The implicit grant is supported.', 'implicit grant', 'affirm'],
    ['The implicit grant is not supported.', 'implicit grant', 'deny'],
    ["The implicit grant isn't currently supported.", 'implicit grant', 'deny'],
    ['We do not support the implicit grant.', 'implicit grant', 'deny'],
    ['We do not support the password, device or implicit grant.', 'implicit grant', 'deny'],
    ['Neither the password grant nor the implicit grant is supported.', 'implicit grant', 'deny'],
    ['The implicit grant was removed in 2024.', 'implicit grant', 'deny'],
    ['The implicit grant is no longer available to new apps.', 'implicit grant', 'deny'],
    ['The implicit grant is deprecated but works.', 'implicit grant', 'affirm'],
    ['Use the code flow instead of the implicit grant.', 'implicit grant', 'deny'],
    ['Use the implicit grant for apps that do not have a server.', 'implicit grant', 'affirm'],
    ['You cannot use the implicit grant to read private data.', 'implicit grant', 'affirm'],
    ['The implicit grant does not return refresh tokens.', 'implicit grant', 'affirm'],
    ['The password grant is not supported; the implicit grant is.', 'implicit grant', 'affirm'],
    ['The implicit grant works, but the password grant is not supported.', 'implicit grant', 'affirm'],
    ['Without the implicit grant there is no way in.', 'implicit grant', 'deny'],
    ['If the implicit grant is not supported, an error is returned.', 'implicit grant', 'affirm'],
    ['Der Implicit Grant wird nicht unterstützt.', 'Implicit Grant', 'deny'],
    ["Le flux implicit n'est pas pris en charge.", 'implicit', 'deny'],
    ['不支持 implicit 模式。', 'implicit', 'deny'],
  ])('%s', (text, word, expected) => {
    const sentence = new Sentence(text, 'english');
    expect(supportPolarity(sentence, at(sentence, word))).toBe(expected);
  });
});

describe('negatedNearby (WD3)', () => {
  test.each([
    ['No approval is required.', 'approval', true],
    ['Approval is not required.', 'Approval', true],
    ['You do not need to request access.', 'request access', true],
    ['It is free; no card. Request access here.', 'Request access', false],
    ['Get a key without any approval.', 'approval', true],
  ])('%s', (text, word, expected) => {
    const sentence = new Sentence(text, 'english');
    expect(negatedNearby(sentence, at(sentence, word))).toBe(expected);
  });
});
