/** What a hostile test tells the command that runs them all (`npm run hostile`): one line of JSON per family, appended to a file. */
import { appendFileSync } from 'node:fs';

export interface Tally {
  family: string;
  /** Attacks beyond the number of tests, where one test tries many. */
  attacks?: number;
  /** Connections or datagrams that reached a place where nobody may come. */
  canaryHits?: number;
  fuzzCases?: number;
  seed?: number;
  /** Heap in use after a garbage collection, in bytes. */
  memory?: { before: number; after: number };
}

/** Appends to the file that HOSTILE_TALLY names; without it, as in `npm test`, does nothing. */
export function tally(entry: Tally): void {
  const path = process.env['HOSTILE_TALLY'];
  if (path !== undefined && path !== '') appendFileSync(path, `${JSON.stringify(entry)}\n`);
}
