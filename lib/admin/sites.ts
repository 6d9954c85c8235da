/** What an operator does to a site of the leaderboard. */
import { db } from '../db/index.ts';
import { storableText } from '../db/json.ts';
import { audit, type AuditAction } from './audit.ts';

/** Longest industry, in characters. */
export const longestIndustry = 40;

async function change(
  domain: string,
  data: { hidden?: boolean; pinned?: boolean; industry?: string | null },
  action: AuditAction,
  actor: string,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.site.updateMany({ where: { domain }, data });
    if (count > 0) await audit(actor, action, domain, 'industry' in data ? { industry: data.industry } : undefined, tx);
    return count > 0;
  });
}

/** Keeps a site out of the leaderboard, or lets it in again. False: no such site. */
export const setHidden = (domain: string, hidden: boolean, actor: string): Promise<boolean> =>
  change(domain, { hidden }, hidden ? 'site.hide' : 'site.show', actor);

/** Shows a site above the others, or in its place again. False: no such site. */
export const setPinned = (domain: string, pinned: boolean, actor: string): Promise<boolean> =>
  change(domain, { pinned }, pinned ? 'site.pin' : 'site.unpin', actor);

/** Sets the word for what a site does; blank takes it away. False: no such site. */
export function setIndustry(domain: string, typed: string, actor: string): Promise<boolean> {
  const industry = storableText(typed).replace(/\s+/g, ' ').trim().slice(0, longestIndustry).trim();
  return change(domain, { industry: industry || null }, 'site.tag', actor);
}

/** Ends what an owner has chosen to stand for a name; the rules decide again. False: nothing was chosen. */
export function endFaceChoice(name: string, actor: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.faceChoice.deleteMany({ where: { name } });
    if (count > 0) await audit(actor, 'face.end', name, undefined, tx);
    return count > 0;
  });
}
