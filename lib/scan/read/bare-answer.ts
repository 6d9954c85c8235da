/** Reads the answer to a call that brought nothing: is the endpoint protected, open, or silent about it? */
import type { CallAnswer } from '../types.ts';

/** The shapes of a refusal, the most helpful first. What each is worth, the methodology says. */
export const refusalShapes = [
  '401-names-error',
  '401-json',
  '401-challenge',
  'json-other-status',
  '401-text',
  'login-redirect',
  'no-answer-for-programs',
] as const;
export type RefusalShape = (typeof refusalShapes)[number];

/** Nothing in the answer is for a program: it is meant for a person in front of a browser, or for nobody. */
export const unreadable = (shape: RefusalShape): boolean =>
  shape === 'login-redirect' || shape === 'no-answer-for-programs';

/** An answer with data: a success that is no page and wraps no error. */
export const isOpen = ({ answer }: { answer: CallAnswer | null }): boolean =>
  answer !== null &&
  answer.status >= 200 &&
  answer.status < 300 &&
  !answer.error.envelope &&
  answer.error.format !== 'html' &&
  answer.wall === null;

/** What one bare call showed. `open`: JSON without credentials; `nothing`: the answer says nothing about protection. */
export type Reading =
  | { kind: 'protected'; shape: RefusalShape }
  | { kind: 'open' }
  | { kind: 'unobserved' }
  | { kind: 'nothing' };

/**
 * Reads one answer against the response ladder of DESIGN §6.
 * A status alone is not enough: 404 and 400 count only when the body names the missing credential (RFC 9110 §11.2 allows hiding
 * by 404), 403 HTML only on an endpoint that documents itself as protected, since a CDN refuses guesses the same way.
 */
export function readBareAnswer(answer: CallAnswer | null, declaredProtected: boolean | null): Reading {
  if (!answer || answer.wall || UNOBSERVED.has(answer.status)) return { kind: 'unobserved' };
  const shape = refusalShape(answer, declaredProtected === true);
  if (shape !== null) return { kind: 'protected', shape };
  const { status, error } = answer;
  return status >= 200 && status < 300 && error.format === 'json' && !error.envelope
    ? { kind: 'open' }
    : { kind: 'nothing' };
}

/** Statuses of what stands in between, and of a server that is too busy to answer. */
const UNOBSERVED = new Set([407, 429, 502, 503, 504]);

/** A body that a program takes apart: JSON, and XML of services that speak it (SOAP faults, S3). */
export const isStructured = (format: CallAnswer['error']['format']): boolean => format === 'json' || format === 'xml';

/** How the answer refuses a caller without credentials; null when it does not. */
function refusalShape(answer: CallAnswer, declared: boolean): RefusalShape | null {
  const { status, error, loginPage } = answer;
  const success = status >= 200 && status < 300;
  if (status === 401) return challengeShape(answer);
  if (status >= 300 && status < 400) return loginPage ? 'login-redirect' : null;
  if (isStructured(error.format)) return refusesInWords(answer, declared) ? 'json-other-status' : null;
  if (success && loginPage && declared) return 'login-redirect';
  return declared && (status === 403 || status === 500) ? 'no-answer-for-programs' : null;
}

function refusesInWords({ status, error }: CallAnswer, declared: boolean): boolean {
  if (status === 403) return error.level !== 'none' && (error.speaksOfCredentials || declared);
  const refuses = status >= 400 ? status < 500 : status >= 200 && error.envelope;
  return refuses && error.speaksOfCredentials;
}

function challengeShape({ error, challenges }: CallAnswer): RefusalShape {
  if (error.format === 'json' && error.level === 'names') return '401-names-error';
  if (error.format === 'json' && error.level === 'structured') return '401-json';
  return challenges.length > 0 ? '401-challenge' : '401-text';
}
