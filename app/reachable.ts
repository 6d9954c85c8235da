/** Whether the database answers, for the two places that must say so before any page is drawn: the proxy and the health check. */
import { db } from '@/lib/db/index.ts';
import { reaching, ServiceUnavailable } from '@/lib/db/unavailable.ts';

let asking: Promise<boolean> | undefined;

async function ask(): Promise<boolean> {
  try {
    await reaching(() => db().$queryRaw`SELECT 1`);
    return true;
  } catch (error) {
    if (error instanceof ServiceUnavailable) return false;
    throw error;
  }
}

/** Asks with one small query; requests that arrive while it is under way share it. */
export function reachable(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}
