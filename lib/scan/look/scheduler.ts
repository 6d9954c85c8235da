/** Asks what the table of sources has to ask, in waves: all that is due at once, then what the answers make due. */
import { awaitedLater } from '../awaited-later.ts';
import type { Crawl } from './crawl.ts';
import type { Row } from './source.ts';

/** How long a wave waits for its slowest answer, in milliseconds: one slow host must not hold up the others. */
const patience = 3_000;

interface Running {
  row: Row;
  /** Set once the answer is there. */
  enter: (() => void | Promise<void>) | null;
  answered: Promise<void>;
}

/** Asks until nothing is due any more. Answers are entered in the order of their questions, so the same answers give the same facts. */
export async function runSources(rows: readonly Row[], crawl: Crawl): Promise<void> {
  const asked = new Set<string>();
  const settled = new Set<string>();
  let running: Running[] = [];

  const start = (row: Row): boolean => {
    const fresh = row.jobs(crawl).filter(({ key }) => !asked.has(key) && asked.add(key));
    for (const job of fresh) {
      const one: Running = { row, enter: null, answered: Promise.resolve() };
      one.answered = awaitedLater(
        job.ask().then((enter) => {
          one.enter = enter;
          for (const other of rows)
            if (other.with === row.id) for (const ahead of other.jobs(crawl)) void awaitedLater(ahead.ask());
        }),
      );
      running.push(one);
    }
    if (fresh.length === 0 && !running.some((one) => one.row === row)) settled.add(row.id);
    return fresh.length > 0;
  };
  const ready = (row: Row) =>
    row.needs.every((id) => settled.has(id) || !rows.some((other) => other.id === id)) && !crawl.known.over;

  for (;;) {
    for (const row of rows) if (row.when !== 'last' && ready(row)) start(row);
    if (running.every(({ row }) => row.final)) rows.find((row) => row.when === 'last' && ready(row) && start(row));
    if (running.length === 0) return;
    await wave(running);
    const done = running.filter((one) => one.enter !== null);
    running = running.filter((one) => one.enter === null);
    for (const { enter } of done) await enter?.();
  }
}

async function wave(running: readonly Running[]): Promise<void> {
  const awaited = running.filter(({ row }) => row.when !== 'beside').map(({ answered }) => answered);
  if (awaited.length === 0) return Promise.race(running.map(({ answered }) => answered));
  let impatience: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      Promise.all(awaited),
      new Promise((resolve) => (impatience = setTimeout(resolve, patience).unref())),
    ]);
  } finally {
    clearTimeout(impatience);
  }
}
