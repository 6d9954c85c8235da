/** Signing in with address and password. */
import { APIError } from 'better-auth/api';
import pLimit from 'p-limit';
import { audit } from '../admin/audit.ts';
import { db } from '../db/index.ts';
import { log } from '../log.ts';
import { auth, emailOf, passwordLength } from './index.ts';
import { countTry, forgetTries, freeTries, useOnce } from './lockout.ts';
import { makeChallenge, solvedWork } from './work.ts';

/** `work`: the try is not looked at before the browser has solved the challenge; `locked`: this visitor tries too often. */
export type SignIn =
  | { kind: 'in' }
  | { kind: 'wrong' }
  | { kind: 'work'; challenge: string }
  | { kind: 'locked'; waitMs: number };

/** What a browser has worked out for this try. */
export interface Work {
  challenge: string;
  answer: string;
}

/** A hash keeps a thread busy for a good while: many tries at once would leave none for the rest of the site. */
const hashing = pLimit(2);

/** Only operators' addresses go into the audit log: anybody could fill it with others. */
async function record(email: string, action: 'login.failed' | 'login.locked'): Promise<void> {
  log('auth').warn({ action }, 'sign-in refused');
  const known = await db().adminUser.count({ where: { email } });
  if (known > 0) await audit(email, action, email);
}

/**
 * Tries to sign in; on success the session's cookie is set (inside a server action). Unknown address and wrong password answer alike, in
 * words and in time, and both count. `visitor`: as for `countTry`.
 */
export async function signIn(
  typed: string,
  password: string,
  headers: Headers,
  visitor?: string | null,
  work?: Work | null,
): Promise<SignIn> {
  const email = emailOf(typed);
  if (email === null || password === '' || password.length > passwordLength.max) return { kind: 'wrong' };
  const allowed = await countTry(email, visitor);
  if (allowed.kind === 'wait') return { kind: 'locked', waitMs: allowed.waitMs };
  if (allowed.kind === 'work') {
    // Once for each window: the log is not for guessers to fill.
    if (allowed.tries === freeTries + 1) await record(email, 'login.locked');
    const solved = work && (await solvedWork(email, work.challenge, work.answer));
    if (!solved || !(await useOnce(solved)))
      return { kind: 'work', challenge: await makeChallenge(email, allowed.tries) };
  }
  try {
    await hashing(async () => (await auth()).api.signInEmail({ body: { email, password }, headers }));
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode !== 401) throw error;
    await record(email, 'login.failed');
    return { kind: 'wrong' };
  }
  await forgetTries(email);
  await audit(email, 'login', email);
  return { kind: 'in' };
}
