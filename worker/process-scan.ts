/** One job: take the scan, run the engine, store what it tells and what it found. Runs twice without harm. */
import { drawnBytes, showing } from '../components/report/drawn.tsx';
import { permalink } from '../lib/addresses.ts';
import { blockedEntries } from '../lib/db/blocked.ts';
import type { Drawing } from '../lib/db/drawings.ts';
import { storableJson } from '../lib/db/json.ts';
import {
  heartbeat,
  claimNext,
  claimScan,
  MAX_ATTEMPTS,
  recordFailure,
  releaseRun,
  storeEvents,
  storeReport,
  type Run,
} from '../lib/db/runs.ts';
import { isBlocked, refuseBlocked } from '../lib/limits/blocklist.ts';
import { log } from '../lib/log.ts';
import { ScanError } from '../lib/scan/errors.ts';
import { scan } from '../lib/scan/index.ts';
import type { Report } from '../lib/scan/schema/report.ts';
import { headlineOf } from '../lib/scan/schema/scores.ts';
import type { ScanEvent, ScanOptions } from '../lib/scan/types.ts';
import { verifyBudget } from '../lib/scan/verify/budget.ts';
import { takeVerification } from './verification.ts';
import { longestStall } from './stalls.ts';

const HEARTBEAT_MS = 2000;
const FLUSH_MS = 200;

/** The run was disturbed by something else in this process, so what it says of the target's silence may be wrong. */
class Disturbed extends Error {
  constructor(stallMs: number) {
    super(`The event loop stood still for ${Math.round(stallMs)} ms while answers were waited for.`);
    this.name = 'Disturbed';
  }
}

/** Whether the target seems not to have answered somewhere: after a stall that may be our doing. */
const sawSilence = ({ outcome, exchanges }: Report): boolean =>
  outcome === 'unreachable' || exchanges.some(({ error }) => error?.code === 'timeout');

/** Why a run was cut short. */
type Abort = 'time limit' | 'lost' | 'stopping';

/** Collects steps and stores them a few times a second, in order, never two batches at once. */
class EventWriter {
  #pending: { at: Date; data: ScanEvent }[] = [];
  #next: number;
  #writing: Promise<void> = Promise.resolve();
  readonly #run: Run;
  readonly #lost: () => void;

  constructor(run: Run, lost: () => void) {
    this.#run = run;
    this.#lost = lost;
    this.#next = run.lastSeq + 1;
  }

  add(data: ScanEvent): void {
    this.#pending.push({ at: new Date(), data });
  }

  /** Resolves when everything added so far is stored. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const batch = this.#pending;
      if (batch.length === 0) return;
      this.#pending = [];
      const held = await storeEvents(this.#run, this.#next, batch);
      this.#next += batch.length;
      if (!held) this.#lost();
    });
    return this.#writing;
  }
}

/** Repeats `work` until stopped, each time `ms` after the last one ended; `failed` hears of errors and the repeating goes on. */
function repeat(ms: number, work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const next = () => {
    timer = setTimeout(
      () =>
        void work()
          .catch(failed)
          .finally(() => stopped || next()),
      ms,
    );
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Drives the engine to its report; `signal` cuts it short also when the engine itself does not listen. */
async function drive(
  run: Run,
  options: ScanOptions,
  signal: AbortSignal,
  told: (event: ScanEvent) => void,
): Promise<Report> {
  const cut = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`scan cut short: ${String(signal.reason)}`)), {
      once: true,
    });
  });
  const walk = async (): Promise<Report> => {
    const steps = scan(run.target, { ...options, id: run.id, signal });
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
      told(step.value);
    }
  };
  return Promise.race([walk(), cut]);
}

export interface ProcessOptions {
  /** What the engine gets, besides id and signal. */
  scan: ScanOptions;
  /** Milliseconds between two scans of one target. Default 0: they only never run at once. */
  pauseMs?: number;
  /** Take the scan whose turn it is, of which one visitor may have so many running; left out: the one that is named. */
  visitorRunning?: number;
  /** Milliseconds after which a run is given up as an error of ours; above the engine's own limit. */
  limitMs: number;
  /** Aborts when this worker must let go of its scans now. */
  stopping: AbortSignal;
}

/**
 * Runs the scan `id` if there is anything to do. An expected failure is an outcome inside the report; anything thrown is recorded on
 * the row and rethrown while attempts are left, so that the queue tries again later. Resolves to whether a scan was run.
 */
export async function processScan(id: string, options: ProcessOptions): Promise<boolean> {
  const { pauseMs = 0, visitorRunning } = options;
  const run =
    visitorRunning === undefined ? await claimScan(id, pauseMs) : await claimNext(id, { pauseMs, visitorRunning });
  const logger = log('worker').child({ scanId: run?.id ?? id });
  if (!run) {
    logger.info('nothing to do');
    return false;
  }
  const cutter = new AbortController();
  const cut = (why: Abort) => cutter.abort(why);
  const onStopping = () => cut('stopping');
  const limitMs = options.limitMs + (run.mode === 'verified' ? verifyBudget.totalMs : 0);
  const limit = setTimeout(cut, limitMs, 'time limit' satisfies Abort);
  options.stopping.addEventListener('abort', onStopping, { once: true });
  const started = performance.now();
  const writer = new EventWriter(run, () => cut('lost'));
  const stopBeating = repeat(
    HEARTBEAT_MS,
    async () => {
      if (!(await heartbeat(run))) cut('lost');
    },
    (err) => logger.warn({ err }, 'heartbeat not stored'),
  );
  const stopFlushing = repeat(
    FLUSH_MS,
    () => writer.flush(),
    (err) => logger.warn({ err }, 'steps not stored'),
  );
  logger.info({ host: run.target.host, attempt: run.attempt }, 'scan started');
  try {
    if (options.stopping.aborted) cut('stopping');
    const blocked = await blockedEntries();
    refuseBlocked(run.target.url, blocked);
    const denies = (host: string) => isBlocked(host, blocked);
    // Taken once: whatever ends this run, no other one finds the credential again.
    const verify = run.mode === 'verified' ? await takeVerification(run.id, { ...options.scan, denies }) : null;
    const report = await drive(run, { ...options.scan, denies, ...(verify && { verify }) }, cutter.signal, (event) =>
      writer.add(event),
    );
    stopFlushing();
    await writer.flush();
    const stallMs = longestStall(started);
    if (stallMs > 0 && sawSilence(report)) throw new Disturbed(stallMs);
    const stored = await storeReport(run, report, await drawn(run, report));
    logger.info(
      {
        outcome: report.outcome,
        score: headlineOf(report)?.value ?? null,
        requests: report.scan.requests,
        ms: report.scan.durationMs,
        stored,
      },
      'scan done',
    );
  } catch (error) {
    await giveBack(run, cutter.signal.aborted ? (cutter.signal.reason as Abort) : null, error);
  } finally {
    stopFlushing();
    stopBeating();
    clearTimeout(limit);
    options.stopping.removeEventListener('abort', onStopping);
  }
  return true;
}

/** The report drawn, so that its first reader need not wait for that. Without it, whoever asks first has it drawn. */
async function drawn({ id, target: { domain } }: Run, given: Report): Promise<Drawing | null> {
  try {
    const report = storableJson(given) as unknown as Report;
    const bytes = await drawnBytes({ report, permalink: permalink({ id, domain }), domain, disputes: [] });
    return { shows: showing([]), bytes };
  } catch (err) {
    log('worker').warn({ err, scanId: id }, 'report not drawn');
    return null;
  }
}

/** Puts the row right after a run that brought no report, and rethrows what the queue should try again. */
async function giveBack(run: Run, why: Abort | null, error: unknown): Promise<void> {
  const logger = log('worker').child({ scanId: run.id });
  if (why === 'lost') {
    logger.warn('scan lost to another worker');
    return;
  }
  if (why === 'stopping') {
    await releaseRun(run);
    logger.info('scan handed back');
    throw error;
  }
  if (error instanceof ScanError) {
    // The operator has closed the target since the scan was asked for. Trying again would change nothing.
    await recordFailure({ ...run, attempt: MAX_ATTEMPTS }, error.code, error.message);
    logger.info({ code: error.code }, 'scan refused');
    return;
  }
  logger.error({ err: error, attempt: run.attempt }, 'scan failed');
  const state =
    why === 'time limit'
      ? await recordFailure(run, 'time-limit', 'The scan took longer than it may and was stopped.')
      : await recordFailure(
          run,
          'internal',
          'Something went wrong on our side while scanning. It is not the fault of the scanned site.',
        );
  if (state === 'queued') throw error;
}
