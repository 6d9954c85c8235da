/** Two threads that read documents for every scan of this process, within bounds of time and memory that no document can stretch. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Kind } from './readers.ts';
import type { Answer, Job } from './thread.ts';

/** Why a document was left unread. */
export type Unread = 'too-slow' | 'too-large';
export type Outcome = { ok: true; reading: unknown } | { ok: false; why: Unread };

const threads = 2;
/** The largest published descriptions take a third of it. Beyond it V8 ends the thread, and the process lives on. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
/** A thread without work for so long is ended: what it read may have left it large. In milliseconds. */
const idleMs = 30_000;

/** One scan's turn at the threads. */
export interface Turn {
  /** What the scan has had of the threads, in milliseconds. Whoever had least comes first, so that one target's documents hold up no other's. */
  spentMs: number;
}

interface Waiting {
  job: Job;
  turn: Turn;
  deadlineMs: number;
  settle: (outcome: Outcome) => void;
  fail: (error: unknown) => void;
}

const beside = (file: string) => new URL(file, import.meta.url);

/** Set where everything is bundled into one file, which then starts its threads from itself. */
declare const ONE_FILE: boolean | undefined;

/** Where bundles are, there `reader.mjs` stands beside them; sources are run as they are, by the loader that development has anyway. */
function startThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    const file = typeof ONE_FILE === 'undefined' ? beside('reader.mjs') : new URL(import.meta.url);
    return new Worker(file, { resourceLimits, execArgv: [] });
  }
  const loader = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const entry = fileURLToPath(beside('thread.ts'));
  const source = `require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(entry)});`;
  return new Worker(source, { eval: true, resourceLimits, execArgv: [] });
}

/**
 * Starts a clock of what a thread may have done since, in milliseconds: the time that has passed, or that of processors which this process
 * has had if it is less. On a machine that is busy with other things a document is not slow because it had to wait.
 */
function effort(): () => number {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return Math.min(performance.now() - wall, (user + system) / 1000);
  };
}

class Thread {
  readonly #worker = startThread();
  readonly #over: () => void;
  #ready = false;
  #now: Waiting | null = null;
  #since = effort();
  #timer: NodeJS.Timeout | undefined;

  /** `over` is called when the thread is free again; `ended` when it is gone. */
  constructor(over: () => void, ended: () => void) {
    this.#over = over;
    this.#worker.on('message', (answer: Answer) => this.#hear(answer));
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', () => {
      clearTimeout(this.#timer);
      ended();
    });
    this.#worker.unref();
  }

  get free(): boolean {
    return this.#now === null;
  }

  take(waiting: Waiting): void {
    clearTimeout(this.#timer);
    this.#now = waiting;
    // A process that waits for a reading must not end before it.
    this.#worker.ref();
    if (this.#ready) this.#begin();
  }

  /** The clock starts when the thread does: loading its code is nobody's fault. */
  #begin(): void {
    if (this.#now === null) return;
    this.#since = effort();
    this.#watch(this.#now.deadlineMs);
    this.#worker.postMessage(this.#now.job);
  }

  #watch(ms: number): void {
    this.#timer = setTimeout(() => {
      const left = (this.#now?.deadlineMs ?? 0) - this.#since();
      if (left > 0) {
        this.#watch(Math.max(left, 20));
        return;
      }
      this.#settle({ ok: false, why: 'too-slow' });
      void this.#worker.terminate();
    }, ms);
  }

  #hear(answer: Answer): void {
    if (answer.type === 'ready') {
      this.#ready = true;
      this.#begin();
      return;
    }
    const waiting = this.#now;
    if (answer.type === 'mistake') {
      this.#release();
      waiting?.fail(answer.error);
    } else this.#settle({ ok: true, reading: answer.reading });
    this.#timer = setTimeout(() => void this.#worker.terminate(), idleMs).unref();
    this.#over();
  }

  #lose(error: Error): void {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#settle({ ok: false, why: 'too-large' });
    else {
      const waiting = this.#now;
      this.#release();
      waiting?.fail(error);
    }
  }

  #settle(outcome: Outcome): void {
    const waiting = this.#now;
    this.#release();
    waiting?.settle(outcome);
  }

  #release(): void {
    clearTimeout(this.#timer);
    if (this.#now !== null) this.#now.turn.spentMs += this.#ready ? this.#since() : 0;
    this.#now = null;
    this.#worker.unref();
  }
}

const running = new Set<Thread>();
const line: Waiting[] = [];

function next(): void {
  if (line.length === 0) return;
  let thread = [...running].find(({ free }) => free);
  if (thread === undefined && running.size < threads) {
    const started: Thread = new Thread(next, () => {
      running.delete(started);
      next();
    });
    thread = started;
    running.add(started);
  }
  if (thread === undefined) return;
  let first = 0;
  for (const [at, { turn }] of line.entries()) if (turn.spentMs < (line[first]?.turn.spentMs ?? 0)) first = at;
  const [waiting] = line.splice(first, 1);
  if (waiting) thread.take(waiting);
  next();
}

/**
 * Reads a document in a thread. Resolves to what was read, or to why it was not: it took longer than `deadlineMs` or more memory than a
 * thread has. Rejects with what a reader threw, which is a mistake of ours.
 */
export function readInThread(kind: Kind, input: unknown, turn: Turn, deadlineMs: number): Promise<Outcome> {
  return new Promise((settle, fail) => {
    line.push({ job: { kind, input }, turn, deadlineMs, settle, fail });
    next();
  });
}
