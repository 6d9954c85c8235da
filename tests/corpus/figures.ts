/** Figures of the prose reader, printed by `npm run accuracy`: on the labelled passages, on a file of sentences, and what each row decides. */
import { pathToFileURL } from 'node:url';
import { frames, leaveOutFrames } from '../../lib/scan/read/prose/frames.ts';
import { leaveOut, rows, type Row } from '../../lib/scan/read/prose/lexicon/index.ts';
import { tokensOf } from '../../lib/scan/read/prose/tokens.ts';
import { passages, type Passage } from './index.ts';
import { measure, precision, readEntry, recall } from './measure.ts';
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
  for (const real of [false, true])
    for (const part of ['training', 'test'] as const)
      line(
        `${real ? "providers'" : 'our own'}, ${part}`,
        passages.filter((one) => one.part === part && one.real === real),
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

const said = (passage: Passage): string =>
  readEntry(passage)
    .map((one) => `${one.sign}${one.topic}=${one.value ?? ''}`)
    .sort()
    .join(' ');

/** Prints frames and rows of the lexicon that decide fewer than three passages of the training part alone. */
export function ablation(): void {
  const training = passages.filter((one) => one.part === 'training');
  const before = new Map(training.map((one) => [one, said(one)]));
  const words = new Map(training.map((one) => [one, tokensOf(one.text).map((token) => token.word)]));
  const changed = (of: readonly Passage[]) => of.filter((one) => said(one) !== before.get(one)).length;
  console.log('\nframes that decide fewer than three passages alone');
  let few = 0;
  for (const frame of frames) {
    leaveOutFrames(new Set([frame]));
    const topic = frame.topic === 'nogate' ? 'approval' : frame.topic === 'scopes' ? 'scopes' : frame.topic;
    const count = changed(training.filter((one) => before.get(one)?.includes(topic)));
    if (count < ENOUGH) console.log(`  ${count}  ${frame.line}`);
    if (count < ENOUGH) few += 1;
  }
  leaveOutFrames(new Set());
  console.log(`  ${few} of ${frames.length} frames`);
  console.log('\nrows of the lexicon that decide nothing alone');
  const tally = new Map<number, number>();
  for (const row of rows) {
    const count = row.tag === 'stop' ? ENOUGH : decides(row, training, words, changed);
    tally.set(Math.min(count, ENOUGH), (tally.get(Math.min(count, ENOUGH)) ?? 0) + 1);
    if (count === 0) console.log(`  ${row.language} ${row.tag}: ${row.phrase}`);
  }
  leaveOut(new Set());
  console.log(
    `  of ${rows.length} rows ${tally.get(0) ?? 0} decide none, ${(tally.get(1) ?? 0) + (tally.get(2) ?? 0)} one or two, ${tally.get(3) ?? 0} three or more`,
  );
}

function decides(
  row: Row,
  training: readonly Passage[],
  words: ReadonlyMap<Passage, readonly string[]>,
  changed: (of: readonly Passage[]) => number,
): number {
  const [first] = tokensOf(row.phrase.replaceAll('*', ''));
  const of = training.filter((one) => words.get(one)?.some((word) => word.startsWith(first?.word ?? '')));
  if (of.length === 0) return 0;
  leaveOut(new Set([row]));
  return changed(of);
}
