/** Reads what a sentence, a heading or a row of a table spells out: names of headers, parameters, scopes and grants. */
import { negatedBefore, supportPolarity, type Polarity } from './denial.ts';
import { ofCredential } from './living.ts';
import type { Said } from './qualify.ts';
import { wordAt, type Sentence } from './sentence.ts';
import type { Unit } from './units.ts';
import { credentialHeader, mayCarry, queryKey } from './wire.ts';
import { Names } from '../../names.ts';
import { isProof, looksLikeScheme, wordsBeforeCredential } from '../../schemes.ts';

/** Names of headers in a sentence that speaks of headers, or that says how a credential travels. */
const HEADER_NAME =
  /(?<![\w/.?&<{$-])(?:(?:[A-Za-z][A-Za-z0-9]{0,24}[-_]){1,5}[A-Za-z0-9]{1,24}|api_?key|[a-z]{2,20}(?:[A-Z][a-z]{1,20}){1,3}|[A-Z][a-z]{1,12}Key)(?![\w-])/g;

/** A name in quotes right beside the word: `header with the name "apikey"`, `the "api_key" header`. */
const NAMED_HEADER = /headers? (?:with (?:the )?name|named|called)\W{1,3}§|["'`]§["'`] header/i;

/** "Authorization: Api-Key …", 'prepended with "Api-Key"': a word before the credential is no header's name. */
function isSchemeWord(text: string, at: number, sentence: Sentence): boolean {
  const { from } = wordAt(sentence, at);
  return (
    /authorization\W{1,4}$/i.test(text.slice(Math.max(0, at - 20), at)) ||
    /^(?!x-)[\w-]{1,40} [<{[]/i.test(text.slice(at, at + 44)) ||
    sentence.of('prefixword').some((hit) => from >= hit.to && from - hit.to <= 2)
  );
}

/** A name that only a program writes so, or what an item of a list begins with. */
const WRITTEN =
  /(?<![\w.-])((?!(?:access|refresh|id)_?token|client_?(?:id|secret)|my[A-Z]|your)[a-z]{2,20}(?:(?:_[a-z]{2,20}){1,3}|[A-Z]\w{1,20}))(?![\w.=-])/g;
const LED = /^["'`]?([A-Za-z][\w-]{1,40})["'`]?\s?[:|]/g;
const ELSEWHERE = ['query', 'authheader', 'bearer', 'cookieword', 'error', 'outgoing', 'prefixword', 'refresh'];

/** "app_key" where a sentence says what goes into headers and names no other place, or in a list of headers. */
function quotedHeaders(unit: Unit, sentence: Sentence, around: (tag: string) => boolean): Said[] {
  const listed =
    (unit.kind === 'item' || unit.kind === 'row') &&
    around('header') &&
    !/respon/i.test(`${unit.heading} ${unit.before}`);
  const told = sentence.has('header') && sentence.has('send') && !` ${unit.text}`.toLowerCase().includes(' x-');
  if (!(listed || told) || ELSEWHERE.some((tag) => sentence.has(tag))) return [];
  return [...unit.text.matchAll(listed ? LED : WRITTEN)]
    .filter(([, name = '']) => credentialHeader(name, true))
    .map(({ 1: value = '', index }) => ({
      topic: 'key-header' as const,
      strength: 3 as const,
      value,
      polarity: supportPolarity(sentence, wordAt(sentence, index)),
    }));
}

const near = (words: number): boolean => words >= 0 && words <= 1;

export function headersIn(unit: Unit, sentence: Sentence, around: (tag: string) => boolean): Said[] {
  const row = unit.kind === 'row';
  if (
    !row &&
    !sentence.has('header') &&
    !sentence.has('send') &&
    !around('header') &&
    !/\bx-[\w-]{2,40}(?::|key|token)/i.test(unit.text)
  )
    return [];
  if (sentence.has('outgoing')) return [];
  const quoted = quotedHeaders(unit, sentence, around);
  if (quoted.length > 0) return quoted;
  const speaksOfKeys = ['key', 'token', 'client'].some((tag) => sentence.has(tag));
  return [...unit.text.matchAll(HEADER_NAME)]
    .filter((match) => {
      const [name] = match;
      if (isSchemeWord(unit.text, match.index, sentence)) return false;
      if (
        NAMED_HEADER.test(
          `${unit.text.slice(Math.max(0, match.index - 30), match.index)}§${unit.text.slice(match.index + name.length, match.index + name.length + 9)}`,
        )
      )
        return credentialHeader(name, true);
      if (name.includes('_') && !/^x-/i.test(name)) return false;
      if (credentialHeader(name, false) && name.includes('-'))
        return (
          sentence.has('header') ||
          around('header') ||
          /^x-/i.test(name) ||
          (row && match.index < 2 && name !== name.toLowerCase())
        );
      // A name in lower case is a header where the word stands beside it, and so is any that begins with X where keys are spoken of.
      const at = wordAt(sentence, match.index).from;
      const words = name.split('-').length;
      return (
        (credentialHeader(name, true) ||
          (/^x-(?!.*(?<!client-?|app-?)id$)/i.test(name) && speaksOfKeys && mayCarry(name))) &&
        sentence.of('header').some((hit) => near(hit.from - (at + words)) || near(at - hit.to))
      );
    })
    .map((match) => ({
      topic: 'key-header' as const,
      strength: 3 as const,
      value: match[0],
      polarity: supportPolarity(sentence, wordAt(sentence, match.index)),
    }));
}

/** Words of sentences, and the schemes that are topics of their own. */
const NO_SCHEME = new Names('bearer basic where format send use with your the');

/** The word before a credential, where the sentence or what stands around it speaks of the header Authorization or of a format. */
export function schemesIn(unit: Unit, sentence: Sentence, around: (tag: string) => boolean): Said[] {
  if (!sentence.has('authheader') && !around('authheader') && !unit.text.includes('format')) return [];
  return wordsBeforeCredential(unit.text)
    .filter(({ word }) => looksLikeScheme(word) && !isProof(word) && !NO_SCHEME.has(word))
    .map(({ word, at }) => ({
      topic: 'scheme-word',
      strength: 3,
      value: word,
      polarity: supportPolarity(sentence, wordAt(sentence, at)),
    }));
}

const VERB =
  /^(?:read(?:only|write)?|write|admin|manage|modify|delete|create|send|view|edit|full|all|history|list|update|execute|access|play|basic)$/;

/** How many words of a text have the shape of a scope: `orders:read`, `crm.contacts.write`. */
const scopeNames = (text: string): number =>
  text.split(/[\s,;|"'`()、。]{1,4}/, 200).filter(
    (word) =>
      /^[a-z][\w-]*[:.][\w:.-]+$/.test(word) &&
      word
        .split(/[.:]/)
        .slice(1)
        .some((part) => VERB.test(part)),
  ).length;

/** An identifier at the start of an item or a row is a scope where scopes are spoken of, or where its parts say so: `orders:read`. */
function isScopeName(unit: Unit, sentence: Sentence): boolean {
  const name = /^["'`]?([a-z][\w.:/-]{2,60})["'`]?(?= \||$|[:,-]? [A-Z]|: )/.exec(unit.text)?.[1];
  if (name === undefined || /https?:/.test(name) || sentence.has('error')) return false;
  const parts = name.split(/[.:]/);
  if (parts.length > 1 && name.includes(':') && parts.some((part) => VERB.test(part))) return true;
  return (
    /\bscopes?\b/i.test(`${unit.heading}\n${unit.before}\n${unit.header}`) &&
    (/[.:_/-]/.test(name) || VERB.test(name) || unit.kind === 'row') &&
    !/^(?:scope|access_token|token_type|expires_in|refresh_token|client_\w+)$/.test(name)
  );
}

/** A grant's name alone is a heading, an item or the first cell of a row. */
export function named(unit: Unit, sentence: Sentence): Said[] {
  if (scopeNames(unit.text) > (sentence.has('scope') ? 0 : 1))
    return [{ topic: 'scopes', strength: 2, value: null, polarity: 'affirm' }];
  if (
    (unit.kind === 'heading' ? sentence.of('scope') : sentence.of('scope', 'permission')).some(
      (hit) =>
        unit.kind === 'heading' ||
        (hit.from <= 2 && sentence.tokens[hit.to]?.word === ':' && sentence.beside(hit, 'pronoun').length === 0),
    ) &&
    sentence.tokens.length > 0 &&
    (unit.kind !== 'heading' || sentence.tokens.length <= 5)
  )
    return [{ topic: 'scopes', strength: 2, value: null, polarity: 'affirm' }];
  if ((unit.kind === 'item' || unit.kind === 'row') && isScopeName(unit, sentence))
    return [{ topic: 'scopes', strength: 3, value: null, polarity: 'affirm' }];
  if (unit.kind === 'sentence' || sentence.has('error') || sentence.has('endusers')) return [];
  return (
    [
      ['grant:client_credentials', 'maybe-cc'],
      ['grant:authorization_code', 'authcode'],
      ['grant:implicit', 'maybe-implicit'],
    ] as const
  ).flatMap(([topic, tag]) => {
    const first = sentence.of(tag).find((hit) => hit.from <= (unit.kind === 'heading' ? 2 : 0));
    const next = first === undefined ? '' : (sentence.tokens[first.to]?.word ?? '|');
    return first !== undefined && /^[|:(,-]$/.test(next)
      ? [{ topic, strength: 3 as const, value: null, polarity: supportPolarity(sentence, first) }]
      : [];
  });
}

const QUERY_NAME =
  /["'`]\??([a-z]\w{1,30})=?["'`]|(?<![\w-])(api_?key|apikey|access_token|api_token|auth_token|access_key|appid|user_key|app_key|hapikey)(?![\w-])/gi;

/** "the token query parameter", "using the `app_token` parameter". */
const NAMED_PARAMETER =
  /\b(?:the|an?|using|with|in)\s["'`]?([a-z][\w-]{1,30})=?["'`]?\s(?:(?:url|get|query|query string|request)\s){0,2}param(?:eter)?s?\b/gi;
/** The same in other languages, where the word may stand on either side. */
const PARAMETER = String.raw`\p{L}*(?:param|parám|paràm|парам|パラメータ|参数|매개변수|파라미터)\p{L}*`;
const NAMED_ABROAD = new RegExp(
  `(?<![\\w-])([a-z][\\w-]{1,30})=?["' ]{0,2}${PARAMETER}|${PARAMETER}["': ]{0,3}([a-z][\\w-]{1,30})`,
  'giu',
);
const OF_PARAMETERS = new RegExp(PARAMETER, 'iu');

/** Names of parameters that carry a credential, in a sentence that speaks of the query. */
export function queriesIn(unit: Unit, sentence: Sentence): Said[] {
  const [query] = sentence.of('query');
  if (query === undefined && !OF_PARAMETERS.test(unit.text)) return [];
  // "Send it in the header, not in the query string".
  const refused = sentence.of('query').some((hit) => negatedBefore(sentence, hit));
  const parameter = (value: string, at: number): Said => ({
    topic: 'key-query',
    strength: 3,
    value,
    polarity: refused ? 'deny' : supportPolarity(sentence, wordAt(sentence, at)),
  });
  const named = [...unit.text.matchAll(sentence.language === 'english' ? NAMED_PARAMETER : NAMED_ABROAD)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter(queryKey);
  if (named.length > 0) return named.map((value) => parameter(value, unit.text.indexOf(value)));
  return query === undefined
    ? []
    : [...unit.text.matchAll(QUERY_NAME)]
        .filter((match) => queryKey(match[1] ?? match[2] ?? ''))
        .map((match) => parameter(match[1] ?? match[2] ?? '', match.index));
}

/** What the header of a table makes of a row: a column of scopes, of lifetimes, of what is supported. */
export function row(unit: Unit, sentence: Sentence, beside: readonly Sentence[]): Said[] {
  if (unit.kind !== 'row') return [];
  const columns = unit.header.split(' | ');
  const found: Said[] = [];
  const header = beside.at(-1);
  if (unit.header !== '' && unit.header !== unit.text && header !== undefined) {
    if (
      /^\W{0,3}(?:oauth )?(?:scopes?|permissions?)\b/i.test(columns[0] ?? '') &&
      /^\W{0,2}[\w:./-]{3,}/.test(unit.text)
    )
      found.push({ topic: 'scopes', strength: 3, value: null, polarity: 'affirm' });
    if (sentence.of('scope').some((hit) => hit.from === 0) && sentence.has('denied'))
      found.push({ topic: 'no-scopes', strength: 3, value: null, polarity: 'affirm' });
    if (header.has('life') || header.has('enddate'))
      for (const span of sentence.durations) {
        if (ofCredential(sentence, { tag: 'life', ...span }, beside))
          found.push({ topic: 'expires', strength: 3, value: String(span.seconds), polarity: 'affirm' });
      }
  }
  return found;
}

/** In a table whose column says "supported", or with two columns, the cell beside a name decides. */
export function rowVerdict(unit: Unit): Polarity | null {
  const cells = unit.text.split(' | ');
  const columns = unit.header.split(' | ');
  const column = columns.findIndex(
    (name, index) => index > 0 && /support|availab|status|offered|enabled|allowed/i.test(name),
  );
  const cell = (column > 0 ? cells[column] : cells.length === 2 ? cells[1] : undefined)?.trim();
  if (cell === undefined) return null;
  if (/^(?:no|not? \w.*|un\w+able|unsupported|removed.*|discontinued.*|retired.*|[✗✘❌✖×-])\.?$/i.test(cell))
    return 'deny';
  return column > 0 && /^(?:yes|supported|available|[✓✔✅])/i.test(cell) ? 'affirm' : null;
}
