/** Operators, the one-time links by which they come in, and their sessions. */
import { createHash, randomBytes } from 'node:crypto';
import { audit } from '../admin/audit.ts';
import { db } from '../db/index.ts';
import { auth, passwordLength } from './index.ts';
import { forgetTries } from './lockout.ts';

/** Hours for which a one-time link works. */
export const linkHours = 24;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const lifetime = () => new Date(Date.now() + linkHours * 3_600_000);

/**
 * Makes a one-time link for an address and returns its secret part; earlier links of the address stop working. Its holder chooses the
 * password of that operator, who is made when there is none.
 */
export async function makeLink(email: string, actor: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db().$transaction(async (tx) => {
    await tx.adminLink.deleteMany({ where: { email, usedAt: null } });
    await tx.adminLink.create({ data: { tokenHash: hashOf(token), email, expiresAt: lifetime() } });
    await audit(actor, 'operator.link', email, undefined, tx);
  });
  return token;
}

const tokenShape = /^[\w-]{43}$/;

/** The address that a link is for; null when it is unknown, used or expired. Looking does not use it up. */
export async function addressOfLink(token: string): Promise<string | null> {
  if (!tokenShape.test(token)) return null;
  const link = await db().adminLink.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: new Date() } },
  });
  return link?.email ?? null;
}

/** Why a password cannot be taken, as a sentence; null when it can. */
export function passwordProblem(password: string, email: string): string | null {
  if (password.length < passwordLength.min)
    return `Use at least ${passwordLength.min} characters. A sentence works well.`;
  if (password.length > passwordLength.max) return `Use at most ${passwordLength.max} characters.`;
  if (new Set(password).size < 5) return 'Use more than a few different characters.';
  const local = email.split('@', 1)[0] ?? '';
  if (
    password.toLowerCase().includes(email) ||
    (local.length > 3 && password.toLowerCase().replace(/[\d\W_]+/g, '') === local)
  )
    return 'Use something that is not your address.';
  return null;
}

/** Sets a password, making the operator when there is none, and ends every session that the operator had. */
async function setPassword(email: string, password: string): Promise<'created' | 'changed'> {
  const { internalAdapter, password: passwords } = await (await auth()).$context;
  const hash = await passwords.hash(password);
  const known = await internalAdapter.findUserByEmail(email);
  if (known) {
    await internalAdapter.updatePassword(known.user.id, hash);
    await internalAdapter.deleteUserSessions(known.user.id);
    return 'changed';
  }
  const { id: userId } = await db().adminUser.create({
    data: { id: randomBytes(16).toString('hex'), email, name: email, emailVerified: true },
  });
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
  return 'created';
}

/** Uses a link up and sets the password. The operator's address, or null when the link does not work any more. @throws {Error} for a bad password. */
export async function redeemLink(token: string, password: string): Promise<string | null> {
  const email = await addressOfLink(token);
  if (email === null) return null;
  const problem = passwordProblem(password, email);
  if (problem !== null) throw new Error(problem);
  // Of two that send the form at once only one updates the row.
  const { count } = await db().adminLink.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  if (count === 0) return null;
  const how = await setPassword(email, password);
  await forgetTries(email);
  await audit(email, how === 'created' ? 'operator.create' : 'operator.password', email);
  return email;
}

export interface OperatorRow {
  id: string;
  email: string;
  createdAt: Date;
  sessions: { id: string; createdAt: Date; expiresAt: Date; userAgent: string | null }[];
}

/** Every operator with the sessions that are not over, newest first. */
export async function operators(): Promise<OperatorRow[]> {
  return db().adminUser.findMany({
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      email: true,
      createdAt: true,
      sessions: {
        where: { expiresAt: { gt: new Date() } },
        orderBy: { createdAt: 'desc' },
        select: { id: true, createdAt: true, expiresAt: true, userAgent: true },
      },
    },
  });
}

/** Whether there is anybody who could sign in. */
export async function hasOperators(): Promise<boolean> {
  return (await db().adminUser.findFirst({ select: { id: true } })) !== null;
}

/** Links that still work, without their secret part. */
export function openLinks(): Promise<{ email: string; createdAt: Date; expiresAt: Date }[]> {
  return db().adminLink.findMany({
    where: { usedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    select: { email: true, createdAt: true, expiresAt: true },
  });
}

/** Removes an operator with all sessions and open links. False for an unknown address, and for the last one: nobody could get in. */
export async function removeOperator(email: string, actor: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // Two operators who remove each other at once must not both succeed.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('admin:operators', 0))`;
    if ((await tx.adminUser.count()) < 2) return false;
    const { count } = await tx.adminUser.deleteMany({ where: { email } });
    await tx.adminLink.deleteMany({ where: { email, usedAt: null } });
    if (count > 0) await audit(actor, 'operator.remove', email, undefined, tx);
    return count > 0;
  });
}

/** Ends one session. False when there is none of that id. */
export async function revokeSession(id: string, actor: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const session = await tx.adminSession.findUnique({ where: { id }, select: { user: { select: { email: true } } } });
    if (!session) return false;
    await tx.adminSession.delete({ where: { id } });
    await audit(actor, 'session.revoke', session.user.email, undefined, tx);
    return true;
  });
}

/** Lets an operator try to sign in again before the pause is over. */
export async function unlock(email: string, actor: string): Promise<void> {
  await forgetTries(email);
  await audit(actor, 'operator.unlock', email);
}

/** A session for a program, to be sent as `Authorization: Bearer`. Null for an unknown address. */
export async function makeToken(email: string, actor: string): Promise<{ token: string; expiresAt: Date } | null> {
  const { internalAdapter } = await (await auth()).$context;
  const known = await internalAdapter.findUserByEmail(email);
  if (!known) return null;
  const { token, expiresAt } = await internalAdapter.createSession(known.user.id, false, { userAgent: 'API token' });
  await audit(actor, 'session.token', email);
  return { token, expiresAt };
}
