/** Memory of a group of processes, watched from outside: a page may allocate faster than any limit inside the browser counts. */
import { readdir, readFile } from 'node:fs/promises';

const kib = 1024;

/** Reads a file of /proc; null when the process is gone, which is no error here. */
async function readProc(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // EACCES: a process of somebody else, or one that is just ending.
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EPERM') return null;
    throw error;
  }
}

/** Ids of the living processes whose process group is `group`. Linux only: empty elsewhere. */
export async function processesOf(group: number): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(names.map((name) => readProc(`/proc/${name}/stat`)));
  // proc_pid_stat(5): the command in parentheses may hold anything, so the fields are counted from the last one: state, parent, group.
  return names.flatMap((name, index) => {
    const [state, , pgrp] = (stats[index] ?? '').replace(/^.*\)\s/s, '').split(' ');
    return Number(pgrp) === group && state !== 'Z' ? [Number(name)] : [];
  });
}

/** Bytes that a process group holds, memory shared between processes counted once (proportional set size). Linux only: 0 elsewhere. */
export async function memoryOf(group: number): Promise<number> {
  const sizes = await Promise.all((await processesOf(group)).map((pid) => readProc(`/proc/${pid}/smaps_rollup`)));
  return sizes.reduce((sum, text) => sum + Number(/^Pss:\s+(\d+) kB$/m.exec(text ?? '')?.[1] ?? 0) * kib, 0);
}

/**
 * Looks at a process group every `everyMs` and calls `exceeded` once when it holds more than `maxBytes`. Returns the function that stops
 * the watch. `failed` hears of an error of the watch itself, which ends it.
 */
export function watchMemory(group: number, maxBytes: number, everyMs: number, exceeded: () => void, failed: (error: unknown) => void): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const bytes = await memoryOf(group);
    if (stopped) return;
    if (bytes > maxBytes) exceeded();
    else next();
  };
  const next = (): void => {
    timer = setTimeout(() => void look().catch(failed), everyMs).unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
