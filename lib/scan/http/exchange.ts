/** What a scan stores of one request and its answer: redacted, trimmed, and safe to put into JSON, a database and a page. */
import type { Exchange, Failure } from '../types.ts';
import { isCredentialHeader, markRandoms, redactHeader, redactText, redactUrl } from '../redact/index.ts';

/** Limits of what is stored, in characters (headers: fields). */
export const stored = { body: 4096, headerValue: 1024, headers: 60, url: 2000, requestBody: 2048 } as const;

/** Header fields in the order of the wire, lower-case names. */
export type Fields = readonly (readonly [string, string])[];

export interface AnswerRecord {
  status: number;
  headers: Fields;
  /** Decoded text; empty for binary media types. */
  text: string;
  bytes: number;
  truncated: boolean;
}

/** Everything that JSON, PostgreSQL or a page could trip over: C0 and C1 controls, lone surrogates, and controls that reverse text on screen. */
const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const unsafeInLine = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** `text` with control characters written as \u00XX; line breaks and tabs stay. */
export function escapeControls(text: string): string {
  return text.toWellFormed().replace(unsafe, escaped);
}

function line(text: string, length: number): string {
  const safe = text.toWellFormed().replace(unsafeInLine, escaped);
  return safe.length > length ? `${safe.slice(0, length - 1).toWellFormed()}…` : safe;
}

/** As much of a text as can stand in `length` characters of what is stored, and some more, so that no secret shows its first half at the edge. */
const near = (text: string, length: number): string =>
  text.length > length + 512 ? text.slice(0, length + 512) : text;

/** Credentials fields keep their form, so that they read `Bearer [random]`; everywhere else the random string alone is replaced. */
const markedHeader = (name: string, value: string, randoms: readonly string[]): string =>
  isCredentialHeader(name) ? value : markRandoms(value, randoms);

function storeFields(fields: Fields, randoms: readonly string[]): [string, string][] {
  return fields
    .slice(0, stored.headers)
    .map(([name, value]) => [
      line(name, 200),
      line(
        redactHeader(name, markedHeader(name, near(value, stored.headerValue), randoms), randoms),
        stored.headerValue,
      ),
    ]);
}

function storeBody(text: string, length: number, randoms: readonly string[]): string {
  const safe = escapeControls(redactText(markRandoms(near(text, length), randoms)));
  return safe.length > length ? safe.slice(0, length).toWellFormed() : safe;
}

/**
 * The record of a request that is about to be sent. `randoms` are fresh random strings of our own: they are shown as `[random]`.
 * `recordAnswer` and `recordFailure` complete it in place.
 */
export function recordRequest(
  id: string,
  purpose: string,
  method: string,
  url: string,
  headers: Fields,
  body: string | null,
  randoms: readonly string[],
): Exchange {
  return {
    id,
    purpose,
    request: {
      method,
      url: line(redactUrl(markRandoms(near(url, stored.url), randoms)), stored.url),
      headers: storeFields(headers, randoms),
      body: body === null ? null : storeBody(body, stored.requestBody, randoms),
    },
    response: null,
    error: null,
    ms: 0,
  };
}

/** `randoms`: random strings of ours that the answer may repeat. */
export function recordAnswer(exchange: Exchange, answer: AnswerRecord, randoms: readonly string[] = []): void {
  const body = storeBody(answer.text, stored.body, randoms);
  exchange.response = {
    status: answer.status,
    headers: storeFields(answer.headers, randoms),
    body,
    bodyBytes: answer.bytes,
    truncated: answer.truncated || answer.text.length > stored.body,
  };
}

export function recordFailure(exchange: Exchange, failure: Failure): void {
  exchange.error = failure;
}
