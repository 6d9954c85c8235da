import { describe, expect, test } from 'vitest';
import { Sentence } from '../../../../../lib/scan/read/prose/sentence.ts';

const tagged = (text: string, tag: string): string[] => {
  const sentence = new Sentence(text, 'english');
  return sentence.of(tag).map(({ from, to }) =>
    sentence.tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' '),
  );
};

describe('Sentence', () => {
  test('the longest noun takes its words: a refresh token holds no token', () => {
    expect(tagged('The refresh token gets a new access token.', 'token')).toEqual(['access token']);
    expect(tagged('The refresh token gets a new access token.', 'refresh')).toEqual(['refresh token']);
  });

  test.each([
    ['Tokens live for 60 minutes.', [3600]],
    ['Valid 24h.', [86_400]],
    ['Good for two weeks.', [1_209_600]],
    ['After 1.5 hours or 3,600 seconds.', [5400, 3600]],
    ['Ein Token gilt zwölf Stunden und ist dann abgelaufen.', [43_200]],
    ['有効期限は1時間です。', [3600]],
    ['Part 7 of the guide.', []],
  ])('durations: %s', (text, seconds) => {
    expect(new Sentence(text, 'english').durations.map((one) => one.seconds)).toEqual(seconds);
  });

  test.each([
    ['The key is shown once.', 'english'],
    ['Der Schlüssel wird nur einmal angezeigt.', 'german'],
    ['La clé est affichée une seule fois.', 'french'],
    ['La clave se muestra una sola vez.', 'spanish'],
    ['A chave é exibida uma vez e não expira.', 'portuguese'],
    ['Ключ показывается один раз.', 'russian'],
    ['キーを発行します。', 'japanese'],
    ['创建密钥。', 'chinese'],
    ['키를 발급합니다.', 'korean'],
  ])('language: %s', (text, language) => {
    expect(new Sentence(text, 'english').language).toBe(language);
  });

  test('clauses end at semicolons, cells and contrasts, not inside numbers', () => {
    const sentence = new Sentence('A 4.3 is fine; B is not, but C is | D', 'english');
    const word = (text: string) => {
      const from = sentence.tokens.findIndex((token) => token.word === text);
      return { from, to: from + 1 };
    };
    expect(sentence.sameClause(word('a'), word('fine'))).toBe(true);
    expect(sentence.sameClause(word('a'), word('b'))).toBe(false);
    expect(sentence.sameClause(word('b'), word('c'))).toBe(false);
    expect(sentence.sameClause(word('c'), word('d'))).toBe(false);
  });
});
