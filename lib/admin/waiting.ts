/** What waits for an operator, for the counts beside the entries of their menu. */
import { db } from '../db/index.ts';

/** By address of the page: how many, and what they are. Scans that failed count for a day. */
export async function waitingWork(): Promise<Record<string, { count: number; what: string }>> {
  const [removals, disputes, failed] = await Promise.all([
    db().removalRequest.count({ where: { provedAt: { not: null }, resolvedAt: null } }),
    db().dispute.count({ where: { resolvedAt: null } }),
    db().scan.count({ where: { status: 'failed', finishedAt: { gt: new Date(Date.now() - 86_400_000) } } }),
  ]);
  return {
    '/admin/scans': { count: failed, what: 'failed in the last day' },
    '/admin/disputes': { count: disputes, what: 'open' },
    '/admin/settings': { count: removals, what: 'requests to take reports down' },
  };
}
