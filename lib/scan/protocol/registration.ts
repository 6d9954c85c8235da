/** Reads a registration endpoint's answer to a body that cannot register anything (STANDARDS Z2c, Z3; RFC 7591 §3.2.2). */
import type { Registration } from '../types.ts';
import { parseChallenges } from './challenge.ts';
import { isAwsMissingRoute, readErrorShape } from './error-shape.ts';

/** The answer to POST `{` as application/json. Header names are lower case. */
export interface RegistrationAnswer {
  status: number;
  contentType: string | null;
  text: string;
  headers: ReadonlyMap<string, string>;
}

/** RFC 7591 §3.2.2, and what servers say in its place about a body that is not JSON. */
const READ_THE_BODY = /^(?:invalid_request|invalid_client_metadata|invalid_redirect_uri|invalid_software_statement|unapproved_software_statement|invalid_json|validation_error|bad_request|parse_error)$/i;
const PARSING = /\bjson\b|\bparse|malformed|syntax ?error|unexpected (?:end|token)|redirect_?uris?|expected property name/i;
const WANTS_TOKEN = /initial access token|(?:access|registration|bearer) token (?:is )?(?:required|missing|invalid)|(?:missing|no|invalid|requires? an?) (?:access |registration |bearer )?token(?! [<{}"'\]]| in json)|\bauthentication (?:is )?required|trusted hosts?/i;
const TOKEN_CODES = /^(?:invalid_token|insufficient_scope|invalid_client|access_denied|unauthorized|unauthenticated|unauthorized_client)$/i;
const SWITCHED_OFF = /registration[^.]{0,40}(?:disabled|switched off|turned off|not (?:be )?(?:supported|enabled|allowed|available|permitted))/i;

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
  const told = (state: Registration['state'], reason: string) => ({ state, reason: `HTTP ${status}: ${reason}` });
  const named = code === '' ? '' : ` (${code.slice(0, 60)})`;

  if (status === 429 || status >= 500) return status === 501 ? told('absent', 'registration is switched off') : told('unknown', 'the server could not answer');
  if (status === 404 || status === 410 || isAwsMissingRoute(answer.text)) return told('absent', 'there is no registration endpoint');
  if (status === 405) return told('absent', 'it does not take POST');
  if (shape.format !== 'html' && SWITCHED_OFF.test(words)) return told('absent', 'registration is switched off');
  if (status === 401) return told('token-required', `it asks for an initial access token${named}`);
  if (status === 403) {
    const challenged = parseChallenges(answer.headers.get('www-authenticate') ?? '').length > 0;
    if (challenged || (shape.format === 'json' && (TOKEN_CODES.test(code) || shape.speaksOfCredentials || WANTS_TOKEN.test(words)))) return told('token-required', `it asks for an initial access token${named}`);
    return told('unknown', 'it refuses without saying what is missing');
  }
  if (status >= 200 && status < 300) {
    if (shape.format === 'json' && /"client_id"\s*:/.test(answer.text)) return told('open', 'it registered a client although the body was not JSON');
    if (!READ_THE_BODY.test(code)) return told('unknown', 'it answers as if nothing were wrong');
  }
  if (status === 415) return told('unknown', 'it is there, and does not take application/json');
  if ((status >= 200 && status < 300) || status === 400 || status === 422) {
    if (TOKEN_CODES.test(code) || WANTS_TOKEN.test(words)) return told('token-required', `it asks for an initial access token${named}`);
    if (READ_THE_BODY.test(code) || PARSING.test(words)) return told('open', `it read the body without asking for a token${named}`);
    if (shape.format === 'json' || shape.format === 'xml') return told('open', `it refused the body without asking for a token${named}`);
  }
  return told('unknown', shape.format === 'html' ? 'it answers with a page' : 'its answer says nothing');
}
