/** The command with `--server`: a hosted instance scans, reached with its own OAuth. The instance is the product; the command runs in this process. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/index.ts';
import { report as schema } from '../../lib/scan/schema/report.ts';
import { startHosts, type Hosts } from '../setup/hosts.ts';
import { startProduct, type Product } from '../setup/product.ts';

let product: Product;
let hosts: Hosts;
let folder: string;
let client: { client_id: string; client_secret: string };
beforeAll(async () => {
  [product, hosts, folder] = await Promise.all([
    startProduct({ env: { COOLDOWN_S: '1' } }),
    startHosts(6),
    mkdtemp(join(tmpdir(), 'latchkey-server-')),
  ]);
  const answer = await fetch(`${product.url}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'command', scope: 'scans:write reports:read' }),
  });
  client = (await answer.json()) as typeof client;
});
afterAll(async () => {
  hosts.stop();
  await product.stop();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function run(...argv: string[]) {
  const said = { out: '', err: '' };
  const hear =
    (name: 'out' | 'err') =>
    (text: unknown, ...rest: unknown[]) => {
      said[name] += String(text);
      (rest.at(-1) as (() => void) | undefined)?.();
      return true;
    };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  const code = await main(argv, { packagedBrowser: false, startProduct: null });
  vi.restoreAllMocks();
  return { code, ...said };
}
function asClient({ client_id: id, client_secret: secret }: typeof client) {
  vi.stubEnv('LATCHKEY_SERVER_CLIENT_ID', id);
  vi.stubEnv('LATCHKEY_SERVER_CLIENT_SECRET', secret);
}
const first = () => hosts.urls[0] ?? '';

describe('a scan through an instance', () => {
  it('is made with a token that the instance gives for its client, and ends like one from here', async () => {
    asClient(client);
    const { code, out, err } = await run(
      'scan',
      first(),
      '--server',
      product.url,
      '--json',
      '--unlisted',
      '--fail-under',
      '0',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(schema.parse(JSON.parse(out))).toMatchObject({ outcome: 'scored', target: { url: first() } });
  });
  it('may be asked for without a credential', async () => {
    expect(await run('scan', hosts.urls[1] ?? '', '--server', product.url, '--quiet')).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });
  it('says what the instance says: a wrong secret, a wrong token, a target that it refuses', async () => {
    asClient({ ...client, client_secret: 'wrong-secret-of-nobody' });
    const wrong = await run('scan', first(), '--server', product.url);
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/answered 401: /) });
    expect(wrong.err).not.toContain('wrong-secret-of-nobody');
    vi.unstubAllEnvs();
    vi.stubEnv('LATCHKEY_TOKEN', 'no-token-of-theirs');
    expect(await run('scan', first(), '--server', product.url)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/answered 401: /),
    });
    vi.unstubAllEnvs();
    expect(await run('scan', 'https://10.0.0.1/', '--server', product.url)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/answered 400: /),
    });
  });
  it('is a list too', async () => {
    asClient(client);
    const list = join(folder, 'names.txt');
    await writeFile(list, hosts.urls.join('\n'));
    const { code, err } = await run('bulk', list, '--server', product.url, '--concurrency', '3');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const rows = (await readFile(join(`${list}.latchkey`, 'rows.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { url: string }).url).sort()).toEqual([...hosts.urls].sort());
  });
});

it('an instance that is not there', async () =>
  expect(await run('scan', 'https://example.org', '--server', 'http://127.0.0.1:9')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9 could not be reached: /),
  }));
