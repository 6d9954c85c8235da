/** Reads what stands in code and in sentences as it goes over the wire: fields, parameters, members, options of curl. */
import { isProof, isSigningScheme, looksLikeScheme } from '../../schemes.ts';
import type { Topic } from '../../types.ts';

export interface WireFact {
  topic: Topic;
  strength: 2 | 3;
  value: string | null;
  at: number;
}

export interface Pair {
  name: string;
  value: string;
  /** The word after the value. */
  rest: string;
  at: number;
  /** What stands between name and value. */
  sign: string;
  /** What stands right before the name: `?`, `&`, a quote, the `-H` of curl. */
  lead: string;
}

/** In a row of a table the next cell holds the value. */
const NAME = /(?<![\w-])([A-Za-z][\w-]{1,60})["'`\])]{0,3}\s{0,3}(:|=>|==?|,|\|)/;
/** Nothing of it is used up, so that a value may be the next name. */
const VALUE =
  /(?=\s{0,3}(?:[rbfu$]{1,2}(?=["'`]))?["'`([{]{0,3}\s?((?!\/\/)[^\s"'`,;&)\]]{1,160})["'`]{0,3}(?:\s{0,3}(?:["'`]?\s{0,3}[+.])?\s{0,3}["'`]?([^\s"'`,;&)\]]{1,80}))?)/;
const PAIR = new RegExp(NAME.source + VALUE.source, 'g');

export function pairsOf(text: string): Pair[] {
  return [...text.matchAll(PAIR)].slice(0, 200).map((found) => ({
    name: found[1] ?? '',
    value: (found[3] ?? '').replace(/[.:]+$/, ''),
    rest: found[4] ?? '',
    sign: found[2] ?? '',
    at: found.index,
    lead: text.slice(Math.max(0, found.index - 12), found.index),
  }));
}

/** Names that carry no credential although a word in them says key or token. */
const NOT_CREDENTIAL = [
  /^(?:access-control-|x-request-|x-ratelimit|sec-|x-correlation|content-|accept|(?:your|my|the|an?|insert|replace|add|enter|put|demo|sample|per|non)-)/i,
  /^(?:proxy-)?authorization$|^re-|(?:authenticate|-(?:header|sig|signatur\w*(?:-\w{0,6}\d+)?|digest|nonce|seed|username|timestamp|ts|date|code|type|required|version))$/i,
  /cache|csrf|xsrf|trace|^(?:(?:x-)?(?:idempotency-key|atlassian-token)|x-client-(?:name|info)|(?:set-)?cookie)$/i,
  /^(?:x-amz-security-token|partition-key|surrogate-key|x-next-token|user-agent)$/i,
];
/** Key, token and so on in English, and "key" in the languages of the lexicons. */
const KEY_NAME =
  /key|token|auth|secret|credential|pass|access|^x-api$|(?:^|-)(?:cle|clave|chave|chiave|sleutel|klucz|schluessel)(?:-|$)/i;
const ENGLISH =
  /^(?:Token|Key|API|Auth|Access)-(?!Key|Token|Secret|Id)|-(?:based|only|first|level|side|type|free|driven|specific|protected|authenticated|scoped|party|lived)$/;
const PLACEHOLDER =
  /[<{$%[_\d]|^(?:your|my|abc|xxx|\*\*)|\.{2,}|…|^[A-Za-z0-9_\-./+=]{20,}$|api_?key|apikey|token$|secret$/i;
const QUERY_KEY = [
  /^(?:api|app|access|auth|subscription|user|private|secret|client|developer|account|security|ws)?[_-]?(?:api[_-]?)?(?:key|token)$/i,
  /^(?:cle|clef|clave|llave|chave|chiave|gettone|jeton|klucz|schluessel|sleutel|ak|appcode)(?:[_-](?:api|app))?$/i,
  /^(?:(?:[a-z]{2,12}_){1,3}api_?key|consumer_?key|service_?key|appid|app_id|access_?key_?id|auth|hapikey)$/i,
  /^x-[\w-]{1,24}-?key$/i,
];
/** A map, and no object: a page writes the name, and `__proto__` is a name too. */
const GRANTS: ReadonlyMap<string, Topic> = new Map([
  ['client_credentials', 'grant:client_credentials'],
  ['authorization_code', 'grant:authorization_code'],
  ['refresh_token', 'grant:refresh_token'],
  ['password', 'grant:password'],
  ['implicit', 'grant:implicit'],
  ['device_code', 'grant:device_code'],
  ['jwt-bearer', 'grant:jwt_bearer'],
  ['token-exchange', 'grant:token_exchange'],
]);
const MACHINE =
  /account|app|client|machine|service|server|site|project|api_?key|jwt|assertion|partner|integration|system/i;

/** A header of this name may carry a credential. */
export const mayCarry = (name: string): boolean => !NOT_CREDENTIAL.some((of) => of.test(name));

/** A header name of a credential, as it may stand in a sentence. */
export const credentialHeader = (name: string, certain: boolean): boolean =>
  KEY_NAME.test(name) &&
  mayCarry(name) &&
  (certain ||
    (/-/.test(name) && (/^x-|(?:api|subscription)-?key$/i.test(name) || /[A-Z]/.test(name)) && !ENGLISH.test(name)) ||
    /^(?:apikey|api_key|x_\w+)$/i.test(name));

export const queryKey = (name: string): boolean => QUERY_KEY.some((of) => of.test(name));

/** A parameter in an address, and its value if that is a placeholder. */
const IN_ADDRESS = /[?&]([A-Za-z][\w-]{0,40})=((?:[<{[$%]|\p{Lu}{2}|\p{Script=Han})[^\s&"'`]{1,40})?/gu;
/** "VOTRE_CLE", "{api_key}": a key in any language. */
const OWN_KEY =
  /(?:key|token|cle|clave|llave|chave|chiave|gettone|jeton|klucz|schl(?:ue|ü)ssel|sleutel|密钥)[>}\])%]{0,2}$/i;
const NO_KEY = /page|next|sync|cursor|continu|csrf|refresh|verif|reset|invite|^(?:code|state|id_token|client_id)\b/i;
/** A credential in an address that is there to get another one, or to undo something. */
const OTHER_CALL =
  /unsubscribe|\/(?:verify|confirm|reset|invite|revoke)\b|id_token|grant_?type|response_type|[?&]\w{0,12}secret=/i;

/** Parameters of addresses that carry a key: by their name, or by what is to be put in. */
function inAddresses(text: string, fact: Fact): void {
  if (OTHER_CALL.test(text)) return;
  for (const { 1: name = '', 2: value = '', index } of text.matchAll(IN_ADDRESS))
    if (queryKey(name) || (OWN_KEY.test(value) && !NO_KEY.test(`${name} ${value}`))) fact('key-query', index, name);
}

const SPEAKS =
  /[?&]|auth|bearer|key|token|secret|grant|response_type|expires|scope|code_challenge|credential|pass|access|device|cookie|-u\s|--user/i;

/** What the fields and parameters of a text say. `code`: it is a line of a sample, where a bare `Name: value` is a field. */
export function readWire(text: string, code: boolean): WireFact[] {
  if (!SPEAKS.test(text)) return [];
  const facts: WireFact[] = [];
  const fact = (topic: Topic, at: number, value: string | null = null, strength: 2 | 3 = 3) =>
    facts.push({ topic, strength, value, at });
  for (const pair of pairsOf(text)) {
    // A comma in a sentence enumerates.
    if (pair.sign === ',' && (code ? !`"'\``.includes(pair.lead.at(-1) ?? ' ') : /^[a-z]/.test(pair.name))) continue;
    const name = pair.name.toLowerCase();
    const end = '?&'.includes(pair.lead.at(-1) ?? ' ');
    if (ofProtocol(name, pair, code, end, fact)) continue;
    if (!end && isKeyHeader(pair, text, code)) fact('key-header', pair.at, pair.name);
  }
  inAddresses(text, fact);
  spelledOut(text, code, fact);
  return facts;
}

type Fact = (topic: Topic, at: number, value?: string | null, strength?: 2 | 3) => void;

/** Fields and parameters that OAuth or HTTP define; true when the name is one of them. `end`: it stands in a query. */
function ofProtocol(name: string, pair: Pair, code: boolean, end: boolean, fact: Fact): boolean {
  const { value, at } = pair;
  if (name === 'authorization' || name.endsWith('"authorization')) authorization(pair, code, fact);
  else if (name === 'grant_type' || name === 'granttype') grant(value, at, fact);
  else if (name === 'response_type') {
    if (/^code\b/.test(value)) fact('grant:authorization_code', at);
    else if (/^token\b/.test(value)) fact('grant:implicit', at);
  } else if (/^expires_?in$/.test(name) && /^\d{2,9}\}?$/.test(value))
    fact('expires', at, String(Number.parseInt(value, 10)));
  else if (name === 'cookie' || name === 'set-cookie') {
    if (/^[\w.]*(?:sess|sid|auth|token)\w*=/i.test(value)) fact('cookie', at);
  } else if (name === 'token_type' && /^bearer$/i.test(value)) fact('bearer', at, null, 2);
  else if (/^code_challenge(?:_method)?$/.test(name)) fact('grant:authorization_code_pkce', at);
  else if (isScope(name, pair, code, end)) fact('scopes', at);
  else if (/^refresh_?token$/.test(name) && (code || end)) fact('grant:refresh_token', at, null, 2);
  else return false;
  return true;
}

const isScope = (name: string, { value }: Pair, code: boolean, end: boolean): boolean =>
  /^scopes?$/.test(name) &&
  (end || code || /[:.]/.test(value)) &&
  (/^[a-z][\w:./%-]{2,}/i.test(value) || (code && /^\d{3,}$/.test(value)));

/** A field with a placeholder for its value is one in a sentence too: `Acme-Api-Key: <your key>`. */
const PLACED = /^["'`]?\s?[:|]\s?["'`]?[<{$[]/;

function isKeyHeader(pair: Pair, text: string, code: boolean): boolean {
  // What stands before "Bearer …" is a header, whoever's.
  const bearer = pair.value.toLowerCase() === 'bearer' && pair.name.includes('-');
  const told = code || PLACED.test(text.slice(pair.at + pair.name.length));
  const certain = bearer || (pair.sign !== '|' && /-H\s?["']?$|header[ =]["']?$/i.test(pair.lead));
  // `base64(apiKey:apiSecret)`: what is put together is no field.
  if (pair.lead.endsWith('(')) return false;
  return (
    (certain || told) &&
    (certain || pair.name.includes('-') || /header/i.test(text)) &&
    (credentialHeader(pair.name, certain) || (bearer && mayCarry(pair.name))) &&
    !/^(?:true|false|\d{1,6})$/.test(pair.value)
  );
}

/** curl keeps cookies in a file, or sends them from one. */
const JAR = /(?<![\w-])curl\b.{0,200}\s(?:-b|-c|--cookie(?:-jar)?)[ =]["']?[\w./=$-]/;

/** What a sentence spells out instead: options of curl, `grant_type is "password"`, `expires_in` with its number. */
function spelledOut(text: string, code: boolean, fact: Fact): void {
  const type = /\bgrant_?type\b\W{1,4}(?:is|of|as|to|equals|set to|with(?: the)? value)\W{1,4}([\w:-]{4,80})/i.exec(
    text,
  );
  if (type !== null) grant(type[1] ?? '', type.index, fact);
  else {
    const quoted = /\bgrant[ _-]?type\b[^`"\n]{0,40}[`"]([a-z_]{4,30})[`"]/i.exec(text);
    const known = GRANTS.get(quoted?.[1] ?? '');
    if (quoted !== null && known !== undefined) fact(known, quoted.index);
  }
  if (code && JAR.test(text)) fact('cookie', 0);
  const user = /(?:^|[\s"'`(])(?:-u|--user)[ =]["'`]?[^\s"'`]/.exec(text);
  if (user !== null && !/grant_type|client_?(?:id|secret)|:\/\/\S{0,120}\/(?:access_?)?token\b/i.test(text))
    fact('basic', user.index);
  const device = /\/device\/(?:code|authorize|token)\b|\/device_authorization\b/.exec(text);
  if (code && device !== null) fact('grant:device_code', device.index);
  const types = /\bresponse_type\b\W{1,8}(?:is |of )?(code|token)\W{1,3}or\W{1,3}(code|token)\b/.exec(text);
  if (types !== null) {
    fact('grant:authorization_code', types.index);
    fact('grant:implicit', types.index);
  }
  const life = /\bexpires_in\b\W{0,4}(?:is |of )?(\d{2,9})\b/.exec(text);
  if (life !== null) fact('expires', life.index, String(Number(life[1])));
  if (/--oauth2-bearer\b/.test(text)) fact('bearer', text.indexOf('--oauth2-bearer'));
}

function authorization({ value, rest, at }: Pair, code: boolean, fact: Fact): void {
  if (/^bearer\b/i.test(value)) fact('bearer', at);
  else if (/^basic\b/i.test(value)) fact('basic', at);
  else if (isSigningScheme(value)) fact('signed', at, value);
  else if (isProof(value) || /^oauth_/i.test(rest)) return;
  else if (rest !== '' && /^[A-Za-z][A-Za-z.-]{1,40}$/.test(value)) {
    if (
      (PLACEHOLDER.test(rest) || (rest.length > 3 && rest === rest.toUpperCase()) || code) &&
      looksLikeScheme(value) &&
      !/^(?:GET|POST)$/.test(value)
    )
      fact('scheme-word', at, value);
  } else if (PLACEHOLDER.test(value) && (code || rest === '' || !/^[a-z]+$/.test(rest) || /[{<$]/.test(value)))
    fact('scheme-word', at, '');
}

function grant(value: string, at: number, fact: (topic: Topic, at: number, value?: string | null) => void): void {
  const known = GRANTS.get(
    value
      .replace(/%3A/gi, ':')
      .replace(/^.*grant-type:/, '')
      .replace(/\W+$/, ''),
  );
  if (known !== undefined) fact(known, at);
  else if (MACHINE.test(value) && /[_:/]/.test(value)) fact('grant:vendor', at, value.replace(/\W+$/, ''));
}
