/** `/og/<scan>.png`: the preview of a report, `/og/example.png` of the example, and `/og/site.png` of every other page; drawn here from fonts of the packages; nothing is fetched for it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { createElement, type ReactElement } from 'react';
import { answering, otherMethods, problem } from '@/app/api/answers.ts';
import { Drawing } from '@/app/drawing.ts';
import version from '@/components/generated/version.json' with { type: 'json' };
import { pictureSize, SharePicture, SitePicture } from '@/components/share-picture.tsx';
import { exampleReport } from '@/content/example-report.ts';
import { drawnOnce } from '@/lib/db/drawings.ts';
import { reaching } from '@/lib/db/unavailable.ts';
import { headById } from '@/lib/listed.ts';
import type { Report } from '@/lib/scan/schema/report.ts';
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
const pictures = new Drawing();

async function drawn(element: ReactElement): Promise<Uint8Array<ArrayBuffer>> {
  fonts ??= readFonts();
  const image = new ImageResponse(element, { ...pictureSize, fonts: await fonts });
  return new Uint8Array(await image.arrayBuffer());
}

const draw = (report: Report) => drawn(createElement(SharePicture, { report, siteName: settings().siteName }));
const drawSite = () => drawn(createElement(SitePicture, { siteName: settings().siteName }));

// A scan's report never changes; a day leaves room for one that is taken down.
const png = (picture: Buffer) =>
  new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' },
  });

const unknown = () => problem(404, 'unknown-picture', 'A picture is at /og/<id of a finished scan>.png.');

export function GET(_: Request, context: RouteContext<'/og/[file]'>): Promise<Response> {
  return answering(async () => {
    const { file } = await context.params;
    if (file === 'site.png') return png(await pictures.of('site', async () => Buffer.from(await drawSite())));
    if (file === 'example.png')
      return png(await pictures.of('example', async () => Buffer.from(await draw(exampleReport()))));
    const [, id] = /^([0-9a-f-]{36})\.png$/i.exec(file) ?? [];
    const head = id === undefined ? null : await headById(id);
    if (!head) return unknown();
    const picture = await pictures.of(head.id, async () => {
      const kept = await reaching(() => drawnOnce(head.id, 'picture', version, draw));
      if (!kept) throw new Error('The report was taken down while its picture was being drawn.');
      return Buffer.from(kept);
    });
    return png(picture);
  });
}
