/**
 * Tries the browser for rendering when a worker starts. In a process of its own: what drives a browser takes 60 MB, which most workers never
 * need again.
 */
import { execFile } from 'node:child_process';
import { hostname } from 'node:os';
import { promisify } from 'node:util';
import type { RendererState } from '../lib/admin/renderer.ts';
import { log } from '../lib/log.ts';
import { missingSandbox } from '../lib/scan/render/chromium.ts';
import { sharedUser, type RenderUser } from '../lib/scan/render/user.ts';

/** First argument of a worker that tries a browser, ends, and does nothing else. */
const trial = 'try-browser';
const browserMs = 10_000;
const processMs = 30_000;

/** Whether this process was started for a trial; if so, it tells on standard output why there is no sandbox, and the promise resolves. */
export async function isTrial([asked, browserPath, uid, gid]: readonly string[]): Promise<boolean> {
  if (asked !== trial || browserPath === undefined) return false;
  // The pipe closes when the worker is gone; nobody waits for the answer then, and the browser ends with this process.
  process.stdin.once('end', () => process.exit(1)).resume();
  const user = uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
  process.stdout.write(JSON.stringify({ problem: await missingSandbox(browserPath, browserMs, user) }));
  process.stdin.destroy();
  return true;
}

/**
 * Tries the browser, so that the operator hears in the log and on the admin page when nothing but the browser itself stands between a page
 * and this machine. Scans that need no browser run all the same.
 */
export async function tryBrowser(browserPath: string, user: RenderUser | undefined): Promise<RendererState | null> {
  const logger = log('worker');
  try {
    const [, program = ''] = process.argv;
    const ids = user === undefined ? [] : [String(user.uid), String(user.gid)];
    const args = [...process.execArgv, program, trial, browserPath, ...ids];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: processMs });
    const { problem } = JSON.parse(stdout) as { problem: string | null };
    if (problem !== null) logger.warn({ browser: browserPath, problem }, 'pages are rendered without a sandbox');
    const shared = sharedUser(user);
    if (shared !== null)
      logger.warn({ browser: browserPath, reason: shared }, "pages are rendered as the worker's own user");
    return { sandbox: problem === null, problem, shared, machine: hostname() };
  } catch (err) {
    logger.error({ err, browser: browserPath }, 'the browser for rendering does not start');
    return null;
  }
}
