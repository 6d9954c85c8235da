/** The command line: `scan <url>`, `--openapi <file|url>`, `--rejudge <report.json>`. Exit 0 scanned, 2 bad usage or refused, 3 unreachable. */
import { readFile } from 'node:fs/promises';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import ora from 'ora';
import { ScanError, parseTarget, rejudge, scan, scanDescription, type Report, type ScanEvent } from '../scan/index.ts';
import { findBrowser } from '../browser.ts';
import { printJson, printReport } from './print.ts';
import { printable } from './printable.ts';

/** Every address, for `--allow-private`: the person at the terminal owns the machine it runs on. */
const everyNet = ['0.0.0.0/0', '::/0'];

interface Flags {
  json?: boolean;
  allowPrivate?: boolean;
  maxRequests?: number;
  timeout?: number;
  openapi?: string;
  rejudge?: string;
  browser?: boolean;
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It takes a number above 0.');
  return value;
}

function program(): Command {
  return new Command('scan')
    .description('Can an AI agent let itself in? Scans the API behind a web address.')
    .argument('[url]', 'web address of the site or its API')
    .option('--json', 'print the Report as JSON on standard output, and nothing else')
    .option('--allow-private', 'also scan addresses inside your own network')
    .option('--max-requests <n>', 'send at most this many requests (default 90)', positive)
    .option('--timeout <seconds>', 'end the scan after this time (default 45)', positive)
    .option('--openapi <file|url>', 'judge an API description alone')
    .option('--rejudge <report.json>', 'judge a stored report again, without a request')
    .option('--no-browser', 'never render pages that are empty without JavaScript')
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stderr.write(text), writeErr: (text) => process.stderr.write(text) });
}

async function runScan(url: string, flags: Flags): Promise<Report> {
  const allowNets = flags.allowPrivate ? everyNet : [];
  const target = parseTarget(url, { allowNets });
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  const live = !flags.json && process.stderr.isTTY;
  const spinner = live ? ora({ stream: process.stderr, text: `Scanning ${target.host}` }).start() : null;
  const show = (event: ScanEvent) => {
    if (!spinner) return;
    const count = `${event.requests} requests, ${(event.ms / 1000).toFixed(1)} s`;
    if (event.type === 'found') spinner.info(printable(event.text)).start(count);
    else if (event.type === 'wall') spinner.warn(printable(event.text)).start(count);
    else spinner.text = `${event.text} · ${count}`;
  };
  const browser = flags.browser === false ? null : await findBrowser();
  const run = scan(target, {
    allowNets,
    signal: stop.signal,
    ...(flags.browser === false ? {} : { browserPath: browser?.executablePath ?? null }),
    budget: { ...(flags.maxRequests ? { requests: Math.floor(flags.maxRequests) } : {}), ...(flags.timeout ? { totalMs: flags.timeout * 1000 } : {}) },
  });
  try {
    for (;;) {
      const step = await run.next();
      if (step.done) return step.value;
      show(step.value);
    }
  } finally {
    spinner?.stop();
    process.off('SIGINT', interrupt);
  }
}

async function run(url: string | undefined, flags: Flags): Promise<Report> {
  if (flags.rejudge) return rejudge(JSON.parse(await readFile(flags.rejudge, 'utf8')) as unknown);
  if (flags.openapi) return scanDescription(flags.openapi, { allowNets: flags.allowPrivate ? everyNet : [], readFile: (path) => readFile(path, 'utf8') });
  return runScan(url ?? '', flags);
}

/**
 * Runs the command.
 * @param argv arguments after the command's name
 * @returns the exit code: 0 scanned, 2 bad usage or refused target, 3 unreachable
 */
export async function main(argv: string[]): Promise<number> {
  const command = program();
  try {
    command.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const flags = command.opts<Flags>();
  const [url] = command.args;
  if (!url && !flags.openapi && !flags.rejudge) {
    process.stderr.write('Give a web address to scan, such as `npm run -s scan -- api.example.com`.\n');
    return 2;
  }
  try {
    const report = await run(url, flags);
    process.stdout.write(flags.json ? printJson(report) : printReport(report));
    return report.outcome === 'unreachable' ? 3 : report.outcome === 'refused' ? 2 : 0;
  } catch (error) {
    if (error instanceof ScanError) {
      process.stderr.write(`${printable(error.message)}\n`);
      return 2;
    }
    const named = flags.rejudge ?? flags.openapi;
    if (named && error instanceof SyntaxError) {
      process.stderr.write(`The file is not JSON: ${printable(error.message)}\n`);
      return 2;
    }
    // Errors of the file system name the call that failed; an error of the scan itself is ours, and is thrown.
    if (named && error instanceof Error && 'syscall' in error) {
      process.stderr.write(`The file could not be read: ${printable(error.message)}\n`);
      return 2;
    }
    throw error;
  }
}
