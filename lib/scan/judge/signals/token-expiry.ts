import { couldRead, machineGrant, mentionsJwt, said, signIn, staticKey, type Case } from '../case.ts';
import type { Statement } from '../../types.ts';
import { notApplicable, onRung, rfc, unknown, type Finding, type Signal } from '../types.ts';

type Life = Finding<'token-expiry'> | null;

/** What a program does to get the next token where no machine grant re-issues it. */
function renewed(subject: Case, expires: Statement | undefined, life: string): Life {
  const { grants } = subject;
  const optIn = said(subject, 'expires', 'affirm', 1).find((s) => s.condition === 'option');
  if (grants.refresh_token.offered === 'yes') {
    if (optIn)
      return onRung(
        'in-part',
        'documented',
        `Tokens expire and renew only where that is switched on: “${optIn.quote}”`,
        [...grants.refresh_token.evidence, ...optIn.evidence],
      );
    return onRung(
      'renewable',
      grants.refresh_token.confidence,
      `A refresh token gets the next access token without a person: ${grants.refresh_token.because}.${life}`,
      [...grants.refresh_token.evidence, ...(expires?.evidence ?? [])],
    );
  }
  const again = signIn(subject);
  if (again)
    return onRung(
      again.expires ? 'renewable' : 'in-part',
      again.confidence,
      `A program signs in again by a call: ${again.because}${again.expires ? ' that ends' : '; nothing says when it ends'}.${life}`,
      [...again.evidence, ...(expires?.evidence ?? [])],
    );
  const renews = said(subject, 'renews')[0];
  if (renews) return onRung('renewable', 'documented', `A program can renew: “${renews.quote}”`, renews.evidence);
  return null;
}

/** What ends with a person, and what does not end. */
function lasting(subject: Case, expires: Statement | undefined): Life {
  const { grants, oauth } = subject;
  // Where there is no OAuth, signing in may itself be a call of the API: only words that name a person or a place for people decide.
  const byHand = (s: Statement) => oauth || s.actor === 'person';
  const person = said(subject, 'renews-by-person').find(byHand) ?? said(subject, 'renews', 'deny')[0];
  if (person)
    return onRung('person-renews', 'documented', `Only a person can renew: “${person.quote}”`, person.evidence);
  if (expires && grants.refresh_token.offered === 'no' && oauth)
    return onRung('person-renews', 'documented', `Tokens expire (“${expires.quote}”) and no grant renews them.`, [
      ...expires.evidence,
      ...grants.refresh_token.evidence,
    ]);
  const eternal = said(subject, 'never-expires')[0];
  // A token that its owner can revoke is worth more than a key that is only rolled (the ladder's "eternal but revocable").
  const revocable = eternal?.credential === 'token' && said(subject, 'revocable')[0] !== undefined;
  if (eternal && (oauth || revocable))
    return onRung('in-part', 'documented', `Tokens do not expire: “${eternal.quote}”`, eternal.evidence);
  if (!oauth && (eternal || staticKey(subject)) && !expires && !mentionsJwt(subject))
    return notApplicable(
      'inferred',
      'The API takes static keys, which are replaced, not renewed.',
      eternal?.evidence ?? [],
    );
  const none = said(subject, 'no-tokens')[0];
  if (none) return notApplicable('documented', `There are no tokens: “${none.quote}”`, none.evidence);
  return null;
}

/** What a token of the owner's own client showed of its life. */
function lived({ handshake }: Case, expires: Statement | undefined): Life {
  const { token = null, again = null, outlived = null, fact } = handshake ?? {};
  if (!token || !fact) return null;
  const evidence = [token.exchange, ...(again ? [again.exchange] : []), ...(outlived ? [outlived.exchange] : [])];
  const refreshed = fact.tokens.some(({ purpose, outcome }) => purpose === 'refresh' && outcome === 'token');
  if (again?.outcome === 'refused' && !refreshed)
    return onRung('person-renews', 'verified', 'Your client got one token and was refused the next.', evidence);
  if (outlived)
    return onRung(
      'in-part',
      'verified',
      `A token that should have expired after ${token.expiresIn ?? 0} s is still accepted.`,
      evidence,
    );
  if (again?.outcome !== 'token' && !refreshed) return null;
  if (token.expiresIn !== null)
    return onRung(
      'renewable',
      'verified',
      `Tokens last ${token.expiresIn} s, and a program gets the next one by itself.`,
      evidence,
    );
  return expires
    ? null
    : onRung(
        'in-part',
        'verified',
        'A program gets the next token by itself, but no answer says how long one lasts.',
        evidence,
      );
}

export const tokenExpiry: Signal<'token-expiry'> = {
  meta: {
    id: 'token-expiry',
    title: 'Token expiry',
    question: 'Do tokens expire, and can a program get the next one by itself?',
    reads: 'Grants that renew (client_credentials, refresh_token), and what the documentation says about lifetimes.',
    blindSpot: 'expires_in of a real token, unless you verify with a client of your own.',
    spec: rfc(6749, '5.1', '6'),
    fix: 'token-expiry',
  },
  judge(subject) {
    const { grants } = subject;
    const machine = machineGrant(subject);
    const expires = said(subject, 'expires')[0];
    const life = expires ? ` “${expires.quote}”` : '';
    const seen = lived(subject, expires);
    if (seen) return seen;
    // A program could ask for another token, but one that never ends is never replaced.
    const endless = said(subject, 'never-expires').find((s) => s.credential === 'token' && s.condition !== 'option');
    if (machine && endless && !expires && grants.refresh_token.offered !== 'yes')
      return onRung(
        'in-part',
        'documented',
        `A program gets a token by itself (${machine.id}), but tokens do not expire: “${endless.quote}”`,
        [...endless.evidence, ...machine.evidence],
      );
    if (machine)
      return onRung(
        'renewable',
        machine.confidence,
        `A program re-issues its token by repeating the request (${machine.id}).${life}`,
        [...machine.evidence, ...(expires?.evidence ?? [])],
      );
    const found = renewed(subject, expires, life) ?? lasting(subject, expires);
    if (found) return found;
    return unknown(
      couldRead(subject),
      'inferred',
      expires
        ? `Tokens expire (“${expires.quote}”); nothing says how a program gets the next one.`
        : 'Nothing published says how long a token lasts.',
      expires?.evidence ?? [],
    );
  },
};
