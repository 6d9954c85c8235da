import { describe, expect, it } from 'vitest';
import { auditLog } from '../../lib/admin/audit.ts';
import { auth, operatorOf, operatorOfApi, signOut } from '../../lib/auth/index.ts';
import { solveWork } from '../../components/admin/solve-work.ts';
import { freeTries } from '../../lib/auth/lockout.ts';
import {
  addressOfLink,
  makeLink,
  makeToken,
  operators,
  passwordProblem,
  redeemLink,
  removeOperator,
  revokeSession,
  unlock,
} from '../../lib/auth/operators.ts';
import { signIn, type SignIn } from '../../lib/auth/sign-in.ts';
import { tally } from '../setup/tally.ts';
import { db } from '../../lib/db/index.ts';
import { isUnreachable } from '../../lib/db/unavailable.ts';

const password = 'correct horse battery staple';
const none = new Headers();

/** An operator who came in by a one-time link. */
async function operator(email: string): Promise<string> {
  expect(await redeemLink(await makeLink(email, 'test'), password)).toBe(email);
  return email;
}

/** The cookie that a sign-in sets. Inside Next a plugin puts it into the answer; here it is read from better-auth itself. */
async function cookieFor(email: string): Promise<Headers> {
  const { headers } = await (await auth()).api.signInEmail({ body: { email, password }, returnHeaders: true });
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^latchkey\.session_token=.*HttpOnly.*SameSite=Lax/);
  return new Headers({ cookie: cookie.split(';')[0] ?? '' });
}

const actions = async () =>
  (await auditLog({ page: 1, perPage: 100 })).rows.map(({ actor, action, subject }) => `${actor} ${action} ${subject}`);

describe('a one-time link', () => {
  it('makes an operator, once, and is stored only as a hash', async () => {
    const token = await makeLink('first@example.com', 'command line');
    expect(JSON.stringify(await db().adminLink.findMany())).not.toContain(token);
    expect(await addressOfLink(token)).toBe('first@example.com');
    const both = await Promise.all([redeemLink(token, password), redeemLink(token, password)]);
    expect(both.filter(Boolean)).toEqual(['first@example.com']);
    expect(await addressOfLink(token)).toBeNull();
    expect(await db().adminUser.count({ where: { email: 'first@example.com' } })).toBe(1);
    expect(JSON.stringify(await db().adminAccount.findMany())).not.toContain(password);
    expect(await actions()).toContain('command line operator.link first@example.com');
  });

  it('expires, and a newer one replaces it', async () => {
    const old = await makeLink('late@example.com', 'test');
    const newer = await makeLink('late@example.com', 'test');
    expect(await addressOfLink(old)).toBeNull();
    await db().adminLink.updateMany({
      where: { email: 'late@example.com' },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await addressOfLink(newer)).toBeNull();
    expect(await redeemLink(newer, password)).toBeNull();
    expect(await db().adminUser.count({ where: { email: 'late@example.com' } })).toBe(0);
  });

  it.each(['', 'x', '../../etc', 'a'.repeat(43), 'a'.repeat(5000)])('is not %j', async (token) => {
    expect(await addressOfLink(token)).toBeNull();
  });

  it('refuses weak passwords and stays usable', async () => {
    const token = await makeLink('weak@example.com', 'test');
    for (const weak of ['', 'short', 'aaaaaaaaaaaaaaaa', 'weak@example.com', 'x'.repeat(129)])
      await expect(redeemLink(token, weak)).rejects.toThrow(/^Use /);
    expect(passwordProblem(password, 'weak@example.com')).toBeNull();
    expect(await redeemLink(token, password)).toBe('weak@example.com');
  });

  it('that sets a new password ends the sessions of the old one', async () => {
    const email = await operator('reset@example.com');
    const cookie = await cookieFor(email);
    expect((await operatorOf(cookie))?.email).toBe(email);
    await redeemLink(await makeLink(email, 'test'), 'another quite long sentence');
    expect(await operatorOf(cookie)).toBeNull();
    expect((await signIn(email, password, none)).kind).toBe('wrong');
    expect((await signIn(email, 'another quite long sentence', none)).kind).toBe('in');
  });
});

describe('nobody', () => {
  it('can sign up', async () => {
    await expect(
      (await auth()).api.signUpEmail({ body: { email: 'stranger@example.com', password, name: 'x' } }),
    ).rejects.toThrow(/sign up/i);
    expect(await db().adminUser.count({ where: { email: 'stranger@example.com' } })).toBe(0);
  });

  it.each([
    '',
    'latchkey.session_token=x',
    'latchkey.session_token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb%3D',
  ])('is an operator by the cookie %j', async (cookie) => {
    expect(await operatorOf(new Headers({ cookie }))).toBeNull();
  });

  it('is one with a cookie whose signature was taken off or changed', async () => {
    const cookie = await cookieFor(await operator('signed@example.com'));
    const value = cookie.get('cookie') ?? '';
    expect(await operatorOf(cookie)).not.toBeNull();
    expect(await operatorOf(new Headers({ cookie: value.split('.').slice(0, 2).join('.') }))).toBeNull();
    expect(
      await operatorOf(
        new Headers({ cookie: value.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`) }),
      ),
    ).toBeNull();
  });
});

describe('guessing', () => {
  it('by one visitor, for one address after the other, leaves the others room to sign in', async () => {
    const email = await operator('apart@example.com');
    const guesses = await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        signIn(
          `guess-${index}@example.com`,
          'whatever it may be',
          none,
          index % 2 === 0 ? '2001:db8::1' : '2001:db8::2',
        ),
      ),
    );
    expect(guesses.filter(({ kind }) => kind === 'wrong')).toHaveLength(20);
    const refused = guesses.find(({ kind }) => kind === 'locked');
    expect(refused?.kind === 'locked' && refused.waitMs > 0 && refused.waitMs <= 60_000).toBe(true);
    expect((await signIn(email, password, none, '203.0.113.7')).kind).toBe('in');
  });

  /** Solves what a try was answered with. */
  const worked = async (answer: SignIn) =>
    answer.kind === 'work'
      ? { challenge: answer.challenge, answer: await solveWork(answer.challenge) }
      : expect.unreachable(`the try was ${answer.kind}`);

  it('costs work after five tries, also when they are made at once; others’ guesses keep nobody out', async () => {
    const email = await operator('guessed@example.com');
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, index) => signIn(email, `wrong password ${index}`, none)),
    );
    expect(tries.filter(({ kind }) => kind === 'wrong')).toHaveLength(freeTries);
    expect(tries.filter(({ kind }) => kind === 'work')).toHaveLength(12 - freeTries);
    // Another spelling of the address is the same address.
    const first = await signIn(` ${email.toUpperCase()} `, password, none);
    expect(await signIn(email, 'a wrong password', none, undefined, await worked(first))).toEqual({ kind: 'wrong' });
    const asked = await signIn(email, password, none);
    expect((await signIn(email, password, none, undefined, await worked(asked))).kind).toBe('in');
    expect((await actions()).filter((action) => action === `${email} login.locked ${email}`)).toHaveLength(1);
  });

  it('is not made cheaper by work that is used twice, made up, too old, or meant for another address', async () => {
    const [email, other] = [await operator('worked@example.com'), await operator('unworked@example.com')];
    for (const address of [email, other])
      for (let round = 0; round < freeTries; round++) await signIn(address, 'a wrong password', none);
    const work = await worked(await signIn(email, password, none));
    const [until = '', , ...rest] = work.challenge.split('.');
    const made = [
      { challenge: '', answer: '' },
      { ...work, answer: '' },
      { ...work, answer: `${work.answer}0` },
      { challenge: [until, '0', ...rest].join('.'), answer: '0' },
      {
        challenge: [String(Number(until) + 60_000), work.challenge.split('.')[1], ...rest].join('.'),
        answer: work.answer,
      },
    ];
    for (const attempt of made)
      expect((await signIn(email, password, none, undefined, attempt)).kind, JSON.stringify(attempt)).toBe('work');
    expect((await signIn(other, password, none, undefined, work)).kind).toBe('work');
    const both = await Promise.all([1, 2].map(() => signIn(email, 'a wrong password', none, undefined, work)));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['work', 'wrong']);
  });

  it('by many visitors at once leaves the operator a way in', async () => {
    const email = await operator('besieged@example.com');
    const guesses = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        signIn(email, `wrong password ${index}`, none, `198.51.${index >> 4}.${index & 15}`),
      ),
    );
    // On a busy machine some wait for a connection for too long, and are told to come back: those were not looked at.
    for (const guess of guesses)
      if (guess.status === 'rejected') expect(isUnreachable(guess.reason), String(guess.reason)).toBe(true);
    const looked = guesses.filter((guess) => guess.status === 'fulfilled' && guess.value.kind === 'wrong').length;
    const answer = await signIn(email, password, none, '203.0.113.8');
    const came = await signIn(email, password, none, '203.0.113.8', await worked(answer));
    tally('200 guesses at one operator', { 'looked at': looked, 'operator locked out': came.kind === 'in' ? 0 : 1 });
    expect(looked).toBeLessThanOrEqual(freeTries);
    expect(came.kind).toBe('in');
  });

  it('ends to cost when the command line unlocks', async () => {
    const email = await operator('unlocked@example.com');
    for (let round = 0; round <= freeTries; round++) await signIn(email, 'a wrong password', none);
    await unlock(email, 'test');
    expect((await signIn(email, password, none)).kind).toBe('in');
  });

  it('an unknown address answers the same, and fills no audit log', async () => {
    const before = await db().auditEntry.count();
    const answers = [];
    for (let round = 0; round <= freeTries; round++)
      answers.push((await signIn('nobody@example.com', 'whatever it may be', none)).kind);
    expect(answers).toEqual([...Array.from({ length: freeTries }, () => 'wrong'), 'work']);
    expect(await db().auditEntry.count()).toBe(before);
    expect(JSON.stringify(await db().loginAttempt.findMany({ select: { key: true } }))).not.toContain('nobody');
  });

  it.each([
    ['', 'x'],
    ['no address', password],
    ['a@example.com', ''],
    ['a@example.com', 'x'.repeat(100_000)],
  ])('%j is simply wrong', async (email, given) => {
    expect(await signIn(email, given, none)).toEqual({ kind: 'wrong' });
  });
});

describe('a session', () => {
  it('ends when its operator signs out, when it is revoked, and when it is over', async () => {
    const email = await operator('sessions@example.com');
    const [first, second, third] = [await cookieFor(email), await cookieFor(email), await cookieFor(email)];
    await signOut(first);
    expect(await operatorOf(first)).toBeNull();

    const session = await operatorOf(second);
    expect(await revokeSession(session?.sessionId ?? '', 'test')).toBe(true);
    expect(await revokeSession(session?.sessionId ?? '', 'test')).toBe(false);
    expect(await operatorOf(second)).toBeNull();

    expect(await operatorOf(third)).not.toBeNull();
    await db().adminSession.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await operatorOf(third)).toBeNull();
  });

  it('for a program is a bearer token', async () => {
    const email = await operator('program@example.com');
    const made = await makeToken(email, 'command line');
    const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });
    expect((await operatorOfApi(bearer(made?.token ?? '')))?.email).toBe(email);
    for (const wrong of ['x', 'a'.repeat(32), `${made?.token}x`]) expect(await operatorOfApi(bearer(wrong))).toBeNull();
    expect(await operatorOfApi(none)).toBeNull();
    // A wrong token is not made good by a cookie.
    const cookie = (await cookieFor(email)).get('cookie') ?? '';
    expect(await operatorOfApi(new Headers({ cookie }))).not.toBeNull();
    expect(await operatorOfApi(new Headers({ cookie, authorization: 'Basic eDp5' }))).toBeNull();
    expect(await makeToken('unknown@example.com', 'command line')).toBeNull();
  });
});

describe('operators', () => {
  it('can be removed, but not the last one, also not at once', async () => {
    await db().adminUser.deleteMany();
    const [one, two] = [await operator('one@example.com'), await operator('two@example.com')];
    const cookie = await cookieFor(two);
    const removed = await Promise.all([removeOperator(one, two), removeOperator(two, one)]);
    expect(removed.filter(Boolean)).toHaveLength(1);
    const left = await operators();
    expect(left).toHaveLength(1);
    expect(await removeOperator(left[0]?.email ?? '', 'test')).toBe(false);
    expect((await operatorOf(cookie)) === null).toBe(left[0]?.email !== two);
  });
});
