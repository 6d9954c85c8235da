/** kill -9 of the web process that took an owner's credential, of the worker that uses it, and of both: the credential is gone and the scan has ended readably. */
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../scripts/prepare.mjs';
import { db } from '../../lib/db/index.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { scanById } from '../../lib/scans.ts';
import { ended, proved, type Running } from '../integration/verifying.ts';
import { startWorker, until, type WorkerProcess } from '../integration/workers.ts';
import { privateData, secrets as planted, type Handshaker } from '../servers/handshake/api.ts';
import { nodeOauth } from '../servers/handshake/others.ts';
import { everyRow, placesWith } from '../servers/handshake/traces.ts';
import { slow } from '../servers/handshake/traps.ts';
import { launchBrowser } from '../setup/browser.ts';
import { tally } from '../setup/tally.ts';
import { startWeb, type WebProcess } from './processes.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.COOLDOWN_S = '0';
process.env.CREDENTIALS_KEY = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');

/** As the web processes see the browser. */
const visitor = '127.0.0.1';
let browser: Browser;
const webs: WebProcess[] = [];
const workers: WorkerProcess[] = [];
const servers: Running[] = [];

async function web(): Promise<WebProcess> {
  const started = await startWeb();
  webs.push(started);
  return started;
}

async function worker(): Promise<WorkerProcess> {
  const started = await startWorker();
  workers.push(started);
  return started;
}

beforeAll(async () => {
  await ensureBuilt();
  browser = await launchBrowser();
}, 180_000);

afterEach(async () => {
  await Promise.all([...webs, ...workers].map((one) => one.end('SIGKILL')));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

afterAll(async () => {
  await browser.close();
  await closeVisitors();
});

interface Ready {
  running: Running;
  /** The web process that will take the credential. */
  first: WebProcess;
  /** The filled form, whose button has not been pressed. */
  page: Page;
}

/** A server that has been scanned and whose address is proved, no worker, and a browser with the filled form of a web process. */
async function ready(server: Handshaker): Promise<Ready> {
  const running = await server.start();
  servers.push(running);
  const [scanner, first] = await Promise.all([worker(), web()]);
  const id = await proved(running, visitor);
  await scanner.end('SIGKILL');
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${first.url}/verify/${id}`);
  await page.getByLabel('Client id').fill(planted.clientId);
  await page.getByLabel('Client secret').fill(planted.secret);
  await page.getByLabel(`Send it to ${new URL(running.url).host}`).check();
  return { running, first, page };
}

const press = (page: Page) => page.getByRole('button', { name: 'Verify', exact: true }).click({ noWaitAfter: true });

/** Presses the button; the id of the scan that came of it. */
async function accepted({ page }: Ready): Promise<string> {
  await press(page);
  await page.waitForURL(/\/scan\//, { waitUntil: 'commit' });
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

const secretOnTheWire = ({ running }: Ready) =>
  until('the credential to be on the wire', () => {
    const basic = `Basic ${Buffer.from(`${planted.clientId}:${planted.secret}`).toString('base64')}`;
    return Promise.resolve(running.log.some(({ headers }) => headers['authorization'] === basic));
  });

const sealed = () => db().sealedCredential.count();

/** What a reader sees of the scan at another web process, besides that it shows no secret; and that none is anywhere else. */
async function seen(id: string, what: string): Promise<string> {
  const next = await web();
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${next.url}/scan/${id}`);
  const text = await page.locator('main').innerText();
  const api = await (await fetch(`${next.url}/api/v1/scans/${id}`)).text();
  const lines = [...webs, ...workers].flatMap((one) => one.output().split('\n'));
  const places = [...(await everyRow()), ...lines, await page.content(), api];
  expect(placesWith(places, [planted.secret, privateData])).toEqual([]);
  expect(await sealed()).toBe(0);
  tally(`credentials after kill -9: ${what}`, { 'rows, lines and pages searched': places.length, found: 0 });
  return text;
}

describe('kill -9 of the web process', () => {
  it('in the middle of storing the credential leaves neither scan nor credential', async () => {
    const at = await ready(nodeOauth);
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' });
    await holder.connect();
    // Reading goes on, inserting waits: the process is caught inside the transaction that makes the scan.
    await holder.query('BEGIN; LOCK TABLE sealed_credential IN SHARE MODE');
    const waiting = async () => {
      const { rows } = await holder.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM pg_locks WHERE relation = 'sealed_credential'::regclass AND NOT granted",
      );
      return rows[0]?.n ?? 0;
    };
    await press(at.page);
    await until('the web process to be storing', async () => (await waiting()) > 0);
    await at.first.end('SIGKILL');
    await holder.query('COMMIT');
    await until('PostgreSQL to notice', async () => {
      const { rows } = await holder.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE relation = 'sealed_credential'::regclass AND pid <> pg_backend_pid() AND datname = current_database()",
      );
      return rows[0]?.n === 0;
    });
    await holder.end();
    expect(await db().scan.count({ where: { mode: 'verified' } })).toBe(0);
    expect(await sealed()).toBe(0);
    expect(placesWith([...(await everyRow()), at.first.output()], [planted.secret, privateData])).toEqual([]);
  });

  it('as soon as it has accepted: a worker verifies all the same', async () => {
    const at = await ready(nodeOauth);
    const id = await accepted(at);
    await at.first.end('SIGKILL');
    expect(await sealed()).toBe(1);
    expect(placesWith(await everyRow(), [planted.secret])).toEqual([]);
    await worker();
    expect(await ended(id)).toMatchObject({ status: 'done', mode: 'verified' });
    expect(await seen(id, 'web, before a worker took the scan')).toContain('The handshake');
  });

  it('while no worker lives: the first sweep erases what is ten minutes old, and the scan says so', async () => {
    const at = await ready(nodeOauth);
    const id = await accepted(at);
    await at.first.end('SIGKILL');
    // Ten minutes pass for the row, whose scan may not be taken yet: what erases it is the sweeper.
    await db().$executeRaw`UPDATE sealed_credential SET created_at = created_at - interval '10 minutes'`;
    await db().$executeRaw`UPDATE scan SET not_before = now() + interval '30 seconds' WHERE id = ${id}::uuid`;
    expect(await sealed()).toBe(1);
    await worker();
    await until('the sweeper', async () => (await sealed()) === 0);
    expect(await scanById(id)).toMatchObject({ status: 'queued' });
    await db().$executeRaw`UPDATE scan SET not_before = now() WHERE id = ${id}::uuid`;
    expect(await ended(id)).toMatchObject({ status: 'failed', errorCode: 'credentials-gone' });
    expect(JSON.stringify(at.running.log)).not.toContain(planted.secret);
    expect(await seen(id, 'web, and no worker for ten minutes')).toMatch(/have been erased.*Enter them again/s);
  });

  it('while a worker uses the credential costs the scan nothing', async () => {
    const at = await ready(slow);
    await worker();
    const id = await accepted(at);
    await secretOnTheWire(at);
    await at.first.end('SIGKILL');
    expect(await sealed()).toBe(0);
    expect(await ended(id)).toMatchObject({ status: 'done', mode: 'verified' });
    expect(await seen(id, 'web, while a worker used them')).toContain('The handshake');
  });

  it('together with the worker ends the scan with a sentence, the credential gone', async () => {
    const at = await ready(slow);
    const using = await worker();
    const id = await accepted(at);
    await secretOnTheWire(at);
    await Promise.all([at.first.end('SIGKILL'), using.end('SIGKILL')]);
    expect(await sealed()).toBe(0);
    await worker();
    expect(await ended(id)).toMatchObject({ status: 'failed', errorCode: 'credentials-gone', report: null });
    expect(await seen(id, 'web and worker at once')).toMatch(/have been erased.*Enter them again/s);
  });
});
