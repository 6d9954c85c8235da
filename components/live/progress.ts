/** A running scan as the live page shows it, worked out from its stored steps alone: a reload shows the same. */
import type { Step } from '../../lib/present.ts';
import type { JourneyStep } from '../../lib/scan/types.ts';
import { steps, type Station } from '../journey.ts';

export interface FoundThing {
  seq: number;
  text: string;
  url: string | null;
  wall: boolean;
}

/** One step as the log tells it: a request, something found, or a new stage. */
export interface LogLine {
  seq: number;
  ms: number;
  requests: number;
  text: string;
  url: string | null;
  /** A request, not what came of it. */
  quiet: boolean;
}

export interface Progress {
  stations: Station[];
  /** Every step, newest first. */
  log: LogLine[];
  found: Record<JourneyStep, FoundThing[]>;
  /** What the worker is doing, in its own words; empty before the first step. */
  doing: string;
  requests: number;
  ms: number;
  last: number;
}

const noThings = (): Progress['found'] => ({
  find: [],
  understand: [],
  'get-credential': [],
  'get-token': [],
  call: [],
});
const mostThings = 40;

/** Reads the steps of the latest attempt; earlier attempts were cut short and count for nothing. */
export function progressOf(events: readonly Step[]): Progress {
  const attempt = Math.max(0, ...events.map((event) => event.attempt));
  const current = events.filter((event) => event.attempt === attempt);
  const found = noThings();
  let doing = '';
  for (const { seq, data } of current) {
    if (data.type === 'stage') doing = data.text;
    else if (data.type !== 'request' && found[data.step].length < mostThings)
      found[data.step].push({ seq, text: data.text, url: data.url, wall: data.type === 'wall' });
  }
  const lastEvent = current.at(-1);
  return {
    stations: stationsWhile(found, current.length > 0),
    found,
    log: current
      .map(({ seq, data }) => ({
        seq,
        ms: data.ms,
        requests: data.requests,
        text: data.text,
        url: data.type === 'stage' ? null : data.url,
        quiet: data.type === 'request',
      }))
      .toReversed(),
    doing,
    requests: Math.max(0, ...current.map(({ data }) => data.requests)),
    ms: Math.max(0, ...current.map(({ data }) => data.ms)),
    last: lastEvent ? Math.max(...events.map(({ seq }) => seq)) : 0,
  };
}

/** A step is reached when something was found there, or behind it; the first one without anything is where the agent looks now. */
function stationsWhile(found: Progress['found'], running: boolean): Station[] {
  const walls = steps.map(({ step }) => found[step].findLast(({ wall }) => wall)?.text ?? null);
  const wallAt = walls.findIndex((wall) => wall !== null);
  const reached = wallAt >= 0 ? wallAt : steps.findLastIndex(({ step }) => found[step].length > 0);
  return steps.map(({ step, name }, index) => {
    const last = found[step].findLast(({ wall }) => !wall);
    const state =
      index === wallAt
        ? 'blocked'
        : wallAt >= 0 && index > wallAt
          ? 'beyond'
          : index <= reached
            ? 'ok'
            : index === reached + 1 && running
              ? 'active'
              : 'pending';
    return {
      step,
      name,
      state,
      note: last?.text ?? '',
      wall: state === 'blocked' ? (walls[index]?.slice(0, 40) ?? null) : null,
    };
  });
}

/** A scan is stopped after this many seconds (docs/safety.md). */
const longestScanS = 45;

/**
 * What is left of a scan that has run for `elapsed` seconds: by the usual time of past scans while it keeps to that, then by the time that none
 * may exceed.
 */
export function timeLeft(elapsed: number, usualMs: number | null): string {
  const usual = usualMs === null ? longestScanS : Math.min(longestScanS, usualMs / 1000);
  const left = Math.ceil(usual - elapsed);
  if (left > 0) return usualMs === null ? `at most ${left} s left` : `about ${left} s left`;
  const most = Math.ceil(longestScanS - elapsed);
  return most > 0 ? `at most ${most} s left` : 'ending';
}

/** Adds steps that arrived, each once, in order, whatever the connection repeated. */
export function withSteps(known: readonly Step[], arrived: readonly Step[]): Step[] {
  const bySeq = new Map([...known, ...arrived].map((step) => [step.seq, step]));
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
}
