/** Compares what a reader finds in labelled passages with their labels. */
import { readPage } from '../../lib/scan/read/page/index.ts';
import { readStatements } from '../../lib/scan/read/prose/index.ts';
import type { Page, Statement } from '../../lib/scan/types.ts';
import type { Entry } from './entry.ts';

export interface Label {
  sign: string;
  topic: string;
  value: string | null;
}

export interface Count {
  right: number;
  wrong: number;
  missed: number;
}

const label = (word: string): Label => {
  const [topic = '', ...value] = word.slice(1).split('=');
  return { sign: word[0] ?? '', topic, value: word.includes('=') ? value.join('=') : null };
};
const labels = (text = ''): Label[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(label);

const pageOf = (text: string, url = 'https://docs.acme.com/page.md'): Page =>
  readPage({ text, contentType: 'text/markdown', url, evidence: ['x1'] });

/** What the reader says of the API in a passage of Markdown, as labels. */
export const read = (text: string): Label[] => labelsOf(readStatements(pageOf(text)));

/** A passage as a page of the manual that it is from: a provider's own console is not another firm's. */
export const pageOfEntry = ({ text, host }: Entry): Page =>
  pageOf(text, host === undefined ? undefined : `https://${host}/page.md`);

export const readEntry = (one: Entry): Label[] => labelsOf(readStatements(pageOfEntry(one)));

export function labelsOf(statements: readonly Statement[]): Label[] {
  const seen = new Map<string, Label>();
  for (const { topic, polarity, value, subject } of statements)
    if (subject === 'api')
      seen.set(`${polarity} ${topic} ${value ?? ''}`, { sign: polarity === 'affirm' ? '+' : '-', topic, value });
  return [...seen.values()];
}

const meets = (found: Label, wanted: Label) =>
  found.sign === wanted.sign && found.topic === wanted.topic && (wanted.value === null || wanted.value === found.value);
/** What is expected with its value may also be said without: "the token expires" beside "after an hour". */
const vaguer = (found: Label, wanted: Label) =>
  found.value === null && found.sign === wanted.sign && found.topic === wanted.topic;
const shown = (one: Label) => `${one.sign}${one.topic}${one.value === null ? '' : `=${one.value}`}`;

export const precision = ({ right, wrong }: Count) => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recall = ({ right, missed }: Count) => (right + missed === 0 ? 1 : right / (right + missed));

export interface Measure {
  total: Count;
  topics: Map<string, Count>;
  faults: string[];
}

/** Counts of right, wrong and missed statements, in all and by topic, and each fault in one line. */
export function measure(entries: readonly Entry[], found = readEntry): Measure {
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
    const got = found(entry);
    const expected = labels(entry.expect);
    const allowed = labels(entry.also);
    const text = entry.text.replace(/\n/g, '⏎');
    for (const wanted of expected) {
      const hit = got.some((one) => meets(one, wanted));
      add(wanted.topic, hit ? 'right' : 'missed');
      if (!hit) faults.push(`missed ${shown(wanted)}: ${text}`);
    }
    for (const one of got) {
      if ([...expected, ...allowed].some((wanted) => meets(one, wanted) || vaguer(one, wanted))) continue;
      add(one.topic, 'wrong');
      faults.push(`wrong  ${shown(one)}: ${text}`);
    }
  }
  return { total, topics, faults };
}
