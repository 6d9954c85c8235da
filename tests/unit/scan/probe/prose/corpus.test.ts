import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../../lib/scan/discover/page.ts';
import { readStatements } from '../../../../../lib/scan/probe/prose/index.ts';
import { accepts } from '../../../../corpus/accepts.ts';
import { credentials } from '../../../../corpus/credentials.ts';
import type { Entry } from '../../../../corpus/entry.ts';
import { grants } from '../../../../corpus/grants.ts';
import { heldOut } from '../../../../corpus/held-out.ts';
import { heldOut2 } from '../../../../corpus/held-out-2.ts';
import { heldOut3 } from '../../../../corpus/held-out-3.ts';
import { heldOut4 } from '../../../../corpus/held-out-4.ts';
import { heldOut5 } from '../../../../corpus/held-out-5.ts';
import { languages } from '../../../../corpus/languages.ts';
import { life } from '../../../../corpus/life.ts';
import { limits } from '../../../../corpus/limits.ts';
import { manners } from '../../../../corpus/manners.ts';

interface Label {
  sign: string;
  topic: string;
  value: string | null;
}

const label = (word: string): Label => {
  const [topic = '', ...value] = word.slice(1).split('=');
  return { sign: word[0] ?? '', topic, value: word.includes('=') ? value.join('=') : null };
};
const labels = (text = ''): Label[] => text.split(/\s+/).filter((word) => word !== '').map(label);

/** What the reader finds in one entry, as labels. */
function read(entry: Entry): Label[] {
  const page = readPage({ text: entry.text, contentType: 'text/markdown', url: 'https://docs.acme.com/page.md', evidence: ['x1'] });
  const seen = new Map<string, Label>();
  for (const { topic, polarity, value } of readStatements(page)) seen.set(`${polarity} ${topic} ${value ?? ''}`, { sign: polarity === 'affirm' ? '+' : '-', topic, value });
  return [...seen.values()];
}

const meets = (found: Label, wanted: Label) => found.sign === wanted.sign && found.topic === wanted.topic && (wanted.value === null || wanted.value === found.value);

interface Count {
  right: number;
  wrong: number;
  missed: number;
}

function measure(entries: readonly Entry[]): { total: Count; topics: Map<string, Count>; faults: string[] } {
  const topics = new Map<string, Count>();
  const total: Count = { right: 0, wrong: 0, missed: 0 };
  const faults: string[] = [];
  const add = (topic: string, what: keyof Count) => {
    const count = topics.get(topic) ?? { right: 0, wrong: 0, missed: 0 };
    count[what] += 1;
    total[what] += 1;
    topics.set(topic, count);
  };
  for (const entry of entries) {
    const found = read(entry);
    const expected = labels(entry.expect);
    const allowed = labels(entry.also);
    for (const wanted of expected) {
      const hit = found.some((one) => meets(one, wanted));
      add(wanted.topic, hit ? 'right' : 'missed');
      if (!hit) faults.push(`missed ${wanted.sign}${wanted.topic}${wanted.value === null ? '' : `=${wanted.value}`}: ${entry.text}`);
    }
    for (const one of found) {
      if ([...expected, ...allowed].some((wanted) => meets(one, wanted))) continue;
      add(one.topic, 'wrong');
      faults.push(`wrong  ${one.sign}${one.topic}${one.value === null ? '' : `=${one.value}`}: ${entry.text}`);
    }
  }
  return { total, topics, faults };
}

const precision = ({ right, wrong }: Count) => (right + wrong === 0 ? 1 : right / (right + wrong));
const recall = ({ right, missed }: Count) => (right + missed === 0 ? 1 : right / (right + missed));

function print(name: string, entries: readonly Entry[], result: ReturnType<typeof measure>): void {
  const rows = [...result.topics].sort(([a], [b]) => a.localeCompare(b)).map(([topic, count]) => `  ${topic.padEnd(32)} precision ${precision(count).toFixed(3)}  recall ${recall(count).toFixed(3)}  (${count.right} right, ${count.wrong} wrong, ${count.missed} missed)`);
  console.log([`${name}: ${entries.length} entries, precision ${precision(result.total).toFixed(3)}, recall ${recall(result.total).toFixed(3)}`, ...rows, ...result.faults.map((fault) => `  ${fault.replace(/\n/g, '⏎')}`)].join('\n'));
}

const corpus: readonly Entry[] = [...grants, ...accepts, ...credentials, ...life, ...limits, ...languages, ...manners];

// The first page that is read compiles every pattern, which takes seconds on a busy machine.
describe('the prose reader on a labelled corpus', { timeout: 60_000 }, () => {
  test('corpus: precision at least 0.97, recall at least 0.9, over at least 300 entries', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(new Set(corpus.map((one) => one.text)).size).toBe(corpus.length);
    const result = measure(corpus);
    print('corpus', corpus, result);
    expect(precision(result.total)).toBeGreaterThanOrEqual(0.97);
    expect(recall(result.total)).toBeGreaterThanOrEqual(0.9);
  });

  test('held-out: sentences written before the rules ran', () => {
    const result = measure(heldOut);
    print('held-out', heldOut, result);
    expect(heldOut.some((one) => corpus.some((other) => other.text === one.text))).toBe(false);
    // A floor against regression; the printed figures are what counts.
    expect(precision(result.total)).toBeGreaterThanOrEqual(0.95);
    expect(recall(result.total)).toBeGreaterThanOrEqual(0.9);
  });

  test('held-out-2: eighty more providers', () => {
    expect(heldOut2.length).toBeGreaterThanOrEqual(200);
    expect(heldOut2.some((one) => corpus.some((other) => other.text === one.text) || heldOut.some((other) => other.text === one.text))).toBe(false);
    const result = measure(heldOut2);
    print('held-out-2', heldOut2, result);
    expect(precision(result.total)).toBeGreaterThanOrEqual(0.95);
    expect(recall(result.total)).toBeGreaterThanOrEqual(0.9);
  });

  test('held-out-3: written after the rules had learned from held-out-2', () => {
    const earlier = new Set([...corpus, ...heldOut, ...heldOut2].map((one) => one.text));
    expect(heldOut3.some((one) => earlier.has(one.text))).toBe(false);
    const result = measure(heldOut3);
    print('held-out-3', heldOut3, result);
    expect(precision(result.total)).toBeGreaterThanOrEqual(0.95);
    expect(recall(result.total)).toBeGreaterThanOrEqual(0.9);
  });

  test('held-out-4: whole sections of seventy more providers', () => {
    const earlier = new Set([...corpus, ...heldOut, ...heldOut2, ...heldOut3].map((one) => one.text));
    expect(heldOut4.some((one) => earlier.has(one.text))).toBe(false);
    const result = measure(heldOut4);
    print('held-out-4', heldOut4, result);
    expect(precision(result.total)).toBeGreaterThanOrEqual(0.95);
    expect(recall(result.total)).toBeGreaterThanOrEqual(0.9);
  });

  test('held-out-5: labelled after the rules had learned from held-out-4', () => {
    const earlier = new Set([...corpus, ...heldOut, ...heldOut2, ...heldOut3, ...heldOut4].map((one) => one.text));
    expect(heldOut5.some((one) => earlier.has(one.text))).toBe(false);
    const result = measure(heldOut5);
    print('held-out-5', heldOut5, result);
    expect(precision(result.total)).toBeGreaterThanOrEqual(0.95);
    expect(recall(result.total)).toBeGreaterThanOrEqual(0.9);
  });
});
