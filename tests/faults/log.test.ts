/** A log that cannot be written, because the disk is full or its reader is gone. Scans go on. */
import { fork } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/prepare.mjs';
import { root } from '../../scripts/processes.mjs';
import { requestScan, scanById } from '../../lib/scans.ts';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { until } from '../integration/workers.ts';
import { tally } from '../setup/tally.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
let api: LoopbackServer;
let worker = '';

beforeAll(async () => {
  api = await startApi({ host: '0.0.0.0' });
  worker = await bundle('worker/index.ts', `.cache/test-worker-${process.pid}.mjs`);
});

afterAll(() => api.close());

describe('a worker', () => {
  it.each(['whose disk is full', 'whose log has no reader any more'])('%s scans on', async (which) => {
    const full = which === 'whose disk is full' ? openSync('/dev/full', 'w') : 'pipe';
    const child = fork(worker, {
      cwd: root,
      execArgv: [],
      stdio: ['ignore', full, full, 'ipc'],
      env: { ...process.env, LOG_LEVEL: 'trace', SCAN_BROWSER: 'off' },
    });
    if (typeof full === 'number') closeSync(full);
    else for (const stream of [child.stdout, child.stderr]) stream?.destroy();
    const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
    const { port } = new URL(api.url);
    const scans = await Promise.all(
      [1, 2, 3].map((number) => requestScan(`http://127.0.${typeof full === 'number' ? 20 : 21}.${number}:${port}/`)),
    );
    for (const { scan } of scans)
      await until('the scan to end', async () => (await scanById(scan.id))?.status === 'done');
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    tally(`worker ${which}`, { 'scans accepted': scans.length, ended: scans.length });
  });
});
