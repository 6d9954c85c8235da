/** `latchkey openapi <file|url>`: an API description judged alone. */
import { relative } from 'node:path';
import { placesIn } from '../../export/places.ts';
import { scanDescription } from '../../scan/index.ts';
import { readConfig } from '../config.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { readText } from '../files.ts';
import { prepareEnding, type ReportFlags } from '../finish.ts';
import { everyNet } from '../local.ts';
import type { Outputs } from '../outputs.ts';

/** Relative to the working directory, where code scanning and annotations look for it. */
const shownPath = (file: string): string => {
  const path = relative('', file).replaceAll('\\', '/');
  return path === '' || path.startsWith('../') ? file : path;
};

export async function runOpenapi(
  given: string | undefined,
  outputs: Outputs,
  flags: ReportFlags & { allowPrivate?: boolean },
): Promise<ExitCode> {
  const config = await readConfig(flags.config);
  const source = given ?? config.openapi;
  if (source === undefined) throw new Refusal('Give an API description, such as `latchkey openapi openapi.yaml`.');
  const ending = await prepareEnding(outputs, flags, config);
  let text = '';
  const report = await scanDescription(source, {
    allowNets: (flags.allowPrivate ?? config.allowPrivate) ? everyNet : [],
    readFile: async (path) => (text = await readText(path, 'The API description')),
  });
  return ending.write([report], () =>
    text === '' ? null : placesIn(text, source === '-' ? 'stdin' : shownPath(source)),
  );
}
