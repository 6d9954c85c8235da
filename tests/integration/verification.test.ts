import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, seal } from '../../lib/credentials.ts';
import { db } from '../../lib/db/index.ts';
import { eraseCredentials, findRequest, takeSealed } from '../../lib/db/verifications.ts';
import { requestScan } from '../../lib/scans.ts';
import { beginVerification, verificationOf } from '../../lib/verification.ts';
import { secrets as planted } from '../servers/handshake/api.ts';
import { nodeOauth } from '../servers/handshake/others.ts';
import { describeVerification, ended, proved, type Running } from './verifying.ts';
import { startWorker, type WorkerProcess } from './workers.ts';

process.env.SCAN_ALLOW_NETS = '127.0.0.0/8';
process.env.COOLDOWN_S = '0';
process.env.CREDENTIALS_KEY = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');

describeVerification('postgres');

describe('a sealed credential', () => {
  const visitor = '192.0.2.9';
  let running: Running;
  let worker: WorkerProcess;

  beforeAll(async () => {
    [running, worker] = await Promise.all([nodeOauth.start(), startWorker()]);
  });

  afterAll(async () => {
    await Promise.all([running.stop(), worker.end('SIGKILL')]);
  });

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
    const id = await proved(running, visitor);
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
