/** Secrets that show what they are wherever they stand: keys that name their vendor, tokens, key files, addresses with a password. */
import type { SecretLintSourceCode } from '@secretlint/types';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { matches, without, type Range } from './range.ts';
import { isHexadecimal, isPlaceholder, isScrambled, looksRandom, looksSecret, redacted, turnsIn } from './values.ts';
import { hasDigit } from '../text.ts';
import { oneOf } from '../names.ts';
import { tokenSchemes } from '../schemes.ts';

const credentials = new RegExp(
  String.raw`\b(${oneOf(tokenSchemes)}(?:\s|%20|\+){1,4}["'\x60]?)([A-Za-z0-9._~+/=-]{12,8192})`,
  'gi',
);
const basic = /\b(Basic(?:(?:\s|%20){1,4}|["']\s{0,4}[:=]\s{0,4}["']))([A-Za-z0-9+/]{4,8192}={0,2})/gi;
const curlUser = /((?:^|\s)(?:-u|-U|--user|--proxy-user)[\s=]{0,3}["']?)([^\s"':]{1,400}):([^\s"'<>]{0,400})/g;
const userinfo = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)([^\s/?#@"'<>]{1,400})@/gi;
/** A password whose address was cut off before its host; a port has digits alone. */
const cutUserinfo = /\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s/?#@"'<>:]{0,200}:)(?!\d{1,5}$)([^\s/?#@"'<>:[\]{}]{3,200})$/i;
/** Three parts (RFC 7519 §3), five (RFC 7516), or what was cut off of them. */
const jwt = /(?<![A-Za-z0-9_])eyJ[A-Za-z0-9_-]{8,8192}(?:\.[A-Za-z0-9_-]{0,8192}){0,4}/g;
/** Key formats that name their vendor, so that they are secrets wherever they stand. The named prefix stays. */
const vendorPrefixes = [
  '(?:sk|pk|rk|whsec|ak|mk|sess)_(?:live|test|prod|sandbox)?_? sk-(?:ant-|proj-|svcacct-|admin-|or-v1-|lf-)? gh[pousr]_',
  'github_pat_ gl(?:pat|dt|rt|ptt|soat|cbt|imt|oas|agent)- xox[abceprs]- xapp- xwfp- npm_ nfp_ pypi- do[oprt]_v1_',
  'shp(?:at|ca|pa|ss|ka|ua)_ AKIA ASIA ABIA ACCA AIza ya29[.] 1//0 GOCSPX- SG[.] hf_ api_org_ lin_(?:api|oauth)_ gsk_ r8_ pplx-',
  'tvly- xai- fw_ nvapi- csk- jina_ voy- sb[ps]?_(?:secret_)? figd_ ntn_ secret_ PMAK- PMAT- dapi dckr_(?:pat|oat)_',
  'pat-(?:na|eu|ap)[0-9]- key- sq0(?:atp|csp|idp)- EAA[A-Z] ATATT ATCTT BBDC- NRAK- NRII- NRJS- sntry[su]_ hv[sb][.]',
  'dp[.](?:pt|st|ct|sa|scim|audit)[.] sl[.] rubygems_ glsa_ glc_ eyJr AC SK SRK PRIVATE- AGE-SECRET-KEY-1 pul-',
  'shippo_(?:live|test)_ tfp_ atlasv1[.] xkeysib- xsmtpsib- phc_ phx_ vercel_ vc[ak]_ duffel_(?:live|test)_ easypost EZ[AT]K',
  'FLWSECK(?:_TEST)?- fio-u- ico- lob_ live_ test_ cal_live_ rdme_ sgp_ sk_ent- waka_ zpka_ cfut_ cfat_ v1[.]0- rnd_ fly_ FlyV1',
  'fo1_ fm1_ tskey- ops_ APIKEY- dsn_ sdk- mob- rpa_ re_ lsv2_(?:pt|sk)_ pina_ pcsk_ prod- mapbox sk[.] tk[.] B2_ whsk_ wpk_',
  'bkua_ CCIPAT_ nf_',
]
  .join(' ')
  .replaceAll(' ', '|');
const vendorKey = new RegExp(`(?<![A-Za-z0-9])(${vendorPrefixes})([A-Za-z0-9_.-]{14,512})`, 'g');
/** What is long enough to be one. */
const longRun = /(?<![\w./-])[\w./-]{16,}/g;
/** The same at the end of a text that was cut off: too short to be known by its length. */
const cutKey =
  /(?<![A-Za-z0-9])((?:sk|rk)_(?:live|test)_|whsec_|sk-(?:ant|proj)-|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|npm_|pypi-|AIza|AKIA|ASIA|GOCSPX-|dop_v1_|shpat_)([A-Za-z0-9_-]{3,})(?=…?$)/;
/** `123456789:AA…` of chat bots, and webhooks whose path is the credential. */
const botToken = /(\bbot\d{6,12}:(?=[A-Za-z0-9_-]{8})|(?<!\d)\d{6,12}:(?=[A-Za-z0-9_-]{30}))([A-Za-z0-9_-]{8,64})\b/g;
const webhooks = oneOf(String.raw`
  hooks\.slack\.com/(?:services|workflows|triggers)/ discord(?:app)?\.com/api/webhooks/ \.webhook\.office\.com/webhookb2/
  chat\.googleapis\.com/v1/spaces/ hooks\.zapier\.com/hooks/catch/`);
const webhook = new RegExp(`(${webhooks})([A-Za-z0-9_/@-]{8,300})`, 'gi');
/** Key files (RFC 7468, OpenSSH, PGP): to their end, or to where the text was cut off. */
const privateKey = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const privateKeyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const putty = /(Private-Lines: \d{1,4}\s)((?:[A-Za-z0-9+/=]{1,80}(?:\r?\n|$)){1,200})/g;

/** The same in Base64, as clusters and CI keep them: all begin alike, and most that do are certificates. */
const encodedKey = /LS0tLS1CRUdJTi[A-Za-z0-9+/]{20,16000}={0,2}/g;
const isPrivate = (run: string): boolean =>
  Buffer.from(run.slice(0, 88), 'base64').toString('latin1').includes('PRIVATE KEY');
/** What passwords are stored as: `$apr1$…`, `$2b$…`, `$argon2id$…` (crypt(5)). */
const crypt =
  /(\$(?:apr1|[156y]|gy|2[abxy]|argon2(?:id|i|d)|scrypt|pbkdf2[\w-]{0,12})\$)([\w./$=,+-]{22,250}|[\w./$=,+-]{8,}$)/g;

/** Prefixes that are words as well: what follows has to be random. */
const wordPrefix =
  /^(?:[A-Z]{2,4}|[a-z]{2,6}[_.-]|[a-z]\w?\.|key-|secret_|dapi|r8_|sb[ps]?_(?:secret_)?|EAA[A-Z]|PRIVATE-|APIKEY-|easypost|mapbox|FlyV1|1\/\/0|v1\.0-|EZ[AT]K)$/;
/** Short prefixes that nothing else begins with. */
const surePrefix =
  /^(?:AKIA|ASIA|AIza|npm_|gh[pousr]_|gsk_|hf_|SG\.|hv[sb]\.|sk[-_]|rk_|pk_|whsec_|figd_|glsa_|pypi-|xapp-)$/;
/** Digits, or capitals and small letters: no word. */
const mixed = (run: string): boolean => hasDigit(run) || (/[a-z][A-Z]/.test(run) && /[A-Z][a-z]/.test(run));
const isVendorKey = (prefix: string, value: string): boolean =>
  mixed(value) &&
  !isPlaceholder(value) &&
  (!wordPrefix.test(prefix) || surePrefix.test(prefix) || value.split(/[.-]/).some(isScrambled) || isScrambled(value));

/** Letters alone, and still no words: behind a scheme that is a token. */
const isMixedCase = (value: string): boolean => value.length >= 20 && turnsIn(value) >= value.length * 0.3;

/** User and password in Base64 (RFC 7617 §2), told from a word after "Basic" by what it decodes to. */
function isBasicPair(value: string): boolean {
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return decoded.length >= 3 && decoded.includes(':') && /^[\x20-\x7e]*$/.test(decoded);
}

/** From each beginning to the next end, or to the end of the text. Linear: both are searched once. */
function withoutKeyFiles(text: string): string {
  const ends = matches(text, privateKeyEnd).map((match) => match.index + match[0].length);
  const ranges: Range[] = [];
  let at = 0;
  let next = 0;
  for (const { index } of matches(text, privateKey)) {
    if (index < at) continue;
    while (next < ends.length && (ends[next] ?? 0) <= index) next += 1;
    at = ends[next] ?? text.length;
    ranges.push([index, at]);
  }
  return without(text, ranges);
}

/** Secretlint's rules, reading one text after another into one list. */
const found: Range[] = [];
const handlers = rules
  .filter(({ meta }) => meta.type === 'scanner')
  .map((rule) =>
    rule.create(
      {
        sharedOptions: {},
        createTranslator: () => () => ({ message: '', messageId: '', data: undefined }),
        report: ({ range }) => void found.push(range),
        ignore: () => undefined,
      },
      {},
    ),
  );

/** What secretlint's recommended rules know: keys of clouds and vendors, and passwords in addresses of databases. */
function scanned(text: string): Range[] {
  found.length = 0;
  const source = { content: text, filePath: 'answer.txt', ext: '.txt', contentType: 'text', hasBOM: false };
  for (const { file } of handlers) void file?.(source as SecretLintSourceCode);
  return found.filter(
    ([start, end]) => !text.slice(start, end).includes(redacted) && !isPlaceholder(text.slice(start, end)),
  );
}

/** Nothing that the rules know is shorter, or without a digit, or no address. */
const mayHoldKey = /(?<![\w+/=-])(?=[a-zA-Z_+/=-]{0,80}\d)[\w+/=-]{16}|:\/\/[^\s/@]{1,400}@/;

/** Links that let whoever follows them in, once: `/reset-password/4f9a…`. */
const oneTimeWords = oneOf(
  'reset verify verification confirm confirmation activate activation invite invitation invitations accept unsubscribe recover recovery unlock ' +
    'magic link token password secret private email',
);
const oneTimeLink = new RegExp(String.raw`(/(?:[a-z]{1,20}[-_]){0,3}${oneTimeWords}/)([\w.~-]{16,512})`, 'gi');

/** Hides the part of an address's path that is its credential: of webhooks, and of links that are sent to one person. */
export function hidePath(text: string): string {
  const shown =
    text.includes('hook') || text.includes('chat.')
      ? text.replace(webhook, (_all, lead: string) => lead + redacted)
      : text;
  return shown.replace(oneTimeLink, (all, lead: string, value: string) =>
    looksRandom(value) || isHexadecimal(value) ? lead + redacted : all,
  );
}

/** Hides what shows by itself that it is a secret. Names, schemes and prefixes stay readable, placeholders of documentation too. */
export function redactShapes(text: string): string {
  let out = text;
  if (out.includes('PRIVATE KEY')) out = withoutKeyFiles(out);
  if (out.includes('Private-Lines')) out = out.replace(putty, (_all, lead: string) => lead + redacted);
  out = out.replace(credentials, (all, lead: string, value: string) =>
    isPlaceholder(value) || !(looksSecret(value) || isMixedCase(value)) ? all : lead + redacted,
  );
  out = out.replace(basic, (all, lead: string, value: string) => (isBasicPair(value) ? lead + redacted : all));
  out = out.replace(longRun, (run) =>
    mixed(run)
      ? run.replace(vendorKey, (all, lead: string, value: string) => (isVendorKey(lead, value) ? lead + redacted : all))
      : run,
  );
  out = out.replace(cutKey, (all, lead: string, value: string) =>
    isPlaceholder(value) || !hasDigit(value) ? all : lead + redacted,
  );
  out = out.replace(curlUser, (_all, lead: string, user: string, password: string) => {
    const hidden = [user, password].map((part) => (looksSecret(part) && !isPlaceholder(part) ? redacted : part));
    if (user !== redacted && password !== '' && !isPlaceholder(password)) hidden[1] = redacted;
    return `${lead}${hidden.join(':')}`;
  });
  if (out.includes('@'))
    out = out.replace(userinfo, (all, lead: string, user: string) =>
      isPlaceholder(user.replace(/^[^:]*:(?=.)/, '')) || user === redacted ? all : `${lead}${redacted}@`,
    );
  if (out.includes('://'))
    out = out.replace(cutUserinfo, (all, lead: string, value: string) =>
      isPlaceholder(value) ? all : lead + redacted,
    );
  if (out.includes('LS0tLS1CRUdJTi')) out = out.replace(encodedKey, (run) => (isPrivate(run) ? redacted : run));
  if (out.includes('$')) out = out.replace(crypt, (_all, lead: string) => lead + redacted);
  if (out.includes('eyJ')) out = out.replace(jwt, redacted);
  out = out.replace(botToken, (all, lead: string, value: string) => (isPlaceholder(value) ? all : lead + redacted));
  out = hidePath(out);
  return out;
}

/** Hides what secretlint's rules know. They see a text once, as it came: what they know has nothing in it that encodings change. */
export const redactKnown = (text: string): string => (mayHoldKey.test(text) ? without(text, scanned(text)) : text);
