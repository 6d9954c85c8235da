/** Requests of owners to have the reports about their domain taken down: checked here, stored for the operator. Nothing is taken down by itself. */
import { z } from 'zod';
import { askRemoval } from './admin/removals.ts';
import { reaching } from './db/unavailable.ts';
import { ScanError } from './scan/errors.ts';
import { parseTarget } from './scan/target/index.ts';
import { settings } from './settings.ts';

const longestReason = 2000;

const email = z.email().max(254);

/** What has to be put right, and in which field. */
export interface RemovalProblem {
  field: 'domain' | 'email' | 'reason';
  message: string;
}

function domainOf(typed: string): string | RemovalProblem {
  try {
    return parseTarget(typed, { allowNets: settings().scanAllowNets }).domain;
  } catch (error) {
    if (error instanceof ScanError) return { field: 'domain', message: error.message };
    throw error;
  }
}

/** Stores a request. Resolves to null, or to what has to be put right. @throws {ServiceUnavailable} */
export async function requestRemoval(typed: { domain: string; email: string; reason: string }): Promise<RemovalProblem | null> {
  const domain = domainOf(typed.domain);
  if (typeof domain !== 'string') return domain;
  const contact = email.safeParse(typed.email.trim());
  if (!contact.success) return { field: 'email', message: 'Enter an address at which we can answer, such as `ops@example.com`.' };
  const message = typed.reason.trim();
  if (message === '') return { field: 'reason', message: 'Say in a sentence why it should be taken down.' };
  if (message.length > longestReason) return { field: 'reason', message: `That is ${message.length.toLocaleString('en')} characters; ${longestReason.toLocaleString('en')} are enough.` };
  const stored = await reaching(() => askRemoval({ domain, contact: contact.data, message }));
  return stored === null ? { field: 'domain', message: 'More requests wait than can be looked at. Please try again in a few days.' } : null;
}
