/** Reads the answer to a call that brought nothing: is the endpoint protected, open, or silent about it? */
import type { CallAnswer } from '../types.ts';

/** The shapes of a refusal, in the words of the response ladder (DESIGN §6). What each is worth, the methodology says. */
export type RefusalShape = '401-names-error' | '401-json' | '401-challenge' | 'json-other-status' | '401-text' | 'login-redirect' | 'no-answer-for-programs';

/** What one bare call showed. `open`: JSON without credentials; `nothing`: the answer says nothing about protection. */
export type Reading = { kind: 'protected'; shape: RefusalShape } | { kind: 'open' } | { kind: 'unobserved' } | { kind: 'nothing' };

/**
 * Reads one answer against the response ladder of DESIGN §6.
 * A status alone is not enough: 404 and 400 count only when the body names the missing credential (RFC 9110 §11.2 allows hiding
 * by 404), 403 HTML only on an endpoint that documents itself as protected, since a CDN refuses guesses the same way.
 */
export function readBareAnswer(answer: CallAnswer | null, declaredProtected: boolean | null): Reading {
  if (!answer || answer.wall || answer.status === 407 || answer.status === 429 || [502, 503, 504].includes(answer.status)) return { kind: 'unobserved' };
  const { status, error } = answer;
  const json = error.format === 'json';
  if (status === 401) {
    if (json && error.level === 'names') return { kind: 'protected', shape: '401-names-error' };
    if (json && error.level === 'structured') return { kind: 'protected', shape: '401-json' };
    return { kind: 'protected', shape: answer.challenges.length > 0 ? '401-challenge' : '401-text' };
  }
  if (status >= 300 && status < 400) return answer.loginPage ? { kind: 'protected', shape: 'login-redirect' } : { kind: 'nothing' };
  if (status >= 200 && status < 300) {
    if (json && error.envelope) return error.speaksOfCredentials ? { kind: 'protected', shape: 'json-other-status' } : { kind: 'nothing' };
    if (json) return { kind: 'open' };
    return answer.loginPage && declaredProtected ? { kind: 'protected', shape: 'login-redirect' } : { kind: 'nothing' };
  }
  if (status === 403) {
    if (json && error.level !== 'none' && (error.speaksOfCredentials || declaredProtected)) return { kind: 'protected', shape: 'json-other-status' };
    return declaredProtected && !json ? { kind: 'protected', shape: 'no-answer-for-programs' } : { kind: 'nothing' };
  }
  if (status === 500 && declaredProtected && !json) return { kind: 'protected', shape: 'no-answer-for-programs' };
  if (status >= 400 && status < 500 && json && error.speaksOfCredentials) return { kind: 'protected', shape: 'json-other-status' };
  return { kind: 'nothing' };
}

