/** A group of processes seen from outside: a page may allocate faster than any limit inside the browser counts. */
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

/** State and process group out of proc_pid_stat(5). The name in parentheses may hold anything, so fields are counted from behind it: state, parent, group. */
function readStat(text: string | null): { state: string; group: number } | null {
  const [state, , group] = (text ?? '').replace(/^.*\)\s/s, '').split(' ');
  return state === undefined || group === undefined ? null : { state, group: Number(group) };
}

/** The process group of a process; null when there is no such process. Linux only: null elsewhere. */
export async function groupOf(pid: number): Promise<number | null> {
  return process.platform === 'linux' ? (readStat(await readProc(`/proc/${pid}/stat`))?.group ?? null) : null;
}

/**
 * Ids of the living processes whose process group is `group`. Linux only: empty elsewhere.
 * @param strangers ids seen before in other groups, kept up to date here: a process inherits its group at birth, so whoever was a stranger need
 * not be read again, which on a busy machine is most of /proc
 */
export async function processesOf(group: number, strangers = new Set<string>()): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const present = new Set(names);
  for (const name of strangers) if (!present.has(name)) strangers.delete(name);
  const unknown = names.filter((name) => !strangers.has(name));
  const stats = await Promise.all(unknown.map(async (name) => readStat(await readProc(`/proc/${name}/stat`))));
  return unknown.flatMap((name, index) => {
    const stat = stats[index];
    if (stat && stat.group !== group) strangers.add(name);
    return stat?.group === group && stat.state !== 'Z' ? [Number(name)] : [];
  });
}

/**
 * Bytes of memory of their own (RssAnon) and of memory shared with others (RssShmem, counted in each) that the processes of a group hold,
 * without the files they map. From proc_pid_status(5), which stays readable for sandboxed processes where smaps does not. Linux only: 0 elsewhere.
 */
export async function memoryOf(group: number, strangers?: Set<string>): Promise<number> {
  const statuses = await Promise.all(
    (await processesOf(group, strangers)).map((pid) => readProc(`/proc/${pid}/status`)),
  );
  return statuses.reduce((sum, text) => sum + field(text, 'RssAnon') + field(text, 'RssShmem'), 0);
}

function field(status: string | null, name: 'RssAnon' | 'RssShmem'): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status ?? '')?.[1] ?? 0) * kib;
}

/**
 * Looks at a process group every `everyMs` and calls `exceeded` once when it holds more than `maxBytes`. Returns the function that stops
 * the watch. `failed` hears of an error of the watch itself, which ends it.
 */
export function watchMemory(
  group: number,
  maxBytes: number,
  everyMs: number,
  exceeded: () => void,
  failed: (error: unknown) => void,
): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const strangers = new Set<string>();
  const look = async (): Promise<void> => {
    const bytes = await memoryOf(group, strangers);
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
