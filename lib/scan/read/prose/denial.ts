/** Whether a clause affirms or denies what it names: resolved once for the clause, whatever stands in a list (STANDARDS WD3). */
import { setOf } from '../../names.ts';
import type { Sentence, Span } from './sentence.ts';

export type Polarity = 'affirm' | 'deny';

/** Words between a negation and what it negates. */
const REACH = 4;
const near = (a: number, b: number, reach = REACH) => b >= a && b - a <= reach;

/**
 * Denied when the clause says of a feature that it is not supported, offered, used and so on, before or after it; or when "no", "without" or
 * "instead of" stands before it. A condition ("if it is not supported") denies nothing.
 */
export function supportPolarity(sentence: Sentence, head: Span): Polarity {
  const conditional = (from: number) => sentence.beside(head, 'if').some((hit) => hit.from < from);
  const words = sentence.tokens;
  if (
    sentence
      .beside(head, 'no')
      .some(
        (hit) =>
          near(hit.to, head.from) &&
          !conditional(hit.from) &&
          !sentence.of('support').some((s) => s.from >= hit.to && s.to <= head.from),
      )
  )
    return 'deny';
  const denied = sentence.beside(head, 'denied').filter((hit) => !conditional(hit.from));
  if (denied.some((hit) => hit.from < head.from || deniedBehind(sentence, head, hit))) return 'deny';
  for (const negation of sentence.beside(head, 'neg')) {
    if (conditional(negation.from) || words[negation.to]?.word === 'only') continue;
    const verb = sentence.beside(head, 'support').find((hit) => near(negation.to, hit.from));
    if (verb === undefined) continue;
    // "You cannot use X to read private data" limits X; it does not deny it.
    const limits =
      head.from >= verb.to &&
      words[verb.from]?.word.startsWith('us') === true &&
      words.slice(head.to, head.to + 3).some(({ word }) => word === 'to' || word === 'for');
    if (limits || sentence.beside(head, 'only').some((hit) => hit.to <= head.from && hit.from > negation.from))
      continue;
    if (head.from >= verb.to) {
      if (isCircumstance(sentence, head, negation, verb)) continue;
      return 'deny';
    }
    // "X is not supported" denies X; "X does not return refresh tokens" denies what comes after.
    const passive = sentence.language !== 'english' || sentence.of('passive').some((hit) => hit.from === verb.from);
    if (passive && deniedBehind(sentence, head, negation)) return 'deny';
  }
  return 'affirm';
}

/** "X is not supported": the denial comes after, and X has no verb of its own. */
const deniedBehind = (sentence: Sentence, head: Span, negation: Span): boolean =>
  head.to <= negation.from &&
  negation.from - head.to <= 12 &&
  !ofItsOwn(sentence, head, negation) &&
  !sentence.beside(head, 'username', 'passwordword').some((hit) => hit.from >= head.to && hit.to <= negation.from);

const AND = /^(?:and|but|while|und|et|y|e|en|i|и)$/;
const WITH = setOf('with in for under using through via by');

/** "We rely on X and Y are not available": X has a verb of its own, and the denial is of Y. */
function ofItsOwn(sentence: Sentence, head: Span, denial: Span): boolean {
  const verb = sentence
    .beside(head, 'support', 'send')
    .some((hit) => near(hit.to, head.from) && !negatedBefore(sentence, hit) && !negatedAfter(sentence, hit, head));
  return verb && sentence.tokens.slice(head.to, denial.from).some(({ word }) => AND.test(word));
}

const negatedAfter = (sentence: Sentence, verb: Span, head: Span): boolean =>
  sentence.beside(verb, 'neg', 'no').some((hit) => hit.from >= verb.to && hit.to <= head.from);

/** "Refresh tokens are not given with X": what is denied is the subject, X is where. */
function isCircumstance(sentence: Sentence, head: Span, negation: Span, verb: Span): boolean {
  const before = sentence.tokens.slice(Math.max(verb.to, head.from - 3), head.from).some(({ word }) => WITH.has(word));
  return before && sentence.beside(head, 'refresh', ...GRANTS).some((hit) => hit.to <= negation.from);
}
const GRANTS = ['g:client_credentials', 'g:authorization_code', 'g:implicit', 'g:password', 'g:device_code'];

/** "You cannot call it until it is approved", "not without our approval": two denials say that it is needed. */
export function deniedTwice(sentence: Sentence, head: Span): boolean {
  const unless = sentence
    .of('until', 'no')
    .filter((hit) => hit.to <= head.from && head.from - hit.to <= 8 && hit.from !== head.from);
  return unless.some((hit) =>
    sentence.of('neg', 'no', 'can').some((other) => other.to <= hit.from || other.from > head.to),
  );
}

/** The "not" of "not publicly available" belongs to that phrase, which is itself a gate: it denies none. */
const ofPhrase = (sentence: Sentence, negation: Span): boolean =>
  sentence.of('limitedto').some((phrase) => phrase.from <= negation.from && negation.to < phrase.to);

/** A word of negation within four words before a span, in its clause. */
export function negatedBefore(sentence: Sentence, head: Span): boolean {
  return sentence
    .beside(head, 'neg', 'no')
    .some(
      (hit) =>
        near(hit.to, head.from) &&
        !ofPhrase(sentence, hit) &&
        !sentence.tokens.slice(hit.to, head.from).some(({ word }) => word === ','),
    );
}

/** Negated before or after: "no approval is needed", "approval is not required", "you do not have to apply". */
export function negatedNearby(sentence: Sentence, head: Span): boolean {
  if (negatedBefore(sentence, head)) return true;
  if (sentence.beside(head, 'denied').length > 0) return true;
  return sentence
    .beside(head, 'neg')
    .some(
      (hit) =>
        near(head.to, hit.from, 6) &&
        !ofPhrase(sentence, hit) &&
        sentence.beside(head, 'support').some((verb) => near(hit.to, verb.from)),
    );
}
