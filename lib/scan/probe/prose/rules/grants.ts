/** Which OAuth grants a provider speaks of (RFC 6749, 7523, 7636, 8628, 8693), in prose, tables and samples. */
import type { Topic } from '../../../types.ts';
import { supportPolarity } from '../negation.ts';
import { ANY_TEXT, EVERYWHERE, PROSE, type Rule } from '../rule.ts';
import type { Unit } from '../units.ts';

/** Words that say "this is a grant": without them "client credentials" is a pair of strings, "implicit" and "password" anything. */
const KIND = '(?:grants?|flows?|grant[ _-]?types?|oauth|authentication|authorization|auth|method|type|token request)';
/** A list that holds another grant's name makes its neighbours grants too. */
const LIST = /authori[sz]ation[ _-]code|client[ _-]credentials|refresh[ _-]token|\bpkce\b|\bimplicit\b|device[ _-]code|grant[ _-]?types?\b|\bgrants?\b|\bflows?\b/i;
/** Lines that explain error codes repeat the RFC's list of grants, whatever the server offers. */
const ERRORS = /\binvalid_grant\b|\bunauthorized_client\b|\bunsupported_grant_type\b|\binvalid_client\b|\binvalid_request\b/i;
/** Other people's servers and general lectures on OAuth. */
const LECTURE = /\boauth ?2?(?:\.\d)? (?:specification|spec|framework|standard|rfc) (?:defines|describes|specifies|lists|knows)|\brfc\b.{0,12}\b(?:defines|describes)|\b(?:many|most|some|other) (?:providers|apis|services|vendors|platforms)\b/i;
const NOT_OURS = new RegExp(`${ERRORS.source}|${LECTURE.source}`, 'i');

const support: NonNullable<Rule['polarity']> = (unit, match) => {
  if (unit.kind === 'row') {
    const verdict = rowVerdict(unit, match.index);
    if (verdict !== null) return verdict;
  }
  return supportPolarity(unit.text, match.index, match.index + match[0].length);
};

/** In a table whose column says "supported" or "available", or with two columns, the cell beside a name decides. */
function rowVerdict(unit: Unit, at: number): 'affirm' | 'deny' | null {
  const cells = unit.text.split(' | ');
  if (cells.length < 2 || unit.text.slice(0, at).includes(' | ')) return null;
  const columns = unit.header.split(' | ');
  const column = columns.findIndex((name, index) => index > 0 && /support|availab|status|offered|enabled|allowed/i.test(name));
  const cell = column > 0 ? cells[column] : cells.length === 2 ? cells[1] : undefined;
  if (cell === undefined) return null;
  if (/^(?:no|not (?:supported|available|offered|allowed|enabled)\b.*|unsupported|unavailable|removed\b.*|discontinued\b.*|retired\b.*|no longer\b.*|[✗✘❌✖×-])\.?$/i.test(cell.trim())) return 'deny';
  return column > 0 && /^(?:yes|supported|available|[✓✔✅])/i.test(cell.trim()) ? 'affirm' : null;
}

/** A grant by its name in words. `adjacent`: counts only beside a word of `KIND`; `alone`: counts as a heading, item or cell of its own. */
function named(topic: Topic, name: string, options: { strength?: 2 | 3; unless?: RegExp; listed?: boolean } = {}): Rule[] {
  const strength = options.strength ?? 3;
  const unless = new RegExp([NOT_OURS.source, ...(options.unless === undefined ? [] : [options.unless.source])].join('|'), 'i');
  const rules: Rule[] = [
    { topic, strength, where: ANY_TEXT, pattern: new RegExp(`\\b${name}(?:[\\s"'\`()|,-]{1,3}(?:[\\w.]{1,14}\\s){0,2}?${KIND}\\b)`, 'gi'), unless, polarity: support },
    { topic, strength, where: ANY_TEXT, pattern: new RegExp(`\\b${KIND}\\b(?:\\s\\(?(?:type|of|is|are|named|called|supports?|uses?|with|via|through|by|using|the|only|grant)\\b){0,5}[\\s"'\`:=(]{1,4}${name}\\b`, 'gi'), unless, polarity: support },
    { topic, strength, where: ['heading', 'row', 'item'], pattern: new RegExp(`^(?:oauth ?2?(?:\\.\\d)?\\s?)?${name}(?=$|\\s?[|(:,-])`, 'gi'), unless, polarity: support },
  ];
  if (options.listed !== false) {
    rules.push({ topic, strength: 2, pattern: new RegExp(`\\b${name}\\b`, 'gi'), needs: /\bgrants?\b|\bgrant[ _-]types?\b|\bflows?\b|oauth|\bclient_credentials\b/i, context: LIST, unless, polarity: support });
  }
  return rules;
}

const CLIENT_CREDENTIALS = 'client[ _-]?credentials?';
const MACHINE_GRANT = /(?:account|app|application|client|machine|service|server|site|project|api_?key|jwt|assertion|partner|integration|system)/i;
const KNOWN_GRANTS = /^(?:client_credentials?|authorization_code|refresh_token|password|implicit|code|token|urn:ietf:params:oauth:grant-type:[\w-]+)$/i;

const rules: Rule[] = [
  // ---- client_credentials
  ...named('grant:client_credentials', CLIENT_CREDENTIALS, { listed: false }),
  { topic: 'grant:client_credentials', strength: 3, where: EVERYWHERE, pattern: /grant_?type\W{1,12}(?:\w{2,8}\W{1,3}){0,2}client_credentials\b/gi, unless: NOT_OURS, polarity: support },
  { topic: 'grant:client_credentials', strength: 3, where: EVERYWHERE, pattern: /\bclient_credentials\b/gi, unless: NOT_OURS, polarity: support },
  { topic: 'grant:client_credentials', strength: 2, pattern: /\bclient[ -]credentials\b/gi, context: LIST, needs: /authori[sz]ation[ _-]code|refresh[ _-]token|\bpkce\b|\bimplicit\b|device code|grant|flow|legged/i, unless: NOT_OURS, polarity: support },
  { topic: 'grant:client_credentials', strength: 2, pattern: /\b(?:get|obtain|request|acquire|fetch|receive|issue)\w{0,3}\b.{0,60}\baccess tokens?\b.{0,30}\b(?:using|with|by|from|via|through)\b.{0,20}\bclient[ -]credentials\b/gi, unless: /\bcode\b|refresh|\buser\b/i, polarity: support },
  { topic: 'grant:client_credentials', strength: 2, pattern: /\b(?:exchange|trade|swap|turn)\w{0,3}\b.{0,40}\bclient[ _-]?id\b.{0,30}\bsecret\b.{0,40}\b(?:access|bearer)?[ _-]?token/gi, unless: /\bcode\b|refresh|\bredirect/i },
  { topic: 'grant:client_credentials', strength: 1, pattern: /\bclient[ _-]?id\b.{0,20}\bsecret\b.{0,30}\b(?:to|and)\b.{0,20}\b(?:request|get|obtain|fetch|receive|generate)\w{0,3}\b.{0,20}\baccess token/gi, unless: /\bcode\b|refresh|redirect|\bconsent/i },
  { topic: 'grant:client_credentials', strength: 3, where: ANY_TEXT, pattern: /\b(?:two|2)[ -]?legged\b/gi, unless: /oauth ?1/i, polarity: support },
  { topic: 'grant:client_credentials', strength: 2, where: ANY_TEXT, pattern: /\b(?:machine[ -]to[ -]machine|m2m)\b/gi, needs: /oauth|token|application|client|auth|flow|grant|credential/i, unless: /\bsim\b|iot plan|billing/i, polarity: support },
  { topic: 'grant:client_credentials', strength: 1, where: ANY_TEXT, pattern: /\bserver[ -]to[ -]server (?:oauth|authentication|authorization|auth|flow|app|token)/gi, polarity: support },
  { topic: 'grant:client_credentials', strength: 2, where: ANY_TEXT, pattern: /\bapp(?:lication)?[ -]only (?:auth\w*|access|tokens?|flow|bearer)/gi, polarity: support },
  // ---- a vendor's own machine grant
  {
    topic: 'grant:vendor', strength: 3, where: EVERYWHERE, pattern: /grant[ _]?type["'`]?(?:\s(?:is|of|set to|must be|to|called|named)\b)?\s{0,2}[=:]?\s{0,2}["'`]?([a-z][\w:./-]{3,120})/gi, unless: /unsupported_grant_type/i,
    value: (match) => {
      const grant = (match[1] ?? '').replace(/[.,:]+$/, '');
      return !KNOWN_GRANTS.test(grant) && /[_:/]/.test(grant) && MACHINE_GRANT.test(grant) && !/authorization_code|refresh|device|exchange|params:oauth:grant-type:jwt-bearer/i.test(grant) ? grant : undefined;
    },
    polarity: support,
  },
  // A JWT signed by the client and traded at an endpoint that is no token endpoint.
  { topic: 'grant:vendor', strength: 3, pattern: /\bsign\w{0,3}\b.{0,40}\b(?:jwt|json web token)\b.{0,80}\b(?:POST|call|request)\b.{0,10}\/[\w{}:<>./-]{4,120}/gi, unless: /\/(?:oauth2?|token|connect)(?:\/|\b)[\w/]{0,30}(?:token)?["'`\s.,]{0,3}$|grant[_-]type|assertion|\/token\b/i },
  // ---- jwt_bearer
  { topic: 'grant:jwt_bearer', strength: 3, where: EVERYWHERE, pattern: /grant-type:jwt-bearer\b|grant_?type\W{1,12}(?:\w{2,8}\W{1,3}){0,2}jwt[_-]bearer/gi, polarity: support },
  { topic: 'grant:jwt_bearer', strength: 3, pattern: /\bjwt[ -]bearer\b/gi, needs: /\bgrants?\b|grant[ _-]types?\b|\bflows?\b/i, unless: /client[-_ ]assertion/i, polarity: support },
  { topic: 'grant:jwt_bearer', strength: 3, where: ANY_TEXT, pattern: /\bjwt[ -]bearer(?: token)?(?: (?:oauth|authorization|2\.0))?(?: (?:grants?|flows?|assertions?|tokens? flow))\b|\bjwt (?:grant|assertion(?: grant| flow)?)\b|\bjwt bearer$/gi, unless: /client[-_ ]assertion/i, polarity: support },
  { topic: 'grant:jwt_bearer', strength: 3, pattern: /\bsign\w{0,3}\b.{0,60}\b(?:jwt|json web token|assertion)\b.{0,120}\b(?:assertion|token endpoint|token server|\/token\b|\/oauth2?\b|exchange\w{0,3}\b.{0,30}\baccess token|(?:request|get|obtain)\w{0,3}\b.{0,20}\baccess token)/gi, unless: /client_assertion|\/access_tokens\b|private_key_jwt/i, polarity: support },
  { topic: 'grant:jwt_bearer', strength: 3, pattern: /\b(?:jwt|json web token|assertion)\b.{0,60}\bsigned\b.{0,80}\b(?:exchange\w{0,3}|trade\w{0,1}|swap\w{0,3}|post\w{0,3})\b.{0,40}\b(?:token|assertion)/gi, unless: /client_assertion|\/access_tokens\b|private_key_jwt/i, polarity: support },
  // Listed beside another grant, "JWT" is one too.
  { topic: 'grant:jwt_bearer', strength: 2, pattern: /\bjwt\b(?=(?: \((?:server|service|with)[^)]{0,40}\))?(?:,| or\b| and\b))/gi, needs: /client[ _]credentials|\bCCG\b|authori[sz]ation[ _]code/i, unless: /client_assertion|private_key_jwt|access tokens? (?:is|are)/i, polarity: support },
  { topic: 'grant:jwt_bearer', strength: 2, where: ANY_TEXT, pattern: /\bservice accounts?\b/gi, context: /\bjwt\b|private key|\bkey file|json key|oauth/i, unless: /google|gcp|kubernetes/i, polarity: support },
  // ---- authorization_code and PKCE
  ...named('grant:authorization_code', "(?:authori[sz]ation|auth)[ _-]?code", { unless: /pre-?authorization code|device authorization code/ }),
  { topic: 'grant:authorization_code', strength: 3, where: EVERYWHERE, pattern: /grant_?type\W{1,12}(?:\w{2,8}\W{1,3}){0,2}authorization_code\b|\bauthorization_code\b/gi, unless: NOT_OURS, polarity: support },
  { topic: 'grant:authorization_code', strength: 3, where: EVERYWHERE, pattern: /response_?type\W{1,8}(?:is |of |set to |must be )?\W?code\b(?![_\w-])/gi, polarity: support },
  { topic: 'grant:authorization_code', strength: 3, where: EVERYWHERE, pattern: /response_?type\W{1,8}(?:is |of )?\W?token\W{1,3}or\W{1,3}code\b/gi },
  { topic: 'grant:authorization_code', strength: 2, pattern: /\b(?:exchange|trade|swap|redeem|turn)\w{0,3}\b.{0,12}\b(?:authori[sz]ation |auth |temporary |returned |grant )?codes?\b(?! (?:samples?|snippets?|examples?))/gi, unless: NOT_OURS, needs: /token|oauth|POST|https?:/i },
  { topic: 'grant:authorization_code', strength: 3, where: ANY_TEXT, pattern: /\bweb (?:application|server)(?: oauth)? flow\b|\boauth web flow\b|\b(?:three|3)[ -]?legged\b|\bcode grant\b|\b(?:oauth(?: 2(?:\.\d)?)? |the |standard )code flow\b/gi, unless: /oauth ?1/i, polarity: support },
  { topic: 'grant:authorization_code', strength: 2, pattern: /\b(?:send|redirect|direct|forward|take|point)\w{0,3}\b.{0,40}\b(?:users?|members?|merchants?|customers?|sellers?|browser|people|visitors?|them|owner|admin\w*|account holders?)\b.{0,60}(?:\/authori[sz]e\b|\/oauth2?\/(?:v\d\/)?auth\w*|\bauthori[sz]ation (?:url|page|endpoint|server)|\bconsent (?:screen|page)|\/auth\b|\/connect\b|\/dialog\/oauth)/gi, polarity: support },
  { topic: 'grant:authorization_code', strength: 2, pattern: /\b(?:users?|members?|merchants?|customers?|sellers?|browser|people|visitors?|they|owner|admin\w*)\b (?:is|are|gets?|must be|will be) (?:sent|redirected|directed|forwarded|taken|led)\b.{0,60}(?:\/authori[sz]e\b|\/oauth2?\/(?:v\d\/)?auth\w*|\bauthori[sz]ation (?:url|page|endpoint|server)|\bconsent (?:screen|page)|\/dialog\/oauth)/gi, polarity: support },
  { topic: 'grant:authorization_code', strength: 2, pattern: /\b(?:authori[sz]ation |the |this |that )code (?:is|can be|must be|gets|has to be) (?:then )?(?:exchanged|swapped|traded|redeemed)\b/gi, unless: NOT_OURS, polarity: support },
  { topic: 'grant:authorization_code', strength: 2, pattern: /\b(?:GET|authori[sz]e at|authori[sz]e(?: url)?:) https?:\/\/\S{3,200}\/(?:authori[sz]e|oauth2?\/auth|dialog\/oauth|authorization)\b/gi },
  { topic: 'grant:authorization_code', strength: 2, pattern: /\b(?:send|return|redirect|receive|deliver|get|come|append)\w{0,3}\b.{0,30}\b(?:an? |the |with )(?:authori[sz]ation |temporary |short-lived )?code\b.{0,40}\b(?:redirect|callback)/gi, unless: NOT_OURS },
  { topic: 'grant:authorization_code', strength: 2, pattern: /\b(?:user|member|merchant|customer|seller|admin\w*|owner|they)\b.{0,30}\b(?:consents?|approves?|authori[sz]es?|grants? (?:access|permission)|signs? in and (?:approves|consents|authori[sz]es))\b.{0,60}\b(?:code|redirect|callback)/gi },
  // The exchange in a sample that names no grant: a code, the secret of the client and where the user was sent back to.
  { topic: 'grant:authorization_code', strength: 3, where: ['sample'], pattern: /(?<![\w-])code["'`]?\s{0,2}[=:]/gi, needs: /\bclient_?secret\b/i, when: /\bredirect_?ur[il]\b/i, unless: /\bgrant_?type\b/i },
  { topic: 'grant:authorization_code_pkce', strength: 3, where: EVERYWHERE, pattern: /\bpkce\b|\bproof key for code exchange\b|\bcode_challenge(?:_method)?\b/gi, unless: NOT_OURS, polarity: support },
  // PKCE is an extension of the code grant.
  { topic: 'grant:authorization_code', strength: 2, where: ANY_TEXT, pattern: /\bpkce\b/gi, polarity: (unit, match) => (supportPolarity(unit.text, match.index, match.index + match[0].length) === 'affirm' ? 'affirm' : null), unless: NOT_OURS },
  // ---- implicit
  ...named('grant:implicit', 'implicit'),
  { topic: 'grant:implicit', strength: 3, where: EVERYWHERE, pattern: /response_?type\W{1,8}(?:is |of |set to |must be )?\W?(?:token\b(?![_\w-])|code\W{1,3}or\W{1,3}token\b)/gi, polarity: support },
  { topic: 'grant:implicit', strength: 2, where: ANY_TEXT, pattern: /\buser[- ]agent (?:oauth )?flow\b/gi, polarity: support },
  // ---- password
  ...named('grant:password', '(?:resource[ -]owner[ -]password(?:[ -]credentials?)?|ropc|username[ -](?:and[ -])?password)', { unless: /basic|log ?in form|sign ?in form/, listed: false }),
  { topic: 'grant:password', strength: 3, where: ANY_TEXT, pattern: /\bresource[ -]owner[ -](?:password|credentials)|\bropc\b|\bpassword (?:grant|flow|credentials grant|credentials flow)\b/gi, unless: NOT_OURS, polarity: support },
  { topic: 'grant:password', strength: 3, where: EVERYWHERE, pattern: /grant_?type\W{1,12}(?:\w{2,8}\W{1,3}){0,2}password\b(?![_-])/gi, unless: NOT_OURS, polarity: support },
  { topic: 'grant:password', strength: 2, pattern: /\bpassword\b/gi, needs: /grant_?type|grants?\b.{0,60}(?:authori[sz]ation[ _]code|client[ _]credentials|refresh[ _]token|implicit)|(?:authori[sz]ation[ _]code|client[ _]credentials|implicit|refresh[ _]token)\b.{0,80}\bpassword\b.{0,80}(?:grants?|flows?)\b/i, unless: /\boauth ?2?(?:\.\d)? (?:specification|spec|framework|standard) (?:defines|describes)|\brfc\b.{0,12}\b(?:defines|describes)|invalid_grant|unsupported_grant_type|HTTP basic.{0,30}password|forgot|reset|\bno password\b|password is|is the password|username and password|the password/i, polarity: support },
  // ---- device_code
  { topic: 'grant:device_code', strength: 3, where: EVERYWHERE, pattern: /grant-type:device_code\b|grant_?type\W{1,12}(?:\w{2,8}\W{1,3}){0,2}device_code\b/gi, polarity: support },
  { topic: 'grant:device_code', strength: 3, where: ANY_TEXT, pattern: /\bdevice[ -](?:authori[sz]ation|code|login)?[ -]?(?:grants?|flows?|authori[sz]ation grant)\b|\brfc ?8628\b|\bdevice authori[sz]ation(?! code)\b/gi, unless: NOT_OURS, polarity: support },
  { topic: 'grant:device_code', strength: 3, where: EVERYWHERE, pattern: /\/device\/(?:code|authorize|token)\b|\bdevice_?authorization(?:_endpoint)?\b|\/device_authorization\b/gi, polarity: support },
  { topic: 'grant:device_code', strength: 2, pattern: /\blimited[- ]input devices?\b|\binput[- ](?:constrained|limited) devices?\b/gi, context: /oauth|\bflows?\b|grant|authori/i, polarity: support },
  { topic: 'grant:device_code', strength: 2, pattern: /\buser_code\b/gi, polarity: support },
  { topic: 'grant:device_code', strength: 2, pattern: /\bdevice[ _-]code\b/gi, needs: /\bgrants?\b|grant[ _-]types?\b|\bflows?\b/i, unless: NOT_OURS, polarity: support },
  // ---- refresh_token
  { topic: 'grant:refresh_token', strength: 3, where: EVERYWHERE, pattern: /grant_?type\W{1,12}(?:\w{2,8}\W{1,3}){0,2}refresh_token\b/gi, unless: NOT_OURS, polarity: support },
  {
    topic: 'grant:refresh_token', strength: 3, where: ['sentence', 'item', 'row', 'heading'], pattern: /\brefresh[ _-]?tokens?\b/gi, unless: NOT_OURS,
    polarity: (unit, match) => {
      const found = support(unit, match);
      // One flow that returns none says nothing about the others.
      return found === 'deny' && /\b(?:this|implicit|client[ _-]credentials?|2-legged|two-legged|jwt|password)\b.{0,12}\b(?:flow|grant|type|credentials?)\b|\bfor this\b|\bif (?:you|the|a|no)\b/i.test(unit.text) ? null : found;
    },
    weigh: (unit) => (/\b(?:only|selected|approved|limited|certain|eligible)\b.{0,40}\b(?:partners?|apps?|applications?|customers?|clients?|developers?)\b|\bselected\b/i.test(unit.text) ? 2 : 3),
  },
  { topic: 'grant:refresh_token', strength: 2, where: ['line'], pattern: /["'](?:refresh_token|refreshToken)["']\s?:|[?&"' ]refresh_token=/gi },
  { topic: 'grant:refresh_token', strength: 1, pattern: /\boffline[_ ]access\b/gi, polarity: support },
  // ---- token_exchange
  { topic: 'grant:token_exchange', strength: 3, where: EVERYWHERE, pattern: /grant-type:token-exchange\b|\brfc ?8693\b/gi, polarity: support },
  { topic: 'grant:token_exchange', strength: 2, pattern: /\btoken exchange\b/gi, needs: /\bgrants?\b|authori[sz]ation[ _]code|client[ _]credentials/i, unless: NOT_OURS, polarity: support },
  { topic: 'grant:token_exchange', strength: 2, where: ANY_TEXT, pattern: /\boauth (?:2\.0 )?token exchange\b|\btoken[ -]exchange (?:grant|flow)\b/gi, polarity: support },
];

/** "Only X is supported" denies the other ways to a first token; a refresh token is not one of them. */
const EXCLUSIVE: readonly Topic[] = ['grant:authorization_code', 'grant:client_credentials', 'grant:implicit', 'grant:password', 'grant:device_code'];
const NAMES: readonly (readonly [Topic, string])[] = [
  ['grant:client_credentials', 'client[ _-]credentials?'],
  ['grant:authorization_code', "authori[sz]ation[ _-]code"],
  ['grant:implicit', 'implicit'],
  ['grant:password', '(?:resource[ -]owner[ -])?password'],
  ['grant:device_code', 'device(?:[ _-](?:code|authori[sz]ation))?'],
];
const ANY_NAME = `(?:${NAMES.map(([, name]) => name).join('|')})`;
const WORD = '(?:[\\w.`"\'()/-]{1,24}\\s){0,6}?';
const ONLY = [
  new RegExp(`\\bonly\\b,?\\s(?:the |an? )?${WORD}["'\`]?${ANY_NAME}\\b.{0,60}?\\b(?:supported|allowed|accepted|available|offered|permitted|enabled|implemented|possible|works?)\\b`, 'i'),
  new RegExp(`\\b${ANY_NAME}\\b.{0,60}?\\b(?:is|are)\\b (?:currently |at present |for now )?the only\\b.{0,40}\\b(?:grants?|flows?|grant types?|methods?|oauth)\\b`, 'i'),
  new RegExp(`\\bthe only\\b.{0,50}\\b(?:grants?|flows?|grant types?)\\b.{0,40}\\b(?:is|are)\\b.{0,24}\\b${ANY_NAME}\\b`, 'i'),
  new RegExp(`\\b(?:supports?|offers?|implements?|accepts?|allows?|provides?|uses?)\\b (?:only|solely|exclusively)\\b.{0,40}\\b${ANY_NAME}\\b.{0,40}\\b(?:grants?|flows?|grant types?)\\b`, 'i'),
  new RegExp(`\\bonly (?:supports?|offers?|implements?|accepts?|allows?|provides?)\\b.{0,40}\\b${ANY_NAME}\\b.{0,40}\\b(?:grants?|flows?|grant types?)\\b`, 'i'),
];

/** Topics that a sentence denies by calling others the only ones, and those it names; null when it says no such thing. */
export function exclusiveGrants(text: string): { named: Topic[]; denied: Topic[] } | null {
  if (!/\bonly\b|\bsolely\b|\bexclusively\b/i.test(text) || ERRORS.test(text)) return null;
  if (!ONLY.some((pattern) => pattern.test(text)) || /\bnot\b.{0,12}\bonly\b|\bonly (?:for|when|if|to|in|on|with|be)\b/i.test(text)) return null;
  const found = NAMES.filter(([, name]) => new RegExp(`\\b${name}\\b`, 'i').test(text)).map(([topic]) => topic);
  if (found.length === 0) return null;
  return { named: found, denied: EXCLUSIVE.filter((topic) => !found.includes(topic)) };
}

export const grantRules: readonly Rule[] = rules.map((rule) => ({ ...rule, where: rule.where ?? PROSE }));
