/** Reads what an error body tells a program (STANDARDS E1-E6): its format, whether it names the error, the identifier to branch on. */
import type { ErrorShape } from '../types.ts';
import { speaksOfCredentials } from './credential-words.ts';
import { isEmpty, isObject, member, readJson, statements, textOf, type JsonObject } from './json-body.ts';
import { Names, setOf } from '../names.ts';
import { hasSpace, oneLine, plainName, spaced } from '../text.ts';

/**
 * Members that name an error (DESIGN §6), each in its spellings: an AWS `__type` is a type, an Okta `errorSummary` a message.
 * Booleans name nothing: `{"error":true}` says that something failed, not what.
 */
const NAMING = setOf(
  'error errors code type title detail message msg errorcode errortype errorname errormessage errordescription ' +
    'errorsummary errordetail errordetails errormsg errmsg errorstring errcode httpmessage moreinformation',
);
/** Members whose text is an echo or an address, never a statement about the error. */
const ECHOES = setOf(
  'path uri url href link links self instance request method timestamp time date trace traceid requestid correlationid ' +
    'documentation documentationurl moreinfo helplink errorlink erroruri docs docurl stack stacktrace host id input',
);
/** Whether a member, by its plain name, repeats the request or points elsewhere. */
export const isEcho = (name: string): boolean => ECHOES.has(name);

const FLAG = setOf('ok success succeeded issuccess successful');
const STATE = setOf('status stat result state response');
const FAILED = setOf('error fail failed failure false nok ko request_denied unauthorized forbidden');
const FINE = setOf('none false 0 ok success');
const ERROR_FLAG = setOf('iserror haserror error');
const STATUS = setOf('code status statuscode');
const CREDENTIAL_MEMBER =
  /^(?:(?:x)?api ?key|(?:access|bearer|auth)? ?token|authorization|client ?(?:id|secret)|appid|credentials?)$/;

/** Members that carry what was asked for; an answer that has one is no bare error. */
const DATA = setOf('data result results items records response payload rows value values entries list body');
/** Members that an error answer may have beside the error itself. */
const ENVELOPE_MEMBERS = new Names(
  'err* *errors *error *err *exception *fault *warning *warnings *message *messages *code *reason *detail *details *requestid *traceid ' +
    '*correlationid *timestamp status statustext description title type hint time date path url uri link links href *doc *docs ' +
    '*documentation *documentationurl docurl moreinfo help* support* info meta metadata version provided needed responsemetadata ok success ' +
    'succeeded stat name msg errmsg reqmethod jsonrpc extensions lang ref subcode',
);

/** Longest text that is parsed or looked through, in characters. */
const MAX_TEXT = 2 * 1024 * 1024;

/**
 * Reads one body. `contentType` is the media type in lower case or null, `status` the HTTP status, which decides whether an
 * envelope is one (E5) and whether AWS speaks of a missing route (T2). JSON counts as JSON under any media type when it parses as an
 * object or a list (G5). Never throws.
 */
export function readErrorShape(text: string, contentType: string | null, status: number): ErrorShape {
  const body = text.slice(0, MAX_TEXT).trim();
  const type = contentType ?? '';
  if (body === '' || body === '\ufeff') return unnamed('empty', null);
  const declaredJson = type.endsWith('/json') || type.endsWith('+json');
  if (declaredJson || /^[\ufeff)]?[[{\]]/.test(body)) {
    const read = readJson(body);
    if (read.ok && typeof read.value === 'object' && read.value !== null)
      return readStructure(read.value, body, status);
    if (read.ok && declaredJson) return unnamed('json', textOf(read.value));
  }
  if (/^<!doctype html|^<html/i.test(body) || (type.includes('html') && body.startsWith('<'))) return readHtml(body);
  if (body.startsWith('<') && (body.startsWith('<?xml') || /\bxml$/.test(type))) return readXml(body, status);
  return unnamed('text', body);
}

/** A body that names no error; what it says may still be about credentials. */
const unnamed = (format: ErrorShape['format'], said: string | null): ErrorShape => {
  const message = said?.slice(0, 300) ?? null;
  return {
    format,
    level: 'none',
    identifier: null,
    message,
    envelope: false,
    speaksOfCredentials: message !== null && speaksOfCredentials(message),
  };
};

/**
 * Whether an AWS API Gateway says that the route or method does not exist, or wants a signature (STANDARDS T2). Its 403 "Missing
 * Authentication Token", and what it says of a bearer token there, ask for no token that a client of the API could have.
 */
export function isAwsMissingRoute(text: string): boolean {
  return (
    text.length < 2000 &&
    /^\s*\{\s*"message"\s*:\s*"(?:Missing Authentication Token|[^"]{0,1000} not a valid key=value pair \(missing equal-sign\) in Authorization header\b[^"]{0,1000})"\s*\}\s*$/i.test(
      text.replaceAll(String.raw`\"`, "'"),
    )
  );
}

// ---------------------------------------------------------------- JSON

/** The top object, or the objects of a top list, then every object one level down (DESIGN §6: a list counts as one level). */
function levels(value: object): { top: JsonObject[]; below: JsonObject[] } {
  if (Array.isArray(value)) return { top: [], below: value.slice(0, 20).filter(isObject) };
  if (!isObject(value)) return { top: [], below: [] };
  const below = Object.values(value)
    .slice(0, 200)
    .flatMap((item) => (Array.isArray(item) ? item.slice(0, 20).filter(isObject) : isObject(item) ? [item] : []));
  return { top: [value], below: below.slice(0, 100) };
}

const names = (object: JsonObject): boolean =>
  Object.entries(object)
    .slice(0, 200)
    .some(([key, value]) => NAMING.has(plainName(key)) && !isEmpty(value) && typeof value !== 'boolean' && value !== 0);

function readStructure(value: object, body: string, status: number): ErrorShape {
  const { top, below } = levels(value);
  const said = spoken(value);
  return {
    format: 'json',
    level: [...top, ...below].some(names) ? 'names' : 'structured',
    identifier: identifierOf(value, status),
    message: messageOf(value)?.slice(0, 300) ?? null,
    envelope: status >= 200 && status < 300 && top[0] !== undefined && isEnvelope(top[0]),
    speaksOfCredentials: !(status === 403 && isAwsMissingRoute(body)) && speaksOfCredentials(said),
  };
}

const spoken = (value: object): string =>
  statements(value, 4000, isEcho, (key) => {
    const name = spaced(key.replaceAll(/([a-z])([A-Z])/g, '$1 $2')).toLowerCase();
    return CREDENTIAL_MEMBER.test(name) ? name : null;
  }).join(' · ');

const firstObject = (value: unknown): JsonObject | null => {
  if (isObject(value)) return value;
  return Array.isArray(value) ? (value.slice(0, 20).find(isObject) ?? null) : null;
};

/** Phrases of RFC 9110 status codes, which repeat the status and identify nothing. */
const PHRASE =
  /^(?:ok|error|fail(?:ed|ure)?|true|false|none|null|about:blank|bad ?request|not ?found|internal ?server ?error)$/i;

/** A word that a program can compare: no prose, no restated status. */
function asIdentifier(value: unknown, status: number): string | null {
  const text = textOf(value);
  if (text === null || text.length > 200 || PHRASE.test(text) || text === String(status)) return null;
  return hasSpace(text) ? null : text;
}

/** Where E4 says that identifiers sit, the most telling first. */
function identifierOf(value: object, status: number): string | null {
  const top = firstObject(value);
  if (top === null) return null;
  const named = (object: JsonObject | null, ...keys: string[]): string | null => {
    for (const key of keys) {
      const found = object === null ? null : asIdentifier(member(object, key), status);
      if (found !== null) return found;
    }
    return null;
  };
  const worded = (found: string | null): string | null => (found !== null && !/^-?\d+$/.test(found) ? found : null);
  const error = member(top, 'error');
  const nested = firstObject(error) ?? firstObject(member(top, 'errors')) ?? firstObject(member(top, 'fault'));
  if (nested) {
    const inner = firstObject(member(nested, 'extensions')) ?? firstObject(member(nested, 'detail'));
    const found =
      worded(named(nested, 'code', 'errorcode')) ??
      worded(named(inner, 'code', 'errorcode')) ??
      named(nested, 'type', 'errortype', 'status', 'reason', 'name', 'error') ??
      named(nested, 'code', 'errorcode') ??
      named(inner, 'code', 'errorcode');
    if (found !== null) return found;
  }
  return (
    asIdentifier(error, status) ??
    worded(named(top, 'code', 'errorcode', 'errcode')) ??
    named(top, 'type', 'errortype', 'name', 'reason') ??
    named(top, 'code', 'errorcode', 'errcode') ??
    worded(named(top, 'status'))
  );
}

/** Members that hold the sentence for people, the best first. */
const SENTENCES = (
  'errordescription message errormessage errorsummary detail details description faultstring msg ' +
  'errormsg errmsg title reason moreinformation httpmessage userinfo'
).split(' ');

function messageOf(value: object): string | null {
  const top = firstObject(value);
  if (top === null) return Array.isArray(value) ? textOf(value[0]) : null;
  const sentence = (object: JsonObject | null): string | null => {
    if (object === null) return null;
    for (const key of SENTENCES) {
      const found = member(object, key);
      const text = textOf(Array.isArray(found) ? found[0] : found);
      if (text !== null) return text;
    }
    return null;
  };
  const errors = member(top, 'errors') ?? member(top, 'detail') ?? member(top, 'messages');
  return (
    sentence(firstObject(member(top, 'error'))) ??
    sentence(top) ??
    sentence(firstObject(errors)) ??
    sentence(firstObject(member(top, 'fault'))) ??
    (Array.isArray(errors) ? textOf(errors[0]) : null) ??
    textOf(member(top, 'error')) ??
    sentence(
      Object.values(top)
        .slice(0, 50)
        .map(firstObject)
        .find((object) => object !== null && sentence(object) !== null) ?? null,
    )
  );
}

/** E5: an answer under a 2xx that speaks of an error and holds no data. */
function isEnvelope(top: JsonObject): boolean {
  const entries = Object.entries(top)
    .slice(0, 200)
    .map(([key, value]) => [plainName(key), value] as const);
  const holdsData = entries.some(
    ([key, value]) =>
      DATA.has(key) &&
      !isEmpty(value) &&
      !(isObject(value) && Object.values(value).slice(0, 50).every(isEmpty)) &&
      typeof value !== 'string' &&
      typeof value !== 'boolean',
  );
  if (holdsData) return false;
  const failed = entries.some(
    ([key, value]) =>
      (FLAG.has(key) && (value === false || value === 0 || value === 'false')) ||
      (STATE.has(key) && typeof value === 'string' && FAILED.has(value.toLowerCase())) ||
      (ERROR_FLAG.has(key) && value === true),
  );
  if (failed) return true;
  const speaks = entries.some(
    ([key, value]) =>
      ((key === 'error' || key === 'errors') &&
        !isEmpty(value) &&
        value !== false &&
        value !== 0 &&
        !(typeof value === 'string' && FINE.has(value.trim().toLowerCase()))) ||
      (/^(?:err|error)(?:code|message|msg|description|summary)$/.test(key) &&
        !isEmpty(value) &&
        value !== 0 &&
        value !== '0' &&
        value !== 'ok') ||
      (STATUS.has(key) &&
        (typeof value === 'number' || typeof value === 'string') &&
        Number(value) >= 400 &&
        Number(value) < 600),
  );
  const jsonRpc = entries.some(([key]) => key === 'jsonrpc');
  return (
    speaks &&
    entries.every(
      ([key, value]) => isEmpty(value) || ENVELOPE_MEMBERS.has(key) || DATA.has(key) || (jsonRpc && key === 'id'),
    )
  );
}

// ---------------------------------------------------------------- markup

const unescape = (text: string): string =>
  oneLine(
    text.replaceAll(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
    ),
  );

const ATTRIBUTE = /([\w-]{1,40})\s?=\s?["']([^"'<>]{1,500})["']/g;

/** S3, SOAP, Twilio, Flickr: elements or attributes named like the members of a JSON error. */
function readXml(body: string, status: number): ErrorShape {
  const text = body.slice(0, 20_000).replaceAll(/<!\[CDATA\[|\]\]>/g, '');
  const found = new Map<string, string>();
  const words: string[] = [];
  const keep = (name: string | undefined, value: string | undefined) => {
    const key = plainName(name ?? '');
    const said = unescape(value ?? '');
    words.push(said);
    if (key !== '' && said !== '' && !found.has(key)) found.set(key, said);
  };
  for (const [, name, value] of text.matchAll(/<(?:[\w-]{1,40}:)?([A-Za-z_-]{1,40})(?:\s[^<>]*)?>([^<>]{1,1000})</g))
    keep(name, value);
  for (const [, attributes = ''] of text.matchAll(/<(?:[\w-]{1,40}:)?(?:err|error|fault)\s([^<>]{1,2000})>/gi))
    for (const [, name, value] of attributes.matchAll(ATTRIBUTE)) keep(name === 'msg' ? 'message' : name, value);
  const [, root = '', ofRoot = ''] = /<(?:[\w-]{1,40}:)?([A-Za-z]\w{0,60})((?:\s[^<>]{0,2000})?)>/.exec(text) ?? [];
  const told = [
    ...found,
    ...[...ofRoot.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [plainName(name), value]),
  ];
  const failed = told.some(
    ([name = '', value = '']) =>
      (FLAG.has(name) && /^(?:false|0)$/i.test(value)) || (STATE.has(name) && FAILED.has(value.toLowerCase())),
  );
  const pick = (...keys: string[]): string | null =>
    keys.map((key) => found.get(key)).find((value) => value !== undefined) ?? null;
  const identifier = pick('code', 'errorcode', 'faultcode', 'number', 'value', 'error', 'type');
  const message = pick(
    'message',
    'errormessage',
    'errordescription',
    'faultstring',
    'text',
    'detail',
    'description',
    'title',
    'error',
  );
  return {
    format: 'xml',
    level: [...NAMING, 'faultcode', 'faultstring'].some((name) => found.has(name)) ? 'names' : 'structured',
    identifier: identifier !== null && identifier.length <= 200 && !hasSpace(identifier) ? identifier : null,
    message: message?.slice(0, 300) ?? null,
    envelope: status >= 200 && status < 300 && (failed || /^(?:error|fault|exception)/i.test(root)),
    speaksOfCredentials: speaksOfCredentials(words.slice(0, 200).join(' · ')),
  };
}

/** E6: HTML is nothing a program can branch on; its title alone is kept, for people who read the report. */
function readHtml(body: string): ErrorShape {
  const title = unescape(/<title[^<>]{0,200}>([^<]{1,300})/i.exec(body.slice(0, 20_000))?.[1] ?? '');
  return unnamed('html', title === '' ? null : title);
}
