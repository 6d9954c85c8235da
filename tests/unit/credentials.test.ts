/** Sealed credentials under keys that change: what SECURITY.md tells operators. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';

/** The module as a process has it that is started with this key. */
async function startedWith(key: string | undefined) {
  vi.resetModules();
  vi.stubEnv('CREDENTIALS_KEY', key);
  return import('../../lib/credentials.ts');
}
const drawn = () => randomBytes(32).toString('base64');

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const scanId = randomUUID();
const request = {
  credentials: { kind: 'client-secret', clientId: 'a-client', secret: 'not-a-real-secret' },
  hosts: [],
} as const;

it('what was sealed with one key opens with it after a restart, and with no other', async () => {
  const key = drawn();
  const sealed = await (await startedWith(key)).seal(scanId, { ...request, hosts: [] });
  expect(await (await startedWith(key)).open(scanId, sealed)).toEqual(request);
  expect(await (await startedWith(drawn())).open(scanId, sealed)).toBeNull();
});

it('without a key nothing is sealed, and nothing opened', async () => {
  const sealed = await (await startedWith(drawn())).seal(scanId, { ...request, hosts: [] });
  const { canSeal, open, seal } = await startedWith(undefined);
  expect(canSeal()).toBe(false);
  await expect(seal(scanId, { ...request, hosts: [] })).rejects.toThrow('CREDENTIALS_KEY is not set');
  expect(await open(scanId, sealed)).toBeNull();
});
