/** Where an answer redirects to, and whether one may go there (STANDARDS §10 U3). */
import type { Failure } from '../types.ts';
import { failureOf } from './failures.ts';

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The absolute target of a redirect without fragment, or null when the answer is none. A Location that cannot be read stays as it is and fails the guard. */
export function redirectTarget(status: number, location: string | undefined, base: string): string | null {
  if (location === undefined || location === '' || !redirectStatuses.has(status)) return null;
  if (!URL.canParse(location, base)) return location;
  const url = new URL(location, base);
  url.hash = '';
  return url.href;
}

/** Why a redirect is not followed, or null. `seen`: the addresses that have been asked; `last`: no further hop is left. */
export function redirectProblem(from: string, to: string, seen: ReadonlySet<string>, last: boolean): Failure | null {
  if (seen.has(to)) return failureOf('guard', 'redirect-loop', 'The redirects lead back to where they came from.');
  if (last) return failureOf('guard', 'too-many-redirects', 'The redirects do not end.');
  if (!URL.canParse(to)) return failureOf('guard', 'bad-redirect', 'The redirect leads to something that is no URL.');
  if (from.startsWith('https:') && to.startsWith('http:')) return failureOf('guard', 'downgrade', 'The redirect leads from https to http.');
  return null;
}
