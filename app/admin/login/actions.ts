'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { passwordProblem, redeemLink, addressOfLink } from '@/lib/auth/operators.ts';
import { signOut } from '@/lib/auth/index.ts';
import { signIn } from '@/lib/auth/sign-in.ts';
import { audit } from '@/lib/admin/audit.ts';
import { visitorOf } from '@/app/visitor.ts';
import { areaPath, currentOperator } from '../session.ts';

export interface LoginState {
  /** What stands in the field. */
  email: string;
  error: string | null;
}

const field = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

/** Signs in and goes to where the visitor wanted to. */
export async function logIn(_: LoginState, data: FormData): Promise<LoginState> {
  const email = field(data, 'email').slice(0, 254);
  const sent = await headers();
  const result = await signIn(email, field(data, 'password'), sent, visitorOf(sent));
  if (result.kind === 'wrong') return { email, error: 'Address and password do not match.' };
  if (result.kind === 'locked') {
    const minutes = Math.max(1, Math.ceil(result.waitMs / 60_000));
    return { email, error: `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or run \`npm run admin -- unlock\` on the server.` };
  }
  redirect(areaPath(field(data, 'next')));
}

/** Ends the session of this browser. */
export async function logOut(): Promise<void> {
  const operator = await currentOperator();
  if (operator) {
    await audit(operator.email, 'logout', operator.email);
    await signOut(await headers());
  }
  redirect('/admin/login');
}

/** Uses a one-time link: sets the password and signs in with it. */
export async function choosePassword(_: { error: string | null }, data: FormData): Promise<{ error: string | null }> {
  const token = field(data, 'token');
  const password = field(data, 'password');
  const gone = { error: 'This link has been used or is too old. Ask for a new one.' };
  const email = await addressOfLink(token);
  if (email === null) return gone;
  const problem = password === field(data, 'again') ? passwordProblem(password, email) : 'The two passwords are not the same.';
  if (problem !== null) return { error: problem };
  if ((await redeemLink(token, password)) === null) return gone;
  await signIn(email, password, await headers());
  redirect('/admin/leaderboard');
}
