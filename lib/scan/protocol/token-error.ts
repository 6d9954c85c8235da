/** Reads the answers of a token endpoint to a client that cannot exist, and decides what they say of client_credentials (STANDARDS §2.5). */
import type { TokenAnswer, TokenEndpoint } from '../types.ts';
import { parseChallenges } from './challenge.ts';
import { isAwsMissingRoute, isEcho, readErrorShape } from './error-shape.ts';
import { isObject, member, readJson, statements } from './json-body.ts';
import { looksLikeLogin } from './session-cookie.ts';
import { formFields, namedGrants, OAUTH_CODES, subjectOf, type Subject } from './token-words.ts';

/** One answer off the wire. Header names are lower case; `wall` names a bot wall that answered in the endpoint's place. */
export interface RawTokenAnswer {
  status: number;
  contentType: string | null;
  text: string;
  headers: ReadonlyMap<string, string>;
  exchange: string;
  wall: string | null;
}

export interface GrantDecision {
  /** Row of STANDARDS §2.5 that applied. */
  row: number;
  verdict: TokenEndpoint['clientCredentials'];
  life: TokenEndpoint['life'];
  reason: string;
}

/** Longest text that is kept of one answer, in characters. */
const MAX_TEXT = 500;
/** What stands in place of a token (PR4): it is neither used nor stored. */
const ISSUED = 'a token was issued; it was not kept';
const MISSING_ROUTE = 'Missing Authentication Token';

/** Names of form parameters that a validation error may carry as a member: `{"grant_type":["…"]}`. */
const FIELD = /^(?:grant_?type|client_?id|client_?secret|scope|audience|resource|authorization)$/i;

/**
 * Reduces one answer to code, text and format. `oauth` is RFC 6749 §5.2: a JSON string `error` from the registry, or a token under a
 * 2xx, whose value is dropped here. The code may also come from the challenge (RFC 6750 §3) when the body has none. Never throws.
 */
export function readTokenAnswer(input: RawTokenAnswer): TokenAnswer {
  const challenges = parseChallenges(input.headers.get('www-authenticate') ?? '');
  const base = { exchange: input.exchange, status: input.status, challenges, location: input.headers.get('location')?.slice(0, 2000) ?? null, wall: input.wall };
  const challenged = challenges.map((c) => c.parameters['error']).find((error) => error !== undefined) ?? null;
  const body = input.text.trim();
  const form = formFields(body);
  if (form) {
    if (form.error === '') return input.status < 300 ? { ...base, code: null, format: 'oauth', text: ISSUED } : { ...base, code: challenged, format: 'form', text: '' };
    return { ...base, code: form.error.slice(0, 200), format: 'form', text: (form.description || form.error).slice(0, MAX_TEXT) };
  }
  const shape = readErrorShape(input.text, input.contentType, input.status);
  if (shape.format === 'html') return { ...base, code: challenged, format: 'html', text: pageText(body).slice(0, MAX_TEXT) };
  if (shape.format === 'json') {
    const read = readJson(body);
    const value = read.ok ? read.value : null;
    if (input.status >= 200 && input.status < 300 && holdsToken(value)) return { ...base, code: null, format: 'oauth', text: ISSUED };
    if (isAwsMissingRoute(input.text)) return { ...base, code: null, format: 'json', text: MISSING_ROUTE };
    const rest = statements(value, 2000, isEcho, (name) => (FIELD.test(name) ? name : null));
    const error = isObject(value) ? member(value, 'error') : undefined;
    const registered = typeof error === 'string' && OAUTH_CODES.has(error.trim().toLowerCase());
    const word = typeof value === 'string' && /^\w{3,60}$/.test(value) ? value : null;
    const code = (registered ? error.trim() : null) ?? shape.identifier ?? word ?? challenged;
    // The code says what it says; repeated among the words it would colour them ("client_id is missing · invalid_request").
    const text = [...new Set([...(shape.message === null ? [] : [shape.message]), ...rest])].filter((part) => part !== code).join(' · ').slice(0, MAX_TEXT);
    return { ...base, code, format: registered ? 'oauth' : 'json', text };
  }
  return { ...base, code: shape.identifier ?? challenged, format: shape.format, text: (shape.message ?? '').slice(0, MAX_TEXT) };
}

/** Whether a body carries a token, in the standard's member, in camel case or wrapped (K1, K3). */
function holdsToken(value: unknown): boolean {
  if (!isObject(value)) return false;
  const inside = [value, ...Object.values(value).slice(0, 50).filter(isObject)];
  return inside.some((object) => typeof member(object, 'accesstoken') === 'string');
}

/** The words of a short error page. Some token endpoints answer people even here. */
const pageText = (html: string): string =>
  html.slice(0, 8000).replaceAll(/<(?:script|style|head)\b[^]{0,8000}?<\/(?:script|style|head)>/gi, ' ').replaceAll(/<[^<>]{0,2000}>/g, ' ').replaceAll(/\s+/g, ' ').trim();

// ---------------------------------------------------------------- one answer

/** What kind of answer it is. `word`: it speaks as a token endpoint does, and `subject` tells of what. */
type Kind = 'none' | 'wall' | 'issued' | 'unavailable' | 'redirect' | 'not-found' | 'method' | 'page' | 'word';

interface Heard {
  answer: TokenAnswer | null;
  kind: Kind;
  subject: Subject | null;
}

const OAUTH_PAGE = /oauth error|invalid_client|unsupported_grant_type|invalid_request|unauthorized_client|cannot_be_found/i;
/** A router that knows no such path, in the words of common frameworks. */
const NO_ROUTE = /cannot (?:post|get) |no route|route not found|no such (?:route|endpoint|path)|unknown (?:endpoint|path|method|route)|(?:endpoint|path|page|url|resource)[^.·]{0,40} (?:not found|does ?n[o']t exist|does not exist)|\bnot_found\b.{0,20}route/i;

function hear(answer: TokenAnswer | null): Heard {
  const told = (kind: Kind, subject: Subject | null = null): Heard => ({ answer, kind, subject });
  if (!answer) return told('none');
  if (answer.wall !== null) return told('wall');
  const { status, format, code } = answer;
  if (status >= 200 && status < 300 && format === 'oauth' && code === null) return told('issued');
  if (status === 429 || status === 502 || status === 503 || status === 504) return told('unavailable');
  const subject = subjectOf(answer);
  const plainly = subject !== 'other' && subject !== 'refusal';
  if (status >= 500 && !plainly) return told('unavailable');
  if (status >= 300 && status < 400) return told('redirect');
  if (format === 'html') return OAUTH_PAGE.test(answer.text) ? told('word', subject) : told(status === 405 ? 'method' : status === 404 || status === 410 ? 'not-found' : 'page');
  if (status === 405) return told('method');
  if ((status === 404 || status === 410) && !plainly) return told('not-found');
  if (status === 403 && answer.text === MISSING_ROUTE) return told('not-found');
  return told('word', subject);
}

/** What a reader is told that an answer was. */
const label = ({ answer }: Heard): string => {
  if (!answer) return 'nothing';
  const words = answer.code ?? (answer.text === '' ? null : answer.text.length > 80 ? `${answer.text.slice(0, 80)}…` : answer.text);
  return words === null ? `HTTP ${answer.status}` : `“${words}”`;
};

/** Two answers without what differs from call to call: ids, times, the echo of the grant. */
const stable = (answer: TokenAnswer): string =>
  `${answer.status} ${answer.code ?? ''} ${answer.text}`.toLowerCase().replaceAll(/scan_none_\w+|client_credentials/g, '').replaceAll(/[\da-f]{8}-[\da-f-]{20,40}|\b[\da-z]*\d[\da-z]{6,}\b|\d+/g, '0');
const same = (a: Heard, b: Heard): boolean => a.answer !== null && b.answer !== null && stable(a.answer) === stable(b.answer);

// ---------------------------------------------------------------- the decision

/**
 * The decision table of STANDARDS §2.5. `basic` and `body` are the answers to client_credentials with a random client, `bogus` the
 * answer to an invented grant with the same client in the body, `json` the answer to the body probe sent as JSON; null: not asked
 * or not answered. The contrast that counts is `body` against `bogus`, which differ in nothing but the grant.
 */
export function decideGrant(answers: { basic: TokenAnswer | null; body: TokenAnswer | null; bogus: TokenAnswer | null; json: TokenAnswer | null }): GrantDecision {
  const [basic, body, bogus, json] = [hear(answers.basic), hear(answers.body), hear(answers.bogus), hear(answers.json)];
  const asked = [basic, body, json];
  const issued = asked.find((heard) => heard.kind === 'issued');
  if (issued) return { row: 22, verdict: 'supported', life: 'alive', reason: 'it issued a token to a client that does not exist' };
  if (bogus.kind === 'issued') return { row: 22, verdict: 'unknown', life: 'alive', reason: 'it issued a token for a grant that does not exist' };

  const first = [body, basic].find((heard) => heard.kind === 'word');
  if (!first) return json.kind === 'word' ? asJson(json) : silence(body.kind === 'none' ? basic : body, bogus);
  const decision = refine(contrast(first, bogus), { basic, body, bogus, json });
  const dressed = first.answer && first.answer.status >= 200 && first.answer.status < 300 && decision.row <= 14;
  return dressed ? { ...decision, row: 23, reason: `${decision.reason} (errors come under HTTP ${first.answer?.status ?? 200})` } : decision;
}

/** Nothing spoke as a token endpoint does: rows 15 to 21. */
function silence(cc: Heard, bogus: Heard): GrantDecision {
  const { answer } = cc;
  switch (cc.kind) {
    case 'wall':
      return { row: 20, verdict: 'unknown', life: 'unknown', reason: `a bot wall (${answer?.wall ?? ''}) answers at the token endpoint` };
    case 'redirect': {
      const target = answer?.location ?? null;
      if (target !== null && looksLikeLogin(target)) return { row: 18, verdict: 'unknown', life: 'dead', reason: 'it redirects to a login page' };
      return { row: 18, verdict: 'unknown', life: 'unknown', reason: `it redirects${target === null ? '' : ` to ${target.slice(0, 200)}`}, and a POST is not sent on` };
    }
    case 'not-found': {
      // A JSON 404 in OAuth's own member may be how it refuses an unknown client (R2); a router's 404 is not.
      const mute = (answer?.format === 'json' || answer?.format === 'form') && !NO_ROUTE.test(answer.text) && answer.text !== MISSING_ROUTE;
      return { row: 15, verdict: 'unknown', life: mute ? 'unknown' : 'dead', reason: `it answers HTTP ${answer?.status ?? 404} ${same(cc, bogus) ? 'to everything' : 'to client_credentials'}` };
    }
    case 'method':
      return { row: 16, verdict: 'unknown', life: 'dead', reason: 'it does not take POST (HTTP 405)' };
    case 'page':
      return { row: 19, verdict: 'unknown', life: 'dead', reason: `it answers with a page (HTTP ${answer?.status ?? 200}), not as a token endpoint` };
    case 'none':
      return { row: bogus.kind === 'wall' ? 20 : 21, verdict: 'unknown', life: 'unknown', reason: 'it gave no answer' };
    default:
      return { row: 21, verdict: 'unknown', life: 'unknown', reason: `it answers HTTP ${answer?.status ?? 0}, so nothing is known` };
  }
}

/** Whether the answer comes from something that reads token requests, or could be any server's. */
function lifeOf({ answer, subject }: Heard): GrantDecision['life'] {
  if (!answer) return 'unknown';
  if (subject !== 'other' && subject !== null) return 'alive';
  const structured = answer.format === 'json' || answer.format === 'oauth' || answer.format === 'form' || answer.format === 'xml';
  return structured && answer.status >= 400 ? 'alive' : 'unknown';
}

/** The one contrast that decides: rows 1 to 14 and 17. */
function contrast(cc: Heard, bogus: Heard): GrantDecision {
  const life = lifeOf(cc);
  const [a, b] = [label(cc), label(bogus)];
  const supported = (row: number, why: string): GrantDecision => ({ row, verdict: 'supported', life, reason: `it answers ${a} to client_credentials and ${b} to an invented grant: ${why}` });
  const unknown = (row: number, why: string): GrantDecision => ({ row, verdict: 'unknown', life, reason: why });
  const spoke = bogus.kind === 'word';
  const aboutGrant = spoke && (bogus.subject === 'grant' || bogus.subject === 'grant-missing');
  const registered = (heard: Heard): boolean => heard.answer?.code !== null && OAUTH_CODES.has(heard.answer?.code?.toLowerCase() ?? '');
  const vendor = !registered(cc) || (spoke && !registered(bogus));
  const alike = spoke && (same(cc, bogus) || cc.subject === bogus.subject);
  const unheard = `it answers ${a} to client_credentials, and there is nothing to compare it with`;

  switch (cc.subject) {
    case 'grant':
      return { row: aboutGrant ? 4 : 5, verdict: 'unsupported', life, reason: `it answers ${a} to client_credentials` };
    case 'client':
    case 'client-missing':
      if (aboutGrant) return supported(vendor ? 12 : bogus.answer?.code?.toLowerCase() === 'invalid_request' ? 2 : 1, 'it knew the grant and went on to the client');
      if (alike) return cc.subject === 'client-missing' ? unknown(10, `it answers ${a} to every grant, as if it did not read the client`) : unknown(vendor ? 13 : 3, `it answers ${a} to every grant: the client is checked first`);
      if (spoke && (bogus.subject === 'request' || bogus.subject === 'parameter')) return supported(2, 'only the known grant led on to the client');
      // The requests differ in nothing but the grant, so another refusal of the invented one is about the grant.
      if (spoke && (bogus.subject === 'invalid-grant' || (bogus.subject === 'other' && (bogus.answer?.status === 400 || bogus.answer?.status === 422)))) return supported(12, 'only the known grant led on to the client');
      return spoke ? unknown(13, `it answers ${a} to client_credentials and ${b} to an invented grant, which does not tell them apart`) : unknown(21, unheard);
    case 'unauthorized-client':
    case 'access-denied':
      if (aboutGrant || (spoke && bogus.subject === 'request')) return supported(6, 'the grant exists, but not for this client');
      return spoke ? unknown(7, `it answers ${a} to every grant: the client is checked first`) : unknown(21, unheard);
    case 'parameter':
      if (aboutGrant || (spoke && bogus.subject === 'request' && !same(cc, bogus))) return supported(8, 'it knew the grant and missed a parameter');
      return spoke ? unknown(10, `it answers ${a} to every grant`) : unknown(21, unheard);
    case 'request':
      if (aboutGrant) return supported(8, 'it knew the grant and missed something else');
      return spoke ? unknown(10, `it answers ${a} to every grant`) : unknown(21, unheard);
    case 'invalid-grant':
      if (aboutGrant) return supported(11, 'it knew the grant');
      return spoke ? unknown(13, `it answers ${a} to every grant`) : unknown(21, unheard);
    case 'grant-missing':
      return unknown(10, `it answers ${a} although a grant type was sent, so it does not read the form, or does not say which is wrong`);
    case 'encoding':
      return unknown(17, `it answers ${a}: it wants another body format`);
    case 'refusal':
      if (aboutGrant) return supported(12, 'only the invented grant is refused as one');
      return unknown(14, `it answers ${a} (HTTP ${cc.answer?.status ?? 0}) and does not say why`);
    default:
      if (aboutGrant) return supported(12, 'only the invented grant is refused as one');
      return unknown(spoke && same(cc, bogus) ? 13 : 10, `its answer ${a} says nothing about the grant`);
  }
}

/** What the other answers add to the contrast, or take from it. */
function refine(decision: GrantDecision, { basic, body, bogus, json }: { basic: Heard; body: Heard; bogus: Heard; json: Heard }): GrantDecision {
  if (body.kind !== 'word' && basic.subject === 'client-missing') return { ...decision, row: 9, verdict: 'unknown', reason: 'it does not read Basic, and gave no answer to credentials in the body' };
  // Basic and bogus differ in the way the client was sent too: without the body's answer, only a word about the grant counts.
  if (body.kind !== 'word' && decision.verdict === 'supported' && bogus.subject !== 'grant' && bogus.subject !== 'grant-missing') {
    return { ...decision, verdict: 'unknown', row: 9, reason: `${label(basic)} came after Basic and ${label(bogus)} after body credentials, so the grant is not the only difference` };
  }
  // Basic got past the grant to the client, the body did not: the server treats the two ways differently, so the refusal is not about the grant alone.
  if (decision.verdict === 'unsupported' && body.kind === 'word' && basic.kind === 'word' && (basic.subject === 'client' || basic.subject === 'unauthorized-client')) {
    return { ...decision, verdict: 'unknown', row: 3, reason: `it answers ${label(basic)} to Basic and ${label(body)} to credentials in the body` };
  }
  const listed = bogus.kind === 'word' && bogus.answer ? namedGrants(bogus.answer.text) : null;
  if (listed === 'with' && decision.verdict === 'unsupported') return { ...decision, verdict: 'unknown', reason: `it refuses client_credentials and names it as known: ${label(bogus)}` };
  if (listed === 'with' && decision.verdict === 'unknown') return { ...decision, verdict: 'supported', row: 12, life: 'alive', reason: `its answer to an invented grant names client_credentials: “${(bogus.answer?.text ?? '').slice(0, 160)}”` };
  if (listed === 'without' && decision.verdict === 'unknown' && bogus.subject === 'grant') return { ...decision, verdict: 'unsupported', row: 5, life: 'alive', reason: `its answer to an invented grant names the grants that it knows, without client_credentials: “${(bogus.answer?.text ?? '').slice(0, 160)}”` };
  if (decision.verdict === 'unknown' && (decision.row === 10 || decision.row === 17) && json.kind === 'word') return asJson(json);
  return decision;
}

/** Row 17: the form was not understood, and the same sent as JSON was answered; without a contrast it can only deny. */
function asJson(json: Heard): GrantDecision {
  const life = lifeOf(json);
  if (json.subject === 'grant') return { row: 5, verdict: 'unsupported', life, reason: `it answers ${label(json)} to client_credentials sent as JSON` };
  return { row: 17, verdict: 'unknown', life, reason: `it answers ${label(json)} to client_credentials sent as JSON, and reads no form` };
}
