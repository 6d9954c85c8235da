/** The words that the interface uses for the ids of a report. One place, so that page, live view and exports speak alike. */
import type { Answer, AntiPatternResult, FlowResult, Report, SignalResult, Tier } from '../lib/scan/schema/report.ts';
import type { Confidence, GrantId, Via } from '../lib/scan/types.ts';
import { shownTier, type Door } from '../lib/scan/schema/scores.ts';
import { answerWords, confidenceWords, grantWords, viaWords } from '../lib/scan/vocabulary.ts';
import type { Shape, Tone } from './status.tsx';

export interface StatusWord {
  word: string;
  shape: Shape;
  tone: Tone;
}

/** The answer in one word, as it is drawn. Green where a program gets in without anybody beside it, also where somebody made its key. */
export const answerStatus: Record<Answer['id'], StatusWord> = {
  yes: { word: answerWords.yes.word, shape: 'full', tone: 'open' },
  key: { word: answerWords.key.word, shape: 'full', tone: 'open' },
  person: { word: answerWords.person.word, shape: 'half', tone: 'partly' },
  no: { word: answerWords.no.word, shape: 'barred', tone: 'wall' },
  unknown: { word: answerWords.unknown.word, shape: 'ring', tone: 'unknown' },
};

/** How people call a score; its code and name stay beside it. */
export const scoreLabel = 'Agent access';

export const signalStatus: Record<SignalResult['status'], StatusWord> = {
  pass: { word: 'Pass', shape: 'full', tone: 'open' },
  partial: { word: 'Partly', shape: 'half', tone: 'partly' },
  fail: { word: 'Fail', shape: 'barred', tone: 'wall' },
  unknown: { word: 'Unknown', shape: 'ring', tone: 'unknown' },
  'n/a': { word: 'Does not apply', shape: 'dash', tone: 'unknown' },
};

export const antiPatternStatus: Record<AntiPatternResult['status'], StatusWord> = {
  present: { word: 'Present', shape: 'barred', tone: 'wall' },
  absent: { word: 'Not found', shape: 'full', tone: 'open' },
  unknown: { word: 'Unknown', shape: 'ring', tone: 'unknown' },
};

export const checklistStatus: Record<Report['checklist'][number]['status'], StatusWord> = {
  done: { word: 'Done', shape: 'full', tone: 'open' },
  todo: { word: 'To do', shape: 'barred', tone: 'wall' },
  unknown: { word: 'Unknown', shape: 'ring', tone: 'unknown' },
};

export const offered: Record<FlowResult['offered'], StatusWord> = {
  yes: { word: 'Offered', shape: 'full', tone: 'open' },
  no: { word: 'Not offered', shape: 'dash', tone: 'unknown' },
  unknown: { word: 'Unknown', shape: 'ring', tone: 'unknown' },
};

export const tierName: Record<Tier, string> = {
  platinum: 'Platinum',
  gold: 'Gold',
  silver: 'Silver',
  bronze: 'Bronze',
  'not ready': 'Not ready',
};

/** The tier's name as a word, or null where there is no score. */
export function tierWord(tier: Tier | null): string | null {
  return tier && tierName[tier];
}

/** What stands beside a score in lists: the answer in one word; where a report has none, the tier if it may be shown. */
export function standingWord({ tier, ...door }: Door & { tier: Tier | null }): string | null {
  return door.answer === null ? tierWord(shownTier(tier, door)) : answerWords[door.answer].word;
}

/** What a flow asks of people, whoever offers it. */
export const flowVerdict: Record<FlowResult['verdict'], { word: string; tone: Tone }> = {
  'agent-friendly': { word: 'No person needed', tone: 'open' },
  'human-once': { word: 'A person, once', tone: 'partly' },
  'human-each-time': { word: 'A person, each time', tone: 'wall' },
  deprecated: { word: 'Deprecated', tone: 'wall' },
};

export const flowName = Object.fromEntries(Object.entries(grantWords).map(([id, { name }]) => [id, name])) as Record<
  GrantId,
  string
>;

/** How sure a finding is, strongest first (DESIGN §1), and what the word means. */
export const confidenceMeaning = Object.fromEntries(
  Object.entries(confidenceWords).map(([id, { meaning }]) => [id, meaning]),
) as Record<Confidence, string>;

export const viaWord: Record<Via, string> = viaWords;

export const effortWord: Record<Report['fixes'][number]['effort'], string> = {
  minutes: 'minutes of work',
  hours: 'hours of work',
  days: 'days of work',
};

export { counted as count } from '../lib/scan/counted.ts';

/** Milliseconds as a reader says them: `840 ms`, `2.4 s`, `1 min 12 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Bytes as a reader says them: `912 B`, `14 kB`, `1.2 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const outcomeWords: Record<Report['outcome'], string> = {
  scored: 'Scored',
  'no-api': 'No API found',
  blocked: 'Could not tell',
  unreachable: 'Not reached',
  refused: 'Asked to stay out',
};

/** How a scan without a score ended. */
export function outcomeWord(outcome: string | null): string {
  return outcome !== null && Object.hasOwn(outcomeWords, outcome)
    ? outcomeWords[outcome as Report['outcome']]
    : 'Unknown';
}

/** How a scan ended, in a word for lists: the answer where it has a score. */
export function resultWord(scan: Door & { tier: Tier | null; d7: number | null; outcome: string | null }): string {
  return (scan.d7 === null ? null : standingWord(scan)) ?? outcomeWord(scan.outcome);
}
