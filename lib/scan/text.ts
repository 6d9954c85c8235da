/** Small steps on text that many stages take. */

/** The text without a slash at its end: `https://a.test/` and `https://a.test` are one place. */
export const withoutSlash = (text: string): string => (text.endsWith('/') ? text.slice(0, -1) : text);

/** Whether it is a URL of the web. */
export const isWebUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || protocol === 'http:';
};

/** Whether there is a digit in it. */
export const hasDigit = (text: string): boolean => /\d/.test(text);
