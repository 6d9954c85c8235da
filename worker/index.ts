/** The worker process: takes scans from the queue and runs them. Any number of workers may run, on any number of machines. */
import { writeFile } from 'node:fs/promises';
import { closeDb } from '../lib/db/index.ts';
import { log } from '../lib/log.ts';
import { closeQueue, consumeScans } from '../lib/queue/index.ts';
import { userAgent } from '../lib/scan/index.ts';
import type { ScanOptions } from '../lib/scan/types.ts';
import { databaseUrl, settings, SettingsError } from '../lib/settings.ts';
import { findBrowser } from '../lib/browser.ts';
import { processScan } from './process-scan.ts';
import { startPruning } from './retention.ts';
import { startSweeper } from './sweeper.ts';

const SWEEP_MS = 5000;
/** What a run may take beyond the engine's own time limit: judging, storing, a slow last answer. */
const MARGIN_MS = 15_000;

/** Tells a health check that database and queue were reached. */
async function showHealth(): Promise<void> {
  const { workerHealthFile } = settings();
  if (workerHealthFile) await writeFile(workerHealthFile, new Date().toISOString());
}

async function scanOptions(): Promise<ScanOptions> {
  const { scanAllowNets, scanDnsServers, scanMaxRequests, scanTimeoutS, scanBrowser, siteUrl } = settings();
  return {
    allowNets: scanAllowNets,
    // Owners who meet the scanner in their logs find this installation's own page about it.
    ...(siteUrl && { userAgent: userAgent.replace(/\(.*\)/, `(+${siteUrl}/bot)`) }),
    ...(scanDnsServers.length > 0 && { dnsServers: scanDnsServers }),
    budget: { requests: scanMaxRequests, totalMs: scanTimeoutS * 1000 },
    // Null says "there is none" in the report; with no path at all it says nothing about rendering.
    ...(scanBrowser === 'auto' && { browserPath: (await findBrowser())?.executablePath ?? null }),
  };
}

async function main(): Promise<void> {
  const { scanConcurrency, scanTimeoutS, drainS, cooldownS } = settings();
  databaseUrl();
  const logger = log('worker');
  const options = await scanOptions();
  const letGo = new AbortController();
  const consumer = consumeScans(
    (id) => processScan(id, { scan: options, pauseMs: cooldownS * 1000, limitMs: scanTimeoutS * 1000 + MARGIN_MS, stopping: letGo.signal }),
    scanConcurrency,
  );
  const stopSweeper = startSweeper(SWEEP_MS, showHealth);
  const stopPruning = startPruning();

  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ why }, 'worker stopping');
    const drained = setTimeout(() => letGo.abort(), drainS * 1000);
    stopPruning();
    await stopSweeper();
    await consumer.close();
    clearTimeout(drained);
    await closeQueue();
    await closeDb();
    process.exit(0);
  };
  const stopOn = (why: string) => void stop(why).catch((err: unknown) => {
    logger.error({ err }, 'worker did not stop cleanly');
    process.exit(1);
  });
  process.on('SIGTERM', () => stopOn('SIGTERM'));
  process.on('SIGINT', () => stopOn('SIGINT'));
  // The launcher's channel closes also when the launcher is killed; a worker without it would be left behind.
  if (process.send) {
    process.on('disconnect', () => {
      letGo.abort();
      stopOn('launcher gone');
    });
    process.send({ ready: true });
  }
  logger.info({ concurrency: scanConcurrency, queue: settings().redisUrl ? 'redis' : 'postgres', browser: options.browserPath ?? null }, 'worker ready');
}

main().catch((error: unknown) => {
  if (error instanceof SettingsError) process.stderr.write(`${error.message}\n`);
  else log('worker').fatal({ err: error }, 'worker could not start');
  process.exit(1);
});
