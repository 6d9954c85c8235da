/** Reads what only a whole sample of code shows. */
import { readWire, type WireFact } from './wire.ts';

/** An id and a secret of an app, traded for a token where no standard grant is named. */
const APP_ID =
  /\b(?:app|api|account|partner|service|consumer|customer|merchant|integration|tenant|project|public|access|role)_?(?:id|key)\b/gi;
const APP_SECRET =
  /\b(?:app|api|client|account|partner|service|consumer|customer|merchant|integration|tenant|project|access)?_?(?:secret|private_?key|secret_?key|secret_?id)\b/gi;
const CLIENT_ID = /\bclient_?id\b/gi;
const TOKEN_ADDRESS = /\/[\w./-]{0,80}access_?token\b/gi;
/** Where one signs in, the end of its address. */
const SIGN_IN = /\/[\w./:-]{0,80}\b(?:log_?in|sign_?in|authenticate|auth(?:\w{0,12}\/token)?)(?=["'`?\s\\]|$)/gim;
/** What a person signs in with. */
const PERSON = /\buser_?name\b|\bpassword\b|e-?mail/i;
/** A code, a refresh token or a token to take back beside them make it another call. */
const OTHER_TRADE =
  /grant_?type|refresh_?token|device_?code|revo|introspect|(?<![\w-])code["'`]?\s{0,2}[=:]\s{0,2}["'`]?[^\d\s"'`,]/i;
/** Characters between what belongs to one call. */
const ONE_CALL = 400;

/** The pair goes to an address that names a token, or a token comes behind it. */
function tradesAppPair(text: string): boolean {
  const ends = (pattern: RegExp): number[] =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => index + length);
  const behind = (before: readonly number[], after: readonly number[]): number[] =>
    after.filter((end) => before.some((one) => end > one && end - one <= ONE_CALL));
  const ids = ends(APP_ID);
  const secrets = ends(APP_SECRET);
  return (
    behind(behind(ids, secrets), ends(/token/gi)).length > 0 ||
    behind(behind(ends(TOKEN_ADDRESS), [...ids, ...ends(CLIENT_ID)]), secrets).length > 0 ||
    (behind(ids, secrets).length > 0 && ends(SIGN_IN).length > 0 && !PERSON.test(text))
  );
}

/** A client id and its secret on the page, however they are joined. */
export const CLIENT_PAIR = /\bclient[ _-]?id\b[^.\n]{0,30}\bsecret\b/i;
/** curl's `-u` and `--user`, and the header that they make (RFC 7617 §2). */
const IN_BASIC = /(?:^|\s)(?:-u|--user)[ =]["'`]?[^\s"'`]|\bauthorization["'`]?\s?[:=]\s?["'`]?basic\b/i;
/** One token: `/tokens` is a collection to which a call adds something. */
const TO_TOKEN = /\/[\w./-]{0,80}\btoken(?=["'`?\s\\]|$)/im;

/** A client's id and secret in Basic buy a token by themselves: no grant is named, no code or other token goes with them. */
const tradesInBasic = (text: string): boolean =>
  TO_TOKEN.test(text) && IN_BASIC.test(text) && !PERSON.test(text) && !OTHER_TRADE.test(text);

/** The call of a grant that has no name: the client's id and secret are all that it takes. */
export const UNNAMED_GRANT = 'client id and secret in Basic';

/** How a client authenticates at the token endpoint is not what the API takes (RFC 6749 §2.3.1). */
export const TOKEN_CALL = /grant_?type|client_?(?:id|secret)|\/(?:access_?)?token\b/i;

/** What a token may do, in the answer that brings it, under names that the rights of people do not bear. */
const POLICIES = /"(?:token_)?(?:policies|abilities)"\s{0,3}:\s{0,3}\[\s{0,9}"[a-z]/i;
const TOKEN_MEMBER = /"(?:\w{1,30}_)?token"\s{0,3}:\s{0,3}"/i;

/** A call that makes a key, and the level that the key is made with. */
const KEY_CALL = /\/(?:(?:api|access)[_-]?)?(?:keys|(?<=[_-])tokens)(?=["'`?\s\\]|$)/im;
const LEVEL =
  /"(?:access(?:_?level)?|permissions?|roles?|mode|privileges?)"\s{0,3}:\s{0,3}\[?\s{0,9}"(?:read|write|rw|ro|viewer|editor|admin)/i;

const PLACE = { header: 'key-header', query: 'key-query', cookie: 'cookie' } as const;
/** Where an OpenAPI description puts a key, and under which name, in either order. */
const IN_NAME = /\bin["']?\s?:\s?["']?(header|query|cookie)\b["',\s]{1,20}name["']?\s?:\s?["']?([\w-]{2,40})/g;
const NAME_IN = /\bname["']?\s?:\s?["']?([\w-]{2,40})["',\s]{1,20}in["']?\s?:\s?["']?(header|query|cookie)\b/g;

function described(text: string): WireFact[] {
  if (!text.includes('apiKey')) return [];
  const fact = (place: string | undefined, name: string | undefined, at: number): WireFact => ({
    topic: PLACE[place as keyof typeof PLACE],
    strength: 3,
    value: place === 'cookie' ? null : (name ?? null),
    at,
  });
  return [
    ...[...text.matchAll(IN_NAME)].map(({ 1: place, 2: name, index }) => fact(place, name, index)),
    ...[...text.matchAll(NAME_IN)].map(({ 1: name, 2: place, index }) => fact(place, name, index)),
  ].filter(({ value }) => value?.toLowerCase() !== 'authorization');
}

/**
 * What only a whole sample shows: options of curl on lines of their own; a code traded with the client's secret. `ofClients`: its page says
 * that what one is given is a client id and a secret, so that what goes in Basic is no person's name and password.
 */
export function wholeSample(text: string, ofClients: boolean): WireFact[] {
  const facts = readWire(text, true).filter(
    (fact) => fact.topic === 'basic' && !/authorization/i.test(text.slice(fact.at, fact.at + 20)),
  );
  if (
    /(?<![\w-])code["'`]?\s{0,2}[=:]/i.test(text) &&
    /\bclient_?secret\b/i.test(text) &&
    /\bredirect_?ur[il]\b/i.test(text) &&
    !/\bgrant_?type\b/i.test(text)
  )
    facts.push({ topic: 'grant:authorization_code', strength: 3, value: null, at: 0 });
  facts.push(...described(text));
  const policies = POLICIES.exec(text);
  if (policies !== null && TOKEN_MEMBER.test(text))
    facts.push({ topic: 'scopes', strength: 3, value: null, at: policies.index });
  const posts = /\bPOST\b|\s-d\b|--data/.test(text);
  if (posts && KEY_CALL.test(text) && LEVEL.test(text)) facts.push({ topic: 'roles', strength: 2, value: null, at: 0 });
  if (posts && tradesAppPair(text) && !OTHER_TRADE.test(text))
    facts.push({ topic: 'grant:vendor', strength: 3, value: 'app id and app secret', at: 0 });
  else if (posts && ofClients && tradesInBasic(text))
    facts.push({ topic: 'grant:vendor', strength: 3, value: UNNAMED_GRANT, at: 0 });
  return facts;
}
