/** How the API answers a program that brings nothing: one reading of every call, used by signals, traps and the journey alike. */
import type { Call, CallAnswer } from '../types.ts';
import type { RungOf } from '../score/methodology.ts';
import { priceOf } from '../score/methodology.ts';

export type ChallengeRung = RungOf<'structured-401'>;

/** What one bare call showed. `open`: JSON without credentials; `nothing`: the answer says nothing about protection. */
export type Reading = { kind: 'protected'; rung: ChallengeRung } | { kind: 'open' } | { kind: 'unobserved' } | { kind: 'nothing' };

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
    if (json && error.level === 'names') return { kind: 'protected', rung: '401-names-error' };
    if (json && error.level === 'structured') return { kind: 'protected', rung: '401-json' };
    return { kind: 'protected', rung: answer.challenges.length > 0 ? '401-challenge' : '401-text' };
  }
  if (status >= 300 && status < 400) return answer.loginPage ? { kind: 'protected', rung: 'login-redirect' } : { kind: 'nothing' };
  if (status >= 200 && status < 300) {
    if (json && error.envelope) return error.speaksOfCredentials ? { kind: 'protected', rung: 'json-other-status' } : { kind: 'nothing' };
    if (json) return { kind: 'open' };
    return answer.loginPage && declaredProtected ? { kind: 'protected', rung: 'login-redirect' } : { kind: 'nothing' };
  }
  if (status === 403) {
    if (json && error.level !== 'none' && (error.speaksOfCredentials || declaredProtected)) return { kind: 'protected', rung: 'json-other-status' };
    return declaredProtected && !json ? { kind: 'protected', rung: 'no-answer-for-programs' } : { kind: 'nothing' };
  }
  if (status === 500 && declaredProtected && !json) return { kind: 'protected', rung: 'no-answer-for-programs' };
  if (status >= 400 && status < 500 && json && error.speaksOfCredentials) return { kind: 'protected', rung: 'json-other-status' };
  return { kind: 'nothing' };
}

export interface Access {
  /** Calls whose bare answer shows protection, with the rung, best-evidenced API kind first. */
  guarded: { call: Call; answer: CallAnswer; rung: ChallengeRung }[];
  open: { call: Call; answer: CallAnswer }[];
  unobserved: Call[];
}

/** The business's own API speaks before the userinfo endpoint of its login, and that before an MCP server. */
function kindRank(call: Call): number {
  if (call.kind === 'mcp' || call.kind === 'a2a') return 2;
  return call.via === 'metadata' ? 1 : 0;
}

/**
 * Sorts calls into guarded, open and unobserved. Of the guarded calls only those of the best-ranked kind are kept, and the
 * best answer leads: one endpoint that tells an agent what to bring is enough for it to learn.
 */
export function readAccess(calls: readonly Call[]): Access {
  const access: Access = { guarded: [], open: [], unobserved: [] };
  for (const call of calls) {
    const reading = readBareAnswer(call.bare, call.declaredProtected);
    if (reading.kind === 'unobserved') access.unobserved.push(call);
    else if (call.bare && reading.kind === 'open') access.open.push({ call, answer: call.bare });
    else if (call.bare && reading.kind === 'protected') access.guarded.push({ call, answer: call.bare, rung: reading.rung });
  }
  const best = Math.min(...access.guarded.map(({ call }) => kindRank(call)));
  access.guarded = access.guarded
    .filter(({ call }) => kindRank(call) === best)
    .sort((a, b) => priceOf('structured-401', b.rung).value - priceOf('structured-401', a.rung).value);
  return access;
}
