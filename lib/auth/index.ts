/**
 * Who may enter the operator's area. better-auth keeps accounts, passwords (scrypt) and sessions; its HTTP routes are not mounted, so
 * nobody can sign up, and the only ways in are the calls of this folder. Sessions are rows: deleting one ends it at once.
 */
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { nextCookies } from 'better-auth/next-js';
import { z } from 'zod';
import { db } from '../db/index.ts';
import { log } from '../log.ts';
import { settings } from '../settings.ts';
import { authSecret } from './secret.ts';

/** Hours that a sign-in lasts. */
export const sessionHours = 12;
/** Characters of a password. Length is what counts (NIST SP 800-63B §5.1.1.2), so there are no rules about digits and signs. */
export const passwordLength = { min: 12, max: 128 } as const;

function build(secret: string) {
  const { siteUrl, port } = settings();
  return betterAuth({
    secret,
    // An https address makes the cookie `__Secure-` and sent over TLS only.
    baseURL: siteUrl ?? `http://127.0.0.1:${port}`,
    database: prismaAdapter(db(), { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: { modelName: 'adminUser' },
    // No cookie cache and no refresh: a session that was ended, or is over, is not honoured by anybody's copy of it.
    session: {
      modelName: 'adminSession',
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'adminAccount' },
    verification: { modelName: 'adminVerification' },
    advanced: {
      cookiePrefix: 'latchkey',
      // Behind an unknown proxy the address is whatever the visitor writes into a header.
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    telemetry: { enabled: false },
    logger: { log: (level, message) => (level === 'error' ? log('auth').error(message) : log('auth').debug(message)) },
    plugins: [nextCookies()],
  });
}

export type Auth = ReturnType<typeof build>;

const shared = globalThis as typeof globalThis & { latchkeyAuth?: Promise<Auth> };

/** The process's instance. */
export function auth(): Promise<Auth> {
  shared.latchkeyAuth ??= authSecret().then(build);
  // A database that was down at the first visit must not be remembered as the answer.
  shared.latchkeyAuth.catch(() => delete shared.latchkeyAuth);
  return shared.latchkeyAuth;
}

/** Somebody who is signed in. */
export interface Operator {
  id: string;
  email: string;
  /** Of the session that this request came with. */
  sessionId: string;
}

/** The operator whose session cookie the request carries, or null. */
export async function operatorOf(headers: Headers): Promise<Operator | null> {
  const found = await (await auth()).api.getSession({ headers });
  return found && { id: found.user.id, email: found.user.email, sessionId: found.session.id };
}

const bearer = /^Bearer ([\w.~+/-]{20,200}=*)$/i;

/**
 * The same for programs: `Authorization: Bearer` (RFC 6750 §2.1) with a session's token, as `npm run admin -- token` prints it. Cookies count
 * only where no Authorization was sent.
 */
export async function operatorOfApi(headers: Headers): Promise<Operator | null> {
  const given = headers.get('authorization');
  if (given === null) return operatorOf(headers);
  const token = bearer.exec(given)?.[1];
  if (token === undefined) return null;
  const found = await (await (await auth()).$context).internalAdapter.findSession(token);
  return found && found.session.expiresAt > new Date()
    ? { id: found.user.id, email: found.user.email, sessionId: found.session.id }
    : null;
}

/** Ends the session that the request carries. */
export async function signOut(headers: Headers): Promise<void> {
  await (await auth()).api.signOut({ headers });
}

const emailSchema = z.email().max(254);

/** The address as it is stored, or null when it is none. */
export function emailOf(text: string): string | null {
  const parsed = emailSchema.safeParse(text.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}
