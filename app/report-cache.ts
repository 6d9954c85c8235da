/**
 * Documents as they were sent, by what they show, so that a report that many people open is drawn and compressed once. A report never
 * changes; what does change around it (a newer scan, the reader's colours) is part of the key, and what depends on the moment is left to
 * the browser. Bounded by bytes, and by a minute, after which a deleted scan has left every list of earlier ones. What Next draws around a
 * document is the same for all, so Next draws it once for each choice of colours.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { bodyMark, headMark } from '@/components/report/report-document.tsx';
import { documentPolicy } from './policy.ts';

const compressed = promisify(brotliCompress);
const expanded = promisify(brotliDecompress);
const zipped = promisify(gzip);

interface Kept {
  body: Buffer;
  etag: string;
}

const mostBytes = 64 * 1024 * 1024;
const longestMs = 60_000;
// As small as gzip at its level 4 makes it, in less than half the time.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

const documents = new LRUCache<string, Kept>({
  maxSize: mostBytes,
  sizeCalculation: ({ body }) => body.length + 1024,
  ttl: longestMs,
});
/** Documents that are being drawn right now. */
const drawing = new Map<string, Promise<Kept | null>>();

/** Markup of a document: tags of its head, and its body. */
export interface Parts {
  head: string;
  body: string;
}

type Frame = readonly [before: string, between: string, after: string];

/** What Next has drawn around documents, by the reader's colours. */
const frames = new Map<string, Frame>();

/** @throws when the page is not what components/report/report-document.tsx draws */
function frameOf(page: string): Frame {
  const [before, rest, ...more] = page.split(new RegExp(`<title[^>]*>${headMark}</title>`));
  const [between, after] = rest?.split(bodyMark) ?? [];
  if (before === undefined || between === undefined || after === undefined || more.length > 0)
    throw new Error('The page that Next drew around a document has no place for it.');
  return [before, between, after];
}

const filled = ([before, between, after]: Frame, { head, body }: Parts): Buffer =>
  Buffer.from([before, head, between, body, after].join(''));

async function keep(key: string, html: Buffer): Promise<Kept> {
  const body = await compressed(html, quality);
  const kept = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
  documents.set(key, kept);
  return kept;
}

/** The body in the coding that the reader takes: nearly all take the one in which it is kept. */
async function coded(body: Buffer, accepted: string): Promise<{ coding: string | null; bytes: Buffer }> {
  if (/\bbr\b/.test(accepted)) return { coding: 'br', bytes: body };
  const html = await expanded(body);
  return /\bgzip\b/.test(accepted) ? { coding: 'gzip', bytes: await zipped(html) } : { coding: null, bytes: html };
}

async function send({ body, etag }: Kept, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const { coding, bytes } = await coded(body, request.headers['accept-encoding'] ?? '');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (coding !== null) response.setHeader('content-encoding', coding);
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}

/** Headers of every plain document. Readers ask each time whether theirs is still the one: a new scan must show at once. */
export function documentHeaders(response: ServerResponse): void {
  response.setHeader('content-security-policy', documentPolicy);
  response.setHeader('cache-control', 'private, no-cache');
  response.setHeader('vary', 'cookie, accept-encoding');
}

/** The document of that key: the one that is kept, that another request is drawing, or that `draw` draws in the frame. */
function documentOf(key: string, frame: Frame, draw: () => Promise<Parts | null>): Promise<Kept | null> {
  const kept = documents.get(key);
  if (kept) return Promise.resolve(kept);
  const known = drawing.get(key);
  if (known) return known;
  const drawn = draw()
    .then((parts) => parts && keep(key, filled(frame, parts)))
    .finally(() => drawing.delete(key));
  drawing.set(key, drawn);
  return drawn;
}

/**
 * Answers with the document of that key, or with what `draw` draws. `theme`: the reader's colours, which are not part of the key; null for a
 * reader whose document is not kept. Resolves to false when there is none. Whether the answer was sent or Next has first to draw the page
 * around it, what is returned to Next is the same.
 */
export async function answerKept(
  key: string,
  theme: string | null,
  request: IncomingMessage,
  response: ServerResponse,
  draw: () => Promise<Parts | null>,
): Promise<boolean> {
  if (theme !== null) documentHeaders(response);
  const frame = theme === null ? undefined : frames.get(theme);
  if (frame) {
    const kept = await documentOf(`${key} ${theme}`, frame, draw);
    if (kept) await send(kept, request, response);
    return kept !== null;
  }
  const parts = await draw();
  if (parts) answerOnce(theme, response, parts);
  return parts !== null;
}

const isDocument = (response: ServerResponse) =>
  /^text\/html\b/i.test(String(response.getHeader('content-type') ?? ''));

/** Puts the document into the page that Next is about to send, and keeps the page around it. */
export function answerOnce(theme: string | null, response: ServerResponse, parts: Parts): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  const headers = ['content-security-policy', 'cache-control', 'vary'].map(
    (name) => [name, response.getHeader(name)] as const,
  );
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = (chunk: unknown, encoding?: unknown): boolean => {
    take(chunk, encoding);
    return true;
  };
  response.end = (chunk?: unknown, encoding?: unknown): ServerResponse => {
    take(chunk, encoding);
    response.end = end;
    const page = Buffer.concat(chunks);
    // A fault has a page of its own. Next also answers with the page's data where a request asks for that by a header, a parameter or an address.
    if (response.statusCode === 500 || chunks.length === 0 || !isDocument(response)) return end(page);
    const frame = frameOf(page.toString());
    if (theme !== null) frames.set(theme, frame);
    for (const [name, value] of headers) if (value !== undefined) response.setHeader(name, value);
    response.removeHeader('content-length');
    return end(filled(frame, parts));
  };
}
