/** The package as somebody gets it: packed, installed into an empty folder without a registry, and used from there. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageCommand } from '../../../scripts/package.mjs';
import { report as schema, type Report } from '../../../lib/scan/schema/report.ts';
import { chromiumForTests } from '../../setup/browser.ts';

/** Large enough to be read in a thread, whose file must then be found. */
const description = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Orchard', version: '1' },
  servers: [{ url: 'https://api.orchard.example/v1' }],
  security: [{ main: [] }],
  components: { securitySchemes: { main: { type: 'http', scheme: 'bearer' } } },
  paths: Object.fromEntries(
    [...Array(400).keys()].map((at) => [`/pears/${at}`, { get: { responses: { 200: { description: 'ok' } } } }]),
  ),
});

let folder: string;
let file: string;
let server: Server;
let origin: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-package-'));
  const made = await packageCommand();
  file = join(folder, 'latchkey.mjs');
  await cp(made.file, file);
  await writeFile(join(folder, 'package.json'), '{"private": true}');
  // npm under npm would take its parent's settings for its own.
  const env = { PATH: process.env['PATH'], HOME: folder };
  await promisify(execFile)(
    'npm',
    ['install', '--offline', '--omit=optional', '--no-audit', '--no-fund', made.tarball],
    { cwd: folder, env: env as never },
  );
  server = createServer((request, response) => {
    if (request.url === '/openapi.json')
      response.writeHead(200, { 'content-type': 'application/json' }).end(description);
    else if (request.url === '/docs/authentication')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          '<!doctype html><title>Orchard API documentation</title><div id="root"></div><script src="/app.js"></script>',
        );
    else if (request.url === '/app.js')
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(
          'document.getElementById("root").innerHTML = "<h1>API</h1><p>Send your key as <code>Authorization: Bearer KEY</code>. You create it in your dashboard.</p>"',
        );
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 180_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function run(program: string, ...argv: string[]) {
  const child = spawn(program, argv, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] } as never,
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}
const installed = () => join(folder, 'node_modules/.bin/latchkey');

describe('the package', () => {
  it('brings nothing but itself, with its licences, manual page, completions and schema', async () => {
    expect((await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'))).toEqual(['latchkey']);
    const inside = join(folder, 'node_modules/latchkey');
    expect((await readdir(inside)).sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'THIRD-PARTY-NOTICES.txt',
        'completions',
        'latchkey.config.schema.json',
        'lib',
        'man',
        'package.json',
      ].sort(),
    );
    const notices = await readFile(join(inside, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['undici', 'zod', 'commander', 'htmlparser2'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(await readFile(join(inside, 'man/latchkey.1'), 'utf8')).toMatch(/^\.TH LATCHKEY/);
    const { dependencies, optionalDependencies } = JSON.parse(
      await readFile(join(inside, 'package.json'), 'utf8'),
    ) as Record<string, object>;
    expect({ dependencies, optional: Object.keys(optionalDependencies ?? {}) }).toEqual({
      dependencies: undefined,
      optional: ['playwright-core'],
    });
  });

  it('loads next to nothing before it knows what to do, so that help is quick', async () => {
    const lib = join(folder, 'node_modules/latchkey/lib');
    const loaded = new Map<string, number>();
    const load = async (name: string): Promise<void> => {
      if (loaded.has(name)) return;
      const text = await readFile(join(lib, name), 'utf8');
      loaded.set(name, text.length);
      for (const [, next = ''] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) await load(next);
    };
    await load('latchkey.mjs');
    expect(loaded.size).toBeGreaterThan(2);
    expect([...loaded.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000);
  });

  it.each([
    ['installed', installed],
    ['a single file', () => file],
  ])('%s: has its commands, and reads large documents in its threads', async (_name, program) => {
    expect(await run(program(), '--help')).toMatchObject({ code: 0, err: '' });
    expect(await run(program(), 'list', 'signals')).toMatchObject({
      code: 0,
      out: expect.stringContaining('structured-401'),
    });
    const judged = await run(program(), 'openapi', `${origin}/openapi.json`, '--allow-private', '--json');
    expect({ code: judged.code, err: judged.err }).toEqual({ code: 0, err: '' });
    const report = schema.parse(JSON.parse(judged.out));
    expect(report.evidence.descriptions).toHaveLength(1);
    expect(report.signals.find(({ id }) => id === 'bearer-token')).toMatchObject({ rung: 'declared' });
  });

  it('renders pages where the driver and a Chromium are there, and scans without where they are not', async () => {
    const scan = async (...flags: string[]): Promise<Report> =>
      JSON.parse(
        (await run(installed(), `${origin}/docs/authentication`, '--allow-private', '--json', ...flags)).out,
      ) as Report;
    expect((await scan()).evidence.reach.browser).toBe('none-found');
    expect((await scan('--no-browser')).evidence.reach.browser).toBe('off');
    const { executablePath } = await chromiumForTests();
    expect(await run(installed(), origin, '--browser', executablePath)).toMatchObject({
      code: 2,
      err: expect.stringContaining('install it next to latchkey'),
    });
    await symlink(join(process.cwd(), 'node_modules/playwright-core'), join(folder, 'node_modules/playwright-core'));
    expect((await scan('--browser', executablePath)).evidence.reach.browser).toBe('used');
  }, 120_000);
});
