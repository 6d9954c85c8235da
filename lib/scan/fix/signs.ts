/** What gives products and frameworks away: tests of one answer, and how they are joined. */

import { Names } from '../names.ts';

/** One answer, as products are recognised by. Field names are lower case. */
export interface Trace {
  /** Where it came from, read once for all signs. */
  url: URL;
  status: number;
  /** The values of a field, joined; empty when it is absent. */
  field(name: string): string;
  /** Names of the cookies that it sets. */
  cookies: readonly string[];
  body: string;
}

/** What gave it away, in words for people, or null. */
export type Sign = (trace: Trace) => string | null;

export const atHost =
  (...domains: readonly string[]): Sign =>
  ({ url }) => {
    const found = domains.find((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
    return found === undefined ? null : `its host lies under ${found}`;
  };

export const says =
  (...phrases: readonly string[]): Sign =>
  ({ body }) => {
    const found = phrases.find((phrase) => body.includes(phrase));
    return found === undefined ? null : `an answer holds “${found}”`;
  };

/** `values`, `names` and `paths` are written as in a table of names: `nginx*`. */
export const sends = (name: string, values = '*'): Sign => {
  const table = new Names(values);
  return ({ field }) =>
    field(name) !== '' && table.has(field(name)) ? `it sends the field ${name}: ${field(name)}` : null;
};

export const setsCookie = (names: string): Sign => {
  const table = new Names(names);
  return ({ cookies }) => {
    const found = cookies.find((cookie) => table.has(cookie));
    return found === undefined ? null : `it sets the cookie ${found}`;
  };
};

export const atPath = (paths: string): Sign => {
  const table = new Names(paths);
  return ({ url, status }) =>
    table.has(url.pathname) && status !== 404 && status !== 410 ? `it answers at ${url.pathname}` : null;
};

/** The first that holds. */
export const any =
  (...signs: readonly Sign[]): Sign =>
  (trace) => {
    for (const sign of signs) {
      const found = sign(trace);
      if (found !== null) return found;
    }
    return null;
  };

/** The last, where every one holds. */
export const both =
  (...signs: readonly Sign[]): Sign =>
  (trace) => {
    const found = signs.map((sign) => sign(trace));
    return found.includes(null) ? null : (found.at(-1) ?? null);
  };
