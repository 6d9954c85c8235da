/** Owners who verify with a client of their own: whose proof counts, where the credential is meanwhile, and what is left of it when everything dies. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '../../lib/db/index.ts';
import { closeVisitors } from '../../lib/limits/visitors.ts';
import { latestReport, requestScan, retryScan, scanById, type StoredScan } from '../../lib/scans.ts';
import {
  beginVerification,
  lookForVerification,
  submitVerification,
  verificationOf,
  type VerificationForm,
} from '../../lib/verification.ts';
import { lookOnce } from '../../worker/proofs.ts';
import { privateData, secrets as planted, type Handshaker } from '../servers/handshake/api.ts';
import { nodeOauth } from '../servers/handshake/others.ts';
import { everyKey, everyRow, placesWith } from '../servers/handshake/traces.ts';
import { echoes, slow } from '../servers/handshake/traps.ts';
import { forget } from '../setup/product.ts';
import { tally } from '../setup/tally.ts';
import { startWorker, until, type WorkerProcess } from './workers.ts';

export type Running = Awaited<ReturnType<Handshaker['start']>>;

/** The scan when it has ended. */
export const ended = (id: string): Promise<StoredScan> =>
  until(
    'the scan to end',
    async () => {
      const scan = await scanById(id);
      return scan?.status === 'done' || scan?.status === 'failed' ? scan : null;
    },
    60_000,
  );

const look = () => lookOnce({ allowNets: ['127.0.0.0/8'], dnsServers: ['127.0.0.1:9'], userAgent: 'test' });

/** Has a worker scan a server, and proves its address for a visitor; resolves to the id of the request. */
export async function proved(running: Running, visitor: string): Promise<string> {
  const { scan } = await requestScan(running.url);
  expect((await ended(scan.id)).outcome).toBe('scored');
  const id = await beginVerification(running.url, visitor);
  const { proof } = (await verificationOf(id, visitor)) ?? expect.unreachable();
  expect(proof.fileUrl).toBe(`${running.url}/.well-known/latchkey.txt`);
  running.publish(proof.recordValue);
  await lookForVerification(id, visitor);
  // The worker may look first.
  await until('the proof to be found', async () => (await look()) || (await verificationOf(id, visitor))?.provedAt);
  await until('the proof to be noted', async () => (await verificationOf(id, visitor))?.provedAt);
  return id;
}

const form = (hosts: string[], over: Partial<VerificationForm> = {}): VerificationForm => ({
  kind: 'client-secret',
  clientId: planted.clientId,
  secret: planted.secret,
  privateKey: '',
  apiKey: '',
  place: 'bearer',
  header: '',
  scope: '',
  resource: '',
  audience: '',
  tokenEndpoint: '',
  operation: '',
  hosts,
  publish: false,
  ...over,
});

/** What holds with every queue; the settings of the process say which it is. */
export function describeVerification(queue: 'postgres' | 'redis'): void {
  const visitor = '192.0.2.7';
  const workers: WorkerProcess[] = [];
  const servers: Running[] = [];

  async function start(server: Handshaker): Promise<Running> {
    const running = await server.start();
    servers.push(running);
    return running;
  }

  async function worker(): Promise<void> {
    workers.push(await startWorker());
  }

  /** Looks for the secret in every row, in every key of Redis and in every line that workers have written; how many places were looked at. */
  async function expectNoTrace(secret: string): Promise<number> {
    const kept = process.env.REDIS_URL ? await everyKey(process.env.REDIS_URL, process.env.QUEUE_PREFIX ?? '') : [];
    expect(kept.length > 0).toBe(queue === 'redis');
    const places = [...(await everyRow()), ...kept, ...workers.flatMap((one) => one.output().split('\n'))];
    expect(placesWith(places, [secret, privateData])).toEqual([]);
    return places.length;
  }

  describe('a verification', () => {
    beforeAll(worker);

    afterEach(async () => {
      await Promise.all(servers.splice(0).map((server) => server.stop()));
    });

    afterAll(async () => {
      await Promise.all(workers.map((one) => one.end('SIGKILL')));
      await closeVisitors();
      if (process.env.REDIS_URL) await forget(process.env.REDIS_URL, process.env.QUEUE_PREFIX ?? '');
    });

    it('is for who began it, sends nothing to hosts that were not confirmed, and leaves no trace of the credential', async () => {
      const running = await start(nodeOauth);
      const id = await proved(running, visitor);
      const { host } = new URL(running.url);
      expect(await verificationOf(id, visitor)).toMatchObject({
        hosts: [host],
        tokenEndpoint: `${running.url}/oauth/token`,
        operations: [`${running.url}/api/orders`],
        problem: null,
      });
      expect(await verificationOf(id, '192.0.2.8')).toBeNull();
      expect(await submitVerification(id, form([host]), '192.0.2.8')).toHaveProperty('message');
      expect(await submitVerification(id, form([]), visitor)).toMatchObject({ hosts: [host] });
      expect(await submitVerification(id, form([host], { secret: 'secret' }), visitor)).toMatchObject({
        message: expect.stringContaining('could not be hidden'),
      });
      expect(
        await submitVerification(id, form([host], { tokenEndpoint: 'https://collector.example/t' }), visitor),
      ).toMatchObject({
        message: expect.stringContaining('somebody else'),
      });
      expect(await db().sealedCredential.count()).toBe(0);

      const made = await submitVerification(id, form([host]), visitor);
      if (!('scanId' in made)) return expect.unreachable(made.message);
      const scan = await ended(made.scanId);
      expect(scan).toMatchObject({ status: 'done', mode: 'verified', unlisted: true });
      expect(scan.report?.handshake?.map(({ id: step, status }) => `${step} ${status}`)).toContain('call passed');
      expect(scan.report?.signals.find((one) => one.id === 'structured-401')).toMatchObject({ value: 1 });
      // Unlisted: the report that stands for the address is still that of a stranger's scan.
      expect((await latestReport(host))?.mode).toBe('public');
      expect(await db().sealedCredential.count()).toBe(0);
      const places = await expectNoTrace(planted.secret);
      tally(`credentials of a verified scan, queue in ${queue}`, { 'rows, keys and lines searched': places, found: 0 });
      return undefined;
    });

    it('can be published, also by a server that repeats what it was sent', async () => {
      const running = await start(echoes);
      const { host } = new URL(running.url);
      const made = await submitVerification(await proved(running, visitor), form([host], { publish: true }), visitor);
      if (!('scanId' in made)) return expect.unreachable(made.message);
      expect(await ended(made.scanId)).toMatchObject({ status: 'done', unlisted: false });
      expect((await latestReport(host))?.id).toBe(made.scanId);
      await expectNoTrace(planted.secret);
      return undefined;
    });

    it('ends readably when the proof has gone, and sends nothing', async () => {
      const running = await start(nodeOauth);
      const { host } = new URL(running.url);
      const id = await proved(running, visitor);
      running.publish(null);
      const made = await submitVerification(id, form([host]), visitor);
      if (!('scanId' in made)) return expect.unreachable(made.message);
      expect(await ended(made.scanId)).toMatchObject({
        status: 'failed',
        errorCode: 'proof-gone',
        errorMessage: expect.stringContaining('not there any more'),
      });
      expect(JSON.stringify(running.log)).not.toContain(planted.secret);
      expect(await db().sealedCredential.count()).toBe(0);
      return undefined;
    });

    it('ends readably when its worker is killed with -9, the credential gone', async () => {
      const running = await start(slow);
      const { host } = new URL(running.url);
      const made = await submitVerification(await proved(running, visitor), form([host]), visitor);
      if (!('scanId' in made)) return expect.unreachable(made.message);
      const basic = Buffer.from(`${planted.clientId}:${planted.secret}`).toString('base64');
      await until('the credential to be on the wire', () =>
        Promise.resolve(running.log.some(({ headers }) => headers['authorization'] === `Basic ${basic}`)),
      );
      expect(await db().sealedCredential.count()).toBe(0);
      await workers.pop()?.end('SIGKILL');
      await worker();
      const scan = await ended(made.scanId);
      expect(scan).toMatchObject({ status: 'failed', errorCode: 'credentials-gone', report: null });
      expect(scan.errorMessage).toMatch(/Enter them again/);
      expect(await retryScan(made.scanId, { visitor })).toMatchObject({ status: 'failed' });
      await expectNoTrace(planted.secret);
      return undefined;
    });
  });
}
