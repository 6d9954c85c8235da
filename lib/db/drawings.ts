/** What reports look like, drawn once: kept beside the scan and gone with it (components/report/drawn.tsx, app/og). */
import type { Report } from '../scan/schema/report.ts';
import { db } from './index.ts';

/** A drawing, and what it follows from besides the report. */
export interface Drawing {
  shows: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export type DrawingKind = 'document' | 'picture';

/**
 * The drawing of a finished scan's report that shows what is asked for: the one that is kept, or what `draw` draws, once over all processes.
 * Null when there is no such report.
 */
export async function drawnOnce(
  scanId: string,
  kind: DrawingKind,
  shows: string,
  draw: (report: Report) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const where = { scanId_kind: { scanId, kind } };
  const known = await db().drawing.findUnique({ where });
  if (known?.shows === shows) return known.bytes;
  // One connection does it all: another one might not be had while everybody holds one.
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`drawing:${kind}:${scanId}`}, 0))`;
    const meanwhile = await tx.drawing.findUnique({ where });
    if (meanwhile?.shows === shows) return meanwhile.bytes;
    const scan = await tx.scan.findUnique({ where: { id: scanId }, select: { report: true } });
    if (!scan?.report) return null;
    const bytes = await draw(scan.report as unknown as Report);
    await tx.drawing.upsert({ where, create: { scanId, kind, shows, bytes }, update: { shows, bytes } });
    return bytes;
  });
}
