'use server';
/** What the pages' forms do. Each parses its input, calls one function of lib, and maps the result. */
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { ScanError } from '@/lib/scan/errors.ts';
import { LimitReached, requestScan, retryScan, ServiceUnavailable } from '@/lib/scans.ts';
import { visitorOf } from './visitor.ts';
import type { ScanFormState } from '@/components/scan-form.tsx';

const field = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

/** The sentence for what a visitor did, or for a part of ours that is down; null for anything else. */
function refusal(error: unknown): { code: string; message: string } | null {
  if (error instanceof ScanError || error instanceof LimitReached) return { code: error.code, message: error.message };
  if (error instanceof ServiceUnavailable)
    return {
      code: 'unavailable',
      message: `Scans cannot be taken right now. Please try again in ${error.retryAfterSeconds} seconds.`,
    };
  return null;
}

/** Asks for a scan of what was typed and goes to it; on a refusal the form comes back as it was, with the reason. */
export async function startScan(_: ScanFormState, data: FormData): Promise<ScanFormState> {
  const typed = field(data, 'target');
  const unlisted = field(data, 'unlisted') === 'yes';
  let id: string;
  try {
    const { scan } = await requestScan(typed, {
      unlisted,
      again: field(data, 'again') === 'yes',
      visitor: visitorOf(await headers()),
    });
    id = scan.id;
  } catch (error) {
    const known = refusal(error);
    if (!known) throw error;
    return { typed, unlisted, error: known };
  }
  redirect(`/scan/${id}` as Route);
}

/** Puts a failed scan back in line and goes to it. */
export async function tryAgain(_: { error: string | null }, data: FormData): Promise<{ error: string | null }> {
  const id = field(data, 'id');
  try {
    if (!(await retryScan(id, { visitor: visitorOf(await headers()) })))
      return { error: 'This scan is no longer known.' };
  } catch (error) {
    const known = refusal(error);
    if (!known) throw error;
    return { error: known.message };
  }
  redirect(`/scan/${id}` as Route);
}
