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
  'x-auth-token', 'x-access-token', 'x-auth-key', 'auth_key', 'access_key', 'accesskey', 'aws_secret_access_key', 'webhook_secret', 'signing_secret', 'private_token',
  'csrf_token', 'csrf-token', 'csrftoken', 'csrfmiddlewaretoken', 'authenticity_token', '__requestverificationtoken', 'xsrf-token', 'authorization',
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
/** A quotation mark as text, escaped once to three times (JSON in JSON), and as a reference of HTML, whose sources are stored as they came. */
const quote = String.raw`(?:\\{0,7}["']|&(?:quot|apos|#3[49]|#x2[27]);)`;
/** What may stand around a colon: blanks, and the tags with which documentation colours its samples. */
const gap = String.raw`(?:\s|<[^<>]{0,120}>|&nbsp;){0,8}`;
const parameter = new RegExp(String.raw`((?:^|[?&#;\s"']|%3F|%26)(${names})(?:=|%3D))([^&#\s"'<>\\;]{1,4096})`, 'gi');
const member = new RegExp(String.raw`(["'](${names})\\?["']\s{0,8}:\s{0,8}\\?["'])([^"'\\\s]{1,8192})`, 'gi');
/** `X-Api-Key: 4f9a…`, `api_key: 4f9a…`, `&quot;token&quot;: &quot;4f9a…`: here the value has to look like a secret, since prose has colons too. */
const assigned = new RegExp(String.raw`((?<![\w-])(${names})${quote}?${gap}[:=]${gap}${quote}?)([A-Za-z0-9._~+/%=-]{8,8192})`, 'gi');
const element = new RegExp(String.raw`(<(?:[\w-]{1,20}:)?(${names})(?:\s[^<>]{0,200})?>)([^<>\s]{1,4096})`, 'gi');
const formField = /<(?:input|meta)\b[^<>]{0,2000}>/gi;
const cookieLine = /\b((?:set-)?cookie(?:["'\\]|&quot;){0,2}\s{0,4}:\s{0,4})([^\r\n<>]{1,4096})/gi;
const credentials = /\b((?:Bearer|Basic|Token|DPoP|ApiKey|PrivateToken|key)\s{1,4})([A-Za-z0-9._~+/=-]{16,8192})/gi;
const basic = /\b(Basic\s{1,4})([A-Za-z0-9+/]{4,8192}={0,2})/gi;
const curlUser = /((?:^|\s)(?:-u|--user)[\s=]{0,3}["']?)([^\s"':]{1,400}):([^\s"'<>]{0,400})/g;
const userinfo = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)([^\s/?#@"'<>]{1,400})@/gi;
const jwt = /\beyJ[A-Za-z0-9_-]{8,8192}(?:\.[A-Za-z0-9_-]{0,8192}){0,4}/g;
/** Key formats that name their vendor, so that they are secrets wherever they stand. The named prefix stays. */
const vendorKey =
  /\b((?:sk|pk|rk|whsec)_(?:live|test|prod)?_?|sk-(?:ant-|proj-)?|gh[pousr]_|github_pat_|gl(?:pat|dt|rt|ptt|soat)-|xox[abeprs]-|xapp-|npm_|pypi-|do[oprt]_v1_|shp(?:at|ca|pa|ss|ka)_|AKIA|ASIA|AIza|ya29\.|GOCSPX-|SG\.|hf_|lin_(?:api|oauth)_|rk_|gsk_|r8_|pplx-|sb[ps]?_(?:secret_)?|figd_|ntn_|secret_|PMAK-|dapi|pat-(?:na|eu)\d-|key-|sq0(?:atp|csp|idp)-|EAA[A-Z]|ATATT|NRAK-|sntry[su]_|hvs\.|dp\.(?:pt|st)\.|sl\.|rubygems_|glsa_|AC|SK|SRK|PRIVATE-)([A-Za-z0-9_.-]{14,512})/g;
/** `123456789:AA…` of chat bots, and webhooks whose path is the credential. */
const botToken = /(?<!\d)(\d{6,12}:)([A-Za-z0-9_-]{30,64})\b/g;
const address = /https?:\/\/[^\s"<>\\]{1,4000}/gi;
const webhook = /(hooks\.slack\.com\/(?:services|workflows)\/|discord(?:app)?\.com\/api\/webhooks\/)([A-Za-z0-9_/-]{8,200})/gi;
const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,16384}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g;

/** Prefixes that are words as well: what follows has to be made of hexadecimal digits. */
const wordPrefix = /^(?:AC|SK|key-|secret_|dapi|sl\.|r8_|sb[ps]?_(?:secret_)?|EAA[A-Z]|PRIVATE-|SRK)$/;
const isVendorKey = (prefix: string, value: string): boolean => /\d/.test(value) && !isPlaceholder(value) && (!wordPrefix.test(prefix) || looksRandom(value));

/** Long, with digits, capitals and small letters in turns: what a generator makes, and hardly ever a word, a version or an address. */
function looksRandom(run: string): boolean {
  if (run.length < 20 || !/\d/.test(run) || !/[a-z]/i.test(run)) return false;
  const digits = run.replace(/\D/g, '').length;
  // How often letters and digits take turns: `version-2-of-the-new-api-reference` never does, and a name in camel case seldom.
  const turns = run.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  const changes = run.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return (digits >= 3 && run.length - digits >= 3 && turns >= 4) || (/[a-z]/.test(run) && /[A-Z]/.test(run) && changes >= run.length * 0.4);
}

/** User and password in Base64 (RFC 7617 §2), told from a word after "Basic" by what it decodes to. */
function isBasicPair(value: string): boolean {
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return decoded.length >= 3 && decoded.includes(':') && /^[\x20-\x7e]*$/.test(decoded);
}

function redactField(tag: string): string {
  const attribute = (name: string): string => new RegExp(String.raw`\s${name}\s{0,4}=\s{0,4}\\{0,7}(?:"([^"\\]{0,1500})|'([^'\\]{0,1500})|([^\s"'>\\]{1,1500}))`, 'i').exec(tag)?.slice(1).find((found) => found !== undefined) ?? '';
  const value = attribute('(?:value|content)');
  if (value === '' || value === redacted) return tag;
  const kind = attribute('type').toLowerCase();
  const named = isSecretParameter(attribute('(?:name|id)'), value);
  return kind === 'password' || named || (kind === 'hidden' && looksSecret(value) && !isPlaceholder(value) && !/^https?:/i.test(value)) ? tag.replace(value, redacted) : tag;
}

const redactCookies = (pairs: string): string =>
  pairs.replace(/([\w.-]{1,100}=)([^;,\s"'\\&]{1,2000})/g, (all, lead: string, value: string) => (looksSecret(value) || /sess|sid|auth|token/i.test(lead) ? (isPlaceholder(value) || value === redacted ? all : lead + redacted) : all));

/** Hides secrets in free text: bodies, header values, messages. Names and prefixes stay readable, placeholders of documentation too. */
export function redactText(text: string): string {
  let out = text;
  if (out.includes('PRIVATE KEY')) out = out.replace(privateKey, redacted);
  if (out.includes('=') || out.includes('%3')) out = out.replace(parameter, (all, lead: string, name: string, value: string) => (isSecretParameter(name, value) ? lead + redacted : all));
  if (out.includes(':')) out = out.replace(member, (all, lead: string, name: string, value: string) => (isSecretParameter(name, value) ? lead + redacted : all));
  if (out.includes(':') || out.includes('=')) out = out.replace(assigned, (all, lead: string, _name: string, value: string) => (looksSecret(value) && !isPlaceholder(value) ? lead + redacted : all));
  if (out.includes('<')) {
    out = out.replace(element, (all, lead: string, name: string, value: string) => (isSecretParameter(name, value) ? lead + redacted : all));
    out = out.replace(formField, redactField);
  }
  out = out.replace(cookieLine, (_all, lead: string, pairs: string) => lead + redactCookies(pairs));
  out = out.replace(credentials, (all, lead: string, value: string) => (isPlaceholder(value) || !looksSecret(value) ? all : lead + redacted));
  out = out.replace(basic, (all, lead: string, value: string) => (isBasicPair(value) ? lead + redacted : all));
  out = out.replace(vendorKey, (all, lead: string, value: string) => (isVendorKey(lead, value) ? lead + redacted : all));
  out = out.replace(curlUser, (all, lead: string, user: string, password: string) => {
    const hidden = [user, password].map((part) => (looksSecret(part) && !isPlaceholder(part) ? redacted : part));
    if (user !== redacted && password !== '' && !isPlaceholder(password)) hidden[1] = redacted;
    return `${lead}${hidden.join(':')}`;
  });
  if (out.includes('@')) out = out.replace(userinfo, (all, lead: string, user: string) => (isPlaceholder(user) || user === redacted ? all : `${lead}${redacted}@`));
  if (out.includes('eyJ')) out = out.replace(jwt, redacted);
  out = out.replace(botToken, (all, lead: string, value: string) => (isPlaceholder(value) ? all : lead + redacted));
  if (!out.includes('/')) return out;
  return out.replace(webhook, (_all, lead: string) => lead + redacted).replace(address, redactQuery);
}

/**
 * Hides every generated run in the query and the fragment of a URL: nothing in there is needed to know the place, and percent-encoding
 * takes away the names and quotes by which the patterns know a secret.
 */
function redactQuery(url: string): string {
  const query = url.search(/[?#]/);
  if (query === -1) return url;
  return url.slice(0, query) + url.slice(query).replace(/(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{20,2000}(?![A-Za-z0-9_-])/g, (run) => (looksRandom(run) ? redacted : run));
}

/** Hides secrets in a sentence that is quoted on a public page: what `redactText` knows, and every run of letters and digits that a generator made. */
export function redactQuote(text: string): string {
  return redactText(text).replace(/(?<![\w/-]|\w\.)[A-Za-z0-9_-]{20,512}(?![\w/-]|\.\w)/g, (run) => (looksRandom(run) ? redacted : run));
}

/**
 * Hides secrets in a URL: userinfo, and parameters of query and fragment. Takes any text, so that refused input can be shown. What was
 * a URL stays one: a host is public, whatever it looks like.
 */
export function redactUrl(url: string): string {
  const bare = url.replace(/^([a-z][a-z0-9+.-]{0,20}:[/\\]{0,4})[^/\\?#@]{0,2000}@/i, `$1${redacted}@`);
  if (!/[?#&=:]|eyJ|_|-/.test(bare)) return bare;
  const start = /^https?:\/\/[^/?#]{1,300}/i.exec(bare)?.[0] ?? '';
  const whole = bare.replace(webhook, (_all, lead: string) => lead + redacted);
  return start + redactQuery(redactText(whole.slice(start.length)));
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

/**
 * Replaces our own random strings before the patterns see them, so that they read `[random]` and not `[redacted]`: as they are, in any
 * case, and inside Base64, as a server repeats the Basic credentials that it was sent.
 */
export function markRandoms(text: string, randoms: readonly string[]): string {
  const long = randoms.filter((random) => random.length >= 8);
  if (long.length === 0) return text;
  let out = text;
  const lower = text.toLowerCase();
  for (const random of long) if (lower.includes(random.toLowerCase())) out = out.replace(new RegExp(random.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`), 'gi'), randomValue);
  return out.replace(/[A-Za-z0-9+/_-]{16,4096}={0,2}/g, (run) => (holdsRandom(run, long) ? randomValue : run));
}
