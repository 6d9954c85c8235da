/** What the operator sets while the site runs. Defaults apply until something is stored; what is stored but wrong counts as not stored. */
import { z } from 'zod';
import { db } from '../db/index.ts';
import { log } from '../log.ts';
import { audit } from './audit.ts';

const definitions = {
  'public-leaderboard': { schema: z.boolean(), default: false },
} as const;

export type SiteSettingName = keyof typeof definitions;

/** The value of a setting. */
export async function siteSetting(name: SiteSettingName): Promise<boolean> {
  const row = await db().siteSetting.findUnique({ where: { name } });
  const parsed = definitions[name].schema.safeParse(row?.value);
  return parsed.success ? parsed.data : definitions[name].default;
}

const freshMs = 15_000;
let known = { value: definitions['public-leaderboard'].default as boolean, at: 0 };

/**
 * Whether the leaderboard was public when last looked, for the link in every page's footer: no page waits for the database because of it, and
 * none fails while there is none.
 */
export function publicLeaderboardKnown(): boolean {
  if (Date.now() - known.at > freshMs) {
    known = { ...known, at: Date.now() };
    siteSetting('public-leaderboard').then(
      (value) => (known = { value, at: Date.now() }),
      (err: unknown) => log('web').debug({ err }, 'site setting not read'),
    );
  }
  return known.value;
}

/** Stores a setting. */
export async function changeSiteSetting(name: SiteSettingName, value: boolean, actor: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.siteSetting.upsert({ where: { name }, create: { name, value }, update: { value } });
    await audit(actor, 'setting.change', name, { value }, tx);
  });
  known = { value, at: Date.now() };
}
