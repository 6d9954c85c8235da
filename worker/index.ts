/** The worker process: takes scans from the queue and runs them. Any number of workers may run, on any number of machines. */
import { writeFile } from 'node:fs/promises';
import { closeDb } from '../lib/db/index.ts';
import { openRestraint } from '../lib/limits/shared-restraint.ts';
import { log } from '../lib/log.ts';
import { closeQueue, consumeScans } from '../lib/queue/index.ts';
import { userAgent } from '../lib/scan/index.ts';
import type { ScanOptions } from '../lib/scan/types.ts';
import { databaseUrl, settings, SettingsError } from '../lib/settings.ts';
import { signing } from '../lib/signing.ts';
import { findBrowser } from '../lib/browser.ts';
import { noteRenderer } from '../lib/admin/renderer.ts';
import { processScan } from './process-scan.ts';
import { startBulkFeed } from './bulk.ts';
import { startProofs } from './proofs.ts';
import { startPruning } from './retention.ts';
import { startSweeper } from './sweeper.ts';
import { rendererUser } from './renderer-user.ts';
import { isTrial, tryBrowser } from './try-browser.ts';

const SWEEP_MS = 5000;
/** What a run may take beyond the engine's own time limit: judging, storing, a slow last answer. */
const MARGIN_MS = 15_000;

/** What closing the queue and the database may take: where they are gone, it never ends. */
const CLOSE_MS = 8000;

/** Tells a health check that database and queue were reached. */
async function showHealth(): Promise<void> {
  const { workerHealthFile } = settings();
  if (workerHealthFile) await writeFile(workerHealthFile, new Date().toISOString());
}

/** The browser for pages that are empty without JavaScript, or null; that there is one which cannot be used is said in the log. */
async function browserPath(): Promise<string | null> {
  const why = (reason: string) => log('worker').warn({ reason }, 'the packaged browser cannot be used');
  return (await findBrowser({ why }))?.executablePath ?? null;
}

/** Unpacks the packaged browser, as the making of an image does, where nothing can be written later. @throws Error when that fails */
async function unpackBrowser(): Promise<void> {
  await findBrowser({
    why: (reason) => {
      throw new Error(reason);
    },
  });
}

async function scanOptions(): Promise<ScanOptions> {
  const {
    scanAllowNets,
    scanDnsServers,
    scanMaxRequests,
    scanTimeoutS,
    scanBrowser,
    rendererUser: user,
    siteUrl,
  } = settings();
  const sign = signing();
  return {
    allowNets: scanAllowNets,
    // Owners who meet the scanner in their logs find this installation's own page about it.
    ...(siteUrl && { userAgent: userAgent.replace(/\(.*\)/, `(+${siteUrl}/bot)`) }),
    ...(scanDnsServers.length > 0 && { dnsServers: scanDnsServers }),
    ...(sign && { sign }),
    budget: { requests: scanMaxRequests, totalMs: scanTimeoutS * 1000 },
    ...(await rendererUser(user)),
    // Null says "there is none" in the report; with no path at all it says nothing about rendering.
    ...(scanBrowser === 'auto' && { browserPath: await browserPath() }),
  };
}

async function main(): Promise<void> {
  if (process.argv[2] === 'unpack-browser') return unpackBrowser();
  if (await isTrial(process.argv.slice(2))) return;
  const { scanConcurrency, scanTimeoutS, drainS, cooldownS, visitorRunning } = settings();
  databaseUrl();
  const logger = log('worker');
  const courtesy = await openRestraint();
  const options = { ...(await scanOptions()), restraint: courtesy.restraint };
  // Takes seconds, and no scan needs to wait for what it says.
  const trial = options.browserPath ? tryBrowser(options.browserPath, options.renderAs) : null;
  const letGo = new AbortController();
  const processOptions = {
    scan: options,
    pauseMs: cooldownS * 1000,
    visitorRunning,
    limitMs: scanTimeoutS * 1000 + MARGIN_MS,
    stopping: letGo.signal,
  };
  let stopping = false;
  const consumer = consumeScans(async (id) => {
    // Those who had as many running as they may are next when one has ended.
    while (!stopping && (await processScan(id, processOptions)));
  }, scanConcurrency);
  const stopSweeper = startSweeper(SWEEP_MS, showHealth);
  const stopBulk = startBulkFeed();
  const stopPruning = startPruning();
  const stopProofs = startProofs({
    allowNets: settings().scanAllowNets,
    dnsServers: settings().scanDnsServers,
    userAgent: options.userAgent ?? userAgent,
    restraint: courtesy.restraint,
  });

  const stop = async (why: string, patienceMs: number) => {
    if (stopping) return;
    stopping = true;
    logger.info({ why }, 'worker stopping');
    setTimeout(() => process.exit(1), patienceMs + CLOSE_MS).unref();
    const drained = setTimeout(() => letGo.abort(), drainS * 1000);
    stopBulk();
    stopPruning();
    stopProofs();
    await stopSweeper();
    await consumer.close();
    clearTimeout(drained);
    await closeQueue();
    await courtesy.close();
    await closeDb();
    process.exit(0);
  };
  const stopOn = (why: string, patienceMs = drainS * 1000) =>
    void stop(why, patienceMs).catch((err: unknown) => {
      logger.error({ err }, 'worker did not stop cleanly');
      process.exit(1);
    });
  process.on('SIGTERM', () => stopOn('SIGTERM'));
  process.on('SIGINT', () => stopOn('SIGINT'));
  // The launcher's channel closes also when the launcher is killed; a worker without it would be left behind.
  if (process.send) {
    process.on('disconnect', () => {
      letGo.abort();
      stopOn('launcher gone', 0);
    });
    process.send({ ready: true });
  }
  logger.info(
    {
      concurrency: scanConcurrency,
      queue: settings().redisUrl ? 'redis' : 'postgres',
      browser: options.browserPath ?? null,
    },
    'worker ready',
  );
  const renderer = await trial;
  if (renderer && !stopping)
    await noteRenderer(renderer).catch((err: unknown) => logger.error({ err }, 'state of the browser not stored'));
}

main().catch((error: unknown) => {
  if (error instanceof SettingsError) process.stderr.write(`${error.message}\n`);
  else log('worker').fatal({ err: error }, 'worker could not start');
  process.exit(1);
});
