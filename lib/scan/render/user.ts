/** The browser as a user of its own, so that a page which breaks out of it reads nothing of the process that scans. Only root can start it so. */
import { access, chown, constants, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface RenderUser {
  uid: number;
  gid: number;
}

/** Of util-linux, which every Linux has; Node changes users only for processes that it starts itself, and the driver starts the browser. */
const setpriv = '/usr/bin/setpriv';

/** Why the browser runs as the user that this process runs as, as half a sentence; null when it runs as `user`. */
export function sharedUser(user: RenderUser | undefined): string | null {
  if (process.platform !== 'linux') return 'only Linux lets it run as another';
  if (process.getuid?.() !== 0) return 'only root can start it as another';
  if (user === undefined) return 'no other is set';
  return user.uid === 0 ? 'the one that is set is root' : null;
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Gives `home` to the user and puts a program into it that starts the browser as that user. Its own sandbox may be a program with more rights than
 * the user, so only without it nothing that it starts can gain any. Resolves to the program's path.
 */
export async function startingAs(
  { uid, gid }: RenderUser,
  browserPath: string,
  home: string,
  sandbox: boolean,
): Promise<string> {
  await access(setpriv, constants.X_OK);
  const program = join(home, 'browser');
  const flags = `--reuid ${uid} --regid ${gid} --clear-groups${sandbox ? '' : ' --no-new-privs'}`;
  // The driver makes a folder for the profile as the user that it is, which the browser could not write to. Chromium takes the last one named.
  const command = `${setpriv} ${flags} -- ${quoted(browserPath)} "$@" --user-data-dir=${quoted(join(home, 'profile'))}`;
  await writeFile(program, `#!/bin/sh\nexec ${command}\n`, { mode: 0o755 });
  await chown(home, uid, gid);
  return program;
}
