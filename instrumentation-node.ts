import { beginShutdown } from './app/shutdown.ts';
import { watchConnections } from './app/visitor.ts';
import { settings } from './lib/settings.ts';

/** Reads the settings, so that a wrong one stops the process at once, notes who connects, and ends open streams when the process is asked to stop. */
export function start(): void {
  settings();
  watchConnections();
  process.on('SIGTERM', beginShutdown);
  process.on('SIGINT', beginShutdown);
  // The channel to the launcher closes also when the launcher is killed; without it nobody would stop this process.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
