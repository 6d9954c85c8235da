'use server';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { lookForProof, requestRemoval } from '@/lib/removals.ts';
import { LimitReached, ServiceUnavailable } from '@/lib/scans.ts';
import { visitorOf } from '../visitor.ts';
import type { RemovalState } from '@/components/removal-form.tsx';

/** Characters of a field that are looked at; lib/removals.ts refuses what is too long with a sentence. */
const longest = 10_000;

const field = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
};

/** Stores the request and goes to its page, which says how to prove the domain; otherwise the form comes back with the reason. */
export async function sendRemoval(_: RemovalState, data: FormData): Promise<RemovalState> {
  const typed = { domain: field(data, 'domain'), email: field(data, 'email'), reason: field(data, 'reason') };
  let id: string;
  try {
    const result = await requestRemoval(typed, visitorOf(await headers()));
    if (!('id' in result)) return { typed, problem: result };
    ({ id } = result);
  } catch (error) {
    if (error instanceof LimitReached) return { typed, problem: { field: 'domain', message: error.message } };
    if (!(error instanceof ServiceUnavailable)) throw error;
    return {
      typed,
      problem: {
        field: 'domain',
        message: `Requests cannot be taken right now. Please try again in ${error.retryAfterSeconds} seconds.`,
      },
    };
  }
  redirect(`/removal/${id}` as Route);
}

/** Has a worker look for the proof, and shows the page of the request again. */
export async function lookNow(data: FormData): Promise<void> {
  const id = field(data, 'id');
  await lookForProof(id);
  redirect(`/removal/${encodeURIComponent(id)}` as Route);
}
