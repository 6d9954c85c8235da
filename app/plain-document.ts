/**
 * Documents without the framework's scripts, such as reports: put into the frame (frame.ts), compressed, and kept for a minute by what they show,
 * so that a report that many people open is put together once. What depends on the moment is left to the browser. Bounded by bytes, and by the
 * minute, after which a deleted scan has left every list of earlier ones.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { HeadTags, type DocumentHead } from '@/components/report/report-document.tsx';
import { themeCookie, themeOf } from '@/components/theme.ts';
import { Unavailable } from '@/components/unavailable.tsx';
import { publicLeaderboardKnown } from '@/lib/admin/site-settings.ts';
import { ServiceUnavailable } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import { frameFor, type Frame, type Parts } from './frame.ts';
import { documentPolicy } from './policy.ts';
import { retryAfterSeconds } from './unavailable-page.ts';

export type DocumentResult = GetServerSidePropsResult<Record<string, never>>;

/** The answer has been sent; Next has nothing to draw. */
export const sent: DocumentResult = { props: {} };

const compressed = promisify(brotliCompress);
const expanded = promisify(brotliDecompress);
const zipped = promisify(gzip);
// As small as gzip at its level 4 makes it, in less than half the time.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

interface Packed {
  body: Buffer;
  etag: string;
}

const documents = new LRUCache<string, Packed>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ body }) => body.length + 1024,
  ttl: 60_000,
});
/** Documents that are being put together right now. */
const making = new Map<string, Promise<Packed | null>>();

async function packed(html: Buffer): Promise<Packed> {
  const body = await compressed(html, quality);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** A document of what `make` makes; null when there is nothing to make it of. */
async function drawn(frame: Frame, make: () => Promise<Parts | null>): Promise<Packed | null> {
  const parts = await make();
  return parts && packed(frame.filled(parts));
}

/** The document of that key: the one that is kept, that another request is making, or that `make` makes. */
function documentOf(key: string, frame: Frame, make: () => Promise<Parts | null>): Promise<Packed | null> {
  const kept = documents.get(key);
  const known = kept ? Promise.resolve(kept) : making.get(key);
  if (known) return known;
  const asked = drawn(frame, make)
    .then((document) => {
      if (document && frame.devPolicy === null) documents.set(key, document);
      return document;
    })
    .finally(() => making.delete(key));
  making.set(key, asked);
  return asked;
}

/** The body in the coding that the reader takes: nearly all take the one in which it is kept. */
async function coded(body: Buffer, accepted: string): Promise<{ coding: string | null; bytes: Buffer }> {
  if (/\bbr\b/.test(accepted)) return { coding: 'br', bytes: body };
  const html = await expanded(body);
  return /\bgzip\b/.test(accepted) ? { coding: 'gzip', bytes: await zipped(html) } : { coding: null, bytes: html };
}

/** Readers ask each time whether theirs is still the one: a new scan must show at once. */
async function send(
  { body, etag }: Packed,
  { devPolicy }: Frame,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<DocumentResult> {
  response.setHeader('content-security-policy', devPolicy ?? documentPolicy);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'private, no-cache');
  response.setHeader('vary', 'cookie, accept-encoding');
  response.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag && response.statusCode === 200) {
    response.statusCode = 304;
    response.end();
    return sent;
  }
  const { coding, bytes } = await coded(body, request.headers['accept-encoding'] ?? '');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (coding !== null) response.setHeader('content-encoding', coding);
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
  return sent;
}

/** What the head of a document says, as markup. */
export const headMarkup = (head: DocumentHead | null): string =>
  renderToStaticMarkup(createElement(HeadTags, { siteName: settings().siteName, head }));

const frameOf = ({ req }: GetServerSidePropsContext): Promise<Frame> =>
  frameFor(req.socket, { theme: themeOf(req.cookies[themeCookie]), leaderboard: publicLeaderboardKnown() });

/** Whether a page takes the method of a request. Otherwise it is refused, with the methods that the page takes (RFC 9110 §15.5.6). */
export function takes({ req, res }: GetServerSidePropsContext, methods: readonly string[]): boolean {
  if (methods.includes(req.method ?? '')) return true;
  res.statusCode = 405;
  res.setHeader('allow', methods.join(', '));
  res.end();
  return false;
}

/**
 * Answers with the document under a key, from which everything that it shows follows; only what stands in the frame is added. `make` is called
 * when no document is kept; null: there is no such page. Without a key nothing is kept.
 */
export async function plainDocument(
  context: GetServerSidePropsContext,
  key: string | null,
  make: () => Promise<Parts | null>,
): Promise<DocumentResult> {
  if (!takes(context, ['GET', 'HEAD'])) return sent;
  const frame = await frameOf(context);
  const document = await (key === null ? drawn(frame, make) : documentOf(`${key} ${frame.name}`, frame, make));
  return document ? send(document, frame, context.req, context.res) : { notFound: true };
}

/** Answers with a document that is for this one request, under a status other than 200: nobody keeps it. */
export async function ownDocument(
  context: GetServerSidePropsContext,
  parts: Parts,
  status: number,
  retryAfterSeconds: number | null,
): Promise<DocumentResult> {
  const { req, res } = context;
  const frame = await frameOf(context);
  res.statusCode = status;
  res.setHeader('cache-control', 'no-store');
  if (retryAfterSeconds !== null) res.setHeader('retry-after', String(retryAfterSeconds));
  return send(await packed(frame.filled(parts)), frame, req, res);
}

/** Runs `answer`; while the database cannot be reached the page says so under status 503. */
export async function whileReachable(
  context: GetServerSidePropsContext,
  answer: () => Promise<DocumentResult>,
): Promise<DocumentResult> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    const parts = { head: headMarkup(null), body: renderToStaticMarkup(createElement(Unavailable)) };
    return ownDocument(context, parts, 503, retryAfterSeconds);
  }
}
