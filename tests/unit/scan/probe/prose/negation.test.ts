import { describe, expect, test } from 'vitest';
import { clauseAround, negatedNearby, supportPolarity } from '../../../../../lib/scan/probe/prose/negation.ts';

const at = (text: string, word: string): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];

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
    ['The password grant is not supported; the implicit grant is.', 'implicit grant', 'affirm'],
    ['The implicit grant works, but the password grant is not supported.', 'implicit grant', 'affirm'],
    ['Implicit | No longer available', 'Implicit', 'affirm'],
    ['Without the implicit grant there is no way in.', 'implicit grant', 'deny'],
  ])('%s', (text, word, expected) => {
    expect(supportPolarity(text, ...at(text, word))).toBe(expected);
  });
});

describe('negatedNearby (WD3)', () => {
  test.each([
    ['No approval is required.', 'approval', true],
    ['Approval is not required.', 'Approval', true],
    ['You do not need to request access.', 'request access', true],
    ['Request access if you do not have a key yet and want one.', 'Request access', false],
    ['It is free; no card. Request access here.', 'Request access', false],
    ['Get a key without any approval.', 'approval', true],
  ])('%s', (text, word, expected) => {
    expect(negatedNearby(text, ...at(text, word))).toBe(expected);
  });
});

test('clauses end at semicolons, cells and contrasts', () => {
  const text = 'A is fine; B is not, but C is | D';
  expect(text.slice(...clauseAround(text, ...at(text, 'B')))).toBe(' B is not');
  expect(text.slice(...clauseAround(text, ...at(text, 'C')))).toBe(' C is');
});
