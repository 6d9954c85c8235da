/** Server software that is no npm package, started as a process of its own behind a pass-through that notes every request. */
import { spawn, spawnSync } from 'node:child_process';
import { createServer, request as ask, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { anyPort } from '../../scripts/processes.mjs';
import type { Expectation } from '../worlds/lib/world.ts';
import { watch, type RealServer, type RunningServer } from './types.ts';

/** What there is to start. */
export interface Program {
  id: string;
  title: string;
  /** The Debian packages that hold it, as an operator would install them. */
  packages: string;
  /** Exits with 0 where everything is installed. */
  probe: readonly [string, ...string[]];
  /** The command, for a free port and an empty directory. */
  command(port: number, directory: string): readonly [string, ...string[]];
  env?: Record<string, string>;
  /** Files that it needs, by name. */
  files?: Record<string, string>;
}

/** A program that is scanned from outside. */
export interface ScannedProgram extends Program {
  /** What a visitor types after the origin. */
  path?: string;
  expect(origin: string): Expectation;
}

/** Hands every request on as it came, `Host` included, so that the program writes addresses of the pass-through. Paths of `own` it answers itself. */
async function passThrough(port: number, own: Readonly<Record<string, RequestListener>>) {
  const server = createServer((incoming, outgoing) => {
    const mine = own[incoming.url ?? ''];
    if (mine) return mine(incoming, outgoing);
    const onward = ask(
      { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.writeHead(502).end());
    return incoming.pipe(onward);
  });
  const log = watch(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, log, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Waits until something answers. */
async function answers(port: number, hasEnded: () => boolean, patience = 250): Promise<void> {
  for (let tries = 0; tries < patience; tries += 1) {
    const up = await new Promise<boolean>((resolve) => {
      const probe = ask({ host: '127.0.0.1', port, path: '/' }, (answer) => resolve(answer.resume() !== undefined));
      probe.on('error', () => resolve(false));
      probe.end();
    });
    if (up) return;
    if (hasEnded()) throw new Error(`the program for port ${port} ended before it answered`);
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  throw new Error(`nothing answers on port ${port}`);
}

/** The packages that this machine lacks to run a program, null when it has them. */
export function missing({ probe: [command, ...options], packages }: Program): string | null {
  return spawnSync(command, options, { stdio: 'ignore' }).status === 0 ? null : packages;
}

/** Starts a program in an empty directory; resolves when it answers, to its address without a slash at the end. */
export async function run(
  program: Program,
  own: Readonly<Record<string, RequestListener>> = {},
): Promise<Pick<RunningServer, 'url' | 'log' | 'stop'>> {
  const directory = await mkdtemp(join(tmpdir(), 'latchkey-server-'));
  for (const [name, text] of Object.entries(program.files ?? {})) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  const port = await anyPort();
  const [command, ...options] = program.command(port, directory);
  const child = spawn(command, options, {
    cwd: directory,
    stdio: 'ignore',
    env: { ...process.env, ...program.env, PORT: String(port), HOME: directory },
  });
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  const { server, log, origin } = await passThrough(port, own);
  const stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    if (!ended) {
      const gone = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      child.kill('SIGKILL');
      await gone;
    }
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await answers(port, () => ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: origin, log, stop };
}

/** Makes a real server of a program. */
export const spawned = (program: ScannedProgram): RealServer => ({
  id: program.id,
  title: program.title,
  missing: () => missing(program),
  async start() {
    const { url, log, stop } = await run(program);
    return { url: url + (program.path ?? ''), log, stop, expect: program.expect(url) };
  },
});
