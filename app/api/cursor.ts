/** Pages of a list: a cursor is where the last page ended, in a form that nobody needs to read. */
import { z } from 'zod';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** After which row a page begins. */
export interface Place {
  at: Date;
  id: string;
}

const most = 100;

/** `limit` (1 to 100, default 20) and `cursor` of an address; null when the cursor is none that was given out. */
export function pageOf(url: string): { limit: number; after: Place | null } | null {
  const { searchParams } = new URL(url);
  const limit = z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .catch(20)
    .parse(searchParams.get('limit') ?? undefined);
  const cursor = searchParams.get('cursor');
  if (cursor === null) return { limit, after: null };
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { limit, after: { at: new Date(at), id } };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** The rows of a page that was asked for with one row more, and the cursor of the next page. */
export function paged<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Place,
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return { rows: shown, next: null };
  const { at, id } = placeOf(last);
  return { rows: shown, next: Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url') };
}

/** `Link: rel="next"` (RFC 8288) for the page after this one. */
export function nextLink(url: string, next: string | null): Record<string, string> {
  if (next === null) return {};
  const { pathname, searchParams } = new URL(url);
  searchParams.set('cursor', next);
  return { link: `<${pathname}?${searchParams}>; rel="next"` };
}
