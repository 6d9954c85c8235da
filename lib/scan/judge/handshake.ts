/** The handshake with the owner's own client: one reading of its facts, used by signals, checklist, journey, contradictions and the report alike. */
import { isOpen, readBareAnswer } from '../read/bare-answer.ts';
import type { Call, CallAnswer, TokenTry, VerifiedCall, Verification } from '../types.ts';
import { originOf } from './origin.ts';

export interface Handshake {
  fact: Verification;
  /** The answer that gave the token with which calls were made; null: none, or an API key was used. */
  token: TokenTry | null;
  /** The call that the credential opened; null: none did, or the operation opens to anybody. */
  letIn: VerifiedCall | null;
  /** The call that the API refused although its own authorization server had just given the token, or the owner the key. */
  turnedAway: VerifiedCall | null;
  /** A damaged credential opened the operation as well: what let it in was not the credential. */
  takesAnything: VerifiedCall | null;
  /** The answer to a missing or a damaged credential that tells a program what is wrong. */
  refusal: { call: VerifiedCall; answer: CallAnswer } | null;
  /** A token that had ended was still taken. */
  outlived: VerifiedCall | null;
  /** The same client asked a second time. */
  again: TokenTry | null;
  /** A call that a token of less scope did not open. */
  limited: VerifiedCall | null;
}

/** A refusal of the credential itself. A path that is not there, a limit or a fault of the server is none. */
export const isRefusal = ({ answer }: VerifiedCall): boolean =>
  answer !== null &&
  answer.wall === null &&
  (answer.status === 401 ||
    answer.status === 403 ||
    (answer.status < 300 && answer.error.envelope) ||
    answer.loginPage);

/** The refusals from which a program learns what to bring: 401 with a JSON body or a challenge (RFC 9110 §15.5.2). */
const readable: readonly string[] = ['401-names-error', '401-json', '401-challenge'];

function readableRefusal(calls: readonly (VerifiedCall | undefined)[]): Handshake['refusal'] {
  for (const call of calls) {
    if (!call?.answer) continue;
    const reading = readBareAnswer(call.answer, true);
    if (reading.kind === 'protected' && readable.includes(reading.shape)) return { call, answer: call.answer };
  }
  return null;
}

/** The calls by which the credential was tried, the last of which counts, and the bare call beside it. */
export function tries(fact: Verification) {
  const tried = fact.calls.filter(({ what }) => what === 'credential' || what === 'resource' || what === 'audience');
  const counts = tried.find(isOpen) ?? tried.at(-1) ?? null;
  const bare = fact.calls.find(({ what, url }) => what === 'bare' && url === counts?.url);
  return { counts, bare, anybody: bare !== undefined && isOpen(bare) };
}

/** The answer that gave the token which counts: the one that opened the call, else the first. */
function tokenOf({ tokens }: Verification, opened: VerifiedCall | null): TokenTry | null {
  const given = tokens.filter(({ outcome }) => outcome === 'token');
  const bound = given.find(({ purpose }) => purpose === opened?.what);
  return bound ?? given.find(({ purpose }) => purpose === 'first') ?? null;
}

/** Reads the facts; null where nothing was verified, or a rule of ours forbade it. Pure. */
export function readHandshake(fact: Verification | undefined): Handshake | null {
  if (fact?.state !== 'done') return null;
  const first = (what: VerifiedCall['what']) => fact.calls.find((call) => call.what === what);
  const { counts, bare, anybody } = tries(fact);
  const opened = counts && isOpen(counts) && !anybody ? counts : null;
  const damaged = first('damaged');
  const takesAnything = opened && damaged && isOpen(damaged) ? damaged : null;
  const away = counts && !anybody && isRefusal(counts) && counts.answer?.error.identifier !== 'insufficient_scope';
  const expired = first('expired');
  return {
    fact,
    token: tokenOf(fact, opened),
    letIn: takesAnything ? null : opened,
    turnedAway: away ? counts : null,
    takesAnything,
    refusal: readableRefusal([bare, damaged]),
    outlived: expired && isOpen(expired) ? expired : null,
    again: fact.tokens.find(({ purpose }) => purpose === 'again') ?? null,
    limited: fact.calls.find((call) => call.what === 'narrow' && isRefusal(call)) ?? null,
  };
}

/** The bare calls of the handshake as calls like any other, for endpoints that looking had not asked. */
export function callsOf(fact: Verification | undefined, known: readonly Call[]): Call[] {
  const fresh = (fact?.calls ?? []).filter(
    ({ what, url }) => what === 'bare' && !known.some((call) => call.url === url),
  );
  return fresh.map(({ url, answer, exchange, failure }) => ({
    url,
    method: 'GET',
    base: originOf(url),
    kind: 'rest',
    via: 'target',
    declaredProtected: null,
    bare: answer,
    bearer: null,
    invented: null,
    control: null,
    failures: failure === null ? [] : [{ what: 'bare', exchange, code: failure }],
  }));
}
