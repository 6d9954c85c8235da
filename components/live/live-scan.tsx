'use client';
/** A scan under way: the walk that grows, what was found at each step, and when it will be over. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { steps as journey } from '../journey.ts';
import { counted } from '../../lib/scan/counted.ts';
import { inWords } from '../../lib/limits/reached.ts';
import { StatusShape } from '../status.tsx';
import { Breakable, Walk } from '../walk.tsx';
import { clock } from './clock.ts';
import { progressOf, timeLeft, type FoundThing, type LogLine } from './progress.ts';
import { RetryForm, type RetryAction } from './retry-form.tsx';
import type { ScanState, Step } from '../../lib/present.ts';
import { useScan } from './use-scan.ts';

const everySecond = (tick: () => void) => {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
};
const currentSecond = () => Math.floor(Date.now() / 1000) * 1000;

/** Milliseconds since 1970, once a second; null until the page has come alive, so that server and browser draw the same. */
function useNow(): number | null {
  return useSyncExternalStore(everySecond, currentSecond, () => null);
}

function waiting(state: ScanState, now: number | null): string {
  const wait = now === null ? 0 : Math.ceil((Date.parse(state.notBefore) - now) / 1000);
  if (wait > 1)
    return `This site was scanned a moment ago. To leave it in peace, the next scan starts in ${clock(wait)}.`;
  if (state.ahead > 0) {
    const line = state.ahead === 1 ? 'One scan is ahead of this one.' : `${state.ahead} scans are ahead of this one.`;
    return state.waitS === null ? line : `${line} At the present pace it starts in about ${inWords(state.waitS)}.`;
  }
  return state.attempts > 0 ? 'The scan was interrupted and begins again in a moment.' : 'The scan starts in a moment.';
}

interface LiveScanProps {
  id: string;
  host: string;
  steps: Step[];
  state: ScanState;
  /** When the worker took it, ISO; null while it waits. */
  startedAt: string | null;
  /** The usual time of a scan; null while too few have ended. */
  usualMs?: number | null;
  retry: RetryAction;
  /** Where a verification begins anew, whose credential is gone with its scan; null for a scan from outside. */
  verifyAgain?: string | null;
}

export function LiveScan({
  id,
  host,
  steps: firstSteps,
  state: firstState,
  startedAt,
  usualMs = null,
  retry,
  verifyAgain = null,
}: LiveScanProps) {
  // useScan starts from the first render's values; a new object on each render would start it over.
  const [initial] = useState({
    steps: firstSteps,
    state: firstState,
    since: startedAt === null ? null : Date.parse(startedAt),
  });
  const { steps, state, since, connected } = useScan(id, initial);
  const progress = progressOf(steps);
  const running = state.status === 'running' || state.status === 'queued';
  const now = useNow();

  useEffect(() => {
    // A report is a plain document of its own; replacing keeps the finished scan out of the history.
    if (state.status === 'done' && state.report) window.location.replace(state.report);
  }, [state.status, state.report]);

  const elapsed = Math.max(progress.ms / 1000, running && since !== null && now !== null ? (now - since) / 1000 : 0);
  const heading = {
    queued: `${host} is next`,
    running: `Walking to ${host}`,
    done: 'The report is ready',
    failed: 'This scan did not finish',
  }[state.status];
  const line = {
    queued: waiting(state, now),
    running: progress.doing || 'Setting out.',
    done: 'Opening it.',
    failed: '',
  }[state.status];

  return (
    <>
      <h1 className="text-3xl break-words sm:text-4xl">{heading}</h1>
      {state.status === 'failed' ? (
        <div className="mt-4 max-w-prose">
          <p className="text-lg">{state.error?.message ?? 'Something went wrong on our side.'}</p>
          <p className="mt-2 text-soft">This is about the scan, not about {host}: no score follows from it.</p>
          {verifyAgain === null ? (
            <RetryForm id={id} action={retry} />
          ) : (
            <p className="mt-6">
              <a href={verifyAgain} className="button">
                Verify again
              </a>
            </p>
          )}
        </div>
      ) : (
        <p role="status" className="mt-3 min-h-8 text-lg text-soft">
          {line}
        </p>
      )}
      <p className="num mt-3 flex flex-wrap gap-x-6 text-sm text-soft">
        <span>
          <span className="sr-only">Elapsed: </span>
          {clock(elapsed)}
        </span>
        {state.status === 'queued' && <span>Number {state.ahead + 1} in line</span>}
        {state.status === 'running' && <span>{timeLeft(elapsed, usualMs)}</span>}
        <span>{counted(progress.requests, 'request')}</span>
        {!connected && running && <span className="text-partly">Connection lost, trying again</span>}
      </p>

      <div className="mt-12">
        <Walk
          stations={progress.stations.map((station) => ({ ...station, note: '' }))}
          draw="growing"
          found={Object.fromEntries(
            journey.map(({ step }) => [step, <Things key={step} things={progress.found[step]} />]),
          )}
        />
      </div>

      <Log lines={progress.log} />

      {running && (
        <p className="mt-10 max-w-prose text-sm text-soft">
          You can leave this page; the scan goes on. This address shows where it stands, and then the report.
        </p>
      )}
    </>
  );
}

/** What was done and found, newest first, quietly: a reader who wants to watch can. */
function Log({ lines }: { lines: readonly LogLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label="Log of the scan" className="mt-12 max-w-3xl border-t border-hair pt-3">
      <ol reversed className="max-h-64 overflow-y-auto text-xs" tabIndex={0}>
        {lines.map(({ seq, ms, requests, text, url, quiet }) => (
          <li key={seq} className={`grid grid-cols-[3rem_3rem_minmax(0,1fr)] gap-x-3 py-1 ${quiet ? 'text-soft' : ''}`}>
            <span className="num">{clock(ms / 1000)}</span>
            <span className="num text-right" title="Requests so far">
              {requests}
            </span>
            <span className="[overflow-wrap:anywhere]">
              {text}
              {url !== null && (
                <span className="font-mono">
                  {' '}
                  <Breakable text={url.replace(/^https?:\/\//, '')} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Things({ things }: { things: readonly FoundThing[] }) {
  if (things.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-1.5 text-sm">
      {things.map((thing) => (
        <li key={thing.seq} className={thing.wall ? 'text-wall' : 'text-soft'}>
          {thing.wall && (
            <span className="mr-1.5 inline-block align-[-1px]">
              <StatusShape shape="barred" />
            </span>
          )}
          {thing.text}
          {thing.url !== null && (
            <span className="block font-mono text-[0.7rem] leading-snug [overflow-wrap:anywhere]">
              <Breakable text={thing.url.replace(/^https?:\/\//, '')} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
