/** Decides what a token endpoint's answers to a client that cannot exist say of client_credentials (STANDARDS §2.5). */
import type { TokenAnswer, TokenEndpoint } from '../types.ts';
import { anyOf } from '../names.ts';
import { looksLikeLogin } from './session-cookie.ts';
import { MISSING_ROUTE } from './token-answer.ts';
import { namedGrants, OAUTH_CODES, subjectOf, type Subject } from './token-words.ts';

export interface GrantDecision {
  /** Row of STANDARDS §2.5 that applied. */
  row: number;
  verdict: TokenEndpoint['clientCredentials'];
  life: TokenEndpoint['life'];
  reason: string;
}

// ---------------------------------------------------------------- one answer

/** What kind of answer it is. `word`: it speaks as a token endpoint does, and `subject` tells of what. */
type Kind =
  | 'none'
  | 'wall'
  | 'issued'
  | 'unavailable'
  | 'redirect'
  | 'not-found'
  | 'method'
  | 'certificate'
  | 'page'
  | 'word';

interface Heard {
  answer: TokenAnswer | null;
  kind: Kind;
  subject: Subject | null;
}

const BUSY = new Set([429, 502, 503, 504]);
const OAUTH_PAGE =
  /oauth error|invalid_client|unsupported_grant_type|invalid_request|unauthorized_client|cannot_be_found/i;
/** A page of the server before the endpoint, such as nginx's "No required SSL certificate was sent": mutual TLS (RFC 8705 §2). */
const NO_CERTIFICATE = /\b(?:ssl|tls|client) certificate\b/i;
/** A router that knows no such path, in the words of common frameworks. */
const NO_ROUTE = anyOf([
  'cannot (?:post|get) ',
  'no route',
  'route not found',
  'no such (?:route|endpoint|path)',
  'unknown (?:endpoint|path|method|route)',
  "(?:endpoint|path|page|url|resource)[^.·]{0,40} (?:not found|does ?n[o']t exist|does not exist)",
  String.raw`\bnot_found\b.{0,20}route`,
]);

function hear(answer: TokenAnswer | null): Heard {
  if (!answer) return { answer, kind: 'none', subject: null };
  const subject = subjectOf(answer);
  const kind = kindOf(answer, subject !== 'other' && subject !== 'refusal');
  return { answer, kind, subject: kind === 'word' ? subject : null };
}

/** `plainly`: its words say what they are about. */
function kindOf(answer: TokenAnswer, plainly: boolean): Kind {
  const { status, format, code } = answer;
  const family = Math.floor(status / 100);
  if (answer.wall !== null) return 'wall';
  if (family === 2 && format === 'oauth' && code === null) return 'issued';
  if (BUSY.has(status) || (family === 5 && !plainly)) return 'unavailable';
  if (family === 3) return 'redirect';
  if (format === 'html' && OAUTH_PAGE.test(answer.text)) return 'word';
  if (status === 405) return 'method';
  if ((status === 404 || status === 410) && (!plainly || format === 'html')) return 'not-found';
  if (format === 'html') return pageKind(answer);
  return status === 403 && answer.text === MISSING_ROUTE ? 'not-found' : 'word';
}

const pageKind = ({ status, text }: TokenAnswer): Kind =>
  status >= 400 && NO_CERTIFICATE.test(text) ? 'certificate' : 'page';

/** What a reader is told that an answer was. */
const label = ({ answer }: Heard): string => {
  if (!answer) return 'nothing';
  const words =
    answer.code ?? (answer.text === '' ? null : answer.text.length > 80 ? `${answer.text.slice(0, 80)}…` : answer.text);
  return words === null ? `HTTP ${answer.status}` : `“${words}”`;
};

/** Two answers without what differs from call to call: ids, times, the echo of the grant. */
const stable = (answer: TokenAnswer): string =>
  `${answer.status} ${answer.code ?? ''} ${answer.text}`
    .toLowerCase()
    .replaceAll(/scan_none_\w+|client_credentials/g, '')
    .replaceAll(/[\da-f]{8}-[\da-f-]{20,40}|\b[\da-z]*\d[\da-z]{6,}\b|\d+/g, '0');
const same = (a: Heard, b: Heard): boolean =>
  a.answer !== null && b.answer !== null && stable(a.answer) === stable(b.answer);

// ---------------------------------------------------------------- the decision

/**
 * The decision table of STANDARDS §2.5. `basic` and `body` are the answers to client_credentials with a random client, `bogus` the
 * answer to an invented grant with the same client in the body, `json` the answer to the body probe sent as JSON; null: not asked
 * or not answered. The contrast that counts is `body` against `bogus`, which differ in nothing but the grant.
 */
export function decideGrant(answers: {
  basic: TokenAnswer | null;
  body: TokenAnswer | null;
  bogus: TokenAnswer | null;
  json: TokenAnswer | null;
}): GrantDecision {
  const [basic, body, bogus, json] = [hear(answers.basic), hear(answers.body), hear(answers.bogus), hear(answers.json)];
  const asked = [basic, body, json];
  const issued = asked.find((heard) => heard.kind === 'issued');
  if (issued)
    return {
      row: 22,
      verdict: 'supported',
      life: 'alive',
      reason: 'it issued a token to a client that does not exist',
    };
  if (bogus.kind === 'issued')
    return { row: 22, verdict: 'unknown', life: 'alive', reason: 'it issued a token for a grant that does not exist' };

  const first = [body, basic].find((heard) => heard.kind === 'word');
  if (!first) return json.kind === 'word' ? asJson(json) : silence(body.kind === 'none' ? basic : body, bogus);
  const decision = refine(contrast(first, bogus), { basic, body, bogus, json });
  const dressed = first.answer && first.answer.status >= 200 && first.answer.status < 300 && decision.row <= 14;
  return dressed
    ? { ...decision, row: 23, reason: `${decision.reason} (errors come under HTTP ${first.answer?.status ?? 200})` }
    : decision;
}

/** Nothing spoke as a token endpoint does: rows 15 to 21. */
function silence(cc: Heard, bogus: Heard): GrantDecision {
  const status = cc.answer?.status ?? 0;
  const told = (row: number, life: GrantDecision['life'], reason: string): GrantDecision => ({
    row,
    verdict: 'unknown',
    life,
    reason,
  });
  switch (cc.kind) {
    case 'wall':
      return told(20, 'unknown', `a bot wall (${cc.answer?.wall ?? ''}) answers at the token endpoint`);
    case 'redirect': {
      const target = cc.answer?.location ?? null;
      if (target !== null && looksLikeLogin(target)) return told(18, 'dead', 'it redirects to a login page');
      const to = target === null ? '' : ` to ${target.slice(0, 200)}`;
      return told(18, 'unknown', `it redirects${to}, and a POST is not sent on`);
    }
    case 'not-found': {
      const asked = same(cc, bogus) ? 'everything' : 'client_credentials';
      return told(15, mayBeMute(cc) ? 'unknown' : 'dead', `it answers HTTP ${status} to ${asked}`);
    }
    case 'method':
      return told(16, 'dead', 'it does not take POST (HTTP 405)');
    case 'certificate':
      return told(21, 'unknown', 'it wants a certificate of the client (mutual TLS) before it reads anything');
    case 'page':
      return told(19, 'dead', `it answers with a page (HTTP ${status}), not as a token endpoint`);
    case 'none':
      return told(bogus.kind === 'wall' ? 20 : 21, 'unknown', 'it gave no answer');
    default:
      return told(21, 'unknown', `it answers HTTP ${status}, so nothing is known`);
  }
}

/** A JSON 404 in OAuth's own member may be how it refuses an unknown client (R2); a router's 404 is not. */
const mayBeMute = ({ answer }: Heard): boolean =>
  (answer?.format === 'json' || answer?.format === 'form') &&
  !NO_ROUTE.test(answer.text) &&
  answer.text !== MISSING_ROUTE;

/** Whether the answer comes from something that reads token requests, or could be any server's. */
function lifeOf({ answer, subject }: Heard): GrantDecision['life'] {
  if (!answer) return 'unknown';
  if (subject !== 'other' && subject !== null) return 'alive';
  const structured =
    answer.format === 'json' || answer.format === 'oauth' || answer.format === 'form' || answer.format === 'xml';
  return structured && answer.status >= 400 ? 'alive' : 'unknown';
}

/** The two answers that differ in nothing but the grant, side by side. */
interface Contrast {
  cc: Heard;
  bogus: Heard;
  /** What they were, for a reader. */
  a: string;
  b: string;
  /** The invented grant was answered as a token endpoint answers. */
  spoke: boolean;
  /** It was refused as a grant. */
  aboutGrant: boolean;
}
type Decided = Pick<GrantDecision, 'row' | 'verdict' | 'reason'>;

const supported = ({ a, b }: Contrast, row: number, why: string): Decided => ({
  row,
  verdict: 'supported',
  reason: `it answers ${a} to client_credentials and ${b} to an invented grant: ${why}`,
});
const unknown = (row: number, reason: string): Decided => ({ row, verdict: 'unknown', reason });
/** Both were refused alike, or there is only one answer. */
const undecided = ({ spoke, a }: Contrast, row: number, why = ''): Decided =>
  spoke
    ? unknown(row, `it answers ${a} to every grant${why}`)
    : unknown(21, `it answers ${a} to client_credentials, and there is nothing to compare it with`);
const refuses = ({ spoke, bogus }: Contrast, ...subjects: Subject[]): boolean =>
  spoke && bogus.subject !== null && subjects.includes(bogus.subject);
const registered = ({ answer }: Heard): boolean => OAUTH_CODES.has(answer?.code?.toLowerCase() ?? '');

/** Client_credentials was refused for its client. */
function refusedClient(contrast: Contrast): Decided {
  const { cc, bogus, spoke, aboutGrant, a, b } = contrast;
  const vendor = !registered(cc) || (spoke && !registered(bogus));
  if (aboutGrant) {
    const row = bogus.answer?.code?.toLowerCase() === 'invalid_request' ? 2 : 1;
    return supported(contrast, vendor ? 12 : row, 'it knew the grant and went on to the client');
  }
  if (spoke && (same(cc, bogus) || cc.subject === bogus.subject))
    return cc.subject === 'client-missing'
      ? undecided(contrast, 10, ', as if it did not read the client')
      : undecided(contrast, vendor ? 13 : 3, ': the client is checked first');
  if (refuses(contrast, 'request', 'parameter'))
    return supported(contrast, 2, 'only the known grant led on to the client');
  // The requests differ in nothing but the grant, so another refusal of the invented one is about the grant.
  const status = bogus.answer?.status;
  if (refuses(contrast, 'invalid-grant') || (refuses(contrast, 'other') && (status === 400 || status === 422)))
    return supported(contrast, 12, 'only the known grant led on to the client');
  return spoke
    ? unknown(13, `it answers ${a} to client_credentials and ${b} to an invented grant, which does not tell them apart`)
    : undecided(contrast, 13);
}

const refusedForClient = (contrast: Contrast): Decided =>
  contrast.aboutGrant || refuses(contrast, 'request')
    ? supported(contrast, 6, 'the grant exists, but not for this client')
    : undecided(contrast, 7, ': the client is checked first');

/** By what the refusal of client_credentials is about: rows 1 to 14 and 17. */
const rows: Record<Subject, (contrast: Contrast) => Decided> = {
  grant: ({ aboutGrant, a }) => ({
    row: aboutGrant ? 4 : 5,
    verdict: 'unsupported',
    reason: `it answers ${a} to client_credentials`,
  }),
  client: refusedClient,
  'client-missing': refusedClient,
  'unauthorized-client': refusedForClient,
  'access-denied': refusedForClient,
  parameter: (contrast) =>
    contrast.aboutGrant || (refuses(contrast, 'request') && !same(contrast.cc, contrast.bogus))
      ? supported(contrast, 8, 'it knew the grant and missed a parameter')
      : undecided(contrast, 10),
  request: (contrast) =>
    contrast.aboutGrant
      ? supported(contrast, 8, 'it knew the grant and missed something else')
      : undecided(contrast, 10),
  'invalid-grant': (contrast) =>
    contrast.aboutGrant ? supported(contrast, 11, 'it knew the grant') : undecided(contrast, 13),
  'grant-missing': ({ a }) =>
    unknown(
      10,
      `it answers ${a} although a grant type was sent, so it does not read the form, or does not say which is wrong`,
    ),
  encoding: ({ a }) => unknown(17, `it answers ${a}: it wants another body format`),
  refusal: (contrast) =>
    contrast.aboutGrant
      ? supported(contrast, 12, 'only the invented grant is refused as one')
      : unknown(14, `it answers ${contrast.a} (HTTP ${contrast.cc.answer?.status ?? 0}) and does not say why`),
  other: (contrast) => {
    const { cc, bogus, spoke, aboutGrant, a } = contrast;
    if (aboutGrant) return supported(contrast, 12, 'only the invented grant is refused as one');
    return unknown(spoke && same(cc, bogus) ? 13 : 10, `its answer ${a} says nothing about the grant`);
  },
};

/** The one contrast that decides. */
function contrast(cc: Heard, bogus: Heard): GrantDecision {
  const spoke = bogus.kind === 'word';
  const aboutGrant = spoke && (bogus.subject === 'grant' || bogus.subject === 'grant-missing');
  const decided = rows[cc.subject ?? 'other']({ cc, bogus, a: label(cc), b: label(bogus), spoke, aboutGrant });
  return { ...decided, life: lifeOf(cc) };
}

interface Answers {
  basic: Heard;
  body: Heard;
  bogus: Heard;
  json: Heard;
}

/** What the other answers add to the contrast, or take from it. */
function refine(decision: GrantDecision, answers: Answers): GrantDecision {
  const { bogus, json } = answers;
  const doubt = doubtOf(decision, answers);
  if (doubt !== null) return { ...decision, verdict: 'unknown', ...doubt };
  const named = namesGrants(decision, bogus);
  if (named !== null) return { ...decision, ...named };
  if (decision.verdict === 'unknown' && (decision.row === 10 || decision.row === 17) && json.kind === 'word')
    return asJson(json);
  return decision;
}

/** Why the contrast proves nothing: the client was sent in two ways, and the server tells these apart. */
function doubtOf(
  { verdict }: GrantDecision,
  { basic, body, bogus }: Answers,
): Pick<GrantDecision, 'row' | 'reason'> | null {
  if (body.kind !== 'word') {
    if (basic.subject === 'client-missing')
      return { row: 9, reason: 'it does not read Basic, and gave no answer to credentials in the body' };
    // Basic and bogus differ in the way the client was sent too: without the body's answer, only a word about the grant counts.
    return verdict === 'supported' && bogus.subject !== 'grant' && bogus.subject !== 'grant-missing'
      ? {
          row: 9,
          reason: `${label(basic)} came after Basic and ${label(bogus)} after body credentials, so the grant is not the only difference`,
        }
      : null;
  }
  // Basic got past the grant to the client, the body did not, so the refusal is not about the grant alone.
  const past = basic.kind === 'word' && (basic.subject === 'client' || basic.subject === 'unauthorized-client');
  return verdict === 'unsupported' && past
    ? { row: 3, reason: `it answers ${label(basic)} to Basic and ${label(body)} to credentials in the body` }
    : null;
}

/** What the list of known grants in the answer to an invented one changes. */
function namesGrants({ verdict }: GrantDecision, bogus: Heard): Partial<GrantDecision> | null {
  const listed = bogus.kind === 'word' && bogus.answer ? namedGrants(bogus.answer.text) : null;
  const quote = `“${(bogus.answer?.text ?? '').slice(0, 160)}”`;
  if (listed === 'with' && verdict === 'unsupported')
    return { verdict: 'unknown', reason: `it refuses client_credentials and names it as known: ${label(bogus)}` };
  if (verdict !== 'unknown') return null;
  if (listed === 'with')
    return {
      verdict: 'supported',
      row: 12,
      life: 'alive',
      reason: `its answer to an invented grant names client_credentials: ${quote}`,
    };
  return listed === 'without' && bogus.subject === 'grant'
    ? {
        verdict: 'unsupported',
        row: 5,
        life: 'alive',
        reason: `its answer to an invented grant names the grants that it knows, without client_credentials: ${quote}`,
      }
    : null;
}

/** Row 17: the form was not understood, and the same sent as JSON was answered; without a contrast it can only deny. */
function asJson(json: Heard): GrantDecision {
  const life = lifeOf(json);
  if (json.subject === 'grant')
    return {
      row: 5,
      verdict: 'unsupported',
      life,
      reason: `it answers ${label(json)} to client_credentials sent as JSON`,
    };
  return {
    row: 17,
    verdict: 'unknown',
    life,
    reason: `it answers ${label(json)} to client_credentials sent as JSON, and reads no form`,
  };
}
