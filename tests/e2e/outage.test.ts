import { fork, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyPort, root } from '../../scripts/processes.mjs';
import { startSite, typeTarget, type Site } from './site.ts';
import { oidcTarget, type ScanTarget } from './targets.ts';

/** A PostgreSQL behind a line that can be cut and mended. */
interface Line {
  url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  stop(): Promise<void>;
}

async function startLine(): Promise<Line> {
  const data = await mkdtemp(join(tmpdir(), 'latchkey-outage-'));
  await chmod(data, 0o755);
  const behind = await anyPort();
  const postgres: ChildProcess = fork(join(root, 'scripts/pg.mjs'), [join(data, 'pg'), String(behind)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => postgres.once('exit', () => resolve()));
  const direct = await new Promise<string>((resolve, reject) => {
    postgres.once('message', (message: { url?: string; error?: string }) =>
      message.url ? resolve(message.url) : reject(new Error(message.error)),
    );
    postgres.once('error', reject);
  });
  const sockets = new Set<Socket>();
  const front = await anyPort();
  let server: Server | undefined;
  const mend = () =>
    new Promise<void>((resolve) => {
      server = createServer((near) => {
        const far = connect(behind, '127.0.0.1');
        for (const [from, to] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(from);
          // A cut line is what this is for; both ends go down together.
          from.on('error', () => to.destroy());
          from.on('close', () => {
            sockets.delete(from);
            to.destroy();
          });
          from.pipe(to);
        }
      }).listen(front, '127.0.0.1', resolve);
    });
  await mend();
  const url = new URL(direct);
  url.port = String(front);
  return {
    url: url.href,
    mend,
    cut: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    async stop() {
      postgres.kill('SIGTERM');
      await exited;
      server?.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

let line: Line;
let site: Site;
let target: ScanTarget;

beforeAll(async () => {
  target = await oidcTarget({ clientCredentials: true });
  line = await startLine();
  site = await startSite({ env: { DATABASE_URL: line.url, COOLDOWN_S: '3' } });
});

afterAll(async () => {
  await site.stop();
  await line.stop();
  await target.stop();
});

describe('while the database cannot be reached', () => {
  it('pages and API answer 503 with a hint when to come back, the form keeps what was typed, and afterwards everything works', async () => {
    const { id } = await site.scan(`${target.url}/api/orders`);
    await line.cut();

    for (const path of [`/report/127.0.0.1`, `/report/127.0.0.1/${id}`, `/scan/${id}`]) {
      const answer = await site.get(path);
      expect(answer.status, path).toBe(503);
      expect(Number(answer.headers.get('retry-after')), path).toBeGreaterThan(0);
      const html = await answer.text();
      expect(html).toContain('Reports cannot be read right now');
      expect(html).not.toMatch(/ECONN|prisma|postgres:/i);
    }
    for (const [path, init] of [
      [`/api/v1/scans/${id}`, {}],
      [`/api/v1/scans/${id}/events`, {}],
      ['/api/v1/reports/127.0.0.1', {}],
      ['/api/v1/reports/127.0.0.1/history', {}],
      ['/api/v1/leaderboard', {}],
      ['/api/v1/statistics', {}],
      ['/api/health', {}],
      [
        '/api/v1/scans',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: `{"target": "${target.url}/api"}`,
        },
      ],
    ] as const) {
      const answer = await site.get(path, init);
      expect(answer.status, path).toBe(503);
      expect(Number(answer.headers.get('retry-after')), path).toBeGreaterThan(0);
      expect(await answer.json(), path).toMatchObject({ error: { code: 'unavailable' } });
    }
    expect((await site.get('/')).status, 'the home page needs no database').toBe(200);

    const { page } = await site.open();
    await typeTarget(page, `${target.url}/api/later`);
    await page.locator('form [role=alert][data-code=unavailable]').waitFor();
    expect(await page.getByLabel('Address of a site or an API').inputValue()).toBe(`${target.url}/api/later`);

    const plain = await site.get('/scan', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ target: `${target.url}/api/later`, unlisted: 'yes' }).toString(),
    });
    expect([plain.status, plain.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(Number(plain.headers.get('retry-after'))).toBeGreaterThan(0);
    const html = await plain.text();
    expect(html).toMatch(/data-code="unavailable"[^>]*>Scans cannot be taken right now\./);
    expect(html).toContain(`value="${target.url}/api/later"`);
    expect(html).toMatch(/<input[^>]* name="unlisted"[^>]* checked=""/);

    await line.mend();
    await expect.poll(async () => (await site.get(`/report/127.0.0.1/${id}`)).status, { timeout: 20_000 }).toBe(200);
    await page.getByRole('button', { name: 'Scan', exact: true }).click();
    await page.waitForURL(/\/report\//, { timeout: 80_000 });
    await page.context().close();
  });
});
