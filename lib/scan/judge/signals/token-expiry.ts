import { couldRead, machineGrant, said, staticKey } from '../case.ts';
import type { Statement } from '../../types.ts';
import { cite, type Signal } from '../types.ts';

export const tokenExpiry: Signal<'token-expiry'> = {
  meta: {
    id: 'token-expiry',
    title: 'Token expiry',
    question: 'Do tokens expire, and can a program get the next one by itself?',
    group: 'token-life',
    reads: 'Grants that renew (client_credentials, refresh_token), and what the documentation says about lifetimes.',
    blindSpot: 'expires_in of a real token: the scanner never gets one without credentials of yours.',
    spec: { label: 'RFC 6749 §5.1, §6', url: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-5.1' },
    fix: 'token-expiry',
  },
  judge(subject) {
    const { grants, oauth, open } = subject;
    if (open) return { kind: 'n/a', confidence: 'observed', summary: 'The API needs no credentials.', evidence: [] };
    const machine = machineGrant(subject);
    const expires = said(subject, 'expires')[0];
    const life = expires ? ` “${expires.quote}”` : '';
    // A program could ask for another token, but one that never ends is never replaced.
    const endless = said(subject, 'never-expires').find((s) => /^\W*tokens\b|\baccess[ _-]?tokens?\b/i.test(s.quote) && !/\bpersonal\b|\blong[- ]lived\b|\boption/i.test(s.quote));
    if (machine && endless && !expires && grants.refresh_token.offered !== 'yes') return { kind: 'rung', rung: 'in-part', confidence: 'documented', summary: `A program gets a token by itself (${machine.id}), but tokens do not expire: “${endless.quote}”`, evidence: cite(endless.evidence, machine.evidence) };
    if (machine) return { kind: 'rung', rung: 'renewable', confidence: machine.confidence, summary: `A program re-issues its token by repeating the request (${machine.id}).${life}`, evidence: cite(machine.evidence, expires?.evidence ?? []) };
    const optIn = said(subject, 'expires', 'affirm', 1).find((s) => /\b(opt(s|ed)?[- ]in|if enabled|when enabled|with token rotation enabled|turn(ed)? on)\b/i.test(s.quote));
    if (grants.refresh_token.offered === 'yes') {
      if (optIn) return { kind: 'rung', rung: 'in-part', confidence: 'documented', summary: `Tokens expire and renew only where that is switched on: “${optIn.quote}”`, evidence: cite(grants.refresh_token.evidence, optIn.evidence) };
      return { kind: 'rung', rung: 'renewable', confidence: grants.refresh_token.confidence, summary: `A refresh token gets the next access token without a person: ${grants.refresh_token.because}.${life}`, evidence: cite(grants.refresh_token.evidence, expires?.evidence ?? []) };
    }
    const renews = said(subject, 'renews')[0];
    if (renews) return { kind: 'rung', rung: 'renewable', confidence: 'documented', summary: `A program can renew: “${renews.quote}”`, evidence: cite(renews.evidence) };
    // Where there is no OAuth, signing in may itself be a call of the API: only words that name a person or a place for people decide.
    const byHand = (s: Statement) => oauth || /browser|dashboard|settings|console|portal|account page|website|manual|by hand|person|consent|re-?authori[sz]|re-?generat|creat|\bmake\b|\bevery\b/i.test(s.quote);
    const person = said(subject, 'renews-by-person').find(byHand) ?? said(subject, 'renews', 'deny')[0];
    if (person) return { kind: 'rung', rung: 'person-renews', confidence: 'documented', summary: `Only a person can renew: “${person.quote}”`, evidence: cite(person.evidence) };
    if (expires && grants.refresh_token.offered === 'no' && oauth) return { kind: 'rung', rung: 'person-renews', confidence: 'documented', summary: `Tokens expire (“${expires.quote}”) and no grant renews them.`, evidence: cite(expires.evidence, grants.refresh_token.evidence) };
    const eternal = said(subject, 'never-expires')[0];
    if (eternal && oauth) return { kind: 'rung', rung: 'in-part', confidence: 'documented', summary: `Tokens do not expire: “${eternal.quote}”`, evidence: cite(eternal.evidence) };
    if (!oauth && (eternal || staticKey(subject)) && !expires) return { kind: 'n/a', confidence: 'inferred', summary: 'The API takes static keys, which are rolled, not renewed.', evidence: cite(eternal?.evidence ?? []) };
    const none = said(subject, 'no-tokens')[0];
    if (none) return { kind: 'n/a', confidence: 'documented', summary: `There are no tokens: “${none.quote}”`, evidence: cite(none.evidence) };
    return { kind: 'unknown', silent: couldRead(subject), confidence: 'inferred', summary: expires ? `Tokens expire (“${expires.quote}”); nothing says how a program gets the next one.` : 'Nothing public says how long a token lives.', evidence: cite(expires?.evidence ?? []) };
  },
};
