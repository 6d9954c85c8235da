/** The words that the interface uses for the ids of a report. One place, so that page, live view and exports speak alike. */
import type { AntiPatternResult, FlowResult, Report, SignalResult, Tier } from '../lib/scan/report/schema.ts';
import type { Confidence, GrantId, Via } from '../lib/scan/types.ts';
import type { Shape, Tone } from './status.tsx';

export interface StatusWord {
  word: string;
  shape: Shape;
  tone: Tone;
}

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

export const tierName: Record<Tier, string> = { platinum: 'Platinum', gold: 'Gold', silver: 'Silver', bronze: 'Bronze', 'not ready': 'Not ready' };

/** The tier's name as a word, or null where there is no score. */
export function tierWord(tier: Tier | null): string | null {
  return tier && tierName[tier];
}

/** What a flow asks of people, whoever offers it. */
export const flowVerdict: Record<FlowResult['verdict'], { word: string; tone: Tone }> = {
  'agent-friendly': { word: 'No person needed', tone: 'open' },
  'human-once': { word: 'A person, once', tone: 'partly' },
  'human-each-time': { word: 'A person, each time', tone: 'wall' },
  deprecated: { word: 'Deprecated', tone: 'wall' },
};

export const flowName: Record<GrantId, string> = {
  authorization_code: 'Authorization code',
  authorization_code_pkce: 'Authorization code with PKCE',
  implicit: 'Implicit',
  client_credentials: 'Client credentials',
  password: 'Resource owner password',
  device_code: 'Device code',
  refresh_token: 'Refresh token',
  jwt_bearer: 'JWT bearer',
  token_exchange: 'Token exchange',
};

/** How sure a finding is, strongest first (DESIGN §1), and what the word means. */
export const confidenceMeaning: Record<Confidence, string> = {
  verified: 'done with credentials',
  observed: 'the behaviour of the target itself',
  declared: 'a machine-readable document says so',
  documented: 'the documentation says so',
  inferred: 'concluded from other findings',
};

export const viaWord: Record<Via, string> = {
  target: 'the address you gave',
  challenge: 'a WWW-Authenticate challenge',
  metadata: 'published metadata',
  description: 'an API description',
  'api-catalog': 'an API catalog',
  link: 'a Link header',
  'docs-sample': 'a code sample in the documentation',
  'docs-text': 'the text of the documentation',
  'llms-txt': 'llms.txt',
  'page-script': 'a script on the site',
  'page-link': 'a link on the site',
  sitemap: 'the sitemap',
  subdomain: 'a usual name under the domain',
  convention: 'a usual path',
};

export const effortWord: Record<Report['fixes'][number]['effort'], string> = {
  minutes: 'minutes of work',
  hours: 'hours of work',
  days: 'days of work',
};

/** `1 request`, `14 requests`, `12,400 requests`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

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
  scored: 'Scored', 'no-api': 'No API found', blocked: 'Blocked', unreachable: 'Not reached', refused: 'Asked to stay out',
};

/** How a scan without a score ended. */
export function outcomeWord(outcome: string | null): string {
  return outcome !== null && Object.hasOwn(outcomeWords, outcome) ? outcomeWords[outcome as Report['outcome']] : 'Unknown';
}
