/** The list of names: one a line, bad ones told by number, each address once. Pure. */
import { ScanError } from '../../scan/errors.ts';
import type { Target } from '../../scan/types.ts';

/** Longest line that is looked at; also what keeps a list that is none from being read as names. */
const longestLine = 4096;

export interface Entry {
  /** Line of the list, from 1. */
  line: number;
  target: Target;
}

export interface Names {
  entries: Entry[];
  /** Lines that are no address, with the sentence that says why. */
  bad: { line: number; problem: string }[];
  /** Lines that name an address which an earlier line has. */
  repeated: { line: number; first: number }[];
}

/**
 * Reads a list. Blank lines and what follows `#` at the beginning of a line or after a blank are left out; of a table only the first column
 * is read (comma, semicolon or tab).
 */
export function readNames(text: string, targetOf: (input: string) => Target): Names {
  const names: Names = { entries: [], bad: [], repeated: [] };
  const seen = new Map<string, number>();
  for (const [at, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = at + 1;
    if (raw.length > longestLine) {
      names.bad.push({ line, problem: `It is ${raw.length} characters long.` });
      continue;
    }
    const input = (raw.replace(/(?:^|\s)#.*$/, '').split(/[,;\t]/)[0] ?? '').trim();
    if (input === '') continue;
    try {
      const target = targetOf(input);
      const first = seen.get(target.url);
      if (first === undefined) {
        seen.set(target.url, line);
        names.entries.push({ line, target });
      } else names.repeated.push({ line, first });
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      names.bad.push({ line, problem: error.message });
    }
  }
  return names;
}
