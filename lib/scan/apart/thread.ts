/** Entry of the threads that read documents; bundled on its own as `reader.mjs`. One document comes in, one reading goes out. */
import '../can-parse.ts';
import { parentPort } from 'node:worker_threads';
import { readers, type Kind } from './readers.ts';

/** A document, and what to read of it. */
export interface Job {
  kind: Kind;
  input: unknown;
}

/** `mistake`: the reader threw, which none may, whatever the document says. */
export type Answer = { type: 'ready' } | { type: 'read'; reading: unknown } | { type: 'mistake'; error: unknown };

const answer = (message: Answer) => parentPort?.postMessage(message);

parentPort?.on('message', ({ kind, input }: Job) => {
  let reading: Answer;
  try {
    // Kind and input came in together from `read`, whose types pair them.
    reading = { type: 'read', reading: (readers[kind] as (given: unknown) => unknown)(input) };
  } catch (error) {
    reading = { type: 'mistake', error };
  }
  answer(reading);
});
answer({ type: 'ready' });
