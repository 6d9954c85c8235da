/** Reads JSON that strangers wrote: what parses, and members that belong to the document itself. */
import { plainName } from '../text.ts';

/** A JSON object. Read its members through `member` or `own`, never by index: a document may name `__proto__` or `toString`. */
export type JsonObject = { readonly [name: string]: unknown };

export type JsonRead = { ok: true; value: unknown } | { ok: false; problem: string };

/**
 * Lists, objects and members of a document that are read on the main thread. What parsing costs goes by them and not by length: the dearest that were
 * found (an object of as many names, lists within lists) take 1 ms for each thousand, so that no document holds the event loop for much more than 20 ms.
 */
const mostParts = 20_000;

/** Index of the quote that ends the string which begins at `from`; -1 without one. Linear: no backslash is looked at for two quotes. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/** The document up to its part number `mostParts`, closed, so that what was valid stays valid; whole when it has no more. */
function head(text: string): string {
  if (text.length <= mostParts) return text;
  const closers: string[] = [];
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      at = endOfString(text, at);
      if (at === -1) return text;
    } else if (sign === ',' || sign === '[' || sign === '{') {
      parts += 1;
      if (sign !== ',') closers.push(sign === '[' ? ']' : '}');
      if (parts > mostParts) return text.slice(0, sign === ',' ? at : at + 1) + closers.reverse().join('');
    } else if (sign === ']' || sign === '}') closers.pop();
  }
  return text;
}

/**
 * Parses a body as JSON, whatever its media type says (STANDARDS G5), as far as the main thread reads documents. A byte order mark and the guard
 * `)]}'` that some APIs put before their answers are skipped. V8 parses without recursion, so depth cannot overflow the stack.
 */
export const readJson = (text: string): JsonRead => parse(text, head);

/** The same to its end, however long that takes: for documents that are read apart. */
export const readWholeJson = (text: string): JsonRead => parse(text, (body) => body);

function parse(text: string, bounded: (body: string) => string): JsonRead {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const body = text.startsWith(")]}'", start)
    ? text.slice(text.indexOf('\n', start) + 1 || text.length)
    : text.slice(start);
  try {
    return { ok: true, value: JSON.parse(bounded(body)) as unknown };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message.slice(0, 200) : 'not JSON' };
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member of exactly this name (STANDARDS G4), or undefined. */
export const own = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** The first member whose name equals one of `names` in lower case and without `_` and `-`, in the order of `names`. */
export function member(object: JsonObject, ...names: string[]): unknown {
  const keys = Object.keys(object).slice(0, 200);
  for (const name of names) {
    const key = keys.find((k) => k.length <= 40 && plainName(k) === name && !isEmpty(object[k]));
    if (key !== undefined) return object[key];
  }
  return undefined;
}

/** `error_code`, `errorCode` and `Error-Code` are spellings of one name. */

/** Null, "", [], {}: a member that is there and says nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A string or a finite number as text, trimmed; else null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** The elements of a list that are strings, or null when the value is no list. */
export const stringsOf = (value: unknown, most: number): string[] | null =>
  Array.isArray(value)
    ? value
        .slice(0, most)
        .filter((item): item is string => typeof item === 'string')
        .map((item) => item.slice(0, 2000))
    : null;

/**
 * The texts inside a value down to four levels, in document order, at most about `most` characters, without recursion.
 * `skip` leaves out members by their plain name; `say` turns a member name into words of its own, or gives null.
 */
export function statements(
  value: unknown,
  most: number,
  skip: (name: string) => boolean,
  say: (name: string) => string | null,
): string[] {
  const parts: string[] = [];
  const queue: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let length = 0;
  for (let index = 0; index < queue.length && index < 300 && length < most; index += 1) {
    const item = queue[index];
    if (!item) break;
    if (typeof item.value === 'string') {
      const text = item.value.trim().slice(0, 1000);
      if (text !== '') parts.push(text);
      length += text.length;
    } else if (Array.isArray(item.value) && item.depth < 5) {
      queue.push(...item.value.slice(0, 20).map((child: unknown) => ({ value: child, depth: item.depth + 1 })));
    } else if (isObject(item.value) && item.depth < 5) {
      for (const [key, child] of Object.entries(item.value).slice(0, 50)) {
        if (skip(plainName(key.slice(0, 60))) || isEmpty(child)) continue;
        const word = say(key.slice(0, 60));
        if (word !== null) parts.push(word);
        queue.push({ value: child, depth: item.depth + 1 });
      }
    }
  }
  return parts;
}
