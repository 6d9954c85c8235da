/** Starts and ends one headless Chromium that can reach nobody: whatever its pages are to get is handed to it. */
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { groupOf, processesOf } from './processes.ts';
import { sharedUser, startingAs, type RenderUser } from './user.ts';

export interface Chromium {
  browser: Browser;
  /** Process group of the browser, which is no other process's except on Windows. */
  group: number;
  /** Ends the browser, by force when it does not end within `ms`, and removes its files. */
  stop(ms: number): Promise<void>;
}

/** How long a browser that was told to end or was killed gets until nobody waits for it any more, in milliseconds. */
const reapMs = 2000;

/**
 * A proxy that nobody is: whatever leaves the browser without having been paused for us (beacons of a page that is gone, WebSockets, calls of
 * the browser to its vendor) ends here. Port 9 is `discard` (RFC 863), which passes nothing on where it exists at all.
 */
const nowhere = 'http://127.0.0.1:9';

const quiet = [
  // No name and no address leads anywhere, that of the proxy included.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-quic',
  // WebRTC would send UDP past the proxy. The first name is the headless shell's, the second the full browser's.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--disable-notifications',
  '--deny-permission-prompts',
  '--disable-shared-workers',
  '--disable-speech-api',
  '--disable-3d-apis',
  '--disable-gpu',
  '--disable-breakpad',
  '--disable-crash-reporter',
];

/** V8's heap in MiB; documentation needs far less. */
const heap = '--max-old-space-size=512';

const fontsFile = 'fonts.conf';

/**
 * The headless shell aborts at the first text field of a page when it finds no font at all. The npm package brings one, but its own
 * configuration looks for it only where AWS Lambda would put it.
 */
function fontConfiguration(home: string, browserPath: string): string {
  const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const folders = [join(dirname(browserPath), 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return `<?xml version="1.0"?><fontconfig>${folders.map((folder) => `<dir>${xml(folder)}</dir>`).join('')}<cachedir>${xml(home)}</cachedir></fontconfig>`;
}

/**
 * Only what the browser needs to start: settings and secrets of this process are none of a page's business, and a proxy or a library path
 * from outside would undo the guard.
 */
function environment(home: string): Record<string, string> {
  return {
    HOME: home,
    TMPDIR: home,
    TMP: home,
    TEMP: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_RUNTIME_DIR: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    PATH: '/usr/bin:/bin',
    FONTCONFIG_FILE: join(home, fontsFile),
    ...(process.platform === 'win32' ? { SystemRoot: 'C:\\Windows', SystemDrive: 'C:' } : {}),
  };
}

/** Browsers whose sandbox does not work here, by user and path, with the reason, so that each scan does not find out anew. */
const unsandboxable = new Map<string, string>();
const keyOf = (browserPath: string, user: RenderUser | undefined): string => `${user?.uid ?? ''} ${browserPath}`;

/**
 * Starts the Chromium, Chrome or headless shell at `browserPath`, as `user` where this process may. Rejects when it does not run or does not
 * answer within `ms` milliseconds.
 */
export async function launchChromium(browserPath: string, ms: number, user?: RenderUser): Promise<Chromium> {
  const deadline = performance.now() + ms;
  // playwright-core leaves its folders behind when there is nothing to start.
  await access(browserPath, constants.X_OK);
  const as = sharedUser(user) === null ? user : undefined;
  // Chromium's sandbox refuses to run as root, and needs user namespaces that many containers do not have.
  const key = keyOf(browserPath, as);
  if (process.getuid?.() === 0 && as === undefined) unsandboxable.set(key, 'this process runs as root');
  if (unsandboxable.has(key)) return start(browserPath, false, ms, as);
  try {
    return await start(browserPath, true, ms, as);
  } catch (error) {
    const left = deadline - performance.now();
    if (left < 500) throw error;
    const chromium = await start(browserPath, false, left, as);
    // playwright-core hands on what the browser wrote before it gave up.
    const why = /sandbox[^\n]{0,150}/i.exec(error instanceof Error ? error.message : '')?.[0];
    unsandboxable.set(key, why ?? 'it does not start with it');
    return chromium;
  }
}

/**
 * Why the browser at `browserPath` renders without its sandbox on this machine, as half a sentence; null when the sandbox works. Starts the
 * browser and ends it again. Rejects when it does not run or does not answer within `ms` milliseconds.
 */
export async function missingSandbox(browserPath: string, ms = 30_000, user?: RenderUser): Promise<string | null> {
  const chromium = await launchChromium(browserPath, ms, user);
  await chromium.stop(reapMs);
  return unsandboxable.get(keyOf(browserPath, sharedUser(user) === null ? user : undefined)) ?? null;
}

async function start(browserPath: string, sandbox: boolean, ms: number, user?: RenderUser): Promise<Chromium> {
  // Loaded here: most scans render nothing, and the module is large.
  const { chromium } = await import('playwright-core');
  const home = await mkdtemp(join(tmpdir(), 'latchkey-render-'));
  try {
    await writeFile(join(home, fontsFile), fontConfiguration(home, browserPath));
    const browser = await chromium.launch({
      executablePath: user === undefined ? browserPath : await startingAs(user, browserPath, home, sandbox),
      headless: true,
      chromiumSandbox: sandbox,
      timeout: ms,
      // The process that scans decides when it ends; when it is killed, the closed pipe ends the browser.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: environment(home),
      // Without the bypass rule Chromium would reach loopback addresses directly.
      proxy: { server: nowhere, bypass: '<-loopback>' },
      args: [
        ...quiet,
        // Without a sandbox a fault of the compiler would hand over the machine, so the compiler stays out.
        `--js-flags=${sandbox ? heap : `${heap},--jitless`}`,
      ],
    });
    return await own(browser, home, Math.max(1000, ms));
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

/** Resolves as `promise` does, or rejects after `ms`. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The browser does not react.')), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function groupOfBrowser(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = processInfo.find((one) => one.type === 'browser');
  if (found === undefined) throw new Error('The browser does not name its own process.');
  // The browser's own id, unless a script of the distribution started it and waits for it.
  const group = (await groupOf(found.id)) ?? found.id;
  if (group === (await groupOf(process.pid))) throw new Error('The browser runs in the process group of the scanner.');
  return group;
}

async function own(browser: Browser, home: string, ms: number): Promise<Chromium> {
  let group: number;
  try {
    group = await within(groupOfBrowser(browser), ms);
  } catch (error) {
    await within(browser.close(), reapMs);
    throw error;
  }
  const kill = (): void => {
    try {
      process.kill(process.platform === 'win32' ? group : -group, 'SIGKILL');
    } catch (error) {
      // ESRCH: it ended by itself in the meantime.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  };
  return {
    browser,
    group,
    async stop(ms) {
      let ended = false;
      // A browser that crashed or was killed makes close() reject; it is over either way.
      const closing = browser.close().then(
        () => (ended = true),
        () => (ended = true),
      );
      const timer = setTimeout(kill, ms);
      await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, ms + reapMs).unref())]);
      clearTimeout(timer);
      // Processes that outlive the browser keep its group alive, so the number cannot have become anybody else's.
      if (!ended || (await processesOf(group)).length > 0) kill();
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}
