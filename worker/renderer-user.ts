/** The user that the browser runs as. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ScanOptions } from '../lib/scan/types.ts';
import { SettingsError } from '../lib/settings.ts';

const run = promisify(execFile);

/** Ids of the user that is set. @throws SettingsError when the machine has no such user */
export async function rendererUser(name: string | undefined): Promise<Pick<ScanOptions, 'renderAs'>> {
  if (name === undefined) return {};
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (of) => Number((await run('id', [of, name])).stdout)));
    if (uid !== undefined && gid !== undefined) return { renderAs: { uid, gid } };
  } catch (error) {
    // `id` exits with 1 when there is none.
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'number')) throw error;
    throw new SettingsError([`RENDERER_USER names ${name}, and this machine has no such user.`]);
  }
  return {};
}
