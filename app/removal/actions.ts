'use server';
import { redirect } from 'next/navigation';
import { requestRemoval, type RemovalProblem } from '@/lib/removals.ts';
import { ServiceUnavailable } from '@/lib/scans.ts';

export interface RemovalState {
  /** What stands in the fields. */
  typed: { domain: string; email: string; reason: string };
  problem: RemovalProblem | null;
}

/** Characters of a field that are looked at; lib/removals.ts refuses what is too long with a sentence. */
const longest = 10_000;

const field = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
};

/** Stores the request and says so on a page of its own; otherwise the form comes back with the reason. */
export async function sendRemoval(_: RemovalState, data: FormData): Promise<RemovalState> {
  const typed = { domain: field(data, 'domain'), email: field(data, 'email'), reason: field(data, 'reason') };
  try {
    const problem = await requestRemoval(typed);
    if (problem) return { typed, problem };
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    return { typed, problem: { field: 'domain', message: `Requests cannot be taken right now. Please try again in ${error.retryAfterSeconds} seconds.` } };
  }
  redirect('/removal?sent=yes');
}
