'use client';
/** Follows a scan: server-sent events first, and polling where events do not come through. */
import { useEffect, useState } from 'react';
import type { ScanState, Step } from '../../lib/present.ts';
import { withSteps } from './progress.ts';

const pollEvery = 2000;
/** Broken connections in a row after which events are given up. */
const mostBreaks = 3;
/** The server pings every 15 s: silence for longer means that something in between holds the stream back. */
const longestSilence = 25_000;

export interface Followed {
  steps: Step[];
  state: ScanState;
  /** Milliseconds since 1970 at which a worker took it; null while it waits. */
  since: number | null;
  /** False while the server cannot be reached. */
  connected: boolean;
}

/** Keeps `steps` and `state` up to date until the scan is done or has failed. */
export function useScan(id: string, initial: { steps: Step[]; state: ScanState; since: number | null }): Followed {
  const [followed, setFollowed] = useState<Followed>({ ...initial, connected: true });
  useEffect(() => {
    if (initial.state.status === 'done' || initial.state.status === 'failed') return;
    let last = initial.steps.at(-1)?.seq ?? 0;
    let over = false;
    let breaks = 0;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const take = (change: { steps?: Step[]; state?: ScanState }) => {
      last = Math.max(last, ...(change.steps ?? []).map(({ seq }) => seq));
      setFollowed((before) => ({
        steps: change.steps ? withSteps(before.steps, change.steps) : before.steps,
        state: change.state ?? before.state,
        since: change.state?.status === 'running' ? (before.since ?? Date.now()) : before.since,
        connected: true,
      }));
      if (change.state?.status === 'done' || change.state?.status === 'failed') {
        over = true;
        source?.close();
        clearTimeout(timer);
      }
    };

    const poll = async () => {
      try {
        const answer = await fetch(`/api/v1/scans/${id}?after=${last}`, { headers: { accept: 'application/json' } });
        if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
        const body = (await answer.json()) as { state: ScanState; steps: Step[] };
        if (!over) take(body);
      } catch (error) {
        console.warn('The scan could not be asked for', error);
        setFollowed((before) => ({ ...before, connected: false }));
      }
      if (!over) timer = setTimeout(() => void poll(), pollEvery);
    };

    const giveUp = () => {
      source?.close();
      source = null;
      clearTimeout(timer);
      if (!over) void poll();
    };

    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, longestSilence);
    };

    const listen = () => {
      source = new EventSource(`/api/v1/scans/${id}/events?after=${last}`);
      source.addEventListener('open', () => {
        breaks = 0;
        watch();
      });
      source.addEventListener('step', ({ data }: MessageEvent<string>) => {
        watch();
        take({ steps: [JSON.parse(data) as Step] });
      });
      source.addEventListener('state', ({ data }: MessageEvent<string>) => {
        watch();
        take({ state: JSON.parse(data) as ScanState });
      });
      source.addEventListener('ping', watch);
      // EventSource connects again by itself and names the last step it saw; when that does not help, polling does.
      source.addEventListener('error', () => {
        breaks += 1;
        if (over) return;
        setFollowed((before) => ({ ...before, connected: false }));
        if (breaks >= mostBreaks || source?.readyState === EventSource.CLOSED) giveUp();
      });
    };

    if (typeof EventSource === 'undefined') void poll();
    else listen();
    return () => {
      over = true;
      source?.close();
      clearTimeout(timer);
    };
    // The first render's state is where following starts; what changes later came from here.
  }, [id, initial]);
  return followed;
}
