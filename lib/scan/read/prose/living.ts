/** Of what a sentence says that it lives and ends. */
import type { Hit } from './lexicon/index.ts';
import type { Sentence } from './sentence.ts';

const LIVING = ['key', 'token', 'client', 'refresh', 'code', 'other', 'otherkey'];

/** What lives and ends in a sentence. What a call of the API is sent, or its path names, is not what the sentence speaks of. */
export const livingIn = (sentence: Sentence): Hit[] => [
  ...sentence.of(...LIVING.filter((tag) => tag !== 'other' || !sentence.has('operation'))),
];

const AND = /^(?:and|und|et|y|e|en|i|и)$/;

/** "A refresh token is needed for new tokens and lives two weeks": the second verb has the subject of the first. */
function subjectOf(sentence: Sentence, before: readonly Hit[], verb: Hit): Hit | undefined {
  const last = before.at(-1);
  if (last === undefined || !sentence.tokens.slice(last.to, verb.from).some(({ word }) => AND.test(word)))
    return undefined;
  return before.find((noun) => noun.from <= 1);
}

/** Whether a credential of the API is what lives or ends: the last noun before the verb, else the first after it, else what stands around. */
export function ofCredential(sentence: Sentence, verb: Hit, beside: readonly Sentence[]): boolean {
  const nouns = livingIn(sentence).sort((a, b) => a.from - b.from);
  const before = nouns.filter((noun) => noun.from < verb.from);
  const noun =
    subjectOf(sentence, before, verb) ??
    before.at(-1) ??
    nouns.find((after) => after.from >= verb.from && sentence.sameClause(after, verb));
  const isCredential = (hit: Hit, of: Sentence) =>
    !of.of('refresh', 'code', 'other', 'otherkey').some((other) => other.from === hit.from);
  if (noun !== undefined) return isCredential(noun, sentence);
  for (const one of [...beside].reverse()) {
    const last = livingIn(one)
      .sort((a, b) => a.from - b.from)
      .at(-1);
    if (last !== undefined) return isCredential(last, one);
  }
  return false;
}
