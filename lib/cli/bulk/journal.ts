/**
 * The rows that are done, as JSON lines, in a folder that one process at a time works in. A row is appended and synced before it counts, so
 * that a crash loses at most scans that had not ended; what it may have left of a line is cut off when the folder is opened again.
 */
import { open, mkdir, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError, reasonOf, Refusal } from '../exit.ts';
import { writeFiles } from '../files.ts';
import { rowSchema, type Row } from './rows.ts';

export const rowsFile = 'rows.jsonl';
const lockFile = 'lock';

/** Rows of a journal, whether its last line was cut off, and which lines are no rows. */
function parseRows(text: string): { rows: Row[]; torn: boolean; bad: number[] } {
  const lines = text.split('\n');
  const torn = lines.pop() !== '';
  const rows: Row[] = [];
  const bad: number[] = [];
  for (const [at, line] of lines.entries()) {
    const row = rowSchema.safeParse(jsonOf(line));
    if (row.success) rows.push(row.data);
    else bad.push(at + 1);
  }
  return { rows, torn, bad };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one too.
    return isSystemError(error) && error.code === 'EPERM';
  }
};

/** @throws Refusal while another process works in the folder */
async function lock(folder: string): Promise<void> {
  const file = join(folder, lockFile);
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
      const holder = Number(await readFile(file, 'utf8').catch(() => ''));
      if (holder > 0 && holder !== process.pid && alive(holder))
        throw new Refusal(
          `Another latchkey (process ${holder}) is working in ${folder}: wait for it, or choose another --into.`,
        );
      // Whoever held it is gone.
      await rm(file, { force: true });
    }
  }
}

export class Journal {
  readonly folder: string;
  readonly #file: FileHandle;
  readonly #rows: Map<string, Row>;
  /** Appends happen one after the other; once one has failed no other may follow what it left of a line. */
  #last: Promise<void> = Promise.resolve();

  private constructor(folder: string, file: FileHandle, rows: readonly Row[]) {
    this.folder = folder;
    this.#file = file;
    this.#rows = new Map(rows.map((row) => [row.url, row]));
  }

  /**
   * Opens the folder, which is made when it is not there.
   * @throws Refusal when it cannot be used, another process works in it, or its rows are damaged in their midst
   */
  static async open(folder: string): Promise<Journal> {
    try {
      await mkdir(folder, { recursive: true });
      await lock(folder);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new Refusal(`The folder ${folder} could not be used: ${reasonOf(error)}.`, { cause: error });
    }
    try {
      const path = join(folder, rowsFile);
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (isSystemError(error) && error.code === 'ENOENT') return '';
        throw error;
      });
      const { rows, torn, bad } = parseRows(text);
      if (bad.length > 0)
        throw new Refusal(
          `${path} is damaged: line ${bad[0]} is no row. Mend or remove that line, or take another --into; nothing was changed.`,
        );
      if (torn) await writeFiles([{ path, text: text.slice(0, text.lastIndexOf('\n') + 1) }]);
      return new Journal(folder, await open(path, 'a'), rows);
    } catch (error) {
      await rm(join(folder, lockFile), { force: true });
      throw error;
    }
  }

  has(url: string): boolean {
    return this.#rows.has(url);
  }

  get rows(): Row[] {
    return [...this.#rows.values()].sort((a, b) => a.line - b.line);
  }

  /** Adds a row for good; an address that has one keeps it. @throws the system's error when the disk does not take it */
  add(row: Row): Promise<void> {
    const appended = this.#last.then(async () => {
      if (this.#rows.has(row.url)) return;
      await this.#file.appendFile(`${JSON.stringify(row)}\n`);
      await this.#file.datasync();
      this.#rows.set(row.url, row);
    });
    this.#last = appended;
    return appended;
  }

  async close(): Promise<void> {
    // Whoever added has heard of a failure.
    await this.#last.catch(() => undefined);
    await this.#file.close();
    await rm(join(this.folder, lockFile), { force: true });
  }
}
