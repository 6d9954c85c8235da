/**
 * A second reader that judges what frames and patterns claim of a sentence, and claims by itself what it is sure of: a linear model for each topic
 * over the tags of the sentence, those around it, its words and the claims themselves. It was trained on the labelled passages (`npm run accuracy
 * -- --train` writes weights.json). Where frames demand that certain tags stand together, it weighs everything that is there. Same sentence, same
 * answer.
 */
import type { Topic } from '../../types.ts';
import type { Said } from './qualify.ts';
import type { Sentence } from './sentence.ts';
import type { UnitKind } from './units.ts';
import weights from './weights.json' with { type: 'json' };

/** Topics that a model judges. Names of headers and parameters, and what stands in code, are facts. */
export const MODELLED = [
  'self-service',
  'sign-up',
  'approval',
  'expires',
  'never-expires',
  'renews',
  'renews-by-person',
  'revocable',
  'scopes',
  'roles',
  'no-scopes',
  'bearer',
  'basic',
  'cookie',
  'key-query',
  'grant:client_credentials',
  'grant:authorization_code',
  'grant:refresh_token',
  'grant:implicit',
  'grant:password',
  'grant:device_code',
] as const satisfies readonly Topic[];
export type Modelled = (typeof MODELLED)[number];

/** What the model is shown of a unit. */
export interface Shown {
  kind: UnitKind;
  sentence: Sentence;
  beside: readonly Sentence[];
  found: readonly Said[];
}

/** Tags that say how a sentence is built, or count: nothing for the weights. */
const FORMAL = /^(?:[nu]:|stop$)/;
const SHORT = 8;
const LONG = 30;
const LETTERS = /^\p{L}{2,}$/u;

const tagsOf = (sentence: Sentence): readonly string[] =>
  (sentence.marks ??= [...sentence.tags.keys()]
    .filter((tag) => !FORMAL.test(tag))
    .concat(sentence.durations.length > 0 ? ['~duration'] : []));

/** Calls back with each feature: its kind and its name. A kind is one character. */
function features({ kind, sentence, beside, found }: Shown, on: (kind: string, name: string) => void): void {
  for (const tag of tagsOf(sentence)) on(' ', tag);
  const around = new Set<string>();
  for (const one of beside) for (const tag of tagsOf(one)) around.add(tag);
  for (const tag of around) on('^', tag);
  for (const tag of sentence.opening) if (!FORMAL.test(tag)) on('<', tag);
  for (const claim of new Set(found.map((one) => `${one.polarity === 'deny' ? '-' : ''}${one.topic}/${one.strength}`)))
    on('@', claim);
  on(':', kind);
  const { length } = sentence.tokens;
  if (length < SHORT || length > LONG) on(':', length < SHORT ? 'short' : 'long');
  const words = new Set<string>();
  for (const { word } of sentence.tokens) words.add(word);
  for (const word of words) if (LETTERS.test(word)) on('=', word);
}

/** Names of all features, for training. */
export function featuresOf(shown: Shown): string[] {
  const names: string[] = [];
  features(shown, (kind, name) => names.push(kind === ' ' ? name : kind + name));
  return names;
}

interface Voice {
  bias: number;
  /** Above it the model claims by itself; null: never. */
  add: number | null;
  /** Below it a claim is dropped. */
  keep: number;
}

const voices = MODELLED.map((topic) => (weights.topics as Record<Modelled, Voice>)[topic]);

/** By the kind of a feature and its name: topics and weights by turns. */
const table = new Map<string, Map<string, number[]>>([' ', '^', '<', '@', ':', '='].map((kind) => [kind, new Map()]));
/** Feature and weights by turns: for each topic that it tells of a letter, the first topic's being `a`, and hundredths. */
const stored = weights.features.split(' ');
for (let at = 0; at + 1 < stored.length; at += 2) {
  const name = stored[at] ?? '';
  const kind = '^<@:='.includes(name.charAt(0)) ? name.charAt(0) : ' ';
  const row = [...(stored[at + 1] ?? '').matchAll(/([a-z])(-?\d+)/g)].flatMap(([, topic = '', weight]) => [
    topic.charCodeAt(0) - 97,
    Number(weight) / 100,
  ]);
  table.get(kind)?.set(kind === ' ' ? name : name.slice(1), row);
}

export interface Opinion {
  topic: Modelled;
  /** Sure that the sentence says it, or that it does not. */
  says: boolean;
  denies: boolean;
}

/** What a sentence must hold, itself or around it, to be about letting somebody in. */
const SUBJECT = [
  'key',
  'token',
  'client',
  'refresh',
  'door',
  'app',
  'signup',
  'scope',
  'permission',
  'account',
  'approve',
];
const CREDENTIAL = ['key', 'token', 'client'];
const speaks = ({ sentence, beside, found }: Shown): boolean =>
  found.length > 0 ||
  SUBJECT.some((tag) => sentence.has(tag)) ||
  beside.some((one) => CREDENTIAL.some((tag) => one.has(tag)));

const sums = new Float64Array(MODELLED.length);

/** What the model thinks of a sentence: the topics that it is sure of, either way. */
export function opinionsOf(shown: Shown): Opinion[] {
  if (!speaks(shown)) return [];
  voices.forEach(({ bias }, topic) => {
    sums[topic] = bias;
  });
  features(shown, (kind, name) => {
    const row = table.get(kind)?.get(name);
    if (row === undefined) return;
    for (let at = 0; at < row.length; at += 2) {
      const topic = row[at] ?? 0;
      sums[topic] = (sums[topic] ?? 0) + (row[at + 1] ?? 0);
    }
  });
  return MODELLED.flatMap((topic, index) => {
    const sum = sums[index] ?? 0;
    const { add, keep } = voices[index] ?? { add: null, keep: -Infinity };
    const says = add !== null && sum > add;
    const denies = sum < keep;
    return says || denies ? [{ topic, says, denies }] : [];
  });
}
