/** What the worker that started last said about the browser that renders pages. */
import { z } from 'zod';
import { db } from '../db/index.ts';

const name = 'renderer';
const schema = z.object({
  sandbox: z.boolean(),
  /** Why there is no sandbox, as half a sentence. */
  problem: z.string().nullable(),
  /** Why it runs as the worker's own user, as half a sentence; null when it has one of its own, undefined when an older worker told. */
  shared: z.string().nullable().optional(),
  /** Host name of the worker's machine. */
  machine: z.string(),
});

export type RendererState = z.infer<typeof schema>;

/** Stores the state; the one before it is forgotten. */
export async function noteRenderer(state: RendererState): Promise<void> {
  await db().siteSetting.upsert({ where: { name }, create: { name, value: state }, update: { value: state } });
}

/** The state, and when it was noted; null when no worker with a browser has started yet. */
export async function rendererState(): Promise<(RendererState & { at: Date }) | null> {
  const row = await db().siteSetting.findUnique({ where: { name } });
  const parsed = schema.safeParse(row?.value);
  return row && parsed.success ? { ...parsed.data, at: row.updatedAt } : null;
}
