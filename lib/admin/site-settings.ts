/** What the operator sets while the site runs. Defaults apply until something is stored; what is stored but wrong counts as not stored. */
import { z } from 'zod';
import { db } from '../db/index.ts';
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

/** Stores a setting. */
export async function changeSiteSetting(name: SiteSettingName, value: boolean, actor: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.siteSetting.upsert({ where: { name }, create: { name, value }, update: { value } });
    await audit(actor, 'setting.change', name, { value }, tx);
  });
}
