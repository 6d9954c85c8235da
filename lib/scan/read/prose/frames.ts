/**
 * What tags together mean. A frame: a topic, its strength (3 decisive, 2 likely, 1 hint: STANDARDS §9), and the parts that a sentence must hold.
 * An exclamation mark after the strength: these words mean nothing else, and the model has no say. `a/b` is either tag; `~n` means within n words, in any order; `>n` within n words after; `^a` may stand in the heading, the sentence before or
 * the table's header; `!a/b` must not be there; `!^a` must not stand around it either. `$name` is a set of tags. The first tag is the head: it is
 * what a negation is looked up for.
 */
import type { Topic } from '../../types.ts';
import { negatedNearby } from './denial.ts';
import type { Hit } from './lexicon/index.ts';
import type { Sentence, Span } from './sentence.ts';

const sets: Record<string, string> = {
  /** Somebody else acts, or must act first; other keys; the protocol's own words. */
  gate: 'approve/contact/wait/partneronly/otherkey/maker',
  wire: 'protocol/logincall/operation/code/refresh/trade/error/endusers/handling/outgoing',
  cred: 'key/token/client',
  /** What one asks of the API, or does with it, is no way to the API. */
  aside: 'notapi/error/endusers/define/apicall/youradmin',
  /** Waiting of another kind, or for somebody who gives out keys. */
  nowait: 'approve/contact/partneronly/otherkey/maker/reply/life/ends/renew/revoke/error/refresh/endusers',
};

/** In order of topic. */
const source = `
self-service 3 | make/find/get ~14 key/client | place | !$gate/$wire/ends/personact
self-service 3 | make/find/get ~14 token | place | !$gate/$wire/user
self-service 3 | key/client ~10 inplace | !$gate/$wire/full/ask/header/query/revoke/ends/never/authverb
self-service 3 | click ~10 key/client/token | place | !$gate/$wire/ask/revoke/ends/user
self-service 3 | make/find/get/give ~14 key/client | atonce | !$gate/$wire/life/revoke/vendor
self-service 3 | click ~8 make/find/get ~8 key/client/token/app | !$gate/$wire/ends/user/relogin
self-service 3! | botmail
self-service 3 | signup | key/client | find/get | !$gate/$wire/otherkey/life/vendor/if
self-service 2 | click/make | key/client >4 find/make/get | !$gate/$wire/life/vendor/user/if/ask
self-service 2 | make/find/get/signup ~5 key/client | address | !$gate/$wire/ask/header/query/revoke/ends/send/vendor/user
self-service 3 | find ~4 token | atonce | !$gate/$wire/life
self-service 2 | click >8 key/client | !$gate/$wire/send/ask/vendor/permission/restrict/scope
self-service 2 | click ~8 make/find | ^key | !$gate/$wire/user/relogin
self-service 2 | make/get >5 key | !$gate/$wire/ask/user/send/life/vendor/neg/if/revoke/full/restrict/role/renew
self-service 3 | signup ~14 key/client | !$gate/otherkey/life/vendor
self-service 3 | make ~5 app | place/atonce | !$gate/$wire/vendor
self-service 3 | make ~5 app | find/get ~6 key/client | !$gate/$wire/vendor
self-service 2 | make ~3 app | ^client | !$gate/$wire/vendor/neg
self-service 3 | everyone >2 app/account | have ~6 key/client | !$gate/$wire/vendor/full/role
self-service 2! | registration | !error
self-service 2 | place ~8 make/find/get | ^key/token | !$gate/$wire/notapi/vendor/send/youradmin/ends/renew
self-service 2 | atonce ~4 find/get/make | ^key/client/token | !$gate/$wire/life/vendor/relogin
self-service 2 | make/get/find ~3 one | place/address/atonce/click | ^key/client | !$gate/$wire/vendor/relogin
self-service 2 | authverb ~5 key/client >6 inplace | !$gate/$wire/header/query/ask
self-service 2! | nowait | ^key/client | !$nowait
self-service 2! | make/signup ~5 app | nowait | !$nowait
sign-up 2 | signup | !notapi/consent/endusers/operation/vendor/webhook
sign-up 2 | openacct >4 acct | !notapi/endusers/operation/user/passwordword/svc
approval 3 | ask ~7 door/partner | !$aside/assertionword/accesstoken/helpme/consent/token/user/permission
approval 3 | ask ~9 key/client | !$aside/loginpair/accesstoken/helpme/consent/place/send/click/user/make/permission
approval 3 | contact/mail ~12 door/key/client | !$aside/helpme/handling/atonce/signup
approval 2 | ^door/key/client | contact ~6 vendor | !$aside/helpme/handling
approval 3 | approve | door/key/client/app/permission | !$aside/helpme/consent/token/redirect/auto
approval 3 | approve ~8 vendor | ^door/key/client/production | !$aside/helpme/user/scope/token/auto
approval 2 | byvendor ~10 key/client/token | !$aside/helpme/place/click
approval 3 | until >6 approve | !$aside/helpme/user/consent/token
approval 3 | production ~12 approve ~6 until | !error/helpme/user/consent/token
approval 2 | approve >8 give/get ~5 token | !$aside/helpme/user/scope/redirect/code/trade/app/consent/auto
approval 3 | give ~6 vendor | key/client/door | !$aside/helpme/atonce/place/token/scope/life/neg/user/signup/only
approval 2 | vendor ~6 give ~4 pronoun | ^key/client/door | !$aside/helpme/atonce/place/token/scope/life/neg/user/signup/only
approval 3 | limitedto ~8 partner | ^door/key | !notapi/refresh/scope
approval 2 | partner ~1 only | ^door/key | !notapi/refresh/scope
approval 3 | wait | ^door/key | !notapi/life/youradmin
approval 3 | ask | bymail | ^door/key | !$aside/helpme
approval 3 | onrequest | ^door/key/client | !$aside/helpme/operation
nogate 3 | nogate
expires 3 | life/short ~12 DURATION | !grace
expires 3 | DURATION >2 token
expires 3 | token/key >1 DURATION | !grace/again/revoke/make/get
expires 3 | within >2 DURATION | token | !code/trade
expires 2 | short
expires 2 | life ~4 shorttime
expires 3 | DURATION ~8 relogin
expires 3 | DURATION | program ~8 again
expires 2 | ends | program ~8 again
expires 2 | enddate ~8 $cred
expires 2 | enddate ~4 click/restrict | ^$cred | !error/notapi/other/otherkey
expires 2 | enddate ~7 restrict/openacct | ^$cred
expires 2 | ends ~10 $cred | !error/never/otherlimit/notapi
expires 2 | ends >12 again ~4 token/key | !never/notapi
nogate 3 | no >3 approve | !$aside/helpme/user/consent/can
nogate 3 | neg ~5 support ~4 approve | !$aside/helpme/user/consent
nogate 3 | approve ~4 neg ~4 support | !$aside/helpme/user/consent/until/cookieword/bearer
nogate 3 | neg ~4 ask/wait ~4 door/approve | !$aside/helpme/user/consent/until
nogate 3 | denied ~4 approve | !$aside/helpme/user/consent/until/cookieword/bearer
never-expires 3 | never
never-expires 3 | life >6 until >8 revoke
never-expires 3! | untilyou ~6 revoke
renews 2 | renew ~2 pronoun | ^token | life/ends/operation | !relogin/personact/place
renews 3 | renew ~8 token/key | !relogin/personact/denied/user
renews 3 | again ~4 renewask | ^ends/life/renew/short/never | ^token | !relogin/personact/place/click
renews 3 | again ~8 get/make/ask/trade/give/send | ^life/ends/short | ^token | !^place | !relogin/personact/place/user/click
renews 3 | again ~3 logincall | ^ends/life/renew/short
renews 2 | renew ~8 ends/enddate/life | ^token | !denied/relogin/personact/user/never/place
renews 3 | refresh ~10 again/renew | !relogin/personact/user/denied
renews-by-person 3 | relogin | ^life/ends | ^token/key/app/refresh | !operation/program/code
renews-by-person 3 | relogin | DURATION/ends | !operation/program/code
renews-by-person 3 | relogin ~6 renew | !program/code
renews 3 | program ~8 relogin/again | ^token/key/ends/DURATION | !code
renews-by-person 3 | personact ~8 again | ^life/ends/DURATION/refresh | !program/code
renews-by-person 2 | personact ~6 relogin | !operation/code/program
renews-by-person 3 | place | again ~6 make/get/renew | ^life/ends | ^$cred | !^error
renews-by-person 3 | wegive ~6 again | ask/onrequest/contact/approve | ^life/ends/DURATION | ^$cred | !program/code/refresh/operation/apicall
revocable 3 | revoke ~8 key/token/client | !code/refresh/otherkey/relogin/error/manyproviders
revocable 2 | revoke ~2 pronoun | ^token/key | !code/refresh/otherkey/relogin/error/manyproviders
revocable 2 | revoke ~3 atonce | ^key/token
revocable 2 | withdraw >1 accessword | !vendor/code/refresh/otherkey/relogin/error/manyproviders/role
revocable 2 | compromise | revoke | ^key/token/client | !error
static-keys 3 | static
static-keys 2 | key/token ~8 fixed | !error/webhook/production/test
scopes 3 | scope | ^key/token/grantword/permission/client/resource/someof/error/consent/ask/authurl/app/restrict/example | !define/everydayscope
scopes 3 | permission ~8 key/token/app/client | restrict/make/get/ask | !full/personperm/storage
scopes 3 | permission ~10 restrict | ^key/token/app | !personperm/full/storage
scopes 3 | limitverb ~6 key/token ~10 resource/someof/permission | !full
scopes 3 | key/token ~8 limitverb >1 toword | !full/otherlimit
scopes 2 | pronoun ~5 limitverb >1 toword | ^key/token | !full/otherlimit
scopes 2 | accesskind | ^key/token
scopes 3 | key/token ~8 limitverb ~10 resource/someof | !full
scopes 2 | restrict >3 resource/someof ~8 key/token | !full
scopes 2 | limitverb ~3 permission/scope | ^key/token | !full
roles 2 | role ~10 key/token/app/client | !full/storage
roles 2 | role ~6 restrict/give | ^key/token | !contact
roles 2 | readonly ~10 key/token
roles 2 | readonly ~4 restrict/full/orword | ^key/token
no-scopes 3 | full ~10 key/token/client | !restrict/scope/role/readonly/limitverb
no-scopes 3 | full | ^key/token | give/get/can | !restrict/scope/role
no-scopes 3 | inherit ~6 permission/role/full | ^key/token/client | !storage
no-scopes 3 | noscope
grant:client_credentials 1! | s2s ~3 appauth | !error
grant:client_credentials 2 | apponly ~3 appauth | !error
grant:client_credentials 3 | g:client_credentials | !error/manyproviders/endusers/callword
grant:client_credentials 3 | maybe-cc ~4 flow | !error/manyproviders/endusers/handling
grant:client_credentials 3 | maybe-cc | ^grantword | !error/manyproviders/handling/define
grant:client_credentials 2 | maybe-cc | gname | !error/manyproviders/handling
grant:client_credentials 2 | maybe-cc ~8 token | get/trade/ask | !code/refresh/user/error/handling
grant:client_credentials 2 | idsecret ~10 token | get/make/ask/trade/send/renewask | !code/refresh/user/error/redirect/place
grant:client_credentials 2 | trade ~8 client ~12 token | !code/refresh/redirect/user/error
grant:authorization_code 3 | g:authorization_code | !error/manyproviders/endusers
grant:authorization_code 3 | authcode ~4 flow | !error/manyproviders/endusers
grant:authorization_code 3 | authcode | ^grantword | !error/manyproviders/define
grant:authorization_code 2 | authcode ~8 token | get/trade/send | !error/manyproviders/endusers
grant:authorization_code 3 | trade ~6 code | !error/manyproviders/maybe-device/g:device_code
grant:authorization_code 2 | redirect ~14 code | !error/manyproviders
grant:authorization_code 2 | authurl | user/authword/send/redirect | !error/manyproviders/endusers
grant:authorization_code 2 | user ~10 redirect | code | !error/manyproviders
grant:authorization_code_pkce 3 | g:authorization_code_pkce | !error
grant:authorization_code 2 | g:authorization_code_pkce | !error
grant:implicit 3 | g:implicit | !error/manyproviders
grant:implicit 3 | maybe-implicit | ^grantword | !error/manyproviders
grant:password 3 | g:password | !error/manyproviders
grant:password 2 | maybe-password | g:client_credentials/g:authorization_code/g:implicit/g:device_code/refresh/grantword | !basic/error/username/manyproviders
grant:password 2 | loginpair ~8 token | make/get/trade/ask/send | !basic/error/operation
grant:device_code 3 | g:device_code | !error/manyproviders/endusers
grant:device_code 2 | maybe-device ~3 flow | !error/endusers
grant:device_code 2 | maybe-device | ^grantword | g:client_credentials/authcode/g:authorization_code/maybe-cc | !error
grant:device_code 3 | deviceurl | !error
grant:refresh_token 3 | refresh | !error/manyproviders/endusers
grant:refresh_token 1 | offline
grant:jwt_bearer 3 | g:jwt_bearer | !error/clientassertion/returnjwt
grant:jwt_bearer 3 | sign ~8 assertion | trade ~12 token | !client
grant:jwt_bearer 3 | sign ~8 assertion | post/operation | assertionword | !client
grant:token_exchange 3 | g:token_exchange | gname/flow/token | !error
bearer 3 | bearer ~12 authheader | !outgoing/error/endusers
bearer 3 | bearer ~6 send | !outgoing/error/endusers/g:jwt_bearer/define
bearer 2 | bearer | token/flow | !outgoing/error/endusers/g:jwt_bearer/define/handling
basic 3 | basic | !outgoing/protocol/client/redirect
basic 3 | basic | client ~6 username | !outgoing/protocol/redirect
basic 3 | maybe-basic ~6 prefixword | key/token/client/username/authheader | !protocol/outgoing
basic 3 | username ~8 key | !protocol/client/click/place
basic 2 | key ~6 passwordword | username/basic | !protocol/no
cookie 3 | cookie ~8 authverb | !notapi/define/banner
cookie 2 | cookie ~8 send/make/get | !notapi/define/banner
cookie 2 | cookieword ~10 send/make/get/find | ^signin | !notapi/define/banner/endusers
scheme-word 3 | authheader ~12 bare | !outgoing/error
key-query 2 | key/token ~8 query | !protocol/permission
no-tokens 3 | noapi | !if
no-tokens 2 | notoken | !if/error/endusers/noauth/never/life/ends/renew/restrict/permission/scope/revoke/approve/vendor/otherkey
open 3 | noauth ~12 whole | !if/error/endusers/operation/noapi/never
open 3 | noauth >8 noauth | !if/error/endusers/operation/noapi/never
open 2 | noauth/nokey >6 noauth/nokey | !if/error/endusers/operation/noapi/never/place/click/vendor
open 2 | anon ~8 calls | !if/error/scope/endusers/noapi/never/token/place/click/webhook
`;

/** Gates that do not stand in the way when the sentence denies them: "no approval is needed". */
const GATES = new Set(['approve', 'wait', 'contact', 'ask']);

/** What stands in the way only in the clause itself: the next one may speak of the protocol. */
const NEARBY = new Set([
  'refresh',
  'code',
  'trade',
  'life',
  'ends',
  'protocol',
  'operation',
  'error',
  'send',
  'revoke',
  'handling',
  'header',
  'query',
  'full',
]);

interface Item {
  tags: readonly string[];
  /** Distance to the item before it. */
  within: number;
  ordered: boolean;
}

interface Part {
  items: readonly Item[];
  around: boolean;
}

export interface Frame {
  /** Its line of the table. */
  line: string;
  topic: Topic | 'nogate';
  strength: 1 | 2 | 3;
  /** The model may not silence it. */
  certain: boolean;
  parts: readonly Part[];
  never: readonly string[];
  neverAround: readonly string[];
}

const expand = (text: string) => text.replace(/\$(\w+)/g, (_, name: string) => sets[name] ?? '').split('/');

function frameOf(line: string): Frame {
  const [head = '', ...rest] = line.split(' | ');
  const [topic = '', strength = ''] = head.split(' ');
  const parts: Part[] = [];
  const never: string[] = [];
  const neverAround: string[] = [];
  for (const part of rest) {
    if (part.startsWith('!^')) neverAround.push(...expand(part.slice(2)));
    else if (part.startsWith('!')) never.push(...expand(part.slice(1)));
    else {
      const words = part.replace(/^\^/, '').split(' ');
      const items: Item[] = [];
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? '';
        const link = /^([~>])(\d+)$/.exec(word);
        const tags = link === null ? word : (words[(at += 1)] ?? '');
        items.push({
          tags: expand(tags),
          within: link === null ? 0 : Number(link[2]),
          ordered: link?.[1] === '>',
        });
      }
      parts.push({ items, around: part.startsWith('^') });
    }
  }
  return {
    line,
    topic: topic as Frame['topic'],
    strength: Number(strength.charAt(0)) as 1 | 2 | 3,
    certain: strength.endsWith('!'),
    parts,
    never,
    neverAround,
  };
}

export const frames: readonly Frame[] = source.trim().split('\n').map(frameOf);

let left: ReadonlySet<Frame> = new Set();

/** Leaves frames out, to measure what they decide. */
export function leaveOutFrames(out: ReadonlySet<Frame>): void {
  left = out;
}

/** Names of grants: a list that holds one makes its neighbours grants too. */
const NAMES = [
  'g:client_credentials',
  'g:authorization_code',
  'g:implicit',
  'g:password',
  'g:device_code',
  'refresh',
  'code',
  'g:authorization_code_pkce',
];

function candidates(sentence: Sentence, tags: readonly string[]): readonly Span[] {
  const [first = '', second] = tags;
  if (second === undefined && first !== 'DURATION' && first !== 'gname') return sentence.of(first);
  return tags.flatMap((tag): readonly Span[] =>
    tag === 'DURATION'
      ? sentence.durations
      : tag === 'gname'
        ? sentence.of(...NAMES, 'flow')
        : (sentence.tags.get(tag) ?? []),
  );
}

/** Whether a sentence holds any hit of a tag: asked before places are compared. */
const holds = (sentence: Sentence, tag: string): boolean =>
  tag === 'DURATION'
    ? sentence.durations.length > 0
    : tag === 'gname'
      ? sentence.has('flow') || NAMES.some((name) => sentence.has(name))
      : sentence.has(tag);

const gap = (a: Span, b: Span) => (b.from >= a.to ? b.from - a.to : a.from >= b.to ? a.from - b.to : 0);

/** Spans of the part's items, in their order, or null. Items after the first lie within reach of the one before them. */
function match(sentence: Sentence, items: readonly Item[], loose = false): Hit[] | null {
  const step = (index: number, chosen: Hit[]): Hit[] | null => {
    const item = items[index];
    if (item === undefined) return chosen;
    const before = chosen.at(-1);
    for (const hit of candidates(sentence, item.tags)) {
      if (before !== undefined) {
        if (gap(before, hit) > item.within * sentence.stride || (item.ordered && hit.from < before.to)) continue;
        if (!loose && !sentence.sameClause(before, hit)) continue;
      }
      const found = step(index + 1, [...chosen, { tag: item.tags[0] ?? '', from: hit.from, to: hit.to }]);
      if (found !== null) return found;
    }
    return null;
  };
  return step(0, []);
}

/** What is done first and what comes of it stand in clauses of their own: "For a key, please fill in the form". */
const LOOSE = new Set<string>(['self-service', 'approval', 'open']);

/** The hits of each part that the sentence itself holds, the head first; null when the frame does not fit. */
export function fits(frame: Frame, sentence: Sentence, around: (tag: string) => boolean): Hit[] | null {
  if (left.has(frame)) return null;
  for (const part of frame.parts)
    if (!part.around) for (const item of part.items) if (!item.tags.some((tag) => holds(sentence, tag))) return null;
  if (
    frame.never.some(
      (tag) =>
        !NEARBY.has(tag) &&
        sentence.has(tag) &&
        !(GATES.has(tag) && sentence.of(tag).every((hit) => negatedNearby(sentence, hit))),
    )
  )
    return null;
  const hits: Hit[] = [];
  for (const part of frame.parts) {
    const found = match(sentence, part.items, LOOSE.has(frame.topic));
    if (found !== null) hits.push(...found);
    else if (!part.around || !part.items.every((item) => item.tags.some((tag) => tag !== 'DURATION' && around(tag))))
      return null;
  }
  const [head] = hits;
  if (head === undefined || frame.neverAround.some(around)) return null;
  if (frame.never.some((tag) => NEARBY.has(tag) && sentence.of(tag).some((hit) => sentence.sameClause(hit, head))))
    return null;
  return hits;
}
