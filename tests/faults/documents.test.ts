/** Targets whose documents are made to take a worker's memory or its event loop, beside thirty that mean no harm. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '../../lib/db/index.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { requestScan } from '../../lib/scans.ts';
import { startApi, type LoopbackServer } from '../integration/servers.ts';
import { startWorker, until, type WorkerProcess } from '../integration/workers.ts';
import { tally } from '../setup/tally.ts';

const INNOCENT = 30;
const HOSTILE = 4;
process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.COOLDOWN_S = '1';
process.env.VISITOR_SCANS = '1000';

/** 32 kB on the wire: a YAML parser makes 2.2 GB of it. */
const emptyKeys = gzipSync(`openapi: 3.0.0\npaths: {}\nx: [${':,'.repeat(4 * 1024 * 1024)}`);
/** Just below what is read as YAML at all. */
const mostKeys = gzipSync(`openapi: 3.0.0\npaths: {}\nx: [${':,'.repeat(512 * 1024 - 100)}`);
/** A page that takes seconds to read, in a few kB. */
const links = gzipSync(`<!doctype html><html><body>${'<table><tr><td><a href="/docs/api">API key</a>'.repeat(20_000)}`);

let api: LoopbackServer;
let hostile: Server;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  api = await startApi({ delayMs: 30, host: '0.0.0.0' });
  hostile = createServer((request, response) => {
    response.setHeader('content-encoding', 'gzip');
    if (/openapi|swagger|api-docs|\.ya?ml/.test(request.url ?? ''))
      response
        .writeHead(200, { 'content-type': 'application/yaml' })
        .end(request.url === '/openapi.json' ? emptyKeys : mostKeys);
    else response.writeHead(200, { 'content-type': 'text/html' }).end(links);
  });
  await new Promise<void>((resolve) => hostile.listen(0, '0.0.0.0', resolve));
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end('SIGKILL')));
});

afterAll(async () => {
  await closeVisitors();
  await api.close();
  hostile.closeAllConnections();
  hostile.close();
});

const ask = async (address: string, port: string | number, path = '') =>
  (await requestScan(`http://${address}:${port}/${path}`)).scan.id;

const ended = (ids: readonly string[], ms: number) =>
  until(
    'every scan to end',
    async () => {
      const rows = await db().scan.findMany({ where: { id: { in: [...ids] } } });
      return rows.every(({ status }) => status === 'done' || status === 'failed') && rows;
    },
    ms,
  );

describe('documents that cost memory and time', () => {
  it(
    `leave ${INNOCENT} scans beside them right, and a worker with a heap of 1 GB alive`,
    { timeout: 240_000 },
    async () => {
      const worker = await startWorker({}, ['--max-old-space-size=1024']);
      workers.push(worker);
      const { port } = hostile.address() as AddressInfo;
      const harmful = await Promise.all(
        Array.from({ length: HOSTILE }, (_, n) => ask(`127.0.9.${n + 1}`, port, n % 2 === 0 ? 'openapi.yaml' : '')),
      );
      const innocent = await Promise.all(
        Array.from({ length: INNOCENT }, (_, n) => ask(`127.0.8.${n + 1}`, new URL(api.url).port)),
      );
      const rows = await ended([...innocent, ...harmful], 220_000);
      const right = rows.filter(({ id }) => innocent.includes(id));
      tally('documents that cost memory and time', {
        'innocent scans': right.length,
        right: right.filter(({ outcome, d7 }) => outcome === right[0]?.outcome && d7 === right[0]?.d7).length,
        'hostile scans': HOSTILE,
        'worker deaths': worker.child.exitCode === null && worker.child.signalCode === null ? 0 : 1,
      });
      expect(worker.child.exitCode ?? worker.child.signalCode).toBeNull();
      for (const { status, outcome, attempts, d7 } of right)
        expect({ status, outcome, attempts, d7 }).toEqual({
          status: 'done',
          outcome: 'scored',
          attempts: 1,
          d7: right[0]?.d7,
        });
      for (const { id, status } of rows.filter((row) => harmful.includes(row.id)))
        expect([id, status]).toEqual([id, 'done']);
    },
  );
});

describe('a worker whose event loop stands still', () => {
  it(
    'runs a scan again that saw no answers meanwhile, and does not blame the target',
    { timeout: 120_000 },
    async () => {
      // The first requests get their answers only after the standstill, so that the scan has seen silence.
      let silent = true;
      const waiting: (() => void)[] = [];
      const target = createServer((_request, response) => {
        const answer = () =>
          response
            .writeHead(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer' })
            .end('{"error":"unauthorized"}');
        if (silent) waiting.push(answer);
        else answer();
      });
      await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
      const block = "process.on('SIGUSR2', () => { for (const end = Date.now() + 9000; Date.now() < end;); })";
      const worker = await startWorker({}, ['--import', `data:text/javascript,${encodeURIComponent(block)}`]);
      workers.push(worker);
      const id = await ask('127.0.0.1', (target.address() as AddressInfo).port);
      await until('a request', () => Promise.resolve(waiting.length > 0));
      worker.child.kill('SIGUSR2');
      // The worker is deaf now; what it gets when it hears again comes too late for its clock.
      await new Promise((resolve) => setTimeout(resolve, 500));
      silent = false;
      for (const answer of waiting) answer();
      const [row] = await ended([id], 100_000);
      expect(row).toMatchObject({ status: 'done', outcome: 'scored', attempts: 2 });
      expect(worker.output()).toContain('The event loop stood still');
      target.closeAllConnections();
      target.close();
    },
  );
});
