/** The command line, in this process against servers on loopback, and once for real. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../lib/cli/index.ts';
import { parseTarget, rejudge } from '../../../lib/scan/index.ts';
import { report as schema, type Report } from '../../../lib/scan/schema/report.ts';

// CI asks for colours; what the target must not send is then hidden among our own.
vi.hoisted(() => {
  process.env['NO_COLOR'] = '1';
});

/** A title, a header and an error that clear the screen, set the window's name, turn the text around and ring the bell. */
const attack = '\u001b[2J\u001b]0;pwned\u0007\u009b31m\u202egnp.exe\u2066\u0008';

const api: RequestListener = (request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  if (path.startsWith('/api'))
    json(
      401,
      { error: { code: 'missing_token', message: `Send a bearer token. ${attack}` } },
      { 'www-authenticate': 'Bearer realm="x"' },
    );
  else if (path === '/')
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<title>Orchard ${attack}</title><main><p>The base URL is <code>http://${request.headers.host}/api/v1</code>. ${attack} Send your key as <code>Authorization: Bearer &lt;key&gt;</code>. ${attack}</p><p>${attack} We review every request for API access manually before you get a key.</p><pre>curl http://${request.headers.host}/api/v1/me -H "Authorization: Bearer $KEY"</pre></main>`,
      );
  else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Not here</p>');
};
const closed: RequestListener = (request, response) => {
  if (request.url === '/robots.txt')
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: Latchkey\nDisallow: /\n');
  else api(request, response);
};

const servers: Server[] = [];
async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  return address.port;
}

let folder: string;
let port: number;
let optedOutPort: number;
let deadPort: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-cli-'));
  [port, optedOutPort, deadPort] = await Promise.all([listen(api), listen(closed), listen(api)]);
  await new Promise((resolve) => {
    servers[2]?.close(resolve);
  });
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text: unknown, ...rest: unknown[]) => {
    said.out += String(text);
    const done = rest.at(-1) as (() => void) | undefined;
    done?.();
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  try {
    return { code: await main(argv, { packagedBrowser: false, startProduct: null }), ...said };
  } finally {
    vi.restoreAllMocks();
  }
}
const scanning = (address: string, ...flags: string[]) => run(address, '--allow-private', '--no-browser', ...flags);
const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const openapi = JSON.stringify({
  openapi: '3.1.0',
  info: { title: `Orchard ${attack}`, version: '1' },
  servers: [{ url: 'https://api.orchard.example/v1' }],
  security: [{ main: [] }],
  components: {
    securitySchemes: {
      main: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: 'https://id.orchard.example/authorize',
            tokenUrl: 'https://id.orchard.example/token',
            scopes: { 'pears:read': 'Read' },
          },
        },
      },
    },
  },
  paths: { '/pears': { get: { responses: { 200: { description: 'ok' }, 401: { description: 'no' } } } } },
});

/** Everything that makes a terminal do something, but for line ends. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const visible = (text: string) => expect(text.split('\n').filter((line) => unseen.test(line))).toEqual([]);

describe('--json', () => {
  let json: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    json = await scanning(`http://127.0.0.1:${port}`, '--json');
  }, 60_000);

  it('prints exactly one report on standard output, and nothing anywhere else', () => {
    expect({ code: json.code, err: json.err }).toEqual({ code: 0, err: '' });
    expect(schema.parse(JSON.parse(json.out))).toMatchObject({ outcome: 'scored', target: { host: '127.0.0.1' } });
    expect(json.out.endsWith('}\n')).toBe(true);
  });
  it('keeps what the target said as data, and escapes what a terminal would act on', async () => {
    visible(json.out);
    const report = JSON.parse(json.out) as Report;
    expect(report.exchanges.some((exchange) => exchange.response?.body.includes('pwned'))).toBe(true);
    // A stored report may come from anywhere.
    const forged = { ...report, target: { ...report.target, input: `${attack}\u{e0041}` } };
    const { out } = await run('--rejudge', await file('forged.json', JSON.stringify(forged)), '--json');
    visible(out);
    expect((JSON.parse(out) as Report).target.input).toBe(`${attack}\u{e0041}`);
  });
  it('gives a report that --rejudge prints again, byte for byte', async () => {
    const again = await run('--rejudge', await file('report.json', json.out), '--json');
    expect(again.code).toBe(0);
    expect(again.out === json.out).toBe(true);
  });
});

describe('the report for people', () => {
  it('begins with the verdict, and holds no command for the terminal', async () => {
    const { code, out, err } = await scanning(`http://127.0.0.1:${port}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('structured-401');
    expect(out.trim().split('\n')[0]).toMatch(/^\S.*\.$/);
    // A terminal of this process would get colours; the test has none.
    visible(out);
  }, 60_000);
  it('tells of an API description alone', async () => {
    const { code, out } = await run('--openapi', await file('openapi.json', openapi));
    expect(code).toBe(0);
    expect(out).toMatch(/Only a person can get a token/);
    visible(out);
  });
});

describe('--openapi', () => {
  it('judges a small file in mode spec, without a request', async () => {
    const { code, out } = await run('--openapi', await file('small.json', openapi), '--json');
    const report = JSON.parse(out) as Report;
    expect(code).toBe(0);
    expect(schema.parse(report)).toMatchObject({ scan: { mode: 'spec', requests: 0 }, outcome: 'scored' });
    expect(report.flows.find((flow) => flow.id === 'authorization_code')).toMatchObject({
      offered: 'yes',
      confidence: 'declared',
    });
    expect(report.antiPatterns.find((trap) => trap.id === 'browser-only-oauth')?.status).toBe('present');
    expect(
      report.signals
        .filter((signal) => signal.confidence === 'observed' || signal.confidence === 'verified')
        .map((signal) => signal.id),
    ).toEqual([]);
    expect(JSON.stringify(rejudge(report))).toBe(JSON.stringify(report));
  });
  it('takes YAML', async () => {
    const { code, out } = await run(
      '--openapi',
      await file(
        'small.yaml',
        'openapi: 3.0.3\ninfo: {title: Pears, version: "1"}\nservers: [{url: "https://api.orchard.example"}]\ncomponents:\n  securitySchemes:\n    key: {type: apiKey, in: header, name: X-Key}\nsecurity: [{key: []}]\npaths:\n  /pears: {get: {responses: {"200": {description: ok}}}}\n',
      ),
      '--json',
    );
    expect(code).toBe(0);
    expect((JSON.parse(out) as Report).signals.find((signal) => signal.id === 'bearer-token')).toMatchObject({
      rung: 'own-header',
    });
  });
});

describe('exit codes and sentences', () => {
  it.each([
    'not a url',
    'ftp://orchard.example',
    'http://user:secret@orchard.example',
    'http://127.0.0.1/',
    'https://orchard.example:22/',
    'localhost',
    'intranet',
    'https://10.0.0.1/',
    ' ',
    `https://x.example/${'a'.repeat(3000)}`,
  ])('2 for %j, in the words of parseTarget', async (input) => {
    let refusal = '';
    try {
      parseTarget(input, { allowNets: [] });
    } catch (error) {
      refusal = error instanceof Error ? error.message : '';
    }
    expect(refusal).not.toBe('');
    expect(await run(input)).toEqual({ code: 2, out: '', err: `${refusal}\n` });
  });
  it('2 for an address whose refusal repeats an attack, without the attack', async () => {
    const { code, err } = await run(`https://orchard .example/${attack}`);
    expect(code).toBe(2);
    visible(err);
  });

  it.each([['--help'], ['scan', '--help'], ['bulk', '-h'], ['--version']])(
    '0 for %j, on standard output',
    async (...argv) => {
      const { code, out, err } = await run(...argv);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).not.toBe('');
    },
  );
  it.each([[], ['--json'], ['scan']])('2 without an address: %j', async (...argv) =>
    expect(await run(...argv)).toEqual({ code: 2, out: '', err: expect.stringContaining('Give a web address') }),
  );
  it.each([
    ['--colour', 'x.example'],
    ['list', 'everything'],
    ['compare', 'a.json'],
    ['x.example', '--max-requests', '-1'],
    ['x.example', '--timeout', 'soon'],
    ['--openapi'],
  ])('2 for usage that makes no sense: %j', async (...argv) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: /);
  });
  it('2 for a site that asks to be left alone, with the report that says so', async () => {
    const { code, out } = await scanning(`http://127.0.0.1:${optedOutPort}`, '--json');
    expect(code).toBe(2);
    expect((JSON.parse(out) as Report).outcome).toBe('refused');
  });
  it('2 for a site that cannot be reached, with the report that says why', async () => {
    const { code, out } = await scanning(`http://127.0.0.1:${deadPort}`, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'unreachable', score: { d7: null } });
  });

  it.each<[string, string, string, RegExp]>([
    ['--rejudge', 'a file that is no JSON', `{"a": ${attack}`, /^The report \(.*\) is not JSON: /],
    ['--rejudge', 'JSON that is no report', '{"schemaVersion": 1}', /This is not a report that can be judged again: /],
    ['--openapi', 'a file that is no description', '{"pears": 3}', /^This is not an OpenAPI document: /],
    ['--openapi', 'a page', '<!doctype html><p>Welcome', /^This is not an OpenAPI document: /],
  ])('2 for %s with %s', async (flag, name, text, sentence) => {
    const { code, out, err } = await run(flag, await file(name, text), '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    visible(err);
  });
  it.each(['--rejudge', '--openapi'])('2 for %s with a file that is not there, and for a folder', async (flag) => {
    expect(await run(flag, join(folder, 'nowhere.json'))).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^The .* could not be read: .*nowhere\.json: there is no such file or folder\.\n$/),
    });
    expect(await run(flag, folder)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/could not be read: .*: it is a folder\.\n$/),
    });
  });
});

it('runs as people run it: one report on standard output, and the exit code', async () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const child = spawn(
    process.execPath,
    ['scripts/scan.mjs', 'scan', `http://127.0.0.1:${port}`, '--allow-private', '--no-browser', '--json'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  expect(schema.parse(JSON.parse(out))).toMatchObject({
    outcome: 'scored',
    target: { url: `http://127.0.0.1:${port}/` },
  });
  expect(out.trimStart().startsWith('{')).toBe(true);
}, 120_000);
