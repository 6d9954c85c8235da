/** `latchkey verify` against a real authorization server: the exit code says whether the client gets in, and no output holds its secret. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { main } from '../../../lib/cli/index.ts';
import { secrets, type Handshaker } from '../../servers/handshake/api.ts';
import { nodeOauth } from '../../servers/handshake/others.ts';

let server: Awaited<ReturnType<Handshaker['start']>>;
let folder: string;
beforeAll(async () => {
  server = await nodeOauth.start();
  folder = await mkdtemp(join(tmpdir(), 'latchkey-verify-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

const extensions = ['json', 'sarif', 'xml', 'html', 'csv', 'md', 'txt'];

async function verify(secret: string, ...flags: string[]) {
  vi.stubEnv('LATCHKEY_CLIENT_ID', secrets.clientId);
  vi.stubEnv('LATCHKEY_CLIENT_SECRET', secret);
  let said = '';
  const hear = (text: unknown, ...rest: unknown[]) => {
    said += String(text);
    (rest.at(-1) as (() => void) | undefined)?.();
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  const { scope = '' } = server.request;
  const files = extensions.flatMap((extension) => ['--output', join(folder, `report.${extension}`)]);
  const argv = [
    'verify',
    server.url,
    '--allow-private',
    '--no-browser',
    ...(scope ? ['--scope', scope] : []),
    ...files,
    ...flags,
  ];
  try {
    return { code: await main(argv, { packagedBrowser: false, startProduct: null }), said };
  } finally {
    vi.restoreAllMocks();
  }
}

it('passes when the client gets in, and holds its secret nowhere', async () => {
  const { code, said } = await verify(secrets.secret, '--plain');
  expect(code, said).toBe(0);
  expect(said).toMatch(/^Handshake call: passed\./m);
  const written = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  expect(written).toHaveLength(extensions.length);
  for (const text of [said, ...written]) expect(text).not.toContain(secrets.secret);
  expect(await readFile(join(folder, 'report.xml'), 'utf8')).toMatch(
    /<testcase name="call" classname="[^"]*\.handshake"/,
  );
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('<h2>The handshake</h2>');
}, 60_000);

it('fails when the token endpoint refuses it, and says so', async () => {
  const { code, said } = await verify('another-secret-4471', '--quiet');
  expect(code, said).toBe(1);
  expect(said).toMatch(/./);
  expect(said).not.toContain('another-secret-4471');
}, 60_000);

it('is not handed to an instance', async () => {
  expect(await verify(secrets.secret, '--server', 'https://latchkey.example')).toMatchObject({
    code: 2,
    said: expect.stringContaining('never sent to an instance'),
  });
});
