/**
 * Requests of owners to have the reports about their domain taken down: checked here, proved by what the owner publishes under the domain
 * (lib/proof.ts), then shown to the operator. Nothing is taken down by itself.
 */
import { z } from 'zod';
import { askForLook, askRemoval, removalProof, type RemovalProof } from './admin/removals.ts';
import { reaching } from './db/unavailable.ts';
import { askerAt } from './limits/visitors.ts';
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

/**
 * Stores a request of the visitor at `address` (null: not known). Resolves to its id, or to what has to be put right.
 * @throws {LimitReached} when they have sent too many, {ServiceUnavailable}
 */
export async function requestRemoval(
  typed: { domain: string; email: string; reason: string },
  address: string | null,
): Promise<{ id: string } | RemovalProblem> {
  const domain = domainOf(typed.domain);
  if (typeof domain !== 'string') return domain;
  const contact = email.safeParse(typed.email.trim());
  if (!contact.success)
    return { field: 'email', message: 'Enter an address at which we can answer, such as `ops@example.com`.' };
  const message = typed.reason.trim();
  if (message === '') return { field: 'reason', message: 'Say in a sentence why it should be taken down.' };
  if (message.length > longestReason)
    return {
      field: 'reason',
      message: `That is ${message.length.toLocaleString('en')} characters; ${longestReason.toLocaleString('en')} are enough.`,
    };
  const asker = await askerAt(address);
  return { id: await reaching(() => askRemoval({ domain, contact: contact.data, message }, asker)) };
}

const isId = (id: string) => z.uuid().safeParse(id).success;

/** How far the proof of a request has come; null for an unknown one. @throws {ServiceUnavailable} */
export async function proofOfRequest(id: string): Promise<RemovalProof | null> {
  return isId(id) ? reaching(() => removalProof(id)) : null;
}

/** The owner says that the proof is published: a worker will look for it. @throws {ServiceUnavailable} */
export async function lookForProof(id: string): Promise<void> {
  if (isId(id)) await reaching(() => askForLook(id));
}
