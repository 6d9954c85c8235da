/**
 * What must never be stored: credentials, ours or the target's, wherever they stand in a URL, a header or a body. Reports are
 * public, so this errs on the side of hiding. Every pattern is linear in the length of its input.
 */

export const redacted = '[redacted]';
/** Stands for a fresh random string of our own, which opens nothing and whose presence is part of the evidence. */
export const randomValue = '[random]';

/** Parameter and member names whose value is a secret whatever it looks like. */
const secretNames = [
  'access_token', 'accesstoken', 'refresh_token', 'refreshtoken', 'id_token', 'idtoken', 'auth_token', 'authtoken', 'session_token', 'bearer_token',
  'client_secret', 'clientsecret', 'client_assertion', 'api_key', 'apikey', 'api-key', 'x-api-key', 'api_token', 'apitoken', 'api_secret', 'apisecret',
  'app_key', 'app_secret', 'secret_key', 'secretkey', 'private_key', 'subscription-key', 'registration_access_token', 'password', 'passwd', 'pwd',
  'secret', 'code_verifier', 'x-amz-signature', 'x-amz-security-token', 'x-amz-credential', 'x-goog-signature', 'jwt', 'sessionid', 'session_id',
];
/** Names that are as often harmless (an error code, a map key): their value counts only when it looks like a secret. */
const ambiguousNames = ['key', 'token', 'sig', 'signature', 'code', 'auth', 'session', 'sid', 'hash', 'ticket', 'assertion', 'credential', 'sas'];

const secretSet: ReadonlySet<string> = new Set(secretNames);
const ambiguousSet: ReadonlySet<string> = new Set(ambiguousNames);

/** Long, without spaces, and with digits among letters: what keys look like and words do not. */
function looksSecret(value: string): boolean {
  return value.length >= 12 && !/\s/.test(value) && (value.length >= 40 || (/\d/.test(value) && /[a-z]/i.test(value)));
}

/** What documentation writes where the reader's own key goes. */
function isPlaceholder(value: string): boolean {
  return /^(?:your|my|insert|replace|enter|example|<|\{|\$|%7b|%3c|%24|\[|\*+$|x+$|\.+$|…)/i.test(value) && value.length < 60;
}

/** Whether a URL or form parameter carries a secret. `name` in any case, `value` decoded or not. */
export function isSecretParameter(name: string, value: string): boolean {
  if (value === '' || value === redacted || isPlaceholder(value)) return false;
  const lower = name.toLowerCase();
  return secretSet.has(lower) || (ambiguousSet.has(lower) && looksSecret(value));
}

const names = [...secretNames, ...ambiguousNames].sort((a, b) => b.length - a.length).join('|');
const parameter = new RegExp(String.raw`((?:^|[?&#;\s"'])(${names})=)([^&#\s"'<>\\;]{1,4096})`, 'gi');
const member = new RegExp(String.raw`(["'](${names})\\?["']\s{0,8}:\s{0,8}\\?["'])([^"'\\\s]{1,8192})`, 'gi');
const credentials = /\b((?:Bearer|Basic|Token|DPoP|ApiKey|PrivateToken)\s{1,4})([A-Za-z0-9._~+/=-]{16,8192})/gi;
const jwt = /\beyJ[A-Za-z0-9_-]{8,8192}(?:\.[A-Za-z0-9_-]{0,8192}){0,4}/g;
/** Key formats that name their vendor, so that they are secrets wherever they stand. The named prefix stays. */
const vendorKey =
  /\b((?:sk|pk|rk|whsec)_(?:live|test|prod)?_?|sk-(?:ant-|proj-)?|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|npm_|pypi-|dop_v1_|shp(?:at|ca|pa|ss)_|AKIA|ASIA|AIza|SG\.|hf_|lin_api_|rk_)([A-Za-z0-9_.-]{14,512})/g;
const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,16384}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g;

/** Hides secrets in free text: bodies, header values, messages. Names and prefixes stay readable, placeholders of documentation too. */
export function redactText(text: string): string {
  let out = text;
  if (out.includes('=')) out = out.replace(parameter, (all, lead: string, name: string, value: string) => (isSecretParameter(name, value) ? lead + redacted : all));
  if (out.includes(':')) out = out.replace(member, (all, lead: string, name: string, value: string) => (isSecretParameter(name, value) ? lead + redacted : all));
  out = out.replace(credentials, (all, lead: string, value: string) => (isPlaceholder(value) || !looksSecret(value) ? all : lead + redacted));
  if (out.includes('eyJ')) out = out.replace(jwt, redacted);
  out = out.replace(vendorKey, (all, lead: string, value: string) => (/\d/.test(value) && !isPlaceholder(value) ? lead + redacted : all));
  return out.includes('PRIVATE KEY') ? out.replace(privateKey, redacted) : out;
}

/** Hides secrets in a URL: userinfo, and parameters of query and fragment. Takes any text, so that refused input can be shown. */
export function redactUrl(url: string): string {
  const bare = url.replace(/^([a-z][a-z0-9+.-]{0,20}:[/\\]{0,4})[^/\\?#@]{0,2000}@/i, `$1${redacted}@`);
  return /[?#&=]|eyJ|_|-/.test(bare) ? redactText(bare) : bare;
}

/** Headers whose whole value is a secret. */
const secretHeaders: ReadonlySet<string> = new Set([
  'x-api-key', 'api-key', 'apikey', 'x-apikey', 'x-auth-token', 'x-access-token', 'x-session-token', 'x-csrf-token', 'x-xsrf-token', 'x-amz-security-token',
  'ocp-apim-subscription-key', 'private-token', 'x-goog-api-key', 'x-vault-token', 'dpop', 'authentication-info',
]);

/** Headers that carry credentials and must not follow a redirect to another origin (RFC 9110 §15.4). */
export function isCredentialHeader(name: string): boolean {
  return name === 'authorization' || name === 'cookie' || name === 'proxy-authorization' || secretHeaders.has(name);
}

/**
 * Hides secrets in one header field (lower-case name): the credentials of `authorization` but not its scheme, the values of cookies
 * but not their names and attributes, keys in headers of their own. `randoms` are our own random strings, shown as `[random]`.
 */
export function redactHeader(name: string, value: string, randoms: readonly string[] = []): string {
  switch (name) {
    case 'authorization': case 'proxy-authorization': {
      const space = value.indexOf(' ');
      if (space === -1) return holdsRandom(value, randoms) ? randomValue : redacted;
      const rest = value.slice(space + 1);
      return `${value.slice(0, space)} ${holdsRandom(rest, randoms) ? randomValue : redacted}`;
    }
    case 'cookie':
      return value.split(';').map((pair) => redactPair(pair.trim())).join('; ');
    case 'set-cookie': {
      const [pair = '', ...attributes] = value.split(';');
      return [redactPair(pair), ...attributes].join(';');
    }
    case 'location': case 'content-location': case 'referer':
      return redactUrl(value);
    default:
      if (secretHeaders.has(name)) return holdsRandom(value, randoms) ? randomValue : redacted;
      return redactText(value);
  }
}

function redactPair(pair: string): string {
  const equals = pair.indexOf('=');
  if (equals === -1) return pair === '' ? '' : redacted;
  return equals === pair.length - 1 ? pair : `${pair.slice(0, equals)}=${redacted}`;
}

/** Whether `value` is, or in Base64 holds (RFC 7617 §2), one of our own random strings. */
function holdsRandom(value: string, randoms: readonly string[]): boolean {
  if (randoms.length === 0) return false;
  if (randoms.some((random) => value.includes(random))) return true;
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return randoms.some((random) => decoded.includes(random));
}

/** Replaces our own random strings before the patterns see them, so that they read `[random]` and not `[redacted]`. */
export function markRandoms(text: string, randoms: readonly string[]): string {
  let out = text;
  for (const random of randoms) if (random.length >= 8) out = out.replaceAll(random, randomValue);
  return out;
}
