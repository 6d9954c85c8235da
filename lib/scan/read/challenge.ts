/** Parses WWW-Authenticate fields into challenges (RFC 9110 §11.2, §11.3, §11.6.1), forgiving what servers get wrong and saying so. */
import type { Challenge } from '../types.ts';

/** Longest field that is read and most challenges that are kept. Real fields stay under 2 KiB; the rest of a longer one is dropped. */
const MAX_FIELD = 16 * 1024;
const MAX_CHALLENGES = 32;
const MAX_PARAMETERS = 64;

/** Schemes whose credentials in a challenge are parameters, so that `realm=` after them is an empty parameter and no token68 (STANDARDS P2). */
const PARAMETER_SCHEMES = new Set([
  'bearer',
  'basic',
  'digest',
  'dpop',
  'oauth',
  'token',
  'apikey',
  'gnap',
  'payment',
  'l402',
]);
const PARAMETER_NAMES = new Set([
  'realm',
  'scope',
  'error',
  'error_description',
  'error_uri',
  'charset',
  'nonce',
  'algs',
  'resource_metadata',
  'type',
  'title',
]);

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\t' || char === '\r' || char === '\n';
/** RFC 9110 §5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const TOKEN68 = /^[A-Za-z0-9\-._~+/]+=*$/;
const SCHEME = /^[A-Za-z][!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;

interface Draft {
  scheme: string;
  parameters: Map<string, string>;
  token68: string | null;
  faults: Set<string>;
}

/**
 * Splits one field value, with several lines already joined by ", " (RFC 9110 §5.3), into its challenges in order.
 * Scheme names keep their case, parameter names become lower case, quoted strings are unescaped (§5.6.4).
 * Parameters before any scheme belong to nothing and are dropped. Never throws; works in linear time.
 */
export function parseChallenges(field: string): Challenge[] {
  const reader = new Reader(field.slice(0, MAX_FIELD));
  const drafts = reader.read();
  const last = drafts[drafts.length - 1];
  if (field.length > MAX_FIELD && last) last.faults.add('the field is longer than 16 KiB and was cut');
  return drafts.map(({ scheme, parameters, token68, faults }) => ({
    scheme,
    parameters: Object.fromEntries(parameters),
    token68,
    faults: [...faults],
  }));
}

class Reader {
  readonly #text: string;
  #at = 0;
  readonly #drafts: Draft[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  get #current(): Draft | undefined {
    return this.#drafts[this.#drafts.length - 1];
  }

  #fault(text: string): void {
    this.#current?.faults.add(text);
  }

  read(): Draft[] {
    while (this.#at < this.#text.length && this.#drafts.length <= MAX_CHALLENGES) {
      const separated = this.#skipSeparators() || this.#drafts.length === 0;
      if (this.#at >= this.#text.length) break;
      this.#element(separated);
    }
    return this.#drafts.slice(0, MAX_CHALLENGES);
  }

  /** Skips spaces and commas; empty list elements are legal (RFC 9110 §5.6.1). Tells whether a separator was among them. */
  #skipSeparators(): boolean {
    let comma = false;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === ',') comma = true;
      else if (char === ';') {
        comma = true;
        this.#fault('parameters are separated by semicolons');
      } else if (!isSpace(char)) break;
    }
    return comma;
  }

  #skipSpaces(): void {
    while (isSpace(this.#text[this.#at])) this.#at += 1;
  }

  /** A run of anything that ends neither a word nor a parameter name. */
  #word(): string {
    const start = this.#at;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === ',' || char === ';' || char === '=' || char === '"' || isSpace(char)) break;
    }
    return this.#text.slice(start, this.#at);
  }

  /** One parameter of the current challenge, or one new challenge (STANDARDS P2). */
  #element(separated: boolean): void {
    const word = this.#word();
    const afterWord = this.#at;
    this.#skipSpaces();
    if (word !== '' && this.#text[this.#at] === '=') {
      if (!separated && this.#current && this.#current.parameters.size + Number(this.#current.token68 !== null) > 0)
        this.#fault('parameters are not separated by commas');
      this.#parameter(word);
      return;
    }
    this.#at = afterWord;
    if (
      SCHEME.test(word) &&
      this.#text[this.#at] !== '"' &&
      (this.#drafts.length === 0 || this.#startsChallenge(separated))
    ) {
      if (!separated) this.#fault('challenges are not separated by commas');
      this.#drafts.push({ scheme: word, parameters: new Map(), token68: null, faults: new Set() });
      this.#token68();
      return;
    }
    this.#fault('text that is no parameter');
    this.#skipToComma();
  }

  /** Whether what follows a scheme-like word can follow a scheme, so that prose such as "expired, or was revoked" starts nothing. */
  #startsChallenge(separated: boolean): boolean {
    const start = this.#at;
    this.#skipSpaces();
    const ends = (): boolean => this.#at >= this.#text.length || this.#text[this.#at] === ',';
    let starts = separated && ends();
    if (!starts && this.#text[this.#at] !== '"') {
      const next = this.#word();
      while (this.#text[this.#at] === '=') this.#at += 1;
      const padded = this.#text[this.#at - 1] === '=';
      this.#skipSpaces();
      // `name=value`, `name = value`, or a token68 that fills the element.
      starts = next !== '' && (padded || this.#text[this.#at] === '=' || (separated && ends() && TOKEN68.test(next)));
    }
    this.#at = start;
    return starts;
  }

  /** Takes the token68 after a scheme, when what follows is one and nothing else. */
  #token68(): void {
    const start = this.#at;
    this.#skipSpaces();
    const from = this.#at;
    const name = this.#word();
    while (this.#text[this.#at] === '=') this.#at += 1;
    const candidate = this.#text.slice(from, this.#at);
    this.#skipSpaces();
    const filled = this.#at >= this.#text.length || this.#text[this.#at] === ',';
    const draft = this.#current;
    const emptyParameter =
      candidate === `${name}=` &&
      (PARAMETER_NAMES.has(name.toLowerCase()) || PARAMETER_SCHEMES.has(draft?.scheme.toLowerCase() ?? ''));
    if (draft && filled && !emptyParameter && TOKEN68.test(candidate)) draft.token68 = candidate;
    else this.#at = start;
  }

  /** Reads `= value` for a name that was just read. The cursor stands on the equals sign. */
  #parameter(name: string): void {
    this.#at += 1;
    this.#skipSpaces();
    const value = this.#value(name.toLowerCase());
    const draft = this.#current;
    if (!draft) return;
    const key = name.toLowerCase();
    if (value === null) draft.faults.add(`${key.slice(0, 60)} has no value`);
    else if (!TOKEN.test(name)) draft.faults.add('a parameter name is no token');
    else if (draft.parameters.has(key)) draft.faults.add(`${key.slice(0, 60)} is given twice`);
    else if (key !== '__proto__' && draft.parameters.size < MAX_PARAMETERS) draft.parameters.set(key, value);
  }

  /** A quoted string, a token, or what servers send in their place; null when there is nothing. */
  #value(name: string): string | null {
    const first = this.#text[this.#at];
    if (first === '"') return this.#quoted('"');
    if (first === "'") {
      const close = this.#text.indexOf("'", this.#at + 1);
      if (close > 0 && (close + 1 >= this.#text.length || /[\s,;]/.test(this.#text[close + 1] ?? ''))) {
        this.#fault(`${name.slice(0, 60)} stands in single quotes`);
        return this.#quoted("'");
      }
    }
    const start = this.#at;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === ',' || isSpace(char)) break;
    }
    let raw = this.#text.slice(start, this.#at);
    if (raw.endsWith(';')) {
      raw = raw.slice(0, -1);
      this.#fault('parameters are separated by semicolons');
    }
    if (raw === '') return null;
    // RFC 9110 §11.5: realm is sent quoted; recipients accept a token all the same.
    if (!TOKEN.test(raw) || name === 'realm') this.#fault(`${name.slice(0, 60)} is not quoted`);
    return raw;
  }

  #quoted(quote: string): string {
    let value = '';
    this.#at += 1;
    let from = this.#at;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === quote) {
        value += this.#text.slice(from, this.#at);
        this.#at += 1;
        return value;
      }
      if (char === '\\' && quote === '"') {
        value += this.#text.slice(from, this.#at);
        this.#at += 1;
        from = this.#at;
      }
    }
    this.#fault('a quoted string does not end');
    return value + this.#text.slice(from);
  }

  #skipToComma(): void {
    let quoted = false;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === '\\' && quoted) this.#at += 1;
      else if (char === '"') quoted = !quoted;
      else if (char === ',' && !quoted) return;
    }
  }
}
