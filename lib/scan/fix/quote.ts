/**
 * Puts values that came from a target into text that an owner will paste. Everything here fails towards harmless: a value that
 * cannot be carried safely becomes null or loses the part that cannot, and nothing leaves the quotes of the language it stands in.
 */
import { oneLine } from '../text.ts';
import { Names } from '../names.ts';

/** Control, format (bidirectional marks, zero-width), private, unassigned and surrogate code points, and the two odd line ends. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** One line of printable text: unprintable runs and white space become one space, at most `limit` UTF-16 units, an ellipsis when cut. */
export function clean(text: string, limit: number): string {
  // Cut before the regex sees it, so that a huge text costs no more than the limit; four times leaves room for what is removed.
  const line = oneLine(
    text
      .slice(0, limit * 4)
      .toWellFormed()
      .replace(unprintable, ' '),
  );
  if (line.length <= limit) return line;
  return `${line
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}

const longestUrl = 500;
const plainHost = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])$/;

/**
 * The URL in its canonical form when it is http or https, carries no user name, has a host of letters, digits, dots and hyphens
 * (the URL parser lets quotes through), and is at most 500 characters long; else null. A fragment is dropped; a missing slash after a bare
 * host stays missing, because issuers are compared code point by code point (RFC 8414 §3.3).
 */
export function webUrl(text: string | null | undefined): string | null {
  if (typeof text !== 'string' || text.length > longestUrl || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.username !== '' ||
    url.password !== '' ||
    !plainHost.test(url.hostname)
  )
    return null;
  url.hash = '';
  const bareHost = url.pathname === '/' && url.search === '' && !text.trimEnd().endsWith('/');
  // The URL parser lets these stand in paths and queries, although no URI may hold them (RFC 3986 §2).
  const href = (bareHost ? url.origin : url.href).replace(/[`{}|\\^]/g, encodeURIComponent);
  return href.length <= longestUrl ? href : null;
}

/** Languages in which an artefact holds a string literal. */
export type CodeLanguage = 'javascript' | 'typescript' | 'python' | 'ruby' | 'java' | 'php' | 'go' | 'csharp';

/** PHP and Ruby expand `$name` and `#{…}` between double quotes, so theirs are single ones, where only two characters are special. */
const singleQuoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A string literal of the language. The text is cleaned to one line of at most 1000 characters first. */
export function literal(language: CodeLanguage, text: string): string {
  const line = clean(text, 1000);
  if (language === 'php' || language === 'ruby') return singleQuoted(line);
  const quoted = JSON.stringify(line);
  return language === 'javascript' || language === 'typescript'
    ? `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
    : quoted;
}

/** One word for a POSIX shell: single quotes, in which nothing is special but the quote itself. */
export function shellWord(text: string): string {
  return `'${clean(text, 1000).replaceAll("'", "'\\''")}'`;
}

/** Inside a quoted-string of an HTTP field (RFC 9110 §5.6.4), without the outer quotes. */
export function quotedString(text: string): string {
  return clean(text, 500)
    .replace(/[^\x20-\x7e]/g, '?')
    .replace(/["\\]/g, '\\$&');
}

/** Characters that nobody sees, or that turn the order of what is read: escaped, JSON means the same (RFC 8259 §7). */
const unseen = /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu;
const escapes = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON as people write it, two spaces, with nothing in it that cannot be seen. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unseen, (found) => found.split('').map(escapes).join(''));
}

export type Tree = string | number | boolean | readonly Tree[] | { readonly [key: string]: Tree };

/** Plain scalars that YAML 1.1 or 1.2 would read as something else than text. */
const reserved = new Names('true false yes no on off null y n nan inf');
const scalar = (text: string) =>
  /^[A-Za-z][A-Za-z0-9_/-]*$/.test(text) && !reserved.has(text) ? text : JSON.stringify(clean(text, 1000));

/** YAML 1.2 of a tree of our own making (a document never decides its depth). Strings that are not plain words are JSON strings, which YAML reads alike. */
export function yaml(value: Tree, indent = ''): string {
  if (typeof value === 'string') return scalar(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  const block = (child: Tree) =>
    typeof child === 'object' && Object.keys(child).length > 0
      ? `\n${inner}${yaml(child, inner)}`
      : ` ${yaml(child, inner)}`;
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : value.map((child: Tree) => `- ${yaml(child, inner)}`).join(`\n${indent}`);
  const entries = Object.entries(value);
  return entries.length === 0
    ? '{}'
    : entries.map(([key, child]) => `${scalar(key)}:${block(child)}`).join(`\n${indent}`);
}
