/** Which operations of an API description give out a credential to whoever asks: read, never called. */
import type { IssuingOperation } from '../../types.ts';
import { isObject, own, type JsonObject } from '../json-body.ts';
import { listOf, objectOf, stringOf, wordOf, type Resolve } from './document.ts';

/** Members of an answer or a request, spelled without marks and in lower case. */
const TOKEN = new Set(['token', 'accesstoken', 'jwt', 'idtoken', 'authtoken', 'bearertoken', 'sessiontoken']);
const KEY = new Set(['apikey', 'key', 'secretkey', 'clientsecret', 'apisecret', 'apitoken']);
const LIFE = new Set(['expiresin', 'expires', 'expiresat', 'expiry', 'expirydate', 'exp', 'validuntil', 'ttl']);
/** What somebody sends who has been given it before: an answer to it is a sign-in, no sign-up. */
const SECRET = /pass(?:word|wd)?$|secret|pin$|otp|refreshtoken|assertion|code$/;
const SIGN_UP =
  /(?:^|[/_-])(?:sign-?ups?|registers?|registrations?|(?:api[-_]?)?keys?|accounts?|clients?|agents?)\/?$/i;

/** Names of the members of a schema, two levels deep: answers often wrap what they hold in `data`. */
function membersOf(schema: JsonObject, resolve: Resolve, depth = 0): string[] {
  const parts = [schema, ...listOf(own(schema, 'allOf'), 10).map(resolve)];
  return parts.flatMap((part) =>
    Object.entries(objectOf(own(part, 'properties')))
      .slice(0, 60)
      .flatMap(([name, member]) => [
        wordOf(name),
        ...(depth < 1 ? membersOf(resolve(member), resolve, depth + 1) : []),
      ]),
  );
}

/** The JSON schema of a body: OpenAPI 3 keeps it under its media type, Swagger 2.0 beside the answer or in a parameter. */
function bodyMembers(holder: JsonObject, resolve: Resolve): string[] {
  const media = Object.entries(objectOf(own(holder, 'content'))).find(([type]) => /json|urlencoded/.test(type))?.[1];
  const schema = own(objectOf(media), 'schema') ?? own(holder, 'schema');
  return isObject(schema) ? membersOf(resolve(schema), resolve) : [];
}

/**
 * The credential that a POST without security answers with, or null. Told by the members of its answer, not by its name: many operations
 * are called `login` that only set a cookie.
 */
export function readIssuing(
  url: string,
  path: string,
  operation: JsonObject,
  resolve: Resolve,
): IssuingOperation | null {
  const answers = Object.entries(objectOf(own(operation, 'responses')))
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, answer]) => bodyMembers(resolve(answer), resolve));
  const asked = [
    ...bodyMembers(resolve(own(operation, 'requestBody')), resolve),
    ...listOf(own(operation, 'parameters'), 30).flatMap((parameter) => {
      const read = resolve(parameter);
      return [wordOf(stringOf(own(read, 'name'), 60) ?? ''), ...bodyMembers(read, resolve)];
    }),
  ];
  const words = `${stringOf(own(operation, 'summary'), 300) ?? ''} ${stringOf(own(operation, 'description'), 600) ?? ''}`;
  const expires =
    answers.some((name) => LIFE.has(name)) || /\b(?:valid|expires?|good|lives?) (?:for|in|after)\b/i.test(words);
  const signsUp = SIGN_UP.test(path) && !asked.some((name) => SECRET.test(name) && !/pass/.test(name));
  if (answers.some((name) => KEY.has(name)) && signsUp) return { url, path, issues: 'key', expires };
  if (answers.some((name) => TOKEN.has(name))) return { url, path, issues: signsUp ? 'key' : 'token', expires };
  return null;
}
