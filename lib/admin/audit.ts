/** Who did what, when, on what. Written in the transaction of the deed itself, so that neither is without the other. */
import { db, type Prisma } from '../db/index.ts';
import { storableJson, storableText } from '../db/json.ts';

/** What can be done. An action keeps its name for good: old rows carry it. */
export const auditActions = {
  login: 'signed in',
  'login.failed': 'failed to sign in',
  'login.locked': 'was locked out after too many tries',
  logout: 'signed out',
  'operator.link': 'made a one-time link for',
  'operator.password': 'set a new password for',
  'operator.create': 'became an operator:',
  'operator.remove': 'removed the operator',
  'operator.unlock': 'unlocked',
  'session.revoke': 'ended a session of',
  'session.token': 'made an API token for',
  'client.create': 'registered the client',
  'site.hide': 'hid',
  'site.show': 'showed again',
  'site.pin': 'pinned',
  'site.unpin': 'unpinned',
  'site.tag': 'set the industry of',
  'face.end': 'ended its owner’s choice for',
  'scan.retry': 'retried the scan',
  'scan.cancel': 'cancelled the scan',
  'scan.delete': 'deleted the scan',
  'bulk.start': 'began to scan the list',
  'bulk.pause': 'paused the list',
  'bulk.resume': 'went on with the list',
  'bulk.delete': 'deleted the list',
  'block.add': 'blocked',
  'block.remove': 'unblocked',
  'setting.change': 'changed the setting',
  'removal.resolve': 'closed the removal request of',
  'dispute.answer': 'answered a dispute about',
} as const;

export type AuditAction = keyof typeof auditActions;

export interface AuditRow {
  id: string;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail: Prisma.JsonValue;
}

const longest = 300;
const clip = (text: string) => storableText(text).slice(0, longest);

/** The client to write with: that of the deed's transaction, or the process's own. */
type Writer = Pick<Prisma.TransactionClient, 'auditEntry'>;

/** Adds a row. */
export async function audit(
  actor: string,
  action: AuditAction,
  subject: string,
  detail?: object,
  writer: Writer = db(),
): Promise<void> {
  await writer.auditEntry.create({
    data: { actor: clip(actor), action, subject: clip(subject), ...(detail && { detail: storableJson(detail) }) },
  });
}

/** Rows, newest first, `perPage` of them from page number `page` (from 1); and how many there are in all. */
export async function auditLog({
  page,
  perPage,
}: {
  page: number;
  perPage: number;
}): Promise<{ rows: AuditRow[]; total: number }> {
  const [rows, total] = await Promise.all([
    db().auditEntry.findMany({ orderBy: { id: 'desc' }, skip: (page - 1) * perPage, take: perPage }),
    db().auditEntry.count(),
  ]);
  return { rows: rows.map(({ id, ...row }) => ({ ...row, id: String(id) })), total };
}
