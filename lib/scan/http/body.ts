/** Bodies off the wire: content codings undone by streaming under a cap that counts decoded bytes, and bytes turned into text. */
import zlib, { type Gunzip, type Inflate, type InflateRaw, type BrotliDecompress } from 'node:zlib';
import { failureOf, FailureError } from './failures.ts';
import { isHtml } from '../names.ts';

type Decoder = Gunzip | Inflate | InflateRaw | BrotliDecompress;

/** node:zlib has zstd from 22.15 on. Its types here are older. */
const { createZstdDecompress: makeZstd, constants: zstd } = zlib as {
  createZstdDecompress?: (options: object) => Decoder;
  constants: { ZSTD_e_flush?: number; ZSTD_d_windowLogMax?: number };
};

/** What we ask for, in one constant field. */
export const acceptEncoding = makeZstd === undefined ? 'gzip, deflate, br' : 'gzip, deflate, br, zstd';

/** Codings on top of each other that are undone; more than two is an attack. */
const maxCodings = 2;

/** A body that was cut short mid-stream still yields what has arrived, like in browsers. */
const tolerant = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
const tolerantBrotli = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH };
/** RFC 9659 §3: a frame that wants a window of more than 8 MiB, 2 to the power of 23, is not read. */
const tolerantZstd = { finishFlush: zstd.ZSTD_e_flush, params: { [zstd.ZSTD_d_windowLogMax ?? 0]: 23 } };

/** The codings of a Content-Encoding field that have to be undone, last applied first. Unknown words are taken for identity, as they are in practice. */
export function codingsOf(field: string | undefined): string[] {
  if (field === undefined || field === '') return [];
  const codings = field
    .toLowerCase()
    .split(',', 20)
    .map((coding) => coding.trim());
  return codings
    .filter(
      (c) =>
        c === 'gzip' || c === 'x-gzip' || c === 'deflate' || c === 'br' || (c === 'zstd' && makeZstd !== undefined),
    )
    .reverse();
}

function decoderFor(coding: string, first: Buffer): Decoder {
  switch (coding) {
    case 'br':
      return zlib.createBrotliDecompress(tolerantBrotli);
    case 'zstd':
      return makeZstd?.(tolerantZstd) ?? zlib.createGunzip(tolerant);
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
      return ((bytes[0] ?? 8) & 0x0f) === 8
        ? zlib.inflateSync(bytes, { ...tolerant, ...limit })
        : zlib.inflateRawSync(bytes, { ...tolerant, ...limit });
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

/** Bytes put one behind the other in memory that doubles as it fills: a million chunks of a byte cost as much as one of a million. */
class Gathered {
  #memory = Buffer.alloc(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The bytes so far; what is appended later does not change them. */
  get bytes(): Buffer {
    return this.#memory.subarray(0, this.#length);
  }

  append(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.#memory.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, this.#memory.length * 2, 4096));
      this.#memory.copy(larger, 0, 0, this.#length);
      this.#memory = larger;
    }
    chunk.copy(this.#memory, this.#length);
    this.#length = length;
  }

  /** Takes the bytes out: what is appended from now on stands in memory of its own. */
  take(): Buffer {
    const { bytes } = this;
    this.#memory = Buffer.alloc(0);
    this.#length = 0;
    return bytes;
  }
}

/**
 * What a chunk off the wire costs at least, in bytes: its framing has five, and handling it takes as long as copying many more. A body whose
 * chunks are smaller on average reaches its cap, and the scan its budget, so much sooner.
 */
const chunkCost = 16;

export interface BodyEvents {
  done: (body: { bytes: Buffer; truncated: boolean }) => void;
  error: (error: FailureError) => void;
  full: () => void;
  /** Asks the scan's budget for bytes before they are kept or decoded; gives how many it grants. */
  reserve: (bytes: number) => number;
}

/**
 * Collects one body: `write` wire bytes, then `end`. `done` is called once with at most `cap` bytes, when all is decoded or the cap is
 * reached; `error` at most once instead. `full` says that no further wire bytes are wanted although `done` may still take a moment.
 * Every byte that is new on the largest side, wire or decoded, is reserved first; where the budget gives no more, the body ends.
 */
export class BodyReader {
  readonly #codings: readonly string[];
  readonly #cap: number;
  readonly #on: BodyEvents;
  readonly #body = new Gathered();
  readonly #decoders: Decoder[] = [];
  /** Bytes that entered each stage: the first is the wire, the last the decoded body. */
  readonly #counts: number[];
  /** Wire bytes of a compressed body that wait to be decoded together: all of them, while it may turn out to be small. */
  readonly #wire = new Gathered();
  #small: boolean;
  #chunks = 0;
  #reserved = 0;
  #truncated = false;
  #settled = false;

  constructor(codings: readonly string[], cap: number, on: BodyEvents) {
    this.#codings = codings;
    this.#cap = cap;
    this.#on = on;
    this.#counts = Array.from({ length: codings.length + 1 }, () => 0);
    this.#small = codings.length > 0;
  }

  /** What has been decoded so far, for a body that broke off. */
  get partial(): Buffer {
    if (!this.#small || this.#wire.length === 0) return this.#body.bytes;
    const decoded = decodeSmall(this.#codings, this.#wire.bytes, this.#reserve(this.#cap)) ?? Buffer.alloc(0);
    this.#release(Math.max(this.#wire.length, decoded.length));
    return decoded;
  }

  write(chunk: Buffer): void {
    if (this.#codings.length > maxCodings) {
      this.#fail(new FailureError(failureOf('body', 'too-many-codings', 'The body is compressed more than twice.')));
      return;
    }
    if (this.#settled || this.#truncated) return;
    this.#chunks += 1;
    const weight = this.#chunks * chunkCost;
    if (weight > this.#cap || this.#reserve(weight) < weight) {
      this.cut();
      return;
    }
    if (this.#codings.length === 0) {
      this.#pass(0, chunk);
      return;
    }
    this.#wire.append(chunk);
    if (this.#wire.length > smallBytes) this.#stream();
  }

  end(): void {
    if (this.#settled || this.#truncated) return;
    if (this.#small && this.#wire.length > 0) {
      const wire = this.#wire.bytes;
      const room = this.#reserve(this.#cap);
      const bytes = wire.length > room ? null : decodeSmall(this.#codings, wire, room);
      if (bytes !== null) {
        this.destroy();
        this.#release(Math.max(wire.length, bytes.length, this.#chunks * chunkCost));
        this.#on.done({ bytes, truncated: false });
        return;
      }
      this.#release(this.#chunks * chunkCost);
    }
    this.#stream();
    if (!this.#truncated) this.#endStage(0);
  }

  /** Hands the wire bytes that wait to the first decoder. */
  #stream(): void {
    this.#small = false;
    if (this.#wire.length > 0) this.#pass(0, this.#wire.take());
  }

  /** Ends the body with what has come so far: nothing more of it is wanted. */
  cut(): void {
    if (this.#settled || this.#truncated) return;
    this.#stream();
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

  /** Reserves up to `bytes` in all, whatever was reserved before; gives how many of them are. */
  #reserve(bytes: number): number {
    if (bytes > this.#reserved) this.#reserved += this.#on.reserve(bytes - this.#reserved);
    return Math.min(bytes, this.#reserved);
  }

  /** Gives back what is reserved beyond `bytes`. */
  #release(bytes: number): void {
    if (this.#reserved <= bytes) return;
    this.#on.reserve(bytes - this.#reserved);
    this.#reserved = bytes;
  }

  /** Hands bytes to a stage. Every stage has the cap, so neither a bomb nor an endless stream that decodes to nothing gets far. */
  #pass(stage: number, chunk: Buffer): void {
    const before = this.#counts[stage] ?? 0;
    if (this.#settled || before > this.#cap || chunk.length === 0) return;
    const after = before + chunk.length;
    const room = Math.max(before, this.#reserve(Math.min(after, this.#cap)));
    this.#counts[stage] = room < after ? this.#cap + 1 : after;
    const fits = room < after ? chunk.subarray(0, room - before) : chunk;
    if (stage === this.#codings.length) this.#body.append(fits);
    else if (fits.length > 0) this.#decoder(stage, chunk).write(fits);
    if (room >= after) return;
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
    decoder.on('error', (cause: Error) =>
      this.#fail(
        new FailureError(failureOf('body', 'bad-coding', 'The body is not compressed the way its header says.'), {
          cause,
        }),
      ),
    );
    this.#decoders.push(decoder);
    return decoder;
  }

  #endStage(stage: number): void {
    const decoder = this.#decoders[stage];
    if (decoder !== undefined) decoder.end();
    else if (!this.#settled) {
      this.destroy();
      this.#on.done({ bytes: this.#body.bytes, truncated: this.#truncated });
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
  const label = charsetOf(contentType) ?? (isHtml(contentType) ? metaCharset(bytes) : null);
  if (label === null || label === 'utf-8' || label === 'utf8') return bytes.toString('utf8');
  return (textDecoder(label) ?? utf8).decode(bytes);
}

function metaCharset(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 1024);
  const label =
    /<meta[^>]{0,200}charset\s{0,20}=\s{0,20}["']?([a-z0-9_:.-]{1,40})/i.exec(head)?.[1]?.toLowerCase() ?? null;
  // A document whose `meta` can be read as ASCII is not UTF-16, whatever it says.
  return label !== null && label.startsWith('utf-16') ? null : label;
}

const utf8 = new TextDecoder();

/** Whether a media type holds no text: images, sound, video, fonts, archives. */
export function isBinaryType(mediaType: string | null): boolean {
  return (
    mediaType !== null &&
    /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|gzip|x-tar|wasm|protobuf|x-protobuf|grpc|msgpack|vnd\.ms-|vnd\.openxml|font|x-font))/.test(
      mediaType,
    )
  );
}
