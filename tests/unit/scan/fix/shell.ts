/** Runs the lines of a shell artefact with every command replaced by a recorder, so that only the quoting is at work. */
import { spawnSync } from 'node:child_process';

/**
 * The arguments of each `curl` call. Throws when the script does anything else: another command cannot be found, because the search path
 * is empty, and then the shell says so and its status tells.
 */
export function runShell(script: string, variables: Readonly<Record<string, string>> = {}): string[][] {
  const recorder = `curl() { printf '%s\\0' "$@" >&2; printf '\\1\\0' >&2; }; grep() { :; }; seq() { echo 1; };`;
  const result = spawnSync('/bin/sh', ['-e', '-u', '-c', `${recorder}\n${script}`], {
    env: { NODE_ENV: 'test', PATH: '/nonexistent', ...variables },
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`the shell ended with ${result.status}: ${result.stderr}`);
  return result.stderr
    .split('\u0001\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
}
