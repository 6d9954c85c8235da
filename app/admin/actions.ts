'use server';
/**
 * What operators do from the pages of their area. Each action looks at the session itself, because anybody can send a POST to it; Next refuses
 * actions whose Origin is not this site. Input is parsed here; the deed and its audit row are one transaction in lib.
 */
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { ActionAnswer } from '@/components/admin/action-form.tsx';
import type { BulkFormState } from '@/components/admin/bulk-form.tsx';
import { block, unblock } from '@/lib/admin/blocklist.ts';
import { changeBulk, startBulk } from '@/lib/admin/bulk.ts';
import { answerDispute, rulings } from '@/lib/admin/disputes.ts';
import { resolveRemoval } from '@/lib/admin/removals.ts';
import { cancel, remove, removeDomain, retry } from '@/lib/admin/scans.ts';
import { changeSiteSetting } from '@/lib/admin/site-settings.ts';
import { endFaceChoice, setHidden, setIndustry, setPinned } from '@/lib/admin/sites.ts';
import { emailOf } from '@/lib/auth/index.ts';
import { makeLink, removeOperator, revokeSession } from '@/lib/auth/operators.ts';
import { LimitReached } from '@/lib/limits/reached.ts';
import { ScanError } from '@/lib/scan/errors.ts';
import { ServiceUnavailable } from '@/lib/scans.ts';
import { settings } from '@/lib/settings.ts';
import { requireOperator } from './session.ts';

const domain = z.string().min(1).max(253);
const id = z.uuid();
const fields = (data: FormData) => Object.fromEntries(data);

const siteChange = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['hide', 'show', 'pin', 'unpin']), domain }),
  z.object({ do: z.literal('tag'), domain, industry: z.string().max(200) }),
]);

/** Hides, shows, pins, unpins or tags a site of the leaderboard. */
export async function changeSite(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  const change = siteChange.parse(fields(data));
  if (change.do === 'tag') await setIndustry(change.domain, change.industry, email);
  else if (change.do === 'hide' || change.do === 'show') await setHidden(change.domain, change.do === 'hide', email);
  else await setPinned(change.domain, change.do === 'pin', email);
  refresh();
}

/** Ends what an owner has chosen to stand for a name. */
export async function endChoice(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  await endFaceChoice(z.string().min(1).max(300).parse(data.get('name')), email);
  refresh();
}

/** Switches the public leaderboard on or off. */
export async function switchLeaderboard(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  await changeSiteSetting('public-leaderboard', z.enum(['on', 'off']).parse(data.get('value')) === 'on', email);
  refresh();
}

/** Retries a failed scan or cancels one that waits or runs; says why it cannot be retried now. */
export async function changeScan(_: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  const { email } = await requireOperator();
  const change = z.object({ do: z.enum(['retry', 'cancel']), id }).parse(fields(data));
  try {
    await (change.do === 'retry' ? retry(change.id, email) : cancel(change.id, email));
  } catch (error) {
    if (error instanceof ScanError || error instanceof ServiceUnavailable || error instanceof LimitReached)
      return { error: error.message, said: null };
    throw error;
  }
  refresh();
  return { error: null, said: null };
}

/** Begins to scan a list of addresses, typed or from a file, and goes to its page; otherwise the form comes back with the reason. */
export async function startList(_: BulkFormState, data: FormData): Promise<BulkFormState> {
  const { email } = await requireOperator();
  const file = data.get('file');
  const one = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const typed = { text: one('text'), name: one('name'), atOnce: one('atOnce'), unlisted: one('unlisted') === 'yes' };
  const text = file instanceof File && file.size > 0 ? `${typed.text}\n${await file.text()}` : typed.text;
  const started = await startBulk({ ...typed, text, atOnce: Number(typed.atOnce) || 1 }, email);
  if ('problem' in started) return { typed, problem: started.problem };
  redirect(`/admin/bulk/${started.id}`);
}

/** Pauses a list or goes on with it. */
export async function changeList(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  const change = z.object({ do: z.enum(['pause', 'resume']), id }).parse(fields(data));
  await changeBulk(change.id, change.do, email);
  refresh();
}

/** Deletes a list; its scans stay. */
export async function deleteList(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  await changeBulk(id.parse(data.get('id')), 'delete', email);
  redirect('/admin/bulk');
}

/** Deletes a scan with its report and goes back to the list. */
export async function deleteScan(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  await remove(id.parse(data.get('id')), email);
  redirect('/admin/scans');
}

/** Deletes every scan of a domain. */
export async function removeReports(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  await removeDomain(domain.parse(data.get('domain')), email);
  refresh();
}

/** Hides or blocks the site that a removal request is about, or closes the request. */
export async function handleRemoval(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  const change = z.object({ do: z.enum(['hide', 'block', 'close']), id, domain }).parse(fields(data));
  if (change.do === 'hide') await setHidden(change.domain, true, email);
  else if (change.do === 'block') await block(change.domain, 'Asked for by its owner.', email);
  else await resolveRemoval(change.id, email);
  refresh();
}

/** Answers a dispute: who is right, and a sentence that stands on the report. */
export async function answerOneDispute(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  const said = z
    .object({ id, ruling: z.enum(rulings), answer: z.string().trim().min(1).max(2000) })
    .parse(fields(data));
  await answerDispute(said.id, said.ruling, said.answer, email);
  refresh();
}

/** Adds an entry to the blocklist. */
export async function addBlock(_: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  const { email } = await requireOperator();
  const { entry, reason } = z.object({ entry: z.string().max(2000), reason: z.string().max(2000) }).parse(fields(data));
  const added = await block(entry, reason, email);
  if (added === null)
    return {
      error: 'Enter a domain such as `example.com`, an address, or a block such as `198.51.100.0/24` (at most a /8).',
      said: null,
    };
  refresh();
  return { error: null, said: `${added} will not be scanned any more.` };
}

/** Takes an entry off the blocklist. */
export async function removeBlock(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  await unblock(z.string().max(300).parse(data.get('entry')), email);
  refresh();
}

/** Makes a one-time link, shown once, here. */
export async function inviteOperator(_: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  const operator = await requireOperator();
  const email = emailOf(z.string().max(1000).parse(data.get('email')));
  if (email === null) return { error: 'This is no email address.', said: null };
  const token = await makeLink(email, operator.email);
  const { siteUrl, port } = settings();
  refresh();
  return {
    error: null,
    said: `Send this to ${email}; it is shown only now: ${siteUrl ?? `http://127.0.0.1:${port}`}/admin/link/${token}`,
  };
}

/** Ends a session of any operator. */
export async function endSession(data: FormData): Promise<void> {
  const { email } = await requireOperator();
  await revokeSession(z.string().max(100).parse(data.get('id')), email);
  refresh();
}

/** Removes another operator. Oneself cannot be removed here: a slip would lock the door from outside. */
export async function removeOperatorAction(data: FormData): Promise<void> {
  const operator = await requireOperator();
  const email = z.string().max(254).parse(data.get('email'));
  if (email !== operator.email) await removeOperator(email, operator.email);
  refresh();
}
