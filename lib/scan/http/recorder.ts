/** The exchanges of one client, without what must not be stored: every request, and every refusal to send one. */
import type { Literals } from '../redact/literals.ts';
import type { Exchange, Failure, HttpAnswer } from '../types.ts';
import { recordAnswer, recordFailure, recordRequest, type AnswerRecord, type Fields } from './exchange.ts';
import type { Method } from './flight.ts';

/** One hop as it goes on the wire. */
export interface Hop {
  url: string;
  method: Method;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  purpose: string;
  maxBytes: number;
  randoms: readonly string[];
  learn: ((text: string) => void) | undefined;
  unkept: boolean;
  deliberate: boolean;
}

export interface RecorderOptions {
  /** Where exchanges are kept, so that several clients of one scan number them in one line. Default: a list of its own. */
  exchanges?: Exchange[] | undefined;
  /** Random strings that this scan has made up so far, read whenever something is stored: a target may repeat one at any time. */
  randoms?: readonly string[] | undefined;
  /** Real credentials that this scan was given, and what they brought: nothing that repeats one is stored. */
  secrets?: Literals | undefined;
}

/** Refused URLs that get an exchange of their own; further ones share the last. A document full of them must not fill the report. */
const maxRefusals = 50;
/** Characters of a text in which real credentials are looked for before it is cut to what is stored, which is far less. */
const mostHidden = 64 * 1024;

export const failed = (id: string, url: string, failure: Failure): HttpAnswer => ({
  kind: 'failure',
  id,
  chain: [],
  url,
  failure,
});

export class Recorder {
  readonly exchanges: Exchange[];
  readonly #options: RecorderOptions;
  #refusals = 0;
  #lastRefusal = '';
  #overBudget: { id: string; failure: Failure } | null = null;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.exchanges = options.exchanges ?? [];
  }

  /** The record of a request that is about to be sent. */
  request(hop: Hop, url: string, fields: Fields): Exchange {
    const record = recordRequest(
      `x${this.exchanges.length + 1}`,
      hop.purpose,
      hop.method,
      this.#hide(url),
      this.#hideFields(fields),
      hop.body === null ? null : this.#hide(hop.body),
      this.#randoms(hop),
    );
    this.exchanges.push(record);
    return record;
  }

  /** What an answer gives out is learned before anything of it is kept. */
  answer(record: Exchange, hop: Hop, answer: AnswerRecord): void {
    hop.learn?.(answer.text);
    const hidden = hop.unkept && answer.status < 300;
    const text = hidden ? '' : this.#hide(answer.text);
    recordAnswer(record, { ...answer, headers: this.#hideFields(answer.headers), text }, this.#randoms(hop));
    if (hidden && record.response && answer.text !== '') record.response.truncated = true;
  }

  /** A URL that no request is sent to. */
  refusal(hop: Hop, fields: Fields, failure: Failure): HttpAnswer {
    if (this.#refusals < maxRefusals) {
      this.#lastRefusal = this.#unsent(hop, fields, failure);
      this.#refusals += 1;
    }
    return failed(this.#lastRefusal, hop.url, failure);
  }

  /** One exchange stands for everything that was not sent any more. */
  overBudget(hop: Hop, fields: Fields, failure: Failure): HttpAnswer {
    if (this.#overBudget?.failure !== failure) this.#overBudget = { id: this.#unsent(hop, fields, failure), failure };
    return failed(this.#overBudget.id, hop.url, failure);
  }

  #unsent(hop: Hop, fields: Fields, failure: Failure): string {
    const record = this.request(hop, hop.url, fields);
    recordFailure(record, failure);
    return record.id;
  }

  #randoms(hop: Hop): readonly string[] {
    return [...hop.randoms, ...(this.#options.randoms ?? [])];
  }

  /** Secrets that are known to the letter go first, before patterns take a part of one away. */
  #hide(text: string): string {
    return this.#options.secrets?.hide(text.slice(0, mostHidden)) ?? text;
  }

  #hideFields(fields: Fields): Fields {
    return this.#options.secrets === undefined ? fields : fields.map(([name, value]) => [name, this.#hide(value)]);
  }
}
