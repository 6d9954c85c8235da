/** Starts and ends one headless Chromium that talks to the world through one proxy and to nobody on its own account. */
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { groupOf, processesOf } from './processes.ts';
import { publicKeyHashes } from './trust.ts';

export interface LaunchOptions {
  /** Path of a Chromium, a Chrome or a headless shell. */
  browserPath: string;
  /** Loopback port of the proxy. */
  proxyPort: number;
  /** Extra certificate authorities, PEM. */
  ca: readonly string[];
  /** Limit for the start, in milliseconds. */
  ms: number;
}

export interface Chromium {
  browser: Browser;
  /** Process group of the browser, which is no other process's except on Windows. */
  group: number;
  /** Ends the browser, by force when it does not end within `ms`, and removes its files. */
  stop(ms: number): Promise<void>;
}

/** How long a browser that was told to end or was killed gets until nobody waits for it any more, in milliseconds. */
const reapMs = 2000;

const quiet = [
  // Names are resolved by the proxy; whatever would ask a name server directly finds nothing.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
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
    HOME: home, TMPDIR: home, TMP: home, TEMP: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home,
    LANG: 'C.UTF-8', TZ: 'UTC', PATH: '/usr/bin:/bin',
    FONTCONFIG_FILE: join(home, fontsFile),
    ...(process.platform === 'win32' ? { SystemRoot: 'C:\\Windows', SystemDrive: 'C:' } : {}),
  };
}

/** Browsers whose sandbox does not work here, so that each scan does not find out anew. */
const unsandboxable = new Set<string>();

/** Starts Chromium. Rejects when it does not run or does not answer within `ms`. */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const deadline = performance.now() + options.ms;
  // playwright-core leaves its folders behind when there is nothing to start.
  await access(options.browserPath, constants.X_OK);
  // Chromium's sandbox refuses to run as root, and needs user namespaces that many containers do not have.
  const root = process.getuid?.() === 0;
  if (root || unsandboxable.has(options.browserPath)) return start(options, false, options.ms);
  try {
    return await start(options, true, options.ms);
  } catch (error) {
    const left = deadline - performance.now();
    if (left < 500) throw error;
    const chromium = await start(options, false, left);
    unsandboxable.add(options.browserPath);
    return chromium;
  }
}

async function start(options: LaunchOptions, sandbox: boolean, ms: number): Promise<Chromium> {
  // Loaded here: most scans render nothing, and the module is large.
  const { chromium } = await import('playwright-core');
  const home = await mkdtemp(join(tmpdir(), 'latchkey-render-'));
  const hashes = publicKeyHashes(options.ca);
  try {
    await writeFile(join(home, fontsFile), fontConfiguration(home, options.browserPath));
    const browser = await chromium.launch({
      executablePath: options.browserPath,
      headless: true,
      chromiumSandbox: sandbox,
      timeout: ms,
      // The process that scans decides when it ends; when it is killed, the closed pipe ends the browser.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: environment(home),
      // Without the bypass rule Chromium would reach loopback addresses directly.
      proxy: { server: `http://127.0.0.1:${options.proxyPort}`, bypass: '<-loopback>' },
      args: [
        ...quiet,
        // Without a sandbox a fault of the compiler would hand over the machine, so the compiler stays out.
        `--js-flags=${sandbox ? heap : `${heap},--jitless`}`,
        ...(hashes.length > 0 ? [`--ignore-certificate-errors-spki-list=${hashes.join(',')}`] : []),
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
      const closing = browser.close().then(() => (ended = true), () => (ended = true));
      const timer = setTimeout(kill, ms);
      await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, ms + reapMs).unref())]);
      clearTimeout(timer);
      // Processes that outlive the browser keep its group alive, so the number cannot have become anybody else's.
      if (!ended || (await processesOf(group)).length > 0) kill();
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}
