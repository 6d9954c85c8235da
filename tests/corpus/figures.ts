/** Figures of the prose reader, printed by `npm run accuracy`: on the labelled passages, on a file of sentences, and what each row decides. */
import { pathToFileURL } from 'node:url';
import { fits, frames, leaveOutFrames } from '../../lib/scan/read/prose/frames.ts';
import { readStatements } from '../../lib/scan/read/prose/index.ts';
import { leaveOut, rows, wordsOf, type Row } from '../../lib/scan/read/prose/lexicon/index.ts';
import { Sentence } from '../../lib/scan/read/prose/sentence.ts';
import { unitsOf } from '../../lib/scan/read/prose/units.ts';
import type { Page } from '../../lib/scan/types.ts';
import { passages, type Passage } from './index.ts';
import { labelsOf, measure, pageOfEntry, precision, recall } from './measure.ts';
import { says } from './meaning.ts';
import { openapiPassages } from './openapi.ts';

/** Fewer texts than this, and a row is a memory rather than a rule. */
const ENOUGH = 3;

const line = (name: string, of: readonly Passage[]): void => {
  if (of.length === 0) return;
  const { total } = measure(of);
  console.log(
    `  ${name.padEnd(27)} ${String(of.length).padStart(5)} passages   precision ${precision(total).toFixed(3)}   recall ${recall(total).toFixed(3)}   (${total.right} right, ${total.wrong} wrong, ${total.missed} missed)`,
  );
};

export function proseFigures(): void {
  console.log('\nprose, statements on labelled passages');
  const kindOf = ({ set, real }: Passage) => (set.startsWith('gathered') ? set : real ? "providers'" : 'our own');
  for (const kind of new Set(passages.map(kindOf)))
    for (const part of ['training', 'test'] as const)
      line(
        `${kind}, ${part}`,
        passages.filter((one) => one.part === part && kindOf(one) === kind),
      );
  const described = openapiPassages();
  for (const batch of new Set(described.map((one) => one.batch)))
    for (const part of ['training', 'test'] as const)
      line(
        `openapi, ${batch}, ${part}`,
        described.filter((one) => one.batch === batch && one.part === part),
      );
}

interface Meant {
  text: string;
  near?: string;
  says: string[];
  not?: string[];
}

/** Runs a module that exports `sentences`, each with what it says and what it does not, by meaning. */
export async function sentenceFigures(file: string): Promise<void> {
  const { sentences } = (await import(pathToFileURL(file).href)) as { sentences: Meant[] };
  let right = 0;
  for (const one of sentences) {
    const missed = one.says.filter((meaning) => !says(one.text, one.near, meaning));
    const wrong = (one.not ?? []).filter((meaning) => says(one.text, one.near, meaning));
    if (missed.length + wrong.length === 0) right += 1;
    else console.log(`  missed [${missed.join(', ')}] wrong [${wrong.join(', ')}]: ${one.text}`);
  }
  console.log(`\nsentences by meaning: ${right} of ${sentences.length} right`);
}

/** A passage of the training part, read once. */
interface Text {
  page: Page;
  sentences: Sentence[];
  words: ReadonlySet<string>;
  list: readonly string[];
  /** What it says with everything in place. */
  before: string;
}

const said = (page: Page): string =>
  labelsOf(readStatements(page))
    .map((one) => `${one.sign}${one.topic}=${one.value ?? ''}`)
    .sort()
    .join(' ');

function textOf(passage: Passage): Text {
  const page = pageOfEntry(passage);
  const texts = new Set(unitsOf(page).flatMap(({ text, heading, before, header }) => [text, heading, before, header]));
  const sentences = [...texts].map((text) => new Sentence(text, 'english'));
  const words = new Set(sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word)));
  return { page, sentences, words, list: [...words], before: said(page) };
}

/** How many of the texts read otherwise now, up to as many as are enough. */
function changed(of: readonly Text[]): number {
  let count = 0;
  for (const { page, before } of of) if (count < ENOUGH && said(page) !== before) count += 1;
  return count;
}

/** Texts that have a row's words: only they can read otherwise without it. */
function having(row: Row, tagged: ReadonlyMap<string, readonly Text[]>): Text[] {
  const words = wordsOf(row);
  return (tagged.get(row.tag) ?? []).filter((text) =>
    words.every(({ key, stem }) => (stem ? text.list.some((word) => word.startsWith(key)) : text.words.has(key))),
  );
}

function printRare(what: string, counted: readonly (readonly [name: string, count: number])[]): void {
  console.log(`\n${what} that decide fewer than three passages alone`);
  for (const [name, count] of counted) if (count < ENOUGH) console.log(`  ${count}  ${name}`);
  const of = (count: number) => counted.filter((one) => one[1] === count).length;
  console.log(
    `  of ${counted.length} ${what} ${of(0)} decide none, ${of(1) + of(2)} one or two, ${of(ENOUGH)} three or more`,
  );
}

/** Prints frames and rows of the lexicons that decide fewer than three passages of the training part alone. */
export function ablation(): void {
  const texts = [...passages, ...openapiPassages()].filter((one) => one.part === 'training').map(textOf);
  const tagged = new Map<string, Text[]>();
  for (const text of texts)
    for (const tag of new Set(text.sentences.flatMap(({ tags }) => [...tags.keys()])))
      tagged.set(tag, [...(tagged.get(tag) ?? []), text]);
  printRare(
    'frames',
    frames.map((frame) => {
      const loose = { ...frame, neverAround: [] };
      const of = texts.filter(({ sentences }) => sentences.some((one) => fits(loose, one, () => true) !== null));
      leaveOutFrames(new Set([frame]));
      return [frame.line, changed(of)];
    }),
  );
  leaveOutFrames(new Set());
  printRare(
    'rows',
    rows
      .filter((row) => row.tag !== 'stop')
      .map((row) => {
        const of = having(row, tagged);
        if (of.length > 0) leaveOut(new Set([row]));
        return [`${row.language} ${row.tag}: ${row.phrase}`, changed(of)];
      }),
  );
  leaveOut(new Set());
}
