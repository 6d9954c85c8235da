/** What a statement is limited to, and whose it is: read from the tags of its sentence. */
import type { Statement, Topic } from '../../types.ts';
import type { Polarity } from './denial.ts';
import { Sentence } from './sentence.ts';

export type Bare = Omit<Statement, 'quote' | 'url' | 'evidence'>;

export interface Said {
  topic: Topic;
  strength: 1 | 2 | 3;
  value: string | null;
  polarity: Polarity;
}

const isForeign = (sentence: Sentence, own: string): boolean =>
  sentence.of('platform').some((hit) => !own.includes(sentence.tokens[hit.from]?.word ?? ''));

/** Steps in another firm's console, and approval by another firm, are how one sets that firm up. */
const elsewhere = (topic: Topic, sentence: Sentence, beside: readonly Sentence[], own: string): boolean =>
  ((topic === 'self-service' || topic === 'approval') &&
    (sentence.has('place') || topic === 'approval') &&
    isForeign(sentence, own)) ||
  (sentence.has('click') && beside.some((one) => isForeign(one, own)));

/** What stands under "What is a bearer token?" is said of the world, unless it speaks of the API's own pages, people or paths. */
const ofTheField = (sentence: Sentence, heading: Sentence | null): boolean =>
  heading !== null && heading.has('lesson') && !OWN.some((tag) => sentence.has(tag));
const OWN = ['vendor', 'place', 'operation', 'address', 'header'];

/** Approval of more keys, more data, a scope or a feature comes after the key, and says nothing of who gives it out. */
function beyondTheKey(sentence: Sentence): boolean {
  if (sentence.has('more')) return true;
  const gates = sentence.of('approve');
  return (
    gates.length > 0 &&
    gates.every(
      (gate) =>
        sentence.beside(gate, 'beyond').length > 0 && sentence.beside(gate, 'key', 'client', 'door').length === 0,
    )
  );
}

/** A secret with addresses to redirect to is that of an OAuth client, and so is a bare "secret" beside an app. */
const ofAClient = (sentence: Sentence): boolean =>
  sentence.has('redirect') ||
  (sentence.has('app') &&
    sentence.has('key') &&
    sentence
      .of('key')
      .every(({ from, to }) => to - from === 1 && /^secrets?$/.test(sentence.tokens[from]?.word ?? '')));

/** What stands around a sentence, and whose page it is on. */
export interface Setting {
  beside: readonly Sentence[];
  heading: Sentence | null;
  /** The page's host and title in lower case. */
  own: string;
}

export function qualified(one: Said, sentence: Sentence, { beside, heading, own }: Setting): Bare {
  const token = sentence.has('token') && !/\bpersonal\b|\blong[- ]lived\b/i.test(sentence.text);
  return {
    ...one,
    subject: beside.some((near) => near.has('endusers'))
      ? 'customers'
      : ofTheField(sentence, heading) || elsewhere(one.topic, sentence, beside, own)
        ? 'other'
        : 'api',
    actor:
      one.topic === 'renews'
        ? 'program'
        : one.topic === 'approval'
          ? 'vendor'
          : one.topic === 'renews-by-person'
            ? 'person'
            : null,
    condition: sentence.has('option') ? 'option' : one.topic === 'approval' && beyondTheKey(sentence) ? 'scope' : null,
    environment: sentence.has('production') ? 'production' : sentence.has('test') ? 'test' : null,
    credential:
      one.topic === 'self-service' && ofAClient(sentence)
        ? 'client'
        : sentence.has('key') && !token
          ? 'key'
          : token
            ? 'token'
            : sentence.has('key')
              ? 'key'
              : sentence.has('client')
                ? 'client'
                : null,
  };
}

/** The same for a sentence that was stored without what stood beside it. */
export function qualify(
  topic: Topic,
  quote: string,
): Pick<Statement, 'subject' | 'actor' | 'condition' | 'environment' | 'credential'> {
  const { subject, actor, condition, environment, credential } = qualified(
    { topic, strength: 2, value: null, polarity: 'affirm' },
    new Sentence(quote, 'english'),
    { beside: [], heading: null, own: '' },
  );
  return { subject, actor, condition, environment, credential };
}
