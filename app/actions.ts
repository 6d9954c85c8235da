'use server';
/** What the live page's forms do. Each parses its input, calls one function of lib, and maps the result. */
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { retryScan } from '@/lib/scans.ts';
import { refusalOf } from './refusals.ts';
import { visitorOf } from './visitor.ts';

/** Puts a failed scan back in line and goes to it. */
export async function tryAgain(_: { error: string | null }, data: FormData): Promise<{ error: string | null }> {
  const sent = data.get('id');
  const id = typeof sent === 'string' ? sent : '';
  try {
    if (!(await retryScan(id, { visitor: visitorOf(await headers()) })))
      return { error: 'This scan is no longer known.' };
  } catch (error) {
    const known = refusalOf(error);
    if (!known) throw error;
    return { error: known.message };
  }
  redirect(`/scan/${id}` as Route);
}
