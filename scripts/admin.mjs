/**
 * `npm run -s admin -- create you@example.com`: operators from the command line, with the database of DATABASE_URL, or with the embedded
 * one: that of the running `npm start`, or started for the moment when nothing runs.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, ensureGenerated, ensureInstalled, loadEnvironment, requireNode } from './prepare.mjs';
import { root, startPostgres, stopChild } from './processes.mjs';

/** What a living launcher on this data folder has written down about itself; null when there is none. */
function runningLauncher(dataFolder) {
  const file = join(dataFolder, 'launcher.json');
  if (!existsSync(file)) return null;
  const launcher = JSON.parse(readFileSync(file, 'utf8'));
  try {
    process.kill(launcher.pid, 0);
    return launcher;
  } catch (error) {
    return error.code === 'EPERM' ? launcher : null;
  }
}

/** Opens the database; `close` undoes what opening did. */
async function openDatabase(dataFolder, launcher) {
  const { ensureOwnDatabase, migrate } = await import('./migrate.mjs');
  const given = process.env.DATABASE_URL?.trim();
  if (given) {
    await migrate(given);
    return { url: given, close: async () => {} };
  }
  if (launcher?.databaseUrl) return { url: launcher.databaseUrl, close: async () => {} };
  if (launcher) throw new Error('Latchkey is starting here right now. Try again when it is ready.');
  const postgres = await startPostgres(join(dataFolder, 'postgres'));
  const url = await ensureOwnDatabase(postgres.url, 'latchkey');
  await migrate(url);
  return { url, close: () => stopChild(postgres) };
}

requireNode();
loadEnvironment();
// An image has the bundle and not its sources.
const source = existsSync(join(root, 'lib/admin/cli.ts'));
if (source) {
  await ensureInstalled();
  await ensureGenerated();
}
const dataFolder = resolve(root, process.env.DATA_DIR || '.data');
const launcher = runningLauncher(dataFolder);
const database = await openDatabase(dataFolder, launcher).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
process.env.DATABASE_URL = database.url;
process.env.LOG_LEVEL ||= 'warn';
try {
  const { main } = await import(
    pathToFileURL(source ? await bundle('lib/admin/cli.ts', '.cache/admin.mjs') : join(root, '.cache/admin.mjs')).href
  );
  process.exitCode = await main(
    process.argv.slice(2),
    launcher?.url ?? `http://127.0.0.1:${process.env.PORT || 3000}`,
    (line) => console.log(line),
  );
} finally {
  await database.close();
}
