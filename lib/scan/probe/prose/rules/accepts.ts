/** What the API takes: scheme words, Basic, keys in headers and queries, cookies, or nothing at all. */
import { supportPolarity } from '../negation.ts';
import { ANY_TEXT, CODE, EVERYWHERE, PROSE, type Rule } from '../rule.ts';

const support: NonNullable<Rule['polarity']> = (unit, match) => supportPolarity(unit.text, match.index, match.index + match[0].length);
/** What the provider sends to others, or how a client authenticates at the token endpoint, is not what the API takes. */
const OUTGOING = /\b(?:webhooks?|callbacks?|notifications?)\b.{0,60}\b(?:includes?|carr(?:y|ies)|contains?|sends?|sent|signed|headers?|verif)|\bwe (?:will )?(?:send|call|post)\b.{0,30}\b(?:your|to you)/i;
const TOKEN_ENDPOINT = /grant_?type|token endpoint|client[ _-]?(?:id|secret)\b|\/(?:oauth2?\/|connect\/)?(?:access_)?token\b|to (?:get|obtain|request|retrieve) (?:an? |the )?(?:access )?tokens?\b|retrieve tokens|exchange/i;

/** Names that carry no credential although a word in them says key or token. */
const NOT_CREDENTIAL = /^(?:access-control-.*|idempotency-key|x-idempotency-key|x-(?:csrf|xsrf)-token|csrf-token|x-request-(?:id|key|token)|x-github-api-version|x-api-version|api-version|x-ratelimit.*|sec-websocket-key|x-client-(?:version|name|info)|x-amz-security-token|x-cache-key|partition-key|x-correlation.*|surrogate-key|.*-signature|x-next-token|content-.*|accept.*|user-agent|www-authenticate|authorization|proxy-authorization|cookie|set-cookie)$/i;
const KEY_NAME = /key|token|auth|secret|credential|pass|^x-api$|^apikey$|access/i;
const PLACEHOLDER = /^(?:<[^<>]{1,60}>?|\{{1,2}[^{}]{1,60}\}{0,2}|\$\{?\w[\w.]{1,60}\}?|%\w{2,40}%|\[[^\]]{1,60}\]|your\b.*|my\b.*|[A-Z][A-Z0-9]*_[A-Z0-9_]+|x{3,}.*|\*{3,}.*|\.{3}|[A-Za-z0-9_-]{0,12}(?:\.{2,3}|\*{2,}|x{4,}).*|abc\w*|(?:api|secret|access|personal|private)?[_ -]?(?:api)?[_-]?(?:key|token|secret)s?\w*|[A-Za-z0-9_\-./+=]{20,})$/i;
/** Signatures and negotiations are no tokens that a client could just send. */
const SIGNED = /^(?:aws4-hmac-sha256|hmac\w*|signature|digest|negotiate|ntlm|hawk|sharedkey\w*|sig|wsse|vapid|aws|acs3?-\w+|edgegrid|eg1-\w+|dpop|tc3-\w+)$/i;
/** Words that follow "Authorization:" in a sentence without being a scheme. */
const PROSE_WORD = /^(?:the|a|an|your|see|with|set|header|is|use|this|required|string|and|or|to|for|of|in|must|optional|token|key|api|value|no|not|none|all|both|each|every|add|send|pass|include|access|oauth2?|basic|bearer)$/i;

interface Field {
  scheme: string;
  rest: string;
}

/** Scheme word and credentials of the value that follows `Authorization` at `at`; the word is empty when a bare credential stands there. */
function authorizationValue(text: string, at: number): Field | null {
  const raw = text.slice(at, at + 160).replace(/^["'`]{1,3}\s?(?:\+|\.|,|:|=>)?\s?/, '').replace(/^(?:[rbfu$@]{1,2}(?=["'`]))?["'`]{0,3}/, '').trim();
  const word = /^[A-Za-z][\w.-]{0,40}/.exec(raw)?.[0] ?? '';
  const after = raw.slice(word.length).replace(/^["'`]{0,3}\s{0,3}(?:["'`]{1,3})?\s{0,2}[+.,&]{0,2}\s{0,2}/, '').replace(/^["'`]{1,2}/, '');
  const bare = raw.split(/[\s"'`,;|)]/)[0] ?? '';
  if (bare === '') return null;
  // `Authorization: YOUR_API_KEY` or `pk_123…`: one word, and it looks like a credential.
  if (word === '' || /^[\s"'`})\],;]{0,8}(?:$|["'`]|\\)/.test(raw.slice(bare.length)) || bare.length > word.length) return PLACEHOLDER.test(bare) || /[\d_{<$]/.test(bare) ? { scheme: '', rest: bare } : word === '' ? null : { scheme: word, rest: '' };
  return { scheme: word, rest: after.split(/\s/)[0] ?? '' };
}

const AUTHORIZATION = /\bauthorization["'`\])]{0,3}\s{0,3}(?::|=>|=|,)\s{0,3}/gi;
const AUTHORIZATION_END = (match: RegExpExecArray): number => match.index + match[0].length;

export const acceptRules: readonly Rule[] = [
  // ---- Authorization: Bearer
  { topic: 'bearer', strength: 3, where: EVERYWHERE, pattern: /\bauthorization\b["'`\])]{0,3}\s{0,3}(?:header\s{0,2})?(?::|=>|=|,|\(|\s)\s{0,3}(?:[rbfu$@]{0,2}["'`]{1,3})?\s?bearer\b/gi, unless: OUTGOING, polarity: support },
  { topic: 'bearer', strength: 3, where: PROSE, pattern: /\b[Bb]earer\b (?:\{|<|\$|\[|[a-z]{2,5}_|[A-Z_]{4}|SG\.|ey|xox)/g, unless: OUTGOING, polarity: support },
  { topic: 'bearer', strength: 3, where: ['line'], pattern: /--oauth2-bearer\b|\bsetBearer\w{0,10}\(|\bwithToken\(|\bbearerAuth\(|auth(?:_type)?\s?=\s?["']bearer/gi },
  { topic: 'bearer', strength: 3, where: PROSE, pattern: /\b(?:as an?|an?|the|with|using|via|use|uses|send|pass|present|add|include|by|or|of|http|oauth(?: 2\.0)?|supports?|accepts?|takes?|is a|are) (?:[\w-]{1,16} ){0,2}?bearer (?:access |api )?(?:tokens?|auth\w*|scheme|header|credentials?)\b|\bbearer (?:auth\w*|scheme)\b/gi, unless: new RegExp(`${OUTGOING.source}|jwt[ -]bearer|returns? an? bearer`, 'i'), polarity: support },
  { topic: 'bearer', strength: 2, where: ANY_TEXT, pattern: /\bbearer(?:[ -]|_)(?:tokens?|auth\w*|scheme)\b/gi, unless: new RegExp(`${OUTGOING.source}|jwt[ -]bearer|\\bnever share|responsible for`, 'i'), polarity: support },
  { topic: 'bearer', strength: 3, where: PROSE, pattern: /\bauthorization header\b.{0,60}\bbearer\b|\bbearer\b.{0,24}\bauthorization header\b|\bwith (?:the )?["'`]?bearer["'`]?(?: scheme| prefix)?/gi, unless: OUTGOING, polarity: support },
  { topic: 'bearer', strength: 2, where: EVERYWHERE, pattern: /token_type["'`]?[\s:=]{1,4}(?:is |of )?["'`]?bearer\b/gi },
  // The kind of token that the token endpoint's answer names (RFC 6749 §7.1).
  { topic: 'bearer', strength: 2, where: PROSE, pattern: /\b(?:token[ _]type|type of (?:the )?(?:access )?token)\b[^.;]{0,50}?["'`(]?\bbearer\b/gi },
  { topic: 'bearer', strength: 2, where: PROSE, pattern: /["'`]?\bbearer\b["'`]? (?:prefix |word |keyword )?(?:is|may be|can be) (?:optional|omitted|left out)\b/gi, beside: /authorization/i },
  { topic: 'bearer', strength: 1, where: PROSE, pattern: /\b(?:access|api|personal|oauth) ?tokens? (?:in|via|through|with) (?:the|an?) (?:http )?["'`]?authorization["'`]? header/gi, unless: OUTGOING, polarity: support },
  { topic: 'bearer', strength: 3, where: PROSE, pattern: /\b(?:ignores?|rejects?|do(?:es)? not (?:read|accept|look at|support|use)) (?:the |all |any )?["'`]?authorization["'`]? headers?/gi, polarity: () => 'deny' },
  // ---- another word in Authorization
  {
    topic: 'scheme-word', strength: 3, where: EVERYWHERE, pattern: AUTHORIZATION, unless: OUTGOING,
    value: (match, unit) => {
      const field = authorizationValue(unit.text, AUTHORIZATION_END(match));
      if (field === null) return undefined;
      const { scheme, rest } = field;
      if (/^(?:bearer|basic)$/i.test(scheme) || SIGNED.test(scheme) || /^oauth_/i.test(rest)) return undefined;
      if (scheme === '') return /^(?:bearer|basic)$/i.test(rest) || PROSE_WORD.test(rest.replace(/[^\w]/g, '')) && !/[{<$[_]/.test(rest) ? undefined : '';
      // In a sentence any word may follow a colon: the next one must look like a credential.
      if (unit.kind !== 'line' && !(PLACEHOLDER.test(rest.replace(/[.,;)"'`]+$/, '')) || /^[\w-]{2,40}\.{2,4}$/.test(rest) || /^\w{2,12}=/.test(rest))) return undefined;
      if (unit.kind !== 'line' && PROSE_WORD.test(scheme) && !/^(?:token|key|api|oauth2?)$/i.test(scheme)) return undefined;
      return rest === '' || /^[a-z]+$/.test(scheme) && !PLACEHOLDER.test(rest) && !/^\w{2,12}=/.test(rest) && unit.kind !== 'line' ? undefined : scheme;
    },
    polarity: support,
  },
  {
    topic: 'scheme-word', strength: 2, where: PROSE, pattern: /\bauthorization header\b.{0,60}\b(?:prefix(?:ed)? (?:with |by )?|scheme |preceded by )["'`]([A-Za-z][\w-]{2,30})["'`]/gi,
    value: (match) => (/^(?:bearer|basic)$/i.test(match[1] ?? '') || SIGNED.test(match[1] ?? '') ? undefined : (match[1] ?? '')),
  },
  // The key is the whole value of the field.
  { topic: 'scheme-word', strength: 2, where: PROSE, pattern: /\bauthorization["'`]? (?:http )?header (?:that )?(?:containing|contains?|consisting of|set to|equal to) (?:only |just |nothing but )?(?:your|the|an?) (?:api |access |secret )?(?:key|token)\b|\bheader (?:named|called) ["'`]?authorization\b[^.;|]{0,40}\b(?:key|token)\b[^.;|]{0,12}\bvalue\b/gi, unless: /\bbearer\b|\bbasic\b|\bprefix|\bscheme\b|\bprepend|\bpreceded\b|\bword\b/i, value: () => '' },
  { topic: 'scheme-word', strength: 2, where: PROSE, pattern: /\b(?:api )?(?:key|token)\b.{0,40}\bauthorization header\b.{0,40}\b(?:without (?:a |any )?(?:prefix|scheme)|no prefix|directly|as is)/gi, value: () => '' },
  // ---- Basic
  { topic: 'basic', strength: 3, where: ANY_TEXT, pattern: /\bhttp[ -]basic\b|\bbasic (?:http |access )?auth(?:entication|orization)?\b|\bbasic access authentication\b|\bbasic-authentifizierung|authentification basique|autenticación básica|autenticação básica|basic認証/gi, unless: new RegExp(`${OUTGOING.source}|${TOKEN_ENDPOINT.source}`, 'i'), polarity: support },
  { topic: 'basic', strength: 3, where: PROSE, pattern: /\b(?:using|with|via|by|under|in) (?:the |an? )?["'`]?basic["'`]? (?:scheme|prefix|keyword)\b|\bbasic (?:authorization|authentication) (?:scheme|header)\b/gi, unless: new RegExp(`${OUTGOING.source}|${TOKEN_ENDPOINT.source.replace("client[ _-]?(?:id|secret)\\b|", '')}`, 'i'), polarity: support },
  { topic: 'basic', strength: 3, where: EVERYWHERE, pattern: /\bauthorization["'`\])]{0,3}\s{0,3}(?::|=>|=|,)\s{0,3}[rbf]?["'`]{0,3}\s?basic\b/gi, unless: new RegExp(`${OUTGOING.source}|${TOKEN_ENDPOINT.source}`, 'i'), polarity: support },
  { topic: 'basic', strength: 3, where: ['sample'], pattern: /\bcurl\b[^\n]{0,400}?\s(?:-u|--user)[ =]?\s?["']?([^\s"':]{1,80}):?/gi, unless: /grant_type|https?:\/\/\S{0,120}\/(?:access_?)?token\b|client_?id|client_?secret/i },
  { topic: 'basic', strength: 3, where: ['sample'], pattern: /(?:\\|\^|`)\n\s{0,20}(?:-u|--user)[ =]["']?([^\s"':]{1,80}):?/gi, unless: /grant_type|https?:\/\/\S{0,120}\/(?:access_?)?token\b|client_?id|client_?secret/i },
  { topic: 'basic', strength: 3, where: PROSE, pattern: /\bcurl\b[^\n|]{0,160}\s(?:-u|--user)[ =]?["']?[^\s"']{2,80}/gi, unless: TOKEN_ENDPOINT },
  { topic: 'basic', strength: 2, where: PROSE, pattern: /\bbasic\b[^.;|]{0,40}\b(?:user ?name|password)\b/gi, unless: new RegExp(`${TOKEN_ENDPOINT.source}|\\bplan\\b|\\btier\\b|\\bauth`, 'i'), polarity: support },
  { topic: 'basic', strength: 2, where: ['line'], pattern: /\bHTTPBasicAuth\(|\brequests\.\w{3,6}\([^\n]{0,120}\bauth=\(|\bbasic_auth\(/gi, unless: /client_?id|client_?secret|\/token/i },
  { topic: 'basic', strength: 3, where: PROSE, pattern: /\b(?:api |secret |private |account |access )?(?:key|token|sid)\b.{0,24}\b(?:as|is|for) (?:the |your )?(?:http |basic (?:auth )?)?user ?name\b|\buser ?name (?:is|:|=|should be|field) (?:your |the |an? )?(?:api |account |secret |private )?(?:key|token|sid)\b/gi, unless: TOKEN_ENDPOINT, polarity: support },
  // "Your API key as the password", "as user name with any password", `-u key:X` in a sentence.
  { topic: 'basic', strength: 3, where: PROSE, pattern: /\b(?:api |secret |private |access )?(?:keys?|tokens?|it)\b[^.;|]{0,12}\bas (?:the |your )?(?:http |basic )?(?:password\b|user ?name\b[^.;|]{0,4}\b(?:with|and) (?:any|an empty|no|a blank|a dummy))/gi, unless: TOKEN_ENDPOINT, polarity: support },
  { topic: 'basic', strength: 2, where: PROSE, pattern: /(?:^|[\s"'`(])(?:-u|--user)[ =]["'`]?[\w{<$-]{2,60}:[\w"'X]/g, unless: TOKEN_ENDPOINT, polarity: support },
  // ---- keys in headers
  // A list of headers, each with its meaning.
  { topic: 'key-header', strength: 2, where: PROSE, pattern: /^["'`]?([Xx]-[A-Za-z0-9-]{3,50})["'`]?\s?:\s\w/g, value: (match) => proseHeader(match[1]), unless: OUTGOING },
  {
    topic: 'key-header', strength: 3, where: EVERYWHERE, pattern: /(?:-H|--header)[ =]?\s?["']?([A-Za-z][\w-]{1,60})\s?:\s?([^\n"']{0,200})/g,
    value: (match) => headerName(match[1], match[2], true),
  },
  {
    topic: 'key-header', strength: 3, where: CODE, pattern: /^["'`]?((?:x-|api|app|access|auth|secret|ocp-|private-|dd-|client-|subscription|user-)[\w-]{0,50})["'`]?\s{0,2}(?::|=>)\s{0,2}(\S[^\n]{0,200})/gi,
    value: (match, unit) => (/[?{]|https?:/.test(match[1] ?? '') || unit.text.includes('_url') ? undefined : /-/.test(match[1] ?? '') || /^(?:apikey|api-?key)$/i.test(match[1] ?? '') ? headerName(match[1], match[2]) : undefined),
  },
  {
    topic: 'key-header', strength: 3, where: CODE, pattern: /(?:headers?\b[^\n]{0,60}[{[(,\s]|setRequestHeader\(|addHeader\(|\.header\(|\.set\(|Headers?\.Add\(|putHeader\()\s{0,2}["'`]([A-Za-z][\w-]{1,60})["'`]\]?\s{0,2}(?::|=>|=|,)\s{0,2}([^\n]{0,120})/gi,
    // `cache.set('key', …)` sets no header.
    value: (match) => (/-|^(?:apikey|token|accesstoken|appkey)$/i.test(match[1] ?? '') ? headerName(match[1], match[2]) : undefined),
  },
  {
    topic: 'key-header', strength: 3, where: PROSE, pattern: /(?<![\w-])["'`]?((?:[A-Za-z][A-Za-z0-9]{0,24}-){1,5}[A-Za-z0-9]{1,24}|apikey|api_key|token|appkey|accesstoken)["'`]?(?: (?:[Hh][Tt][Tt][Pp] |[Rr]equest |[Cc]ustom )?[Hh]eaders?\b|\s{0,1}:\s{0,1}(?:<|\{|\$|YOUR|your|\[))/g,
    needs: /header|:/i, value: (match) => proseHeader(match[1]), unless: OUTGOING, polarity: support,
  },
  {
    topic: 'key-header', strength: 3, where: PROSE, pattern: /\bheaders?\b(?:,? (?:named|called|field|with the name|is|name))?[\s:]{1,2}(?:the )?["'`]?((?:[A-Za-z][A-Za-z0-9]{0,24}-){1,5}[A-Za-z0-9]{1,24}|apikey|api_key)\b["'`]?/gi,
    value: (match) => proseHeader(match[1]), unless: OUTGOING, polarity: support,
  },
  {
    // "Send both the DD-API-KEY and the DD-APPLICATION-KEY header": the names before "and" share the noun.
    topic: 'key-header', strength: 3, where: PROSE, pattern: /(?<![\w-])["'`]?((?:[A-Za-z][A-Za-z0-9]{0,24}-){1,5}[A-Za-z0-9]{1,24})["'`]?(?=,? (?:and|or|&|plus) (?:the |an? )?["'`]?(?:[A-Za-z][A-Za-z0-9]{0,24}-){1,5}[A-Za-z0-9]{1,24}["'`]? (?:[Hh][Tt][Tt][Pp] |[Rr]equest )?[Hh]eaders?\b)/g,
    needs: /header/i, value: (match) => proseHeader(match[1]), unless: OUTGOING, polarity: support,
  },
  {
    topic: 'key-header', strength: 3, where: PROSE, pattern: /\b(?:key|token|secret|credentials?)\b.{0,30}\b(?:in|as|via|through|using|with) (?:the |an? )?["'`]?((?:[A-Za-z][A-Za-z0-9]{0,24}-){1,5}[A-Za-z0-9]{1,24})\b["'`]?(?! (?:request|endpoint|body|query))/gi,
    value: (match) => proseHeader(match[1]), unless: OUTGOING, polarity: support,
  },
  // Several names share the noun, or the noun is in another language.
  { topic: 'key-header', strength: 3, where: PROSE, pattern: /(?<![\w/.-])["'`]?((?:[A-Z][A-Za-z0-9]{0,24}-|[xX]-)(?:[A-Za-z0-9]{1,24}-){0,4}[A-Za-z0-9]{1,24})(?![\w-])/g, needs: /\bheaders\b|ヘッダ|请求头|請求頭|헤더|en-t[êe]te|cabecera|encabezado|cabeçalho|kopfzeile|nagłówk|intestazione|\bim header\b/i, value: (match) => proseHeader(match[1]), unless: OUTGOING, polarity: support },
  { topic: 'key-header', strength: 2, where: PROSE, pattern: /(?<![\w-])((?:[A-Z][A-Za-z0-9]{1,24}-){2,4}(?:Key|Token))\b/g, value: (match) => proseHeader(match[1]), unless: OUTGOING, polarity: support },
  // ---- keys in the query
  {
    topic: 'key-query', strength: 3, where: EVERYWHERE, pattern: /[?&]((?:api|app|access|auth|subscription|user|private|secret|client)?[_-]?(?:api[_-]?)?(?:key|token|appid)|apikey|appid|app_id|accesskey|access_key_id|auth)=([^\s&"'`<>)]{0,120}|<[^<>]{1,60}>)/gi,
    unless: /unsubscribe|\/(?:verify|confirm|reset|invite|revoke|introspect|oauth\S{0,20}revoke)\b|id_token|state=/i,
    value: (match) => {
      const value = match[2] ?? '';
      return value === '' || PLACEHOLDER.test(value.replace(/[.,;]+$/, '')) || /key|token|secret|demo|your/i.test(value) || /^(?:api_?key|apikey|access_token|api_token)$/i.test(match[1] ?? '') ? (match[1] ?? '') : undefined;
    },
    polarity: support,
  },
  {
    topic: 'key-query', strength: 3, where: PROSE, pattern: /["'`]?\b(?:\?)?([a-z][\w-]{1,30})=?["'`]?(?:=\S{1,60})? (?:as an? |is an? |in the |, an? )?(?:url |get |http )?query(?:[ -]?string)?(?: param(?:eter)?s?)?\b|\bquery(?:[ -]?string)? param(?:eter)?s?,? (?:named |called |of )?["'`]?\??([a-z][\w-]{1,30})\b/gi,
    value: (match) => queryName(match[1] ?? match[2]), polarity: support,
  },
  // "GET parameter: access_key", "add key=YOUR_KEY to the query".
  { topic: 'key-query', strength: 3, where: PROSE, pattern: /\b(?:get|url|query(?:[ -]?string)?) param(?:eter)?s?\b[\s:=-]{1,3}(?:named |called |of )?["'`]?\??([a-z][\w-]{1,30})\b|\b([a-z][\w-]{1,30})=["'`]?[\w<{$-]{2,40}[>}]?["'`]? (?:to|in|into|as) (?:your |the |an? |each )?(?:url |request )?query\b/gi, value: (match) => queryName(match[1] ?? match[2]), polarity: support },
  { topic: 'key-query', strength: 2, where: PROSE, pattern: /\b(?:api |access )?(?:keys?|tokens?)\b[^.;|]{0,24}\b(?:as|in|via|through) (?:an? |the )?get (?:or post )?param(?:eter)?s?\b/gi, polarity: support },
  { topic: 'key-query', strength: 2, where: PROSE, pattern: /\b(access_token|api_key|apikey|api_token|auth_token) (?:url |request |get )?parameter\b/gi, value: (match) => (match[1] ?? ''), unless: /\bbody\b|\bjson\b|\bform\b/i, polarity: support },
  { topic: 'key-query', strength: 2, where: PROSE, pattern: /\b(?:api )?(?:keys?|tokens?)\b.{0,40}\b(?:as|in|via|through|by|with) (?:an? |the )?(?:url |get |http )?query(?:[ -]?string| param(?:eter)?s?)\b/gi, polarity: support },
  // ---- cookies
  { topic: 'cookie', strength: 3, where: PROSE, pattern: /\b(?:need|requir|authenticat|accept|use|tak|rely|relies|expect|send|present|identif|secured|protected|by|with)\w{0,6}\b.{0,40}\b(?:session|login|authentication|auth)[ -]?cookies?\b/gi, context: /\bapi\b|endpoint|request|authenticat|call/i, unless: /consent|preferences|advertis|analytics|\bremember\b|tracking|privacy/i, polarity: support },
  { topic: 'cookie', strength: 3, where: ANY_TEXT, pattern: /\bcookie(?:[ -]based)? (?:auth(?:entication|orization)?|sessions?)\b/gi, unless: /consent|privacy|deprecated/i, polarity: support },
  { topic: 'cookie', strength: 3, where: PROSE, pattern: /\b(?:session|login) cookies? (?:is|are) (?:required|needed|necessary|mandatory|the only)\b|\bsession of a (?:signed|logged)[ -]in (?:user|browser)\b/gi, unless: /consent|privacy/i, polarity: support },
  { topic: 'cookie', strength: 2, where: CODE, pattern: /(?:-H|--header)\s["']cookie:\s?\S{1,40}sess/gi },
  { topic: 'cookie', strength: 3, where: PROSE, pattern: /\bcookies? (?:is|are)(?: not|n't) (?:accepted|supported|used|read|enough|sufficient)\b/gi, needs: /\bapi\b|endpoint|request/i, polarity: () => 'deny' },
  // ---- nothing
  { topic: 'no-tokens', strength: 3, where: PROSE, pattern: /\b(?:do(?:es)?(?: not|n't)|cannot|can't)(?: currently| yet)? (?:offer|provide|have|issue|support|hand out|give out)(?: any)? (?:public |developer )?(?:api keys?|access tokens?|api tokens?|keys or tokens|api credentials)\b/gi, unless: /refresh|if (?:you|your)|\byou do(?:n't| not)\b|\byour app\b/i },
  { topic: 'no-tokens', strength: 3, where: PROSE, pattern: /\b(?:offers?|has|have|provides?) (?:neither|no) (?:api )?(?:keys?|tokens?)(?: (?:n?or|and) (?:api |access )?(?:keys?|tokens?))?\b/gi, unless: /if (?:you|your)|\byou have no\b|expir/i },
  { topic: 'no-tokens', strength: 3, where: PROSE, pattern: /\b(?:no|not (?:have|offer|provide) an?|n't (?:have|offer|provide) an?|without an?) (?:public|open|developer|official|external|documented)[ -]?(?:facing )?(?:rest )?apis?\b(?! (?:keys?|tokens?|endpoints?|methods?|calls?))/gi, unless: /no public api (?:keys?|changes?)/i },
  { topic: 'no-tokens', strength: 3, where: PROSE, pattern: /\b(?:we|it|(?:[A-Z]\w{1,30})) (?:currently )?(?:do(?:es)?(?: not|n't)|ha(?:ve|s)n't)(?: currently| yet)? (?:have|offer|provide) (?:an?|any) [Aa][Pp][Ii]s?(?=[\s.,;]*(?:$|[.,;]|at (?:this|the)|yet|for (?:customers|developers|third)|and\b|right now|today))/g },
  { topic: 'no-tokens', strength: 3, where: PROSE, pattern: /\bthere is (?:currently |at present )?no (?:public |open )?api(?=[\s.,;]*(?:$|[.,;]|available|at (?:this|the)|yet|for (?:customers|developers|third|us))|\b (?:yet|available))/gi },
  { topic: 'no-tokens', strength: 3, where: PROSE, pattern: /\bbieten (?:derzeit |aktuell )?keine (?:öffentliche )?(?:api|schnittstelle)\b|\bkeine öffentliche (?:api|schnittstelle)|\bpas d'api publique|\bno (?:ofrecemos|disponemos de|tenemos) (?:una )?api\b|\bno hay (?:claves|tokens|api keys?)\b|\bil n'y a pas (?:de clés?|d'api)\b|\bes gibt keine (?:öffentliche )?(?:api|api-schlüssel)\b|公開APIは(?:ありません|提供していません)|(?:没有|不提供)(?:公开|开放)?\s?API/gi },
];

function headerName(name: string | undefined, value: string | undefined, certain = false): string | undefined {
  const header = name ?? '';
  // Header names have hyphens; a name with underscores is a parameter of a body, unless curl says that it is a header.
  if (NOT_CREDENTIAL.test(header) || !KEY_NAME.test(header) || (!certain && header.includes('_') && !/^(?:x_|api_key$)/i.test(header))) return undefined;
  const given = (value ?? '').trim().replace(/^["'`]|["'`,;\\})\]]+$/g, '').trim();
  return given === '' || /^(?:true|false|\d{1,6}|\d{4}-\d\d-\d\d)$/.test(given) ? undefined : header;
}

function proseHeader(name: string | undefined): string | undefined {
  const header = name ?? '';
  if (NOT_CREDENTIAL.test(header) || !KEY_NAME.test(header)) return undefined;
  // A hyphenated word of English in lower case is no header: it takes a capital, an x- or a known shape.
  return /^(?:x-|api-?key|apikey|api_key)/i.test(header) || /[A-Z]/.test(header) ? (/^(?:Token-|Key-|API-(?:based|first|only|driven)|Auth-)|-(?:based|only|first|level|side|type|free|driven|specific|protected|authenticated|scoped)$/i.test(header) ? undefined : header) : undefined;
}

function queryName(name: string | undefined): string | undefined {
  const parameter = (name ?? '').toLowerCase();
  return /^(?:api[_-]?key|apikey|key|token|access_token|auth_token|api_token|appid|app_id|app_key|auth|user_key|subscription-key|client_id|access_key|private_token|hapikey)$/.test(parameter) ? (name ?? '') : undefined;
}
