/** A list of names: what is read of it, what is kept, what a crash leaves, and the whole as a process that is killed twice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { retryAfter } from '../../../lib/cli/bulk/index.ts';
import { Journal, rowsFile } from '../../../lib/cli/bulk/journal.ts';
import { workOff } from '../../../lib/cli/bulk/line.ts';
import { readNames, type Entry } from '../../../lib/cli/bulk/names.ts';
import { rowOf, share, summarise } from '../../../lib/cli/bulk/rows.ts';
import { progressLine, roughly, rowsToCsv, rowsToHtml } from '../../../lib/cli/bulk/views.ts';
import { parseTarget } from '../../../lib/scan/index.ts';
import { bundle } from '../../../scripts/prepare.mjs';
import { api, startHosts } from '../../setup/hosts.ts';
import { openReport, unreachableReport, walledReport } from '../components/sample-report.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-bulk-'));
});
afterEach(() => rm(folder, { recursive: true }));

const target = (input: string) => parseTarget(input, { allowNets: [] });
const place = (line: number, url: string) => ({
  line,
  url,
  host: new URL(url).hostname,
  domain: new URL(url).hostname,
  attempts: 1,
});
const row = (line: number, url = `https://a${line}.org/`) => rowOf(place(line, url), openReport());

describe('the list', () => {
  it('is read a line at a time: bad lines by number, each address once', () => {
    const text =
      '# survey\n\napi.stripe.com, Stripe\r\n  github.com # code\nnot a name\nhttps://api.stripe.com/\nexample.net;x\nftp://x\n\u0000\n';
    const names = readNames(text, target);
    expect(names.entries.map(({ line, target: { url } }) => [line, url])).toEqual([
      [3, 'https://api.stripe.com/'],
      [4, 'https://github.com/'],
      [7, 'https://example.net/'],
    ]);
    expect(names.bad.map(({ line }) => line)).toEqual([5, 8, 9]);
    for (const { problem } of names.bad) expect(problem).toMatch(/\.$/);
    expect(names.repeated).toEqual([{ line: 6, first: 3 }]);
  });
  it('may have lines without end', () =>
    expect(readNames('x'.repeat(10_000_000), target)).toEqual({
      entries: [],
      bad: [{ line: 1, problem: expect.stringMatching(/10000000/) }],
      repeated: [],
    }));
});

describe('the journal', () => {
  it('keeps rows in the order of the list, each address once, and knows them again', async () => {
    const journal = await Journal.open(folder);
    await Promise.all([journal.add(row(3)), journal.add(row(1)), journal.add(row(2)), journal.add(row(2))]);
    await journal.close();
    const again = await Journal.open(folder);
    expect(again.rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect([again.has('https://a1.org/'), again.has('https://a4.org/')]).toEqual([true, false]);
    await again.close();
    expect((await readFile(join(folder, rowsFile), 'utf8')).trimEnd().split('\n')).toHaveLength(3);
  });
  it('cuts off what a crash left of a line', async () => {
    const journal = await Journal.open(folder);
    await journal.add(row(1));
    await journal.close();
    await appendFile(join(folder, rowsFile), JSON.stringify(row(2)).slice(0, 100));
    const again = await Journal.open(folder);
    expect(again.rows).toEqual([row(1)]);
    await again.add(row(3));
    await again.close();
    const last = await Journal.open(folder);
    expect(last.rows).toEqual([row(1), row(3)]);
    await last.close();
  });
  it('is left as it is when a line in its midst is damaged', async () => {
    const text = `${JSON.stringify(row(1))}\n{"line": 2}\n${JSON.stringify(row(3))}\n`;
    await writeFile(join(folder, rowsFile), text);
    await expect(Journal.open(folder)).rejects.toThrow(/rows\.jsonl is damaged: line 2 is no row/);
    expect(await readFile(join(folder, rowsFile), 'utf8')).toBe(text);
    expect(await readdir(folder)).toEqual([rowsFile]);
  });
  it('is one process’s at a time; what a dead one left does not bar it', async () => {
    await writeFile(join(folder, 'lock'), String(process.ppid));
    await expect(Journal.open(folder)).rejects.toThrow(/Another latchkey \(process \d+\) is working in/);
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await writeFile(join(folder, 'lock'), String(child.pid));
    await (await Journal.open(folder)).close();
    expect(await readdir(folder)).toEqual([rowsFile]);
  });
});

describe('the line', () => {
  const entry = (name: string): Entry => ({ line: 1, target: target(name) });
  const off = (entries: Entry[], work: (entry: Entry, attempt: number) => Promise<number | null>, concurrency = 3) =>
    workOff(entries, { concurrency, pauseMs: 5, signal: new AbortController().signal, work });

  it('never scans two names of one domain at once, nor more than it may', async () => {
    const running: string[] = [];
    let most = 0;
    const done: string[] = [];
    await off(
      ['a.example.org', 'b.example.org', 'c.example.org', 'x.net', 'y.net', 'z.com', 'w.io'].map(entry),
      async ({ target: { domain, host } }) => {
        expect(running).not.toContain(domain);
        running.push(domain);
        most = Math.max(most, running.length);
        await sleep(2);
        running.splice(running.indexOf(domain), 1);
        done.push(host);
        return null;
      },
    );
    expect(done.sort()).toEqual(['a.example.org', 'b.example.org', 'c.example.org', 'w.io', 'x.net', 'y.net', 'z.com']);
    expect(most).toBe(3);
  });
  it('tries once more when a host said when, and then no more', async () => {
    const attempts: number[] = [];
    await off([entry('a.org')], (_entry, attempt) => {
      attempts.push(attempt);
      return Promise.resolve(1);
    });
    expect(attempts).toEqual([1, 2]);
  });
  it('ends with the first error, after what runs has ended', async () => {
    const ended: string[] = [];
    await expect(
      off(['a.org', 'b.org', 'c.org', 'd.org'].map(entry), async ({ target: { host } }) => {
        if (host === 'a.org') throw new Error('full');
        await sleep(5);
        ended.push(host);
        return null;
      }),
    ).rejects.toThrow('full');
    expect(ended).toEqual(['b.org', 'c.org']);
  });
  it('reads Retry-After where it kept a scan from finishing', () => {
    const with429 = (value: string, outcome: 'blocked' | 'scored') => {
      const [first] = openReport().exchanges;
      if (!first?.response) throw new Error('The sample has no answer.');
      const response = { ...first.response, status: 429, headers: [['retry-after', value] as [string, string]] };
      return { outcome, exchanges: [{ ...first, response }] };
    };
    const now = Date.parse('2026-11-29T08:00:00Z');
    const waits = {
      30: 30_000,
      601: null,
      soon: null,
      'Sun, 29 Nov 2026 08:00:20 GMT': 20_000,
      'Sun, 29 Nov 2026 07:00:00 GMT': 0,
      'Sun, 29 Nov 2026 09:00:00 GMT': null,
      'Sun, 99 Nov 2026 08:00:20 GMT': null,
    };
    for (const [value, wait] of Object.entries(waits))
      expect({ value, wait: retryAfter(with429(value, 'blocked'), now) }).toEqual({ value, wait });
    expect(retryAfter(with429('30', 'scored'), now)).toBeNull();
  });
});

describe('the whole', () => {
  const hostile = '=HYPERLINK("x")<script>alert(1)</script>\u202e';
  const rows = [
    row(1),
    rowOf(place(2, 'https://b.org/'), walledReport()),
    rowOf(place(3, 'https://c.org/'), unreachableReport()),
    { ...row(4, 'https://d.org/'), outcome: 'blocked' as const, sentence: hostile },
  ];
  it('adds up', () => {
    const summary = summarise(rows);
    expect(summary).toMatchObject({ total: 4, outcomes: { scored: 2, blocked: 1, unreachable: 1 } });
    expect(summary.oauth.total).toBeGreaterThan(0);
    expect(summary.survey.total).toBeGreaterThan(50);
    expect([share(1, 4), share(0, 0)]).toEqual(['1 of 4 (25 %)', 'none']);
    expect(summarise([])).toMatchObject({ total: 0, median: null, oauth: { total: 0, browserOnly: 0 } });
  });
  it('is a table and a page that hold what a target says as text', () => {
    expect(rowsToCsv(rows).split('\r\n')).toHaveLength(6);
    expect(rowsToCsv(rows)).toContain(`"'=HYPERLINK(""x"")`);
    const page = rowsToHtml(rows, summarise(rows));
    expect(page).not.toMatch(/<script|\u202e/);
    for (const { url } of rows) expect(page).toContain(url);
  });
  it('tells how long it will take', () => {
    expect(progressLine({ done: 12, total: 24, doneNow: 6, since: 60, now: 'a.org\u001b[2J' })).toBe(
      '████████████░░░░░░░░░░░░ 12/24 · 2 min left · a.org�[2J',
    );
    expect(progressLine({ done: 0, total: 24, doneNow: 0, since: 0, now: 'x' })).not.toContain('left');
    expect([0.2, 60, 600, 90_000].map(roughly)).toEqual(['1 s', '60 s', '10 min', '25.0 h']);
  });
});

describe('a host that says when to come back', () => {
  /** Says so with `status` to every request until `times` of them were answered; then it is an ordinary API. */
  const busyHost = (status: number, times: number) => {
    const answered: { at: number; status: number }[] = [];
    const listener: RequestListener = (request, response) => {
      const busy = answered.length < times;
      answered.push({ at: performance.now(), status: busy ? status : 0 });
      if (busy) response.writeHead(status, { 'retry-after': '2', 'content-type': 'text/plain' }).end('later');
      else api(request, response);
    };
    return { answered, listener };
  };
  const run = async (url: string) => {
    const program = await bundle('tests/setup/cli.ts', '.cache/cli-bulk-test.mjs', { whole: true });
    await writeFile(join(folder, 'names.txt'), url);
    const flags = ['--allow-private', '--no-browser', '--pause', '0'];
    const child = spawn(process.execPath, [program, 'bulk', 'names.txt', ...flags], { cwd: folder, stdio: 'ignore' });
    const [code] = (await once(child, 'close')) as [number | null];
    const rows = (await readFile(join(folder, 'names.txt.latchkey', rowsFile), 'utf8')).trimEnd().split('\n');
    return { code, rows: rows.map((line) => JSON.parse(line) as { outcome: string; attempts: number }) };
  };

  it.each([429, 503])('by %i is left alone until then, and scanned once more', async (status) => {
    const { answered, listener } = busyHost(status, 1);
    const hosts = await startHosts(1, listener);
    try {
      expect(await run(hosts.urls[0] ?? '')).toEqual({
        code: 0,
        rows: [expect.objectContaining({ outcome: 'scored', attempts: 2 })],
      });
      // Nothing came between the answer and the time that it named.
      const [first, second] = answered;
      expect(first?.status).toBe(status);
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1990);
    } finally {
      hosts.stop();
    }
  });
  it('and says so again is taken at its word', async () => {
    const { answered, listener } = busyHost(503, Number.POSITIVE_INFINITY);
    const hosts = await startHosts(1, listener);
    try {
      expect(await run(hosts.urls[0] ?? '')).toEqual({ code: 0, rows: [expect.objectContaining({ attempts: 2 })] });
      expect(answered.length).toBeLessThan(10);
    } finally {
      hosts.stop();
    }
  });
});

it('a disk that takes no more ends the run with a sentence; what is there stays, and goes on elsewhere', async () => {
  const program = await bundle('tests/setup/cli.ts', '.cache/cli-bulk-test.mjs', { whole: true });
  const hosts = await startHosts(8);
  await writeFile(join(folder, 'names.txt'), hosts.urls.join('\n'));
  // A limit of the size of files stands for the disk: 1 kB is less than two rows.
  const limited = `ulimit -f 1; trap '' XFSZ; exec "$0" "$@"`;
  const command = [program, 'bulk', 'names.txt', '--allow-private', '--no-browser', '--concurrency', '2'];
  const run = async (script: string) => {
    const child = spawn('bash', ['-c', script, process.execPath, ...command], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, err };
  };
  try {
    expect(await run(limited)).toEqual({
      code: 2,
      err: expect.stringMatching(
        /^The rows could not be written: the file would be larger than is allowed\. What was written is kept\.\n$/,
      ),
    });
    expect(await readdir(join(folder, 'names.txt.latchkey'))).toEqual([rowsFile]);
    expect(await run('exec "$0" "$@"')).toMatchObject({ code: 0 });
    const urls = (await readFile(join(folder, 'names.txt.latchkey', rowsFile), 'utf8')).trimEnd().split('\n');
    expect(urls.map((line) => (JSON.parse(line) as { url: string }).url).sort()).toEqual([...hosts.urls].sort());
  } finally {
    hosts.stop();
  }
}, 60_000);

it('many at once bring no word but what is asked for', async () => {
  const program = await bundle('tests/setup/cli.ts', '.cache/cli-bulk-test.mjs', { whole: true });
  const hosts = await startHosts(16);
  await writeFile(join(folder, 'names.txt'), hosts.urls.join('\n'));
  const flags = ['--allow-private', '--no-browser', '--quiet', '--concurrency', '16'];
  const child = spawn(process.execPath, [program, 'bulk', 'names.txt', ...flags], { cwd: folder });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  try {
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(said).toBe('');
  } finally {
    hosts.stop();
  }
}, 60_000);

it('a list is killed twice and resumed: every name once, nothing lost', async () => {
  const program = await bundle('tests/setup/cli.ts', '.cache/cli-bulk-test.mjs', { whole: true });
  const hosts = await startHosts(24);
  const into = join(folder, 'survey');
  await writeFile(join(folder, 'names.txt'), `${hosts.urls.join('\n')}\nno name at all\n`);
  const rowsNow = async () =>
    (await readFile(join(into, rowsFile), 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  const begin = () => {
    const child = spawn(
      process.execPath,
      [program, 'bulk', 'names.txt', '--into', into, '--allow-private', '--no-browser', '--concurrency', '3'],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, ...said })) };
  };
  const until = async (count: number) => {
    while ((await rowsNow()).length < count) await sleep(20);
  };
  try {
    const first = begin();
    await until(5);
    first.child.kill('SIGKILL');
    expect((await first.ended).code).toBeNull();
    const kept = await rowsNow();

    const second = begin();
    await until(kept.length + 5);
    second.child.kill('SIGINT');
    const interrupted = await second.ended;
    expect(interrupted.code).toBe(2);
    expect(interrupted.err).toMatch(
      /Interrupted\. \d+ of 24 names are in .*run the same command again for the other \d+\./,
    );
    // What was done stays as it was.
    expect((await rowsNow()).slice(0, kept.length)).toEqual(kept);
    expect((await readdir(into)).sort()).toEqual(['index.html', 'rows.csv', rowsFile, 'summary.json']);

    const last = await begin().ended;
    // One line of the list is no name.
    expect(last.code).toBe(2);
    expect(last.err).toMatch(/^Line 25 was skipped: /m);
    const urls = (await rowsNow()).map((line) => (JSON.parse(line) as { url: string; outcome: string }).url);
    expect([...urls].sort()).toEqual([...hosts.urls].sort());
    expect((await readFile(join(into, 'rows.csv'), 'utf8')).trimEnd().split('\r\n')).toHaveLength(25);
    expect(JSON.parse(await readFile(join(into, 'summary.json'), 'utf8'))).toMatchObject({
      total: 24,
      outcomes: { scored: 24 },
    });
    expect((await readFile(join(into, 'index.html'), 'utf8')).match(/127\.77\./g)?.length).toBeGreaterThanOrEqual(24);
    expect(last.out).toMatch(/browser-only OAuth/);
  } finally {
    hosts.stop();
  }
}, 120_000);
