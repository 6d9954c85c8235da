/**
 * The one command: everything that a running Latchkey needs, in order, under one parent.
 *
 * install → generate → database → migrations → build → worker and web → "ready". What is fresh is skipped. Ends all of it on Ctrl-C,
 * SIGTERM, a closed terminal, the death of npm or that of web or database; a worker that dies is started again. Children end by themselves
 * when the parent is killed.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  bundle,
  bundleReader,
  bundleOptions,
  bundleEnhance,
  ensureBuilt,
  ensureGenerated,
  ensureInstalled,
  loadEnvironment,
  requireNode,
  stopBusy,
} from './prepare.mjs';
import { freePort, root, startChild, startPostgres, stopChild, whenStarterEnds } from './processes.mjs';
import { say, step } from './steps.mjs';

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const children = new Set();
let ending = false;
let lockFile = null;

/** Ends every child, the database last, then this process. */
async function end(code) {
  if (ending) return;
  ending = true;
  stopBusy();
  const database = [...children].filter(({ name }) => name === 'postgres');
  await Promise.all([...children].filter(({ name }) => name !== 'postgres').map(stopChild));
  await Promise.all(database.map(stopChild));
  if (lockFile) rmSync(lockFile, { force: true });
  process.exit(code);
}

/** Keeps an eye on a child: when it ends by itself, `died` is called. */
function watch(handle, died) {
  children.add(handle);
  handle.child.once('exit', (code, signal) => {
    children.delete(handle);
    if (!ending) died(signal ?? code);
  });
  return handle;
}

/** Whether the process is a launcher of ours: numbers are reused. */
function isLauncher(pid) {
  try {
    process.kill(pid, 0);
    if (process.platform === 'win32') return true;
    return /scripts[/\\](start|dev)\.mjs/.test(
      execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }),
    );
  } catch (error) {
    // Not running, not ours to signal, or unknown to ps.
    return error.code === 'EPERM';
  }
}

/** Two launchers on one data folder would fight over the database, so the second one says where the first is and stops. */
function takeDataFolder(dataFolder) {
  const file = join(dataFolder, 'launcher.json');
  if (existsSync(file)) {
    const { pid, url } = JSON.parse(readFileSync(file, 'utf8'));
    if (pid !== process.pid && isLauncher(pid)) {
      say(
        `Latchkey already runs here (process ${pid}${url ? `, ${url}` : ''}). Stop it first, or set DATA_DIR to another folder.`,
      );
      process.exit(1);
    }
  }
  mkdirSync(dataFolder, { recursive: true });
  lockFile = file;
  rmSync(file, { force: true });
  // The database's address holds its password, for `npm run admin`.
  return (url, databaseUrl = null) =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, url, databaseUrl }), { mode: 0o600 });
}

/** Reads the settings as the processes will, so that a wrong one is named once, here. */
async function checkedSettings(dev) {
  const { parseSettings } = await import(pathToFileURL(await bundle('lib/settings.ts', '.cache/settings.mjs')).href);
  return parseSettings({ ...process.env, NODE_ENV: dev ? 'development' : 'production' });
}

async function openDatabase(dataFolder) {
  const { ensureOwnDatabase, migrate } = await import('./migrate.mjs');
  let url = process.env.DATABASE_URL?.trim();
  if (url) {
    const { hostname, port } = new URL(url);
    await step(
      `Bringing the database on ${hostname}:${port || 5432} up to date`,
      async () => (await migrate(url)).length > 0,
    );
    return url;
  }
  await step('Starting PostgreSQL', async () => {
    const postgres = await startPostgres(join(dataFolder, 'postgres'));
    watch(postgres, (how) => {
      say(`PostgreSQL ended by itself (${how}).`);
      void end(1);
    });
    url = await ensureOwnDatabase(postgres.url, 'latchkey');
  });
  await step('Bringing the database up to date', async () => (await migrate(url)).length > 0);
  return url;
}

/** The key of an embedded installation for credentials on their way to the worker: drawn once, readable by its user alone. */
function credentialsKey(dataFolder) {
  const file = join(dataFolder, 'credentials-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** A worker that has run for so long was healthy, in milliseconds: what ended it is no longer what ended the one before. */
const HEALTHY_MS = 60_000;
const LONGEST_PAUSE_S = 60;

/**
 * Starts the worker, and starts it again whenever it dies, each time after a longer pause: the site stays up meanwhile, and scans wait in
 * line. Source maps cost memory, so only `dev` has them; a smaller nursery for objects (V8's has 16 MB) takes 20 MB less and 3 % more processor.
 * glibc's heaps stay few and give back what is free: 15 MB less at rest.
 */
function runWorker(env, drainSeconds, dev) {
  let pauseS = 1;
  const start = () => {
    const since = Date.now();
    const handle = startChild({
      name: 'worker',
      args: [...(dev ? ['--enable-source-maps'] : []), '--max-semi-space-size=4', join(root, '.cache/worker.mjs')],
      env: { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', ...env },
      grace: (drainSeconds + 5) * 1000,
    });
    watch(handle, (how) => {
      if (handle.replaced) return;
      if (Date.now() - since > HEALTHY_MS) pauseS = 1;
      say(`The worker ended (${how}) and is started again${pauseS > 1 ? ` in ${pauseS} s` : ''}.`);
      setTimeout(() => ending || (current = start()), pauseS * 1000);
      pauseS = Math.min(pauseS * 2, LONGEST_PAUSE_S);
    });
    return handle;
  };
  let current = start();
  return async function restart() {
    const old = current;
    old.replaced = true;
    await stopChild(old);
    if (!ending) current = start();
  };
}

/** Rebuilds the worker's bundle on each change and calls `changed` after each but the first. */
async function watchWorker(changed) {
  const esbuild = await import('esbuild');
  let builds = 0;
  const plugin = {
    name: 'restart',
    setup: (build) =>
      build.onEnd(async ({ errors }) => {
        if (errors.length > 0 || builds++ === 0) return;
        await bundleReader();
        await changed();
      }),
  };
  const context = await esbuild.context({
    ...bundleOptions('worker/index.ts', '.cache/worker.mjs'),
    plugins: [plugin],
  });
  await context.watch();
}

/** Resolves when the site answers. */
async function untilAnswers(url) {
  for (const until = Date.now() + 60_000; Date.now() < until && !ending;) {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer) return;
    await new Promise((ok) => setTimeout(ok, 60));
  }
  throw new Error('The site did not answer within a minute.');
}

async function launch({ dev }) {
  const since = performance.now();
  loadEnvironment();
  const dataFolder = resolve(root, process.env.DATA_DIR || '.data');
  const announce = takeDataFolder(dataFolder);
  announce(null);

  await step('Installing packages', () => ensureInstalled({ dev }));
  const settings = await checkedSettings(dev);
  await step('Generating the database client', ensureGenerated);
  const databaseUrl = await openDatabase(dataFolder);
  await bundle('worker/index.ts', '.cache/worker.mjs');
  if (dev) await bundleEnhance();
  else await step('Building the site', ensureBuilt);

  const port = await freePort(settings.port, settings.host);
  if (port !== settings.port) say(`  Port ${settings.port} is taken; using ${port}.`);
  const shown = settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host;
  const url = `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
  const env = {
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    SITE_URL: process.env.SITE_URL || url,
    ...(!process.env.CREDENTIALS_KEY &&
      !process.env.DATABASE_URL?.trim() && { CREDENTIALS_KEY: credentialsKey(dataFolder) }),
  };

  // Ctrl-C should not wait long for scans; a stopped scan goes back into the queue and runs at the next start.
  const drainSeconds = process.env.DRAIN_S ? settings.drainS : 2;
  await step('Starting web and worker', async () => {
    const restart = runWorker({ ...env, DRAIN_S: String(drainSeconds) }, drainSeconds, dev);
    if (dev) await watchWorker(restart);
    const web = !dev && settings.webProcesses > 1 ? 'scripts/web.mjs' : 'node_modules/next/dist/bin/next';
    const args = [
      '--import',
      pathToFileURL(join(root, 'scripts/with-parent.mjs')).href,
      join(root, web),
      dev ? 'dev' : 'start',
      '-p',
      String(port),
      '-H',
      settings.host,
    ];
    watch(startChild({ name: 'web', args, env, grace: 4000, stdio: 'inherit' }), (how) => {
      say(`The web server ended by itself (${how}).`);
      void end(1);
    });
    await untilAnswers(url);
  });
  announce(url, databaseUrl);
  say(
    `\n  ${settings.siteName} is ready at ${url}  (${((performance.now() - since) / 1000).toFixed(1)} s)\n  Ctrl-C stops it.\n`,
  );
  process.send?.({ ready: true, url });
}

/** Runs until something ends it. `dev`: reload the site, and restart the worker, on every change. */
export async function main({ dev }) {
  requireNode();
  for (const [signal, code] of Object.entries(EXIT_CODES)) process.on(signal, () => void end(code));
  if (process.send) process.on('disconnect', () => void end(1));
  whenStarterEnds(() => void end(EXIT_CODES.SIGTERM));
  // Whoever read what is said may be gone first; the order of the end matters more than its words.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => void end(1));
  try {
    await launch({ dev });
  } catch (error) {
    if (ending) return;
    say(`\n${error.message}`);
    await end(error.name === 'SettingsError' ? 2 : 1);
  }
}
