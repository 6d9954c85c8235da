/** `latchkey rejudge <report>`: stored reports judged by the rules of this program, without a request. */
import { readReports } from '../baseline.ts';
import { readConfig } from '../config.ts';
import type { ExitCode } from '../exit.ts';
import { prepareEnding, type ReportFlags } from '../finish.ts';
import type { Outputs } from '../outputs.ts';

export async function runRejudge(file: string, outputs: Outputs, flags: ReportFlags): Promise<ExitCode> {
  const ending = await prepareEnding(outputs, flags, await readConfig(flags.config));
  return ending.write(await readReports(file, 'The report'));
}
