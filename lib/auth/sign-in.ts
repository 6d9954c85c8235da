/** Signing in with address and password. */
import { APIError } from 'better-auth/api';
import { audit } from '../admin/audit.ts';
import { db } from '../db/index.ts';
import { log } from '../log.ts';
import { auth, emailOf, passwordLength } from './index.ts';
import { countTry, forgetTries } from './lockout.ts';

export type SignIn = { kind: 'in' } | { kind: 'wrong' } | { kind: 'locked'; waitMs: number };

/** Only operators' addresses go into the audit log: anybody could fill it with others. */
async function record(email: string, action: 'login.failed' | 'login.locked'): Promise<void> {
  log('auth').warn({ action }, 'sign-in refused');
  const known = await db().adminUser.count({ where: { email } });
  if (known > 0) await audit(email, action, email);
}

/**
 * Tries to sign in; on success the session's cookie is set (inside a server action). Unknown address and wrong password answer alike, in
 * words and in time, and both count towards the pause. `visitor`: as for `countTry`.
 */
export async function signIn(typed: string, password: string, headers: Headers, visitor?: string | null): Promise<SignIn> {
  const email = emailOf(typed);
  if (email === null || password === '' || password.length > passwordLength.max) return { kind: 'wrong' };
  const waitMs = await countTry(email, visitor);
  if (waitMs !== null) {
    await record(email, 'login.locked');
    return { kind: 'locked', waitMs };
  }
  try {
    await (await auth()).api.signInEmail({ body: { email, password }, headers });
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode !== 401) throw error;
    await record(email, 'login.failed');
    return { kind: 'wrong' };
  }
  await forgetTries(email);
  await audit(email, 'login', email);
  return { kind: 'in' };
}
