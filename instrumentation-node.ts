import { quietAborts } from './app/aborts.ts';
import { tameMethods } from './app/methods.ts';
import { beginShutdown } from './app/shutdown.ts';
import { watchConnections } from './app/visitor.ts';
import { settings, SettingsError } from './lib/settings.ts';

/** Reads the settings, so that a wrong one stops the process at once, notes who connects, and ends open streams when the process is asked to stop. */
export function start(): void {
  try {
    settings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    // Next logs what is thrown here and serves all the same.
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  watchConnections();
  tameMethods();
  quietAborts();
  process.on('SIGTERM', beginShutdown);
  process.on('SIGINT', beginShutdown);
  // The channel to the launcher closes also when the launcher is killed; without it nobody would stop this process.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
