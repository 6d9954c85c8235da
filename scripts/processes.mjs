/** Child processes that never outlive their parent, and free ports. Node built-ins only: this runs before anything is installed. */
import { execFileSync, fork, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The first free port from `port` on, tried on `host`; rejects after 50 taken ones. */
export function freePort(port, host = '127.0.0.1', tries = 50) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      tries > 0 && port !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
        ? resolve(freePort(port + 1, host, tries - 1))
        : reject(error),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const free = server.address().port;
      server.close(() => resolve(free));
    });
  });
}

/** A free port below those that systems give to connections and to servers that ask for any: nobody is given it before it is used. */
export const anyPort = () => freePort(randomInt(20_000, 32_000));

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** The parent of a process when that process is a shell, which npm may have put between itself and us; else null. */
function parentOfShell(pid) {
  if (process.platform === 'win32') return null;
  const [, parent, command] = /^\s*(\d+)\s+(.*)$/m.exec(
    execFileSync('ps', ['-p', String(pid), '-o', 'ppid=,comm='], { encoding: 'utf8' }),
  ) ?? [null, '0', ''];
  return /(^|[-/])(sh|bash|dash|ash|zsh|ksh|busybox)$/.test(command.trim()) ? Number(parent) : null;
}

/**
 * Calls `gone` when the npm (or pnpm, or yarn) that started this process has ended, also when it was killed. Nothing is watched when no
 * script runner started it: under a service manager, or sent to the background from a shell, it is meant to outlive what is above it.
 */
export function whenStarterEnds(gone) {
  if (!process.env.npm_lifecycle_event || process.ppid <= 1) return;
  const parent = process.ppid;
  const above = [parent, parentOfShell(parent)].filter((pid) => pid !== null && pid > 1);
  const timer = setInterval(() => {
    if (process.ppid === parent && above.every(alive)) return;
    clearInterval(timer);
    gone();
  }, 250);
  timer.unref();
}

/**
 * Starts a Node process in a process group of its own, so that the terminal's Ctrl-C reaches only the launcher, with an IPC
 * channel whose closing tells the child that its parent is gone (also after SIGKILL).
 * `grace` is the time in ms that it gets between SIGTERM and SIGKILL.
 */
export function startChild({ name, args, env, grace = 5000, stdio = 'inherit' }) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    detached: process.platform !== 'win32',
    stdio: ['ignore', stdio, stdio, 'ipc'],
  });
  return { name, child, grace };
}

/** Sends SIGTERM, after the grace time SIGKILL to the whole group; resolves when the process is gone. */
export function stopChild({ child, grace }) {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => {
      try {
        if (process.platform === 'win32') child.kill('SIGKILL');
        else process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }, grace);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Starts embedded PostgreSQL, on a free port when none is named; resolves to its administrator address and the child to stop. */
export async function startPostgres(dataFolder, port) {
  const child = fork(`${root}/scripts/pg.mjs`, [dataFolder, String(port ?? (await anyPort()))], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  const handle = { name: 'postgres', child, grace: 12_000 };
  return new Promise((resolve, reject) => {
    child.once('message', (message) =>
      message.ready ? resolve({ ...handle, url: message.url }) : reject(new Error(message.error)),
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code} while starting.`)));
  });
}
