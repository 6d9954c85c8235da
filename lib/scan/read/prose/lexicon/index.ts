/** Words and short phrases of thirteen languages with their tags, found in one pass over the words of a text. */
import { setOf } from '../../../names.ts';
import { tokensOf, type Token } from '../tokens.ts';
import { chinese } from './chinese.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { turkish } from './turkish.ts';

export interface Hit {
  tag: string;
  /** First word, and the word after the last one. */
  from: number;
  to: number;
}

interface Node {
  words: Map<string, Node>;
  stems: Map<string, Node>;
  known: Map<string, readonly Node[]>;
  tags: string[];
}

const sources = {
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  turkish,
  russian,
  japanese,
  chinese,
  korean,
};
export type Language = keyof typeof sources;

/** Tags whose English words are said in every language. */
const SHARED =
  /^(?:key|token|client|otherkey|refresh|flow|bearer|authheader|basic|header|query|cookie|cookieword|scope|app|test|assertion|offline|denied|registration|redirect|place|door|idsecret|authcode|wherefrom|g:.*|maybe-cc|maybe-implicit)$/;

export interface Row {
  language: Language;
  tag: string;
  phrase: string;
}

export const rows: readonly Row[] = Object.entries(sources).flatMap(([language, source]) =>
  source
    .trim()
    .split('\n')
    .flatMap((line) => {
      const at = line.indexOf(': ');
      return line
        .slice(at + 2)
        .split(', ')
        .map((phrase) => ({ language: language as Language, tag: line.slice(0, at), phrase }));
    }),
);

const empty = (): Node => ({ words: new Map(), stems: new Map(), known: new Map(), tags: [] });

/** The words of a row's phrase, each as it is or as the beginning of a word. */
export const wordsOf = ({ phrase }: Row): { key: string; stem: boolean }[] =>
  tokensOf(phrase.replaceAll('*', '_STEM_').toLowerCase()).map(({ word }) => {
    const stem = word.endsWith('_stem_');
    return { key: stem ? word.slice(0, -6) : word, stem };
  });

function plant(root: Node, row: Row): void {
  let node = root;
  for (const { key, stem } of wordsOf(row)) {
    const next = stem ? node.stems : node.words;
    const to = next.get(key) ?? empty();
    next.set(key, to);
    node = to;
  }
  if (node !== root && !node.tags.includes(row.tag)) node.tags.push(row.tag);
}

/**
 * Nouns: among them the longest phrase takes its words for itself ("refresh token" holds no "token"). Everything else is found at every word,
 * whatever else the word belongs to.
 */
const NOUN =
  /^(?:key|token|client|otherkey|refresh|code|authcode|other|bearer|basic|g:.*|maybe-.*|cookie|cookieword|assertion|assertionword|clientassertion|returnjwt|static|short|username|idiom|logincall)$/;

/** What still counts inside a noun of several words: "test key", "restricted key", "password grant". */
const INSIDE = setOf('test production limitverb restrict grantword idsecret');

const tries = new Map<Language, { nouns: Node; rest: Node }>();
let left: ReadonlySet<Row> = new Set();

/** Leaves rows out, to measure what they decide. */
export function leaveOut(out: ReadonlySet<Row>): void {
  left = out;
  tries.clear();
}

function triesOf(language: Language): { nouns: Node; rest: Node } {
  const known = tries.get(language);
  if (known !== undefined) return known;
  const made = { nouns: empty(), rest: empty() };
  for (const row of rows)
    if (!left.has(row) && (row.language === language || (row.language === 'english' && SHARED.test(row.tag))))
      plant(NOUN.test(row.tag) ? made.nouns : made.rest, row);
  tries.set(language, made);
  return made;
}

const STOP = new Map<string, Language[]>();
for (const { language, tag, phrase } of rows)
  if (tag === 'stop')
    for (const { word } of tokensOf(phrase)) STOP.set(word, [...new Set([...(STOP.get(word) ?? []), language])]);

/** Languages whose verb stands at the end, or whose characters are counted singly, put more words between what belongs together. */
export const STRIDE: Partial<Record<Language, number>> = {
  german: 2,
  dutch: 2,
  turkish: 3,
  japanese: 3,
  chinese: 2,
  korean: 3,
};

/** The language of a text, by its script, then by its commonest words; `fallback` when those do not tell. */
export function languageOf(text: string, tokens: readonly Token[], fallback: Language): Language {
  if (/[\u3040-\u30ff]/.test(text)) return 'japanese';
  if (/[\uac00-\ud7af]/.test(text)) return 'korean';
  if (/[\u4e00-\u9fff]/.test(text)) return 'chinese';
  if (/[\u0400-\u04ff]/.test(text)) return 'russian';
  const votes = new Map<Language, number>();
  for (const { word } of tokens)
    for (const language of STOP.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  let best = fallback;
  for (const [language, count] of votes) if (count > (votes.get(best) ?? 0)) best = language;
  return best;
}

/** The longest phrase at each word; nouns do not overlap. A phrase has as many hits as tags. */
export function hitsOf(tokens: readonly Token[], language: Language): Hit[] {
  const { nouns, rest } = triesOf(language);
  const hits: Hit[] = [];
  let free = 0;
  let phrase = 0;
  for (let from = 0; from < tokens.length; from += 1) {
    if (from >= free) {
      const word = tokens[from]?.word ?? '';
      const [tags, to] = after(nouns, word).length === 0 ? NONE : longest(nouns, tokens, from);
      for (const tag of tags) hits.push({ tag, from, to });
      free = Math.max(to, from + 1);
      phrase = to - from > 1 ? to : 0;
    }
    const word = tokens[from]?.word;
    if (word === undefined || after(rest, word).length === 0) continue;
    const first = hits.length;
    every(rest, tokens, from, (tags, to) => {
      for (const tag of tags) {
        if (from < phrase && !INSIDE.has(tag)) continue;
        let known = false;
        for (let at = first; at < hits.length && !known; at += 1) known = hits[at]?.tag === tag;
        if (!known) hits.push({ tag, from, to });
      }
    });
  }
  return hits;
}

/** Every phrase that begins at a word, the longest first. */
function every(
  node: Node,
  tokens: readonly Token[],
  at: number,
  found: (tags: readonly string[], to: number) => void,
): void {
  const word = tokens[at]?.word;
  if (word !== undefined) for (const next of after(node, word)) every(next, tokens, at + 1, found);
  if (node.tags.length > 0) found(node.tags, at);
}

const NONE: readonly [readonly string[], number] = [[], 0];

function longest(node: Node, tokens: readonly Token[], at: number): readonly [readonly string[], number] {
  let best: readonly [readonly string[], number] = node.tags.length > 0 ? [node.tags, at] : NONE;
  const word = tokens[at]?.word;
  if (word === undefined) return best;
  for (const next of after(node, word)) {
    const found = longest(next, tokens, at + 1);
    if (found[1] > best[1]) best = found;
    else if (found[1] === best[1] && found !== NONE) best = [[...new Set([...best[0], ...found[0]])], best[1]];
  }
  return best;
}

/** Words whose steps are remembered; a text of other words costs more, not ever more. */
const MAX_KNOWN = 20_000;

/** Where a word leads from a node: as itself, and by each of its stems, the longest first. */
function after(node: Node, word: string): readonly Node[] {
  const known = node.known.get(word);
  if (known !== undefined) return known;
  const to: Node[] = [];
  const exact = node.words.get(word);
  if (exact !== undefined) to.push(exact);
  if (node.stems.size > 0)
    for (let length = Math.min(word.length, 24); length >= 0; length -= 1) {
      const stem = node.stems.get(word.slice(0, length));
      if (stem !== undefined) to.push(stem);
    }
  if (node.known.size < MAX_KNOWN) node.known.set(word, to);
  return to;
}
