/** `/og/<scan>.png`: the preview of a report, drawn here from fonts of the packages; nothing is fetched for it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { createElement } from 'react';
import { answering, otherMethods, problem } from '@/app/api/answers.ts';
import { pictureSize, SharePicture } from '@/components/share-picture.tsx';
import type { Report } from '@/lib/scan/report/schema.ts';
import { scanById } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(['GET']);

const files = join(process.cwd(), 'node_modules/@fontsource');

/** The library reads woff, but neither woff2 nor variable fonts. */
async function readFonts() {
  const [serif, sans, mono] = await Promise.all([
    readFile(join(files, 'newsreader/files/newsreader-latin-500-normal.woff')),
    readFile(join(files, 'ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff')),
    readFile(join(files, 'ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff')),
  ]);
  return [
    { name: 'Newsreader', data: serif, weight: 500 as const },
    { name: 'Plex', data: sans, weight: 400 as const },
    { name: 'Plex Mono', data: mono, weight: 400 as const },
  ];
}
let fonts: ReturnType<typeof readFonts> | undefined;

// Drawing one takes about a tenth of a second of processor: one at a time leaves the rest to pages.
const oneAtATime = pLimit(1);
const pictures = new LRUCache<string, Promise<Buffer>>({ max: 200 });

function draw(report: Report): Promise<Buffer> {
  return oneAtATime(async () => {
    fonts ??= readFonts();
    const image = new ImageResponse(createElement(SharePicture, { report, siteName: settings().siteName }), { ...pictureSize, fonts: await fonts });
    return Buffer.from(await image.arrayBuffer());
  });
}

export function GET(_: Request, context: RouteContext<'/og/[file]'>): Promise<Response> {
  return answering(async () => {
    const [, id] = /^([0-9a-f-]{36})\.png$/i.exec((await context.params).file) ?? [];
    const scan = id === undefined ? null : await scanById(id);
    if (!scan?.report) return problem(404, 'unknown-picture', 'A picture is at /og/<id of a finished scan>.png.');
    const picture = pictures.get(scan.id) ?? draw(scan.report);
    pictures.set(scan.id, picture);
    try {
      // A scan's report never changes; a day leaves room for one that is taken down.
      return new Response(new Uint8Array(await picture), { headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' } });
    } catch (error) {
      pictures.delete(scan.id);
      throw error;
    }
  });
}
