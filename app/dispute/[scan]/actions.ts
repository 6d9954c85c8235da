'use server';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { visitorOf } from '@/app/visitor.ts';
import { dispute } from '@/lib/disputes.ts';
import { LimitReached, ServiceUnavailable } from '@/lib/scans.ts';
import type { DisputeState } from '@/components/dispute-form.tsx';

/** Characters of a field that are looked at; lib/disputes.ts refuses what is too long with a sentence. */
const longest = 10_000;

const field = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
};

/** Stores the dispute and says thanks; otherwise the form comes back with the reason. */
export async function sendDispute(_: DisputeState, data: FormData): Promise<DisputeState> {
  const scan = field(data, 'scan');
  const typed = {
    finding: field(data, 'finding'),
    expected: field(data, 'expected'),
    reason: field(data, 'reason'),
    exchange: field(data, 'exchange').trim(),
  };
  const refuse = (message: string): DisputeState => ({ typed, problem: { field: 'finding', message } });
  try {
    const result = await dispute(
      scan,
      { ...typed, exchange: typed.exchange === '' ? null : typed.exchange },
      visitorOf(await headers()),
    );
    if (result === null) return refuse('This report is not there any more.');
    if (!('id' in result)) return { typed, problem: result };
  } catch (error) {
    if (error instanceof LimitReached) return refuse(error.message);
    if (!(error instanceof ServiceUnavailable)) throw error;
    return refuse(`Disputes cannot be taken right now. Please try again in ${error.retryAfterSeconds} seconds.`);
  }
  redirect(`/dispute/${encodeURIComponent(scan)}?sent=yes` as Route);
}
