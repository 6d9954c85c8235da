/**
 * The word before a credential in Authorization (RFC 9110 §11.4): one vocabulary for what hides credentials, for what reads manuals and for
 * judges.
 */
import { Names } from './names.ts';

/** Schemes of one token, separated by blanks. */
export const tokenSchemes =
  'bearer basic token dpop apikey api-key key jwt negotiate privatetoken geniekey sso-key bot splunk zoho-oauthtoken';
const ofToken = new Names(tokenSchemes);

/**
 * Whether a word of Authorization is a scheme of signed requests: the secret is never sent, and each call carries a signature made with it. A word
 * that names a digest is one, whoever made it up.
 */
export const isSigningScheme = (word: string): boolean =>
  /^(?:aws[\w-]*|signature|hawk|sharedkey\w*|sig|wsse|acs[\d-]*|edgegrid|eg1-[\w-]*)$|hmac|sha-?\d|\drsa|rsa\d/i.test(
    word,
  );

/** A word of Authorization that stands before no token: a signature, or another proof. */
export const isProof = (word: string): boolean =>
  isSigningScheme(word) || /^(?:digest|negotiate|ntlm|vapid|dpop)$/i.test(word);

/** What stands behind a word: one token, or parameters; null for a word that is no scheme that we know. */
export function behind(word: string): 'token' | 'parameters' | null {
  if (ofToken.has(word)) return 'token';
  return isProof(word) || word.toLowerCase() === 'oauth' ? 'parameters' : null;
}

/** Whether a word is written as a scheme and not as a word of a sentence: it is known, or holds more than small letters. */
export const looksLikeScheme = (word: string): boolean => behind(word) === 'token' || !/^[a-z]+$/.test(word);

/** `Api-Key <key>`, `Token {your token}`, `OAuth ACCESS_TOKEN`, `Token token="…"`. */
const BEFORE_PLACEHOLDER =
  /(?<![\w-])([A-Za-z][\w-]{1,30}) (?:[<{[]{1,2}[^<>{}[\]]{0,24}(?:[Kk]ey|[Tt]oken|[Ss]ecret|KEY|TOKEN)|\$\{?\w|[A-Z]+_[A-Z_]+\b|token=["'])/g;

/** The words of a text that stand before what its reader replaces with a credential. */
export const wordsBeforeCredential = (text: string): { word: string; at: number }[] =>
  [...text.matchAll(BEFORE_PLACEHOLDER)].map(({ 1: word = '', index }) => ({ word, at: index }));
