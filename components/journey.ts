/** The agent's five steps as the walk draws them. No React here: the live page, the report and later the badge share it. */
import type { Report } from '../lib/scan/schema/report.ts';
import type { JourneyStep } from '../lib/scan/types.ts';

/** `pending` and `active` exist only while a scan runs; `beyond` lies behind a wall, where nobody looked with an agent's hands. */
export type StationState = 'ok' | 'blocked' | 'unknown' | 'pending' | 'active' | 'beyond';

export interface Station {
  step: JourneyStep;
  name: string;
  state: StationState;
  /** One or two sentences about what was seen there; empty while nothing is known. */
  note: string;
  /** What the wall is, in two or three words: `login page`. Set only where the state is `blocked`. */
  wall: string | null;
}

export const steps: readonly { step: JourneyStep; name: string; does: string }[] = [
  { step: 'find', name: 'Find', does: 'finds the API' },
  {
    step: 'understand',
    name: 'Understand',
    does: 'understands how to authenticate',
  },
  {
    step: 'get-credential',
    name: 'Get a credential',
    does: 'gets a credential',
  },
  {
    step: 'get-token',
    name: 'Get a token',
    does: 'gets a token',
  },
  {
    step: 'call',
    name: 'Call',
    does: 'calls the API',
  },
];

const longestWall = 40;

/** The stations of a finished report. Whatever lies behind the first wall is `beyond`, also where a judge found it in order. */
export function stationsOf(journey: Report['journey']): Station[] {
  let stopped = false;
  return steps.map(({ step, name }) => {
    const judged = journey.find((item) => item.step === step);
    const state: StationState = stopped ? 'beyond' : (judged?.status ?? 'unknown');
    if (state === 'blocked') stopped = true;
    return {
      step,
      name,
      state,
      note: withoutScheme(judged?.summary ?? ''),
      wall: state === 'blocked' ? clip(judged?.wall ?? 'stops here') : null,
    };
  });
}

/** The walk that ends at step number `wallAt` (from 0) with that wall; -1: nothing stops it. */
export function exampleStations(wallAt: number, wall: string): Station[] {
  return steps.map(({ step, name }, index) => ({
    step,
    name,
    note: '',
    state: wallAt < 0 || index < wallAt ? 'ok' : index === wallAt ? 'blocked' : 'beyond',
    wall: index === wallAt ? wall : null,
  }));
}

/** A column of the walk is narrow, and every address in it begins alike. */
function withoutScheme(text: string): string {
  return text.replace(/\bhttps?:\/\//g, '');
}

const longestNote = 120;

/** A note as a column of the walk holds it: cut between two words, never inside one. The whole of it stands with its finding. */
export function inBrief(note: string): string {
  if (note.length <= longestNote) return note;
  const end = note.lastIndexOf(' ', longestNote);
  return end <= 0 ? note : `${note.slice(0, end).replace(/[\s,;:.(“]+$/u, '')} …`;
}

/** Cuts text of a target to what fits beside the wall. */
function clip(text: string): string {
  return text.length <= longestWall ? text : `${text.slice(0, longestWall - 1).trimEnd()}…`;
}

/**
 * Where the line ends, and so how the door is drawn: `open` when every station was passed, shut at a `wall`, ajar while one is `unknown`. The
 * answer of a report says the same (lib/scan/judge/answer.ts); `running` exists only while a scan walks.
 */
export type End = 'open' | 'wall' | 'unknown' | 'running';
export function endOf(stations: readonly Station[]): End {
  if (stations.some(({ state }) => state === 'blocked')) return 'wall';
  if (stations.some(({ state }) => state === 'pending' || state === 'active')) return 'running';
  return stations.every(({ state }) => state === 'ok') ? 'open' : 'unknown';
}

/** The drawing as one sentence, for readers who do not see it. */
export function sentenceOf(stations: readonly Station[]): string {
  const wall = stations.find(({ state }) => state === 'blocked');
  const passed = stations.filter(({ state }) => state === 'ok');
  const unclear = stations.filter(({ state }) => state === 'unknown');
  const does = (list: readonly Station[]) =>
    join(list.map(({ step }) => steps.find((item) => item.step === step)?.does ?? step));
  const way = passed.length > 0 ? `The agent ${does(passed)}` : 'The agent takes no step that could be confirmed';
  if (wall)
    return `${way}, then stops at “${wall.name}”: ${wall.wall ?? 'a wall'}.${unclear.length > 0 ? ` Nothing published says whether it gets past ${names(unclear)}.` : ''}`;
  if (endOf(stations) === 'running')
    return passed.length > 0 ? `${way} so far. The scan is still walking.` : 'The scan is setting out.';
  if (unclear.length > 0)
    return `${way}. Nothing published says whether it gets past ${names(unclear)}. The door is ajar.`;
  return `${way}. Nothing on the way needs a person: the door is open.`;
}

/** What the drawing means, in a line below it. */
export function captionOf(stations: readonly Station[]): string {
  const wall = stations.find(({ state }) => state === 'blocked');
  const unclear = stations.filter(({ state }) => state === 'unknown');
  const line = 'The line is solid as far as an agent gets.';
  if (wall) return `${line} Here it ends at “${wall.name}”: ${wall.wall ?? 'a wall'}. The door stays shut.`;
  if (unclear.length > 0)
    return `${line} Here nothing published says whether it gets past ${names(unclear)}. The door is ajar.`;
  return `${line} Here it leads all the way, and the door is open.`;
}

const names = (stations: readonly Station[]) => join(stations.map(({ name }) => `“${name}”`));

function join(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
