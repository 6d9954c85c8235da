/** The reader's choice of light or dark. `system` is no cookie at all. */
export type Theme = 'system' | 'light' | 'dark';
export const themeCookie = 'theme';

/** What a cookie of any content means. */
export function themeOf(cookie: string | undefined): Theme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}
