/** `latchkey bulk <file>`: a list of names, one after the other or several at once, to rows that survive a crash, and a page of the whole. */
import { freemem, availableParallelism } from 'node:os';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../scan/schema/report.ts';
import { scanFlags } from '../commands/scan.ts';
import { readConfig } from '../config.ts';
import { exitCodes, isSystemError, reasonOf, Refusal, type ExitCode } from '../exit.ts';
import { readText, writeFiles, writeOut } from '../files.ts';
import { interruptible } from '../interrupt.ts';
import { printable } from '../printable.ts';
import { printJson } from '../print.ts';
import { createScanner, interrupted, type ScanFlags, type Scanner, type Surroundings } from '../scanner.ts';
import { styleFor } from '../style.ts';
import { Journal, rowsFile } from './journal.ts';
import { workOff } from './line.ts';
import { readNames, type Entry } from './names.ts';
import { rowOf, summarise } from './rows.ts';
import { progressLine, rowsToCsv, rowsToHtml, summaryText } from './views.ts';

export interface BulkFlags extends ScanFlags {
  plain?: boolean;
  quiet?: boolean;
  into?: string;
  concurrency?: number;
  pause?: number;
  keepReports?: boolean;
  config?: string;
}

/** What the program holds with one scan of a large site, and what each further one adds, as `npm run bench -- bulk-memory` measures them; rounded up. */
const firstScanBytes = 300 * 1024 * 1024;
const scanBytes = 40 * 1024 * 1024;
/** Scans that a processor core carries, and the most at once. */
const scansPerCore = 4;
const mostScans = 16;
const defaultPauseS = 10;
/** A host that wants to be left alone for longer than this is not tried again in the same run, in seconds. */
const longestRetryS = 600;

/** How many scans this machine carries at once. An instance bounds its own. */
const machineCarries = (): number =>
  Math.max(
    1,
    Math.min(
      mostScans,
      scansPerCore * availableParallelism(),
      1 + Math.floor((freemem() / 2 - firstScanBytes) / scanBytes),
    ),
  );

/** Seconds that a field Retry-After means when it is read at `now`: a number of them, or a date (RFC 9110 §10.2.3). Null: it means nothing. */
function secondsOf(field: string, now: number): number | null {
  if (/^\d{1,6}$/.test(field)) return Number(field);
  const at = /^[a-z]{3,9}, .* GMT$/i.test(field) ? Date.parse(field) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

/** When the target said to come back, in milliseconds from `now`, where that kept the scan from finishing. */
export function retryAfter({ outcome, exchanges }: Pick<Report, 'outcome' | 'exchanges'>, now: number): number | null {
  if (outcome !== 'blocked' && outcome !== 'unreachable') return null;
  const waits = exchanges.flatMap(({ response }) => {
    if (response === null || (response.status !== 429 && response.status !== 503)) return [];
    const field = response.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1] ?? '';
    return secondsOf(field, now) ?? [];
  });
  const longest = Math.max(...waits);
  return waits.length > 0 && longest <= longestRetryS ? longest * 1000 : null;
}

const fileNameOf = (host: string): string => host.replace(/[^a-z0-9.-]+/gi, '-').slice(0, 120);

/** Everything that is made of the rows, each renamed into place. */
async function writeViews(journal: Journal, present: ReadonlySet<string>): Promise<ReturnType<typeof summarise>> {
  const rows = journal.rows.filter(({ url }) => present.has(url));
  const summary = summarise(rows);
  const at = (name: string) => join(journal.folder, name);
  await writeFiles([
    { path: at('rows.csv'), text: rowsToCsv(rows) },
    { path: at('summary.json'), text: printJson(summary) },
    { path: at('index.html'), text: rowsToHtml(rows, summary) },
  ]);
  return summary;
}

/** So many scans in a row that could not be made end the run: whatever makes them is not there. */
const mostFailures = 5;

interface Run {
  journal: Journal;
  scanner: Scanner;
  keepReports: boolean;
  signal: AbortSignal;
  /** Scans that could not be made, one after the other. */
  failures: number;
}

/** @throws Refusal when the disk does not take it */
async function store({ journal, keepReports }: Run, entry: Entry, attempts: number, report: Report): Promise<void> {
  const { url, host, domain } = entry.target;
  try {
    if (keepReports) {
      const path = join(journal.folder, 'reports', `${entry.line}-${fileNameOf(host)}.json`);
      await writeFiles([{ path, text: printJson(report) }]);
    }
    await journal.add(rowOf({ line: entry.line, url, host, domain, attempts }, report));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Refusal(`The rows could not be written: ${reasonOf(error)}. What was written is kept.`, { cause: error });
  }
}

/**
 * One name: its row is there afterwards, unless the scan was interrupted, could not be made (which is told, and made good by the next run), or is
 * to be tried again: then resolves to when, in milliseconds.
 */
async function scanEntry(run: Run, entry: Entry, attempts: number): Promise<number | null> {
  let report: Report;
  try {
    report = await run.scanner.scan(entry.target, { signal: run.signal, tell: () => {} });
  } catch (error) {
    if (run.signal.aborted) return null;
    if (!(error instanceof Refusal)) throw error;
    run.failures += 1;
    if (run.failures >= mostFailures) throw error;
    process.stderr.write(`Line ${entry.line} could not be scanned: ${printable(error.message)}\n`);
    return null;
  }
  run.failures = 0;
  const later = attempts === 1 ? retryAfter(report, Date.now()) : null;
  if (later === null) await store(run, entry, attempts, report);
  return later;
}

async function showRun(total: number, before: number, { quiet = false, plain = false }: BulkFlags) {
  const since = performance.now();
  let done = before;
  const line = (now: string) =>
    progressLine({ done, total, doneNow: done - before, since: (performance.now() - since) / 1000, now });
  if (quiet || !process.stderr.isTTY) return { next: () => void (done += 1), stop: () => {} };
  if (plain)
    return {
      next: (host: string) => void process.stderr.write(`${(done += 1)} of ${total}: ${host}\n`),
      stop: () => {},
    };
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: process.stderr, text: line('starting'), discardStdin: false }).start();
  return {
    next(host: string) {
      done += 1;
      spinner.text = line(host);
    },
    stop: () => void spinner.stop(),
  };
}

/**
 * Exit code 0 when every line has its row, whatever is in it; 2 when lines were bad, names are missing or scans could not be made.
 * @throws Refusal when the list or the folder cannot be used
 */
export async function runBulk(file: string, flags: BulkFlags, surroundings: Surroundings): Promise<ExitCode> {
  const config = await readConfig(flags.config);
  const scanner = await createScanner(scanFlags(flags, config), surroundings);
  const text = await readText(file, 'The list');
  const { entries, bad, repeated } = readNames(text, scanner.target);
  const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  for (const { line, problem } of bad) say(`Line ${line} was skipped: ${problem}`);
  for (const { line, first } of repeated) say(`Line ${line} repeats line ${first} and was skipped.`);
  if (entries.length === 0) throw new Refusal(`The list ${file} has no addresses: put one on each line.`);

  const folder = flags.into ?? (file === '-' ? 'latchkey-bulk' : `${file}.latchkey`);
  const journal = await Journal.open(folder);
  try {
    if (flags.keepReports) await mkdir(join(folder, 'reports'), { recursive: true });
    const present = new Set(entries.map(({ target }) => target.url));
    const open = entries.filter(({ target }) => !journal.has(target.url));
    const before = entries.length - open.length;
    if (before > 0 && !flags.quiet)
      say(
        `${before} of ${entries.length} names are already done${open.length > 0 ? '; continuing with the rest' : ''}.`,
      );
    const progress = await showRun(entries.length, before, flags);
    const stopped = await interruptible(async (signal) => {
      const run: Run = { journal, scanner, keepReports: flags.keepReports ?? false, signal, failures: 0 };
      try {
        await workOff(open, {
          concurrency: Math.floor(flags.concurrency ?? machineCarries()) || 1,
          pauseMs: (flags.pause ?? defaultPauseS) * 1000,
          signal,
          work: async (entry, attempt) => {
            const later = await scanEntry(run, entry, attempt);
            if (journal.has(entry.target.url)) progress.next(entry.target.host);
            return later;
          },
        });
      } finally {
        progress.stop();
      }
      return signal.aborted;
    });
    const summary = await writeViews(journal, present);
    if (!flags.quiet) await writeOut(summaryText(summary, styleFor(process.stdout, flags)));
    if (stopped) {
      const left = entries.length - summary.total;
      throw new Refusal(
        `${interrupted} ${summary.total} of ${entries.length} names are in ${join(folder, rowsFile)}; run the same command again for the other ${left}.`,
      );
    }
    const missing = entries.length - summary.total;
    const complete = missing === 0 && bad.length === 0;
    return complete ? exitCodes.passed.code : exitCodes.notRun.code;
  } finally {
    await journal.close();
  }
}
