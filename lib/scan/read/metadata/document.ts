/** Where authorization servers and protected resources publish their metadata, and what their documents have in common. */
import type { Conformance, Via } from '../../types.ts';
import { isLoopback, withOneLoopback } from '../../loopback.ts';
import { urlOf, withoutSlash } from '../../text.ts';
import { isObject, own, readJson, stringsOf, type JsonObject } from '../json-body.ts';

/** What came of a document: usable to some degree, there but broken, or not there (STANDARDS G2). */
export type MetadataRead<T> =
  | { kind: 'present'; value: T }
  | { kind: 'malformed'; problem: string }
  | { kind: 'absent'; reason: string };

/** A place to look at. `standard`: a specification derives it from the issuer; otherwise only servers that misread one answer there. */
export interface MetadataUrl {
  url: string;
  kind: 'oauth' | 'oidc';
  standard: boolean;
}

/** An answer to a metadata request. `contentType` is the media type in lower case, `url` the URL that answered after redirects. */
export interface Answer {
  text: string;
  contentType: string | null;
  status: number;
  url: string;
  via: Via;
  evidence: string[];
}

export const OAUTH = '/.well-known/oauth-authorization-server';
const OIDC = '/.well-known/openid-configuration';
const RESOURCE = '/.well-known/oauth-protected-resource';

/** Longest list that is kept from a document; real ones list scopes by the hundred. */
export const MAX_LIST = 500;

export const webUrl = (text: string): URL | null => {
  const url = text.length > 4000 ? null : urlOf(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null;
};

/**
 * The places of an issuer's metadata in the order to try (STANDARDS O3): RFC 8414 §3.1 and §5 insert the well-known segment between
 * host and path, OpenID Connect Discovery §4 appends it; appending RFC 8414's is a misreading that is worth a look (M1). Empty for
 * an issuer that is no http(s) URL.
 */
export function metadataUrls(issuer: string): MetadataUrl[] {
  const url = webUrl(issuer);
  if (!url) return [];
  const path = withoutSlash(url.pathname);
  const inserted: MetadataUrl[] = [
    { url: `${url.origin}${OAUTH}${path}`, kind: 'oauth', standard: true },
    { url: `${url.origin}${OIDC}${path}`, kind: 'oidc', standard: true },
  ];
  if (path === '') return inserted;
  return [
    ...inserted,
    { url: `${url.origin}${path}${OIDC}`, kind: 'oidc', standard: true },
    { url: `${url.origin}${path}${OAUTH}`, kind: 'oauth', standard: false },
  ];
}

/**
 * The places of a resource's metadata in the order to try (RFC 9728 §3.1; STANDARDS W1): inserted before path and query, for a path
 * with a last slash also without it, then at the root, where clients look last (MC1). Empty for what is no http(s) URL.
 */
export function protectedResourceUrls(resource: string): string[] {
  const url = webUrl(resource);
  if (!url) return [];
  const path = url.pathname === '/' ? '' : url.pathname;
  const trimmed = withoutSlash(path);
  return [
    ...new Set([
      `${url.origin}${RESOURCE}${path}${url.search}`,
      `${url.origin}${RESOURCE}${trimmed}${url.search}`,
      `${url.origin}${RESOURCE}`,
    ]),
  ];
}

// ---------------------------------------------------------------- faults

type Severity = 'note' | 'sloppy' | 'non-conforming';
const RANK: Record<Severity, number> = { 'non-conforming': 0, sloppy: 1, note: 2 };

/** Collects faults as clauses that read on after "there is metadata, but …". Notes are reported and cost nothing. */
export class Faults {
  readonly #all: { text: string; severity: Severity }[] = [];

  add(severity: Severity, text: string): void {
    if (this.#all.length < 40 && !this.#all.some((fault) => fault.text === text))
      this.#all.push({ severity, text: text.slice(0, 400) });
  }

  get conformance(): Conformance {
    if (this.#all.some((f) => f.severity === 'non-conforming')) return 'non-conforming';
    return this.#all.some((f) => f.severity === 'sloppy') ? 'sloppy' : 'conforming';
  }

  get texts(): string[] {
    return this.#all.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).map((f) => f.text);
  }
}

/** Host names and literal addresses that lead into the reader's own machine or network. */
const PRIVATE =
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|\[f[cd][0-9a-f]{2}:.{0,40}\]|\[fe[89ab][0-9a-f]:.{0,40}\])$/i;
const isInside = (host: string): boolean => isLoopback(host) || PRIVATE.test(host);

/** Credentials go in clear over http, except inside one machine. */
export const inClear = (url: URL): boolean => url.protocol === 'http:' && !isLoopback(url.hostname);

// ---------------------------------------------------------------- reading

/** G2: a document is there when the status is exactly 200 and the body is a JSON object that has something to do with the matter. */
export function readDocument(
  answer: Answer,
  telling: readonly string[],
  faults: Faults,
): { object: JsonObject } | { kind: 'malformed'; problem: string } | { kind: 'absent'; reason: string } {
  const { status, contentType } = answer;
  if (status !== 200) return { kind: 'absent', reason: `HTTP ${status}` };
  const body = answer.text.trim();
  if (body === '') return { kind: 'absent', reason: 'the answer is empty' };
  const looksJson = /^\uFEFF?[[{]/.test(body);
  const saysJson = /[/+]json$/.test(contentType ?? '');
  if (!looksJson && (body.startsWith('<') || !saysJson))
    return {
      kind: 'absent',
      reason: body.startsWith('<') ? 'the answer is a page, not a document' : 'the answer is not JSON',
    };
  const read = readJson(body);
  if (!read.ok) return { kind: 'malformed', problem: `it is not valid JSON (${read.problem})` };
  if (!isObject(read.value)) return { kind: 'malformed', problem: 'it is not one JSON object' };
  const object = read.value;
  // A catch-all that answers {} or an error object under 200 has published nothing.
  if (!telling.some((name) => own(object, name) !== undefined))
    return { kind: 'absent', reason: 'the answer is JSON but not metadata' };
  if (!saysJson) faults.add('sloppy', `it comes as ${contentType ?? 'no media type'} instead of application/json`);
  return { object };
}

/** A list of strings. RFC 8414 §3.2: a list without elements is to be omitted, so an empty one means what an omitted one means. */
export function listOf(object: JsonObject, name: string, faults: Faults): string[] | null {
  const value = own(object, name);
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') {
    faults.add('sloppy', `its ${name} is a string instead of a list`);
    const words = value
      .slice(0, 20_000)
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .slice(0, MAX_LIST);
    return words.length > 0 ? words : null;
  }
  const list = stringsOf(value, MAX_LIST);
  if (list === null) {
    faults.add('sloppy', `its ${name} is no list`);
    return null;
  }
  if (list.length === 0) {
    faults.add('sloppy', `its ${name} is an empty list, which is to be omitted`);
    return null;
  }
  return list;
}

/** An endpoint as an absolute URL (M7). A relative one is resolved, since what it means is plain, but a generic client stops there. */
export function endpointOf(object: JsonObject, name: string, base: string, faults: Faults): string | null {
  const value = own(object, name);
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') {
    faults.add('non-conforming', `its ${name} is no URL`);
    return null;
  }
  const text = value.trim().slice(0, 4000);
  const absolute = webUrl(text);
  if (absolute) {
    if (inClear(absolute))
      faults.add('non-conforming', `its ${name} is plain http, so credentials would travel in clear`);
    const here = webUrl(base);
    if (here && isInside(absolute.hostname) && !isInside(here.hostname))
      faults.add('non-conforming', `its ${name} is on an address inside a private network`);
    else if (here && absolute.host !== here.host)
      faults.add('note', `its ${name} is on another host, ${absolute.host}`);
    return text;
  }
  faults.add('non-conforming', `its ${name} is no absolute http(s) URL`);
  return text.startsWith('/') ? (urlOf(text, base)?.href ?? null) : null;
}

/** Where a document stands, and the identifier from which that place was derived (null: it was named outright). */
export interface Derivation {
  url: string;
  expected: string | null;
}

export const oneLoopback = ({ url, expected }: Derivation): Derivation => ({
  url: withOneLoopback(url),
  expected: expected === null ? null : withOneLoopback(expected),
});

export const plainUrl = (value: unknown): string | null =>
  typeof value === 'string' && webUrl(value.trim()) ? value.trim() : null;
