/** Finds a Chromium without downloading one: Debian's, an installed Chrome, or the one inside the npm package @sparticuz/chromium. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A browser that playwright-core can start. */
export interface Browser {
  executablePath: string;
  /** `system` is a full browser, which calls its vendor in the background; `packaged` is a headless shell, which does not. */
  kind: 'system' | 'packaged';
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const executable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Another user than ours may be the one that runs what was unpacked into a folder. */
async function openToOthers(folder: string): Promise<void> {
  try {
    for (const path of [folder, join(folder, 'chromium'), join(folder, 'locales')]) await chmod(path, 0o755);
  } catch (error) {
    // The folder is another's, who has decided.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOENT') throw error;
  }
}

/**
 * The package unpacks into the temporary folder and takes whatever file of that name is there, also one that another process is still
 * writing or that another user has planted. So it unpacks, in a process of its own, into a new private folder, which is then moved
 * into place as a whole.
 */
async function unpack(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const cache = join(process.cwd(), '.cache');
  const { version } = JSON.parse(
    await readFile(join(process.cwd(), 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const home = join(cache, `chromium-${version}`);
  const path = join(home, 'chromium');
  if (await executable(path)) {
    await openToOthers(home);
    return path;
  }
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'unpacking-'));
  try {
    const script =
      "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
    await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: process.cwd(),
      env: { NODE_ENV: 'production', TMPDIR: fresh },
      timeout: 60_000,
    });
    // Libraries that the host lacks show here and not in the middle of a scan.
    await run(join(fresh, 'chromium'), ['--version'], { timeout: 10_000 });
    await openToOthers(fresh);
    await rename(fresh, home).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
    return path;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The packaged Chromium, unpacked, or null when this machine has none that runs; `why` hears the reason when it was there but could not be used. */
async function packaged(why: (reason: string) => void): Promise<Browser | null> {
  try {
    const path = await unpack();
    return path === null ? null : { executablePath: path, kind: 'packaged' };
  } catch (error) {
    why(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function system(): Promise<Browser | null> {
  for (const path of installed) if (await executable(path)) return { executablePath: path, kind: 'system' };
  return null;
}

/**
 * The browser to use, or null when this machine has none that runs. `packaged`: also the one that is installed in the working directory, which
 * must then be the product's own. `why` hears the reason when that one was there but could not be used.
 */
export async function findBrowser({
  why = () => {},
  packaged: orPackaged = true,
}: { why?: (reason: string) => void; packaged?: boolean } = {}): Promise<Browser | null> {
  return (await system()) ?? (orPackaged ? await packaged(why) : null);
}

/** One browser of each kind that this machine has; `why` as for `findBrowser`. */
export async function findBrowsers(why: (reason: string) => void = () => {}): Promise<Browser[]> {
  return [await system(), await packaged(why)].filter((one) => one !== null);
}
