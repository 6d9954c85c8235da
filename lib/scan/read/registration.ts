/** Reads a registration endpoint's answer to a request that cannot register anything (STANDARDS Z2, Z3; RFC 7591 §3.2.2). */
import type { ErrorShape, Registration } from '../types.ts';
import { parseChallenges } from './challenge.ts';
import { isAwsMissingRoute, readErrorShape } from './error-shape.ts';
import { anyOf, Names } from '../names.ts';

/** The answer to a POST of application/json that is broken or impossible. Header names are lower case. */
export interface RegistrationAnswer {
  status: number;
  contentType: string | null;
  text: string;
  headers: ReadonlyMap<string, string>;
}

/** RFC 7591 §3.2.2, and what servers say in its place about a body that is not JSON. */
const READ_THE_BODY = new Names(
  'invalid_request invalid_client_metadata invalid_redirect_uri invalid_software_statement unapproved_software_statement invalid_json ' +
    'validation_error bad_request parse_error',
);
const PARSING =
  /\bjson\b|\bparse|malformed|syntax ?error|unexpected (?:end|token)|redirect_?uris?|expected property name/i;
const WANTS_TOKEN = anyOf([
  'initial access token',
  '(?:access|registration|bearer) token (?:is )?(?:required|missing|invalid)',
  String.raw`(?:missing|no|invalid|requires? an?) (?:access |registration |bearer )?token(?! [<{}"'\]]| in json)`,
  String.raw`\bauthentication (?:is )?required`,
  'trusted hosts?',
]);
const TOKEN_CODES = new Names(
  'invalid_token insufficient_scope invalid_client access_denied unauthorized unauthenticated unauthorized_client',
);
const SWITCHED_OFF =
  /registration[^.]{0,40}(?:disabled|switched off|turned off|not (?:be )?(?:supported|enabled|allowed|available|permitted))/i;

/**
 * `open` when it reads the body without asking for a token first, which is strong evidence and no proof, since a server may parse
 * before it checks; `token-required` when it asks for an initial access token (RFC 7591 §3); `absent` for 404, 405, 410, 501 and for
 * registration that is switched off; everything else, pages and server errors included, is `unknown`. Never throws.
 */
export function readRegistrationAnswer(answer: RegistrationAnswer): Pick<Registration, 'state' | 'reason'> {
  const { status } = answer;
  const shape = readErrorShape(answer.text, answer.contentType, status);
  const code = shape.identifier ?? '';
  const words = shape.format === 'html' ? answer.text.slice(0, 4000) : `${code} ${shape.message ?? ''}`;
  const named = code === '' ? '' : ` (${code.slice(0, 60)})`;
  const [state, reason] = byStatus(answer) ?? byWords(answer, shape, { code, words, named });
  return { state, reason: `HTTP ${status}: ${reason}` };
}

type Told = [state: Registration['state'], reason: string];
const switchedOff: Told = ['absent', 'registration is switched off'];

/** What the status says by itself. */
function byStatus({ status, text }: RegistrationAnswer): Told | null {
  if (status === 501) return switchedOff;
  if (status === 429 || status >= 500) return ['unknown', 'the server could not answer'];
  if (status === 404 || status === 410 || isAwsMissingRoute(text))
    return ['absent', 'there is no registration endpoint'];
  return status === 405 ? ['absent', 'it does not take POST'] : null;
}

interface Said {
  code: string;
  words: string;
  named: string;
}

function byWords(answer: RegistrationAnswer, shape: ErrorShape, said: Said): Told {
  const { status } = answer;
  const success = status >= 200 && status < 300;
  if (shape.format !== 'html' && SWITCHED_OFF.test(said.words)) return switchedOff;
  if (status === 401) return asksForToken(said);
  if (status === 403) return refused(answer, shape, said);
  if (success && shape.format === 'json' && /"client_id"\s*:/.test(answer.text))
    return ['open', 'it registered a client although nothing in the request could be one'];
  if (success && !READ_THE_BODY.has(said.code)) return ['unknown', 'it answers as if nothing were wrong'];
  if (status === 415) return ['unknown', 'it is there, and does not take application/json'];
  return success || status === 400 || status === 422 ? refusedBody(shape, said) : saysNothing(shape);
}

const asksForToken = ({ named }: Said): Told => ['token-required', `it asks for an initial access token${named}`];
const speaksOfToken = ({ code, words }: Said): boolean => TOKEN_CODES.has(code) || WANTS_TOKEN.test(words);
const saysNothing = ({ format }: ErrorShape): Told => [
  'unknown',
  format === 'html' ? 'it answers with a page' : 'its answer says nothing',
];

function refused(answer: RegistrationAnswer, shape: ErrorShape, said: Said): Told {
  const challenged = parseChallenges(answer.headers.get('www-authenticate') ?? '').length > 0;
  const asks = shape.format === 'json' && (speaksOfToken(said) || shape.speaksOfCredentials);
  return challenged || asks ? asksForToken(said) : ['unknown', 'it refuses without saying what is missing'];
}

function refusedBody(shape: ErrorShape, said: Said): Told {
  if (speaksOfToken(said)) return asksForToken(said);
  if (READ_THE_BODY.has(said.code) || PARSING.test(said.words))
    return ['open', `it read the body without asking for a token${said.named}`];
  return shape.format === 'json' || shape.format === 'xml'
    ? ['open', `it refused the body without asking for a token${said.named}`]
    : saysNothing(shape);
}
