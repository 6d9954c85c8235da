/**
 * `bulk` over 500 hosts on loopback, killed twice and resumed, from this machine and through a hosted instance: rows, doubles, time, processor time
 * and memory. The instance is the product itself; its client is registered as any program would.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startHosts } from '../../tests/setup/hosts.ts';
import { startProduct } from '../../tests/setup/product.ts';
import { packageCommand } from '../package.mjs';

const count = 500;
/** Rows after which a run is killed. */
const kills = [150, 330];

const print = (name: string, value: string, aim = '') =>
  console.log(`  ${name.padEnd(44)} ${value.padStart(20)}   ${aim}`);

/** Processor seconds and the largest memory of a running process (Linux). */
function usage(pid: number): { seconds: number; megabytes: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    return { seconds: ticks / 100, megabytes: peak / 1024 };
  } catch {
    // It has ended.
    return null;
  }
}

async function runKilled(
  program: string,
  urls: readonly string[],
  flags: readonly string[],
  env: Record<string, string>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
  const journal = join(folder, 'names.txt.latchkey', 'rows.jsonl');
  const rows = async () => (await readFile(journal, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  await writeFile(join(folder, 'names.txt'), urls.join('\n'));
  const begun = performance.now();
  let seconds = 0;
  let megabytes = 0;
  let code: number | null = null;
  try {
    for (const kill of [...kills, Number.POSITIVE_INFINITY]) {
      const child = spawn(process.execPath, [program, 'bulk', 'names.txt', ...flags], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ...env },
      });
      let last = { seconds: 0, megabytes: 0 };
      const watch = setInterval(() => {
        last = usage(child.pid ?? 0) ?? last;
      }, 50);
      const ended = once(child, 'exit');
      let over = false;
      void ended.then(() => (over = true));
      while (!over && (await rows()).length < kill) await sleep(50);
      if (!over) child.kill('SIGKILL');
      [code] = (await ended) as [number | null];
      clearInterval(watch);
      seconds += last.seconds;
      megabytes = Math.max(megabytes, last.megabytes);
    }
    const kept = (await rows()).map((line) => JSON.parse(line) as { url: string; outcome: string });
    const distinct = new Set(kept.map(({ url }) => url));
    print('rows after two kills', `${kept.length}`, `aim: ${count}`);
    print(
      'names twice / missing',
      `${kept.length - distinct.size} / ${urls.filter((url) => !distinct.has(url)).length}`,
      'aim: 0 / 0',
    );
    print('scored', String(kept.filter(({ outcome }) => outcome === 'scored').length));
    print('exit code of the last run', String(code), 'aim: 0');
    print('time, three runs together', `${((performance.now() - begun) / 1000).toFixed(0)} s`);
    print('processor time of the command', `${seconds.toFixed(1)} s`);
    print('memory of the command, peak', `${megabytes.toFixed(0)} MB`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function register(origin: string): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'bench', scope: 'scans:write reports:read' }),
  });
  const { client_id: id = '', client_secret: secret = '' } = (await answer.json()) as Record<string, string>;
  return { LATCHKEY_SERVER_CLIENT_ID: id, LATCHKEY_SERVER_CLIENT_SECRET: secret };
}

/** From this machine. */
export async function bulk(): Promise<void> {
  const { file } = await packageCommand({ single: true });
  const hosts = await startHosts(count);
  try {
    console.log(`\nbulk over ${count} hosts, killed twice`);
    await runKilled(file, hosts.urls, ['--allow-private', '--no-browser'], {});
  } finally {
    hosts.stop();
  }
}

/** A site as large as they get: a description of nearly a mebibyte, and pages of 300 kB that link each other. Answers come after 150 ms, so that scans overlap. */
function largeSite(): RequestListener {
  const word = 'Send your API key as a bearer token in the Authorization header of each request. ';
  const links = Array.from({ length: 40 }, (_, i) => `<a href="/docs/auth-${i}">API authentication ${i}</a>`).join('');
  const page = `<title>Orchard</title><main>${links}${`<p>${word}</p>`.repeat(3000)}</main>`;
  const paths = Array.from({ length: 3000 }, (_, i) => [
    `/v1/things-${i}`,
    { get: { summary: word.repeat(2), security: [{ key: [] }], responses: { 200: { description: 'ok' } } } },
  ]);
  const description = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Orchard', version: '1' },
    servers: [{ url: '/' }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    paths: Object.fromEntries(paths),
  });
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const send = (status: number, type: string, body: string) =>
      setTimeout(() => response.writeHead(status, { 'content-type': type }).end(body), 150);
    if (pathname === '/openapi.json') send(200, 'application/json', description);
    else if (pathname.startsWith('/v1')) send(401, 'application/json', '{"error":{"code":"missing_token"}}');
    else if (pathname === '/' || pathname.startsWith('/docs')) send(200, 'text/html', page);
    else send(404, 'text/plain', '');
  };
}

/** What scans at once hold together: `bulk` starts as many as half of the free memory carries. */
export async function bulkMemory(): Promise<void> {
  const { file } = await packageCommand({ single: true });
  console.log('\nbulk over large sites, memory by scans at once');
  const hosts = await startHosts(64, largeSite());
  try {
    let alone = 0;
    for (const atOnce of [1, 8, 16, 32]) {
      const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
      const urls = hosts.urls.slice(0, Math.max(4, 2 * atOnce));
      await writeFile(join(folder, 'names.txt'), urls.join('\n'));
      const flags = ['--allow-private', '--no-browser', '--concurrency', String(atOnce), '--quiet'];
      const child = spawn(process.execPath, [file, 'bulk', 'names.txt', ...flags], { cwd: folder, stdio: 'inherit' });
      let peak = 0;
      const watch = setInterval(() => {
        peak = Math.max(peak, usage(child.pid ?? 0)?.megabytes ?? 0);
      }, 50);
      const begun = performance.now();
      await once(child, 'exit');
      clearInterval(watch);
      await rm(folder, { recursive: true });
      if (atOnce === 1) alone = peak;
      const each = atOnce === 1 ? '' : `, ${((peak - alone) / (atOnce - 1)).toFixed(1)} MB for each further one`;
      print(
        `${atOnce} at once`,
        `${peak.toFixed(0)} MB`,
        `${urls.length} scans in ${((performance.now() - begun) / 1000).toFixed(0)} s${each}`,
      );
    }
  } finally {
    hosts.stop();
  }
}

/** Through a hosted instance. */
export async function bulkServer(): Promise<void> {
  const { file } = await packageCommand({ single: true });
  const hosts = await startHosts(count);
  try {
    console.log(`\nbulk over ${count} hosts through --server, killed twice`);
    const product = await startProduct({
      env: { CLIENT_SCANS: '10000', QUEUE_LIMIT: '2000', SCAN_BROWSER: 'off', LOG_LEVEL: 'error' },
    });
    try {
      await runKilled(file, hosts.urls, ['--server', product.url, '--concurrency', '8'], await register(product.url));
    } finally {
      await product.stop();
    }
  } finally {
    hosts.stop();
  }
}
