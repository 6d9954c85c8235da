/**
 * Documents of a target are read apart: in a thread with a limit of memory and a deadline, so that none of them can take the process,
 * or the event loop of other scans, with it. Small ones are read inline, under a bound that was measured.
 */
import { inlineUpTo, readers, sizes, type Input, type Kind, type Reading } from './readers.ts';
import { readInThread, type Outcome, type Turn } from './thread-pool.ts';

/** What the documents of one scan may take of the threads together, in milliseconds. */
const mostScanMs = 10_000;
/** Milliseconds that one document may take: for a short one already more than ten times the worst that was measured, and in proportion. */
const deadlineMs = (size: number): number => 1000 + 4 * (size / 1024);

const reasons = {
  'too-slow': 'it took longer to read than a document of its size may',
  'too-large': 'it took more memory to read than a document may',
  budget: 'the documents of this scan have taken as long to read as they may',
} as const;

/** `problem` ends the sentence "The document was left unread: …". */
export type Apart<K extends Kind> = { ok: true; reading: Reading<K> } | { ok: false; problem: string };

/** Reads documents for one scan. */
export interface ReadApart {
  <K extends Kind>(kind: K, input: Input<K>): Promise<Apart<K>>;
}

/** The reading of one scan, with a budget of its own. */
export function createReadApart({ scanMs = mostScanMs } = {}): ReadApart {
  const turn: Turn = { spentMs: 0 };
  return async <K extends Kind>(kind: K, input: Input<K>): Promise<Apart<K>> => {
    const size = sizes[kind](input);
    if (size <= inlineUpTo[kind]) {
      const read: (given: Input<K>) => Reading<K> = readers[kind] as never;
      return { ok: true, reading: read(input) };
    }
    const outcome: Outcome | null =
      turn.spentMs >= scanMs ? null : await readInThread(kind, input, turn, deadlineMs(size));
    if (outcome?.ok) return { ok: true, reading: outcome.reading as Reading<K> };
    return { ok: false, problem: reasons[outcome === null ? 'budget' : outcome.why] };
  };
}
