/**
 * What must never be stored: credentials, ours or the target's, wherever they stand in a URL, a header or a body. Reports are public, so this
 * errs on the side of hiding. A text is read by structure first (names with their values, then texts inside of it), by the shape of values after
 * that. Every step is linear in the length of its input.
 */
import { redactAssignments } from './assignments.ts';
import { redactEncoded } from './encodings.ts';
import { kindOfName } from './names.ts';
import { secretsNear } from './near.ts';
import { holdsRandom } from './randoms.ts';
import { without } from './range.ts';
import { hidePath, redactKnown, redactShapes } from './shapes.ts';
import { isHarmless, looksRandom, looksSecret, randomValue, redacted } from './values.ts';
import { anyOf, Names, oneOf } from '../names.ts';

export { markRandoms } from './randoms.ts';
export { randomValue, redacted };

const address = /https?:\/\/[^\s"<>\\]{1,4000}/gi;

/**
 * Without any of these there is no secret: a stem of a name or scheme, a run as long as a key, an address with a user, an option of a command, a stored password,
 * letters of another alphabet, or an encoded text.
 */
const mayHoldSecret = anyOf([
  String.raw`[\w/+-]{12}|[@%&$\\]|://|\s-[uapPwUE]|--user|[^\0-\x7f]|pwd?\b`,
  oneOf(
    'geheim clave chav parola identified pass secret token key auth jwt sess sid cookie srf sig cred sas otp pin bearer basic mnemo word wort ' +
      'senha contras',
  ),
]);

function redactLayer(text: string, depth: number): string {
  if (!mayHoldSecret.test(text)) return text;
  const inner = redactEncoded(text, depth, redactLayer);
  const shown = redactShapes(redactAssignments(without(inner, secretsNear(inner))));
  return shown.includes('//') ? shown.replace(address, redactQuery) : shown;
}

/** Short texts in which nothing was found: header values and addresses repeat. Emptied when full, so that no target can make it grow. */
const clean = new Set<string>();
const shortText = 256;
const maxClean = 4000;

/** Hides secrets in free text: bodies, header values, messages. Names and prefixes stay readable, placeholders of documentation too. */
export function redactText(text: string): string {
  if (text.length > shortText) return withoutSecrets(text);
  if (clean.has(text)) return text;
  const shown = withoutSecrets(text);
  if (shown !== text) return shown;
  if (clean.size >= maxClean) clean.clear();
  clean.add(text);
  return shown;
}

const withoutSecrets = (text: string): string => redactKnown(redactLayer(text, 0));

/**
 * Hides every generated run in the query and the fragment of a URL: nothing in there is needed to know the place, and percent-encoding
 * takes away the names and quotes by which the patterns know a secret.
 */
function redactQuery(url: string): string {
  const query = url.search(/[?#]/);
  if (query === -1) return url;
  return (
    url.slice(0, query) +
    url
      .slice(query)
      .replace(/(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{20,2000}(?![A-Za-z0-9_-])/g, (run) =>
        looksRandom(run) ? redacted : run,
      )
  );
}

/** Hides secrets in a sentence that is quoted on a public page: what `redactText` knows, and every run of letters and digits that a generator made. */
export function redactQuote(text: string): string {
  return redactText(text).replace(/(?<![\w/-]|\w\.)[A-Za-z0-9_-]{20,512}(?![\w/-]|\.\w)/g, (run) =>
    looksRandom(run) ? redacted : run,
  );
}

/**
 * Hides secrets in a URL: userinfo, and parameters of query and fragment. Takes any text, so that refused input can be shown. What was
 * a URL stays one: a host is public, whatever it looks like.
 */
export function redactUrl(url: string): string {
  const bare = url.replace(/^([a-z][a-z0-9+.-]{0,20}:[/\\]{0,4})[^/\\?#@]{0,2000}@/i, `$1${redacted}@`);
  if (!/[?#&=:]|eyJ|_|-/.test(bare)) return bare;
  const start = /^https?:\/\/[^/?#]{1,300}/i.exec(bare)?.[0] ?? '';
  return start + redactQuery(redactText(hidePath(bare).slice(start.length)));
}

/** Headers whose whole value is a secret, though their names do not say so (RFC 9449 §4, RFC 7615 §3). */
const otherCredentialHeaders: ReadonlySet<string> = new Set(['dpop', 'authentication-info']);

/** Headers that carry credentials and must not follow a redirect to another origin (RFC 9110 §15.4). */
export function isCredentialHeader(name: string): boolean {
  return name === 'cookie' || kindOfName(name) === 'secret' || otherCredentialHeaders.has(name);
}

/**
 * Hides secrets in one header field (lower-case name): the credentials of `authorization` but not its scheme, the values of cookies
 * but not their names and attributes, keys in headers of their own. `randoms` are our own random strings, shown as `[random]`.
 */
export function redactHeader(name: string, value: string, randoms: readonly string[] = []): string {
  switch (name) {
    case 'authorization':
    case 'proxy-authorization': {
      const space = value.indexOf(' ');
      if (space === -1) return holdsRandom(value, randoms) ? randomValue : redacted;
      const rest = value.slice(space + 1);
      return `${value.slice(0, space)} ${holdsRandom(rest, randoms) ? randomValue : redacted}`;
    }
    case 'location':
    case 'content-location':
    case 'referer':
      return redactUrl(value);
    default:
      return /cookie2?$/.test(name) ? redactCookies(value) : redactField(name, value, randoms);
  }
}

/** A field of the target's own: hidden whole where its name says that it is a secret and its value does not describe one. */
function redactField(name: string, value: string, randoms: readonly string[]): string {
  const kind = otherCredentialHeaders.has(name) ? 'secret' : kindOfName(name);
  if (kind === 'secret' && holdsRandom(value, randoms)) return randomValue;
  if (kind === 'secret' && !isHarmless(value)) return redacted;
  return kind === 'maybe' && looksSecret(value) && !isHarmless(value) ? redacted : redactText(value);
}

const cookieAttributes = new Names('path domain expires max-age samesite priority version');

/** Values of all cookies of a field (RFC 6265 §4), of several fields that were joined with commas too. Attributes stay. */
function redactCookies(field: string): string {
  const bare = /^[^=;]+(?=;|$)/.exec(field)?.[0] ?? '';
  return (
    (bare === '' ? '' : redacted) +
    field
      .slice(bare.length)
      .replace(/([^;,=\s][^;,=]{0,200})=([^;]+?)(?=;|,\s*[^;,=\s]+=|$)/g, (all, name: string) =>
        cookieAttributes.has(name) ? all : `${name}=${redacted}`,
      )
  );
}
