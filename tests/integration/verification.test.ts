/** Owners who verify with a client of their own: whose proof counts, where the credential is meanwhile, and what is left of it when everything dies. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open, seal } from '../../lib/credentials.ts';
import { db } from '../../lib/db/index.ts';
import { eraseCredentials, findRequest, takeSealed } from '../../lib/db/verifications.ts';
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
import { everyRow, placesWith } from '../servers/handshake/traces.ts';
import { echoes, slow } from '../servers/handshake/traps.ts';
import { tally } from '../setup/tally.ts';
import { startWorker, until, type WorkerProcess } from './workers.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.COOLDOWN_S = '0';
process.env.CREDENTIALS_KEY = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');

const visitor = '192.0.2.7';
const workers: WorkerProcess[] = [];
type Running = Awaited<ReturnType<Handshaker['start']>>;
const servers: Running[] = [];

async function start(server: Handshaker): Promise<Running> {
  const running = await server.start();
  servers.push(running);
  return running;
}

async function worker(): Promise<WorkerProcess> {
  const started = await startWorker();
  workers.push(started);
  return started;
}

beforeAll(async () => {
  await worker();
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

afterAll(async () => {
  await Promise.all(workers.map((one) => one.end('SIGKILL')));
  await closeVisitors();
});

const ended = (id: string): Promise<StoredScan> =>
  until(
    'the scan to end',
    async () => {
      const scan = await scanById(id);
      return scan?.status === 'done' || scan?.status === 'failed' ? scan : null;
    },
    60_000,
  );

const look = () => lookOnce({ allowNets: ['127.0.0.0/8'], dnsServers: ['127.0.0.1:9'], userAgent: 'test' });

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

/** A server that has been scanned and whose address this visitor has proved; resolves to the id of the request. */
async function proved(running: Running): Promise<string> {
  const { scan } = await requestScan(running.url);
  expect((await ended(scan.id)).outcome).toBe('scored');
  const id = await beginVerification(running.url, visitor);
  const { proof } = (await verificationOf(id, visitor)) ?? expect.unreachable();
  expect(proof.fileUrl).toBe(`${running.url}/.well-known/latchkey.txt`);
  running.publish(proof.recordValue);
  await lookForVerification(id, visitor);
  await until('the proof to be found', async () => (await look()) || (await verificationOf(id, visitor))?.provedAt);
  await until('the proof to be noted', async () => (await verificationOf(id, visitor))?.provedAt);
  return id;
}

/** Looks for the secret in every row and every line that workers have written; how many places were looked at. */
async function expectNoTrace(secret: string): Promise<number> {
  const places = [...(await everyRow()), ...workers.flatMap((one) => one.output().split('\n'))];
  expect(placesWith(places, [secret, privateData])).toEqual([]);
  return places.length;
}

describe('a verification', () => {
  it('is for who began it, sends nothing to hosts that were not confirmed, and leaves no trace of the credential', async () => {
    const running = await start(nodeOauth);
    const id = await proved(running);
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
    tally('credentials of a verified scan', { 'rows and lines searched': places, found: 0 });
    return undefined;
  });

  it('can be published, also by a server that repeats what it was sent', async () => {
    const running = await start(echoes);
    const { host } = new URL(running.url);
    const made = await submitVerification(await proved(running), form([host], { publish: true }), visitor);
    if (!('scanId' in made)) return expect.unreachable(made.message);
    expect(await ended(made.scanId)).toMatchObject({ status: 'done', unlisted: false });
    expect((await latestReport(host))?.id).toBe(made.scanId);
    await expectNoTrace(planted.secret);
    return undefined;
  });

  it('ends readably when the proof has gone, and sends nothing', async () => {
    const running = await start(nodeOauth);
    const { host } = new URL(running.url);
    const id = await proved(running);
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
    const made = await submitVerification(await proved(running), form([host]), visitor);
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

describe('a sealed credential', () => {
  const request = {
    credentials: { kind: 'client-secret', clientId: planted.clientId, secret: planted.secret },
    hosts: [],
  } as const;

  it('opens for its own scan only, and not when it was changed', async () => {
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const sealed = await seal(one, { ...request, hosts: [] });
    expect(sealed).not.toContain(planted.secret);
    expect(await open(one, sealed)).toEqual(request);
    expect(await open(other, sealed)).toBeNull();
    const parts = sealed.split('.');
    parts[3] = `${parts[3]?.slice(1) ?? ''}A`;
    expect(await open(one, parts.join('.'))).toBeNull();
  });

  it('is erased by the sweeper after ten minutes, and cannot be taken any more', async () => {
    const running = await start(nodeOauth);
    const id = await proved(running);
    const { scan } = await requestScan(running.url, { again: true });
    await ended(scan.id);
    const old = await db().scan.update({
      where: { id: scan.id },
      data: { status: 'queued', notBefore: new Date('2999-01-01') },
      select: { id: true },
    });
    const put = (minutes: number) =>
      db().$executeRaw`INSERT INTO sealed_credential (scan_id, request_id, sealed, created_at)
        VALUES (${old.id}::uuid, ${id}::uuid, 'x', now() - make_interval(mins => ${minutes}))`;
    await put(9);
    expect(await eraseCredentials()).toBe(0);
    expect(await takeSealed(old.id)).toMatchObject({ sealed: 'x' });
    expect(await takeSealed(old.id)).toBeNull();
    await put(11);
    expect(await takeSealed(old.id)).toBeNull();
    await put(11);
    await eraseCredentials();
    expect(await db().sealedCredential.count()).toBe(0);
    await db().scan.update({ where: { id: scan.id }, data: { status: 'done' } });
  });

  it('is for a request of the last day', async () => {
    const id = await beginVerification('http://127.0.0.1:9090/', visitor);
    expect(await findRequest(id)).not.toBeNull();
    await db()
      .$executeRaw`UPDATE verification_request SET created_at = now() - interval '25 hours' WHERE id = ${id}::uuid`;
    expect(await verificationOf(id, visitor)).toBeNull();
  });
});
