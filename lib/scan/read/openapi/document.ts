/** Parses the text of an API description and follows references inside it. Whatever the document says, nothing recurses. */
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { isObject, own, readWholeJson, type JsonObject } from '../json-body.ts';

/** A larger YAML document is left unread unless its reader asks for more: its parser takes up to 220 bytes and 2 µs a character. In characters. */
export const largestYaml = 1024 * 1024;
const MAX_HOPS = 32;

/** `absent`: this is no API description at all; `malformed`: it means to be one and cannot be read. */
export type Parsed =
  | { kind: 'present'; root: JsonObject }
  | { kind: 'malformed'; problem: string }
  | { kind: 'absent'; reason: string };

const ABSENT = { kind: 'absent', reason: 'it has no openapi or swagger version' } as const;
/** The version key at the left margin, as YAML writes members of the top object. */
const YAML_VERSION = /^(?:["'](?:openapi|swagger)["']|openapi|swagger)[ \t]*:/m;
/** What a YAML document may begin with. Prose and Markdown that quote a description begin otherwise. */
const YAML_START = /^(?:---|%YAML|(?:["'][^"'\n]{1,100}["']|[A-Za-z_$][\w.$-]{0,100})[ \t]*:(?:\s|$))/;

/** What a document that may be a description turns out to be at a glance: what its text begins with, or why it is none. */
function glance(source: string): { kind: 'json' | 'yaml'; text: string } | Extract<Parsed, { kind: 'absent' }> {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const start = text.slice(0, 5000).trimStart();
  if (start.startsWith('<')) return { kind: 'absent', reason: 'there is a page instead' };
  if (start.startsWith('{')) return /["'{,\s](?:openapi|swagger)["']?\s*:/.test(text) ? { kind: 'json', text } : ABSENT;
  if (!YAML_VERSION.test(text)) return ABSENT;
  return YAML_START.test(withoutComments(text))
    ? { kind: 'yaml', text }
    : { kind: 'absent', reason: 'it quotes a description but is not one' };
}

/** Whether a document is worth parsing as a description. Costs no more than looking for a word in it, so every page may be offered. */
export const mayDescribe = (source: string): boolean => glance(source).kind !== 'absent';

/**
 * Reads JSON or YAML into the top object when it carries a version key (STANDARDS OA1). Pages, scripts, Markdown and other JSON are
 * turned away before anything is parsed. YAML of more than `mostYaml` characters is not parsed. Never throws.
 */
export function parseDescription(source: string, mostYaml = largestYaml): Parsed {
  const seen = glance(source);
  if (seen.kind === 'absent') return seen;
  const { kind, text } = seen;
  let problem = '';
  if (kind === 'json') {
    const read = readWholeJson(text);
    if (read.ok) return accept(read.value);
    problem = read.problem;
  }
  const notJson = `it is not valid JSON (${problem})`;
  if (text.length > mostYaml)
    return {
      kind: 'malformed',
      problem: kind === 'json' ? notJson : `it is a YAML document of more than ${mostYaml / 1024 / 1024} MiB`,
    };
  // What begins with a brace and is no JSON may still be YAML's flow style, such as JSON with comments or trailing commas.
  try {
    return accept(
      load(text, {
        maxDepth: 100,
        maxAliases: 10_000,
        maxTotalMergeKeys: 100_000,
        schema: CORE_SCHEMA.withTags(mergeTag),
      }),
    );
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 160) : 'unreadable';
    return { kind: 'malformed', problem: kind === 'json' ? notJson : `it is not valid YAML (${message})` };
  }
}

/** The text from its first line that is neither blank nor a YAML comment. */
function withoutComments(text: string): string {
  let at = 0;
  for (let lines = 0; lines < 500 && at < text.length; lines += 1) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? undefined : end).trim();
    if (line !== '' && !line.startsWith('#')) return text.slice(at, at + 300);
    if (end < 0) return '';
    at = end + 1;
  }
  return '';
}

function accept(value: unknown): Parsed {
  if (!isObject(value)) return { kind: 'absent', reason: 'it is not an object' };
  if (own(value, 'openapi') === undefined && own(value, 'swagger') === undefined) return ABSENT;
  return { kind: 'present', root: value };
}

// ---------------------------------------------------------------- references

/** Follows a value through its internal references to an object; {} where they lead nowhere. */
export type Resolve = (value: unknown) => JsonObject;

const NOWHERE: JsonObject = {};

/**
 * A resolver of RFC 6901 pointers into one document. External references are left alone and never fetched (STANDARDS U9). Each
 * reference is walked once and remembered; a chain longer than 32 or one that meets itself ends in {}.
 */
export function resolver(root: JsonObject, faults: Set<string>): Resolve {
  const known = new Map<string, JsonObject>();
  return (value) => {
    if (!isObject(value)) return NOWHERE;
    const first = own(value, '$ref');
    if (typeof first !== 'string') return value;
    const remembered = known.get(first);
    if (remembered) return remembered;
    const visited = new Set<string>();
    let current: unknown = value;
    for (let hop = 0; hop < MAX_HOPS; hop += 1) {
      if (!isObject(current)) break;
      const reference = own(current, '$ref');
      if (typeof reference !== 'string') {
        known.set(first, current);
        return current;
      }
      if (!reference.startsWith('#/') && reference !== '#') {
        faults.add('it refers to other documents, which were not fetched');
        known.set(first, NOWHERE);
        return NOWHERE;
      }
      if (visited.has(reference)) break;
      visited.add(reference);
      current = pointed(root, reference);
      if (current === undefined) break;
    }
    faults.add(current === undefined ? 'a reference leads nowhere' : 'a reference leads to nothing usable');
    known.set(first, NOWHERE);
    return NOWHERE;
  };
}

function pointed(root: JsonObject, reference: string): unknown {
  let at: unknown = root;
  for (const part of reference.slice(2, 4000).split('/')) {
    const key = decoded(part);
    if (isObject(at)) at = own(at, key);
    else if (Array.isArray(at) && /^\d{1,6}$/.test(key)) at = at[Number(key)];
    else return undefined;
  }
  return at;
}

function decoded(part: string): string {
  let plain = part;
  if (/%[\da-f]{2}/i.test(part)) {
    try {
      plain = decodeURIComponent(part);
    } catch (error) {
      // A percent sign that begins no UTF-8 sequence belongs to the key itself.
      if (!(error instanceof URIError)) throw error;
    }
  }
  return plain.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A list of at most `most` elements; anything else is an empty one. */
export const listOf = (value: unknown, most: number): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : NOWHERE);
/** A string that holds something, trimmed and cut. */
export const stringOf = (value: unknown, most = 2000): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, most) : null;
/** `clientCredentials`, `client_credentials` and `ClientCredentials` are one word for those who wrote them. */
export const wordOf = (value: string): string => value.replaceAll(/[_\s-]/g, '').toLowerCase();
