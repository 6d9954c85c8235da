/** A PostgreSQL that one test has for itself, to stop it or to use it up. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, migrate } from '../../scripts/migrate.mjs';
import { anyPort, startPostgres, stopChild } from '../../scripts/processes.mjs';
import { until } from '../integration/workers.ts';
import { openLedger } from './ledger.ts';
import { processTable } from './processes.ts';

export interface OwnPostgres {
  /** A migrated database with a ledger. */
  url: string;
  /** Ends sessions, writes everything to disk. */
  stop(): Promise<void>;
  /** As when the power fails. */
  kill(): Promise<void>;
  /** On the same port, with the same data. */
  start(): Promise<void>;
  /** Stops it and removes its data. @throws when a process of it is left. */
  remove(): Promise<void>;
}

/** Starts a server with a database ready for use. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-fault-'));
  // As root the server runs as "nobody", who must be able to enter.
  await chmod(folder, 0o755);
  const port = await anyPort();
  const launch = () => startPostgres(join(folder, 'pg'), port);
  let server = await launch();
  const url = await ensureDatabase(server.url, 'fault');
  await migrate(url);
  await openLedger(url);
  return {
    url,
    stop: () => stopChild(server),
    async kill() {
      const wrapper = server.child.pid;
      const postmaster = processTable().find(
        ({ parent, command }) => parent === wrapper && command.includes('postgres'),
      );
      if (!postmaster) throw new Error('The server process was not found.');
      process.kill(postmaster.pid, 'SIGKILL');
      await until(
        'the wrapper of the killed server to end',
        async () => server.child.exitCode !== null || server.child.signalCode !== null,
      );
    },
    async start() {
      server = await launch();
    },
    async remove() {
      await stopChild(server);
      await until(
        'no server left behind',
        async () => !processTable().some(({ command }) => command.includes(`-p ${port} `)),
      );
      await rm(folder, { recursive: true, force: true });
    },
  };
}
