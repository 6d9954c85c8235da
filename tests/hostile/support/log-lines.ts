/** Logs hostile texts the way web and worker do; run as a process of its own, since the log writes to standard output. */
import { log } from '../../../lib/log.ts';
import { ScanError } from '../../../lib/scan/errors.ts';

const texts = JSON.parse(process.argv[2] ?? '[]') as string[];
for (const text of texts) {
  log('worker').info({ host: text, outcome: text, nested: { url: text } }, text);
  log('web').error(
    { err: new ScanError('not-an-address', text, { cause: new Error(`${text}\n    at evil (${text})`) }) },
    'request failed',
  );
}
