/** How long a credential lives, and how a program comes by the next one. */
import { DURATION, secondsOf } from '../duration.ts';
import { negatedBefore, supportPolarity } from '../negation.ts';
import { ANY_TEXT, EVERYWHERE, PROSE, type Rule } from '../rule.ts';
import type { Unit } from '../units.ts';
import { FOREIGN_EXPIRES, FOREIGN_NEVER } from './languages.ts';

/** Nouns whose life a sentence may speak of: credentials of the API (group 1), or other things (group 2). The last one before the verb is its subject. */
const NOUNS = /((?:(?:access|bearer|api|oauth2?|user|bot|app|application|personal(?: access)?|installation|service|integration|tenant|customer|long-lived|short-lived|new|jwt|auth\w*|workspace|page|machine|session|secret|restricted|client|live|test|fine-grained|id)[ _-]){0,4}(?:access[ _-]?tokens?|tokens?|keys?|credentials?|jwts?|client secrets?|client_secrets?|secrets?|PATs?)\b|access_token|expires_in|zugriffstokens?|tokens?\b|schlüssel\w*|jetons?|clés?\b|claves?\b|chaves?\b|chiav[ei]\b|sleutels?|klucz\w*|トークン|キー|令牌|密钥|토큰|키)|(refresh[ _-]?tokens?|(?:authori[sz]ation |auth |verification |device |user |one-time |temporary |the |a )?codes?\b|links?|urls?|invit\w+|invites?|trials?|cards?|quotes?|offers?|coupons?|otps?|passcodes?|cookies?|sessions?|subscriptions?|reservations?|holds?|payments?|certificates?|domains?|caches?|webhooks?|files?|uploads?|downloads?|signatures?|nonces?|challenges?|states?|orders?|bookings?|messages?|licen[cs]es?|sandbox(?:es)?|accounts?|consents?|mandates?|device codes?|user_codes?|device_codes?|rates?\b|limits?\b|vouchers?|documents?|envelopes?|authorizations? holds?|snapshots?|reports?)(?![:.]\w)/gi;
const ONE_TIME = /\b(?:used?|validated|verified|redeemed) (?:only )?once\b|\bsingle[- ]use\b|\bone[- ]time\b|\bis not an access token\b|\btokeni[sz]/i;
const ACCESS_TO = /\baccess to (?:(?:your|the|an?|their|all|every) )?(?:\w{2,14} )?(?:accounts?|files?|orders?|documents?|messages?|subscriptions?|domains?|payments?)\b/gi;
const LIFE = `(?:expir(?:es?|ed|ing|y|ation)|expires_in|valid(?:ity)?|lifetimes?|lifespan|lasts?|lived?|lives|ttl|good for|time[- ]to[- ]live|usable|remain\\w* active|works? for|work for|tim(?:es?|ed) out|runs? out|stops? working|${FOREIGN_EXPIRES})`;

/** Whether the noun that a life verb at `at` belongs to is a credential of the API. Looks before the verb, then after it, then in the sentence before, then in the heading. */
function speaksOfCredential(unit: Unit, at: number, end: number): boolean {
  if (ONE_TIME.test(unit.text)) return false;
  // "A long-lived token, which lasts 60 days": the noun follows its adjective. "The lifetime of the access token is": it stands inside.
  const inside = unit.text.slice(at, end);
  // "It gives full access to your account and does not expire": what is opened is not the subject.
  const ahead = unit.text.slice(0, at).replace(ACCESS_TO, 'access');
  // "They last an hour": the subject stands in the sentence before.
  const pronoun: [string, 'start' | 'end'][] = /^\W{0,3}(?:and |but |however, )?(?:they|it|these|this|those|both|all of them)\b/i.test(unit.text) && [...ahead.matchAll(NOUNS)].length === 0 ? [[unit.before, 'end']] : [];
  const near: [string, 'start' | 'end'][] = /\b(?:long|short)-$/i.test(unit.text.slice(0, at)) || /^(?:lifetime|lifespan|validity|ttl|life) of\b/i.test(inside) ? [[inside, 'start']] : [];
  for (const [text, from] of [...near, [ahead, 'end'], ...pronoun, [inside, 'start'], [unit.text.slice(end), 'start'], [unit.header, 'end'], [unit.before, 'end'], [unit.heading, 'end']] as [string, 'start' | 'end'][]) {
    const found = [...text.matchAll(NOUNS)];
    const noun = from === 'end' ? found[found.length - 1] : found[0];
    if (noun !== undefined) {
      // "Tokens of a card": what stands right before the token decides which token it is.
      return noun[1] !== undefined && !/\b(?:refresh|csrf|upload|device|card|payment|verification|push|registration|signing|session|single-use|scim|cached|input|output|prompt|completion|apns|captcha|room|car|door)[ _-]$/i.test(text.slice(Math.max(0, noun.index - 16), noun.index));
    }
  }
  return false;
}

const credentialOnly: NonNullable<Rule['polarity']> = (unit, match) => (speaksOfCredential(unit, match.index + lead(match), match.index + match[0].length) ? 'affirm' : null);

/** Length of what precedes the life verb inside the match, so that nouns there count as standing before it. */
function lead(match: RegExpExecArray): number {
  const verb = match.groups?.['verb'];
  return verb === undefined ? 0 : Math.max(0, match[0].indexOf(verb));
}

function duration(match: RegExpExecArray, number: number): string | null {
  const seconds = secondsOf(match[number] ?? '', match[number + 1] ?? '');
  return seconds === null ? null : String(seconds);
}

const EXPIRY_COLUMN = /expir|lifetime|valid|ttl|lifespan|duration|life\b|gültig|validité|validez|validade|scadenza|有効|有效|유효/i;
const PERSON = /\b(?:log|sign)(?:s|ging|ning)? ?in again\b|\bre-?authori[sz]|\bre-?authenticat|\bre-?consent|\bby hand\b|\bmanual(?:ly)?\b|\b(?:in|into|to|from|on|through|via) (?:the |your |our )?(?:\w{2,14} )?(?:dashboard|console|settings|portal|account|admin)\b|\buser (?:must|has to|needs to)\b/i;
const RENEW_VETO = /\bwithout (?:\w+ ){0,3}(?:a )?new\b/i;

export const lifeRules: readonly Rule[] = [
  // ---- expires
  {
    topic: 'expires', strength: 3, where: EVERYWHERE, pattern: /\bexpires_?in["'`\])]{0,3}[\s:=]{0,4}(?:is |of |value )?["'`(]?(\d{2,9})\b/gi,
    value: (match) => String(Number(match[1])),
  },
  {
    topic: 'expires', strength: 3, where: ANY_TEXT, pattern: new RegExp(`(?<verb>(?<!\\p{Script=Latin})${LIFE})(?!\\p{Script=Latin})[^.;|]{0,36}?${DURATION}`, 'giu'),
    unless: /\b(?:grace period|rate limit|retry)\b/i, value: (match) => duration(match, 2),
    // "Tokens do not expire but should be rotated every six months."
    polarity: (unit, match) => (/\b(?:not|never|n't)\s(?:\w{2,12}\s)?$/i.test(unit.text.slice(Math.max(0, match.index - 24), match.index)) ? null : credentialOnly(unit, match)),
  },
  {
    topic: 'expires', strength: 3, where: ['row'], pattern: new RegExp(`(?<verb>${LIFE})[^.;]{0,20}\\|\\s?${DURATION}`, 'giu'), polarity: credentialOnly, value: (match) => duration(match, 2),
  },
  {
    topic: 'expires', strength: 3, where: PROSE, pattern: new RegExp(`\\b(?:after|in|every|within|for)\\s${DURATION},?\\s?[^.;|]{0,50}?(?<verb>\\b(?:expires?|expired|becomes? invalid|stops? working|is invalidated|must be (?:renewed|refreshed|replaced)))\\b`, 'giu'),
    polarity: (unit, match) => (speaksOfCredential(unit, match.index + lead(match), match.index + match[0].length) ? 'affirm' : null), value: (match) => duration(match, 1),
  },
  {
    topic: 'expires', strength: 3, where: ANY_TEXT, pattern: new RegExp(`${DURATION}[ -](?:long[ -]|lived[ -])?(?:access |bearer |oauth |api )?tokens?\\b`, 'giu'), unless: ONE_TIME, value: (match) => duration(match, 1),
  },
  { topic: 'expires', strength: 3, where: ANY_TEXT, pattern: new RegExp(`${DURATION}[ -](?:token )?(?<verb>lifespan|lifetime|life\\b|validity|expiry|expiration|ttl)`, 'giu'), polarity: (unit, match) => (speaksOfCredential(unit, match.index, match.index + match[0].length) ? 'affirm' : null), value: (match) => duration(match, 1) },
  // "60 Minuten gültig", "1 heure de validité".
  { topic: 'expires', strength: 3, where: PROSE, pattern: new RegExp(`${DURATION}\\s?(?:lang |long )?(?<verb>gültig|valid|valables?|de validité|válid[oa]s?|valid[oaie]|geldig|ważny|有効|有效|유효)(?!\\p{Script=Latin})`, 'giu'), polarity: (unit, match) => (speaksOfCredential(unit, match.index, match.index + match[0].length) ? 'affirm' : null), value: (match) => duration(match, 1) },
  // A table whose column is headed "Lifetime".
  { topic: 'expires', strength: 3, where: ['row'], pattern: new RegExp(`\\|\\s?(?:after |in |within )?${DURATION}`, 'giu'), polarity: (unit, match) => (EXPIRY_COLUMN.test(unit.header) && speaksOfCredential(unit, match.index, match.index + match[0].length) ? 'affirm' : null), value: (match) => duration(match, 1) },
  { topic: 'expires', strength: 3, where: PROSE, pattern: new RegExp(`(?<verb>\\b(?:access |bearer |api |temporary |user |app )?(?:tokens?|jwts?) \\((?:valid (?:for )?|expires? (?:in|after) |for )?)${DURATION}`, 'giu'), unless: /\brefresh|\bsession-|\bupload/i, value: (match) => duration(match, 2) },
  { topic: 'expires', strength: 2, where: ANY_TEXT, pattern: /(?<verb>\bshort[- ](?:lived|life|term)\b)/gi, polarity: (unit, match) => (speaksOfCredential(unit, match.index + match[0].length, match.index + match[0].length) || speaksAfter(unit, match) ? (supportPolarity(unit.text, match.index, match.index + match[0].length) === 'deny' ? null : 'affirm') : null) },
  { topic: 'expires', strength: 2, where: PROSE, pattern: /(?<verb>\b(?:has|have|with|set|choose|pick|select|given|gets?|add|an?)\b[^.;|]{0,24}\b(?:expir(?:y|ation)(?: dates?| times?)?|expires at))\b/gi, unless: /(?<!\bor (?:choose |pick |select )?)\bno\b.{0,12}expir|without|never|not expire|card/i, polarity: (unit, match) => (speaksOfCredential(unit, match.index, match.index + match[0].length) ? 'affirm' : null) },
  { topic: 'expires', strength: 2, where: PROSE, pattern: /(?<verb>\b(?:expires?|has expired|have expired|is expired|expired))\b/gi, unless: /\b(?:not|never|n't|without|cannot)\b.{0,16}expire|\binvalid or expired\b|\bexpired or\b|\bif\b.{0,40}\bexpired\b.{0,40}\b(?:40\d|error)|\b40[013]\b|invalid_token|error/i, polarity: credentialOnly },
  // A bare number after the unit: "lifetime in seconds. Default is 3600."
  { topic: 'expires', strength: 3, where: PROSE, pattern: new RegExp(`(?<verb>(?<!\\p{Script=Latin})${LIFE})(?!\\p{Script=Latin})[^;|]{0,60}?\\b(?:seconds|secs)\\b[^;|]{0,30}?\\b(?:default(?:s to)?|always(?: be)?|typically|usually|currently|e\\.g\\.|is|be)\\b[^.;|]{0,12}?(\\d{2,7})\\b`, 'giu'), polarity: credentialOnly, value: (match) => match[2] ?? null },
  { topic: 'expires', strength: 3, where: ['sentence'], pattern: /^(?:(?:this|it|the (?:default|value)) (?:will )?(?:always )?(?:be|is|are)|defaults? (?:is|to|value))(?: always| currently)? (\d{2,7})(?: seconds)?\.?$/gi, beside: /\bseconds\b[^\n]*\b(?:expir|valid|life|ttl)|\b(?:expir|valid|life|ttl)\w*\b[^\n]*\bseconds\b/i, value: (match) => match[1] ?? null },
  // "for a limited time (typically one hour)".
  { topic: 'expires', strength: 3, where: PROSE, pattern: new RegExp(`(?<verb>(?<!\\p{Script=Latin})${LIFE})(?!\\p{Script=Latin})[^.;|(]{0,60}?\\((?:typically|usually|currently|by default|default:?|e\\.g\\.|about|approximately|at most|up to)? ?${DURATION}`, 'giu'), polarity: credentialOnly, value: (match) => duration(match, 2) },
  // The answer to a question, or to a heading that is one.
  { topic: 'expires', strength: 3, where: ['sentence', 'item'], pattern: new RegExp(`^(?:A(?:nswer)?[:.] ?)?(?:about |around |up to |for |by default,? |currently |usually )*${DURATION}(?=\\W*$|[.,;(])`, 'giu'), needs: /seconds|minutes?|hours?|days?|weeks?|months?|years?/i, beside: /\bhow long\b[^\n]*\b(?:tokens?|keys?|credentials?|jwts?)\b|\b(?:access tokens?|api keys?|api tokens?|jwts?|bearer tokens?) (?:lifetime|expiry|expiration|validity|duration)\b|\bwhen do(?:es)?\b[^\n]*\b(?:tokens?|keys?)\b[^\n]*\bexpire/i, value: (match) => duration(match, 1) },
  { topic: 'expires', strength: 3, where: PROSE, pattern: new RegExp(`(?<verb>\\b(?:refreshed|renewed|re-?issued|replaced|regenerated|rotated))\\b[^.;|]{0,12}?\\b(?:every|each|after|within)\\s${DURATION}`, 'giu'), unless: /\brecommend|\bshould\b|\bbest practice|\badvis/i, polarity: credentialOnly, value: (match) => duration(match, 2) },
  // An end that one may set.
  { topic: 'expires', strength: 2, where: PROSE, pattern: /(?<verb>\b(?:expir(?:y|ation)(?: ?dates?| times?)?|expirationDate|expiresAt|expires_at|lifetime)\b["'`]? (?:is (?:optional|configurable|required|provided|set\b)|can be (?:set|chosen|configured|specified|selected|changed|adjusted)|may be (?:set|chosen|configured|specified)|must be (?:provided|set|specified)))/gi, unless: /\bcard\b|\btrial\b|\bcoupon/i, polarity: credentialOnly },
  // A label of a form or of a list of properties.
  { topic: 'expires', strength: 2, where: ['item', 'row', 'sentence'], pattern: /^["'*`]{0,2}(?:expires?(?: at| in| on)?|expiry|expiration(?: date| time)?|expires_?time|expires_at|valid (?:until|to))\b["'*`]{0,2}\s?(?::|\||-)/gi, context: /\bkeys?\b|\btokens?\b|credential/i, unless: /card|\bnever\b(?! if)|trial|coupon/i },
  { topic: 'expires', strength: 2, where: PROSE, pattern: /(?<verb>\b(?:up)?on (?:its |the |their )?expir(?:y|ation)\b|\b(?:stop|stops) authenticating\b|\bterms of expiration\b)/gi, polarity: credentialOnly },
  // ---- never
  { topic: 'never-expires', strength: 3, where: ANY_TEXT, pattern: /(?<verb>\b(?:do(?:es)? not|don't|doesn't|never|will not|won't|no longer) (?:\w{2,12} )?expires?\b)/gi, unless: /\b(?:if|while|until|unless|as long as|long as)\b[^.;]{0,40}(?:do(?:es)? not|don't|doesn't|has not) expire/i, polarity: credentialOnly },
  { topic: 'never-expires', strength: 3, where: ANY_TEXT, pattern: /(?<verb>\b(?:no|without an?|without any|without|have no|has no|lacks? an?) (?:set |fixed |default )?(?:expir(?:y|ation)(?: dates?| times?)?|time limit|end date|ttl)\b|\bnon-expiring\b|\bindefinitely\b)/gi, polarity: (unit, match) => (speaksOfCredential(unit, match.index, match.index + match[0].length) || speaksAfter(unit, match) ? 'affirm' : null) },
  { topic: 'never-expires', strength: 3, where: PROSE, pattern: /(?<verb>\b(?:valid|active|works?|usable|good|remains?|stays?|lasts?|live|lives|persists?|long-lived|yours|effective|can be used)\b(?: \w{2,12}){0,3} until (?:\w{1,12} ){0,5}?(?:revok|delet|regenerat|rotat|remov|reset|disabl|roll|deactivat|disconnect|uninstall|withdr[ae]w|cancel)\w*)/gi, polarity: credentialOnly },
  { topic: 'never-expires', strength: 2, where: PROSE, pattern: /(?<verb>\bpermanent (?:access |api |system user )?tokens?\b)/gi, polarity: (unit, match) => (supportPolarity(unit.text, match.index, match.index + match[0].length) === 'deny' ? null : 'affirm') },
  { topic: 'never-expires', strength: 1, where: PROSE, pattern: /(?<verb>\blong[- ]lived\b)/gi, unless: /\b\d{1,3} (?:days?|months?|hours?)\b|instead of|rather than|refresh/i, polarity: (unit, match) => (supportPolarity(unit.text, match.index, match.index + match[0].length) === 'deny' ? null : speaksAfter(unit, match) ? 'affirm' : null) },
  { topic: 'never-expires', strength: 3, where: PROSE, pattern: new RegExp(`(?<verb>${FOREIGN_NEVER})`, 'giu'), polarity: (unit, match) => (speaksOfCredential(unit, match.index, match.index + match[0].length) ? 'affirm' : null) },
  // ---- renewed by a program
  {
    topic: 'renews', strength: 3, where: PROSE, pattern: /\b(?:request|requests|requested|requesting|get|gets|obtain|fetch|acquire|mint|retrieve|receive|generate|ask for|re-?issue|create|issue|returns?)\b (?:for )?(?:you )?(?:an? |the |another |further |fresh |simply )*(?:new|another|fresh|replacement)(?: \w{2,12}){0,2}? ?(?:one|pair|tokens?|access_token|access token|jwt)?\b(?= |[.,;:)]|$)/gi,
    context: /\btokens?\b|\bjwts?\b|access_token/i, needs: /\btokens?\b|\bone\b|\bpair\b|access_token|jwt|another|again/i,
    unless: new RegExp(`${PERSON.source}|${RENEW_VETO.source}|\\bnew (?:account|app|user|client|customer|key|project|personal access token)\\b|\\bGenerate new token\\b|\\bclick\\b`, 'i'),
    polarity: (unit, match) => (/expir|refresh|valid|again|same|renew|after|lifetime|before|pair|short-lived|minutes|hours?\b|anytime|any time/i.test(`${unit.text} ${unit.before}`) && speaksOfRenewal(unit) ? negative(unit, match) : null),
  },
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\brefresh[ _-]?tokens?\b[^.;|]{0,60}\b(?:new|fresh|another|next|renew(?:s|ed|al)?|refresh(?:es|ed)?|replac\w{1,5})\b(?![ _-]tokens?)|\b(?:new|fresh|renew|refresh|rotat)\w{0,3}\b[^.;|]{0,50}\b(?:with|using|by|from|via|through)\b[^.;|]{0,20}\brefresh[ _-]tokens?\b/gi, unless: /\bonly\b.{0,40}\b(?:partners?|selected|approved)\b/i, polarity: (unit, match) => negative(unit, match) },
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\b(?:can be|may be|are|is|be|get|gets) (?:automatically |programmatically |silently )?(?:refreshed|renewed|re-?issued|extended|requested again|exchanged for a new)\b/gi, context: /\btokens?\b|\bjwt\b|credential/i, unless: PERSON, polarity: (unit, match) => (supportPolarity(unit.text, match.index, match.index + match[0].length) === 'deny' || /\b(?:cannot|can't|not|never)\b[^.;]{0,8}$/i.test(unit.text.slice(Math.max(0, match.index - 14), match.index + 4)) ? 'deny' : 'affirm') },
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\bcan(?:not|'t| not) be (?:refreshed|renewed|extended|re-?issued)\b|\bno (?:way|means|option) to (?:refresh|renew)\b|\bcan(?:not|'t) (?:refresh|renew)\b/gi, context: /\btokens?\b|\bkeys?\b|credential/i, polarity: () => 'deny' },
  { topic: 'renews', strength: 2, where: PROSE, pattern: /\b(?:to |automatically |then |and |you can |must |should )(?:refresh|renew)(?:es|s|ed)? (?:the |an? |your |it|them|expired |access )(?:\w{2,10} ){0,2}?(?:tokens?)?/gi, context: /\btokens?\b|\bjwt\b/i, needs: /\btokens?\b|expire/i, unless: PERSON, polarity: (unit, match) => negative(unit, match) },
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\b(?:sdks?|librar(?:y|ies)|clients?|we|it|which|middleware)\b[^.;|]{0,24}\b(?:refreshes|renews?|refresh(?![ _-]token\b))\b[^.;|]{0,24}\btokens?\b/gi, unless: PERSON, polarity: (unit, match) => negative(unit, match) },
  // The same call once more: "repeating the token request", "invoke the authentication call again", "log in again by calling /login".
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\b(?:repeat(?:ing|ed)?|redo(?:ing)?|resend(?:ing)?|re-?issu(?:e|ing)) (?:the |this |that |your )?(?:\w{2,16} ){0,2}?(?:requests?|calls?)\b|\b(?:invoke|call|perform|execute|make|send|request|run|hit|use|performed|called|invoked)\b[^.;|]{0,40}?\b(?:again|anew|once more|another time)\b/gi, context: /\btokens?\b|\bsessions?\b|\bjwt\b/i, needs: /\b(?:requests?|calls?|endpoint|login\(\)|POST|api|token)\b/i, when: /\bagain\b|\banew\b|\bonce more\b|\brepeat|\bresend|\bredo|\bre-?issu/i, beside: /expir|valid|inactiv|timeout|times? out|lifetime/i, unless: new RegExp(`${PERSON.source}|\\bretry\\b|rate|backoff|${RENEW_VETO.source}`, 'i'), polarity: (unit, match) => negative(unit, match) },
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\b(?:auto(?:matically)?[- ]?(?:refresh|renew)(?:es|s|ed)?)\b/gi, context: /\btokens?\b|\bjwt\b|credential/i, unless: PERSON, polarity: (unit, match) => negative(unit, match) },
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\brefresh[ _-]?tokens?\b[^.;|]{0,20}\bto (?:extend|renew|continue|prolong|keep)\b|\b(?:extend|renew|prolong)\w{0,3}\b[^.;|]{0,24}\bwith (?:the|an?|your) refresh[ _-]?token\b/gi, unless: PERSON, polarity: (unit, match) => negative(unit, match) },
  { topic: 'renews', strength: 1, where: ['heading'], pattern: /\b(?:refresh(?:ing)?|renew(?:ing)?) (?:your |an? |the |user |expired )*(?:access )?tokens?\b|\btoken refresh\b/gi },
  // ---- renewed by a person
  { topic: 'renews-by-person', strength: 3, where: PROSE, pattern: /\b(?:log|sign) ?in again\b|\bre-?authori[sz]e(?:d|s)?\b|\bre-?authori[sz]ation\b|\bre-?authenticate\b|\bre-?consent\b|\b(?:authori[sz]es?|authenticates?|consents?|approves?|reconnects?|connects?|grants?|gives?|(?:sign|log)s? in)\b(?: \w{1,14}){0,6} (?:again|once more|anew|afresh)\b|\bgo(?:es)? through (?:the |your )?(?:\w{2,14} ){0,3}?(?:flow|process|consent|authori[sz]ation) again\b|\b(?:repeat|redo|restart) (?:the |this )?(?:\w{2,14} ){0,2}?(?:authori[sz]ation|consent|oauth|login|sign-in) (?:flow|process)?|\bauthorization flow again\b/gi, context: /token|expire|session|\bdays\b|refresh|access|key|authori/i, polarity: (unit, match) => (negatedBefore(unit.text, match.index) || /\bwithout\b[^.;]{0,60}$/i.test(unit.text.slice(Math.max(0, match.index - 64), match.index)) ? null : 'affirm') },
  { topic: 'renews-by-person', strength: 3, where: PROSE, pattern: /\b(?:keys?|tokens?|credentials?|secrets?)\b[^.;|]{0,50}\b(?:must|has to|have to|need to|needs to|should|can only|can|may only|are|is)\b (?:\w{2,12} )?(?:be )?(?:regenerated|renewed|replaced|re-?issued|recreated|reissued|generated|created|rotated)\b[^.;|]{0,40}\b(?:by hand|manually|in (?:the |your )?(?:\w{2,14} )?(?:dashboard|console|settings|portal|account|admin)|by (?:an? )?(?:admin\w*|person|user|owner))\b/gi, context: /expir|every|days|months|valid|annual|year/i, polarity: () => 'affirm' },
  { topic: 'renews-by-person', strength: 3, where: PROSE, pattern: /\b(?:manually|by hand) (?:regenerate|renew|replace|generate|create|issue|rotate|refresh)\b|\b(?:regenerate|renew|replace|generate|create|issue|refresh|rotate)\b[^.;|]{0,30}\b(?:key|token|secret|it|one|them|credentials?)s?\b[^.;|]{0,30}\b(?:by hand|manually|in (?:the |your )?(?:\w{2,14} )?(?:dashboard|console|settings|portal|account))\b/gi, needs: /expir|every \d|every (?:\w+ )?(?:days?|months?|year)|before (?:it|they)|\bonce it\b|manually|by hand/i, context: /\bkeys?\b|\btokens?\b|secret|credential/i, unless: /\bnot (?:need|have) to\b|\bwithout\b|\bat any time\b/i, polarity: () => 'affirm' },
  // ---- revocable
  { topic: 'revocable', strength: 3, where: PROSE, pattern: /\b(?:revoke|revokes|revoking|roll|rolling|rotate|rotating|regenerate|regenerating|invalidate|deactivate|delete|deleting|disable|reset)\b[^.;|]{0,40}?\b(?:keys?|tokens?|secrets?|credentials?|PATs?)\b/gi, unless: /\btoken approvals?\b|\bwallets?\b|\bsigning secret|webhook|\brefresh[ _-]tokens? (?:with|rotat)|\bdelete\b[^.;|]{0,20}\b(?:objects?|files?|records?|customers?|users?)\b|encryption key|primary key|without access|rotating refresh|rotat\w{1,3} (?:the |a |your )?refresh/i, polarity: (unit, match) => (/\b(?:cannot|can't|can not|no way to|unable to|not)\b[^.;]{0,10}$/i.test(unit.text.slice(Math.max(0, match.index - 20), match.index)) ? 'deny' : /\b(?:must|has to|have to)\b[^.;]{0,6}$/i.test(unit.text.slice(Math.max(0, match.index - 12), match.index)) && PERSON.test(unit.text) ? null : 'affirm') },
  { topic: 'revocable', strength: 2, where: PROSE, pattern: /\b(?:revoke|regenerate|rotate|deactivate|invalidate|reset|delete|disable|remove)\b(?: (?:or|and) (?:\w{5,12}))? (?:it|them|one|the key|the token)\b/gi, context: /\bkeys?\b|\btokens?\b|secret|credential/i, unless: /webhook|\bcannot\b|\bcan't\b|user|file|record/i },
  { topic: 'revocable', strength: 2, where: ['heading'], pattern: /^(?:\d+\.? )?(?:revok|delet|disabl|deactivat|rotat|roll|regenerat)(?:e|ing) (?:an? |your |the |existing )?(?:\w{2,12} )?(?:keys?|tokens?|credentials)\b/gi },
  { topic: 'revocable', strength: 3, where: PROSE, pattern: /\b(?:keys?|tokens?|secrets?|credentials?|access)\b[^.;|]{0,60}?\b(?:can|may|could) (?:also )?be (?:\w{2,12} )?(?:revoked|rolled|rotated|regenerated|invalidated|deactivated|deleted|disabled|reset)\b/gi, unless: /\bonly once\b/i, polarity: () => 'affirm' },
  { topic: 'revocable', strength: 2, where: PROSE, pattern: /\buntil (?:\w{1,12} ){0,6}?(?:revoked?|deleted?|regenerated?|rotated?|reset|disabled?|deactivated?)\b|\bunless (?:\w{1,12} ){0,4}?revoked\b/gi, context: /\bkeys?\b|\btokens?\b|credential|secret/i },
  { topic: 'revocable', strength: 2, where: EVERYWHERE, pattern: /\/(?:oauth2?\/|token\/|tokens\/)?revoke\b|\brevocation endpoint\b|\brfc ?7009\b/gi },
  // ---- static keys
  { topic: 'static-keys', strength: 2, where: PROSE, pattern: /\b(?:static|permanent|fixed) (?:api |access |secret |bearer )?(?:keys?|tokens?|secrets?|credentials?)\b/gi, polarity: (unit, match) => (supportPolarity(unit.text, match.index, match.index + match[0].length) === 'deny' ? null : 'affirm') },
  // ---- words in any order
  // What ends a life in other words: "accepted for 24 hours", "invalidated two hours after", "older than 90 days are disabled".
  { topic: 'expires', strength: 3, where: PROSE, pattern: new RegExp(`(?<verb>\\b(?:accepted|can be used|may be used|usable|invalidated|disabled|deactivated|discarded|revoked|removed|older than|remain valid|keeps? working|active|alive|honou?red))\\b(?: (?:automatically|only|for|after|within|up to|about|at most|a maximum of)){0,3}\\s${DURATION}`, 'giu'), unless: /\binactiv|\bunused\b|\bnot used\b|\bgrace\b/i, polarity: (unit, match) => (negatedBefore(unit.text, match.index) ? null : credentialOnly(unit, match)), value: (match) => duration(match, 2) },
  { topic: 'expires', strength: 2, where: PROSE, pattern: /(?<verb>\b(?:valid|usable|good|lasts?) (?:only )?for (?:only )?a? ?(?:short|limited) (?:time|period|while)\b)/gi, polarity: credentialOnly },
  { topic: 'never-expires', strength: 3, where: PROSE, pattern: /(?<verb>\b(?:valid|usable) (?:without (?:time )?limit|without limitation|for an unlimited (?:time|period))\b|\b(?:never|do(?:es)? not|don't|doesn't|will not|won't) (?:go stale|lapse|time out|run out|become invalid|become stale|need (?:to be )?(?:renew|refresh)\w*)\b|\b(?:live|lives|last|lasts|valid|work|works|good) (?:forever|for ever|permanently)\b|\b(?:keeps?|continues?|goes on) (?:on )?(?:working|to work|being valid)\b(?: \w{2,12}){0,2} until (?:\w{1,12} ){0,4}?(?:revok|delet|regenerat|rotat|remov|reset|disabl|roll|replac|deactivat)\w*)/gi, polarity: credentialOnly },
  { topic: 'renews', strength: 2, where: PROSE, pattern: /\b(?:repeat|redo|re-?send|re-?issue|re-?run) (?:the |this |that )?(?:token |same |authentication |login )(?:request|call)\b|\b(?:takes? care of|handles?|manages?) (?:the )?(?:renew|refresh)(?:al|ing|es)? (?:of )?(?:the |your |expired |access )*tokens?\b|\btoken (?:renewal|refresh) is (?:automatic|handled)\b/gi, context: /\btokens?\b|\bjwts?\b/i, unless: PERSON },
  // ---- terse forms
  // "Access tokens: 5 minutes."
  { topic: 'expires', strength: 3, where: ANY_TEXT, pattern: new RegExp(`(?:^|[\\s(,])(?<verb>(?:access|api|bearer|id|session) ?(?:tokens?|keys?)["'\`]?\\s?[:=])\\s?${DURATION}`, 'giu'), value: (match) => duration(match, 2) },
  // A life that is chosen when the key is made.
  { topic: 'expires', strength: 2, where: PROSE, pattern: /\b(?:set|select|choose|pick|give|assign|enter|specify)\b[^.;|]{0,16}\bexpir(?:y|ation)(?: dates?| times?| periods?)?\b/gi, needs: /\bkeys?\b|\btokens?\b|credential|secret/i, unless: /\bcards?\b|\blinks?\b|\bcoupons?\b|never expire/i },
  { topic: 'never-expires', strength: 2, where: PROSE, pattern: /(?<verb>\b(?:tokens?|keys?|credentials?|secrets?) (?:is|are) (?:permanent|perpetual|eternal)\b)/gi, polarity: credentialOnly },
  // "Call /refresh before the token runs out", "refresh it at POST https://…/refresh": there is a call for it.
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\b(?:call|use|hit|request|POST(?: to)?|at|with)\b[^.;|]{0,12}\s["'`]?(?:https?:\/\/[^\s/]{3,80})?\/(?:[\w.{}:-]{1,40}\/){0,5}(?:token[_-]?)?(?:refresh|renew)(?:[_-]?tokens?)?\b/gi, context: /\btokens?\b|\bjwts?\b|session/i, polarity: (unit, match) => negative(unit, match) },
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\b(?:keys?|tokens?)\b[^.;|]{0,40}\b(?:rotated|renewed|refreshed|extended|re-?issued|recreated|regenerated)\b[^.;|]{0,12}\b(?:with|by|via|through|using|over) (?:the |an? |our )?["'`]?(?:POST|PUT|PATCH|api\b|rest\b|endpoint)/gi, polarity: (unit, match) => (/\b(?:cannot|can't|can not|never|not)\b/i.test(match[0]) ? 'deny' : 'affirm') },
  { topic: 'renews', strength: 2, where: PROSE, pattern: /\b(?:again|then|once more)\b[^.;|]{0,20}\b(?:with|by|using) the same (?:call|request|endpoint|credentials)\b/gi, context: /\btokens?\b|\bjwts?\b/i, needs: /\btokens?\b|expire/i, unless: PERSON },
  // "Visit the site and make another": only a person can.
  { topic: 'renews-by-person', strength: 3, where: PROSE, pattern: /\b(?:visit|go (?:back )?to|return to|open|log ?in to) (?:the |your |our )?(?:\w{2,14} )?(?:site|website|portal|dashboard|console|settings|account|page)\b[^.;|]{0,12}\b(?:and|to|again to) (?:make|create|generate|get|copy|issue|obtain) (?:another|a new|a fresh|new)\b/gi, context: /expir|renew|\bdays\b|runs? out|valid for/i, polarity: (unit, match) => (negatedBefore(unit.text, match.index) ? null : 'affirm') },
  // "Lost a key? Block it in the console."
  { topic: 'revocable', strength: 2, where: PROSE, pattern: /^(?:block|revoke|delete|disable|deactivate|regenerate|reset|roll|rotate) (?:it|them)\b/gi, context: /\bkeys?\b|\btokens?\b|credential/i },
  // "It lives ten minutes, so ask again when it has lapsed": a program does what it did before.
  { topic: 'renews', strength: 3, where: PROSE, pattern: /\b(?:ask|request|fetch|get|obtain|apply)\b (?:for )?(?:it |one |a token |the token )?again\b/gi, context: /\btokens?\b|\bjwts?\b/i, needs: /\bexpir|\blaps|\b(?:run|ran|runs) out\b|\bshort-lived\b|\bminutes?\b|\bhours?\b|\bended\b/i, unless: [PERSON, /\bperson\b|\busers?\b|\bconsent\b|\b(?:wait|limit|retry|429)\b/i] },
];

function speaksAfter(unit: Unit, match: RegExpExecArray): boolean {
  const after = unit.text.slice(match.index + match[0].length, match.index + match[0].length + 40);
  const noun = [...after.matchAll(NOUNS)][0];
  return noun?.[1] !== undefined && !ONE_TIME.test(unit.text);
}

/** The unit or the one before it names tokens, and not only those of cards and the like. */
function speaksOfRenewal(unit: Unit): boolean {
  return !ONE_TIME.test(unit.text) && /\btokens?\b|\bjwts?\b|access_token/i.test(`${unit.text} ${unit.before} ${unit.heading}`);
}

function negative(unit: Unit, match: RegExpExecArray): 'affirm' | 'deny' | null {
  const before = unit.text.slice(Math.max(0, match.index - 40), match.index);
  if (/\b(?:cannot|can't|not possible to|no way to|do(?:es)? not|don't|doesn't)\s?(?:\w+\s){0,2}$/i.test(before)) return 'deny';
  return /\b(?:not|never)\b/i.test(match[0]) ? null : 'affirm';
}
