/** Reads one answer of a token endpoint off the wire (RFC 6749 §5): its code, its words and its format. */
import type { ErrorShape, TokenAnswer } from '../types.ts';
import { parseChallenges } from './challenge.ts';
import { isAwsMissingRoute, isEcho, readErrorShape } from './error-shape.ts';
import { isObject, member, readJson, statements } from './json-body.ts';
import { type FormFields, formFields, OAUTH_CODES } from './token-words.ts';
import { oneLine } from '../text.ts';

/** One answer off the wire. Header names are lower case; `wall` names a bot wall that answered in the endpoint's place. */
export interface RawTokenAnswer {
  status: number;
  contentType: string | null;
  text: string;
  headers: ReadonlyMap<string, string>;
  exchange: string;
  wall: string | null;
}

/** Longest text that is kept of one answer, in characters. */
const MAX_TEXT = 500;
/** What stands in place of a token (PR4): it is neither used nor stored. */
const ISSUED = 'a token was issued; it was not kept';
/** What AWS API Gateway says of a path that it does not have. */
export const MISSING_ROUTE = 'Missing Authentication Token';

/** Names of form parameters that a validation error may carry as a member: `{"grant_type":["…"]}`. */
const FIELD = /^(?:grant_?type|client_?id|client_?secret|scope|audience|resource|authorization)$/i;

/**
 * Reduces one answer to code, text and format. `oauth` is RFC 6749 §5.2: a JSON string `error` from the registry, or a token under a
 * 2xx, whose value is dropped here. The code may also come from the challenge (RFC 6750 §3) when the body has none. Never throws.
 */
export function readTokenAnswer(input: RawTokenAnswer): TokenAnswer {
  const challenges = parseChallenges(input.headers.get('www-authenticate') ?? '');
  const base = {
    exchange: input.exchange,
    status: input.status,
    challenges,
    location: input.headers.get('location')?.slice(0, 2000) ?? null,
    wall: input.wall,
  };
  const challenged = challenges.map((c) => c.parameters['error']).find((error) => error !== undefined) ?? null;
  const body = input.text.trim();
  const form = formFields(body);
  if (form) return { ...base, ...readForm(form, input.status, challenged) };
  const shape = readErrorShape(input.text, input.contentType, input.status);
  if (shape.format === 'html')
    return { ...base, code: challenged, format: 'html', text: pageText(body).slice(0, MAX_TEXT) };
  if (shape.format === 'json') return { ...base, ...readMembers(body, shape, input.status, challenged) };
  return {
    ...base,
    code: shape.identifier ?? challenged,
    format: shape.format,
    text: (shape.message ?? '').slice(0, MAX_TEXT),
  };
}

type Words = Pick<TokenAnswer, 'code' | 'format' | 'text'>;
const token: Words = { code: null, format: 'oauth', text: ISSUED };

function readForm({ error, description }: FormFields, status: number, challenged: string | null): Words {
  if (error !== '')
    return { code: error.slice(0, 200), format: 'form', text: (description || error).slice(0, MAX_TEXT) };
  return status < 300 ? token : { code: challenged, format: 'form', text: '' };
}

function readMembers(body: string, shape: ErrorShape, status: number, challenged: string | null): Words {
  const read = readJson(body);
  const value = read.ok ? read.value : null;
  if (status >= 200 && status < 300 && holdsToken(value)) return token;
  if (isAwsMissingRoute(body)) return { code: null, format: 'json', text: MISSING_ROUTE };
  const rest = statements(value, 2000, isEcho, (name) => (FIELD.test(name) ? name : null));
  const error = isObject(value) ? member(value, 'error') : undefined;
  const registered = typeof error === 'string' && OAUTH_CODES.has(error.trim().toLowerCase());
  const word = typeof value === 'string' && /^\w{3,60}$/.test(value) ? value : null;
  const code = (registered ? error.trim() : null) ?? shape.identifier ?? word ?? challenged;
  // The code says what it says; repeated among the words it would colour them ("client_id is missing · invalid_request").
  const text = [...new Set([...(shape.message === null ? [] : [shape.message]), ...rest])]
    .filter((part) => part !== code)
    .join(' · ')
    .slice(0, MAX_TEXT);
  return { code, format: registered ? 'oauth' : 'json', text };
}

/** Whether a body carries a token, in the standard's member, in camel case or wrapped (K1, K3). */
function holdsToken(value: unknown): boolean {
  if (!isObject(value)) return false;
  const inside = [value, ...Object.values(value).slice(0, 50).filter(isObject)];
  return inside.some((object) => typeof member(object, 'accesstoken') === 'string');
}

/** The words of a short error page. Some token endpoints answer people even here. */
const pageText = (html: string): string =>
  oneLine(
    html
      .slice(0, 8000)
      .replaceAll(/<(?:script|style|head)\b[^]{0,8000}?<\/(?:script|style|head)>/gi, ' ')
      .replaceAll(/<[^<>]{0,2000}>/g, ' '),
  );
