/** Small steps on text that many stages take. */

/** The text without slashes at its end: `https://a.test/` and `https://a.test` are one place. */
export function withoutSlash(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}

/** `http://` or `https://` as the text begins; empty where it begins otherwise. */
export const webScheme = (text: string): string => /^https?:\/\//i.exec(text)?.[0] ?? '';

/** What stands between blanks and ends of line. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** The text in one line, with one blank for each run of them and none at its ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const hasSpace = (text: string): boolean => /\s/.test(text);

/** A name as words: `api-keys` and `api_keys` as `api keys`. */
export const spaced = (name: string): string => name.replace(/[-_]+/g, ' ');

/** A name by its letters alone: `Client-ID` and `client_id` are one. */
export const plainName = (name: string): string => name.replace(/[-_]/g, '').toLowerCase();

/** The URL that a text is, seen from `base` where it is relative; null when it is none. */
export function urlOf(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Whether it is a URL of the web. */
export const isWebUrl = (text: string): boolean => {
  const protocol = urlOf(text)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
};

/** Whether there is a digit in it. */
export const hasDigit = (text: string): boolean => /\d/.test(text);
