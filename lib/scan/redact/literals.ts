/**
 * Secrets that are known to the letter: the owner's own credentials and every token that they bring. Names and shapes do not decide here. Whatever
 * repeats such a secret, as it is or in an encoding, whole or a piece of it, is hidden.
 */
import { redacted } from './values.ts';

/** Pieces of a secret that are as long as this are hidden; shorter ones tell too little, and would hide ordinary words. */
const piece = 12;
/** Length of the windows by which a piece is found, and the distance of two windows: each piece holds one of them whole. */
const width = 8;
const stride = piece - width + 1;
/** The shortest secret that can be hidden without hiding ordinary words with it. */
export const shortestSecret = 8;

/** ASCII only, so that no character changes its place. */
const folded = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());

/**
 * What Base64 (RFC 4648 §4, §5) makes of a text that stands anywhere in a longer one: three spellings, without the characters at either end that
 * depend on what stands beside it.
 */
function inBase64(text: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = bytes.toString('base64').slice([0, 2, 3][before], Math.floor((bytes.length * 8) / 6));
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_'), encodeURIComponent(whole)];
  });
}

/** Every way in which servers write a text that they were sent. */
function spellings(secret: string): Set<string> {
  const units = Array.from({ length: secret.length }, (_, at) => secret.charCodeAt(at));
  const percent = encodeURIComponent(secret.toWellFormed());
  const json = JSON.stringify(secret).slice(1, -1);
  const plain = [
    secret,
    percent,
    encodeURIComponent(percent),
    new URLSearchParams({ s: secret }).toString().slice(2),
    Buffer.from(secret).toString('hex').replace(/../g, '%$&'),
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll('/', String.raw`\/`),
    units.map((unit) => String.raw`\u${unit.toString(16).padStart(4, '0')}`).join(''),
    secret.replace(
      /[<>&"']/g,
      (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
    ),
    secret.replace(/[^A-Za-z\d]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    secret.replace(/[^A-Za-z\d]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
    units.map((unit) => `&#${unit};`).join(''),
    Buffer.from(secret).toString('hex'),
  ];
  const packed = [secret, percent].flatMap(inBase64);
  const twice = inBase64(Buffer.from(secret).toString('base64'));
  return new Set([...plain, ...packed, ...twice].map(folded).filter((text) => text.length >= shortestSecret));
}

/** A set of secrets that grows while a scan runs. */
export class Literals {
  readonly #known = new Set<string>();
  /** Where in which spelling a window stands. */
  readonly #windows = new Map<string, { text: string; at: number }[]>();

  /** Adds a secret; one that is too short to be told from ordinary text is left out, and the caller has to refuse it before it is used. */
  add(...secrets: readonly string[]): void {
    for (const secret of secrets) {
      if (secret.length < shortestSecret || this.#known.has(secret)) continue;
      this.#known.add(secret);
      for (const text of spellings(secret)) {
        // A spelling shorter than a piece counts whole, and is found by its beginning.
        const last = Math.max(0, text.length - piece);
        for (let at = 0; at <= last + stride; at += stride) {
          const window = text.slice(at, at + width);
          if (window.length < width) break;
          const places = this.#windows.get(window);
          if (places) places.push({ text, at });
          else this.#windows.set(window, [{ text, at }]);
        }
      }
    }
  }

  /** How many are known. */
  get size(): number {
    return this.#known.size;
  }

  /** The text with every secret, and every piece of one, hidden. Letter case does not matter. */
  hide(text: string): string {
    if (this.#windows.size === 0 || text.length < width) return text;
    const low = folded(text);
    let out = '';
    let done = 0;
    for (let at = 0; at + width <= low.length; at += 1) {
      const places = this.#windows.get(low.slice(at, at + width));
      if (!places) continue;
      let [from, to] = [at, at];
      for (const place of places) {
        let [left, right] = [0, width];
        while (left < at - done && left < place.at && low[at - left - 1] === place.text[place.at - left - 1]) left += 1;
        while (at + right < low.length && low[at + right] === place.text[place.at + right]) right += 1;
        if (left + right >= Math.min(piece, place.text.length) && left + right > to - from)
          [from, to] = [at - left, at + right];
      }
      if (to === from) continue;
      out += text.slice(done, from) + redacted;
      done = to;
      at = to - 1;
    }
    return done === 0 ? text : out + text.slice(done);
  }

  /** The same in every text of a value made of objects and lists, names of members included. */
  hideIn<T>(value: T): T {
    return this.#windows.size === 0 ? value : (this.#hidden(value) as T);
  }

  #hidden(value: unknown): unknown {
    if (typeof value === 'string') return this.hide(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item: unknown) => this.#hidden(item));
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [this.hide(name), this.#hidden(member)]));
  }
}
