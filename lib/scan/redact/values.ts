/** What a value says of itself: a secret, a word, or the place where the reader's own secret goes. */
import type { NameKind } from './names.ts';
import { hasDigit, hasSpace } from '../text.ts';
import { holds, setOf } from '../names.ts';

export const redacted = '[redacted]';
/** Stands for a fresh random string of our own, which opens nothing and whose presence is part of the evidence. */
export const randomValue = '[random]';

/** Long, without spaces, and with digits among letters: what keys look like and words do not. */
export function looksSecret(value: string): boolean {
  return value.length >= 12 && !hasSpace(value) && (value.length >= 40 || (hasDigit(value) && /[a-z]/i.test(value)));
}

/** How often capitals, small letters and digits take turns: in a word or a name hardly ever, in what a generator makes at every other place. */
export const turnsIn = (run: string): number =>
  run.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
export const digitsIn = (run: string): number => run.match(/\d/g)?.length ?? 0;

/** Long, with digits, capitals and small letters in turns: what a generator makes, and hardly ever a word, a version or an address. */
export function looksRandom(run: string): boolean {
  if (run.length < 20 || !hasDigit(run) || !/[a-z]/i.test(run)) return false;
  const digits = digitsIn(run);
  // How often letters and digits take turns: `version-2-of-the-new-api-reference` never does, and a name in camel case seldom.
  const turns = run.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  return (
    (digits >= 3 && run.length - digits >= 3 && turns >= 4) ||
    (/[a-z]/.test(run) && /[A-Z]/.test(run) && turnsIn(run) >= run.length * 0.4)
  );
}

/** Hashes, keys and UUIDs (RFC 9562 §4), whole or cut off; a word is not as long. */
export const isHexadecimal = (value: string): boolean => /^(?=.*\d)(?=.*[a-f])[\da-f]{8}[\da-f-]{4,}$/i.test(value);

/** The same behind a prefix that says that a key follows: no digit is needed. */
export const isScrambled = (run: string): boolean =>
  looksRandom(run) || (run.length >= 16 && turnsIn(run) >= run.length * 0.4);

/** Words of schemas, of programs, of messages and of the subject itself: made of these alone, a value is a description of a secret. */
const plainWords = setOf(
  'string str text int integer number float bool boolean object array any null nil none undefined true false type enum list map dict ' +
    'optional required missing invalid expired revoked empty blank unknown valid unset disabled enabled hidden present absent denied ' +
    'password passwords passwd pwd pass passphrase passcode secret secrets token tokens key keys apikey api code codes pin otp id ids auth ' +
    'authentication authorization authenticate authorize authorized unauthorized oauth oauth2 jwt bearer basic digest header headers ' +
    'query body form cookie cookies session sessions access refresh client server app application user users username name email account ' +
    'private public public signing signature service admin login logout signin signup sign register reset forgot change confirm new old ' +
    'current your my own own value values here placeholder example sample dummy test demo todo tbd changeme redacted random removed ' +
    'masked filtered base64 uuid format min max length the a an of to for is are be in with and or not by from on at it this that must ' +
    'will can should has have no yes as if when you we our us used use using field parameter param required given set get see per each ' +
    'read write scope scopes grant credentials credential http https url uri hash hashed encrypted csrf xsrf pem rsa env environment ' +
    'variable config settings process self request response req res data payload wrong incorrect bad error short long too least character ' +
    'characters same origin include omit date time seconds expires temporary one-time one once all default auto optional plain raw mode ' +
    'and verify verified verification validate show hide enter create update delete manage generate generated manual none web mobile ' +
    'dpop negotiate identity identifier provider profile credentials machine personal partner developer live sandbox prod production staging dev',
);
/** Words that make a sentence: prose about a secret has one of them, a phrase that somebody chose as a password has not. */
const sentenceWords = setOf(
  'the a an of to for is are be your you in with used this that must will when if or and not by from on at it can should has have was ' +
    'were do does which who may we our as per any cannot please',
);

/** Whether a value is made of plain words: `string`, `invalid_token`, `Forgot your password?`, `The client secret`. */
function isPlain(value: string): boolean {
  const words = value
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  return (
    words.every((word) => plainWords.has(word) || /^\d{1,2}$/.test(word)) &&
    (words.length > 0 || !/[^\s*•.\-_]/.test(value))
  );
}

/** Whether a value is prose: several words, one of which only prose needs, or a full stop at the end. */
function isSentence(value: string): boolean {
  const words = value.trim().split(/\s+|\+|%20/);
  if (words.length < 2 || words.some((word) => looksSecret(word) && !/[/.(<]/.test(word))) return false;
  return (
    (words.length > 2 && /^["'(]?[A-ZÀ-Þ].*[.?!]["')]?$/.test(value.trim())) ||
    words.some((word) => sentenceWords.has(word.toLowerCase().replace(/[^a-z]/g, '')))
  );
}

const placeholder = new RegExp(
  [
    '^(?:your|insert|replace|enter|example|put|add|paste|some|any|<|&lt;|%3c|\\[|…|%7b|\\{|#\\{|%[(s]|:[a-z]|@[a-z])',
    '^my[-_ ]?(?:api|app|secret|token|access|client|super|own|pass|key|account|service)',
    '^\\$(?:\\{|%7b|\\(|[a-z_]+$|[A-Z_]+$|\\w+->)',
    // What is masked shows nothing.
    '^[^\\s]{0,12}?(?:x{4,}|X{4,}|\\*{3,}|\\.{3,}|•{3,}|…)',
  ].join('|'),
  'i',
);

/** What documentation writes where the reader's own key goes. */
export function isPlaceholder(value: string): boolean {
  return (
    value.length < 80 &&
    placeholder.test(value) &&
    !isHexadecimal(value) &&
    !value.split(/[^A-Za-z\d]/).some(looksRandom)
  );
}

/** One word with a digit in it, or one in which capitals and small letters take turns. */
export const isKeyish = (value: string): boolean =>
  value.length >= 6 &&
  !hasSpace(value) &&
  ((hasDigit(value) && /[a-z]/i.test(value)) ||
    (value.length >= 10 && /[A-Z].*[A-Z].*[A-Z]/.test(value) && /[a-z].*[a-z]/.test(value))) &&
  !isPlaceholder(value);

/** What a program says where a secret comes from elsewhere: `process.env.TOKEN`, `getenv("TOKEN")`, `options.password`. */
const expression =
  /^(?:[A-Za-z_$][\w$]*(?:\.|->|::|\?\.))+[A-Za-z_$][\w$]*$|^[A-Za-z_$][\w$.]*[([]|^(?:await|new|function)\b|^@/;

/** Whether there is nothing to hide in a value that stands where secrets stand. */
export function isHarmless(value: string): boolean {
  const rest = value.replaceAll(redacted, '').replaceAll(randomValue, '').trim();
  if (rest === '' || (rest.length < 3 && rest !== value)) return true;
  return isPlaceholder(rest) || isPlain(rest) || isSentence(rest) || /^https?:\/\/[^\s?#@]*$/i.test(rest);
}

/** The same for what stands without quotes, where programs name a variable and schemas begin an object. */
export const isHarmlessBare = (value: string): boolean =>
  isHarmless(value) ||
  (expression.test(value) && !value.split(/[^A-Za-z\d]/).some((part) => hasDigit(part) && part.length > 5));

/** Longer than any secret. */
const longest = 8192;
const isNumber = (value: string): boolean => /^-?\d+(?:\.\d+)?$/.test(value);

/** Whether `value` under a name of this kind has to be hidden. `bare`: it stands without quotation marks. */
export function hides(kind: NameKind, name: string, value: string, bare: boolean): boolean {
  const trimmed = value.trim();
  if (kind === 'plain' || trimmed === '' || trimmed.length > longest) return false;
  if (bare ? isHarmlessBare(trimmed) : isHarmless(trimmed)) return false;
  const lower = name.toLowerCase();
  if (lower === 'pass') return isKeyish(trimmed);
  if (kind === 'maybe') return lower === 'code' ? looksRandom(trimmed) || isKeyLike(trimmed) : looksSecret(trimmed);
  if (isNumber(trimmed))
    return (
      holds(lower, 'pass', 'pwd', 'pin', 'otp', 'secret') || (!lower.endsWith('s') && trimmed.length > (bare ? 9 : 5))
    );
  return true;
}
const isKeyLike = (value: string): boolean => /^[a-f\d-]{16,}$/i.test(value) && looksSecret(value);
