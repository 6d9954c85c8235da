/** Requests of owners that reports about their site be taken down. */
import { db } from '../db/index.ts';
import { storableText } from '../db/json.ts';
import { audit } from './audit.ts';

export interface RemovalRow {
  id: string;
  domain: string;
  contact: string;
  message: string;
  createdAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

const mostOpen = 500;
const clip = (text: string, longest: number) => storableText(text).trim().slice(0, longest);

/**
 * Stores a request; null when so many are open that nobody reads them. Domain and address are to be checked by the caller; who asks is for the
 * operator to find out.
 */
export async function askRemoval({ domain, contact, message }: Pick<RemovalRow, 'domain' | 'contact' | 'message'>): Promise<string | null> {
  const open = await db().removalRequest.count({ where: { resolvedAt: null } });
  if (open >= mostOpen) return null;
  const { id } = await db().removalRequest.create({ data: { domain: clip(domain, 253), contact: clip(contact, 254), message: clip(message, 2000) }, select: { id: true } });
  return id;
}

/** Open requests, oldest first, then the last closed ones. */
export async function removals(): Promise<RemovalRow[]> {
  const [open, closed] = await Promise.all([
    db().removalRequest.findMany({ where: { resolvedAt: null }, orderBy: { createdAt: 'asc' }, take: mostOpen }),
    db().removalRequest.findMany({ where: { resolvedAt: { not: null } }, orderBy: { resolvedAt: 'desc' }, take: 20 }),
  ]);
  return [...open, ...closed];
}

/** Closes a request. False when it was not open. */
export async function resolveRemoval(id: string, actor: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.removalRequest.updateMany({ where: { id, resolvedAt: null }, data: { resolvedAt: new Date(), resolvedBy: actor } });
    if (count === 0) return false;
    const { domain } = await tx.removalRequest.findUniqueOrThrow({ where: { id }, select: { domain: true } });
    await audit(actor, 'removal.resolve', domain, { id }, tx);
    return true;
  });
}
