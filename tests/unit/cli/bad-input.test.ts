/** Whatever is wrong with what the command is given: one sentence, exit code 2, and nothing half-written. The command runs as a process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../scripts/prepare.mjs';
import { main } from '../../../lib/cli/index.ts';
import { configJsonSchema } from '../../../lib/cli/config.ts';
import { rejudge } from '../../../lib/scan/index.ts';
import { openReport, walledReport } from '../components/sample-report.ts';

const openapi = `openapi: 3.1.0
info: {title: x, version: "1"}
servers: [{url: "https://api.orchard.example"}]
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
security: [{key: []}]
paths: {/pears: {get: {responses: {"200": {description: ok}}}}}
`;

let program: string;
let folder: string;
const home = process.cwd();
beforeAll(async () => {
  program = await bundle('tests/setup/cli.ts', '.cache/cli-test.mjs', { whole: true });
}, 120_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-bad-'));
  process.chdir(folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.chdir(home);
  await rm(folder, { recursive: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The command as a process, where it is about one. */
function start(argv: readonly string[], stdout: 'pipe' | number = 'pipe') {
  const child = spawn(process.execPath, [program, ...argv], { cwd: folder, stdio: ['pipe', stdout, 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, ...said }));
  return { child, ended };
}

/** The command in this process. */
async function run(...argv: string[]): Promise<Ended> {
  const said = { out: '', err: '' };
  const hear =
    (name: 'out' | 'err') =>
    (text: unknown, ...rest: unknown[]) => {
      said[name] += String(text);
      const done = rest.at(-1) as (() => void) | undefined;
      done?.();
      return true;
    };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  try {
    return { code: await main(argv, { packagedBrowser: false, startProduct: null }), ...said };
  } finally {
    vi.restoreAllMocks();
  }
}
const put = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  return name;
};
/** One sentence and code 2. */
function refused({ code, out, err }: Ended, sentence: RegExp): void {
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(sentence);
  expect(err.trimEnd()).not.toContain('\n');
}

describe('what is said wrongly', () => {
  beforeEach(() => put('a.yaml', openapi));
  it.each<[string, string[], RegExp]>([
    ['an unknown finding', ['--fail-on', 'structred-401'], /no finding "structred-401"; did you mean structured-401\?/],
    ['a finding that is nothing like one', ['--fail-on', 'x'.repeat(5000)], /`latchkey list` shows them all/],
    ['a score beyond 100', ['--fail-under', '101'], /--fail-under takes a score, 0 to 100/],
    ['no score', ['--fail-under', 'good'], /It must be a number/],
    ['an unknown format', ['--format', 'pdf'], /no format "pdf" here: choose from text, json,/],
    ['a file whose format cannot be told', ['--output', 'report'], /does not say which format/],
    [
      'two formats for one file',
      ['--output', 'a.json', '--format', 'sarif', '--output', 'a.json'],
      /same file, a\.json/,
    ],
    ['two formats for standard output', ['--json', '--format', 'sarif'], /Only one format can go to standard output/],
    [
      'a baseline that is not there',
      ['--baseline', 'none.json'],
      /The baseline could not be read: none\.json: there is no such file/,
    ],
    ['a configuration that is not there', ['--config', 'none.json'], /The configuration could not be read/],
  ])('%s', async (_name, flags, sentence) => {
    refused(await run('openapi', 'a.yaml', ...flags), sentence);
    expect(await readdir(folder)).toEqual(['a.yaml']);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{"failUnder": 60,}', /The configuration \(c\.json\) is not JSON/],
    ['an unknown setting', '{"failUner": 60}', /not valid: Unrecognized key: "failUner"/],
    ['a wrong value', '{"failUnder": "60"}', /not valid at failUnder: /],
    ['an array', '[]', /not valid: /],
  ])('a configuration with %s', async (_name, text, sentence) => {
    await put('c.json', text);
    refused(await run('openapi', 'a.yaml', '--config', 'c.json'), sentence);
  });

  it.each<[string, string, RegExp]>([
    ['cut off', JSON.stringify(openReport()).slice(0, 5000), /The baseline \(b\.json\) is not JSON/],
    ['empty', '', /The baseline \(b\.json\) is not JSON/],
    ['commands to a terminal', '\u001b[2J\u202egone', /^The baseline \(b\.json\) is not JSON: [^\u001b\u202e]*\n$/],
    ['no report', '{"score": 100}', /The baseline \(b\.json\): This is not a report/],
    ['no reports', '[]', /contains no report/],
    [
      'of something else',
      JSON.stringify(openReport()),
      /The baseline has no report on https:\/\/api\.orchard\.example/,
    ],
  ])('a baseline that is %s', async (_name, text, sentence) => {
    await put('b.json', text);
    const ended = await run('openapi', 'a.yaml', '--baseline', 'b.json', '--output', 'new.json');
    refused(ended, sentence);
    expect(existsSync(join(folder, 'new.json'))).toBe(false);
  });

  it.each<[string[], RegExp]>([
    [['--header', 'X-Preview'], /as HTTP writes it/],
    [['--header', 'X: a\r\nY: b'], /as HTTP writes it/],
    [['--header', 'Host: inside.example'], /set by the scanner itself/],
    [['--header', 'Authorization: Bearer abc'], /carries a credential/],
    [['--header', 'X-Api-Key: abc'], /carries a credential/],
    [['--resolve', 'api.example.com:443'], /host:port:address/],
    [['--resolve', 'api.example.com:443:elsewhere.example'], /host:port:address/],
    [['--ca', 'none.pem'], /The --ca file could not be read/],
    [['--ca', 'a.yaml'], /has no certificate/],
    [['--proxy', '127.0.0.1:3128'], /the address of an HTTP proxy/],
    [['--proxy', 'socks5://127.0.0.1:1080'], /the address of an HTTP proxy/],
    [
      ['--proxy', 'http://127.0.0.1:3128', '--resolve', 'api.orchard.example:443:192.0.2.1'],
      /--resolve and --proxy cannot be combined/,
    ],
    [['--user-agent', 'a\nb'], /one line of ASCII/],
    [['--browser', '/nowhere/chromium'], /not a program that can be run/],
    [['--server', 'latchkey'], /the address of an instance/],
    [['--server', 'http://latchkey.example'], /has to be an https address/],
    [['--server', 'https://latchkey.example', '--allow-private'], /--allow-private cannot be used with --server/],
  ])('a scan with %j', async (flags, sentence) =>
    refused(await run('scan', 'api.orchard.example', ...flags), sentence),
  );

  it('an address among several', async () =>
    refused(await run('scan', 'api.orchard.org', 'ftp://x'), /^"ftp:\/\/x": /));
  it('a report without the fix', async () => {
    await put('r.json', JSON.stringify({ ...openReport() }));
    refused(await run('fix', 'r.json', 'captcha-before-token'), /has no fix for captcha-before-token/);
  });
  it('the product where only its command is', async () =>
    refused(await run('serve'), /Only the command is installed here/));
});

describe('what cannot be written', () => {
  beforeEach(() => put('a.yaml', openapi));
  it('a folder that is not there: no other file is written either', async () => {
    refused(
      await run('openapi', 'a.yaml', '--output', 'a.sarif', '--output', 'none/a.json'),
      /^none\/a\.json could not be written: there is no such file or folder\.$/m,
    );
    expect(await readdir(folder)).toEqual(['a.yaml']);
  });
  it('a full disk', async () => {
    refused(
      await run('openapi', 'a.yaml', '--format', 'json', '--output', '/dev/full'),
      /\/dev\/full could not be written: the disk is full/,
    );
  });
  it('a file that was there stays as it was when another cannot be written', async () => {
    await put('a.json', 'before');
    refused(
      await run('openapi', 'a.yaml', '--output', 'a.json', '--format', 'csv', '--output', '/dev/full'),
      /the disk is full/,
    );
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('before');
    expect((await readdir(folder)).sort()).toEqual(['a.json', 'a.yaml']);
  });
  it('a link stays one, and what it leads to is replaced', async () => {
    await put('real.json', 'before');
    await symlink('real.json', join(folder, 'link.json'));
    expect((await run('openapi', 'a.yaml', '--quiet', '--output', 'link.json')).code).toBe(0);
    expect(JSON.parse(await readFile(join(folder, 'real.json'), 'utf8'))).toMatchObject({ scan: { mode: 'spec' } });
  });
  it('standard output on a full disk', async () => {
    const full = await open('/dev/full', 'w');
    try {
      const { code, err } = await start(['openapi', 'a.yaml', '--json'], full.fd).ended;
      expect({ code, err }).toEqual({ code: 2, err: 'Standard output could not be written: the disk is full.\n' });
    } finally {
      await full.close();
    }
  });
  it('a pipe whose reader went away', async () => {
    const { child, ended } = start(['list', 'report']);
    child.stdout?.destroy();
    const { code, err } = await ended;
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Standard output was closed before everything was written.\n',
    });
  });
});

describe('an interruption', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends a scan by %s with a sentence, and writes nothing', async (signal) => {
    let arrived = () => {};
    const first = new Promise<void>((resolve) => (arrived = resolve));
    // Answers nothing at all.
    const server = createServer(() => arrived()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const { child, ended } = start([
        `http://127.0.0.1:${port}`,
        '--allow-private',
        '--no-browser',
        '--output',
        'a.json',
      ]);
      await first;
      child.kill(signal);
      refused(await ended, /^Interrupted\.$/m);
      expect(await readdir(folder)).toEqual([]);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('what is right', () => {
  beforeEach(() => put('a.yaml', openapi));
  it('several formats at once, and the gates of a configuration, whose paths are its own', async () => {
    const config = {
      openapi: 'a.yaml',
      failUnder: 100,
      outputs: [
        { format: 'sarif', file: 'x.sarif' },
        { format: 'junit', file: 'x.xml' },
      ],
    };
    await put('c.json', JSON.stringify(config));
    const { code, err } = await run('openapi', '--config', 'c.json', '--quiet');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/is under 100|There is no score/) });
    expect((await readdir(folder)).sort()).toEqual(['a.yaml', 'c.json', 'x.sarif', 'x.xml']);
    // Flags win.
    const second = await run('openapi', '--config', 'c.json', '--fail-under', '0', '--output', 'y.json', '--quiet');
    expect(await readdir(folder)).toContain('y.json');
    expect(second.code).toBeLessThan(2);
  });
  it('compare fails when something got worse, in three formats', async () => {
    await put('good.json', JSON.stringify(openReport()));
    await put('bad.json', JSON.stringify({ ...walledReport(), target: openReport().target }));
    expect((await run('compare', 'good.json', 'good.json')).code).toBe(0);
    expect(await run('compare', 'good.json', 'bad.json', '--plain')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^worse: /m),
    });
    expect(await run('compare', 'good.json', 'bad.json', '--format', 'markdown')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^\| worse \| /m),
    });
    const { out } = await run('compare', 'bad.json', 'good.json', '--json');
    expect(JSON.parse(out)).toMatchObject({ worse: expect.any(Array), changes: expect.any(Array) });
  });
  it('reports go through a pipe', async () => {
    const { child, ended } = start(['rejudge', '-', '--json']);
    child.stdin?.end(JSON.stringify(openReport()));
    expect(JSON.parse((await ended).out)).toEqual(rejudge(openReport()));
  });
  it('the schema of the configuration in docs is the program’s own', async () =>
    expect(JSON.parse(await readFile(join(home, 'docs/latchkey.config.schema.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(configJsonSchema())),
    ));
  it.each(['signals', 'rungs', 'anti-patterns', 'flows', 'points', 'formats', 'exit-codes'])(
    'list %s',
    async (what) => {
      const { code, out } = await run('list', what, '--json');
      expect(code).toBe(0);
      expect((JSON.parse(out) as unknown[]).length).toBeGreaterThan(2);
      expect((await run('list', what, '--plain')).out).toMatch(/^\w+: /);
    },
  );
});

describe('completions and the manual page', () => {
  const knows = ['--fail-under', 'openapi', 'exit-codes'];
  it.each(['bash', 'zsh', 'fish'])('%s: names every command and flag', async (shell) => {
    const { code, out } = await run('completion', shell);
    expect(code).toBe(0);
    for (const word of knows) expect(out).toContain(shell === 'fish' ? word.replace(/^--/, '-l ') : word);
  });
  it('bash completes', async () => {
    const { out } = await run('completion', 'bash');
    const script = `${out}\nCOMP_WORDS=(latchkey scan --fail-u) COMP_CWORD=2; _latchkey; echo "\${COMPREPLY[@]}"; COMP_WORDS=(latchkey op) COMP_CWORD=1; _latchkey; echo "\${COMPREPLY[@]}"`;
    const child = spawn('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await once(child, 'close');
    expect(said).toBe('--fail-under\nopenapi\n');
  });
  it('the manual page has every command, flag and exit code', async () => {
    const { out } = await run('man');
    for (const word of [...knows.slice(0, 2), '--resolve', 'LATCHKEY_TOKEN'])
      expect(out.replaceAll(String.raw`\-`, '-')).toContain(word);
    expect(out).toMatch(/^\.TH LATCHKEY 1/);
  });
});
