/** Child processes that never outlive their parent, and free ports. Node built-ins only: this runs before anything is installed. */
import { fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The first free port from `port` on, tried on `host`; rejects after 50 taken ones. */
export function freePort(port, host = '127.0.0.1', tries = 50) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      tries > 0 && port !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES') ? resolve(freePort(port + 1, host, tries - 1)) : reject(error),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const free = server.address().port;
      server.close(() => resolve(free));
    });
  });
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

/** Starts embedded PostgreSQL on a free port; resolves to its administrator address and the child to stop. */
export async function startPostgres(dataFolder, fromPort = 0) {
  const port = await freePort(fromPort);
  const child = fork(`${root}/scripts/pg.mjs`, [dataFolder, String(port)], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  const handle = { name: 'postgres', child, grace: 12_000 };
  return new Promise((resolve, reject) => {
    child.once('message', (message) => (message.ready ? resolve({ ...handle, url: message.url }) : reject(new Error(message.error))));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code} while starting.`)));
  });
}
