/** What a token endpoint's refusal is about, whatever words the vendor chose: the client, the grant, a parameter, the encoding. */
import { parse as parseQuery } from 'node:querystring';
import type { TokenAnswer } from '../types.ts';
import { anyOf, holds, Names, oneOf } from '../names.ts';
import { oneLine } from '../text.ts';

/**
 * `client`: the client is unknown or its proof wrong. `client-missing`: no client was seen. `grant`: the grant type is refused.
 * `grant-missing`: no grant type was seen, or it may be missing or wrong. `unauthorized-client`, `access-denied`, `invalid-grant`,
 * `parameter`, `request`: the OAuth codes of those names. `encoding`: another body format is wanted. `refusal`: 401 or 403 that says
 * no more. `other`: an answer without meaning for us.
 */
export type Subject =
  | 'client'
  | 'client-missing'
  | 'grant'
  | 'grant-missing'
  | 'unauthorized-client'
  | 'access-denied'
  | 'invalid-grant'
  | 'parameter'
  | 'request'
  | 'encoding'
  | 'refusal'
  | 'other';

/** Codes that RFC 6749 §5.2, RFC 8707 §2, RFC 8628 §3.5 and RFC 9449 register for token endpoints. */
export const OAUTH_CODES: ReadonlySet<string> = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_target',
  'access_denied',
  'authorization_pending',
  'slow_down',
  'expired_token',
  'use_dpop_nonce',
  'invalid_dpop_proof',
  'server_error',
  'temporarily_unavailable',
]);

/** Lower case, camelCase and separators as spaces, and without the sentence of RFC 6749 §5.2 that mentions grant types in passing. */
const plain = (text: string): string =>
  oneLine(
    text
      .slice(0, 2000)
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replaceAll(/[_\-"'`’“”]+/g, ' '),
  ).replaceAll('(other than grant type)', '');

const GRANT =
  /\bgrant ?types?\b|\b(?:unsupported|unknown|unrecogni[sz]ed|disallowed) (?:oauth2? |authorization )?grant\b|\bgrant (?:is )?(?:not (?:supported|allowed|known|enabled)|unsupported|unknown)\b/;
const GIVEN = oneOf('provided specified present supplied set given defined');
const EMPTY = oneOf('missing required empty undefined null blank');
const GRANT_MISSING = anyOf(
  [
    String.raw`\bgrant ?type\b[^.·]{0,40}\b(?:${EMPTY}|not (?:be )?(?:${GIVEN}|blank|empty|null)|be ${GIVEN})\b`,
    String.raw`\b(?:missing|required|requires|no|provide|specify)\b[^.·]{0,40}\bgrant ?type\b`,
  ],
  '',
);
/** The grant is named as wrong, not merely as a field. */
const GRANT_WRONG = anyOf(
  [
    'unsupported',
    'not (?:be |currently )?(?:supported|allowed|valid|accepted|enabled|permitted|recogni)',
    'invalid',
    'unknown',
    'unrecogni',
    'disallowed',
    String.raw`\bonly\b`,
    String.raw`\bmust\b`,
    String.raw`\bshould\b`,
    'illegal',
    String.raw`\bbad\b`,
    'unexpected',
    'one of',
    'match',
    'supported (?:grant|value)',
    String.raw`\bexpected\b`,
    'incorrect',
    'wrong',
  ],
  '',
);

const CLIENT =
  /\bclients?\b|\bapplication\b|\bapp\b|\bconsumer\b|\bapi ?key\b|\bcredentials?\b|\bsecret\b|\bauthentication\b/;
const WRONG = anyOf(
  [
    'invalid',
    'unknown',
    'not (?:be )?(?:found|exist|recogni|valid|registered|match)',
    'incorrect',
    String.raw`\bfail`,
    'n t exist',
    'wrong',
    String.raw`\bbad\b`,
    'unrecogni',
    'no such',
    'mismatch',
    'unregistered',
    'unauthori[sz]ed',
    'unable',
    'could not',
    'denied',
    'no (?:client|application)',
  ],
  '',
);
const MISSING =
  /missing|required|not (?:provided|specified|present|supplied|included)|empty|blank|no (?:client|authentication|credentials)|undefined/;
const CLIENT_FIELD =
  /\bclient (?:id|secret|authentication|credentials?)\b|\bauthori[sz]ation header\b|\bauthentication\b/;
const FAULTY = new Names('*invalid* *incorrect* *unknown* *fail*');
const NOT_ALLOWED = /not (?:be )?(?:authori[sz]ed|allowed|permitted|enabled|configured)|disallowed|unauthori[sz]ed/;
const PARAMETER = /\b(?:audience|resource|scopes?|account ?id|tenant|organi[sz]ation|assertion|environment)\b/;
const JSON_WANTED = anyOf(
  [
    String.raw`(?:expect\w{0,12}|must|only|requires?|unsupported|invalid|accepts?|should)[^.·]{0,60}\bjson\b`,
    String.raw`\bjson\b[^.·]{0,40}(?:expect\w{0,12}|required|only)`,
    '(?:unsupported|invalid|missing|wrong) (?:content|media) type',
    'content type (?:is )?(?:not|must|should|header)',
  ],
  '',
);

/** Numeric codes whose texts do not always travel with them: Entra ID (AADSTS) by number. */
const AADSTS: readonly [codes: string, Subject][] = [
  ['700016 7000215 7000222 700213 7000112', 'client'],
  ['7000218', 'client-missing'],
  ['70003 700025', 'grant'],
  ['70011 1002012 900144 90014 500011', 'parameter'],
];

/** AADSTS900144 names the parameter that is missing. */
function entraSubject(text: string): Subject | null {
  const code = /aadsts(\d+)/.exec(text)?.[1];
  if (code === undefined) return null;
  if (code === '900144' && text.includes('client id')) return 'client-missing';
  if (code === '900144' && GRANT.test(text)) return 'grant-missing';
  return AADSTS.find(([codes]) => codes.split(' ').includes(code))?.[1] ?? null;
}

/** What the words alone say; null when they say nothing that we know. */
function fromWords(text: string): Subject | null {
  const entra = entraSubject(text);
  if (entra !== null) return entra;
  const missingGrant = GRANT_MISSING.test(text);
  const wrongGrant = GRANT.test(text) && GRANT_WRONG.test(text);
  // "client_credentials" is the grant that we asked for, and no word about the client; "invalid client credentials" is one.
  const aboutClient = text.replaceAll(
    /(?<!(?:invalid|incorrect|bad|wrong|unknown) )\bclient credentials\b(?! (?:are|is|were|not|invalid|incorrect|mismatch|could))/g,
    ' ',
  );
  const client = CLIENT.test(aboutClient) && WRONG.test(aboutClient);
  if (missingGrant) return 'grant-missing';
  if (wrongGrant) return wrongGrantOr(text, aboutClient, client);
  if (CLIENT_FIELD.test(aboutClient) && MISSING.test(aboutClient) && !FAULTY.has(aboutClient)) return 'client-missing';
  if (client) return 'client';
  if (JSON_WANTED.test(text)) return 'encoding';
  return PARAMETER.test(text) && (MISSING.test(text) || WRONG.test(text)) ? 'parameter' : null;
}

/** A text that names a grant as wrong, unless it is the client's own grants, or client and grant in one breath. */
function wrongGrantOr(text: string, aboutClient: string, client: boolean): Subject {
  if (/\bclients?\b/.test(aboutClient) && NOT_ALLOWED.test(text)) return 'unauthorized-client';
  return client && !/\bvalue\b|\bparameter\b|one of|\bonly\b/.test(text) ? 'other' : 'grant';
}

/** What a vendor's own code says; null for registered codes and for codes without meaning (numbers, HTTP phrases). */
function fromVendorCode(code: string): Subject | null {
  const words = plain(code);
  if (GRANT_MISSING.test(words)) return 'grant-missing';
  if (GRANT.test(words)) return 'grant';
  if (holds(words, 'unauthorized client', 'unauthorised client')) return 'unauthorized-client';
  if (/\b(?:client|application|app|consumer|api key|credentials?|secret)\b/.test(words))
    return holds(words, 'missing', 'required') ? 'client-missing' : WRONG.test(words) ? 'client' : null;
  if (holds(words, 'invalid scope', 'invalid target', 'invalid audience', 'invalid resource')) return 'parameter';
  return null;
}

/** What a registered code is about, and what its text may say in its place. */
const CODES: Record<string, { means: Subject; unless: readonly Subject[] }> = {
  unsupported_grant_type: { means: 'grant', unless: ['grant-missing'] },
  invalid_client: { means: 'client', unless: ['grant', 'grant-missing', 'client-missing'] },
  unauthorized_client: { means: 'unauthorized-client', unless: ['grant'] },
  invalid_grant: { means: 'invalid-grant', unless: ['grant', 'grant-missing', 'client'] },
  invalid_scope: { means: 'parameter', unless: [] },
  invalid_target: { means: 'parameter', unless: [] },
  access_denied: { means: 'access-denied', unless: ['grant', 'parameter'] },
};

/**
 * What one refusal is about. A registered code decides by itself, except those that servers use for everything, which the text
 * refines; a vendor's code decides when it is plain; then the text; then the status (STANDARDS §2.5, rows 6 to 17).
 */
export function subjectOf(answer: Pick<TokenAnswer, 'code' | 'text' | 'status' | 'format' | 'challenges'>): Subject {
  const code = answer.code?.toLowerCase() ?? null;
  const words = fromWords(plain(answer.text));
  if (code !== null && OAUTH_CODES.has(code)) {
    if (code === 'invalid_request') return words ?? 'request';
    const { means, unless } = CODES[code] ?? { means: 'other', unless: [] };
    return words !== null && unless.includes(words) ? words : means;
  }
  const vendor = code === null ? null : fromVendorCode(code);
  const said = vendor === 'grant' && words === 'grant-missing' ? words : (vendor ?? words);
  if (said !== null) return said;
  if (answer.status === 415) return 'encoding';
  const structured = ['json', 'oauth', 'xml', 'form'].includes(answer.format) || answer.challenges.length > 0;
  return (answer.status === 401 || answer.status === 403) && structured ? 'refusal' : 'other';
}

/** What stands before a list of the values that are taken. */
const LISTS = ['must be', 'one of', 'allowed', 'supported', 'choices', 'expected'];
const OTHER_GRANTS = /\b(?:authorization_code|refresh_token|password|implicit|device_code|jwt-bearer|token-exchange)\b/;

/**
 * Whether the answer to an invented grant names the grants that the server knows: `with` client_credentials among them, `without`
 * it, or null when it names none. A list in a refusal is the server's own word on what it takes.
 */
export function namedGrants(text: string): 'with' | 'without' | null {
  const lower = text.slice(0, 2000).toLowerCase();
  if (!holds(lower, 'grant', ...LISTS)) return null;
  if (/(?<!(?:invalid|incorrect|bad|wrong)_)\bclient_credentials\b/.test(lower)) return 'with';
  return OTHER_GRANTS.test(lower) &&
    holds(lower, ...LISTS, 'must match', 'only', 'configured', 'valid values', 'should be')
    ? 'without'
    : null;
}

export interface FormFields {
  error: string;
  description: string;
}

/** The fields of a form-encoded answer, the default of GitHub's token endpoint; null when the text is none. */
export function formFields(text: string): FormFields | null {
  if (text.length > 4000 || !/^[\w.%+~-]{1,60}=[^\s<>{}]*$/.test(text.trim())) return null;
  const fields = parseQuery(text.trim(), '&', '=', { maxKeys: 20 });
  const one = (value: string | string[] | undefined): string =>
    Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
  if (fields['error'] === undefined && fields['access_token'] === undefined) return null;
  return { error: one(fields['error']), description: one(fields['error_description']) };
}
