/** One request in the air: takes the pieces of an answer as undici hands them over, and lands once, with the whole of it or with why there is none. */
import type { Dispatcher } from 'undici';
import type { Failure, HttpRequest } from '../types.ts';
import { BodyReader, codingsOf, decodeText, isBinaryType } from './body.ts';
import type { Fields } from './exchange.ts';
import { failureFrom, failureOf, FailureError } from './failures.ts';

/** Interim (1xx) answers before the real one. */
const maxInterim = 16;

const gone = failureOf('aborted', 'closed', 'The request is over.');
const requestTimeout = failureOf('headers', 'timeout', 'The answer did not arrive in time.');
const bodyTimeout = failureOf('body', 'timeout', 'The body did not end in time.');

export type Method = NonNullable<HttpRequest['method']>;

/** What came of a request: the answer, or a failure with as much of an answer as had arrived. */
export type Landing =
  | {
      kind: 'done';
      status: number;
      headers: ReadonlyMap<string, string>;
      setCookies: readonly string[];
      contentType: string | null;
      fields: Fields;
      text: string;
      bytes: number;
      truncated: boolean;
    }
  | {
      kind: 'failed';
      failure: Failure;
      partial: { status: number; headers: Fields; text: string; bytes: number; truncated: boolean } | null;
    };

export interface FlightEvents {
  /** Takes bytes from the scan's budget before they are read, or gives some back; says how many were taken. Others in the air take from it too. */
  reserve: (bytes: number) => number;
  land: (landing: Landing) => void;
  mistake: (error: unknown) => void;
}

/** Receives one answer from undici and lands exactly once. */
export class Flight implements Dispatcher.DispatchHandler {
  /** When the request was handed to its connection. */
  sentAt = 0;
  readonly #method: Method;
  readonly #cap: number;
  readonly #on: FlightEvents;
  #controller: Dispatcher.DispatchController | null = null;
  #status = 0;
  #interim = 0;
  #fields: [string, string][] = [];
  #headers: ReadonlyMap<string, string> = new Map();
  #setCookies: string[] = [];
  #body: BodyReader | null = null;
  #landed = false;

  constructor(method: Method, cap: number, on: FlightEvents) {
    this.#method = method;
    this.#cap = cap;
    this.#on = on;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.sentAt = performance.now();
    // The clock may have run out while the connection was being made.
    if (this.#landed) controller.abort(new FailureError(gone));
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (status < 200) {
      this.#interim += 1;
      if (this.#interim > maxInterim)
        this.fail(failureOf('headers', 'bad-http', 'The host sends interim answers without end.'));
      return;
    }
    this.#status = status;
    this.#readHeaders(controller.rawHeaders);
    const codings = this.#method === 'HEAD' ? [] : codingsOf(this.#headers.get('content-encoding'));
    this.#body = new BodyReader(codings, this.#cap, {
      reserve: this.#on.reserve,
      full: () => this.#controller?.abort(new FailureError(gone)),
      done: ({ bytes, truncated }) => this.#land(bytes, truncated),
      error: (error) => this.fail(error.failure),
    });
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#body?.write(chunk);
  }

  onResponseEnd(): void {
    this.#body?.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#landed || this.#controller?.aborted === true) return;
    try {
      this.fail(failureFrom(error, this.#body === null ? 'headers' : 'body'));
    } catch (mistake) {
      this.#landed = true;
      this.#on.mistake(mistake);
    }
  }

  timeOut(): void {
    this.fail(this.#body === null ? requestTimeout : bodyTimeout);
  }

  fail(failure: Failure): void {
    if (this.#landed) return;
    this.#landed = true;
    const body = this.#body;
    let partial = null;
    if (body !== null) {
      const bytes = body.partial;
      partial = {
        status: this.#status,
        headers: this.#fields,
        text: this.#text(bytes),
        bytes: bytes.length,
        truncated: true,
      };
      body.destroy();
    }
    this.#controller?.abort(new FailureError(failure));
    this.#on.land({ kind: 'failed', failure, partial });
  }

  #land(bytes: Buffer, truncated: boolean): void {
    if (this.#landed) return;
    this.#landed = true;
    this.#on.land({
      kind: 'done',
      status: this.#status,
      headers: this.#headers,
      setCookies: this.#setCookies,
      contentType: mediaType(this.#headers.get('content-type')),
      fields: this.#fields,
      text: this.#text(bytes),
      bytes: bytes.length,
      truncated,
    });
  }

  #text(bytes: Buffer): string {
    const contentType = this.#headers.get('content-type') ?? '';
    return isBinaryType(mediaType(contentType)) ? '' : decodeText(bytes, contentType);
  }

  /** From the raw fields, in order: an object keyed by names off the wire would have to fear `__proto__`. */
  #readHeaders(raw: Dispatcher.DispatchController['rawHeaders']): void {
    const joined = new Map<string, string>();
    const list = Array.isArray(raw) ? raw : [];
    let size = 0;
    for (let i = 0; i + 1 < list.length; i += 2) {
      const name = latin1(list[i]).toLowerCase();
      const value = latin1(list[i + 1]).trim();
      size += name.length + value.length;
      this.#fields.push([name, value]);
      // RFC 6265 §3: Set-Cookie lines cannot be joined, their dates hold commas.
      if (name === 'set-cookie') this.#setCookies.push(value);
      else {
        const before = joined.get(name);
        joined.set(name, before === undefined ? value : `${before}, ${value}`);
      }
    }
    this.#headers = joined;
    this.#on.reserve(size);
  }
}

function latin1(field: Buffer | string | undefined): string {
  if (field === undefined) return '';
  return typeof field === 'string' ? field : field.toString('latin1');
}

/** The media type of a Content-Type field without parameters, lower case; null when there is none (RFC 9110 §8.3.1). */
function mediaType(field: string | undefined): string | null {
  if (field === undefined) return null;
  const end = field.search(/[;,]/);
  const type = (end === -1 ? field : field.slice(0, end)).trim().toLowerCase();
  return type === '' ? null : type;
}
