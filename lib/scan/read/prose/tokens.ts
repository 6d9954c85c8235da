/** Cuts text into words. */

export interface Token {
  /** In lower case, Latin letters without accents. */
  word: string;
  start: number;
  end: number;
}

/** Chinese, Japanese and Korean characters stand alone, so that phrases are found without a dictionary of word boundaries. */
const SINGLE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー`;
const WORD = new RegExp(
  String.raw`[${SINGLE}]|\d{1,3}(?:,\d{3})+(?!\d)|(?:(?![${SINGLE}])[\p{L}\p{N}_])+|[;|,:?()>→›!.]`,
  'gu',
);
const METHOD = /^(?:GET|POST|PUT|DELETE|PATCH)$/;
/** The mark (U+0307) is what is left of a Turkish İ in lower case. */
const ACCENTED = /[À-ɏѐ-џ]|\u0307/;

const fold = (word: string) => (ACCENTED.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word);

/** `tenant_access_token` is an access token, whoever's it is. */
const OWNED = /^\w+_(?=(?:access|refresh)_token$)/;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(WORD))
    // A method of HTTP is no verb.
    tokens.push({
      word: METHOD.test(found[0]) ? `http_${found[0]}` : fold(found[0].toLowerCase()).replace(OWNED, ''),
      start: found.index,
      end: found.index + found[0].length,
    });
  return tokens;
}
