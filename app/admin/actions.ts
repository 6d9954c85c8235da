'use server';
/**
 * What operators do from the pages of their area. Each action looks at the session itself, because anybody can send a POST to it; Next refuses
 * actions whose Origin is not this site. Input is parsed here; the deed and its audit row are one transaction in lib.
 */
import { refresh } from 'next/cache';
import { z } from 'zod';
import { changeSiteSetting } from '@/lib/admin/site-settings.ts';
import { setHidden, setIndustry, setPinned } from '@/lib/admin/sites.ts';
import { requireOperator } from './session.ts';

const domain = z.string().min(1).max(253);
const siteChange = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['hide', 'show', 'pin', 'unpin']), domain }),
  z.object({ do: z.literal('tag'), domain, industry: z.string().max(200) }),
]);

/** Hides, shows, pins, unpins or tags a site of the leaderboard. */
export async function changeSite(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  const change = siteChange.parse(Object.fromEntries(data));
  if (change.do === 'tag') await setIndustry(change.domain, change.industry, email);
  else if (change.do === 'hide' || change.do === 'show') await setHidden(change.domain, change.do === 'hide', email);
  else await setPinned(change.domain, change.do === 'pin', email);
  refresh();
}

/** Switches the public leaderboard on or off. */
export async function switchLeaderboard(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  await changeSiteSetting('public-leaderboard', z.enum(['on', 'off']).parse(data.get('value')) === 'on', email);
  refresh();
}
