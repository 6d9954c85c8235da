/** Bodies off the wire: content codings undone by streaming under a cap that counts decoded bytes, and bytes turned into text. */
import zlib, { type Gunzip, type Inflate, type InflateRaw, type BrotliDecompress } from 'node:zlib';
import { failureOf, FailureError } from './failures.ts';

type Decoder = Gunzip | Inflate | InflateRaw | BrotliDecompress;

/** node:zlib has zstd from 22.15 on. */
const makeZstd = (zlib as { createZstdDecompress?: () => Decoder }).createZstdDecompress;

/** What we ask for, in one constant field. */
export const acceptEncoding = makeZstd === undefined ? 'gzip, deflate, br' : 'gzip, deflate, br, zstd';

/** Codings on top of each other that are undone; more than two is an attack. */
const maxCodings = 2;

/** A body that was cut short mid-stream still yields what has arrived, like in browsers. */
const tolerant = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
const tolerantBrotli = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH };

/** The codings of a Content-Encoding field that have to be undone, last applied first. Unknown words are taken for identity, as they are in practice. */
export function codingsOf(field: string | undefined): string[] {
  if (field === undefined || field === '') return [];
  const codings = field.toLowerCase().split(',', 20).map((coding) => coding.trim());
  return codings.filter((c) => c === 'gzip' || c === 'x-gzip' || c === 'deflate' || c === 'br' || (c === 'zstd' && makeZstd !== undefined)).reverse();
}

function decoderFor(coding: string, first: Buffer): Decoder {
  switch (coding) {
    case 'br':
      return zlib.createBrotliDecompress(tolerantBrotli);
    case 'zstd':
      if (makeZstd !== undefined) return makeZstd();
      return zlib.createGunzip(tolerant);
    case 'deflate':
      // RFC 9110 §8.4.1.2: zlib format is meant, raw deflate is sent. The low nibble of a zlib header is 8.
      return ((first[0] ?? 8) & 0x0f) === 8 ? zlib.createInflate(tolerant) : zlib.createInflateRaw(tolerant);
    default:
      return zlib.createGunzip(tolerant);
  }
}

/** Compressed bodies up to this size are decoded in one call: handing 4 kB to zlib's threads costs more than inflating them. */
const smallBytes = 16 * 1024;

function decodeSync(coding: string, bytes: Buffer, cap: number): Buffer {
  const limit = { maxOutputLength: cap };
  switch (coding) {
    case 'br':
      return zlib.brotliDecompressSync(bytes, { ...tolerantBrotli, ...limit });
    case 'deflate':
      return ((bytes[0] ?? 8) & 0x0f) === 8 ? zlib.inflateSync(bytes, { ...tolerant, ...limit }) : zlib.inflateRawSync(bytes, { ...tolerant, ...limit });
    default:
      return zlib.gunzipSync(bytes, { ...tolerant, ...limit });
  }
}

/** A small body decoded at once; null when the streaming way has to judge it: too large, broken, or of a coding without this shortcut. */
function decodeSmall(codings: readonly string[], bytes: Buffer, cap: number): Buffer | null {
  if (codings.includes('zstd')) return null;
  try {
    return codings.reduce((decoded, coding) => decodeSync(coding, decoded, cap), bytes);
  } catch (error) {
    // zlib's errors carry a code; they come again, and are reported, when the same bytes are streamed.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

export interface BodyEvents {
  done: (body: { bytes: Buffer; truncated: boolean }) => void;
  error: (error: FailureError) => void;
  full: () => void;
  cost: (bytes: number) => void;
}

/**
 * Collects one body: `write` wire bytes, then `end`. `done` is called once with at most `cap` bytes, when all is decoded or the cap is
 * reached; `error` at most once instead. `full` says that no further wire bytes are wanted although `done` may still take a moment.
 * `cost` learns of every byte that is new on the largest side, wire or decoded.
 */
export class BodyReader {
  readonly #codings: readonly string[];
  readonly #cap: number;
  readonly #on: BodyEvents;
  readonly #chunks: Buffer[] = [];
  readonly #decoders: Decoder[] = [];
  /** Bytes that entered each stage: the first is the wire, the last the decoded body. */
  readonly #counts: number[];
  /** Wire bytes of a compressed body that may turn out to be small; null once they are streamed. */
  #held: Buffer[] | null;
  #heldBytes = 0;
  #cost = 0;
  #truncated = false;
  #settled = false;

  constructor(codings: readonly string[], cap: number, on: BodyEvents) {
    this.#codings = codings;
    this.#cap = cap;
    this.#on = on;
    this.#counts = Array.from({ length: codings.length + 1 }, () => 0);
    this.#held = codings.length > 0 ? [] : null;
  }

  /** What has been decoded so far, for a body that broke off. */
  get partial(): Buffer {
    if (this.#held !== null && this.#heldBytes > 0) return decodeSmall(this.#codings, Buffer.concat(this.#held), this.#cap) ?? Buffer.alloc(0);
    return Buffer.concat(this.#chunks);
  }

  write(chunk: Buffer): void {
    if (this.#codings.length > maxCodings) {
      this.#fail(new FailureError(failureOf('body', 'too-many-codings', 'The body is compressed more than twice.')));
      return;
    }
    if (this.#held === null) {
      this.#pass(0, chunk);
      return;
    }
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes > smallBytes) this.#stream();
  }

  end(): void {
    if (this.#settled || this.#truncated) return;
    if (this.#held !== null && this.#heldBytes > 0) {
      const wire = Buffer.concat(this.#held);
      const bytes = wire.length > this.#cap ? null : decodeSmall(this.#codings, wire, this.#cap);
      if (bytes !== null) {
        this.destroy();
        this.#on.cost(Math.max(wire.length, bytes.length));
        this.#on.done({ bytes, truncated: false });
        return;
      }
      this.#stream();
      if (this.#truncated) return;
    }
    this.#endStage(0);
  }

  #stream(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const chunk of held) this.#pass(0, chunk);
  }

  /** Ends the body with what has come so far: nothing more of it is wanted. */
  cut(): void {
    if (this.#settled || this.#truncated) return;
    if (this.#held !== null) this.#stream();
    if (this.#settled || this.#truncated) return;
    this.#on.full();
    this.#truncated = true;
    this.#endStage(0);
  }

  /** Stops decoding; no event comes any more. */
  destroy(): void {
    this.#settled = true;
    for (const decoder of this.#decoders) decoder.destroy();
  }

  /** Hands bytes to a stage. Every stage has the cap, so neither a bomb nor an endless stream that decodes to nothing gets far. */
  #pass(stage: number, chunk: Buffer): void {
    const before = this.#counts[stage] ?? 0;
    if (this.#settled || before > this.#cap || chunk.length === 0) return;
    const after = before + chunk.length;
    this.#counts[stage] = after;
    if (Math.min(after, this.#cap) > this.#cost) {
      this.#on.cost(Math.min(after, this.#cap) - this.#cost);
      this.#cost = Math.min(after, this.#cap);
    }
    const fits = after > this.#cap ? chunk.subarray(0, this.#cap - before) : chunk;
    if (stage === this.#codings.length) this.#chunks.push(fits);
    else this.#decoder(stage, chunk).write(fits);
    if (after <= this.#cap) return;
    if (!this.#truncated) this.#on.full();
    this.#truncated = true;
    // The decoders may still hold a part of the first `cap` bytes: let them finish with what they have.
    this.#endStage(stage);
  }

  #decoder(stage: number, first: Buffer): Decoder {
    const existing = this.#decoders[stage];
    if (existing !== undefined) return existing;
    const decoder = decoderFor(this.#codings[stage] ?? '', first);
    decoder.on('data', (chunk: Buffer) => this.#pass(stage + 1, chunk));
    decoder.on('end', () => this.#endStage(stage + 1));
    decoder.on('error', (cause: Error) => this.#fail(new FailureError(failureOf('body', 'bad-coding', 'The body is not compressed the way its header says.'), { cause })));
    this.#decoders.push(decoder);
    return decoder;
  }

  #endStage(stage: number): void {
    const decoder = this.#decoders[stage];
    if (decoder !== undefined) decoder.end();
    else if (!this.#settled) {
      this.destroy();
      const [only] = this.#chunks;
      this.#on.done({ bytes: this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks), truncated: this.#truncated });
    }
  }

  #fail(error: FailureError): void {
    if (this.#settled) return;
    this.destroy();
    this.#on.error(error);
  }
}

const textDecoders = new Map<string, TextDecoder>();

/** A decoder for a label of the Encoding Standard, or null when the label names none. */
function textDecoder(label: string): TextDecoder | null {
  const known = textDecoders.get(label);
  if (known !== undefined) return known;
  try {
    const decoder = new TextDecoder(label);
    // Labels come from targets, so only a bounded number is kept.
    if (textDecoders.size < 64) textDecoders.set(label, decoder);
    return decoder;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The charset parameter of a Content-Type field in lower case, else null. */
function charsetOf(contentType: string): string | null {
  return /;\s{0,20}charset\s{0,20}=\s{0,20}"?([a-z0-9_:.-]{1,40})/i.exec(contentType)?.[1]?.toLowerCase() ?? null;
}

/**
 * Bytes as text; never throws. A byte order mark wins, then the charset of `contentType`, then for HTML a `meta` within the first
 * 1,024 bytes, then UTF-8 (Encoding Standard, HTML Standard §13.2.3.2). Bytes that mean nothing become U+FFFD.
 */
export function decodeText(bytes: Buffer, contentType: string): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return (textDecoder('utf-16be') ?? utf8).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return (textDecoder('utf-16le') ?? utf8).decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8.decode(bytes);
  const label = charsetOf(contentType) ?? (/html/i.test(contentType) ? metaCharset(bytes) : null);
  if (label === null || label === 'utf-8' || label === 'utf8') return bytes.toString('utf8');
  return (textDecoder(label) ?? utf8).decode(bytes);
}

function metaCharset(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 1024);
  const label = /<meta[^>]{0,200}charset\s{0,20}=\s{0,20}["']?([a-z0-9_:.-]{1,40})/i.exec(head)?.[1]?.toLowerCase() ?? null;
  // A document whose `meta` can be read as ASCII is not UTF-16, whatever it says.
  return label !== null && label.startsWith('utf-16') ? null : label;
}

const utf8 = new TextDecoder();

/** Whether a media type holds no text: images, sound, video, fonts, archives. */
export function isBinaryType(mediaType: string | null): boolean {
  return mediaType !== null && /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|gzip|x-tar|wasm|protobuf|x-protobuf|grpc|msgpack|vnd\.ms-|vnd\.openxml|font|x-font))/.test(mediaType);
}
