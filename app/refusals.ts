/** What a visitor is told who may not have what they asked for. */
import { ScanError } from '@/lib/scan/errors.ts';
import { LimitReached, ServiceUnavailable } from '@/lib/scans.ts';

export interface Refusal {
  code: string;
  message: string;
  status: number;
  /** When to ask again; null: the same request is refused whenever it comes. */
  retryAfterSeconds: number | null;
}

/** The refusal for what a visitor did, for a limit, or for a part of ours that is down; null for anything else. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof ScanError)
    return { code: error.code, message: error.message, status: 400, retryAfterSeconds: null };
  if (error instanceof LimitReached) {
    const { code, message, status, retryAfterSeconds } = error;
    return { code, message, status, retryAfterSeconds };
  }
  if (!(error instanceof ServiceUnavailable)) return null;
  const { retryAfterSeconds } = error;
  const message = `Scans cannot be taken right now. Please try again in ${retryAfterSeconds} seconds.`;
  return { code: 'unavailable', message, status: 503, retryAfterSeconds };
}
