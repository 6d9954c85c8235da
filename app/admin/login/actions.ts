'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { passwordProblem, redeemLink, addressOfLink } from '@/lib/auth/operators.ts';
import { signOut } from '@/lib/auth/index.ts';
import { signIn } from '@/lib/auth/sign-in.ts';
import { audit } from '@/lib/admin/audit.ts';
import { visitorOf } from '@/app/visitor.ts';
import { areaPath, currentOperator } from '../session.ts';
import type { LoginState } from '@/components/admin/login-forms.tsx';

const field = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

/** Signs in and goes to where the visitor wanted to. */
export async function logIn(_: LoginState, data: FormData): Promise<LoginState> {
  const email = field(data, 'email').slice(0, 254);
  const sent = await headers();
  const work = { challenge: field(data, 'challenge').slice(0, 200), answer: field(data, 'answer').slice(0, 20) };
  const result = await signIn(email, field(data, 'password'), sent, visitorOf(sent), work);
  if (result.kind === 'wrong') return { email, error: 'Address and password do not match.', challenge: null };
  if (result.kind === 'work')
    return {
      email,
      error:
        'There were many wrong tries for this address. Enter the password once more: your browser works for some seconds before it is sent. Without JavaScript, run `npm run admin -- unlock` on the server.',
      challenge: result.challenge,
    };
  if (result.kind === 'locked') {
    const minutes = Math.max(1, Math.ceil(result.waitMs / 60_000));
    return {
      email,
      error: `That was too often. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      challenge: null,
    };
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
  const problem =
    password === field(data, 'again') ? passwordProblem(password, email) : 'The two passwords are not the same.';
  if (problem !== null) return { error: problem };
  if ((await redeemLink(token, password)) === null) return gone;
  await signIn(email, password, await headers());
  redirect('/admin/leaderboard');
}
