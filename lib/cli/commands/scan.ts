/** `latchkey scan <url…>` */
import { ScanError } from '../../scan/errors.ts';
import type { Report } from '../../scan/schema/report.ts';
import type { Target } from '../../scan/types.ts';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { prepareEnding, type ReportFlags } from '../finish.ts';
import { interruptible } from '../interrupt.ts';
import type { Outputs } from '../outputs.ts';
import { showProgress } from '../progress.ts';
import { createScanner, type Scanner, type ScanFlags, type ScanRun, type Surroundings } from '../scanner.ts';

/** Flags over configuration. */
export function scanFlags(flags: ScanFlags, config: Config): ScanFlags {
  const { allowPrivate, maxRequests, timeout, browser, ca, userAgent, resolve, headers } = config;
  return {
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(ca === undefined ? {} : { ca }),
    ...(userAgent === undefined ? {} : { userAgent }),
    ...flags,
    // Without a flag commander says true: take whatever there is.
    browser: flags.browser === true || flags.browser === undefined ? (browser ?? true) : flags.browser,
    resolve: [...(resolve ?? []), ...(flags.resolve ?? [])],
    header: [...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`), ...(flags.header ?? [])],
  };
}

function targetOf(scanner: Scanner, input: string, several: boolean) {
  try {
    return scanner.target(input);
  } catch (error) {
    if (several && error instanceof ScanError)
      throw new Refusal(`${JSON.stringify(input.slice(0, 60))}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** `handshakeFor`: what `verify` does besides looking. Resolves to the reports' exit code, and the reports. */
export async function runScan(
  given: readonly string[],
  outputs: Outputs,
  flags: ScanFlags & ReportFlags,
  surroundings: Surroundings,
  handshakeFor: (target: Target) => Promise<ScanRun['handshake']> = () => Promise.resolve(undefined),
): Promise<{ code: ExitCode; reports: readonly Report[] }> {
  const config = await readConfig(flags.config);
  const inputs = given.length > 0 ? given : [config.url ?? []].flat();
  if (inputs.length === 0) throw new Refusal('Give a web address to scan, such as `latchkey scan api.example.com`.');
  const ending = await prepareEnding(outputs, flags, config);
  const scanner = await createScanner(scanFlags(flags, config), surroundings);
  const targets = inputs.map((input) => targetOf(scanner, input, inputs.length > 1));
  const handshakes = await Promise.all(targets.map(handshakeFor));
  const reports = await interruptible(async (signal) => {
    const made: Report[] = [];
    for (const [at, target] of targets.entries()) {
      const progress = await showProgress(target.host, flags);
      const handshake = handshakes[at];
      // A question has the terminal for itself.
      const confirm = async (hosts: readonly string[]) => {
        progress.stop();
        return (await handshake?.confirmHosts?.(hosts)) ?? false;
      };
      try {
        made.push(
          await scanner.scan(target, {
            signal,
            tell: progress.tell,
            ...(handshake ? { handshake: { ...handshake, confirmHosts: confirm } } : {}),
          }),
        );
      } finally {
        progress.stop();
      }
    }
    return made;
  });
  return { code: await ending.write(reports), reports };
}
