/** The command line, from arguments to an exit code. */
import { CommanderError } from 'commander';
import { exitCodes, isSystemError, reasonOf, Refusal, type ExitCode } from './exit.ts';
import { printable } from './printable.ts';
import { createProgram } from './program.ts';
import type { Surroundings } from './scanner.ts';

export type { Surroundings } from './scanner.ts';

/** What a visitor did wrong, wherever it was noticed; by name, because its class would load the engine. */
const isScanError = (error: unknown): error is Error => error instanceof Error && error.name === 'ScanError';

/** The sentence for an error that is not ours; null for one that is. */
function sentenceFor(error: unknown): string | null {
  if (error instanceof Refusal || isScanError(error)) return error.message;
  if (isSystemError(error)) return `${error.path ?? 'A file'} could not be used: ${reasonOf(error)}.`;
  return null;
}

/**
 * Runs the command and resolves to its exit code (exit.ts). Throws only mistakes of ours.
 * @param argv arguments after the command's name
 */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let code: ExitCode = exitCodes.passed.code;
  const program = createProgram(surroundings, (ran) => {
    code = ran;
  });
  // The write that fails says so itself; without a listener the process would end before it can.
  const ignore = () => undefined;
  process.stdout.on('error', ignore);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.passed.code : exitCodes.notRun.code;
    const sentence = sentenceFor(error);
    if (sentence === null) throw error;
    process.stderr.write(`${printable(sentence)}\n`);
    return exitCodes.notRun.code;
  } finally {
    process.stdout.off('error', ignore);
  }
}
