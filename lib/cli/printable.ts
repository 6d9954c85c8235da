/** Text of a target outside of markup, where characters that no eye sees would be commands or disguise. */

/**
 * Control characters, the two odd line ends, and format characters: bidirectional marks, zero-width ones, tags (Unicode category C and
 * Zl, Zp). The joiner U+200D stays where it binds a letter or a sign to what stands before it: names and emoji are written with it.
 */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}|(?<![\p{L}\p{M}\p{So}\ufe0f])\u200d/gu;

/** What a CI server obeys wherever the line of a log holds it, such as `##[set-output name=x]` and `##vso[…]`. */
export const orders = /##(?=[a-z]{0,20}\[)/gi;
/** What GitHub Actions obeys at the beginning of a line. */
const opening = /^\s*::/;

/** `text` on one line, with each character that could act on a terminal, a log or the order of what is read shown as a mark. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(unseen, '�').replace(orders, '�').replace(opening, '�');
