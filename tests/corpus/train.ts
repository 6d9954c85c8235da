/**
 * Trains the linear model of the prose reader (`npm run accuracy -- --train`) on the training part alone: logistic regression that drives the weights
 * of features that tell nothing to zero (FTRL-Proximal, McMahan et al. 2013). A passage says a topic when its likeliest sentence does. The thresholds
 * come from five-fold cross-validation, in which passages of one firm stay together. Runs are alike: the order is drawn by a fixed generator, and
 * weights are rounded.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPage } from '../../lib/scan/read/page/index.ts';
import { featuresOf, MODELLED } from '../../lib/scan/read/prose/model.ts';
import { claimsOf, Reading } from '../../lib/scan/read/prose/read.ts';
import { unitsOf } from '../../lib/scan/read/prose/units.ts';
import { fraction } from './drawn.ts';
import { passages, type Passage } from './index.ts';
import { openapiPassages } from './openapi.ts';

interface Sentence {
  /** Features, as numbers. */
  features: readonly number[];
  /** Topics that frames and patterns affirm. */
  claimed: ReadonlySet<string>;
}

interface Example {
  sentences: Sentence[];
  expect: ReadonlySet<string>;
  also: ReadonlySet<string>;
  fold: number;
  /** How much it counts in training, and for the thresholds. */
  weight: number;
  counts: number;
}

const ROUNDS = 15;
const SEEDS = [7, 11, 13, 17, 19];
const RATE = 0.1;
/** How much a feature must tell before it gets a weight (L1), and how weights are held small (L2). */
const SPARSE = 0.7;
const SMALL = 1;
const FOLDS = 5;
/** A feature in fewer sentences than this tells of those alone. */
const RARE = 6;
/** What a wrong claim costs in claims that are lost: of the frames, and of the model alone. */
const COST = 1;
const COST_ALONE = 3;
/** The weight of sentences that decide reports: none of them is silenced. */
const DECIDES = 3;
/** How far below the lowest of their sums a claim is still let stand. */
const MARGIN = 0.3;
/** Grants are called by their names: the model adds none, and silences one only below this sum. */
const isNamed = (topic: string) => topic.startsWith('grant:');
const BEYOND_DOUBT = -3;
/** With fewer right claims than this, nothing is known of when they are wrong. */
const ENOUGH = 20;
/** The weight of a claim by its strength before anything was learned. */
const PRIOR: Record<string, number> = { 3: 5, 2: 4, 1: 3 };
/** Weights below this change nothing. */
const LEAST = 0.08;

const topicsIn = (labels = ''): Set<string> =>
  new Set(labels.split(/\s+/).flatMap((word) => (word.startsWith('+') ? [word.slice(1).split('=')[0] ?? ''] : [])));

function sentencesOf({ text, host = 'docs.acme.com' }: Passage): { names: string[]; claimed: Set<string> }[] {
  const page = readPage({ text, contentType: 'text/markdown', url: `https://${host}/page.md`, evidence: ['x1'] });
  const reading = new Reading('english', host);
  return unitsOf(page)
    .slice(0, 24)
    .flatMap((unit) => {
      const claims = claimsOf(unit, reading);
      if (!claims.plain) return [];
      const claimed = claims.found.flatMap(({ topic, polarity }) => (polarity === 'affirm' ? [topic] : []));
      return [{ names: featuresOf({ kind: unit.kind, ...claims }), claimed: new Set<string>(claimed) }];
    });
}

function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

interface Fit {
  bias: number;
  weights: Float64Array;
}

function sumOf({ bias, weights }: Fit, { features }: Sentence): number {
  let sum = bias;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/** The mean of several searches, each in an order of its own: one order alone decides too much. */
function fit(examples: readonly Example[], topic: string, names: readonly string[]): Fit {
  const mean: Fit = { bias: 0, weights: new Float64Array(names.length) };
  for (const seed of SEEDS) {
    const { bias, weights } = search(examples, topic, names, seed);
    mean.bias += bias / SEEDS.length;
    weights.forEach((weight, index) => {
      mean.weights[index] = (mean.weights[index] ?? 0) + weight / SEEDS.length;
    });
  }
  return mean;
}

function search(examples: readonly Example[], topic: string, names: readonly string[], seed: number): Fit {
  const size = names.length;
  /** Where the search begins, and what it is held near: what a frame claims is so. */
  const prior = Float64Array.from(names, (name) => PRIOR[name.startsWith(`@${topic}/`) ? name.slice(-1) : ''] ?? 0);
  const made: Fit = { bias: -2, weights: prior.slice() };
  const pulls = new Float64Array(size);
  const squares = new Float64Array(size);
  let biasSquares = 0;
  const next = generator(seed);
  const use = examples.filter((one) => !one.also.has(topic) && one.sentences.length > 0);
  for (let round = 0; round < ROUNDS * use.length; round += 1) {
    const example = use[Math.floor(next() * use.length)];
    if (example === undefined) continue;
    const { weights } = made;
    const sums = example.sentences.map((sentence) => sumOf(made, sentence));
    const sum = Math.max(...sums);
    const slope = (1 / (1 + Math.exp(-sum)) - (example.expect.has(topic) ? 1 : 0)) * example.weight;
    for (const feature of example.sentences[sums.indexOf(sum)]?.features ?? []) {
      const before = squares[feature] ?? 0;
      const after = before + slope * slope;
      const pull =
        (pulls[feature] ?? 0) +
        slope -
        ((Math.sqrt(after) - Math.sqrt(before)) / RATE) * ((weights[feature] ?? 0) - (prior[feature] ?? 0));
      pulls[feature] = pull;
      squares[feature] = after;
      weights[feature] =
        (prior[feature] ?? 0) +
        (Math.abs(pull) <= SPARSE ? 0 : -(pull - Math.sign(pull) * SPARSE) / ((1 + Math.sqrt(after)) / RATE + SMALL));
    }
    biasSquares += slope * slope;
    made.bias -= (0.2 * slope) / Math.sqrt(biasSquares + 1e-6);
  }
  return made;
}

interface Judged {
  sum: number;
  right: boolean;
  counts: number;
}

/** The sum above which claims do most good: a right one counts 1, a wrong one its cost. */
function threshold(judged: Judged[], cost: number): number {
  judged.sort((a, b) => b.sum - a.sum);
  let best = 0;
  let good = 0;
  let at = Infinity;
  judged.forEach(({ sum, right, counts }, index) => {
    good += (right ? 1 : -cost) * counts;
    const next = judged[index + 1]?.sum ?? sum - 1;
    if (good > best && next < sum) {
      best = good;
      at = (sum + next) / 2;
    }
  });
  return at;
}

interface Thresholds {
  add: number;
  keep: number;
  /** What they would have made of the providers' passages, out of fold. */
  right: number;
  wrong: number;
  missed: number;
}

/** The thresholds of a topic, from sums that a model made of examples which it was not trained on. */
function thresholds(examples: readonly Example[], topic: string, names: readonly string[]): Thresholds {
  const claimed: Judged[] = [];
  const free: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const made = fit(
      examples.filter((one) => one.fold !== fold),
      topic,
      names,
    );
    for (const example of examples) {
      if (example.fold !== fold || example.also.has(topic) || example.sentences.length === 0) continue;
      const { counts } = example;
      const right = example.expect.has(topic);
      const sumsOf = (sentences: readonly Sentence[]) => Math.max(...sentences.map((one) => sumOf(made, one)));
      const claiming = example.sentences.filter((one) => one.claimed.has(topic));
      if (claiming.length > 0) claimed.push({ sum: sumsOf(claiming), right, counts });
      else free.push({ sum: sumsOf(example.sentences), right, counts });
    }
  }
  const add = isNamed(topic) ? Infinity : threshold(free, COST_ALONE);
  const keep = claimed.filter((one) => one.right).length < ENOUGH ? -Infinity : threshold(claimed, COST);
  const real = [claimed.filter((one) => one.counts > 1), free.filter((one) => one.counts > 1)] as const;
  const above = (judged: readonly Judged[], least: number, right: boolean) =>
    judged.filter((one) => one.right === right && one.sum > least).length;
  const right = above(real[0], keep, true) + above(real[1], add, true);
  const wrong = above(real[0], keep, false) + above(real[1], add, false);
  return { add, keep, right, wrong, missed: [...real[0], ...real[1]].filter((one) => one.right).length - right };
}

/** The sum below which no right claim lies of those that decide reports. */
function lowest(made: Fit, examples: readonly Example[], topic: string): number {
  const sums = examples
    .filter((one) => one.weight === DECIDES && one.expect.has(topic))
    .flatMap(({ sentences }) => {
      const claiming = sentences.filter((one) => one.claimed.has(topic));
      return claiming.length === 0 ? [] : [Math.max(...claiming.map((one) => sumOf(made, one)))];
    });
  return Math.min(...sums) - MARGIN;
}

const hundredths = (value: number) => Math.round(value * 100);
const firm = (origin: string) => origin.replace(/\.json$|\/.*/, '');

export function train(): void {
  const described = openapiPassages();
  const all = [...passages, ...described].filter((one) => one.part === 'training');
  const words = all.map(sentencesOf);
  const tally = new Map<string, number>();
  for (const passage of words)
    for (const { names } of passage) for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
  const names = [...tally].flatMap(([name, count]) => (count >= RARE ? [name] : [])).sort();
  const numbers = new Map(names.map((name, index) => [name, index]));
  const isDescribed = new Set<Passage>(described);
  const claimed = new Set<Passage>(described.filter((one) => one.batch === 'claimed'));
  const examples = all.map((one, index): Example => ({
    expect: topicsIn(one.expect),
    also: topicsIn(one.also),
    fold: Math.floor(
      fraction(isDescribed.has(one) ? firm(one.origin) : one.set.startsWith('gathered') ? one.origin : one.text) *
        FOLDS,
    ),
    // Frames were made for our own sentences, so that they are right there more often than elsewhere; and single sentences of pages decide reports.
    weight: one.set === 'pages' ? DECIDES : one.real && !claimed.has(one) && one.set !== 'real manuals' ? 2 : 1,
    counts: claimed.has(one) ? 0.5 : one.real ? 2 : 1,
    sentences: (words[index] ?? []).map((sentence) => ({
      claimed: sentence.claimed,
      features: sentence.names.flatMap((name) => numbers.get(name) ?? []),
    })),
  }));
  let kept = 0;
  const total = { right: 0, wrong: 0, missed: 0 };
  const features = new Map<string, string>();
  const voices = MODELLED.map((topic, index) => {
    const { add, keep: doubt, ...out } = thresholds(examples, topic, names);
    for (const key of ['right', 'wrong', 'missed'] as const) total[key] += out[key];
    const made = fit(examples, topic, names);
    const keep = Math.min(doubt, lowest(made, examples, topic), isNamed(topic) ? BEYOND_DOUBT : Infinity);
    let own = 0;
    names.forEach((name, number) => {
      const weight = made.weights[number] ?? 0;
      if (Math.abs(weight) < LEAST) return;
      features.set(name, `${features.get(name) ?? ''}${String.fromCharCode(97 + index)}${hundredths(weight)}`);
      own += 1;
    });
    kept += own;
    console.log(
      `  ${topic.padEnd(26)} claims above ${add.toFixed(2)}, is silent below ${keep.toFixed(2)}, ${own} features; out of fold ${out.right} right, ${out.wrong} wrong, ${out.missed} missed`,
    );
    const rounded = {
      bias: hundredths(made.bias) / 100,
      add: Number.isFinite(add) ? hundredths(add) / 100 : null,
      keep: Number.isFinite(keep) ? hundredths(keep) / 100 : -99,
    };
    return `    ${JSON.stringify(topic)}: ${JSON.stringify(rounded)}`;
  });
  const told = [...features].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
  writeFileSync(
    fileURLToPath(new URL('../../lib/scan/read/prose/weights.json', import.meta.url)),
    `{\n  "topics": {\n${voices.join(',\n')}\n  },\n  "features": ${JSON.stringify(told.join(' '))}\n}\n`,
  );
  console.log(
    `  ${kept} weights of ${names.length} features; precision ${(total.right / (total.right + total.wrong)).toFixed(3)}, recall ${(total.right / (total.right + total.missed)).toFixed(3)} out of fold`,
  );
}
