/**
 * Documents as they were sent, by what they show, so that a report that many people open is drawn and compressed once. A report never
 * changes; what does change around it (a newer scan, the reader's colours) is part of the key, and what depends on the moment is left to
 * the browser. Bounded by bytes, and by a minute, after which a deleted scan has left every list of earlier ones.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { documentPolicy } from './policy.ts';

const compressed = promisify(gzip);
const expanded = promisify(gunzip);

interface Kept {
  body: Buffer;
  etag: string;
}

const mostBytes = 64 * 1024 * 1024;
const longestMs = 60_000;
// Two levels more would make it a sixteenth smaller and take half as long again.
const level = 4;

const documents = new LRUCache<string, Kept>({
  maxSize: mostBytes,
  sizeCalculation: ({ body }) => body.length + 1024,
  ttl: longestMs,
});
/** Documents that are being drawn right now. */
const drawing = new Map<string, Promise<Kept | null>>();

async function keep(key: string, html: Buffer): Promise<Kept> {
  const body = await compressed(html, { level });
  const kept = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
  documents.set(key, kept);
  return kept;
}

async function send({ body, etag }: Kept, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = zipped ? body : await expanded(body);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (zipped) response.setHeader('content-encoding', 'gzip');
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}

/** Headers of every plain document. Readers ask each time whether theirs is still the one: a new scan must show at once. */
export function documentHeaders(response: ServerResponse): void {
  response.setHeader('content-security-policy', documentPolicy);
  response.setHeader('cache-control', 'private, no-cache');
  response.setHeader('vary', 'cookie, accept-encoding');
}

/**
 * Answers with the document of that key when it is there, or as soon as another request has drawn it. Resolves to false when this request
 * is the one that has to draw it: what it then ends `response` with is sent compressed and kept.
 */
export async function answerKept(key: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  documentHeaders(response);
  const kept = documents.get(key) ?? (await drawing.get(key)) ?? null;
  if (kept) {
    await send(kept, request, response);
    return true;
  }
  // Others may have waited for the same failure; the first of them draws.
  if (!drawing.has(key))
    drawing.set(
      key,
      collected(key, request, response).finally(() => drawing.delete(key)),
    );
  return false;
}

const isDocument = (response: ServerResponse) =>
  /^text\/html\b/i.test(String(response.getHeader('content-type') ?? ''));

/** Takes what is written to the response, keeps it, and sends it. Null when the drawing failed or its reader left. */
function collected(key: string, request: IncomingMessage, response: ServerResponse): Promise<Kept | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const end = response.end.bind(response);
    const take = (chunk: unknown, encoding: unknown) => {
      if (typeof chunk === 'string')
        chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    response.once('close', () => resolve(null));
    response.write = (chunk: unknown, encoding?: unknown): boolean => {
      take(chunk, encoding);
      return true;
    };
    response.end = (chunk?: unknown, encoding?: unknown): ServerResponse => {
      take(chunk, encoding);
      response.end = end;
      // A fault has a page of its own under a status of its own. Next also answers with the page's data where a request asks for that by a
      // header, a parameter or an address of its own; under the page's address it would be shown to everybody who asks for the page.
      if (response.statusCode !== 200 || chunks.length === 0 || !isDocument(response)) {
        resolve(null);
        return end(Buffer.concat(chunks));
      }
      documentHeaders(response);
      keep(key, Buffer.concat(chunks)).then(
        (kept) => {
          resolve(kept);
          return send(kept, request, response);
        },
        (error: unknown) => {
          resolve(null);
          response.destroy(error instanceof Error ? error : new Error('The document could not be compressed.'));
        },
      );
      return response;
    };
  });
}
