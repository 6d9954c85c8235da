/** Reading and writing of files: what is written is there as a whole or not at all. */
import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { isSystemError, reasonOf, Refusal } from './exit.ts';
import { printable } from './printable.ts';

/** Larger than any report, list or description that is meant to be read at once. */
const largest = 512 * 1024 * 1024;

/**
 * The text of a file; `-` is standard input. `what` names it in the refusal, such as `The baseline`.
 * @throws Refusal when it cannot be read
 */
export async function readText(path: string, what: string): Promise<string> {
  try {
    if (path === '-') return await readStream(process.stdin);
    const { size } = await stat(path);
    if (size > largest) throw new Refusal(`${what} could not be read: ${path} is larger than ${largest >> 20} MB.`);
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Refusal(`${what} could not be read: ${path}: ${reasonOf(error)}.`, { cause: error });
  }
}

/** The JSON in a file. @throws Refusal when it cannot be read or is not JSON */
export async function readJson(path: string, what: string): Promise<unknown> {
  return parseJson(await readText(path, what), `${what} (${path})`);
}

/** @throws Refusal when `text` is not JSON */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The message repeats a piece of the text, which may be anybody's.
    throw new Refusal(`${what} is not JSON: ${printable(error.message).slice(0, 200)}.`, { cause: error });
  }
}

export interface FileText {
  path: string;
  text: string;
}

interface Staged {
  path: string;
  /** Null: the place is a device or a pipe, which is written to and not replaced. */
  temporary: string | null;
}

/** Where a path leads; itself when nothing is there yet. */
async function destination(path: string): Promise<{ path: string; replace: boolean }> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    if (found.isDirectory()) throw new Refusal(`${path} could not be written: it is a directory.`);
    return { path: real, replace: found.isFile() };
  } catch (error) {
    // A pipe of the shell (`>(…)`) has no real path of its own.
    if (isSystemError(error) && error.code === 'ENOENT')
      return { path, replace: !(await stat(path).catch(() => null))?.isFIFO() };
    throw error;
  }
}

async function stage({ path, text }: FileText): Promise<Staged> {
  const place = await destination(path);
  if (!place.replace) {
    await writeFile(place.path, text);
    return { path: place.path, temporary: null };
  }
  const temporary = join(
    dirname(place.path),
    `.${basename(place.path).slice(0, 100)}.${randomBytes(6).toString('hex')}`,
  );
  try {
    const file = await open(temporary, 'wx', 0o666);
    try {
      await file.writeFile(text);
      // Before the name: after a crash the name must not stand for an empty file.
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { path: place.path, temporary };
}

/**
 * Writes files, all or none of them: each is written whole beside its place, and they are renamed when the last of them is there.
 * @throws Refusal when one cannot be written; nothing is left behind then
 */
export async function writeFiles(files: readonly FileText[]): Promise<void> {
  const staged: Staged[] = [];
  for (const file of files) {
    try {
      staged.push(await stage(file));
    } catch (error) {
      for (const { temporary } of staged) if (temporary !== null) await rm(temporary, { force: true });
      if (!isSystemError(error)) throw error;
      throw new Refusal(`${file.path} could not be written: ${reasonOf(error)}.`, { cause: error });
    }
  }
  for (const { path, temporary } of staged) if (temporary !== null) await rename(temporary, path);
}

/** Writes to standard output and waits until it is taken. @throws Refusal when the reader went away or the disk behind it is full */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
      else if ((error as NodeJS.ErrnoException).code === 'EPIPE')
        reject(new Refusal('Standard output was closed before everything was written.', { cause: error }));
      else reject(new Refusal(`Standard output could not be written: ${reasonOf(error)}.`, { cause: error }));
    });
  });
}
