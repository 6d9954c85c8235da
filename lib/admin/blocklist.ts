/** The operators' own list of sites that are never scanned. lib/db/blocked.ts reads it together with BLOCKED_TARGETS. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { db } from '../db/index.ts';
import { storableText } from '../db/json.ts';
import { isHostName } from '../scan/http/url-guard.ts';
import { audit } from './audit.ts';

/** Longest reason, in characters. */
export const longestReason = 300;

export interface BlockedRow {
  entry: string;
  reason: string;
  addedBy: string;
  createdAt: Date;
}

/** What operators have added, newest first. */
export function storedBlocks(): Promise<BlockedRow[]> {
  return db().blockedTarget.findMany({ orderBy: { createdAt: 'desc' } });
}

/** A block in its normal form, with the bits behind its length cleared; null when the text is no block. */
function blockOf(text: string): string | null {
  const [address = '', bits = '', ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return null;
  const length = Number(bits);
  // A block this wide is a slip of the hand: it would close the site.
  if (length > (version === 4 ? 32 : 128) || length < (version === 4 ? 8 : 16)) return null;
  const network = version === 4 ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text);
  return `${network.toString()}/${length}`;
}

/**
 * What was typed as an entry of the list: a domain (of an address, too: scheme, path and port are left out), an IP address, or a block no wider
 * than /8 (IPv6: /16). Null when it is none of them.
 */
export function blockEntryOf(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text === '' || text.length > 2000) return null;
  if (isIP(text) !== 0) return ipaddr.process(text).toString();
  if (!text.includes('://') && /^[\d.a-f:]+\/\d+$/.test(text)) return blockOf(text);
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) !== 0) return ipaddr.process(host).toString();
  return host.includes('.') && isHostName(host) ? host : null;
}

/** Adds an entry, or changes the reason of one. The entry in its normal form; null when what was typed is none. */
export async function block(typed: string, reason: string, actor: string): Promise<string | null> {
  const entry = blockEntryOf(typed);
  if (entry === null) return null;
  const why = storableText(reason).replace(/\s+/g, ' ').trim().slice(0, longestReason);
  await db().$transaction(async (tx) => {
    await tx.blockedTarget.upsert({
      where: { entry },
      create: { entry, reason: why, addedBy: actor },
      update: { reason: why },
    });
    await audit(actor, 'block.add', entry, { reason: why }, tx);
  });
  return entry;
}

/** Takes an entry off the list. False when it was not on it. */
export async function unblock(entry: string, actor: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.blockedTarget.deleteMany({ where: { entry } });
    if (count > 0) await audit(actor, 'block.remove', entry, undefined, tx);
    return count > 0;
  });
}
