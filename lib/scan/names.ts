/** Tables of names and phrases, which most of what is recognised by its looks comes down to: no pattern is needed to compare text. */
import { wordsOf } from './text.ts';

/** Names in whatever case; `sid*` stands for all that begin with `sid`, `*_session` for all that end so, `*csrf*` for all that hold it. */
export class Names {
  readonly #whole = new Set<string>();
  readonly #starts: string[] = [];
  readonly #ends: string[] = [];
  readonly #parts: string[] = [];

  /** @param names separated by blanks and ends of line */
  constructor(names: string) {
    for (const name of wordsOf(names.toLowerCase()))
      if (name.startsWith('*') && name.endsWith('*')) this.#parts.push(name.slice(1, -1));
      else if (name.endsWith('*')) this.#starts.push(name.slice(0, -1));
      else if (name.startsWith('*')) this.#ends.push(name.slice(1));
      else this.#whole.add(name);
  }

  /** Whether the table has `name`, in whatever case it is written. */
  has(name: string): boolean {
    const lower = name.toLowerCase();
    return (
      this.#whole.has(lower) ||
      this.#starts.some((start) => lower.startsWith(start)) ||
      this.#ends.some((end) => lower.endsWith(end)) ||
      holds(lower, ...this.#parts)
    );
  }
}

const html = new Names('*html*');
/** Whether a media type, or the field that says it, is that of a page. */
export const isHtml = (type: string | null | undefined): boolean => html.has(type ?? '');

/** Whether `text` holds one of the phrases, letter by letter. */
export const holds = (text: string, ...phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(phrase));

/** The words of a list as a set. */
export const setOf = (words: string): ReadonlySet<string> => new Set(wordsOf(words));

/** The words of a list as one group of a pattern. */
export const oneOf = (words: string): string => `(?:${wordsOf(words).join('|')})`;

/** One pattern for a table of phrases, each of which can be read and removed alone. */
export const anyOf = (phrases: readonly string[], flags = 'i'): RegExp => new RegExp(phrases.join('|'), flags);
